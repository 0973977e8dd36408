"""From articles' records to tellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from nlp_events.errors import InputError
from nlp_events.given import refused
from nlp_events.layers.links.happening_model import HappeningResources, load_happenings, wide_places
from nlp_events.merging.model import MergingResources, load_merging
from nlp_events.merging.tellings import Counted, Dated, Mark, Place, Telling, TellingArticle, key_of
from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event, Impact, PlacePrecision, Reading
from nlp_events.words.store import SHIPPED, Words

# A date that names more days than this names none in particular.
WIDE_DAYS = 20
# How far back an article looks that does not say when.
YEAR = 365
# Characters around a figure in which a name belongs to its happening, where an article tells of several.
NEARBY = 400
_LINE = re.compile(r"[^\n]+")
_IMPACTS: tuple[Impact, ...] = get_args(Impact)
_EVENT = (
    "event_id",
    "incident_id",
    "impact",
    "text",
    "start",
    "min",
    "max",
    "modifier",
    "unit",
    "place",
    "date",
    "scope",
)

REMEDY = (
    "Give results (what nlp_events.pipeline.process yields), records (what nlp_events.extract yields), or rows of a "
    "file of records, as an iterable; files are read by nlp_events.incident_files.read_records."
)

_WIDTH: dict[PlacePrecision | None, int] = {"settlement": 0, "region": 1, "country": 2, "area": 3}

Row = Mapping[str, Any]


def articles_of(records: Iterable[ArticleResult | Event | Row], words: Words = SHIPPED) -> Iterator[TellingArticle]:
    """The articles with at least one record.

    Args:
        records: results, rows of a file of records, or single events; events of one article may be scattered, and
            come when all else is read.
        words: the words and rules.

    Raises:
        InputError: a row is none that ``nlp-events extract`` writes.
    """
    reader = _Reader(words)
    scattered: dict[str, list[Row]] = {}
    for record in records:
        if isinstance(record, Event):
            scattered.setdefault(record.doc_id, []).append(_of_event(record))
        elif not isinstance(record, ArticleResult | Mapping):
            raise refused("incidents", record, REMEDY)
        elif (article := reader.article(_row(record))) is not None:
            yield article
    for doc_id, events in scattered.items():
        article = reader.article({"doc_id": doc_id, "events": events})
        if article is not None:
            yield article


def _row(record: ArticleResult | Row) -> Row:
    if isinstance(record, ArticleResult):
        events = [_of_event(event) for event in record.events]
        known = {"doc_id": record.doc_id, "title": record.title, "published": record.published, "text": record.text}
        return known | {"events": events, "entities": record.entities}
    return record


def _of_event(event: Event) -> dict[str, Any]:
    return {field.name: getattr(event, field.name) for field in fields(Event)}


class _Reader:
    """Makes tellings of rows."""

    def __init__(self, words: Words) -> None:
        self._wide = wide_places(words)
        self._happenings: HappeningResources = load_happenings(words)
        self._rules: MergingResources = load_merging(words)

    def article(self, row: Row) -> TellingArticle | None:
        """The article of a row, None when it has no record."""
        source = _checked(row)
        if not row["events"]:
            return None
        try:
            return self._article(row)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            problem = f"is no row of records ({type(error).__name__}: {error}). Give what «nlp-events extract» writes."
            raise InputError(source, "record", problem) from error

    def _article(self, row: Row) -> TellingArticle:
        groups: dict[str, list[Row]] = {}
        for event in row["events"]:
            if missing := [name for name in _EVENT if name not in event]:
                raise KeyError(", ".join(missing))
            groups.setdefault(event["incident_id"], []).append(event)
        published = row.get("published")
        day = date.fromisoformat(published).toordinal() if published else None
        alone = len(groups) == 1
        tellings = tuple(
            (self._telling(row, events, day, alone=alone), tuple(self._counted(row, event, events) for event in events))
            for events in groups.values()
        )
        return TellingArticle(row["doc_id"], published, _title(row), _sentences(row), tellings)

    def _telling(self, row: Row, events: list[Row], published: int | None, *, alone: bool) -> Telling:
        replaced = {event["supersedes"] for event in events}
        main = _main(events, replaced)
        first, last, dated = self._days(main, events, published)
        places = self._places(main, events)
        counted = [event for event in events if _counts(event)]
        return Telling(
            telling_id=main["incident_id"],
            doc_id=row["doc_id"],
            published=published,
            scope=main["scope"],
            places=places,
            first=first,
            last=last,
            dated=dated,
            cause=main["cause"] or next((event["cause"] for event in events if event["cause"]), None),
            marks=tuple(_mark(event, counted, replaced) for event in counted),
            names=self._names(row, events, places, alone=alone),
            people=frozenset(event["who_category"] for event in counted if event["who_category"]),
        )

    def _places(self, main: Row, events: list[Row]) -> tuple[Place, ...]:
        """The main figure's place first."""
        found: dict[Place, None] = {}
        for event in (main, *events):
            if event["place"] and (event is main or event["part_of"] is None):
                found[self._place(event)] = None
        if not found and main["country"]:
            found[Place("", main["country"], None, None, None)] = None
        return tuple(found)

    def _place(self, event: Row) -> Place:
        name = event["place_canonical"] or event["place"]
        kind = self._kind(event)
        # A town that no table knows has the point of its country, which says nothing of where it is.
        known = event.get("place_precision") not in ("country", "area") or kind in ("country", "area")
        latitude, longitude = (event["latitude"], event["longitude"]) if known else (None, None)
        return Place(name, event["country"], latitude, longitude, kind)

    def _kind(self, event: Row) -> PlacePrecision | None:
        """How wide a place is by its name: what the tables do not know but is on the map is a settlement."""
        known = self._wide.get(key_of(event["place_canonical"] or event["place"]))
        return known or ("settlement" if event["latitude"] is not None else None)

    def _days(self, main: Row, events: list[Row], published: int | None) -> tuple[int | None, int | None, Dated]:
        aftermath = self._happenings.aftermath
        first_hit = [event for event in events if event["impact"] not in aftermath]
        for event in (main, *first_hit, *events):
            first, last = days_of(event["date"])
            if first is None and last is None:
                continue
            start = (first or last or date.min).toordinal()
            end = last.toordinal() if last else max(start, published or start)
            told = not event["date"].endswith("/..") and end - start > WIDE_DAYS
            return start, end, "wide" if told else "told"
        if published is None or main["scope"] == "cumulative":
            return None, None, "none"
        if main["scope"] == "background":
            return published - YEAR, published, "before"
        return published - self._rules.time.guess_days, published, "guessed"

    def _names(self, row: Row, events: list[Row], places: tuple[Place, ...], *, alone: bool) -> frozenset[str]:
        """Names of the happening besides its places: no countries, no agencies."""
        starts = [event["start"] for event in events]
        own = {place.key for place in places}
        names = set()
        for entity in row.get("entities") or ():
            if entity["zone"] == "related" or entity.get("kind") == "media":
                continue
            near = alone or any(abs(entity["start"] - start) <= NEARBY for start in starts)
            key = key_of(entity["canonical"])
            if near and key not in own and self._wide.get(key) != "country":
                names.add(key)
        return frozenset(names)

    def _counted(self, row: Row, event: Row, events: list[Row]) -> Counted:
        reading = Reading(
            event_id=event["event_id"],
            doc_id=row["doc_id"],
            as_of=row.get("published"),
            text=event["text"],
            min=event["min"],
            max=event["max"],
            modifier=event["modifier"],
            who=event["who"],
            who_category=event["who_category"],
            source=event["source_canonical"] or event["source"],
            source_type=event["source_type"],
            certainty=event["certainty"],
            scope=event["scope"],
            flow=event["flow"],
            toll=event["toll"],
            part=event["part_of"] is not None or any(self._holds(one, event) for one in events),
            superseded=any(one["supersedes"] == event["event_id"] for one in events),
            repeated=False,
        )
        return event["impact"], event["unit"], reading

    def _holds(self, whole: Row, part: Row) -> bool:
        """Whether a figure of a country or region holds that of a town in the same article."""
        alike = whole["impact"] == part["impact"] and whole["unit"] == part["unit"]
        if not alike or not whole["place"] or not part["place"] or whole["country"] != part["country"]:
            return False
        width = [_WIDTH.get(self._kind(one), 0) for one in (whole, part)]
        return width[0] > width[1] and _number(whole) > _number(part)


