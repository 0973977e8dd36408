from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.entities.matching import NameMatcher

MATCHER = NameMatcher(
    (name, name)
    for name in (
        "HCR", "UNICEF", "ONU", "État islamique", "Conseil norvégien pour les réfugiés", "Médecins sans frontières",
        "Al-Qaïda", "Al-Qaïda au Maghreb islamique", "L'Équipe", "Daech", "France", "OIM", "armée des cèdres",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le HCR et l'Unicef ont alerté hier.", ["HCR", "Unicef"]),
        ("le hcr, un hier, une onu", []),
        ("L’ONU accuse l'Etat islamique.", ["ONU", "Etat islamique"]),
        ("Al Qaïda au Maghreb islamique a fui.", ["Al Qaïda au Maghreb islamique"]),
        ("AL-QAÏDA AU MAGHREB", ["AL-QAÏDA"]),
        ("Le Conseil\nnorvégien pour les réfugiés", []),
        ("les anti-Daech, l'Île-de-France", []),
        ("Daech-Irak", []),
        ("l'équipe de secours", []),
        ("L'Équipe rapporte", ["L'Équipe"]),
        ("médecins sans frontières", []),
        ("Médecins Sans Frontières", ["Médecins Sans Frontières"]),
        ("l'armée des cèdres", ["armée des cèdres"]),
        ("", []),
    ],
)
def test_finds(text: str, names: list[str]) -> None:
    found = list(MATCHER.find(text))
    assert [text[match.start : match.end] for match in found] == names


@given(st.lists(st.sampled_from(["HCR", "Al", "-", "Qaïda", " ", "État", "islamique", "\n", "é", "’"])).map("".join))
def test_matches_are_in_order_and_in_bounds(text: str) -> None:
    last = 0
    for match in MATCHER.find(text):
        assert last <= match.start < match.end <= len(text)
        last = match.end


def test_long_text_takes_linear_time() -> None:
    assert len(list(MATCHER.find("État " * 100_000))) == 0
