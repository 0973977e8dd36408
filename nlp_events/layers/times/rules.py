"""When it happened to them: the date of a figure, and whether it tells this happening, an earlier one or a total."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nlp_events.layers.times.model import TimeResources, load_times
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import DEFAULT
from nlp_events.values import DateValue, Impact, Scope
from nlp_events.words.store import SHIPPED, Words

# A happening this long before publication is told as context, not as the news.
OLD_DAYS = 45
# An interval this long is a total, not a happening.
LONG_DAYS = 60
CLAUSE_END = ";"
# A day of publication may be this many days off.
DAYS_OFF = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A figure in its sentence: offsets of the folded text; ``published`` is an ISO date or None."""

    sentence: tuple[int, int]
    start: int
    end: int
    trigger: tuple[int, int]
    published: str | None


def is_dateline(folded: str, value: DateValue, discourse: Discourse) -> bool:
    """Whether a date is that of a dateline, the day of writing."""
    dateline = discourse.at("dateline", folded.rfind("\n", 0, value["start"]) + 1)
    return dateline is not None and "day" in dateline["parts"] and value["end"] <= dateline["end"]


def is_reporting(
    folded: str, value: DateValue, sentence: tuple[int, int], discourse: Discourse, words: Words = SHIPPED
) -> bool:
    """Whether a date tells when somebody spoke or counted («a indiqué lundi»), not when it happened."""
    rules = load_times(words)
    before = folded[max(sentence[0], value["start"] - 60) : value["start"]]
    if rules.own.regex.search(before):
        return False
    if discourse.at("day_of_speaking", value["start"]) is not None:
        return True
    after = folded[value["end"] : min(sentence[1], value["end"] + 100)]
    return rules.reporting.regex.search(before) is not None or rules.reporting_after.regex.match(after) is not None


def nearest_date(
    folded: str, dates: Sequence[DateValue], moment: Moment, discourse: Discourse, words: Words = SHIPPED
) -> DateValue | None:
    """The date of a figure's own sentence.

    Args:
        folded: the folded text of the article.
        dates: its dates in text order.
        moment: the figure.
        discourse: that of the article, with the days of speaking.
        words: the words and rules.

    Returns:
        The nearest date of the sentence that no verb of saying governs; None where there is none.
    """
    start, end = moment.sentence
    first = bisect_left(dates, start, key=lambda one: one["start"])
    begun, done = min(moment.start, moment.trigger[0]), max(moment.end, moment.trigger[1])
    # «21 passagers sont morts ; une fillette s'est éteinte dimanche»: the day behind the semicolon is not theirs.
    clause = folded.find(CLAUSE_END, done, end)
    last = bisect_left(dates, end if clause < 0 else clause, key=lambda one: one["start"])
    near = (one for one in dates[first:last] if usable(one))
    own = [one for one in near if not is_reporting(folded, one, (start, end), discourse, words)]
    # A date between the figure and what comes after it is nearer in meaning than one of the same distance before.
    return min(own, key=lambda one: _distance(folded, one, begun, done), default=None)


def usable(value: DateValue) -> bool:
    """Whether a date can be that of a happening: no duration, no bare present."""
    named = not value["value"].startswith(("PRESENT", "PAST", "FUTURE")) and value["value"].strip("X-./") != ""
    return named and value["grain"] not in ("hour", "minute")


def since_start(
    folded: str, dates: Sequence[DateValue], sentence: tuple[int, int], words: Words = SHIPPED
) -> str | None:
    """The open interval that «depuis le début de l'offensive» means: since the day the article names for it."""
    if not load_times(words).since_start.regex.search(folded[slice(*sentence)]):
        return None
    days = [one for one in dates if one["modifier"] != "start" and record_date(one).endswith("/..")]
    before = [one for one in days if one["start"] < sentence[0]]
    return record_date(before[-1] if before else days[0]) if days else None


# Impacts that begin on a day and go on: «portés disparus depuis mardi» happened on that day.
BEGIN = ("missing", "abducted")


def own_date(folded: str, value: DateValue, impact: Impact, words: Words = SHIPPED) -> str:
    """A date of the figure's own sentence as its record gives it, open or closed by the words around it."""
    rules = load_times(words)
    written = record_date(value)
    if rules.closed_after.regex.match(folded[value["end"] : value["end"] + 30]) or impact in BEGIN:
        return written.removesuffix("/..")
    before = folded[max(0, value["start"] - 110) : value["start"]]
    if "/" not in written and ".." not in written and rules.since_before.regex.search(before):
        return f"{written}/.."
    return written


