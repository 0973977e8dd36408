"""Numbers that cannot be a number of people are refused, with the reason."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article


@pytest.mark.parametrize(
    ("text", "records", "reasons"),
    [
        ("Le ministère évalue à -3 819 le nombre des morts de l'épidémie.", [], {"3 819": "negative"}),
        ("Le solde de l'éboulement est de −12 morts, selon le registre.", [], {"12 morts": "negative"}),
        ("Explosion au marché de Gao -12 morts, selon les secours.", [(12, 12)], {}),
        ("-12 morts dans l'explosion au marché de Gao.", [(12, 12)], {}),
        ("Le bilan de la crue est de 400 00 morts, selon un tract.", [], {"400 00": "broken"}),
        ("La crue a fait 1 00 000 morts, selon un tract.", [], {"1 00 000": "broken"}),
        ("La crue a tué 12,5 000 personnes, selon un tract.", [], {"12,5": "broken"}),
        ("La crue a fait 05 morts à Ségou.", [(5, 5)], {}),
        ("La crue a fait 12 000 morts à Ségou.", [(12000, 12000)], {}),
        ("Le bilan n'est pas de 31 mais de 29 morts.", [(31, 31), (29, 29)], {"pas": "not_that_many"}),
        ("La chute du mur n'a pas fait de morts.", [(0, 0)], {}),
        ("Pas de blessé dans l'incendie du dépôt.", [(0, 0)], {}),
        ("Entre 2,3 et 2,6 millions de gens ont été déplacés.", [(2300000, 2600000)], {}),
        ("Entre 3 et 5 000 habitants ont fui le bourg.", [(3000, 5000)], {}),
    ],
)  # fmt: skip
def test_nonsense_is_refused(nlp: Language, text: str, records: list[tuple[int, int]], reasons: dict[str, str]) -> None:
    (result,) = process([Article(doc_id="a", text=text, published="2020-03-08")], nlp)
    assert [(event.min, event.max) for event in result.events] == records
    found = {text[one["start"] : one["end"]]: one["reason"] for one in result.refusals}
    assert {words: found.get(words) for words in reasons} == reasons
