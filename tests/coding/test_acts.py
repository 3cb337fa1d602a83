"""Speech acts: who accuses, urges, praises, threatens, refuses, promises, and whom. All sentences are our own."""

import pytest

import contested
from contested import Claim, Reading
from tests.coding.reading import read

# sentence · stance · voice · role=filler
SAID = """
Kenya accused Eritrea of arming the rebels. · accuses · Kenya · actor=Eritrea
The Ugandan army accused Rwanda of sending troops across the border. · accuses · Ugandan army · actor=Rwanda
Chad was accused by Sudan of sheltering rebels. · accuses · Sudan · actor=Chad
Amnesty International accused the junta of torture. · accuses · Amnesty International · actor=junta
Poland blamed Belarus for the crisis at the border. · accuses · Poland · actor=Belarus
The opposition accused the government of delaying the talks. · accuses · opposition · actor=government
Norway condemned Russia's treatment of the prisoners. · criticises · Norw · actor=Russia
Jordan condemned the Israeli decision to expand the settlements. · criticises · Jordan · actor=Israeli
The European Union criticised Hungary for its new law on refugees. · criticises · European Union · actor=Hungary
The junta was condemned by the African Union for dissolving parliament. · criticises · African Union · actor=junta
Senegal denounced threats made by the coup leaders in Bamako. · criticises · Senegal · actor=coup leaders
Turkey lodged a protest with Greece over the incident in the Aegean. · criticises · Turk · target=Greece
Mexico praised Colombia for its efforts to end the war. · praises · Mexic · actor=Colombia
Vietnam welcomed the resumption of ties with Cambodia. · praises · Vietnam · target=Cambodia
Brazil welcomed the treaty between Ecuador and Peru. · praises · Brazil · target=Ecuador
The pope hailed the peace accord signed by Mozambique. · praises · pope · actor=Mozambique
Ghana urged Togo to open the border. · demands · Ghana · addressee=Togo
The African Union urged Eritrea and Djibouti to talk. · demands · African Union · addressee=Djibouti
Lebanon called on Israel to release the fishermen. · demands · Leban · addressee=Israel
The foreign minister called on the rebels to lay down their arms. · demands · foreign minister · addressee=rebels
Japan demanded that North Korea free the abducted students. · demands · Japan · addressee=North Korea
Moscow demanded an apology from Warsaw. · demands · Russia · addressee=Warsaw
Iraq asked Turkey to pull back its troops. · demands · Iraq · addressee=Turkey
Serbia demanded the removal of NATO peacekeepers. · demands · Serb · target=NATO
The Arab League appealed to Libya to let the ship dock. · demands · Arab League · addressee=Libya
India said Pakistan must hand over the suspects. · demands · India · addressee=Pakistan
The Zambian president said that Malawi should return the boats. · demands · Zambia · addressee=Malawi
Britain ordered Iran to close its consulate in Manchester. · demands · Brit · addressee=Iran
Bolivia rejected Chile's offer of talks. · rejects · Bolivia · actor=Chile
Cuba rejected a Spanish proposal for new elections. · rejects · Cuba · actor=Spanish
Algeria rejected calls by France for an inquiry. · rejects · Algeria · actor=France
Taiwan rejected an offer from China to hold talks in Macau. · rejects · Taiwan · actor=China
The rebels rejected the government's truce proposal. · rejects · rebels · actor=government
Uganda refused to hand over the general to Kenya. · rejects · Uganda · target=Kenya
Egypt refused to respond to a demand from Ethiopia. · rejects · Egypt · actor=Ethiopia
Niger is opposed to French mediation. · rejects · Niger · actor=French
Sweden opposes the plan of the Danish government. · rejects · Sweden · target=Danish
Ankara threatened to cut off water to Syria. · threatens · Turk · target=Syria
The militia threatened the governor with death. · threatens · militia · target=governor
Belarus threatened to sever relations with Lithuania. · threatens · Belarus · target=Lithuania
Mali threatened to expel French diplomats. · threatens · Mali · target=French
Azerbaijan threatened to leave the talks if Armenia sends more troops. · threatens · Azerbaijan · target=Armenia
The junta threatened to ban rallies in Mandalay. · threatens · junta · target=Mandalay
The separatists said they would blockade Aden. · threatens · separatists · target=Aden
Qatar promised to rebuild the homes of the Palestinians. · intends · Qatar · target=Palestinians
Canada pledged aid to Haiti. · intends · Canada · addressee=Haiti
Australia promised Samoa two patrol boats. · intends · Australia · addressee=Samoa
Rwanda said it would send police officers to Mozambique. · intends · Rwanda · target=Mozambique
The prime minister said he would meet the leaders of Kosovo. · intends · prime minister · target=Kosovo
South Africa offered to host the peace talks with Lesotho. · intends · South Africa · target=Lesotho
Tanzania has agreed to support Burundi in its dispute. · intends · Tanzania · target=Burundi
Finland is ready to give Estonia more air defence. · intends · Finland · target=Estonia
China defended Myanmar against criticism of its election. · praises · China · actor=Myanmar
Nicaragua backed Venezuela in the border dispute. · praises · Nicaragua · actor=Venezuela
Iran voiced support for Hezbollah. · praises · Iran · target=Hezbollah
Romania denied selling rifles to Moldova. · denies · Romania
Saudi Arabia dismissed the charges of the Houthis. · rejects · Saudi · target=Houthis
The president warned that Georgia must give up the province. · predicts · president
The army vowed to crush the rebels. · intends · army · target=rebels
Ethiopia hailed Djibouti's decision to reopen the port. · praises · Ethiopia · actor=Djibouti
Peru renewed its call for Chile to free the sailors. · demands · Peru · addressee=Chile
The court indicted the former president of Guinea. · accuses · court · actor=former president of Guinea
Turkey warned Greece against closing the strait. · threatens · Turk · target=Greece
The general warned the rebels not to enter the city. · threatens · general · target=rebels
The union refused to end the strike despite pressure by the governor. · rejects · union · actor=governor
Moldova was opposed by Hungary in its bid for a seat. · rejects · Hungary · target=Moldova
The mayor was indicted by a tribunal. · accuses · tribunal · actor=mayor
Montenegro is ready to support Kosovo. · intends · Montenegro · target=Kosovo
The guerrillas threatened to strike Cali in retaliation for the raid. · threatens · guerrillas · target=Cali
The envoy thanked Kenya for its patience. · praises · envoy · actor=Kenya
Laos rejected calls by Thailand's rulers for a new border. · rejects · Laos · actor=Thailand
Oxfam demanded that the Sudanese army release the editors. · demands · Oxfam · addressee=Sudanese army
Benin asked the United Nations for help. · demands · Benin · addressee=United Nations
Iran rejected accusations by Iraq that it had attacked the tankers. · rejects · Iran · actor=Iraq
The Taliban warned foreign troops to leave by May. · threatens · Taliban · target=foreign troops
Vietnam protested against China's use of the reef. · criticises · Vietnam · actor=China
Sri Lanka criticised Norway and promised help to the villages. · intends · Sri Lanka
China slams US over visit · criticises · China · actor=US
Somalia summoned the Ethiopian ambassador. · criticises · Somali · actor=Ethiopian ambassador
""".strip()

