"""Exports of press databases and corpora: one file, many articles, each with what the export says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.options import STANDARD, ReadOptions
from nlp_events.readers.sources import Source

MOST_PIECE = 4 * 1024 * 1024
"""Characters of one article with all its markup: the longest of a paper has 200 000."""

_LAST_LINES = 6
"""Lines at the end of a text among which rights are reserved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article of an export, in the export's own words.

    Attributes:
        lines: its paragraphs.
        title: its headline; "" for none.
        date: its day of publication as written; "" for none.
        site: the paper it appeared in; "" for none.
        own_id: the database's name of it; "" for none.
    """

    lines: tuple[str, ...]
    title: str = ""
    date: str = ""
    site: str = ""
    own_id: str = ""


def found_in_pieces(
    pieces: Iterable[Piece | InputError], source: Source, options: ReadOptions, *, date_format: str | None = None
) -> Iterator[Found]:
    """The articles of an export: under their own ids, else «file:3» for the third.

    Args:
        pieces: what was cut out of it; an error in the place of what cannot be read.
        source: its names.
        options: how it is read.
        date_format: the form of its dates, as in ``written_day``.
    """
    known = replace(STANDARD, published=options.published, date_format=date_format)
    for number, piece in enumerate(pieces, start=1):
        name, doc_id = f"{source.name}:{number}", f"{source.doc_id}:{number}"
        if isinstance(piece, InputError):
            yield failure(doc_id, InputError(name, piece.reason, piece.problem))
        else:
            yield found_in(_values(piece), name, doc_id, known)


def _values(piece: Piece) -> dict[str, Any]:
    title = " ".join(piece.title.split())
    lines = [line for line in (" ".join(line.split()) for line in piece.lines) if line]
    lines = without_rights(lines)
    if not lines:
        return {"text": "", "doc_id": piece.own_id}
    text = lines if not title or lines[0].startswith(title) else [title, *lines]
    return {
        "text": "\n\n".join(text),
        "title": title,
        "published": piece.date,
        "source": " ".join(piece.site.split()),
        "doc_id": piece.own_id,
    }


_Mark = Callable[[str], object]
Blocks = Iterator[tuple[list[str] | InputError, bool]]


def bounded_blocks(
    lines: Iterable[str], source: Source, *, ends: _Mark | None = None, begins: _Mark | None = None
) -> Blocks:
    """Lines in blocks, blank ones left out: each up to a line that ends it, or from one that begins it.

    Args:
        lines: the lines.
        source: the names of the file.
        ends: tells whether a line is the last of its block.
        begins: tells whether a line is the first of its block; what stands before the first such line is left out.

    Yields:
        A block and whether it is whole; an error in the place of one that is too long to be an article.
    """
    block: list[str] = []
    size = 0
    is_whole = begins is None
    for line in filter(None, map(str.strip, lines)):
        if begins is not None and begins(line):
            if is_whole:
                yield _sized(block, size, source), True
            block, size, is_whole = [], 0, True
        size += len(line) + 1
        if size <= MOST_PIECE:
            block.append(line)
        if ends is not None and ends(line):
            yield _sized(block, size, source), True
            block, size = [], 0
    if block and is_whole:
        yield _sized(block, size, source), begins is not None


def _sized(block: list[str], size: int, source: Source) -> list[str] | InputError:
    return block if size <= MOST_PIECE else _too_long(source)


def _too_long(source: Source) -> InputError:
    return InputError(source.name, "long", f"has more than {MOST_PIECE} characters. Split it into articles.")


def is_of_rights(line: str) -> bool:
    """Whether a line reserves rights, or the export speaks of itself in it."""
    return line.casefold().startswith(labels("rights"))


def without_rights(lines: list[str]) -> list[str]:
    """Paragraphs without those at the end in which rights are reserved or the export speaks of itself."""
    kept = len(lines)
    for place in range(len(lines) - 1, max(len(lines) - 1 - _LAST_LINES, -1), -1):
        if is_of_rights(lines[place]):
            kept = place
    return lines[:kept]


@cache
def labels(name: str) -> tuple[str, ...]:
    """Words that exports are written with, in small letters: a list of ``exports.yaml``."""
    from nlp_events.words.files import yaml_of

    found = yaml_of(Path(__file__).with_name("exports.yaml"))[name]
    return tuple(word.casefold() for word in found)
