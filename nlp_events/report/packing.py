"""Results and incidents in the small form that the report's page reads.

``data`` is one JSON object. Its ``columns`` are the records' fields, in the order of ``fields``, one value a record;
where ``interned`` is true the column holds the number of a text in ``strings``, -1 for None. ``x`` and ``y`` are the
place on the map. Their sentences stand apart in ``sentences``, which a first view does not need.
``review`` are what may be records all the same, by the number of their article. ``incidents`` are as in their file,
with their time lines (``story``).

``articles`` is text with one JSON object a line: the text of an article, and what is marked in it. They stand in
blocks of ``BLOCK``, which the page unpacks when one of their articles is first looked at: of sixty megabytes a first
view needs none. Their ``marks`` are of each record of the article its mentions, flat, and of each slot the rule, with
start and end where words say it.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from nlp_events.report.outlines import project
from nlp_events.report.pieces import pieces
from nlp_events.report.story import with_timeline
from nlp_events.timelines import toll_days
from nlp_events.values import ArticleResult, Event

UNIQUE = frozenset(("event_id",))
"""Texts that hardly ever come twice, so that a table of them would only be longer."""
MARKS = ("mentions", "evidence")
"""Fields that are needed where an article is shown, and stand with its text."""
LATER = "sentence"
"""The longest field, which the page unpacks after it is shown, or when somebody searches."""

EVENT_FIELDS = tuple(field for field in fields(Event) if field.name not in ("doc_id", LATER, *MARKS))
FIELDS = ("doc", "x", "y", *(field.name for field in EVENT_FIELDS))
CONFIDENCES = ("confidence", "place_confidence", "date_confidence", "actor_confidence")
NUMBERS = frozenset(
    ("start", "end", "min", "max", "trigger_start", "trigger_end", "latitude", "longitude", *CONFIDENCES)
)
INTERNED = tuple(name not in (NUMBERS | UNIQUE | {"doc", "x", "y"}) for name in FIELDS)
BLOCK = 100
"""Articles that are unpacked together: a block opens in a few hundredths of a second."""
LONGEST_HEADLINE = 160
"""A first line that is longer, in characters, is no headline."""
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Packed:
    """What the page reads: ``data`` as it is, ``articles`` a line each, and the country codes that come.

    ``sentences`` are the texts of ``LATER``, each once, and of each record the number of its own.
    """

    data: dict[str, Any]
    sentences: dict[str, Any]
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
    strings, sentences = _Strings(), _Strings()
    own: list[int] = []
    heads: list[list[Any]] = []
    columns: list[list[Any]] = [[] for _ in FIELDS]
    review: list[dict[str, Any]] = []
    articles: list[str] = []
    told = list(incidents)
    days: dict[str, str] = {}
    countries = {incident["country"] for incident in told}
    for number, result in enumerate(results):
        heads.append([result.doc_id, result.title, _headline(result), result.published, result.status, result.error])
        for event in result.events:
            for column, cell in zip(columns, _record(number, event, strings), strict=True):
                column.append(cell)
            own.append(sentences(event.sentence))
        countries |= {event.country for event in result.events}
        days |= toll_days([result]) if told else {}
        review += ({"doc": number, **one} for one in result.review)
        articles.append(json.dumps(_body(result), ensure_ascii=False, separators=(",", ":")))
    data = {
        "fields": FIELDS,
        "interned": INTERNED,
        "strings": list(strings.numbers),
        "articles": heads,
        "columns": columns,
        "incidents": [with_timeline(one, days) for one in told],
        "review": review,
        "block": BLOCK,
    }
    told_later = {"strings": list(sentences.numbers), "column": own}
    return Packed(data=data, sentences=told_later, articles=articles, countries={code for code in countries if code})


def compressed(text: str) -> str:
    """A text as base64 of gzip, which browsers unpack by themselves; half a character becomes its escape in JSON."""
    whole = _HALF_CHARACTERS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return base64.b64encode(gzip.compress(whole.encode("utf-8"), compresslevel=6, mtime=0)).decode("ascii")


def blocks(articles: Sequence[str]) -> Iterator[str]:
    """The lines of ``Packed.articles``, some at a time, each block compressed."""
    for first in range(0, len(articles), BLOCK):
        yield compressed("\n".join(articles[first : first + BLOCK]))


def _headline(result: ArticleResult) -> str:
    """The first line of a text, where it is short enough to be one; of an article with a title it is not needed."""
    if result.title or result.text is None:
        return ""
    line = result.text.lstrip().split("\n", 1)[0].strip()
    return line if len(line) <= LONGEST_HEADLINE else ""


def _record(number: int, event: Event, strings: _Strings) -> list[Any]:
    return [number, *_place(event), *(_cell(getattr(event, name), name, strings) for name in FIELDS[3:])]


def _place(event: Event) -> tuple[int | None, int | None]:
    """Where a record stands on the map."""
    if event.latitude is None or event.longitude is None:
        return None, None
    x, y = project(event.longitude, event.latitude)
    return round(x), round(y)


def _cell(value: Any, name: str, strings: _Strings) -> Any:
    return value if name in NUMBERS or name in UNIQUE else strings(value)


def _body(result: ArticleResult) -> dict[str, Any]:
    """The text of an article and what is marked in it."""
    return {
        "whole": result.text is not None,
        "pieces": list(pieces(result)),
        "entities": [[one["start"], one["end"], one["label"], one["canonical"]] for one in result.entities],
        "dates": [[one["start"], one["end"], one["value"]] for one in result.dates],
        "related": list(result.related),
        "marks": [_marks(event) for event in result.events],
    }


def _marks(event: Event) -> list[Any]:
    evidence = {slot: [one["rule"], *(one["span"] or ())] for slot, one in event.evidence.items()}
    return [[offset for span in event.mentions for offset in span], evidence]
