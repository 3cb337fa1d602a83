"""What a sentence makes of the happening between the stars: did it take place, is it planned, possible, only wished?

`-` behind a modality: it did not (or is not to) happen.
"""

import pytest

from contested.acquire.inputs import report_from_text
from contested.coding.mood import Mood, mood
from contested.parsing.parse import parse_batch
from contested.parsing.segment import sentences

CASES: dict[str, list[str]] = {
    "actual": [
        "Rebels *stormed* the barracks at dawn.",
        "The army has *retaken* the bridge.",
        "Gunmen killed a judge before *fleeing* on motorcycles.",
        "The shell hit a bakery, *killing* three people.",
        "The brigade managed to *cross* the river.",
        "Villagers were forced to *leave* their homes.",
        "Villagers had to *leave* their homes.",
        "Troops began *shelling* the suburb on Monday.",
        "The minister knew that the convoy had been *attacked*.",
        "Nobody knew that the mayor had *died*.",
        "The general regretted *ordering* the raid.",
        "The general did not regret *ordering* the raid.",
        "The president condemned the *attack* on the market.",
        "The president did not mention the *attack* on the market.",
        "The guards did not fail to *notice* the tunnel.",
        "The envoy did not leave until the rebels had *signed*.",
        "The envoy did not *leave* until the rebels had signed.",
        "They did not only *burn* the school but also looted the clinic.",
        "The militia used the mosque to *store* rockets.",
        "The president said that the rebels had *attacked* the port.",
        "He was the first to *reach* the wreck.",
        "The spokesman was glad to *announce* the release.",
        "Why did the police *shoot* the driver?",
        "The troops who *took* the airport came from the north.",
        "After the *clashes*, they refused to talk.",
        "The council launched an *investigation* into the deaths.",
        "The blast was *heard* across the town.",
        "The two sides held *talks* in Amman.",
        "The gunmen succeeded in *seizing* the radio station.",
        "The rains led to *flooding* in the camp.",
        "Shooting *erupted* near the palace.",
        "The town *fell* after a siege of three weeks.",
        "The council's decision to *close* the border angered traders.",
        "He forgot that the road had been *mined*.",
        "With thousands *waiting* at the border, the ministry asked for help.",
        "Aid workers kept *arriving* all night.",
        "The envoy called for an end to the *siege*.",
        "The family managed to escape the *invasion*.",
        "The guerrillas failed to hold the mill and *fled* into the hills.",
        "The governor failed to enforce a court *order* against the militia.",
        "The junta did not obey a *ruling* of the high court.",
        "There was nothing new on why the convoy *turned* back.",
        "The *attack* could not have come at a worse time for the mediator.",
        "The *offensive* could not come at a more delicate moment.",
        "Exports fell and profits declined on a *drop* in sales.",
    ],
    "ongoing": [
        "Warplanes are *bombing* the southern districts.",
        "Soldiers have been *searching* houses since Friday.",
        "The clashes are continuing to *spread* through the old town.",
    ],
    "actual -": [
        "The army did not *enter* the village.",
        "The rebels have never *held* the airport.",
        "The police failed to *stop* the crowd.",
        "The governor refused to *resign*.",
        "The spokesman declined to *comment*.",
        "The convoy was unable to *reach* the camp.",
        "The convoy could not *reach* the camp.",
        "Doctors cannot *enter* the besieged quarter.",
        "The patrol returned without *firing* a shot.",
        "No one was *arrested*.",
        "Nobody *claimed* the bombing.",
        "No shells *fell* on the town yesterday.",
        "None of the hostages has been *freed*.",
        "Neither side *signed* the paper.",
        "The fighters no longer *control* the dam.",
        "The commander denied nothing, nor did he *apologise*.",
        "The troops did not manage to *take* the hill.",
        "The rebels were not able to *hold* the hill.",
        "The inspectors were not allowed to *visit* the plant.",
        "The ministry has yet to *publish* the list.",
        "The wounded were too weak to *walk*.",
        "It was impossible to *deliver* the medicine.",
        "Instead of *attacking*, the militia withdrew.",
        "There was no *attack* on the convoy.",
        "The two sides did not reach an *agreement*.",
        "No *decision* has been made.",
        "The summit was cancelled, and the *meeting* never took place.",
        "The ministry cancelled the *parade*.",
        "The general called off the *attack*.",
        "The minister ruled out an *invasion*.",
        "The lack of *progress* angered the envoy.",
        "The mission ended without a *fight*.",
        "The mortar round nearly *hit* the school.",
        "The mayor neglected to *warn* the residents.",
        "Their failure to *protect* civilians was criticised.",
        "The men pretended that the bridge had been *blown* up.",
        "They did not try to *flee*.",
        "The talks did not result in any *changes*.",
        "The general lacks the ability to *feed* his troops.",
        "The senator escaped *arrest*.",
        "The mayor failed to warn the residents or *close* the road.",
        "The column could not *hold* out any longer.",
    ],
    "planned": [
        "The army will *withdraw* from the valley next week.",
        "The alliance is going to *send* two frigates.",
        "The government plans to *build* a wall.",
        "The rebels vowed to *avenge* their commander.",
        "Both sides agreed to *exchange* prisoners.",
        "The militia threatened to *blow* up the dam.",
        "The president is to *meet* the envoy on Sunday.",
        "The troops are poised to *storm* the city.",
        "The planned *offensive* worries the neighbours.",
        "The spokesman said the border would *reopen* on Friday.",
        "The threat of *strikes* hangs over the capital.",
        "They are preparing a *raid* on the camp.",
        "The king promised *elections*.",
        "Talks will *begin* in Oslo on Monday.",
        "*Talks* will begin in Oslo on Monday.",
        "The parties signed an agreement to *share* the oil.",
        "The army will attack and *seize* the port.",
        "The group hatched a plot to *kidnap* the consul.",
        "She came to *collect* her brother's body.",
        "They sent two frigates to *guard* the strait.",
    ],
    "planned -": [
        "A planned *offensive* was called off by bad weather.",
        "The army will not *leave* the valley.",
        "The premier said he would not *resign*.",
        "We are not going to *surrender*.",
        "The general promised to take the hill without *firing* a shot.",
    ],
    "possible -": [
        "Engineers could repair the dam without *closing* the road.",
    ],
    "possible": [
        "The rebels may *attack* the depot tonight.",
        "The strike might have *killed* the commander.",
        "The ceasefire could *collapse* within hours.",
        "Rescuers are trying to *reach* the miners.",
        "Soldiers tried to *enter* the mosque.",
        "The army's attempt to *retake* the hill cost many lives.",
        "Observers believe that the general has *fled*.",
        "Talks are likely to *resume* next month.",
        "The possibility of an *invasion* worries the neighbours.",
        "Rebels are fighting to *break* the siege.",
        "Perhaps the gunmen *escaped* through the sewers.",
        "Police suspect that he *planted* the bomb.",
        "The army is seeking to *cut* the road.",
        "The ministry fears that the dam may *burst*.",
        "They expect the town to *fall* soon.",
        "A suspected *attack* closed the bridge.",
        "The troops may begin to *withdraw*.",
        "The talks are not expected to *begin* until the envoy arrives.",
        "*Talks* are not expected to begin until the envoy arrives.",
        "The city could erupt in *violence* after the verdict.",
        "The march may end in *clashes*.",
    ],
    "conditional": [
        "If the rebels *attack*, the army will answer.",
        "If *talks* fail, the army will answer.",
        "If the rebels attack, the army will *answer*.",
        "Unless the siege is *lifted*, children will starve.",
        "Should they *cross* the river, we will fire.",
        "It is unclear whether the bombers *hit* the depot.",
        "The curfew stays until the talks *begin*.",
        "They will not talk unless the prisoners are *freed*.",
    ],
    "hypothetical": [
        "The union called for a *boycott* of the vote.",
        "Protesters demanded that the governor be *tried*.",
        "The envoy urged both sides to *stop* fighting.",
        "The villagers want to *return* to their homes.",
        "He hopes to *visit* the camp.",
        "The army should *protect* the convoys.",
        "The guards must *surrender* their weapons.",
        "The guards prevented an *attack* on the embassy.",
        "Police stopped the crowd from *entering* the palace.",
        "The brothers would have *died* there.",
        "Did the rebels *take* the town?",
        "*Stop* the war!",
        "The new law bans *protests* near the palace.",
        "The missiles can *reach* the capital.",
        "They opposed *sending* troops.",
        "The proposal to *divide* the city was rejected.",
        "Inspectors were allowed to *enter* the plant.",
        "The clan appealed for *help*.",
        "They discussed a *truce*.",
        "The ministry is against any *intervention*.",
        "The refugees need *protection*.",
        "She will come to *collect* her brother's body.",
        "Potential *attacks* on ships worry the insurers.",
        "He has the right to *appeal*.",
        "The crowd chanted: “*Stop* the war.”",
        "The widow insisted that the guard be *tried*.",
        "The law punishes anyone who *burns* crops.",
        "The villagers do not want to *leave*.",
        "The villagers will not be allowed to *return* until the mines are cleared.",
        "The court cannot send the widow back without *holding* a hearing.",
        "The court cannot send the widow back without a *hearing*.",
        "Nobody may cross the bridge without *paying* the militia.",
    ],
}
TABLE = [(expected, sentence) for expected, found in CASES.items() for sentence in found]


@pytest.fixture(scope="module")
def moods() -> dict[str, Mood]:
    """The moods of all sentences, parsed in one run."""
    reports = {sentence: report_from_text(sentence.replace("*", "")) for _, sentence in TABLE}
    batch = [(report.text, found := sentences(report), range(len(found))) for report in reports.values()]
    told = {}
    for sentence, parsed in zip(reports, parse_batch(batch), strict=True):
        token = parsed.tokens_in(sentence.index("*"), sentence.rindex("*") - 1)[0]
        told[sentence] = mood(parsed, token, token)
    return told


@pytest.mark.parametrize(("expected", "sentence"), TABLE, ids=[sentence for _, sentence in TABLE])
def test_mood_of_the_starred_word(moods: dict[str, Mood], expected: str, sentence: str) -> None:
    found = moods[sentence]
    said = found.modality + (" -" if found.polarity == "-" else "")
    assert said == expected, found


def test_there_are_enough_sentences() -> None:
    assert len(TABLE) >= 120
