"""Whether a noun names people or things: every simple noun of the dictionary, in all its forms, in one mapped file.

The file has a line a form, sorted by bytes: the form, a tabulator, and «p» (people), «t» (things) or «e» (either).
``build_nouns`` makes it.
"""

from __future__ import annotations

import mmap
from functools import lru_cache
from pathlib import Path
from typing import Literal

from nlp_events.errors import ResourceError

NounKind = Literal["people", "thing", "either"]
SHIPPED_NOUNS = Path(__file__).resolve().parent / "nouns.bin"
KINDS: dict[str, NounKind] = {"p": "people", "t": "thing", "e": "either"}
HEAD = b"nlp-events nouns 1\n"
"""The first line: what the file is, and its format. The second is the credit."""
HYPHEN = "-"
_REMEMBERED = 8192


class NounTable:
    """The nouns of one file; nothing of it is read before the first question.

    Args:
        path: the file.

    Raises:
        ResourceError: it is missing, or of another format.
    """

    def __init__(self, path: Path = SHIPPED_NOUNS) -> None:
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            if self._map.readline() != HEAD:
                raise ValueError("it is of another format")
            self._map.readline()  # the credit
        except (OSError, ValueError) as error:
            problem = f"the table of nouns cannot be read ({error})."
            raise ResourceError(str(path), "", problem, "Install nlp-events anew.") from error
        self._begin = self._map.tell()
        self._path = path

    def __reduce__(self) -> tuple[type[NounTable], tuple[Path]]:
        # Another process maps the file for itself.
        return type(self), (self._path,)

    def kind(self, form: str) -> NounKind | None:
        """What a noun names; None for a word that is no noun of the dictionary.

        A compound with hyphens names people where its last or its first part does («aide-soignante», «belle-sœur»).

        Args:
            form: any form of it, in lower case with its accents.
        """
        first, hyphen, _ = form.partition(HYPHEN)
        whole = self._kind(form)
        if whole is not None or not hyphen:
            return whole
        # «dauphins-pilotes» are dauphins: a first part that is a thing leaves it open.
        kinds = self._kind(first), self._kind(form.rpartition(HYPHEN)[2])
        return "people" if "people" in kinds and kinds[0] != "thing" else None

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019 - one table a process
    def _kind(self, form: str) -> NounKind | None:
        wanted = f"{form}\t".encode()
        low, high = self._begin, len(self._map)
        while low < high:
            line = self._map.rfind(b"\n", self._begin, (low + high) // 2) + 1 or self._begin
            end = self._map.find(b"\n", line)
            found = self._map[line:end]
            if found.startswith(wanted):
                return KINDS[found[-1:].decode()]
            low, high = (end + 1, high) if found < wanted else (low, line)
        return None


@lru_cache(maxsize=1)
def shipped_nouns() -> NounTable:
    """The table of the package, opened once."""
    return NounTable()
