"""What holds between a figure and each kind of happening: the facts from which its cause is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nlp_events.decisions import value_facts
from nlp_events.layers.causes.rules import CauseCue
from nlp_events.text.sentences import sentence_at
from nlp_events.text.stems import stem, stems
from nlp_events.values import Cause, FigureValue

# Kinds of happenings that may be meant though no word of theirs is known: the figure's own words tell them as well.
UNTOLD: tuple[Cause, ...] = ("attack", "crime", "other", "unrest")
TOLD = "told"
"""The fact of a kind of happening that the article has words of."""
ALONE = "only sure here"
"""The fact of the one kind of happening that the figure's own sentence has a sure word of."""
# A lorry is no accident, a blast none either, where an attack is told as well.
_ACCIDENTS: tuple[Cause, ...] = ("transport_accident", "industrial_accident", "fire")
_RIVALS: tuple[tuple[Cause, Cause], ...] = tuple(
    pair for one in _ACCIDENTS for pair in ((one, "attack"), ("attack", one))
)
FAR = "else"
"""Where the words stand of sentences that are neither the figure's, nor beside it, nor title or lead."""
# Shares of an article's cues that a cause has are told in steps of one in so many.
_SHARES = 5
# Letters of a cue whose beginning tells it, and of the shortest word that tells anything.
_CUE, _SHORT = 12, 3
# Characters before and after a figure and its trigger in which words are looked for.
_NEAR = 80
# Words of this weight or more tell their cause surely.
_SURE = 2.5
# Characters from the beginning of a text in which the network reads what it is about as a whole.
_WHOLE = 3_000


@dataclass(frozen=True, slots=True)
class CauseQuestion:
    """Which kind of happening a figure belongs to: the kinds in question, the last of which is none, and the facts.

    ``common`` are those of the figure, ``own`` those of each kind. ``likely`` is for each the logarithm of the
    probability that the network gives it, None where none was asked.
    """

    causes: Sequence[Cause | None]
    common: Sequence[str]
    own: Sequence[Sequence[str]]
    likely: Sequence[float] | None = None

    @property
    def facts(self) -> list[list[str]]:
        """All facts of each kind."""
        return value_facts(self.causes, self.common, self.own)


class Asked(NamedTuple):
    """A figure as the network reads it."""

    stretches: Sequence[tuple[int, int]]
    """[start, end) of each in the text: as many for every figure, empty where one is not there."""
    facts: Sequence[str]
    causes: Sequence[Cause | None]
    """What is in question."""


