"""What makes figures of one article tell of the same happening, and where a place is wide."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.gazetteer.tables import load_places
from nlp_events.text.name_keys import name_key
from nlp_events.values import Cause, Impact, PlacePrecision
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words, derived
from nlp_events.words.wordings import Wording

Kilometres = Annotated[float, Field(gt=0)]


class HappeningResources(Resource):
    """The whole of ``happenings.yaml``."""

    kin: Annotated[tuple[Annotated[tuple[Cause, ...], Field(min_length=2)], ...], Field(min_length=1)]
    wide: Annotated[tuple[Cause, ...], Field(min_length=1)]
    aftermath: Annotated[tuple[Impact, ...], Field(min_length=1)]
    another: Wording
    meanwhile: Wording
    item: Wording
    near_km: Kilometres
    region_km: Kilometres

    def are_kin(self, first: Cause | None, second: Cause | None) -> bool:
        """Whether two causes may be told of one happening; an unknown one may be any."""
        if first is None or second is None or first == second or "other" in (first, second):
            return True
        return any(first in group and second in group for group in self.kin)


def load_happenings(words: Words = SHIPPED) -> HappeningResources:
    """Read ``happenings.yaml`` (see ``load_yaml``)."""
    return words.resource(HappeningResources, "layers/happenings.yaml")


@derived
def wide_places(words: Words) -> dict[str, PlacePrecision]:
    """Key of a name (see ``name_key``) → «country», «region» or «area», of the listed places that are no settlement."""
    return {
        name_key(name): row.precision
        for row in load_places(words)
        if row.precision != "settlement"
        for name in (row.canonical, *row.aliases)
    }
