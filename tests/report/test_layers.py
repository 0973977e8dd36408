from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.report.layers import LAYERS, problems
from nlp_events.words.loader import FOLDER, WORDS


def test_every_shipped_file_has_a_reader():
    shipped = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*") if path.parent.name != WORDS}
    assert set(LAYERS) == {*shipped, WORDS}


def test_a_folder_without_files_is_fine(tmp_path):
    assert problems(str(tmp_path)) == []


@pytest.mark.parametrize("name", sorted(name for name in LAYERS if name.endswith(".yaml")))
def test_every_layer_is_read(name, tmp_path):
    (tmp_path / Path(name).name).write_text("no_such_key: 1\n")
    (problem,) = problems(str(tmp_path))
    assert Path(name).name in str(problem)


@pytest.mark.parametrize("name", sorted(name for name in LAYERS if name.endswith(".csv")))
def test_every_table_is_read(name, tmp_path):
    (tmp_path / name).write_text("no_such_column\nx\n")
    (problem,) = problems(str(tmp_path))
    assert f"{name}, line 2" in str(problem)


def test_all_problems_are_told_at_once(tmp_path):
    (tmp_path / "links.yaml").write_text("tolls: 1\n")
    (tmp_path / "times.yaml").write_text("reporting: '('\n")
    (tmp_path / "time.yaml").write_text("reporting: 'a'\n")
    found = [str(problem) for problem in problems(str(tmp_path))]
    assert len(found) == 3
    for name in ("links.yaml", "times.yaml", "time.yaml: no component"):
        assert any(name in problem for problem in found)


def test_patterns_that_are_filled_in_later_are_compiled(tmp_path):
    (tmp_path / "discourse.yaml").write_text(
        "attributions:\n- {id: a, pattern: '(<name>', side: after, examples: [a]}\n"
    )
    (problem,) = problems(str(tmp_path))
    assert "the regular expression does not compile" in str(problem)


def test_a_pattern_names_what_is_there(tmp_path):
    rule = "attributions:\n- {id: a, pattern: '<saying.presence>', side: after, examples: [a]}\n"
    (tmp_path / "discourse.yaml").write_text(rule)
    (problem,) = problems(str(tmp_path))
    assert "discourse.yaml" in str(problem)
    assert "no class and no part is named «<saying.presence>»" in str(problem)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("calendar.yaml", "weekday: {kind: phrase, words: 1}\n", "weekday.words"),
        ("verbs.yaml", "saying: {kind: adverb, words: [dire]}\n", "saying.kind"),
        ("verbs.yaml", "month: {kind: phrase, words: [mai]}\n", "stands in another file"),
        ("nouns.yaml", "", "no component reads a file of this name"),
        ("persons.txt", "orpailleur\n", "no component reads a file of this name"),
    ],
)
def test_classes_of_words_are_read(tmp_path, name, content, message):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / name).write_text(content, encoding="utf-8")
    assert any(name in str(problem) and message in str(problem) for problem in problems(str(tmp_path)))


def test_no_folder_is_an_error():
    with pytest.raises(ResourceError, match="no such folder"):
        problems("no/such/folder")


def test_an_id_that_is_a_list_is_told_as_any_other_wrong_value(tmp_path):
    rule = "triggers:\n- {id: [own], impact: killed, role: object, verbs: [trucider], examples: [Ils sont morts.]}\n"
    (tmp_path / "figures.yaml").write_text(rule, encoding="utf-8")
    (problem,) = problems(str(tmp_path))
    assert "figures.yaml, triggers." in str(problem)
    assert ".id: Input should be a valid string" in str(problem)


def test_no_two_rules_of_a_file_have_one_id(tmp_path):
    rule = "  - {id: mine, cause: fire, weight: 1, pattern: brasero, examples: [Un brasero a fait douze morts.]}\n"
    (tmp_path / "causes.yaml").write_text("causes:\n" + 2 * rule)
    (problem,) = problems(str(tmp_path))
    assert "mine is the id of two rules" in str(problem).replace(":", "")


def test_our_own_folder_may_be_checked():
    assert problems(str(FOLDER)) == []