class CauseFacts:
    """The words of an article that tell a cause, and where they stand.

    Args:
        folded: the article's text, folded.
        cues: every word of a cause, in text order.
        sentences: [start, end) of its sentences.
        title: [start, end) of the title, (0, 0) without one.
    """

    def __init__(
        self, folded: str, cues: Sequence[CauseCue], sentences: Sequence[tuple[int, int]], title: tuple[int, int]
    ) -> None:
        self._folded, self._cues, self._sentences, self._title = folded, cues, sentences, title
        self._starts = [cue.start for cue in cues]
        self._lead = next((one for one in sentences if one[0] >= title[1]), (0, 0))
        self._counts = Counter(cue.cause for cue in cues)
        self._causes = (*sorted({*self._counts, *UNTOLD}), None)
        self._titled = [f"titled={word}" for word in _stems(folded[slice(*title)])]
        self._lasting: dict[Cause | None, list[str]] = {cause: list(self._in_article(cause)) for cause in self._causes}
        # Of several figures of a sentence, and of several sentences, the same is asked again.
        self._placed: dict[tuple[int, int], dict[int, str]] = {}
        self._said: dict[tuple[int, str], dict[str, None]] = {}
        self._far = self._all_far()

    def _in_article(self, cause: Cause | None) -> Iterator[str]:
        """How the article as a whole speaks of a cause, whatever the figure."""
        count = self._counts[cause] if cause is not None else 0
        if not count:
            return
        yield TOLD
        yield f"share={min(_SHARES - 1, _SHARES * count // len(self._cues))}"
        if count == max(self._counts.values()):
            yield "most"
        if len(self._counts) == 1:
            yield "only"
        if self._cues[0].cause == cause:
            yield "first"
        yield from (f"beside={other}" for one, other in _RIVALS if one == cause and self._counts[other])

    def of(self, figure: FigureValue) -> CauseQuestion:
        """The kinds of happenings that a figure may belong to, with what holds of each."""
        own: dict[Cause | None, dict[str, None]] = {
            cause: dict.fromkeys(self._lasting[cause]) for cause in self._causes
        }
        self._add_standing(figure, own)
        common = [*self._titled, *self._of_figure(figure)]
        return CauseQuestion(self._causes, common, [list(own[cause]) for cause in self._causes])

    def _of_figure(self, figure: FigureValue) -> Iterator[str]:
        """What a figure says by itself."""
        yield f"impact={figure['impact']}"
        yield f"who={figure['who_category']}"
        yield f"trigger={stem(figure['trigger']).lower()}"
        first = min(figure["start"], figure["trigger_start"]) - _NEAR
        last = max(figure["end"], figure["trigger_end"]) + _NEAR
        within = slice(max(figure["sentence_start"], first), min(figure["sentence_end"], last))
        yield from (f"near={word}" for word in _stems(self._folded[within]))

    def asked(self, figure: FigureValue) -> Asked:
        """A figure as the network reads it: what stands near it, its sentence, those beside, title, lead, text."""
        start, end = figure["sentence_start"], figure["sentence_end"]
        before, after = self._beside(start)
        near = max(start, figure["start"] - _NEAR), min(end, figure["end"] + _NEAR)
        stretches = (
            near, (start, end), (before, start), (end, max(end, after)), self._title, self._lead, (0, _WHOLE),
            (figure["trigger_start"], figure["trigger_end"]),
        )  # fmt: skip
        facts = [f"impact={figure['impact']}", f"who={figure['who_category']}", *map("told={}".format, self._counts)]
        return Asked(stretches, facts, self._causes)

    def _beside(self, start: int) -> tuple[int, int]:
        """Where the sentence before one begins, and where the one behind it ends."""
        at = sentence_at(self._sentences, start)
        return self._sentences[max(0, at - 1)][0], self._sentences[min(len(self._sentences) - 1, at + 1)][1]

    def _all_far(self) -> dict[Cause | None, Counter[str]]:
        """How many words of each cause would tell each fact if all of them stood far from a figure."""
        far: dict[Cause | None, Counter[str]] = {cause: Counter() for cause in self._causes}
        for at, cue in enumerate(self._cues):
            far[cue.cause].update(self._of_cue(at, FAR).keys())
        return far

    def _add_standing(self, figure: FigureValue, own: Mapping[Cause | None, dict[str, None]]) -> None:
        """Add to the facts of each cause where its words stand, seen from a figure.

        In a long text nearly all of them stand far from it: those that do not are taken off what all would tell.
        """
        near: dict[Cause, int] = {}
        sure: set[Cause] = set()
        not_far: dict[Cause | None, Counter[str]] = {}
        for at, where in self._near(figure).items():
            cue = self._cues[at]
            own[cue.cause].update(self._of_cue(at, where))
            not_far.setdefault(cue.cause, Counter()).update(self._of_cue(at, FAR).keys())
            if where == "here":
                sure |= {cue.cause} if cue.weight >= _SURE else set()
                apart = min(abs(cue.start - figure["start"]), abs(cue.start - figure["trigger_start"]))
                near[cue.cause] = min(apart, near.get(cue.cause, apart))
                if figure["trigger_start"] <= cue.start < figure["trigger_end"]:
                    own[cue.cause]["trigger"] = None
        for cause, far in self._far.items():
            taken = not_far.get(cause)
            told = far if taken is None else (fact for fact, count in far.items() if count > taken[fact])
            own[cause].update(dict.fromkeys(told))
        for cause, apart in near.items():
            if apart == min(near.values()):
                own[cause]["nearest"] = None
            if len(near) == 1:
                own[cause]["only here"] = None
        for cause in sure if len(sure) == 1 else ():
            own[cause][ALONE] = None

    def _of_cue(self, at: int, where: str) -> Mapping[str, None]:
        """What a word of a cause says by itself, standing somewhere."""
        if (at, where) not in self._said:
            cue = self._cues[at]
            facts = [where, f"{where} rule={cue.rule}", f"{where} said={self._folded[cue.start : cue.end][:_CUE]}"]
            if self._title[0] <= cue.start < self._title[1]:
                facts += ["title", f"title rule={cue.rule}"]
            if cue.weight >= _SURE:
                facts.append(f"{where} sure")
            self._said[at, where] = dict.fromkeys(facts)
        return self._said[at, where]

    def _near(self, figure: FigureValue) -> Mapping[int, str]:
        """The cues that do not stand far from a figure, in text order, each with where it stands."""
        sentence = figure["sentence_start"], figure["sentence_end"]
        if sentence not in self._placed:
            self._placed[sentence] = self._seen_from(*sentence)
        return self._placed[sentence]

    def _seen_from(self, start: int, end: int) -> dict[int, str]:
        before, after = self._beside(start)
        stretches = (
            ("here", start, end), ("before", before, start), ("after", end, after), ("title", *self._title),
            ("lead", *self._lead),
        )  # fmt: skip
        found: dict[int, str] = {}
        for name, first, last in stretches:  # of several that hold a cue, the nearest
            for cue in range(bisect_left(self._starts, first), bisect_left(self._starts, last)):
                found.setdefault(cue, name)
        return dict(sorted(found.items()))


class Strongest:
    """The words that show each cause.

    Args:
        cues: every word of a cause, in text order.
    """

    def __init__(self, cues: Sequence[CauseCue]) -> None:
        self._of: dict[Cause | None, list[CauseCue]] = defaultdict(list)
        for cue in cues:
            self._of[cue.cause].append(cue)
        self._surest = {cause: max(own, key=_weight) for cause, own in self._of.items()}

    def of(self, cause: Cause | None, figure: FigureValue) -> CauseCue | None:
        """The nearest word of the figure's sentence, else the first of the surest; None without."""
        own = self._of.get(cause, [])
        first, last = (bisect_left(own, figure[edge], key=_start) for edge in ("sentence_start", "sentence_end"))
        here = min(own[first:last], key=lambda cue: abs(cue.start - figure["start"]), default=None)
        return self._surest.get(cause) if here is None else here


def _start(cue: CauseCue) -> int:
    return cue.start


def _weight(cue: CauseCue) -> float:
    return cue.weight


def _stems(text: str) -> list[str]:
    return sorted({word for word in stems(text) if len(word) >= _SHORT})
