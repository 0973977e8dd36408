"""Exports of Europresse: every article with its own date, paper, title and id."""

from __future__ import annotations

import logging

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article, ArticleResult
from tests.readers.made_europresse import STORIES, TEASER, Story, article, europresse, old_article, old_europresse, page
from tests.readers.making import gzipped, tarred, zipped

BROKEN = Story("", (), "", "", "La Gazette du Levant", "")
PAPERS = ["La Gazette du Levant", "Le Courrier des Rives (site web)", "L'Écho de l'Ouest"]


def found_in(tmp_path, data, name="export.html", **options):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name], options=ReadOptions(**options)))


@pytest.mark.parametrize("data", [europresse(), old_europresse(), old_europresse(charset="utf-8")])
def test_every_article_has_its_own_id_date_paper_and_title(tmp_path, data):
    found = found_in(tmp_path, data)
    assert [one.doc_id for one in found] == [story.number for story in STORIES]
    assert [one.published for one in found] == [story.day for story in STORIES]
    assert [one.title for one in found] == [story.title for story in STORIES]
    assert [one.site for one in found] == PAPERS


@pytest.mark.parametrize(("data", "teaser"), [(europresse(), [TEASER]), (old_europresse(), [])])
def test_text_is_title_and_body_without_what_the_export_adds(tmp_path, data, teaser):
    for one, story in zip(found_in(tmp_path, data), STORIES, strict=True):
        assert one.text.split("\n\n") == [story.title, *story.body, *teaser]


@pytest.mark.parametrize("make", [article, old_article])
def test_article_without_text_costs_itself(tmp_path, make):
    bad, good = found_in(tmp_path, page(make(BROKEN), make(STORIES[1])))
    assert isinstance(bad, Article)
    assert (bad.doc_id, bad.text) == ("export.html:1", "")
    assert good.doc_id == STORIES[1].number


def test_without_an_id_the_head_tells_the_day(tmp_path):
    story = STORIES[1]._replace(number="")
    (one, two) = found_in(tmp_path, page(article(story), old_article(story)))
    assert (one.doc_id, one.published) == ("export.html:1", "2023-02-03")
    assert (two.doc_id, two.published) == ("export.html:2", "2023-02-03")


def test_day_that_cannot_be_read_is_told(tmp_path, caplog):
    story = STORIES[1]._replace(number="", written="Régions, le jour des crues")
    with caplog.at_level(logging.WARNING):
        found_in(tmp_path, page(article(story)))
    assert "export.html:1: the publication date 'Régions, le jour des crues' is not a date" in caplog.text


@pytest.mark.parametrize("name", ["export.htm", "export.txt", "export", "export.html.sauve"])
def test_it_is_known_by_its_content(tmp_path, name):
    assert len(found_in(tmp_path, europresse(), name)) == 3


def test_it_is_known_behind_a_long_style_sheet(tmp_path):
    assert len(found_in(tmp_path, page(*map(article, STORIES), style=".a{color:red}" * 20_000))) == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(("2023/export.html", europresse()), ("b.sauve", europresse()[:300] + b"</body>"))),
        ("a.tar.gz", tarred(("export.html", europresse()))),
        ("export.html.gz", gzipped(europresse())),
    ],
)
def test_in_archives(tmp_path, name, data):
    assert [one.doc_id for one in found_in(tmp_path, data, name) if isinstance(one, Article)][:3] == [
        story.number for story in STORIES
    ]


def test_in_a_folder_with_a_limit_of_seconds(tmp_path):
    (tmp_path / "a").write_bytes(europresse())
    (tmp_path / "b.bin").write_bytes(b"\0\1")
    assert len(list(read([tmp_path], options=ReadOptions(max_seconds=60.0)))) == 3


def test_article_of_boundless_length_costs_itself(tmp_path, monkeypatch):
    monkeypatch.setattr("nlp_events.readers.fragments.MOST_PIECE", 3000)
    long = STORIES[0]._replace(body=("Un mort. " * 1000,), number="news·20230512·GZ·9")
    first, bad, last = found_in(tmp_path, page(article(STORIES[0]), article(long), article(STORIES[1])))
    assert (first.doc_id, last.doc_id) == (STORIES[0].number, STORIES[1].number)
    assert isinstance(bad, ArticleResult)
    assert (bad.doc_id, bad.status) == ("export.html:2", "long")


def test_published_of_the_caller_comes_first(tmp_path):
    assert {one.published for one in found_in(tmp_path, europresse(), published="2020-01-02")} == {"2020-01-02"}


def test_large_export_is_read_piece_by_piece(tmp_path):
    import tracemalloc

    stories = [
        STORIES[0]._replace(number=f"news·20230512·GZ·{number}", body=("Un mort à Gao. " * 300,))
        for number in range(800)
    ]
    (tmp_path / "a.html").write_bytes(page(*map(article, stories)))
    found = read([tmp_path / "a.html"])
    next(found)
    tracemalloc.start()
    ids = [one.doc_id for one in found]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(set(ids)) == 799
    assert peak < 8_000_000
