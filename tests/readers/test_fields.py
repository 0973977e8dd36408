"""Columns and keys that hold what an article has: told by their names, by the caller, by the form of a program."""

from __future__ import annotations

import json
import logging

import pytest

from nlp_events.errors import InputError
from nlp_events.readers import Notes, ReadOptions, read
from nlp_events.readers.fields import asked, fields_among, folded
from nlp_events.readers.sources import Source
from nlp_events.text.reading_model import load_reading
from nlp_events.values import Article
from tests.readers.making import parquet

TEXT = "Deux soldats ont été tués à Gao, a annoncé l'armée."
DAY = "2023-05-12"


def articles(path, value, **options):
    data = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
    path.write_bytes(data)
    return list(read([path], options=ReadOptions(**options)))


class TestTables:
    """Names of columns in French and English."""

    @pytest.mark.parametrize(
        "header",
        [
            "Identifiant;Titre;Date;Texte;Journal",
            "ID article;TITRE;Date de parution;Texte intégral;Média",
            "url;headline;Publish Date;full_text;media_name",
            "guid;title;pubDate;content;site",
            "doc_id;title;published;text;source",
            "id;titre;Parue le;Contenu de l’article;Titre de presse",
        ],
    )
    def test_french_excel(self, tmp_path, header):
        data = f'{header}\nabc-7;Gao;12/05/2023;"{TEXT}";La Voix\n'.encode("cp1252")
        (found,) = articles(tmp_path / "a.csv", data)
        assert found == Article(doc_id="abc-7", text=TEXT, title="Gao", published=DAY, site="La Voix")

    def test_tabs_and_parquet(self, tmp_path):
        (found,) = articles(tmp_path / "a.tsv", f"contenu\tcreated_at\n{TEXT}\t1683885600\n")
        assert found == Article(doc_id="a.tsv:2", text=TEXT, published=DAY)
        (found,) = articles(tmp_path / "a.parquet", parquet(maintext=[TEXT], date_publish=[DAY]))
        assert found == Article(doc_id="a.parquet:1", text=TEXT, published=DAY)

    def test_guess_is_said_once_for_many_files(self, tmp_path, caplog):
        for number in range(3):
            (tmp_path / f"{number}.csv").write_text(f'texte;quand\n"{TEXT}";x\n')
        with caplog.at_level(logging.WARNING, "nlp_events"):
            assert len(list(read([tmp_path]))) == 3
        (told,) = (record.getMessage() for record in caplog.records)
        assert told == f"{tmp_path}/0.csv: it takes the text from 'texte'. Options as --text-field name others."

    def test_own_names_are_not_told(self, tmp_path, caplog):
        with caplog.at_level(logging.WARNING, "nlp_events"):
            articles(tmp_path / "a.csv", f'doc_id,text,published,title,source\nx,"{TEXT}",,,\n')
        assert caplog.records == []

    def test_options_win_and_the_rest_is_guessed(self, tmp_path):
        data = f'text;corps;date;quand\nrien;"{TEXT}";1/1/2020;12 mai 2023\n'
        (found,) = articles(tmp_path / "a.csv", data, text_field="corps", date_field="quand")
        assert (found.text, found.published) == (TEXT, DAY)
        (found,) = articles(tmp_path / "a.csv", data, text_field=("absent", "corps"))
        assert (found.text, found.published) == (TEXT, "2020-01-01")

    def test_option_for_some_files_only(self, tmp_path):
        for name in ("a.csv", "b.csv"):
            (tmp_path / name).write_text(f'texte;note\n"{TEXT}";note de {name}\n')
        found = read([tmp_path], options=ReadOptions(text_field=("b.*=note",)))
        assert [one.text for one in found] == [TEXT, "note de b.csv"]

    def test_guessed_id_that_comes_twice_is_none(self, tmp_path):
        found = articles(tmp_path / "a.csv", f'texte;url\n"{TEXT}";http://a\n"{TEXT}";http://a\n"{TEXT}";http://b\n')
        assert [one.doc_id for one in found] == ["http://a", "a.csv:3", "http://b"]

    def test_number_of_a_row_is_no_id(self, tmp_path):
        found = articles(tmp_path / "a.csv", f'id;texte\n1;"{TEXT}"\n123456;"{TEXT}"\n')
        assert [one.doc_id for one in found] == ["a.csv:2", "123456"]

    @pytest.mark.parametrize(
        ("header", "words"),
        [
            ("id,indexed_date,language,media_name,media_url,publish_date,title,url", ("Media Cloud", "field title.")),
            ("stories_id,publish_date,title,url,language,media_id,media_name,media_url", ("Media Cloud",)),
            ("URL,MobileURL,Date,Title", ("GDELT", "--text-field Title.")),
        ],
    )
    def test_list_without_texts_is_told(self, tmp_path, header, words):
        row = ",".join("Douze morts à Kati" if name.lower() == "title" else DAY for name in header.split(","))
        (bad,) = articles(tmp_path / "a.csv", f"{header}\n{row}\n")
        assert (bad.doc_id, bad.status) == ("a.csv", "no_text")
        assert "titles and addresses and no text" in bad.error
        for word in words:
            assert word in bad.error
        title = "Title" if "Title" in header else "title"
        (found,) = articles(tmp_path / "a.csv", f"{header}\n{row}\n", text_field=title)
        assert (found.text, found.title, found.published) == ("Douze morts à Kati", None, DAY)

    def test_preset_reads_the_titles(self, tmp_path):
        data = f"URL,MobileURL,Date,Title\nhttp://a,,{DAY},Douze morts à Kati\n"
        (found,) = articles(tmp_path / "a.csv", data, preset="gdelt")
        assert found == Article(doc_id="http://a", text="Douze morts à Kati", published=DAY)


