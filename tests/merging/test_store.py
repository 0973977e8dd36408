"""A file that is damaged, or another program's, is told and left as it is; and nothing is asked of the network."""

import json
import random
import sqlite3
from contextlib import closing

import duckdb
import pytest

from nlp_events.errors import NlpEventsError
from nlp_events.merging import incidents
from nlp_events.merging.stored_form import telling_of_json, telling_to_json
from nlp_events.merging.tellings import Telling
from tests.merging.made import article, record

ROWS = [article("a", "2021-03-02", record(12)), article("b", "2021-03-03", record(14))]


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The bytes of a store."""
    path = tmp_path_factory.mktemp("store") / "good.duckdb"
    list(incidents(ROWS, store=path))
    return path.read_bytes()


def refusal(path):
    with pytest.raises(NlpEventsError, match=path.name) as error:
        list(incidents(ROWS, store=path))
    return str(error.value)


def made(path, *statements):
    with closing(duckdb.connect(str(path))) as database:
        for statement in statements:
            database.execute(statement)
    return path


@pytest.mark.parametrize("content", [b"", b"notes\n", bytes(20_000), b"PAR1" * 5_000])
def test_what_is_no_database_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "notes.duckdb"
    path.write_bytes(content)
    assert "Name a new file" in refusal(path)
    assert path.read_bytes() == content


def test_the_file_of_another_program_is_left_as_it_is(tmp_path):
    path = tmp_path / "mine.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE articles (a)")
    before = path.read_bytes()
    told = refusal(path)
    assert "Name a new file" in told
    assert "download" not in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statements", "words"),
    [(["CREATE TABLE mine (a INTEGER)"], "is another program's"),
     (["CREATE TABLE articles (a INTEGER)"], "is another program's"),
     (["CREATE VIEW articles AS SELECT 1 AS a"], "is another program's"),
     (["CREATE TABLE format (a INTEGER)"], "cannot be used as a store"),
     (["CREATE TABLE format (version INTEGER)"], "is another program's"),
     (["CREATE TABLE format (version INTEGER)", "INSERT INTO format VALUES (99)"],
      "is a store of format 99, and this version reads 2, 3, 4 and 5")],
)  # fmt: skip
def test_a_database_of_another_program_or_version_is_left_as_it_is(tmp_path, statements, words):
    path = made(tmp_path / "other.duckdb", *statements)
    before = path.read_bytes()
    assert words in refusal(path)
    assert path.read_bytes() == before


def test_a_telling_that_is_damaged_is_told(tmp_path, good):
    path = tmp_path / "damaged.duckdb"
    path.write_bytes(good)
    made(path, "UPDATE tellings SET data = '{\"a\": 1}' WHERE doc_id = 'b'")
    assert "a telling is damaged" in refusal(path)


def test_tables_that_lack_a_column_are_told(tmp_path, good):
    path = tmp_path / "columns.duckdb"
    path.write_bytes(good)
    made(path, "ALTER TABLE placements DROP COLUMN reason")
    assert "cannot be used as a store" in refusal(path)


def test_bytes_that_were_changed_or_cut_are_told_or_make_no_difference(tmp_path, good):
    draw = random.Random(14)  # noqa: S311 - not for secrets
    whole = [one.incident_id for one in incidents(ROWS)]
    path = tmp_path / "bytes.duckdb"
    for number in range(15):
        content = bytearray(good[: draw.randrange(len(good))] if number % 3 == 0 else good)
        for _ in range(draw.randint(1, 40) if content else 0):
            content[draw.randrange(len(content))] = draw.randrange(256)
        path.write_bytes(content)
        try:
            found = [one.incident_id for one in incidents(ROWS, store=path)]
        except NlpEventsError:
            continue
        assert found == whole


def test_a_telling_of_a_store_before_headlines_and_votes_is_read():
    telling = Telling("t", "a", 738_000, "event", (), None, None, "none", "attack", (), frozenset(), frozenset())
    values, readings = json.loads(telling_to_json(telling, ()))
    assert telling_of_json(json.dumps([values[:-3], readings])) == telling
    assert telling_of_json(json.dumps([values, readings])) == telling
