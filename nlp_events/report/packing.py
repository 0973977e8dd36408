"""Results and incidents in the small form that the report's page reads.

``data`` is one JSON object. Its ``records`` are rows of ``fields``; where ``interned`` is true the row holds the
number of a text in ``strings``, -1 for None. ``mentions`` are flat offsets, ``evidence`` is flat (slot, start, end,
rule), -1 for what no words say;
``x`` and ``y`` are the place on the map. ``review`` are what may be records all the same, by the number of their
article. ``articles`` is text with one JSON object a line, which the page parses when
an article is first looked at: of ten megabytes a first view needs none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from nlp_events.report.outlines import project
from nlp_events.report.pieces import pieces
from nlp_events.values import ArticleResult, Event

UNIQUE = frozenset(("event_id",))
"""Texts that hardly ever come twice, so that a table of them would only be longer."""

EVENT_FIELDS = tuple(field for field in fields(Event) if field.name != "doc_id")
FIELDS = ("doc", "x", "y", *(field.name for field in EVENT_FIELDS))
CONFIDENCES = ("confidence", "place_confidence", "date_confidence", "actor_confidence")
NUMBERS = frozenset(
    ("start", "end", "min", "max", "trigger_start", "trigger_end", "latitude", "longitude", *CONFIDENCES)
)
NOWHERE = (-1, -1)
"""For evidence that no words of the text are."""
INTERNED = tuple(name not in (NUMBERS | UNIQUE | {"doc", "x", "y", "mentions", "evidence"}) for name in FIELDS)


@dataclass(frozen=True, kw_only=True)
class Packed:
    """What the page reads: ``data`` as it is, ``articles`` a line each, and the country codes that come."""

    data: dict[str, Any]
    articles: list[str]
    countries: set[str]


class _Strings:
    """Texts by number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str | None) -> int:
        return -1 if text is None else self.numbers.setdefault(text, len(self.numbers))


def pack(results: Iterable[ArticleResult], incidents: Iterable[dict[str, Any]] = ()) -> Packed:
    """Pack results, in their order.

    Args:
        results: articles, read once.
        incidents: JSON objects of incidents, as they stand in their file.
    """
    strings = _Strings()
    heads: list[list[Any]] = []
    records: list[list[Any]] = []
    review: list[dict[str, Any]] = []
    articles: list[str] = []
    told = list(incidents)
    countries = {incident["country"] for incident in told}
    for number, result in enumerate(results):
        heads.append([result.doc_id, result.title, result.published, result.status, result.error])
        records += (_record(number, event, strings) for event in result.events)
        countries |= {event.country for event in result.events}
        review += ({"doc": number, **one} for one in result.review)
        articles.append(json.dumps(_body(result), ensure_ascii=False, separators=(",", ":")))
    data = {
        "fields": FIELDS,
        "interned": INTERNED,
        "strings": list(strings.numbers),
        "articles": heads,
        "records": records,
        "incidents": told,
        "review": review,
    }
    return Packed(data=data, articles=articles, countries={code for code in countries if code})


def _record(number: int, event: Event, strings: _Strings) -> list[Any]:
    return [number, *_place(event), *(_cell(getattr(event, name), name, strings) for name in FIELDS[3:])]


def _place(event: Event) -> tuple[int | None, int | None]:
    """Where a record stands on the map."""
    if event.latitude is None or event.longitude is None:
        return None, None
    x, y = project(event.longitude, event.latitude)
    return round(x), round(y)


def _cell(value: Any, name: str, strings: _Strings) -> Any:
    if name == "mentions":
        return [offset for span in value for offset in span]
    if name == "evidence":
        return [
            part
            for slot, one in value.items()
            for part in (strings(slot), *(one["span"] or NOWHERE), strings(one["rule"]))
        ]
    return value if name in NUMBERS or name in UNIQUE else strings(value)


def _body(result: ArticleResult) -> dict[str, Any]:
    """The text of an article and what is marked in it."""
    return {
        "whole": result.text is not None,
        "pieces": list(pieces(result)),
        "entities": [[one["start"], one["end"], one["label"], one["canonical"]] for one in result.entities],
        "dates": [[one["start"], one["end"], one["value"]] for one in result.dates],
        "related": list(result.related),
    }
