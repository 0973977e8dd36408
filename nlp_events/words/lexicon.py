"""The lexicon: every word once, as a lemma with its class; the forms are made here.

``lang/fr/words/*.yaml`` hold classes of lemmas (``saying``: annoncer, souligner …). From a class of verbs come the
classes ``saying.present``, ``saying.participle`` …, from one of nouns ``person.singular`` and ``person.plural``, which
patterns name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from nlp_events.words.forms import Form, FormTable, Kind, shipped_forms
from nlp_events.words.regular import regular_forms

ClassKind = Literal["verb", "noun", "phrase"]
"""What a class holds: verbs to conjugate, nouns to put into plural and feminine, phrases to take as they are."""

# Name of a part of a class of verbs → the tags of its forms; of the persons the third, which news is written in.
VERB_PARTS: Mapping[str, tuple[str, ...]] = {
    "infinitive": ("W",),
    "present": ("P3s", "P3p"),
    "subjunctive": ("S3s", "S3p"),
    "imperfect": ("I3s", "I3p"),
    "past": ("J3s", "J3p"),
    "future": ("F3s", "F3p"),
    "conditional": ("C3s", "C3p"),
    "gerund": ("G",),
    "participle": ("Kms", "Kfs", "Kmp", "Kfp"),
    "participle.masculine": ("Kms",),
}
NOUN_PARTS: Mapping[str, tuple[str, ...]] = {"singular": ("ms", "fs"), "plural": ("mp", "fp")}

GIVEN = "/"
"""Parts a noun from a plural that is not made by inflecting its first word."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """One class as a file gives it: its kind, and its lemmas or phrases."""

    kind: ClassKind
    words: tuple[str, ...]


def forms_of(lemma: str, kind: Kind, table: FormTable | None = None) -> tuple[Form, ...]:
    """Every form of a lemma: the dictionary's, or those of regular endings where it has none.

    Args:
        lemma: an infinitive, or the masculine singular of a noun; of several words, the first is inflected. «casque
            bleu/casques bleus» gives the plural where that is not so, «/mineurs» a plural alone, «mineur/» a singular.
        kind: verb or noun.
        table: the table of forms; None for the shipped one.
    """
    table = table or shipped_forms()
    one, given, many = lemma.partition(GIVEN)
    if given:
        forms = Form(one, NOUN_PARTS["singular"]), Form(many, NOUN_PARTS["plural"])
        return tuple(form for form in forms if form.text)
    known = table.forms(lemma, kind)
    if known:
        return known
    head, blank, rest = lemma.partition(" ")
    if blank and (known := table.forms(head, kind)):
        return tuple(Form(f"{form.text} {rest}", form.tags) for form in known)
    return regular_forms(lemma, kind)


def parts_of(name: str, word_class: WordClass) -> dict[str, tuple[str, ...]]:
    """The classes that patterns can name of one: «saying» → «saying.present», «saying.participle» …, «saying» itself.

    Args:
        name: its name.
        word_class: its kind and lemmas.
    """
    if word_class.kind == "phrase":
        return {name: word_class.words}
    kind: Kind = "V" if word_class.kind == "verb" else "N"
    parts = VERB_PARTS if kind == "V" else NOUN_PARTS
    forms = [form for lemma in word_class.words for form in forms_of(lemma, kind)]
    found = {f"{name}.{part}": _tagged(forms, tags) for part, tags in parts.items()}
    whole = dict.fromkeys(form for part in found.values() for form in part)
    return {part: words for part, words in found.items() if words} | {name: tuple(whole)}


def _tagged(forms: Iterable[Form], tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.text for form in forms if not set(tags).isdisjoint(form.tags)))
