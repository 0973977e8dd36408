"""Measure incidents on the stories of ``models/corpus/stories``: articles of several days on the same happenings.

usage: python -m tests.story_scores [train|held] [--records FILE.jsonl] [-v]

``--records`` takes what «nlp-events extract --with-text» wrote of the articles, so that they are not read anew; ``-v``
lists what is wrong, of the train half only: the held half is read in totals. Pairs are those of articles that one
incident holds as its own; an article that only looks back may be with a happening or not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from nlp_events.incident_files import read_records
from nlp_events.merging import incidents
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult, Incident

STORIES = Path(__file__).resolve().parent.parent / "models" / "corpus" / "stories"
HALVES = ("train", "held")
Pair = frozenset[str]
Row = dict[str, Any]


def rows_of(name: str, half: str) -> list[Row]:
    """The rows of a file of the stories, of one half."""
    lines = (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["half"] == half]


def pairs_of(doc_ids: Iterable[str]) -> set[Pair]:
    """Every two of some articles."""
    return {frozenset(pair) for pair in combinations(sorted(set(doc_ids)), 2)}


def own(incident: Incident) -> set[str]:
    """The articles that an incident holds as its own."""
    return {article.doc_id for article in incident.articles}


def measure(gold: Sequence[Row], found: Sequence[Incident]) -> dict[str, float]:
    """Pairwise precision, recall and F over articles, and the shares of best tolls and conflicts that are right."""
    wanted = {pair for row in gold for pair in pairs_of(row["articles"])}
    allowed = {pair for row in gold for pair in pairs_of([*row["articles"], *row["mentioned_in"]])}
    joined = {pair for incident in found for pair in pairs_of(own(incident))}
    right, extra = len(wanted & joined), len(joined - allowed)
    tolls = [toll for row in gold for toll in tolls_of(row, found)]
    missed = len(wanted) - right
    shares = {
        "precision": right / max(1, right + extra), "recall": right / len(wanted),
        "f": 2 * right / max(1, 2 * right + extra + missed),
        "best": sum(best for best, _, _ in tolls) / len(tolls),
        "conflict": sum(conflict for _, conflict, _ in tolls) / len(tolls),
    }  # fmt: skip
    return {name: round(share, 4) for name, share in shares.items()}


def incident_of(row: Row, found: Iterable[Incident]) -> Incident | None:
    """The incident that holds most articles of a happening."""
    articles = set(row["articles"])

    def share(incident: Incident) -> tuple[int, int]:
        return len(articles & own(incident)), -len(own(incident))

    best = max(found, key=share, default=None)
    return best if best is not None and articles & own(best) else None


def tolls_of(row: Row, found: Sequence[Incident]) -> Iterator[tuple[bool, bool, str]]:
    """For each gold toll: whether the best is right, whether a conflict is told just where one is, in words."""
    incident = incident_of(row, found)
    for toll in row["best"]:
        impacts = [
            one
            for one in (incident.impacts if incident else ())
            if one.impact in toll["impacts"] and one.unit == toll["unit"]
        ]
        told = [(one.impact, one.best, one.best_rule, len(one.conflict)) for one in impacts]
        right = any(one.best == toll["best"] for one in impacts)
        agrees = any(one.conflict for one in impacts) == toll["conflict"]
        yield right, agrees, f"{row['happening']} {toll} but {told}"


def results_of(half: str, records: str | None) -> list[ArticleResult]:
    """The articles of a half through the pipeline, or out of a file of records."""
    rows = rows_of("articles", half)
    if records is not None:
        doc_ids = {row["doc_id"] for row in rows}
        return [one for one in read_records([records], lambda error: sys.exit(str(error))) if one.doc_id in doc_ids]
    import nlp_events

    articles = (Article(doc_id=row["doc_id"], text=row["text"], published=row["published"]) for row in rows)
    return list(process(articles, nlp_events.load()))


def print_errors(gold: Sequence[Row], found: Sequence[Incident]) -> None:
    """Every pair and toll that is wrong."""
    joined = {pair for incident in found for pair in pairs_of(own(incident))}
    allowed = {pair for row in gold for pair in pairs_of([*row["articles"], *row["mentioned_in"]])}
    for row in gold:
        groups = [sorted(own(incident) & set(row["articles"])) for incident in found]
        print(row["happening"], row["title"], sorted((group for group in groups if group), key=len, reverse=True))
    print("extra", sorted(sorted(pair) for pair in joined - allowed))
    for row in gold:
        for right, agrees, told in tolls_of(row, found):
            if not (right and agrees):
                print("toll" if not right else "conflict", told)


def main() -> None:
    """Print the scores."""
    records = sys.argv[sys.argv.index("--records") + 1] if "--records" in sys.argv else None
    for half in [one for one in sys.argv[1:] if one in HALVES] or HALVES:
        gold = rows_of("gold", half)
        found = list(incidents(results_of(half, records)))
        if "-v" in sys.argv and half == "train":
            print_errors(gold, found)
        print(half, json.dumps(measure(gold, found)))


if __name__ == "__main__":
    main()
