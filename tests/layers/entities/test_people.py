"""One person or two, as the text says: pairs of names in a text (``person_pairs.csv``), and what appositions tell."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy

from nlp_events.layers.entities.component import Entities

NLP, ENTITIES = spacy.blank("fr"), Entities()
with Path(__file__).with_name("person_pairs.csv").open(encoding="utf-8", newline="") as lines:
    PAIRS = [tuple(row.values()) for row in csv.DictReader(lines)]


def read(text, *names):
    """The text with these names found by a recogniser, in text order, as persons."""
    doc = NLP.make_doc(text)
    found, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(doc.char_span(start, at, label="PER", alignment_mode="expand"))
    doc.ents = found
    return ENTITIES(doc)


@pytest.mark.parametrize(("text", "first", "second", "same"), PAIRS)
def test_one_person_or_two(text, first, second, same) -> None:
    doc = read(text, first, second)
    begin = text.index(second, text.index(first) + len(first))
    ids = [
        next(
            ent._.entity["entity_id"] for ent in doc.ents if ent.start_char < start + len(name) and start < ent.end_char
        )
        for name, start in ((first, text.index(first)), (second, begin))
    ]
    assert (ids[0] == ids[1]) is (same == "1")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Germain Ngoma, alias Simba, a été jugé. Simba a nié.", ["Germain Ngoma"],
            [("Germain Ngoma", "PER"), ("Simba", "PER"), ("Simba", "PER")],
        ),
        (
            "Le chef de gang Paul Pierre, dit « Ti Gaston », a fui. « Ti Gaston » a été vu.", ["Paul Pierre"],
            [("Paul Pierre", "PER"), ("Ti Gaston", "PER"), ("Ti Gaston", "PER")],
        ),
        (
            "Paul Pierre « Gros Loup » a fui. Gros Loup a été vu.", ["Paul Pierre"],
            [("Paul Pierre", "PER"), ("Gros Loup", "PER"), ("Gros Loup", "PER")],
        ),
        (
            "Paul Pierre, dit « le Chairman », a fui. Le Chairman a été vu.", ["Paul Pierre"],
            [("Paul Pierre", "PER"), ("Chairman", "PER"), ("Chairman", "PER")],
        ),
        ("Paul Pierre « Le peuple a gagné », dit-il.", ["Paul Pierre"], [("Paul Pierre", "PER")]),
        ("Joaquín « El Chapo » Guzmán a fui.", ["Joaquín"], [
            ("Joaquín", "PER"), ("El Chapo", "PER"), ("Guzmán", "PER")]),
        ("Le colonel Cheikh Diop a parlé.", ["Cheikh Diop"], [("Cheikh Diop", "PER")]),
        ("Le Dr Ngoma a parlé.", [], [("Ngoma", "PER")]),
        ("Ibrahim Boubacar Keïta a parlé. IBK était malade.", ["Ibrahim Boubacar Keïta", "IBK"], [
            ("Ibrahim Boubacar Keïta", "PER"), ("IBK", "PER")]),
        ("Paul Pierre, dit-on, a fui vers Gao.", ["Paul Pierre"], [("Paul Pierre", "PER"), ("Gao", "LOC")]),
        ("Paul Pierre (Gao) a gagné.", ["Paul Pierre"], [("Paul Pierre", "PER"), ("Gao", "LOC")]),
    ],
)  # fmt: skip
def test_names_in_apposition_are_persons(text, names, expected) -> None:
    assert [(ent.text, ent.label_) for ent in read(text, *names).ents] == expected


def test_a_family_name_is_found_in_another_spelling() -> None:
    doc = read("Yahya Sinouar a parlé. Sinwar dirige le mouvement.", "Yahya Sinouar")
    assert [(ent.text, ent._.entity["entity_id"]) for ent in doc.ents] == [("Yahya Sinouar", "E1"), ("Sinwar", "E1")]


def labels(text: str, *names: str) -> list[tuple[str, str]]:
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="LOC") for name in names]
    return [(ent.text, ent.label_) for ent in ENTITIES(doc).ents]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Yoweri Musega a été réélu.", ["Yoweri Musega"], [("Yoweri Musega", "PER")]),
        ("La Marine nationale a tiré.", ["Marine nationale"], [("Marine nationale", "LOC")]),
        ("Le colonel Yves Kidal a parlé. Pour Kidal, tout va.", ["Kidal"], [("Kidal", "LOC")]),
    ],
)
def test_a_given_name_tells_a_person(text, names, expected) -> None:
    assert labels(text, *names)[-1:] == expected


def test_initials_before_a_short_family_name_are_found() -> None:
    doc = read("Ousmane Kane opère à Gao. Puis O. Kane a fui.", "Ousmane Kane")
    assert [(ent.text, ent._.entity["entity_id"]) for ent in doc.ents if ent.label_ == "PER"] == [
        ("Ousmane Kane", "E1"),
        ("O. Kane", "E1"),
    ]
