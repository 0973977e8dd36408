"""Finding the mentions of names: the recogniser's, repaired, and those of the tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import cast, get_args

from spacy.tokens import Doc

from nlp_events.extensions import text_of
from nlp_events.gazetteer import Gazetteer
from nlp_events.gazetteer.tables import Organisation, PlaceRow, load_organisations, load_places
from nlp_events.layers.entities.acronyms import acronyms
from nlp_events.layers.entities.bearers import Bearers
from nlp_events.layers.entities.borders import Borders
from nlp_events.layers.entities.columns import in_columns
from nlp_events.layers.entities.definitions import defined
from nlp_events.layers.entities.local_bodies import LocalBodies
from nlp_events.layers.entities.matching import NameMatcher
from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords, LabelledWords, load_words
from nlp_events.layers.entities.nationals import Nationals
from nlp_events.layers.entities.stretches import stretched
from nlp_events.layers.entities.tails import Tails
from nlp_events.layers.entities.wordings import reworded
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import cached_key, name_key
from nlp_events.values import Label
from nlp_events.words.store import Words

_LABELS = frozenset(get_args(Label))
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W_]+(?:[-'’ ][A-ZÀ-ÖØ-Þ][^\W_]+){0,3}")
_APOSTROPHES = "'’"


class Finder:
    """Finds the mentions of a document; see the module."""

    def __init__(self, gazetteer: Gazetteer, words: Words, aliases: str | None, places_file: str | None = None) -> None:
        self._gazetteer = gazetteer
        self.words: EntityWords = load_words(words)
        self.organisations = organisations = load_organisations(words, aliases)
        places = load_places(words, places_file)
        self._organisations = NameMatcher(
            chain(_organisation_names(organisations), reworded(organisations, self.words.same_phrases)),
            frozenset(map(name_key, self.words.small_words)),
            frozenset(map(name_key, self.words.body_heads)) - self.words.organisation_heads(),
        )
        self.bearers = Bearers(gazetteer)
        self.nationals = Nationals(self.words, gazetteer, organisations)
        ambiguous = frozenset(self.words.ambiguous_places)
        self._places = NameMatcher((name, row) for name, row in _place_names(places) if name not in ambiguous)
        self._capitals_only = frozenset(map(name_key, self.words.capitals_only))
        self._titles = frozenset(map(name_key, self.words.titles))
        self._organisation_heads = self.words.organisation_heads()
        self._breakers = frozenset(self.words.breakers)
        self._body_heads = frozenset(map(name_key, self.words.body_heads))
        self.local_bodies = LocalBodies(self.words, gazetteer)
        self._tails = Tails(gazetteer, self.words)
        self._naming_cue = _cue_pattern(self.words.naming_cues)
        countries = {name_key(name) for name, row in _place_names(places) if row.precision == "country"}
        listed = {name_key(name) for name, _ in _place_names(places)} | {
            name_key(name) for name, _ in _organisation_names(organisations)
        }
        self._borders = Borders(
            self.words, lambda name: cached_key(name) in listed, lambda name: cached_key(name) in countries
        )

    def mentions(self, doc: Doc) -> list[Mention]:
        """Every mention in text order, none overlapping another."""
        text = text_of(doc)
        model = [*self._model(doc, text)]
        listed = self._listed_organisations(text, model)
        listed += _free(self._national(text, model), listed)
        listed = self._told(text, model, listed)
        places = [*self._listed_places(text)]
        features = [place for place in places if self._is_whole(place.text)]
        listed += _wider(features, model, listed)
        kept = without_overlaps([*listed, *self._outside(text, model, listed)])
        kept = _joined(kept, places)
        kept = _joined(kept, self._cued(text))
        kept = [mention for mention in kept if not self._is_people(mention)]
        kept = _joined(kept, in_columns(text, kept))
        kept = _joined(kept, repeated(text, kept))
        return _joined(kept, acronyms(text, kept, self._is_place))

    def with_first_names(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        """Begin the names of people with the initials or the given name that were left out before them.

        Args:
            doc: the document.
            mentions: its names in text order.
        """
        text, last = text_of(doc), 0
        for mention in mentions:
            if mention.label == "PER" and mention.alias_of is None:
                start = self._borders.first_name(text, mention.start, last)
                if start < mention.start and doc.char_span(start, mention.end) is not None:
                    mention.start, mention.text = start, text[start : mention.end]
            last = mention.end

    def _listed_organisations(self, text: str, model: Sequence[Mention]) -> list[Mention]:
        starts = [mention.start for mention in model]
        matches = [match for match in self._organisations.find(text) if self._in_capitals(text, match.start, match.end)]
        chosen = self.bearers.choose(text, [match.values for match in matches], partial(self._places_of, model))
        found = (
            Mention(match.start, match.end, "ORG", "table", text[match.start : match.end], bearer)
            for match, bearer in zip(matches, chosen, strict=True)
        )
        kept = (self._against_longer(text, mention, model, starts) for mention in found)
        return [mention for mention in kept if mention is not None]

    def _told(self, text: str, model: Sequence[Mention], listed: Sequence[Mention]) -> list[Mention]:
        """The listed names, with those that the text explains, or a court has by its town, where longer."""
        found = [*defined(text, self._body_heads, self._breakers), *self.local_bodies.find(text, model)]
        found += _free(_longer(stretched(text, self._body_heads, self._breakers), model), found)
        longer = [*_longer(found, listed)]
        return without_overlaps([*longer, *listed])

    def _is_place(self, name: str) -> bool:
        return self._gazetteer.known_precision(name) is not None

    def _is_whole(self, place: str) -> bool:
        """Whether a listed place is not the person or the place that the recogniser has of it («Cheikh Zouweid»)."""
        return name_key(place).partition(" ")[0] in self._titles or self._gazetteer.wordings.is_feature(place)

    def _in_capitals(self, text: str, start: int, end: int) -> bool:
        """Whether a name is not merely the word («Unir») that an acronym of the tables would be in small letters."""
        return text[start:end].isupper() or name_key(text[start:end]) not in self._capitals_only

    def _national(self, text: str, model: Sequence[Mention]) -> Iterator[Mention]:
        """Bodies of countries, those left out that are a part of what the recogniser has."""
        for start, end in self.nationals.named(text):
            if not any(one.start <= start and end <= one.end and one.label == "ORG" for one in model):
                yield Mention(start, end, "ORG", "national", text[start:end])

    def _against_longer(
        self, text: str, found: Mention, model: Sequence[Mention], starts: Sequence[int]
    ) -> Mention | None:
        """A listed name, None where the recogniser has a longer ORG around it («ministère de la Défense russe»)."""
        index = bisect_right(starts, found.start) - 1
        if index < 0:
            return found
        other = model[index]
        longer = other.label == "ORG" and found.end <= other.end and len(found.text) < len(other.text)
        return self._tails.settle(text, found, other.start, other.end) if longer else found

    def _places_of(self, model: Sequence[Mention], text: str) -> Iterator[Mention]:
        """The listed places of a text, then those that the recogniser alone has."""
        listed = [*self._listed_places(text)]
        return chain(listed, _free((mention for mention in model if mention.label == "LOC"), listed))

    def _listed_places(self, text: str) -> Iterator[Mention]:
        for match in self._places.find(text):
            if _stands_alone(text, match.start, match.end):
                yield Mention(match.start, match.end, "LOC", "place", text[match.start : match.end])

    def _cued(self, text: str) -> Iterator[Mention]:
        """Capitalised words after what only a name follows («M.», «district de»)."""
        for cue in self._naming_cue.finditer(fold(text)):
            label: Label = "PER" if cue.group("PER") else "LOC"
            name = _CAPITALISED.match(text, cue.end())
            if name is not None:
                yield Mention(name.start(), name.end(), label, "cue", name.group())

    def _is_people(self, mention: Mention) -> bool:
        """«Afghans», «Kényans»: peoples are no entities here («Suisse» and «Le Parisien» are)."""
        if mention.label == "ORG" or self._gazetteer.known_precision(mention.text) is not None:
            return False
        return self._gazetteer.country_of_demonym(mention.text) is not None

    def _model(self, doc: Doc, text: str) -> Iterator[Mention]:
        for ent in doc.ents:
            if ent.label_ in _LABELS:
                label = cast("Label", ent.label_)
                yield from self._repaired(text, ent.start_char, ent.end_char, label)

    def _repaired(self, text: str, start: int, end: int, label: Label) -> Iterator[Mention]:
        for first, last in self._borders.pieces(text, start, end, label):
            if cached_key(text[first:last]) in self._organisation_heads:  # «Groupe», its name taken off
                continue
            rule = "model" if (first, last) == (start, end) else "borders"
            yield Mention(first, last, label, rule, text[first:last])

    def _outside(self, text: str, model: Iterable[Mention], listed: Sequence[Mention]) -> Iterator[Mention]:
        """The recogniser's mentions, what a listed name takes of them cut off."""
        taken = iter(sorted(listed, key=lambda mention: mention.start))
        current = next(taken, None)
        for mention in model:
            start = mention.start
            while current is not None and current.end <= start:
                current = next(taken, None)
            while current is not None and current.start < mention.end:
                yield from self._repaired(text, start, current.start, mention.label)
                start = current.end
                if current.end >= mention.end:
                    break
                current = next(taken, None)
            if start == mention.start:
                yield mention
            elif start < mention.end:
                yield from self._repaired(text, start, mention.end, mention.label)


