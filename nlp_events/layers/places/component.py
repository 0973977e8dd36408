"""Component ``nlp_events_places``: where it happened to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, ZoneMap, discourse_of, text_of
from nlp_events.gazetteer import Gazetteer, Place
from nlp_events.layers.places.roles import (
    antecedent,
    candidates,
    clause_of,
    heads_clause,
    is_national,
    is_region,
    known_part,
    role_of,
)
from nlp_events.layers.places.rules import AT_DESTINATION, Name, Scene, inner_places, is_wider, place_of
from nlp_events.text.evidence import DEFAULT, inferred, prove, span_of, told
from nlp_events.text.folding import fold
from nlp_events.values import FigureValue, PlaceRole
from nlp_events.words.store import SHIPPED, Words

# The lead: names this far into a text are likely those of the news itself.
LEAD = 600
# Characters before and after a sentence in which its place is looked for besides the title and the lead.
REACH = 3_000
# Characters of « et » between two figures that are told in one breath, and of the second one's participle.
AND, PARTICIPLE = 4, 12
# So many people of a nation are told of the country, not of the town that is named nearby.
LARGE = 100_000


# Shorter words that are adjectives of nationality are mostly others.
_WORD = re.compile(r"[\w-]{5,}")


class Places(Component):
    """Fills in the place slots of ``span._.figure`` and their evidence.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self.gazetteer = Gazetteer(words)

    def annotate(self, doc: Doc) -> Doc:
        """Place the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        folded = fold(text)
        names = self._names(doc, text, folded)
        country = self._country(text, names)
        inner = inner_places(names)
        mentions = Counter(name.canonical for name in names)
        figures: dict[str, FigureValue] = {}
        bounds = _bounds([span._.figure for span in spans])
        for span in spans:
            figure = span._.figure.copy()
            floor, ceiling = bounds[figure["key"]]
            sentence = (figure["sentence_start"], figure["sentence_end"])
            scene = Scene(
                start=figure["start"], end=figure["end"], trigger=(figure["trigger_start"], figure["trigger_end"]),
                sentence=sentence, lead=LEAD, impact=figure["impact"],
                elsewhere=figure["scope"] == "background", floor=floor, ceiling=ceiling, mentions=mentions,
                line=_line(text, figure["start"]), national=self._is_national(folded, figure),
                there=antecedent(folded, figure["sentence_start"], figure["sentence_end"], self.words),
                clause=clause_of(sentence, figure["start"], figure["end"], discourse_of(doc)),
                zone=figure["zone"], inner=inner, cumulative=figure["scope"] == "cumulative",
            )  # fmt: skip
            self._place(text, figure, names, scene)
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and not self._is_own(figure):
                _copy_place(whole, figure)
            if figure["country"] is None and figure["scope"] != "cumulative":
                figure["country"] = country
                if country is not None:
                    prove(figure, "country", inferred("of_article"))
            figures[figure["key"]] = figure
            span._.figure = figure
        return doc

    def _names(self, doc: Doc, text: str, folded: str) -> list[Name]:
        """Every place name outside related zones: the recognised ones, and those that stand where only a place can."""
        zones, discourse = ZoneMap(doc), discourse_of(doc)
        ents = doc.ents
        begins, ends = [ent.start_char for ent in ents], [ent.end_char for ent in ents]
        known = {(ent.start_char, ent.end_char): ent._.entity for ent in ents if ent.label_ == "LOC"}
        context = [entity["country"] for entity in known.values() if entity and entity["country"]]
        for start, end in candidates(text, self.words):
            before = bisect_left(begins, end) - 1  # no two entities overlap: only this one can reach beyond the start
            if before < 0 or ends[before] <= start:
                known[start, end] = self._unknown(text[start:end], context)
            elif ents[before].label_ == "PER" and (begins[before], ends[before]) == (start, end):
                # «à Yenakiieve», taken for a person: one word that stands where a place does, and is one.
                place = self.gazetteer.lookup(text[start:end], context_countries=context)
                if place is not None and text[start:end].isalpha():
                    known[start, end] = {"canonical": place.name} | _point(place)
        names: list[Name] = []
        for (start, end), entity in sorted(known.items()):
            zone = zones.at(start)
            if zone == "related" or entity is None or text[start:end].islower():
                continue
            if entity["country"] is None:
                entity = {**entity, **self._part(text[start:end], context)}
            previous = (names[-1].end, names[-1].role) if names else None
            dateline = discourse.at("dateline", folded.rfind("\n", 0, start) + 1)
            in_dateline = dateline is not None and dateline["parts"].get("town", [-1])[0] == start
            role = role_of(folded, start, end, zone=zone, previous=previous, in_dateline=in_dateline, words=self.words)
            if role == "wider" and not is_wider(entity["place_precision"], names[-1].precision):
                # «dans le nord du Mali, à Gao»: the second name is the narrower one.
                role = role_of(folded, start, end, zone=zone, words=self.words)
            names.append(
                Name(
                    start=start, end=end, canonical=entity["canonical"], country=entity["country"],
                    latitude=entity["latitude"], longitude=entity["longitude"], precision=entity["place_precision"],
                    zone=zone, role=role, heads=heads_clause(folded, start, self.words),
                )
            )  # fmt: skip
        return self._within(folded, names)

    def _within(self, folded: str, names: list[Name]) -> list[Name]:
        """«Bondo (Suisse)»: a wider name settles the country of the one before it, and which namesake is not meant."""
        settled = []
        for index, name in enumerate(names):
            following = names[index + 1] if index + 1 < len(names) else None
            wider = following is not None and following.role == "wider" and following.precision == "country"
            if following is None or not wider or name.country == following.country or name.precision == "country":
                settled.append(name)
                continue
            region = is_region(folded, following.start, self.words)
            settled.append(name if region else replace(name, country=following.country, latitude=None, longitude=None))
        return settled

    def _is_national(self, folded: str, figure: FigureValue) -> bool:
        """Whether a figure is of a whole country: by its sentence, or by counting a nation («900 000 Kényans»)."""
        if is_national(folded, figure["sentence_start"], figure["sentence_end"], self.words):
            return True
        who = figure["who"] or ""
        large = (figure["min"] or figure["max"] or 0) >= LARGE
        return large and who[:1].isupper() and self.gazetteer.country_of_demonym(who) is not None

    def _part(self, text: str, context: list[str]) -> dict[str, Any]:
        """What the gazetteer knows of a name's known part; the name itself stays as it is written."""
        part = known_part(text, self.words)
        place = self.gazetteer.lookup(part, context_countries=context) if part and part != text else None
        if place is None:
            return {}
        return {
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "place_precision": place.precision,
        }

    def _unknown(self, text: str, context: list[str]) -> dict[str, Any]:
        place = self.gazetteer.lookup(text, context_countries=context)
        return {"canonical": place.name if place else text} | _point(place)

    def _country(self, text: str, names: list[Name]) -> str | None:
        """The country an article is about: of its places, then of its adjectives («le ministre tanzanien»)."""
        votes: Counter[str] = Counter()
        for name in names:
            if name.country and name.role != "speaker":
                votes[name.country] += 3
        for word in _WORD.findall(text):
            if code := self.gazetteer.country_of_demonym(word):
                votes[code] += 1
        return max(sorted(votes), key=lambda code: votes[code]) if votes else None

    @staticmethod
    def _place(text: str, figure: FigureValue, names: list[Name], scene: Scene) -> None:
        source = span_of(figure, "source")
        free = [
            name
            for name in _near(names, scene)
            if name.role == "local" or not (source and source[0] <= name.start < source[1])
        ]
        name = place_of(free, scene)
        if name is None:
            return
        figure["place"] = text[name.start : name.end]
        figure["place_canonical"] = name.canonical
        figure["country"], figure["place_precision"] = name.country, name.precision
        figure["latitude"], figure["longitude"] = name.latitude, name.longitude
        figure["place_role"] = _role(figure, name)
        prove(figure, "place", told(name.start, name.end, name.role))
        prove(figure, "place_role", inferred("flow" if figure["flow"] else DEFAULT))
        if name.country is not None:
            prove(figure, "country", inferred("of_place"))

    @staticmethod
    def _is_own(figure: FigureValue) -> bool:
        """Whether the place stands in the figure's own sentence, close by."""
        place = span_of(figure, "place")
        return place is not None and figure["sentence_start"] <= place[0] < figure["sentence_end"]


