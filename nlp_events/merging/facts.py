"""What speaks for and against a telling being of an incident: the facts that are weighed (``weights/decisions``).

The slots are compared by ``Comparer``, with points, the words by ``Query``. Each quantity is told in steps, so that its
weight is learned and need not be straight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from nlp_events.merging.comparison import Comparison
from nlp_events.merging.likeness import Likeness, Query
from nlp_events.merging.named import BY_STORMS, differ, names_another, names_storm_alone
from nlp_events.merging.profiles import Profile
from nlp_events.merging.tellings import Telling


class _Steps:
    """The facts of a quantity: one for each step that it reaches."""

    def __init__(self, name: str, *steps: float) -> None:
        self._steps = steps
        facts = tuple(f"{name}>={step}" for step in steps)
        self._facts = [facts[:reached] for reached in range(len(steps) + 1)]

    def __call__(self, value: float) -> tuple[str, ...]:
        return self._facts[bisect_right(self._steps, value)]


_SLOTS = _Steps("slots", -8, -5, -3, -1.5, 0, 1, 2, 3, 4, 5, 6, 8)
_COSINE = _Steps("cosine", 0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.3)
_RARE, _TOP = _Steps("rare", 1, 2, 3, 5, 8), _Steps("top", 6, 12, 18, 24, 30, 36, 42)
_NAMES, _TITLE = _Steps("names", 1, 2, 3, 5), _Steps("title", 1.5, 3, 5, 8)
_CONTAINED, _CORE = _Steps("contained", 0.1, 0.2, 0.3, 0.45), _Steps("core", 1, 2, 4, 7)
_FIGURES = _Steps("figures", -1, 0.5, 1.5, 2.5)
_LIKENESS = (3, 6, 10)
"""Steps of the likeness of words, which is crossed with other facts."""
_FIT = (-3, 0, 2, 4.6)
"""Steps of the points of the slots, for the same."""
_PUBLISHED = ((1, "day"), (4, "days"), (10, "week"), (40, "month"), (200, "months"))
_FAR = {"day": "near", "days": "near", "week": "between", "month": "between"}
_OTHER_TIME = 60  # days between, from which two happenings are two, when both days are told
_OTHER_NEWS = 14  # the same, where what is told is news of these days
_OWN_DAYS = 4
"""Days before publication in which an article's own news lies."""
_TWO_DAYS = 2
_YEAR, _AROUND = 365.25, 2
"""Days of a year, and days from it on which an anniversary is kept or told."""
_MANY, _SEVERAL, _LIST = 4, 3, 4
_CONTRARY = -0.8
"""Points of figures from which downwards they speak of another happening: one killed, and fifty."""
_TELLING = 4
"""The number from which on an equal figure tells something."""
_GO_ON = frozenset(("armed_conflict", "unrest"))
"""Causes of happenings that go on for weeks, so that their articles tell a day each."""
_TWO_FIGURES = 2
"""Impacts with equal numbers, from which on days that differ do not tell two happenings apart."""
_ABROAD = -5.0
"""Points of place from which downwards hardly an article of an incident is of the country of a telling."""
_ELSEWHERE, _OTHER_DAY = -2.0, -2.5
"""Points of place and time from which downwards two tellings tell of two places or days."""
_HEADLINE, _ALIKE = 3.0, 2
"""Likeness of the headline, and step of that of the words, without which an article without a figure joins nothing."""
_SOMEWHERE, _AGREE = 1.0, 1.5
"""Points of place under which they may lie anywhere in a country, and of figures that tie them all the same."""


