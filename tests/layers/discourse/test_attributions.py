"""The attributions of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.discourse.attributions import find_attributions
from nlp_events.layers.discourse.model import AttributionRule, load_discourse
from nlp_events.text.folding import fold
from nlp_events.values import DiscourseValue


def attributions(text: str) -> list[DiscourseValue]:
    return find_attributions(fold(text), 0, len(text))


@pytest.mark.parametrize("rule", load_discourse().attributions, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_examples(rule: AttributionRule) -> None:
    for example in rule.examples:
        fired = [one for one in attributions(example) if one["rule"] == rule.id]
        assert fired
        assert rule.side in fired[0]["traits"]


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "traits"),
    [
        ("Le préfet a annoncé la mort de douze patients.", "Le préfet", "annoncé", ["after"]),
        ("Selon Reuters, douze patients sont morts.", "Reuters", "Selon", ["either", "agency"]),
        ("Douze patients sont morts, a dit ce chirurgien.", "ce chirurgien", "dit", ["before", "said_before"]),
        ("Selon la radio, qui cite le maire, douze patients sont morts.", "le maire", "cite", ["either", "beats"]),
        ("Bilan de la police : douze morts.", "la police", None, ["either"]),
        ("KIEV - Douze patients sont morts, affirme la mairie.", "la mairie", "affirme", ["before"]),
    ],
)
def test_speaker_verb_and_traits(text: str, speaker: str, verb: str | None, traits: list[str]) -> None:
    named = {text[slice(*one["parts"]["speaker"])]: one for one in attributions(text)}
    found = named[speaker]
    assert (text[slice(*found["parts"]["verb"])] if "verb" in found["parts"] else None) == verb
    assert found["traits"] == traits
    assert found["start"] <= found["parts"]["speaker"][0] < found["end"]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("« Neuf corps ont été enterrés », a-t-il affirmé.", True),
        ("« Neuf corps sont là », ajoutent-elles.", True),
        ("Selon lui, neuf ont péri.", True),
        ("Elle a également cité le cas d'un enfant.", True),
        ("« Neuf corps ont été enterrés », a-t-on appris.", False),
        ("Elle est partie avec un enfant.", False),
    ],
)
def test_a_pronoun_goes_on_with_the_speaker_before(text: str, goes_on: bool) -> None:
    assert ("same_speaker" in {one["kind"] for one in attributions(text)}) is goes_on


@given(st.text(alphabet=st.sampled_from("selon la police, a indiqué «»()é.12 \n'"), max_size=150))
def test_offsets_stay_in_the_sentence(text: str) -> None:
    for one in attributions(text):
        assert 0 <= one["start"] < one["end"] <= len(text)
        assert all(one["start"] <= start < end <= one["end"] for start, end in one["parts"].values())
