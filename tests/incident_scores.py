"""Measure the grouping of figures into incidents on the gold of our own.

usage: python -m tests.incident_scores [dev|held]      prints the scores of one half, or of both and of all

``happenings.jsonl``: articles that tell of several happenings; in ``incidents.jsonl`` 120 articles tell of those of
``incidents_gold.jsonl``. Each gold figure is a stretch of text with the happening it belongs to; an article's other
figures belong to its own ``happening``. Pairs are those of the records that the pipeline finds: what it misses or
reads wrong costs no pair, but it costs the best tolls.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult, Event

GOLD = Path(__file__).parent / "gold"


def rows_of(name: str, half: str | None = None) -> list[dict[str, Any]]:
    """The rows of a gold file, of one half («dev», «held») or of both."""
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if half in (None, row["half"])]


def results_of(rows: Iterable[dict[str, Any]], nlp: Language) -> list[ArticleResult]:
    """The articles of gold rows, through the pipeline."""
    articles = (Article(doc_id=row["doc_id"], text=row["text"], published=row["published"]) for row in rows)
    return list(process(articles, nlp))


def labels_of(row: dict[str, Any], events: Iterable[Event]) -> dict[str, str]:
    """Event id → gold happening, of the records that have one."""
    labels = {}
    for event in events:
        own = next((one for place in event.mentions for one in row["figures"] if _overlap(one, place)), None)
        label = own["happening"] if own else row.get("happening")
        if label is not None:
            labels[event.event_id] = label
    return labels


def _overlap(figure: dict[str, Any], place: tuple[int, int]) -> bool:
    return bool(figure["start"] < place[1] and place[0] < figure["end"])


class Pairs:
    """Pairs of records that are together in the gold, in the output, or in both."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()

    def add(self, gold: dict[str, str], found: dict[str, str]) -> None:
        """Count the pairs of the records in both mappings of event id → group."""
        for first, second in combinations(sorted(gold.keys() & found.keys()), 2):
            together = gold[first] == gold[second], found[first] == found[second]
            self.count[{(True, True): "right", (True, False): "missed", (False, True): "extra"}.get(together, "")] += 1

    def scores(self) -> dict[str, float]:
        """Precision, recall and F."""
        right, missed, extra = (self.count[name] for name in ("right", "missed", "extra"))
        return {
            "precision": round(right / max(1, right + extra), 4),
            "recall": round(right / max(1, right + missed), 4),
            "f": round(2 * right / max(1, 2 * right + missed + extra), 4),
        }


def measure_in_document(rows: list[dict[str, Any]], results: list[ArticleResult]) -> dict[str, float]:
    """Pairwise scores of ``incident_id`` over articles, and the share of articles with every pair right."""
    pairs = Pairs()
    whole = 0
    for row, result in zip(rows, results, strict=True):
        one = Pairs()
        one.add(labels_of(row, result.events), {event.event_id: event.incident_id for event in result.events})
        pairs.count += one.count
        whole += not one.count["missed"] + one.count["extra"]
    return pairs.scores() | {"articles": round(whole / len(rows), 4)}


def main() -> None:
    """Print the scores."""
    import nlp_events

    nlp = nlp_events.load()
    for half in sys.argv[1:] or ["dev", "held"]:
        rows = rows_of("happenings.jsonl", half)
        print(half, "in a document", json.dumps(measure_in_document(rows, results_of(rows, nlp))))


if __name__ == "__main__":
    main()
