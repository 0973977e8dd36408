"""Where it happened to them: what a name does in its sentence, and which one is taken."""

from __future__ import annotations

import pytest

from nlp_events.text.folding import fold
from nlp_events.text.where import Name, Scene, candidates, known_part, place_of, role_of


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
        ("BUCAREST - Un car a versé.", "BUCAREST", "dateline"),
        ("Beyrouth (AFP) - Un obus est tombé.", "Beyrouth", "dateline"),
        ("Trois soldats ont été tués dans le Nord-Kivu.", "Nord-Kivu", "locative"),
        ("hôpital Saint-Luc", "hôpital Saint-Luc", "speaker"),
    ],
)
def test_role(text: str, name: str, expected: str) -> None:
    assert role(text, name) == expected


def test_a_region_behind_a_town_is_wider() -> None:
    text = "Un train a déraillé à Pukhrayan, dans l'Uttar Pradesh."
    end = text.index("Pukhrayan") + len("Pukhrayan")
    assert role(text, "Uttar Pradesh", previous=end) == "wider"


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
