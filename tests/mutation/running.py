"""Runs the tests of a package unbroken, and for each break, in forks of this process.

The process imports what is slow and is not ours (spaCy, pydantic, pytest …), never ``nlp_events``. One fork of it (the
bench) runs the tests of a package and notes which of them call which function. For a break inside a function the bench
forks, puts the broken code into that function, and runs those tests. What that cannot tell (code that runs at import,
or once for all tests) is imported broken by a fork of the process itself. No broken file is ever written.
"""

from __future__ import annotations

import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.breaks import Break

ROOT = Path(__file__).resolve().parents[2]
SLOW_TO_IMPORT = ("spacy", "spacy.lang.fr", "hypothesis.strategies", "pydantic", "rapidfuzz", "dateparser", "ftfy",
                  "babel.dates", "duckdb", "numpy", "_pytest.python")  # fmt: skip
OPTIONS = ("-q", "-x", "--import-mode=importlib", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:nbmake",
           "-W", "ignore::pytest.PytestAssertRewriteWarning", "-W", "ignore::pytest.PytestConfigWarning")  # fmt: skip
SHARED = ""
"""Stands for a test where code runs for several: while tests are collected, in fixtures."""
GRACE = 20
"""Seconds that a break may take beyond a multiple of what the tests take."""
OUT_OF_TIME, ALIVE, KILLED, UNSURE = -1, 0, 1, 2


