"""Component ``nlp_events_links``: mentions of one figure, updates of tolls, happenings; it runs on filled slots."""

from __future__ import annotations

from spacy.tokens import Doc, SpanGroup

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, discourse_of, text_of
from nlp_events.layers.links.happenings import group
from nlp_events.layers.links.mentions import WINDOW, absorb, merge, number_of
from nlp_events.layers.links.shares import (
    is_earlier,
    is_lowered,
    is_total,
    parts_of_total,
    parts_raising,
    toll_of,
    whole_of_share,
)
from nlp_events.text.folding import fold
from nlp_events.text.rings import LINKS, open_rings
from nlp_events.values import FigureValue

# Characters between the end of a sentence and the start of the next one, at the most.
NEXT_SENTENCE = 3


class Links(Component):
    """Makes one figure of every fact and ties updates together.

    Restatements leave ``doc.spans["nlp_events_figures"]`` and become ``mentions`` of the figure that stands for them.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Merge the figures of a Doc, tie them, and group them by happening."""
        spans = list(doc.spans.get(FIGURES, ()))
        if not spans:
            return doc
        figures = [span._.figure.copy() for span in spans]
        folded = fold(text_of(doc))
        discourse = discourse_of(doc)
        for figure in figures:
            if discourse.within("looking_back", figure["sentence_start"], figure["start"]):
                figure["scope"] = "background"
        self._shares(folded, figures)
        self._tolls(folded, figures)
        self._totals(folded, figures)
        _renew_wholes(figures)
        merged = merge([figure for figure in figures if figure["zone"] != "related"])
        by_key = {figure["key"]: figure for figure in figures}
        for key, target in merged.items():
            absorb(by_key[target], by_key[key])
        kept = []
        for span, figure in zip(spans, figures, strict=True):
            if figure["key"] in merged:
                continue
            for slot in LINKS:
                figure[slot] = _target(figure["key"], figure[slot], merged)
            own = [figure["start"], figure["end"]]
            figure["mentions"] = [own, *sorted(one for one in figure["mentions"] if one != own)]
            kept.append((span, figure))
        open_rings([figure for _, figure in kept])
        told = [figure for _, figure in kept if figure["zone"] != "related"]
        happenings = group(told, folded, self.words)
        for span, figure in kept:
            figure["happening"] = happenings.get(figure["key"], figure["key"])
            span._.figure = figure
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=[span for span, _ in kept])
        return doc

    def _tolls(self, folded: str, figures: list[FigureValue]) -> None:
        """Status of each toll; an earlier one is replaced by the next newer figure of its impact."""
        for figure in figures:
            figure["toll"] = toll_of(folded, figure["sentence_start"], figure["sentence_end"], self.words)
        replaced = {figure["supersedes"] for figure in figures}
        for index, old in enumerate(figures):
            if old["key"] in replaced or old["part_of"] is not None or old["zone"] == "related":
                continue
            near = _around(figures, index)
            if not is_earlier(folded, _clause_start(old, near), old["start"], self.words):
                continue
            order = sorted(near, key=lambda one: _nearness(one, old))
            # The missing grow fewer as they are found.
            found = old["impact"] == "missing"
            lowered = found or is_lowered(folded, old["sentence_start"], old["sentence_end"], self.words)
            newer = next((one for one in order if _replaces(one, old, lowered=lowered)), None)
            if newer is not None:
                newer["supersedes"] = old["key"]
        self._revisions(figures)
        keys = {figure["key"]: figure for figure in figures}
        for figure in figures:
            older = keys.get(figure["supersedes"] or "")
            if older is not None and figure["toll"] != "final":
                # «passe de 40 à 36»: the numbers say which way, whatever the verb.
                figure["toll"] = "revised_up" if number_of(figure) >= number_of(older) else "revised_down"
            if older is not None and older["supersedes"] is None and older["toll"] in ("revised_up", "revised_down"):
                # The words of revision are the newer one's.
                older["toll"] = None

    @staticmethod
    def _revisions(figures: list[FigureValue]) -> None:
        """«Le bilan est monté à 95 morts»: the toll told before of the same place is the older one."""
        replaced = {figure["supersedes"] for figure in figures}
        for index, new in enumerate(figures):
            if new["toll"] not in ("revised_up", "revised_down") or new["supersedes"] is not None:
                continue
            lowered = new["toll"] == "revised_down"
            older = (
                old
                for old in reversed(figures[max(0, index - WINDOW) : index])
                if old["key"] not in replaced
                and old["part_of"] is None
                and old["zone"] != "related"
                and old["sentence_start"] != new["sentence_start"]
                and old["place_canonical"] == new["place_canonical"]
                and _replaces(new, old, lowered=lowered)
            )
            if new["zone"] != "related" and (last := next(older, None)) is not None:
                new["supersedes"] = last["key"]
                replaced.add(last["key"])

    def _totals(self, folded: str, figures: list[FigureValue]) -> None:
        for index, figure in enumerate(figures):
            near = _around(figures, index)
            for part in parts_raising(folded, figure, near, self.words):
                part["part_of"] = figure["key"]
                figure["toll"] = figure["toll"] or "revised_up"
            if is_total(folded, figure["sentence_start"], figure["sentence_end"], self.words):
                for part in parts_of_total(figure, near):
                    part["part_of"] = figure["key"]

    def _shares(self, folded: str, figures: list[FigureValue]) -> None:
        for index, figure in enumerate(figures):
            if figure["part_of"] is None:
                before = figures[max(0, index - WINDOW) : index]
                figure["part_of"] = whole_of_share(folded, figure, before, self.words)


