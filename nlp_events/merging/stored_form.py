"""A telling and its readings as one text, as the store keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from sys import intern
from typing import Any

from nlp_events.merging.tellings import Counted, Mark, Place, Telling
from nlp_events.values import Reading

_TELLING = tuple(field.name for field in fields(Telling))
_PLACE = tuple(field.name for field in fields(Place))
_MARK = tuple(field.name for field in fields(Mark))
_READING = tuple(field.name for field in fields(Reading))
_NEVER_LEFT_OUT = sum(field.default is MISSING for field in fields(Reading))
"""Fields of a reading that a store of any format has; those of who did it came with format 3."""
_FIRST = _TELLING.index("headline")
"""Fields of a telling that a store of any format has; its headline and votes came with format 4, its ids with 5."""
_OWN_IDS = _TELLING.index("own_ids")
_SETS = ("names", "people", "days", "lands", "called", "headline")
_LISTS = ("words", "title", "own_ids")
_WORDS = ("scope", "dated", "cause")
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_SHOWN = 60
"""Signs of a damaged telling that the message shows."""


class DamagedTellingError(ValueError):
    """A text is none that ``telling_to_json`` made."""


def telling_to_json(telling: Telling, readings: Iterable[Counted]) -> str:
    """A telling and its readings as one text; lists in the order of the fields, for there are many."""
    values: dict[str, Any] = {name: getattr(telling, name) for name in _TELLING}
    values |= {
        "places": [[getattr(place, name) for name in _PLACE] for place in telling.places],
        "marks": [[getattr(mark, name) for name in _MARK] for mark in telling.marks],
    }
    values |= {name: sorted(values[name]) for name in _SETS}
    counted = [[impact, unit, *(getattr(one, name) for name in _READING)] for impact, unit, one in readings]
    return _ENCODER.encode([list(values.values()), counted])


def telling_of_json(text: str) -> Telling:
    """The telling of such a text.

    Raises:
        DamagedTellingError: it is none.
    """
    return Stored(text).telling()


def _telling(stored: list[Any]) -> Telling:
    values = dict(zip(_TELLING[: max(_FIRST, len(stored))], stored, strict=True))
    values |= {
        "places": tuple(Place(*map(_shared, place)) for place in values["places"]),
        "marks": tuple(Mark(*map(_shared, mark)) for mark in values["marks"]),
    }
    values |= {name: frozenset(values.get(name, ())) for name in _SETS}
    values |= {name: tuple(values.get(name, ())) for name in _LISTS}
    values |= {name: _shared(values[name]) for name in _WORDS}
    return Telling(**values)


def _shared(value: Any) -> Any:
    """A value; a text as the one object that all share: incidents keep it, and there are many of them."""
    return intern(value) if isinstance(value, str) else value


class Stored:
    """A telling and its readings as the store has them: read once, made when they are asked for.

    Args:
        text: what ``telling_to_json`` made.

    Raises:
        DamagedTellingError: it is none; so do the methods.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        with self._whole():
            self._telling, self._readings = json.loads(text)
            self.has_readings = len(self._readings) > 0
            """Whether a figure is told."""

    def telling(self) -> Telling:
        """The telling."""
        with self._whole():
            return _telling(self._telling)

    def own_ids(self) -> list[str]:
        """The ``incident_id``s of its records; its own id where a store of before format 5 does not tell them."""
        with self._whole():
            return [*self._telling[_OWN_IDS]] if len(self._telling) > _OWN_IDS else [self._telling[0]]

    def readings(self, *, repeated: bool) -> list[Counted]:
        """The readings; ``repeated`` for those of a copy."""
        with self._whole():
            return [
                (impact, unit, Reading(**_reading(values) | {"repeated": repeated}))
                for impact, unit, *values in self._readings
            ]

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError, LookupError) as error:
            raise DamagedTellingError(f"a telling is damaged: {self._text[:_SHOWN]}") from error


def _reading(values: list[Any]) -> dict[str, Any]:
    names = _READING if len(values) > _NEVER_LEFT_OUT else _READING[:_NEVER_LEFT_OUT]
    return dict(zip(names, values, strict=True))
