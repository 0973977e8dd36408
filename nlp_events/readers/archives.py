"""Archives and packed files, member by member, in memory and never to disk."""

from __future__ import annotations

import gzip
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import IO, Any, Protocol, cast

from nlp_events.errors import InputError
from nlp_events.readers.beside import NAME as TABLE
from nlp_events.readers.sources import Source, whole
from nlp_events.readers.unpacking import HEADER, MOST_UNPACKED, Unpacked, damaged

Member = tuple[Source, BufferedReader | InputError]
"""The names of a member, and its bytes or why they are not read."""

Opener = Callable[[BufferedReader, Source, int], Iterator[Member]]

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are unpacked in one go, however much a few bytes hold."""


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class _Counted:
    """A stream that knows how much of it was read."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


def zip_members(stream: BufferedReader, source: Source, most_bytes: int) -> Iterator[Member]:
    """The files of a ZIP archive, in its order.

    Args:
        stream: the archive; one that cannot be sought in is held in memory, for its index stands at its end.
        source: its names.
        most_bytes: bytes that are held of such a one.

    Raises:
        InputError: it is no ZIP archive, is damaged, or unpacks to more than archives of articles do.
    """
    data = stream if stream.seekable() else BytesIO(whole(stream, source, most_bytes))
    try:
        archive = zipfile.ZipFile(data)
    except Exception as error:  # an index may be wrong in any way
        raise damaged(source, error) from error
    left = MOST_UNPACKED
    # A table that tells of the files beside it comes before them.
    for entry in sorted(archive.infolist(), key=lambda one: PurePosixPath(one.filename).name != TABLE):
        if entry.filename.endswith("/"):  # a folder; its own method of telling fails where there is no name
            continue
        member = source.member(_member_name(entry.filename))
        problem = _refusal(entry.filename, member, linked=stat.S_ISLNK(entry.external_attr >> 16))
        if entry.compress_type not in _METHODS:
            problem = InputError(member.name, "archive", "is packed in a rare way. Pack the archive with deflate.")
        unpacked = Unpacked(_opening(archive, entry), member, most=left, packed=_size(entry))
        yield member, problem or BufferedReader(unpacked, HEADER)
        left = unpacked.left
        if left < 0:
            rest = f"unpacks to more than {MOST_UNPACKED} bytes: what comes after {entry.filename!r} was not read."
            raise InputError(source.name, "bomb", f"{rest} Split it.")


def wacz_members(stream: BufferedReader, source: Source, most_bytes: int) -> Iterator[Member]:
    """The crawls in a WACZ file, a ZIP archive with lists of pages and indexes besides; as ``zip_members``."""
    for member, content in zip_members(stream, source, most_bytes):
        if member.file_name.lower().endswith((".warc", ".warc.gz")):
            yield member, content


def _opening(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(entry)


def _size(entry: zipfile.ZipInfo) -> Callable[[], int]:
    return lambda: entry.compress_size


def tar_members(stream: BufferedReader, source: Source, most_bytes: int) -> Iterator[Member]:  # noqa: ARG001 - an opener
    """The files of a tar archive, packed with gzip or not, in its order; as ``zip_members``."""
    counted = _Counted(stream)
    packed = stream.peek(2).startswith(b"\x1f\x8b")
    inner = cast("Readable", gzip.GzipFile(fileobj=cast("IO[bytes]", counted))) if packed else counted
    data = Unpacked(lambda: inner, source, most=MOST_UNPACKED, packed=lambda: counted.count)
    data.allow(HEADER)
    try:
        archive = tarfile.open(fileobj=cast("IO[bytes]", data), mode="r|")  # noqa: SIM115 - it holds no file of its own
    except Exception as error:  # as below
        raise damaged(source, error) from error
    for entry in _entries(archive, source):
        data.allow(entry.size + HEADER)
        member = source.member(_member_name(entry.name))
        if entry.isfile():
            problem = _refusal(entry.name, member)
            content = Unpacked(_extracting(archive, entry), member, most=MOST_UNPACKED, packed=None)
            yield member, problem or BufferedReader(content, HEADER)
        elif not entry.isdir():
            yield member, cast("InputError", _refusal(entry.name, member, linked=True))


def _entries(archive: tarfile.TarFile, source: Source) -> Iterator[tarfile.TarInfo]:
    while True:
        try:
            entry = archive.next()
        except Exception as error:  # a header may be wrong in any way
            raise damaged(source, error) from error
        if entry is None:
            return
        archive.members = []  # type: ignore[attr-defined]  # else it keeps the header of every member
        yield entry


def _extracting(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Callable[[], Any]:
    return lambda: archive.extractfile(entry)


def gzip_member(stream: BufferedReader, source: Source) -> BufferedReader:
    """The bytes of a file packed with gzip."""
    counted = _Counted(stream)
    inner = gzip.GzipFile(fileobj=cast("IO[bytes]", counted))
    return BufferedReader(Unpacked(lambda: inner, source, most=MOST_UNPACKED, packed=lambda: counted.count), HEADER)


def _member_name(name: str) -> str:
    """A member's name with slashes only, and no dot before the first one."""
    return name.replace("\\", "/").removeprefix("./")


def _refusal(name: str, member: Source, *, linked: bool = False) -> InputError | None:
    name = _member_name(name)
    if linked:
        return InputError(member.name, "link", "is a link or a device, not a file. Pack the file that it stands for.")
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return InputError(member.name, "path", "has a path that leads out of the archive. Pack it under a plain name.")
    return None
