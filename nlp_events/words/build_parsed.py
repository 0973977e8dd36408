"""Writes ``parsed.jsonl`` from the shipped YAML files: ``python -m nlp_events.words.build_parsed [--check]``.

Run it after a change of one. ``--check`` writes nothing and tells by its exit code whether the file is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from nlp_events.words.build import write_or_check
from nlp_events.words.files import MOST_YAML, parsed_yaml, text_of
from nlp_events.words.parsed import SHIPPED_PARSED, digest_of

PACKAGE = Path(__file__).resolve().parent.parent


def file_bytes() -> bytes:
    """The content of the file that the YAML files of the package give."""
    return "".join(f"{line}\n" for line in sorted(_lines())).encode()


def _lines() -> Iterator[str]:
    for path in PACKAGE.rglob("*.yaml"):
        text = text_of(path, MOST_YAML)
        value = parsed_yaml(text, path)
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if json.loads(written) == value:  # a day or a number as a key has no form in JSON: such a file stays YAML
            yield f"{digest_of(text)} {written}"


if __name__ == "__main__":
    write_or_check(SHIPPED_PARSED, file_bytes, about=__doc__, sources="the YAML files")