def _point(place: Place | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("country", "latitude", "longitude", "place_precision"))
    return {
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "place_precision": place.precision,
    }


def _line(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _bounds(figures: list[FigureValue]) -> dict[str, tuple[int, int]]:
    """For each figure, where the one before it in its sentence ends and the one after it begins."""
    bounds: dict[str, tuple[int, int]] = {}
    by_sentence: dict[int, list[FigureValue]] = defaultdict(list)
    for figure in figures:
        by_sentence[figure["sentence_start"]].append(figure)
    for figure in figures:
        sentence = figure["sentence_start"]
        others = [one for one in by_sentence[sentence] if not _share(one, figure)]
        before = [one["end"] for one in others if one["start"] < figure["start"]]
        after = sorted((one for one in others if one["start"] > figure["start"]), key=_figure_start)
        bounds[figure["key"]] = (max(before, default=sentence), _ceiling(figure, after))
    return bounds


def _ceiling(figure: FigureValue, after: list[FigureValue]) -> int:
    """Where the next figure begins that is not told in one breath with it («sept tués et trois blessés à Gao»)."""
    end = max(figure["end"], figure["trigger_end"])
    for one in after:
        if one["start"] - end != AND or one["trigger_end"] - one["end"] > PARTICIPLE:
            return one["start"]
        end = max(one["end"], one["trigger_end"])
    return figure["sentence_end"]


def _figure_start(figure: FigureValue) -> int:
    return figure["start"]


def _near(names: list[Name], scene: Scene) -> list[Name]:
    """The names, in text order, that may be the place of a figure: in the lead, or not too far around the sentence.

    The title is the first lines of a text; a name of it that is longer than a lead is near as well.
    """
    lead = bisect_left(names, scene.lead, key=_start)
    while lead < len(names) and names[lead].zone == "title":
        lead += 1
    first = max(lead, bisect_left(names, scene.sentence[0] - REACH, key=_start))
    return names[:lead] + names[first : bisect_left(names, scene.sentence[1] + REACH, key=_start)]


def _start(name: Name) -> int:
    return name.start


def _share(one: FigureValue, other: FigureValue) -> bool:
    """Whether two figures hang on one trigger, so that what follows the second is said of the first as well."""
    return one["trigger_start"] == other["trigger_start"]


def _role(figure: FigureValue, name: Name) -> PlaceRole:
    if figure["flow"] is None:
        return "event"
    if figure["impact"] in AT_DESTINATION or name.role == "destination":
        return "destination"
    return "origin"


def _copy_place(whole: FigureValue, part: FigureValue) -> None:
    part["place"], part["place_canonical"], part["place_role"] = (
        whole["place"],
        whole["place_canonical"],
        whole["place_role"],
    )
    part["country"], part["place_precision"] = whole["country"], whole["place_precision"]
    part["latitude"], part["longitude"] = whole["latitude"], whole["longitude"]
    for slot in ("place", "place_role", "country"):
        if slot in whole["evidence"]:
            prove(part, slot, whole["evidence"][slot])
