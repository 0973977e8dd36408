"""Where a happening was, by the records of one article."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.layers.links.happening_model import wide_places
from nlp_events.merging.figures import number_of
from nlp_events.merging.rows import Row
from nlp_events.merging.tellings import Place, key_of
from nlp_events.values import PlacePrecision
from nlp_events.words.store import Words

_WIDTH: dict[PlacePrecision | None, int] = {"settlement": 0, "region": 1, "country": 2, "area": 3}


class PlaceReader:
    """Reads places of records.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words) -> None:
        self.wide = wide_places(words)
        """Key of a name → how wide it is, of places that are no settlement."""

    def of_happening(self, main: Row, events: Sequence[Row]) -> tuple[Place, ...]:
        """The places of a happening, that of its main figure first."""
        found: dict[Place, None] = {}
        for event in (main, *events):
            if event["place"] and (event is main or event["part_of"] is None):
                found[self.of_record(event)] = None
        if not found and main["country"]:
            found[Place("", main["country"], None, None, None)] = None
        return tuple(found)

    def of_record(self, event: Row) -> Place:
        """The place of a record."""
        name = event["place_canonical"] or event["place"]
        kind = self._kind(event)
        # A town that no table knows has the point of its country, which says nothing of where it is.
        known = event.get("place_precision") not in ("country", "area") or kind in ("country", "area")
        latitude, longitude = (event["latitude"], event["longitude"]) if known else (None, None)
        return Place(name, event["country"], latitude, longitude, kind)

    def _kind(self, event: Row) -> PlacePrecision | None:
        """How wide a place is by its name: what the tables do not know but is on the map is a settlement."""
        known = self.wide.get(key_of(event["place_canonical"] or event["place"]))
        return known or ("settlement" if event["latitude"] is not None else None)

    def holds(self, whole: Row, part: Row) -> bool:
        """Whether a figure of a country or region holds that of a town in the same article."""
        alike = whole["impact"] == part["impact"] and whole["unit"] == part["unit"]
        if not alike or not whole["place"] or not part["place"] or whole["country"] != part["country"]:
            return False
        width = [_WIDTH.get(self._kind(one), 0) for one in (whole, part)]
        return width[0] > width[1] and number_of(whole) > number_of(part)
