"""Why a slot is empty."""

import pytest

from nlp_events.pipeline import process
from nlp_events.report.silences import FEARED, NO_DAY, NO_NAME, NO_NOUN, NO_OWN_DAY, NO_PLACE, NOBODY, silences
from nlp_events.values import Article


@pytest.mark.parametrize(
    ("text", "slot", "reason"),
    [
        ("Une bombe a tué douze bergers mardi.", "place", NO_NAME),
        ("Une bombe a tué douze bergers, a dit le maire de Gao.", "source", None),
        ("Une bombe a tué douze bergers mardi.", "source", NOBODY),
        ("Une bombe a tué douze bergers mardi.", "date", None),
        ("Une bombe a tué douze bergers.", "date", NO_DAY),
        ("La crue a atteint Mopti mardi. On craint 30 noyés.", "date", FEARED),
        ("Douze ont été tués mardi à Gao.", "who", NO_NOUN),
    ],
)
def test_a_slot(nlp, text, slot, reason):
    (result,) = process([Article(doc_id="a", text=text, published="2020-03-04")], nlp)
    assert dict(silences(result.events[0], result)).get(slot) == reason


def test_the_reasons_differ():
    assert len({NO_DAY, NO_OWN_DAY, FEARED, NO_NAME, NO_PLACE}) == 5
