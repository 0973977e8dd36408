"""What takes too long is given up, and the caller's own clock is left alone."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from itertools import chain, repeat
from pathlib import Path

import pytest

import nlp_events
from nlp_events import limits, processing, work
from nlp_events.errors import NlpEventsError, ResourceError
from nlp_events.limits import Apart, Ended, TooLong, can_interrupt, checked_seconds, in_time
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="this system has no clock that interrupts")
SLOW = "Un deuil national de trois jours suit la mort de deux soldats à Gao, " + "a" * 60 + " dit-on."
"""No harm to the shipped resources; the pattern of the test's own never ends on it."""
FAST = "Deux soldats ont été tués lundi à Gao, a indiqué l'armée."
SECONDS = 2.0


def for_ever(_=None):
    re.fullmatch("(a+)+b", "a" * 60)


def doubled(number):
    if number == 13:
        os._exit(7)
    if number == 0:
        for_ever()
    if number < 0:
        raise ResourceError("places.csv", "line 3", "wrong.", "Mend it.")
    return 2 * number


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    """A pipeline with one pattern more that some texts keep busy for ever."""
    folder = tmp_path_factory.mktemp("slow")
    rule = "  - {id: service_slow, most: 400, pattern: '(?:a+)+z', examples: ['az']}\n"
    (folder / "zones.yaml").write_text(f"service:\n{rule}", encoding="utf-8")
    pipeline = nlp_events.load(words=str(folder))
    assert list(nlp_events.extract(FAST, pipeline))  # the first article loads tables, which takes its time
    return pipeline


class TestInThisThread:
    @POSIX
    def test_work_that_ends_is_not_touched(self):
        assert in_time(60.0, lambda: 7) == 7
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)

    @POSIX
    def test_a_pattern_that_never_ends_is_interrupted(self):
        begun = time.monotonic()
        with pytest.raises(TooLong):
            in_time(0.2, for_ever)
        assert time.monotonic() - begun < 10
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)

    @POSIX
    def test_it_rings_again_where_the_first_time_was_swallowed(self, monkeypatch):
        monkeypatch.setattr(limits, "AGAIN", 0.1)

        def swallowing():
            try:
                for_ever()
            except BaseException:  # noqa: BLE001 - as a finaliser's exception is swallowed
                for_ever()

        with pytest.raises(TooLong):
            in_time(0.1, swallowing)

    @POSIX
    def test_the_handler_of_the_caller_is_put_back(self, monkeypatch):
        def mine(*_):
            pass

        before = signal.signal(signal.SIGALRM, mine)
        try:
            with pytest.raises(TooLong):
                in_time(0.1, for_ever)
            assert signal.getsignal(signal.SIGALRM) is mine
        finally:
            signal.signal(signal.SIGALRM, before)

    @POSIX
    def test_a_clock_that_the_caller_has_wound_up_is_the_callers(self):
        before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_REAL, 60.0)
        try:
            assert not can_interrupt()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            signal.signal(signal.SIGALRM, before)
        assert can_interrupt()

    def test_no_thread_but_the_first_can_be_interrupted(self):
        found = []
        thread = threading.Thread(target=lambda: found.append(can_interrupt()))
        thread.start()
        thread.join()
        assert found == [False]


@pytest.fixture
def apart():
    one = Apart(doubled, 0.5)
    yield one
    one.end()


class TestApart:
    def test_it_answers_again_and_again(self, apart):
        assert [apart(number) for number in (1, 2, 3)] == [2, 4, 6]

    @pytest.mark.parametrize(("number", "error"), [(0, TooLong), (13, Ended), (-1, ResourceError)])
    def test_after_a_failure_the_next_call_is_answered(self, apart, number, error):
        with pytest.raises(error):
            apart(number)
        assert apart(2) == 4

    def test_it_says_how_the_process_ended(self, apart):
        with pytest.raises(Ended, match="exit code 7"):
            apart(13)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), True, "3"])
