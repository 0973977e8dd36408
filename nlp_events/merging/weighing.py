"""Weighs whether a telling is of an incident, and tells why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from nlp_events.decisions.scorer import Scorer
from nlp_events.decisions.store import load_scorer
from nlp_events.merging.comparison import Comparer, Comparison
from nlp_events.merging.facts import facts_of, is_another, is_news_of_its_days, must_not
from nlp_events.merging.headlines import Headlines
from nlp_events.merging.likeness import Likeness, Query, Vocabulary
from nlp_events.merging.model import MergingResources
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import Rarity
from nlp_events.merging.tellings import Telling
from nlp_events.values import Cause

QUESTION = "incidents"
"""The name of the weights."""
_WORDS = ("cosine", "rare", "top", "names", "title", "contained", "core", "alike", "same_name")
"""What the facts of the words begin with."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the comparison of a telling with an incident gave: the sum of the weights of its facts, and its parts."""

    profile: Profile
    total: float
    slots: Comparison
    likeness: Likeness
    facts: Sequence[str]
    scorer: Scorer

    def reason(self, threshold: float) -> str:
        """Why, in words: the slots with their points, the words, names and days in common, and the sum."""
        parts = [str(self.slots)]
        common = self.likeness.names[:_SHOWN] or self.likeness.words
        if common:
            parts.append(f"words {self._of_words():+.1f} ({', '.join(common)})")
        if any(fact.startswith("linked") for fact in self.facts):
            parts.append("a day that both tell")
        return f"{', '.join(part for part in parts if part)}: {self.total:.1f} of {threshold:.1f}"

    def _of_words(self) -> float:
        return self.scorer.score([fact for fact in self.facts if fact.startswith(_WORDS)])


class Weigher:
    """Weighs the facts of tellings and incidents.

    Args:
        comparer: compares the slots.
        rules: how long happenings last, and more.
        rarity: how rare words and names are.
        scorer: the weights; None for the shipped ones.
        headlines: what tells their kinds; None for the shipped words.
    """

    def __init__(
        self,
        comparer: Comparer,
        rules: MergingResources,
        rarity: Rarity,
        scorer: Scorer | None = None,
        headlines: Headlines | None = None,
    ) -> None:
        self._comparer, self._rules, self._vocabulary = comparer, rules, Vocabulary(rarity)
        self._lasts = {cause: rules.time.days(cause) for cause in (None, *get_args(Cause))}
        self._scorer = scorer or load_scorer(QUESTION)
        self._headlines = headlines or Headlines()

    def against(self, telling: Telling, profiles: Iterable[Profile]) -> list[Weighed]:
        """A telling with each of some incidents, the best first; those that it must not join are left out."""
        query = Query(telling, self._vocabulary)
        found = [self._weighed(query, profile) for profile in profiles]
        return sorted((one for one in found if one is not None), key=lambda one: (-one.total, one.profile.number))

    def mean(self, tellings: Sequence[Telling], profile: Profile) -> float:
        """The mean of what tellings give with an incident; far below any threshold where one must not join it.

        News of a day of its own that must not join speaks for all: what came later may be mixed up in its articles.
        """
        found = [self._weighed(Query(telling, self._vocabulary), profile) for telling in tellings]
        if not found:
            return 0.0
        if any(one is None and is_news_of_its_days(telling) for one, telling in zip(found, tellings, strict=True)):
            return self._rules.never
        return sum(self._rules.never if one is None else one.total for one in found) / len(found)

    def facts(self, telling: Telling, profile: Profile) -> list[str]:
        """The facts that are weighed."""
        return self._facts(Query(telling, self._vocabulary), profile)[0]

    def _facts(self, query: Query, profile: Profile) -> tuple[list[str], Comparison, Likeness]:
        slots, likeness = self._comparer.compare(query.telling, profile), query.likeness(profile)
        return facts_of(query, profile, slots, likeness, self._days(query, profile)), slots, likeness

    def _days(self, query: Query, profile: Profile) -> int:
        """How many days a happening of the causes of both may last."""
        return max(self._lasts[query.telling.cause], self._lasts[profile.cause])

    def _weighed(self, query: Query, profile: Profile) -> Weighed | None:
        if is_another(query, profile, self._days(query, profile)):
            return None
        if self._headlines.is_of_another(query.telling, profile):
            return None
        facts, slots, likeness = self._facts(query, profile)
        if must_not(facts):
            return None
        return Weighed(profile, round(self._scorer.score(facts), 3), slots, likeness, facts, self._scorer)
