import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.factories import COMPONENTS, Events

RUN: list[tuple[str, str]] = []


class Noted(Component):
    """Writes down what it is given; fails on «non»."""

    def __init__(self, name: str) -> None:
        self.name = name

    def annotate(self, doc: Doc) -> Doc:
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
        assert isinstance(nlp.create_pipe(name), Component), name


def test_all_as_one_run_batch_by_batch_and_pass_the_handler_on(nlp: Language) -> None:
    both = Events([nlp.get_pipe("first"), nlp.get_pipe("second")])
    docs = [nlp.make_doc(text) for text in ("a", "non", "b")]
    both.set_error_handler(lambda name, component, docs, error: None)
    assert [doc.text for doc in both.pipe(docs, batch_size=3)] == ["a", "b"]
    assert [name for name, _ in RUN] == ["first"] * 3 + ["second"] * 2
