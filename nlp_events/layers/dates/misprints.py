"""Misprints of scanned pages in words of dates: «rnardi», «juil1et», and words torn at the end of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nlp_events.layers.dates.model import DateResources, Value

LONG_ENOUGH = 5
"""Letters of a word that stays itself when it is torn or one of its letters is another («mal» is not «mai»)."""
LINE_END = "-\n"
SOFT_HYPHEN = "\u00ad"


def scanned(resources: DateResources, values: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    """What a scanner makes of the words of days and months, and of words with a sign («avant - hier») → the word.

    Args:
        resources: the layer.
        values: class → its words, with their unaccented forms.
    """
    words = [word for name in resources.slips for word in _words(values[name], resources)]
    misprints = {form: word for word in words for form in _scans(word, resources.scanned)}
    return misprints | {form: word for word, forms in resources.torn.items() for form in forms}


def torn(resources: DateResources, values: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    """Each form of a word that is torn at the end of a line, or where one was («sa-⏎medi», «sa-medi») → the word."""
    whole = [word for name in resources.slips for word in _words(values[name], resources)]
    forms = {
        word[:cut] + gap + word[cut:]: word for word in whole for cut in _cuts(word, 1) for gap in (LINE_END, "-", " ")
    }
    others = [word for name in resources.wrapped for word in values[name]]
    forms |= {word[:cut] + LINE_END + word[cut:]: word for word in others if word.isalpha() for cut in _cuts(word, 2)}
    hyphened = [(word, place) for word in others for place, sign in enumerate(word) if sign == "-"]
    return forms | {word[:place] + LINE_END + word[place + 1 :]: word for word, place in hyphened}


def is_torn(text: str) -> bool:
    """Whether a text has words torn at the ends of its lines."""
    return LINE_END in text or SOFT_HYPHEN in text


def _words(words: Iterable[str], resources: DateResources) -> list[str]:
    return [word for word in words if word.isalpha() and word not in resources.abbreviations]


def _cuts(word: str, least: int) -> range:
    return range(least, len(word) - least + 1) if len(word) >= LONG_ENOUGH else range(0)


def _scans(word: str, scans: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for letters, others in scans.items():
        for other in others if letters in word else ():
            if len(word) >= LONG_ENOUGH or not other.isalpha() or len(other) != len(letters):
                yield word.replace(letters, other)
                yield word.replace(letters, other, 1)
                yield other.join(word.rsplit(letters, 1))
