"""A row of a time line, and what may have changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp_events.values import ActorStatus, Certainty, Flow, Impact, Modifier, Scope, SourceType, Toll, Unit

Change = Literal[
    "first", "raised", "lowered", "restated", "corroborated", "specified", "agrees", "contradicted", "denied", "feared",
    "undated", "part", "beside", "replaced", "repeated", "cumulative", "no_figure",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """What one article says of one toll of an incident, and what that changes.

    ``day`` is the day of publication, or that of the toll where the text tells one («au 23 novembre, 4 000 personnes
    vivaient dans des camps»); None where neither is known. ``mentioned`` is true for an article on something else.
    Of an article without a figure all from ``event_id`` to ``part`` is None. ``change`` is what it is against what was
    told before it of the same impact and people:

    * ``first``: nothing was.
    * ``raised``, ``lowered``: another number, from ``before_min`` and ``before_max`` to ``min`` and ``max``.
    * ``restated``, ``corroborated``: the same number; by another named source.
    * ``specified``, ``agrees``: a number that is within what was told; one that is rounder and may be the same.
    * ``contradicted``: another source says otherwise, and they cannot both be right (``IncidentImpact.conflict``).
    * ``denied``: it is denied. ``feared``: it is feared or foretold, and nobody asserts it.
    * ``undated``: another number, of which it is not known whether it came before or after.
    * ``part``: a part of a larger figure. ``beside``: one more number in an article that tells another.
    * ``replaced``: its own article replaces it. ``repeated``: the article copies another.
    * ``cumulative``: a running total, which is not of this happening alone.
    * ``no_figure``: the article tells no figure.

    What was told before is ``before_event_id``, by ``before_source``; None where nothing is compared.
    ``actor_change`` is how it is told that ``actor`` did it, where that was not told before. ``best`` marks the best
    toll, ``conflict`` one that cannot be right together with others.
    """

    incident_id: str
    day: str | None
    doc_id: str
    title: str | None
    published: str | None
    mentioned: bool
    copy_of: str | None
    event_id: str | None
    impact: Impact | None
    unit: Unit | None
    text: str | None
    min: int | None
    max: int | None
    modifier: Modifier | None
    who: str | None
    source: str | None
    source_type: SourceType | None
    certainty: Certainty | None
    scope: Scope | None
    flow: Flow | None
    toll: Toll | None
    part: bool | None
    change: Change
    before_min: int | None
    before_max: int | None
    before_source: str | None
    before_event_id: str | None
    actor: str | None
    actor_status: ActorStatus | None
    actor_change: ActorStatus | None
    best: bool
    conflict: bool
