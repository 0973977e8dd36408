"""Bodies of countries: whose they are by their own name, by another mention, by the article."""

from __future__ import annotations

from collections import Counter

import pytest
import spacy

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.entities.component import Entities
from nlp_events.layers.entities.model import load_words
from nlp_events.layers.entities.nationals import Nationals

NLP, ENTITIES = spacy.blank("fr"), Entities()
NATIONALS = Nationals(load_words(), Gazetteer(), ())


def read(text, names):
    """The organisations of a text in which a recogniser has these names."""
    doc, at, found = NLP.make_doc(text), 0, []
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(doc.char_span(start, at, label="ORG", alignment_mode="expand"))
    doc.ents = found
    return [(ent.text, ent._.entity["known_id"], ent._.entity["country"]) for ent in ENTITIES(doc).ents if
            ent.label_ == "ORG"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names", "known_id", "country"),
    [
        ("Le ministère malien de la Santé alerte. Le ministère de la Santé du Mali isole les malades.",
         ["ministère malien de la Santé", "ministère de la Santé du Mali"], "org:ministere-de-la-sante-mali", "ML"),
        ("Mali : le ministère de la Santé publique alerte. Le ministère de la Santé isole les malades.",
         ["ministère de la Santé publique", "ministère de la Santé"], "org:ministere-de-la-sante-mali", "ML"),
        ("Le ministère syrien de la Défense parle. Le ministère de la Défense accuse Israël et l'armée d'Israël.",
         ["ministère syrien de la Défense", "ministère de la Défense"], "org:ministere-de-la-defense-syrie", "SY"),
        ("Le ministère de la Reconstruction ukrainien parle. Le ministère de la Reconstruction d'Ukraine aussi.",
         ["ministère de la Reconstruction ukrainien", "ministère de la Reconstruction d'Ukraine"],
         "org:ministere-de-la-reconstruction-ukraine", "UA"),
        ("Burkina Faso : la Police nationale a arrêté douze suspects.", [], "org:police-burkinabee", "BF"),
        ("La Croix-Rouge kényane a évacué des blessés. La Croix-Rouge lance un appel, à Nairobi.", [],
         "org:croix-rouge-kenyane", "KE"),
        ("La Chambre des représentants du Japon est dissoute. La Chambre des représentants siège en Libye.",
         ["Chambre des représentants du Japon", "Chambre des représentants"], "org:chambre-des-representants-japon",
         "JP"),
        ("Mauritanie : la Haute Cour a siégé à Nouakchott.", ["Haute Cour"], "org:haute-cour-mauritanie", "MR"),
    ],
)  # fmt: skip
def test_a_body_belongs_to_the_country_of_its_name_or_of_the_article(text, names, known_id, country) -> None:
    found = read(text, names)
    assert {(known, owner) for _, known, owner in found if known != "org:armee-israelienne"} >= {(known_id, country)}
    assert {(known, owner) for name, known, owner in found if not names or name in names} == {(known_id, country)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Des obus sont tombés. Le Sénat a voté.", "Sénat"),
        ("Le Bureau des affaires humaines a parlé à Gao, au Mali.", "Bureau des affaires humaines"),
        ("Syrie : la Croix-Rouge a évacué des blessés.", "Croix-Rouge"),
    ],
)
def test_no_country_is_made_up(text, name) -> None:
    assert [country for found, _, country in read(text, [name]) if found == name] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le ministère éthiopien de la Santé alerte.", ["ministère éthiopien de la Santé"]),
        ("La garde présidentielle gabonaise a tiré.", ["garde présidentielle gabonaise"]),
        ("L'armée de l'air du Burkina Faso a frappé.", ["armée de l'air du Burkina Faso"]),
        ("L'agence météorologique indonésienne et la police locale.", ["agence météorologique indonésienne"]),
        ("Les forces de sécurité nigérianes et les pompiers brésiliens ont agi.", []),
        ("La police a arrêté un Malien. La police, maliens et peuls parlent.", []),
        ("La police du village de Mali", []),
        ("Le ministère de la Santé alerte.", []),
        ("L'anti-police malienne", []),
    ],
)
def test_a_body_that_names_its_country_is_found(text, found) -> None:
    assert [text[start:end] for start, end in NATIONALS.named(text)] == found


def test_the_acronym_of_one_country_stays_its_own() -> None:
    assert read("L'APL a tiré des missiles, dit Paris, en France.", ["APL"])[0][2] == "CN"
    assert read("Gabon : la CENI a publié la liste à Libreville.", ["CENI"])[0][2] == "GA"


def test_bodies_are_looked_for_in_linear_time() -> None:
    assert not list(NATIONALS.named("police de la " * 20_000))


def test_the_country_named_most_is_that_of_a_body_without_one() -> None:
    context = NATIONALS.context(["Sénat"], Counter({"ML": 1, "NE": 3}))
    made = NATIONALS.settle("Sénat", None, context)
    assert made is not None
    assert (made.country, made.kind, made.canonical) == ("NE", "government", "Sénat (Niger)")
