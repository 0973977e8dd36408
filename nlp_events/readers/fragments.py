"""Markup that holds many articles: cut at a mark that begins each, and parsed piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from io import BufferedReader
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import ParserError, iterwalk
from lxml.html import HTMLParser, document_fromstring
from lxml.html.defs import block_tags

from nlp_events.errors import InputError
from nlp_events.readers.decoded import decoded
from nlp_events.readers.pieces import MOST_PIECE, Piece
from nlp_events.readers.sources import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OVERLAP = 512
"""Characters that a mark may have: the end of what was read is looked at again with what comes next."""

MOST_ELEMENTS = 50_000
"""What a page or article may have: one of news has 500 to 20 000 elements."""

_BLOCKS = block_tags - {"td", "th", "del", "ins"} | {"article", "aside", "body", "br", "figcaption", "figure", "footer"}
_BLOCKS = frozenset(_BLOCKS | {"header", "html", "main", "section"})
_CELLS = ("td", "th")
LAYOUT_BLOCKS = _BLOCKS | {*_CELLS}
"""Blocks where tables lay out a page, as in mails: a cell is a paragraph."""

_SILENT = ("script", "style", "noscript", "head", "button", "select", "svg", "title", "template")


def cut(stream: BufferedReader, source: Source, mark: re.Pattern[str]) -> Iterator[str | InputError]:
    """The pieces of markup that a mark begins, each up to the next mark; what stands before the first is dropped.

    Args:
        stream: the bytes.
        source: its names.
        mark: how a piece begins, in at most some 500 characters.

    Yields:
        A piece, or an error in the place of one that is too long to be an article.
    """
    piece: str | None = None
    waiting = ""
    for text in decoded(stream, source):
        waiting += text
        starts = [match.start() for match in mark.finditer(waiting)]
        for start, end in zip([0, *starts], starts, strict=False):
            piece = _added(piece, waiting[start:end])
            if piece is not None:
                yield _bounded(piece, source)
            piece = ""
        last = starts[-1] if starts else 0
        rest = max(last + 1 if starts else 0, len(waiting) - _OVERLAP)
        piece = _added(piece, waiting[last:rest])
        waiting = waiting[rest:]
    piece = _added(piece, waiting)
    if piece is not None:
        yield _bounded(piece, source)


def _added(piece: str | None, text: str) -> str | None:
    """A piece with more of it, up to one character more than it may have."""
    return None if piece is None else piece + text[: max(MOST_PIECE + 1 - len(piece), 0)]


def _bounded(piece: str, source: Source) -> str | InputError:
    if len(piece) <= MOST_PIECE:
        return piece
    return InputError(source.name, "long", f"has more than {MOST_PIECE} characters of markup. Split it into articles.")


def parsed(piece: str, source: Source) -> HtmlElement:
    """The tree of a piece of HTML, however it is cut.

    Raises:
        InputError: it holds nothing, or more than an article does.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(piece.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise InputError(source.name, "empty", "holds no text. Leave it out, or export it anew.") from error
    if next(islice(tree.iter(), MOST_ELEMENTS, None), None) is not None:
        problem = f"has more than {MOST_ELEMENTS} elements, too many for one article. Split it."
        raise InputError(source.name, "long", problem)
    return tree


def of_class(tree: HtmlElement, *names: str) -> list[HtmlElement]:
    """The elements of a tree that have one of some classes, in small letters, in their order."""
    wanted = set(names)
    return [one for one in tree.iter() if wanted.intersection((one.get("class") or "").casefold().split())]


def line_of(element: HtmlElement | None) -> str:
    """The text of an element in one line; "" for none."""
    return " ".join(lines_of(element)) if element is not None else ""


def lines_of(element: HtmlElement, *, blocks: frozenset[str] = _BLOCKS, silent: Collection[str] = _SILENT) -> list[str]:
    """The paragraphs of an element: a block is a line, a table row one with bars between its cells.

    Marks within a word, as those of a search, leave no trace.

    Args:
        element: the element.
        blocks: names of elements that are blocks.
        silent: names of those whose text is left out.
    """
    found: list[list[str]] = [[]]
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if node.tag in blocks:
            found.append([])
        if event == "end":
            found[-1].append((node.tail or "") if node is not element else "")
        elif node.tag in silent or not isinstance(node.tag, str):
            walk.skip_subtree()
        else:
            bar = " | " if node.tag in _CELLS and any(map(str.strip, found[-1])) else ""
            found[-1].append(bar + (node.text or ""))
    return [line for line in (" ".join("".join(parts).split()) for parts in found) if line]


def read_pieces(
    pieces: Iterator[str | InputError], source: Source, made: Callable[[HtmlElement, Source], Piece]
) -> Iterator[Piece | InputError]:
    """What a database makes of each piece of markup.

    Args:
        pieces: as ``cut`` gives them.
        source: the names of the file.
        made: makes an article of the tree of a piece; what it raises costs that article.
    """
    for piece in pieces:
        if isinstance(piece, InputError):
            yield piece
            continue
        try:
            yield made(parsed(piece, source), source)
        except InputError as error:
            yield error
