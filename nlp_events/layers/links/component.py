"""Component ``nlp_events_links``: mentions of one figure, updates of tolls, happenings; it runs on filled slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, SpanGroup

from nlp_events.component import Component
from nlp_events.decisions import load_scorer
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, values_of
from nlp_events.layers.links.happenings import group
from nlp_events.layers.links.mentions import WINDOW, absorb, merge, number_of
from nlp_events.layers.links.older import UpdateQuestion, Updates
from nlp_events.layers.links.shares import is_total, parts_of_total, parts_raising, whole_of_share
from nlp_events.layers.links.updates import around, tell_directions, tie_updates
from nlp_events.layers.links.wholes import WholeQuestion, question_of
from nlp_events.text.evidence import inferred, prove
from nlp_events.text.folding import fold
from nlp_events.text.rings import LINKS, open_rings
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# The rule of a whole: the learned decision, by the name of its file of weights.
DECISION = "decisions/wholes"
# That of an update.
UPDATE_DECISION = "decisions/updates"
# How probable a whole has to be for its part to be of the same happening for that alone.
JOINS = 0.85
# Below this probability of «none» a figure replaces the most probable of the others. At 0.75 a few more of the corpus
# are found, and as many more invented, among them one of two tolls that compete in our gold.
REPLACES_NONE = 0.6


class Links(Component):
    """Makes one figure of every fact and ties updates together.

    Restatements leave ``doc.spans["nlp_events_figures"]`` and become ``mentions`` of the figure that stands for them.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self.scorer = load_scorer("wholes")
        self.updates = load_scorer("updates")

    def annotate(self, doc: Doc) -> Doc:
        """Merge the figures of a Doc, tie them, and group them by happening."""
        spans = list(doc.spans.get(FIGURES, ()))
        if not spans:
            return doc
        folded = fold(text_of(doc))
        figures = self.tied(doc, folded)
        loose = self._choose_wholes(folded, figures)
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
        _let_replace([figure for _, figure in kept])
        open_rings([figure for _, figure in kept])
        # A part is of the happening of its whole where that is sure.
        told = [
            _apart(figure) if figure["key"] in loose else figure for _, figure in kept if figure["zone"] != "related"
        ]
        happenings = group(told, folded, self.words)
        for span, figure in kept:
            figure["happening"] = happenings.get(figure["key"], figure["key"])
            put_on(span, "figure", figure)
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=[span for span, _ in kept])
        return doc

    def tied(self, doc: Doc, folded: str) -> list[FigureValue]:
        """Copies of the figures of a Doc, tied to older ones that they replace and, by rules, to wholes."""
        figures = self.ruled(doc, folded)
        self._choose_updates(folded, figures)
        tell_directions(figures)
        self._totals(folded, figures)
        _renew_wholes(figures)
        return figures

    def ruled(self, doc: Doc, folded: str) -> list[FigureValue]:
        """Copies of the figures of a Doc, older ones tied to newer ones by rules alone."""
        figures = [figure.copy() for figure in values_of(doc, FIGURES)]
        discourse = discourse_of(doc)
        for figure in figures:
            if discourse.within("looking_back", figure["sentence_start"], figure["start"]):
                figure["scope"] = "background"
        self._shares(folded, figures)
        tie_updates(folded, figures, self.words)
        return figures

    def questions(self, folded: str, figures: list[FigureValue]) -> list[WholeQuestion]:
        """For each figure of a text, in their order, which other it may be a part of."""
        return [question_of(folded, figures, index) for index in range(len(figures))]

    def update_questions(self, folded: str, figures: list[FigureValue]) -> Iterator[UpdateQuestion]:
        """For each figure of a text, in their order, which other it may replace; those of a long text are many."""
        updates = Updates(folded, figures, self.words)
        return map(updates.question, range(len(figures)))

    def _choose_updates(self, folded: str, figures: list[FigureValue]) -> None:
        """Choose which figure each one replaces; of two that would replace one, the surer does.

        A wording that holds both numbers («passe de 40 à 36») is not asked about.
        """
        chosen: list[tuple[float, FigureValue, str]] = []
        asked: list[FigureValue] = []
        for figure, question in zip(figures, self.update_questions(folded, figures), strict=True):
            if len(question.keys) == 1 or "supersedes" in figure["evidence"]:
                continue
            asked.append(figure)
            choice = self.updates.choose(question.facts, question.numbers)
            at, sure = choice.index, choice.probability
            if question.keys[at] is None and choice.second is not None and sure < REPLACES_NONE:
                at, sure = choice.second, 1 - sure
            old = question.keys[at]
            if old is not None:
                chosen.append((sure, figure, old))
        # What rules tied is a fact of every question: it stands until all are asked.
        for figure in asked:
            figure["supersedes"] = None
        keys = {figure["key"]: figure for figure in figures}
        replaced = {figure["supersedes"] for figure in figures}
        for _, new, old in sorted(chosen, key=lambda one: -one[0]):
            if old in replaced or keys[old]["supersedes"] == new["key"]:
                continue
            new["supersedes"] = old
            prove(new, "supersedes", inferred(UPDATE_DECISION))
            replaced.add(old)
            if keys[old]["part_of"] == new["key"]:
                # «19 blessés (12 lors du premier point)» counts nobody twice.
                keys[old]["part_of"] = None

    def _choose_wholes(self, folded: str, figures: list[FigureValue]) -> set[str]:
        """Choose the wholes of the figures that rules do not tie, and tell which of them are not sure enough to join.

        What rules tie is right nine times of ten: only the others are asked about.
        """
        loose = set()
        for index, figure in enumerate(figures):
            if figure["part_of"] is not None or figure["zone"] == "related":
                continue
            question = question_of(folded, figures, index)
            choice = self.scorer.choose(question.facts)
            if (whole := question.keys[choice.index]) is None:
                continue
            figure["part_of"] = whole
            prove(figure, "part_of", inferred(DECISION))
            if choice.probability < JOINS:
                loose.add(figure["key"])
        return loose

    def _totals(self, folded: str, figures: list[FigureValue]) -> None:
        for index, figure in enumerate(figures):
            near = around(figures, index)
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


def _let_replace(figures: Sequence[FigureValue]) -> None:
    """What a figure replaces by a rule is no part of it, whatever the decision says («de six à 21 morts»)."""
    newer = {figure["supersedes"]: figure["key"] for figure in figures if figure["supersedes"]}
    for figure in figures:
        told = figure["evidence"].get("part_of")
        chosen = told is not None and told["rule"] == DECISION
        if chosen and figure["part_of"] is not None and newer.get(figure["key"]) == figure["part_of"]:
            figure["part_of"] = None
            figure["evidence"] = {slot: one for slot, one in figure["evidence"].items() if slot != "part_of"}


def _apart(figure: FigureValue) -> FigureValue:
    """A copy of a figure that is part of none."""
    copy = figure.copy()
    copy["part_of"] = None
    return copy


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
            whole = next((one for one in reversed(around(figures, index)) if _holds(one, part)), whole)
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


def _target(own: str, key: str | None, merged: dict[str, str]) -> str | None:
    if key is None:
        return None
    target = merged.get(key, key)
    return None if target == own else target
