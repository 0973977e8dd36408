"""Which figures of an article tell of the same happening: places, times, causes, and the turns of the discourse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from nlp_events.layers.links.happening_model import HappeningResources, load_happenings, wide_places
from nlp_events.layers.links.mentions import number_of
from nlp_events.layers.links.scenery import Scenery, Told
from nlp_events.text.days import days_of
from nlp_events.text.distance import Point, kilometres
from nlp_events.text.evidence import span_of
from nlp_events.text.name_keys import name_key
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# The totals of so many happenings, in the order of the text, may add up to one figure: more is chance.
ADDENDS = 6
# Figures and happenings back that a figure is compared with: a long text stays linear.
WINDOW = 24
# «plus de 1 900 morts» where the parts add up to 1 904: what a bound may leave out.
BOUND_SLACK = 0.1
# Days by which the same happening may be dated otherwise: a night, a dateline of the day after.
SLACK = timedelta(days=1)
# The same for figures that only share the day of the story.
STORY_SLACK = timedelta(days=6)
# Characters into a paragraph in which a place sets its scene.
SCENE = 60


@dataclass(eq=False)
class _Happening:
    """Figures held to be of one happening so far; the last one's paragraph is where the discourse stands."""

    figures: list[Told] = field(default_factory=list)

    @property
    def recent(self) -> list[Told]:
        """The last of them, which a new one is compared with."""
        return self.figures[-WINDOW:]


def group(figures: Sequence[FigureValue], folded: str, words: Words = SHIPPED) -> dict[str, str]:
    """Put the figures of one article together by happening.

    Args:
        figures: the figures of the article, every slot filled in.
        folded: the article's text, folded.
        words: the words and rules.

    Returns:
        Key of each figure → key of the first figure of its happening.
    """
    grouping = _Grouping(folded, figures, words)
    return grouping.result()


