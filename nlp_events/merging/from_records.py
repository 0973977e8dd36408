"""From articles' records to tellings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nlp_events.errors import InputError
from nlp_events.given import refused
from nlp_events.layers.links.happening_model import HappeningResources, load_happenings
from nlp_events.merging.article_words import NEW_DAYS, ArticleWords, latest_news, own_news, sentences_of
from nlp_events.merging.figures import counted, counts, main_of, mark_of, votes_of
from nlp_events.merging.list_items import is_labelled, is_round_up, looks_back, own_records, paragraphs_without
from nlp_events.merging.model import MergingResources, load_merging
from nlp_events.merging.named import NamedHappenings
from nlp_events.merging.one_happening import united
from nlp_events.merging.place_reading import PlaceReader
from nlp_events.merging.rows import REMEDY, Row, by_happening, checked, of_event, row_of
from nlp_events.merging.tellings import Counted, Dated, Place, Telling, TellingArticle, told_apart
from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event
from nlp_events.words.store import SHIPPED, Words

# A date that names more days than this names none in particular.
WIDE_DAYS = 20
# How far back an article looks that does not say when: a year, and the days around its anniversary.
YEAR = 370
# Days that a list of news is of which does not look back on a year.
LIST_DAYS = 10
# Places of headline and lead that an article without a figure in them may be at.
MOST_PLACES = 4
Days = tuple[int | None, int | None, Dated]
# Hexadecimal digits of the id of a telling without a record, as of those of records.
ID_LENGTH = 12


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
            scattered.setdefault(record.doc_id, []).append(of_event(record))
        elif not isinstance(record, ArticleResult | Mapping):
            raise refused("incidents", record, REMEDY)
        elif (article := reader.article(row_of(record))) is not None:
            yield article
    for doc_id, events in scattered.items():
        article = reader.article({"doc_id": doc_id, "events": events})
        if article is not None:
            yield article


@dataclass(frozen=True, slots=True)
class _Given:
    """An article while it is read: its row, words and day of publication, how many happenings it tells of."""

    row: Row
    words: ArticleWords
    day: int | None
    groups: int
    is_list: bool
    hurt: bool
    """Whether it tells of somebody hurt in these days."""


class _Reader:
    """Makes tellings of rows."""

    def __init__(self, words: Words) -> None:
        self._places = PlaceReader(words)
        self._happenings: HappeningResources = load_happenings(words)
        self._rules: MergingResources = load_merging(words)
        self._named = NamedHappenings(words)

    def article(self, row: Row) -> TellingArticle | None:
        """The article of a row, None when it tells nothing: no record, no headline, no text."""
        source = checked(row)
        if not (row["events"] or row.get("title") or row.get("text") or row.get("entities")):
            return None
        try:
            return self._article(row)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            problem = f"is no row of records ({type(error).__name__}: {error}). Give what «nlp-events extract» writes."
            raise InputError(source, "record", problem) from error

    def _article(self, row: Row) -> TellingArticle:
        groups = list(by_happening(row["events"]).values())
        is_list = is_labelled(row) or is_round_up(groups)
        groups = own_records(row, groups) if is_list else united(groups)
        published = row.get("published")
        day = date.fromisoformat(published).toordinal() if published else None
        words = ArticleWords(row, self._places.wide, self._named, is_list=is_list)
        about = own_news(groups, words.lead_end)
        if about is None or words.only_looks_back(about):
            about = latest_news(groups, day)
        given = _Given(row, words, day, len(groups), is_list, self._tells_of_hurt(row["events"], day, words.lead_end))
        tellings = [
            (
                self._telling(given, events, self._days_of_others(events, groups), about=events is about),
                tuple(self._counted(row, event, events) for event in events),
            )
            for events in sorted(groups, key=lambda events: events is not about)
        ]
        if about is None:
            tellings.insert(0, (self._headline(given), ()))
        if is_list and words.has_text:
            items = paragraphs_without(row["text"], groups)
            tellings += [(item, ()) for item in (self._item(given, *span) for span in items) if item.names]
        return TellingArticle(row["doc_id"], published, words.title, sentences_of(row), tuple(told_apart(tellings)))

    def _tells_of_hurt(self, events: Iterable[Row], published: int | None, lead_end: int) -> bool:
        return any(
            event["impact"] not in self._happenings.aftermath
            and event["scope"] == "event"
            and event["start"] < lead_end
            and any(published is not None and 0 <= published - day <= NEW_DAYS for day in _day_of(event))
            for event in events
        )

    def _days_of_others(self, events: list[Row], groups: Iterable[list[Row]]) -> frozenset[int]:
        """The days of the other happenings that an article tells figures of: by them it is told apart from these."""
        days = {day for other in groups if other is not events for one in other for day in _day_of(one)}
        return frozenset(days.difference(*(_day_of(one) for one in events)))

    def _telling(self, given: _Given, events: list[Row], apart: frozenset[int], *, about: bool) -> Telling:
        replaced = {event["supersedes"] for event in events}
        main = main_of(events, replaced)
        first, last, dated = self._days(main, events, given, about=about)
        places = self._places.of_happening(main, events)
        counting = [event for event in events if counts(event)]
        words, near = given.words, events if given.is_list else None
        whole = about and near is None
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
            marks=tuple(mark_of(event, counting, replaced) for event in counting),
            names=words.names if whole or given.groups == 1 else words.names_near(events),
            people=frozenset(event["who_category"] for event in counting if event["who_category"]),
            own_news=about,
            words=words.words() if whole else words.words_near(events),
            title=words.title_words() if whole else (),
            days=words.days(near) - (frozenset() if words.follows() else apart),
            lands=words.lands if near is None else words.lands_near(events),
            called=words.called(None if whole else events),
            items=given.groups,
            place_votes=votes_of(events, "place"),
            day_votes=votes_of(events, "date"),
            headline=frozenset(event["event_id"] for event in events if event.get("zone") == "title"),
            own_ids=tuple(sorted({event["incident_id"] for event in events})),
        )

    def _places_in(self, words: ArticleWords, start: int, end: int) -> tuple[Place, ...]:
        """The places that are named in a stretch of an article."""
        places = [
            self._places.of_record(one | {"place": one["canonical"], "place_canonical": one["canonical"]})
            for _, one in words.entities
            if one["label"] == "LOC" and one.get("country") and start <= one["start"] < end
        ]
        return tuple(dict.fromkeys(places))[:MOST_PLACES]

    def _places_of_headline(self, words: ArticleWords) -> tuple[Place, ...]:
        """The places of headline and lead; of the headline alone where it names one and tells its own news."""
        own = () if words.follows() else self._places_in(words, 0, len(words.title or ""))
        return own or self._places_in(words, 0, words.lead_end)

    def _item(self, given: _Given, start: int, end: int) -> Telling:
        """What a paragraph of a list is about that tells no figure."""
        words, near = given.words, [{"start": start, "sentence": ""}]
        first, last, dated = self._days_of_list(given)
        return Telling(
            telling_id=_id_of("item", given.row["doc_id"], start),
            doc_id=given.row["doc_id"],
            published=given.day,
            scope="event",
            places=self._places_in(words, start, end),
            first=first,
            last=last,
            dated=dated,
            cause=None,
            marks=(),
            names=words.names_near(near),
            people=frozenset(),
            own_news=False,
            words=words.words_near(near),
            days=words.days(near),
            lands=words.lands_near(near),
            called=words.called(near),
            items=given.groups,
        )

    def _headline(self, given: _Given) -> Telling:
        """What an article is about that tells no figure of it, in headline and lead."""
        words, day = given.words, given.day
        doc_id = given.row["doc_id"]
        first, last, dated = self._unknown_days(day, follows=words.follows())
        return Telling(
            telling_id=_id_of("article", doc_id),
            doc_id=doc_id,
            published=day,
            scope="event",
            places=self._places_of_headline(words),
            first=first,
            last=last,
            dated=dated,
            cause=None,
            marks=(),
            names=words.names,
            people=frozenset(),
            words=words.words(),
            title=words.title_words(),
            days=words.days(),
            lands=words.lands,
            called=words.called(),
            items=given.groups,
        )

    def _days(self, main: Row, events: list[Row], given: _Given, *, about: bool) -> Days:
        aftermath, published = self._happenings.aftermath, given.day
        held = about and all(event["impact"] in aftermath for event in events)
        if held and given.words.follows() and not given.hurt:
            return self._unknown_days(published, follows=True)  # the day of an arrest is not that of the deed
        late = about and published is not None and given.words.follows(title=True)
        first_hit = [event for event in events if event["impact"] not in aftermath]
        for event in (main, *first_hit, *events):
            first, last = days_of(event["date"])
            if first is None and last is None:
                continue
            if published is not None and first is not None and first.toordinal() > published + 1:
                continue  # what is told as news has not happened after it was told: the day is read wrongly
            if late and published is not None and published - (last or first or date.min).toordinal() <= NEW_DAYS:
                continue  # of a trial or a burial the day of these days is its own
            start = (first or last or date.min).toordinal()
            end = last.toordinal() if last else max(start, published or start)
            told = not event["date"].endswith("/..") and end - start > WIDE_DAYS
            return start, end, "wide" if told else "told"
        if main["scope"] == "cumulative" and not given.is_list:
            return None, None, "none"
        if given.is_list and main["scope"] != "background":
            return self._days_of_list(given)
        return self._unknown_days(published, follows=main["scope"] == "background" or (about and given.words.follows()))

    def _days_of_list(self, given: _Given) -> Days:
        """The days of an item of a list that tells none: those that the list is of."""
        if given.day is None or looks_back(given.row):
            return self._unknown_days(given.day, follows=True)
        return given.day - LIST_DAYS, given.day, "guessed"

    def _unknown_days(self, published: int | None, *, follows: bool) -> Days:
        """The days of a happening of which none is told: the last ones, or any of the year before.

        Args:
            published: the day of publication.
            follows: whether it is what came after the happening that is told.
        """
        if published is None:
            return None, None, "none"
        if follows:
            return published - YEAR, published, "before"
        return published - self._rules.time.guess_days, published, "guessed"

    def _counted(self, row: Row, event: Row, events: Sequence[Row]) -> Counted:
        held = event["part_of"] is None and any(self._places.holds(one, event) for one in events)
        return counted(row, event, events, held=held)


def _id_of(*parts: str | int) -> str:
    """The id of a telling without a record."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:ID_LENGTH]


def _day_of(event: Row) -> set[int]:
    """The one day that a record tells, counted from the year 1; nothing where it tells none or several."""
    first, last = days_of(event["date"])
    return {first.toordinal()} if first is not None and first == last else set()
