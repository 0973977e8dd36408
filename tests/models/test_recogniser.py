"""The recipe of the recogniser: what it learns from."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

MODELS = Path(__file__).resolve().parents[2] / "models"


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_ner", MODELS / "train_ner.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_learns_from_the_texts_that_have_names(recipe: ModuleType) -> None:
    texts = recipe.corpus_texts(MODELS / "corpus")
    assert len(texts) == 1208
    assert all(0 <= start < end <= len(text) for text, entities in texts for start, end, _ in entities)


def test_a_text_without_names_is_left_out(recipe: ModuleType, tmp_path: Path) -> None:
    rows = [{"doc_id": name, "half": "train", "published": None, "text": "Gao.", "events": []} for name in "ab"]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "names").mkdir()
    names = {"doc_id": "b", "entities": [{"start": 0, "end": 3, "label": "LOC"}]}
    (tmp_path / "names" / "names.jsonl").write_text(json.dumps(names) + "\n", encoding="utf-8")
    assert recipe.corpus_texts(tmp_path) == [("Gao.", [(0, 3, "LOC")])]
