"""What a program holds, taken as what it is or refused with the remedy."""

import inspect
import io
import re
from datetime import date, datetime, timezone
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import spacy

import nlp_events
from nlp_events import in_memory, notebooks
from nlp_events.errors import InputError
from nlp_events.in_memory import articles_of, day_of
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult

TEXT = "Deux soldats ont été tués mardi à Gao, a indiqué l'armée."


def taken(given, published=None):
    return list(articles_of(given, published))


def article(**fields):
    return Article(**({"doc_id": "text-1", "text": TEXT} | fields))


@pytest.mark.parametrize(
    "given",
    [
        TEXT,
        [TEXT],
        (one for one in [TEXT]),
        {"text": TEXT},
        {"text": TEXT, "title": None, "published": pd.NaT, "doc_id": float("nan")},
        pd.Series([TEXT]),
        np.array([TEXT]),
        np.array([TEXT], dtype=object),
        pa.array([TEXT]),
        pa.chunked_array([[TEXT]]),
        pd.DataFrame({"text": [TEXT]}),
        pd.DataFrame({"text": [TEXT], "doc_id": [None], "published": [pd.NaT], "title": [pd.NA]}),
        pa.table({"text": [TEXT], "n": [1]}),
        pa.RecordBatch.from_pydict({"text": [TEXT]}),
    ],
)
def test_texts_of_every_kind(given):
    assert taken(given) == [article()]


def test_text_of_numpy_becomes_a_plain_one():
    (one,) = taken(np.array([TEXT]))
    assert type(one.text) is str


def test_articles_and_results_pass_through():
    failed = ArticleResult(doc_id="x", title=None, published=None, status="missing", error="x: missing")
    one = article(doc_id="a", site="Le Fleuve", title="Mali")
    assert taken([one, failed]) == [one, failed]


TABLE = pd.DataFrame(
    {
        "source": ["Le Fleuve", None],
        "doc_id": [7, np.nan],
        "published": [pd.Timestamp("2016-11-03T23:30", tz="Asia/Tokyo"), pd.NaT],
        "text": [TEXT, TEXT],
        "title": ["Mali", np.nan],
        "views": [3, 4],
    }
)
ROWS = [
    article(doc_id="7", published="2016-11-03", title="Mali", site="Le Fleuve"),
    article(doc_id="text-2"),
]


def test_a_table_of_pandas_is_an_article_a_row():
    assert taken(TABLE) == ROWS
    assert taken(TABLE.iloc[::-1].set_index("views")) == [article(), ROWS[0]]


def test_a_table_of_pyarrow_is_an_article_a_row():
    assert taken(pa.Table.from_pandas(TABLE)) == [ROWS[0], ROWS[1]]


class Polars:
    """What a table of polars can do, as far as it is asked for."""

    shape, columns = (2, 6), list(TABLE.columns)

    def select(self, names):
        self.names = names
        return self

    def iter_rows(self, *, named):
        assert named
        for row in TABLE.replace({np.nan: None}).to_dict("records"):
            yield {name: row[name] for name in self.names}


def test_a_table_of_polars_is_an_article_a_row():
    assert taken(Polars()) == ROWS


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pd.DataFrame({"texte": [TEXT], "jour": [1]}), "no column «text»; it has: texte, jour. Name the one"),
        (pd.DataFrame(), "it has: none"),
        (pa.table({"body": [TEXT]}), "it has: body"),
        (pd.concat([pd.DataFrame({"text": [TEXT]})] * 2, axis=1), "has «text» twice"),
    ],
)
def test_a_table_without_texts_names_its_columns(table, words):
    with pytest.raises(InputError, match=r"^extract: the table has ") as caught:
        articles_of(table, None)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2016-11-03", "2016-11-03"),
        ("2016-11-03T10:00:00Z", "2016-11-03"),
        (date(2016, 11, 3), "2016-11-03"),
        (datetime(2016, 11, 3, 23, 30, tzinfo=timezone.utc), "2016-11-03"),
        (pd.Timestamp("2016-11-03T00:30", tz="Pacific/Auckland"), "2016-11-03"),
        (np.datetime64("2016-11-03"), "2016-11-03"),
        (np.datetime64("2016-11-03T23:59:59.999999999"), "2016-11-03"),
        (None, None),
        ("", None),
        (pd.NaT, None),
        (pd.NA, None),
        (np.datetime64("NaT", "D"), None),
        (float("nan"), None),
    ],
)
def test_days_are_taken_as_written(value, day):
    assert day_of(value, "published") == day
    assert taken({"text": TEXT, "published": value}) == [article(published=day)]


@pytest.mark.parametrize("value", [5, "pas un jour", True, ["2016-11-03"], object()])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        day_of(value, "published")


