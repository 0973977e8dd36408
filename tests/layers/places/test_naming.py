"""Which names may be places: the recognised ones, and those that stand where only a place can."""

from __future__ import annotations

import pytest
import spacy

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.places.naming import Naming
from nlp_events.layers.places.rules import Name
from nlp_events.words.store import SHIPPED


def named(text: str, labels: dict[str, str]) -> dict[str, Name]:
    pipeline = spacy.blank("fr")
    if labels:
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": label, "pattern": name} for name, label in labels.items()])  # type: ignore[attr-defined]
    for part in ("zones", "entities", "dates", "quantities", "discourse"):
        pipeline.add_pipe(f"nlp_events_{part}")
    names = Naming(Gazetteer(SHIPPED), SHIPPED).names(pipeline(text))
    return {text[name.start : name.end]: name for name in names}


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("Un obus est tombé à Gao.", {"Gao": "LOC"}, {"Gao": "LOC"}),
        ("Un obus est tombé à Kouma-Nord.", {}, {"Kouma-Nord": "unknown"}),
        ("Un obus est tombé à Yenakiieve.", {"Yenakiieve": "PER"}, {"Yenakiieve": "LOC"}),
        ("Un obus est tombé sur Yenakiieve.", {"Yenakiieve": "PER"}, {"Yenakiieve": "PER"}),
        ("Le maire, Ali Koura, a parlé.", {"Ali Koura": "PER"}, {}),
        ("La Croix-Rouge a parlé.", {"Croix-Rouge": "ORG"}, {}),
        ("Le virus de Lassa a tué 12 personnes à Jos.", {"Lassa": "LOC", "Jos": "LOC"}, {"Jos": "LOC"}),
        ("Le cyclone Dinah a frappé Tuléar.", {"Dinah": "LOC", "Tuléar": "LOC"}, {"Tuléar": "LOC"}),
        ("Neuf morts le week-end du Labor Day à Gao.", {"Labor Day": "LOC", "Gao": "LOC"}, {"Gao": "LOC"}),
        ("Barrow a ouvert une enquête à Banjul.", {"Barrow": "PER", "Banjul": "LOC"}, {"Banjul": "LOC"}),
        ("Un obus est tombé sur Barrow.", {"Barrow": "PER"}, {"Barrow": "PER"}),
        ("Un obus a touché l'hôpital de Gao.", {"hôpital de Gao": "ORG"}, {"Gao": "site"}),
        ("Un tireur a surgi au Palais d'Orlando.", {"Palais d'Orlando": "ORG"}, {"Orlando": "site"}),
        ("La Banque de Kouma-Nord a fermé.", {"Banque de Kouma-Nord": "ORG"}, {}),
        ("Le gouvernement du Mali a parlé.", {"gouvernement du Mali": "ORG"}, {}),
    ],
)
def test_names_that_may_be_places_with_their_label(text: str, labels: dict[str, str], expected: dict[str, str]) -> None:
    assert {name: one.label for name, one in named(text, labels).items()} == expected


def test_the_town_of_a_dateline_is_told_as_one() -> None:
    text = "Trois morts dans une crue\nGAO, 16 mai 2019 (AFP) - Une crue a fait trois morts à Ansongo."
    found = named(text, {"GAO": "LOC", "Ansongo": "LOC"})
    assert (found["GAO"].role, found["Ansongo"].role) == ("dateline", "locative")


def test_the_second_of_two_names_may_be_the_narrower_one() -> None:
    found = named("Un raid a eu lieu dans le nord du Mali, à Gao.", {"Mali": "LOC", "Gao": "LOC"})
    assert (found["Mali"].role, found["Gao"].role) == ("locative", "locative")


def test_a_country_behind_a_town_settles_which_town_it_is() -> None:
    found = named("Un pont a cédé à Bondo (Suisse).", {"Bondo": "LOC", "Suisse": "LOC"})
    assert found["Suisse"].role == "wider"
    assert found["Bondo"].country == "CH"