# sentence · type · actor · target (or other role=filler)
DONE = """
The Kenyan president met the Sudanese prime minister in Nairobi. · talks.meeting · actor=Kenyan · actor=Sudanese
The leaders of Ethiopia and Eritrea held talks in Asmara on Monday. · talks.meeting
Russian and Turkish officials met in Sochi on Friday. · talks.meeting · actor=Russian and Turkish officials
The Pakistani prime minister visited Afghanistan last week. · talks.meeting · actor=Pakistani · target=Afghanistan
The envoy arrived in Khartoum for talks with the generals. · talks.meeting · actor=envoy
Chancellor Olaf Scholz telephoned President Volodymyr Zelensky. · talks.meeting · target=Zelensky
Oman hosted talks between Iran and the United States. · talks.meeting · actor=Iran
The two ministers discussed the ceasefire with the Emir of Qatar. · talks.meeting · actor=ministers
Algeria and Morocco signed a treaty on fishing. · agreement · actor=Algeria · actor=Morocco
Guyana signed an agreement with Suriname. · agreement · actor=Guyana · actor=Suriname
Sudan and South Sudan agreed to reopen the pipeline. · agreement · actor=Sudan · actor=South Sudan
Parliament ratified the accord with Macedonia. · agreement · actor=Parliament
Norway mediated between the government and the rebels. · mediation · actor=Norway · target=rebels
The European Union imposed sanctions on Belarus. · sanctions.imposed · actor=European Union · target=Belarus
Britain tightened sanctions against North Korea. · sanctions.imposed · actor=Britain · target=North Korea
Germany suspended aid to Rwanda. · sanctions.imposed · actor=Germany · target=Rwanda
The African Union lifted the sanctions on Mali. · sanctions.lifted · actor=African Union · target=Mali
Japan eased restrictions on trade with Myanmar. · sanctions.lifted · actor=Japan · target=Myanmar
Sanctions were imposed on Guinea by the West African bloc. · sanctions.imposed · target=Guinea
Malaysia sent food to Bangladesh. · aid.delivered · actor=Malaysia · beneficiary=Bangladesh
Kuwait gave Jordan a grant of 40 million dollars. · aid.delivered · actor=Kuwait · beneficiary=Jordan
Sweden provided tons of medicine to Yemen. · aid.delivered · actor=Sweden · beneficiary=Yemen
Libya restored diplomatic relations with Egypt. · diplomacy.recognition · actor=Libya · target=Egypt
Spain and Ireland recognised Palestine. · diplomacy.recognition · actor=Spain · target=Palestine
Paraguay opened an embassy in Jerusalem. · diplomacy.recognition · actor=Paraguay
Saudi Arabia severed ties with Iran. · diplomacy.relations_cut · actor=Saudi Arabia · target=Iran
Colombia recalled its ambassador from Nicaragua. · diplomacy.relations_cut · actor=Colombia · target=Nicaragua
Relations with Qatar were cut by Bahrain. · diplomacy.relations_cut · actor=Bahrain
Bulgaria expelled two Russian diplomats. · diplomacy.expulsion · actor=Bulgaria · target=Russian diplomats
The ambassador of Israel was expelled by Colombia. · diplomacy.expulsion · actor=Colombia · target=ambassador
Algeria deported hundreds of migrants to Niger. · displacement.forced · actor=Algeria · target=migrants
Rwanda closed the border with Burundi. · blockade · actor=Rwanda · target=Burundi
Iran admitted inspectors from the United Nations. · access.granted · actor=Iran · beneficiary=inspectors
Jordan opened its border to refugees from Syria. · access.granted · actor=Jordan · beneficiary=refugees
The prosecutor opened an investigation into the conduct of the Wagner group. · investigation · actor=prosecutor
Poland mobilised reservists. · mobilisation · actor=Poland
Finnish troops were put on alert. · mobilisation
Malta's chancellor Ann Lee telephoned the president of Cyprus. · talks.meeting · actor=chancellor Ann Lee
Two Danish journalists were expelled from Bulgaria. · displacement.forced · target=journalists
Angola withdrew its troops from Namibia. · territory.withdrawal · actor=Angola
A Cuban delegation arrived in Luanda. · talks.meeting · actor=Cuban delegation · target=Luanda
Talks between Cyprus and Turkey collapsed on Friday. · talks.cancelled · actor=Cyprus · actor=Turkey
The president held talks with the communists. · talks.meeting · actor=president · actor=communists
Denmark accepted a plan for ending its dispute with Iceland. · agreement · actor=Denmark · target=Iceland
Defence ministers are discussing the budget of the alliance. · talks.meeting · actor=ministers
Togo opened an embassy in Tirana. · diplomacy.recognition · actor=Togo · target=Tirana
The junta imposed a curfew in Lashio. · curfew · actor=junta
The governor agreed to allow access to the camps. · access.granted · actor=governor
Bahrain will send food to Lebanon. · aid.delivered · actor=Bahrain · beneficiary=Lebanon
The two sides postponed their talks. · talks.postponed
Turkey cancelled a planned visit to Greece. · talks.cancelled · actor=Turkey · target=Greece
The rebels freed the captured soldiers. · prisoners.release · actor=rebels
Iran supplied missiles to Hezbollah. · arms_supply · actor=Iran · beneficiary=Hezbollah
""".strip()

