import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article
from tests.readers.making import parquet

TEXT = "Deux soldats ont été tués à Gao."


def rows(path, data, **options):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([path], options=ReadOptions(**options)))


def test_row_is_an_article(tmp_path):
    data = f"doc_id,title,text,published,source\na,Gao,{TEXT},2021-03-12,Radio Sahel\n,,{TEXT},,\n"
    assert rows(tmp_path / "a.csv", data) == [
        Article(doc_id="a", text=TEXT, title="Gao", published="2021-03-12", site="Radio Sahel"),
        Article(doc_id="a.csv:3", text=TEXT),
    ]


def test_columns_are_named_by_the_caller(tmp_path):
    data = f"num;corps;jour;titre\n7;{TEXT};2021-03-12 08:00;Gao\n"
    fields = {"text_field": "corps", "id_field": "num", "date_field": "jour", "title_field": "titre"}
    (found,) = rows(tmp_path / "a.csv", data, **fields)
    assert found == Article(doc_id="7", text=TEXT, title="Gao", published="2021-03-12")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_the_one_that_makes_the_text_a_column(tmp_path, delimiter):
    (found,) = rows(tmp_path / "a.csv", f"doc_id{delimiter}text\nx{delimiter}{TEXT}\n")
    assert (found.doc_id, found.text) == ("x", TEXT)


@pytest.mark.parametrize("option", ["id_field", "date_field", "title_field"])
def test_column_that_the_caller_names_must_be_there(tmp_path, option):
    (found,) = rows(tmp_path / "a.csv", f"text\n{TEXT}\n", **{option: "numero"})
    assert (found.status, found.doc_id) == ("column", "a.csv")
    assert f"--{option.replace('_', '-')}" in found.error


def test_cell_keeps_its_lines_and_rows_are_counted_as_a_spreadsheet_does(tmp_path):
    data = 'text\r\n"Deux morts\r\nà Gao, dit ""Radio Sahel"""\r\n\r\nTrois morts\r\n'
    first, second = rows(tmp_path / "a.csv", data)
    assert first.text == 'Deux morts\r\nà Gao, dit "Radio Sahel"'
    assert [first.doc_id, second.doc_id] == ["a.csv:2", "a.csv:4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path, encoding):
    data = f"doc_id,text\n1,{TEXT}\n2,Évacués dès l'été à Alépé.\n".encode(encoding)
    assert [found.text for found in rows(tmp_path / "a.csv", data)] == [TEXT, "Évacués dès l'été à Alépé."]


def test_row_in_another_encoding_late_in_the_file(tmp_path):
    data = (
        b"text\n"
        + b"Deux morts\n" * 200_000
        + "Trois blessés évacués à Alépé où l'armée a été appelée.\n".encode("cp1252")
    )
    assert rows(tmp_path / "a.csv", data)[-1].text == "Trois blessés évacués à Alépé où l'armée a été appelée."


def test_bad_row_is_named_and_the_next_one_read(tmp_path):
    bad, good = rows(tmp_path / "a.csv", f"doc_id,text,published\nx,{TEXT},,hier\ny,{TEXT},\n")
    assert (bad.doc_id, bad.status) == ("x", "row")
    assert str(tmp_path / "a.csv:2") in bad.error
    assert good.doc_id == "y"


def test_long_cell_is_no_error_of_the_csv_module(tmp_path):
    (found,) = rows(tmp_path / "a.csv", "text\n" + "a" * 200_000 + "\n")
    assert len(found.text) == 200_000


class TestParquet:
    """The same from Parquet."""

    def test_row_is_an_article(self, tmp_path):
        data = parquet(doc_id=["a", None], text=[TEXT, TEXT], title=["Gao", None], source=["Radio Sahel", None])
        assert rows(tmp_path / "a.parquet", data) == [
            Article(doc_id="a", text=TEXT, title="Gao", site="Radio Sahel"),
            Article(doc_id="a.parquet:2", text=TEXT),
        ]

    def test_numbers_and_dates_of_all_kinds(self, tmp_path):
        from datetime import date, datetime

        from pyarrow import array, timestamp

        stamps = array([1615536000], timestamp("s", "UTC"))
        days = ([date(2021, 3, 12)], [datetime(2021, 3, 12, 8)], ["2021-03-12"], stamps)
        for number, column in enumerate(days):
            data = parquet(id=[7], text=[TEXT], published=column)
            (found,) = rows(tmp_path / f"{number}.parquet", data, id_field="id")
            assert (found.doc_id, found.published) == ("7", "2021-03-12")

    def test_binary_text_is_decoded(self, tmp_path):
        (found,) = rows(tmp_path / "a.parquet", parquet(text=[TEXT.encode("cp1252")]))
        assert found.text == TEXT

    def test_rows_of_many_batches_keep_their_order(self, tmp_path):
        found = rows(tmp_path / "a.parquet", parquet(text=[str(number) for number in range(1000)]))
        assert [one.text for one in found] == [str(number) for number in range(1000)]
        assert found[-1].doc_id == "a.parquet:1000"

    def test_columns_that_nobody_asks_for_are_not_read(self, tmp_path, monkeypatch):
        from pyarrow.parquet import ParquetFile

        asked = []
        original = ParquetFile.iter_batches
        monkeypatch.setattr(
            ParquetFile, "iter_batches", lambda self, **options: asked.append(options) or original(self, **options)
        )
        rows(tmp_path / "a.parquet", parquet(text=[TEXT], other=[[1, 2, 3]], picture=["a"]))
        assert asked[0]["columns"] == ["text"]