class TestJson:
    """What scrapers, databases and programs write."""

    @pytest.mark.parametrize(
        "value",
        [
            {
                "title": "Gao",
                "hostname": "h",
                "date": DAY,
                "text": TEXT,
                "source": "http://x",
                "source-hostname": "La Voix",
            },
            {"title": "Gao", "publish_date": f"{DAY} 08:00:00", "text": TEXT, "source": "La Voix", "summary": "x"},
            {"title": "Gao", "date_publish": DAY, "maintext": TEXT, "source_domain": "La Voix", "date_modify": "x"},
            {
                "title": "Gao",
                "content": TEXT,
                "publishedAt": f"{DAY}T08:00:00Z",
                "source": {"id": 1, "name": "La Voix"},
            },
            {"_index": "a", "_source": {"title": "Gao", "body": TEXT, "date": "12 mai 2023", "site": "La Voix"}},
        ],
    )
    def test_scrapers(self, tmp_path, value):
        expected = Article(doc_id="a.json", text=TEXT, title="Gao", published=DAY, site="La Voix")
        assert articles(tmp_path / "a.json", value) == [expected]
        (found,) = articles(tmp_path / "a.ndjson", json.dumps(value) + "\n")
        assert (found.text, found.published, found.site) == (TEXT, DAY, "La Voix")
        found = articles(tmp_path / "a.json", {"articles": [value, value]})
        assert [(one.doc_id, one.text) for one in found] == [("a.json:1", TEXT), ("a.json:2", TEXT)]

    def test_reliefweb(self, tmp_path, caplog):
        fields = {"title": "Mali", "body": TEXT, "date": {"created": "2023-06-01", "original": f"{DAY}T00:00:00+00:00"}}
        fields["source"] = [{"name": "OCHA"}, {"name": "HCR"}]
        value = {"time": 3, "data": [{"id": "4000123", "score": 1, "fields": fields}]}
        with caplog.at_level(logging.WARNING, "nlp_events"):
            (found,) = articles(tmp_path / "a.json", value)
        assert found == Article(doc_id="4000123", text=TEXT, title="Mali", published=DAY, site="OCHA, HCR")
        assert f"{tmp_path}/a.json: it is read as what ReliefWeb writes." in caplog.text

    def test_tweets(self, tmp_path):
        old = {"created_at": "Fri May 12 20:19:24 +0000 2023", "id_str": "1657001", "full_text": TEXT}
        (found,) = articles(tmp_path / "a.json", [{**old, "user": {"screen_name": "v"}, "text": "Deux …"}])
        assert found == Article(doc_id="1657001", text=TEXT, published=DAY, site="v")
        new = {"id": "1657002", "text": TEXT, "created_at": f"{DAY}T20:19:24.000Z", "author_id": "7"}
        (found,) = articles(tmp_path / "b.json", {"data": [new], "meta": {}})
        assert found == Article(doc_id="1657002", text=TEXT, published=DAY)

    def test_telegram(self, tmp_path, caplog):
        parts = ["Deux soldats ", {"type": "bold", "text": "tués"}, " à Gao."]
        said = {"type": "message", "from": "X", "from_id": "channel1"}
        messages = [
            {"id": 1, "type": "service", "date": "2023-04-11T10:00:00", "action": "create_channel", "text": ""},
            {"id": 2, "date": "2023-05-12T10:00:00", "text": parts, **said},
            {"id": 3, "date": "2023-06-13T10:00:00", "photo": "a.jpg", "text": "", **said},
            {"id": 4, "date": "2023-07-14T10:00:00", "text": TEXT, **said},
        ]
        with caplog.at_level(logging.WARNING, "nlp_events"):
            found = articles(tmp_path / "result.json", {"name": "Canal", "id": 9, "messages": messages})
        assert found == [
            Article(doc_id="result.json:2", text="Deux soldats tués à Gao.", published=DAY, site="Canal"),
            Article(doc_id="result.json:4", text=TEXT, published="2023-07-14", site="Canal"),
        ]
        assert "2 records without a text were left out" in caplog.text

    def test_annotation_tools(self, tmp_path):
        task = {"id": 7, "data": {"text": TEXT, "date": "12/05/2023", "source": "La Voix"}, "annotations": []}
        (found,) = articles(tmp_path / "a.json", [task])
        assert found == Article(doc_id="a.json:1", text=TEXT, published=DAY, site="La Voix")
        prodigy = {"text": TEXT, "meta": {"source": "La Voix", "date": "12 mai 2023"}, "_input_hash": 3}
        (found,) = articles(tmp_path / "a.jsonl", json.dumps(prodigy) + "\n")
        assert (found.text, found.published, found.site) == (TEXT, DAY, "La Voix")

    def test_paths_of_the_caller(self, tmp_path):
        value = {"reponse": {"liste": [{"corps": {"brut": TEXT}, "quand": {"le": "12 mai 2023"}}, {"corps": {}}]}}
        options = {"records": "reponse.liste", "text_field": "corps.brut", "date_field": "quand.le"}
        found, bad = articles(tmp_path / "a.json", value, **options)
        assert found == Article(doc_id="a.json:1", text=TEXT, published=DAY)
        assert (bad.doc_id, bad.status) == ("a.json:2", "missing")
        assert 'has no "corps.brut"' in bad.error
        (bad,) = articles(tmp_path / "a.json", value, records="reponse.list")
        assert "no list under 'reponse.list'" in bad.error

    def test_list_below_a_key_is_told(self, tmp_path, caplog):
        with caplog.at_level(logging.WARNING, "nlp_events"):
            assert len(articles(tmp_path / "a.json", {"n": 1, "results": [{"text": TEXT}]})) == 1
        assert "the list under 'results' is taken for its articles. --records names another." in caplog.text

    def test_article_with_a_list_in_it_is_one(self, tmp_path):
        (found,) = articles(tmp_path / "a.json", {"text": TEXT, "items": [{"text": "Un lien"}]})
        assert found.text == TEXT

    def test_paragraphs(self, tmp_path):
        (found,) = articles(tmp_path / "a.json", {"text": ["Deux morts.", "Trois blessés."]})
        assert found.text == "Deux morts.\n\nTrois blessés."

    def test_list_of_titles(self, tmp_path):
        row = {"url": "http://a", "url_mobile": "", "title": "Douze morts à Kati", "seendate": "20230512T101500Z"}
        (bad,) = articles(tmp_path / "a.json", {"articles": [row]})
        assert bad.status == "no_text"
        assert "GDELT" in bad.error
        (found,) = articles(tmp_path / "a.json", {"articles": [row]}, preset="gdelt")
        assert found == Article(doc_id="http://a", text="Douze morts à Kati", published=DAY)

    def test_dump_of_any_keys_costs_no_memory(self, tmp_path):
        lines = "".join(json.dumps({"text": "a", f"k{number}": 1}) + "\n" for number in range(3000))
        assert len(articles(tmp_path / "a.jsonl", lines)) == 3000


