"""What the disk refuses: a clear error, nothing lost, and the run goes on when there is room."""

import resource
import shutil
import subprocess
import sys
from contextlib import closing
from hashlib import sha256

import pytest

from nlp_events.batch import Journal, Row
from nlp_events.errors import NlpEventsError
from nlp_events.readers import read
from nlp_events.writers.formats import write_results
from tests.batch.made import made_articles
from tests.writers.made import RESULT, article, event

COUNT = 200
RESUME = "--resume goes on from there"


def rows(journal, count=COUNT):
    """Write the rows of a run, and say how many there were."""
    number = 0
    with closing(journal):
        for key, item in journal.remaining(made_articles(count)):
            line = item.text.encode().replace(b"\n", b" ") + b"\n" if not isinstance(item, Row) else item.line
            journal.add(key, Row(line=line, status="done", records=0))
            number += 1
        journal.finish()
    return number


def journal(path, *, resume=False):
    return Journal(path, {}, grows=True, resume=resume)


@pytest.fixture
def disk(tmp_path):
    """A disk of 64 kB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no small disk may be mounted here; the limit of file sizes is tested instead")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def remounted(folder, option):
    subprocess.run(["mount", "-o", f"remount,{option}", str(folder)], check=True)  # noqa: S603, S607


def test_a_full_disk_is_told_and_resumed_from(disk, tmp_path):
    with pytest.raises(NlpEventsError, match="No space left on device") as refusal:
        rows(journal(disk / "out.jsonl"))
    assert RESUME in str(refusal.value)
    done = (disk / ".out.jsonl.run" / "journal").read_bytes().count(b"\n")
    assert 0 < done < COUNT
    remounted(disk, "size=1m")
    rows(journal(disk / "out.jsonl", resume=True))
    rows(journal(tmp_path / "peace.jsonl"))
    assert (disk / "out.jsonl").read_bytes() == (tmp_path / "peace.jsonl").read_bytes()


def test_a_read_only_disk_is_told(disk):
    remounted(disk, "ro")
    with pytest.raises(NlpEventsError, match=r"cannot be written \(Read-only file system\)"):
        journal(disk / "out.jsonl")
    with pytest.raises(NlpEventsError, match=r"cannot be written \(Read-only file system\)"):
        write_results([RESULT], disk / "out.csv")


@pytest.mark.parametrize("name", ["out.csv", "out.parquet", "out.sqlite", "out.jsonl"])
def test_a_disk_that_is_full_leaves_no_half_of_a_whole_file(disk, name):
    with pytest.raises(NlpEventsError, match="cannot be written"):
        write_results((article(event(n, sentence=sha256(b"%d" % n).hexdigest())) for n in range(5_000)), disk / name)
    assert list(disk.iterdir()) == []


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from tests.batch.test_disk import journal, rows
from pathlib import Path
rows(journal(Path(sys.argv[1])))
"""


def test_a_limit_of_file_sizes_is_told_and_resumed_from(tmp_path, root):
    out = tmp_path / "out.jsonl"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LIMITED, str(out)], cwd=root, capture_output=True, text=True, check=False
    )
    assert "NlpEventsError" in done.stderr
    assert f"{out}: cannot be written (File too large)" in done.stderr
    assert resource.getrlimit(resource.RLIMIT_FSIZE) != (20_000, 20_000)
    rows(journal(out, resume=True))
    rows(journal(tmp_path / "peace.jsonl"))
    assert out.read_bytes() == (tmp_path / "peace.jsonl").read_bytes()


def test_an_input_that_vanishes_is_told_and_costs_only_itself(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Deux morts à Gao.")
    found = read([tmp_path])
    next(found)
    (tmp_path / "1.txt").unlink()
    gone, last = found
    assert (gone.status, "no such file" in gone.error) == ("missing", True)
    assert last.doc_id == "2.txt"
