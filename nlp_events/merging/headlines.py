"""What headlines are about by their words: a flood, or a ferry that sank in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from nlp_events.merging.named import NameResources
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import id_of, stems_of
from nlp_events.merging.tellings import Telling
from nlp_events.words.store import SHIPPED, Words


class Headlines:
    """Tells happenings apart by the kinds of their headlines, where their causes differ too.

    Causes alone do not: in records of a boat that is lost in a storm either stands for the other.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        kinds: Mapping[str, Iterable[str]] = words.resource(NameResources, "merging_names.yaml").kinds
        self._kinds = {id_of(stem): kind for kind, own in kinds.items() for stem in stems_of(" ".join(own))}

    def kind_of(self, telling: Telling) -> str | None:
        """The kind of the headline of a telling that is its article's own news; None where it tells none, or two."""
        return self._kind(map(id_of, telling.title))

    def is_of_another(self, telling: Telling, profile: Profile) -> bool:
        """Whether more than half of an incident's headlines that tell a kind tell another one."""
        kind = self.kind_of(telling)
        causes = profile.likely_causes
        if kind is None or telling.cause is None or not causes or telling.cause in causes:
            return False
        told = Counter(filter(None, map(self._kind, profile.titles)))
        return 2 * (told.total() - told[kind]) > told.total()

    def _kind(self, title: Iterable[int]) -> str | None:
        kinds = {self._kinds[key] for key in title if key in self._kinds}
        return kinds.pop() if len(kinds) == 1 else None
