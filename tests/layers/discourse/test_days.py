"""Days of speaking, and the attributions they belong to."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.rules import find_discourse
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "day", "speaker"),
    [
        ("Douze mineurs ont péri, a annoncé lundi le préfet.", "lundi", "le préfet"),
        ("Le préfet a annoncé lundi que douze mineurs avaient péri.", "lundi", "Le préfet"),
        ("Lundi, la mairie a annoncé la mort de douze mineurs.", "Lundi", "la mairie"),
        ("« Nous avons perdu douze mineurs », a lancé lundi la veuve.", "lundi", None),
        ("Douze mineurs ont péri lundi, a annoncé le préfet.", None, None),
    ],
)
def test_a_day_of_speaking_is_that_of_its_attribution(text: str, day: str | None, speaker: str | None) -> None:
    start = text.lower().index("lundi")
    pieces = find_discourse(fold(text), split_sentences(text), dates=[(start, start + 5)])
    assert [text[one["start"] : one["end"]] for one in pieces if one["kind"] == "day_of_speaking"] == [day] * bool(day)
    dated = [one for one in pieces if one["kind"] == "attribution" and "day" in one["parts"]]
    assert [text[slice(*one["parts"]["speaker"])] for one in dated if speaker] == [speaker] * bool(speaker)


def test_what_is_said_where_nothing_is_counted_is_not_read() -> None:
    text = "Le préfet a annoncé des renforts. Il parle de 12 morts. La mairie a dit sa peine. L'un des blessés a parlé."
    sentences = split_sentences(text)

    def speakers(numbers: list[int] | None) -> set[str]:
        found = find_discourse(fold(text), sentences, numbers=numbers)
        return {text[slice(*one["parts"]["speaker"])] for one in found if one["kind"] == "attribution"}

    assert speakers(None) == {"Le préfet", "La mairie"}
    assert speakers([text.index("12")]) == {"Le préfet"}
