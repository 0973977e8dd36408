"""The examples of the language resources, run: each rule fires on its own, and is silent where it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.causes.rules import find_causes
from nlp_events.layers.dates.model import load_dates
from nlp_events.layers.dates.rules import DateFinder
from nlp_events.layers.discourse.attributions import find_attributions
from nlp_events.layers.discourse.model import load_discourse
from nlp_events.layers.figures.model import load_figures
from nlp_events.layers.figures.readings import Reading
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.model import PatternRule, RefusalRule, load_numerals
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.report.layers import LAYERS
from nlp_events.text.folding import fold
from nlp_events.text.language import french_share
from nlp_events.text.language_model import language_resource
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import wordings_of


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An example that does not give what it stands for.

    ``expected`` is the name or value that should come out, «nothing», or «not …» for what should not; ``found`` is what
    came out.
    """

    file: str
    rule: str
    example: str
    expected: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        found = ", ".join(self.found) or "nothing"
        return f"{self.file}, {self.rule}: «{self.example}» should give {self.expected}, but gives {found}."


@dataclass(frozen=True)
class _Trial:
    """An example with what came out of it; ``silent`` if ``expected`` may not be among that, None for anything."""

    rule: str
    example: str
    expected: str | None
    found: tuple[str, ...]
    silent: bool = False

    @property
    def fails(self) -> bool:
        hit = bool(self.found) if self.expected is None else self.expected in self.found
        return hit is self.silent


def failures(words: Words = SHIPPED) -> Iterator[Failure]:
    """Run the examples of every file.

    Args:
        words: the words and rules, valid ones.

    Yields:
        The examples that fail, file by file.
    """
    for name, load in LAYERS.items():
        loaded = load(words)
        if isinstance(loaded, Resource):
            yield from (_failure(name, trial) for trial in _wordings(loaded) if trial.fails)
    layers = {
        "layers/causes.yaml": _causes, "layers/dates.yaml": _dates, "layers/figures.yaml": _figures,
        "language.yaml": _language, "layers/quantities.yaml": _numerals, "layers/discourse.yaml": _attributions,
    }  # fmt: skip
    for file, run in layers.items():
        yield from (_failure(file, trial) for trial in run(words) if trial.fails)


def _failure(file: str, trial: _Trial) -> Failure:
    expected = trial.expected or ("nothing" if trial.silent else "something")
    if trial.silent and trial.expected:
        expected = f"not {expected}"
    return Failure(file=file, rule=trial.rule, example=trial.example, expected=expected, found=trial.found)


class _Proved(Protocol):
    @property
    def examples(self) -> tuple[str, ...]: ...

    @property
    def non_examples(self) -> tuple[str, ...]: ...


def _proofs(rule: _Proved) -> Iterator[tuple[str, bool]]:
    """(example, whether the rule must be silent on it), of those of both kinds."""
    yield from ((example, False) for example in rule.examples)
    yield from ((example, True) for example in rule.non_examples)


def _wordings(resource: Resource) -> Iterator[_Trial]:
    """The examples of the patterns alone, each laid on them as its layer lays it on text."""
    for name, wording in wordings_of(resource):
        for example, silent in _proofs(wording):
            found = wording.regex.search(example if wording.as_written else fold(example))
            yield _Trial(name, example, None, (found[0] or "an empty text",) if found else (), silent=silent)


def _causes(words: Words) -> Iterator[_Trial]:
    for rule in load_causes(words).causes:
        for example in rule.examples:
            yield _Trial(rule.id, example, rule.id, _names(cue.rule for cue in find_causes(fold(example), words)))


def _dates(words: Words) -> Iterator[_Trial]:
    resources = load_dates(words)
    finder = DateFinder(resources)

    def values(example: str) -> tuple[str, ...]:
        return tuple(date["value"] for date in finder.find(example, resources.example_published))

    for rule in resources.rules:
        for example, value in rule.examples.items():
            yield _Trial(rule.id, example, value, values(example)[:1])
        for example in rule.non_examples:
            yield _Trial(rule.id, example, None, values(example), silent=True)
    for refusal in resources.refusals:
        for example, silent in _proofs(refusal):
            yield _Trial(refusal.id, example, None, values(example), silent=not silent)


def _figures(words: Words) -> Iterator[_Trial]:
    resources = load_figures(words)
    for trigger in resources.triggers:
        for example in trigger.examples:
            found = _names(reading.impact for reading in _readings(example, words))
            yield _Trial(trigger.id, example, trigger.impact, found)
        for example in trigger.non_examples:
            yield _Trial(trigger.id, example, trigger.id, _triggers(example, words), silent=True)
    for veto in resources.vetoes:
        for example, silent in _proofs(veto):
            yield _Trial(veto.id, example, veto.id, _reasons(example, words), silent=silent)


def _readings(example: str, words: Words) -> list[Reading]:
    return find_figures(example, find_quantities(example, words)[0], words)[0]


def _triggers(example: str, words: Words) -> tuple[str, ...]:
    """The triggers of the figures found: a rule is «position/trigger»."""
    rules = (rule for reading in _readings(example, words) for rule in reading.rules)
    return _names(rule.rpartition("/")[2] for rule in rules)


def _reasons(example: str, words: Words) -> tuple[str, ...]:
    """Why the figures of an example are refused; the triggers of those that are not, where there are any."""
    refusals = find_figures(example, find_quantities(example, words)[0], words)[1]
    return _triggers(example, words) or _names(refusal["reason"] for refusal in refusals)


def _language(words: Words) -> Iterator[_Trial]:
    resource = language_resource(words)
    for example, silent in _proofs(resource):
        found = ("French",) if french_share(example, words) >= resource.least_share else ()
        yield _Trial("words", example, "French", found, silent=silent)


def _numerals(words: Words) -> Iterator[_Trial]:
    layer = load_numerals(words)
    rules: tuple[PatternRule | RefusalRule, ...] = (
        *layer.zero,
        *layer.shapes,
        *layer.phrases,
        *layer.after,
        *layer.before,
    )
    for rule in rules:
        for example, silent in _proofs(rule):
            quantities, refusals = find_quantities(example, words)
            found = _names(value["rule"] for value in (*quantities, *refusals))
            yield _Trial(rule.id, example, rule.id, found, silent=silent)


def _attributions(words: Words) -> Iterator[_Trial]:
    for rule in load_discourse(words).attributions:
        for example, silent in _proofs(rule):
            found = _names(one["rule"] for one in find_attributions(fold(example), 0, len(example), words))
            yield _Trial(rule.id, example, rule.id, found, silent=silent)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
