"""Measure the pipeline on the gold of our own (``tests/gold``), and on text that nobody tuned to.

usage: python -m tests.gold_scores [--write]      prints the scores; --write sets the floors 0.01 below them

``nlp_events.scoring`` says what counts as right.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES
from nlp_events.values import Article

GOLD = Path(__file__).parent / "gold"
RECORDS = ("articles.jsonl", "phenomena.jsonl")
"""The gold of records; that of incidents is measured by ``incident_scores.py``."""
ROOT = Path(__file__).parent.parent
CORPUS, PRESS = ROOT / "models" / "corpus", ROOT.parent / "shared" / "eval" / "press" / "dev.jsonl"
"""The corpus, of whose held half only totals are looked at; annotated general press that stands beside a checkout."""
CROSS_VALIDATED = ROOT / "models" / "decisions.json"
"""What ``models/train_decisions.py`` found on articles that the weights of a fold had not seen."""
FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.01


def sha256(path: Path) -> str:
    """Hexadecimal digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(path: Path, nlp: Language) -> dict[str, float]:
    """Scores of one gold file: «events» (F), precision, recall, each slot, and «phenomenon:…» (F) where named."""
    return measured(read_annotated(path), nlp)


def measured(rows: list[dict[str, Any]], nlp: Language) -> dict[str, float]:
    """The scores of annotated articles."""
    articles = [Article(doc_id=row["doc_id"], text=row["text"], published=row.get("published")) for row in rows]
    found = score(rows, {result.doc_id: result for result in process(articles, nlp)})
    figures = found.tallies[FIGURES]
    scores = {"events": figures.f, "precision": figures.precision, "recall": figures.recall}
    phenomena = {name: one for name, one in found.tallies.items() if name.startswith("phenomenon:")}
    scores |= {name: one.f for name, one in phenomena.items() if one.right + one.missed}
    scores |= {f"slot:{slot}": one.share for slot, one in sorted(found.slots.items())}
    return {name: round(value, 4) for name, value in scores.items()}


def unseen(nlp: Language) -> dict[str, dict[str, float]]:
    """Scores of text that nobody tuned to: the corpus' held half, the press where it is, and by cross-validation."""
    scores = {"corpus, held half": measured(read_annotated(CORPUS, half="held"), nlp)}
    if PRESS.is_file():
        scores["press"] = measured(read_annotated(PRESS), nlp)
    return scores | {"wild, cross-validated": json.loads(CROSS_VALIDATED.read_text())["cross-validated"]["wild"]}


def main() -> None:
    """Print the scores, and write the floors when asked."""
    import nlp_events

    nlp = nlp_events.load()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for path in (GOLD / name for name in RECORDS):
        scores = measure(path, nlp)
        print(path.name, json.dumps(scores, indent=1))
        gated = {name: round(max(0.0, score - MARGIN), 3) for name, score in scores.items()}
        floors[path.name] = {"sha256": sha256(path), "floors": gated}
    for name, scores in unseen(nlp).items():
        print(name, json.dumps(scores, indent=1))
        floors[name] = {"floors": {slot: round(max(0.0, score - MARGIN), 3) for slot, score in scores.items()}}
    if "--write" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
