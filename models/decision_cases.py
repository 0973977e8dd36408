"""Annotated articles as decided cases: what ``train_decisions.py`` learns from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.decisions.fitting import Case
from nlp_events.decisions.scorer import Scorer
from nlp_events.extensions import FIGURES, doc_of, text_of
from nlp_events.layers.figures.features import topic_facts
from nlp_events.layers.places.rules import Name
from nlp_events.records import events_of
from nlp_events.scoring.readings import accepted, accepted_keys, pair, same_name
from nlp_events.text.folding import fold
from nlp_events.values import FigureValue

FOLDS = 5
LATE = ("nlp_events_times", "nlp_events_places", "nlp_events_links")
"""Components that hang on what is learned; those before them run once."""
PRESS = "press"
"""The genre of the corpus in which nobody is counted."""


@dataclass(frozen=True)
class Annotated:
    """An article with its gold, and its Doc before the late components, no figure refused, as bytes."""

    source: str
    row: Mapping[str, Any]
    doc: bytes
    fold: int

    @property
    def doc_id(self) -> str:
        """Its name."""
        return str(self.row["doc_id"])

    @property
    def kind(self) -> str:
        """Its source, or the general press."""
        return PRESS if self.row.get("genre") == PRESS else self.source

    def restored(self, nlp: Language) -> Doc:
        """The Doc anew: components change it in place."""
        return Doc(nlp.vocab).from_bytes(self.doc)


def annotated(source: str, rows: Sequence[Mapping[str, Any]], nlp: Language) -> list[Annotated]:
    """Articles run through the components before the late ones, with every figure that rules propose."""
    docs = []
    for row in rows:
        doc = doc_of(row["text"], nlp)
        doc._.article = {"doc_id": row["doc_id"], "title": row.get("title"), "published": row.get("published")}
        docs.append(doc)
    component(nlp, "nlp_events_figures").scorer = Scorer(weights={}, threshold=0.0)
    with nlp.select_pipes(disable=list(LATE)):
        done = list(nlp.pipe(docs, batch_size=32))
    return [Annotated(source, row, doc.to_bytes(), fold_of(row["doc_id"])) for row, doc in zip(rows, done, strict=True)]


def fold_of(doc_id: str) -> int:
    """The fold of an article, by its name alone."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % FOLDS


def component(nlp: Language, name: str) -> Any:
    """A component of the pipeline as it is."""
    return nlp.get_pipe(name)


def topic_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whether an article has a figure at all, by its words."""
    facts = topic_facts(fold(text_of(article.restored(nlp))))
    yield _yes_or_no(facts, article, yes=bool(article.row["events"]))


def figure_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whether each figure that rules propose is one; those that count neither way, and what restates, are left out."""
    doc = article.restored(nlp)
    spans = list(doc.spans.get(FIGURES, ()))
    facts = component(nlp, "nlp_events_figures").questions(doc) if spans else []
    keys = {span._.figure["key"]: own for span, own in zip(spans, facts, strict=True)}
    for name in LATE:
        doc = component(nlp, name)(doc)
    events = events_of(doc)
    found = pair([*article.row["events"]], events)
    judged = [*((event, True) for _, event in found.pairs), *((event, False) for event in found.extra)]
    for event, right in sorted(judged, key=lambda one: one[0].start):
        yield _yes_or_no(keys[f"{event.start}-{event.end}"], article, yes=right)


def _yes_or_no(facts: Sequence[str], article: Annotated, *, yes: bool) -> Case:
    return Case([facts, ()], [yes, not yes], article.doc_id)


def date_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which date each figure has that is annotated."""
    doc = article.restored(nlp)
    _, questions = component(nlp, "nlp_events_times").questions(doc)
    for gold, question in _told(article, doc, questions, "date"):
        dates = [one.written for one in question.candidates]
        right = [date in accepted(gold, "date") for date in dates]
        yield Case(question.facts, right, article.doc_id, groups=dates)


def place_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which name is the place of each figure that is annotated."""
    doc = component(nlp, "nlp_events_times")(article.restored(nlp))
    names, _, questions = component(nlp, "nlp_events_places").questions(doc)
    for gold, question in _told(article, doc, questions, "place"):
        readings = accepted(gold, "place")
        told = [_is_accepted(readings, article.row["text"], names[at]) for at in question.indices]
        yield Case(question.candidates, [*told, None in readings], article.doc_id, groups=question.groups)


def _told(article: Annotated, doc: Doc, questions: Sequence[Any], slot: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """The annotated figure and the question of each figure found, where the annotation has the slot."""
    for span, question in zip(doc.spans.get(FIGURES, ()), questions, strict=True):
        gold = _gold_of(article.row, span._.figure)
        if gold is not None and slot in gold:
            yield gold, question


def _gold_of(row: Mapping[str, Any], figure: FigureValue) -> dict[str, Any] | None:
    """The annotated figure that one found is: of the same number, on the spot or else the only one of the article."""
    key = (figure["impact"], figure["min"], figure["max"], figure["unit"])
    alike = [one for one in row["events"] if key in accepted_keys(one)]
    here = [one for one in alike if one["start"] < figure["end"] and figure["start"] < one["end"]]
    found = here or (alike if len(alike) == 1 else [])
    return found[0] if found and figure["zone"] != "related" else None


def _is_accepted(readings: Sequence[str | None], text: str, name: Name) -> bool:
    """Whether a name is an annotated place, as the scores have it."""
    written = (text[name.start : name.end], name.canonical)
    return any(same_name(reading, one) for reading in readings if reading for one in written)


@dataclass(frozen=True)
class Question:
    """A question: its cases, the component that asks it, how its weights are fitted.

    ``slot`` is the component's attribute that holds the scorer. ``weights`` is what a case of each source weighs,
    ``press`` what one of the general press weighs besides. ``strength`` draws weights to zero, ``least`` is the number
    of cases in which a fact has to hold. ``chooses`` tells a choice among candidates from a yes or no.
    """

    cases: Callable[[Annotated, Language], Iterator[Case]]
    component: str
    weights: Mapping[str, float]
    slot: str = "scorer"
    strength: float = 3.0
    least: int = 20
    press: float = 1.0
    chooses: bool = True

    def weight(self, article: Annotated) -> float:
        """What a case of an article weighs."""
        return self.weights[article.source] * (self.press if article.kind == PRESS else 1.0)


# The corpus has six times the cases of real news and is denser; the rules that propose figures know our gold.
QUESTIONS: dict[str, Question] = {
    "topics": Question(
        topic_cases, "nlp_events_figures", {"wild": 1.0, "corpus": 1.0, "gold": 0.3}, slot="topics", strength=10.0,
        least=10, chooses=False,
    ),
    "dates": Question(date_cases, "nlp_events_times", {"wild": 2.0, "corpus": 0.6, "gold": 1.5}, strength=6.0),
    "places": Question(place_cases, "nlp_events_places", {"wild": 2.0, "corpus": 0.4, "gold": 1.0}, strength=4.0),
    "figures": Question(
        figure_cases, "nlp_events_figures", {"wild": 2.0, "corpus": 0.5, "gold": 1.0}, least=8, press=3.0,
        chooses=False,
    ),
}  # fmt: skip
"""Every question, in an order in which each has the answers it needs."""
