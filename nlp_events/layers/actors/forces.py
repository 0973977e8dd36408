"""The forces of states by country: one name and one id for «l'armée malienne» and «les forces maliennes»."""

from __future__ import annotations

from nlp_events.gazetteer.tables import load_places
from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.model import load_actors
from nlp_events.words.store import SHIPPED, Words, derived


@derived
def _countries(words: Words) -> dict[str, str]:
    """The French name of each country."""
    rows = [row for row in load_places(words) if row.precision == "country" and row.country]
    return {row.country: row.canonical for row in reversed(rows) if row.country}


class Forces:
    """Names and ids of actors.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._countries, self._names = _countries(words), load_actors(words).forces

    def known(self, one: Mention) -> tuple[str | None, str | None]:
        """The canonical name of an actor and its stable id; None for one that is not known by name."""
        if one.canonical is not None:
            return one.canonical, one.known_id
        kind = (
            "state_force" if one.kind == "adjective" else next((kind for kind in self._names if kind == one.kind), None)
        )
        if kind is None or one.country is None or one.country not in self._countries:
            return None, None
        return f"{self._names[kind]} ({self._countries[one.country]})", f"force:{kind}:{one.country.lower()}"
