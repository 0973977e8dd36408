"""The facts from which a figure's source is chosen."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language

from nlp_events.layers.sources.component import SourceQuestion, Sources

TEXT = (
    "Le maire a annoncé dimanche la crue. Selon la police, douze voisins auraient péri. "
    "La Croix-Rouge a compté huit blessés, le préfet Awa Ba en attend d'autres.\n"
    "« Trois hommes sont morts », a dit un témoin."
)
Asked = dict[str, tuple[SourceQuestion, dict[str, set[str]]]]


@pytest.fixture(scope="module")
def asked() -> Asked:
    """Figure → its question, and the facts of each voice by its name, of «nobody» by «-»."""
    pipeline: Language = spacy.blank("fr")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Awa Ba"}])
    for name in ("quantities", "discourse", "figures"):
        pipeline.add_pipe(f"nlp_events_{name}")
    doc = pipeline(TEXT)
    sources = Sources()
    found = {}
    for span, question in zip(doc.spans["nlp_events_figures"], sources.questions(doc), strict=True):
        names = [*(TEXT[voice.start : voice.end] for voice in question.voices), "-"]
        found[span.text] = question, dict(zip(names, map(set, question.candidates), strict=True))
    return found


@pytest.mark.parametrize(
    ("figure", "voice", "expected"),
    [
        ("douze voisins", "la police", {"ruled", "at=own before", "type=security_forces", "at=own before conditional"}),
        ("douze voisins", "Le maire", {"not ruled", "at=-1", "kind=voice", "verb=True", "apart=-1 own=1"}),
        ("douze voisins", "Awa Ba", {"rule=name", "label=PER", "at=1", "sibling=last"}),
        ("huit blessés", "La Croix-Rouge", {"at=own before", "type=ngo", "capital=True", "before figures=0"}),
        ("Trois hommes", "un témoin", {"quotes it", "at=own after", "at=own after quoted"}),
        ("Trois hommes", "Awa Ba", {"at=-1 line", "apart=-1"}),
    ],
)
def test_what_holds_of_a_voice(asked: Asked, figure: str, voice: str, expected: set[str]) -> None:
    assert expected <= asked[figure][1][voice]


def test_what_speaks_for_nobody(asked: Asked) -> None:
    nobody = asked["douze voisins"][1]["-"]
    assert {"none ruled=True", "none conditional", "none own=1 before=1", "none impact=killed"} <= nobody


def test_whoever_stands_far_away_is_not_asked() -> None:
    pipeline = spacy.blank("fr")
    for name in ("quantities", "discourse", "figures"):
        pipeline.add_pipe(f"nlp_events_{name}")
    far = "Le maire a annoncé la crue. " + "La pluie dure encore. " * 4 + "Douze voisins ont péri. Rien ne vient."
    sources = Sources()
    (question,) = sources.questions(pipeline(far))
    assert question.voices == []
    assert question.groups == [None]
