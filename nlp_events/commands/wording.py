"""The language that commands speak: English as it stands in the code, or French by the catalogue beside this module.

Messages are made in English, where something is found wrong, and some of them stand in the output; they are put into
another language when they are told. A message of the catalogue may have fields in braces, which stand for anything.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

ENGLISH = "en"
CATALOGUES = Path(__file__).with_name("locale")
"""One file a language, as gettext and those who translate know them: ``fr.po``."""
LANGUAGES = (ENGLISH, *sorted(path.stem for path in CATALOGUES.glob("*.po")))
FIELD = re.compile(r"\{(\w*)\}")
PARTS = (
    "problem", "remedy", "reason", "what", "told", "failed", "share", "lost", "row", "lines", "letters",
    "stream", "act",
)  # fmt: skip
"""Fields that hold a part of a message, which has a text of its own; names of files and the like stay as they are."""
NUMBERS = (
    "n",
    "read",
    "done",
    "records",
    "articles",
    "incidents",
    "figures",
    "several",
    "conflicts",
    "most",
    "seconds",
)
"""Fields that hold a number, and so no comma and no bracket that is the message's."""
LONGEST = 4_000
"""Signs of a message that is put into another language; what an exception of others brings in may be longer."""
MOST_NAMES = 4
"""Names before «: » at its head: of a file, of an archive's member, of a line."""

_ASKED: ContextVar[str | None] = ContextVar("language", default=None)
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a user's language stands, the first that is set: the order of gettext."""


@contextmanager
def spoken(language: str | None) -> Iterator[None]:
    """In the block commands speak a language; None for that of the user's locale."""
    token = _ASKED.set(language)
    try:
        yield
    finally:
        _ASKED.reset(token)


def language() -> str:
    """The language that commands speak."""
    return _ASKED.get() or _of_locale()


def _of_locale() -> str:
    written = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), None)
    if written is None and os.name == "nt":
        written = locale.getlocale()[0]
    for one in (written or "").split(":"):
        if (code := one[:2].lower()) in LANGUAGES:
            return code
    return ENGLISH


def said(message: str) -> str:
    """A message in the language that commands speak; one that the catalogue lacks stays as it is."""
    spoken_now = language()
    return message if spoken_now == ENGLISH else _said(message, spoken_now)


def _said(message: str, code: str) -> str:
    """The message itself, or what stands in it behind the names of files and lines."""
    places = [0, *(found.end() for found in islice(re.finditer(": ", message), MOST_NAMES))]
    for at in places if len(message) <= LONGEST else ():
        whole = _said_whole(message[at:], code)
        if whole is not None:
            return message[:at] + whole
    return message


def _said_whole(message: str, code: str) -> str | None:
    texts = catalogue(code)
    if message in texts:
        return texts[message]
    for template in _templates(code):
        if template.may_be(message) and (found := template.whole.fullmatch(message)):
            fields = {name: _said(value, code) if name in PARTS else value for name, value in found.groupdict().items()}
            return texts[template.text].format_map(fields)
    return None


@lru_cache
def catalogue(code: str) -> dict[str, str]:
    """English → the text of a language, of all messages that are translated."""
    from babel.messages.pofile import read_po  # not in English: it takes longer than all that help needs

    with (CATALOGUES / f"{code}.po").open("rb") as file:
        found = read_po(file, locale=code)
    return {str(one.id): str(one.string) for one in found if one.id and one.string}


class _Template:
    """A message with fields, which stand for anything."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._longest = max(FIELD.split(text)[::2], key=len)

    @property
    def weight(self) -> int:
        """Signs outside its fields: of two templates that fit, the one that says more is meant."""
        return len(FIELD.sub("", self.text))

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The pattern of the message."""
        pieces = enumerate(FIELD.split(self.text))
        return re.compile("".join(_field(one) if at % 2 else re.escape(one) for at, one in pieces), re.DOTALL)

    def may_be(self, message: str) -> bool:
        """Whether a message holds the longest of its pieces: told quickly, and mostly false."""
        return self._longest in message


def _field(name: str) -> str:
    return f"(?P<{name}>{'[-0-9., ]+' if name in NUMBERS else '.+?'})"


@lru_cache
def _templates(code: str) -> list[_Template]:
    return sorted(map(_Template, catalogue(code)), key=lambda one: -one.weight)
