"""Bodies by their first word alone: «l'Observatoire syrien des droits de l'homme … l'Observatoire»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nlp_events.layers.entities.mention import Mention
from nlp_events.text.name_keys import cached_key, name_key


class Heads:
    """Ties them to the body that stands in full before them.

    Args:
        heads: the words that begin the names of bodies.
    """

    def __init__(self, heads: Iterable[str]) -> None:
        self._heads = frozenset(map(name_key, heads))

    def bearers(self, mentions: Sequence[Mention]) -> dict[int, str]:
        """Start of a mention → the one full name before it that begins with this word.

        Of several bodies that do («le Conseil constitutionnel», «le Conseil d'État») none is meant.

        Args:
            mentions: the names of the text in its order.
        """
        found: dict[int, str] = {}
        full: dict[str, dict[str, None]] = {}
        for mention in mentions:
            if mention.label != "ORG":
                continue
            key = cached_key(mention.text)
            head, _, rest = key.partition(" ")
            if head not in self._heads:
                continue
            if rest:
                full.setdefault(head, {})[mention.text] = None
            elif mention.organisation is None and mention.text[:1].isupper() and len(full.get(head, ())) == 1:
                found[mention.start] = next(iter(full[head]))
        return found
