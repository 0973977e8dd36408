import json
import multiprocessing

import pytest

from nlp_events.batch import pool
from nlp_events.batch.pool import _Worker, pooled_rows
from nlp_events.batch.rows import Row
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article
from tests.batch.recipes import BREAKS, DIES, HANGS, DyingRecipe, FragileRecipe, RefusedRecipe


def articles(*texts):
    return [Article(doc_id=f"{number}.txt", text=text) for number, text in enumerate(texts)]


def told(rows):
    return [(json.loads(row.line)["doc_id"], row.status) for row in rows]


@pytest.fixture(scope="module")
def made(root):
    """One run over all that can go wrong."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root))
        texts = ["Un mort.", HANGS, "Deux morts.", DIES, BREAKS, "", "Trois morts."] + ["Quatre morts."] * 40
        return list(pooled_rows(articles(*texts), FragileRecipe(max_seconds=2.0), jobs=2))


def test_each_article_has_its_row_in_its_place(made):
    assert [name for name, _ in told(made)] == [f"{number}.txt" for number in range(47)]


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        (1, "timeout", "longer than 2 seconds. Allow more with --max-seconds"),
        (3, "failed", "ended the process that worked on it (exit code 7)"),
        (4, "failed", "RuntimeError: the component broke"),
        (5, "empty", "the text is empty"),
    ],
)
def test_what_one_does_costs_only_itself(made, number, status, words):
    assert made[number].status == status
    assert words in made[number].error
    assert json.loads(made[number].line)["status"] == status


def test_all_others_are_done(made):
    assert [number for number, row in enumerate(made) if row.status != "done"] == [1, 3, 4, 5]


def test_no_process_is_left(made):
    assert multiprocessing.active_children() == []


def test_a_limit_that_is_not_reached_changes_nothing():
    given = articles(*(f"Il y a {number} morts." for number in range(70)))
    unlimited = [row.line for row in pooled_rows(given, FragileRecipe(max_seconds=None), jobs=1)]
    assert [row.line for row in pooled_rows(given, FragileRecipe(max_seconds=60.0), jobs=2)] == unlimited


def test_rows_pass_through_without_a_process():
    rows = [Row(line=b"{}\n", status="done", records=0), Row(line=None, status="empty", records=0)]
    assert list(pooled_rows(rows, RefusedRecipe(), jobs=2, load_first=False)) == rows


def test_what_is_wrong_with_the_pipeline_is_found_before_anything_is_given_back():
    rows = [Row(line=b"{}\n", status="empty", records=0)]
    with pytest.raises(NlpEventsError, match="Install one"):
        next(pooled_rows(rows, RefusedRecipe(), jobs=2))


@pytest.mark.parametrize(
    ("recipe", "words"), [(RefusedRecipe(), "Install one"), (DyingRecipe(), "while it loaded the pipeline")]
)
def test_pipeline_that_cannot_be_loaded_ends_the_run(recipe, words):
    with pytest.raises(NlpEventsError, match=words):
        list(pooled_rows(articles("Un mort."), recipe, jobs=2))
    assert multiprocessing.active_children() == []


def test_processes_take_turns_and_nothing_changes(monkeypatch):
    given = articles(*(f"Il y a {number} morts." for number in range(200)))
    expected = [row.line for row in pooled_rows(given, FragileRecipe(), jobs=1)]
    started = []
    monkeypatch.setattr(pool, "LIFE", 50)
    monkeypatch.setattr(pool, "_Worker", lambda *arguments: started.append(1) or _Worker(*arguments))
    assert [row.line for row in pooled_rows(given, FragileRecipe(), jobs=1)] == expected
    assert len(started) == 4


def test_reading_is_not_far_ahead_of_the_results():
    read = []

    def source():
        for article in articles(*["Un mort."] * 2_000):
            read.append(article)
            yield article

    rows = pooled_rows(source(), FragileRecipe(), jobs=1)
    next(rows)
    assert len(read) <= 6 * 32
    rows.close()
    assert multiprocessing.active_children() == []