def test_a_limit_that_is_none_is_refused(nlp, seconds):
    with pytest.raises(NlpEventsError, match="max_seconds"):
        nlp_events.extract(FAST, nlp, max_seconds=seconds)


def test_the_shortest_limit_is_one():
    assert checked_seconds(1e-9) == limits.LEAST
    assert checked_seconds(None) is None


TEXTS = [FAST, SLOW, FAST, FAST]
STATUSES = ["done", "timeout", "done", "done"]


def made(pipeline, **options):
    given = [Article(doc_id=f"{number}.txt", text=text) for number, text in enumerate(TEXTS)]
    return list(process(given, pipeline, max_seconds=SECONDS, **options))


def check(results):
    assert [(one.doc_id, one.status) for one in results] == [(f"{n}.txt", one) for n, one in enumerate(STATUSES)]
    assert [len(one.events) for one in results] == [1, 0, 1, 1]
    assert results[1].error == (
        "1.txt: took longer than 2 seconds. Allow more with max_seconds (--max-seconds), or leave it out."
    )


class TestArticles:
    @pytest.mark.parametrize("batch_size", [1, 32])
    def test_a_slow_one_costs_itself(self, slow, batch_size):
        check(made(slow, batch_size=batch_size))

    def test_so_it_does_in_several_processes(self, slow):
        check(made(slow, n_process=2, batch_size=2))

    def test_so_it_does_where_nothing_can_be_interrupted(self, slow, monkeypatch):
        monkeypatch.setattr(processing, "can_interrupt", lambda: False)
        check(made(slow, batch_size=3))

    def test_so_it_does_in_another_thread(self, slow):
        found = []
        thread = threading.Thread(target=lambda: found.extend(made(slow, batch_size=1)))
        thread.start()
        thread.join()
        check(found)

    def test_records_are_those_without_a_limit(self, nlp, monkeypatch):
        given = [Article(doc_id=str(number), text=FAST) for number in range(40)]
        without = list(process(given, nlp))
        assert list(process(given, nlp, max_seconds=60.0)) == without
        monkeypatch.setattr(processing, "can_interrupt", lambda: False)
        assert list(process(given, nlp, max_seconds=60.0)) == without

    def test_one_that_ends_its_process_costs_itself(self, fragile_nlp, monkeypatch):
        monkeypatch.setattr(processing, "can_interrupt", lambda: False)
        monkeypatch.setattr(work, "result_of", lambda one, doc: os._exit(7) if "M" in one.text else ended(one))
        given = [Article(doc_id=text, text=text) for text in ("un mort", "un Mort", "deux morts")]
        results = list(process(given, fragile_nlp, max_seconds=60.0))
        assert [one.status for one in results] == ["done", "failed", "done"]
        assert "ended the process that worked on it (exit code 7)" in results[1].error

    def test_extract_gives_the_others_and_says_so(self, slow, caplog):
        events = list(nlp_events.extract(TEXTS, slow, max_seconds=SECONDS))
        assert [event.doc_id for event in events] == ["text-1", "text-3", "text-4"]
        assert [record.message.partition(":")[0] for record in caplog.records] == ["text-2"]
        assert all("took longer than 2 seconds" in record.message for record in caplog.records)

    def test_the_vocabulary_is_whole_afterwards(self, slow):
        made(slow, batch_size=1)
        assert not slow.vocab.in_memory_zone
        assert [event.min for event in nlp_events.extract(chain(repeat(FAST, 40)), slow)] == [2] * 40


def ended(article):
    return ArticleResult(doc_id=article.doc_id, title=None, published=None)


def test_a_process_ends_with_its_parent(tmp_path):
    """Also where it is a copy of its parent, which holds both ends of the connection."""
    code = """
import os, sys
from nlp_events import limits
limits.LOOK = 0.2
one = limits.Apart(abs, 5.0)
one(1)
print(one._child.process.pid, flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    pid = int(done.stdout)
    deadline = time.monotonic() + 10
    while is_there(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_there(pid)


def is_there(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
