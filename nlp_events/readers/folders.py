"""The files below a folder, and those that a pattern names, in the order of their paths."""

from __future__ import annotations

import logging
import os
import re
import stat
from collections.abc import Iterator
from glob import iglob
from pathlib import Path
from typing import NamedTuple

from nlp_events.errors import InputError
from nlp_events.readers.articles import readable

LOGGER = logging.getLogger("nlp_events")

_WILD = re.compile(r"[*?\[]")

_SPECIAL = "is a pipe, a socket or a device, not a file. Leave it out, or read it from standard input (-)."


class Listed(NamedTuple):
    """A file below a folder, or what could not be listed or followed and why.

    Attributes:
        path: where it is.
        error: why it is not read; None for a file.
        folder: it is a folder, whose files are all lost.
    """

    path: Path
    error: OSError | InputError | None = None
    folder: bool = False


def files_below(folder: Path) -> Iterator[Listed]:
    """The files of a folder at every depth, listed one folder at a time; links to folders are not followed."""
    waiting: list[Iterator[Path]] = [iter([folder])]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
            continue
        try:
            is_folder = path == folder or _is_own_folder(path)
            if not is_folder and not path.is_dir():
                yield Listed(path, special(path))
        except OSError as error:
            yield Listed(path, error)
            continue
        if is_folder:
            try:
                waiting.append(map(path.joinpath, sorted(os.listdir(path))))  # noqa: PTH208 - names, to be sorted
            except OSError as error:
                yield Listed(path, error, folder=True)


def special(path: Path) -> InputError | None:
    """Why a path that exists is no file that can be read to its end; None for one that can.

    Raises:
        OSError: there is none, or it may not be looked at.
    """
    return None if stat.S_ISREG(path.stat().st_mode) else InputError(str(path), "kind", _SPECIAL)


def _is_own_folder(path: Path) -> bool:
    if not path.is_symlink():
        return path.is_dir() and not _is_state(path)
    if path.is_dir():
        LOGGER.warning("%s: is a link to a folder and was not followed. Name that folder as well.", readable(str(path)))
    return False


def _is_state(path: Path) -> bool:
    """Whether a folder is what a run of ours keeps beside its output: its rows are results, and no articles."""
    own = path.name.startswith(".") and path.suffix == ".run"
    return own and any((path / name).is_file() for name in ("settings.json", "lock"))


def is_pattern(name: str) -> bool:
    """Whether an input has wildcards."""
    return _WILD.search(name) is not None


def files_of(pattern: str) -> tuple[Path, list[Path]]:
    """What a pattern names: the folder that it starts from, and the paths it fits, in their order.

    Args:
        pattern: a path with wildcards; «**» stands for folders of any depth.
    """
    parts = Path(pattern).parts
    fixed = next(place for place, part in enumerate(parts) if is_pattern(part))
    found = sorted(map(Path, iglob(pattern, recursive=True)))  # noqa: PTH207 - takes absolute patterns too
    return Path(*parts[:fixed]), [path for path in found if "**" not in pattern or not path.is_dir()]
