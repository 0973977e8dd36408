"""How sure a figure is: the verb that governs it, and the words of fear, reserve and denial around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp_events.layers.certainty.model import CertaintyResources, CertaintyRule, load_certainty
from nlp_events.text.discourse import Discourse
from nlp_events.values import Certainty
from nlp_events.words.store import SHIPPED, Words, derived


@dataclass(frozen=True, slots=True)
class Judgement:
    """A certainty, the cue's [start, end) (None for the default) and the rule."""

    certainty: Certainty
    cue: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is judged: a figure, its trigger and their sentence, as offsets of the folded text.

    ``floor`` is where the text of an earlier figure with a verb of its own ends, ``ceiling`` where that of the next
    one begins: cues beyond are not this figure's. ``shared`` says that the verb stands left of the figure.
    """

    sentence: tuple[int, int]
    start: int
    end: int
    trigger: tuple[int, int]
    floor: int
    ceiling: int
    shared: bool


@derived
def _verb_cue(words: Words) -> re.Pattern[str]:
    """A verb of any certainty, its group named after it."""
    cues = load_certainty(words).verb_cues
    # The order of the table is the order of the alternatives: «pourrait» is possible before it is conditional.
    order: tuple[Certainty, ...] = ("possible", "unconfirmed", "asserted")
    return re.compile("|".join(f"(?P<{name}>{cues[name].pattern})" for name in order if name in cues))


def judge(folded: str, claim: Claim, discourse: Discourse, words: Words = SHIPPED) -> Judgement:
    """Judge one figure.

    Args:
        folded: the folded text of the article.
        claim: the figure and its surroundings.
        discourse: that of the article, with the clauses of the sentence.
        words: the words and rules.

    Returns:
        The judgement: a denial before a fear, a fear before hearsay, else asserted.
    """
    resources = load_certainty(words)
    found = [one for rule in resources.rules if (one := _apply(rule, folded, claim)) is not None]
    if (denial := _denied_next(folded, claim, discourse)) is not None:
        return denial
    verb = _verb(_verb_cue(words), resources, folded, claim, discourse)
    for certainty in ("denied", "possible", "unconfirmed"):
        for rule, judgement in found:
            if judgement.certainty == certainty and (rule.needs is None or verb.certainty != "asserted"):
                return judgement
        if verb.certainty == certainty:
            return verb
    return verb


def _denied_next(folded: str, claim: Claim, discourse: Discourse) -> Judgement | None:
    """Whether the next sentence denies the figure: «C'est faux, répond le préfet»."""
    end = claim.sentence[1]
    start = end
    while start < len(folded) and folded[start].isspace():
        start += 1
    denial = discourse.at("denial", start)
    return None if denial is None else Judgement("denied", (denial["start"], denial["end"]), "denied-next")


def shares_auxiliary(folded: str, previous_end: int, start: int, words: Words = SHIPPED) -> bool:
    """Whether only «et» stands between a figure's trigger and the next figure, which then has the same auxiliary."""
    return load_certainty(words).shared.regex.match(folded[previous_end:start]) is not None


def _verb(
    cue: re.Pattern[str], resources: CertaintyResources, folded: str, claim: Claim, discourse: Discourse
) -> Judgement:
    """The certainty of the governing verb: the one nearest to the figure on its trigger's side."""
    start, end = min(claim.start, claim.trigger[0]), max(claim.end, claim.trigger[1])
    if claim.shared and (after := resources.right_after.regex.match(folded[claim.end : claim.sentence[1]])) is not None:
        return Judgement("unconfirmed", (claim.end + after.start(), claim.end + after.end()), "verb-unconfirmed")
    if claim.shared:
        start = _clause_start(claim, discourse)
        matches = list(cue.finditer(_without_relatives(folded, start, end, discourse)))
        match = matches[-1] if matches else None
    else:
        matches = list(cue.finditer(folded[start:end]))
        # Between subject and trigger the marked verb decides: «ont été tués» has two, «auraient été tués» as well.
        match = next((one for one in matches if one.lastgroup != "asserted"), matches[0] if matches else None)
    if match is None or match.lastgroup is None or match.lastgroup == "asserted":
        return Judgement("asserted", None, "default")
    certainty: Certainty = "possible" if match.lastgroup == "possible" else "unconfirmed"
    return Judgement(certainty, (start + match.start(), start + match.end()), f"verb-{certainty}")


def _clause_start(claim: Claim, discourse: Discourse) -> int:
    start = max(claim.sentence[0], claim.floor)
    borders = [one["parts"]["border"] for one in discourse.within("clause", start, claim.sentence[1])]
    return max((border[1] for border in borders if border[1] <= claim.start), default=start)


def _without_relatives(folded: str, start: int, end: int, discourse: Discourse) -> str:
    """A stretch with blanks in the place of its relative clauses: «le ministre, qui souhaiterait partir, déplore …»."""
    stretch = folded[start:end]
    for one in discourse.within("relative", start, end - 1):
        first, last = one["start"] - start, one["end"] - start
        stretch = stretch[:first] + " " * (last - first) + stretch[last:]
    return stretch


def _apply(rule: CertaintyRule, folded: str, claim: Claim) -> tuple[CertaintyRule, Judgement] | None:
    first, last = _window(rule, folded, claim)
    match = rule.regex.search(folded[first:last])
    if match is None:
        return None
    return rule, Judgement(rule.certainty, (first + match.start(), first + match.end()), rule.id)


def _window(rule: CertaintyRule, folded: str, claim: Claim) -> tuple[int, int]:
    start, end = claim.sentence
    if rule.reach == "left":
        return max(start, claim.floor), claim.start
    if rule.reach == "right":
        return max(claim.end, claim.trigger[1] if claim.trigger[0] >= claim.end else claim.end), end
    if rule.reach == "clause":
        return max(start, claim.floor), min(end, claim.ceiling)
    following = end
    while following < len(folded) and folded[following].isspace():
        following += 1
    return following, min(len(folded), following + 160)
