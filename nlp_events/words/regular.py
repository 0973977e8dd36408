"""Regular inflection, for words that the table of forms lacks: names of trades of today, verbs of the press."""

from __future__ import annotations

from nlp_events.words.forms import Form, Kind

_FIRST_GROUP: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("er", ("W",)), ("e", ("P1s", "P3s", "S1s", "S3s")), ("es", ("P2s", "S2s")), ("ons", ("P1p",)), ("ez", ("P2p",)),
    ("ent", ("P3p", "S3p")), ("ais", ("I1s", "I2s")), ("ait", ("I3s",)), ("ions", ("I1p", "S1p")),
    ("iez", ("I2p", "S2p")), ("aient", ("I3p",)), ("ai", ("J1s",)), ("a", ("J3s",)), ("èrent", ("J3p",)),
    ("era", ("F3s",)), ("eront", ("F3p",)), ("erait", ("C3s",)), ("eraient", ("C3p",)), ("ant", ("G",)),
    ("é", ("Kms",)), ("ée", ("Kfs",)), ("és", ("Kmp",)), ("ées", ("Kfp",)),
)  # fmt: skip
_SECOND_GROUP: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ir", ("W",)), ("is", ("P1s", "P2s", "J1s")), ("it", ("P3s", "J3s")), ("issent", ("P3p", "S3p")),
    ("isse", ("S1s", "S3s")), ("issait", ("I3s",)), ("issaient", ("I3p",)), ("irent", ("J3p",)), ("ira", ("F3s",)),
    ("iront", ("F3p",)), ("irait", ("C3s",)), ("iraient", ("C3p",)), ("issant", ("G",)),
    ("i", ("Kms",)), ("ie", ("Kfs",)), ("is", ("Kmp",)), ("ies", ("Kfp",)),
)  # fmt: skip

# Ending of a masculine noun, and that of its feminine; the first that fits.
_FEMININES = (
    ("e", "e"), ("teur", "trice"), ("eur", "euse"), ("er", "ère"), ("ien", "ienne"), ("ion", "ionne"), ("if", "ive"),
    ("eux", "euse"), ("f", "ve"), ("x", "se"), ("el", "elle"), ("an", "ane"), ("", "e"),
)  # fmt: skip
_PLURALS = (("s", "s"), ("x", "x"), ("z", "z"), ("al", "aux"), ("eau", "eaux"), ("eu", "eux"), ("", "s"))


def regular_forms(lemma: str, kind: Kind) -> tuple[Form, ...]:
    """The forms that regular endings give a lemma.

    Args:
        lemma: an infinitive in «-er» or «-ir», or a masculine singular; of several words, the first is inflected.
        kind: verb or noun.

    Returns:
        Its forms, tagged as in ``forms``; a verb of another group has its infinitive alone.
    """
    head, blank, rest = lemma.partition(" ")
    if kind == "N":
        return tuple(Form(form.text + blank + rest, form.tags) for form in _noun(head))
    if head.endswith("er"):
        forms = [Form(_softened(head[:-2], ending) + ending, tags) for ending, tags in _FIRST_GROUP]
    elif head.endswith("ir"):
        forms = [Form(head[:-2] + ending, tags) for ending, tags in _SECOND_GROUP]
    else:
        forms = [Form(head, ("W",))]
    return tuple(Form(form.text + blank + rest, form.tags) for form in forms)


def plural(noun: str) -> str:
    """The regular plural of a noun: «cheminot» → «cheminots», «local» → «locaux»."""
    return _swapped(noun, _PLURALS)


def _noun(masculine: str) -> tuple[Form, ...]:
    feminine = _swapped(masculine, _FEMININES)
    if feminine == masculine:
        return Form(masculine, ("ms", "fs")), Form(plural(masculine), ("mp", "fp"))
    return (
        Form(masculine, ("ms",)),
        Form(plural(masculine), ("mp",)),
        Form(feminine, ("fs",)),
        Form(plural(feminine), ("fp",)),
    )


def _swapped(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    ending, other = next(pair for pair in endings if word.endswith(pair[0]))
    return word[: len(word) - len(ending)] + other


def _softened(stem: str, ending: str) -> str:
    """«lanç-a», «mange-a»: what keeps the sound of c and g before a, o."""
    if ending[0] not in "ao":
        return stem
    return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" * stem.endswith("g")
