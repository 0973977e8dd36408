"""Where weights come from: those that are shipped, and a folder of one's own that «nlp-events learn» has written.

A folder holds ``<question>.json`` for each question that learning gained in, and ``decisions.json``, which says what it
was made from. Its weights are weights of the facts of one version: what was made on top of other weights is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from nlp_events.decisions.scorer import SHIPPED, Scorer, read_scorer
from nlp_events.errors import ResourceError

OWN = ("figures", "sources", "dates", "places", "actors", "statuses", "means")
"""Questions that a folder may answer anew; topics stay ours, since the facts of figures are made of their sum."""
MADE, FORMAT = "decisions.json", "nlp-events decisions"
"""What a folder is told by: a file, and the first word of it."""
LEARN = "Make it with «nlp-events learn»."
AGAIN = "Make the folder again with «nlp-events learn … --overwrite»."
INSTALL = "Make it again with models/train_decisions.py, or install the package anew."


def load_scorer(question: str, folder: str | None = None) -> Scorer:
    """The scorer of a question.

    Args:
        question: its name, as «places».
        folder: a folder that «nlp-events learn» has written; None, and one that does not answer this question, for the
            shipped weights.

    Raises:
        ResourceError: the folder holds no weights, or those of another version; a file of weights is damaged.
    """
    if folder is None or question not in OWN or question not in made(folder)["questions"]:
        return _shipped(question)
    return read_scorer(Path(folder) / f"{question}.json", AGAIN)


@lru_cache(maxsize=16)
def _shipped(question: str) -> Scorer:
    return read_scorer(SHIPPED / f"{question}.json", INSTALL)


def checked(folder: str | Path | None) -> str | None:
    """A folder's name, when all that it holds can be used; errors as in ``load_scorer``."""
    if folder is None:
        return None
    for question in OWN:
        load_scorer(question, str(folder))
    return str(folder)


def made(folder: str | Path) -> Mapping[str, Any]:
    """What a folder of weights says of itself: that of ``told`` and more.

    Raises:
        ResourceError: there is no such folder, it holds no weights, or those of another version.
    """
    path = Path(folder) / MADE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT or not data["questions"].keys() <= set(OWN):
            raise ValueError("it is of another form")
        base, version = dict(data["base"]), data["version"]
    except FileNotFoundError as error:
        problem = "holds no learned decisions." if Path(folder).is_dir() else "there is no such folder of decisions."
        raise ResourceError(str(folder), "", problem, LEARN) from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ResourceError(str(path), "", f"is damaged ({error}).", AGAIN) from error
    if base != base_of(data["questions"]):
        problem = f"was made by version {version}, whose decisions weigh other facts than those of this one."
        raise ResourceError(str(path), "base", problem, AGAIN)
    checked: Mapping[str, Any] = data
    return checked


def told(questions: Mapping[str, Any], version: str) -> dict[str, Any]:
    """The head of a new folder's ``decisions.json``.

    Args:
        questions: the questions that it answers, and what is to be told of each.
        version: of this package.
    """
    return {"format": FORMAT, "version": version, "base": base_of(questions), "questions": dict(questions)}


def base_of(questions: Mapping[str, Any]) -> dict[str, str]:
    """A digest of the shipped weights of these questions, and of the topics that facts of figures are made of."""
    return {name: _digest(SHIPPED / f"{name}.json") for name in sorted({*questions, "topics"})}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def files_read(folder: Path) -> list[Path]:
    """The files of a folder that a pipeline reads; others in it change nothing."""
    return [path for name in (MADE, *(f"{one}.json" for one in OWN)) if (path := folder / name).is_file()]
