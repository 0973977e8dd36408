"""The articles of JSON values: one, or many below a key, in the form of whatever wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.fields import Fields, fields_among, no_text, preset_named, remarks, titled, without_text
from nlp_events.readers.notes import Remark, Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.paths import MISSING, at, first_at
from nlp_events.readers.sources import Source
from nlp_events.text.reading_model import Preset, load_reading

_MOST_FORMS = 1_000
"""Sets of keys that are remembered: a dump has some, and one of random keys must not fill the memory."""

_LOOKED_AT = 20
"""Records by which a file is known: the first of a chat is often somebody who joins."""


class _Shape(NamedTuple):
    """A value as articles.

    Attributes:
        records: its articles; None where it is one itself.
        preset: what wrote it; None for nothing that is known.
        path: where the records stand, for messages; empty for the value itself.
    """

    records: list[Any] | None
    preset: Preset | None = None
    path: str = ""


class Records:
    """Finds the articles in the values of one file, all of them in the form of the first.

    Args:
        source: the names of the file.
        options: how it is read.
    """

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._source = source
        self._options = options
        self._preset = preset_named(options.preset)
        self._chosen: dict[tuple[str, ...], Fields] = {}
        self._told: set[Fields] = set()
        self._left_out = 0

    def articles(self, value: Any, place: str) -> Iterator[Found | Said]:
        """The articles of a value, and what is to be said of them.

        Args:
            value: a JSON value.
            place: what comes after the names of the file in those of the value («:12» of a line), or an empty string.

        Raises:
            InputError: it has no records where the options say.
        """
        shape = self._shape(value)
        if shape.preset is not None and self._preset is None:
            name = shape.preset.name
            yield Remark(f"preset {name}", f"{self._source.name}: it is read as what {name} writes.")
        self._preset = shape.preset
        if shape.path:
            said = f"{self._source.name}: the list under {shape.path!r} is taken for its articles."
            yield Remark(f"records {shape.path}", f"{said} --records names another.")
        if shape.records is None:
            yield from self._article(value, place, value)
            return
        if not shape.records:
            problem = "the list is empty. Leave the file out, or put articles in it."
            raise InputError(self._source.name, "empty", problem)
        for number, record in enumerate(shape.records, start=1):
            yield from self._article(record, f"{place}:{number}", value)

    def left_out(self) -> Iterator[Remark]:
        """What is to be said of records without a text, at the end of a file."""
        if self._left_out:
            name = self._source.name
            were = "record without a text was" if self._left_out == 1 else "records without a text were"
            said = f"{name}: {self._left_out} {were} left out (pictures, notes of the program)."
            yield Remark(f"left out {name}", said)

    def _article(self, record: Any, place: str, root: Any) -> Iterator[Found | Said]:
        names = (f"{self._source.name}{place}", f"{self._source.doc_id}{place}")
        if not isinstance(record, dict):
            yield found_in(record, *names, self._options)
            return
        fields = self._fields(record)
        if first_at(record, fields.text) is not MISSING:
            yield from () if fields in self._told else remarks(fields, record, self._source)
            self._told.add(fields)
        elif kind := without_text(list(record)):
            yield failure(names[1], no_text(list(record), self._source, kind))
            return
        if fields.partial and first_at(record, fields.text) in (MISSING, None, "", []):
            self._left_out += 1
            return
        yield found_in(_rooted(record, fields, root), *names, self._options, fields)

    def _fields(self, record: Mapping[str, Any]) -> Fields:
        """Where the fields of a record stand; told once for all records of the same keys."""
        names = tuple(_names(record))
        if names in self._chosen:
            return self._chosen[names]
        flat = self._preset is None
        fields = titled(fields_among(names, self._source, self._options, preset=self._preset, flat=flat))
        if len(self._chosen) < _MOST_FORMS:
            self._chosen[names] = fields
        return fields

    def _shape(self, value: Any) -> _Shape:
        if self._preset is not None:
            return _Shape(_list_at(value, self._preset.records), self._preset)
        if self._options.records is not None:
            return _Shape(_required(value, self._options.records, self._source))
        if not self._chosen and (known := _known(value)) is not None:
            return known
        if isinstance(value, Mapping) and not self._is_article(value):
            for path in load_reading().records:
                found = at(value, path)
                if isinstance(found, list) and found and isinstance(found[0], Mapping):
                    return _Shape(found, None, path)
        return _Shape(value if isinstance(value, list) else None)

    def _is_article(self, value: Mapping[str, Any]) -> bool:
        return isinstance(first_at(value, self._fields(value).text), str)


def _names(record: Mapping[str, Any]) -> list[str]:
    """The keys of a record, and the paths below those that may hold an article."""
    inner = [key for key in load_reading().wrappers if isinstance(record.get(key), Mapping)]
    return [*(key for key in record if key not in inner), *(f"{key}.{name}" for key in inner for name in record[key])]


def _list_at(value: Any, paths: tuple[str, ...]) -> list[Any] | None:
    found = next((one for one in (at(value, path) for path in paths) if isinstance(one, list)), None)
    return found if found is not None else (value if isinstance(value, list) else None)


def _required(value: Any, path: str, source: Source) -> list[Any]:
    found = at(value, path)
    if isinstance(found, list):
        return found
    problem = f"has no list under {path!r}. Name the right key with --records, with dots between keys in one another."
    raise InputError(source.name, "records", problem)


def _known(value: Any) -> _Shape | None:
    """A value in the form of a preset whose keys its first records have; None where none has them."""
    for preset in load_reading().presets.values():
        if preset.no_text:
            continue
        records = _list_at(value, preset.records)
        first = [value] if records is None else islice(records, _LOOKED_AT)
        if any(_has(record, preset) for record in first if isinstance(record, Mapping)):
            return _Shape(records, preset)
    return None


def _has(record: Mapping[str, Any], preset: Preset) -> bool:
    return any(all(at(record, path) is not MISSING for path in group) for group in preset.known_by)


def _rooted(record: dict[str, Any], fields: Fields, root: Any) -> dict[str, Any]:
    """A record with what its fields take from the whole file, under their paths."""
    paths = [path for path in (*fields.source, *fields.date) if path.startswith("/")]
    found = {path: at(root, path[1:]) for path in paths}
    return {**record, **{path: one for path, one in found.items() if one is not MISSING}} if found else record
