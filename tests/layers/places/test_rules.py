"""Where it happened to them: what a name does in its sentence, and which one is taken."""

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
from nlp_events.layers.places.rules import Name, Scene, inner_places, place_of
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
        ("Le typhon Ligaya a fait neuf morts.", "Ligaya", "passing"),
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


def named(start: int, name_role: str, precision: str | None = "settlement", zone: str = "body") -> Name:
    return Name(
        start=start, end=start + 5, canonical=f"place {start}", country=None, latitude=None, longitude=None,
        precision=precision, zone=zone, role=name_role,  # type: ignore[arg-type]
    )  # fmt: skip


def scene(impact: str = "killed", **changes: object) -> Scene:
    values: dict[str, object] = {
        "start": 100, "end": 110, "trigger": (105, 110), "sentence": (80, 180), "lead": 600, "impact": impact,
        "elsewhere": False, "floor": 80, "ceiling": 180, "line": (0, 400), "mentions": {}, "national": False,
        "there": None, "clause": (80, 180), "zone": "body", "inner": {}, "cumulative": False,
    }  # fmt: skip
    return Scene(**(values | changes))  # type: ignore[arg-type]


def test_the_place_of_the_own_sentence_wins() -> None:
    assert place_of([named(10, "locative"), named(120, "locative"), named(300, "locative")], scene()) == named(
        120, "locative"
    )


def test_nobody_is_placed_where_somebody_speaks() -> None:
    assert place_of([named(120, "speaker")], scene()) is None
    assert place_of([], scene()) is None


def test_refugees_are_where_they_arrive_the_displaced_where_they_left() -> None:
    names = [named(115, "origin"), named(130, "destination")]
    assert place_of(names, scene("refugee")) == names[1]
    assert place_of(names, scene("displaced")) == names[0]


def test_a_name_behind_the_next_figure_belongs_to_that_one() -> None:
    names = [named(60, "locative"), named(150, "plain")]
    assert place_of(names, scene(ceiling=130)) == names[0]


def test_a_name_of_another_clause_gives_way() -> None:
    names = [named(85, "locative"), named(120, "plain")]
    assert place_of(names, scene(clause=(95, 180))) == names[1]
    assert place_of(names[:1], scene(clause=(95, 180))) == names[0]


def test_a_name_before_the_figure_before_it_holds_of_both() -> None:
    names = [named(85, "locative", "country"), named(300, "locative")]
    assert place_of(names, scene(floor=95)) == names[0]


def test_a_place_told_later_gives_way_to_one_told_before() -> None:
    names = [named(10, "origin"), named(300, "locative")]
    assert place_of(names, scene(line=(90, 400))) == names[0]
    assert place_of(names, scene(line=(90, 400), zone="title")) == names[1]


def test_the_pronoun_takes_the_last_name_before() -> None:
    names = [named(10, "locative", zone="title"), named(70, "plain", "region")]
    assert place_of(names, scene()) == names[0]
    assert place_of(names, scene(there=90)) == names[1]


def test_a_wider_name_from_elsewhere_stands_for_the_one_place_in_it() -> None:
    names = [named(10, "locative"), named(20, "wider", "region")]
    inner = inner_places(names)
    assert inner == {names[1].canonical: names[0]}
    outside = named(5, "heading", "region", zone="title")
    within = {outside.canonical: names[0]}
    assert place_of([outside], scene(inner=within)) == names[0]
    assert inner_places([*names, named(30, "locative"), names[1]]) == {}


def test_a_region_may_have_the_name_of_a_country() -> None:
    text = "Kagara, dans l'État du Niger, au Nigeria"
    assert is_region(fold(text), text.index("Niger,"))
    assert not is_region(fold(text), text.index("Nigeria"))


def test_a_running_total_is_not_of_the_town_of_another_sentence() -> None:
    names = [named(10, "heading", "region", zone="title"), named(200, "locative")]
    assert place_of(names, scene(sentence=(100, 180))) == names[0]
    names = [named(10, "heading", "region", zone="title"), named(60, "locative")]
    assert place_of(names, scene()) == names[1]
    assert place_of(names, scene(cumulative=True)) == names[0]


def test_a_running_total_is_of_the_country_that_its_own_sentence_names() -> None:
    names = [named(10, "locative", "region", zone="title"), named(82, "plain", "country")]
    assert place_of(names, scene()) == names[0]
    assert place_of(names, scene(cumulative=True)) == names[1]


def test_the_place_of_a_local_speaker_serves_where_there_is_no_other() -> None:
    names = [named(120, "local"), named(10, "heading", "region", zone="title")]
    assert place_of(names[:1], scene()) == names[0]
    assert place_of(names, scene()) == names[1]
    assert place_of([named(300, "local")], scene()) is None


def test_the_town_behind_the_heading_of_a_line_is_the_place() -> None:
    text = "Mali : douze morts dans une embuscade à Boni"
    names = [named(0, "heading", "country"), named(text.index("Boni"), "locative", None)]
    figure = scene(
        start=7, end=18, trigger=(13, 18), sentence=(0, 44), line=(0, 44), ceiling=44, floor=0, clause=(0, 44)
    )
    assert place_of(names, figure) == names[1]
    apart = scene(
        start=7, end=18, trigger=(13, 18), sentence=(0, 44), line=(0, 44), ceiling=30, floor=0, clause=(0, 44)
    )
    assert place_of(names, apart) == names[0]


def test_a_town_of_the_next_clause_is_not_the_place_behind_a_heading() -> None:
    text = "Kenya : douze morts ; un pont est fermé à Voi"
    names = [named(0, "heading", "country"), named(text.index("Voi"), "locative", None)]
    own = {"start": 8, "end": 19, "trigger": (14, 19), "line": (0, 45), "floor": 0, "sentence": (0, 45)}
    assert place_of(names, scene(**own, ceiling=45, clause=(0, text.index(";")))) == names[0]
