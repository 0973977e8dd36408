"""Who did it and who was hit in the columns of ACLED and UCDP."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.writers.layouts import acled, ucdp
from nlp_events.writers.layouts.sides import Side, Sides, sides_of
from tests.writers.made import article, event

SHEBAB: dict[str, Any] = {
    "actor": "les shebab", "actor_canonical": "Shebab", "actor_type": "armed_group", "actor_status": "claimed",
}  # fmt: skip
ARMY: dict[str, Any] = {"actor": "l'armée", "actor_type": "state_force", "actor_status": "told"}


def row(layout: Any, **slots: Any) -> dict[str, Any]:
    (found,) = layout.record_rows([article(event(**slots))])
    return dict(found)


def test_a_claim_goes_before_what_is_told() -> None:
    sides = sides_of([event(1, **ARMY), event(2, **SHEBAB)])
    assert sides == Sides(Side("Shebab", "group"), (Side("l'armée", "state"),), Side("soldats", "state"))


@pytest.mark.parametrize(
    "slots", [SHEBAB | {"actor_status": "denied"}, SHEBAB | {"actor_type": "individual"}, {"actor": None}]
)
def test_who_denies_it_and_a_lone_man_are_no_side(slots: dict[str, Any]) -> None:
    assert sides_of([event(**slots)]) == Sides()
    assert row(acled, **slots)["actor1"] is None


@pytest.mark.parametrize(
    ("slots", "codes"),
    [
        (SHEBAB, ("Shebab", 2, "soldats", 1, "12", None)),
        (ARMY | {"who": "villageois", "who_category": "civilian"},
         ("l'armée", 1, "villageois", 7, "17", "Civilian targeting")),
        (SHEBAB | {"who": None, "who_category": None}, ("Shebab", 2, None, None, None, None)),
        ({"actor": "des hommes armés", "actor_type": "unknown", "actor_status": "told"},
         ("des hommes armés", 3, "soldats", 1, "13", None)),
    ],
)  # fmt: skip
def test_acled(slots: dict[str, Any], codes: tuple[Any, ...]) -> None:
    found = row(acled, **slots)
    names = ("actor1", "inter1", "actor2", "inter2", "interaction", "civilian_targeting")
    assert tuple(found[name] for name in names) == codes


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        (SHEBAB, (1, "soldats", "Shebab")),
        (SHEBAB | {"who": "enfants", "who_category": "child"}, (3, "Shebab", "enfants")),
        (SHEBAB | {"who": "rebelles", "who_category": "armed_group"}, (2, "Shebab", "rebelles")),
        (ARMY, (None, None, None)),
    ],
)
def test_ucdp(slots: dict[str, Any], told: tuple[Any, ...]) -> None:
    found = row(ucdp, **slots)
    assert tuple(found.get(name) for name in ("type_of_violence", "side_a", "side_b")) == told
