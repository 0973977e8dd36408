"""Names that begin with the letters of an acronym of the text, and bodies of a country that no table has."""

from __future__ import annotations

import pytest
import spacy

from nlp_events.layers.entities.component import Entities
from nlp_events.layers.entities.model import load_words
from nlp_events.layers.entities.stretches import stretched

NLP, ENTITIES, WORDS = spacy.blank("fr"), Entities(), load_words()
HEADS, BREAKERS = frozenset(WORDS.body_heads), frozenset(WORDS.breakers)


def read(text, *names, label="ORG"):
    """The text with these names found by a recogniser, in text order."""
    doc, at, found = NLP.make_doc(text), 0, []
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(doc.char_span(start, at, label=label, alignment_mode="expand"))
    doc.ents = found
    return [(ent.text, ent.label_, ent._.entity) for ent in ENTITIES(doc).ents]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Cellule à la sauvegarde des vergers a écrit. Selon la CSV, tout brûle.",
         "Cellule à la sauvegarde des vergers"),
        ("Une Régie des ports, des phares et des balises ferme. La RPPB se tait.", None),
        ("L'Office de la plaine, des puits et des pistes rurales ferme. L'OPPPR se tait.",
         "Office de la plaine, des puits et des pistes rurales"),
        ("Le Comité de défense des étangs annonce un accord. Le CDEA se tait.", None),
        ("La Mutuelle des pêcheurs de Bouba se tait.", None),
    ],
)  # fmt: skip
def test_a_name_gives_the_letters_of_an_acronym(text, name) -> None:
    assert [found.text for found in stretched(text, HEADS, BREAKERS)] == ([name] if name else [])


def test_a_name_that_a_recogniser_cut_is_one_with_its_acronym() -> None:
    found = read("La Cellule à la sauvegarde des vergers a écrit. La CSV attend.", "Cellule", "CSV")
    assert [name for name, _, _ in found] == ["Cellule à la sauvegarde des vergers", "CSV"]
    assert len({entity["entity_id"] for _, _, entity in found}) == 1


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("L'Office national des vergers ferme à Moundou.", "Office national des vergers", "TD"),
        ("Le Syndicat des dockers appelle à la grève à Oran.", "Syndicat des dockers", "DZ"),
        ("À Bamako, le Centre national des vergers du Togo a ouvert.", "Centre national des vergers du Togo", "TG"),
        ("À Bamako, la Ligue mondiale des vergers a ouvert.", "Ligue mondiale des vergers", None),
        ("À Bamako, la Ligue des vergers du Sud a ouvert.", "Ligue des vergers du Sud", None),
        ("À Bamako, la Ligue togolaise des vergers a ouvert.", "Ligue togolaise des vergers", "TG"),
        ("À Bamako, la Régie des vergers du Québec a ouvert.", "Régie des vergers du Québec", "CA"),
        (
            "La Commission électorale indépendante de Gambie attend.",
            "Commission électorale indépendante de Gambie",
            "GM",
        ),
    ],
)
def test_a_national_body_is_of_its_own_country_or_of_the_articles(text, name, country) -> None:
    assert [entity["country"] for found, label, entity in read(text, name) if label == "ORG"] == [country]


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("L'Institut royal météorologique place Namur en alerte.", "Institut royal météorologique place Namur",
         "Institut royal météorologique"),
        ("Le Programme alimentaire mondial suspendra ses vols.", "Programme alimentaire mondial suspendra",
         "Programme alimentaire mondial"),
        ("Le Comité des vergers réclame de l'eau.", "Comité des vergers réclame", "Comité des vergers"),
    ],
)  # fmt: skip
def test_no_verb_is_a_part_of_a_name(text, written, name) -> None:
    assert read(text, written)[0][0] == name


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Selon J.-P. Lemoine, tout va bien.", "Lemoine", "J.-P. Lemoine"),
        ("Ph. Lemoine dément.", "Lemoine", "Ph. Lemoine"),
        ("Fatoumata Zogbo fut blessée.", "Zogbo", "Fatoumata Zogbo"),
        ("Selon M. Lemoine, tout va bien.", "Lemoine", "Lemoine"),
        ("Lundi Lemoine dément.", "Lemoine", "Lemoine"),
        ("Il vit à Lomé. Zogbo dément.", "Zogbo", "Zogbo"),
    ],
)
def test_initials_and_given_names_belong_to_a_person(text, written, name) -> None:
    assert [found for found, label, _ in read(text, written, label="PER") if label == "PER"][-1] == name


def test_a_word_of_its_letters_is_the_name_of_a_body() -> None:
    name = "Syndicat national des agents de vergers"
    found = read(f"Le {name} crie. Synas attend.", name, "Synas")
    assert len({entity["entity_id"] for _, _, entity in found}) == 1
    found = read(f"Le {name} crie. Sabro attend.", name, "Sabro")
    assert len({entity["entity_id"] for _, _, entity in found}) == 2


def test_a_family_name_in_the_middle_is_a_person() -> None:
    doc = NLP.make_doc("Selon Martin Fayolo Zogbo, tout va bien. Fayolo attend.")
    doc.ents = [doc.char_span(6, 25, label="PER"), doc.char_span(41, 47, label="LOC")]
    assert [(ent.text, ent.label_) for ent in ENTITIES(doc).ents] == [("Martin Fayolo Zogbo", "PER"), ("Fayolo", "PER")]
