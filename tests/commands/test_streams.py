"""Standard streams that are closed, full, or whose reader has gone: a code, a line at most, and no traceback."""

import json
import os
import subprocess
import sys

import pytest

from nlp_events.values import ArticleResult
from nlp_events.writers import to_line

TEXT = "Deux soldats ont été tués mercredi à Gao, dans le nord du Mali, a annoncé l'armée malienne.\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams as POSIX has them")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("streams")
    (folder / "a.txt").write_text(TEXT)
    result = ArticleResult(doc_id="a.txt", title=None, published=None, text=TEXT)
    (folder / "records.jsonl").write_bytes(to_line(result, with_text=True) * 3)
    gold = json.dumps({"doc_id": "a.txt", "text": TEXT, "events": []}) + "\n"
    (folder / "gold.jsonl").write_text(gold)
    (folder / "words").mkdir()
    return folder


def shell(folder, line):
    """The exit code and the messages of a command line of bash; NLP stands for the command."""
    line = f"set -o pipefail; {line.replace('NLP', f'{sys.executable} -m nlp_events.cli')}"
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603, S607
    return done.returncode, done.stderr


QUICK = ["incidents records.jsonl", "report records.jsonl -o -", "score gold.jsonl records.jsonl"]
SLOW = ["extract a.txt -q", "show a.txt", "explain a.txt"]


@pytest.mark.parametrize("command", QUICK + SLOW)
def test_a_closed_output_is_told_before_the_work(folder, command):
    code, message = shell(folder, f"NLP {command} >&-")
    assert (code, message) == (
        2,
        "nlp-events: standard output: is closed. Send it elsewhere, or name a file with -o where the command has it.\n",
    )


@pytest.mark.parametrize("command", [*QUICK, "show a.txt"])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_full_output_is_told(folder, command):
    code, message = shell(folder, f"NLP {command} > /dev/full")
    words = "standard output: cannot be written (No space left on device)"
    told = [line for line in message.splitlines() if words in line]
    assert (code, len(told), "Traceback" in message) == (2, 1, False), message


@pytest.mark.parametrize("command", [*QUICK, "show a.txt"])
def test_a_reader_that_has_gone_is_no_error(folder, command):
    code, message = shell(folder, f"NLP {command} | true")
    assert (code, "Traceback" in message, "Broken" in message) == (0, False, False), message


@pytest.mark.parametrize(
    "command",
    ["incidents records.jsonl -o incidents.csv --overwrite", "convert records.jsonl out.csv --overwrite",
     "report records.jsonl --overwrite", "score gold.jsonl records.jsonl > scores.txt"],
)  # fmt: skip
@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-"])
def test_messages_that_nobody_sees_change_nothing(folder, command, streams):
    if streams == "2>/dev/full" and not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("there is no /dev/full")
    code, message = shell(folder, f"NLP {command} {streams}")
    assert (code, "Traceback" in message) == (0, False), message
    if "2>" in streams:
        assert message == ""


def test_files_do_not_get_the_numbers_of_closed_streams(folder):
    code, message = shell(folder, "NLP extract a.txt english.txt -o closed.jsonl <&- >&- 2>&-")
    assert (code, message) == (1, "")
    rows = [json.loads(line) for line in (folder / "closed.jsonl").read_text().splitlines()]
    assert [row["status"] for row in rows] == ["done", "missing"]


@pytest.mark.parametrize("command", ["extract - -o in.jsonl", "show -", "explain -", "report - -o in.html"])
def test_an_input_that_is_closed_is_told(folder, command):
    assert shell(folder, f"NLP {command} <&-") == (
        2, "nlp-events: standard input: is closed. Give it something to read, or name a file.\n",
    )  # fmt: skip
    assert not (folder / "in.jsonl").exists()


def test_an_output_that_is_read_would_never_end(folder, tmp_path):
    (tmp_path / "z.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    for line in (f"NLP extract {tmp_path} >> {tmp_path}/z.jsonl", f"NLP extract {tmp_path} > {tmp_path}/new.jsonl",
                 f"NLP incidents records.jsonl >> {folder}/records.jsonl"):  # fmt: skip
        code, message = shell(folder, line)
        assert (code, "standard output: goes into" in message) == (2, True), message
    assert (tmp_path / "z.jsonl").read_text().count("\n") == 1
    code, message = shell(folder, f"NLP extract - -o {folder}/records.jsonl --overwrite < records.jsonl")
    assert (code, "is an input (-)" in message) == (2, True)


@pytest.mark.parametrize("output", ["/dev/null", "/dev/stdout", "/dev/fd/1"])
@pytest.mark.parametrize("command", ["report records.jsonl", "incidents records.jsonl -q"])
def test_devices_are_written_as_they_are(folder, command, output):
    (folder / "kept.txt").write_text("kept\n")
    before = os.stat("/dev/null")  # noqa: PTH116
    code, message = shell(folder, f"NLP {command} -o {output} >> kept.txt")
    assert code == 0, message
    after = os.stat("/dev/null")  # noqa: PTH116
    assert (after.st_mode, after.st_rdev) == (before.st_mode, before.st_rdev)
    assert (folder / "kept.txt").read_text().startswith("kept\n")
    assert ("<html" in (folder / "kept.txt").read_text()) == (command.startswith("report") and output != "/dev/null")


def test_a_pipe_with_a_name_is_written_as_it_comes(folder, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    code, message = shell(
        folder, f"cat {tmp_path}/pipe > {tmp_path}/out.html & NLP report records.jsonl -o {tmp_path}/pipe && wait"
    )
    assert code == 0, message
    assert (tmp_path / "out.html").read_text().startswith("<!DOCTYPE html>")
