"""Names in a text: their borders, the tables' names, the variants of one person's name."""

from nlp_events.text.names.borders import Borders
from nlp_events.text.names.columns import columns
from nlp_events.text.names.matching import NameMatch, NameMatcher
from nlp_events.text.names.variants import PersonNames

__all__ = ["Borders", "NameMatch", "NameMatcher", "PersonNames", "columns"]
