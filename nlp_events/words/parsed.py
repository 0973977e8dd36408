"""The values of the shipped YAML files, parsed before they are shipped: reading them as YAML takes a second and a half.

``parsed.jsonl`` beside this module has a line for each file: the digest of its text, a blank, its value as JSON. A file
whose text is another, by one character, has no line there and is read as YAML. After a change of a file:
``python -m nlp_events.words.build_parsed``; without it the start is slower, and nothing else is different.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

SHIPPED_PARSED = Path(__file__).with_name("parsed.jsonl")


def digest_of(text: str) -> str:
    """What a text is found by."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def parsed(text: str) -> tuple[Any] | None:
    """The value of a shipped YAML file.

    Args:
        text: all of the file.

    Returns:
        The value, made anew at each call; None for a text that is not one of a shipped file.
    """
    line = _lines().get(digest_of(text))
    return None if line is None else (json.loads(line),)


def is_parsed(text: str) -> bool:
    """Whether a text is that of a shipped YAML file."""
    return digest_of(text) in _lines()


@lru_cache(maxsize=1)
def _lines() -> Mapping[str, str]:
    """Digest → value as JSON; none where the file is missing, as in a checkout that has not made it."""
    if not SHIPPED_PARSED.is_file():
        return {}
    # Not «splitlines», which would cut at signs that stand in a value.
    lines = SHIPPED_PARSED.read_text(encoding="utf-8").split("\n")
    return {digest: value for digest, _, value in (line.partition(" ") for line in lines)}
