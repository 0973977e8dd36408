"""A damaged or hostile folder of a run: a right resume of what is sound, or a clear refusal; never a wrong output."""

import os
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_events.batch import Journal, Row
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article

SETTINGS = {"version": {"nlp-events": "1"}, "pipeline": {"base": "a"}}
ARTICLES = [Article(doc_id=f"{number}.txt", text=f"{number} morts à Gao.") for number in range(2, 8)]
FILES = ("settings.json", "journal", "kept", "kept.jsonl", "rows.jsonl", "finished", "lock")


def run(path, *, stop_after=None, overwrite=False, resume=True, articles=ARTICLES):
    """A run into a format that grows, or, «.csv», one that is made of its rows at the end; how many it made anew."""
    grows, made = path.suffix == ".jsonl", 0
    journal = Journal(path, SETTINGS, grows=grows, resume=resume, overwrite=overwrite)
    try:
        whole = journal.is_whole
        for number, (key, item) in enumerate(journal.remaining(articles)):
            if number == stop_after:
                return made
            made += isinstance(item, Article)
            line = f"{item.doc_id} {item.text}\n".encode() if isinstance(item, Article) else item.line
            journal.add(key, Row(line=line, status="done", records=1))
        if not grows and not whole:
            shutil.copy(journal.rows_path, path)
        if not whole:
            journal.finish()
    finally:
        journal.close()
    return made


@pytest.fixture(scope="module")
def peace(tmp_path_factory):
    path = tmp_path_factory.mktemp("peace") / "out.jsonl"
    run(path)
    return path.read_bytes()


def begun(folder, suffix, stop_after, *, kept=False):
    """An output and the folder of its run, whole or broken off, with rows that are kept for later or not."""
    path = folder / f"out{suffix}"
    if kept:
        run(path, articles=ARTICLES[1:], stop_after=4)
        run(path, stop_after=1)
    else:
        run(path, stop_after=stop_after)
    return path, folder / f".out{suffix}.run"


def resumed_or_refused(path, peace):
    """Resume; either the output is right, or the refusal names a file and what to do, and a start anew is right."""
    before = path.read_bytes() if path.exists() else None
    refusal = None
    try:
        run(path)
    except NlpEventsError as error:
        refusal = str(error)
    if refusal is not None:
        assert path.stem in refusal
        assert "--overwrite" in refusal
        assert (path.read_bytes() if path.exists() else None) == before
        if "Delete the folder" in refusal:
            shutil.rmtree(path.with_name(f".{path.name}.run"))
        run(path, resume=False, overwrite=True)
    assert path.read_bytes() == peace


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
@pytest.mark.parametrize("stop_after", [3, None])
@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"17", b"\xff\xfe\x00", b"[" * 100_000, b'{"version": 3}',
                                     b'{"a": "' + b"x" * 10_000 + b'"}', b"1" * 5_000, b"null",
                                     b"\x00" * 10_000_000])  # fmt: skip
@pytest.mark.parametrize("name", ["settings.json", "journal", "finished"])
def test_a_file_with_something_else_in_it(tmp_path, peace, suffix, stop_after, content, name):
    path, state = begun(tmp_path, suffix, stop_after)
    (state / name).write_bytes(content)
    resumed_or_refused(path, peace)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
@pytest.mark.parametrize("stop_after", [3, None])
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["gone", "folder", "link", "broken link", "pipe"])
def test_something_else_in_the_place_of_a_file(tmp_path, peace, suffix, stop_after, name, kind):
    path, state = begun(tmp_path, suffix, stop_after)
    (state / name).unlink(missing_ok=True)
    other = tmp_path / "precious.txt"
    other.write_text("precious")
    if kind == "folder":
        (state / name).mkdir()
    elif kind == "pipe":
        os.mkfifo(state / name)
    elif kind != "gone":
        (state / name).symlink_to(other if kind == "link" else tmp_path / "nowhere")
    resumed_or_refused(path, peace)
    assert other.read_text() == "precious"


@pytest.mark.parametrize("entry", [
    b"%(key)s 9%(many)s 00000000 1 done\n", b"%(key)s -5 00000000 1 done\n", b"%(key)s 0 00000000 1 done\n",
    b"%(key)s 99999999999999 00000000 1 done\n", b"%(key)s 22 00000000 9%(many)s done\n", b"\x00" * 500 + b"\n",
    "%(key)s ٣ 00000000 1 fait\n".encode(),
])  # fmt: skip
@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_numbers_that_are_none(tmp_path, peace, suffix, entry):
    path, state = begun(tmp_path, suffix, 3)
    first = (state / "journal").read_bytes().splitlines(keepends=True)
    line = entry.replace(b"%(key)s", first[1].split()[0]).replace(b"%(many)s", b"9" * 5_000)
    (state / "journal").write_bytes(first[0] + line + b"".join(first[2:]))
    resumed_or_refused(path, peace)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_a_row_that_was_left_out_of_the_journal_or_comes_twice(tmp_path, peace, suffix):
    path, state = begun(tmp_path, suffix, 4)
    lines = (state / "journal").read_bytes().splitlines(keepends=True)
    (state / "journal").write_bytes(b"".join([lines[0], lines[2], lines[1], lines[1], lines[3]]))
    resumed_or_refused(path, peace)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), suffix=st.sampled_from([".jsonl", ".csv"]), stop_after=st.sampled_from([1, 3, 6, None]),
       kept=st.booleans())  # fmt: skip
def test_bytes_that_were_changed_cut_or_put_in_cost_time_or_are_told(
    tmp_path_factory, peace, data, suffix, stop_after, kept
):
    path, state = begun(tmp_path_factory.mktemp("state"), suffix, stop_after, kept=kept)
    for _ in range(data.draw(st.integers(1, 3))):
        there = sorted(one for one in (*state.iterdir(), path) if one.exists() and one.name != "lock")
        file = data.draw(st.sampled_from([one for one in there if one != path or suffix == ".jsonl"]))
        content = file.read_bytes()
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)))
        file.write_bytes(content[:start] + data.draw(st.binary(max_size=12)) + content[end:])
    resumed_or_refused(path, peace)


def test_an_output_that_was_changed_after_its_end_is_told(tmp_path, peace):
    path, _ = begun(tmp_path, ".csv", None)
    path.write_bytes(peace[:-9])
    with pytest.raises(NlpEventsError, match=r"out\.csv: is not what the run has written"):
        run(path)
    assert path.read_bytes() == peace[:-9]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / ".out.jsonl.run").write_text("x")
    with pytest.raises(NlpEventsError, match=r"out\.jsonl: cannot be written \("):
        run(tmp_path / "out.jsonl")


def test_an_output_without_the_journal_is_nobodys(tmp_path):
    path, state = begun(tmp_path, ".jsonl", 3)
    before = path.read_bytes()
    (state / "journal").unlink()
    with pytest.raises(NlpEventsError, match="cannot be resumed"):
        run(path)
    assert path.read_bytes() == before


def test_a_journal_that_the_disk_does_not_give_is_told(tmp_path, monkeypatch):
    path, _ = begun(tmp_path, ".jsonl", 3)
    real = type(path).open

    def refused(self, *arguments, **options):
        if self.name == "journal":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(type(path), "open", refused)
    with pytest.raises(NlpEventsError, match=r"cannot be written \(.*journal: Permission denied\)"):
        run(path)
