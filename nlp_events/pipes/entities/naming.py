"""Canonical names, ids and places of a document's mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nlp_events.gazetteer import Gazetteer, Place
from nlp_events.pipes.entities.mentions import Mention, bound_acronyms
from nlp_events.resources.entities import EntityWords, name_key
from nlp_events.text.names import PersonNames
from nlp_events.values import EntityValue

_LOWER_WORD = re.compile(r"[^\W\d_]{4,}")


class Naming:
    """Gives each mention of a document its ``EntityValue``."""

    def __init__(self, words: EntityWords, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._persons = PersonNames(words)

    def values(self, text: str, mentions: Sequence[Mention]) -> list[EntityValue]:
        """One value a mention, in the same order; ``entity_id`` counts entities from E1 as they appear."""
        persons = self._persons.canonical(Counter(mention.text for mention in mentions if mention.label == "PER"))
        long_forms = bound_acronyms(text, mentions)
        spellings = _spellings(mentions)
        countries = self._countries(mentions) or self._adjectives(text)
        places = {
            mention.text: self._gazetteer.lookup(mention.text, context_countries=countries)
            for mention in mentions
            if mention.label == "LOC"
        }
        known = {mention.text: mention for mention in mentions if mention.organisation}
        ids: dict[tuple[str, str], str] = {}
        values = []
        for mention in mentions:
            place = places.get(mention.text) if mention.label == "LOC" else None
            named = known.get(long_forms.get(mention.text, mention.text), mention)
            canonical = self._canonical(mention, named, place, persons, spellings, long_forms)
            whole = place is not None and not self._gazetteer.is_description(mention.text)
            identity = (mention.label, place.place_id if place and whole else name_key(canonical))
            entity_id = ids.setdefault(identity, f"E{len(ids) + 1}")
            values.append(_value(mention, named, place, canonical, entity_id))
        return values

    def _countries(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Countries the document names, and those of its listed towns and regions."""
        found = (self._gazetteer.listed_country(mention.text) for mention in mentions if mention.label == "LOC")
        return tuple(dict.fromkeys(country for country in found if country))

    def _adjectives(self, text: str) -> tuple[str, ...]:
        """Countries of the nationality adjectives of the text («l'armée irakienne»)."""
        words = dict.fromkeys(match.group() for match in _LOWER_WORD.finditer(text))
        found = (self._gazetteer.country_of_demonym(word) for word in words)
        return tuple(dict.fromkeys(country for country in found if country))

    def _canonical(  # noqa: PLR0913 - one argument a source of names
        self,
        mention: Mention,
        named: Mention,
        place: Place | None,
        persons: dict[str, str],
        spellings: dict[str, str],
        long_forms: dict[str, str],
    ) -> str:
        if named.organisation is not None:
            return named.organisation.canonical
        if mention.label == "PER":
            return persons[mention.text]
        if place is not None and self._gazetteer.is_listed(mention.text):
            return place.name
        name = long_forms.get(mention.text, mention.text)
        return spellings.get(name_key(name), name)


def _spellings(mentions: Sequence[Mention]) -> dict[str, str]:
    """The best spelling of each name: not in capitals if the document has another, else the most frequent."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts.setdefault(name_key(mention.text), Counter())[mention.text] += 1
    return {
        key: _title(max(forms, key=lambda form: (not form.isupper(), forms[form]))) for key, forms in counts.items()
    }


def _title(name: str) -> str:
    long_capitals = name.isupper() and len(name) > 6
    return name.capitalize() if long_capitals and name.isalpha() else name


def _value(mention: Mention, named: Mention, place: Place | None, canonical: str, entity_id: str) -> EntityValue:
    organisation = named.organisation
    country = organisation.country if organisation else None
    known_id = organisation.known_id if organisation else None
    return EntityValue(
        start=mention.start, end=mention.end, label=mention.label, canonical=canonical, entity_id=entity_id,
        known_id=place.place_id if place else known_id, kind=organisation.kind if organisation else None,
        country=place.country if place else country, latitude=place.latitude if place else None,
        longitude=place.longitude if place else None, precision=place.precision if place else None, rule=mention.rule,
    )  # fmt: skip
