"""Where the text says what a record holds."""

from __future__ import annotations

import pytest

from nlp_events.pipeline import process
from nlp_events.report.evidence import spans_of, told_at
from nlp_events.values import Article

EVIDENCE = {
    "quantity": {"span": [0, 4], "rule": "cardinal"},
    "certainty": {"span": None, "rule": "default"},
    "place": {"span": [31, 34], "rule": "at"},
}


def test_only_what_words_tell_has_a_span() -> None:
    assert spans_of(EVIDENCE) == {"quantity": (0, 4), "place": (31, 34)}
    assert spans_of({}) == {}


@pytest.mark.parametrize(
    ("slot", "words"), [("quantity", "Deux"), ("place", "Gao"), ("certainty", None), ("source", None)]
)
def test_a_slot_of_a_record(nlp, slot, words) -> None:
    text = "Deux soldats ont été tués à Gao."
    (result,) = process([Article(doc_id="a", text=text)], nlp)
    (event,) = result.events
    at = told_at(event, slot)
    assert (at and text[slice(*at)]) == words
