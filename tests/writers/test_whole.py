import os
from pathlib import Path

import pytest

from nlp_events.errors import NlpEventsError
from nlp_events.writers.whole import check_free, is_stream, whole_file


def test_what_stood_there_stays_when_the_block_fails(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(target) as part:  # noqa: PT012 - it fails after it has written
        part.write_text("new")
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with whole_file(tmp_path / "b.txt") as part:
        part.write_text("new")
    assert (tmp_path / "b.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "new"


def test_an_input_may_be_read_until_the_block_ends(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("one\ntwo\n")
    with target.open() as lines, whole_file(target) as part, part.open("w") as out:
        out.writelines(line.upper() for line in lines)
    assert target.read_text() == "ONE\nTWO\n"


@pytest.mark.skipif(os.name != "posix", reason="devices of POSIX")
def test_a_device_is_written_and_not_replaced():
    before = Path(os.devnull).stat()
    with whole_file(Path(os.devnull)) as part:
        part.write_text("new")
    after = Path(os.devnull).stat()
    assert (after.st_mode, after.st_rdev) == (before.st_mode, before.st_rdev)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_device_that_is_full_is_told():
    told = pytest.raises(NlpEventsError, match=r"/dev/full: cannot be written \(No space")
    with told, whole_file(Path("/dev/full")) as part:
        part.write_text("new")


def test_only_what_holds_something_would_be_lost(tmp_path):
    path = tmp_path / "a.txt"
    check_free(path)
    path.touch()
    check_free(path)
    path.write_text("x")
    with pytest.raises(NlpEventsError, match=r"a\.txt: is there already\. Replace it with --overwrite"):
        check_free(path)
    check_free(Path(os.devnull))
    assert is_stream(Path(os.devnull)) == (os.name == "posix")
