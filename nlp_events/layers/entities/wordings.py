"""Other wordings of listed organisations: «Mission de l'ONU» for «Mission des Nations unies»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nlp_events.gazetteer.tables import Organisation

_LEAST = 3
"""Words from which an agency is known with whose it is behind its name («Programme alimentaire mondial de l'ONU»)."""


def reworded(
    rows: Iterable[Organisation], same_phrases: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, Organisation]]:
    """The names of organisations in other wordings.

    Args:
        rows: the tables.
        same_phrases: groups of wordings of one meaning, the first those that tell an agency of the United Nations.
    """
    groups = {phrase: group for group in same_phrases for phrase in group}
    longest_first = sorted(groups, key=len, reverse=True)
    phrases = re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in longest_first))
    owners = same_phrases[0][:2] if same_phrases else ()
    for row in rows:
        for name in (row.canonical, *row.aliases):
            yield from ((other, row) for other in _wordings(name, phrases, groups) if other != name)
            if row.kind == "un_agency" and name.count(" ") >= _LEAST - 1 and not phrases.search(name):
                yield from ((f"{name} {owner}", row) for owner in owners)


def _wordings(name: str, phrases: re.Pattern[str], groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A name with each of its phrases in each of its wordings; a name that is one phrase stays as it is."""
    match = phrases.search(name)
    if match is None or match.group() == name:
        yield name
        return
    for tail in _wordings(name[match.end() :], phrases, groups):
        yield from (f"{name[: match.start()]}{phrase}{tail}" for phrase in groups[match.group()])
