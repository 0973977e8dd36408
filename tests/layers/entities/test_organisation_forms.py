"""One organisation, whatever the form of its name: acronyms by country, variants by grammar, slips of a word."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy

from nlp_events.layers.entities.component import Entities

NLP, ENTITIES = spacy.blank("fr"), Entities()
with Path(__file__).with_name("organisation_forms.csv").open(encoding="utf-8", newline="") as lines:
    FORMS = [tuple(row.values()) for row in csv.DictReader(lines)]


def read(text, names):
    """The text with these names found by a recogniser, in text order, as organisations."""
    doc = NLP.make_doc(text)
    found, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(doc.char_span(start, at, label="ORG", alignment_mode="expand"))
    doc.ents = found
    return ENTITIES(doc)


@pytest.mark.parametrize(("text", "forms", "known_id"), FORMS)
def test_one_organisation_in_all_its_forms(text, forms, known_id) -> None:
    names, ids, at = forms.split("|"), set(), 0
    doc = read(text, names)
    for name in names:
        at = text.index(name, at)
        ent = next(ent for ent in doc.ents if ent.start_char < at + len(name) and at < ent.end_char)
        ids.add((ent.label_, ent._.entity["entity_id"], ent._.entity["known_id"]))
        at += len(name)
    assert [(label, known or "") for label, _, known in ids] == [("ORG", known_id)]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("L'armée algérienne a tiré. L'armée nigérienne a tiré.", ["armée algérienne", "armée nigérienne"]),
        ("Le Mouvement pour la paix à Gao a parlé. MSF soigne.", ["Mouvement pour la paix à Gao", "MSF"]),
        ("Les Forces armées angolaises sont là. Les Forces armées mongoles aussi.",
         ["Forces armées angolaises", "Forces armées mongoles"]),
    ],
)  # fmt: skip
def test_two_organisations_stay_two(text, forms) -> None:
    doc = read(text, forms)
    assert len({ent._.entity["entity_id"] for ent in doc.ents if ent.label_ == "ORG"}) == 2


def test_acronyms_are_found_where_the_recogniser_has_only_the_name() -> None:
    doc = read("La Coordination nationale des éleveurs du Fouta a parlé. La CNEF dénonce.",
               ["Coordination nationale des éleveurs du Fouta"])  # fmt: skip
    assert [(ent.text, ent._.entity["entity_id"]) for ent in doc.ents][1] == ("CNEF", "E1")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Des obus sont tombés sur Hama. Le Hamas nie.", ["Hamas"]),
        ("La flore marine péruvienne et les pompiers brésiliens.", []),
        ("L'aviation birmane a frappé.", ["aviation birmane"]),
        ("Un Gilet jaune a parlé aux Gilets jaunes.", ["Gilets jaunes"]),
        ("Il pleut sur l'ouest de la France, dit Ouest-France.", ["Ouest-France"]),
        ("Unir les forces : le parti UNIR a gagné au Togo.", ["UNIR"]),
        ("Un séisme a frappé Palu. Le PALU a réagi à Kinshasa. Amis et voisins.", ["PALU"]),
    ],
)
def test_short_names_are_found_as_they_are_written(text, found) -> None:
    assert [ent.text for ent in read(text, []).ents if ent.label_ == "ORG"] == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("L'Institut national de défense civile péruvien enquête.", "Institut national de défense civile péruvien",
         "Institut national de défense civile péruvien"),
        ("Le Bureau de la coordination des affaires humanitaires alerte.",
         "Bureau de la coordination des affaires humanitaires alerte",
         "Bureau de la coordination des affaires humanitaires"),
        ("L'Union pour la démocratie et le progrès social de Tshisekedi gagne.",
         "Union pour la démocratie et le progrès social de Tshisekedi",
         "Union pour la démocratie et le progrès social"),
        ("Le ministère de la Défense de Gao a parlé.", "ministère de la Défense de Gao",
         "ministère de la Défense de Gao"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_listed_name_is_no_part_of_it(text, name, found) -> None:
    assert next(ent.text for ent in read(text, [name]).ents) == found


def test_an_acronym_of_a_country_is_no_organisation() -> None:
    doc = read("La République centrafricaine (RCA) a voté. La RCA attend.", ["République centrafricaine"])
    assert {ent.label_ for ent in doc.ents if ent.text == "RCA"} <= {"LOC"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La Protection civile tunisienne a parlé. La protection civile cherche.", True),
        ("La Croix-Rouge tunisienne a parlé. La protection civile cherche.", False),
        ("La police tunisienne a parlé. La police cherche.", False),
        ("Les forces armées tunisiennes ont tiré. La tour est cernée par des forces armées.", False),
    ],
)
def test_a_body_told_with_its_country_is_found_without_it(text, found) -> None:
    assert any(ent.start_char > text.index(".") for ent in read(text, []).ents if ent.label_ == "ORG") is found


def ids(text: str, *names: str) -> list[str]:
    return [ent._.entity["entity_id"] for ent in read(text, names).ents]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Le Comité du port crie. Le Comité marche.", ["Comité du port", "Comité"], ["E1", "E1"]),
        ("Le Comité marche. Le Comité du port crie.", ["Comité", "Comité du port"], ["E1", "E2"]),
        ("Le Comité du port, celui du Comité du lac, le Comité.", ["Comité du port", "Comité du lac", "Comité"], [
            "E1", "E2", "E3"]),
        ("La Boutique du lac ferme. La Boutique rouvre.", ["Boutique du lac", "Boutique"], ["E1", "E2"]),
        ("L'Union pour le progrès du Kasaï. L'UPK marche.", ["Union pour le progrès du Kasaï", "UPK"], ["E1", "E1"]),
        ("Nord durable crie, Nord digne aussi. ND marche.", ["Nord durable", "Nord digne", "ND"], ["E1", "E2", "E3"]),
    ],
)  # fmt: skip
def test_a_body_by_its_first_word_or_initials(text, names, expected) -> None:
    assert ids(text, *names) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Un obus a touché l'hôpital de Nyala.", "hôpital de Nyala", ("SD", "settlement", 12)),
        ("Un obus a touché la clinique du Levant.", "clinique du Levant", (None, None, None)),
        ("Un obus a touché le lycée de Nyala.", "lycée de Nyala", ("SD", None, None)),
    ],
)
def test_a_hospital_lies_where_its_town_does(text, name, expected) -> None:
    value = read(text, [name]).ents[0]._.entity
    latitude = value["latitude"]
    assert (value["country"], value["place_precision"], latitude and round(latitude)) == expected
