import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.batches import Batched
from nlp_events.factories import COMPONENTS

RUN: list[tuple[str, str]] = []


class Noted(Batched):
    """Writes down what it is given; fails on «non»."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        RUN.append((self.name, doc.text))
        if doc.text == "non":
            raise ValueError("non is no text")
        return doc


@pytest.fixture
def nlp() -> Language:
    RUN.clear()
    nlp = spacy.blank("fr")
    for name in ("first", "second"):
        Language.factory(f"noted_{name}", func=lambda nlp, name: Noted(name))
        nlp.add_pipe(f"noted_{name}", name=name)
    return nlp


def test_one_component_sees_a_batch_through_before_the_next_begins(nlp: Language) -> None:
    assert [doc.text for doc in nlp.pipe(["a", "b", "c"], batch_size=2)] == ["a", "b", "c"]
    assert RUN == [
        ("first", "a"), ("first", "b"), ("second", "a"), ("second", "b"), ("first", "c"), ("second", "c"),
    ]  # fmt: skip


def test_a_failure_is_raised_unless_spacys_handler_takes_it(nlp: Language) -> None:
    with pytest.raises(ValueError, match="non is no text"):
        list(nlp.pipe(["a", "non", "b"]))
    taken: list[tuple[str, list[str], str]] = []
    nlp.set_error_handler(
        lambda name, component, docs, error: taken.append((name, [doc.text for doc in docs], str(error)))
    )
    assert [doc.text for doc in nlp.pipe(["a", "non", "b"])] == ["a", "b"]
    assert taken == [("Noted", ["non"], "non is no text")]
    assert nlp.get_pipe("first").get_error_handler() is nlp.default_error_handler


def test_every_component_is_batched() -> None:
    nlp = spacy.blank("fr")
    for name in COMPONENTS:
        assert isinstance(nlp.create_pipe(name), Batched), name
