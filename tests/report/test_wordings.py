import re
from typing import get_args

import pytest

from nlp_events import values
from nlp_events.errors import NlpEventsError
from nlp_events.report.wordings import PAGE, languages, named, wordings
from nlp_events.timelines.model import Change

ENUMERATIONS = {
    "impact": values.Impact, "modifier": values.Modifier, "unit": values.Unit, "who_category": values.WhoCategory,
    "certainty": values.Certainty, "cause": values.Cause, "scope": values.Scope, "flow": values.Flow,
    "place_role": values.PlaceRole, "source_type": values.SourceType, "toll": values.Toll, "zone": values.Zone,
    "best_rule": values.BestRule, "place_precision": values.PlacePrecision,
    "actor_status": values.ActorStatus, "actor_change": values.ActorStatus, "change": Change,
}  # fmt: skip


def keys(words, path=""):
    if isinstance(words, dict):
        return {key for name, one in words.items() for key in keys(one, f"{path}.{name}")}
    return {path}


def test_every_language_has_the_same_keys():
    assert languages() == ["en", "fr"]
    assert keys(wordings("en")) == keys(wordings("fr"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_value_of_a_record_has_a_wording(language):
    table = wordings(language)["values"]
    for field, kind in ENUMERATIONS.items():
        assert set(table[field]) == set(get_args(kind)), field


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_filled_in_is_the_same_in_every_language(language):
    def places(words):
        return sorted(re.findall(r"\{\w+\}", str(words)))

    assert places(wordings(language)) == places(wordings("en"))


def test_the_page_asks_for_no_word_that_is_not_there():
    """Every WORDS.a.b of the script and words.a.b of the templates."""
    sources = [*(PAGE / "script").glob("*.js"), *PAGE.glob("*.jinja")]
    asked = {found for path in sources for found in re.findall(r"\b(?:WORDS|words)\.(\w+)\.(\w+)", path.read_text())}
    words = wordings("en")
    assert len(asked) > 80
    assert [one for one in sorted(asked) if one[1] not in words[one[0]]] == []


def test_a_value_without_a_wording_is_its_own():
    assert named(wordings("fr"), "cause", "flood") == "inondation"
    assert named(wordings("fr"), "cause", "meteorite") == "meteorite"


def test_an_unknown_language_is_refused():
    with pytest.raises(NlpEventsError, match="'de'"):
        wordings("de")
