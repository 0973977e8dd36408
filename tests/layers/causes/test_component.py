"""The component on documents with figures and zones put there by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from nlp_events.decisions.scorer import NETWORK, Scorer
from nlp_events.extensions import FIGURES, ZONES, register
from nlp_events.layers.causes.component import Causes
from nlp_events.layers.causes.features import Asked
from nlp_events.layers.causes.reading import CauseReader

register()


def document(blank: Language, text: str, figure: str, zone: str = "body", **zones: str) -> Doc:
    """A document with one figure: a whole sentence, in a zone; and with zones, by their words."""
    doc = blank.make_doc(text)
    start, end = text.index(figure), text.index(figure) + len(figure)
    span = doc.char_span(start, end)
    trigger = max(start, doc.text.find("morts", start, end))
    span._.figure = {
        "key": f"{start}-{end}", "start": start, "end": end, "sentence_start": start, "sentence_end": end,
        "trigger": "morts", "trigger_start": trigger, "trigger_end": trigger + 5, "impact": "killed",
        "who_category": None, "zone": zone, "cause": None, "evidence": {},
    }  # fmt: skip
    doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=[span])
    parts = []
    for name, words in zones.items():
        part = doc.char_span(text.index(words), text.index(words) + len(words))
        part._.zone = {"zone": name}
        parts.append(part)
    doc.spans[ZONES] = SpanGroup(doc, name=ZONES, spans=parts)
    return doc


def told(doc: Doc) -> tuple[Any, Any]:
    """Cause, and the words that tell it, None for one that no word tells."""
    figure = doc.spans[FIGURES][0]._.figure
    span = figure["evidence"].get("cause", {"span": None})["span"]
    return figure["cause"], span and doc.text[slice(*span)]


FAR = "Le maire est venu. Il a parlé. "


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Le séisme a fait six morts.", "Le séisme a fait six morts.", ("earthquake", "séisme")),
        ("Un séisme a eu lieu. Six morts.", "Six morts.", ("earthquake", "séisme")),
        ("Six morts. Un séisme a eu lieu.", "Six morts.", ("earthquake", "séisme")),
        (f"Un séisme a eu lieu. {FAR}Six morts.", "Six morts.", ("earthquake", "séisme")),
        (f"Une avalanche. {FAR}Six morts dans un séisme.", "Six morts dans un séisme.", ("earthquake", "séisme")),
        ("Deux conjoints ont été arrêtés. Six morts dans une inondation.", "Six morts dans une inondation.",
         ("flood", "inondation")),
        ("Une grève, puis des manifestations. Six morts.", "Six morts.", ("unrest", "grève")),
        ("Le conseil a siégé. Six morts.", "Six morts.", (None, None)),
    ],
)  # fmt: skip
def test_the_words_around_it_tell(blank: Language, text: str, figure: str, expected: tuple[str, str]) -> None:
    assert told(Causes()(document(blank, text, figure))) == expected


def test_the_rule_stands_beside_the_words(blank: Language) -> None:
    doc = Causes()(document(blank, "Le séisme a fait six morts.", "Le séisme a fait six morts."))
    evidence = doc.spans[FIGURES][0]._.figure["evidence"]["cause"]
    assert evidence["rule"] == "quake"
    assert evidence["span"] == [3, 9]


RELATED = "Six morts à Gao. Le maire est venu. Il a parlé. À lire aussi : séisme en Asie, 200 morts."


@pytest.mark.parametrize(
    ("figure", "zone", "expected"),
    [("Six morts à Gao.", "body", (None, None)), ("À lire aussi : séisme en Asie, 200 morts.", "related",
                                                   ("earthquake", "séisme"))],
)  # fmt: skip
def test_other_articles_tell_of_their_own(
    blank: Language, figure: str, zone: str, expected: tuple[str | None, str | None]
) -> None:
    related = "À lire aussi : séisme en Asie, 200 morts."
    assert told(Causes()(document(blank, RELATED, figure, zone, related=related))) == expected


def test_the_title_counts_more_than_the_rest(blank: Language) -> None:
    text = f"Séisme en Asie\n{FAR}Une avalanche. {FAR}Six morts. {FAR}"
    assert told(Causes()(document(blank, text, "Six morts.", title="Séisme en Asie"))) == ("earthquake", "Séisme")


def test_without_figures_nothing_is_done(blank: Language) -> None:
    doc = Causes()(blank.make_doc("Un séisme."))
    assert FIGURES not in doc.spans


def test_a_figure_that_others_hold_is_not_changed(blank: Language) -> None:
    doc = document(blank, "Le séisme a fait six morts.", "Le séisme a fait six morts.")
    before = doc.spans[FIGURES][0]._.figure
    Causes()(doc)
    assert before["cause"] is None
    assert before["evidence"] == {}


def test_why_a_cause_is_chosen(blank: Language) -> None:
    found = Causes().reasons(document(blank, "Le séisme a fait six morts.", "Le séisme a fait six morts."))
    (why,) = found.values()
    assert (why.chosen, why.confidence > 0.9) == ("earthquake", True)
    assert "told" in {fact for fact, _ in why.terms}


class Sure(CauseReader):
    """A reader that is sure of one cause."""

    def likely(self, doc: Doc, asked: Sequence[Asked]) -> list[list[float] | None]:
        return [[0.0 if cause == "flood" else -20.0 for cause in one.causes] for one in asked]


def test_what_the_network_says_joins_the_facts_and_the_reasons(blank: Language) -> None:
    text = f"Un séisme. Une inondation. {FAR}Six morts."
    causes, doc = Causes(), document(blank, text, "Six morts.")
    causes.scorer = Scorer(weights={"told": 1.0}, network=1.0)
    causes.reader = CauseReader(None)
    (without,) = causes.reasons(doc).values()
    causes.reader = Sure(None)
    (within,) = causes.reasons(doc).values()
    assert without.chosen != "flood"
    assert (within.chosen, within.terms[0][0]) == ("flood", NETWORK)
    assert told(causes(doc))[0] == "flood"


def test_the_network_reads_eight_stretches_and_what_the_figure_is(blank: Language) -> None:
    text = f"Séisme en Asie\nLe maire est venu. Il a parlé. Six morts à Gao. Le toit a cédé. {FAR}"
    figure = "Six morts à Gao."
    doc = document(blank, text, figure, title="Séisme en Asie")
    asked: list[Asked] = []

    class Kept(CauseReader):
        def likely(self, doc: Doc, every: Sequence[Asked]) -> list[list[float] | None]:
            asked.extend(every)
            return super().likely(doc, every)

    causes = Causes()
    causes.reader = Kept(None)
    causes.questions(doc)
    (one,) = asked
    read = [text[slice(*stretch)].strip() for stretch in one.stretches]
    assert read == [figure, figure, "Il a parlé.", "Le toit a cédé.", "Séisme en Asie", "Le maire est venu.",
                    text.strip(), "morts"]  # fmt: skip
    assert one.facts == ["impact=killed", "who=None", "told=earthquake"]
