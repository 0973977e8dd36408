"""Two articles with records made by hand: links, open bounds, a wide sign before the figures, a figure on two lines."""

from dataclasses import replace

from nlp_events.writers.rows import from_dict, to_dict
from tests.writers.made import article, event

FLOOD = "🌧 Crue à Mopti : douze\nmorts, dont trois enfants, selon la mairie. Le bilan passe de 9 à 12 morts.\r\nFin.\n"
CAMP = "Environ 300 familles ont fui Bria.\n"


def found(text, words, number, **slots):
    """A record whose figure is these words."""
    start = text.index(words)
    return event(
        number, text=words, start=start, end=start + len(words), mentions=((start, start + len(words)),), **slots
    )


def _span(text, words):
    return {"span": [text.index(words), text.index(words) + len(words)], "rule": "made"}


MAYOR = {
    "source": "la mairie", "place": "Mopti", "cause": "flood", "min": 12, "max": 12, "modifier": "exact",
    "who": None, "who_category": None,
    "evidence": {"source": _span(FLOOD, "la mairie"), "place": _span(FLOOD, "Mopti")},
}  # fmt: skip
TOLL = found(FLOOD, "douze\nmorts", 1, **MAYOR, supersedes="e3", toll="revised_up")
CHILDREN = found(FLOOD, "trois enfants", 2, **MAYOR | {"min": 3, "max": 3, "who": "enfants"}, part_of="e1")
OLD = found(
    FLOOD, "9", 3, **MAYOR | {"min": 9, "max": 9, "source": None, "certainty": "unconfirmed", "confidence": None}
)
FLED = found(
    CAMP, "Environ 300 familles", 1, impact="displaced", min=300, max=300, modifier="approx", unit="household",
    flow="flow", place="République centrafricaine", date="../2021-03", scope="cumulative", confidence=0.4, evidence={},
)  # fmt: skip
HURT = replace(FLED, event_id="e2", impact="affected", cause=None, unit="person", flow=None)
"""Of the same words as ``FLED``."""
RESULTS = [
    article(TOLL, CHILDREN, OLD, name="news/crue.txt", text=FLOOD, title="Crue"),
    article(FLED, HURT, name="camp", text=CAMP, published=None),
    article(name="none", text="Rien.\n"),
]


def write(path, results=RESULTS, *, with_text=True):
    """Write results as «extract» does."""
    import json

    lines = (json.dumps(to_dict(one, with_text=with_text), ensure_ascii=False) for one in results)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return [from_dict(to_dict(one, with_text=True)) for one in results]
