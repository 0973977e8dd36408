"""Many short articles: memory of each process over the run, and what a second process gains.

``python -m tests.benchmarks.batch [ARTICLES] [JOBS …]`` (100 000 articles; 1 and 2 processes) makes the articles from
templates, runs the command once for each number of processes, and prints for the parent and for the workers (one makes
place for another now and then) the resident memory of a process in the second and in the last tenth of the run and the
processor time, and the articles a second from the first row to the last, so without loading. Linux only: memory is read
from /proc.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import mean

from tests.batch.made import made_articles

LOADED = 200
"""MB from which a child is one that has loaded its pipeline, and no helper of Python's."""
PAUSE = 0.5
"""Seconds between two looks at a run."""


def main(count: int, all_jobs: list[int]) -> None:
    """Print the measurements."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "in.jsonl")
        write_articles(articles, count)
        size = articles.stat().st_size / count
        print(f"{count} articles of {size:.0f} bytes; load of the machine before: {load()}")
        rates, outputs = {}, set()
        for jobs in all_jobs:
            out = Path(folder, f"out-{jobs}.jsonl")
            rates[jobs] = measure(articles, out, count, jobs)
            outputs.add(out.read_bytes())
            out.unlink()
            print(f"  load of the machine after: {load()}")
        print(f"the same bytes for any number of processes: {len(outputs) == 1}")
        for jobs in all_jobs[1:]:
            print(f"{jobs} processes are {rates[jobs] / rates[all_jobs[0]]:.2f} times as fast as {all_jobs[0]}")


def write_articles(path: Path, count: int) -> None:
    """Write made articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        for article in made_articles(count):
            row = {"doc_id": article.doc_id, "text": article.text, "published": article.published}
            stream.write(json.dumps(row) + "\n")


def measure(articles: Path, out: Path, count: int, jobs: int) -> float:
    """Run the command, print what it took, and give the articles a second."""
    command = [sys.executable, "-m", "nlp_events.cli", "extract", str(articles), "-o", str(out), "--jobs", str(jobs)]
    journal = out.with_name(f".{out.name}.run") / "journal"
    memory: dict[int, list[tuple[int, float]]] = defaultdict(list)
    moments: list[tuple[float, int]] = []
    cpu: dict[int, float] = {}
    with subprocess.Popen([*command, "--quiet"]) as process:  # noqa: S603
        entry = 0
        while process.poll() is None:
            time.sleep(PAUSE)
            entry = entry or entry_size(journal)
            done = journal.stat().st_size // entry if entry else 0
            if done:
                moments.append((time.monotonic(), done))
            for pid in family(process.pid):
                memory[pid].append((done, resident(pid)))
                cpu[pid] = processor_seconds(pid) or cpu.get(pid, 0.0)
    (start, first), (end, last) = moments[0], moments[-1]
    rate = (last - first) / (end - start)
    print(f"--jobs {jobs}: {rate:.1f} articles/s over {last - first} articles, exit code {process.returncode}")
    workers = [pid for pid in memory if pid != process.pid]
    for kind, pids in (("parent", [process.pid]), (f"{len(workers)} workers, one after another", workers)):
        samples = [sample for pid in pids for sample in memory[pid]]
        print(f"  {kind}: {sum(cpu[pid] for pid in pids):.0f} s of processor time; {memory_told(samples, count)}")
    return rate


def memory_told(samples: list[tuple[int, float]], count: int) -> str:
    """The memory of processes of a kind in words: of one at a time, on average, and of the largest."""
    second = [size for done, size in samples if 0.1 <= done / count < 0.2]
    last = [size for done, size in samples if done / count >= 0.9]
    most = max(size for _, size in samples)
    if not (second and last):
        return f"most {most:.0f} MB; too short for tenths"
    growth = mean(last) / mean(second) - 1
    return f"{mean(second):.0f} MB in the second tenth, {mean(last):.0f} in the last ({growth:+.1%}), most {most:.0f}"


def entry_size(journal: Path) -> int:
    """Bytes of an entry of the journal on average, from its first thousand; 0 before there are so many."""
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    return sum(map(len, lines)) // len(lines) if len(lines) >= 1_000 else 0


def family(pid: int) -> list[int]:
    """A process and its children that hold a pipeline."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        found = [int(child) for child in children.read_text().split()]
    except OSError:
        return []
    return [pid, *(child for child in found if resident(child) > LOADED)]


def resident(pid: int) -> float:
    """Resident memory of a process in MB; 0 for one that has ended."""
    try:
        fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
        return int(fields.get("VmRSS", "0 kB").split()[0]) / 1024
    except OSError:
        return 0.0


def processor_seconds(pid: int) -> float:
    """Seconds of processor time that a process has had; 0 for one that has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load() -> str:
    """The load averages of the machine."""
    return Path("/proc/loadavg").read_text().split(" ", 3)[0]


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(numbers[0] if numbers else 100_000, numbers[1:] or [1, 2])
