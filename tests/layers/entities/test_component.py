from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from nlp_events import extensions
from nlp_events.errors import ResourceError
from nlp_events.layers.entities.component import Entities

extensions.register()
NLP = spacy.blank("fr")
ENTITIES = Entities()


def run(text: str, *spans: tuple[str, str]) -> Doc:
    """The component on a text in which a recogniser has found these spans, in text order."""
    doc = NLP.make_doc(text)
    found, at = [], 0
    for name, label in spans:
        start = text.index(name, at)
        at = start + len(name)
        span = doc.char_span(start, at, label=label, alignment_mode="expand")
        assert span is not None
        found.append(span)
    doc.ents = found
    return ENTITIES(doc)


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def canonical(doc: Doc) -> list[str]:
    return [ent._.entity["canonical"] for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("Selon l'ONU, le HCR et Ocha s'inquiètent.", [], [("ONU", "ORG"), ("HCR", "ORG"), ("Ocha", "ORG")]),
        ("L'ONU a voté.", [("L'ONU", "ORG")], [("ONU", "ORG")]),
        ("Le chef de Daech a fui Raqqa.", [("Daech", "LOC"), ("Raqqa", "LOC")], [("Daech", "ORG"), ("Raqqa", "LOC")]),
        (
            "Le directeur pour l'Irak du Conseil norvégien pour les réfugiés (NRC) alerte.",
            [("Irak du Conseil norvégien pour les réfugiés", "ORG")],
            [("Irak", "LOC"), ("Conseil norvégien pour les réfugiés", "ORG"), ("NRC", "ORG")],
        ),
        ("Des Kényans et des Afghans ont été arrêtés.", [("Kényans", "LOC"), ("Afghans", "LOC")], []),
        ("Un accord avec le Comité, jeudi.", [("jeudi", "PER")], []),
        (
            "Awa Koulibaly est venue. Koulibaly a parlé à Bamako.",
            [("Awa Koulibaly", "PER"), ("Koulibaly", "LOC"), ("Bamako", "LOC")],
            [("Awa Koulibaly", "PER"), ("Koulibaly", "PER"), ("Bamako", "LOC")],
        ),
        (
            "Zembla a été pilonnée. Des civils vivent près de Zembla.",
            [("Zembla", "PER"), ("Zembla", "LOC")],
            [("Zembla", "LOC"), ("Zembla", "LOC")],
        ),
        ("Le ministre Van Damme est à Bruxelles.", [], [("Bruxelles", "LOC")]),
        ("Le lot Paris Hilton", [], []),
        ("ORZY (Mali) - Des tirs", [("ORZY", "ORG"), ("Mali", "LOC")], [("ORZY", "LOC"), ("Mali", "LOC")]),
        ("200 MIGRANTS SECOURUS PRÈS DE LAMPEDUSA", [], [("LAMPEDUSA", "LOC")]),
        (
            "En Centrafrique, des tirs à Bria.",
            [("Centrafrique", "LOC"), ("Bria", "PER")],
            [("Centrafrique", "LOC"), ("Bria", "LOC")],
        ),
        ("Mme Oulaï et M. Jean-Luc Séri ont fui.", [], [("Oulaï", "PER"), ("Jean-Luc Séri", "PER")]),
        ("le district de Zembla Sud, le village d'Orzy", [], [("Zembla Sud", "LOC"), ("Orzy", "LOC")]),
        ("M. le maire, la province de demain", [], []),
        ("La bataille de Mossoul", [("La bataille de Mossoul", "MISC")], [("Mossoul", "LOC")]),
        ("Il joue en FBA.", [("FBA", "ORG")], [("FBA", "ORG")]),
        ("la Suisse et l'Argentine", [("Suisse", "LOC")], [("Suisse", "LOC"), ("Argentine", "LOC")]),
    ],
)
def test_borders_and_labels(text: str, spans: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert entities(run(text, *spans)) == expected


def test_one_man_in_three_spellings() -> None:
    text = "AI-Mansouri a fui. Le chef Karim Al-Mansouri est recherché. L'appel d'al Mansouri a été diffusé."
    doc = run(text, ("AI-Mansouri", "PER"), ("Karim Al-Mansouri", "PER"), ("al Mansouri", "PER"))
    assert canonical(doc) == ["Karim Al-Mansouri"] * 3
    assert {ent._.entity["entity_id"] for ent in doc.ents} == {"E1"}


def test_known_names_have_ids_kinds_and_places() -> None:
    doc = run("MOSSOUL - Daesh et l'Etat islamique, selon l'OIM.")
    values = [ent._.entity for ent in doc.ents]
    assert canonical(doc) == [
        "Mossoul", "État islamique", "État islamique", "Organisation internationale pour les migrations",
    ]  # fmt: skip
    assert values[0]["country"] == "IQ"
    assert values[0]["place_precision"] == "settlement"
    assert values[0]["latitude"] == pytest.approx(36.3, abs=0.2)
    assert values[1]["known_id"] == values[2]["known_id"] == "org:etat-islamique"
    assert [value["kind"] for value in values] == [None, "armed_group", "armed_group", "un_agency"]


def test_an_acronym_takes_its_long_form() -> None:
    text = "Le Collectif des dunes (CDD) alerte. Le CDD compte dix morts."
    doc = run(text, ("Collectif des dunes", "ORG"), ("CDD", "ORG"), ("CDD", "ORG"))
    assert canonical(doc) == ["Collectif des dunes"] * 3


def test_a_party_after_a_name_is_not_its_acronym() -> None:
    doc = run("Le maire Paul Lemoine (RPX) et le RPX.", ("Paul Lemoine", "PER"), ("RPX", "ORG"), ("RPX", "ORG"))
    assert canonical(doc) == ["Paul Lemoine", "RPX", "RPX"]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("ministère de la Défense irakien", "government", "IQ"),
        ("armée malienne", "security_forces", "ML"),
        ("hôpital de la Paix", "hospital", None),
        ("Protection civile algérienne", "rescue_services", "DZ"),
        ("Observatoire des dunes", "monitor", None),
        ("Horizon Bleu", None, None),
    ],
)
def test_an_unlisted_organisation_tells_its_kind(name: str, kind: str | None, country: str | None) -> None:
    (value,) = [ent._.entity for ent in run(f"Selon le {name}.", (name, "ORG")).ents]
    assert (value["kind"], value["country"]) == (kind, country)


