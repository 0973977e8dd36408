import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.causes.scanning import Scanner

BORDERED = [r"\bab?", r"\b(?:abc|b)", r"\bc\b|\bbc", r"\b(?=a)a+"]
FREE = ["ab", r"\bb", "b+", "(?<=a)c"]


SCANNERS = [(one, Scanner(one)) for one in (BORDERED, FREE, [rule.pattern for rule in load_causes().causes])]


@pytest.mark.parametrize(("patterns", "scanner"), SCANNERS)
@given(
    text=st.text(alphabet="abc é-", max_size=30) | st.sampled_from(["un attentat à la bombe", "séisme, inondations"])
)
def test_finds_what_each_pattern_finds_alone(patterns, scanner, text):
    alone = [(number, match.span()) for number, one in enumerate(patterns) for match in re.finditer(one, text)]
    together = [(number, match.span()) for number, match in scanner.matches(text)]
    assert sorted(together) == alone
    assert [span[0] for _, span in together] == sorted(span[0] for _, span in together)
