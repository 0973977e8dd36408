"""A run that is killed, again and again, at moments that nobody chose, ends as one that was left in peace.

By default a few kills of a blank pipeline. ``NLP_EVENTS_KILLS=30 pytest tests/batch/test_kill.py`` is the whole test,
which also kills the command with the whole pipeline.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.batch.made import made_articles
from tests.readers.made_europresse import STORIES, europresse

KILLS = int(os.environ.get("NLP_EVENTS_KILLS", "0"))
FEW = 2
COUNT = 300
RUNS = [(jobs, suffix) for jobs in (1, 2) for suffix in ("jsonl", "sqlite")]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX has them")


def blank(_folder, out, jobs, *options):
    return [sys.executable, "-m", "tests.batch.drive", str(out), str(COUNT), str(jobs), *options]


def export(folder, out, jobs, *options):
    """One file of as many articles."""
    return [sys.executable, "-m", "tests.batch.drive", str(out), str(folder / "export.html"), str(jobs), *options]


def whole(folder, out, jobs, *options):
    return [sys.executable, "-m", "nlp_events.cli", "extract", str(folder / "in.jsonl"), "-o", str(out),
            "--with-text", "--jobs", str(jobs), *options]  # fmt: skip


def undisturbed(command, root):
    done = subprocess.run(command, cwd=root, capture_output=True, timeout=300, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()


def rows_done(out):
    journal = out.with_name(f".{out.name}.run") / "journal"
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def killed(command, root, out, after, draw):
    """Kill a run, it alone or all its processes with it, soon after so many rows are done; whether it was in time."""
    with subprocess.Popen(  # noqa: S603
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None and rows_done(out) < after:
            time.sleep(0.001)
        time.sleep(draw.uniform(0, 0.05))
        if process.poll() is not None:
            assert process.returncode == 0
            return False
        if draw.random() < 0.5:
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        return True


def removed(out):
    """Delete an output and its state, for another run from the start."""
    out.unlink(missing_ok=True)
    shutil.rmtree(out.with_name(f".{out.name}.run"), ignore_errors=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("kill")
    with (path / "in.jsonl").open("w", encoding="utf-8") as stream:
        for article in made_articles(COUNT):
            row = {"doc_id": article.doc_id, "text": article.text, "published": article.published}
            stream.write(json.dumps(row) + "\n")
    stories = [STORIES[number % 3]._replace(number=f"news·20230512·GZ·{number}") for number in range(COUNT)]
    (path / "export.html").write_bytes(europresse(tuple(stories)))
    return path


@pytest.mark.parametrize(
    ("command", "jobs", "suffix"),
    [*((command, *run) for command in (blank, whole) for run in RUNS), (export, 1, "jsonl")],
)
def test_killed_runs_end_as_undisturbed_ones(command, jobs, suffix, folder, root):
    if command is whole and not KILLS:
        pytest.skip("the whole pipeline is killed with NLP_EVENTS_KILLS=30")
    draw = random.Random(f"{jobs} {suffix}")  # noqa: S311 - not for secrets
    peaceful, out = (folder / f"{name}-{command.__name__}-{jobs}.{suffix}" for name in ("peace", "war"))
    undisturbed(command(folder, peaceful, 1), root)
    # From before the first row to after the last, when the output is made whole.
    for after in sorted(draw.randint(0, COUNT) for _ in range(KILLS or FEW)):
        while not killed(command(folder, out, jobs, "--resume"), root, out, after, draw):
            removed(out)
    undisturbed(command(folder, out, jobs, "--resume"), root)
    assert out.read_bytes() == peaceful.read_bytes()
    assert suffix != "jsonl" or out.read_bytes().count(b"\n") == COUNT
