"""Which reader a file has, by its ending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from io import BufferedReader
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, readable
from nlp_events.readers.checks import LOGGER, checked
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.values import Article

if TYPE_CHECKING:
    from nlp_events.readers.archives import Member

Reader = Callable[[BufferedReader, Source, ReadOptions], Iterator[Found]]

_READERS = {
    ".csv": "tables:read_csv",
    ".htm": "pages:read_page",
    ".html": "pages:read_page",
    ".json": "json_files:read_json",
    ".jsonl": "json_lines:read_lines",
    ".md": "plain:read_text",
    ".parquet": "parquet:read_parquet",
    ".pdf": "pdf:read_pdf",
    ".txt": "plain:read_text",
}
"""Ending → module and function; a module is imported when a file needs it."""

_ARCHIVES = {".tar": "tar_members", ".tar.gz": "tar_members", ".tgz": "tar_members", ".zip": "zip_members"}
PACKED = ".gz"
_JUNK = ("__MACOSX/", "._")
"""What a Mac adds to an archive: no articles, for all their endings."""

SUFFIXES = (*_READERS, *_ARCHIVES, PACKED)
MOST_DEPTH = 3
"""Archives that may lie in one another."""


def suffix_of(name: str) -> str | None:
    """The ending of a file name that says how it is read; None when none does."""
    lower = name.lower()
    plain = (*_READERS, *_ARCHIVES)
    for suffix in plain:
        if lower.endswith(suffix):
            return suffix
    return PACKED if lower.removesuffix(PACKED).endswith(plain) else None


def endings() -> str:
    """The endings that are read, for messages."""
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


class Skipped:
    """Files of other kinds in a folder or archive, which are left out but not in silence."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._kinds: Counter[str] = Counter()

    def add(self, name: str) -> None:
        """Count a file."""
        self._kinds[PurePosixPath(name).suffix.lower()[:20] or "no ending"] += 1

    def tell(self) -> None:
        """Say in the log what was left out."""
        if self._kinds:
            kinds = ", ".join(f"{kind}: {count}" for kind, count in self._kinds.most_common(10))
            total = sum(self._kinds.values())
            LOGGER.warning("%s: %d files of other kinds were left out (%s).", readable(self._name), total, kinds)


def read_stream(stream: BufferedReader, source: Source, suffix: str, options: ReadOptions) -> Iterator[Found]:
    """The articles of an open file, each checked.

    Args:
        stream: its bytes.
        source: its names.
        suffix: one of ``SUFFIXES``.
        options: how it is read.
    """
    try:
        if suffix in _READERS:
            found = None
            for found in _reader(suffix)(stream, source, options):
                yield checked(found, source, options) if isinstance(found, Article) else found
            if found is None:
                raise InputError(source.name, "empty", "holds no article. Leave it out, or put articles in it.")
        else:
            yield from _packed(stream, source, suffix, options)
    except InputError as error:
        yield failure(source.doc_id, error)


def _reader(suffix: str) -> Reader:
    module, function = _READERS[suffix].split(":")
    return cast("Reader", getattr(import_module(f"nlp_events.readers.{module}"), function))


def _packed(stream: BufferedReader, source: Source, suffix: str, options: ReadOptions) -> Iterator[Found]:
    from nlp_events.readers import archives

    if source.depth >= MOST_DEPTH:
        problem = f"lies in {MOST_DEPTH} archives already. Unpack the outer ones."
        raise InputError(source.name, "nested", problem)
    if suffix == PACKED:
        inner = suffix_of(source.file_name[: -len(PACKED)]) or ".txt"
        within = replace(source, depth=source.depth + 1)
        yield from read_stream(archives.gzip_member(stream, source), within, inner, options)
        return
    opener: archives.Opener = getattr(archives, _ARCHIVES[suffix])
    yield from _members(opener(stream, source, options.max_bytes), source, options)


def _members(members: Iterator[Member], source: Source, options: ReadOptions) -> Iterator[Found]:
    skipped = Skipped(source.name)
    read = 0
    for member, content in members:
        inside = member.doc_id.removeprefix(f"{source.doc_id}/")
        kind = suffix_of(member.file_name)
        if inside.startswith(_JUNK) or member.file_name.startswith(_JUNK):
            continue
        if kind is None:
            skipped.add(member.file_name)
            continue
        read += 1
        if isinstance(content, InputError):
            yield failure(member.doc_id, content)
        else:
            yield from read_stream(content, member, kind, options)
    skipped.tell()
    if not read:
        raise InputError(source.name, "empty", f"holds no article. Put {endings()} files in it.")