def _checked(row: Row) -> str:
    """The name of a row for messages, once it looks like one."""
    if not isinstance(row, Mapping) or not isinstance(row.get("doc_id"), str) or not row["doc_id"]:
        raise InputError("records", "record", 'a row has no "doc_id". Give what «nlp-events extract» writes.')
    if not isinstance(row.get("events"), list | tuple):
        raise InputError(row["doc_id"], "record", 'has no "events". Give what «nlp-events extract» writes.')
    return str(row["doc_id"])


def _main(events: list[Row], replaced: set[str | None]) -> Row:
    """The figure a happening is known by: the largest total of the gravest impact."""

    def weight(event: Row) -> tuple[bool, int, int]:
        total = event["part_of"] is None and event["event_id"] not in replaced and event["certainty"] != "denied"
        return not total, _IMPACTS.index(event["impact"]), -_number(event)

    return min(events, key=weight)


def _number(event: Row) -> int:
    return int((event["min"] if event["min"] is not None else event["max"]) or 0)


def _counts(event: Row) -> bool:
    return event["part_of"] is None and event["certainty"] in ("asserted", "unconfirmed")


def _mark(event: Row, counted: list[Row], replaced: set[str | None]) -> Mark:
    minor = any(
        one["impact"] == event["impact"]
        and one["unit"] == event["unit"]
        and one["event_id"] not in replaced
        and _number(one) > _number(event)
        for one in counted
    )
    return Mark(
        event["impact"], event["unit"], event["min"], event["max"], event["modifier"],
        event["event_id"] in replaced, event["toll"] in ("revised_down", "final"), minor,
    )  # fmt: skip


def _title(row: Row) -> str | None:
    """The article's title: its own, else its first line, else the headline that a record stands in."""
    if row.get("title"):
        return str(row["title"])
    line = _LINE.search(row.get("text") or "")
    if line:
        return line.group().strip()
    headline = next((event["sentence"] for event in row["events"] if event.get("zone") == "title"), None)
    return _LINE.findall(headline)[0].strip() if headline and headline.strip() else None


def _sentences(row: Row) -> str:
    """The article's words: its text where the row has it, else the sentences of its records."""
    if isinstance(row.get("text"), str):
        return str(row["text"])
    return "\n".join(dict.fromkeys(str(event.get("sentence") or "") for event in row["events"]))
