"""XML of agencies and corpora: every article with its own date, paper, title and id."""

from __future__ import annotations

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article, ArticleResult
from tests.readers.made_xml import DECLARATION, STORIES, newsml, nitf, table, tei, txm
from tests.readers.making import tarred, zipped

MADE = {
    "newsml": newsml,
    "nitf": nitf,
    "tei": tei,
    "txm": txm,
    "txm articles": lambda *given: txm(*given, name="article"),
}


def found_in(tmp_path, data, name="a.xml", **options):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name], options=ReadOptions(**options)))


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("name", ["a.xml", "a", "a.txt"])
def test_every_article_has_its_own_id_date_paper_and_title(tmp_path, kind, name):
    found = found_in(tmp_path, MADE[kind](), name)
    assert [one.doc_id.removeprefix("urn:newsml:adl:") for one in found] == [story.number for story in STORIES]
    assert [one.published for one in found] == [story.day for story in STORIES]
    assert [one.title for one in found] == [story.title for story in STORIES]
    assert [one.site for one in found] == [story.paper for story in STORIES]
    assert [one.text.split("\n\n") for one in found] == [[story.title, *story.body] for story in STORIES]


@pytest.mark.parametrize("kind", MADE)
def test_articles_before_a_damage_are_read(tmp_path, kind):
    data = MADE[kind]()
    first, *_, bad = found_in(tmp_path, data[: data.index(b"Valmont")])
    assert first.published == STORIES[0].day
    assert isinstance(bad, ArticleResult)
    assert (bad.doc_id, bad.status) == ("a.xml:3", "xml")


@pytest.mark.parametrize("kind", MADE)
def test_article_without_text_or_date_costs_itself(tmp_path, kind, caplog):
    data = MADE[kind]([STORIES[0]._replace(body=(), title=""), STORIES[1]._replace(day="nulle part"), STORIES[2]])
    empty, undated, good = found_in(tmp_path, data)
    assert (empty.text, undated.published, good.published) == ("", None, STORIES[2].day)
    assert "is not a date, and the article is left undated" in caplog.text


@pytest.mark.parametrize("kind", ["nitf", "tei"])
def test_one_story_is_a_root(tmp_path, kind):
    (one,) = found_in(tmp_path, MADE[kind](STORIES[:1]))
    assert one.title == STORIES[0].title


def test_texts_of_a_group_are_articles(tmp_path):
    texts = "".join(f"<text><body><p>{number} morts.</p></body></text>" for number in (4, 5))
    body = f'<TEI xml:id="g" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><group>{texts}</group></text></TEI>'
    found = found_in(tmp_path, (DECLARATION + body).encode())
    assert [(one.doc_id, one.text) for one in found] == [("g:1", "4 morts."), ("g:2", "5 morts.")]


@pytest.mark.parametrize("subset", ['<!ENTITY a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">'])
def test_entities_are_refused(tmp_path, subset):
    data = tei().replace(b"?>\n", f"?>\n<!DOCTYPE TEI [{subset}]>\n".encode())
    (bad,) = found_in(tmp_path, data)
    assert bad.status in ("kind", "entities")


def test_xml_of_another_root_is_told(tmp_path):
    (bad,) = found_in(tmp_path, b"<?xml version='1.0'?><rows><row>Un mort.</row></rows>")
    assert bad.status == "kind"


def test_article_without_end_is_given_up(tmp_path):
    data = tei().replace(b"Trente", b"Trente " * 600_000)
    *_, bad = found_in(tmp_path, data, max_bytes=1_000_000)
    assert bad.status == "long"


class TestFolderForTxm:
    """Text files beside a table of what is known of them."""

    def put(self, folder, name="metadata.csv", **given):
        folder.mkdir(exist_ok=True)
        for number, story in enumerate(STORIES, start=1):
            (folder / f"texte{number}.txt").write_text("\n".join(story.body), encoding="utf-8")
        (folder / name).write_bytes(table(**given))

    def check(self, found, prefix=""):
        assert [one.doc_id for one in found] == [f"{prefix}texte{number}.txt" for number in (1, 2, 3)]
        for one, story in zip(found, STORIES, strict=True):
            assert (one.published, one.title, one.site) == (story.day, story.title, story.paper)
            assert one.text == "\n".join(story.body)

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_table_tells_of_each_text(self, tmp_path, delimiter):
        self.put(tmp_path / "c", delimiter=delimiter)
        self.check(list(read([tmp_path / "c"])))

    def test_single_file_has_it_too(self, tmp_path):
        self.put(tmp_path)
        (one,) = read([tmp_path / "texte2.txt"])
        assert (one.published, one.site) == ("2023-02-03", "Gazette & Cie")

    def test_text_that_it_does_not_name_is_undated(self, tmp_path):
        self.put(tmp_path, names=("texte1",))
        assert [one.published for one in read([tmp_path])] == ["2023-05-12", None, None]

    def test_table_of_texts_is_an_input(self, tmp_path):
        (tmp_path / "metadata.csv").write_text("id,text\na,Un mort.\n")
        (one,) = read([tmp_path])
        assert one == Article(doc_id="a", text="Un mort.")

    def test_published_of_the_caller_comes_first(self, tmp_path):
        self.put(tmp_path)
        assert {one.published for one in read([tmp_path], published="2020-01-02")} == {"2020-01-02"}

    @pytest.mark.parametrize("first", [True, False])
    def test_in_an_archive(self, tmp_path, first):
        texts = [(f"c/texte{number}.txt", "\n".join(story.body).encode()) for number, story in enumerate(STORIES, 1)]
        members = [("c/metadata.csv", table()), *texts] if first else [*texts, ("c/metadata.csv", table())]
        self.check(found_in(tmp_path, zipped(*members), "a.zip"), "a.zip/c/")
        if first:
            self.check(found_in(tmp_path, tarred(*members), "a.tar.gz"), "a.tar.gz/c/")
