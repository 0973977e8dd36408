"""``Words``: every French word and rule that a pipeline works with, ours and what users add to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from nlp_events.errors import ResourceError
from nlp_events.words.entries import ENTRIES, Entry, additions_of, entries_of
from nlp_events.words.files import MOST_YAML, text_of, yaml_of
from nlp_events.words.lexicon import WordClass, parts_of
from nlp_events.words.loader import FOLDER, PARTS, WORDS, ClassFile, Parts, ResourceT, validated
from nlp_events.words.merging import merged
from nlp_events.words.parsed import is_parsed
from nlp_events.words.patterns import Names
from nlp_events.words.tables import RowT, read_table, row_of

T = TypeVar("T")

READ = (".csv", ".yaml")
"""What is added to ours; of ``persons.txt`` a table is built with the package, so that a user's would add nothing."""

Config = str | dict[str, Any] | None
"""Words as JSON, for the configuration of a component: a folder, or what ``Words.config`` gives; None for ours."""


class Words:
    """The words and rules of French, with those of users added. Components hold one; nothing else reads the files.

    Files are read when they are first asked for, and once. ``add`` belongs before that: give the object to ``load``
    when all is added.

    Args:
        *folders: folders with files of the names of ours, which are added to ours (see ``merging.merged``), and
            with ``words.csv``, one word a line (see ``entries``). Of two folders the later wins.
        base: the folder of ours.

    Raises:
        ResourceError: there is no such folder, or a line of a ``words.csv`` is wrong.
    """

    def __init__(self, *folders: str | Path, base: Path = FOLDER) -> None:
        self._base = base
        self._folders = tuple(Path(folder) for folder in folders)
        self._made: dict[Any, Any] = {}
        self._entries: list[Entry] = []
        for folder in self._folders:
            if not _is_folder(folder):
                raise ResourceError(str(folder), "", "there is no such folder of words.", "Check the path.")
            self._entries += entries_of(folder / ENTRIES)
        self._own = 0

    def add(self, kind: str, word: str, value: str = "", example: str = "") -> Words:
        """Add one word, as a line of ``words.csv`` does.

        Args:
            kind: «trigger», «saying», «person», «thing», «place» or «organisation».
            word: the word as a dictionary has it; names of a place or an organisation, separated by «|».
            value: of a trigger its impact, of a person its category, of a place its country and its degrees north and
                east («ML 12.6 -8.0»), of an organisation its kind and country («ngo ML»).
            example: a sentence in which it does what it is for; ``nlp-events check`` proves it.

        Returns:
            This object.

        Raises:
            ResourceError: the kind is unknown, or the value is not one of it.
        """
        entry = Entry(kind=kind, word=word, value=value, example=example, path="words.add", line=0)
        additions_of(entry)
        self._entries.append(entry)
        self._own += 1
        self._made.clear()
        return self

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The words added one by one, of ``words.csv`` and of ``add``."""
        return tuple(self._entries)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are added to ours."""
        return self._folders

    @property
    def config(self) -> Config:
        """This object as JSON, from which ``words_of`` makes its like, in another process too."""
        plain = self._base == FOLDER and not self._own
        if plain and len(self._folders) <= 1:
            return str(self._folders[0]) if self._folders else None
        own = self._entries[len(self._entries) - self._own :]
        return {
            "base": str(self._base),
            "folders": [str(folder) for folder in self._folders],
            "added": [[one.kind, one.word, one.value, one.example] for one in own],
        }

    def __reduce__(self) -> tuple[Callable[[Config], Words], tuple[Config]]:
        return words_of, (self.config,)

    def resource(self, model: type[ResourceT], name: str) -> ResourceT:
        """One validated YAML file, with what is added to it.

        Args:
            model: its form.
            name: the file, from the folder of the language («layers/dates.yaml»).

        Raises:
            ResourceError: it is no YAML, has a duplicate or unknown key, or a value of the wrong form.
        """
        found: ResourceT | None = self._made.get((model, name))  # asked for hundreds of times an article
        return found or self._once((model, name), lambda: self._resource(model, name))

    def table(self, row: type[RowT], name: str) -> tuple[RowT, ...]:
        """One validated CSV table: the rows that are added, then ours.

        Args:
            row: the form of a line.
            name: the file («places.csv»).

        Raises:
            ResourceError: a line has an unknown column or a value of the wrong form.
        """
        found: tuple[RowT, ...] = self._once((row, name), lambda: self._table(row, name))
        return found

    @property
    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """Every class that patterns can name, with its words.

        Raises:
            ResourceError: a file of classes is wrong, or two of them have a class of one name.
        """
        found: Mapping[str, tuple[str, ...]] = self._once("classes", self._classes)
        return found

    def once(self, build: Callable[[Words], T]) -> T:
        """What a function makes of these words, made at the first call."""
        found: T = self._once(build, lambda: build(self))
        return found

    def _once(self, key: Any, make: Callable[[], Any]) -> Any:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _resource(self, model: type[ResourceT], name: str) -> ResourceT:
        data, path = self.value(name)
        parts = data.pop(PARTS, {}) if isinstance(data, dict) else {}
        names = Names(self.classes, validated(Parts, {PARTS: parts}, path).parts, proven=self._is_shipped(name))
        return validated(model, data, path, names)

    def _is_shipped(self, name: str) -> bool:
        """Whether a file and all classes of words are those of the package, with nothing added and nothing changed."""
        if self._base != FOLDER or self._folders or self._entries:
            return False
        paths = [self._base / name, *(self._base / WORDS).glob("*.yaml")]
        return all(is_parsed(text_of(path, MOST_YAML)) for path in paths)

    def value(self, name: str) -> tuple[Any, Path]:
        """The value of a YAML file with all that is added to it, and the file to name in messages.

        Raises:
            ResourceError: one of the files is no YAML.
        """
        path = self._base / name
        data = yaml_of(path)
        for own, addition in self._additions(name):
            path, data = own, merged(data, addition)
        return data, path

    def _additions(self, name: str) -> Iterator[tuple[Path, Any]]:
        for folder in self._folders:
            for path in _named(folder, name):
                addition = yaml_of(path)
                if addition is not None:  # nothing but comments adds nothing
                    yield path, addition
        for entry in self._entries:
            for file, addition in additions_of(entry):
                if file == name:
                    yield Path(entry.path), addition

    def _table(self, row: type[RowT], name: str) -> tuple[RowT, ...]:
        own: list[RowT] = []
        for entry in self._entries:
            own += [
                row_of(row, cells, Path(entry.path), entry.line) for file, cells in additions_of(entry) if file == name
            ]
        for path in (path for folder in reversed(self._folders) for path in _named(folder, name)):
            own += read_table(row, path)
        return (*own, *read_table(row, self._base / name))

    def _classes(self) -> dict[str, tuple[str, ...]]:
        classes: dict[str, tuple[str, ...]] = {}
        for name in sorted(path.name for path in (self._base / WORDS).glob("*.yaml")):
            data, path = self.value(f"{WORDS}/{name}")
            for key, given in validated(ClassFile, data, path).root.items():
                found = parts_of(key, WordClass(given.kind, given.words))
                if twice := next((part for part in found if part in classes), None):
                    raise ResourceError(str(path), key, f"the class {twice!r} stands in another file.", "Rename one.")
                classes |= found
        return classes


