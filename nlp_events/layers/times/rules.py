"""When it happened to them: what the words around a date tell of it, and which time a figure speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from nlp_events.layers.times.model import load_times
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import DEFAULT
from nlp_events.values import DateValue, Scope
from nlp_events.words.store import SHIPPED, Words

# A happening this long before publication is told as context, not as the news.
OLD_DAYS = 45
# An interval this long is a total, not a happening.
LONG_DAYS = 60
# A day of publication may be this many days off.
DAYS_OFF = 2


Cue = Literal["earlier", "pluperfect", "cumulative", "since_start"]


class Cues:
    """The words of an article that tell whether a date is that of a happening, or of another time than its news.

    Args:
        folded: the article's text, folded.
        discourse: that of the article, with its datelines, the days of speaking and what looks back.
        words: the words and rules.
    """

    def __init__(self, folded: str, discourse: Discourse, words: Words = SHIPPED) -> None:
        self.folded, self._discourse, self._rules = folded, discourse, load_times(words)
        self._told: dict[tuple[int, int], frozenset[Cue]] = {}

    def of(self, sentence: tuple[int, int]) -> frozenset[Cue]:
        """The kinds of words of another time that a sentence holds."""
        if sentence not in self._told:
            self._told[sentence] = frozenset(self._find(sentence))
        return self._told[sentence]

    def _find(self, sentence: tuple[int, int]) -> Iterator[Cue]:
        passages: tuple[Literal["earlier", "pluperfect"], ...] = ("earlier", "pluperfect")
        yield from (kind for kind in passages if self._discourse.within(kind, *sentence))
        words = self.folded[slice(*sentence)]
        if self._rules.cumulative.regex.search(words):
            yield "cumulative"
        if self._rules.since_start.regex.search(words):
            yield "since_start"

    def opened(self, start: int) -> bool:
        """Whether the words before a date begin an interval with it («depuis que …, le 9 août»)."""
        return self._rules.since_before.regex.search(self.folded[max(0, start - 110) : start]) is not None

    def closed(self, end: int) -> bool:
        """Whether the words behind a date make it a day after all («depuis février, date à laquelle»)."""
        return self._rules.closed_after.regex.match(self.folded[end : end + 30]) is not None

    def heading(self, offset: int) -> tuple[int, int] | None:
        """The [start, end) of the line above the list that an offset stands in a line of; None outside of lists."""
        line = self._discourse.at("list_line", self.folded.rfind("\n", 0, offset) + 1)
        return None if line is None else (line["parts"]["heading"][0], line["parts"]["heading"][1])

    def is_dateline(self, value: DateValue) -> bool:
        """Whether a date is that of a dateline, the day of writing."""
        dateline = self._discourse.at("dateline", self.folded.rfind("\n", 0, value["start"]) + 1)
        return dateline is not None and "day" in dateline["parts"] and value["end"] <= dateline["end"]

    def is_day_of_speaking(self, value: DateValue, sentence: tuple[int, int]) -> bool:
        """Whether somebody spoke on a date («a indiqué lundi»), and no word makes it that of what happened."""
        spoken = self._discourse.at("day_of_speaking", value["start"]) is not None
        return spoken and not self._is_own(value, sentence)

    def is_reporting(self, value: DateValue, sentence: tuple[int, int]) -> bool:
        """Whether a date tells when somebody spoke, wrote or counted, not when it happened."""
        if self.is_day_of_speaking(value, sentence):
            return True
        if self._is_own(value, sentence):
            return False
        before, rules = self.folded[self._from(value, sentence) : value["start"]], self._rules
        after = self.folded[value["end"] : min(sentence[1], value["end"] + 100)]
        return rules.reporting.regex.search(before) is not None or rules.reporting_after.regex.match(after) is not None

    def _is_own(self, value: DateValue, sentence: tuple[int, int]) -> bool:
        before = self.folded[self._from(value, sentence) : value["start"]]
        return self._rules.own.regex.search(before) is not None

    @staticmethod
    def _from(value: DateValue, sentence: tuple[int, int]) -> int:
        """Where the words before a date begin that are read."""
        return max(sentence[0], value["start"] - 60)

    def scope(self, value: DateValue | None, sentence: tuple[int, int], published: str | None) -> tuple[Scope, str]:
        """Which time a figure speaks of, and the rule that tells it.

        Args:
            value: the figure's own date, None where its sentence has none.
            sentence: the figure's sentence, or the line that says when for it.
            published: the day of publication, an ISO date or None.

        Returns:
            «cumulative» for a running total over months, «background» for an earlier happening, else «event».
        """
        since = value is not None and self._is_open(value)
        if since and value is not None and (age := age_of(value, published, last=False)) is not None:
            return ("cumulative" if age >= LONG_DAYS else "event"), "open_interval"
        cues = self.of(sentence)
        if "cumulative" in cues or (value is not None and _days(value) >= LONG_DAYS):
            old = not since and _is_old(value, published)
            return ("background", "old_interval") if old else ("cumulative", "cumulative")
        if "earlier" in cues:
            return "background", "background"
        if _is_old(value, published):
            return "background", "old_date"
        if any("of_story" not in one["traits"] for one in self._discourse.within("pluperfect", *sentence)):
            earlier = value is not None and _is_earlier(value, published)
            return ("background" if earlier else "event"), "pluperfect"
        return "event", DEFAULT

    def _is_open(self, value: DateValue) -> bool:
        """Whether a date begins an interval that is still open («depuis le 9 août», «depuis que …, le 9 août»)."""
        if self.closed(value["end"]):
            return False
        return record_date(value).endswith("/..") or self.opened(value["start"])


def usable(value: DateValue) -> bool:
    """Whether a date can be that of a happening: no duration, no bare present."""
    named = not value["value"].startswith(("PRESENT", "PAST", "FUTURE")) and value["value"].strip("X-./") != ""
    return named and value["grain"] not in ("hour", "minute")


def past_date(folded: str, value: DateValue, written: str, published: str | None) -> str:
    """A record's date as one of the past: a day and month without a year may have been given the next year's.

    Args:
        folded: the folded text of the article.
        value: the date it was read from.
        written: the record's date.
        published: the day of publication, None if unknown.

    Returns:
        The same date a year earlier, where its year is not told and it would lie after publication.
    """
    age, year = age_of(value, published, last=False), written[:4]
    if age is None or age >= -DAYS_OFF or not year.isdigit() or "/" in written or written.endswith("-02-29"):
        return written
    told = year in folded[value["start"] : value["end"]]
    return written if told or value["grain"] not in ("day", "month") else f"{int(year) - 1}{written[4:]}"


def record_date(value: DateValue) -> str:
    """A date as a record gives it: an open side is written out («2016-10-17/..»)."""
    written = value["value"]
    if "/" in written or ".." in written:
        return written
    if value["modifier"] == "after" and value["last"] is None and value["first"] is not None:
        return f"{written}/.."
    if value["modifier"] == "before" and value["first"] is None and value["last"] is not None:
        return f"../{written}"
    return written


def _is_old(value: DateValue | None, published: str | None) -> bool:
    age = None if value is None else age_of(value, published, last=True)
    return age is not None and age > OLD_DAYS


def _is_earlier(value: DateValue, published: str | None) -> bool:
    """A pluperfect with a date of its own days back is context; without publication the tense alone decides."""
    age = age_of(value, published, last=True)
    return age is None or age > 7


def age_of(value: DateValue, published: str | None, *, last: bool) -> int | None:
    """Days from a date's end to publication, None where either is unknown or open."""
    bound = value["last"] if last else value["first"]
    if bound is None or published is None:
        return None
    try:
        return (date.fromisoformat(published) - date.fromisoformat(bound)).days
    except ValueError:
        return None


def _days(value: DateValue) -> int:
    """Length of an interval told as one («entre mars et juin»); a month or a year by name is a happening's date."""
    if "/" not in value["value"] or ".." in value["value"] or value["first"] is None or value["last"] is None:
        return 0
    return (date.fromisoformat(value["last"]) - date.fromisoformat(value["first"])).days
