"""Updates: which figure of an article replaces an older one («19 morts, contre 12 annoncés samedi»)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nlp_events.layers.links.mentions import WINDOW, number_of
from nlp_events.layers.links.model import load_links
from nlp_events.layers.links.shares import is_earlier, is_lowered, toll_of
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# Characters between the end of a sentence and the start of the next one, at the most.
NEXT_SENTENCE = 3
# Characters behind a figure in which it is told to be of an earlier toll («…, disait-on d'abord»).
BEHIND = 60
# Characters before a figure and behind it in which it is told to be the newer one («en recense désormais 74»).
ABOUT = 70
REVISED = ("revised_up", "revised_down")


def tie_updates(folded: str, figures: Sequence[FigureValue], words: Words = SHIPPED) -> None:
    """Give each toll its status, and tie an older figure to the newer one that replaces it.

    Args:
        folded: the text folded.
        figures: the figures of the article in text order; their ``toll``, ``supersedes`` and ``part_of`` are written.
        words: the words and rules.
    """
    for figure in figures:
        figure["toll"] = toll_of(folded, figure["sentence_start"], figure["sentence_end"], words)
    updates = _Updates(folded, figures, words)
    updates.older_ones()
    updates.newer_ones()
    updates.revisions()


def around(figures: Sequence[FigureValue], index: int) -> list[FigureValue]:
    """The figures that one may be tied to: all of an article, a bounded number of a long text, which stays linear."""
    return list(figures[max(0, index - WINDOW) : index + WINDOW + 1])


class _Updates:
    """One article's figures while its updates are tied."""

    def __init__(self, folded: str, figures: Sequence[FigureValue], words: Words) -> None:
        self._folded, self._figures, self._words = folded, figures, words
        self._replaced = {figure["supersedes"] for figure in figures}

    def older_ones(self) -> None:
        """«un premier bilan faisait état de neuf morts»: the next newer figure of its impact replaces it."""
        for index, old in enumerate(self._figures):
            near = around(self._figures, index)
            if old["key"] in self._replaced or old["zone"] == "related" or not self.is_earlier(old, near):
                continue
            # The missing grow fewer as they are found.
            lowered = old["impact"] == "missing" or is_lowered(
                self._folded, old["sentence_start"], old["sentence_end"], self._words
            )
            order = sorted(near, key=lambda one: _nearness(one, old, self._folded))
            fitting = (one for one in order if replaces(one, old, lowered=lowered) and not self.is_earlier(one, near))
            self._tie(next(fitting, None), old)

    def newer_ones(self) -> None:
        """«la police en recense désormais 74»: the figure right before of its impact is the older one."""
        for index, new in enumerate(self._figures):
            if new["supersedes"] is not None or not self.is_newer(new, around(self._figures, index)):
                continue
            before = (one for one in reversed(self._figures[max(0, index - WINDOW) : index]) if is_beside(one, new))
            old = next((one for one in before if one["impact"] == new["impact"]), None)
            if old is not None and old["part_of"] is None and replaces(new, old, lowered=True):
                self._tie(new, old)

    def revisions(self) -> None:
        """«Le bilan est monté à 95 morts»: the toll told before of the same place is the older one."""
        for index, new in enumerate(self._figures):
            if new["toll"] not in REVISED or new["supersedes"] is not None or new["zone"] == "related":
                continue
            lowered = new["toll"] == "revised_down"
            before = reversed(self._figures[max(0, index - WINDOW) : index])
            self._tie(new, next((one for one in before if self._is_revised(one, new, lowered=lowered)), None))

    def _is_revised(self, old: FigureValue, new: FigureValue, *, lowered: bool) -> bool:
        places = {old["place_canonical"], new["place_canonical"]}
        return (
            old["key"] not in self._replaced
            and old["part_of"] is None
            and old["zone"] != "related"
            and old["sentence_start"] != new["sentence_start"]
            and len(places - {None}) < 2
            and replaces(new, old, lowered=lowered)
        )

    def _tie(self, new: FigureValue | None, old: FigureValue | None) -> None:
        if new is None or old is None or old["key"] in self._replaced:
            return
        new["supersedes"] = old["key"]
        self._replaced.add(old["key"])
        if old["part_of"] == new["key"]:
            # «19 blessés (12 lors du premier point)» counts nobody twice.
            old["part_of"] = None

    def is_earlier(self, figure: FigureValue, near: Sequence[FigureValue]) -> bool:
        """Whether the words before a figure or right behind it tell of an earlier toll."""
        links = load_links(self._words)
        start, behind = self._shared_start(figure, near), self._behind(figure, near, BEHIND)
        before = self._folded[start : figure["start"]]
        if links.compared.regex.search(before) or links.compared_behind.regex.match(behind):
            return False
        told = is_earlier(self._folded, start, figure["start"], self._words) and not links.share.regex.search(before)
        return told or links.earlier_behind.regex.match(behind) is not None

    def is_newer(self, figure: FigureValue, near: Sequence[FigureValue]) -> bool:
        """Whether the words around a figure tell that it is the newer one."""
        links = load_links(self._words)
        start = max(_clause_start(figure, near), figure["start"] - ABOUT)
        before, behind = self._folded[start : figure["start"]], self._behind(figure, near, ABOUT)
        return links.newer.regex.search(before) is not None or (
            links.they_are.regex.search(before) is not None and links.now_behind.regex.match(behind) is not None
        )

    def _shared_start(self, figure: FigureValue, near: Sequence[FigureValue]) -> int:
        """Where the words before a figure begin, those before another one that «et» joins to it included."""
        links, start = load_links(self._words), _clause_start(figure, near)
        own = sorted(
            (one for one in near if one["sentence_start"] == figure["sentence_start"]), key=lambda one: one["end"]
        )
        at = figure["start"]
        for one in reversed([one for one in own if one["end"] <= figure["start"]]):
            if one["end"] != start or not links.joined.regex.match(self._folded[one["end"] : at]):
                break
            at, start = one["start"], _clause_start(one, near)
        return start

    def _behind(self, figure: FigureValue, near: Sequence[FigureValue], reach: int) -> str:
        """The words behind a figure, up to the next one of its sentence."""
        end = min(figure["sentence_end"], figure["end"] + reach)
        end = min((one["start"] for one in near if figure["end"] <= one["start"] < end), default=end)
        return self._folded[figure["end"] : end]


