import pickle
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr import French
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from nlp_events import tokens
from nlp_events.tokens import KeepingTokenizer, keep_stretches, use_keeping_tokenizer

TEXT = (
    "M. Touré s'est enfui aujourd'hui, dit-on.\n\nL'arrière-garde (p. ex. à Gao) l'a-t-elle vu ? https://gao.example/a"
)
PLAIN = spacy.blank("fr")


def keeping() -> Language:
    nlp = spacy.blank("fr")
    use_keeping_tokenizer(nlp)
    return nlp


def cut(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.whitespace_, token.norm_) for token in doc]


KEEPING = keeping()


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["M.", "aujourd'hui", "\n", "\n\n", " ", "l'", "Gao,", "(p.", "a-t-il", "12.000", "«", ":-)"])
        | st.text(alphabet="aé'’-. \n\t\u00a0(", max_size=8),
        max_size=12,
    ).map(" ".join)
)  # fmt: skip
def test_same_tokens_as_spacy_at_first_and_again(text: str) -> None:
    for _ in range(2):
        doc = KEEPING.make_doc(text)
        assert cut(doc) == cut(PLAIN.make_doc(text))
        assert doc.text == text


def test_a_second_text_finds_its_stretches_cut() -> None:
    nlp = keeping()
    asked: list[str] = []
    search = nlp.tokenizer.suffix_search
    nlp.tokenizer.suffix_search = lambda text: asked.append(text) or search(text)
    nlp.make_doc(TEXT)
    first = len(asked)
    asked.clear()
    nlp.make_doc(TEXT)
    assert first > 20
    # «aujourd'hui,» and «(p.» hold a special case, and the link is too long: those alone are cut again.
    assert len(asked) < first / 3


def test_long_stretches_and_more_than_the_limit_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_KEPT", 3)
    nlp = keeping()
    for text in ("x" * 400, "un deux trois", "quatre cinq", "six sept"):
        assert cut(nlp.make_doc(text)) == cut(PLAIN.make_doc(text))
    assert nlp.tokenizer._seen == {"un", "deux", "trois"}


@pytest.mark.parametrize("sign", ["x", ",", ".", "a.", "l'", "1,", "a-", "https://gao.example/?q=%20&", "🔴", "(«"])
def test_an_endless_stretch_is_cut_piece_by_piece(sign: str) -> None:
    nlp = keeping()
    long = (sign * 10_000)[:10_000]
    text = f"M. Touré p. ex. a lu {long} à Gao,  dit-il. {long}\nAujourd'hui {long[:400]}"
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= 400
    assert not doc.has_annotation("SENT_START")
    around = PLAIN.make_doc(f"M. Touré p. ex. a lu {long[:9]} à Gao,  dit-il.")
    assert cut(doc)[:6] == cut(around)[:6]
    assert ("Gao", "", "gao") in cut(doc)
    assert ("Aujourd'hui", " ", "aujourd'hui") in cut(doc)


@pytest.mark.parametrize("sign", [",", "l'", "x)", "«"])
def test_the_time_of_an_endless_stretch_grows_with_its_length(sign: str) -> None:
    def cost(length: int) -> float:
        text = (sign * length)[:length]
        nlp = keeping()
        started = time.process_time()
        nlp.make_doc(text)
        return time.process_time() - started

    cost(1_000)
    assert cost(40_000) < 0.1 + 10 * min(cost(10_000) for _ in range(2))


def test_what_is_kept_before_a_memory_zone_is_found_in_it() -> None:
    nlp = keeping()
    asked: list[str] = []
    search = nlp.tokenizer.suffix_search
    nlp.tokenizer.suffix_search = lambda text: asked.append(text) or search(text)
    with nlp.memory_zone():
        assert cut(nlp.make_doc("l'autre zone,")) == cut(PLAIN.make_doc("l'autre zone,"))
    assert not nlp.tokenizer._seen
    keep_stretches(["l'autre zone,"], nlp)
    asked.clear()
    with nlp.memory_zone():
        assert cut(nlp.make_doc("l'autre zone,")) == cut(PLAIN.make_doc("l'autre zone,"))
    assert asked == []
    keep_stretches(["ici"], PLAIN)  # no such tokenizer: nothing to do


def test_a_special_case_that_is_added_counts_at_once() -> None:
    nlp = keeping()
    assert [token.text for token in nlp.make_doc("etc.là")] == ["etc.là"]
    nlp.tokenizer.add_special_case("etc.là", [{"ORTH": "etc."}, {"ORTH": "là"}])
    assert [token.text for token in nlp.make_doc("etc.là")] == ["etc.", "là"]


def test_saved_as_spacys_and_sent_to_another_process(tmp_path: Path) -> None:
    nlp = keeping()
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert type(loaded.tokenizer) is Tokenizer
    assert cut(loaded.make_doc(TEXT)) == cut(nlp.make_doc(TEXT))
    copy = pickle.loads(pickle.dumps(nlp.tokenizer))  # noqa: S301 - our own bytes
    assert type(copy) is KeepingTokenizer
    assert cut(copy(TEXT)) == cut(nlp.make_doc(TEXT))


def test_another_tokenizer_stays() -> None:
    class Blanks:
        def __call__(self, text: str) -> Doc:
            return Doc(nlp.vocab, words=text.split(" "))

    nlp = French()
    blanks = nlp.tokenizer = Blanks()
    use_keeping_tokenizer(nlp)
    assert nlp.tokenizer is blanks


def test_a_loaded_pipeline_has_it(nlp: Language) -> None:
    assert type(nlp.tokenizer) is KeepingTokenizer
