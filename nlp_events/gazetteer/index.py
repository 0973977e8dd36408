"""Settlements by name, in one file of the package that is mapped, not read: a look-up touches two or three pages.

The file (``settlements.bin``, made by ``build.py``) is a line of credit, a line of JSON (the ``Header``) and three
sections, one behind the other:

- keys: sorted ``key<TAB>row numbers`` lines in blocks, each compressed by zlib. A key with a large settlement has
  those alone: small ones are asked for only where there is no large one.
- rows: one ``ROW`` a settlement, the large ones first, each group by country and then as GeoNames lists them.
- names: one line a settlement, in UTF-8.

The map is read-only, so that threads and forked processes may share it.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypedDict

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.geonames import Settlement

SHIPPED_INDEX = Path(__file__).resolve().parent / "settlements.bin"
SHIPPED_SUBDIVISIONS = SHIPPED_INDEX.with_name("subdivisions.bin")
"""First and second-level regions, in the same form: the first level are the «large» ones."""
FORMAT = 1
ROW = struct.Struct("<IiiII")
"""GeoNames id, latitude and longitude in ``DEGREE`` parts, inhabitants, where the name begins in its section."""

DEGREE = 100_000
"""GeoNames gives degrees to five places; the quotient is the very number its text reads as."""

_REMEMBERED = 32_768
"""Keys whose row numbers are kept: each mention of a name asks for them several times."""


class Header(TypedDict):
    """What the second line says.

    Attributes:
        format: ``FORMAT`` of the code that wrote it.
        source: the package and release the settlements are from.
        large: how many rows are of large settlements; they come first.
        countries: ISO codes, each with the number of rows that follow for it.
        first_keys: the first key of each block.
        block_sizes: the bytes of each block.
        names_size: the bytes of the names.
    """

    format: int
    source: str
    large: int
    countries: list[tuple[str, int]]
    first_keys: list[str]
    block_sizes: list[int]
    names_size: int


class _Layout(NamedTuple):
    """Where things stand in the file: byte offsets, and row numbers at which a country begins."""

    content: mmap.mmap
    first_keys: list[bytes]
    blocks: list[int]
    rows: int
    names: int
    countries: list[str]
    country_ends: list[int]
    large: int


class SettlementIndex:
    """Looks settlements up by the key of their name. Nothing is opened before the first look-up.

    Args:
        path: a file that ``build.py`` wrote.
    """

    def __init__(self, path: Path = SHIPPED_INDEX) -> None:
        self._path = path
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._sought)

    def large(self, key: str) -> tuple[int, ...]:
        """Row numbers of the settlements of 15 000 inhabitants or more that bear a name; empty when there is none."""
        rows = self._remembered(key)
        return rows if rows and rows[0] < self._layout.large else ()

    def rows(self, key: str) -> tuple[int, ...]:
        """Row numbers of the large settlements that bear a name, or else of the small ones; empty for none.

        Args:
            key: as ``name_key`` makes it.
        """
        return self._remembered(key)

    def settlement(self, row: int) -> Settlement:
        """The settlement of a row number; its alternate names are not kept."""
        layout = self._layout
        identifier, latitude, longitude, population, begin = ROW.unpack_from(
            layout.content, layout.rows + row * ROW.size
        )
        begin += layout.names
        name = layout.content[begin : layout.content.find(b"\n", begin)].decode()
        country = layout.countries[bisect_right(layout.country_ends, row)]
        return Settlement(identifier, name, latitude / DEGREE, longitude / DEGREE, country, population, ())

    def rows_of(self, country: str) -> list[range]:
        """The row numbers of a country, the large settlements' and the small ones'; empty for one that has none."""
        begins = (0, *self._layout.country_ends)
        return [
            range(begins[place], begins[place + 1])
            for place, code in enumerate(self._layout.countries)
            if code == country
        ]

    def packed(self, rows: range) -> memoryview:
        """The ``ROW`` of each of some rows, one behind the other."""
        begin = self._layout.rows + rows.start * ROW.size
        return memoryview(self._layout.content)[begin : begin + len(rows) * ROW.size]

    def _sought(self, key: str) -> tuple[int, ...]:
        layout, sought = self._layout, key.encode(errors="replace")
        block = bisect_right(layout.first_keys, sought) - 1
        if block < 0 or not sought:
            return ()
        # Every line has a line end before it, so that only a whole key is found.
        lines = zlib.decompress(layout.content[layout.blocks[block] : layout.blocks[block + 1]])
        found = lines.find(b"\n%b\t" % sought)
        if found < 0:
            return ()
        begin = found + len(sought) + 2
        return tuple(map(int, lines[begin : lines.index(b"\n", begin)].split()))

    @cached_property
    def _layout(self) -> _Layout:
        try:
            with self._path.open("rb") as file:
                content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            content.readline()
            header: Header = json.loads(content.readline())
            if header["format"] != FORMAT:
                raise ValueError(f"format {header['format']}, not {FORMAT}")
            return _layout(content, header)
        except (OSError, ValueError, KeyError, TypeError) as error:
            remedy = "Install the package again, or write the file with `python -m nlp_events.gazetteer.build`."
            raise ResourceError(str(self._path), "", f"is no index of settlements ({error}).", remedy) from error


def _layout(content: mmap.mmap, header: Header) -> _Layout:
    blocks = list(accumulate(header["block_sizes"], initial=content.tell()))
    ends = list(accumulate(count for _, count in header["countries"]))
    names = blocks[-1] + ends[-1] * ROW.size
    if len(content) != names + header["names_size"]:
        raise ValueError("it is cut off")
    return _Layout(
        content=content, first_keys=[key.encode() for key in header["first_keys"]], blocks=blocks, rows=blocks[-1],
        names=names, countries=[code for code, _ in header["countries"]], country_ends=ends, large=header["large"],
    )  # fmt: skip