def test_context_places_a_namesake() -> None:
    doc = run("Au Liban, des tirs ont retenti à Tripoli.", ("Liban", "LOC"), ("Tripoli", "LOC"))
    assert [ent._.entity["country"] for ent in doc.ents] == ["LB", "LB"]


def test_a_part_of_a_town_is_placed_but_is_not_the_town() -> None:
    doc = run("Des tirs à Mossoul et à Mossoul-Ouest.", ("Mossoul", "LOC"), ("Mossoul-Ouest", "LOC"))
    town, part = (ent._.entity for ent in doc.ents)
    assert (town["country"], part["country"]) == ("IQ", "IQ")
    assert part["canonical"] == "Mossoul-Ouest"
    assert town["entity_id"] != part["entity_id"]


def test_an_unknown_place_stays_null() -> None:
    doc = run("Des tirs à Zyxwvutgrad.", ("Zyxwvutgrad", "LOC"))
    (value,) = [ent._.entity for ent in doc.ents]
    assert (value["country"], value["latitude"], value["known_id"]) == (None, None, None)


def test_a_user_table_adds_names_and_goes_first(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "canonical,aliases,kind,country,known_id,source\n"
        "Collectif Horizon des dunes,CHD|Horizon,ngo,ML,mine:chd,us\nOffice minier,ONU,other,,mine:office,us\n",
        encoding="utf-8",
    )
    doc = Entities(aliases=str(table))(NLP.make_doc("Le CHD et l'ONU ont compté les absents."))
    assert [ent._.entity["known_id"] for ent in doc.ents] == ["mine:chd", "mine:office"]
    assert [ent._.entity["country"] for ent in doc.ents] == ["ML", None]


def test_a_wrong_user_table_names_its_line(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("canonical,sort\nA,b\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"mine\.csv, line 2"):
        Entities(aliases=str(table))


def test_a_capital_slip_is_the_same_man() -> None:
    doc = run("AI-Zarouki menace. Le chef Omar Al-Zarouki a parlé.", ("AI-Zarouki", "LOC"), ("Omar Al-Zarouki", "PER"))
    assert entities(doc) == [("AI-Zarouki", "PER"), ("Omar Al-Zarouki", "PER")]
    assert canonical(doc) == ["Omar Al-Zarouki"] * 2


def test_survives_bytes() -> None:
    doc = run("Selon l'ONU, Mossoul est assiégée.")
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [ent._.entity for ent in again.ents] == [ent._.entity for ent in doc.ents]
    stored = next(DocBin(docs=[doc], store_user_data=True).get_docs(NLP.vocab))
    assert canonical(stored) == canonical(doc)


def test_goes_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(ENTITIES))  # noqa: S301 - our own bytes
    text = "Selon l'ONU, Mossoul est assiégée."
    assert canonical(again(NLP.make_doc(text))) == canonical(run(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "L'",
                "ONU",
                "Mossoul",
                " ",
                "\n",
                "-",
                "Daech",
                "M. Ba",
                "(",
                ")",
                "NRC",
                "à ",
                "’",
                "EI",
                ".",
                "1er ",
                "É",
            ]
        ),
        max_size=30,
    ).map("".join)
)
@settings(max_examples=60, deadline=None)
def test_invariants(text: str) -> None:
    doc = ENTITIES(NLP.make_doc(text))
    for ent in doc.ents:
        value = ent._.entity
        assert doc.text[value["start"] : value["end"]] == ent.text
        assert value["label"] == ent.label_
        assert "\n" not in ent.text
    before = [(ent.text, ent.label_, ent._.entity["canonical"]) for ent in doc.ents]
    again = ENTITIES(NLP.make_doc(text))
    assert [(ent.text, ent.label_, ent._.entity["canonical"]) for ent in again.ents] == before
