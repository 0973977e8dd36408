"""Make the weights of incidents: ``models/train_incidents.py WIKINEWS.jsonl OUTPUT --records FOLDER``.

WIKINEWS is French Wikinews (``eval/ner/train.jsonl``): of it the articles from April 2017 on tell of a happening each,
save for those of ``SAME``; how many articles hold a word is counted over all. The train half of
``models/corpus/stories`` and the dev half of ``tests/gold/incidents.jsonl`` tell which articles belong together, the
train half of ``models/corpus`` which do not. FOLDER keeps the records of these texts, and is filled when it is empty.
Prints cross-validated scores by writer, then writes ``rarity.json`` and ``decisions/incidents.json`` to the second
folder, and nothing else: copy them to ``nlp_events/weights`` when they are better.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from incident_cases import Source, apart, cases_of, short_articles, stories

from nlp_events.decisions.fitting import Case, fit
from nlp_events.decisions.scorer import Scorer
from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.learning.weights import rounded, save
from nlp_events.merging import rarity
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.entries import keys_of_tellings
from nlp_events.merging.model import load_merging
from nlp_events.merging.rarity import BUCKETS, Rarity, background, news, stems_of
from nlp_events.merging.tellings import Telling
from nlp_events.merging.weighing import QUESTION, Weigher
from nlp_events.pipeline import load, process
from nlp_events.values import Article

ROOT = Path(__file__).resolve().parent.parent
STORIES, GOLD, CORPUS = ROOT / "models/corpus/stories", ROOT / "tests/gold", ROOT / "models/corpus"
SINCE = "2017-04-05"
"""From this day on Wikinews was read for pairs of one happening; what is before is kept for measuring."""
SAME = {f"wikinews-2017_05_{day}": "flood of Québec" for day in ("07-001", "07-002", "16-001")}
DAILY = "wikinews-2018_12"
"""Digests of a protest day by day: whether two of them are one happening, nobody has judged."""
WRITERS = ("sa", "sc", "se", "sg", "sh", "sj")
STRENGTH, LEAST = 4.0, 5
"""How strongly weights are drawn to zero, and cases in which a fact has to hold."""
KEPT = 4
"""Articles that have to hold a word for its count to be written."""
OTHERS = 500
"""Texts of the corpus that are drawn."""
FOR = (
    *("slots", "cosine", "rare", "top", "names", "title", "contained", "core", "figures>", "linked", "same_name"),
    "anniversary",
)
AGAINST = (
    *("time=-", "place=-", "cause=-", "figures<", "same_article", "no_land", "round_up", "named=0", "apart"),
    *("unlinked", "own_day", "elsewhere"),
)
"""What facts begin with that can only speak for, or only against: a weight of the other sign is left out."""


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def records_of(name: str, rows: Sequence[Mapping[str, Any]], folder: Path) -> dict[str, dict[str, Any]]:
    """doc_id → the row of records of an article, with its text; made once and kept in the folder."""
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        articles = (Article(doc_id=row["doc_id"], text=row["text"], published=row["published"]) for row in rows)
        results = (json.dumps(asdict(result), ensure_ascii=False) for result in process(articles, load()))
        path.write_text("".join(line + "\n" for line in results), encoding="utf-8")
    return {row["doc_id"]: row for row in lines_of(path)}


def count_words(texts: Iterable[str], path: Path) -> None:
    """Write how many texts hold a word."""
    counts: Counter[str] = Counter()
    articles = 0
    for text in texts:
        counts.update(set(stems_of(text)))
        articles += 1
    kept = {word: count for word, count in sorted(counts.items()) if count >= KEPT}
    data = json.dumps({"articles": articles, "words": kept}, ensure_ascii=False, indent=0)
    path.write_text(data + "\n", encoding="utf-8")


def read_counts_of(path: Path) -> None:
    """Take the rarity of words from a file of counts from now on: the package has those that it was shipped with."""
    rarity.BACKGROUND = path
    background.cache_clear()
    news.cache_clear()


def collection(tellings: Iterable[Telling]) -> Rarity:
    """How rare words and names are in some articles, as a store of them counts it."""
    by_article: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_article.setdefault(telling.doc_id, []).append(telling)
    counts = Counter(key % BUCKETS for own in by_article.values() for key in keys_of_tellings(own))
    return Rarity({key: count for key, count in counts.items() if count > 1}, len(by_article))


def weigher_of(rare: Rarity) -> Weigher:
    """What states the facts; its weights are not asked."""
    rules = load_merging()
    return Weigher(Comparer(rules, load_happenings()), rules, rare, Scorer(weights={}))


def signed(cases: Sequence[Case]) -> Scorer:
    """Weights, of which none has the wrong sign."""
    dropped: set[str] = set()
    while True:
        kept = [_without(case, dropped) for case in cases]
        found = fit(kept, strength=STRENGTH, least=LEAST)
        wrong = {
            fact
            for fact, weight in found.items()
            if (weight < 0 and fact.startswith(FOR)) or (weight > 0 and fact.startswith(AGAINST))
        }
        if not wrong - dropped:
            return rounded({fact: weight for fact, weight in found.items() if fact not in dropped})
        dropped |= wrong


def _without(case: Case, dropped: set[str]) -> Case:
    facts = [fact for fact in case.candidates[0] if fact not in dropped]
    return Case([facts, ()], case.right, case.article, case.weight)


def sources_of(wikinews: Sequence[dict[str, Any]], folder: Path) -> list[Source]:
    """What there is to learn from."""
    told = records_of("stories", lines_of(STORIES / "articles.jsonl"), folder)
    short = records_of("incidents", lines_of(GOLD / "incidents.jsonl"), folder)
    texts = [row for name in ("humanitarian", "news", "odd", "press") for row in lines_of(CORPUS / f"{name}.jsonl")]
    train = [row for row in texts if row["half"] == "train"]
    others = records_of("corpus", Random(1).sample(train, OTHERS), folder)  # noqa: S311 - no secret
    recent = records_of("wikinews", [row for row in wikinews if (row["published"] or "") >= SINCE], folder)
    return [
        *(Source(name, labelled_by(told, name)) for name in WRITERS),
        Source("short", short_articles(GOLD, "dev", short)),
        Source("bare", short_articles(GOLD, "dev", bare(short)), weight=0.7),
        Source("bare stories", stories(STORIES, "train", bare(told)), weight=0.3),
        Source(
            "wikinews", apart(recent.values(), SAME), weight=0.35, share=0.3,
            left_out=lambda telling, label: telling.doc_id.startswith(DAILY) and label.startswith(DAILY),
        ),
        Source("corpus", apart(others.values()), weight=0.2, share=0.2),
    ]  # fmt: skip


def bare(records: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Records as they are without the articles' text: headline, sentences and names have to do."""
    return {doc_id: row | {"text": None} for doc_id, row in records.items()}


