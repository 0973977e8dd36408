"""What components read of a document: as spaCy gives it, and again when it has changed."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from nlp_events.extensions import QUANTITIES, ZONES, ZoneMap, register, values_of

register()


def _doc(text: str = "Le bilan est de douze morts .") -> Doc:
    return spacy.blank("fr")(text)


def test_the_values_of_a_group_are_those_that_its_spans_carry() -> None:
    doc = _doc()
    spans = [Span(doc, 4, 5, label="number"), Span(doc, 0, 2), Span(doc, 5, 6)]
    doc.spans[QUANTITIES] = spans
    for place in (0, 2):
        spans[place]._.quantity = {"start": place}
    assert values_of(doc, QUANTITIES) == [span._.quantity for span in doc.spans[QUANTITIES]]
    assert values_of(doc, QUANTITIES) == [{"start": 0}, None, {"start": 2}]


def test_a_group_that_is_not_there_has_no_values() -> None:
    assert values_of(_doc(), QUANTITIES) == []


def _set_zones(doc: Doc, *zones: tuple[int, int, str]) -> None:
    spans = [Span(doc, start, end, label=zone) for start, end, zone in zones]
    for span in spans:
        span._.zone = {"zone": span.label_}
    doc.spans[ZONES] = spans


def test_zones_that_are_set_anew_are_read_anew() -> None:
    doc = _doc()
    assert ZoneMap(doc).at(0) == "body"
    _set_zones(doc, (0, 2, "title"), (2, 7, "body"))
    assert (ZoneMap(doc).at(0), ZoneMap(doc).at(10)) == ("title", "body")
    _set_zones(doc, (0, 7, "related"))
    assert (ZoneMap(doc).at(0), ZoneMap(doc).at(10)) == ("related", "related")
