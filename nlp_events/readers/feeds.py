"""RSS and Atom feeds: one article an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.fragments import lines_of, parsed
from nlp_events.readers.notes import Remark, Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import Piece, found_in_pieces
from nlp_events.readers.sources import Source, whole

MOST_BYTES = 16 * 1024 * 1024
"""A feed of a paper has some hundred thousand bytes."""

_ENTITY = re.compile(rb"<!ENTITY")
_MARKUP = re.compile(r"<\w|&#?\w+;")


def read_feed(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The items of a feed, each under its own id, else its address, with its title, day, text and the feed's name.

    The text is the whole one where the feed has it (``content:encoded``, ``content``), else the summary, which is told.
    """
    data = whole(stream, source, min(options.max_bytes, MOST_BYTES))
    if _ENTITY.search(data):
        raise InputError(source.name, "entities", "defines entities of its own, as attacks do. Save the feed anew.")
    feed = _parsed(data, source)
    items = feed.entries
    if not items:
        problem = "holds no items of a feed, or is damaged before the first. Save the feed anew."
        raise InputError(source.name, "feed", problem)
    yield from found_in_pieces((_piece(item, feed.feed, source) for item in items), source, options)
    if feed.bozo:
        problem = f"is damaged: {len(items)} items could be read, and perhaps not all of them whole"
        yield Remark(f"damaged {source.name}", f"{source.name}: {problem}. Save the feed anew.")
    if not any(item.get("content") for item in items):
        yield Remark("summaries", f"{source.name}: its items hold summaries or titles only, no whole articles.")


def _parsed(data: bytes, source: Source) -> Any:
    import feedparser

    try:
        return feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # a parser of other people's feeds may fail in any way
        problem = f"is no feed that can be read ({type(error).__name__}: {error}). Save the feed anew."
        raise InputError(source.name, "feed", problem) from error


def _piece(item: Any, feed: Any, source: Source) -> Piece | InputError:
    title = " ".join(_plain(item.get("title") or "", source))
    whole_text = max((one.get("value") or "" for one in item.get("content", ())), key=len, default="")
    try:
        lines = _plain(whole_text or item.get("summary") or "", source)
    except InputError as error:
        return error
    return Piece(
        lines=tuple(lines or ([title] if title else [])),
        title=title,
        date=item.get("published") or item.get("updated") or "",
        site=(item.get("source") or {}).get("title") or feed.get("title") or "",
        own_id=item.get("id") or item.get("link") or "",
    )


def _plain(value: str, source: Source) -> list[str]:
    """The paragraphs of a text that may be HTML."""
    if not value.strip():
        return []
    if not _MARKUP.search(value):
        return [line for line in (" ".join(line.split()) for line in value.splitlines()) if line]
    return lines_of(parsed(value, source))
