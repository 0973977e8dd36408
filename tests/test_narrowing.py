"""Runs of blanks count as one blank, in the whole pipeline and in each component alone."""

from __future__ import annotations

from typing import get_type_hints

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events import factories, narrowing, values
from nlp_events.narrowing import OFFSETS, view_of
from nlp_events.processing import process
from nlp_events.report.evidence import spans_of
from nlp_events.values import Article, ArticleResult

STORY = (
    "Attaque au Mali\n\nUne attaque{b}a fait{b}12{b}morts{b}à{b}Gao{b}le 4{b}mai, dont trois enfants,{b}selon{b}la "
    "police malienne.\nPlus de{b}2{b}000 personnes{b}ont fui{b}vers le Niger.\n"
)
ROW = "Gao{b}12 morts{b}30 blessés{b}4 mai 2020{b}selon la gendarmerie\n"


def read(nlp: Language, text: str) -> ArticleResult:
    return next(process([Article(doc_id="a", text=text, published="2020-05-06")], nlp))


def told(result: ArticleResult) -> list[tuple[object, ...]]:
    """What the records, names and dates say, whatever stands between their words."""
    slots = (
        "impact",
        "min",
        "max",
        "modifier",
        "who",
        "trigger",
        "place_canonical",
        "date",
        "source",
        "cause",
        "scope",
    )
    records = [
        (*(getattr(one, slot) for slot in slots), one.text.split(), one.sentence.split()) for one in result.events
    ]
    names = [(one["text"].split(), one["label"], one["canonical"], one["zone"]) for one in result.entities]
    return [*records, *names, *((one["text"].split(), one["value"]) for one in result.dates)]


@pytest.mark.parametrize("count", [4, 200, 3_000])
@pytest.mark.parametrize(
    "blank", [" ", "\t", "\u00a0", "\u202f", "\u2009", "\u2007", "\u3000", "\v", "\f", " \t\u00a0\u202f"]
)
@pytest.mark.parametrize("template", [STORY, STORY + ROW * 20], ids=["story", "table"])
def test_records_are_those_of_one_blank(nlp: Language, template: str, blank: str, count: int) -> None:
    once = read(nlp, template.format(b=blank[0]))
    text = template.format(b=(blank * count)[:count])
    result = read(nlp, text)
    assert len(once.events) >= 3
    assert {one.place for one in result.events} >= {"Gao"}
    assert told(result) == told(once)
    for event in result.events:
        assert text[event.start : event.end] == event.text
        assert text[event.trigger_start : event.trigger_end].split() == event.trigger.split()
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in event.mentions)
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans_of(event.evidence).values())


def test_the_document_keeps_its_text_and_has_spans_of_it(nlp: Language) -> None:
    text = STORY.format(b=" " * 40)
    doc = nlp(text)
    assert doc.text == text
    assert [span.text for span in doc.spans["nlp_events_dates"]] == [f"4{' ' * 40}mai"]
    figures = [span._.figure for span in doc.spans["nlp_events_figures"]]
    assert [text[one["start"] : one["end"]].split()[0] for one in figures] == ["12", "trois", "Plus"]
    assert [sentence.text.split()[:2] for sentence in doc.sents][:3] == [
        ["Attaque", "au"],
        ["Une", "attaque"],
        ["Plus", "de"],
    ]
    assert {"Gao", "Niger"} <= {ent.text for ent in doc.ents}


@pytest.mark.parametrize("name", ["dates", "quantities", "zones", "entities"])
def test_a_component_alone(name: str) -> None:
    blank = spacy.blank("fr")
    blank.add_pipe(f"nlp_events_{name}")
    text = STORY.format(b="\u00a0" * 300)
    doc = blank(text)
    assert doc.text == text
    spans = doc.ents if name == "entities" else doc.spans[f"nlp_events_{name}"]
    assert spans
    assert not doc.has_annotation("SENT_START")
    assert doc.has_annotation("ENT_IOB") == (name == "entities")


def test_what_others_put_on_the_document_stays(nlp: Language) -> None:
    text = STORY.format(b=" " * 50)
    doc = nlp.make_doc(text)
    doc.spans["mine"] = [doc[0:2]]
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [span.text for span in doc.spans["mine"]] == ["Attaque au"]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [one._.figure for one in again.spans["nlp_events_figures"]] == [
        one._.figure for one in doc.spans["nlp_events_figures"]
    ]


def test_a_document_without_long_runs_is_annotated_itself(nlp: Language) -> None:
    assert view_of(nlp.make_doc("Une  mine\n\na tué   12 soldats.")) is None


def test_tokens_are_those_of_the_text_with_one_blank(nlp: Language) -> None:
    view = view_of(nlp.make_doc(STORY.format(b=" " * 9)))
    once = nlp.make_doc(STORY.format(b=" "))
    assert view is not None
    assert [(one.text, one.whitespace_, one.norm_) for one in view.doc] == [
        (one.text, one.whitespace_, one.norm_) for one in once
    ]


def test_every_slot_with_an_offset_is_known() -> None:
    kinds = (
        values.ZoneValue,
        values.DateValue,
        values.DiscourseValue,
        values.QuantityValue,
        values.Refusal,
        values.EntityValue,
        values.FigureValue,
    )
    hints = {name: str(hint) for kind in kinds for name, hint in get_type_hints(kind).items()}
    assert {name for name in hints if name.split("_")[-1] in ("start", "end")} == OFFSETS
    assert {name for name, hint in hints.items() if "list[int]" in hint or "Evidence" in hint} == {
        "mentions",
        "evidence",
        "parts",
    }
    assert narrowing.SPAN_GROUPS.keys() == factories.extensions.SPAN_GROUPS.keys()
