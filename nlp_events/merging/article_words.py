"""What an article says besides its figures: its headline, its words, names, days and lands, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from nlp_events.merging.list_items import paragraph_of
from nlp_events.merging.named import NamedHappenings
from nlp_events.merging.rarity import stems_of, tellingest
from nlp_events.merging.tellings import key_of
from nlp_events.text.days import days_of

Row = Mapping[str, Any]
LEAD = 700
"""Characters after the headline in which an article says what it is about."""
BEGINNING = 350
"""The same in which it says that it is about what came after."""
HEADLINE = 200
"""Characters of a headline; what is longer is none."""
MOST_WORDS, MOST_NEARBY = 110, 40
"""Words of an article, and of a passage, that are kept."""
NEARBY = 400
"""Characters around a figure in which a name belongs to its happening, where an article tells of several."""
PASSAGE = 450
"""Characters before and after a figure, in a paragraph that is longer."""
NEW_DAYS = 4
"""Days before publication in which news happened."""
_LINE = re.compile(r"[^\n]+")


class ArticleWords:
    """The words of one article.

    Args:
        row: a row of records; without its text, the headline and the sentences of its records stand for it.
        countries: keys of names of countries, which are no names of a happening.
        named: what finds happenings that have a name.
        is_list: whether it is a list of news: what is near a record then stands in its paragraph.
    """

    def __init__(self, row: Row, countries: Mapping[str, str], named: NamedHappenings, *, is_list: bool) -> None:
        self._row, self._named, self._is_list = row, named, is_list
        self.has_text = isinstance(row.get("text"), str)
        self._text = str(row["text"]) if self.has_text else ""
        self.title = title_of(row)
        self._sentences = [str(event.get("sentence") or "") for event in row["events"]]
        self.entities = [
            (key_of(one["canonical"]), one)
            for one in row.get("entities") or ()
            if one["zone"] != "related" and one.get("kind") != "media"
        ]
        self.names = frozenset(
            key for key, one in self.entities if countries.get(key) != "country" and not _is_everywhere(one)
        )
        places = (one for _, one in self.entities if one.get("label") == "LOC" and one.get("country"))
        self.lands = frozenset(one["country"] for one in places)

    @property
    def lead_end(self) -> int:
        """Where the lead ends, in characters."""
        return len(self.title or "") + LEAD

    def words(self) -> tuple[str, ...]:
        """The words that tell most of the whole article."""
        text = self._text if self.has_text else "\n".join([self.title or "", *dict.fromkeys(self._sentences)])
        return tellingest(Counter(stems_of(text)), MOST_WORDS)

    def words_near(self, events: Sequence[Row]) -> tuple[str, ...]:
        """The words of the paragraphs in which some records stand."""
        passages = dict.fromkeys(self._passage(event) for event in events)
        return tellingest(Counter(stems_of("\n".join(passages))), MOST_NEARBY)

    def _passage(self, event: Row) -> str:
        if not self.has_text:
            return str(event.get("sentence") or "")
        start, end = paragraph_of(self._text, event["start"])
        if end - start > 2 * PASSAGE:
            start, end = max(start, event["start"] - PASSAGE), min(end, event["start"] + PASSAGE)
        return self._text[start:end]

    def title_words(self) -> tuple[str, ...]:
        """The words of the headline."""
        return tellingest(Counter(stems_of(self.title or "")), MOST_NEARBY, least=1.6)

    def only_looks_back(self, events: Sequence[Row]) -> bool:
        """Whether records are of a happening that the article looks back to, and its headline says no word of it."""
        if not self.has_text or any(event["scope"] != "background" for event in events):
            return False
        return set(self.title_words()).isdisjoint(self.words_near(events))

    def called(self, events: Sequence[Row] | None = None) -> frozenset[str]:
        """The happenings with a name that the headline and the lead tell of, or the passages of some records."""
        if events is not None:
            return self._named.keys_of("\n".join(dict.fromkeys(self._passage(event) for event in events)))
        lead = self._text[: self.lead_end] if self.has_text else "\n".join(self._sentences[:2])
        return self._named.keys_of("\n".join([self.title or "", lead]))

    def days(self, events: Sequence[Row] | None = None) -> frozenset[int]:
        """The days that the article names, counted from the year 1, or those near some records."""
        found = set()
        for one in self._row.get("dates") or ():
            first = str(one.get("first") or "")
            told = one.get("zone") != "related" and first == one.get("last") and not first.startswith("X")
            if told and (events is None or self._is_near(one, events)):
                found.add(date.fromisoformat(first).toordinal())
        return frozenset(found)

    def lands_near(self, events: Sequence[Row]) -> frozenset[str]:
        """The countries that are named near some records."""
        places = (one for _, one in self.entities if one.get("label") == "LOC" and one.get("country"))
        return frozenset(one["country"] for one in places if self._is_near(one, events))

    def names_near(self, events: Sequence[Row]) -> frozenset[str]:
        """The names that stand near some records."""
        return self.names & {key for key, one in self.entities if self._is_near(one, events)}

    def follows(self, *, title: bool = False) -> bool:
        """Whether headline or beginning say that the article is about what came after a happening.

        Args:
            title: whether the headline has to say so.
        """
        beginning = self._text[: len(self.title or "") + BEGINNING] if self.has_text and not title else ""
        return self._named.follows(f"{self.title or ''}\n{beginning}")

    def _is_near(self, one: Row, events: Sequence[Row]) -> bool:
        if self._is_list and self.has_text:
            spans = (paragraph_of(self._text, event["start"]) for event in events)
            return any(start <= one["start"] < end for start, end in spans)
        return any(abs(one["start"] - event["start"]) <= NEARBY for event in events)


def _is_everywhere(entity: Row) -> bool:
    """Whether a name stands in news of all kinds: an army, a party, an aid organisation that the tables know."""
    return entity.get("label") == "ORG" and entity.get("known_id") is not None


def title_of(row: Row) -> str | None:
    """The article's title: its own, else its first line, else the headline that a record stands in."""
    if row.get("title"):
        return str(row["title"])
    line = _LINE.search(row.get("text") or "")
    if line:
        return line.group().strip()
    headline = next((event["sentence"] for event in row["events"] if event.get("zone") == "title"), None)
    return _LINE.findall(headline)[0].strip() if headline and headline.strip() else None


