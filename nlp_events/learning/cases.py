"""Annotated articles as decided cases: what each question had to choose among, and which of it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.decisions import value_facts
from nlp_events.decisions.fitting import Case
from nlp_events.extensions import FIGURES, text_of, values_of
from nlp_events.layers.actors.status import STATUSES
from nlp_events.layers.figures.context import Answer, count_facts, impact_facts
from nlp_events.layers.figures.features import topic_facts
from nlp_events.layers.figures.finding import IMPACTS
from nlp_events.layers.figures.rules import Count
from nlp_events.layers.places.rules import Name
from nlp_events.layers.times.scopes import SCOPES
from nlp_events.learning.articles import LATE, PROPOSES, Annotated, component
from nlp_events.records import events_of
from nlp_events.scoring.readings import accepted, accepted_keys, key_of, overlap, pair, same_name
from nlp_events.text.folding import fold
from nlp_events.values import Event, FigureValue

SOURCES = "nlp_events_sources"
"""The component that tells who says so."""
ACTORS = "nlp_events_actors"
"""The component that tells who did it; those before it have told cause, time and place."""


def topic_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whether an article has a figure at all, by its words."""
    facts = topic_facts(fold(text_of(article.restored(nlp))))
    yield _yes_or_no(facts, article, yes=bool(article.row["events"]))


def figure_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whether each figure that rules propose is one; those that count neither way, and what restates, are left out.

    Where a row has a list «wrong», its annotation is not complete: of what is not annotated, only these are no figures.
    """
    doc = article.restored(nlp)
    facts = component(nlp, "nlp_events_figures").questions(doc)
    figures = values_of(doc, FIGURES)
    asked = {(figure["start"], figure["end"]): own for figure, own in zip(figures, facts, strict=True)}
    for name in LATE:
        doc = component(nlp, name)(doc)
    events = events_of(doc)
    found = pair([*article.row["events"]], events)
    wrong = [event for event in found.extra if _is_wrong(event, article.row)]
    judged = [*((event, True) for _, event in found.pairs), *((event, False) for event in wrong)]
    for event, right in sorted(judged, key=lambda one: one[0].start):
        yield _yes_or_no(asked[event.start, event.end], article, yes=right)


def count_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whether each number that may count people is a figure."""
    for _, facts, answer, impact in judged_counts(article, nlp):
        yield _yes_or_no([*facts, *count_facts(answer)], article, yes=impact is not None)


def impact_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """What happened to those whom each annotated number counts."""
    for _, facts, answer, impact in judged_counts(article, nlp):
        if impact is not None:
            candidates = value_facts(IMPACTS, facts, impact_facts(answer))
            yield Case(candidates, [one == impact for one in IMPACTS], article.doc_id)


def judged_counts(article: Annotated, nlp: Language) -> Iterator[tuple[Count, list[str], Answer, str | None]]:
    """Each number that may count people, with its facts, what the network says, and the impact that is annotated.

    The impact is None where nothing is annotated.

    What is optional is left out, and what is annotated with another number or read elsewhere.
    """
    doc = article.restored(nlp)
    for count, facts, answer in component(nlp, "nlp_events_figures").counts(doc):
        item, quantity = count.item, count.quantity
        told = [one for one in article.row["events"] if one["start"] < item.end and item.start < one["end"]]
        if not told:
            yield count, facts, answer, None
            continue
        keys = accepted_keys(told[0])
        if not told[0].get("optional") and any((one[1], one[2]) == (quantity["min"], quantity["max"]) for one in keys):
            yield count, facts, answer, told[0]["impact"]


def _is_wrong(event: Event, row: Mapping[str, Any]) -> bool:
    """Whether what is not annotated is no figure: anything in a complete annotation, else what was judged wrong."""
    return "wrong" not in row or any(
        overlap(one, event) and key_of(event) in accepted_keys(one) for one in row["wrong"]
    )


def _yes_or_no(facts: Sequence[str], article: Annotated, *, yes: bool) -> Case:
    return Case([facts, ()], [yes, not yes], article.doc_id)


def source_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Whom each annotated figure is credited to."""
    doc = _before(article, nlp, SOURCES)
    questions = component(nlp, SOURCES).questions(doc)
    for gold, question in _told(article, doc, questions, "source"):
        readings, text = [one for one in accepted(gold, "source") if one], article.row["text"]
        told = [any(same_name(one, text[voice.start : voice.end]) for one in readings) for voice in question.voices]
        right = [*told, None in accepted(gold, "source")]
        yield Case(question.candidates, right, article.doc_id, groups=question.groups)


def date_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which date each figure has that is annotated."""
    doc = _before(article, nlp, "nlp_events_times")
    _, questions = component(nlp, "nlp_events_times").questions(doc)
    for gold, question in _told(article, doc, questions, "date"):
        dates = question.dates
        right = [date in accepted(gold, "date") for date in dates]
        yield Case(question.facts, right, article.doc_id, groups=dates, likely=question.likely)


def scope_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which time each figure speaks of that is annotated."""
    doc = _before(article, nlp, "nlp_events_times")
    questions = component(nlp, "nlp_events_times").scope_questions(doc)
    for gold, facts in _told(article, doc, questions, "scope"):
        readings = accepted(gold, "scope")
        yield Case(facts, [scope in readings for scope in SCOPES], article.doc_id)


def place_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which name is the place of each figure that is annotated."""
    doc = _before(article, nlp, "nlp_events_places")
    names, _, questions = component(nlp, "nlp_events_places").questions(doc)
    for gold, question in _told(article, doc, questions, "place"):
        readings = accepted(gold, "place")
        told = [_is_accepted(readings, article.row["text"], names[at]) for at in question.indices]
        yield Case(
            question.candidates, [*told, None in readings], article.doc_id, groups=question.groups,
            likely=question.likely,
        )  # fmt: skip


