"""Exports of Europresse as HTML, of both forms: articles as ``<article>``, and as cells of tables before 2015."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING

from nlp_events.readers.articles import Found
from nlp_events.readers.fragments import cut, line_of, lines_of, of_class, read_pieces
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, found_in_pieces
from nlp_events.readers.sources import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"""<\w{1,10}\b[^<>]{0,300}\bclass\s{0,9}=\s{0,9}["']?[^"'<>]{0,99}\bDocPublicationName\b""")
"""The name of the paper, with which an article of either form begins."""

_NUMBER = re.compile(r"\w{1,20}·([0-9]{8})·\S{1,200}")
"""«news·20230512·LM·0123456»: the database's own name of an article, with its day."""

_BEHIND_PAPER = re.compile(r"\s*[,\r\n]|\s{8}")
"""«La Gazette, no. 12»; a section may be in a line below."""

_TITLES = ("titrearticle", "titrearticlevisu")
_TEXTS = ("dococurrcontainer", "doctext")
_ABOUT = (
    "docpublicationname",
    "docheader",
    "docauthors",
    *_TITLES,
    "public-lblnodoc",
    "txtcertificat",
    "doc-sourcetext",
)
"""What is no text in a form that does not say where the text is."""


def read_europresse(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an export of Europresse, under the database's own ids, dated by them or by their heads."""
    pieces = read_pieces(cut(stream, source, _MARK), source, _article)
    yield from found_in_pieces(pieces, source, options)


def _article(tree: HtmlElement, _source: Source) -> Piece:
    own_id, day = _number(tree)
    papers = [one.text_content() for one in of_class(tree, "docpublicationname")[:1]]
    heads = [line_of(one) for one in of_class(tree, "docheader")]
    title, standfirst = _headline(tree)
    return Piece(
        lines=(*standfirst, *_text(tree)),
        title=title,
        date=day or " ".join(heads),
        site=_BEHIND_PAPER.split("".join(papers).strip())[0],
        own_id=own_id,
    )


def _number(tree: HtmlElement) -> tuple[str, str]:
    named = [*of_class(tree, "public-lblnodoc"), *(one for one in tree.iter() if "lblNodoc" in (one.get("id") or ""))]
    # The old form has it in a line of its own, without a name.
    for text in [*map(line_of, named), line_of(tree)]:
        if number := _NUMBER.search(text):
            return number[0], number[1]
    return "", ""


def _headline(tree: HtmlElement) -> tuple[str, list[str]]:
    """The title; and the lines under it that belong to it."""
    headline = next(iter(of_class(tree, *_TITLES)), None)
    if headline is None:
        return "", []
    lines = lines_of(headline) or [""]
    named = next(iter(of_class(headline, _TITLES[1])), None)  # above it there may be a line of another kind
    title = line_of(named) or lines[0]
    last = max((place for place, line in enumerate(lines) if line in title), default=0)
    return title, lines[last + 1 :]


def _text(tree: HtmlElement) -> list[str]:
    for name in _TEXTS:
        for element in of_class(tree, name)[:1]:
            if found := lines_of(element):
                return found
    for one in of_class(tree, *_ABOUT):
        one.drop_tree()
    return [line for line in lines_of(tree) if not _NUMBER.search(line)]
