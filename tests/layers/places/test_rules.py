"""Where it happened to them: what a name does in its sentence, and which may hold another."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.clauses import find_clauses
from nlp_events.layers.places.roles import (
    antecedent,
    candidates,
    clause_of,
    heads_clause,
    is_region,
    known_part,
    role_of,
)
from nlp_events.layers.places.rules import Name, held_by, is_wider
from nlp_events.text.discourse import Discourse
from nlp_events.text.folding import fold


def role(text: str, name: str, **options: object) -> str:
    start = text.index(name)
    return role_of(fold(text), start, start + len(name), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Une bombe a explosé à Gao.", "Gao", "locative"),
        ("Douze morts dans le nord du Mali.", "Mali", "locative"),
        ("Mali : douze morts", "Mali", "heading"),
        ("Le gouverneur de Gao a parlé.", "Gao", "speaker"),
        ("Les blessés ont été transportés à Bamako.", "Bamako", "speaker"),
        ("Ils ont fui Goma.", "Goma", "origin"),
        ("Ils ont trouvé refuge à Goma.", "Goma", "destination"),
        ("Trois soldats ont été tués dans le Nord-Kivu.", "Nord-Kivu", "locative"),
        ("hôpital Saint-Luc", "hôpital Saint-Luc", "speaker"),
        ("Ils ont été conduits à l'hôpital Sainte-Anne de Toulon.", "Toulon", "speaker"),
        ("« Ils ont tiré », dit un pêcheur joint au téléphone depuis Pemba.", "Pemba", "speaker"),
        ("L'opposition en exil à Madrid parle de 300 morts.", "Madrid", "speaker"),
        ("De source officielle à Tunis, neuf marins sont morts.", "Tunis", "speaker"),
        ("Des heurts avec la police à Ayacucho ont fait neuf morts.", "Ayacucho", "locative"),
        ("L'armée de Gao a parlé.", "Gao", "speaker"),
        ("Ils ont été transportés par hélicoptère à Vancouver.", "Vancouver", "speaker"),
        ("Pour le maire de Boutcha, ce sont 280 corps.", "Boutcha", "local"),
        ("L'attaque de l'hôpital de Kunduz a fait 42 morts.", "Kunduz", "locative"),
        ("Un car parti de Dakar s'est renversé.", "Dakar", "passing"),
        ("Ils attendaient l'autocar de Karachi.", "Karachi", "passing"),
        ("Deux passeurs ont été écroués à Agadez.", "Agadez", "passing"),
        ("Un obus est tombé dans un camp militaire de Marib.", "Marib", "locative"),
        ("Ils ont pris la route de Mweso.", "Mweso", "destination"),
    ],
)
def test_role(text: str, name: str, expected: str) -> None:
    assert role(text, name) == expected


def test_the_town_of_a_dateline_is_one_in_the_body_alone() -> None:
    assert role("BUCAREST - Un car a versé.", "BUCAREST", in_dateline=True) == "dateline"
    assert role("Mali - Un car a versé", "Mali", in_dateline=True, zone="title") == "heading"


def test_a_region_behind_a_town_is_wider() -> None:
    text = "Un train a déraillé à Pukhrayan, dans l'Uttar Pradesh."
    end = text.index("Pukhrayan") + len("Pukhrayan")
    assert role(text, "Uttar Pradesh", previous=(end, "locative")) == "wider"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("À Sikilo, près de Kaffrine, six membres d'une famille ont péri.", "Sikilo", "Kaffrine"),
        ("Une collision a fait deux morts au Luc, entre Toulon et Draguignan.", "Luc", "Toulon"),
        ("Un village de Kfar Taal, à l'ouest d'Alep, a été visé.", "Kfar Taal", "Alep"),
    ],
)
def test_a_name_beside_a_place_says_where_it_lies(text: str, first: str, second: str) -> None:
    end = text.index(first) + len(first)
    assert role(text, second, previous=(end, "locative")) == "reference"


@pytest.mark.parametrize(
    "text", ["Ils vivent à Kitshanga, dans le territoire de Masisi.", "Un car a versé à Arbinda, commune de Masisi."]
)
def test_a_district_behind_a_place_is_wider(text: str) -> None:
    first = "Kitshanga" if "Kitshanga" in text else "Arbinda"
    assert role(text, "Masisi", previous=(text.index(first) + len(first), "locative")) == "wider"


def test_those_who_are_treated_in_two_towns_are_of_neither() -> None:
    text = "Ils sont hospitalisés à Mexico et à Toluca."
    assert role(text, "Mexico") == "speaker"
    assert role(text, "Toluca", previous=(text.index("Mexico") + len("Mexico"), "speaker")) == "speaker"


def test_what_holds_of_a_name_holds_of_the_one_behind_and() -> None:
    text = "au Luc, entre Toulon et Draguignan"
    end = text.index("Toulon") + len("Toulon")
    assert role(text, "Draguignan", previous=(end, "reference")) == "reference"


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("À Derbent, un prêtre a été tué.", True),
        ("Trois morts à Gao ; à Derbent, deux blessés.", True),
        ("Un prêtre a été tué à Derbent.", False),
        ("Le maire de Derbent a parlé.", False),
    ],
)
def test_a_name_opens_its_clause(text: str, heads: bool) -> None:
    assert heads_clause(fold(text), text.index("Derbent")) is heads


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Douze marins y ont péri.", True),
        ("Un raid y avait tué 22 personnes.", True),
        ("Il y a eu trois blessés.", False),
        ("Il n'y a pas eu de blessé.", False),
    ],
)
def test_a_pronoun_stands_for_the_place_named_before(text: str, there: bool) -> None:
    assert (antecedent(fold(text), 0, len(text)) is not None) is there


@pytest.mark.parametrize(
    ("text", "figure", "clause"),
    [
        ("Neuf morts à Gao ; à Kidal, deux blessés.", "deux blessés", " à Kidal, deux blessés."),
        ("Douze morts, dont huit à Gao.", "Douze morts", "Douze morts, "),
        ("Douze morts, dont huit à Gao.", "huit", "Douze morts, dont huit à Gao."),
    ],
)
def test_the_clause_of_a_figure(text: str, figure: str, clause: str) -> None:
    start = text.index(figure)
    discourse = Discourse(find_clauses(fold(text), 0, len(text)))
    assert text[slice(*clause_of((0, len(text)), start, start + len(figure), discourse))] == clause


def test_candidates_stand_where_only_a_place_can() -> None:
    text = "Un car a versé à Kimparana, près de San, après avoir quitté Bla. Il rend hommage à Noël."
    assert [text[start:end] for start, end in candidates(text)] == ["Kimparana", "San"]


@pytest.mark.parametrize(
    ("name", "part"),
    [("Alep-Est", "Alep"), ("vieille ville de Mossoul", "Mossoul"), ("pont de Ouro", "Ouro"), ("Gao", "Gao")],
)
def test_known_part(name: str, part: str) -> None:
    assert known_part(name) == part


def test_a_region_may_have_the_name_of_a_country() -> None:
    text = "Kagara, dans l'État du Niger, au Nigeria"
    assert is_region(fold(text), text.index("Niger,"))
    assert not is_region(fold(text), text.index("Nigeria"))


def named(precision: str | None, country: str | None) -> Name:
    return Name(
        start=0, end=5, canonical="Gao", country=country, latitude=None, longitude=None, precision=precision,
        zone="body", role="locative",  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wider", "narrower", "expected"),
    [
        (("country", "ML"), ("settlement", "ML"), True),
        (("country", "ML"), ("settlement", "NE"), False),
        (("country", "ML"), (None, None), True),
        (("region", "ML"), ("region", "ML"), False),
        (("settlement", "ML"), (None, "ML"), False),
        (("region", "ML"), ("country", "ML"), False),
    ],
)
def test_a_wider_place_of_the_country_may_hold_a_narrower_one(
    wider: tuple[str, str], narrower: tuple[str, str], expected: bool
) -> None:
    assert held_by(named(*wider), {narrower: 1, ("country", "FR"): 2}) == expected


def test_what_is_unknown_is_a_small_place() -> None:
    assert is_wider("region", None)
    assert is_wider(None, "settlement")
    assert not is_wider(None, "region")
