"""Places of the news: each marked name of ``gazetteer_probes.csv`` is found, with its country, point and kind."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.text.distance import kilometres

PROBES = Path(__file__).resolve().parents[2] / "gazetteer_probes.csv"


def _probes() -> list[dict[str, str]]:
    with PROBES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _marked(sentence: str) -> tuple[str, int, int]:
    """A sentence without its mark, and the [start, end) of what was marked."""
    return sentence.replace("[", "").replace("]", ""), sentence.index("["), sentence.index("]") - 1


@pytest.fixture(scope="module")
def docs(nlp: Language) -> dict[str, Doc]:
    texts = [_marked(probe["sentence"])[0] for probe in _probes()]
    return dict(zip(texts, nlp.pipe(texts), strict=True))


@pytest.mark.parametrize("probe", _probes(), ids=lambda probe: probe["sentence"])
def test_a_name_of_the_news_lies_where_it_lies(docs: dict[str, Doc], probe: dict[str, str]) -> None:
    text, start, end = _marked(probe["sentence"])
    found = [ent for ent in docs[text].ents if ent.start_char < end and ent.end_char > start]
    assert [ent.label_ for ent in found] == ["LOC"]
    place = found[0]._.entity
    assert (place["country"] or "", place["place_precision"]) == (probe["country"], probe["precision"])
    apart = kilometres((place["latitude"], place["longitude"]), (float(probe["latitude"]), float(probe["longitude"])))
    assert apart is not None
    assert apart <= float(probe["kilometres"])
