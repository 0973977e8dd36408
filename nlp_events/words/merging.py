"""Adding a user's file to ours: lists grow, «-word» takes away, a rule of the same id takes the place of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

REMOVAL = "-"
"""Before a word or the id of a rule: take it away."""

ID = "id"
PATTERN = "pattern"


def merged(base: Any, addition: Any) -> Any:
    """The value of a file with that of a user's file of the same name added.

    Args:
        base: ours.
        addition: the user's. Mappings are merged key by key. A list adds its entries: «-word» takes a word away, and
            «-id» the rule of that id; a rule with the id of one of ours takes its place, one without an id is given
            one. A list added to a pattern gives it more lines, of which one must fit. Anything else takes the place
            of ours.

    Returns:
        A new value; neither argument is changed.
    """
    if isinstance(base, Mapping) and isinstance(addition, Mapping):
        return {**base, **{key: merged(base[key], value) if key in base else value for key, value in addition.items()}}
    if isinstance(addition, list):
        if isinstance(base, Mapping) and PATTERN in base:
            return {**base, PATTERN: merged(base[PATTERN], addition)}
        if isinstance(base, str):
            return [base, *addition]
        if isinstance(base, list):
            return _longer(base, addition)
    return addition


def _longer(base: Sequence[Any], addition: Sequence[Any]) -> list[Any]:
    removed = {one[len(REMOVAL) :] for one in addition if _is_removal(one)}
    added = [one for one in addition if not _is_removal(one)]
    if any(isinstance(one, Mapping) and ID in one for one in base):
        added = _identified(base, added)
    anew = {_name(one) for one in added if isinstance(one, Mapping)} - {None}
    kept = [one for one in base if _name(one) not in removed and not (isinstance(one, Mapping) and _name(one) in anew)]
    return kept + [one for one in added if one not in kept]


def _is_removal(entry: Any) -> bool:
    return isinstance(entry, str) and len(entry) > len(REMOVAL) and entry.startswith(REMOVAL)


def _name(entry: Any) -> Any:
    """What an entry is taken away or replaced by: the id of a rule, a word itself; None for what has no such name."""
    name = entry.get(ID) if isinstance(entry, Mapping) else entry
    return name if isinstance(name, str) else None  # an id that is no word is refused where the file is validated


def _identified(base: Sequence[Any], added: Sequence[Any]) -> list[Any]:
    """The user's rules, those without an id with one that no other has."""
    taken = {_name(one) for one in (*base, *added)}
    found = []
    for number, one in enumerate(added, start=1):
        if isinstance(one, Mapping) and ID not in one:
            name = next(name for name in _names(number) if name not in taken)
            taken.add(name)
            one = {ID: name, **one}
        found.append(one)
    return found


def _names(number: int) -> Any:
    yield f"own-{number}"
    yield from (f"own-{number}-{again}" for again in range(2, 10_000))
