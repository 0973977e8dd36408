"""Layouts that analysts load elsewhere: the columns of other projects, filled in as far as records go.

A column that a news article does not fill stays empty: nothing is guessed to please a layout. Each module says what is
lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from nlp_events.values import ArticleResult
from nlp_events.writers.layouts import acled, emdat, geojson, hxl, idmc, ucdp


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: the ending of its files, what a row (or feature) is, what is lost, and the function that writes it."""

    suffix: str
    row: str
    lost: str
    write: Callable[[Iterable[ArticleResult], Path], None]


LAYOUTS = {
    "geojson": Layout(".geojson", geojson.ROW, geojson.LOST, geojson.write),
    "hxl": Layout(".csv", hxl.ROW, hxl.LOST, hxl.write),
    "acled": Layout(".csv", acled.ROW, acled.LOST, acled.write),
    "ucdp": Layout(".csv", ucdp.ROW, ucdp.LOST, ucdp.write),
    "idmc": Layout(".csv", idmc.ROW, idmc.LOST, idmc.write),
    "emdat": Layout(".csv", emdat.ROW, emdat.LOST, emdat.write),
}
"""Name → layout."""
