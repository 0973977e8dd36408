"""From JSON text to values, whatever is wrong with it."""

from __future__ import annotations

import json
from typing import Any

from nlp_events.errors import InputError


class Repeating(dict[str, Any]):
    """A JSON object in which a key stands twice, with another value each time.

    Attributes:
        repeated: such keys; the last value of each is that of the object.
    """

    repeated: frozenset[str] = frozenset()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = Repeating(found)
    repeating.repeated = frozenset(key for key, value in pairs if found[key] != value)
    return repeating


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def parse(text: str, source: str, *, what: str, remedy: str) -> Any:
    """The value of a JSON text.

    Args:
        text: the JSON.
        source: its name in messages.
        what: what it is in messages («the line»).
        remedy: what to do about it when it is none.

    Raises:
        InputError: it is no JSON, or nothing that an article could be in.
    """
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise InputError(source, "json", f"{what} is not whole JSON ({error.msg} at {where}). {remedy}") from error
    except RecursionError as error:
        raise InputError(source, "json", f"the JSON is nested too deeply. {remedy}") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError(
            source, "json", f"{what} holds a number that is too long. Quote it, or leave it out."
        ) from error
