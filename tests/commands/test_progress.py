import pytest

from nlp_events.commands.progress import expected
from nlp_events.commands.running import Tally


def test_articles_are_counted_without_reading_them(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.jsonl").write_text("{}\n{}\n{}\n")
    assert expected([str(tmp_path), str(tmp_path / "a.txt")]) == 5


@pytest.mark.parametrize("name", ["-", "a.csv", "a.zip", "missing.jsonl"])
def test_what_would_have_to_be_read_is_not_known(tmp_path, name):
    assert expected([name if name == "-" else str(tmp_path / name)]) is None


def test_tally_names_each_reason():
    tally = Tally()
    for status, records in (("done", 3), ("timeout", 0), ("empty", 0), ("empty", 0)):
        tally.count(status, records)
    assert str(tally) == "4 read, 1 done, 3 failed (2 empty, 1 timeout), 3 records"
    assert (tally.read, tally.failed) == (4, 3)
