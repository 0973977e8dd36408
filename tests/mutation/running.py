"""Runs the tests of a package in forks of this process: clean and traced once, then once for each break.

The process imports what is slow and is not ours (spaCy, pydantic, pytest …), never ``nlp_events``: each fork does that,
with one module compiled from the broken tree. So no file is written, and a break costs the tests that see it.
"""

from __future__ import annotations

import ast
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pickle
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW_TO_IMPORT = ("spacy", "spacy.lang.fr", "hypothesis.strategies", "pydantic", "rapidfuzz", "dateparser", "ftfy",
                  "babel.dates", "duckdb", "numpy", "_pytest.python")  # fmt: skip
OPTIONS = ("-q", "-x", "--import-mode=importlib", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:nbmake",
           "-W", "ignore::pytest.PytestAssertRewriteWarning", "-W", "ignore::pytest.PytestConfigWarning")  # fmt: skip
COLLECTING = ""
"""The test that runs while tests are collected."""
OUT_OF_TIME = -1


@dataclass
class Baseline:
    """What an unbroken run tells.

    Attributes:
        passed: whether all tests passed.
        seconds: how long they took, without being traced.
        callers: file and first line of a function → the tests in which it was called, ``COLLECTING`` for the rest.
    """

    passed: bool
    seconds: float
    callers: dict[tuple[str, int], set[str]] = field(default_factory=dict)

    def tests_of(self, path: Path, first: int, last: int) -> set[str] | None:
        """The tests that call a function or one in it; None where any may depend on it.

        What is called by one test alone, or before all, may be kept for the others: a table, a compiled pattern.
        """
        if not first:
            return None
        found = {
            test
            for (file, line), tests in self.callers.items()
            if file == str(path) and first <= line <= last
            for test in tests
        }
        return None if COLLECTING in found or len(found) == 1 else found


class _Recorder:
    """Notes which functions of the package each test calls."""

    def __init__(self) -> None:
        self.test = COLLECTING
        self.callers: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._seen: set[tuple[CodeType, str]] = set()
        self._prefix = str(ROOT / "nlp_events")

    def trace(self, frame: FrameType, *_: object) -> None:
        """Called when a function is entered; None, so that its lines are not traced."""
        code = frame.f_code
        if (code, self.test) not in self._seen:
            self._seen.add((code, self.test))
            if code.co_filename.startswith(self._prefix):
                self.callers[code.co_filename, code.co_firstlineno].add(self.test)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.test = item.nodeid
        try:
            return (yield)
        finally:
            self.test = COLLECTING


class _Selected:
    """Keeps the tests that see a break."""

    def __init__(self, tests: set[str]) -> None:
        self.tests = tests

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.tests]


class BrokenModule(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a broken module when it is imported."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)  # noqa: S102 - that is what breaking is


def prepare() -> None:
    """Import what every fork needs and what is not broken."""
    sys.dont_write_bytecode = True
    for name in SLOW_TO_IMPORT:
        importlib.import_module(name)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    if any(name.partition(".")[0] == "nlp_events" for name in sys.modules):
        raise RuntimeError("nlp_events is imported already: nothing of it could be broken")


def baseline(tests: Sequence[str], limit: float) -> Baseline:
    """Run tests unbroken, twice: for the time that they take, and for what they call."""
    started = time.monotonic()
    if _forked(lambda: _run(tests), limit) != 0:
        return Baseline(passed=False, seconds=0)
    seconds = time.monotonic() - started
    with tempfile.NamedTemporaryFile() as file:
        code = _forked(lambda: _traced(tests, Path(file.name)), limit * 5)
        callers = pickle.loads(Path(file.name).read_bytes()) if code == 0 else {}  # noqa: S301 - written above
    return Baseline(passed=code == 0, seconds=seconds, callers=callers)


def is_killed(tests: Sequence[str], module: BrokenModule, selected: set[str] | None, limit: float) -> bool:
    """Whether a test fails, or takes longer than its limit, where a module is broken.

    Args:
        tests: folders and files of tests.
        module: the broken module.
        selected: ids of the tests to run, None for all; where there are none, nothing is run.
        limit: seconds.
    """
    if selected is not None and not selected:
        return False

    def broken() -> int:
        sys.meta_path.insert(0, module)
        return _run(tests, *([] if selected is None else [_Selected(selected)]))

    return _forked(broken, limit) not in (0, int(pytest.ExitCode.NO_TESTS_COLLECTED))


def _run(tests: Sequence[str], *plugins: object) -> int:
    return int(pytest.main([*OPTIONS, *tests], plugins=list(plugins)))


def _traced(tests: Sequence[str], file: Path) -> int:
    recorder = _Recorder()
    sys.settrace(recorder.trace)
    code = _run(tests, recorder)
    sys.settrace(None)
    file.write_bytes(pickle.dumps(dict(recorder.callers)))
    return code


def _forked(run: Callable[[], int], limit: float) -> int:
    """The exit code of a function in a fork without output; ``OUT_OF_TIME`` where it had to be killed."""
    child = os.fork()
    if child == 0:
        code = 3
        try:
            os.setpgid(0, 0)
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            code = run()
        finally:
            os._exit(code)
    ends = time.monotonic() + limit
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return OUT_OF_TIME
