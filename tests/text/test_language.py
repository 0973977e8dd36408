import pytest

from nlp_events.text.language import french_share, is_french
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


def test_share_is_between_zero_and_one():
    assert french_share("") == 0
    assert french_share("le la les") == 1
    assert 0.3 < french_share(FRENCH) < 0.8
