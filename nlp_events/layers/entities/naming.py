"""Canonical names, ids and places of a document's mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from nlp_events.gazetteer import Gazetteer, Place, PlaceKind
from nlp_events.gazetteer.tables import Organisation
from nlp_events.layers.entities.acronyms import alike, bound_acronyms
from nlp_events.layers.entities.given import GivenNames
from nlp_events.layers.entities.heads import Heads
from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.mentions import Finder
from nlp_events.layers.entities.nationals import Context
from nlp_events.layers.entities.people import People
from nlp_events.layers.entities.slips import Slips
from nlp_events.layers.entities.surnames import Surnames
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import cached_key, name_key
from nlp_events.values import ID_BY_RULE, EntityValue, SourceType

_HOSPITAL = "hospital"
_LOWER_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole document says of its names, by written name (``headless``, ``spellings``: by key).

    ``bodies`` has the full name of those that stand by their first word alone, ``towns`` the place of towns that are
    said to lie in a country or a region, by where they begin; ``kinds`` has what the words before each name of a place
    tell of it, likewise. ``organisations`` has the listed ones, and those whose listed acronym stands in brackets
    behind a name no table has;
    ``headless`` has the listed organisations without the common noun before their name: «Wagner» for «groupe Wagner».
    """

    persons: Mapping[str, str]
    namesakes: Mapping[int, str]
    kinds: Mapping[int, PlaceKind | None]
    places: Mapping[tuple[str, PlaceKind | None], Place | None]
    organisations: Mapping[str, Organisation]
    headless: Mapping[str, Organisation]
    long_forms: Mapping[str, str]
    bodies: Mapping[int, str]
    countries: Sequence[str]
    towns: Mapping[int, Place]
    explained: Set[str]
    spellings: Mapping[str, str]
    context: Context


