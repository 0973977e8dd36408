"""One record a fact: which figures of an article state the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.text.evidence import prove, span_of
from nlp_events.values import FigureValue

# «une centaine» in the title and «91» below are one figure; a tenth more or less is what a round word allows.
ROUNDING = 0.15
# A vague word («des dizaines») restates any figure up to this many times its least.
VAGUE_SPAN = 50
VAGUE = ("vague",)
# A toll this large is not met twice in one article by chance.
LARGE = 100
# So many figures back a restatement is looked for: an article has fewer, and a long text stays linear.
WINDOW = 150
# «, » or « (» stands between a round number and the exact one in apposition, which is no more than a third off.
APPOSED = 3
NEARLY = 0.34
SLOTS = ("source", "source_canonical", "source_type", "cause", "date", "place", "place_canonical", "place_role")
WHERE = ("country", "latitude", "longitude")
# What goes with a place.
OF_PLACE = (*WHERE, "place_precision", "place_confidence")

# What goes with an actor; the means is told for itself.
OF_ACTOR = ("actor", "actor_canonical", "actor_id", "actor_type", "actor_status", "actor_confidence")


def merge(figures: Sequence[FigureValue]) -> dict[str, str]:
    """Which figures are mentions of another.

    Args:
        figures: the figures of one article in text order, every slot filled in.

    Returns:
        Key of each restating figure → key of the one that stands for it.
    """
    merged: dict[str, str] = {}
    for index, figure in enumerate(figures):
        # Only two that both still stand are joined, so that no figure ever stands for itself: each has at most one
        # other above it, which had none when it was put there.
        for other in _near(figures, index):
            if other["key"] in merged or not _same(other, figure):
                continue
            first, second = _order(other, figure)
            merged[second["key"]] = first["key"]
            if second is figure:
                break
    return {key: _root(key, merged) for key in merged}


def _near(figures: Sequence[FigureValue], index: int) -> list[FigureValue]:
    """The figures before one that it may restate: those of the title, and a bounded number right before it."""
    start = max(0, index - WINDOW)
    return [*(one for one in figures[: min(index, WINDOW)] if one["zone"] == "title"), *figures[start:index]]


def _root(key: str, merged: dict[str, str]) -> str:
    target = merged[key]
    while target in merged:
        target = merged[target]
    return target


def _order(earlier: FigureValue, later: FigureValue) -> tuple[FigureValue, FigureValue]:
    """(the one that stands, the mention): the more specific one, then the first; of a headline, what is under it."""
    titles = [one["zone"] for one in (earlier, later)].count("title")
    if number_of(earlier) != number_of(later) and titles == 1:
        # A headline rounds; the body gives the number.
        return (later, earlier) if earlier["zone"] == "title" else (earlier, later)
    alike = number_of(earlier) == number_of(later)
    before, after = _rank(earlier, alike=alike), _rank(later, alike=alike)
    return (later, earlier) if after > before or (titles == 2 and after == before) else (earlier, later)


def _rank(figure: FigureValue, *, alike: bool) -> int:
    certain = figure["impact"] not in ("casualties", "missing")
    # «22 morts» in a headline, «au moins 22 morts» below: the short form leaves out what is said of the number.
    bound = 2 if alike and figure["modifier"] in ("at_least", "at_most") else 0
    return {"vague": 0, "approx": 1}.get(figure["modifier"], 2) + certain + bound


def _same(first: FigureValue, second: FigureValue) -> bool:
    """Whether two figures state the same fact."""
    if first["unit"] != second["unit"] or not _same_impact(first, second) or not _compatible(first, second):
        return False
    if first["sentence_start"] == second["sentence_start"]:
        # One sentence does not say a thing twice, but in apposition; its equal numbers are different people.
        return _is_apposed(first, second)
    return _same_number(first, second)


def _is_apposed(first: FigureValue, second: FigureValue) -> bool:
    """«plusieurs dizaines de personnes, entre quarante et soixante,», «une trentaine de corps (32)»."""
    if first["modifier"] not in ("vague", "approx") or second["modifier"] == "vague" or second["who"] is not None:
        return False
    if not 0 < second["start"] - first["end"] <= APPOSED or first["who"] is None:
        return False
    low, high = sorted((number_of(first), number_of(second)))
    return _same_number(first, second) or (first["modifier"] == "approx" and high <= low * (1 + NEARLY))


def _same_impact(first: FigureValue, second: FigureValue) -> bool:
    if first["impact"] == second["impact"]:
        return True
    impacts = {first["impact"], second["impact"]}
    if impacts == {"missing", "killed"} and "title" in (first["zone"], second["zone"]):
        # «deux enfants emportés» in the headline, «deux enfants ont péri» below.
        carried = first if first["impact"] == "missing" else second
        return carried["rule"].startswith("participle/") and number_of(first) == number_of(second)
    return impacts == {"casualties", "killed"} and number_of(first) == number_of(second) and number_of(first) != 0


def _compatible(first: FigureValue, second: FigureValue) -> bool:
    if first["scope"] != second["scope"]:
        return False
    ties = ((first, second["key"]), (second, first["key"]))
    if any(key in (one["supersedes"], one["part_of"]) for one, key in ties):
        return False
    if first["part_of"] != second["part_of"] and not _may_be_restated(first, second):
        return False
    if "denied" in (first["certainty"], second["certainty"]) and first["certainty"] != second["certainty"]:
        return False
    return not (_differ(first, second, "date") or _places_differ(first, second)) and _same_people(first, second)


def _may_be_restated(first: FigureValue, second: FigureValue) -> bool:
    """Whether a part and another figure can be one: not of two kinds of people, nor a few that are no part."""
    kinds = {first["who_category"], second["who_category"]}
    named = first["who"] is not None and second["who"] is not None
    few = min(number_of(first), number_of(second)) < 3 and None in (first["part_of"], second["part_of"])
    return not few and not (named and len(kinds) > 1)


def _differ(first: FigureValue, second: FigureValue, slot: str) -> bool:
    """Whether both tell the slot in their own sentence, and not the same."""
    return (
        span_of(first, slot) is not None
        and span_of(second, slot) is not None
        and first[slot] != second[slot]  # type: ignore[literal-required]
        and not _overlapping(str(first[slot]), str(second[slot]))  # type: ignore[literal-required]
    )


def _overlapping(first: str, second: str) -> bool:
    """«2017-04-09» and «2017-04»: one names the other more widely; an interval names its ends."""
    return any(a.startswith(b) or b.startswith(a) for a in first.split("/") for b in second.split("/"))


def _places_differ(first: FigureValue, second: FigureValue) -> bool:
    if first["country"] and second["country"] and first["country"] != second["country"]:
        return not _is_headline_of(first, second)
    small = min(number_of(first), number_of(second)) < 10
    return small and _differ(first, second, "place") and "title" not in (first["zone"], second["zone"])


def _is_headline_of(first: FigureValue, second: FigureValue) -> bool:
    """Whether one is the headline's round word for the large toll of several countries that the other gives."""
    low, high = sorted((number_of(first), number_of(second)))
    return "title" in (first["zone"], second["zone"]) and low >= LARGE and high <= (1 + ROUNDING) * low


