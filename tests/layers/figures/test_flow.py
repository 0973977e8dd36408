"""Flow and stock of displacement figures."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.flow import flow_of
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.text.folding import fold


def flows(text: str) -> list[str | None]:
    readings, _ = find_figures(text, find_quantities(text)[0])
    return [flow_of(one, fold(text), load_lexicon()) for one in readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quelque 400 000 habitants sont déplacés dans l'Ituri.", "stock"),
        ("Quelque 4 000 villageois demeurent déplacés à Kaya.", "stock"),
        ("Quelque 4 000 villageois ont été déplacés par les combats de mardi.", "flow"),
        ("Deux cents familles sont hébergées au lycée.", "stock"),
        ("Après la crue, trois cents familles vivent dans des écoles.", "stock"),
        ("Le camp de Diffa compte 30 000 réfugiés.", "stock"),
        ("Les combats ont fait 3 000 déplacés à Kaya.", "flow"),
        ("Le HCR a recensé 3 000 déplacés entre le 3 et le 9 mai.", "flow"),
        ("Trois mille personnes déplacées en deux jours : la ville de Kaya se vide.", "flow"),
        ("Au 9 mai, 3 000 personnes étaient déplacées.", "stock"),
        ("Du 3 au 9 mai, 3 000 habitants ont fui Kaya.", "flow"),
        ("Depuis l'offensive, le lycée abrite 90 ménages.", "stock"),
        ("Depuis l'offensive, la ville a accueilli 90 ménages.", "flow"),
        ("Le bulletin fait état de 3 000 déplacés à Kaya.", "stock"),
        ("Cinq cents retournés ont été enregistrés depuis lundi.", "flow"),
        ("Plus de 2 000 riverains ont été évacués.", "flow"),
        ("Neuf cents ménages déplacés, hébergés dans 14 sites.", "stock"),
        ("Neuf cents familles déplacées en une nuit.", "flow"),
        ("Le feu a fait deux mille évacués.", "flow"),
        ("Deux mille évacués dorment au gymnase.", "stock"),
        ("L'explosion a tué neuf dockers.", None),
    ],
)
def test_flow_of_the_first_figure(text: str, expected: str | None) -> None:
    assert next(iter(flows(text)), None) == expected
