import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.text.mojibake import garbled_lines, mend

SENTENCE = "L’armée déplore « douze blessés » à Alépé ; évacués vers l’école, dès l’été."


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp437"])
def test_text_that_was_decoded_wrongly_is_mended(encoding):
    garbled = "Une autre ligne, déjà bonne.\r\n" + SENTENCE.encode().decode(encoding, "ignore") + "\n"
    assert garbled_lines(garbled) == 1
    mended = mend(garbled)
    assert mended.startswith("Une autre ligne, déjà bonne.\r\nL")
    assert "blessés" in mended


@pytest.mark.parametrize(
    "text", [SENTENCE, "", "Âge : 12 ans. ÂGÉ. Ça va √ 2.", "Saõ Paulo, Ångström", "PÂTES, CÂLINS"]
)
def test_good_text_is_left_alone(text):
    assert (garbled_lines(text), mend(text)) == (0, text)


@given(st.text())
def test_any_text_is_told_and_mended_alike(text):
    assert (garbled_lines(text) == 0) == (mend(text) == text)
