"""The configuration of a run: all that its results depend on besides the articles."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from nlp_events import __version__
from nlp_events.batch.recipe import Recipe
from nlp_events.decisions.store import files_read as weights_read
from nlp_events.errors import NlpEventsError
from nlp_events.readers import ReadOptions
from nlp_events.words.store import files_read

PACKAGES = (
    "spacy", "thinc", "numpy", "rapidfuzz", "babel", "dateparser", "python-dateutil",
    "ftfy", "charset-normalizer", "trafilatura", "htmldate", "lxml", "lxml_html_clean", "pypdf", "pyarrow",
    "feedparser", "warcio", "py3langid",
)  # fmt: skip
"""Packages whose other version may read a page, a number, a name or a day otherwise, and so make another record."""
SHIPPED = {"words": "lang", "weights": "weights", "gazetteer": "gazetteer", "code": "."}
"""Part of this package → its folder; in a checkout each may change though the version does not."""
_PACKAGE = Path(__file__).resolve().parent.parent
_SHOWN = 100
"""Signs of a setting that a message shows: what a damaged file holds may be long."""


def configuration(recipe: Recipe, reading: ReadOptions) -> dict[str, Any]:
    """The configuration of a run, as JSON values: options, versions, and a digest of each file that options name.

    Raises:
        NlpEventsError: a file that options name cannot be read.
    """
    chosen = asdict(recipe) | {
        "base": f"{recipe.base} {_model(recipe.base)}",
        "aliases": _digest(recipe.aliases),
        "places": _digest(recipe.places),
        "words": _files(recipe.words, files_read),
        "decisions": _files(recipe.decisions, weights_read),
    }
    read = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(reading).items()}
    del read["max_seconds"]  # that of the pipeline
    return {"version": versions(), "shipped": shipped(), "pipeline": chosen, "reading": read}


def versions() -> dict[str, str | None]:
    """The version of each package that changes records, and of the Unicode tables of this Python."""
    own = {"nlp-events": __version__, "unicode": unicodedata.unidata_version}
    return own | {package: _version(package) for package in PACKAGES}


def shipped() -> dict[str, str]:
    """A digest of each part of this package that records depend on: 20 MB, read in some 30 ms."""
    return {name: _digest_of(_part(_PACKAGE / folder), _PACKAGE) for name, folder in SHIPPED.items()}


def _part(folder: Path) -> Iterable[Path]:
    """The files of a part: of the package itself its modules, of a folder in it what is no module."""
    if folder == _PACKAGE:
        return folder.rglob("*.py")
    return (path for path in folder.rglob("*") if path.suffix not in (".py", ".pyc", ".md"))


def differences(earlier: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What has changed between two configurations, one phrase a setting; empty when nothing has."""
    old, new = _flat(earlier), _flat(now)
    return [f"{name} was {_shown(old.get(name))}, is {_shown(new.get(name))}"
            for name in sorted({*old, *new}) if old.get(name) != new.get(name)]  # fmt: skip


def _flat(settings: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in settings.items():
        found |= (
            {f"{name}.{key}": inner for key, inner in value.items()} if isinstance(value, Mapping) else {name: value}
        )
    return found


def _shown(value: Any) -> str:
    told = "unset" if value is None else str(value)
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model(base: str) -> str | None:
    """The version of an installed base pipeline, or the digest of one in a folder."""
    return _digest(base) if Path(base).is_dir() else _version(base.replace("_", "-"))


def _files(folder: str | None, read: Callable[[Path], Iterable[Path]]) -> str | None:
    """A digest of what is read of a folder that is added to ours; other files in it, as an output, change nothing."""
    if folder is None or not Path(folder).is_dir():
        return folder
    return ", ".join(f"{path.name} {_digest(str(path))}" for path in read(Path(folder)))


def _digest(name: str | None) -> str | None:
    """A digest of a file or of all files in a folder; None for no name."""
    if name is None:
        return None
    path = Path(name)
    try:
        return _digest_of(path.rglob("*") if path.is_dir() else [path], path)
    except OSError as error:
        problem = f"cannot be read ({error.strerror}). Check its permissions, or leave the option out."
        raise NlpEventsError(f"{error.filename or name}: {problem}") from error


def _digest_of(paths: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        digest.update(f"{path.relative_to(root)}\x1f".encode("utf-8", "surrogateescape"))
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
