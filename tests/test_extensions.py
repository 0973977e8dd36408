import pytest
import spacy
from spacy.tokens import Span

from nlp_events import extensions
from nlp_events.extensions import SPAN_GROUPS, ZONES, put_on, value_on, values_of, zones_of

extensions.register()


@pytest.fixture
def doc():
    return spacy.blank("fr")("Douze morts à Gao.")


@pytest.mark.parametrize("name", extensions.SPAN_ATTRIBUTES)
def test_a_value_is_the_one_that_spacy_keeps(doc, name):
    assert value_on(doc[0:2], name) is None
    doc[0:2]._.set(name, {"rule": "own"})
    assert value_on(doc[0:2], name) == {"rule": "own"}
    put_on(doc[2:4], name, {"rule": "other"})
    assert doc[2:4]._.get(name) == {"rule": "other"}
    assert doc[0:2]._.get(name) == {"rule": "own"}


@pytest.mark.parametrize(("group", "name"), SPAN_GROUPS.items())
def test_values_of_a_group_in_its_order(doc, group, name):
    assert values_of(doc, group) == []
    doc.spans[group] = [doc[0:1], doc[1:2], doc[2:3]]
    doc.spans[group][2]._.set(name, "third")
    doc.spans[group][0]._.set(name, "first")
    assert values_of(doc, group) == ["first", None, "third"]


def test_zones_are_read_anew_when_they_change(doc):
    assert zones_of(doc).at(0) == "body"
    title, related = Span(doc, 0, 2), Span(doc, 2, 4)
    title._.zone, related._.zone = {"zone": "title"}, {"zone": "related"}
    doc.spans[ZONES] = [title]
    assert zones_of(doc) is zones_of(doc)
    assert (zones_of(doc).at(0), zones_of(doc).at(12)) == ("title", "title")
    doc.spans[ZONES].append(related)
    assert zones_of(doc).at(12) == "related"
