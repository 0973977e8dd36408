"""Which figure a part and an update lead to once the whole article is read."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.decisions import Scorer
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
        (
            "Le bilan de l'incendie s'établit à 19 morts, contre 12 annoncés samedi, selon la préfecture.",
            [("19 morts", "12")],
        ),
        ("Le parquet a d'abord parlé de deux morts. Ils sont quatre depuis samedi.", [("quatre", "deux morts")]),
        (
            "La mairie donnait hier 1 200 sans-abri. Elle en annonce à présent 1 950.",
            [("1 950", "1 200 sans-abri")],
        ),
        (
            "L'état-major, qui avouait d'abord cinq soldats tués, en admettait neuf hier soir.",
            [("neuf", "cinq soldats")],
        ),
        (
            "Le ministère parle désormais de 19 morts, après en avoir cité quatorze ; un médecin en dénombre 22.",
            [("19 morts", "quatorze")],
        ),
        ("La crue a fait 31 blessés, disait-on d'abord. La police en recense maintenant 44.", [("44", "31 blessés")]),
        ("La préfecture a compté 19 blessés (12 lors du premier point).", [("19 blessés", "12")]),
        (
            "Le bilan a été revu samedi à six tués. Le préfet avait d'abord annoncé que trois invités étaient morts.",
            [("six tués", "trois invités")],
        ),
        (
            "Un premier bilan donnait 20 morts et 42 blessés. Le maire parle désormais de 50 morts et 53 blessés.",
            [("50 morts", "20 morts"), ("53 blessés", "42 blessés")],
        ),
        (
            "L'explosion a tué douze personnes lundi à Gao.\n\nLe préfet de Gao a ramené le bilan à neuf morts.",
            [("neuf morts", "douze personnes")],
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


@pytest.mark.parametrize(
    "text",
    [
        "Depuis janvier, 138 personnes sont mortes sur la route, contre 90 pour toute l'année 2017.",
        "En avril, 1 900 déplacés sont rentrés. En mars, on n'en comptait que 1 200.",
        "La mairie parle de 510 sans-abri ; le comité des riverains en dénombre 640.",
        "L'attaque a fait 14 morts à Tiloa lundi. Depuis janvier, 300 civils ont été tués dans la région.",
        "Le bilan s'alourdit à 14 morts à Tiloa. Depuis janvier, les attaques ont fait 300 morts.",
        "Le raid a fait 19 morts, dont cinq signalés hier par la Croix-Rouge.",
    ],
)
def test_what_is_no_update(nlp: Language, text: str) -> None:
    assert links(nlp, text, "supersedes") == []


def test_what_is_replaced_is_no_part_of_what_replaces_it(nlp: Language) -> None:
    text = (
        "Sofala : le bilan passe de quatre à 17 morts\n\nLa tempête a fait 17 morts à Beira, a annoncé vendredi la "
        "protection civile, qui faisait état la veille de quatre morts."
    )
    assert links(nlp, text, "supersedes") == [("17 morts", "quatre")]
    assert links(nlp, text, "part_of") == []


UPDATE = "Le maire avait d'abord annoncé 12 morts. Ils sont désormais 31 morts à Gao."


def decide(nlp: Language, monkeypatch: pytest.MonkeyPatch, weights: dict[str, float]) -> None:
    monkeypatch.setattr(nlp.get_pipe("nlp_events_links"), "updates", Scorer(weights=weights))


def test_weights_decide_what_rules_propose(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(nlp, monkeypatch, {"ruled=True": 5.0})
    assert links(nlp, UPDATE, "supersedes") == [("31 morts", "12 morts")]
    decide(nlp, monkeypatch, {"none": 5.0})
    assert links(nlp, UPDATE, "supersedes") == []


def test_what_replaces_none_has_to_be_sure_of_it(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Les secours ont compté 12 morts à Gao. Puis 31 morts ont été tirés des gravats."
    # Beside one other «none» has a probability of 0.57 at 0.3, of 0.62 at 0.5.
    decide(nlp, monkeypatch, {"none": 0.3, "down": -9.0})
    assert links(nlp, text, "supersedes") == [("31 morts", "12 morts")]
    decide(nlp, monkeypatch, {"none": 0.5, "down": -9.0})
    assert links(nlp, text, "supersedes") == []


def test_two_numbers_of_one_wording_are_sure(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(nlp, monkeypatch, {"none": 9.0})
    assert links(nlp, "Le bilan passe de 40 à 36 morts.", "supersedes") == [("36 morts", "40")]


def test_of_two_that_replace_one_the_surer_does(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Les secours ont compté 12 morts à Gao. Le maire parle de 31 morts, la radio de 45 morts."
    weights = {"none": -9.0, "down": -20.0, "ratio=double": -9.0, "ratio=more": 3.0, "before next rank=0": 4.0}
    decide(nlp, monkeypatch, weights)
    assert links(nlp, text, "supersedes") == [("31 morts", "12 morts")]


def test_a_chosen_update_names_the_decision(nlp: Language) -> None:
    (result,) = process([Article(doc_id="a", text=UPDATE, published="2019-03-08")], nlp)
    (new,) = [event for event in result.events if event.supersedes is not None]
    assert new.evidence["supersedes"] == {"span": None, "rule": "decisions/updates"}
