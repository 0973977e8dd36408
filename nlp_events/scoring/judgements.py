"""What an analyst said of records: precision out of it, and annotated articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from nlp_events.errors import InputError
from nlp_events.scoring.comparison import LINKS, SLOTS
from nlp_events.scoring.counts import FIGURES, Share
from nlp_events.scoring.missed import missed_fields, with_missed
from nlp_events.values import ArticleResult, Event

FORMAT = "nlp-events judgements"
Verdict = Literal["right", "wrong", "amended", "missed"]
OF_RECORDS = ("right", "wrong", "amended")
"""What may be said of a record."""
FIGURE = ("impact", "min", "max", "unit")
"""The fields that make a figure wrong when they are amended; others are slots."""

ANNOTATED = (
    *("impact", "text", "start", "end", "min", "max", "modifier", "unit", "who", "who_category", "place", "country"),
    *("date", "source", "source_type", "certainty", "cause", "scope", "flow", "toll", *LINKS),
)
"""The fields of an annotated figure, in this order, after its «id»."""


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What is said of one record; ``changes`` maps fields to what they should be, for «amended».

    A figure that was «missed» is no record: ``changes`` is all of it, and its ``event_id`` is made of its place.
    """

    doc_id: str
    event_id: str
    verdict: Verdict
    changes: dict[str, Any] = field(default_factory=dict, hash=False)


def read_judgements(path: str | Path) -> list[Judgement]:
    """Read the file of judgements that a report gives: those of records, then the figures that were missed.

    Raises:
        InputError: there is no such file, or it is none of judgements.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError(str(path), "missing", "there is no such file. Check the path.") from error
    except (OSError, ValueError) as error:
        raise InputError(
            str(path), "json", f"cannot be read as JSON ({error}). Download it from the report."
        ) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("judgements"), list):
        raise InputError(str(path), "type", "is no file of judgements. Download one from the report.")
    said = [_judgement(one, f"{path}: judgement {number}") for number, one in enumerate(data["judgements"], start=1)]
    missed = data.get("missed") or ()
    return said + [_missed(one, f"{path}: missed figure {number}") for number, one in enumerate(missed, start=1)]


def _missed(data: Any, source: str) -> Judgement:
    figure = missed_fields(data, source, ANNOTATED)
    name = f"missed-{figure['start']}-{figure['end']}-{figure['impact']}"
    return Judgement(doc_id=figure["doc_id"], event_id=name, verdict="missed", changes=figure)


def _judgement(data: Any, source: str) -> Judgement:
    known = isinstance(data, dict) and data.get("verdict") in OF_RECORDS
    if not known or not isinstance(data.get("doc_id"), str) or not isinstance(data.get("event_id"), str):
        raise InputError(source, "type", "has no doc_id, event_id or verdict. Download the file from the report again.")
    changes = data.get("changes") or {}
    wrong = [name for name in changes if name not in ANNOTATED] if isinstance(changes, dict) else ["changes"]
    if wrong:
        raise InputError(source, "type", f"amends {wrong[0]!r}, which is no field of a record. Take it out.")
    return Judgement(doc_id=data["doc_id"], event_id=data["event_id"], verdict=data["verdict"], changes=changes)


@dataclass(kw_only=True)
class Precision:
    """How much of what was found is right, as judged: all figures and each impact, and slots on right figures.

    ``unknown`` counts the judgements of records that the results do not hold.
    """

    figures: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    slots: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    unknown: int = 0


def precision(results: Iterable[ArticleResult], judgements: Iterable[Judgement]) -> Precision:
    """Precision by impact and slot.

    A record that is wrong, or whose impact, bounds or unit are amended, is a wrong figure. On the others a slot is
    right when it is not amended.

    Args:
        results: the results that were judged.
        judgements: as ``read_judgements`` gives them.
    """
    events = {(result.doc_id, event.event_id): event for result in results for event in result.events}
    found = Precision()
    for one in judgements:
        if one.verdict == "missed":
            continue  # nothing that was found
        event = events.get((one.doc_id, one.event_id))
        if event is None:
            found.unknown += 1
            continue
        right = one.verdict != "wrong" and not any(name in one.changes for name in FIGURE)
        for name in (FIGURES, f"impact:{event.impact}"):
            found.figures[name].add(right=right)
        for slot in (*SLOTS, "who", "source_type") if right else ():
            found.slots[slot].add(right=slot not in one.changes)
    return found


def annotated_rows(
    results: Iterable[ArticleResult], judgements: Iterable[Judgement]
) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Annotated articles out of judged ones.

    Args:
        results: results with their text.
        judgements: what was said of their records.

    Yields:
        For each article with a judgement its ``doc_id`` and its JSON object, which ``read_annotated`` takes, with
        records as they were judged: wrong ones are left out, amended ones amended, missed ones added. None for an
        article of which a record is not judged, since an annotation is complete or none.

    Raises:
        InputError: an article has no text, or a missed figure is not in it.
    """
    verdicts = _by_article(judgements)
    for result in results:
        if result.doc_id not in verdicts:
            continue
        said = [verdicts[result.doc_id].get(event.event_id) for event in result.events]
        if any(one is None for one in said):
            yield result.doc_id, None
        else:
            row = _annotated(result, [one for one in said if one is not None])
            yield result.doc_id, with_missed(row, _missed_of(verdicts[result.doc_id]))


