"""``show`` and ``explain``: one article after the other, each within its limit of seconds."""

import pytest
from typer.testing import CliRunner

from nlp_events.cli.app import APP
from nlp_events.commands import showing
from nlp_events.values import Article, ArticleResult

TEXTS = ["Deux soldats ont été tués à Gao.", "Trois civils ont été blessés à Mopti, PANNE.", "Un mort à Kidal."]


@pytest.fixture
def given(monkeypatch, fragile_nlp, tmp_path):
    """What the commands ask for, noted; the pipeline fails on the second article."""
    asked = {}

    def noted(inputs, options):
        asked["reading"] = options.read_options().max_seconds
        yield from (Article(doc_id=f"{number}.txt", text=text) for number, text in enumerate(TEXTS))
        yield ArticleResult(doc_id="x", title=None, published=None, status="missing", error="x: is missing")

    monkeypatch.setattr(showing, "articles_of", noted)
    monkeypatch.setattr(showing, "pipeline_of", lambda options: fragile_nlp)
    return asked


@pytest.mark.parametrize("command", ["show", "explain"])
def test_each_article_is_shown_with_its_own_result(given, command):
    done = CliRunner().invoke(APP, [command, "articles.jsonl"])
    assert done.exit_code == 1
    assert [text in done.stdout for text in TEXTS] == ([True, False, True] if command == "show" else [False] * 3)
    assert "1.txt: could not be processed (RuntimeError: the component broke)" in done.stderr
    assert "x: is missing" in done.stderr


@pytest.mark.parametrize("command", ["show", "explain"])
@pytest.mark.parametrize(
    ("words", "seconds"), [([], 300.0), (["--max-seconds", "2.5"], 2.5), (["--max-seconds", "0"], None)]
)
def test_the_limit_is_that_of_reading_and_of_processing(given, monkeypatch, command, words, seconds):
    from nlp_events import pipeline

    def process(articles, nlp, *, batch_size, max_seconds):
        given["processing"] = (batch_size, max_seconds)
        return iter([ArticleResult(doc_id=one.doc_id, title=None, published=None) for one in articles][:0])

    monkeypatch.setattr(pipeline, "process", process)
    assert CliRunner().invoke(APP, [command, "articles.jsonl", *words]).exit_code == 0
    assert given == {"reading": seconds, "processing": (1, seconds)}
