"""Files, packed or not, to their readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, readable, unexpected
from nlp_events.readers.beside import with_tables
from nlp_events.readers.checks import LOGGER, Checks
from nlp_events.readers.heads import headed
from nlp_events.readers.kinds import BY_ENDING, kind_of, reader_of
from nlp_events.readers.notes import DateColumn, Notes, Remark, Said, ending_of
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.parts import Part
from nlp_events.readers.sources import Source, whole
from nlp_events.readers.timed import TimedReader, reader_named
from nlp_events.values import Article

if TYPE_CHECKING:
    from nlp_events.readers.archives import Member

_ARCHIVES = {
    ".tar": "tar_members",
    ".tar.gz": "tar_members",
    ".tgz": "tar_members",
    ".wacz": "wacz_members",
    ".zip": "zip_members",
}
PACKED = ".gz"
_LITTER = ("Thumbs.db", "desktop.ini")
"""What systems leave in folders, besides files whose names begin with a dot."""

_JUNK = ("__MACOSX/", "._")
"""What a Mac adds to an archive: no articles, for all their endings."""

SUFFIXES = (*sorted(BY_ENDING), *_ARCHIVES, PACKED)
MOST_DEPTH = 3
"""Archives that may lie in one another."""


def suffix_of(name: str) -> str | None:
    """The ending of a file name that says how it is read; None when none does."""
    lower = name.lower()
    plain = (*BY_ENDING, *_ARCHIVES)
    for suffix in plain:
        if lower.endswith(suffix):
            return suffix
    return PACKED if lower.removesuffix(PACKED).endswith(plain) else None


def endings() -> str:
    """The endings that are read, for messages."""
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


class Skipped:
    """Files of other kinds in a folder or archive, which are left out but not in silence."""

    def __init__(self, name: str, notes: Notes) -> None:
        self._name = name
        self._notes = notes
        self._kinds: Counter[str] = Counter()

    def add(self, name: str) -> None:
        """Count a file."""
        if PurePosixPath(name).name.startswith(".") or PurePosixPath(name).name in _LITTER:
            return
        self._kinds[ending_of(name)] += 1
        self._notes.left_out[ending_of(name)] += 1

    def tell(self) -> None:
        """Say in the log what was left out."""
        if self._kinds:
            kinds = ", ".join(f"{kind}: {count}" for kind, count in self._kinds.most_common(10))
            total = sum(self._kinds.values())
            LOGGER.warning("%s: %d files of other kinds were left out (%s).", readable(self._name), total, kinds)


class StreamReader:
    """Reads open files; what lasts longer than one of them is kept until ``end``.

    Args:
        options: how they are read.
        notes: what is counted and said once a run.
    """

    def __init__(self, options: ReadOptions, notes: Notes | None = None) -> None:
        self._options = options
        self._notes = notes or Notes()
        self._timed = TimedReader(options.max_seconds) if options.max_seconds else None

    def end(self) -> None:
        """Give back what is kept."""
        if self._timed is not None:
            self._timed.end()

    def read(self, stream: BufferedReader, source: Source, suffix: str) -> Iterator[Found]:
        """The articles of an open file, each checked.

        Args:
            stream: its bytes.
            source: its names.
            suffix: one of ``SUFFIXES``; "" for a file that only its content tells.
        """
        checks = Checks(source, self._options)
        try:
            yield from self._read(stream, source, suffix, checks)
        finally:
            checks.tell()

    def _read(self, stream: BufferedReader, source: Source, suffix: str, checks: Checks) -> Iterator[Found]:
        try:
            if suffix in _ARCHIVES or suffix == PACKED:
                yield from self._packed(stream, source, suffix, checks)
                return
            found: Found | None = None
            for one in self._found(stream, source, suffix):
                if isinstance(one, Remark | DateColumn):
                    self._notes.note(one)
                    continue
                found = _checked(one, source, checks) if isinstance(one, Article) else one
                if isinstance(found, Article):
                    self._notes.count(found)
                yield found
            if found is None:
                raise InputError(source.name, "empty", "holds no article. Leave it out, or put articles in it.")
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a reader raises is this file's, and the next one is read
            yield failure(source.doc_id, unexpected(source.name, error))

    def _found(self, stream: BufferedReader, source: Source, suffix: str) -> Iterator[Found | Said]:
        head, stream = headed(stream)
        kind = kind_of(suffix, head)
        if kind is None:
            raise InputError(source.name, "kind", f"is of no kind that is read. Give {endings()} files.")
        if self._timed is None or not kind.timed:
            found = reader_named(reader_of(kind))(stream, source, self._options)
        else:
            data = whole(stream, source, self._options.max_bytes)
            found = self._timed.read(reader_of(kind), data, source, self._options)
        for one in found:
            yield from self._inside(one, source) if isinstance(one, Part) else (one,)

    def _inside(self, part: Part, source: Source) -> Iterator[Found | Said]:
        """What is found in a file inside a file."""
        inner = part.source(source)
        try:
            for one in self._found(BufferedReader(BytesIO(part.data)), inner, part.suffix):
                yield one if isinstance(one, Remark | DateColumn) else part.completed(one)
        except InputError as error:
            if part.hollow and error.reason == "empty":
                self._notes.hollow += 1
            else:
                yield failure(part.own_id or inner.doc_id, error)

    def _packed(self, stream: BufferedReader, source: Source, suffix: str, checks: Checks) -> Iterator[Found]:
        from nlp_events.readers import archives

        if source.depth >= MOST_DEPTH:
            problem = f"lies in {MOST_DEPTH} archives already. Unpack the outer ones."
            raise InputError(source.name, "nested", problem)
        if suffix == PACKED:
            inner = suffix_of(source.file_name[: -len(PACKED)]) or ".txt"
            within = replace(source, depth=source.depth + 1)
            yield from self._read(archives.gzip_member(stream, source), within, inner, checks)
            return
        opener: archives.Opener = getattr(archives, _ARCHIVES[suffix])
        yield from self._members(opener(stream, source, self._options.max_bytes), source, checks)

    def _members(self, members: Iterator[Member], source: Source, checks: Checks) -> Iterator[Found]:
        skipped = Skipped(source.name, self._notes)
        read = 0
        for member, content in with_tables(members, self._options):
            inside = member.doc_id.removeprefix(f"{source.doc_id}/")
            kind = suffix_of(member.file_name)
            known = content if kind is not None else _if_known(content)
            if inside.startswith(_JUNK) or member.file_name.startswith(_JUNK):
                continue
            if known is None:
                skipped.add(member.file_name)
                continue
            read += 1
            if isinstance(known, InputError):
                yield failure(member.doc_id, known)
            else:
                yield from self._read(known, member, kind or "", checks)
        skipped.tell()
        if not read:
            raise InputError(source.name, "empty", f"holds no article. Put {endings()} files in it.")


def _if_known(content: BufferedReader | InputError) -> BufferedReader | None:
    """A member of an archive whose ending tells nothing, where its first bytes are those of a kind that is read."""
    if isinstance(content, InputError):
        return None
    try:
        head, content = headed(content)
    except InputError:  # it is damaged, and of no known kind
        return None
    return content if kind_of("", head) is not None else None


def _checked(article: Article, source: Source, checks: Checks) -> Found:
    try:
        return checks.checked(article, source)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - an odd text costs its own article, and the next one is read
        return failure(article.doc_id, unexpected(article.doc_id, error))
