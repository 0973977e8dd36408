"""Whether the tests notice when the code breaks: ``python -m tests.mutation [MODULE …] [--sample N] [--seed S]``.

Each module of ``nlp_events/layers`` and ``nlp_events/words`` is broken in small ways (a comparison swapped, a condition
negated or dropped, a constant changed, a statement removed, None returned), one at a time, on a sample, and the own
tests of the module (``tests/layers/<name>``, ``tests/words``) run. Prints killed/total of each module, and the breaks
that survive. Nothing is written: a broken module exists only in the memory of a process of its own. Not run by pytest.

Why no published tool: mutmut 3 (3.8.1) leaves every function alone that has a decorator (here each property and all
that is worked out once), has one choice of tests for all modules, and takes no sample. cosmic-ray (8.7) writes its
breaks into the source files themselves and starts a test command anew for each, which here is six seconds of imports. A
fork made after the tests were run once takes the time of those that call the broken function.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path

from tests.mutation.breaks import Break, breaks_of
from tests.mutation.running import ROOT, Job, prepare, survivors

LIMIT = 600
"""Seconds for the tests of a package, unbroken."""
ENOUGH = 0.85
"""Share of the breaks that must be noticed."""
SHORT, FEWER = 40, 6
"""Modules under so many lines get so many breaks at the most."""


def modules(named: list[str]) -> list[Path]:
    """The modules to break: those named, by file or folder, or all of layers and words."""
    given = [ROOT / name for name in named or ["nlp_events/layers", "nlp_events/words"]]
    found = [path for one in given for path in (sorted(one.rglob("*.py")) if one.is_dir() else [one])]
    return [path for path in found if path.name not in ("__init__.py", "build.py")]


def tests_of(path: Path) -> tuple[str, ...]:
    """The tests of a module: those of its layer, of the words, or in a file of its name."""
    inside = path.relative_to(ROOT / "nlp_events")
    if inside.parts[0] == "layers":
        return (f"tests/layers/{inside.parts[1]}",)
    if inside.parts[0] == "words":
        # That the shipped table is what the recipe gives takes its time, and says nothing of the other modules.
        files = (one for one in (ROOT / "tests/words").glob("test_*.py") if one.stem != "test_build")
        return tuple(sorted(str(one.relative_to(ROOT)) for one in files))
    return (str(Path("tests") / inside.parent / f"test_{path.name}"),)


def sample_of(path: Path, size: int, seed: int) -> list[Break]:
    """Some breaks of a module, the same for the same seed and source; a larger sample holds the smaller."""
    found = breaks_of(path)
    random.Random(f"{seed}:{path.name}").shuffle(found)  # noqa: S311 - nothing is secret
    short = len(path.read_text(encoding="utf-8").splitlines()) < SHORT
    return sorted(found[: min(size, FEWER) if short else size], key=lambda one: one.line)


def report(job: Job) -> None:
    """Print the line of a module, and one for each survivor."""
    total = len(job.breaks)
    sys.stdout.write(f"{job.path.relative_to(ROOT)}: {total - len(job.alive)}/{total} killed\n")
    lines = job.path.read_text(encoding="utf-8").splitlines()
    for one in job.alive:
        sys.stdout.write(f"    {one.line}: {one.what}: {lines[one.line - 1].strip()}\n")
    sys.stdout.flush()


def main() -> None:
    """Break what is asked for, and say what survives; the exit code is 1 where under 85 % are killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="files or folders, from the checkout")
    parser.add_argument("--sample", type=int, default=12, help="breaks a module (12)")
    parser.add_argument("--seed", type=int, default=1, help="which breaks (1)")
    parser.add_argument(
        "--quick", action="store_true", help="leave out breaks outside of functions, and in code run once"
    )
    asked = parser.parse_args()
    jobs: dict[tuple[str, ...], list[Job]] = defaultdict(list)
    for path in modules(asked.modules):
        jobs[tests_of(path)].append(Job(path, sample_of(path, asked.sample, asked.seed)))
    prepare()
    for tests, some in jobs.items():
        if survivors(tests, some, LIMIT, report, quick=asked.quick) < 0:
            sys.exit(f"{' '.join(tests)}: fails unbroken. Mend that first.")
    every = [job for some in jobs.values() for job in some]
    total, alive = sum(len(job.breaks) for job in every), sum(len(job.alive) for job in every)
    sys.stdout.write(f"{total - alive}/{total} killed\n")
    sys.exit(0 if alive <= (1 - ENOUGH) * total else 1)


if __name__ == "__main__":
    main()
