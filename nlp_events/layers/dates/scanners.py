"""The regular expressions that find the words of dates: every token, and the words that can head a date."""

from __future__ import annotations

import re
from collections.abc import Collection

from nlp_events.layers.dates import slips
from nlp_events.layers.dates.model import DateResources
from nlp_events.layers.dates.slips import Glue, with_variants
from nlp_events.words.trie import trie_source


def scanner(resources: DateResources, glue: Glue, words: Collection[str]) -> re.Pattern[str]:
    """One regular expression for every token; its groups tell the kinds apart.

    Args:
        resources: the layer.
        glue: where words of a date stand without blanks.
        words: the vocabulary with its numbers and ordinals.
    """
    continues = f"(?:(?<=')|(?!{resources.word_continues.pattern}))"
    signs = "|".join(re.escape(word) + r"(?!\w)" * word[-1].isalnum() for word in signs_of(words))
    endings = "|".join(map(re.escape, sorted(resources.ordinal_endings, key=len, reverse=True)))
    return re.compile(
        rf"(?<!\w)(?:(?P<word>{trie_source(word for word in words if word[0].isalnum())}){continues}"
        rf"|(?P<lettered>{slips.LETTERED})|(?P<torn_year>{glue.torn_year})"
        rf"|(?=\d)(?:(?P<clock>{resources.clock.pattern})"
        rf"|(?P<decade>{resources.decade_digits.pattern})"
        r"|(?P<grouped>\d{1,3}(?: \d{3})+(?!\d)|\d+,\d+)"
        rf"|(?P<glued>{slips.SPACED}|(?:1er|\d+)(?:[/.\-]\d+){{1,4}})"
        rf"|(?P<ordinal>\d+)(?:{endings})(?:(?!\w)|(?={glue.words}))"
        rf"|(?P<digits>{slips.MISREAD}|\d+))"
        rf"|(?P<roman>[ivx]{{1,5}}(?:{endings}))(?={resources.roman_before.pattern}))"
        rf"|{slips.SLIPPED}|(?P<torn_month>{glue.torn_month})|(?P<glued_word>{glue.words})|(?P<glued_year>{glue.year})"
        rf"|(?P<sign>{signs})"
    )


def signs_of(words: Collection[str]) -> list[str]:
    """Words that begin with a sign («,», «-là»), the longest first."""
    return sorted((word for word in words if not word[0].isalnum()), key=len, reverse=True)


def heads(resources: DateResources, glue: Glue, words: Collection[str]) -> re.Pattern[str]:
    """Finds what can head a date: all words but the light ones, years, dates in digits, and the layer's own.

    Args:
        resources: the layer.
        glue: where words of a date stand without blanks.
        words: the vocabulary.
    """
    light = with_variants(dict.fromkeys(resources.light, 0))
    heavy = [word for word in words if word[0].isalnum() and word not in light]
    continues = f"(?:(?<=')|(?!{resources.word_continues.pattern}))"
    return re.compile(
        rf"(?<!\w)(?:{trie_source(heavy)}{continues}|{resources.heads.pattern}|{resources.decade_digits.pattern}"
        rf"|{glue.words}|{slips.SLIPPED}|{slips.LETTERED}|{glue.torn_year}"
        rf"|[12]\d{{3}}(?!\d)|(?<![.,/\-+_#])\d{{1,4}}[/.\-]\d|{slips.SPACED})"
    )
