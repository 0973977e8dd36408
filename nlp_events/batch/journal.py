"""What a run has done, kept beside its output, so that a run that was broken off can go on.

Beside ``out.jsonl`` stands the folder ``.out.jsonl.run``: the settings of the run, an entry for each row, a lock, and
«finished» once the output is whole. JSON Lines grow in their own place; the rows of other formats grow in that folder
until they are made into the output. Rows that an earlier run made and that are wanted later, as when an article is put
before others, wait in «kept».

What an earlier run has left stays as it is until this one has a row to write in its place.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from nlp_events.batch.configuration import differences
from nlp_events.batch.keys import key_of
from nlp_events.batch.rowlog import Entry, RowLog
from nlp_events.batch.rows import Row
from nlp_events.batch.state import Settings, State, as_refusal
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article, ArticleResult
from nlp_events.writers.whole import check_free

SYNC_SECONDS = 5.0
"""A loss of power costs at most the rows of so many seconds."""

Item = Article | ArticleResult | Row


class Journal:
    """The state of one output; only one run at a time may hold it.

    Args:
        target: the output file.
        settings: what results depend on besides the articles; JSON values.
        grows: whether rows are written to the output itself.
        resume: go on from what is there; else start anew.
        overwrite: start anew even where a file or an unfinished run would be lost; together with ``resume``, where what
            is there cannot be gone on from.

    Raises:
        NlpEventsError: another run holds the output, it cannot be written, a file or an unfinished run would be lost,
            or what is there cannot be gone on from.
    """

    def __init__(self, target: Path, settings: Settings, *, grows: bool, resume: bool, overwrite: bool = False) -> None:
        self.target = target
        self._state = State(target)
        folder = self._state.folder
        self.rows_path = target if grows else folder / "rows.jsonl"
        self._grows = grows
        self._settings = settings
        self._log = RowLog(self.rows_path, folder / "journal")
        self._kept_log = RowLog(folder / "kept.jsonl", folder / "kept")
        self._kept: dict[str, Entry] = {}
        self._cut_at: tuple[int, int] | None = None
        """Where the first new row goes; None once it is there. Until then nothing of the output is touched."""
        self._synced = time.monotonic()
        with as_refusal(target):
            self._fresh = not folder.exists()
            self._lock = self._state.locked()
            try:
                self.is_new = not self._goes_on(resume=resume, overwrite=overwrite)
                """Whether there is nothing that this run goes on from."""
                self._starts_anew = self.is_new
                """Whether what is there is an earlier run's, and to be forgotten with the first new row."""
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
        before = self._before()
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
        with as_refusal(self.target):
            self.open()
            self._log.append(key, row, row.line)
            if time.monotonic() - self._synced > SYNC_SECONDS:
                self._log.sync()
                self._synced = time.monotonic()

    @property
    def is_whole(self) -> bool:
        """Whether the output is finished, in a format that does not grow: there are no rows to go on from."""
        done = not self._starts_anew and self._state.is_finished
        return done and not self._grows and not self.rows_path.exists()

    def open(self) -> None:
        """Be ready for the first new row: from here on what an earlier run has left is given up."""
        if self._cut_at is None:
            return
        with as_refusal(self.target):
            if self._starts_anew:
                self._state.begin(self._settings)
                self._starts_anew = False
            self._state.unfinish()
            self._log.cut(self._cut_at)
            self._cut_at = None

    def finish(self) -> None:
        """Note that the output is whole; the rows of a format that does not grow are no longer needed."""
        self.open()
        with as_refusal(self.target):
            self._log.sync()
            self._log.close()
            self._kept_log.remove()
            self._state.finish(grows=self._grows)
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

    def _release(self) -> None:
        empty = self._fresh and not self._ever_written()
        self._lock.release()
        if empty:
            shutil.rmtree(self._state.folder, ignore_errors=True)

    def _ever_written(self) -> bool:
        return self._state.is_finished or any(True for _ in self._log.read_entries())

    def _goes_on(self, *, resume: bool, overwrite: bool) -> bool:
        """Whether there is something to go on from; raises where something would be lost that nobody has given up."""
        written = self._ever_written()
        if resume and written:
            try:
                self._check_settings()
            except NlpEventsError:
                if not overwrite:
                    raise
                return False
            return True
        if not overwrite:
            self._check_loss(resume=resume, written=written)
        return False

    def _check_loss(self, *, resume: bool, written: bool) -> None:
        if written and not self._state.is_finished:
            problem = "an earlier run into it was broken off. Go on with --resume, or start anew with --overwrite."
            raise NlpEventsError(f"{self.target}: {problem}")
        if not resume:
            check_free(self.target)
        elif not self._state.has_rows and self.target.exists() and self.target.stat().st_size:
            problem = f"cannot be resumed: {self._state.folder.name}, which holds what was done, is not beside it."
            raise NlpEventsError(f"{self.target}: {problem} Start anew with --overwrite, or name another output.")

    def _check_settings(self) -> None:
        if changes := differences(self._state.settings(), self._settings):
            problem = f"cannot be resumed, for the configuration has changed: {'; '.join(changes)}."
            raise NlpEventsError(f"{self.target}: {problem} Set it back, or start anew with --overwrite.")

    def _before(self) -> Iterator[tuple[Entry, bytes]]:
        """What an earlier run has done and this one goes on from."""
        if self._starts_anew:
            return
        with as_refusal(self.target):
            yield from self._log.read()

    def _begin(
        self, ends: tuple[int, int], following: tuple[Entry, bytes] | None, before: Iterator[tuple[Entry, bytes]]
    ) -> None:
        """Keep the rows that stand after these ends for later; new ones will be written in their place."""
        with as_refusal(self.target):
            if not self._starts_anew:
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

    def _kept_row(self, key: str) -> Row | None:
        entry = self._kept.get(key)
        if entry is None:
            return None
        with as_refusal(self.target):
            return self._kept_log.row_at(entry)

    def _checked(self, articles: Iterable[Article | ArticleResult]) -> Iterator[tuple[str, Item]]:
        """What stands in a finished output that does not grow; raises as soon as the input is not that any more."""
        with as_refusal(self.target):
            self._state.check_output()
        changed = NlpEventsError(
            f"{self.target}: is finished, and the input has changed since (or {self._state.folder.name} is damaged); a "
            "file of this format cannot be added to. Start anew with --overwrite; or write .jsonl, which can, and use "
            "nlp-events convert."
        )
        entries = self._entries()
        for article in articles:
            key = key_of(article)
            entry = next(entries, None)
            if entry is None or entry.key != key:
                raise changed
            yield key, Row(line=None, status=entry.status, records=entry.records)
        if next(entries, None) is not None:
            raise changed

    def _entries(self) -> Iterator[Entry]:
        with as_refusal(self.target):
            yield from self._log.read_entries()