NOTHING = """
Experts agree that the war will last for years.
The minister refused to comment.
The spokesman declined to say how many had died.
The young singer agreed to appear on the show.
Nobody has accused the mayor of anything.
Peru did not reject the offer.
The report does not blame Uganda.
Observers doubt whether Chad would refuse.
Kenya may refuse to sign.
The general was dismissed.
The judge dismissed the director.
The woman was denied treatment.
Given the weapons of the time, the fort was safe.
Police said he would appear in court on Friday.
The bride accepted the ring.
To learn more, go to www.example.org today.
"I would just sit there and watch it," the guard said.
The army mobilised efforts to clear the snow.
The museum opened its doors to visitors from Ghana.
The couple met in Paris in 1998.
The bridge was praised for its design.
Tourists visited the ruins near the capital.
The team backed its coach.
The river meets the sea at Beira.
Rain delayed the harvest.
The doctor supported his family.
A new law supports farmers.
The company supplied the tiles.
The bank opened an office in Lagos.
The girl waved to her brother.
The city agreed a budget.
The wall was opposed to the wind.
The chef defended his recipe.
Villagers urged their goats up the hill.
The children came home late.
The sun threatened to melt the ice.
The storm threatened the coast.
The fans called for an encore.
The jurors went home for the day.
Her parents recognised the coat.
She recalled the journey.
He recalled that the sea was calm.
The school suspended two pupils.
The farmer sent food to the market.
The restaurant serves food from Ethiopia.
Traffic was blocked by fallen trees.
The firm investigated the leak.
A cat refused to leave the roof.
The hikers closed the gate.
""".strip()

