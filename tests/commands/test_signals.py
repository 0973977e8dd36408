"""A signal at any time: the code says which, one line says what is kept, and a second later no process is left."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nlp_events.commands.running import exit_code
from nlp_events.commands.signals import ENDING, Stopped, stopped_by_signals
from tests.batch.made import made_articles

COMMAND = [sys.executable, "-m", "nlp_events.cli"]
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads the processes of Linux")


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("in") / "in.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for article in made_articles(5_000):
            stream.write(json.dumps({"doc_id": article.doc_id, "text": article.text}) + "\n")
    return path


def children(pid):
    """All processes below one."""
    try:
        own = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [*own, *(below for one in own for below in children(one))]


def is_there(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def left_after(pids, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end and any(map(is_there, pids)):
        time.sleep(0.02)
    return [pid for pid in pids if is_there(pid)]


def started(articles, out, *options):
    return subprocess.Popen(  # noqa: S603
        [*COMMAND, "extract", str(articles), "-o", str(out), "-j", "2", *options], stderr=subprocess.PIPE, text=True,
        start_new_session=True,
        # What runs in the background of a script ignores interrupts, and so would its children.
        preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)],
    )  # fmt: skip


def while_loading(process, _out):
    """Until there is a process that loads the pipeline (beside the one that multiprocessing has for itself)."""
    while len(children(process.pid)) < 2 and process.poll() is None:
        time.sleep(0.005)


def while_working(process, out):
    journal = out.with_name(f".{out.name}.run") / "journal"
    while not (journal.exists() and journal.stat().st_size) and process.poll() is None:
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("number", "until", "group"),
    [(signal.SIGTERM, while_loading, True), (signal.SIGTERM, while_loading, False),
     (signal.SIGTERM, while_working, False), (signal.SIGHUP, while_loading, True),
     (signal.SIGINT, while_loading, True), (signal.SIGINT, while_loading, False)],
)  # fmt: skip
def test_a_signal_ends_all_processes(articles, tmp_path, number, until, group):
    out = tmp_path / "out.jsonl"
    with started(articles, out) as process:
        until(process, out)
        below = children(process.pid)
        assert len(below) >= 2
        (os.killpg if group else os.kill)(process.pid, number)
        assert left_after([process.pid, *below], 1 if os.getloadavg()[0] < 2 * os.cpu_count() else 5) == []
        message = process.communicate(timeout=30)[1]
    assert process.returncode == CODES[number]
    kept = "what is done is kept, and the same command with --resume goes on from there"
    assert message == f"nlp-events: interrupted; {'no file was written' if until is while_loading else kept}\n"
    assert (list(tmp_path.iterdir()) == []) == (until is while_loading)


@pytest.mark.parametrize("after", [0.0, 0.3, 1.0])
def test_processes_end_with_a_parent_that_is_killed(articles, tmp_path, after):
    out = tmp_path / "out.jsonl"
    with started(articles, out) as process:
        while_loading(process, out)
        time.sleep(after)
        below = children(process.pid)
        process.kill()
        assert left_after(below, 1 if os.getloadavg()[0] < 2 * os.cpu_count() else 5) == []
        message = process.communicate(timeout=30)[1]
    assert message == "" or not after  # in its first moments the child is still Python's own


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2, 0.4])
def test_there_is_no_traceback_before_the_work_either(articles, tmp_path, after):
    with started(articles, tmp_path / "out.jsonl") as process:
        while b"nlp_events" not in Path(f"/proc/{process.pid}/cmdline").read_bytes():
            time.sleep(0.001)
        time.sleep(0.1 + after)  # Python's own start is not ours
        os.killpg(process.pid, signal.SIGTERM)
        message = process.communicate(timeout=30)[1]
    assert process.returncode in (143, -signal.SIGTERM)
    assert message in ("", "nlp-events: interrupted; no file was written\n")


@pytest.mark.parametrize("number", list(CODES))
def test_the_code_says_which_signal(number, capsys, heard):
    before = {one: signal.getsignal(one) for one in ENDING}

    def run():
        os.kill(os.getpid(), number)
        time.sleep(5)

    assert exit_code(run) == CODES[number]
    assert capsys.readouterr().err == "nlp-events: interrupted; no file was written\n"
    assert {one: signal.getsignal(one) for one in ENDING} == before


def test_the_second_signal_ends_at_once():
    with pytest.raises(Stopped), stopped_by_signals():  # noqa: PT012 - the signal is what raises
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
    with stopped_by_signals():
        try:
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(5)
        except Stopped:
            assert {signal.getsignal(one) for one in ENDING} == {signal.SIG_DFL}


def test_what_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_by_signals():
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_thread_runs_as_it_is():
    codes = []
    thread = threading.Thread(target=lambda: codes.append(exit_code(lambda: 0)))
    thread.start()
    thread.join()
    assert codes == [0]
