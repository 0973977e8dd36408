"""Quotations over several sentences, and who speaks in them."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.rules import find_discourse
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences


def speakers(text: str, *, numbers: list[int] | None = None) -> list[str | None]:
    pieces = find_discourse(fold(text), split_sentences(text), numbers=numbers)
    found = [one["parts"].get("speaker") for one in pieces if one["kind"] == "quotation"]
    return [None if one is None else text[slice(*one)] for one in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Il pleut. Le pont a cédé », a dit le maire de Gao.", "le maire de Gao"),
        ("« Il pleut. Le pont a cédé. », a dit le maire de Gao.", "le maire de Gao"),
        ("Le maire de Gao a déclaré : « Il pleut. Le pont a cédé. »", "Le maire de Gao"),
        ("« Il pleut, a raconté Awa Ba. Le pont a cédé. »", "Awa Ba"),
        ("La route est coupée, a dit la mairie. « Il pleut. Le pont a cédé », a-t-elle ajouté.", "la mairie"),
        ("“Il pleut. Le pont a cédé”, a dit le maire.", "le maire"),
        ("Le maire a parlé. « Il pleut. Le pont a cédé. » La foule a crié.", None),
        ("Le maire a annoncé la crue. Une pancarte dit : « Il pleut. Le pont a cédé. »", "Une pancarte"),
    ],
)
def test_who_speaks(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "« Il pleut.\n« Le pont a cédé », a dit le maire."
    assert speakers(text) == ["le maire"]


def test_who_speaks_is_read_where_the_number_stands_in_the_midst() -> None:
    text = "« Il pleut. Douze voisins ont péri. Rien ne vient », a dit le maire."
    assert speakers(text, numbers=[text.index("Douze")]) == ["le maire"]
    assert speakers(text, numbers=[]) == [None]


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert speakers("« Il pleut, a dit le maire.") == []
