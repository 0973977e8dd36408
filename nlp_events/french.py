"""The standard base pipeline, without what makes it slow to load: spaCy's French exceptions, and parts nobody reads.

``import spacy.lang.fr`` compiles 300 alternatives with 3 000 letters each, longer than all else takes. What cuts
the tokens is in the files of the pipeline as well, and there it is read and compiled in a shorter form
(``alternation``). So this module makes a French pipeline without that import, and leaves spaCy's own French as it is.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.attrs import LIKE_NUM
from spacy.language import BaseDefaults, Language
from spacy.util import get_model_meta, load_config
from srsly import msgpack_loads  # type: ignore[attr-defined]  # it is exported, without a word for type checkers

from nlp_events.alternation import factored
from nlp_events.tokens import KeepingTokenizer
from nlp_events.vector_rows import VectorRows

LANGUAGE = "fr"
_OWN_FACTORIES = {"lemmatizer"}
"""Components that spaCy makes otherwise for French, which takes its module."""

_READ_WORDS = {"morphologizer", "lemmatizer", "attribute_ruler", "parser"}
"""Components that may know their labels and tables by the hashes of words alone."""

_TOKENIZER = {"@tokenizers": "spacy.Tokenizer.v1"}
_CHANGES = ("before_creation", "after_creation", "after_pipeline_creation")


def load_standard(name: str, exclude: Sequence[str]) -> French | None:
    """Load an installed French pipeline: the same tokens, components and vectors as ``spacy.load`` gives.

    Args:
        name: of a package that was made by ``spacy package``.
        exclude: components that are not loaded.

    Returns:
        The pipeline; None where it is not installed, or is one that spaCy alone can load.
    """
    folder = _folder(name)
    if folder is None or _OWN_FACTORIES - set(exclude):
        return None
    config = load_config(folder / "config.cfg")
    settings = config["nlp"]
    if settings["lang"] != LANGUAGE or settings["tokenizer"] != _TOKENIZER or any(map(settings.get, _CHANGES)):
        return None
    nlp: Any = French.from_config(config, exclude=exclude, meta=get_model_meta(folder), auto_fill=False)
    nlp.read(folder, exclude=exclude)
    nlp.tokenizer = _tokenizer(nlp, folder / "tokenizer")
    whole: French = nlp
    return whole


def _folder(name: str) -> Path | None:
    """The folder of an installed pipeline with its ``config.cfg``."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):  # a path, or a name with points of packages that are not there
        return None
    if spec is None or not spec.submodule_search_locations:
        return None
    importlib.import_module(name)  # a pipeline may register what it is made of
    package = Path(spec.submodule_search_locations[0])
    if not (package / "meta.json").is_file():
        return None
    meta = get_model_meta(package)
    folder = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    return folder if (folder / "config.cfg").is_file() and (folder / "tokenizer").is_file() else None


def _tokenizer(nlp: Language, path: Path) -> KeepingTokenizer:
    saved: dict[str, Any] = msgpack_loads(path.read_bytes())

    def compiled(name: str) -> re.Pattern[str] | None:
        return re.compile(saved[name]) if saved.get(name) else None

    prefix, suffix, infix, url = map(compiled, ("prefix_search", "suffix_search", "infix_finditer", "url_match"))
    match = re.compile(factored(saved["token_match"])) if saved.get("token_match") else None
    return KeepingTokenizer(
        nlp.vocab,
        rules=saved.get("exceptions"),
        prefix_search=prefix and prefix.search,
        suffix_search=suffix and suffix.search,
        infix_finditer=infix and infix.finditer,
        token_match=match and match.match,
        url_match=url and url.match,
        faster_heuristics=saved.get("faster_heuristics", True),
    )


def _module(name: str) -> ModuleType:
    """A module of spaCy's French that holds words alone, without the package around it, which compiles."""
    path = Path(spacy.__file__).parent / "lang" / LANGUAGE / f"{name}.py"
    spec = spec_from_file_location(f"spacy.lang.{LANGUAGE}.{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(name=name, path=str(path))
    module = module_from_spec(spec)  # not in sys.modules: a later import makes spaCy's own
    spec.loader.exec_module(module)
    return module


_NUMBERS = _module("lex_attrs")


def _like_num(text: str) -> bool:
    return bool(_NUMBERS.like_num(text))


def _noun_chunks(doclike: Any) -> Iterator[Any]:
    """As spaCy's, which asks for a parser: then its module may be imported."""
    chunks: Callable[[Any], Iterator[Any]] = importlib.import_module("spacy.lang.fr.syntax_iterators").noun_chunks
    return chunks(doclike)


class Defaults(BaseDefaults):
    """What a French vocabulary knows of words, spaCy's; what cuts the tokens is put in afterwards."""

    tokenizer_exceptions = {}  # noqa: RUF012 - spaCy declares these so
    prefixes = suffixes = infixes = ()
    url_match = None
    lex_attr_getters = {LIKE_NUM: _like_num}  # noqa: RUF012
    stop_words = _module("stop_words").STOP_WORDS
    syntax_iterators = {"noun_chunks": _noun_chunks}  # noqa: RUF012


class French(Language):  # type: ignore[no-untyped-call]
    """A language as ``spacy.lang.fr.French``; at the top of a module, so that other processes find it."""

    lang = LANGUAGE
    Defaults = Defaults

    def read(self, folder: Path, *, exclude: Sequence[str]) -> None:
        """Read vocabulary, vectors and components, but no tokenizer, and the words of the vectors when they are needed.

        Those are half a million, which no component asks for: a vector is found by the hash of its word.
        """
        self._unread = None if _READ_WORDS - set(exclude) else folder / "vocab" / "strings.json"
        self.from_disk(folder, exclude=[*exclude, "tokenizer", "strings"])
        vectors: Any = self.vocab.vectors
        vectors.key2row = VectorRows(vectors.key2row)
        if self._unread is None:
            self._add_words(folder / "vocab" / "strings.json")

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """As the parent's, with the words of the vectors."""
        self.complete()
        super().to_disk(path, exclude=exclude)

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """As the parent's, with the words of the vectors."""
        self.complete()
        return super().to_bytes(exclude=exclude)

    def complete(self) -> None:
        """Read the words of the vectors, if they were not yet: then ``vocab.strings`` knows them by their hashes."""
        if self._unread is not None:
            self._add_words(self._unread)
            self._unread = None

    _unread: Path | None = None

    def _add_words(self, path: Path) -> None:
        for word in json.loads(path.read_bytes()):
            self.vocab.strings.add(word)
