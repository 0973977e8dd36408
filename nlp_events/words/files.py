"""The text of a resource file, and the values of a YAML one, held to what files of words and rules need."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

from srsly.ruamel_yaml import YAML
from srsly.ruamel_yaml.composer import Composer

from nlp_events.errors import ResourceError
from nlp_events.words.parsed import parsed

MOST_TABLE = 32 * 1024 * 1024
"""Bytes of a table: the largest shipped one has a quarter of a million."""

MOST_YAML = 256 * 1024
"""Bytes of a YAML file, two and a half times those of the largest shipped one, which takes 0.4 seconds to read."""

MOST_NODES = 15_000
"""Values and keys in a YAML file, twice those of the largest shipped one: they take the time, more than bytes do."""

MOST_DEPTH = 20
"""Lists and mappings inside one another; the shipped files have 6."""


def text_of(path: Path, most_bytes: int) -> str:
    """The text of a resource file, without a byte-order mark.

    Raises:
        ResourceError: it is no file, cannot be read, is too long, or is no UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problem = "is a folder, a pipe or a device, not a file."
            raise ResourceError(str(path), "", problem, "Put a file in its place, or take it away.")
        with path.open("rb") as stream:
            data = stream.read(most_bytes + 1)
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})."
        raise ResourceError(str(path), "", problem, "Check its path and permissions.") from error
    if len(data) > most_bytes:
        remedy = "Leave out what no article needs."
        raise ResourceError(str(path), "", f"has more than {most_bytes} bytes, too many for words and rules.", remedy)
    return _decoded(data, path)


def _decoded(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("latin-1")
        remedy = "Save it as UTF-8 (iconv -f ENCODING -t UTF-8)."
        raise ResourceError(str(path), _line_after(before), "is no UTF-8.", remedy) from error
    before, nul, _ = text.partition("\0")
    if nul:
        raise ResourceError(str(path), _line_after(before), "holds a NUL byte, which no text does.", "Save it anew.")
    return text


def _line_after(before: str) -> str:
    return "line " + str(before.count("\n") + 1)


def yaml_of(path: Path) -> Any:
    """The value of a YAML file that has no aliases, anchors and tags, and not more or deeper values than rules need.

    Raises:
        ResourceError: it is not such a one; with the line.
    """
    text = text_of(path, MOST_YAML)
    ready = parsed(text)
    return parsed_yaml(text, path) if ready is None else ready[0]


def parsed_yaml(text: str, path: Path) -> Any:
    """As ``yaml_of``, of a text that was read, and never from what was parsed before.

    Args:
        text: all of the file.
        path: its name in messages.
    """
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _Composer
    try:
        return yaml.load(text)
    except Exception as error:  # a parser of other people's files may fail in any way, and each names what is wrong
        problem = str(getattr(error, "problem", None) or error).strip().partition("\n")[0]
        line = _line(error, text)
        remedy = "Mend this line." if line else "Mend that value."
        raise ResourceError(str(path), line, f"cannot be read as YAML ({problem}).", remedy) from error


def _line(error: Exception, text: str) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return f"line {mark.line + 1}"
    position = getattr(error, "position", None)
    return _line_after(text[:position]) if isinstance(position, int) else ""


class _RefusedError(Exception):
    """What YAML allows and no resource file needs.

    Attributes:
        problem: what it is.
        problem_mark: where it stands.
    """

    def __init__(self, problem: str, mark: Any) -> None:
        super().__init__(problem)
        self.problem = problem
        self.problem_mark = mark


class _Composer(Composer):
    """Puts nodes together from events, and refuses bombs before they are built."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader)
        self._depth = 0
        self._nodes = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.parser.peek_event()
        self._nodes += 1
        self._depth += 1
        if problem := self._refusal(event):
            raise _RefusedError(problem, event.start_mark)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def _refusal(self, event: Any) -> str | None:
        if getattr(event, "anchor", None) is not None:
            return f"the alias or anchor {event.anchor!r:.40}, of which one line can make millions. Write its value out"
        if getattr(event, "tag", None) is not None:
            return f"the tag {event.tag!r:.40}: values are read as what they look like. Take it away"
        if self._depth > MOST_DEPTH:
            return f"more than {MOST_DEPTH} lists and mappings inside one another"
        return f"more than {MOST_NODES} values" if self._nodes > MOST_NODES else None