@pytest.mark.parametrize("published", [date(2016, 11, 3), pd.Timestamp("2016-11-03"), np.datetime64("2016-11-03")])
def test_a_day_of_publication_dates_the_records(nlp, published):
    assert [one.date for one in nlp_events.extract(TEXT, nlp, published=published)] == ["2016-11-01"]
    assert [one.date for one in nlp_events.extract({"text": TEXT, "published": published}, nlp)] == ["2016-11-01"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("articles.txt", "the text 'articles.txt' names a file, and is no article. Read it with"),
        ("corpus/2021.jsonl.gz", "names a file"),
        ("C:\\depeches\\mali.CSV", "names a file"),
        ("2021/**/*.html", "names a file"),
        ("https://example.org/mali", "names a file"),
        (Path("articles.txt"), "the path 'articles.txt' is not what it takes. Give a text"),
        (None, "None is not"),
        (7, "7 is not"),
        (TEXT.encode(), "Decode it first: data.decode()."),
        (io.StringIO(TEXT), "a StringIO is not"),
        (np.array(7), "a NumPy ndarray is not"),
        ({"doc_id": "x"}, 'has no "text"'),
        ({"text": None}, '"text" is null'),
        ({"text": [TEXT, TEXT], "doc_id": ["a", "b"]}, "«text» is a list, not one text. Give a list of mappings, or a"),
        ({"text": pd.Series([TEXT])}, "«text» is a pandas Series"),
    ],
)
def test_what_is_no_article_is_refused_before_anything_is_loaded(given, words):
    with pytest.raises(InputError, match=r"^extract: ") as caught:
        nlp_events.extract(given)
    assert words in str(caught.value)


def test_what_is_of_spacy_is_refused(nlp):
    with pytest.raises(InputError, match=r"a spaCy Doc is not what it takes. Its records are doc._.events"):
        nlp_events.extract(nlp(TEXT), nlp)
    with pytest.raises(InputError, match="a spaCy French is not what it takes"):
        nlp_events.extract(nlp, TEXT)


def test_a_file_that_is_there_is_told_by_any_name(tmp_path):
    for name in ("depeche", "notes du mali", "deux morts.txt"):
        path = tmp_path / name
        path.write_text(TEXT, encoding="utf-8")
        with pytest.raises(InputError, match="names a file"):
            nlp_events.extract(str(path))
    with pytest.raises(InputError, match="names a file"):
        nlp_events.extract(str(tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "Deux morts.",
        "Gao.",
        "Le rapport mali.txt a été publié",
        "Mali\nbilan.csv",
        "deux morts, voir rapport.pdf",
        "Deux\x00morts",
        "a" * 5_000,
        "",
    ],
)
def test_a_text_is_no_path(text):
    assert [one.text for one in taken(text)] == [text]


def test_what_is_wrong_among_texts_costs_itself(nlp, caplog):
    wrong = [
        None,
        3,
        float("nan"),
        Path("x.txt"),
        "x.txt",
        b"x",
        ("a", TEXT),
        {"text": TEXT, "published": 5},
        nlp(TEXT),
    ]
    results = taken([TEXT, *wrong, {"doc_id": 9, "text": None}, TEXT])
    assert [one.doc_id for one in results] == [*(f"text-{number}" for number in range(1, 11)), "9", "text-12"]
    assert all(isinstance(one, ArticleResult) and one.error for one in results[1:-1])
    assert [one.doc_id for one in nlp_events.extract([TEXT, *wrong, TEXT], nlp)] == ["text-1", "text-11"]
    assert len(caplog.records) == len(wrong)


def test_articles_are_read_one_by_one():
    def endless():
        while True:
            yield TEXT

    assert next(articles_of(endless(), None)) == article()


NAMES = {"text": "corps", "doc_id": "id", "published": "jour", "source": "journal", "title": "titre"}
THEIRS = TABLE.rename(columns=NAMES)


class TestNames:
    """Columns and keys by the names that they have in what is given."""

    @pytest.mark.parametrize(
        "table", [THEIRS, pa.Table.from_pandas(THEIRS), THEIRS.to_dict("records"), iter(THEIRS.to_dict("records"))]
    )
    def test_all_are_named(self, table):
        assert list(articles_of(table, None, NAMES)) == ROWS

    def test_some_are_named_and_the_others_are_called_as_ours(self):
        table = pd.DataFrame({"text": ["Trois blessés."], "body": [TEXT], "doc_id": ["a"]})
        assert list(articles_of(table, None, {"text": "body"})) == [article(doc_id="a")]
        assert list(articles_of({"body": TEXT, "text": "Trois blessés."}, None, {"text": "body"})) == [article()]

    def test_a_column_that_is_named_has_to_be_there(self):
        with pytest.raises(InputError, match=r"^extract: the table has no column «day»; it has: text. .*columns={'pub"):
            articles_of(pd.DataFrame({"text": [TEXT]}), None, {"published": "day"})
        with pytest.raises(InputError, match=r"^extract: the table has no column «text»; it has: body"):
            articles_of(pd.DataFrame({"body": [TEXT]}), None)

    def test_a_part_that_no_article_has_is_refused(self):
        with pytest.raises(InputError, match=r"^extract: columns names the text 'texte', .* Name one of text, doc_id"):
            articles_of([TEXT], None, {"texte": "body"})

    def test_a_column_taken_twice_is_taken_twice(self):
        table = pd.DataFrame({"text": [TEXT]})
        assert list(articles_of(table, None, {"title": "text"})) == [article(title=TEXT)]

    def test_extract_takes_them(self, nlp):
        table = pd.DataFrame({"corps": [TEXT], "jour": ["2019-05-16"]})
        (event,) = nlp_events.extract(table, nlp, columns={"text": "corps", "published": "jour"})
        assert (event.min, event.date) == (2, "2019-05-14")


