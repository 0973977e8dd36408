"""Make the weights of the decisions: ``python models/train_decisions.py WILD.jsonl NETWORKS OUTPUT``.

NETWORKS is the folder that ``train_context.py``, ``train_articles.py`` and ``train_causes.py`` have written, OUTPUT as
``nlp_events/weights/decisions``.

WILD is annotated French Wikinews (``eval/wild``); the train half of ``models/corpus`` and ``tests/gold`` of this
repository join it. Prints cross-validated scores by article, right by the definitions of ``nlp-events score``, then
writes the weights made of all of it. One process, numpy only, no chance in it: minutes of one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

from decision_cases import QUESTIONS, Question, kind_of
from spacy.language import Language

from nlp_events.decisions.fitting import Case, fit
from nlp_events.decisions.scorer import SHIPPED, Scorer
from nlp_events.layers.causes.network import CauseNetwork, read_causes
from nlp_events.layers.causes.reading import CauseReader
from nlp_events.layers.figures.context import Context
from nlp_events.layers.figures.network import Network, read_network
from nlp_events.learning.articles import FOLDS, LATE, Annotated, annotated, component
from nlp_events.learning.weights import Unseen, answer, calibrated, f_of, loss_of, rounded, save
from nlp_events.networks.articles import ArticleNetwork, read_articles
from nlp_events.networks.reader import ArticleReader
from nlp_events.pipeline import load
from nlp_events.results import result_of
from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES as ALL_FIGURES
from nlp_events.values import Article, ArticleResult

ROOT = Path(__file__).resolve().parent.parent
SCORES = ROOT / "models" / "decisions.json"
"""What cross-validation gave for the shipped weights; ``tests/test_unseen.py`` holds it to floors."""
CHECKED, NEAR = ("wild", "corpus", "press"), ("wild", "press")
"""Kinds of articles on which probabilities are made true (the rules know our gold), and those as the press prints them:
real news, and the texts of the corpus in which nobody is counted."""
KEPT = 0.99
"""The share of true figures that a threshold has to keep; bulletins lose more than the average."""
STEP = 0.01
"""Of the thresholds tried."""
WARMTHS = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
"""What sums may be multiplied with."""
SHARES = [round(0.05 * step, 2) for step in range(21)]
"""What the network over whole articles may weigh beside the facts, which are fitted without it: two that are wrong of
different things. Fitted together they know less of unseen text (places of the corpus .768 for .778)."""
UNMADE = Scorer(weights={}, threshold=0.0)
"""The answers of a question that no weights are made for yet: what is shipped must not decide what is shipped next."""


def fitted(cases: Sequence[Case], question: Question) -> Scorer:
    """A scorer of rounded weights."""
    return rounded(fit(cases, strength=question.strength, least=question.least))


def with_threshold(scorer: Scorer, unseen: Unseen) -> Scorer:
    """The scorer with the best threshold, on text as the press prints it, of those that keep enough of what is true."""
    told = [(source, scorer.calibrated(p), right) for source, p, right in unseen if source in CHECKED]
    true = [p for _, p, right in told if right]
    near = [(p, right) for source, p, right in told if source in NEAR]
    steps = [round(step * STEP, 2) for step in range(round(0.5 / STEP) + 1)]
    good = [step for step in steps if sum(p >= step for p in true) >= KEPT * len(true)]
    best = max(good, key=lambda step: (f_of(near, step), -step))
    return replace(scorer, threshold=best)


@dataclass
class Fold:
    """What answers questions of the articles of a fold: made without them."""

    network: Network
    articles: ArticleNetwork
    causes: CauseNetwork
    scorers: dict[str, Scorer]

    def answers(self, nlp: Language) -> None:
        """Let the components answer with these."""
        component(nlp, "nlp_events_figures").context = Context(lambda: self.network)
        for name in ("nlp_events_times", "nlp_events_places"):
            component(nlp, name).reader = ArticleReader(lambda: self.articles)
        component(nlp, "nlp_events_causes").reader = CauseReader(lambda: self.causes)
        for name, scorer in self.scorers.items():
            *way, slot = QUESTIONS[name].slot.split(".")
            setattr(reduce(getattr, way, component(nlp, QUESTIONS[name].component)), slot, scorer)


def learned(name: str, articles: Sequence[Annotated], folds: Sequence[Fold], nlp: Language) -> Scorer:
    """The scorer of a question made of all articles; those of each fold, which did not see it, join the others."""
    question = QUESTIONS[name]
    cases: list[tuple[Annotated, Case]] = []
    for article in articles:
        folds[article.fold].answers(nlp)
        cases += [(article, replace(one, weight=question.weight(article))) for one in question.cases(article, nlp)]
    own = [fitted([case for article, case in cases if article.fold != fold], question) for fold in range(FOLDS)]
    share = best_share(cases, own)
    for fold, scorer in zip(folds, own, strict=True):
        fold.scorers[name] = replace(scorer, network=share)
    unseen: Unseen = [
        (kind_of(article), *answer(folds[article.fold].scorers[name], case, chooses=question.chooses))
        for article, case in cases
    ]
    scorer = replace(fitted([case for _, case in cases], question), network=share)
    scorer = calibrated(scorer, [one for one in unseen if one[0] in CHECKED])
    scorer = scorer if question.chooses else with_threshold(scorer, unseen)
    for fold in range(FOLDS):
        change = {"slope": scorer.slope, "offset": scorer.offset, "threshold": scorer.threshold}
        folds[fold].scorers[name] = replace(folds[fold].scorers[name], **change)
    print_question(name, scorer, unseen)
    return scorer


def best_share(cases: Sequence[tuple[Annotated, Case]], own: Sequence[Scorer]) -> float:
    """What the network has to weigh that right answers are most probable to scorers that did not see the article.

    Each share is given the temperature under which it does best: how sure they are is told apart from it.
    """
    asked = [(own[article.fold], case) for article, case in cases if case.likely is not None and any(case.right)]
    losses: dict[float, float] = {}
    for share in SHARES if asked else SHARES[:1]:
        told = [(replace(scorer, network=share), case) for scorer, case in asked]
        losses[share] = min(
            sum(case.weight * loss_of(scorer, case, warmth) for scorer, case in told) for warmth in WARMTHS
        )
    return min(losses, key=lambda share: (losses[share], share))


def print_question(name: str, scorer: Scorer, unseen: Unseen) -> None:
    """How often a question was answered right by scorers that had not seen the article, and how well they knew."""
    print(
        f"{name}: {len(scorer.weights)} weights, network {scorer.network}, slope {scorer.slope}, offset {scorer.offset}"
    )
    for source in sorted({source for source, _, _ in unseen}):
        own = [(scorer.calibrated(p), right) for one, p, right in unseen if one == source]
        if QUESTIONS[name].chooses:
            print(f"  {source}: {sum(right for _, right in own) / len(own):.3f} of {len(own)} right")
        else:
            yes, no = ([p for p, right in own if right is wanted] for wanted in (True, False))
            kept, cut = sum(p >= scorer.threshold for p in yes), sum(p < scorer.threshold for p in no)
            print(f"  {source}: at {scorer.threshold} {kept} of {len(yes)} yes, {cut} of {len(no)} no")
    print_calibration([(scorer.calibrated(p), right) for source, p, right in unseen if source in CHECKED])


def print_calibration(answers: Sequence[tuple[float, bool]]) -> None:
    """How often answers of a probability are right, by tenths, and the expected calibration error."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for probability, right in answers:
        bins[min(9, int(probability * 10))].append((probability, right))
    error = sum(abs(sum(p - right for p, right in one)) for one in bins) / len(answers)
    shares = [f"{sum(right for _, right in one) / len(one):.2f} of {len(one)}" if one else "-" for one in bins]
    print(f"  right by tenths of probability: {', '.join(shares)}; expected calibration error {error:.3f}")


