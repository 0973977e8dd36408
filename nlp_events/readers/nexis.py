"""Exports of Nexis Uni and LexisNexis as lines: text files, and those of word processors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain, dropwhile, islice

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.decoded import decoded_lines, paragraphs
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, bounded_blocks, found_in_pieces, is_of_rights, labels
from nlp_events.readers.plain import read_text
from nlp_events.readers.sources import Source
from nlp_events.readers.written_dates import written_day

_NUMBER = re.compile(r"[0-9]{1,5} of [0-9]{1,5} DOCUMENTS|Do[ck]umento? [0-9]{1,5} \w{2,3} [0-9]{1,5}")
"""«3 of 50 DOCUMENTS», «Document 3 de 50»: the line before an article."""

_TELLS = re.compile(rb"(?mi)^[ \t]*(?:[0-9]+ of [0-9]+ DOCUMENTS|Do[ck]umento? [0-9]+|(?:Length|Section|Load-Date) ?:)")
"""What stands in an export besides the ends of its articles."""

_LABEL = re.compile(r"([\w-]+(?: [\w-]+){0,3}) ?:(?:\s|$)")
_LOOKED_AT = 20_000
"""Paragraphs in which it is looked for which of the two forms a file has."""

_HEAD = 8
"""Lines of an article among which its day is."""

_LONGEST = 100
"""Characters of the line of the day."""


def read_nexis(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a text file of LexisNexis; one that only ends as they do is a text like others."""
    if not _TELLS.search(stream.peek()):
        yield from read_text(stream, source, options)
        return
    lines = paragraphs(decoded_lines(stream, source))
    yield from found_in_pieces(cut_nexis(lines, source), source, options)


def is_nexis(lines: Iterable[str]) -> bool:
    """Whether lines are those of an export: they number its articles, or say where each ends."""
    told = [line for line in lines if _NUMBER.fullmatch(line) or _is_end(line) or _is_label(line, "nexis_head")]
    return any(map(_NUMBER.fullmatch, told)) or (any(map(_is_end, told)) and not all(map(_is_end, told)))


def cut_nexis(lines: Iterable[str], source: Source) -> Iterator[Piece | InputError]:
    """The articles among the paragraphs of an export."""
    lines = iter(lines)
    first = list(islice(lines, _LOOKED_AT))
    if any(map(_is_end, first)):
        blocks = (block for block, ended in bounded_blocks(chain(first, lines), source, ends=_is_end) if ended)
    else:
        blocks = (block for block, _ in bounded_blocks(chain(first, lines), source, begins=_NUMBER.fullmatch))
    for block in blocks:
        yield block if isinstance(block, InputError) else _article(block, source)


def _is_end(line: str) -> bool:
    return line.casefold() in labels("nexis_end")


def _article(block: list[str], source: Source) -> Piece | InputError:
    marks = (line for line in block if not _NUMBER.fullmatch(line) and not _is_end(line))
    lines = list(dropwhile(is_of_rights, marks))
    body = next((place for place, line in enumerate(lines) if line.casefold() in labels("nexis_body")), None)
    head = lines if body is None else lines[:body]
    day = _place_of_day(head, behind=body is not None)
    if day is None:
        return InputError(source.name, "head", "has no head that is known (paper, title, day). Export it anew.")
    title, site, begin = _head(head, day)
    text = _text(lines, begin if body is None else body + 1)
    above = [line.partition(":")[2] for line in head[day:] if _is_label(line, "nexis_standfirst")]
    return Piece(lines=(*above, *text), title=title, date=head[day], site=site)


def _place_of_day(head: list[str], *, behind: bool) -> int | None:
    """Where the day stands: the last one of a head that ends somewhere, for a list of all titles may be before it."""
    places = range(len(head) - 1, -1, -1) if behind else range(min(_HEAD, len(head)))
    return next((place for place in places if _is_day(head[place])), None)


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST and not _LABEL.match(line) and written_day(line) is not None


def _head(head: list[str], day: int) -> tuple[str, str, int]:
    """The title, the paper, and where the text begins that no line announces."""
    rest = [place for place in range(day + 1, len(head)) if not is_of_rights(head[place])]
    labelled = [place for place in rest[: 2 * _HEAD] if _is_label(head[place], "nexis_head")]
    if day > 1:
        return head[day - 2], head[day - 1], labelled[-1] + 1 if labelled else day + 1
    title = next((place for place in rest[:3] if place not in labelled), day)
    begin = max([title, *labelled]) + 1
    return head[title] if title != day else "", head[0] if day else "", begin


def _text(lines: list[str], begin: int) -> Iterator[str]:
    for line in lines[begin:]:
        if _is_label(line, "nexis_tail"):
            return
        yield line


def _is_label(line: str, *names: str) -> bool:
    """Whether a line begins with one of some labels and a colon, or is nothing but one."""
    label = _LABEL.match(line)
    said = (label[1] if label else line).casefold()
    return any(said in labels(name) for name in names)
