"""One name for one thing: pairs of names in one document, joined or kept apart, as ``alias_pairs.csv`` says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy

from nlp_events.layers.entities.component import Entities


@pytest.fixture(scope="module")
def pairs() -> list[dict[str, str]]:
    with Path(__file__).with_name("alias_pairs.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def joined(pairs) -> list[bool]:
    nlp, entities = spacy.blank("fr"), Entities()
    return [_is_one(nlp, entities, **{key: pair[key] for key in ("label", "first", "second")}) for pair in pairs]


def _is_one(nlp, entities, label, first, second) -> bool:
    opening, middle = " reste au centre des discussions.\nSelon une note, ", " a été cité lundi."
    doc = nlp.make_doc(first + opening + second + middle)
    begin = len(first + opening)
    places = [(0, len(first)), (begin, begin + len(second))]
    doc.ents = [doc.char_span(*place, label=label, alignment_mode="expand") for place in places]
    doc = entities(doc)
    found = [
        {ent._.entity["entity_id"] for ent in doc.ents if ent.start_char < end and start < ent.end_char}
        for start, end in places
    ]
    return bool(found[0] & found[1])


def test_there_are_enough_of_both(pairs) -> None:
    assert len(pairs) > 200
    assert min(sum(pair["same"] == same for pair in pairs) for same in "01") > 80


def test_no_two_are_joined(pairs, joined) -> None:
    wrong = [pair for pair, one in zip(pairs, joined, strict=True) if one and pair["same"] == "0"]
    assert wrong == []


def test_variants_are_joined(pairs, joined) -> None:
    right = sum(one and pair["same"] == "1" for pair, one in zip(pairs, joined, strict=True))
    wanted = sum(pair["same"] == "1" for pair in pairs)
    assert 2 * right / (wanted + sum(joined)) >= 0.95