def results_of(articles: Sequence[Annotated], folds: Sequence[Fold], nlp: Language) -> dict[str, ArticleResult]:
    """Records of articles with the decisions of their fold."""
    results = {}
    for article in articles:
        folds[article.fold].answers(nlp)
        doc = article.restored(nlp)
        component(nlp, "nlp_events_figures").decide(doc)
        for name in LATE:
            doc = component(nlp, name)(doc)
        given = Article(doc_id=article.doc_id, text=article.row["text"], published=article.row["published"])
        results[article.doc_id] = result_of(given, doc)
    return results


def scores_of(articles: Sequence[Annotated], results: Mapping[str, ArticleResult]) -> dict[str, float]:
    """F, precision and recall of the figures, and the share of each slot that is right."""
    scores = score([article.row for article in articles], results)
    figures = scores.tallies[ALL_FIGURES]
    slots = {f"slot:{name}": one.share for name, one in sorted(scores.slots.items())}
    found = {"events": figures.f, "precision": figures.precision, "recall": figures.recall} | slots
    return {name: round(value, 4) for name, value in found.items()}


def sources(wild: Path) -> dict[str, list[dict[str, Any]]]:
    """What there is to learn from."""
    gold = [row for name in ("articles", "phenomena") for row in read_annotated(ROOT / f"tests/gold/{name}.jsonl")]
    corpus = read_annotated(ROOT / "models/corpus", half="train")
    return {"wild": read_annotated(wild), "corpus": corpus, "gold": gold}


