import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr import French
from spacy.tokens import Doc

from nlp_events import tokens
from nlp_events.tokens import make_doc

TEXT = (
    "M. Touré s'est enfui aujourd'hui, dit-on.\n\nL'arrière-garde (p. ex. à Gao) l'a-t-elle vu ? https://gao.example/a"
)


def cut(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.whitespace_, token.norm_) for token in doc]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["M.", "aujourd'hui", "\n", "\n\n", " ", "l'", "Gao,", "(p.", "a-t-il", "12.000", "«", ":-)"])
        | st.text(alphabet="aé'’-. \n\t\u00a0(", max_size=8),
        max_size=12,
    ).map(" ".join)
)  # fmt: skip
def test_same_tokens_as_spacy_with_any_memory(text: str) -> None:
    warm = spacy.blank("fr")
    make_doc(text, warm)
    assert cut(make_doc(text, warm)) == cut(spacy.blank("fr").make_doc(text))
    assert make_doc(text, warm).text == text


def test_a_second_text_finds_its_stretches_cut() -> None:
    nlp = spacy.blank("fr")
    asked: list[str] = []
    search = nlp.tokenizer.suffix_search
    nlp.tokenizer.suffix_search = lambda text: asked.append(text) or search(text)
    make_doc(TEXT, nlp)
    first = len(asked)
    asked.clear()
    make_doc(TEXT, nlp)
    assert first > 20
    # «aujourd'hui,» and «(p.» hold a special case, and the link is too long: those alone are cut again.
    assert len(asked) < first / 3


def test_long_stretches_and_more_than_the_limit_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_KEPT", 3)
    nlp = spacy.blank("fr")
    for text in ("x" * 5_000, "un deux trois", "quatre cinq", "six sept"):
        assert cut(make_doc(text, nlp)) == cut(spacy.blank("fr").make_doc(text))
    assert len(tokens._SEEN[nlp]) <= 5
    assert "x" * 5_000 not in tokens._SEEN[nlp]
    assert "six" not in tokens._SEEN[nlp]


def test_another_tokenizer_is_asked_for_the_text_alone() -> None:
    asked: list[str] = []

    class Blanks:
        def __call__(self, text: str) -> Doc:
            asked.append(text)
            return Doc(nlp.vocab, words=text.split(" "))

    nlp = French()
    nlp.tokenizer = Blanks()
    assert [token.text for token in make_doc("deux morts", nlp)] == ["deux", "morts"]
    assert asked == ["deux morts"]


def test_too_long_a_text_is_refused() -> None:
    nlp = spacy.blank("fr")
    nlp.max_length = 10
    with pytest.raises(ValueError, match="E088"):
        make_doc("onze lettres", nlp)
