"""The weights of the comparison of tellings, and the order of belief among figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from typing_extensions import Self

from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.values import Cause, Impact, SourceType
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words

Points = Annotated[float, Field(ge=-20, le=20)]
Share = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(ge=1)]
Days = Annotated[int, Field(ge=0, le=400)]


class PlacePoints(Resource):
    """Points for where the happenings were."""

    same: Points
    near: Points
    within: Points
    land: Points
    country: Points
    unknown: Points
    at_sea: Points
    spread: Points
    apart: Points
    abroad: Points


class TimePoints(Resource):
    """Points for when they were, and how long causes last, in days."""

    same: Points
    near: Points
    guess: Points
    wide: Points
    per_day: Points
    apart: Points
    lasts: dict[Cause | Literal["default"], Days]
    guess_days: Days
    displacement: Days

    @model_validator(mode="after")
    def _has_default(self) -> Self:
        if "default" not in self.lasts:
            raise ValueError("lasts: «default» is missing")
        return self

    def days(self, cause: Cause | None) -> int:
        """How many days a happening of a cause may last."""
        return self.lasts.get(cause or "default", self.lasts["default"])


class CausePoints(Resource):
    """Points for what happened."""

    rare: Points
    same: Points
    kin: Points
    family: Points
    unknown: Points
    apart: Points
    seldom: Annotated[tuple[Cause, ...], Field(min_length=1)]
    rolling: Annotated[tuple[Cause, ...], Field(min_length=1)]
    borderless: Annotated[tuple[Cause, ...], Field(min_length=1)]
    families: Annotated[tuple[Annotated[tuple[Cause, ...], Field(min_length=2)], ...], Field(min_length=1)]

    def are_kin(self, first: Cause | None, second: Cause | None, happenings: HappeningResources) -> bool:
        """Whether two articles may give these causes for one happening: more than one article does of its own."""
        return happenings.are_kin(first, second) or any(first in one and second in one for one in self.families)


class EqualPoints(Resource):
    """Points for an equal number from a size up."""

    size: Annotated[int, Field(ge=1, alias="from")]
    points: Points


class FigurePoints(Resource):
    """Points for figures of the same impact."""

    equal: Annotated[tuple[EqualPoints, ...], Field(min_length=1)]
    earlier: Points
    minor: Share
    bound: Points
    rising: Points
    steep: Annotated[float, Field(gt=1)]
    leap: Points
    falling: Points
    most: Points

    def points_of(self, number: int) -> float:
        """Points of an equal number."""
        return max((one.points for one in self.equal if number >= one.size), default=0.0)


class PeoplePoints(Resource):
    """Points for who was hit."""

    same: Points
    apart: Points


class NamePoints(Resource):
    """Points for names told by both."""

    each: Points
    most: Points


class CopyRules(Resource):
    """When an article is a copy of another."""

    words: Count
    alike: Share
    permutations: Count
    rows: Count

    @model_validator(mode="after")
    def _bands_are_whole(self) -> Self:
        if self.permutations % self.rows:
            raise ValueError("permutations: is not a multiple of rows")
        return self


class BestRules(Resource):
    """Which figure of an incident is believed."""

    authority: dict[SourceType | Literal["none"], Annotated[int, Field(ge=0)]]
    fresh_days: Days
    rising: Annotated[tuple[Impact, ...], Field(min_length=1)]
    rounding: Share
    since: Share
    since_days: Days

    @model_validator(mode="after")
    def _has_none(self) -> Self:
        if "none" not in self.authority:
            raise ValueError("authority: «none» is missing")
        return self

    def rank(self, source_type: SourceType | None) -> int:
        """How much a source is believed; one that the table leaves out as little as any."""
        return self.authority.get(source_type or "none", 0)


class MergingResources(Resource):
    """The whole of ``merging.yaml``."""

    threshold: Points
    unite: Points
    unite_least: Points
    near_miss: Points
    rival: Points
    never: Points
    most_candidates: Count
    place: PlacePoints
    time: TimePoints
    cause: CausePoints
    figures: FigurePoints
    people: PeoplePoints
    names: NamePoints
    same_article: Points
    undated_background: Points
    copies: CopyRules
    best: BestRules


def load_merging(words: Words = SHIPPED) -> MergingResources:
    """Read ``merging.yaml`` (see ``load_yaml``)."""
    return words.resource(MergingResources, "merging.yaml")