def tell_directions(figures: Iterable[FigureValue]) -> None:
    """«passe de 40 à 36»: the numbers say which way a toll went, whatever the verb."""
    keys = {figure["key"]: figure for figure in figures}
    for figure in keys.values():
        older = keys.get(figure["supersedes"] or "")
        if older is None:
            continue
        if figure["toll"] != "final":
            figure["toll"] = "revised_up" if number_of(figure) >= number_of(older) else "revised_down"
        if older["supersedes"] is None and older["toll"] in REVISED:
            # The words of revision are the newer one's.
            older["toll"] = None


def told_earlier(folded: str, figures: Sequence[FigureValue], figure: FigureValue, words: Words = SHIPPED) -> bool:
    """Whether the words around a figure tell that it is of an earlier toll."""
    return _Updates(folded, figures, words).is_earlier(figure, figures)


def told_newer(folded: str, figures: Sequence[FigureValue], figure: FigureValue, words: Words = SHIPPED) -> bool:
    """Whether the words around a figure tell that it is the newer one."""
    return _Updates(folded, figures, words).is_newer(figure, figures)


def may_replace(new: FigureValue, old: FigureValue) -> bool:
    """Whether one figure may stand in the place of another at all, be it larger or smaller."""
    return "related" not in (new["zone"], old["zone"]) and _is_comparable(new, old)


def replaces(new: FigureValue, old: FigureValue, *, lowered: bool) -> bool:
    """Whether one figure may stand in the place of another: of one kind, and larger, or smaller where it is lowered."""
    rises = number_of(new) > number_of(old)
    return new["supersedes"] is None and (rises or lowered) and _is_comparable(new, old)


def _is_comparable(new: FigureValue, old: FigureValue) -> bool:
    """Whether one figure counts what another does, anew: told as so, with another number, and no part of more."""
    return (
        new is not old
        and _of_one_kind(new, old)
        and new["part_of"] is None
        and new["scope"] == old["scope"]
        and new["modifier"] != "vague"
        and number_of(new) not in (0, number_of(old))
        and new["certainty"] not in ("possible", "denied")
        and (not new["country"] or not old["country"] or new["country"] == old["country"])
    )


def _of_one_kind(new: FigureValue, old: FigureValue) -> bool:
    """Both count the same, or dead and victims in neighbouring sentences."""
    counts = {new["impact"], old["impact"]}
    first, second = sorted((new, old), key=lambda one: one["start"])
    kin = counts == {"killed", "casualties"} and is_beside(first, second) and number_of(new) > number_of(old)
    return (len(counts) == 1 or kin) and new["unit"] == old["unit"]


def is_beside(old: FigureValue, new: FigureValue) -> bool:
    """Whether a figure stands in the sentence of another or in the one before."""
    return new["sentence_start"] - old["sentence_end"] <= NEXT_SENTENCE


def _clause_start(figure: FigureValue, figures: Iterable[FigureValue]) -> int:
    """Where the words before a figure begin that no other figure of its sentence has taken."""
    start = figure["sentence_start"]
    return max((one["end"] for one in figures if start <= one["end"] <= figure["start"]), default=start)


def _nearness(new: FigureValue, old: FigureValue, folded: str) -> tuple[bool, int, bool, int]:
    """Order of the figures that may replace an older one.

    Those of its impact first; then its clause, its sentence, the next sentence, what was told before, the rest.
    """
    first, second = sorted((new, old), key=lambda one: one["start"])
    same = first["sentence_start"] == second["sentence_start"]
    near = old is first and new["sentence_start"] - old["sentence_end"] <= NEXT_SENTENCE
    tier = ";" in folded[first["end"] : second["start"]] if same else 3 - near
    reach = second["start"] - first["start"] if same else new["start"]
    return new["impact"] != old["impact"], tier, not same and old is first, reach
