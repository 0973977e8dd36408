"""The configuration of a run: all that its results depend on besides the articles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from nlp_events import __version__
from nlp_events.batch.recipe import Recipe
from nlp_events.readers import ReadOptions


def configuration(recipe: Recipe, reading: ReadOptions) -> dict[str, Any]:
    """The configuration of a run, as JSON values: options, versions, and a digest of each file that options name."""
    chosen = asdict(recipe) | {
        "base": f"{recipe.base} {_model(recipe.base)}",
        "aliases": _digest(recipe.aliases),
        "resources": _digest(recipe.resources),
    }
    versions = {"nlp-events": __version__, "spacy": _version("spacy")}
    read = asdict(reading)
    del read["max_seconds"]  # that of the pipeline
    return {"version": versions, "pipeline": chosen, "reading": read}


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
    return "unset" if value is None else str(value)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model(base: str) -> str | None:
    """The version of an installed base pipeline, or the digest of what one in a folder says of itself."""
    folder = Path(base)
    return _digest(str(folder / "meta.json")) if folder.is_dir() else _version(base.replace("_", "-"))


def _digest(name: str | None) -> str | None:
    """A digest of a file or of all files in a folder; None for no name, and for what is not there."""
    if name is None:
        return None
    path = Path(name)
    paths = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for one in paths:
        if one.is_file():
            digest.update(f"{one.relative_to(path)}\x1f".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(one.read_bytes()).digest())
    return digest.hexdigest()[:16]