ACTS = {"accuses", "criticises", "praises", "demands", "rejects", "threatens", "intends", "denies"}
STATE_ACTS = (
    "talks",
    "agreement",
    "mediation",
    "sanctions",
    "diplomacy",
    "aid.",
    "arms_supply",
    "investigation",
    "blockade",
    "access",
)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("·")] for line in table.splitlines()]


def _fills(claim: Claim, wanted: str) -> bool:
    role, words = wanted.split("=")
    return any(words in ref.text for ref in claim.roles.get(role, ()))


def _told(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (c.type, c.stance, c.modality, c.voice.name, {r: [f.text for f in fs] for r, fs in c.roles.items()})
        for c in reading.claims
    ]


def _is_by(reading: Reading, claim: Claim, words: str) -> bool:
    voice = claim.voice
    said = reading.text[voice.start : voice.end] if voice.start is not None else ""
    return words in voice.name or words in said


@pytest.mark.parametrize("row", _rows(SAID), ids=lambda row: row[0][:50])
def test_who_says_it_with_which_stance_to_whom(row: list[str]) -> None:
    reading = read(row[0])
    found = [c for c in reading.claims if c.stance == row[1] and _is_by(reading, c, row[2])]
    assert any(all(_fills(claim, wanted) for wanted in row[3:]) for claim in found), _told(reading)


@pytest.mark.parametrize("row", _rows(DONE), ids=lambda row: row[0][:50])
def test_who_does_what_to_whom(row: list[str]) -> None:
    reading = read(row[0])
    found = [c for c in reading.claims if c.type == row[1]]
    assert any(all(_fills(claim, wanted) for wanted in row[2:]) for claim in found), _told(reading)


@pytest.mark.parametrize("text", NOTHING.splitlines())
def test_no_act_is_made_up(text: str) -> None:
    reading = read(text)
    acts = [
        c
        for c in reading.claims
        if (c.stance in ACTS and c.modality != "conditional") or (c.type or "").startswith(STATE_ACTS)
    ]
    assert not acts, _told(reading)


def test_what_is_demanded_is_no_fact_and_what_is_promised_is_planned() -> None:
    demand = read("Ghana urged Togo to open the border.").claims[0]
    promise = read("Canada pledged aid to Haiti.").claims[0]
    assert (demand.modality, promise.modality) == ("hypothetical", "planned")


