"""Kind of a rule → the function that resolves it."""

from __future__ import annotations

from nlp_events.layers.dates import intervals, moments, periods, retold
from nlp_events.layers.dates.model import DateResources
from nlp_events.layers.dates.node import Resolution, Resolver

KINDS: dict[str, Resolver] = {
    "calendar": moments.written,
    "weekday": moments.weekday,
    "day": moments.counted_day,
    "offset": moments.offset,
    "same": moments.same,
    "period": periods.period,
    "window": periods.window,
    "part_of_year": periods.part_of_year,
    "nth": periods.nth,
    "edge": periods.edge,
    "rest": periods.rest,
    "week": periods.week,
    "decade": periods.decade,
    "century": periods.century,
    "holiday": periods.holiday,
    "night": intervals.interval,
    "range": intervals.interval,
    "list": intervals.interval,
    "twice": retold.told_twice,
    "open": intervals.open_interval,
}
"""The kinds of ``nlp_events.layers.dates.model.Kind``."""


def resolution_of(resources: DateResources) -> Resolution:
    """The resolution with the tables of a layer."""
    return Resolution(resources, KINDS)
