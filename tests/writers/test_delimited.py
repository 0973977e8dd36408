import csv

import pytest

from nlp_events.errors import NlpEventsError
from nlp_events.incident_files import write_incidents
from nlp_events.writers.formats import read_results, write_results
from tests.test_incident_files import INCIDENT
from tests.writers.made import FAILED, article, event

RESULTS = [article(event(1, latitude=-4.5, longitude=-70.0, source="=1+1", who="un, deux ; trois")), FAILED]


def test_excel_opens_it_with_a_mark_semicolons_and_decimal_commas(tmp_path):
    write_results(RESULTS, tmp_path / "a.csv", excel=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfdoc_id;title;published;")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        row = next(csv.DictReader(stream, delimiter=";"))
    assert (row["latitude"], row["longitude"], row["min"]) == ("-4,5", "-70,0", "2")
    assert (row["source"], row["who"], row["date_first"]) == ("'=1+1", "un, deux ; trois", "2021-03-12")


def test_pandas_reads_what_is_written_for_excel(tmp_path):
    import pandas as pd

    write_results(RESULTS, tmp_path / "a.csv", excel=True)
    frame = pd.read_csv(tmp_path / "a.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert (frame["latitude"][0], frame["min"][0]) == (-4.5, 2)


def test_what_is_written_for_excel_is_read_back(tmp_path):
    write_results(RESULTS, tmp_path / "a.csv", excel=True)
    write_results(RESULTS, tmp_path / "b.csv")
    assert list(read_results(tmp_path / "a.csv")) == list(read_results(tmp_path / "b.csv"))


def test_incidents_for_excel(tmp_path):
    write_incidents([INCIDENT], tmp_path / "a.csv", excel=True)
    head, row = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("incident_id;title;place;")
    assert "33,75;44,64" in row


@pytest.mark.parametrize("name", ["a.xlsx", "a.jsonl", "a.sqlite"])
def test_only_csv_is_written_for_excel(tmp_path, name):
    for write, what in ((write_results, RESULTS), (write_incidents, [INCIDENT])):
        with pytest.raises(NlpEventsError, match=r"only a \.csv file is written for Excel"):
            write(what, tmp_path / name, excel=True)
