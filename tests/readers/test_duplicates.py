"""The same article from two databases."""

from __future__ import annotations

import json
import time

from nlp_events import incidents
from nlp_events.pipeline import process
from nlp_events.readers import ReadOptions, read
from nlp_events.readers.duplicates import Duplicates
from nlp_events.values import Article, ArticleResult
from nlp_events.writers import from_dict, to_dict

TEXT = (
    "Deux soldats ont été tués mercredi à Gao, dans le nord du Mali, a annoncé l'armée malienne. L'attaque a visé "
    "un poste de contrôle à la sortie de la ville. Trois assaillants ont été abattus, selon un communiqué de "
    "l'état-major, qui fait état de six blessés. Aucun groupe n'a revendiqué l'opération jeudi matin, et les "
    "recherches se poursuivent dans la zone."
)
OTHER = (
    "Trois cents familles ont fui les inondations à Niamey, selon la protection civile. Le fleuve est monté de deux "
    "mètres en une nuit. Des écoles accueillent les sinistrés, et les autorités redoutent de nouvelles pluies."
)


def originals(*articles):
    known = Duplicates()
    return [known.original_of(article) for article in articles]


def made(doc_id, text=TEXT, title="Mali : deux soldats tués à Gao", published="2023-05-12"):
    return Article(doc_id=doc_id, text=text, title=title, published=published)


def test_same_title_and_day_in_nearly_the_same_words():
    again = made(
        "b", text=f"{TEXT}\n\nDocument de la base, tous droits réservés.", title="MALI - Deux soldats tués à Gao"
    )
    assert originals(made("a"), again, made("c")) == [None, "a", "a"]


def test_another_day_title_or_text_is_another_article():
    others = [
        made("b", published="2023-05-13"),
        made("c", title="Autre titre"),
        made("d", text=OTHER),
        made("e", published=None),
    ]
    assert originals(made("a"), *others) == [None] * 5


def test_first_line_stands_for_a_title():
    first = made("a", text=f"Deux morts à Gao\n\n{TEXT}", title=None)
    second = made("b", text=TEXT, title="Deux morts à Gao")
    assert originals(first, second) == [None, "a"]


def test_row_says_it_and_is_read_back(tmp_path):
    rows = [{"doc_id": name, "text": TEXT, "title": "Gao", "published": "2023-05-12"} for name in ("x", "y")]
    (tmp_path / "europresse.jsonl").write_text(json.dumps(rows[0]) + "\n")
    (tmp_path / "factiva.jsonl").write_text(json.dumps(rows[1]) + "\n")
    first, second = read([tmp_path], options=ReadOptions())
    assert (first.duplicate_of, second.duplicate_of) == (None, "x")
    result = ArticleResult(doc_id="y", title=None, published=None, duplicate_of="x")
    assert to_dict(result)["duplicate_of"] == "x"
    assert from_dict(to_dict(result)) == result
    assert "duplicate_of" not in to_dict(ArticleResult(doc_id="x", title=None, published=None))


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr("nlp_events.readers.duplicates.MOST_KNOWN", 3)
    found = originals(
        *(made(f"{n}", title=f"Titre {n}") for n in range(5)), made("a", title="Titre 0"), made("b", title="Titre 4")
    )
    assert found == [None] * 6 + ["4"]


def test_time_of_long_texts_is_bounded():
    started = time.process_time()
    originals(*(made(f"{n}", text=f"mot{n} " * 200_000) for n in range(3)))
    assert time.process_time() - started < 5


def test_incidents_count_it_once(nlp, tmp_path):
    for name, text in (("europresse", TEXT), ("factiva", f"{TEXT}\n\nDocument de la base.")):
        row = {"doc_id": name, "text": text, "title": "Mali : deux soldats tués à Gao", "published": "2023-05-11"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n")
    results = list(process(read([tmp_path]), nlp))
    assert [one.duplicate_of for one in results] == [None, "europresse"]
    (incident,) = incidents(results)
    assert [(one.doc_id, one.copy_of) for one in incident.articles] == [("europresse", None), ("factiva", "europresse")]
    assert {(one.impact, one.best) for one in incident.impacts} == {("killed", 3), ("injured", 6)}
