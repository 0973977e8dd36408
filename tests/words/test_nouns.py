"""What nouns name: people, things, either."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.words.build_nouns import file_bytes, persons
from nlp_events.words.nouns import HEAD, SHIPPED_NOUNS, NounTable, shipped_nouns


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("brancardier", "people"), ("brancardières", "people"), ("copilotes", "people"), ("imam", "people"),
        ("hangar", "thing"), ("ascenseurs", "thing"), ("garde", "either"), ("gardes", "either"),
        ("aide-soignante", "people"), ("arrière-grand-mère", "people"), ("dauphins-pilotes", None),
        ("porte-avions", None), ("zzz", None), ("", None), ("é", None), ("zythums~", None),
    ],
)  # fmt: skip
def test_a_noun(form: str, kind: str | None) -> None:
    assert shipped_nouns().kind(form) == kind


def test_every_person_of_the_list_is_found_in_the_singular() -> None:
    table, known = shipped_nouns(), persons()
    missing = [lemma for lemma in known if table.kind(lemma) is None]
    assert len(known) > 9_000
    assert len(missing) < 20  # lemmas that the dictionary has in the plural alone


def test_the_shipped_table_is_made_by_the_recipe() -> None:
    assert SHIPPED_NOUNS.read_bytes() == file_bytes()


def test_first_and_last_line_are_found(tmp_path: Path) -> None:
    path = tmp_path / "nouns.bin"
    path.write_bytes(HEAD + "crédit\nabbé\tp\nmur\tt\nzouave\tp\n".encode())
    table = NounTable(path)
    assert [table.kind(word) for word in ("abbé", "mur", "zouave", "a", "zz")] == [
        "people",
        "thing",
        "people",
        None,
        None,
    ]
    assert pickle.loads(pickle.dumps(table)).kind("mur") == "thing"  # noqa: S301 - our own bytes


@pytest.mark.parametrize("content", [None, b"", b"nlp-events nouns 9\n"])
def test_a_wrong_file_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "nouns.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ResourceError, match="Install nlp-events anew"):
        NounTable(path)
