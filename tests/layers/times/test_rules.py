"""When it happened to them, and which time a figure speaks of."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

MISJUDGED = pytest.mark.xfail(strict=True, reason="the learned choice among the dates of a text this short is wrong")


@pytest.fixture(scope="module")
def dating(nlp: Language) -> Language:
    """Only what times need: no recogniser, and the vectors that the network over articles reads."""
    pipeline = spacy.blank("fr", vocab=nlp.vocab)
    for part in ("zones", "dates", "quantities", "discourse", "figures", "certainty", "times"):
        pipeline.add_pipe(f"nlp_events_{part}")
    return pipeline


def told(pipeline: Language, text: str, published: str | None = "2019-05-16") -> list[tuple[str | None, str]]:
    """(date, scope) of each figure; 16 May 2019 is a Thursday."""
    doc = pipeline.make_doc(text)
    doc._.article = {"doc_id": "a", "title": None, "published": published}
    doc = pipeline(doc)
    return [(span._.figure["date"], span._.figure["scope"]) for span in doc.spans["nlp_events_figures"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Douze mineurs ont péri mardi dans une explosion.", [("2019-05-14", "event")]),
        ("Douze mineurs ont péri mardi, a annoncé mercredi le préfet.", [("2019-05-14", "event")]),
        ("Douze mineurs ont péri, a annoncé mercredi le préfet.", [(None, "event")]),
        ("Mardi, l'ONU a annoncé la mort de douze casques bleus.", [(None, "event")]),
        ("GAO, 16 mai 2019 – Une mine a tué douze soldats.", [("2019-05-16", "event")]),
        ("Le séisme de lundi a été violent. Il a fait 40 morts.", [("2019-05-13", "event")]),
        ("Depuis le 3 mai, les combats ont déplacé 4 000 personnes.", [("2019-05-03/..", "event")]),
        ("Dans la nuit de lundi à mardi, un raid a tué six civils.", [("2019-05-13/2019-05-14", "event")]),
        ("Plus de 900 migrants sont morts en mer depuis janvier.", [("2019-01/..", "cumulative")]),
        ("En trois ans, les attaques ont fait 4 000 morts.", [(None, "cumulative")]),
        ("En 2015, les attentats avaient fait 130 morts.", [("2015", "background")]),
        ("Il y a dix ans, un séisme avait tué 300 villageois.", [("2009", "background")]),
        ("On craint la mort de 40 marins.", [(None, "event")]),
        ("Un obus a fait mercredi 22 morts à Gao.", [("2019-05-15", "event")]),
        ("Le maire a porté mercredi à douze morts le bilan du feu de lundi.", [("2019-05-13", "event")]),
        ("Le bilan du séisme de lundi s'est alourdi jeudi à 40 morts.", [("2019-05-13", "event")]),
        pytest.param(
            "Dix ans après l'attentat qui a fait 22 morts, la ville se souvient.",
            [(None, "background")],
            marks=MISJUDGED,
        ),
        (
            "Mardi, un car a versé : 21 passagers sont morts ; une fille s'est éteinte mercredi.",
            [("2019-05-14", "event"), ("2019-05-15", "event")],
        ),
        ("Au 9 mai, le camp abritait 300 déplacés.", [("2019-05-09", "event")]),
        ("Le camp abritait au 9 mai 300 déplacés.", [("2019-05-09", "event")]),
        pytest.param(
            "Depuis la reprise des combats, le 9 mai, 400 familles ont fui.",
            [("2019-05-09/..", "event")],
            marks=MISJUDGED,
        ),
        ("Le pire drame reste celui du 25 novembre, qui a tué 80 marins.", [("2018-11-25", "background")]),
        ("Cinq blessés sont dans un état jugé désespéré.", [(None, "event")]),
        pytest.param("Bulletin n° 3, 9 mai 2019. Douze familles ont fui.", [(None, "event")], marks=MISJUDGED),
        ("Le feu de lundi a fait six morts, selon un bilan actualisé jeudi par le maire.", [("2019-05-13", "event")]),
        ("Ce raid survient cinq jours après une explosion qui avait fait 26 morts.", [(None, "background")]),
        ("Dix ans après le séisme, 300 familles vivent sous la tente.", [(None, "event")]),
        (
            "L'armée a libéré mardi 22 civils retenus depuis trois semaines. Six rebelles ont été tués.",
            [("2019-05-14", "event"), ("2019-05-14", "event")],
        ),
        pytest.param(
            "Déclenchée en 2011, la guerre a fait 370 000 morts.", [("2011/..", "cumulative")], marks=MISJUDGED
        ),
    ],
)
def test_date_and_scope(dating: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert told(dating, text) == expected


def test_since_the_start_means_since_the_day_the_article_names(dating: Language) -> None:
    text = "Depuis le 3 mai, la ville est coupée.\nDepuis le début de l'offensive, 200 civils ont péri."
    assert told(dating, text)[0][0] == "2019-05-03/.."


def test_without_publication_a_date_stays_partial(dating: Language) -> None:
    assert told(dating, "Le 3 mai, un raid a tué six civils.", published=None) == [("XXXX-05-03", "event")]
    assert told(dating, "Mardi, un raid a tué six civils.", published=None) == [(None, "event")]


def test_a_part_has_the_date_of_its_whole(dating: Language) -> None:
    assert told(dating, "Un raid a tué mardi six civils, dont deux enfants.") == [("2019-05-14", "event")] * 2


def test_the_lines_of_a_list_have_the_date_of_the_line_above_it(dating: Language) -> None:
    text = "Bilan des pluies depuis le 3 mars :\n- Sindh : 29 morts\n- Pendjab : 16 morts"
    assert told(dating, text) == [("2019-03-03/..", "cumulative")] * 2


def test_an_earlier_happening_is_not_of_the_day_of_the_news(dating: Language) -> None:
    text = (
        "Un an après, Sévaré se souvient\n\nGAO, 16 mai 2019 (AFP) - Des veuves se sont recueillies jeudi au marché, "
    )
    ((day, scope),) = told(dating, text + "où une explosion avait coûté la vie à 26 personnes il y a un an.")
    assert (day != "2019-05-16", scope) == (True, "background")


@pytest.mark.parametrize(
    "text",
    [
        "La digue date de 1998. On craint 30 noyés dans la vallée.",
        "Un an après, Sévaré se souvient\n\nGAO, 16 mai 2019 (AFP) - Des veuves ont prié jeudi au marché, "
        "où une explosion avait coûté la vie à 26 personnes il y a un an.",
        "Un obus a fait mercredi 22 morts à Gao.",
    ],
)
def test_what_is_told_of_the_choice_is_the_date_of_the_record(dating: Language, text: str) -> None:
    doc = dating.make_doc(text)
    doc._.article = {"doc_id": "a", "title": None, "published": "2019-05-16"}
    with dating.select_pipes(disable="nlp_events_times"):
        doc = dating(doc)
    reasons = dating.get_pipe("nlp_events_times").reasons(doc)  # type: ignore[attr-defined]
    assert [one.chosen for one in reasons.values()] == [date for date, _ in told(dating, text)]


@MISJUDGED
def test_the_day_of_one_line_of_a_list_is_not_that_of_the_next(dating: Language) -> None:
    text = "Faits saillants\n• 300 ménages ont fui Bendera le 3 mai.\n• Manono : neuf civils tués."
    assert told(dating, text) == [("2019-05-03", "event"), (None, "event")]


def test_a_sentence_on_the_happening_dates_it_in_the_pluperfect_too(dating: Language) -> None:
    text = "L'attaque du camp a fait 89 morts. L'assaut avait été mené le 9 mai par des hommes à moto."
    assert told(dating, text) == [("2019-05-09", "event")]


@MISJUDGED
def test_bodies_found_long_before_the_story_keep_their_date(dating: Language) -> None:
    text = "Un canot a chaviré mardi : 39 morts.\nL'an dernier, 61 corps avaient été repêchés."
    assert told(dating, text) == [("2019-05-14", "event"), ("2018", "background")]


def test_the_evidence_of_a_date_names_the_decision(dating: Language) -> None:
    doc = dating("Un obus a tué le 7 mai 2019 six civils, dont deux enfants.")
    (first, *_) = (span._.figure["evidence"]["date"] for span in doc.spans["nlp_events_figures"])
    assert first == {"span": [17, 27], "rule": "decisions/dates"}
