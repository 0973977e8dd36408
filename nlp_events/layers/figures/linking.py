"""What ties a counted group of people to what happened to it.

A count looks for its trigger on both sides: to the right as a subject («12 civils … ont été tués», ``subjects``), to
the left as an object («a tué 12 civils», ``objects``). Each candidate has a cost that grows with what stands between;
the cheapest wins (``choice``). What finds none inherits it from its neighbour (``inheritance``).
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.phrases import Form


@dataclass(frozen=True, slots=True)
class Link:
    """A count's trigger: the item that holds it (the count itself for «12 morts») and the rule that tied them."""

    trigger: Item
    form: Form
    rule: str
    cost: float
    tense: str | None = None