def _wider(places: Sequence[Mention], model: Sequence[Mention], listed: Sequence[Mention]) -> list[Mention]:
    """Listed places of several words of which the recogniser has but one («Niger» of «fleuve Niger»)."""
    return [place for place in places if _is_wider(place, _over(place, model)) and not _over(place, listed)]


def _is_wider(place: Mention, others: Sequence[Mention]) -> bool:
    """Whether a place holds all of some mentions, at least one, and more."""
    held = all(place.start <= other.start and other.end <= place.end for other in others)
    return held and 0 < sum(len(other.text) for other in others) < len(place.text)


def _longer(names: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Those longer than each that they overlap."""
    return (one for one in names if all(len(other.text) < len(one.text) for other in _over(one, others)))


def _over(place: Mention, others: Iterable[Mention]) -> list[Mention]:
    """Those that overlap a place."""
    return [other for other in others if other.start < place.end and place.start < other.end]


def repeated(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Other occurrences of the names of several words that were found.

    Single words are left to the recogniser: of 14 it had passed over in 130 news texts, it was right about 13.
    """
    labels = {mention.text: mention.label for mention in mentions if " " in mention.text and mention.text[0].isupper()}
    matcher: NameMatcher[Label] = NameMatcher(labels.items())
    for found in matcher.find(text):
        if _stands_alone(text, found.start, found.end):
            yield Mention(found.start, found.end, found.value, "repeat", text[found.start : found.end])


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in text order; of two that overlap, the one that comes first in the argument."""
    kept: list[Mention] = []
    occupied: set[int] = set()
    for mention in mentions:
        span = range(mention.start, mention.end)
        if occupied.isdisjoint(span):
            occupied.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _cue_pattern(cues: LabelledWords) -> re.Pattern[str]:
    """The cues of each label, in a group of its name, each with the space that follows it unless it is an elision."""
    groups = (
        f"(?P<{label}>{'|'.join(re.escape(cue) + ('' if cue[-1] in _APOSTROPHES else ' ') for cue in wordings)})"
        for label, wordings in (("PER", cues.PER), ("LOC", cues.LOC))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")


def _free(candidates: Iterable[Mention], kept: Iterable[Mention]) -> list[Mention]:
    """The candidates that overlap none of the mentions that are kept."""
    found = list(candidates)
    if not found:  # as mostly
        return found
    occupied = {index for mention in kept for index in range(mention.start, mention.end)}
    return [mention for mention in found if occupied.isdisjoint(range(mention.start, mention.end))]


def _joined(kept: list[Mention], candidates: Iterable[Mention]) -> list[Mention]:
    """Mentions in text order of which none overlaps another, with the candidates that overlap none of them."""
    free = _free(candidates, kept)
    return without_overlaps([*kept, *free]) if free else kept


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no capitalised word stands right before or after, as in a personal or a company's name."""
    if text[start:end].isupper():  # a line in capitals has such words all over
        return True
    window = max(0, start - 24)
    before = re.search(r"[^\W\d_]+[ -]$", text[window:start])
    after = re.match(r" [^\W\d_]", text[end : end + 2])
    upper_before = before is not None and before.group()[0].isupper() and not _opens(text, window + before.start())
    return not upper_before and not (after is not None and after.group()[1].isupper())


def _opens(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip(" ")[-1:] in ("", ".", "\n", "!", "?", "«", '"', ":", "-", "–")


def _organisation_names(rows: Iterable[Organisation]) -> Iterator[tuple[str, Organisation]]:
    return ((name, row) for row in rows for name in (row.canonical, *row.aliases))


def _place_names(rows: Iterable[PlaceRow]) -> Iterator[tuple[str, PlaceRow]]:
    return ((name, row) for row in rows for name in (row.canonical, *row.aliases))
