import pytest

from nlp_events.text.language import french_share, is_french, language_of
from nlp_events.text.language_model import language_resource

FRENCH = "Les secours ont annoncé que les habitants de la vallée avaient été évacués dans la nuit vers deux écoles. "
ENGLISH = "Rescue workers said that people from the valley had been taken to two schools during the night by the army. "
NAMES = (
    "Étaient présents : Fatou Diallo, Moussa Traoré, Awa Keïta, Boubacar Sangaré, Mariam Koné, de la mairie de Kayes. "
)


@pytest.mark.parametrize("text", language_resource().examples)
def test_examples_are_french(text):
    assert is_french(text * 4)


@pytest.mark.parametrize("text", language_resource().non_examples)
def test_non_examples_are_not(text):
    assert not is_french(text * 4)


@pytest.mark.parametrize(
    ("text", "french"),
    [
        (FRENCH * 2, True),
        (ENGLISH * 2, False),
        (NAMES * 2, True),
        ("hier", True),
        ("Twelve people were killed.", True),  # too short to tell
        ("", True),
        ("12 34 56 " * 50, True),
        (ENGLISH + FRENCH, True),
    ],
)
def test_language(text, french):
    assert is_french(text) is french


OTHERS = {
    "Spanish": "Al menos doce personas murieron y otras treinta resultaron heridas el miércoles en una explosión "
    "en el centro de la ciudad, según la policía",
    "Portuguese": "Pelo menos doze pessoas morreram e outras trinta ficaram feridas na quarta-feira numa explosão "
    "no centro da cidade, informou a polícia local",
    "Italian": "Almeno dodici persone sono morte e altre trenta sono rimaste ferite mercoledì in una esplosione "
    "nel centro della città, ha detto la polizia",
    "Haitian Creole": "Omwen douz moun mouri epi trant lòt blese mèkredi nan yon eksplozyon nan mitan vil la, "
    "dapre sa lapolis fè konnen",
    "English": "At least twelve people were killed and thirty others wounded on Wednesday in an explosion in the town, "
    "the police said",
}


@pytest.mark.parametrize("name", OTHERS)
def test_twenty_words_of_another_language_are_told(name):
    pytest.importorskip("py3langid")
    text = " ".join(OTHERS[name].split()[:20])
    assert not is_french(text)
    assert language_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Burkina : 12 civils tués à Djibo, Arbinda, Gorom-Gorom, Dori, Sebba, Titao, Bani, 30 blessés, 4 disparus, "
        "200 déplacés recensés mardi, bilan provisoire.",
        "Bilan provisoire : douze morts, trente blessés, deux cents maisons détruites, cinq écoles endommagées, trois "
        "ponts coupés, mille familles sinistrées.",
        "Au moins douze personnes ont péri et trente autres ont été blessées mercredi dans une explosion, selon la "
        "police locale.",
    ],
)
def test_twenty_words_of_french_without_function_words(text):
    pytest.importorskip("py3langid")
    assert is_french(text)
    assert language_of(text) == "French"


def test_share_is_between_zero_and_one():
    assert french_share("") == 0
    assert french_share("le la les") == 1
    assert 0.3 < french_share(FRENCH) < 0.8
