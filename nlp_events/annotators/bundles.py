"""Several files as one output: a folder or a .zip, written whole or not at all, and read back."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.writers.whole import whole_file

Put: TypeAlias = "Callable[[str, str], None]"
"""Writes a file of a name with a text."""
ARCHIVE = ".zip"
_PLAIN = re.compile(r"[^\w.-]+")
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/)")
"""What systems leave in folders and archives beside what was put there."""
_LONGEST = 60
"""Signs of an article's name that its file has; systems allow 255 bytes, and a sign may take four."""


@contextmanager
def bundle(target: Path) -> Iterator[Put]:
    """Give what writes files into a .zip or else into a folder, which is there when the block has ended well.

    Raises:
        NlpEventsError: it cannot be written.
    """
    if target.suffix.lower() == ARCHIVE:
        with whole_file(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            # Without a time of day, so that the same input gives the same bytes.
            yield lambda name, text: archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
        yield lambda name, text: _write(part / name, text)
        if target.is_dir():
            target.rmdir()  # an empty one, which not every system replaces
        part.replace(target)
    except OSError as error:
        problem = f"{target}: cannot be written ({error.strerror}). Name a folder that is new, or a .zip."
        raise NlpEventsError(problem) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def check_folder(target: Path) -> None:
    """Refuse a folder that holds something: what is there would be mixed with what is written.

    Raises:
        NlpEventsError: it does, or is a file.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NlpEventsError(f"{target}: is there already, and not empty. Name a new folder, or a .zip.")


def names_of() -> Callable[[str], str]:
    """What makes file names of articles' names, each another one, on systems that know no capitals too."""
    taken: set[str] = set()

    def name(doc_id: str) -> str:
        plain = _PLAIN.sub("_", doc_id.removesuffix(".txt")).strip("._")[-_LONGEST:] or "article"
        found, number = plain, 1
        while found.casefold() in taken:
            number += 1
            found = f"{plain}-{number}"
        taken.add(found.casefold())
        return found

    return name


class Files:
    """The files of a folder, of those in it, or of a .zip.

    Args:
        path: the folder or archive.

    Raises:
        InputError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.names = frozenset(name for name in self._found() if not _HIDDEN.search(name))
        except (OSError, zipfile.BadZipFile) as error:
            raise InputError(str(path), "unreadable", f"cannot be read ({error}). Name a folder or a .zip.") from error

    def _found(self) -> Iterator[str]:
        if self._path.is_dir():
            files = (one for one in self._path.rglob("*") if one.is_file())
            yield from (one.relative_to(self._path).as_posix() for one in files)
        else:
            with zipfile.ZipFile(self._path) as archive:
                yield from (name for name in archive.namelist() if not name.endswith("/"))

    def text(self, name: str) -> str:
        """The text of a file, its line ends as they are.

        Raises:
            InputError: it cannot be read.
        """
        try:
            if self._path.is_dir():
                data = (self._path / name).read_bytes()
            else:
                with zipfile.ZipFile(self._path) as archive:
                    data = archive.read(name)
            return data.decode("utf-8")
        except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
            problem = f"cannot be read ({error}). Save it as UTF-8."
            raise InputError(f"{self._path}: {name}", "unreadable", problem) from error