def labelled_by(records: Mapping[str, dict[str, Any]], writer: str) -> list[tuple[Telling, str | None]]:
    """The tellings of one writer's stories."""
    return [one for one in stories(STORIES, "train", records) if one[0].doc_id.startswith(writer)]


def print_scores(name: str, scorer: Scorer, cases: Sequence[Case]) -> None:
    """How many of the pairs a scorer that did not see them tells rightly."""
    told = [(scorer.score(case.candidates[0]) >= 0, case.right[0]) for case in cases]
    yes, no = [said for said, right in told if right], [said for said, right in told if not right]
    print(f"{name}: {sum(yes)} of {len(yes)} pairs joined, {len(no) - sum(no)} of {len(no)} kept apart")


def main() -> None:
    """Count, read, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wikinews", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--records", type=Path, required=True)
    chosen = parser.parse_args()
    wikinews = lines_of(chosen.wikinews)
    corpus = [row for path in sorted(CORPUS.glob("*.jsonl")) for row in lines_of(path) if row["half"] == "train"]
    chosen.records.mkdir(parents=True, exist_ok=True)
    chosen.output.mkdir(parents=True, exist_ok=True)
    counts = chosen.output / rarity.BACKGROUND.name
    count_words((row["text"] for row in (*wikinews, *corpus)), counts)
    read_counts_of(counts)
    sources = sources_of(wikinews, chosen.records)
    cases = {}
    groups = {"invented": [*WRITERS, "short", "corpus"], "bare": ["bare", "bare stories"], "wikinews": ["wikinews"]}
    for names in groups.values():
        own = [source for source in sources if source.name in names]
        weigher = weigher_of(collection(telling for source in own for telling, _ in source.labelled))
        cases |= {source.name: list(cases_of(source, weigher)) for source in own}
    for name in cases:
        if "bare" in name:
            continue  # the same articles once more
        unseen = [case for other in cases if other != name for case in cases[other] if case.article[:2] != name]
        print_scores(name, signed(unseen), cases[name])
    scorer = signed([case for own in cases.values() for case in own])
    weights = chosen.output / "decisions" / f"{QUESTION}.json"
    weights.parent.mkdir(parents=True, exist_ok=True)
    save(scorer, weights)
    print(f"{len(scorer.weights)} weights")


if __name__ == "__main__":
    main()
