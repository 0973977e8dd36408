from dataclasses import replace
from itertools import pairwise

from nlp_events.pipeline import process
from nlp_events.report.pieces import pieces
from nlp_events.values import Article
from tests.writers.made import REVIEW

TEXT = """Mali : 12 soldats tués à Gao

BAMAKO, 14 mai 2019 - Douze soldats ont été tués lundi à Gao, selon l'armée malienne. Le calme est revenu.
Deux morts à l'est, deux morts à l'ouest.
"""


def result(nlp):
    (found,) = process([Article(doc_id="gao.txt", text=TEXT, published="2019-05-14")], nlp)
    return found


def test_with_the_text_it_is_one_piece(nlp):
    assert list(pieces(result(nlp))) == [(0, TEXT)]


def test_without_it_the_sentences_of_the_records_stand_where_they_stood(nlp):
    found = result(nlp)
    known = list(pieces(replace(found, text=None)))
    assert len(known) >= 2
    assert all(TEXT[start : start + len(sentence)] == sentence for start, sentence in known)
    assert all(any(a <= event.start < a + len(s) for a, s in known) for event in found.events)
    assert not any("calme" in sentence for _, sentence in known)


def test_pieces_do_not_run_into_one_another(nlp):
    known = list(pieces(replace(result(nlp), text=None)))
    assert all(a + len(s) <= b for (a, s), (b, _) in pairwise(known))


def test_a_failed_article_has_none():
    from tests.synthetic import failed

    assert list(pieces(failed())) == []


def test_the_sentence_of_what_is_to_review_stands_where_it_stood(nlp):
    text = "Il pleut. Sur scène, trois otages tiennent l'affiche."
    offer = REVIEW | {"start": 21, "end": 33, "text": "trois otages", "sentence": text[10:]}
    assert list(pieces(replace(result(nlp), text=None, events=(), review=(offer,)))) == [(10, text[10:])]
