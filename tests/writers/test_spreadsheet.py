"""Excel workbooks as openpyxl and pandas, which is what R and LibreOffice do too, read them."""

import datetime
import gc
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from nlp_events.incident_files import write_incidents
from nlp_events.writers import workbook as books
from nlp_events.writers.columns import Column
from nlp_events.writers.formats import write_results
from nlp_events.writers.workbook import LONGEST_CELL, workbook
from tests.test_incident_files import ARTICLE, IMPACT, INCIDENT
from tests.writers.made import FAILED, article, event

URL = "https://radio-sahel.example/gao?a=1&b=2"
RESULTS = [
    article(
        event(1, latitude=-4.5, longitude=-70.0, source="=1+1", date="2021-02/.."),
        event(2, incident_id="i2", min=None, max=3, sentence="x" * 40_000, who="#N/A"),
        name=URL,
        title="@Gao",
        site="Radio Sahel",
    ),
    article(name="sans.txt", title="Rien\x0b"),
    FAILED,
]


@pytest.fixture
def opened(tmp_path):
    write_results(RESULTS, tmp_path / "a.xlsx")
    return load_workbook(tmp_path / "a.xlsx")


def cells(sheet, number):
    """The cells of a row, by the name of their column."""
    head = [cell.value for cell in sheet[1]]
    return dict(zip(head, sheet[number], strict=True))


def test_sheets_hold_records_articles_and_incidents(opened):
    assert opened.sheetnames == ["records", "articles", "incidents"]
    assert [sheet.max_row for sheet in opened] == [3, 4, 3]
    statuses = [cells(opened["articles"], row)["status"].value for row in (2, 3, 4)]
    assert statuses == ["done", "done", "empty"]
    assert cells(opened["articles"], 2)["records"].value == 2
    first, second = (cells(opened["incidents"], row) for row in (2, 3))
    assert (first["incident_id"].value, first["killed"].value, first["records"].value) == ("i1", 2, 1)
    assert (second["incident_id"].value, second["killed"].value, second["injured"].value) == ("i2", 3, None)


def test_numbers_and_days_are_no_texts(opened):
    row = cells(opened["records"], 2)
    assert (row["latitude"].value, row["longitude"].value, row["min"].value) == (-4.5, -70, 2)
    assert {row[name].data_type for name in ("latitude", "longitude", "min")} == {"n"}
    assert row["date_first"].value == datetime.datetime(2021, 2, 1)
    assert row["date_first"].is_date
    assert (row["date"].value, row["date_last"].value, row["date_grain"].value) == ("2021-02/..", None, "interval")
    assert row["published"].value == datetime.datetime(2021, 3, 12)


@pytest.mark.parametrize(("name", "row", "value"), [("source", 2, "=1+1"), ("who", 3, "#N/A"), ("title", 2, "@Gao")])
def test_texts_are_no_formulas(opened, name, row, value):
    cell = cells(opened["records"], row)[name]
    assert (cell.value, cell.data_type) == (value, "s")
    assert bool(cell.quotePrefix) == value.startswith(("=", "#"))


def test_heads_stay_and_filters_are_set(opened):
    assert {sheet.freeze_panes for sheet in opened} == {"A2"}
    assert opened["articles"].auto_filter.ref == "A1:H4"
    assert all(sheet["A1"].font.bold for sheet in opened)


def test_sources_are_links(opened):
    cell = cells(opened["articles"], 2)["doc_id"]
    assert (cell.value, cell.hyperlink.target, cell.style) == (URL, URL, "Hyperlink")
    assert cells(opened["records"], 3)["doc_id"].hyperlink.target == URL
    assert cells(opened["articles"], 3)["doc_id"].hyperlink is None


def test_texts_that_no_cell_holds_are_cut_and_cleaned(opened):
    sentence = cells(opened["records"], 3)["sentence"].value
    assert len(sentence) == LONGEST_CELL
    assert sentence.endswith("x…")
    assert cells(opened["articles"], 3)["title"].value == "Rien\ufffd"


def test_pandas_takes_the_columns_for_what_they_are(tmp_path):
    import pandas as pd

    write_results(RESULTS, tmp_path / "a.xlsx")
    frames = pd.read_excel(tmp_path / "a.xlsx", sheet_name=None)
    kinds = {name: str(kind)[:8] for name, kind in frames["records"].dtypes.items()}
    assert (kinds["latitude"], kinds["min"], kinds["date_first"]) == ("float64", "float64", "datetime")
    assert frames["incidents"]["killed"].tolist() == [2, 3]


@pytest.mark.parametrize("results", [[], [FAILED]])
def test_without_a_record_there_are_sheets_with_heads(tmp_path, results):
    write_results(results, tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["records"].max_row == 1


def test_the_same_results_are_the_same_bytes(tmp_path, monkeypatch):
    write_results(RESULTS, tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {2000}
    write_results(RESULTS, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_more_rows_and_links_than_a_sheet_has(tmp_path, monkeypatch):
    monkeypatch.setattr(books, "MOST_ROWS", 3)
    monkeypatch.setattr(books, "MOST_LINKS", 1)
    with workbook(tmp_path / "a.xlsx", {"records": {"doc_id": Column()}}) as sheets:
        for number in range(5):
            sheets["records"].add({"doc_id": f"https://a.example/{number}"})
    opened = load_workbook(tmp_path / "a.xlsx")
    assert opened.sheetnames == ["records", "records 2", "records 3"]
    assert [row[0] for sheet in opened for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        f"https://a.example/{number}" for number in range(5)
    ]
    assert [opened["records"][f"A{row}"].hyperlink is not None for row in (2, 3)] == [True, False]
    assert opened["records 2"].freeze_panes == "A2"


def test_a_workbook_that_is_given_up_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken():
        yield RESULTS[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_results(broken(), tmp_path / "a.xlsx")
    gc.collect()  # sheets that are still open complain here
    assert list(tmp_path.iterdir()) == []


def test_days_before_excel_has_them_are_texts(tmp_path):
    write_results([article(event(date="1884-08-11"))], tmp_path / "a.xlsx")
    assert cells(load_workbook(tmp_path / "a.xlsx")["records"], 2)["date_first"].value == "1884-08-11"


def test_incidents_have_a_row_each_with_their_best_tolls(tmp_path):
    households = replace(IMPACT, impact="displaced", unit="household", best=40, best_rule="approximate")
    injured = replace(IMPACT, impact="injured", best=None, best_rule="none")
    copy = replace(ARTICLE, doc_id=URL, copy_of="a")
    whole = replace(INCIDENT, latitude=-33.75, impacts=(IMPACT, injured, households), articles=(ARTICLE, copy))
    write_incidents([whole, INCIDENT], tmp_path / "a.xlsx")
    opened = load_workbook(tmp_path / "a.xlsx")
    assert opened.sheetnames == ["incidents", "impacts", "articles", "actors"]
    assert [sheet.max_row for sheet in opened] == [3, 5, 4, 1]
    row = {name: cell.value for name, cell in cells(opened["incidents"], 2).items()}
    assert (row["killed"], row["injured"], row["displaced"]) == (17, None, None)
    assert row["best_rules"] == "displaced_households: approximate; killed: latest_authoritative"
    assert (row["latitude"], row["first"], row["voices"]) == (-33.75, datetime.datetime(2023, 5, 3), 1)
    assert row["sources"] == "la police"
    assert cells(opened["articles"], 3)["doc_id"].hyperlink.target == URL