SHIPPED = Words()
"""The words and rules of this package alone."""


def derived(build: Callable[[Words], T]) -> Callable[[Words], T]:
    """Let a function of words be worked out once for each ``Words``, and kept with it."""

    @wraps(build)
    def of(words: Words = SHIPPED) -> T:
        return words.once(build)

    return of


def words_of(config: Config | Path | Words) -> Words:
    """The words that a configuration names; one object for the same files as long as they stay as they are.

    Args:
        config: a folder, what ``Words.config`` gave, or None for ours; an object of words is given back.

    Raises:
        ResourceError: there is no such folder, or a line of its ``words.csv`` is wrong.
    """
    if isinstance(config, Words):
        return config
    if config is None:
        return SHIPPED
    given = config if isinstance(config, dict) else {"base": str(FOLDER), "folders": [str(config)], "added": []}
    return _words_of(json.dumps(given, sort_keys=True), _state([str(given["base"]), *given["folders"]]))


@lru_cache(maxsize=4)
def _words_of(config: str, _: tuple[Any, ...]) -> Words:
    given = json.loads(config)
    words = Words(*given["folders"], base=Path(given["base"]))
    for kind, word, value, example in given["added"]:
        words.add(kind, word, value, example)
    return words


def _state(folders: list[str]) -> tuple[Any, ...]:
    """What tells that a file has changed since it was read: a notebook edits one, and loads again."""
    paths = [path for folder in folders for path in files_read(Path(folder))]
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in paths if (stat := path.lstat()))


def files_read(folder: Path) -> list[Path]:
    """The files of a user's folder that are read: those of the names of ours, and ``words.csv``."""
    if not _is_folder(folder):
        return []
    names = [path.relative_to(FOLDER).as_posix() for path in sorted(FOLDER.rglob("*.*")) if path.suffix in READ]
    return [path for name in (ENTRIES, *names) for path in _named(folder, name)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system can look up
        return False


def _named(folder: Path, name: str) -> Iterator[Path]:
    """A user's file of the name of one of ours, in a folder like ours or beside the others."""
    for path in dict.fromkeys((folder / name, folder / Path(name).name)):
        # What is there and is no file is refused where it is read.
        if path.exists() or path.is_symlink():
            yield path