def _around(figures: list[FigureValue], index: int) -> list[FigureValue]:
    """The figures that one may be tied to: all of an article, a bounded number of a long text, which stays linear."""
    return figures[max(0, index - WINDOW) : index + WINDOW + 1]


def _nearness(new: FigureValue, old: FigureValue) -> tuple[bool, bool, int]:
    """Order of the figures that may replace an older one: the next words, then what was told before, then the rest."""
    after = new["start"] > old["start"]
    near = after and new["sentence_start"] - old["sentence_end"] <= NEXT_SENTENCE
    return (not near, after, new["start"])


def _renew_wholes(figures: list[FigureValue]) -> None:
    """«Parmi les morts figurent …» speaks of the toll that stands, not of the one it replaced or of what is feared."""
    keys = {figure["key"]: figure for figure in figures}
    newer = {figure["supersedes"]: figure for figure in figures if figure["supersedes"]}
    for index, part in enumerate(figures):
        whole = keys.get(part["part_of"] or "")
        if whole is None or whole["sentence_start"] == part["sentence_start"]:
            continue
        seen = {whole["key"]}
        while (later := newer.get(whole["key"])) is not None and later["start"] < part["start"]:
            if later["key"] in seen:
                break
            whole = later
            seen.add(later["key"])
        if whole["certainty"] == "possible" and part["certainty"] != "possible":
            whole = next((one for one in reversed(_around(figures, index)) if _holds(one, part)), whole)
        if whole is not part:
            part["part_of"] = whole["key"]


def _holds(whole: FigureValue, part: FigureValue) -> bool:
    return (
        whole["start"] < part["start"]
        and whole["impact"] == part["impact"]
        and whole["certainty"] == "asserted"
        and whole["part_of"] is None
        and number_of(whole) > number_of(part)
    )


def _replaces(new: FigureValue, old: FigureValue, *, lowered: bool) -> bool:
    counts = {new["impact"], old["impact"]}
    return (
        new is not old
        and (len(counts) == 1 or counts == {"killed", "casualties"})
        and new["unit"] == old["unit"]
        and new["part_of"] is None
        and new["supersedes"] is None
        and new["scope"] == old["scope"]
        and new["modifier"] != "vague"
        and (number_of(new) > number_of(old) or (lowered and number_of(new) < number_of(old)))
        and not (number_of(new) == 0 or new["certainty"] in ("possible", "denied"))
        and (not new["country"] or not old["country"] or new["country"] == old["country"])
    )


def _clause_start(figure: FigureValue, figures: list[FigureValue]) -> int:
    """Where the words before a figure begin that no other figure of its sentence has taken."""
    start = figure["sentence_start"]
    return max((one["end"] for one in figures if start <= one["end"] <= figure["start"]), default=start)


def _target(own: str, key: str | None, merged: dict[str, str]) -> str | None:
    if key is None:
        return None
    target = merged.get(key, key)
    return None if target == own else target
