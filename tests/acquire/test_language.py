import pytest

from contested.acquire.language import language_of, name_of, normal_code, require_readable
from contested.errors import InputError
from contested.model.text import Block

ENGLISH = {
    "plain": "Two villages east of Bakhmut were shelled overnight, the regional governor said, and the road to the "
    "river has been closed for civilians since then.",
    "names": "Abu Bakr al-Tikriti, Hassan Abd al-Rahman and Khalid bin Walid al-Masri of Liwa al-Tawhid and Jaysh "
    "al-Izza met in Khan Shaykhun and Jisr al-Shughur, according to a statement of the groups.",
    "capitals": "GUNMEN ATTACKED THE POLICE POST OF SAN VICENTE DEL CAGUAN AND KILLED THREE OFFICERS, THE MAYOR SAID "
    "ON MONDAY. THE ARMY HAS SENT TROOPS TO THE AREA.",
    "table": "District | Killed | Wounded\nKadugli | 12 | 40\nDilling | 3 | 11\nTotal of the two districts | 15 | 51",
}
OTHERS = {
    "ar": "أعلنت وزارة الدفاع يوم الثلاثاء أن القوات الحكومية استعادت السيطرة على المدينة بعد معارك عنيفة.",
    "ru": "Министерство обороны сообщило во вторник, что войска отошли из города после тяжёлых боёв.",
    "uk": "Міністерство оборони повідомило у вівторок, що війська відійшли з міста після важких боїв, є поранені.",
    "fr": "Le ministère de la Défense a annoncé mardi que les forces gouvernementales avaient repris le contrôle de la "
    "ville après plusieurs jours de combats.",
    "es": "El ejército informó el martes que tres soldados murieron en un ataque contra un puesto de control en "
    "el Cauca.",
    "my": "ကာကွယ်ရေးဝန်ကြီးဌာနက အင်္ဂါနေ့တွင် ကြေညာခဲ့သည်။ စစ်တပ်သည် မြို့ကို ပြန်လည်သိမ်းပိုက်ခဲ့သည်။",
    "sw": "Wizara ya Ulinzi ilitangaza Jumanne kwamba vikosi vya serikali vimeuteka tena mji huo baada ya mapigano "
    "makali.",
}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH.keys())
def test_english_is_never_refused(text: str) -> None:
    code, _ = language_of(text)
    require_readable(code)
    assert code in ("en", None)


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_other_languages_are_told_and_refused_by_name(code: str, text: str) -> None:
    found, _ = language_of(text)
    assert found == code
    with pytest.raises(InputError) as refused:
        require_readable(found)
    assert refused.value.code == "language"
    assert name_of(code) in refused.value.message


def test_a_text_too_short_to_tell_is_read_as_english_with_a_note() -> None:
    assert language_of("Clashes near Goma") == (None, "too short to tell the language: read as English")


def test_a_short_text_in_another_script_is_still_told() -> None:
    code, _ = language_of("مقتل ثلاثة جنود")
    assert code not in ("en", None)


def test_the_body_decides_and_not_the_menu_around_it() -> None:
    menu = "Accueil Politique Monde Économie Sports Culture Météo Vidéos Abonnez-vous Se connecter Nous contacter " * 3
    text = menu + "\n" + ENGLISH["plain"] * 2
    blocks = (Block(0, len(menu), "furniture"), Block(len(menu) + 1, len(text), "body"))
    assert language_of(text, blocks)[0] == "en"


@pytest.mark.parametrize(
    ("given", "code"),
    [("en-GB", "en"), ("EN", "en"), ("eng", "en"), ("English", "en"), ("fr_FR", "fr"), ("what", None)],
)
def test_languages_as_people_write_them(given: str, code: str | None) -> None:
    assert normal_code(given) == code