class Naming:
    """Gives each mention of a document its ``EntityValue``."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder, persons: PersonNames) -> None:
        self._gazetteer, words = gazetteer, finder.words
        small = frozenset(map(name_key, words.small_words))
        self._slips = Slips(finder.organisations, small, lambda word: gazetteer.country_of_demonym(word) is not None)
        self._bearers, self._nationals = finder.bearers, finder.nationals
        self._local_bodies = finder.local_bodies
        self._persons = persons
        self._people = People(words, self._persons)
        self._given = GivenNames(words, self._persons)
        self._surnames = Surnames(words, self._persons, self._people)
        self._heads = words.organisation_heads()
        self._bodies = Heads(words.body_heads)
        self._national = frozenset(words.national_words)
        self._kinds = {fold(head): kind for kind, heads in words.kinds.items() for head in heads}

    def family_key(self, name: str) -> str:
        """What the spellings of one family name share."""
        return self._persons.family_name(name)

    def values(self, text: str, mentions: Sequence[Mention]) -> list[EntityValue]:
        """One value a mention, in the same order; ``entity_id`` counts entities from E1 as they appear."""
        known = self._known(text, mentions)
        ids: dict[tuple[str, str], str] = {}
        values = []
        for mention in mentions:
            value = self._value(text, mention, known)
            identity = (mention.label, self._identity(mention, value))
            value["entity_id"] = ids.setdefault(identity, f"E{len(ids) + 1}")
            values.append(value)
        return values

    def _known(self, text: str, mentions: Sequence[Mention]) -> _Known:
        countries = self._countries(mentions)
        likely = () if countries else self._adjectives(text)
        kinds = {mention.start: self._kind_of(text, mention) for mention in mentions if mention.label == "LOC"}
        organisations = {mention.text: mention.organisation for mention in mentions if mention.organisation}
        long_forms = bound_acronyms(text, mentions)
        explained = {acronym: name for acronym, name in long_forms.items() if acronym in organisations}
        told = {name: organisations[acronym] for acronym, name in explained.items()}
        told = {name: bearer for name, bearer in told.items() if name in organisations or alike(name, bearer)}
        for acronym, name in explained.items():
            if name not in told:  # «Fédération française de ski (FFS)»: not the one of the tables
                del organisations[acronym]
        counts = Counter(mention.text for mention in mentions if mention.label == "PER")
        persons = self._persons.canonical(counts, self._people.kin(text, mentions))
        persons = _under_one_name(persons, mentions)
        places = {
            (name, kind): self._gazetteer.lookup(
                name, context_countries=countries, likely_countries=likely, kind=kind
            )
            for name, kind in {
                (mention.text, kinds[mention.start]): None for mention in mentions if mention.label == "LOC"
            }
        }  # fmt: skip
        return _Known(
            persons=persons,
            namesakes=self._given.bearers(text, mentions, persons)
            | self._surnames.bearers(text, mentions, persons)
            | self._people.namesakes(text, mentions, persons),
            places=places,
            towns=self._towns(text, mentions, kinds, places),
            kinds=kinds,
            organisations=told | organisations,
            headless={
                name: organisation
                for organisation in organisations.values()
                for head, _, name in [cached_key(organisation.canonical).partition(" ")]
                if name and head in self._heads
            },
            long_forms=long_forms,
            bodies=self._bodies.bearers(mentions),
            countries=countries,
            explained=frozenset(long_forms.values()),
            spellings=_spellings(mentions),
            context=self._nationals.context(
                dict.fromkeys(mention.text for mention in mentions if mention.label == "ORG"),
                self._bearers.countries(text, (mention for mention in mentions if mention.label == "LOC")),
            ),
        )

    def _towns(
        self,
        text: str,
        mentions: Sequence[Mention],
        kinds: Mapping[int, PlaceKind | None],
        places: Mapping[tuple[str, PlaceKind | None], Place | None],
    ) -> dict[int, Place]:
        """Towns by what they are said to lie in («Carthagène, en Colombie»), by where they begin."""
        found: dict[int, Place] = {}
        for one, other in pairwise(mentions):
            if one.label != "LOC" or other.label != "LOC":
                continue
            whole = places[other.text, kinds[other.start]]
            if whole is None or not self._gazetteer.wordings.lies_in(text, one.end, other.start):
                continue
            if (town := self._gazetteer.within(one.text, whole)) is not None:
                found[one.start] = town
        return found

    def _kind_of(self, text: str, mention: Mention) -> PlaceKind | None:
        """What the words before a name tell of it; a name that has its common noun tells it itself."""
        return self._gazetteer.wordings.kind_before(text, mention.start)

    def _countries(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Countries the document names, and those of its listed towns and regions."""
        found = (self._gazetteer.listed_country(mention.text) for mention in mentions if mention.label == "LOC")
        return tuple(dict.fromkeys(country for country in found if country))

    def _adjectives(self, text: str) -> tuple[str, ...]:
        """Countries of the nationality adjectives of the text («l'armée irakienne»)."""
        words = dict.fromkeys(match.group() for match in _LOWER_WORD.finditer(text))
        found = (self._gazetteer.country_of_demonym(word) for word in words)
        return tuple(dict.fromkeys(country for country in found if country))

    def _value(self, text: str, mention: Mention, known: _Known) -> EntityValue:
        value = EntityValue(
            start=mention.start, end=mention.end, label=mention.label, canonical=mention.text, entity_id="",
            known_id=None, kind=None, country=None, latitude=None, longitude=None, place_precision=None,
            rule=mention.rule,
        )  # fmt: skip
        if mention.label == "PER":
            value["canonical"] = known.namesakes.get(mention.start) or known.persons[mention.text]
        elif mention.label == "LOC":
            thing = self._gazetteer.wordings.names_thing(text, mention.start)
            place = known.towns.get(mention.start) or known.places[mention.text, known.kinds[mention.start]]
            place = None if thing else place
            self._set_place(value, mention.text, place, known)
        else:
            self._set_organisation(value, known.bodies.get(mention.start, mention.text), known)
        return value

    def _set_place(self, value: EntityValue, name: str, place: Place | None, known: _Known) -> None:
        value["canonical"] = _canonical(name, known)
        if place is None:
            return
        if self._gazetteer.is_listed(name):
            value["canonical"] = place.name
        value["known_id"], value["country"] = place.place_id, place.country
        value["latitude"], value["longitude"] = place.latitude, place.longitude
        value["place_precision"] = place.precision

    def _set_organisation(self, value: EntityValue, name: str, known: _Known) -> None:
        long_form = known.long_forms.get(name, name)
        listed = known.organisations.get(long_form) or known.organisations.get(name)
        found = listed or known.headless.get(cached_key(name)) or self._slips.find(long_form)
        organisation = self._nationals.settle(long_form, found, known.context)
        if organisation is None:
            self._set_unlisted(value, name, long_form, known)
            return
        value["canonical"], value["kind"] = organisation.canonical, organisation.kind
        value["country"], value["known_id"] = organisation.country, organisation.known_id

    def _set_unlisted(self, value: EntityValue, name: str, long_form: str, known: _Known) -> None:
        """An organisation that no table has; one with an acronym, or a court by its town, has an id all the same."""
        value["canonical"], value["kind"] = _canonical(name, known), self._kind(long_form)
        value["country"] = self._gazetteer.country_of_demonym(long_form.rsplit(" ", 1)[-1])
        value["country"] = value["country"] or self._nationals.own_country(long_form)
        if value["country"] is None and not self._national.isdisjoint(fold(long_form).split()):
            value["country"] = known.context.country
        town = self._local_bodies.place(long_form)
        if value["kind"] == _HOSPITAL:
            self._set_town(value, self._local_bodies.town(long_form), known)
        if town is not None:
            value["country"] = self._gazetteer.listed_country(town)
        if town is not None or long_form in known.explained:
            value["rule"] = ID_BY_RULE
            value["known_id"] = f"org:{name_key(value['canonical']).replace(' ', '-')}"

    def _set_town(self, value: EntityValue, town: str | None, known: _Known) -> None:
        """«hôpital de Nyala» lies where its town does."""
        place = None if town is None else self._gazetteer.lookup(town, context_countries=known.countries)
        if place is not None and place.precision == "settlement":
            value["country"], value["place_precision"] = place.country, place.precision
            value["latitude"], value["longitude"] = place.latitude, place.longitude

    def _kind(self, name: str) -> SourceType | None:
        """What the first word, or the first two, tell of an organisation that no table has."""
        words = fold(name).split(" ", 2)
        return self._kinds.get(" ".join(words[:2])) or self._kinds.get(words[0])

    def _identity(self, mention: Mention, value: EntityValue) -> str:
        placed = mention.label == "LOC" and value["known_id"] is not None
        if placed and not self._gazetteer.is_description(mention.text):
            return str(value["known_id"])
        return cached_key(value["canonical"])


def _under_one_name(persons: Mapping[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
    """Written names to canonical ones, other names of a person («alias Barbecue») to that person's."""
    others = {
        persons[mention.text]: persons[mention.alias_of]
        for mention in mentions
        if mention.alias_of is not None and mention.alias_of in persons
    }
    return {name: others.get(canonical, canonical) for name, canonical in persons.items()}


def _canonical(name: str, known: _Known) -> str:
    long_form = known.long_forms.get(name, name)
    return known.spellings.get(cached_key(long_form), long_form)


def _spellings(mentions: Sequence[Mention]) -> dict[str, str]:
    """The best spelling of each name: not in capitals if the document has another, else the most frequent."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts.setdefault(cached_key(mention.text), Counter())[mention.text] += 1
    return {
        key: _title(max(forms, key=lambda form: (not form.isupper(), forms[form]))) for key, forms in counts.items()
    }


def _title(name: str) -> str:
    long_capitals = name.isupper() and len(name) > 6
    return name.capitalize() if long_capitals and name.isalpha() else name
