"""Whether the tests notice when the code breaks: ``python -m tests.mutation [MODULE …] [--sample N] [--seed S]``.

Each module of ``nlp_events/layers`` and ``nlp_events/words`` is broken in small ways (a comparison swapped, a condition
negated or dropped, a constant changed, a statement removed, None returned), one at a time, on a sample, and the own
tests of the module (``tests/layers/<name>``, ``tests/words``) run. Prints killed/total of each module, and the breaks
that survive. Nothing is written: a broken module exists only in the memory of a process of its own. Not run by pytest.

Why no published tool: mutmut 3 (3.8.1) leaves every function alone that has a decorator (here each property and all
that is worked out once), has one choice of tests for all modules, and takes no sample. cosmic-ray (8.7) writes its
breaks into the source files themselves and starts a test command anew for each, which here is six seconds of imports. A
fork made after the imports takes the time of the tests that call the broken function.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from tests.mutation.breaks import Break, breaks_of
from tests.mutation.running import ROOT, Baseline, BrokenModule, baseline, is_killed, prepare

LIMIT = 600
"""Seconds for the tests of a package, unbroken."""
GRACE = 30
"""Seconds that a broken module may take beyond four times what the tests take."""
SHORT, FEWER = 40, 6
"""Modules under so many lines get so many breaks at the most."""


def modules(named: list[str]) -> list[Path]:
    """The modules to break: those named, by file or folder, or all of layers and words."""
    given = [ROOT / name for name in named or ["nlp_events/layers", "nlp_events/words"]]
    found = [path for one in given for path in (sorted(one.rglob("*.py")) if one.is_dir() else [one])]
    return [path for path in found if path.name not in ("__init__.py", "build.py")]


def tests_of(path: Path) -> list[str]:
    """The tests of a module: those of its layer, of the words, or in a file of its name."""
    inside = path.relative_to(ROOT / "nlp_events")
    if inside.parts[0] == "layers":
        return [f"tests/layers/{inside.parts[1]}"]
    if inside.parts[0] == "words":
        # That the shipped table is what the recipe gives takes its time, and says nothing of the other modules.
        files = (one for one in (ROOT / "tests/words").glob("test_*.py") if one.stem != "test_build")
        return sorted(str(one.relative_to(ROOT)) for one in files)
    return [str(Path("tests") / inside.parent / f"test_{path.name}")]


def survivors(path: Path, tests: list[str], clean: Baseline, sample: list[Break]) -> list[Break]:
    """The breaks of a module that no test notices."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    limit = clean.seconds * 4 + GRACE
    return [
        one
        for one in sample
        if not is_killed(tests, BrokenModule(name, path, one.tree), clean.tests_of(path, one.function, one.end), limit)
    ]


def sample_of(path: Path, size: int, seed: int) -> list[Break]:
    """Some breaks of a module, the same for the same seed and source; a larger sample holds the smaller."""
    found = breaks_of(path)
    random.Random(f"{seed}:{path.name}").shuffle(found)  # noqa: S311 - nothing is secret
    short = len(path.read_text(encoding="utf-8").splitlines()) < SHORT
    return sorted(found[: min(size, FEWER) if short else size], key=lambda one: one.line)


def report(path: Path, sample: list[Break], left: list[Break], seconds: float) -> None:
    """Print the line of a module, and one for each survivor."""
    say = sys.stdout.write
    say(f"{path.relative_to(ROOT)}: {len(sample) - len(left)}/{len(sample)} killed in {seconds:.0f} s\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    for one in left:
        say(f"    {one.line}: {one.what}: {lines[one.line - 1].strip()}\n")
    sys.stdout.flush()


def main() -> None:
    """Break what is asked for, and say what survives; the exit code is 1 where under 85 % are killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="files or folders, from the checkout")
    parser.add_argument("--sample", type=int, default=12, help="breaks a module (12)")
    parser.add_argument("--seed", type=int, default=1, help="which breaks (1)")
    asked = parser.parse_args()
    prepare()
    cleans: dict[str, Baseline] = {}
    killed = total = 0
    for path in modules(asked.modules):
        tests = tests_of(path)
        key = " ".join(tests)
        if key not in cleans:
            cleans[key] = baseline(tests, LIMIT)
            if not cleans[key].passed:
                sys.exit(f"{key}: fails unbroken. Mend that first.")
        started = time.monotonic()
        sample = sample_of(path, asked.sample, asked.seed)
        left = survivors(path, tests, cleans[key], sample)
        report(path, sample, left, time.monotonic() - started)
        killed, total = killed + len(sample) - len(left), total + len(sample)
    sys.stdout.write(f"{killed}/{total} killed\n")
    sys.exit(0 if killed >= 0.85 * total else 1)


if __name__ == "__main__":
    main()