def facts_of(query: Query, profile: Profile, slots: Comparison, likeness: Likeness, lasts: int) -> list[str]:
    """The facts that hold of a telling and an incident.

    Args:
        query: the telling.
        profile: the incident as it stands.
        slots: how well place, days, cause, figures and people fit.
        likeness: how alike their words are.
        lasts: how many days a happening of their causes may last.

    Returns:
        The facts; in what order says nothing.
    """
    telling = query.telling
    points = {point.feature: point.points for point in slots.points}
    fit = slots.total - points.get("names", 0.0) - points.get("article", 0.0)
    alike, near = bisect_right(_LIKENESS, likeness.whole), _publication(telling, profile)
    kind = f"{'own' if telling.own_news else 'aside'}-{'own' if profile.own_news else 'aside'}"
    facts = [
        "always", *_SLOTS(fit), *_alike(likeness, profile),
        *_crossed(alike, bisect_right(_FIT, fit), kind, near),
        *_slot_facts(points, telling), *_day_facts(query, profile, alike, lasts, near),
        *_place_facts(query, profile, points, alike, lasts), *_article_facts(telling, profile, alike),
    ]  # fmt: skip
    if _is_untied(telling, points, likeness, alike, facts):
        facts.append("untied")
    if _is_other_land(query, profile, points, likeness, facts):
        facts.append("other_land")
    unlike = alike < _ALIKE and points["figures"] < _AGREE
    contrary = points["figures"] <= _CONTRARY
    if points["figures"] <= _CONTRARY and _looks_back_to_it(query, profile, lasts):
        facts.append("other_time")
    if near == "years" and _is_mere_news(query, profile, facts):
        facts.append("other_time")
    if (unlike or contrary) and _is_other_day(query, profile, lasts, 1 if contrary else _TWO_DAYS):
        facts.append("other_day")
    return facts


def must_not(facts: Iterable[str]) -> bool:
    """Whether a telling is of another happening for certain, however well all else fits.

    It names another storm or flight; or it happened months before or later and neither names the other's day, or days
    before or later by news of the same days, with other figures in other words; or
    nothing that it says ties it to the articles, and it is told apart from the happening in one of them, lies
    elsewhere, or on another day; or it lies in another country, on another day, and they have no name in common.
    """
    return not _NEVER.isdisjoint(facts)


_NEVER = frozenset(("other_name", "other_time", "other_day", "other_land", "untied", "same_list"))


def is_another(query: Query, profile: Profile, lasts: int) -> bool:
    """Whether name and days alone tell that ``must_not`` holds, before anything else is compared."""
    return _is_other_time(query, profile, _gap(query.telling, profile), lasts) or _is_other_name(query, profile, lasts)


def _is_untied(
    telling: Telling, points: dict[str, float], likeness: Likeness, alike: int, facts: Sequence[str]
) -> bool:
    if not alike:
        elsewhere = points["place"] <= _ELSEWHERE and "named=0" in facts
        other_day = points["time"] <= _OTHER_DAY and "apart told=True unlinked" in facts
        vague = 0 <= points["place"] < _SOMEWHERE and points["figures"] < _AGREE and not likeness.names
        if elsewhere or other_day or vague or "same_article" in facts:
            return True
    known = likeness.title >= _HEADLINE or likeness.names or "same_name" in facts or "named=2" in facts
    return not telling.marks and (alike < _ALIKE or not known)  # without a figure only name and headline tell


def _looks_back_to_it(query: Query, profile: Profile, lasts: int) -> bool:
    """Whether news of these days, with a day of their own told, only look back to the day of an incident."""
    gap = _gap(query.telling, profile)
    if gap is None or gap <= max(_OTHER_NEWS, lasts + 1) or not query.telling.own_news:
        return False
    return _is_of_its_days(query.telling) and _both_told(query.telling, profile)


def _is_other_land(
    query: Query, profile: Profile, points: dict[str, float], likeness: Likeness, facts: Sequence[str]
) -> bool:
    """Whether it is told of another country and day, and nothing that either names ties the two."""
    apart = points["place"] <= _ABROAD and "named=0" in facts and "no_land_in_common" in facts
    return apart and not likeness.names and _gap(query.telling, profile) != 0


