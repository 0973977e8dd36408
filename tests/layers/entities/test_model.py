from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.tables import load_organisations, load_places
from nlp_events.layers.entities.model import load_words
from nlp_events.text.name_keys import name_key
from nlp_events.words.store import Words


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("État islamique", "etat islamique"),
        ("Al-Qaïda", "al qaida"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("  N'Djamena ", "n djamena"),
        ("Sacré-Cœur", "sacre coeur"),
        ("ONU", "onu"),
        ("", ""),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


def test_tables_are_as_large_as_promised() -> None:
    organisations = load_organisations()
    assert sum(row.kind != "armed_group" for row in organisations) >= 150
    assert sum(row.kind == "armed_group" for row in organisations) >= 80


def test_ids_are_unique_and_rows_have_sources() -> None:
    organisations = load_organisations()
    assert len({row.known_id for row in organisations}) == len(organisations)
    assert all(row.source for row in (*organisations, *load_places()))


def test_an_alias_names_one_organisation_of_a_country() -> None:
    owners: dict[tuple[str, str | None], set[str]] = {}
    for row in load_organisations():
        for name in (row.canonical, *row.aliases):
            owners.setdefault((name, row.country), set()).add(row.known_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_words_are_folded() -> None:
    words = load_words()
    for group in (words.articles, words.opening_articles, words.breakers, words.not_names, words.loose_ends):
        assert all(word == word.lower() for word in group)


def test_ambiguous_places_are_listed_places() -> None:
    listed = {name_key(name) for row in load_places() for name in (row.canonical, *row.aliases)}
    unknown = [name for name in load_words().ambiguous_places if name_key(name) not in listed]
    assert unknown == []


def test_a_wrong_kind_names_file_and_line(tmp_path: Path) -> None:
    table = tmp_path / "organisations.csv"
    table.write_text("canonical,kind,known_id,source\nOcha,club,org:ocha,x\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"organisations\.csv, line 2\.kind"):
        load_organisations(Words(tmp_path))
