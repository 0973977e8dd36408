"""From articles' records to tellings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nlp_events.errors import InputError
from nlp_events.given import refused
from nlp_events.layers.links.happening_model import HappeningResources, load_happenings
from nlp_events.merging.article_words import ArticleWords, is_round_up, latest_news, own_news, sentences_of
from nlp_events.merging.figures import counted, counts, main_of, mark_of, votes_of
from nlp_events.merging.model import MergingResources, load_merging
from nlp_events.merging.named import NamedHappenings
from nlp_events.merging.place_reading import PlaceReader
from nlp_events.merging.rows import REMEDY, Row, by_happening, checked, of_event, row_of
from nlp_events.merging.tellings import Counted, Dated, Telling, TellingArticle
from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event
from nlp_events.words.store import SHIPPED, Words

# A date that names more days than this names none in particular.
WIDE_DAYS = 20
# How far back an article looks that does not say when.
YEAR = 365
# Places of headline and lead that an article without a figure in them may be at.
MOST_PLACES = 4
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
        groups = by_happening(row["events"])
        published = row.get("published")
        day = date.fromisoformat(published).toordinal() if published else None
        words = ArticleWords(row, self._places.wide, self._named)
        about = own_news(groups.values(), words.lead_end)
        if about is None or words.only_looks_back(about):
            about = latest_news(groups.values(), day)
        given = _Given(row, words, day, len(groups), is_round_up(groups.values()))
        tellings = [
            (
                self._telling(given, events, about=events is about),
                tuple(self._counted(row, event, events) for event in events),
            )
            for events in groups.values()
        ]
        if about is None:
            tellings.insert(0, (self._headline(given), ()))
        return TellingArticle(row["doc_id"], published, words.title, sentences_of(row), tuple(tellings))

    def _telling(self, given: _Given, events: list[Row], *, about: bool) -> Telling:
        replaced = {event["supersedes"] for event in events}
        main = main_of(events, replaced)
        first, last, dated = self._days(main, events, given.day)
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
            days=words.days(near),
            lands=words.lands if near is None else words.lands_near(events),
            called=words.called(None if whole else events),
            items=given.groups,
            place_votes=votes_of(events, "place"),
            day_votes=votes_of(events, "date"),
            headline=frozenset(event["event_id"] for event in events if event.get("zone") == "title"),
        )

    def _headline(self, given: _Given) -> Telling:
        """What an article is about that tells no figure of it, in headline and lead."""
        words, day = given.words, given.day
        places = [
            place
            for key, one in words.entities
            if one["label"] == "LOC" and one.get("country") and one["start"] < words.lead_end
            for place in [
                self._places.of_record(one | {"place": one["canonical"], "place_canonical": one["canonical"]})
            ]
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
            items=given.groups,
        )

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

    def _counted(self, row: Row, event: Row, events: Sequence[Row]) -> Counted:
        held = event["part_of"] is None and any(self._places.holds(one, event) for one in events)
        return counted(row, event, events, held=held)