@cache
def _crossed(alike: int, fit: int, kind: str, near: str) -> tuple[str, ...]:
    return (
        f"alike={alike} fit={fit}", f"news={kind}", f"alike={alike} news={kind}",
        f"published={near}", f"alike={alike} published={_far(near)}",
    )  # fmt: skip


def _alike(likeness: Likeness, profile: Profile) -> tuple[str, ...]:
    facts = _COSINE(likeness.cosine) + _RARE(likeness.rare) + _TOP(likeness.top) + _NAMES(len(likeness.names))
    facts += _TITLE(likeness.title) + _CONTAINED(likeness.contained)
    return facts + _CORE(likeness.core) if profile.tellings >= _SEVERAL else facts


def _slot_facts(points: dict[str, float], telling: Telling) -> Iterator[str]:
    yield f"place={round(points['place'])}"
    if telling.first is not None:
        yield f"time={round(points['time'])}"
    yield f"cause={points['cause']:.1f}"
    yield from _FIGURES(points["figures"])
    if points["figures"] < 0:
        yield "figures<0"


def _day_facts(query: Query, profile: Profile, alike: int, lasts: int, near: str) -> Iterator[str]:
    telling, linked = query.telling, _linked(query, profile)
    if linked:
        yield f"linked published={_far(near)}"
    gap = _gap(telling, profile)
    if gap is None:
        return
    told = _both_told(telling, profile)
    if gap == 0 and told:
        yield f"same_day alike={alike}"
    if told and _is_anniversary(telling, gap):
        yield f"anniversary alike={alike}"
    if _is_other_time(query, profile, gap, lasts):
        yield "other_time"
    if gap <= lasts + 1:
        return
    yield f"apart told={told}"
    if not linked:
        yield f"apart told={told} unlinked"
        yield f"unlinked alike={alike}"
    if told and _is_of_its_days(telling):
        yield f"own_day alike={alike}"
        if not linked:
            yield "own_day unlinked"


def _gap(telling: Telling, profile: Profile) -> int | None:
    """Days between those of a telling and of an incident; None where one tells none."""
    span = profile.extent if profile.cause in _GO_ON else profile.span
    if span is None or telling.first is None or telling.last is None:
        return None
    return max(0, telling.first - span[1], span[0] - telling.last)


def _both_told(telling: Telling, profile: Profile) -> bool:
    return telling.dated == "told" and profile.span is not None and profile.span[2] == "told"


def _is_other_time(query: Query, profile: Profile, gap: int | None, lasts: int) -> bool:
    """Whether both tell days so far apart that they are two happenings."""
    least = _OTHER_NEWS if _is_of_its_days(query.telling) else _OTHER_TIME
    if gap is None or gap <= max(least, lasts + 1) or _is_anniversary(query.telling, gap):
        return False
    equal = _figures_in_common(query.telling, profile)
    if gap > _YEAR and query.telling.marks and query.telling.dated == "guessed" and not _linked(query, profile):
        return equal < _TWO_FIGURES
    named = bool(equal) and gap <= _YEAR and query.telling.own_news and bool(query.names(profile))
    return _tell_days_apart(query, profile) and equal + named < _TWO_FIGURES


def _figures_in_common(telling: Telling, profile: Profile) -> int:
    """Of how many impacts the numbers are the same.

    A day is read wrongly, or is that of a trial, more often than those of two agree by chance, or one and a rare name.
    """
    equal = {
        mark.impact
        for mark in telling.marks
        if mark.number >= _TELLING
        and any(number == mark.number for _, number, _ in profile.marks.get((mark.impact, mark.unit), ()))
    }
    return len(equal)


def _is_mere_news(query: Query, profile: Profile, facts: Sequence[str]) -> bool:
    """Whether an article tells news of its own without a figure, and no more than places and words ties it."""
    telling = query.telling
    named = "same_name" in facts or "named=2" in facts
    return telling.own_news and not telling.marks and not named and not _linked(query, profile)


