"""The time line of an incident in the small form that the report's page reads.

A row is ``[day, doc_id, impact, reading, change, before, actor_change]``: impact is the number of one of the
incident's, reading and before are those of two of its history. Of an article without a figure these three are -1;
``doc_id`` is told of these alone, for a reading names its article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nlp_events.incident_objects import from_dict
from nlp_events.timelines import TimelineRow, of_several, timeline

NONE = -1


def with_timeline(data: dict[str, Any], days: Mapping[str, str]) -> dict[str, Any]:
    """An incident with its ``timeline``, if several articles tell of it.

    Args:
        data: its JSON object; one that a version before has written, and that lacks what a time line tells, stays as
            it is: the page shows the history of each impact.
        days: as in ``timeline``.
    """
    try:
        incident = from_dict(data)
    except (KeyError, TypeError, ValueError):
        return data
    if not of_several(incident):
        return data
    places = {
        (impact.impact, impact.unit, one.event_id): (number, at)
        for number, impact in enumerate(incident.impacts)
        for at, one in enumerate(impact.history)
    }
    return data | {"timeline": [_packed(row, places) for row in timeline(incident, days)]}


def _packed(row: TimelineRow, places: Mapping[tuple[Any, ...], tuple[int, int]]) -> list[Any]:
    if row.event_id is None:
        return [row.day, row.doc_id, NONE, NONE, row.change, NONE, None]
    impact, reading = places[row.impact, row.unit, row.event_id]
    before = places[row.impact, row.unit, row.before_event_id][1] if row.before_event_id is not None else NONE
    return [row.day, None, impact, reading, row.change, before, row.actor_change]