class _Grouping:
    """One article's figures on their way into happenings, in the order of the text."""

    def __init__(self, folded: str, figures: Sequence[FigureValue], words: Words) -> None:
        self._folded = folded
        self._figures = {figure["key"]: figure for figure in figures}
        self._scenery = Scenery(folded, figures, words)
        self._rules = load_happenings(words)
        self._newer = {figure["supersedes"]: figure["key"] for figure in figures if figure["supersedes"]}
        self._words = words
        self._happenings: list[_Happening] = []
        self._home: dict[str, _Happening] = {}

    def result(self) -> dict[str, str]:
        """Key → key of the first figure of its happening."""
        tied = {figure["key"]: self._anchor(figure) for figure in self._figures.values()}
        free = [figure for figure in self._figures.values() if tied[figure["key"]] is None]
        for told in sorted(map(self._scenery.told, free), key=lambda one: (one.start, one.figure["key"])):
            self._place(told)
        self._add_up()
        homes = {key: self._home[anchor or key] for key, anchor in tied.items()}
        return {key: home.figures[0].figure["key"] for key, home in homes.items()}

    def _anchor(self, figure: FigureValue) -> str | None:
        """Key of the figure that a part or an earlier toll goes with, None for one that stands for itself."""
        key: str = figure["key"]
        seen = {key}
        while True:
            target = self._figures[key]["part_of"] or self._newer.get(key)
            if target is None or target not in self._figures:
                return key if key != figure["key"] else None
            if target in seen:
                return None  # links in a ring say nothing
            key = target
            seen.add(key)

    def _place(self, told: Told) -> None:
        """Into the happening the discourse is at, unless it contradicts; else one that fits well; else a new one."""
        like = [one for one in reversed(self._happenings[-WINDOW:]) if _same_scope(one.figures[0], told)]
        if like and not self._turns(told, like[0]) and not self._contradicts(told, like[0]):
            self._join(told, like[0])
            return
        others = (one for one in like[1:] if not self._contradicts(told, one) and self._fits(told, one))
        self._join(told, next(others, None) or self._new())

    def _new(self) -> _Happening:
        self._happenings.append(_Happening())
        return self._happenings[-1]

    def _join(self, told: Told, happening: _Happening) -> None:
        happening.figures.append(told)
        self._home[told.figure["key"]] = happening
        # The discourse is now at this one. It is looked for from the end, where it is never far.
        back = next(back for back, one in enumerate(reversed(self._happenings), start=1) if one is happening)
        self._happenings.append(self._happenings.pop(-back))

    def _turns(self, told: Told, happening: _Happening) -> bool:
        """Whether the words between turn to another happening."""
        last = happening.figures[-1]
        if last.item != told.item:
            return True
        if last.sentence == told.sentence:
            return False
        if told.another:
            return True
        other_cause = told.own_cause and not self._rules.are_kin(told.figure["cause"], last.figure["cause"])
        other_place = told.own_place and not self._places_meet(told, happening)
        return told.meanwhile and (other_cause or other_place)

    def _contradicts(self, told: Told, happening: _Happening) -> bool:
        if self._times_differ(told, happening):
            return True
        if any(one.sentence == told.sentence for one in happening.recent):
            return False
        causes = [one.figure["cause"] for one in happening.recent if one.own_cause]
        if told.own_cause and causes and not any(self._rules.are_kin(told.figure["cause"], one) for one in causes):
            return True
        return told.own_place and not self._places_meet(told, happening)

    def _times_differ(self, told: Told, happening: _Happening) -> bool:
        running = [_is_running(one.figure) for one in happening.recent]
        if _is_running(told.figure) != any(running):
            return not self._starts_with(told, happening)
        if told.figure["impact"] in self._rules.aftermath:
            return False
        dated = [one for one in happening.recent if one.own_date and one.figure["impact"] not in self._rules.aftermath]
        if told.own_date and dated:
            return all(_disjoint(told.figure, one.figure) for one in dated)
        if told.own_date:
            # The others have the day of the story, which they do not tell themselves.
            return all(_disjoint(told.figure, one.figure, STORY_SLACK) for one in happening.recent)
        return told.figure["scope"] == "background" and _disjoint(told.figure, happening.figures[0].figure)

    def _starts_with(self, told: Told, happening: _Happening) -> bool:
        """Whether a running count begins on the day of the happening that the others tell."""
        figures = [told.figure, *(one.figure for one in happening.recent)]
        since = [first for first, _ in (days_of(one["date"]) for one in figures if _is_running(one)) if first]
        days = [first for first, _ in (days_of(one["date"]) for one in figures if not _is_running(one)) if first]
        if not since or not days:
            return all(one["scope"] != "cumulative" for one in figures)
        return any(abs(one - other) <= 3 * SLACK for one in since for other in days)

    def _places_meet(self, told: Told, happening: _Happening) -> bool:
        places = [one.figure for one in happening.recent if one.own_place]
        places = places or [one.figure for one in happening.recent if one.figure["place"]]
        if not places:
            return True
        wide = told.figure["cause"] in self._rules.wide
        for one in places:
            if wide and one["country"] == told.figure["country"] and one["cause"] in self._rules.wide:
                return True
        same_line = any(one.line == told.line for one in happening.recent)
        meetings = [_meeting(told.figure, one, self._rules, self._words) for one in places]
        if None in meetings and same_line:
            return True
        tolerant = same_line or not self._sets_scene(told) or wide
        return "same" in meetings or (tolerant and "within" in meetings)

    def _sets_scene(self, told: Told) -> bool:
        """Whether the figure's paragraph begins with its place."""
        at = span_of(told.figure, "place")
        return at is not None and at[0] - told.line < SCENE

    def _fits(self, told: Told, happening: _Happening) -> bool:
        """Whether a figure has something in common with a happening the discourse has left."""
        if told.item != happening.figures[-1].item:
            return False
        if not told.own_place:
            return not told.another
        names = {one.figure["place_canonical"] for one in happening.recent if one.own_place}
        return told.figure["place_canonical"] in names

    def _add_up(self) -> None:
        """Place figures that several others add up to.

        Such a sum joins them where the cause strikes a whole land; a sum of separate happenings stands for itself.
        """
        for told, addends in self._sums():
            home = self._home[told.figure["key"]]
            if all(one.figure["cause"] in self._rules.wide for one in (told, *addends)):
                for one in addends:
                    self._unite(self._home[one.figure["key"]], home)
            elif len({id(self._home[one.figure["key"]]) for one in addends}) > 1 and len(home.figures) > 1:
                home.figures.remove(told)
                self._home[told.figure["key"]] = alone = self._new()
                alone.figures.append(told)

    def _sums(self) -> list[tuple[Told, list[Told]]]:
        """Each figure that all the smaller ones of its kind add up to, with those."""
        kinds: dict[tuple[str, str, str], list[Told]] = {}
        for one in (one for happening in self._happenings for one in happening.figures):
            figure = one.figure
            if figure["certainty"] != "denied" and number_of(figure) > 0:
                kinds.setdefault((figure["impact"], figure["unit"], figure["scope"]), []).append(one)
        sums = []
        for kind in kinds.values():
            kind.sort(key=lambda one: (number_of(one.figure), one.start))
            sums += [
                (kind[at], kind[:at]) for at in range(2, min(len(kind), ADDENDS + 1)) if _is_sum(kind[at], kind[:at])
            ]
        return sums

    def _unite(self, happening: _Happening, home: _Happening) -> None:
        if happening is home:
            return
        self._happenings.remove(happening)
        home.figures = sorted([*home.figures, *happening.figures], key=lambda one: (one.start, one.figure["key"]))
        for one in happening.figures:
            self._home[one.figure["key"]] = home


