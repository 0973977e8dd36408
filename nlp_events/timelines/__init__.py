"""A happening as its time line: what was said when, by whom, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nlp_events.merging.model import load_merging
from nlp_events.timelines.changes import Changes
from nlp_events.timelines.model import TimelineRow
from nlp_events.timelines.order import Statement, statements_of, toll_days
from nlp_events.values import ActorStatus, Incident

__all__ = ["TimelineRow", "of_several", "timeline", "toll_days"]

_OF_READING = (
    "event_id", "text", "min", "max", "modifier", "who", "source", "source_type", "certainty", "scope", "flow", "toll",
    "part", "actor", "actor_status",
)  # fmt: skip
_COMPARED = ("min", "max", "source", "event_id")


def timeline(incident: Incident, days: Mapping[str, str] | None = None) -> tuple[TimelineRow, ...]:
    """The time line of an incident: one row a figure of an article, and one for each article without a figure.

    Args:
        incident: what ``nlp_events.incidents`` yields.
        days: event id → the day that a text tells its toll of, from ``toll_days``; None to go by publication alone.

    Returns:
        The rows by day; those of no known day come last. The same incident gives the same rows.

    Raises:
        ResourceError: a resource file is wrong.
    """
    rounding = load_merging().best.rounding
    changes = {id(impact): Changes(impact, rounding) for impact in incident.impacts}
    actors = _Actors()
    return tuple(
        _row(incident.incident_id, one, changes.get(id(one.impact)), actors)
        for one in statements_of(incident, days or {})
    )


def of_several(incident: Incident) -> bool:
    """Whether several articles tell of an incident or mention it, so that it has a time line worth the name."""
    return len(incident.articles) + len(incident.mentioned) > 1


def _row(incident_id: str, one: Statement, changes: Changes | None, actors: _Actors) -> TimelineRow:
    change, before = changes.of(one) if changes is not None else ("no_figure", None)
    reading, impact, article = one.reading, one.impact, one.article
    # An article without a figure has neither, and the cells of both stay empty.
    told: dict[str, Any] = {name: getattr(reading, name, None) for name in _OF_READING}
    compared: dict[str, Any] = {f"before_{name}": getattr(before, name, None) for name in _COMPARED}
    kind: dict[str, Any] = {name: getattr(impact, name, None) for name in ("impact", "unit")}
    return TimelineRow(
        incident_id=incident_id,
        day=one.day,
        doc_id=article.doc_id,
        title=article.title,
        published=article.published,
        mentioned=one.mentioned,
        copy_of=article.copy_of,
        change=change,
        actor_change=actors.newly(one),
        best=impact is not None and told["event_id"] == impact.best_event_id,
        conflict=impact is not None and told["event_id"] in impact.conflict,
        **kind,
        **told,
        **compared,
    )


class _Actors:
    """Who was told to have done it so far, and how."""

    def __init__(self) -> None:
        self._told: dict[str, set[ActorStatus]] = {}

    def newly(self, statement: Statement) -> ActorStatus | None:
        """How it is told that the actor did it, if that is new: who is accused is no news where it is told after.

        Who only arrested somebody after it did not do it.
        """
        reading, impact = statement.reading, statement.impact
        if reading is None or impact is None or reading.repeated or impact.impact == "detained":
            return None
        if reading.actor is None or reading.actor_status is None:
            return None
        told = self._told.setdefault(reading.actor_id or reading.actor.casefold(), set())
        new = reading.actor_status not in told and (reading.actor_status != "told" or not told)
        told.add(reading.actor_status)
        return reading.actor_status if new else None
