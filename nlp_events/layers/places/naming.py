"""Which names of a Doc may be places: those recognised as one, and those that stand where only a place can."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from spacy.tokens import Doc, Span

from nlp_events.extensions import FIGURES, discourse_of, text_of, value_on, values_of, zones_of
from nlp_events.gazetteer import Gazetteer, Place
from nlp_events.layers.places.countries import PLACED
from nlp_events.layers.places.pairs import bracketed_names
from nlp_events.layers.places.roles import (
    Role,
    candidates,
    heads_clause,
    is_beside,
    is_region,
    known_part,
    role_of,
)
from nlp_events.layers.places.rules import Name, NameLabel, is_wider
from nlp_events.text.discourse import Discourse
from nlp_events.text.folding import fold
from nlp_events.values import ID_BY_RULE, PlacePrecision, Zone
from nlp_events.words.store import Words

# Surnames are towns somewhere as well: what a person does in a sentence, a place does not.
PERSONAL: tuple[Role, ...] = ("plain", "speaker", "heading")


@dataclass(frozen=True, slots=True)
class _Written:
    """A name where it stands; ``in_dateline`` tells the town of a dateline."""

    start: int
    end: int
    zone: Zone
    in_dateline: bool


class Naming:
    """Finds the names of a Doc that may be places.

    Args:
        gazetteer: the places known.
        words: the words and rules.
    """

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self.gazetteer, self.words = gazetteer, words

    def names(self, doc: Doc) -> list[Name]:
        """Every place name outside related zones: the recognised ones, and those that stand where only a place can."""
        text, zones, discourse = text_of(doc), zones_of(doc), discourse_of(doc)
        folded = fold(text)
        names: list[Name] = []
        last: Name | None = None
        listed = bracketed_names(text, values_of(doc, FIGURES), self.words)
        for (start, end), (label, entity) in sorted(self._candidates(doc, text, listed).items()):
            zone = zones.at(start)
            if zone == "related" or text[start:end].islower() or self._is_other(text, start, end):
                continue
            written = _Written(start, end, zone, _opens_dateline(folded, start, discourse))
            role = self._role(folded, written, entity["place_precision"], last)
            if label == "PER" and role in PERSONAL and (start, end) not in listed:
                continue
            name = Name(
                start=start, end=end, canonical=entity["canonical"], country=entity["country"],
                latitude=entity["latitude"], longitude=entity["longitude"], precision=entity["place_precision"],
                zone=zone, role=role, heads=heads_clause(folded, start, self.words), label=label,
                beside=is_beside(folded, start, self.words),
            )  # fmt: skip
            names.append(name)
            last = name if label in PLACED else last
        return self._within(folded, names)

    def _is_other(self, text: str, start: int, end: int) -> bool:
        """Whether a name is that of a storm, a ship, a feast …, no place."""
        wordings = self.gazetteer.wordings
        return wordings.names_thing(text, start) or wordings.is_feast(text[start:end])

    def _candidates(
        self, doc: Doc, text: str, listed: Set[tuple[int, int]]
    ) -> dict[tuple[int, int], tuple[NameLabel, dict[str, Any]]]:
        """[start, end) of each name that may be a place → its label, and what the gazetteer knows of it.

        ``listed`` are those that a list pairs with figures.
        """
        ents = doc.ents
        begins, ends = [ent.start_char for ent in ents], [ent.end_char for ent in ents]
        places = [
            ((ent.start_char, ent.end_char), value)
            for ent in ents
            if ent.label_ == "LOC" and (value := value_on(ent, "entity")) is not None
        ]
        context = [value["country"] for _, value in places if value["country"]]
        standing = sorted({*candidates(text, self.words), *listed})
        spans = {(ent.start_char, ent.end_char): label for ent, label in self._like_places(ents, frozenset(standing))}
        for start, end in standing:
            before = bisect_left(begins, end) - 1  # no two entities overlap: only this one can reach beyond the start
            if before < 0 or ends[before] <= start:
                spans[start, end] = "unknown"
        found = {at: (label, self._unknown(text[slice(*at)], context)) for at, label in spans.items()}
        found |= {at: ("site", self._unknown(text[slice(*at)], context)) for at in self._sites(doc)}
        found |= {at: ("LOC", {**value}) for at, value in places}
        for at, (_, entity) in found.items():
            if entity["country"] is None and entity["place_precision"] != "area":
                entity |= self._part(text[slice(*at)], context)
        return found

    def _like_places(
        self, ents: Iterable[Span], standing: frozenset[tuple[int, int]]
    ) -> Iterator[tuple[Span, NameLabel]]:
        """Names taken for a person or a body that are known as a place, or stand where only a place can."""
        labels: dict[str, NameLabel] = {"PER": "PER", "ORG": "ORG"}
        for ent in ents:
            label = labels.get(ent.label_)
            if label is None:
                continue
            if (ent.start_char, ent.end_char) in standing or self.gazetteer.known_precision(ent.text) is not None:
                yield ent, label

    def _sites(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """[start, end) of the town that a body is named by: «l'université de Garissa», «le stade municipal de Kaya»."""
        for ent in doc.ents:
            value = value_on(ent, "entity") or {}
            listed = value.get("known_id") is not None and value.get("rule") != ID_BY_RULE
            if ent.label_ != "ORG" or listed:
                continue
            town = known_part(ent.text, self.words)
            if town == ent.text or not ent.text.endswith(town):
                continue
            place = self.gazetteer.lookup(town)
            if place is not None and place.precision == "settlement":
                yield ent.end_char - len(town), ent.end_char

    def _role(self, folded: str, name: _Written, precision: PlacePrecision | None, last: Name | None) -> Role:
        """What a name does in its sentence, behind the last name of a place."""
        here = partial(
            role_of, folded, name.start, name.end, zone=name.zone, in_dateline=name.in_dateline, words=self.words
        )
        role = here(previous=None if last is None else (last.end, last.role))
        # «dans le nord du Mali, à Gao»: the second name is the narrower one.
        narrower = role == "wider" and last is not None and not is_wider(precision, last.precision)
        return here() if narrower else role

    def _within(self, folded: str, names: list[Name]) -> list[Name]:
        """«Bondo (Suisse)»: a wider name settles the country of the one before it, and which namesake is not meant."""
        settled = []
        for index, name in enumerate(names):
            following = names[index + 1] if index + 1 < len(names) else None
            wider = following is not None and following.role == "wider" and following.country is not None
            if following is None or not wider or not self._is_settled_by(name, following):
                settled.append(name)
                continue
            region = following.precision == "country" and is_region(folded, following.start, self.words)
            told = replace(name, country=following.country, latitude=None, longitude=None, told_by="of_apposition")
            settled.append(name if region else told)
        return settled

    @staticmethod
    def _is_settled_by(name: Name, wider: Name) -> bool:
        """A country settles every namesake, a region or a town only a name that no source knows («X, dans le Kivu»)."""
        if name.country == wider.country or name.precision in ("country", "area"):
            return False
        return wider.precision == "country" or (name.country is None and name.precision is None)

    def _part(self, text: str, context: list[str]) -> dict[str, Any]:
        """What the gazetteer knows of a name's known part; the name itself stays as it is written."""
        if self.gazetteer.wordings.is_feature(text):
            return {}
        part = known_part(text, self.words)
        place = self.gazetteer.lookup(part, context_countries=context) if part and part != text else None
        return {} if place is None else _point(place)

    def _unknown(self, text: str, context: list[str]) -> dict[str, Any]:
        place = self.gazetteer.lookup(text, context_countries=context)
        return {"canonical": place.name if place else text} | _point(place)


def _opens_dateline(folded: str, start: int, discourse: Discourse) -> bool:
    """Whether a name is the town of a dateline."""
    dateline = discourse.at("dateline", folded.rfind("\n", 0, start) + 1)
    return dateline is not None and dateline["parts"].get("town", [-1])[0] == start


def _point(place: Place | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("country", "latitude", "longitude", "place_precision"))
    return {
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "place_precision": place.precision,
    }
