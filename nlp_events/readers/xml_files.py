"""XML of agencies and corpora: NewsML-G2, NITF, TEI and TXM, an article at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BufferedReader
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import QName, XMLSyntaxError, iterparse

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.corpora import described
from nlp_events.readers.fragments import MOST_ELEMENTS, lines_of
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, found_in_pieces
from nlp_events.readers.sources import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(rb"<!ENTITY")
_BLOCKS = frozenset(
    ["p", "head", "l", "lg", "ab", "item", "div", "row", "tr", "li", "hl1", "hl2", "body", "s", "u", "sp"]
)
_SILENT = ("media", "fig", "note", "figure", "script", "style")
_ID = "{http://www.w3.org/XML/1998/namespace}id"

_Made = Callable[["_Element", Source], Iterator[Piece]]


def read_newsml(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The items of a NewsML-G2 message that hold text."""
    return _read(stream, source, options, (("newsItem",), _newsml))


def read_nitf(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The stories of a file of NITF."""
    return _read(stream, source, options, (("nitf",), _nitf))


def read_tei(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The texts of a file or corpus of TEI."""
    return _read(stream, source, options, (("TEI", "TEI.2"), _tei))


def read_txm(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The texts of a corpus for TXM: elements whose attributes tell of each, or a table beside the file."""
    return _read(stream, source, options, (("text", "article", "doc", "document"), _txm))


def _read(
    stream: BufferedReader, source: Source, options: ReadOptions, made: tuple[tuple[str, ...], _Made]
) -> Iterator[Found]:
    if _ENTITY.search(stream.peek()):
        raise InputError(source.name, "entities", "defines entities of its own, as attacks do. Save it without them.")
    yield from found_in_pieces(_pieces(_Metered(stream, source, options.max_bytes), source, made), source, options)


class _Metered:
    """A stream that gives so many bytes for each article."""

    def __init__(self, stream: BufferedReader, source: Source, most: int) -> None:
        self._stream = stream
        self._source = source
        self._most = most
        self.given = 0

    def read(self, size: int = -1, /) -> bytes:
        self.given += size
        if self.given > self._most:
            raise InputError(self._source.name, "long", "is too long to be one article. Split it into articles.")
        return self._stream.read(size)


def _pieces(stream: _Metered, source: Source, made: tuple[tuple[str, ...], _Made]) -> Iterator[Piece | InputError]:
    names, make = made
    tags = [f"{{*}}{name}" for name in names]
    parser = iterparse(
        stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        for _, element in parser:
            stream.given = 0
            yield from _of_element(element, source, make)
            _forget(element)
    except XMLSyntaxError as error:
        problem = f"is no whole XML ({error.msg}): what comes after was not read. Export it anew."
        yield InputError(source.name, "xml", problem)


def _of_element(element: _Element, source: Source, make: _Made) -> Iterator[Piece | InputError]:
    if next(islice(element.iter(), MOST_ELEMENTS, None), None) is not None:
        yield InputError(source.name, "long", f"has more than {MOST_ELEMENTS} elements, too many for one article.")
        return
    for one in element.iter("*"):
        one.tag = QName(one).localname
    yield from make(element, source)


def _forget(element: _Element) -> None:
    """Give back the memory of an element and of those before it."""
    element.clear(keep_tail=False)
    while (before := element.getprevious()) is not None:
        element.getparent().remove(before)


def _newsml(item: _Element, _source: Source) -> Iterator[Piece]:
    contents = [one for one in item.iterfind("contentSet/inlineXML") if _text(one)]
    if not contents and item.find("contentSet/inlineXML") is None:
        return  # a picture, or a message of other items
    yield Piece(
        lines=tuple(_text(contents[0]) if contents else ()),
        title=_first(item, "contentMeta/headline", "itemMeta/title"),
        date=_first(item, "contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"),
        site=_named(item, "itemMeta/provider") or _named(item, "contentMeta/infoSource"),
        own_id=item.get("guid") or "",
    )


def _named(item: _Element, path: str) -> str:
    """The name of a party: in words, else by its literal."""
    found = item.find(path)
    return "" if found is None else _first(found, "name") or found.get("literal") or ""


def _nitf(story: _Element, _source: Source) -> Iterator[Piece]:
    if story.find("nitf") is not None:
        return  # what holds several
    lines = _text(story)
    yield Piece(
        lines=(*(_line(one) for one in story.iterfind("body/body.head/hedline/hl2") if lines), *lines),
        title=_first(story, "body/body.head/hedline/hl1", "head/title"),
        date=_attribute(story, "norm", "head/docdata/date.issue", "head/docdata/date.release"),
        site=_first(story, "body/body.head/distributor") or _attribute(story, "name", "head/pubdata"),
        own_id=_attribute(story, "id-string", "head/docdata/doc-id"),
    )


def _text(element: _Element) -> list[str]:
    """The paragraphs of what may be NITF, XHTML or bare."""
    found = next((one for name in ("body.content", "body") for one in element.iter(name)), element)
    return lines_of(found, blocks=_BLOCKS, silent=_SILENT)


def _tei(text: _Element, source: Source) -> Iterator[Piece]:
    about = "teiHeader/fileDesc"
    dates = (f"{about}/publicationStmt/date", f"{about}/sourceDesc//date", "teiHeader/profileDesc/creation/date")
    number = text.get(_ID) or text.get("id") or _first(text, f"{about}/publicationStmt/idno")
    whole = Piece(
        lines=(),
        title=_first(text, f"{about}/titleStmt/title"),
        date=_attribute(text, "when", *dates) or _first(text, *dates),
        site=_first(text, f"{about}/sourceDesc//title[@level='j']", f"{about}/sourceDesc//publisher"),
        own_id=described({"id": number}, (), source).own_id,
    )
    parts = text.findall("text/group//text") or text.findall("text")
    for place, part in enumerate(parts, start=1):
        yield _of_part(whole, part, f"{whole.own_id}:{place}" if whole.own_id and len(parts) > 1 else whole.own_id)


def _of_part(whole: Piece, part: _Element, own_id: str) -> Piece:
    body = part.find("body")
    lines = lines_of(body if body is not None else part, blocks=_BLOCKS, silent=_SILENT)
    return Piece(lines=tuple(lines), title=whole.title, date=whole.date, site=whole.site, own_id=own_id)


def _txm(text: _Element, source: Source) -> Iterator[Piece]:
    if any(one.attrib for one in text.iterancestors("text", "article")):
        return  # a part of another
    variables = {QName(name).localname: value for name, value in text.attrib.items()}
    yield described({**(source.about or {}), **variables}, lines_of(text, blocks=_BLOCKS, silent=_SILENT), source)


def _line(element: _Element) -> str:
    return " ".join(lines_of(element, blocks=_BLOCKS, silent=_SILENT))


def _first(element: _Element, *paths: str) -> str:
    return next(filter(None, (_line(one) for path in paths for one in element.iterfind(path))), "")


def _attribute(element: _Element, name: str, *paths: str) -> str:
    return next(filter(None, (one.get(name) for path in paths for one in element.iterfind(path))), "")