def judged_rows(results: Iterable[ArticleResult], judgements: Iterable[Judgement]) -> Iterator[dict[str, Any]]:
    """What was judged of articles, be it all of their records or some.

    Args:
        results: results with their text.
        judgements: what was said of their records.

    Yields:
        For each article with a judgement its JSON object as in ``annotated_rows``, with records that are right or
        amended as «events», together with those that were missed, and those that are none as «wrong».

    Raises:
        InputError: an article has no text, or a missed figure is not in it.
    """
    verdicts = _by_article(judgements)
    for result in results:
        own = verdicts.get(result.doc_id, {})
        said = [(event, own[event.event_id]) for event in result.events if event.event_id in own]
        missed = _missed_of(own)
        if said or missed:
            row = _annotated(replace(result, events=tuple(event for event, _ in said)), [one for _, one in said])
            wrong = [_figure(event, {}, set()) for event, one in said if one.verdict == "wrong"]
            yield with_missed(row, missed) | {"title": result.title, "wrong": wrong}


def _by_article(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """Judgements by article and record; of several of the same record the last one."""
    found: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for one in judgements:
        found[one.doc_id][one.event_id] = one
    return dict(found)


def _missed_of(own: Mapping[str, Judgement]) -> list[dict[str, Any]]:
    return [one.changes for one in own.values() if one.verdict == "missed"]


def annotated_as_found(result: ArticleResult) -> dict[str, Any]:
    """An article as if all of its records had been judged right, with its «title».

    Raises:
        InputError: it has no text.
    """
    said = [Judgement(doc_id=result.doc_id, event_id=one.event_id, verdict="right") for one in result.events]
    return _annotated(result, said) | {"title": result.title}


def _annotated(result: ArticleResult, said: list[Judgement]) -> dict[str, Any]:
    if result.text is None:
        problem = "its result holds no text, which an annotation needs. Extract again with --with-text."
        raise InputError(result.doc_id, "text", problem)
    kept = [(event, one) for event, one in zip(result.events, said, strict=True) if one.verdict != "wrong"]
    ids = {event.event_id for event, _ in kept}
    return {
        "doc_id": result.doc_id,
        "published": result.published,
        "text": result.text,
        "events": [_figure(event, one.changes, ids) for event, one in kept],
    }


def _figure(event: Event, changes: Mapping[str, Any], ids: set[str]) -> dict[str, Any]:
    figure = {"id": event.event_id} | {name: getattr(event, name) for name in ANNOTATED} | dict(changes)
    # A link to a record that was judged wrong leads nowhere any more.
    return figure | {link: figure[link] if figure[link] in ids else None for link in LINKS}
