from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.entities.borders import Borders
from nlp_events.layers.entities.model import load_words
from nlp_events.text.name_keys import name_key
from nlp_events.values import Label

LISTED = {"le caire", "l equipe", "la reunion", "les echos", "mali", "soudan", "soudan du sud", "onu"}
COUNTRIES = {"mali", "soudan", "soudan du sud"}
BORDERS = Borders(load_words(), lambda name: name_key(name) in LISTED, lambda name: name_key(name) in COUNTRIES)


@pytest.mark.parametrize(
    ("text", "span", "label", "names"),
    [
        ("Hier, l'ONU a alerté.", "l'ONU", "ORG", ["ONU"]),
        ("L'ONU a alerté.", "L'ONU", "ORG", ["ONU"]),
        ("Le Soudan a fermé sa frontière.", "Le Soudan", "LOC", ["Soudan"]),
        ("Le Caire est en deuil.", "Le Caire", "LOC", ["Le Caire"]),
        ("selon Les Échos, hier", "Les Échos", "ORG", ["Les Échos"]),
        ("Traoré, qui", "Traoré,", "PER", ["Traoré"]),
        ("Idriss Koné\nBamako", "Idriss Koné\nBamako", "PER", ["Idriss Koné", "Bamako"]),
        ("Amadou Sy a appelé Moussa Ba", "Amadou Sy a appelé Moussa Ba", "PER", ["Amadou Sy", "Moussa Ba"]),
        ("pour le Mali du Conseil des dunes", "Mali du Conseil des dunes", "ORG", ["Mali", "Conseil des dunes"]),
        ("au Soudan du Sud", "Soudan du Sud", "LOC", ["Soudan du Sud"]),
        ("la province de Tagant", "province de Tagant", "LOC", ["Tagant"]),
        ("la rue des Lilas", "rue des Lilas", "LOC", ["rue des Lilas"]),
        ("le groupe Horizon", "groupe Horizon", "ORG", ["Horizon"]),
        ("M. Diallo", "M. Diallo", "PER", ["Diallo"]),
        ("l'armée ivoirienne", "armée ivoirienne", "ORG", ["armée ivoirienne"]),
        ("ministère de la Pêche du pays", "ministère de la Pêche du pays", "ORG", ["ministère de la Pêche"]),
        ("ministère de la Pêche a indiqué", "ministère de la Pêche a indiqué", "ORG", ["ministère de la Pêche"]),
        ("Tunisie/Algérie", "Tunisie/Algérie", "LOC", ["Tunisie", "Algérie"]),
        ("GAO - Des tirs", "GAO - Des tirs", "LOC", ["GAO"]),
        ("Moktar al-Hadi", "Moktar al-Hadi", "PER", ["Moktar al-Hadi"]),
        ("lundi", "lundi", "LOC", []),
        ("Park Ji-un", "Park Ji-un", "PER", ["Park Ji-un"]),
        ("Mali de Nassor", "Mali de Nassor", "PER", ["Mali de Nassor"]),
        ("Women's Aid", "Women's Aid", "ORG", ["Women's Aid"]),
        ("l'ONU s'inquiète", "ONU s'inquiète", "ORG", ["ONU"]),
        ("VIDÉO", "VIDÉO", "ORG", []),
        ("réfugiés", "réfugiés", "LOC", []),
        ("Koffi N. témoigne", "Koffi N.", "PER", ["Koffi N."]),
        ("« Nora Belkacem »", "« Nora Belkacem »", "PER", ["Nora Belkacem"]),
    ],
)  # fmt: skip
def test_repairs(text: str, span: str, label: Label, names: list[str]) -> None:
    start = text.index(span)
    pieces = BORDERS.pieces(text, start, start + len(span), label)
    assert [text[first:last] for first, last in pieces] == names


@given(
    st.lists(
        st.sampled_from(["L'", "ONU", " ", "de", "\n", "-", "Mali", "M.", "a", "«", "É", "1er", ".", "’"])
    ).map("".join),
    st.sampled_from(["PER", "LOC", "ORG"]),
)  # fmt: skip
def test_pieces_lie_within_the_span(text: str, label: Label) -> None:
    pieces = BORDERS.pieces(text, 0, len(text), label)
    last = 0
    for start, end in pieces:
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        last = end
