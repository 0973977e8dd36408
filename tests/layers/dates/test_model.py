"""Every rule of dates.yaml does what its examples say, every refusal can fire, and a wrong file is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.dates.grammar import Source
from nlp_events.layers.dates.model import FILE, DateRule, Refusal, load_dates
from nlp_events.layers.dates.node import Node
from nlp_events.layers.dates.rules import DateFinder, find_dates
from nlp_events.text.folding import fold
from nlp_events.words.loader import FOLDER
from nlp_events.words.store import Words

RESOURCES = load_dates()
FINDER = DateFinder(RESOURCES)


def rules_of(node: Node) -> set[str]:
    """The rules of a node and of all nodes in its slots."""
    inner = [rules_of(value) for value in node.slots.values() if isinstance(value, Node)]
    return {node.rule.id}.union(*inner)


def fired(sentence: str) -> set[str]:
    folded = fold(sentence)
    source = Source(sentence, folded)
    runs = FINDER.grammar.lexicon.runs(folded)
    return set().union(*(rules_of(node) for run in runs for node in FINDER.grammar.nodes(run, source)))


@pytest.mark.parametrize(
    ("rule", "sentence", "value"),
    [(rule, sentence, value) for rule in RESOURCES.rules for sentence, value in rule.examples.items()],
    ids=lambda part: part.id if isinstance(part, DateRule) else None,
)
def test_example(rule: DateRule, sentence: str, value: str) -> None:
    found = FINDER.find(sentence, RESOURCES.example_published)
    assert [date["value"] for date in found][:1] == [value]
    assert rule.id in fired(sentence)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [(rule.id, sentence) for rule in RESOURCES.rules for sentence in rule.non_examples]
    + [(refusal.id, sentence) for refusal in RESOURCES.refusals for sentence in refusal.examples],
)
def test_non_example(name: str, sentence: str) -> None:
    assert FINDER.find(sentence, RESOURCES.example_published) == []


@pytest.mark.parametrize("refusal", RESOURCES.refusals, ids=lambda refusal: refusal.id)
def test_a_refusal_takes_something_back(refusal: Refusal) -> None:
    others = tuple(other for other in RESOURCES.refusals if other is not refusal)
    without = DateFinder(RESOURCES.model_copy(update={"refusals": others}))
    assert any(without.find(sentence, RESOURCES.example_published) for sentence in refusal.examples)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("kind: calendar", "kind: calender", "rules.0.kind"),
        ('pattern: "<moment> (,? <weekday>)?"', 'pattern: "<momento>"', "rules.moment.pattern"),
        ('pattern: "<moment> (,? <weekday>)?"', 'pattern: "(<moment>"', "rules.moment.pattern"),
        ('pattern: "<moment> (,? <weekday>)?"', 'pattern: "<moment>)"', "rules.moment.pattern"),
        ('pattern: "<moment> (,? <weekday>)?"', 'pattern: "<moment>?"', "rules.moment.pattern"),
        ("  - id: moment\n", "  - id: full_date\n", ""),
        ("rules: [story_offset,", "rules: [no_such_rule,", ""),
        ("noël: christmas", "noël: xmas", ""),
        ("number_link: et", "number_link: et\nnonsense: 1", "nonsense"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, old: str, new: str, key: str) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    source = (FOLDER / FILE).read_text(encoding="utf-8")
    assert old in source
    (tmp_path / FILE).write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        _ = DateFinder(load_dates(Words(base=tmp_path))).grammar
    assert caught.value.key == key


def test_a_folder_of_ones_own_adds_to_the_layer(tmp_path: Path) -> None:
    (tmp_path / "dates.yaml").write_text("words: {moment: {tantôt: 0}}\n", encoding="utf-8")
    found = find_dates("Un obus est tombé tantôt.", published="2016-11-03", words=Words(tmp_path))
    assert [date["value"] for date in found] == ["2016-11-03"]
