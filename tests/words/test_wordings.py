"""Patterns with their examples: compiled once, and found wherever they stand in a file, each by its name."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from nlp_events.words.loader import Resource
from nlp_events.words.wordings import Rule, Wording, wordings_of


class Inner(Resource):
    leaves: Wording
    depth: int = 1


class Layer(Resource):
    words: tuple[str, ...] = ()
    first: Wording
    flow: Inner
    rules: tuple[Rule, ...] = ()
    plain: tuple[Wording, ...] = ()
    named: dict[str, Wording] = {}  # noqa: RUF012 - pydantic copies it
    deep: dict[str, Inner] = {}  # noqa: RUF012 - pydantic copies it
    nested: tuple[Inner, ...] = ()
    none: Wording | None = None


def wording(pattern: str) -> Wording:
    return Wording(pattern=pattern, examples=("a",))


def rule(name: str) -> Rule:
    return Rule(id=name, pattern=name, examples=("a",))


def test_every_pattern_of_a_file_has_its_name() -> None:
    layer = Layer(
        words=("un", "deux"), first=wording("p1"), flow=Inner(leaves=wording("p2")), rules=(rule("r1"), rule("r2")),
        plain=(wording("p3"), wording("p4")), named={"a": wording("p5"), "b": wording("p6")},
        deep={"c": Inner(leaves=wording("p7"))}, nested=(Inner(leaves=wording("p8")),),
    )  # fmt: skip
    assert [(name, one.pattern) for name, one in wordings_of(layer)] == [
        ("first", "p1"), ("flow.leaves", "p2"), ("r1", "r1"), ("r2", "r2"), ("plain", "p3"), ("plain", "p4"),
        ("named.a", "p5"), ("named.b", "p6"), ("deep.c.leaves", "p7"), ("nested.leaves", "p8"),
    ]  # fmt: skip


def test_a_pattern_is_compiled_once() -> None:
    one = wording(r"\bcrues?\b")
    assert one.regex is one.regex
    assert one.regex.search("les crues") is not None
    assert one.regex.search("recrues") is None


def test_what_is_not_told_has_its_default() -> None:
    one = wording("a")
    assert (one.non_examples, one.as_written) == ((), False)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"pattern": "a"}, "examples"),
        ({"pattern": "a", "examples": ()}, "examples"),
        ({"pattern": "", "examples": ("a",)}, "pattern"),
        ({"pattern": "(", "examples": ("a",)}, "does not compile"),
        ({"pattern": "a", "examples": ("",)}, r"examples\.0"),
        ({"pattern": "a", "examples": ("a",), "example": "b"}, "Extra inputs"),
    ],
)
def test_a_pattern_must_be_proved(values: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Wording.model_validate(values)


def test_a_rule_must_have_a_name() -> None:
    with pytest.raises(ValidationError, match="id"):
        Rule.model_validate({"pattern": "a", "examples": ("a",)})
