import csv
from dataclasses import replace

import pytest

from nlp_events.errors import NlpEventsError
from nlp_events.writers.cells import text_of
from nlp_events.writers.delimited import EXCEL
from nlp_events.writers.timeline_rows import TIMELINE_TABLE, write_timelines
from tests.timelines.made import article, said, told


def read(path, **dialect):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, **dialect))


STORY = told(said("2023-05-03", "a", 12, "la police"), said("2023-05-04", "b", 15, "l'hôpital"), best="b-15")


def test_a_row_is_what_an_article_says_and_what_it_changes(tmp_path):
    path = tmp_path / "lines.csv"
    write_timelines([STORY], path)
    first, second = read(path)
    assert list(first) == list(TIMELINE_TABLE)
    assert [first[name] for name in ("day", "doc_id", "source", "min", "change", "before_min", "best")] == [
        "2023-05-03", "a", "la police", "12", "first", "", "False",
    ]  # fmt: skip
    assert [second[name] for name in ("min", "change", "before_min", "before_source", "before_event_id", "best")] == [
        "15", "raised", "12", "la police", "a-12", "True",
    ]  # fmt: skip


def test_an_article_without_a_figure_has_empty_cells(tmp_path):
    path = tmp_path / "lines.csv"
    write_timelines([replace(STORY, mentioned=(article("c", None),))], path)
    row = read(path)[-1]
    assert {name for name, value in row.items() if value} == {
        "incident_id", "doc_id", "title", "mentioned", "change", "best", "conflict",
    }  # fmt: skip
    assert (row["day"], row["change"], row["mentioned"]) == ("", "no_figure", "True")


@pytest.mark.parametrize("text", ["=1+1", "+41", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1"])
def test_no_cell_is_a_formula(tmp_path, text):
    known = replace(STORY.articles[0], title=text)
    history = (replace(STORY.impacts[0].history[0], source=text, actor=text, text=text), STORY.impacts[0].history[1])
    bad = replace(STORY, articles=(known, STORY.articles[1]), impacts=(replace(STORY.impacts[0], history=history),))
    write_timelines([bad], tmp_path / "lines.csv")
    row = read(tmp_path / "lines.csv")[0]
    assert [row[name] for name in ("title", "source", "actor", "text")] == [f"'{text}"] * 4
    assert text_of(row["title"]) == text


def test_what_one_article_tells_has_no_time_line(tmp_path):
    path = tmp_path / "lines.csv"
    write_timelines([told(said("2023-05-03", "a", 12)), told()], path)
    assert path.read_bytes() == ",".join(TIMELINE_TABLE).encode() + b"\r\n"


def test_it_is_written_for_excel(tmp_path):
    path = tmp_path / "lines.csv"
    write_timelines([STORY], path, dialect=EXCEL)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfincident_id;day;")
    assert [row["change"] for row in read(path, delimiter=";")] == ["first", "raised"]


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    def breaking():
        yield STORY
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write_timelines(breaking(), tmp_path / "lines.csv")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NlpEventsError, match="cannot be written"):
        write_timelines([STORY], tmp_path / "none" / "lines.csv")
