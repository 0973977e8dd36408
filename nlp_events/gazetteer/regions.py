"""The first-level region that a point lies in, by the settlement that is nearest to it.

The file (``regions.bin``, made by ``build_regions.py``) is a line of credit, a line of JSON with the names, and the
number of the region of each settlement of ``settlements.bin``, in its order, compressed by zlib. Names are GeoNames'.
"""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from math import cos, radians
from pathlib import Path

import numpy

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.index import DEGREE, SettlementIndex
from nlp_events.text.name_keys import name_key

SHIPPED_REGIONS = Path(__file__).resolve().parent / "regions.bin"
FORMAT = 1
NONE = 0xFFFF
"""The number of a settlement whose region has no name."""
FARTHEST = 0.1
"""Degrees (11 km) from a point to a settlement that tells its region: tables round points to a hundredth."""

_POINT = numpy.dtype([("id", "<u4"), ("latitude", "<i4"), ("longitude", "<i4"), ("population", "<u4"), ("name", "<u4")])
"""``index.ROW``, for many at once."""
Regions = tuple[list[tuple[str, str]], "numpy.ndarray[tuple[int], numpy.dtype[numpy.uint16]]"]


def region_at(country: str, latitude: float, longitude: float) -> str | None:
    """The region of the settlement of a country that is nearest to a point.

    Args:
        country: ISO 3166-1 alpha-2.
        latitude: WGS 84 degrees.
        longitude: as ``latitude``.

    Returns:
        Its name; None where no settlement is near, or its region has no name.
    """
    return _at(country, latitude, longitude)


def region_named(country: str, name: str) -> str | None:
    """The region of a country with a name, in any spelling that has the same key, or the only one with a word more.

    «Borno» is «Borno State»; «Ennedi» is none, as there are an eastern and a western one; None for none.
    """
    known, key = _named(), name_key(name)
    longer = [found for (land, one), found in known.items() if land == country and one.rpartition(" ")[0] == key]
    return known.get((country, key)) or (longer[0] if len(longer) == 1 else None)


@lru_cache(maxsize=16_384)
def _at(country: str, latitude: float, longitude: float) -> str | None:
    found = min((_nearest(rows, latitude, longitude) for rows in _index().rows_of(country)), default=None)
    if found is None or found[0] > FARTHEST**2:
        return None
    names, numbers = _regions()
    number = int(numbers[found[1]])
    return None if number == NONE else names[number][1]


def _nearest(rows: range, latitude: float, longitude: float) -> tuple[float, int]:
    """Of some settlements the square of the distance to the nearest one, in degrees, and its row."""
    points = numpy.frombuffer(_index().packed(rows), dtype=_POINT)
    north = points["latitude"] / DEGREE - latitude
    east = (points["longitude"] / DEGREE - longitude) * cos(radians(latitude))
    squares = north**2 + east**2
    nearest = int(squares.argmin())
    return float(squares[nearest]), rows[nearest]


@lru_cache(maxsize=1)
def _index() -> SettlementIndex:
    return SettlementIndex()


@lru_cache(maxsize=1)
def _named() -> dict[tuple[str, str], str]:
    return {(country, name_key(name)): name for country, name in _regions()[0]}


@lru_cache(maxsize=1)
def _regions() -> Regions:
    try:
        _, head, packed = SHIPPED_REGIONS.read_bytes().split(b"\n", 2)
        header = json.loads(head)
        if header["format"] != FORMAT:
            raise ValueError(f"format {header['format']}, not {FORMAT}")
        return header["regions"], numpy.frombuffer(zlib.decompress(packed), dtype="<u2")
    except (OSError, ValueError, KeyError, TypeError, zlib.error) as error:
        remedy = "Install the package again, or write the file with `python -m nlp_events.gazetteer.build_regions`."
        raise ResourceError(str(SHIPPED_REGIONS), "", f"is no table of regions ({error}).", remedy) from error
