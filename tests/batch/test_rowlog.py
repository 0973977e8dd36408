import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.batch.rowlog import RowLog
from nlp_events.batch.rows import Row

LINES = [b'{"a": 1}\n', b'{"b": "\xc3\xa9"}\n', b'{"c": 3}\n']


def written(folder, lines=LINES):
    log = RowLog(folder / "rows", folder / "entries")
    log.cut((0, 0))
    for number, line in enumerate(lines):
        log.append(f"{number:x}", Row(line=line, status="done", records=number), line)
    log.close()
    return log


def test_rows_are_read_back(tmp_path):
    log = written(tmp_path)
    assert [(entry.key, entry.records, line) for entry, line in log.read()] == [
        (f"{number:x}", number, line) for number, line in enumerate(LINES)
    ]
    assert (tmp_path / "rows").read_bytes() == b"".join(LINES)
    assert [log.row_at(entry).line for entry in log.read_entries()] == LINES


@given(st.data())
def test_after_a_kill_at_any_byte_what_is_left_is_whole(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("log")
    written(folder)
    for name in ("rows", "entries"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    log = RowLog(folder / "rows", folder / "entries")
    left = [line for _, line in log.read()]
    assert left == LINES[: len(left)]
    log.cut(log.ends)
    log.close()
    assert (folder / "rows").read_bytes() == b"".join(left)


def test_a_row_that_was_changed_ends_what_counts(tmp_path):
    log = written(tmp_path)
    (tmp_path / "rows").write_bytes(b"".join(LINES).replace(b"\xc3\xa9", b"ee"))
    assert [line for _, line in log.read()] == LINES[:1]


@given(st.data())
def test_an_entry_that_was_changed_ends_what_counts(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("log")
    before = list(written(folder).read_entries())
    whole = (folder / "entries").read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    (folder / "entries").write_bytes(whole[:place] + bytes([other]) + whole[place + 1 :])
    log = RowLog(folder / "rows", folder / "entries")
    after = list(log.read_entries())
    assert after == before[: len(after)]
    assert len(after) < len(before)
    assert [line for _, line in log.read()] == LINES[: len(after)]


def test_writing_needs_an_open_log(tmp_path):
    with pytest.raises(ValueError, match="not open"):
        RowLog(tmp_path / "rows", tmp_path / "entries").append("a", Row(line=b"", status="done", records=0), b"")
