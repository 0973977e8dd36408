"""Resource files that are damaged or made to harm: one clear error, soon, with the file, the line and the remedy."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from nlp_events.errors import ResourceError
from nlp_events.report.layers import problems
from nlp_events.words.files import yaml_of
from nlp_events.words.loader import Pattern, Resource, WordList
from nlp_events.words.store import Words

BOMB = "a0: &a0 [x, x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


class Row(Resource):
    name: str
    words: WordList = ("a",)


class Layer(Resource):
    words: WordList
    pattern: Pattern = "a"


def load(path: Path) -> object:
    words = Words(base=path.parent)
    return words.resource(Layer, path.name) if path.suffix == ".yaml" else words.table(Row, path.name)


def refused(path: Path, data: bytes) -> ResourceError:
    path.write_bytes(data)
    started = time.process_time()
    with pytest.raises(ResourceError) as caught:
        load(path)
    assert time.process_time() - started < 3
    assert caught.value.file == str(path)
    return caught.value


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("words: &a [*a]\n", "line 1", "alias or anchor 'a'"),
        ("words: [a]\npattern: *b\n", "line 2", "alias or anchor 'b'"),
        (BOMB, "line 1", "Write its value out"),
        ("words:\n- a\n- &x b\n", "line 3", "alias or anchor"),
        ("[" * 100_000, "line 1", "inside one another"),
        ("{a: " * 50_000, "line 1", "inside one another"),
        ("- " * 100_000, "line 1", "inside one another"),
        ("? " * 100_000, "line 1", "inside one another"),
        ("".join(" " * depth + "a:\n" for depth in range(300)), "line 20", "inside one another"),
        ("words: [" + "a, " * 20_000 + "]", "line 1", "more than 15000 values"),
        ("words:\n\t- a\n", "line 2", "'\\t' that cannot start any token"),
        ("words: [a]\npattern: a\nwords: [b]\n", "line 3", 'duplicate key "words"'),
        ("words: [a]\npattern: !!python/object/apply:os.system ['true']\n", "line 2", "the tag"),
        ("words: !x [a]\n", "line 1", "the tag '!x'"),
        ("words: [a\n", "line 2", "expected ',' or ']'"),
        ("words: [a]\n---\nwords: [b]\n", "line 2", "another document"),
        ("words: [a]\npattern: \a\n", "line 2", "special characters are not allowed"),
        ("words: [a]\npattern: \0\n", "line 2", "NUL byte"),
        ("words: " + "9" * 10_000, "", "4300"),
        ("words: 2021-99-45\n", "", "month must be in 1..12"),
        ("words: [a]\npattern: '" + "(" * 5_000 + "'", "pattern", "does not compile"),
        ("words: [a]\npattern: a{99999999999}\n", "pattern", "does not compile"),
        ("words: .nan\n", "words", "valid array"),
        ("words: [a, <no_class>]\n", "words", "no class and no part is named «<no_class>»"),
        ("", "", ""),
    ],
)
def test_yaml(tmp_path: Path, text: str, key: str, words: str) -> None:
    error = refused(tmp_path / "layer.yaml", text.encode())
    assert error.key == key
    assert words in str(error)
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("data", "key", "words"),
    [
        (b"name\na\n\xe9\n", "line 3", "is no UTF-8. Save it as UTF-8 (iconv"),
        (b"name\na\n\0\n", "line 3", "NUL byte"),
        (b'name\na\n"b\nc\n', "line 3", "unexpected end of data"),
        (b"name,name\na,b\n", "line 1", "two columns 'name'"),
        (b"name\n" + b"a" * 40_000_000, "", "more than 33554432 bytes"),
    ],
)
def test_table(tmp_path: Path, data: bytes, key: str, words: str) -> None:
    error = refused(tmp_path / "table.csv", data)
    assert error.key == key
    assert words in str(error)


def test_yaml_that_is_no_utf_8_names_the_line(tmp_path: Path) -> None:
    assert refused(tmp_path / "layer.yaml", "words:\n- été\n".encode("cp1252")).key == "line 2"


@pytest.mark.parametrize("name", ["layer.yaml", "table.csv"])
def test_huge_file_is_not_read(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(2**31)
    tracemalloc.start()
    try:
        with pytest.raises(ResourceError, match="too many for words and rules"):
            load(tmp_path / name)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def make_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "words"), [(Path.mkdir, "not a file"), (os.mkfifo, "not a file"), (make_loop, "cannot be read")]
)
@pytest.mark.parametrize("name", ["causes.yaml", "places.csv"])
def test_what_is_no_file_is_told_and_not_passed_over(tmp_path: Path, make: Any, words: str, name: str) -> None:
    make(tmp_path / name)
    (error,) = problems(str(tmp_path))
    assert error.file == str(tmp_path / name)
    assert words in str(error)


@pytest.mark.parametrize("folder", ["a\0b", "a" * 300, "none"])
def test_folder_that_cannot_be_looked_up(folder: str) -> None:
    with pytest.raises(ResourceError, match="no such folder"):
        Words(folder)


def test_text_of_several_lines_and_marks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "layer.yaml"
    path.write_bytes("\ufeff# été\nwords: [a, 'l''été']\npattern: |-\n  a\n".encode())
    assert yaml_of(path) == {"words": ["a", "l'été"], "pattern": "a"}


def test_a_list_of_words_takes_those_of_a_class(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "calendar.yaml").write_text("weekday: {kind: phrase, words: [lundi, mardi]}\n")
    (tmp_path / "layer.yaml").write_text("words: [hier, <weekday>]\n", encoding="utf-8")
    layer = Words(base=tmp_path).resource(Layer, "layer.yaml")
    assert layer.words == ("hier", "lundi", "mardi")
