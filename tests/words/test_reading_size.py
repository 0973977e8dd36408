"""Resources are read by people: no line is longer than 200 characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.words.loader import FOLDER

LONGEST = 200
FILES = sorted(FOLDER.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_no_line_is_longer_than_a_reader_takes_in(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, start=1) if len(line) > LONGEST] == []