def _same_people(first: FigureValue, second: FigureValue) -> bool:
    """A single person is the same only when called the same, or by a word for anybody."""
    if number_of(first) > 2 or first["who"] is None or second["who"] is None:
        return True
    if first["who"] == second["who"]:
        return True
    categories = {first["who_category"], second["who_category"]}
    return len(categories) == 1 or bool(categories & {"civilian", None, "other"})


def number_of(figure: FigureValue) -> int:
    """The least of a figure, its most where it has no least, 0 without both."""
    return (figure["min"] if figure["min"] is not None else figure["max"]) or 0


def _same_number(first: FigureValue, second: FigureValue) -> bool:
    vague = [one for one in (first, second) if one["modifier"] in VAGUE]
    if len(vague) == 1:
        other = second if vague[0] is first else first
        least = number_of(vague[0])
        return other["part_of"] is None and least <= number_of(other) <= least * VAGUE_SPAN
    if first["modifier"] == "range" or second["modifier"] == "range":
        return (first["min"], first["max"]) == (second["min"], second["max"])
    title = next((one for one in (first, second) if one["zone"] == "title"), None)
    if title is not None and title["modifier"] == "at_least":
        # «plus de trente morts» in the headline, «34» below.
        other = second if title is first else first
        return number_of(title) <= number_of(other) <= 1.5 * number_of(title)
    if number_of(first) == number_of(second):
        return not ({first["modifier"], second["modifier"]} >= {"at_most", "at_least"})
    if "title" in (first["zone"], second["zone"]) and "approx" in (first["modifier"], second["modifier"]):
        return abs(number_of(first) - number_of(second)) <= ROUNDING * max(number_of(first), number_of(second))
    return False


