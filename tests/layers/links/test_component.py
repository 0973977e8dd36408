"""Which figure a part and an update lead to once the whole article is read."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article


def links(nlp: Language, text: str, slot: str) -> list[tuple[str, str]]:
    (result,) = process([Article(doc_id="a", text=text, published="2019-03-08")], nlp)
    texts = {event.event_id: event.text for event in result.events}
    return [(event.text, texts[target]) for event in result.events if (target := getattr(event, slot)) is not None]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Le bilan s'établit à 19 morts. Les secours avaient fait état dans la nuit de douze tués. "
            "Parmi les morts figurent quatre gardiens et deux écolières.",
            [("quatre gardiens", "19 morts"), ("deux écolières", "19 morts")],
        ),
        (
            "L'éboulement a tué onze personnes. Le maire craint une vingtaine de décès. "
            "Trois gendarmes figurent parmi les morts.",
            [("Trois gendarmes", "onze personnes")],
        ),
        (
            "Le séisme a fait 941 morts. Dans le seul département du Sud, 597 habitants ont péri.",
            [("597 habitants", "941 morts")],
        ),
        (
            "L'attaque a fait 51 morts. Parmi les victimes figurent six enfants ; 30 blessés sont soignés à Gao.",
            [("six enfants", "51 morts")],
        ),
        (
            "Deux blessés ont succombé dans la nuit, ce qui porte à 31 le nombre des morts.",
            [("Deux blessés", "31")],
        ),
    ],
)
def test_a_part_leads_to_the_toll_that_stands(nlp: Language, text: str, pairs: list[tuple[str, str]]) -> None:
    assert links(nlp, text, "part_of") == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Un comité, qui avait d'abord parlé de 28 morts, évoque désormais 40 tués.",
            [("40 tués", "28 morts")],
        ),
        (
            "Le médecin légiste a ramené à 24 le nombre des tués, après avoir fait état de 51 morts.",
            [("24", "51 morts")],
        ),
        (
            "Le séisme a fait 941 morts, selon le préfet. Dans le seul département du Sud, 597 habitants ont péri. "
            "Un précédent décompte, lundi, faisait état de 419 morts.",
            [("941 morts", "419 morts")],
        ),
        (
            "L'assaut a fait 29 morts. Dans la matinée, les autorités parlaient de vingt tués.",
            [("29 morts", "vingt tués")],
        ),
        (
            "Le séisme a fait 445 morts, affirme le maire, qui parlait la veille de 53 tués.",
            [("445 morts", "53 tués")],
        ),
        (
            "Treize alpinistes manquent à l'appel, selon le préfet, qui en recensait vingt lundi.",
            [("Treize alpinistes", "vingt")],
        ),
        (
            "Le préfet avait d'abord parlé de trois blessés. Ils sont finalement cinq.",
            [("cinq", "trois blessés")],
        ),
    ],
)
def test_a_toll_replaces_the_one_told_before_it(nlp: Language, text: str, pairs: list[tuple[str, str]]) -> None:
    assert links(nlp, text, "supersedes") == pairs


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Le bilan passe de 40 à 36 morts.", [None, "revised_down"]),
        ("Le bilan passe de 36 à 40 morts.", [None, "revised_up"]),
        ("La crue a fait 120 morts, contre 98 annoncés lundi.", ["revised_up", None]),
        ("Les plongeurs ont repêché neuf corps et ramené à terre 33 rescapés.", [None, None]),
    ],
)
def test_the_numbers_say_which_way_a_toll_goes(nlp: Language, text: str, tolls: list[str | None]) -> None:
    (result,) = process([Article(doc_id="a", text=text, published="2019-03-08")], nlp)
    assert [event.toll for event in result.events] == tolls


def test_a_toll_that_rose_replaces_the_one_told_before(nlp: Language) -> None:
    text = "Gao : 40 morts. Quarante civils ont été tués samedi à Gao. Le bilan est monté à 95 morts, selon le maire."
    assert links(nlp, text, "supersedes") == [("95 morts", "40 morts")]
    other = "Quarante civils ont été tués samedi à Gao. À Mopti, le bilan est monté à 95 morts, selon le maire."
    assert links(nlp, other, "supersedes") == []


@pytest.mark.parametrize("than", ["98 l'an dernier", "98 sur la même période de 2018", "98 en 2018"])
def test_the_number_of_another_period_is_no_older_toll(nlp: Language, than: str) -> None:
    assert links(nlp, f"La route a fait 120 morts cette année, contre {than}.", "supersedes") == []
