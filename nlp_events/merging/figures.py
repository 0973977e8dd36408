"""The figures of a happening in one article: the main one, and what the comparison sees of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from nlp_events.merging.rows import Row
from nlp_events.merging.tellings import VOTES, Counted, Mark
from nlp_events.text.days import days_of
from nlp_events.values import Impact, Reading

_IMPACTS: tuple[Impact, ...] = get_args(Impact)
_REVISED = ("revised_down", "final")
"""What is called so is the toll, however many are counted of a wider place: these are others."""
_ACTOR = ("actor_id", "actor_type", "actor_status", "means")
"""Slots of who did it, which records of versions before do not have."""


def main_of(events: Sequence[Row], replaced: set[str | None]) -> Row:
    """The figure a happening is known by: the largest total of the gravest impact."""

    def weight(event: Row) -> tuple[bool, int, int]:
        total = event["part_of"] is None and event["event_id"] not in replaced and event["certainty"] != "denied"
        return not total, _IMPACTS.index(event["impact"]), -number_of(event)

    return min(events, key=weight)


def number_of(event: Row) -> int:
    """The least of a figure, its most where it has no least."""
    return int((event["min"] if event["min"] is not None else event["max"]) or 0)


def counts(event: Row) -> bool:
    """Whether a figure is one of the happening: no part, neither denied nor only feared."""
    return event["part_of"] is None and event["certainty"] in ("asserted", "unconfirmed")


def mark_of(event: Row, counting: Sequence[Row], replaced: set[str | None]) -> Mark:
    """A figure as the comparison sees it.

    Args:
        event: the record.
        counting: the records of its happening that count.
        replaced: event ids of those that another one supersedes.
    """
    minor = any(
        one["impact"] == event["impact"]
        and one["unit"] == event["unit"]
        and one["event_id"] not in replaced
        and number_of(one) > number_of(event)
        for one in counting
    )
    return Mark(
        event["impact"], event["unit"], event["min"], event["max"], event["modifier"],
        event["event_id"] in replaced, event["toll"] in ("revised_down", "final"), minor,
    )  # fmt: skip


def _is_later_count(one: Row, event: Row) -> bool:
    """Whether a record counts those who are missing on a later day than another: these are who is still not found."""
    if not (one["impact"] == event["impact"] == "missing" and one["unit"] == event["unit"] and counts(one)):
        return False
    first, last = days_of(one["date"])[0], days_of(event["date"])[1]
    return one["scope"] == event["scope"] == "event" and first is not None and last is not None and last < first


def votes_of(events: Sequence[Row], slot: str) -> int:
    """How sure a slot of the figures of a happening is, in hundredths: the most of any that fills it.

    Args:
        events: the records of the happening.
        slot: «place» or «date»; records of versions before do not say how sure it is.
    """
    told = [event[f"{slot}_confidence"] for event in events if event.get(f"{slot}_confidence") is not None]
    return max(1, round(VOTES * max(told))) if told else VOTES


def counted(row: Row, event: Row, events: Sequence[Row], *, held: bool) -> Counted:
    """What a record counts, as a reading.

    Args:
        row: the article.
        event: the record.
        events: those of its happening.
        held: whether another of these counts its people too.
    """
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
        part=event["part_of"] is not None or (held and event["toll"] not in _REVISED),
        superseded=any(one["supersedes"] == event["event_id"] or _is_later_count(one, event) for one in events),
        repeated=False,
        actor=event.get("actor_canonical") or event.get("actor"),
        **{name: event.get(name) for name in _ACTOR},
    )
    return event["impact"], event["unit"], reading