def absorb(figure: FigureValue, mention: FigureValue) -> None:
    """Give a figure what only its restatement tells, and the mention's place in the text."""
    figure["mentions"] = [*figure["mentions"], *mention["mentions"]]
    figure["confidence"] = _surest(figure, mention)
    for slot in SLOTS:
        if figure[slot] is None and mention[slot] is not None:  # type: ignore[literal-required]
            figure[slot] = mention[slot]  # type: ignore[literal-required]
            if slot in mention["evidence"]:
                prove(figure, slot, mention["evidence"][slot])
            if slot == "place":
                if "country" in mention["evidence"]:
                    prove(figure, "country", mention["evidence"]["country"])
                for where in OF_PLACE:
                    figure[where] = mention[where]  # type: ignore[literal-required]
            if slot == "date":
                figure["date_confidence"] = mention["date_confidence"]
    _take_actor(figure, mention)
    if figure["supersedes"] is None and mention["supersedes"] is not None:
        # The headline gives the new number only; the sentence «est passé de 20 à 23» gives the old one too.
        figure["supersedes"] = mention["supersedes"]
        figure["toll"] = mention["toll"] or figure["toll"]
    _sharpen(figure, mention)


def _take_actor(figure: FigureValue, mention: FigureValue) -> None:
    """Take who did it, and how, where only the mention tells it; figures of an earlier version may know of neither."""
    for slot, names in (("actor", OF_ACTOR), ("means", ("means",))):
        if figure.get(slot) is None and mention.get(slot) is not None:
            for name in names:
                figure[name] = mention[name]  # type: ignore[literal-required]
                if name in mention["evidence"]:
                    prove(figure, name, mention["evidence"][name])


def _surest(figure: FigureValue, mention: FigureValue) -> float | None:
    """What is told twice alike is as sure as where it is told best; another number is no voice for this one."""
    if any(figure[slot] != mention[slot] for slot in ("impact", "min", "max")):
        return figure["confidence"]
    return max((one["confidence"] for one in (figure, mention) if one["confidence"] is not None), default=None)


def _sharpen(figure: FigureValue, mention: FigureValue) -> None:
    """Take date and place from a mention whose own sentence tells them, where the figure's does not."""
    own = (figure["sentence_start"], figure["sentence_end"])
    theirs = (mention["sentence_start"], mention["sentence_end"])
    of_place = ("place", "place_canonical", "place_role", *OF_PLACE)
    for slot, fields in (("date", ("date", "date_confidence")), ("place", of_place)):
        at, other = span_of(figure, slot), span_of(mention, slot)
        if other is None or not theirs[0] <= other[0] < theirs[1]:
            continue
        if at is None or not own[0] <= at[0] < own[1] or figure["zone"] == "title":
            for name in fields:
                figure[name] = mention[name]  # type: ignore[literal-required]
            for name in (slot, "country") if slot == "place" else (slot,):
                if name in mention["evidence"]:
                    prove(figure, name, mention["evidence"][name])
