"""Exports of Factiva: as HTML, of its two forms, and as lines, as in RTF and DOCX files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import pairwise
from typing import TYPE_CHECKING

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.decoded import decoded_lines
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, bounded_blocks, found_in_pieces, is_of_rights
from nlp_events.readers.sources import Source
from nlp_events.readers.written_dates import written_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"""<div\b[^<>]{0,200}\bclass\s{0,9}=\s{0,9}["']?[^"'<>]{0,60}\b[a-z]{2}Article\b""")
_ID = r"[A-Z0-9]{3,20}((?:19|20)[0-9]{6})[a-z0-9]{4,16}"
_ID_LINE = re.compile(rf"\w{{4,12}} ({_ID})")
"""«Document LEMOND0020230512ej5c0000f»: the last line of an article; the id holds the day it was loaded."""

_COUNT = re.compile(r"[0-9][0-9\s.,]{0,12}\s?\w{2,12}")
"""«1 234 mots», in whatever language."""

_TIME = re.compile(r"[0-9]{1,2}[:hH][0-9]{2}(?::[0-9]{2})?(?: \w+)?")
_CODE = re.compile(r"[A-Z]{2,3}")
_BEHIND = 8
"""Lines of a head behind the name of the paper, and characters of one that is short."""

_SHORT = 50
_ENDS = (".", "!", "?", "…", "»", "”", '"')


def read_factiva(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an export of Factiva as HTML, under the database's own ids."""
    from nlp_events.readers.fragments import cut, read_pieces

    pieces = read_pieces(cut(stream, source, _MARK), source, _article)
    yield from found_in_pieces(pieces, source, options)


def _article(tree: HtmlElement, _source: Source) -> Piece:
    fields = _fields(tree)
    return _of_fields(fields) if "HD" in fields else _of_lines(tree)


def _fields(tree: HtmlElement) -> dict[str, list[str]]:
    """What the rows of a table hold, by their codes, as HD for the headline and TD for the text."""
    from nlp_events.readers.fragments import line_of, lines_of

    fields: dict[str, list[str]] = {}
    for row in tree.iter("tr"):
        cells = row.findall("td")
        if len(cells) > 1 and _CODE.fullmatch(code := line_of(cells[0])):
            fields.setdefault(code, lines_of(cells[1]))
    return fields


def _of_fields(fields: dict[str, list[str]]) -> Piece:
    title, date, site, number = (" ".join(fields.get(code, ())) for code in ("HD", "PD", "SN", "AN"))
    own_id, loaded = _id_in(number)
    lines = (*fields.get("LP", ()), *fields.get("TD", ()))
    return Piece(lines=lines, title=title, date=date or loaded, site=site, own_id=own_id)


def _of_lines(tree: HtmlElement) -> Piece:
    from nlp_events.readers.fragments import line_of, lines_of, of_class

    paragraphs = of_class(tree, "articleparagraph")
    body = [line for one in paragraphs for line in lines_of(one)]
    headlines = [one for one in tree.iter() if (one.get("class") or "").endswith("Headline")]
    title = line_of(headlines[0]) if headlines else ""
    for one in (*paragraphs, *headlines):
        one.drop_tree()
    head = lines_of(tree)
    own_id, loaded = _id_in(*head)
    place = _count_in(head)
    date, site, _ = _head(head, place) if place is not None else ("", "", 0)
    return Piece(lines=tuple(body), title=title, date=date or loaded, site=site, own_id=own_id)


def read_factiva_lines(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an export of Factiva that was saved as text."""
    yield from found_in_pieces(cut_factiva(decoded_lines(stream, source), source), source, options)


def is_factiva(lines: Iterable[str]) -> bool:
    """Whether lines are those of an export: one of them is the id of an article."""
    return any(_ID_LINE.fullmatch(line) for line in lines)


def cut_factiva(lines: Iterable[str], source: Source) -> Iterator[Piece | InputError]:
    """The articles among the lines of an export; what stands behind the last id is none, unless it has a head."""
    for block, ended in bounded_blocks(lines, source, ends=_ID_LINE.fullmatch):
        if isinstance(block, InputError):
            yield block
            continue
        place = _count_in(block)
        if place is not None:
            yield _of_block(block, place)
        elif ended:
            yield InputError(source.name, "head", "has no head that is known (title, words, day). Export it anew.")


def _of_block(block: list[str], place: int) -> Piece:
    date, site, begin = _head(block, place)
    own_id, loaded = _id_in(block[-1])
    above = [line for line in block[:place] if not is_of_rights(line)][-3:]
    body = block[begin : len(block) - bool(own_id)]
    title = max(above, key=len, default="")
    return Piece(lines=tuple(body), title=title, date=date or loaded, site=site, own_id=own_id)


def _count_in(lines: list[str]) -> int | None:
    """Where the number of words stands, which a day follows."""
    for place, (line, following) in enumerate(pairwise(lines)):
        if _COUNT.fullmatch(line) and written_day(following):
            return place
    return None


def _head(lines: list[str], count: int) -> tuple[str, str, int]:
    """The day and the paper below the number of words, and where the text begins."""
    place = count + 2
    if place < len(lines) and _TIME.fullmatch(lines[place]):
        place += 1
    site = lines[place] if place < len(lines) else ""
    behind = lines[place + 1 : place + 1 + _BEHIND]
    rights = next((number for number, line in enumerate(behind, start=1) if is_of_rights(line)), None)
    if rights is None:
        rights = next((number for number, line in enumerate(behind) if not _is_short(line)), len(behind))
    return lines[count + 1], site, place + 1 + rights


def _is_short(line: str) -> bool:
    return len(line) < _SHORT and not line.endswith(_ENDS)


def _id_in(*lines: str) -> tuple[str, str]:
    """The id in the last of some lines that is one, and the day in it."""
    for line in reversed(lines):
        if number := _ID_LINE.fullmatch(line):
            return number[1], number[2]
    return "", ""
