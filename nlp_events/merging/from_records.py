"""From articles' records to tellings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args

from nlp_events.errors import InputError
from nlp_events.given import refused
from nlp_events.layers.links.happening_model import HappeningResources, load_happenings, wide_places
from nlp_events.merging.article_words import ArticleWords, own_news, sentences_of
from nlp_events.merging.model import MergingResources, load_merging
from nlp_events.merging.named import NamedHappenings
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
# Places of headline and lead that an article without a figure in them may be at.
MOST_PLACES = 4
# Hexadecimal digits of the id of a telling without a record, as of those of records.
ID_LENGTH = 12
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
_ACTOR = ("actor_id", "actor_type", "actor_status", "means")
"""Slots of who did it, which records of versions before do not have."""

REMEDY = (
    "Give results (what nlp_events.pipeline.process yields), records (what nlp_events.extract yields), or rows of a "
    "file of records, as an iterable; files are read by nlp_events.incident_files.read_records."
)

_WIDTH: dict[PlacePrecision | None, int] = {"settlement": 0, "region": 1, "country": 2, "area": 3}

Row = Mapping[str, Any]


def articles_of(records: Iterable[ArticleResult | Event | Row], words: Words = SHIPPED) -> Iterator[TellingArticle]:
    """The articles with a record, or with words by which they may be told to be of a happening.

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


@dataclass(frozen=True, slots=True)
class _Given:
    """An article while it is read: its row, its words, and the day it was published."""

    row: Row
    words: ArticleWords
    day: int | None


class _Reader:
    """Makes tellings of rows."""

    def __init__(self, words: Words) -> None:
        self._wide = wide_places(words)
        self._happenings: HappeningResources = load_happenings(words)
        self._rules: MergingResources = load_merging(words)
        self._named = NamedHappenings(words)

    def article(self, row: Row) -> TellingArticle | None:
        """The article of a row, None when it tells nothing: no record, no headline, no text."""
        source = _checked(row)
        if not (row["events"] or row.get("title") or row.get("text") or row.get("entities")):
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
        words = ArticleWords(row, self._wide, self._named)
        about = own_news(groups.values(), words.lead_end)
        tellings = [
            (
                self._telling(_Given(row, words, day), events, about=events is about, alone=len(groups)),
                tuple(self._counted(row, event, events) for event in events),
            )
            for events in groups.values()
        ]
        if about is None:
            tellings.insert(0, (self._headline(_Given(row, words, day), len(groups)), ()))
        return TellingArticle(row["doc_id"], published, words.title, sentences_of(row), tuple(tellings))

    def _telling(self, given: _Given, events: list[Row], *, about: bool, alone: int) -> Telling:
        replaced = {event["supersedes"] for event in events}
        main = _main(events, replaced)
        first, last, dated = self._days(main, events, given.day)
        places = self._places(main, events)
        counted = [event for event in events if _counts(event)]
        words = given.words
        return Telling(
            telling_id=main["incident_id"],
            doc_id=given.row["doc_id"],
            published=given.day,
            scope=main["scope"],
            places=places,
            first=first,
            last=last,
            dated=dated,
            cause=main["cause"] or next((event["cause"] for event in events if event["cause"]), None),
            marks=tuple(_mark(event, counted, replaced) for event in counted),
            names=words.names if about else self._names(words, events, alone=alone == 1),
            people=frozenset(event["who_category"] for event in counted if event["who_category"]),
            own_news=about,
            words=words.words() if about else words.words_near(events),
            title=words.title_words() if about else (),
            days=words.days(),
            lands=words.lands,
            called=words.called(None if about else events),
            items=alone,
        )

    def _headline(self, given: _Given, alone: int) -> Telling:
        """What an article is about that tells no figure of it, in headline and lead."""
        words, day = given.words, given.day
        places = [
            place
            for key, one in words.entities
            if one["label"] == "LOC" and one.get("country") and one["start"] < words.lead_end
            for place in [self._place(one | {"place": one["canonical"], "place_canonical": one["canonical"]})]
        ]
        doc_id = given.row["doc_id"]
        return Telling(
            telling_id=hashlib.sha256(f"article\x1f{doc_id}".encode()).hexdigest()[:ID_LENGTH],
            doc_id=doc_id,
            published=day,
            scope="event",
            places=tuple(dict.fromkeys(places))[:MOST_PLACES],
            first=None if day is None else day - self._rules.time.guess_days,
            last=day,
            dated="none" if day is None else "guessed",
            cause=None,
            marks=(),
            names=words.names,
            people=frozenset(),
            words=words.words(),
            title=words.title_words(),
            days=words.days(),
            lands=words.lands,
            called=words.called(),
            items=alone,
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

    def _names(self, words: ArticleWords, events: list[Row], *, alone: bool) -> frozenset[str]:
        """Names of the happening: no countries, no agencies; only those near its figures where others are told."""
        starts = [event["start"] for event in events]
        near = {
            key for key, one in words.entities if alone or any(abs(one["start"] - start) <= NEARBY for start in starts)
        }
        return words.names & near

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
            actor=event.get("actor_canonical") or event.get("actor"),
            **{name: event.get(name) for name in _ACTOR},
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
