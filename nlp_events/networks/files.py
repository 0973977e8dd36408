"""The arrays of a network in a file, in half precision and without pickle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy

from nlp_events.errors import ResourceError
from nlp_events.networks.arithmetic import Floats

INSTALL = "Make it again with the scripts of models/, or install the package anew."


def read_arrays(
    path: Path, rows: Mapping[str, int], texts: Sequence[str] = ()
) -> tuple[dict[str, Floats], dict[str, list[str]]]:
    """The arrays that a file holds, by their names: those of numbers, and those of words.

    Args:
        path: the file.
        rows: how many rows some of them have to have.
        texts: the names of those that hold words.

    Raises:
        ResourceError: it is missing, damaged, or of another form.
    """
    try:
        with path.open("rb") as file, numpy.load(file, allow_pickle=False) as arrays:
            told = {name: arrays[name] for name in arrays.files}
        words = {name: [str(word) for word in told.pop(name)] for name in texts}
        numbers = {name: array.astype("float32") for name, array in told.items()}
        if any(numbers[name].shape[0] != count for name, count in rows.items()):
            raise ValueError("it is of another form")
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ResourceError(str(path), "weights", f"holds no network ({error}).", INSTALL) from error
    return numbers, words


def save_arrays(arrays: Mapping[str, Floats], path: Path, texts: Mapping[str, Sequence[str]] | None = None) -> None:
    """Write arrays, the same bytes for the same numbers and words."""
    written: dict[str, Any] = {name: arrays[name].astype("float16") for name in sorted(arrays)}
    written |= {name: numpy.array(words, dtype="str") for name, words in sorted((texts or {}).items())}
    numpy.savez_compressed(path, **written)
