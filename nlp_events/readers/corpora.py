"""Corpora of textometry: one text file, in which lines of variables begin each article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.decoded import decoded_lines
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, bounded_blocks, found_in_pieces, labels
from nlp_events.readers.sources import Source

_STARS = re.compile(r"\*{4}(?:\s|$)|[0-9]{4}\s+\*[^\s*_]{1,60}_\S")
"""«**** *source_levant», or «0001 *source_levant», as Alceste numbers them."""

_VARIABLE = re.compile(r"\*([^\s*_]{1,60})_(\S{1,500})")
_THEME = re.compile(r"-\*\S+")
"""«-*introduction», which names a part of an article."""

_TAG = re.compile(r"<(\w{1,40})=([^<>\n]{0,300})>")
_NUMBER = re.compile(r"[0-9][0-9_-]*")


def read_iramuteq(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a corpus of IRaMuTeQ; a line «**** *source_levant *date_2023-05-12» begins each."""
    blocks = bounded_blocks(decoded_lines(stream, source), source, begins=_STARS.match)
    yield from found_in_pieces((_iramuteq(block, source) for block, _ in blocks), source, options)


def _iramuteq(block: list[str] | InputError, source: Source) -> Piece | InputError:
    if isinstance(block, InputError):
        return block
    # A value has «_» for the blanks in it.
    variables = {name: _spaced(value) for name, value in _VARIABLE.findall(block[0])}
    return described(variables, (_THEME.sub("", line) for line in block[1:]), source)


def _spaced(value: str) -> str:
    return value.replace("_", "-" if _NUMBER.fullmatch(value) else " ")


def read_lexico(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a corpus of Lexico; lines «<date=2023-05-12>» begin each, and hold until they are changed."""
    yield from found_in_pieces(_lexico(decoded_lines(stream, source), source), source, options)


def _lexico(lines: Iterable[str], source: Source) -> Iterator[Piece | InputError]:
    lasting: dict[str, str] = {}
    for block, _ in bounded_blocks(_tags_apart(lines), source, begins=_begins_after_text()):
        if isinstance(block, InputError):
            yield block
            continue
        tags = [tag.groups() for tag in map(_TAG.fullmatch, block) if tag]
        own = {name: value.strip("\"'") for name, value in tags}
        lasting |= {name: value for name, value in own.items() if name.casefold() not in labels("names_of_one")}
        yield described(lasting | own, (line.strip("§ ") for line in block if not _TAG.fullmatch(line)), source)


def _tags_apart(lines: Iterable[str]) -> Iterator[str]:
    """Lines in which each tag is one of its own."""
    for line in lines:
        last = 0
        for tag in _TAG.finditer(line):
            yield line[last : tag.start()]
            yield tag[0]
            last = tag.end()
        yield line[last:]


class _begins_after_text:  # noqa: N801 - a function with a memory
    """Tells tags that follow text, with which an article begins, from those that follow another tag."""

    def __init__(self) -> None:
        self._after_text = True

    def __call__(self, line: str) -> bool:
        is_tag = _TAG.fullmatch(line) is not None
        begins = is_tag and self._after_text
        self._after_text = not is_tag
        return begins


def described(variables: Mapping[str, str], lines: Iterable[str], source: Source) -> Piece:
    """An article of which variables tell the day, paper, title and id, by any of their usual names.

    Args:
        variables: names and values.
        lines: its paragraphs.
        source: the file, which stands before an id that is but a number: other files have the same.
    """
    known = {name.casefold(): value for name, value in variables.items()}
    date, site, title, number = (_value(known, f"names_{what}") for what in ("date", "site", "title", "id"))
    own_id = f"{source.doc_id}:{number}" if _NUMBER.fullmatch(number) else number
    return Piece(lines=tuple(lines), title=title, date=date, site=site, own_id=own_id)


def _value(known: Mapping[str, str], names: str) -> str:
    return next((known[name] for name in labels(names) if known.get(name)), "")
