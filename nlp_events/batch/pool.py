"""Worker processes: articles out to them, rows back in the order of the articles.

Own code, for what no pool at hand does at once: each worker says when its pipeline is loaded, and only then its time
counts; an article that hangs or kills its process costs that process and itself, nothing else.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait

from nlp_events.batch.chunks import Chunk, Piece, chunks_of
from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import Row, failed_row
from nlp_events.batch.worker import READY, REFUSED, work
from nlp_events.errors import NlpEventsError
from nlp_events.processes import Child
from nlp_events.values import Article

LIFE = 25_000
"""Articles that one process works on before another takes its place, which costs some 3 % of the time: spaCy gives back
the words of a text, but not the places they had in its tables (250 bytes an article, measured)."""
AHEAD = 4
"""Chunks for each process that are read before the first of them is given back: what bounds the memory."""


def pooled_rows(items: Iterable[Article | Row], recipe: Recipe, *, jobs: int, load_first: bool = True) -> Iterator[Row]:
    """Process articles in processes of their own, lazily.

    Args:
        items: articles, and rows that pass through in their place.
        recipe: what each process loads and does.
        jobs: number of processes.
        load_first: give nothing back before a pipeline is loaded, so that what is wrong with it is found before
            anything is written; else none is loaded if there is no article to process.

    Yields:
        A row for each item, in their order: the same for any number of processes.

    Raises:
        NlpEventsError: the pipeline cannot be loaded, or a component found something wrong that is not the article's.
    """
    pool = WorkerPool(recipe, jobs, loaded=not load_first)
    try:
        yield from pool.rows(items)
    finally:
        pool.end()


class _Worker(Child):
    """One process as its parent sees it."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__(work, recipe)
        self.ready = False
        self.given = 0
        self.piece: Piece | None = None

    def give(self, piece: Piece, seconds: float | None) -> None:
        self.piece = piece
        self.given += len(piece.places)
        self.deadline = None if seconds is None else time.monotonic() + seconds
        try:
            self.connection.send_bytes(piece.payload)
        except OSError:
            return  # it has ended: the next look at the connection will tell


class WorkerPool:
    """Processes that are kept from one series of articles to the next.

    Args:
        recipe: what each process loads and does.
        jobs: number of processes.
        loaded: whether rows may be given back before a pipeline is loaded.
    """

    def __init__(self, recipe: Recipe, jobs: int, *, loaded: bool = True) -> None:
        self._loaded = loaded
        self._recipe = recipe
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._pieces: deque[Piece] = deque()

    def end(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.end()

    def rows(self, items: Iterable[Article | Row]) -> Iterator[Row]:
        """A row for each item, as in ``pooled_rows``."""
        self._start_workers()  # one that is wanted in any case loads while the first articles are read
        chunks = chunks_of(items)
        waiting: deque[Chunk] = deque()
        chunk = next(chunks, None)
        while chunk or waiting:
            if chunk and len(waiting) < AHEAD * self._jobs:
                waiting.append(chunk)
                self._pieces.extend(chunk.pieces())
                self._look(0)
                chunk = next(chunks, None)
            elif not (waiting[0].complete and self._loaded):
                self._look(None)
            while self._loaded and waiting and waiting[0].complete:
                yield from waiting.popleft().rows()

    def _look(self, seconds: float | None) -> None:
        """Take in what the workers have answered, waiting so long for the first answer; give out what waits."""
        self._start_workers()
        self._give()
        for worker in self._answering(seconds):
            self._take(worker)
        for worker in [worker for worker in self._workers if worker.is_late]:
            self._give_up(worker)
        self._give()

    def _start_workers(self) -> None:
        wanted = len(self._pieces) + sum(worker.piece is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, wanted or (not self._loaded)):
            self._workers.append(_Worker(self._recipe))

    def _give(self) -> None:
        for worker in self._workers:
            if self._pieces and worker.ready and worker.piece is None:
                worker.give(self._pieces.popleft(), self._recipe.max_seconds)

    def _answering(self, seconds: float | None) -> list[_Worker]:
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        if deadlines:
            left = max(0.0, min(deadlines) - time.monotonic())
            seconds = left if seconds is None else min(seconds, left)
        found = set(wait([worker.connection for worker in self._workers], seconds))
        return [worker for worker in self._workers if worker.connection in found]

    def _take(self, worker: _Worker) -> None:
        try:
            kind, content = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if kind == REFUSED:
            raise NlpEventsError(content)
        piece, worker.piece, worker.deadline = worker.piece, None, None
        if kind == READY:
            worker.ready = self._loaded = True
        if worker.given >= LIFE:
            worker.end()
            self._workers.remove(worker)
        self._give()  # first, so that the worker does not wait for this process
        if piece is not None:
            piece.fill(content)

    def _give_up(self, worker: _Worker) -> None:
        problem = (
            f"took longer than {self._recipe.max_seconds:g} seconds. Allow more with --max-seconds, or leave it out."
        )
        self._replace(worker, "timeout", problem)

    def _bury(self, worker: _Worker) -> None:
        worker.process.join()
        if worker.is_late:  # it has ended itself, while this process was waiting for an input to be read
            self._give_up(worker)
            return
        how = f"exit code {worker.process.exitcode}"
        if not worker.ready:
            problem = f"a process ended while it loaded the pipeline ({how}). Use fewer --jobs if memory is short."
            raise NlpEventsError(problem)
        problem = f"ended the process that worked on it ({how}). Please report it with the text."
        self._replace(worker, "failed", problem)

    def _replace(self, worker: _Worker, reason: str, problem: str) -> None:
        """End a worker; each article it had is tried alone, and one that was alone is given up."""
        piece = worker.piece
        worker.end()
        self._workers.remove(worker)
        if piece is None:
            return
        if len(piece.articles) > 1:
            self._pieces.extendleft(reversed(piece.split()))
        else:
            piece.fill([failed_row(piece.articles[0], reason, problem, self._recipe)])
