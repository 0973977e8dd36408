"""Which columns or keys hold what an article has: as the caller says, else by what such names are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nlp_events.errors import InputError
from nlp_events.readers.days import publication_day
from nlp_events.readers.notes import DateColumn, Remark
from nlp_events.readers.options import Names, ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.text.field_names import FIELDS, FieldName, Paths

if TYPE_CHECKING:
    from nlp_events.text.reading_model import Preset, ReadingResource

STANDARD_NAMES: dict[FieldName, str] = {
    "text": "text", "title": "title", "date": "published", "id": "doc_id", "source": "source",
}  # fmt: skip
"""What the library itself calls them."""

_SIGN = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[0-9]+")
_SHORTEST, _LONGEST = 6, 60
"""Characters of what looks like a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Where an article's fields stand, each as paths of which the first that leads to something counts.

    Attributes:
        text, title, date, id, source: the paths.
        guessed: the fields that nobody has named, and that are called otherwise than here.
        loose_id: the id is such a one: another file may have it too.
        partial: what has no text is no article, and left out.
    """

    text: Paths = ()
    title: Paths = ()
    date: Paths = ()
    id: Paths = ()
    source: Paths = ()
    guessed: frozenset[FieldName] = frozenset()
    loose_id: bool = False
    partial: bool = False

    def __getitem__(self, name: FieldName) -> Paths:
        found: Paths = getattr(self, name)
        return found


STANDARD_FIELDS = Fields(text=("text",), title=("title",), date=("published",), id=("doc_id",), source=("source",))


def reading() -> ReadingResource:
    """What columns and keys are called."""
    # Imported here: what validates it takes a tenth of a second, and a file that names its columns as we do needs none.
    from nlp_events.text.reading_model import load_reading

    return load_reading()


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, accents, blanks and signs."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return _SIGN.sub("", "".join(char for char in plain if not unicodedata.combining(char)))


def asked(names: Names, source: Source) -> Paths:
    """The names that a caller has given for a file: those of its own («*.csv=Contenu»), else those of all files."""
    given = (names,) if isinstance(names, str) else tuple(names)
    parts = [one.partition("=") for one in given]
    own = tuple(name for pattern, mark, name in parts if mark and _fits(pattern, source))
    return own or tuple(pattern for pattern, mark, _ in parts if not mark)


def _fits(pattern: str, source: Source) -> bool:
    return any(fnmatchcase(name, pattern) for name in (source.name, source.doc_id, source.file_name))


def options_of(options: ReadOptions) -> dict[FieldName, Names]:
    """The option of each field."""
    return {
        "text": options.text_field, "title": options.title_field, "date": options.date_field,
        "id": options.id_field, "source": options.source_field,
    }  # fmt: skip


def preset_named(name: str | None) -> Preset | None:
    """A preset; None for no name.

    Raises:
        InputError: there is none of that name.
    """
    if name is None:
        return None
    presets = reading().presets
    if name not in presets:
        raise InputError(name, "preset", f"is no preset. Name one of {', '.join(presets)}.")
    return presets[name]


def fields_among(
    names: Sequence[str], source: Source, options: ReadOptions, *, preset: Preset | None = None, flat: bool = True
) -> Fields:
    """Where the fields stand in a table or an object.

    Args:
        names: its columns; of an object its keys, and the paths below those that may hold an article.
        source: the names of the file.
        options: what the caller has named.
        preset: what the file is; None for nothing that is known.
        flat: the names are all there is, so that a path that is none of them leads nowhere.
    """
    found: dict[FieldName, Paths] = {}
    guessed: set[FieldName] = set()
    by_folded = _by_folded(names)
    for name, given in options_of(options).items():
        if own := asked(given, source):
            found[name] = own
        elif preset is not None:
            found[name] = _present(preset, name, by_folded) if flat else getattr(preset, name)
        else:
            found[name] = _guessed(name, by_folded)
            if found[name] and found[name][0] != STANDARD_NAMES[name]:
                guessed.add(name)
    loose = "id" in guessed or (preset is not None and not asked(options.id_field, source))
    partial = preset is not None and preset.partial
    return Fields(**found, guessed=frozenset(guessed), loose_id=loose, partial=partial)


def _by_folded(names: Iterable[str]) -> dict[str, str]:
    """Folded name → the first name that is folded so."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name.rpartition(".")[2] if name.startswith(_wrapped()) else name), name)
    return found


@lru_cache(maxsize=1)
def _wrapped() -> tuple[str, ...]:
    return tuple(f"{wrapper}." for wrapper in reading().wrappers)


def _present(preset: Preset, name: FieldName, by_folded: Mapping[str, str]) -> Paths:
    paths: Paths = getattr(preset, name)
    return tuple(by_folded[key] for key in map(folded, paths) if key in by_folded)


def _guessed(name: FieldName, by_folded: Mapping[str, str]) -> Paths:
    """The names that a field is known by, the best first; of the text that one alone, for two texts are not one."""
    found = [by_folded[key] for key in map(folded, reading().fields[name]) if key in by_folded]
    return tuple(dict.fromkeys(found))[: 1 if name == "text" else 3]


def without_text(names: Sequence[str]) -> str | None:
    """What a list of titles and addresses without texts is, by its columns or keys; None for none that is known."""
    known = {folded(name) for name in names}
    for preset in reading().presets.values():
        if preset.no_text and any(all(folded(one) in known for one in group) for group in preset.known_by):
            return preset.name
    return None


def no_text(names: Sequence[str], source: Source, kind: str) -> InputError:
    """The error of such a list."""
    title = next((name for name in names if folded(name) == "title"), "title")
    problem = f"holds titles and addresses and no text: it looks like a list from {kind}"
    return InputError(source.name, "no_text", f"{problem}. Read its titles with --text-field {title}.")


def remarks(fields: Fields, data: Mapping[str, Any], source: Source) -> list[Remark | DateColumn]:
    """What is to be said of the fields of a file: which were guessed, and what looks like a date where there is none.

    Args:
        fields: the fields.
        data: a row or an object.
        source: the names of the file.
    """
    found: list[Remark | DateColumn] = []
    if fields.guessed:
        said = [f"the {name} from {' or '.join(map(repr, fields[name]))}" for name in FIELDS if name in fields.guessed]
        options = "Options as --text-field name others."
        found.append(Remark("fields " + "; ".join(said), f"{source.name}: it takes {', '.join(said)}. {options}"))
    if not fields.date and (column := _date_in(fields, data)):
        found.append(DateColumn(column))
    return found


def _date_in(fields: Fields, data: Mapping[str, Any]) -> str | None:
    others = {path for name in FIELDS for path in fields[name]}
    return next((name for name, value in data.items() if name not in others and _is_dated(value)), None)


def _is_dated(value: Any) -> bool:
    if not isinstance(value, str) or not _SHORTEST <= len(value) <= _LONGEST or _NUMBER.fullmatch(value):
        return False
    with suppress(InputError):
        return publication_day(value, "") is not None
    return False


def titled(fields: Fields) -> Fields:
    """Fields of a list whose titles are read as texts: they are no titles then."""
    return replace(fields, title=()) if fields.title == fields.text else fields