def _same_scope(first: Told, second: Told) -> bool:
    return (first.figure["scope"] == "background") == (second.figure["scope"] == "background")


def _is_running(figure: FigureValue) -> bool:
    return figure["scope"] == "cumulative" or (figure["date"] or "").endswith("/..")


def _disjoint(first: FigureValue, second: FigureValue, slack: timedelta = SLACK) -> bool:
    """Whether two figures are dated, and their days farther apart than allowed."""
    starts, ends = zip(*(days_of(one["date"]) for one in (first, second)), strict=True)
    if starts[0] is None or starts[1] is None:
        return False
    last = [end or date.max - slack for end in ends]
    return bool(starts[0] > last[1] + slack or starts[1] > last[0] + slack)


def _meeting(
    first: FigureValue, second: FigureValue, rules: HappeningResources, words: Words
) -> Literal["same", "within", "apart"] | None:
    """How two places meet; None where neither name nor map tells."""
    wide = wide_places(words)
    kinds = [wide.get(name_key(one["place_canonical"] or one["place"] or "")) for one in (first, second)]
    names = [name_key(one["place"] or "") for one in (first, second)]
    nested = names[0] in names[1] or names[1] in names[0]
    if nested and "country" in kinds:
        return "same"
    if first["country"] and second["country"] and first["country"] != second["country"]:
        return "apart"
    if nested or first["place_canonical"] == second["place_canonical"] or "country" in kinds or "area" in kinds:
        return "same"
    apart = kilometres(_point(first), _point(second))
    if apart is None:
        return None
    if apart <= rules.near_km:
        return "same"
    return "within" if "region" in kinds and apart <= rules.region_km else "apart"


def _point(figure: FigureValue) -> Point:
    """The point of a place itself, not that of its country."""
    if figure["place_precision"] in ("country", "area"):
        return None, None
    return figure["latitude"], figure["longitude"]


def _is_sum(told: Told, addends: Sequence[Told]) -> bool:
    total = told.figure
    amount = sum(number_of(one.figure) for one in addends)
    bound = total["max"] is None and number_of(total) <= amount <= (1 + BOUND_SLACK) * number_of(total)
    return amount == number_of(total) or bound