class TestContext:
    """What ``nlp.pipe(as_tuples=True)`` is given beside a text."""

    @pytest.mark.parametrize(
        "day",
        [
            "2019-05-16",
            "2019-05-16T10:00:00Z",
            date(2019, 5, 16),
            pd.Timestamp("2019-05-16"),
            np.datetime64("2019-05-16"),
        ],
    )
    @pytest.mark.parametrize("blanks", ["", " " * 30])
    def test_the_day_of_publication_resolves_dates(self, nlp, day, blanks):
        context = {"published": day, "doc_id": 7, "mine": object()}
        ((doc, given),) = nlp.pipe([(TEXT + blanks, context)], as_tuples=True)
        assert given is context
        assert [event.date for event in doc._.events] == ["2019-05-14"]
        assert doc._.article == {"doc_id": "7", "title": None, "published": "2019-05-16"}

    @pytest.mark.parametrize("context", ["a", None, ("published", "2019-05-16"), {"mine": 1}, {"published": pd.NaT}])
    def test_another_context_is_the_callers_own(self, nlp, context):
        ((doc, given),) = nlp.pipe([(TEXT, context)], as_tuples=True)
        assert given is context
        assert [event.date for event in doc._.events] == [None]

    def test_what_is_no_day_is_told(self, nlp):
        with pytest.raises(InputError, match=r"^a.txt: the publication date 'mardi' is not a date. Write it as YYYY"):
            list(nlp.pipe([(TEXT, {"published": "mardi", "doc_id": "a.txt"})], as_tuples=True))

    def test_what_is_known_of_an_article_stands(self, nlp):
        doc = nlp.make_doc(TEXT)
        doc._.article = {"doc_id": "a", "title": None, "published": "2020-01-07"}
        ((doc, _),) = nlp.pipe([(doc, {"published": "2019-05-16"})], as_tuples=True)
        assert [event.date for event in doc._.events] == ["2020-01-07"]

    def test_it_reaches_other_processes(self, nlp):
        blank = spacy.blank("fr")
        blank.add_pipe("nlp_events_dates")
        docs = blank.pipe([(TEXT, {"published": "2019-05-16"})] * 2, as_tuples=True, n_process=2)
        found = [[span._.date_value["value"] for span in doc.spans["nlp_events_dates"]] for doc, _ in docs]
        assert found == [["2019-05-14"]] * 2


class TestProgress:
    def test_a_bar_counts_articles(self, nlp, capsys):
        events = list(nlp_events.extract([TEXT, "Trois blessés à Gao."], nlp, progress=True))
        assert [event.min for event in events] == [2, 3]
        assert "2/2 [" in capsys.readouterr().err.rsplit("\r", 1)[-1]

    def test_without_a_length_it_counts_on(self, nlp, capsys):
        assert len(list(process(iter([article()]), nlp, progress=True))) == 1
        assert "1 articles [" in capsys.readouterr().err.rsplit("\r", 1)[-1]

    def test_a_text_is_one_article(self, nlp, capsys):
        list(nlp_events.extract(TEXT, nlp, progress=True))
        assert f"/{len(TEXT)}" not in capsys.readouterr().err

    def test_nothing_is_shown_unless_asked_for(self, nlp, capsys):
        list(nlp_events.extract([TEXT], nlp))
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", [name for name in nlp_events.__all__ if callable(getattr(nlp_events, name))])
def test_signatures_say_what_they_take(name):
    """An editor shows them: none of them says «anything»."""
    function = getattr(nlp_events, name)
    if inspect.isclass(function):
        return
    for part in inspect.signature(function).parameters.values():
        assert not re.search(r"\bAny\b", str(part.annotation)), part
    written = "".join(str(alias) for alias in (in_memory.Item, in_memory.Given, in_memory.Day, notebooks.Text))
    assert not re.search(r"\bAny\b", written)
