"""Loading the layer of quantities."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.quantities.model import load_numerals
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.words.loader import FOLDER
from nlp_events.words.store import Words


def _copy(folder: Path, old: str, new: str) -> Words:
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    path = folder / "layers" / "quantities.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return Words(base=folder)


def test_rule_names_are_unique_but_for_parts_of_one_rule() -> None:
    numerals = load_numerals()
    names = [rule.id for rule in (*numerals.shapes, *numerals.phrases, *numerals.after, *numerals.before)]
    assert len(names) == len(set(names))


def test_a_pattern_that_does_not_compile_names_its_key(tmp_path: Path) -> None:
    folder = _copy(tmp_path, r"(?<=\[)[0-9]{1,3}", r"(?<=\[[0-9]{1,3}")
    with pytest.raises(ResourceError, match=r"quantities\.yaml, shapes"):
        load_numerals(folder)


def test_an_empty_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="several"):
        load_numerals(_copy(tmp_path, "several: [plusieurs, quelques]", "several: []"))


def test_a_folder_adds_to_the_shipped_words(tmp_path: Path) -> None:
    (tmp_path / "quantities.yaml").write_text("units: {onzante: 110}\n")
    assert find_quantities("Onzante pêcheurs", Words(tmp_path))[0][0]["min"] == 110
    assert find_quantities("Onzante pêcheurs")[0] == []
