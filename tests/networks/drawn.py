"""A network over articles with weights by chance."""

from __future__ import annotations

from typing import Any

import numpy

from nlp_events.networks import articles as form
from nlp_events.networks.articles import SLOTS, ArticleNetwork
from nlp_events.networks.words import BUCKETS, VECTORS

WIDTH, HIDDEN, PAIR = 4, 5, 3
FACTS = ("heads", "role=locative")


def network(seed: int = 11) -> ArticleNetwork:
    """One with small tables, the same for the same seed."""
    chance = numpy.random.default_rng(seed)

    def drawn(*shape: int) -> Any:
        return chance.normal(size=shape).astype("float32") / 2

    weights = {f"convolution {layer}": drawn(3 * WIDTH, 2 * WIDTH) for layer in range(len(form.APART))}
    weights |= {"static": drawn(VECTORS[0], WIDTH), "hashed": drawn(BUCKETS, WIDTH), "flags": drawn(form.FLAGS, WIDTH)}
    tables = {"distance": form.DISTANCES, "nearest": form.NEAREST, "alike": form.ALIKE, "facts": len(FACTS)}
    for slot in SLOTS:
        weights |= {f"{slot} {name}": drawn(rows, HIDDEN + 1) for name, rows in tables.items()}
        weights |= {
            f"{slot} figure": drawn(2 * WIDTH, HIDDEN),
            f"{slot} candidate": drawn(WIDTH, HIDDEN),
            f"{slot} figure pair": drawn(2 * WIDTH, PAIR),
            f"{slot} candidate pair": drawn(WIDTH, PAIR),
            f"{slot} answer": drawn(HIDDEN, 1),
        }
    return ArticleNetwork(weights, dict.fromkeys(SLOTS, FACTS))