@dataclass
class Job:
    """Breaks of one module, and what became of each.

    Attributes:
        path: the module.
        breaks: what to try.
        alive: the breaks that no test noticed.
    """

    path: Path
    breaks: list[Break]
    alive: list[Break] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name under which the module is imported."""
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)


def prepare() -> None:
    """Import what every fork needs and what is not broken."""
    sys.dont_write_bytecode = True
    for name in SLOW_TO_IMPORT:
        importlib.import_module(name)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    if any(name.partition(".")[0] == "nlp_events" for name in sys.modules):
        raise RuntimeError("nlp_events is imported already: nothing of it could be broken")


def survivors(
    tests: Sequence[str], jobs: Sequence[Job], limit: float, done: Callable[[Job], None], *, quick: bool = False
) -> float:
    """Find the breaks that tests do not notice.

    Args:
        tests: folders and files of tests.
        jobs: what to break; their ``alive`` is filled.
        limit: seconds that the unbroken tests may take.
        done: called with each job when it is done.
        quick: leave out the breaks that must be imported to be tried.

    Returns:
        Seconds that the unbroken tests took; below 0 where they fail.
    """
    answers, asked = os.pipe()
    started = time.monotonic()
    bench = _fork(lambda: int(pytest.main([*OPTIONS, *tests], plugins=[_Bench(jobs, asked)])))
    os.close(asked)
    with os.fdopen(answers, "rb", buffering=0) as verdicts:
        if verdicts.read(1) != b"+":
            _ended(bench, limit)
            return -1.0
        seconds = time.monotonic() - started
        for job in jobs:
            for one in list(job.breaks):
                verdict = verdicts.read(1)[0]
                if verdict == UNSURE and quick:
                    job.breaks.remove(one)
                elif verdict == UNSURE:
                    verdict = _imported(tests, job, one, seconds * 4 + GRACE)
                if verdict == ALIVE:
                    job.alive.append(one)
            done(job)
    _ended(bench, limit)
    return seconds


def _imported(tests: Sequence[str], job: Job, broken: Break, limit: float) -> int:
    """Whether a break is noticed when the module is imported with it."""

    def run() -> int:
        sys.meta_path.insert(0, _BrokenModule(job.name, job.path, broken))
        return int(pytest.main([*OPTIONS, *tests]))

    code = _ended(_fork(run), limit)
    return ALIVE if code in (0, int(pytest.ExitCode.NO_TESTS_COLLECTED)) else KILLED


class _Bench:
    """Runs all tests once, and after that, in forks, those that see a break."""

    def __init__(self, jobs: Sequence[Job], verdicts: int) -> None:
        self._jobs = jobs
        self._verdicts = verdicts
        self._test = SHARED
        self._callers: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._seconds: dict[str, float] = defaultdict(float)
        self._seen: set[tuple[CodeType, str]] = set()
        self._prefix = str(ROOT / "nlp_events")
        self._tracing = True
        sys.settrace(self._trace)

    def _trace(self, frame: FrameType, *_: object) -> None:
        """Called when a function is entered; gives None, so that its lines are not traced."""
        code = frame.f_code
        if (code, self._test) not in self._seen:
            self._seen.add((code, self._test))
            if code.co_filename.startswith(self._prefix):
                self._callers[code.co_filename, code.co_firstlineno].add(self._test)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self._test = item.nodeid
        started = time.monotonic()
        if self._tracing:
            sys.settrace(self._trace)  # Python ends it where a test recurs too deeply, hypothesis where it explains
        try:
            return (yield)
        finally:
            self._test = SHARED
            self._seconds[item.nodeid] = time.monotonic() - started

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if item.get_closest_marker("skip") is None]
        # The first again behind the last: so fixtures of the session stay for the forks.
        following = (*items[1:], *items[:1])
        passed = all(self._passes(item, after) for item, after in zip(items, following, strict=True))
        self._tracing = False
        sys.settrace(None)
        os.write(self._verdicts, b"+" if passed else b"-")
        if not passed:
            return True
        for job in self._jobs:
            for one in job.breaks:
                os.write(self._verdicts, bytes([self._verdict(job, one, items)]))
        return True

    def _passes(self, item: pytest.Item, after: pytest.Item) -> bool:
        """Whether a test passes; one that must be quick may only do so when it is not traced."""
        if _passes(item, after):
            return True
        self._tracing = False
        sys.settrace(None)
        passed = _passes(item, after)
        self._tracing = True
        return passed

    def _verdict(self, job: Job, broken: Break, items: list[pytest.Item]) -> int:
        if not broken.function:
            return UNSURE
        tests = self._tests_of(job.path, broken)
        if not tests:
            return ALIVE
        chosen = [item for item in items if item.nodeid in tests]

        def run() -> int:
            return _failed(chosen) if _put_in(job.path, broken) else UNSURE

        seconds = sum(self._seconds[item.nodeid] for item in chosen)  # traced, so that they took longer than need be
        code = _ended(_fork(run), seconds * 2 + GRACE)
        if code == ALIVE and (SHARED in tests or len(tests) == 1):
            return UNSURE  # it may have made what all others use: a table, a compiled pattern
        return code if code in (ALIVE, UNSURE) else KILLED

    def _tests_of(self, path: Path, broken: Break) -> set[str]:
        """The tests that call a function or one inside it."""
        lines = range(broken.function, broken.end + 1)
        return {
            test
            for (file, line), tests in self._callers.items()
            if file == str(path) and line in lines
            for test in tests
        }


def _failed(items: list[pytest.Item]) -> int:
    """Run tests until one fails: ``KILLED`` then, else ``ALIVE``."""
    for item, after in zip(items, (*items[1:], None), strict=True):
        if not _passes(item, after):
            return KILLED
    return ALIVE


def _passes(item: pytest.Item, after: pytest.Item | None) -> bool:
    item._initrequest()  # type: ignore[attr-defined]  # as for a test that is run again
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=after))


def _put_in(path: Path, broken: Break) -> bool:
    """Put the code of a break into the living functions; False where there is none that could take it."""
    codes = dict(_codes(compile(broken.tree, str(path), "exec")))
    put = False
    for living in [one for one in gc.get_objects() if isinstance(one, FunctionType)]:
        own = living.__code__
        new = codes.get((own.co_qualname, own.co_firstlineno)) if own.co_filename == str(path) else None
        if new is not None and new.co_freevars == own.co_freevars:
            living.__code__ = new
            put = put or broken.function <= own.co_firstlineno <= broken.end
    return put


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield (one.co_qualname, one.co_firstlineno), one
            yield from _codes(one)


class _BrokenModule(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a broken module when it is imported."""

    def __init__(self, name: str, path: Path, broken: Break) -> None:
        self.name, self.path, self.broken = name, path, broken

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.broken.tree, str(self.path), "exec"), module.__dict__)  # noqa: S102 - breaking is just that


def _fork(run: Callable[[], int]) -> int:
    """Start a function in a fork without output, whose exit code is what it returns."""
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        os.setpgid(0, 0)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        code = run()
    finally:
        os._exit(code)


def _ended(child: int, limit: float) -> int:
    """The exit code of a fork; ``OUT_OF_TIME`` where it had to be killed."""
    ends = time.monotonic() + limit
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return OUT_OF_TIME
