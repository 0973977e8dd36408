"""Writes ``nouns.bin``: ``python -m nlp_events.words.build_nouns [--check]``.

Its nouns are those of ``forms.bin`` (DELA, LGPLLR); which of them name people stands in ``lang/fr/words/persons.txt``.
The same two files give the same bytes. ``--check`` writes nothing and tells by its exit code whether the shipped file
is what they give.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.words.build import write_or_check
from nlp_events.words.forms import SHIPPED_FORMS, shipped_forms
from nlp_events.words.loader import FOLDER, WORDS
from nlp_events.words.nouns import HEAD, SHIPPED_NOUNS

PERSONS = FOLDER / WORDS / "persons.txt"
EITHER = "?"
CREDIT = (
    "Nouns after DELA, the dictionary of the LADL (Universite Gustave Eiffel), LGPLLR; "
    "people marked by nlp-events, 2026: see NOTICE.md"
)


def persons() -> dict[str, str]:
    """Lemma → «p» or «e», as the reader's list has them."""
    lines = PERSONS.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    return {word.removeprefix(EITHER): "e" if word.startswith(EITHER) else "p" for word in words}


def nouns() -> Iterator[tuple[str, str]]:
    """(form, «p», «t» or «e») of every noun; a form comes once a lemma."""
    people, table = persons(), shipped_forms()
    for lemma, kind in table.lemmas():
        if kind == "N":
            for form in table.forms(lemma, kind):
                yield form.text, people.get(lemma, "t")


def file_bytes() -> bytes:
    """The content of the table."""
    kinds: dict[str, set[str]] = {}
    for form, kind in nouns():
        kinds.setdefault(form, set()).add(kind)
    lines = [f"{form}\t{'e' if len(found) > 1 else min(found)}".encode() for form, found in kinds.items()]
    return HEAD + f"{CREDIT}\n".encode() + b"\n".join(sorted(lines)) + b"\n"


if __name__ == "__main__":
    write_or_check(SHIPPED_NOUNS, file_bytes, about=__doc__, sources=f"{PERSONS.name} with {SHIPPED_FORMS.name}")
