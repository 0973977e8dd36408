"""Folders of decisions, written by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nlp_events.decisions.store import MADE, told


def own_folder(folder: Path, **questions: Mapping[str, float]) -> Path:
    """A folder with weights for some questions, of this version."""
    for name, weights in questions.items():
        text = json.dumps({"slope": 2, "weights": dict(weights)})
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    (folder / MADE).write_text(json.dumps(told({name: {} for name in questions}, "0.0.0")), encoding="utf-8")
    return folder
