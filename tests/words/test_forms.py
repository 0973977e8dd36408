"""The table of forms, and regular endings for what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.words.forms import Form, FormTable, shipped_forms
from nlp_events.words.lexicon import WordClass, forms_of, parts_of
from nlp_events.words.regular import plural, regular_forms


def test_the_shipped_table_has_the_forms_of_common_words() -> None:
    table = shipped_forms()
    assert Form("brancardières", ("fp",)) in table.forms("brancardier", "N")
    assert Form("chevaux", ("mp",)) in table.forms("cheval", "N")
    assert {form.text for form in table.forms("mourir", "V")} >= {"meurt", "moururent", "morts", "mourant"}
    assert table.forms("cheval", "V") == ()
    assert table.forms("brancardie", "N") == ()


def test_first_and_last_lemma_of_every_block_are_found() -> None:
    table = shipped_forms()
    lemmas = list(table.lemmas())
    assert len(lemmas) > 75_000
    for lemma, kind in (*lemmas[::127], *lemmas[127::128], lemmas[-1]):
        assert table.forms(lemma, kind), (lemma, kind)


@pytest.mark.parametrize("content", [b"", b"credit\n", b"credit\n{}\n", b'credit\n{"format": 99}\n', b"credit\n[1]\n"])
def test_a_damaged_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "forms.bin"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"forms\.bin.*cannot be read.*Install nlp-events anew"):
        FormTable(path)


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("vigile", {"vigile", "vigiles"}),
        ("influenceur", {"influenceur", "influenceurs", "influenceuse", "influenceuses"}),
        ("orpailleur", {"orpailleur", "orpailleurs", "orpailleuse", "orpailleuses"}),
        ("paramilitaire", {"paramilitaire", "paramilitaires"}),
        ("livreur", {"livreur", "livreurs", "livreuse", "livreuses"}),
        ("sapeur pompier/sapeurs pompiers", {"sapeur pompier", "sapeurs pompiers"}),
        ("garde du corps", {"garde du corps", "gardes du corps"}),
    ],
)
def test_forms_of_nouns(noun: str, forms: set[str]) -> None:
    assert {form.text for form in forms_of(noun, "N")} == forms


@pytest.mark.parametrize(
    ("singular", "many"),
    [("cheminot", "cheminots"), ("local", "locaux"), ("bureau", "bureaux"), ("neveu", "neveux"), ("gars", "gars")],
)
def test_regular_plurals(singular: str, many: str) -> None:
    assert plural(singular) == many


@pytest.mark.parametrize(
    ("verb", "tag", "form"),
    [
        ("tweeter", "J3s", "tweeta"),
        ("géolocancer", "J3s", "géolocança"),
        ("débriefager", "I3p", "débriefageaient"),
        ("surfir", "Kfp", "surfies"),
        ("twitter en direct", "P3p", "twittent en direct"),
    ],
)
def test_regular_verbs(verb: str, tag: str, form: str) -> None:
    assert form in {one.text for one in regular_forms(verb, "V") if tag in one.tags}


def test_a_class_of_verbs_has_its_parts() -> None:
    parts = parts_of("saying", WordClass("verb", ("souligner", "dire")))
    assert parts["saying.participle.masculine"] == ("souligné", "dit")
    assert set(parts["saying.present"]) == {"souligne", "soulignent", "dit", "disent"}
    assert set(parts["saying.conditional"]) == {"soulignerait", "souligneraient", "dirait", "diraient"}
    assert set(parts["saying"]) >= {"soulignant", "souligneront", "disait"}


def test_a_class_of_nouns_has_singular_and_plural() -> None:
    parts = parts_of("person", WordClass("noun", ("copilote", "directeur")))
    assert set(parts["person.singular"]) == {"copilote", "directeur", "directrice"}
    assert set(parts["person.plural"]) == {"copilotes", "directeurs", "directrices"}


def test_phrases_stay_as_they_are() -> None:
    assert parts_of("weekday", WordClass("phrase", ("lundi", "mardi"))) == {"weekday": ("lundi", "mardi")}


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("casque bleu/casques bleus", ["casque bleu", "casques bleus"]),
        ("/mineurs", ["mineurs"]),
        ("mineur/", ["mineur"]),
    ],
)
def test_a_noun_may_give_its_numbers(noun: str, forms: list[str]) -> None:
    assert [form.text for form in forms_of(noun, "N")] == forms
