"""What answers teach: a habit of a user's, or nothing that ours did not know."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from nlp_events.decisions.scorer import Scorer
from nlp_events.errors import ModelError
from nlp_events.learning.inputs import rows_of
from nlp_events.learning.lessons import QUESTIONS, Lesson, _by_chance, _no_gain, learn
from nlp_events.values import ArticleResult
from tests.learning.made import attacks, gold, write_judgements


@pytest.fixture(scope="module")
def regional(nlp: Language) -> dict[str, Lesson]:
    """The lessons of somebody who takes the region for the place."""
    return learn(gold(wide=True), nlp)


def test_a_habit_is_learned(regional: dict[str, Lesson]) -> None:
    places = regional["places"]
    assert (places.ours, places.mine, places.better, places.worse) == (0.0, 1.0, 24, 0)
    assert (places.answers, places.articles, places.problem) == (48, 24, None)
    assert places.scorer is not None


def test_whom_a_user_takes_for_the_actor_is_learned(nlp: Language) -> None:
    lessons = learn(attacks(actor=None, means=None), nlp)  # to whom armed men are nobody, and their weapons nothing
    for question in ("actors", "means"):
        one = lessons[question]
        assert (one.answers, one.articles, one.mine, one.worse, one.problem) == (48, 24, 1.0, 0, None)
        assert one.ours is not None
        assert one.ours < 0.6
        assert one.scorer is not None
    assert lessons["statuses"].answers == 0


def test_how_a_user_holds_an_actor_to_be_told_is_learned(nlp: Language) -> None:
    statuses = learn(attacks(actor="Des hommes armés", actor_status="attributed"), nlp)["statuses"]
    assert (statuses.answers, statuses.articles, statuses.ours, statuses.mine) == (48, 24, 0.0, 1.0)
    assert statuses.scorer is not None


def test_what_is_not_asked_is_not_learned(regional: dict[str, Lesson]) -> None:
    dates, figures = regional["dates"], regional["figures"]
    assert (dates.scorer, dates.ours) == (None, None)
    assert dates.problem == "24 answers in 24 articles are too few; 40 in 20 are needed at least"
    assert figures.scorer is None
    assert figures.problem == "0 of 48 are wrong; 10 wrong ones and 10 right ones are needed at least"


def test_the_same_answers_give_the_same_weights(nlp: Language, regional: dict[str, Lesson]) -> None:
    assert learn(gold(wide=True), nlp) == regional


def test_nothing_is_learned_where_ours_are_right(nlp: Language) -> None:
    places = learn(gold(wide=False), nlp)["places"]
    assert (places.ours, places.scorer) == (1.0, None)
    assert places.problem == "nothing is gained on articles that the weights had not seen"


def test_a_few_articles_are_too_few(nlp: Language) -> None:
    places = learn(gold(wide=True)[:8], nlp)["places"]
    assert places.scorer is None
    assert places.problem == "16 answers in 8 articles are too few; 40 in 20 are needed at least"


def test_what_a_user_calls_no_figure_is_refused(nlp: Language, results: list[ArticleResult], tmp_path: Path) -> None:
    judged = write_judgements(tmp_path / "judgements.json", results, wrong="injured")
    lessons = learn(rows_of([str(judged)], results), nlp)
    figures = lessons["figures"]
    assert (figures.answers, figures.mine, figures.better, figures.worse) == (48, 1.0, 24, 0)
    assert figures.ours == pytest.approx(2 / 3)
    assert lessons["places"].answers == 24  # of records that are no figures, no place is told


def test_the_pipeline_is_left_as_it_was(nlp: Language) -> None:
    def state() -> tuple[list[Scorer], list[str]]:
        return [question.ours(nlp) for question in QUESTIONS.values()], nlp.pipe_names

    before = state()
    learn(gold(wide=True)[:2], nlp)
    assert state() == before


def test_another_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="no component 'nlp_events_figures'"):
        learn(gold(wide=True), spacy.blank("fr"))


@pytest.mark.parametrize(
    ("better", "worse", "chance"), [(1, 0, 0.5), (4, 0, 1 / 16), (3, 1, 5 / 16), (0, 0, 1.0), (2, 5, 120 / 128)]
)
def test_how_probable_a_gain_is_by_chance(better: int, worse: int, chance: float) -> None:
    assert _by_chance(better, worse) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("ours", "mine", "better", "worse", "problem"),
    [
        (0.8, 0.9, 9, 2, None),
        (0.8, 0.8, 9, 2, "nothing is gained"),
        (0.8, 0.7, 9, 2, "nothing is gained"),
        (0.8, 0.9, 3, 1, "3 articles gain and 1 lose, which may be chance; judge more of them"),
    ],
)
def test_a_gain_has_to_be_more_than_chance(
    ours: float, mine: float, better: int, worse: int, problem: str | None
) -> None:
    told = _no_gain(Lesson(answers=90, articles=40, ours=ours, mine=mine, better=better, worse=worse))
    assert (told is None) if problem is None else (told or "").startswith(problem)


def test_what_is_told_of_a_lesson_is_json() -> None:
    lesson = Lesson(answers=90, articles=40, ours=2 / 3, mine=0.75, better=9, worse=2)
    told = {"answers": 90, "articles": 40, "ours": 0.6667, "mine": 0.75, "better": 9, "worse": 2}
    assert lesson.to_dict() == told
