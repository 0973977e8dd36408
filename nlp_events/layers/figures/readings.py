"""What is carried while a sentence is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp_events.layers.figures.items import Item, are_they
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.linking import Link
from nlp_events.values import Impact, QuantityValue, WhoCategory


@dataclass(slots=True, eq=False)
class Reading:
    """One figure as read from its sentence, before the document is looked at.

    ``whole`` is the reading this one is a part of, ``replaces`` the one it updates, ``denied`` a figure that the
    sentence rejects («et non sept»). ``sentence`` is the (start, end) of its sentence.
    """

    item: Item
    link: Link
    impact: Impact
    sentence: tuple[int, int]
    who_category: WhoCategory | None = None
    household: bool = False
    whole: Reading | None = None
    replaces: Reading | None = None
    denied: bool = False
    inherited: bool = False
    rules: list[str] = field(default_factory=list)

    @property
    def quantity(self) -> QuantityValue:
        """The quantity of the reading's count."""
        quantity = self.item.quantity
        if quantity is None:
            raise ValueError("a reading is made from an item with a quantity")
        return quantity


def last_noun(items: list[Item]) -> str | None:
    """Kind of the last noun that a number counts; «une mine» counts nothing that a later number could speak of."""
    for item in reversed(items):
        if item.kind in ("people", "counted") or (item.kind in ("unknown", "thing") and item.plural):
            return item.kind
    return None


@dataclass(slots=True)
class Matters:
    """What a document speaks of («combat», «search»); each matter is looked for once, when a trigger asks for it."""

    lexicon: Lexicon
    folded: str
    _told: dict[str, bool] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        if name not in self._told:
            pattern = self.lexicon.contexts.get(name)
            self._told[name] = pattern is not None and pattern.search(self.folded) is not None
        return self._told[name]


@dataclass(slots=True)
class Story:
    """What the sentences before have told.

    ``contexts`` are matters spoken of anywhere, ``before`` recent readings, ``last_noun`` the kind of the last noun
    counted; ``untold`` are the people counted in the last sentence with a number to whom nothing happened in it, and
    that sentence.
    """

    contexts: Matters
    before: list[Reading] = field(default_factory=list)
    last_noun: str | None = None
    untold: list[tuple[Item, tuple[int, int]]] = field(default_factory=list)
    _sentences: list[list[Reading]] = field(default_factory=list)

    def add(self, readings: list[Reading], memory: int) -> None:
        """Remember a sentence, and forget what is older than ``memory`` sentences."""
        self._sentences = [*self._sentences, readings][-memory:]
        self.before = [reading for sentence in self._sentences for reading in sentence]

    def note(self, context: Context) -> None:
        """Keep the kind of the last noun that was counted, and who was counted without more being told."""
        self.last_noun = last_noun(context.items) or self._they(context) or self.last_noun
        told = context.readings
        people = [item for at, item in enumerate(context.items) if item.kind == "people" and at not in told]
        self.untold = [(item, context.sentence) for item in people]

    def _they(self, context: Context) -> str | None:
        """What «Ils étaient treize à bord» counts: people."""
        bare = (at for at, item in enumerate(context.items) if item.kind == "bare" and not item.weak)
        they = context.lexicon.resources.words.they
        return "people" if any(are_they(context.items, at, they) for at in bare) else None


@dataclass(slots=True)
class Context:
    """What inheritance needs of a sentence and of the ones before it."""

    lexicon: Lexicon
    items: list[Item]
    sentence: tuple[int, int]
    readings: dict[int, Reading]
    story: Story
    folded: str
    text: str

    @property
    def before(self) -> list[Reading]:
        """The readings of the sentences just before, in text order."""
        return self.story.before
