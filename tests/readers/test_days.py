"""Days of publication, in every form that papers and feeds write them in."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from datetime import date, datetime, timedelta, timezone

import numpy
import pandas
import pytest

from nlp_events.errors import InputError
from nlp_events.readers import ReadOptions, article_of, publication_day, read
from nlp_events.readers.written_dates import written_day
from nlp_events.values import Article

TEXT = "Deux soldats ont été tués à Gao."


@pytest.mark.parametrize(
    ("value", "day"),
    [(None, None), ("", None), ("  ", None), ("2021-03-12", "2021-03-12"), ("2021-03-12 08:30:00+02:00", "2021-03-12")],
)
def test_iso(value, day):
    assert publication_day(value, "a") == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, 05 Nov 2019 10:00:00 +0100", "2019-11-05"),
        ("Tue, 05 Nov 2019 23:30:00 -0500", "2019-11-05"),
        ("5 nov. 2019 à 14h30", "2019-11-05"),
        ("05/11/2019", "2019-11-05"),
        ("12/31/2019", "2019-12-31"),
        ("11.05.2019", "2019-05-11"),
        ("05-11-19", "2019-11-05"),
        ("2019/11/05", "2019-11-05"),
        ("2019-11-05 à 10h30", "2019-11-05"),
        ("20191105", "2019-11-05"),
        ("20191105T233000Z", "2019-11-05"),
        ("20191105103000", "2019-11-05"),
        ("vendredi 1er mars 2019", "2019-03-01"),
        ("1er août 2020 - 18:05", "2020-08-01"),
        ("MARDI 3 AOUT 2021", "2021-08-03"),
        ("10\u00a0sept. 2018", "2018-09-10"),
        ("Publié le 3 juin 2021", "2021-06-03"),
        ("Publié le 3 juin 2021 à 18h00, mis à jour le 4 juin 2021", "2021-06-03"),
        ("Posted on November 5th, 2019 at 4pm", "2019-11-05"),
        ("jeudi 12 janv. 2017 | 10h", "2017-01-12"),
        (" 2019-11-05\n", "2019-11-05"),
        ("Tue Nov 05 20:19:24 +0000 2019", "2019-11-05"),
        ("12 juill. 2019", "2019-07-12"),
        ("La Voix du Sahel, no. 24356, mardi 5 novembre 2019, p. 5", "2019-11-05"),
        ("November 5, 2019 Tuesday", "2019-11-05"),
        ("1573000000", "2019-11-06"),
        ("1573000000000", "2019-11-06"),
        ("1573000000.25", "2019-11-06"),
    ],
)
def test_french_and_english_forms(written, day):
    assert publication_day(written, "a") == day


@pytest.mark.parametrize(
    "written",
    [
        "hier", "aujourd'hui", "il y a 3 jours", "Publié il y a 3 jours", "yesterday at 10:00", "now", "jeudi", "14h30",
        "mars 2019", "2019", "5 novembre", "5/11", "2021-03", "15730000", "2573000000", "157300000000",
        "31 février 2019", "2021-02-30", "2019-13-05", "20191305", "2021-03-12x", "5 mars 10000", "n. d.", "\ud83d",
        "1" * 5000, "mars " * 99,
    ],
)  # fmt: skip
def test_what_is_no_whole_day_is_refused(written):
    with pytest.raises(
        InputError, match=r"(?s)^a: the publication date .* Write it as YYYY-MM-DD, or .* --date-format\.$"
    ):
        publication_day(written, "a")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2019, 11, 5), "2019-11-05"),
        (datetime(2019, 11, 5, 23, 30, tzinfo=timezone(timedelta(hours=-5))), "2019-11-05"),
        (pandas.Timestamp("2019-11-05 10:00", tz="Europe/Paris"), "2019-11-05"),
        (numpy.datetime64("2019-11-05T10:00"), "2019-11-05"),
        (numpy.datetime64("2019-11-05"), "2019-11-05"),
        (20191105, "2019-11-05"),
        (20191105.0, "2019-11-05"),
        (1573000000, "2019-11-06"),
        (1573000000.5, "2019-11-06"),
        (1573000000000, "2019-11-06"),
        (float("nan"), None),
        (pandas.NaT, None),
        (pandas.NA, None),
        (numpy.datetime64("NaT", "D"), None),
    ],
)
def test_dates_of_all_classes(value, day):
    assert publication_day(value, "a") == day
    assert article_of({"text": TEXT, "published": value}, "a").published == day


@pytest.mark.parametrize("value", [True, ["2019-11-05"], {"day": 5}, b"2019-11-05"])
def test_lists_and_truths_are_no_dates(value):
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        publication_day(value, "a")
    with pytest.raises(InputError, match='"published" is a'):
        article_of({"text": TEXT, "published": value}, "a")


@pytest.mark.parametrize("value", [5, 2019.5, 10**30, float("inf")])
def test_number_that_is_no_date_leaves_the_article_undated(value, caplog):
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        publication_day(value, "a")
    assert article_of({"text": TEXT, "published": value}, "a").published is None
    assert repr(value) in caplog.text


@pytest.mark.parametrize(
    ("date_format", "written", "day"),
    [
        ("%m/%d/%Y", "05/11/2019", "2019-05-11"),
        ("%m/%d/%Y", "5 nov. 2019", None),
        ("%m/%d/%Y", "2019-11-05", None),
        ("%d %B %Y", "5 novembre 2019", "2019-11-05"),
        ("%Y%j", "2019309", "2019-11-05"),
        ("%d-%m-%y %H:%M", "05-11-19 23:59", "2019-11-05"),
    ],
)
def test_form_that_is_given_is_the_only_one(date_format, written, day, caplog):
    options = ReadOptions(date_format=date_format)
    assert article_of({"text": TEXT, "published": written}, "a", options=options).published == day
    assert (repr(written) in caplog.text) is (day is None)


@pytest.mark.parametrize("date_format", ["%d/%m", "%B %Y", "jour", "%", "%d/%m/%Y\0"])
def test_form_without_a_whole_day_is_refused(date_format):
    with pytest.raises(InputError, match="strptime"):
        read([], options=ReadOptions(date_format=date_format))


def test_no_day_hangs_on_the_clock_or_on_where_the_reader_is():
    code = "from nlp_events.readers.written_dates import written_day as day"
    code += "; print(day('5 mars 19'), day('5 mars 2019 23:30 CET'))"
    for zone in ("Pacific/Kiritimati", "Pacific/Midway"):
        told = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code], env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True
        )
        assert told.stdout.split() == ["2019-03-05", "2019-03-05"]


def test_iso_dates_do_without_dateparser():
    code = "import sys; from nlp_events.readers import publication_day as day"
    code += "; day('2019-11-05', 'a'); print('dateparser' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout == "False\n"


def test_one_wording_is_read_once(tmp_path):
    written_day.cache_clear()
    (tmp_path / "a.csv").write_text("text,published\n" + f"{TEXT},mardi 5 novembre 2019\n" * 20_000)
    started = time.process_time()
    assert {found.published for found in read([tmp_path])} == {"2019-11-05"}
    assert time.process_time() - started < 10
    assert written_day.cache_info().misses == 1


class TestUndated:
    """An article is not lost for its date."""

    def test_told_once_a_file_with_the_number_and_the_first(self, tmp_path, caplog):
        rows = "".join(f"{TEXT},{day}\n" for day in ("hier", "2019-11-05", "mars 2019"))
        (tmp_path / "a.csv").write_text(f"text,published\n{rows}")
        with caplog.at_level(logging.WARNING, "nlp_events"):
            found = list(read([tmp_path]))
        assert [one.published for one in found] == [None, "2019-11-05", None]
        assert found[0] == Article(doc_id="a.csv:2", text=TEXT)
        (told,) = (record.getMessage() for record in caplog.records)
        assert told.startswith(f"{tmp_path}/a.csv: the publication dates of 2 articles")
        assert told.endswith(
            f"the first of them {tmp_path}/a.csv:2 ('hier'). "
            "Write dates as YYYY-MM-DD, or name their form with --date-format."
        )

    def test_one_alone_is_told_with_what_stands_there(self, tmp_path, caplog):
        path = tmp_path / "a.jsonl"
        path.write_text(f'{{"doc_id": "x", "text": "{TEXT}", "published": "2021-02-30"}}\n')
        assert list(read([path])) == [Article(doc_id="x", text=TEXT)]
        (told,) = (record.getMessage() for record in caplog.records)
        assert told == (
            f"{path}, x: the publication date '2021-02-30' is not a date, and the article is left undated. "
            "Write it as YYYY-MM-DD, or name its form with --date-format."
        )

    def test_mapping(self, caplog):
        assert article_of({"text": TEXT, "published": "hier"}, "text-1") == Article(doc_id="text-1", text=TEXT)
        assert "text-1: the publication date 'hier' is not a date" in caplog.text

    def test_day_in_the_name_of_a_file_stands_in(self, tmp_path, caplog):
        (tmp_path / "2021-03-12.json").write_text(f'{{"text": "{TEXT}", "published": "hier"}}')
        (found,) = read([tmp_path])
        assert found == Article(doc_id="2021-03-12.json", text=TEXT, published="2021-03-12")
        assert caplog.records == []

    def test_date_of_the_caller_replaces_it(self, tmp_path, caplog):
        (tmp_path / "a.json").write_text(f'{{"text": "{TEXT}", "published": "hier"}}')
        (found,) = read([tmp_path], options=ReadOptions(published="5 novembre 2019"))
        assert found.published == "2019-11-05"
        assert caplog.records == []


def test_date_of_the_caller_that_is_none_is_an_error_at_once():
    with pytest.raises(InputError, match="'mars 2019' is not a date"):
        read(["a.txt"], published="mars 2019")