def _is_other_day(query: Query, profile: Profile, lasts: int, least: int) -> bool:
    """Whether news of the same days tell of days so far apart, where what happened does not last."""
    gap, near = _gap(query.telling, profile), _publication(query.telling, profile)
    if gap is None or gap < least or lasts >= _TWO_DAYS or near not in ("day", "days") or not query.telling.own_news:
        return False
    return _tell_days_apart(query, profile)


def _tell_days_apart(query: Query, profile: Profile) -> bool:
    """Whether both tell a day of their own, and neither names that of the other."""
    if not _both_told(query.telling, profile) or "cumulative" in (query.telling.scope, profile.scope):
        return False
    return not _linked(query, profile)


def _is_anniversary(telling: Telling, gap: int) -> bool:
    """Whether an article's own day is that of an incident, years after."""
    years = round(gap / _YEAR)
    return _is_of_its_days(telling) and years > 0 and abs(gap - years * _YEAR) < _AROUND


def _is_of_its_days(telling: Telling) -> bool:
    """Whether it tells what happened in the days before it was published."""
    return telling.published is not None and telling.published - (telling.last or 0) <= _OWN_DAYS


def is_news_of_its_days(telling: Telling) -> bool:
    """Whether a telling is what its article is about, with figures and a day told that was in the days before."""
    return telling.own_news and bool(telling.marks) and telling.dated == "told" and _is_of_its_days(telling)


def _linked(query: Query, profile: Profile) -> bool:
    """Whether one names the day that the other tells as its own."""
    if not profile.told.isdisjoint(query.around):
        return True
    telling = query.telling
    if telling.dated != "told" or telling.first is None or telling.last is None:
        return False
    return telling.first in profile.days or (telling.last > telling.first and telling.first + 1 in profile.days)


def _place_facts(query: Query, profile: Profile, points: dict[str, float], alike: int, lasts: int) -> Iterator[str]:
    telling = query.telling
    if -6 <= points["place"] <= -2:
        yield f"elsewhere alike={alike}"
    named = (not query.towns.isdisjoint(profile.names)) + (not profile.place_keys.isdisjoint(telling.names))
    yield f"named={named}"
    yield f"town_in_headline={query.in_headlines(profile)}"
    if telling.lands and profile.lands and telling.lands.isdisjoint(profile.lands):
        yield "no_land_in_common"
    if _is_other_name(query, profile, lasts):
        yield "other_name"
    elif not telling.called.isdisjoint(profile.called):
        yield "same_name"


def _is_other_name(query: Query, profile: Profile, lasts: int) -> bool:
    """Whether another storm or flight is named: another alone, or another too where the days are apart."""
    called, gap = query.telling.called, _gap(query.telling, profile)
    may_be = called and query.telling.cause in BY_STORMS
    if may_be and names_storm_alone(called, profile.called | profile.names, profile.causes):
        return True
    apart = gap is not None and gap > lasts + 1 and _both_told(query.telling, profile)
    return differ(called, profile.called) or (apart and names_another(called, profile.called))


def _article_facts(telling: Telling, profile: Profile, alike: int) -> Iterator[str]:
    if not telling.marks:
        yield "no_figure"
        yield f"no_figure alike={alike}"
    if not profile.with_figures:
        yield "their_no_figure"
    if telling.doc_id in profile.doc_ids:
        yield "same_article"
        if telling.items >= _LIST:
            yield "same_list"
    if telling.items >= _MANY + 1:
        yield "round_up"
    if telling.scope != "event":
        yield f"scope={telling.scope}"
    if profile.scope != "event":
        yield f"their_scope={profile.scope}"
    if profile.tellings >= _MANY:
        yield "many"


def _publication(telling: Telling, profile: Profile) -> str:
    day, days = telling.published, profile.published
    if day is None or not days:
        return "unknown"
    gap = 0 if day in days else min(abs(day - one) for one in days)
    return next((name for most, name in _PUBLISHED if gap <= most), "years")


def _far(near: str) -> str:
    return _FAR.get(near, "far")