def cause_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which kind of happening each figure belongs to that is annotated."""
    doc = article.restored(nlp)
    questions = component(nlp, "nlp_events_causes").questions(doc)
    for gold, question in _told(article, doc, questions, "cause"):
        readings = accepted(gold, "cause")
        right = [cause in readings for cause in question.causes]
        yield Case(question.facts, right, article.doc_id, likely=question.likely)


def whole_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which figure each annotated one is a part of."""
    doc = _before(article, nlp, LATE[-1], decided=True)
    links, folded = component(nlp, LATE[-1]), fold(text_of(doc))
    figures = links.tied(doc, folded)
    gold = {figure["key"]: _gold_of(article.row, figure) for figure in figures}
    names = {key: None if one is None else str(one["event_id"]) for key, one in gold.items()}
    for figure, question in zip(figures, links.questions(folded, figures), strict=True):
        told = gold[figure["key"]]
        if told is not None:
            readings = accepted(told, "part_of")
            right = [None if key is None else names[key] or "" for key in question.keys]
            yield Case(question.facts, [one in readings for one in right], article.doc_id)


def update_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Which figure each annotated one replaces.

    Of one that is told several times, the telling nearest to the older figure has to be tied, the others may be.
    """
    doc = _before(article, nlp, LATE[-1], decided=True)
    links, folded = component(nlp, LATE[-1]), fold(text_of(doc))
    figures = links.ruled(doc, folded)
    starts = {figure["key"]: figure["start"] for figure in figures}
    gold = {figure["key"]: _gold_of(article.row, figure) for figure in figures}
    names = {key: None if one is None else str(one["event_id"]) for key, one in gold.items()}
    asked: list[tuple[str, Any, list[bool]]] = []
    nearest: dict[str, tuple[int, str]] = {}
    for figure, question in zip(figures, links.update_questions(folded, figures), strict=True):
        key, told = figure["key"], gold[figure["key"]]
        if told is None or len(question.keys) == 1:
            continue
        readings = accepted(told, "supersedes")
        right = [(None if old is None else names[old] or "") in readings for old in question.keys]
        asked.append((key, question, right))
        for old, holds in zip(question.keys[:-1], right, strict=False):
            if holds:
                apart = (abs(starts[old] - figure["start"]), key)
                nearest[str(told["event_id"])] = min(apart, nearest.get(str(told["event_id"]), apart))
    for key, question, right in asked:
        best = nearest.get(names[key] or "")
        right[-1] = right[-1] or (best is not None and best[1] != key)
        yield Case(question.facts, right, article.doc_id, groups=question.numbers)


def actor_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """Who did it to each figure that is annotated."""
    for gold, story, question, _ in _stories(article, nlp, "actor"):
        readings = accepted(gold, "actor")
        told = [_is_told(readings, story, at) for at in question.indices]
        yield Case(question.candidates, [*told, None in readings], article.doc_id, groups=question.groups)


def status_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """How each actor is told: the one that is chosen where it is right, else the first that is."""
    actors = component(nlp, ACTORS)
    for gold, story, question, figure in _stories(article, nlp, "actor_status"):
        named = [one for one in accepted(gold, "actor") if one]
        right = [place for place, at in enumerate(question.indices) if _is_told(named, story, at)]
        chosen = actors.choose(story, question).index
        if right:
            one = story.mentions[question.indices[chosen if chosen in right else right[0]]]
            statuses = accepted(gold, "actor_status")
            yield Case(
                value_facts(STATUSES, story.status(figure, one)), [one in statuses for one in STATUSES], article.doc_id
            )


def means_cases(article: Annotated, nlp: Language) -> Iterator[Case]:
    """With what it was done to each figure that is annotated."""
    for gold, story, _, figure in _stories(article, nlp, "means"):
        question = story.means(story.scenes[story.figures.index(figure)])
        readings = accepted(gold, "means")
        yield Case(question.candidates, [one in readings for one in question.told], article.doc_id)


def _stories(article: Annotated, nlp: Language, slot: str) -> Iterator[tuple[dict[str, Any], Any, Any, FigureValue]]:
    """The annotated figure, the article, the question who did it and the figure found, where the gold has the slot."""
    doc = _before(article, nlp, ACTORS)
    story = component(nlp, ACTORS).story(doc)
    for figure, scene in zip(story.figures, story.scenes, strict=True) if story is not None else ():
        gold = _gold_of(article.row, figure)
        if scene is not None and gold is not None and slot in gold:
            yield gold, story, story.actor(scene), figure


def _before(article: Annotated, nlp: Language, name: str, *, decided: bool = False) -> Doc:
    """The Doc of an article as a late component finds it, without the figures that are refused if ``decided``."""
    doc = article.restored(nlp)
    if decided:
        component(nlp, PROPOSES).decide(doc)
    for one in LATE[: LATE.index(name)]:
        doc = component(nlp, one)(doc)
    return doc


def _is_told(readings: Sequence[str | None], story: Any, at: int) -> bool:
    """Whether a mention is an annotated actor, as the scores have it."""
    one = story.mentions[at]
    written = (story.text[one.start : one.end], one.canonical or "")
    return any(same_name(reading, name) for reading in readings if reading for name in written if name)


def _told(article: Annotated, doc: Doc, questions: Iterable[Any], slot: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """The annotated figure and the question of each figure found, where the annotation has the slot."""
    for figure, question in zip(values_of(doc, FIGURES), questions, strict=True):
        gold = _gold_of(article.row, figure)
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
