"""Whose verbs of harm are whose, and what that makes of an actor; what a word of means is told as."""

from __future__ import annotations

import pytest

from nlp_events.layers.actors.deeds import Deeds
from nlp_events.layers.actors.means import find_means
from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.mentions import Mentions
from nlp_events.layers.actors.subjects import Subjects
from nlp_events.text.layout import Layout
from nlp_events.text.sentences import split_sentences
from nlp_events.words.store import SHIPPED

FINDER, SUBJECTS = Mentions(SHIPPED, lambda _: None), Subjects()


def read(text: str) -> tuple[list[Mention], Layout]:
    folded = text.lower()
    return FINDER.find(folded, (), lambda _: "body"), Layout(folded, split_sentences(folded, SHIPPED))


def deeds_of(text: str) -> list[tuple[str, str]]:
    mentions, layout = read(text)
    return [
        (layout.folded[mentions[at].start : mentions[at].end], verb.deed)
        for at, verb in SUBJECTS.find(mentions, layout)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Des bandits ont, dans la nuit de lundi, attaqué un hameau.", [("des bandits", "harm")]),
        ("Les rebelles bombardaient le quartier.", [("les rebelles", "harm")]),
        ("La police du district a interpellé neuf jeunes.", [("la police du district", "seize")]),
        (
            "Des pirates ont surgi au large. Ils ont enlevé six marins.",
            [("des pirates", "harm"), ("des pirates", "seize")],
        ),
        ("Des miliciens sont entrés dans le bourg, tuant cinq paysans.", [("des miliciens", "harm")]),
        ("Les soldats d'une unité voisine, eux, dormaient quand le kamikaze a frappé.", [("le kamikaze", "harm")]),
    ],
)  # fmt: skip
def test_the_nearest_that_agrees_is_the_subject(text: str, told: list[tuple[str, str]]) -> None:
    assert deeds_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Des bandits ont été tués.",
        "Une attaque contre les soldats a été déjouée.",
        "Contre les rebelles, la frappe de lundi.",
        "Il a tué un voisin.",
    ],
)
def test_who_suffers_it_or_is_not_told_is_no_subject(text: str) -> None:
    assert deeds_of(text) == []


def facts(text: str, impact: str) -> dict[str, list[str]]:
    mentions, layout = read(text)
    subjects = [(at, verb.deed) for at, verb in SUBJECTS.find(mentions, layout)]
    return dict(Deeds(mentions, [False] * len(mentions), subjects).facts(impact, ()))


def test_who_arrests_has_harmed_nobody_by_that() -> None:
    text = "La police a interpellé neuf jeunes. Des miliciens ont attaqué le marché."
    assert set(facts(text, "killed")) == {"armed_group -"}
    assert "fits alone" in facts(text, "killed")["armed_group -"]
    assert set(facts(text, "detained")) == {"police"}
    assert set(facts("Des miliciens ont attaqué le marché.", "abducted")) == {"armed_group -"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tués à la machette", [("blade", "instrument")]),
        ("blessés à coups de bâton", [("beating", "instrument")]),
        ("des hommes armés de fusils", [("firearm", "held")]),
        ("un couteau a été saisi", [("blade", "-")]),
        ("il s'est fait exploser", [("suicide_bomb", "-")]),
        ("ils ont fait exploser un pont pendant la nuit", []),
        ("la mosquée saint-pierre, une mission de routine", []),
        ("évacués par hélicoptère", []),
        ("du même acabit", []),
    ],
)
def test_what_a_word_of_means_is_told_as(text: str, told: list[tuple[str, str]]) -> None:
    assert [(cue.means, cue.role) for cue in find_means(text)] == told


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("des cases incendiées dans la nuit", "fire"),
        ("ils ont bouté le feu au marché", "fire"),
        ("sept otages passés par les armes", "execution"),
        ("il a actionné son gilet piégé", "suicide_bomb"),
        ("une moto bourrée d'explosifs", "vehicle_bomb"),
        ("les avions ont bombardé le bourg", "air_strike"),
        ("une bombe planante sur l'immeuble", "air_strike"),
        ("un engin sans pilote s'est écrasé", "drone"),
        ("l'armée a pilonné la ville", "shelling"),
        ("un tir de lance-roquettes multiple", "shelling"),
        ("le mitraillage de la gendarmerie", "firearm"),
        ("la garde a tiré en direction des manifestants", "firearm"),
        ("tué à coups de daba", "blade"),
        ("la gorge tranchée, dans son champ", "blade"),
        ("il a lancé sa camionnette dans la foule", "vehicle"),
        ("un car saute sur un engin explosif artisanal", "mine"),
        ("roués de coups par la foule", "beating"),
        ("frappé à la chicotte", "beating"),
        ("un bombardement au phosphore blanc", "chemical"),
        ("étranglée avec une cordelette", "other"),
        ("mort par strangulation", "other"),
    ],
)
def test_a_word_tells_with_what(text: str, means: str) -> None:
    assert means in {cue.means for cue in find_means(text)}