def is_found_later(trigger: str, words: Words = SHIPPED) -> bool:
    """Whether a trigger tells of bodies, whose day of finding is not that of the death."""
    return load_times(words).found_later.regex.match(trigger) is not None


def is_before(first: DateValue, second: DateValue) -> bool:
    """Whether a date lies before another, as far as both are known."""
    return first["last"] is not None and second["first"] is not None and first["last"] < second["first"]


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
    age, year = _age(value, published, last=False), written[:4]
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


def _distance(folded: str, value: DateValue, first: int, last: int) -> float:
    if value["start"] >= last:
        between = folded[last : value["start"]]
        return len(between) + 40 * sum(between.count(mark) for mark in ";:")
    if value["end"] <= first:
        between = folded[value["end"] : first]
        return len(between) + 8 + 40 * sum(between.count(mark) for mark in ";:")
    return 0


def story_date(
    folded: str,
    dates: Sequence[DateValue],
    sentences: Sequence[tuple[int, int]],
    discourse: Discourse,
    words: Words = SHIPPED,
) -> DateValue | None:
    """The day of the article's news: the first day of its first sentences that is no day of speaking.

    A line of a list has a day of its own, which is not that of the lines beside it.
    """
    rules = load_times(words)
    for sentence in sentences:
        if is_pluperfect(sentence, discourse) and not rules.story_told.regex.match(folded, *sentence):
            continue
        if discourse.at("list_line", folded.rfind("\n", 0, sentence[0]) + 1) is not None:
            continue
        for one in dates:
            if not sentence[0] <= one["start"] < sentence[1] or one["grain"] not in ("day", "span", "night", "week"):
                continue
            if usable(one) and not is_reporting(folded, one, sentence, discourse, words):
                return one
    return None


def scope_of(
    folded: str, value: DateValue | None, moment: Moment, discourse: Discourse, words: Words = SHIPPED
) -> tuple[Scope, str]:
    """Which time a figure speaks of, and the rule that tells it.

    Args:
        folded: the folded text of the article.
        value: the figure's own date, None where its sentence has none.
        moment: the figure.
        discourse: that of the article, with the words that look back.
        words: the words and rules.

    Returns:
        «cumulative» for a running total over months, «background» for an earlier happening, else «event».
    """
    rules = load_times(words)
    sentence = folded[slice(*moment.sentence)]
    since = value is not None and _is_open(folded, value, rules)
    if since and value is not None and (age := _age(value, moment.published, last=False)) is not None:
        return ("cumulative" if age >= LONG_DAYS else "event"), "open_interval"
    if rules.cumulative.regex.search(sentence) or (value is not None and _days(value) >= LONG_DAYS):
        old = not since and _is_old(value, moment.published)
        return ("background", "old_interval") if old else ("cumulative", "cumulative")
    if discourse.within("earlier", *moment.sentence):
        return "background", "background"
    if _is_old(value, moment.published):
        return "background", "old_date"
    if any("of_story" not in one["traits"] for one in discourse.within("pluperfect", *moment.sentence)):
        earlier = value is not None and _is_earlier(value, moment.published)
        return ("background" if earlier else "event"), "pluperfect"
    return "event", DEFAULT


def _is_open(folded: str, value: DateValue, rules: TimeResources) -> bool:
    """Whether a date begins an interval that is still open («depuis le 9 août», «depuis que …, le 9 août»)."""
    if rules.closed_after.regex.match(folded[value["end"] : value["end"] + 30]):
        return False
    before = folded[max(0, value["start"] - 110) : value["start"]]
    return record_date(value).endswith("/..") or rules.since_before.regex.search(before) is not None


def is_pluperfect(sentence: tuple[int, int], discourse: Discourse) -> bool:
    """Whether a sentence tells what had happened earlier («il avait fait 29 morts»)."""
    return bool(discourse.within("pluperfect", *sentence))


def _is_old(value: DateValue | None, published: str | None) -> bool:
    age = None if value is None else _age(value, published, last=True)
    return age is not None and age > OLD_DAYS


def _is_earlier(value: DateValue, published: str | None) -> bool:
    """A pluperfect with a date of its own days back is context; without publication the tense alone decides."""
    age = _age(value, published, last=True)
    return age is None or age > 7


def _age(value: DateValue, published: str | None, *, last: bool) -> int | None:
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
