"""brat: pairs of files by its rules, and what an annotator has changed there."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from nlp_events.annotators.brat import read_brat, write_brat
from nlp_events.annotators.bundles import Files, bundle, names_of
from nlp_events.annotators.slots import article_of
from nlp_events.errors import InputError
from tests.annotators.made import FLOOD, RESULTS

RULES = {
    "T": r"T\d+\t\w+ \d+ \d+(;\d+ \d+)*\t[^\t\n]+",
    "A": r"A\d+\t\w+ T\d+ \w+",
    "R": r"R\d+\t\w+ Arg1:T\d+ Arg2:T\d+",
    "#": r"#\d+\tAnnotatorNotes T\d+\t\{.+\}",
}


@pytest.fixture
def folder(tmp_path):
    """Two articles written for brat."""
    with bundle(tmp_path / "o") as put:
        write_brat((article_of(one, "made") for one in RESULTS[:2]), put)
    return tmp_path / "o"


def read(folder):
    found = list(read_brat("o", Files(folder)))
    for one in found:
        if isinstance(one, InputError):
            raise one
    return {row["doc_id"]: {one["id"]: one for one in row["events"]} for row in found}


def change(folder, before, after):
    path = folder / "news_crue.ann"
    text = path.read_text("utf-8")
    assert re.search(before, text)
    path.write_text(re.sub(before, after, text), "utf-8")


def test_files_are_those_of_brat(folder):
    assert {path.name for path in folder.iterdir()} == {
        "annotation.conf", "articles.jsonl", "camp.ann", "camp.txt", "news_crue.ann", "news_crue.txt",
    }  # fmt: skip
    assert (folder / "news_crue.txt").read_bytes() == FLOOD.encode()
    lines = (folder / "news_crue.ann").read_text("utf-8").split("\n")[:-1]
    assert all(re.fullmatch(RULES[line[0]], line) for line in lines)
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids))
    assert "T1\tkilled 17 22;23 28\tdouze morts" in lines
    assert "R2\tpart_of Arg1:T2 Arg2:T1" in lines


def test_the_configuration_knows_all_that_is_written(folder):
    parts = re.split(r"^\[(\w+)\]$", (folder / "annotation.conf").read_text("utf-8"), flags=re.MULTILINE)
    known = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert list(known) == ["entities", "relations", "events", "attributes"]
    assert "killed\n" in known["entities"]
    assert "part_of\tArg1:<ENTITY>, Arg2:<ENTITY>\n" in known["relations"]
    assert "certainty\tArg:<ENTITY>, Value:asserted|unconfirmed|possible|denied\n" in known["attributes"]


def test_what_is_changed_is_changed(folder):
    change(folder, r"cause T1 flood", "cause T1 storm")
    change(folder, r'"min": 12, "max": 12', '"min": 13, "max": null')
    change(folder, r"R\d\tpart_of.+\n", "")
    change(folder, r"T3\tkilled", "T3\tinjured")
    at = FLOOD.index("12 morts")
    change(
        folder, r"\Z", f"T9\tcasualties {at} {at + 8}\t12 morts\nA99\tscope T9 background\n#7\tAnnotatorNotes T9\tok?\n"
    )
    found = read(folder)["news/crue.txt"]
    assert [found["e1"][name] for name in ("cause", "min", "max", "place")] == ["storm", 13, None, "Mopti"]
    assert found["e2"]["part_of"] is None
    assert [found["e3"][name] for name in ("impact", "min")] == ["injured", 9]
    assert [found["T9"][name] for name in ("impact", "min", "max", "scope")] == ["casualties", 12, 12, "background"]


def test_what_systems_leave_beside_is_passed_over(folder):
    (folder / "__MACOSX").mkdir()
    for name in ("__MACOSX/camp.ann", ".camp.ann"):
        (folder / name).write_bytes(b"\xff")
    assert set(read(folder)) == {"news/crue.txt", "camp"}


def test_files_of_others_are_named_by_themselves(folder):
    (folder / "articles.jsonl").unlink()
    assert set(read(folder)) == {"news_crue.txt", "camp.txt"}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            r"\tdouze morts",
            "\ttreize morts",
            "news_crue.ann:1: is not understood («treize morts» is not what the .txt has",
        ),
        (r"T1\tkilled 17", "T1\tkilled x", "news_crue.ann:1: is not understood"),
        (r'\{"id": "e1"', '{"id": "e1', "is not understood"),
        (r"T1\tkilled", "T1\thurt", "has impact 'hurt'"),
        (r"cause T1 flood", "cause T1", "is not understood"),
    ],
)
def test_a_wrong_line_is_told(folder, before, after, words):
    change(folder, before, after)
    found = list(read_brat("o", Files(folder)))
    assert [isinstance(one, InputError) for one in found] == [False, True]
    assert words in str(found[1])


def test_a_text_that_is_missing_and_a_broken_list_are_told(folder):
    (folder / "camp.txt").unlink()
    with pytest.raises(InputError, match=r"camp.ann: has no .txt of its name"):
        read(folder)
    (folder / "articles.jsonl").write_text("{", "utf-8")
    with pytest.raises(InputError, match=r"articles.jsonl is broken"):
        read(folder)


def test_names_of_files_are_plain_and_each_another():
    name = names_of()
    given = ["a.txt", "A", "https://x.fr/a?b=1", "..", "é" * 300]
    assert [name(one) for one in given] == ["a", "A-2", "https_x.fr_a_b_1", "article", "é" * 60]


def test_a_folder_that_fails_leaves_nothing(tmp_path):
    def rows():
        yield article_of(RESULTS[0], "made")
        yield article_of(replace(RESULTS[1], text=None), "made")

    with pytest.raises(InputError, match="--with-text"), bundle(tmp_path / "o") as put:
        write_brat(rows(), put)
    assert list(Path(tmp_path).iterdir()) == []
