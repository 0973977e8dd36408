"""A user's file added to ours: what grows, what goes, what takes the place of what; ours is never changed."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.words.merging import merged

KEYS = st.sampled_from(["id", "pattern", "words", "a", "b"])
LEAVES = st.one_of(st.sampled_from(["lundi", "mardi", "-lundi", "-", "-a", ""]), st.integers(0, 3), st.none())
VALUES = st.recursive(LEAVES, lambda one: st.lists(one, max_size=4) | st.dictionaries(KEYS, one, max_size=4))


@pytest.mark.parametrize(
    ("base", "addition", "result"),
    [
        pytest.param(["lundi"], ["mardi"], ["lundi", "mardi"], id="a list grows behind ours"),
        pytest.param(["lundi"], ["lundi", "mardi"], ["lundi", "mardi"], id="no word twice"),
        pytest.param(["lundi"], ["mardi", "mardi"], ["lundi", "mardi", "mardi"], id="theirs as they wrote it"),
        pytest.param(["lundi", "mardi"], ["-lundi"], ["mardi"], id="a word goes"),
        pytest.param(["lundi", "mardi"], ["-lundi", "jeudi"], ["mardi", "jeudi"], id="one goes, one comes"),
        pytest.param(["lundi"], ["-lundi", "lundi"], ["lundi"], id="taken away and put back"),
        pytest.param(["lundi"], ["-jeudi"], ["lundi"], id="what is not there cannot go"),
        pytest.param(["-"], ["-"], ["-"], id="a hyphen alone is a word"),
        pytest.param(["lundi"], ["-"], ["lundi", "-"], id="a hyphen alone comes"),
        pytest.param([1, 2], [-1, 3], [1, 2, -1, 3], id="a number below zero takes nothing away"),
        pytest.param(["lundi"], [], ["lundi"], id="an empty list adds nothing"),
        pytest.param(["lundi"], "mardi", "mardi", id="a word in place of a list"),
        pytest.param(["lundi"], None, None, id="nothing in place of a list"),
        pytest.param(1, 2, 2, id="a number in place of a number"),
        pytest.param("a", "b", "b", id="a pattern in place of a pattern"),
        pytest.param("a", ["b", "c"], ["a", "b", "c"], id="lines for a pattern of one"),
        pytest.param(1, ["b"], ["b"], id="a list in place of a number"),
        pytest.param({"a": 1}, {"b": 2}, {"a": 1, "b": 2}, id="a key comes"),
        pytest.param({"a": 1, "b": 2}, {"a": 3}, {"a": 3, "b": 2}, id="a key takes ours' place"),
        pytest.param({"a": {"x": ["u"]}}, {"a": {"x": ["v"], "y": 1}}, {"a": {"x": ["u", "v"], "y": 1}}, id="inside"),
        pytest.param(
            {"pattern": "a", "examples": ["x"]}, ["b"], {"pattern": ["a", "b"], "examples": ["x"]}, id="a wording"
        ),
        pytest.param({"words": ["a"]}, ["b"], ["b"], id="a list in place of a mapping without pattern"),
        pytest.param({"a": 1}, 3, 3, id="a number in place of a mapping"),
    ],
)  # fmt: skip
def test_what_an_addition_makes_of_ours(base: Any, addition: Any, result: Any) -> None:
    assert merged(base, addition) == result


RULES = [{"id": "flood", "words": ["crue"]}, {"id": "storm", "words": ["orage"]}]


@pytest.mark.parametrize(
    ("addition", "ids"),
    [
        ([{"id": "fire", "words": ["feu"]}], ["flood", "storm", "fire"]),
        (["-flood"], ["storm"]),
        (["-flood", {"id": "fire", "words": ["feu"]}], ["storm", "fire"]),
        ([{"words": ["feu"]}], ["flood", "storm", "own-1"]),
        ([{"words": ["feu"]}, {"words": ["gel"]}], ["flood", "storm", "own-1", "own-2"]),
        ([{"id": "own-1", "words": ["feu"]}, {"words": ["gel"]}], ["flood", "storm", "own-1", "own-2"]),
        ([{"words": ["feu"]}, {"id": "own-1", "words": ["gel"]}], ["flood", "storm", "own-1-2", "own-1"]),
        (["-flood", {"words": ["feu"]}], ["storm", "own-1"]),
    ],
)
def test_rules_have_ids_that_no_other_has(addition: list[Any], ids: list[str]) -> None:
    assert [rule["id"] for rule in merged(RULES, addition)] == ids


def test_an_id_of_an_earlier_folder_is_not_made_again() -> None:
    twice = merged(merged(RULES, [{"words": ["feu"]}]), [{"words": ["gel"]}])
    assert [(rule["id"], rule["words"]) for rule in twice[2:]] == [("own-1", ["feu"]), ("own-1-2", ["gel"])]


def test_a_rule_with_the_id_of_one_of_ours_takes_its_place() -> None:
    assert merged(RULES, [{"id": "flood", "words": ["inondation"]}]) == [
        {"id": "storm", "words": ["orage"]},
        {"id": "flood", "words": ["inondation"]},
    ]


def test_entries_without_ids_get_none_where_ours_have_none() -> None:
    assert merged([{"words": ["a"]}], [{"words": ["b"]}]) == [{"words": ["a"]}, {"words": ["b"]}]


@pytest.mark.parametrize("wrong", [["a"], {"a": 1}, None, 3])
def test_an_id_that_is_no_word_is_left_to_whoever_validates(wrong: Any) -> None:
    rule = {"id": wrong, "words": ["feu"]}
    assert merged(RULES, [rule]) == [*RULES, rule]
    assert merged([rule], [{"words": ["gel"]}])[0] == rule


def test_a_word_beside_rules_is_told_from_them() -> None:
    assert merged([*RULES, "crue"], ["-crue"]) == RULES
    assert merged([*RULES, "crue"], [{"words": ["feu"]}])[-1] == {"id": "own-1", "words": ["feu"]}


@given(VALUES, VALUES)
def test_neither_is_changed(base: Any, addition: Any) -> None:
    before = copy.deepcopy((base, addition))
    merged(base, addition)
    assert (base, addition) == before


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_no_key_of_ours_goes(base: dict[str, Any], addition: dict[str, Any]) -> None:
    assert list(merged(base, addition))[: len(base)] == list(base)


@given(st.lists(st.text(min_size=1), max_size=6), st.lists(st.text(min_size=1), max_size=6))
def test_words_are_all_there_that_nobody_took_away(base: list[str], addition: list[str]) -> None:
    gone = {one[1:] for one in addition if one.startswith("-") and len(one) > 1}
    came = [one for one in addition if not (one.startswith("-") and len(one) > 1)]
    result = merged(base, addition)
    assert result[: len(result) - len([one for one in came if one not in base or one in gone])] == [
        one for one in base if one not in gone
    ]
    assert {*result} == {*base} - gone | {*came}
