import json
import subprocess
import sys
from importlib.util import find_spec

import pyarrow
import pyarrow.parquet
import pytest

from nlp_events.commands.distribution import run_on_ray
from nlp_events.commands.extraction import RunOptions
from nlp_events.commands.running import Options
from nlp_events.distributed import articles_of
from nlp_events.pipeline import process
from nlp_events.readers import ReadOptions
from nlp_events.values import Article
from nlp_events.writers.formats import read_results
from tests.batch.made import made_articles
from tests.batch.recipes import BREAKS, DIES, HANGS

COUNT = 150


def table(rows):
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema([(n, pyarrow.string()) for n in rows[0]]))


class TestArticles:
    """Rows of a table as articles."""

    def test_what_can_be_read_and_what_cannot(self):
        found = list(articles_of(table([
            {"doc_id": "a", "text": "Deux morts.", "published": "2021-03-12"},
            {"doc_id": None, "text": "Trois morts.", "published": None},
            {"doc_id": "c", "text": None, "published": None},
            {"doc_id": "d", "text": "Un mort.", "published": "hier"},
        ]), ReadOptions()))  # fmt: skip
        assert [type(one) is Article for one in found] == [True, True, False, True]
        assert (found[0].doc_id, found[0].published) == ("a", "2021-03-12")
        assert found[2].status == "type"
        assert (found[3].doc_id, found[3].published) == ("d", None)

    def test_an_article_without_an_id_is_named_after_its_text(self):
        rows = [{"text": "Deux morts."}, {"text": "Trois morts."}, {"text": "Deux morts."}]
        names = [one.doc_id for one in articles_of(table(rows), ReadOptions())]
        assert names[0] == names[2] != names[1]


@pytest.mark.parametrize(
    ("inputs", "output", "running", "words"),
    [
        (["a.parquet"], "-", RunOptions(), "writes a folder"),
        (["a.parquet"], "full", RunOptions(), "is not empty"),
        (["a.parquet"], "out", RunOptions(resume=True), "has no --resume"),
        (["a.parquet"], "out", RunOptions(with_text=True), "--with-text"),
        (["a.txt"], "out", RunOptions(), "reads Parquet files"),
        (["-"], "out", RunOptions(), "reads Parquet files"),
    ],
)
def test_what_the_engine_does_not_do_is_refused(inputs, output, running, words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    (tmp_path / "a.txt").touch()
    assert run_on_ray(inputs, output, Options(), running) == 2
    assert words in capsys.readouterr().err


def test_without_ray_the_command_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ray", None)
    assert run_on_ray(["a.parquet"], str(tmp_path / "out"), Options(), RunOptions()) == 2
    assert "pip install 'nlp-events[ray]'" in capsys.readouterr().err


@pytest.fixture(scope="module")
def given():
    rows = [{"doc_id": one.doc_id, "text": one.text, "published": one.published} for one in made_articles(COUNT)]
    rows[5]["text"] = None
    rows[70]["text"] = "The explosion killed twelve people in the city on Wednesday, the police said. " * 3
    return rows


@pytest.fixture(scope="module")
def ran(tmp_path_factory, given, root):
    """All that is asked of a cluster, in one run of it."""
    if find_spec("ray") is None:
        pytest.skip("Ray is not installed (pip install 'nlp-events[ray]')")
    folder = tmp_path_factory.mktemp("ray")
    for name in ("in", "fragile"):
        (folder / name).mkdir()
    pyarrow.parquet.write_table(table(given[:80]), folder / "in" / "a.parquet")
    pyarrow.parquet.write_table(table(given[80:]), folder / "in" / "b.parquet")
    bad = [{"doc_id": word, "text": f"Un mort. {word}"} for word in (HANGS, DIES, BREAKS)] + [
        {"doc_id": "", "text": ""}
    ]
    pyarrow.parquet.write_table(table(bad), folder / "fragile" / "a.parquet")
    command = [sys.executable, "-m", "tests.ray_cluster", folder / "in", folder / "fragile", folder]
    done = subprocess.run(list(map(str, command)), cwd=root, capture_output=True, text=True, timeout=600, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr[-3000:]
    return folder, json.loads((folder / "found.json").read_text())


class TestCluster:
    """A head and two workers."""

    def test_it_has_two_workers(self, ran):
        assert ran[1]["nodes"] == 3

    def test_records_are_those_of_one_process(self, ran, given, nlp):
        written = [result for path in sorted((ran[0] / "whole").iterdir()) for result in read_results(path)]
        expected = list(process(articles_of(table(given), ReadOptions()), nlp))
        kept = [one for one in expected if one.events or one.status != "done"]
        assert [one.doc_id for one in written] == [one.doc_id for one in kept]
        assert [one.events for one in written] == [one.events for one in kept]
        assert [(one.status, one.error) for one in written] == [(one.status, one.error) for one in kept]

    def test_rows_are_counted_by_their_status(self, ran):
        counts = ran[1]["counts"]
        assert (counts["type"], counts["language"]) == (1, 1)
        assert counts["done"] > COUNT

    def test_what_one_article_does_costs_only_itself(self, ran):
        statuses = ran[1]["fragile"]
        assert {word: statuses[word] for word in (HANGS, DIES, BREAKS)} == {
            HANGS: "timeout", DIES: "failed", BREAKS: "failed",
        }  # fmt: skip
        assert "empty" in statuses.values()

    def test_a_pipeline_that_cannot_be_loaded_is_told(self, ran):
        assert "python -m spacy download fr_core_news_none" in ran[1]["base"]

    def test_a_column_that_is_not_there_is_told(self, ran):
        assert "has no column 'corps'" in ran[1]["column"]
