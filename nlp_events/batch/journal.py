"""What a run has done, kept beside its output, so that a run that was broken off can go on.

Beside ``out.jsonl`` stands the folder ``.out.jsonl.run``: the settings of the run, an entry for each row, a lock, and
«finished» once the output is whole. JSON Lines grow in their own place; the rows of other formats grow in that folder
until they are made into the output. Rows that an earlier run made and that are wanted later, as when an article is put
before others, wait in «kept».
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from nlp_events.batch.configuration import differences
from nlp_events.batch.keys import key_of
from nlp_events.batch.rowlog import Entry, RowLog
from nlp_events.batch.rows import Row
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article, ArticleResult

SYNC_SECONDS = 5.0
"""A loss of power costs at most the rows of so many seconds."""

Settings = dict[str, Any]
Item = Article | ArticleResult | Row


class Journal:
    """The state of one output; only one run at a time may hold it.

    Args:
        target: the output file.
        settings: what results depend on besides the articles; JSON values.
        grows: whether rows are written to the output itself.
        resume: go on from what is there; else start anew.
        overwrite: start anew even where an unfinished run would be lost.

    Raises:
        NlpEventsError: another run holds the output, it cannot be written, an unfinished one would be lost, or what is
            there cannot be gone on from.
    """

    def __init__(self, target: Path, settings: Settings, *, grows: bool, resume: bool, overwrite: bool = False) -> None:
        self.target = target
        self.rows_path = target if grows else state_folder(target) / "rows.jsonl"
        self._grows = grows
        self._settings = settings
        self._folder = state_folder(target)
        self._log = RowLog(self.rows_path, self._folder / "journal")
        self._kept_log = RowLog(self._folder / "kept.jsonl", self._folder / "kept")
        self._kept: dict[str, Entry] = {}
        self._cut_at: tuple[int, int] | None = None
        """Where the first new row goes; None once it is there. Until then nothing of the output is touched."""
        self._synced = time.monotonic()
        self.is_new = True
        """Whether there is nothing that this run goes on from."""
        with _as_refusal(target):
            self._fresh = not self._folder.exists()
            self._lock = self._locked()
            try:
                self._prepare(resume=resume, overwrite=overwrite)
            except BaseException:
                self._release()
                raise

    def remaining(self, articles: Iterable[Article | ArticleResult]) -> Iterator[tuple[str, Item]]:
        """The key and item of each article, lazily: an article to process, or the row that an earlier run made.

        A row without a line stands in the output already. Raises like the class.
        """
        if self.is_whole:
            yield from self._checked(articles)
            return
        before = self._log.read()
        ends = (0, 0)
        following = None
        source = iter(articles)
        for article in source:
            key = key_of(article)
            following = next(before, None)
            if following is None or following[0].key != key:
                self._begin(ends, following, before)
                yield key, self._kept_row(key) or article
                break
            ends = self._log.ends
            yield key, Row(line=None, status=following[0].status, records=following[0].records)
        else:
            self._begin(ends, next(before, None), before)
        for article in source:
            key = key_of(article)
            yield key, self._kept_row(key) or article

    def add(self, key: str, row: Row) -> None:
        """Write a row, in the order of ``remaining``; one that stands there already is left alone."""
        if row.line is None:
            return
        with _as_refusal(self.target):
            self._open()
            self._log.append(key, row, row.line)
            if time.monotonic() - self._synced > SYNC_SECONDS:
                self._log.sync()
                self._synced = time.monotonic()

    @property
    def is_whole(self) -> bool:
        """Whether the output is finished, in a format that does not grow: there are no rows to go on from."""
        return not self._grows and self._finished.exists() and not self.rows_path.exists()

    def finish(self) -> None:
        """Note that the output is whole; the rows of a format that does not grow are no longer needed."""
        with _as_refusal(self.target):
            self._open()
            self._log.sync()
            self._log.close()
            self._kept_log.remove()
            self._finished.touch()
            _sync_folder(self._folder)
            if not self._grows:
                self.rows_path.unlink(missing_ok=True)

    def close(self) -> None:
        """Give the output back; a run that has written nothing and found nothing leaves nothing."""
        try:
            self._log.sync()
        except OSError:
            pass  # the run has ended on this very error, or the rows before it are safe
        finally:
            self._log.close()
            self._kept_log.close()
            self._release()

    @property
    def _finished(self) -> Path:
        return self._folder / "finished"

    @property
    def _settings_path(self) -> Path:
        return self._folder / "settings.json"

    def _locked(self) -> FileLock:
        if self.target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        self._folder.mkdir(exist_ok=True)
        lock = FileLock(self._folder / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            problem = "another run is writing it. Wait for its end, or name another output."
            raise NlpEventsError(f"{self.target}: {problem}") from error
        return lock

    def _release(self) -> None:
        empty = self._fresh and not self._ever_written()
        self._lock.release()
        if empty:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _ever_written(self) -> bool:
        return self._finished.exists() or any(True for _ in self._log.read_entries())

    def _prepare(self, *, resume: bool, overwrite: bool) -> None:
        written = self._ever_written()
        self.is_new = not (resume and written)
        if not self.is_new:
            self._check_settings()
            return
        if resume and self.target.exists() and not self._settings_path.exists():
            problem = f"cannot be resumed: {self._folder.name}, which holds what was done, is not beside it."
            raise NlpEventsError(f"{self.target}: {problem} Start anew without --resume, or name another output.")
        if written and not resume and not overwrite and not self._finished.exists():
            problem = "an earlier run into it was broken off. Go on with --resume, or start anew with --overwrite."
            raise NlpEventsError(f"{self.target}: {problem}")
        for name in ("finished", "journal", "kept", "kept.jsonl", "rows.jsonl"):
            (self._folder / name).unlink(missing_ok=True)
        part = self._settings_path.with_suffix(".part")
        part.write_text(json.dumps(self._settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        part.replace(self._settings_path)

    def _check_settings(self) -> None:
        try:
            earlier = json.loads(self._settings_path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            problem = f"cannot be resumed: {self._settings_path} cannot be read. Start anew with --overwrite."
            raise NlpEventsError(f"{self.target}: {problem}") from error
        if changes := differences(earlier, self._settings):
            problem = f"cannot be resumed, for the configuration has changed: {'; '.join(changes)}."
            raise NlpEventsError(f"{self.target}: {problem} Set it back, or start anew with --overwrite.")

    def _begin(
        self, ends: tuple[int, int], following: tuple[Entry, bytes] | None, before: Iterator[tuple[Entry, bytes]]
    ) -> None:
        """Keep the rows that stand after these ends for later; new ones will be written in their place."""
        with _as_refusal(self.target):
            self._kept = {entry.key: entry for entry, _ in self._kept_log.read()}
            while following is not None:
                self._keep(*following)
                following = next(before, None)
            self._kept_log.sync()
        self._cut_at = ends

    def _keep(self, entry: Entry, line: bytes) -> None:
        if entry.key in self._kept:
            return
        if not self._kept_log.is_open:
            self._kept_log.cut(self._kept_log.ends)
        start = self._kept_log.ends[0]
        self._kept_log.append(entry.key, Row(line=line, status=entry.status, records=entry.records), line)
        self._kept[entry.key] = replace(entry, start=start)

    def _open(self) -> None:
        if self._cut_at is None:
            return
        self._finished.unlink(missing_ok=True)
        self._log.cut(self._cut_at)
        self._cut_at = None

    def _kept_row(self, key: str) -> Row | None:
        entry = self._kept.get(key)
        return self._kept_log.row_at(entry) if entry else None

    def _checked(self, articles: Iterable[Article | ArticleResult]) -> Iterator[tuple[str, Item]]:
        """What stands in a finished output that does not grow; raises as soon as the input is not that any more."""
        entries = self._log.read_entries()
        changed = NlpEventsError(
            f"{self.target}: is finished, and the input has changed since; a file of this format cannot be added to. "
            "Start anew without --resume; or write .jsonl, which can, and use nlp-events convert."
        )
        for article in articles:
            key = key_of(article)
            entry = next(entries, None)
            if entry is None or entry.key != key:
                raise changed
            yield key, Row(line=None, status=entry.status, records=entry.records)
        if next(entries, None) is not None or not self.target.exists():
            raise changed


class _as_refusal:  # noqa: N801 - used like a function
    """Turn what the disk refuses into an error that says what to do."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            remedy = (
                "Name a file in a folder that exists, has room, and is yours to write; --resume goes on from there."
            )
            raise NlpEventsError(f"{self._target}: cannot be written ({error.strerror}). {remedy}") from error


def state_folder(target: Path) -> Path:
    """Where the state of an output is."""
    return target.with_name(f".{target.name}.run")


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
