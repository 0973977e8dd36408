import ast

import pytest

from nlp_events.layers.figures.model import load_figures
from nlp_events.layers.quantities.model import load_numerals
from nlp_events.report.reasons import REASONS, wording

NUMERALS = load_numerals()


NONSENSE = {"negative", "spread", "not_that_many", "broken", "twice", "ring"}


def reasons_in_code(root):
    """The reasons that stand in Python: the third argument of «Ruled(…)», the first of «….refuse(…)»."""
    for path in sorted((root / "nlp_events" / "text" / "numerals").glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                words = call.args[2:3] if name == "Ruled" else call.args[:1] if name == "refuse" else []
                yield from (word.value for word in words if isinstance(word, ast.Constant))


def test_every_reason_has_a_wording(root):
    rules = (*NUMERALS.shapes, *NUMERALS.phrases, *NUMERALS.after, *NUMERALS.before)
    reasons = {rule.reason for rule in rules if rule.reason} | {veto.id for veto in load_figures().vetoes}
    assert (reasons | NONSENSE | set(reasons_in_code(root))) - set(REASONS) == set()


@pytest.mark.parametrize(("reason", "words"), [("age", "an age"), ("bus_line", "bus line"), ("bus-line", "bus line")])
def test_wording(reason, words):
    assert wording(reason) == words
