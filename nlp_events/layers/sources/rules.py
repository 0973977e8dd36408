"""Who says so: the attribution a figure is credited to, and the type of a source."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.layers.sources.model import load_sources
from nlp_events.text.discourse import SPEAKER_BACK, Discourse
from nlp_events.text.sentences import sentence_at
from nlp_events.values import DiscourseValue, FigureValue, SourceType
from nlp_events.words.store import SHIPPED, Words

# A comma between a figure and a voice costs as much as this many characters: «240 selon A, 93 selon B».
COMMA_COST = 40


def attributed(
    folded: str, order: Sequence[tuple[int, int]], figure: FigureValue, discourse: Discourse
) -> tuple[int, int] | None:
    """[start, end) of the speaker whom wordings of attribution name: the strongest of the facts that a choice hangs on.

    It is one of the figure's own sentence, the speaker of the one before, or that of the quotation.

    Args:
        folded: the folded text of the article.
        order: [start, end) of its sentences.
        figure: the figure.
        discourse: how the article is told.
    """
    found = _attribution(folded, order, figure, discourse)
    return None if found is None else (found["parts"]["speaker"][0], found["parts"]["speaker"][1])


def _attribution(
    folded: str, order: Sequence[tuple[int, int]], figure: FigureValue, discourse: Discourse
) -> DiscourseValue | None:
    sentence = figure["sentence_start"], figure["sentence_end"]
    own = discourse.within("attribution", *sentence)
    found = attribution_of(folded, own, figure["start"], figure["end"])
    anew = found is not None and "said_before" in found["traits"]
    if anew or (found is None and discourse.within("same_speaker", *sentence)):
        found = _speaker_before(order, sentence[0], discourse) or found
    if (denial := _denied_next(order, sentence[0], discourse)) is not None:
        return denial
    quotation = discourse.around("quotation", figure["start"]) if found is None else None
    return quotation if quotation is not None and "speaker" in quotation["parts"] else found


def _denied_next(order: Sequence[tuple[int, int]], start: int, discourse: Discourse) -> DiscourseValue | None:
    """Who denies a figure in the next sentence: «C'est faux, répond le préfet»."""
    after = sentence_at(order, start) + 1
    return discourse.at("denial", order[after][0]) if after < len(order) else None


def _speaker_before(order: Sequence[tuple[int, int]], start: int, discourse: Discourse) -> DiscourseValue | None:
    """The speaker whom «il» or «cette source» takes up: the last one named in the sentences right before."""
    at = sentence_at(order, start)
    for first, last in reversed(order[max(0, at - SPEAKER_BACK) : at]):
        named = [one for one in discourse.within("attribution", first, last) if "said_before" not in one["traits"]]
        if named:
            return named[-1]
    return None


def attribution_of(folded: str, attributions: Sequence[DiscourseValue], start: int, end: int) -> DiscourseValue | None:
    """The attribution a figure at [start, end) is credited to, None where the sentence names nobody for it.

    Args:
        folded: the folded text of the article.
        attributions: those of the figure's sentence.
        start: where the figure begins.
        end: where it ends, exclusive.
    """
    fitting = [one for one in attributions if not _overlaps(one, start, end) and _on_its_side(one, start)]
    return min(fitting, key=lambda one: _rank(folded, one, start, end), default=None)


def _overlaps(one: DiscourseValue, start: int, end: int) -> bool:
    first, last = one["parts"]["speaker"]
    return first < end and start < last


def _on_its_side(one: DiscourseValue, start: int) -> bool:
    if "either" in one["traits"]:
        return True
    return one["start"] > start if "before" in one["traits"] else one["start"] <= start


def _rank(folded: str, one: DiscourseValue, start: int, end: int) -> tuple[bool, bool, int]:
    """Agencies last, then what beats others, then what is nearest."""
    between = folded[end : one["start"]] if one["start"] >= end else folded[one["parts"]["speaker"][1] : start]
    distance = len(between) + COMMA_COST * any(mark in between for mark in ",;")
    return "agency" in one["traits"], "beats" not in one["traits"], distance


def source_type(folded_name: str, words: Words = SHIPPED) -> SourceType:
    """The type of a source by its words, «other» where none tells."""
    return next(
        (kind for kind, wording in load_sources(words).types.items() if wording.regex.search(folded_name)), "other"
    )
