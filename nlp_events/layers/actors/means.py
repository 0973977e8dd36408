"""With what it was done: the words that tell it, and the facts from which one of the means is chosen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_events.layers.actors.model import load_actors
from nlp_events.layers.actors.rules import Scene
from nlp_events.text.layout import Layout, step
from nlp_events.values import Means
from nlp_events.words.store import SHIPPED, Words, derived
from nlp_events.words.trie import trie_source

# Characters before a word of means that may tell what it is there.
_BEFORE = 30
# Letters by which a word of means, and the word that says what happened, are known again.
_WORD, _STEM = 9, 5


@dataclass(frozen=True, slots=True)
class MeansCue:
    """One word that tells a means, at [start, end); ``role`` is whether it is told as the instrument, or as held."""

    start: int
    end: int
    means: Means
    role: str


@derived
def _lexicon(words: Words) -> tuple[re.Pattern[str], dict[str, Means]]:
    known: dict[str, Means] = {}
    for means, forms in load_actors(words).means.items():
        for form in forms:
            known.setdefault(form.lower(), means)
    return re.compile(rf"\b(?:{trie_source(known)})\b(?!-)"), known


def find_means(folded: str, words: Words = SHIPPED) -> list[MeansCue]:
    """Every word of a means in a folded text, in text order."""
    regex, known = _lexicon(words)
    found = ((match.start(), match.end(), " ".join(match.group().split())) for match in regex.finditer(folded))
    return [MeansCue(start, end, known[word], _role(folded, start, words)) for start, end, word in found]


def _role(folded: str, start: int, words: Words) -> str:
    """What the words before one of means make of it."""
    rules, first = load_actors(words), max(0, start - _BEFORE)
    if rules.instrument.regex.search(folded, first, start):
        return "instrument"
    return "held" if rules.held.regex.search(folded, first, start) else "-"


class MeansFacts:
    """The means of an article, and what holds of each for a figure.

    Args:
        cues: its words of means, in text order.
        layout: its sentences.
        title: where its title ends.
    """

    def __init__(self, cues: Sequence[MeansCue], layout: Layout, title: int) -> None:
        self._layout, self._title = layout, title
        self._cues = cues
        self._starts = [cue.start for cue in cues]
        self._of: dict[Means, list[MeansCue]] = defaultdict(list)
        for cue in cues:
            self._of[cue.means].append(cue)
        self._sentence_of = {means: [layout.sentence(cue.start) for cue in own] for means, own in self._of.items()}
        self._counts = {means: len(own) for means, own in self._of.items()}
        self.told: list[Means] = list(self._of)

    def of(self, scene: Scene) -> list[list[str]]:
        """The facts of each means that the article tells, in the order it tells them, and at last those of none."""
        cause, scope = scene.harm, scene.scope
        near = self._nearest(scene)
        word = self._words(near)
        stem = self._stem(scene)
        facts = []
        for at, means in enumerate(self.told):
            where, apart, _ = near[means]
            kind = f"means={means}"
            own = [
                kind, f"at={where}", f"{kind} at={where}", f"{kind} impact={scene.impact}", f"{kind} cause={cause}",
                f"impact={scene.impact}", f"times={min(3, self._counts[means])}", f"apart={apart}",
                f"at={where} impact={scene.impact}", f"at={where} scope={scene.scope}",
                f"only at={where}" if len(self.told) == 1 else f"of={min(4, len(self.told))} at={where}",
            ]  # fmt: skip
            if at == 0:
                own += ["first", f"first {kind}", f"first scope={scope}"]
            if all(count < self._counts[means] for other, count in self._counts.items() if other != means):
                own += ["most", f"most scope={scope}"]
            if len(self.told) == 1:
                own += [f"only scope={scope}", f"only scope={scope} cause={cause}"]
            own += [f"{kind} with={other}" for other in self.told if other != means]
            own += [
                f"word={word[means]}",
                f"word={word[means]} at={where}",
                f"{kind} stem={stem}",
                f"{kind} apart={apart}",
            ]
            own += self._within(means, scene)
            facts.append(own)
        return [*facts, ["none", *self._none(scene, cause, near)]]

    def _words(self, near: Mapping[Means, tuple[str, str, MeansCue]]) -> dict[Means, str]:
        """What the nearest word of each means begins with."""
        return {means: self._layout.folded[cue.start : cue.end][:_WORD] for means, (_, _, cue) in near.items()}

    def _nearest(self, scene: Scene) -> dict[Means, tuple[str, str, MeansCue]]:
        """For each means where the nearest of its words stands, how many sentences away, and the word."""
        here = self._layout.sentence(scene.start)
        found = {}
        for means, sentences in self._sentence_of.items():
            at = _nearest(sentences, here)
            cue, apart = self._of[means][at], sentences[at] - here
            found[means] = self._where(cue, scene, apart), step(apart), cue
        return found

    def nearest_cue(self, means: Means, offset: int) -> MeansCue:
        """The word of a means of the article that begins nearest to an offset."""
        own = self._of[means]
        after = bisect_left(own, offset, key=_start)
        return min(own[max(0, after - 1) : after + 1], key=lambda cue: abs(cue.start - offset))

    def _where(self, cue: MeansCue, scene: Scene, apart: int) -> str:
        if apart:
            return self._layout.elsewhere(cue.start, scene.start, title=cue.start < self._title)
        return "own after" if cue.start >= scene.start else "own before"

    def _within(self, means: Means, scene: Scene) -> Iterator[str]:
        """Facts of the words of a means in the figure's own sentence."""
        first, last = bisect_left(self._starts, scene.sentence[0]), bisect_left(self._starts, scene.sentence[1])
        own = self._cues[first:last]
        if not any(cue.means == means for cue in own):
            return
        if len({cue.means for cue in own}) == 1:
            yield "only own"
        roles = {cue.role for cue in own if cue.means == means}
        yield from (f"own {role}" for role in sorted(roles - {"-"}))
        if "instrument" in roles and not any(cue.role == "instrument" and cue.means != means for cue in own):
            yield "only instrument"
        nearest = min(own, key=lambda cue: abs(cue.start - scene.trigger[0]))
        if nearest.means == means:
            yield "nearest own"
        if any(cue.means == means and cue.start < scene.trigger[1] and scene.trigger[0] < cue.end for cue in own):
            yield "trigger"
        if any(cue.means == means and scene.floor <= cue.start < scene.ceiling for cue in own):
            yield "own stretch"

    def _none(self, scene: Scene, cause: str, near: Mapping[Means, tuple[str, str, MeansCue]]) -> Iterator[str]:
        own = sum(where.startswith("own") for where, _, _ in near.values())
        yield from (f"none impact={scene.impact}", f"none cause={cause}", f"none impact={scene.impact} cause={cause}")
        yield from (f"none scope={scene.scope}", f"none told={min(3, len(self.told))}", f"none own={min(2, own)}")
        yield f"none impact={scene.impact} own={min(2, own)}"
        yield f"none stem={self._stem(scene)}"

    def _stem(self, scene: Scene) -> str:
        """What the word begins with that says what happened."""
        return self._layout.folded[slice(*scene.trigger)][:_STEM]


def _start(cue: MeansCue) -> int:
    return cue.start


def _nearest(sentences: Sequence[int], here: int) -> int:
    """Which word stands nearest to a sentence, and first in its own; of one before and one behind it the one before.

    Args:
        sentences: that of each word, in text order.
        here: the sentence.
    """
    after = bisect_left(sentences, here)
    if after == 0:
        return 0
    before = bisect_left(sentences, sentences[after - 1])
    is_nearer = after < len(sentences) and sentences[after] - here < here - sentences[before]
    return after if is_nearer else before
