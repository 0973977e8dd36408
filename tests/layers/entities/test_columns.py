import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.entities.columns import columns

VICTIMS = """Les victimes identifiées par la police :

- Awa Traoré, 34 ans
- Moussa Diarra (chauffeur)
- Jean-Marie Le Goff – passager
- Ó Súilleabháin
"""


def names(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in column] for column in columns(text)]


def test_a_list_of_names_with_remarks() -> None:
    assert names(VICTIMS) == [["Awa Traoré", "Moussa Diarra", "Jean-Marie Le Goff", "Ó Súilleabháin"]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Séisme\nTrois morts\nPort-au-Prince\n",
        "Titre\nGao\nMali\n\nUn soldat a été tué.\n",
        "Awa Traoré a été tuée lundi.\nMoussa Diarra a survécu.\nIls habitaient Gao.\nIls étaient mariés.\n",
        "un\ndeux\ntrois\nquatre\n",
    ],
)
def test_other_lines_are_no_list(text: str) -> None:
    assert names(text) == []


def test_an_empty_line_ends_a_list() -> None:
    assert names("Alep\nHoms\nHama\nIdleb\n\nTartous\nDeraa\nRaqqa\nDamas") == [
        ["Alep", "Homs", "Hama", "Idleb"],
        ["Tartous", "Deraa", "Raqqa", "Damas"],
    ]


@given(st.text(alphabet="AÉb \n(,.-'’:•1\r\x0b", max_size=80))
def test_names_are_of_the_text_and_in_order(text: str) -> None:
    found = [span for column in columns(text) for span in column]
    assert found == sorted(found)
    assert all(text[start:end].strip() and "\n" not in text[start:end] for start, end in found)