def test_a_threat_makes_no_event() -> None:
    assert not read("Belarus threatened to sever relations with Lithuania.").events


def test_no_role_goes_to_who_speaks() -> None:
    for row in _rows(SAID):
        for claim in read(row[0]).claims:
            if (claim.type or "").startswith("speech."):
                mine = {claim.voice.entity, claim.voice.for_} - {None}
                fillers = [f for role in ("actor", "target", "addressee") for f in claim.roles.get(role, ())]
                assert not any(f.entity in mine for f in fillers if f.entity), row[0]


def test_one_who_is_to_be_given_something_is_not_asked_for_it() -> None:
    (claim,) = [c for c in read("Oxfam called for Yemen to be given more food.").claims if c.stance == "demands"]
    assert "addressee" not in claim.roles


def test_what_is_answered_by_a_threat_has_happened() -> None:
    text = "The guerrillas threatened to shell Bogota in retaliation for Monday's air strike on Cali."
    (strike,) = [claim for claim in read(text).claims if claim.type == "strike.air"]
    assert (strike.stance, strike.modality) == ("asserts", "actual")


def test_police_do_not_speak_of_themselves_as_he() -> None:
    reading = read("The police said he had met the Zambian envoy.")
    assert not [ref for claim in reading.claims for ref in claim.roles.get("actor", ()) if ref.text == "he"]


def test_what_is_agreed_to_be_done_is_told_once() -> None:
    reading = read("Egypt has agreed to mediate between Hamas and Fatah.")
    assert [(c.type, c.modality) for c in reading.claims if c.type != "other"] == [("mediation", "planned")]


def test_what_went_before_a_threat_is_no_threat() -> None:
    reading = read("Uganda threatened to strike back after Kenya expelled its diplomats.")
    (claim,) = [c for c in reading.claims if c.type == "diplomacy.expulsion"]
    assert claim.stance == "asserts"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iran hailed the capture of Palmyra by the Syrian army on Sunday.", "speech.praise"),
        ("Norway condemned the killing of six aid workers by gunmen on Sunday.", "speech.criticise"),
    ],
)
def test_praise_and_blame_stand_beside_what_they_are_for(text: str, type_: str) -> None:
    claims = read(text).claims
    assert [claim.kind for claim in claims if claim.type == type_] == ["statement"]
    assert any(claim.kind == "event" for claim in claims)


def test_each_sentence_of_a_quotation_is_told_for_itself() -> None:
    text = '"The army has won. They must leave the town at once. Nobody wants them here," General Sall said in Bamako.'
    told = [(claim.quote, claim.stance) for claim in read(text).claims if claim.kind != "role"]
    assert ("The army has won", "asserts") in told
    assert ("They must leave the town at once", "demands") in told
    assert ("Nobody wants them here", "asserts") in told


def test_what_follows_an_accusation_is_no_accusation() -> None:
    text = 'Mali accused Niger of lies. "They took the town," the minister said. "We saw it. It is a shame," he said.'
    told = {claim.quote: (claim.type, claim.stance) for claim in read(text).claims}
    assert told["It is a shame"] == (None, "asserts")


def test_who_is_concerned_criticises() -> None:
    claims = read("The United Nations is deeply concerned about the siege of Sirte.").claims
    assert any((claim.type, claim.stance) == ("speech.criticise", "criticises") for claim in claims)


def test_a_bare_name_that_was_heard_says_nothing() -> None:
    claims = read("Shells killed nine in Sirte. The radio reported the White House as saying so on Monday.").claims
    assert not any(claim.quote == "the White House" for claim in claims)


def test_the_word_that_links_is_no_part_of_what_is_said() -> None:
    claims = read("Shells killed nine in Sirte. It has also been reported that many homes are gone.").claims
    assert any(claim.quote == "many homes are gone" for claim in claims)


def test_a_deed_that_is_only_named_does_not_stand_for_what_is_said_of_it() -> None:
    text = "Shells killed nine in Sirte. The mayor said the shelling of the port obliged the council to act."
    reading = contested.read(text, published="2024-05-15", gate="conflict")
    quotes = [claim.quote for claim in reading.claims if claim.kind == "statement"]
    assert quotes == ["the shelling of the port obliged the council to act"]