def test_last_line_names_the_column_that_looks_like_a_date(tmp_path):
    rows = f'texte;Quand;n\n"{TEXT}";12/05/2023;1\n"{TEXT}";13/05/2023;2\n'
    (tmp_path / "a.csv").write_text(rows)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT, "published": DAY}) + "\n")
    notes = Notes()
    assert len(list(read([tmp_path], notes=notes))) == 3
    assert (notes.articles, notes.undated) == (3, 2)
    assert notes.lines == ["2 of 3 articles have no date; column 'Quand' looks like one: name it with --date-field"]


def test_what_is_left_out_is_counted(tmp_path):
    for name in ("a.txt", "b.mp3", "c.mp3", "d.xyz", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).write_text(TEXT)
    notes = Notes()
    list(read([tmp_path], notes=notes))
    assert notes.lines[-1] == "3 files of other kinds were left out (.mp3: 2, .xyz: 1)"


def test_preset_that_is_none_is_refused():
    with pytest.raises(InputError, match=r"Name one of reliefweb, mediacloud, gdelt, tweets, telegram, labelstudio\."):
        read([], options=ReadOptions(preset="facebook"))


@pytest.mark.parametrize(("name", "plain"), [("Date de parution", "datedeparution"), ("Média", "media"), ("_ID", "id")])
def test_names_are_folded(name, plain):
    assert folded(name) == plain


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("corps", ("corps",)),
        ((), ()),
        (("a", "b"), ("a", "b")),
        (("*.csv=a", "b"), ("a",)),
        (("*.json=a", "b"), ("b",)),
        (("d/*=a=b",), ("a=b",)),
    ],
)
def test_names_for_a_file(given, names):
    assert asked(given, Source("in/d/f.csv", "d/f.csv")) == names


def test_no_name_stands_for_two_fields():
    fields = load_reading().fields
    every = [folded(name) for names in fields.values() for name in names]
    assert len(every) == len(set(every))
    for field, names in fields.items():
        for name in names:
            assert fields_among([name], Source("a", "a"), ReadOptions())[field] == (name,)
