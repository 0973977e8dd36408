"""Somebody who is mentioned in an article and may have done it, and a name that may be of one."""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.values import ActorType, Label, SourceType, Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the article: its mention, its canonical name, what it is known to be.

    ``type`` is None for a person, a place, and an organisation that is not known to fight.
    """

    start: int
    end: int
    label: Label
    canonical: str
    known_id: str | None
    kind: SourceType | None
    country: str | None
    type: ActorType | None


@dataclass(slots=True)
class Around:
    """What stands around a mention.

    ``before`` and ``behind`` name the wording that stands there, «-» where none does; ``since`` is where that before
    begins, ``reach`` where that behind ends.
    """

    before: str
    since: int
    behind: str
    reach: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody who may have done it, at [start, end).

    ``head`` is the noun, «name» for a bare name; ``kind`` that of the head, or label and kind of the name. ``group`` is
    the same of all mentions of one actor. ``canonical`` and ``known_id`` are those of the name in it, if any.
    """

    start: int
    end: int
    head: str
    kind: str
    type: ActorType
    many: bool
    determiner: str
    armed: bool
    zone: Zone
    around: Around
    group: str
    canonical: str | None = None
    known_id: str | None = None
    country: str | None = None

    @property
    def before(self) -> str:
        """The name of the wording that stands before it."""
        return self.around.before

    @property
    def behind(self) -> str:
        """The name of the wording that stands behind it."""
        return self.around.behind
