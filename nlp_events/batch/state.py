"""The folder beside an output that holds what its run has done; nothing in it is taken for sound unseen."""

from __future__ import annotations

import json
import os
import stat
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from nlp_events.errors import NlpEventsError

Settings = dict[str, Any]

_BLOCK = 1 << 20
_ROWS = ("finished", "journal", "kept", "kept.jsonl", "rows.jsonl")
"""Files that belong to one run; the settings and the lock stay."""


def state_folder(target: Path) -> Path:
    """Where the state of an output is."""
    return target.with_name(f".{target.name}.run")


class State:
    """The files of the folder, but for the rows.

    Args:
        target: the output file.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = state_folder(target)
        self._settings = self.folder / "settings.json"
        self._finished = self.folder / "finished"

    def locked(self) -> FileLock:
        """The folder, made if need be, for this run alone.

        Raises:
            NlpEventsError: another run has it, or something in it is none of its files.
            OSError: it cannot be written.
        """
        if self.target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        self.folder.mkdir(exist_ok=True)
        self._check()
        lock = FileLock(self.folder / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            problem = "another run is writing it. Wait for its end, or name another output."
            raise NlpEventsError(f"{self.target}: {problem}") from error
        except NotImplementedError as error:
            problem = "is on a disk where files cannot be locked. Name an output on another disk."
            raise NlpEventsError(f"{self.target}: {problem}") from error
        return lock

    def _check(self) -> None:
        """Refuse folders, links, pipes and the like in the place of files: to open one may hang, or change another."""
        for name in (*_ROWS, "settings.json", "lock"):
            path = self.folder / name
            if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
                problem = f"is no file of a run. Delete the folder {self.folder.name}, and start anew with --overwrite."
                raise NlpEventsError(f"{path}: {problem}")

    @property
    def has_settings(self) -> bool:
        """Whether a run has begun here."""
        return self._settings.exists()

    @property
    def has_rows(self) -> bool:
        """Whether a run has begun to write its output: what stands there is then its own."""
        return (self.folder / "journal").exists()

    @property
    def is_finished(self) -> bool:
        """Whether the output was made whole."""
        return self._finished.exists()

    def settings(self) -> Mapping[str, Any]:
        """The settings of the run that began here.

        Raises:
            NlpEventsError: they are damaged.
        """
        try:
            found = json.loads(self._settings.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise self._damaged() from error
        if not isinstance(found, Mapping):
            raise self._damaged()
        return found

    def _damaged(self) -> NlpEventsError:
        problem = f"cannot be resumed: {self._settings} is damaged or cannot be read. Start anew with --overwrite."
        return NlpEventsError(f"{self.target}: {problem}")

    def begin(self, settings: Settings) -> None:
        """Forget what an earlier run has done, and note the settings of this one."""
        for name in _ROWS:
            (self.folder / name).unlink(missing_ok=True)
        self._write(self._settings, json.dumps(settings, indent=1, sort_keys=True) + "\n")

    def unfinish(self) -> None:
        """Note that the output is not whole any more."""
        self._finished.unlink(missing_ok=True)

    def finish(self, *, grows: bool) -> None:
        """Note that the output is whole; of one that does not grow, whose rows will go, also what it holds."""
        self._write(self._finished, "" if grows else self._stamp())
        _sync_folder(self.folder)

    def check_output(self) -> None:
        """See that the output of a finished run is what the run has written.

        Raises:
            NlpEventsError: it is not.
        """
        if self._finished.read_bytes() != self._stamp().encode():
            problem = "is not what the run has written: it was changed, cut or deleted since."
            raise NlpEventsError(f"{self.target}: {problem} Start anew with --overwrite, or name another output.")

    def _stamp(self) -> str:
        """The size of the output and a checksum; zeros where there is none."""
        size = checksum = 0
        if self.target.exists():
            with self.target.open("rb") as stream:
                while block := stream.read(_BLOCK):
                    size, checksum = size + len(block), zlib.crc32(block, checksum)
        return f"{size} {checksum:08x}\n"

    @staticmethod
    def _write(path: Path, text: str) -> None:
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)


class as_refusal:  # noqa: N801 - used like a function
    """Turn what the disk refuses into an error that says what to do."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        if isinstance(error, OSError):
            what = error.strerror or str(error)
            if error.filename and Path(str(error.filename)).parent == state_folder(self._target):
                what = f"{error.filename}: {what}"
            remedy = (
                "Name a file in a folder that exists, has room, and is yours to write; --resume goes on from there."
            )
            raise NlpEventsError(f"{self._target}: cannot be written ({what}). {remedy}") from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
