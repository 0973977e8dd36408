"""WARC files: one article a page that a crawler has kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import BufferedReader, StringIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure
from nlp_events.readers.days import publication_day
from nlp_events.readers.notes import Remark, Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pages import MOST_BYTES
from nlp_events.readers.parts import Part
from nlp_events.readers.seen import SeenIds
from nlp_events.readers.sources import Source

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = ("response", "resource", "conversion")
_FOUND = "200"


def read_warc(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said | Part]:
    """The pages of a crawl, under their addresses, one at a time in memory; its texts, too, where it holds those.

    Other records (pictures, requests, redirects) are passed over. A page that has no date of its own is dated by the
    day of the crawl, which is told.
    """
    seen = SeenIds()
    number = 0
    dated = False
    for record in _records(stream, source):
        if isinstance(record, Remark):
            yield record
            continue
        number += 1
        if isinstance(record, InputError):
            yield failure(f"{source.doc_id}:{number}", record)
            return
        found = _part(record, f":{number}", source, options)
        if isinstance(found, Part):
            if found.own_id in seen:
                found = replace(found, own_id=f"{found.own_id} ({found.published})")  # as it was on several days
            seen.add(found.own_id)
            dated = True
        if found is not None:
            yield found
    if not number:
        raise InputError(source.name, "empty", "holds no record of a crawl. Leave it out, or save it anew.")
    if dated:
        said = "pages without a date of their own are dated by the day of the crawl"
        yield Remark("crawl days", f"{source.name}: {said}. --published DATE gives another.")


def _records(stream: BufferedReader, source: Source) -> Iterator[ArcWarcRecord | InputError | Remark]:
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(stream)
    said = StringIO()  # it tells of damaged records there, and goes on
    while True:
        try:
            with redirect_stderr(said):
                record = next(records, None)
        except InputError as error:
            yield error
            return
        except Exception as error:  # noqa: BLE001 - a reader of other people's crawls may fail in any way
            why = "after a record whose length is wrong" if said.getvalue() else f"{type(error).__name__}: {error}"
            problem = f"is damaged from here on ({why}). What comes after was not read. Crawl it anew."
            yield InputError(source.name, "warc", problem)
            return
        if said.getvalue():
            said.truncate(said.seek(0))
            problem = "holds a record whose length is wrong: it, and perhaps the one after it, may lack a part."
            yield Remark(f"damaged {source.name}", f"{source.name}: {problem} Crawl it anew.")
        if record is None:
            return
        yield record


def _part(record: ArcWarcRecord, place: str, source: Source, options: ReadOptions) -> Part | Found | None:
    """The page of a record; None for a record of another kind."""
    if record.rec_type not in _KINDS:
        return None
    if record.http_headers is not None and record.http_headers.get_statuscode() != _FOUND:
        return None
    text = record.rec_type == "conversion"
    if not text and _type_of(record) not in _PAGES:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(min(options.max_bytes, MOST_BYTES) + 1)
        day = publication_day(record.rec_headers.get_header("WARC-Date"), source.name)
    except InputError:
        day = None
    except Exception as error:  # noqa: BLE001 - as above; it costs this page
        problem = f"cannot be unpacked ({type(error).__name__}). Leave it out, or crawl it anew."
        return failure(f"{source.doc_id}{place}", InputError(f"{source.name}{place}", "warc", problem))
    return Part(
        data=data,
        suffix=".txt" if text else ".html",
        place=place,
        own_id=address.strip(),
        published=day,
        site=_host(address),
        hollow=True,
    )


def _type_of(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