def sentences_of(row: Row) -> str:
    """The article's words: its text where the row has it, else the sentences of its records."""
    if isinstance(row.get("text"), str):
        return str(row["text"])
    return "\n".join(dict.fromkeys(str(event.get("sentence") or "") for event in row["events"]))


def own_news(groups: Iterable[Sequence[Row]], lead_end: int) -> Sequence[Row] | None:
    """The records of the happening that an article is about: those of its headline or lead, told as news first.

    Args:
        groups: the records of each happening that the article tells of.
        lead_end: where the lead ends, in characters.

    Returns:
        One of the groups; None when none of them begins in headline and lead.
    """

    def order(events: Sequence[Row]) -> tuple[bool, bool, int]:
        in_title = any(event.get("zone") == "title" for event in events)
        told = any(event["scope"] == "event" for event in events)
        return not told, not in_title, min(event["start"] for event in events)

    early = [events for events in groups if min(event["start"] for event in events) < lead_end]
    return min(early, key=order, default=None)


def latest_news(groups: Iterable[Sequence[Row]], published: int | None) -> Sequence[Row] | None:
    """The records of the one happening of the last days, wherever in the article: what a bare headline is about.

    Args:
        groups: the records of each happening that the article tells of.
        published: the day of publication, counted from the year 1.

    Returns:
        One of the groups; None when none of them is of these days, or several are.
    """
    if published is None:
        return None

    def is_new(event: Row) -> bool:
        last = days_of(event["date"])[1]
        return event["scope"] == "event" and last is not None and 0 <= published - last.toordinal() <= NEW_DAYS

    new = [events for events in groups if any(map(is_new, events))]
    return new[0] if len(new) == 1 else None
