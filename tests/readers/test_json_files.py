import json

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article

TEXT = "Deux soldats ont été tués à Gao."


def articles(path, value, **options):
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return list(read([path], options=ReadOptions(**options)))


def test_one_article(tmp_path):
    value = {"text": TEXT, "title": "Gao", "published": "2021-03-12T08:00:00Z", "source": "Radio Sahel", "n": "a"}
    assert articles(tmp_path / "a.json", value) == [
        Article(doc_id="a.json", text=TEXT, title="Gao", published="2021-03-12", site="Radio Sahel")
    ]


def test_day_in_the_name_stands_in_for_one_in_the_object(tmp_path):
    (found,) = articles(tmp_path / "2021-03-12.json", {"text": TEXT})
    assert found.published == "2021-03-12"
    (found,) = articles(tmp_path / "2021-03-12.json", {"text": TEXT, "published": "2020-01-01"})
    assert found.published == "2020-01-01"


def test_list_is_read_item_by_item(tmp_path):
    bad, own, other = articles(tmp_path / "a.json", [{"note": 1}, {"text": TEXT, "doc_id": "x"}, {"text": TEXT}])
    assert (bad.doc_id, bad.status) == ("a.json:1", "missing")
    assert (own.doc_id, other.doc_id) == ("x", "a.json:3")


def test_keys_are_named_by_the_caller(tmp_path):
    value = {"corps": TEXT, "numero": "7", "jour": "2021-03-12", "titre": "Gao", "text": 1}
    fields = {"text_field": "corps", "id_field": "numero", "date_field": "jour", "title_field": "titre"}
    for name, data in (("a.json", value), ("a.jsonl", json.dumps(value) + "\n")):
        (found,) = articles(tmp_path / name, data, **fields)
        assert found == Article(doc_id="7", text=TEXT, title="Gao", published="2021-03-12")


def test_bad_article_keeps_its_id(tmp_path):
    (found,) = articles(tmp_path / "a.json", [{"doc_id": "x"}])
    assert found.doc_id == "x"


@pytest.mark.parametrize("source", [None, "", 7, {"nom": "Radio Sahel"}, [3]])
def test_source_of_another_kind_is_no_error(tmp_path, source):
    (found,) = articles(tmp_path / "a.json", {"text": TEXT, "source": source})
    assert (found.text, found.site) == (TEXT, None)


@pytest.mark.parametrize("key", ["text", "doc_id", "title", "published"])
def test_key_that_stands_twice_is_refused(tmp_path, key):
    (tmp_path / "a.jsonl").write_text(f'{{"text": "a", "{key}": "x", "n": 1, "n": 2, "{key}": "y"}}\n')
    (bad,) = read([tmp_path / "a.jsonl"])
    assert bad.status == "json"
    assert f'has "{key}" twice, with two values. Keep one of them.' in bad.error


def test_other_keys_and_equal_values_may_stand_twice(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "a", "text": "a", "n": 1, "n": 2, "x": {"text": 1, "text": 2}}\n')
    (found,) = read([tmp_path / "a.jsonl"])
    assert found.text == "a"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", "9" * 4000, "[" * 900 + "]" * 900, '"\\ud83d"'])
def test_odd_values_beside_the_text_cost_nothing(tmp_path, value):
    (tmp_path / "a.jsonl").write_text(f'{{"text": "a", "n": {value}}}\n')
    (found,) = read([tmp_path / "a.jsonl"])
    assert found.text == "a"


def test_lines_that_end_in_returns_alone(tmp_path):
    rows = '{"doc_id": "a", "text": "Évacués"}\r{"doc_id": "b", "text": "Deux sol\r{"doc_id": "c", "text": "x"}\r'
    (tmp_path / "a.jsonl").write_bytes(rows.encode())
    first, bad, last = read([tmp_path / "a.jsonl"])
    assert (first.text, last.text, bad.status) == ("Évacués", "x", "json")
    assert bad.error.startswith(f"{tmp_path}/a.jsonl:2: ")