def save_scores(scores: Mapping[str, Mapping[str, float]], weights: Path, path: Path) -> None:
    """Write what cross-validation gave, with the digest of the weights it is told of."""
    data = {"weights": digest(weights), "cross-validated": scores}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def digest(folder: Path) -> str:
    """The SHA-256 of the weights of all questions in a folder."""
    return hashlib.sha256(b"".join((folder / f"{name}.json").read_bytes() for name in sorted(QUESTIONS))).hexdigest()


def main() -> None:
    """Read, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wild", type=Path)
    parser.add_argument("networks", type=Path, help="what the other three scripts have written")
    parser.add_argument("output", type=Path)
    parser.add_argument("--scores", type=Path, default=SCORES, help="the file of the cross-validated scores")
    parser.add_argument("--records", type=Path, help="a folder for the cross-validated records, to score elsewhere")
    chosen = parser.parse_args()
    for name in QUESTIONS:
        if not (SHIPPED / f"{name}.json").is_file():
            save(UNMADE, SHIPPED / f"{name}.json")
    nlp = load()
    articles = [one for source, rows in sources(chosen.wild).items() for one in annotated(source, rows, nlp)]
    networks = [read_network(chosen.networks / f"context-{fold}.npz") for fold in range(FOLDS)]
    readers = [read_articles(chosen.networks / f"articles-{fold}.npz") for fold in range(FOLDS)]
    causes = [read_causes(chosen.networks / f"causes-{fold}.npz") for fold in range(FOLDS)]
    every = zip(networks, readers, causes, strict=True)
    folds = [Fold(*one, dict.fromkeys(QUESTIONS, UNMADE)) for one in every]
    for name in QUESTIONS:
        save(learned(name, articles, folds, nlp), chosen.output / f"{name}.json")
    scores: dict[str, dict[str, float]] = {}
    for source in ("wild", "corpus", "gold"):
        own = [article for article in articles if article.source == source]
        results = results_of(own, folds, nlp)
        scores[source] = scores_of(own, results)
        print(source, scores[source])
        if chosen.records is not None:
            lines = "".join(json.dumps(asdict(result), ensure_ascii=False) + "\n" for result in results.values())
            (chosen.records / f"{source}.jsonl").write_text(lines, encoding="utf-8")
    save_scores(scores, chosen.output, chosen.scores)


if __name__ == "__main__":
    main()
