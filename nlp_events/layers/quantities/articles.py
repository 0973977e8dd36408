"""Which «un» and «une» stand before a noun."""

from __future__ import annotations

from nlp_events.layers.quantities.core import Core
from nlp_events.layers.quantities.matching import After, Before
from nlp_events.layers.quantities.model import Numerals


class Articles:
    """Which «un» and «une» are no article before a noun."""

    def __init__(self, numerals: Numerals) -> None:
        self._elisions = Before({f"{letters}'": True for letters in numerals.article_elisions})
        self._before = Before(dict.fromkeys(numerals.not_article_before, True))
        self._after = After(dict.fromkeys(numerals.not_article_after, True))

    def is_none(self, folded: str, backwards: str, core: Core) -> bool:
        """«l'un», «un peu», «une fois», «un à un», «la une»."""
        if folded[core.start - 1 : core.start] == "'" and not self._elisions.match(backwards, core.start):
            return True
        return bool(self._before.match(backwards, core.start) or self._after.match(folded, core.end))
