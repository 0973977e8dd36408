"""Names that a text gives an acronym in brackets."""

from __future__ import annotations

import pytest

from nlp_events.layers.entities.definitions import defined

HEADS = frozenset(("association", "front", "union", "collectif", "coordination"))
BREAKERS = frozenset(("dit", "que"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'Association des mères de Kaffrine (AMK) accuse.", ["Association des mères de Kaffrine", "AMK"]),
        ("Le Front pour le salut du Nord (Frosan) attaque.", ["Front pour le salut du Nord", "Frosan"]),
        ("Selon l'UEN (Union des éleveurs du Nord), rien.", ["UEN", "Union des éleveurs du Nord"]),
        ("Selon l'UEN (Union des pêcheurs du Nord), rien.", []),
        ("Le produit intérieur brut (PIB) recule.", []),
        ("Jean Dupont (LR) est élu. Une association (ABC) proteste.", []),
        ("Le Front dit que les mères isolées (FMI) partent.", []),
        ("L'Association gagne. Les mères de Kaffrine (AMK) accusent.", []),
        ("Le Collectif (Nord) et la Coordination des élus (Mali) parlent.", []),
    ],
)
def test_the_letters_are_those_of_the_name(text, found) -> None:
    names = sorted(defined(text, HEADS, BREAKERS), key=lambda mention: mention.start)
    assert [mention.text for mention in names] == found


def test_many_brackets_take_no_longer_than_they_should() -> None:
    text = "Association des mères de Kaffrine (AMK) " * 2_000
    assert len([*defined(text, HEADS)]) == 4_000
