"""Bodies that every country has: whose «ministère de la Santé» it is, its own name or else the article says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from nlp_events.gazetteer import Gazetteer
from nlp_events.gazetteer.tables import Organisation
from nlp_events.layers.entities.matching import TextWord, joined, words_of
from nlp_events.layers.entities.model import EntityWords
from nlp_events.text.name_keys import name_key
from nlp_events.values import SourceType

_SOURCE = "national_bodies of entities.yaml"
_JOINTS = " \u00a0\u202f'’-‐‑"
_LONGEST = 14
"""Words in the longest name looked for; it bounds the work at each word."""
_COUNTRY = 4
"""Words in the longest name of a country, the small ones before it left out."""


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: its usual name and what kind of source it is."""

    name: str
    kind: SourceType


@dataclass(frozen=True, slots=True)
class Context:
    """What an article tells: how often it names each country, and of which countries' bodies it speaks by name."""

    countries: Counter[str]
    owners: Mapping[Body, Set[str]]

    def owner(self, body: Body) -> str | None:
        """The one country whose body of the kind the article names."""
        owners = self.owners.get(body, frozenset())
        return next(iter(owners)) if len(owners) == 1 else None

    @property
    def country(self) -> str | None:
        """The country that the article names most, the first of equals; None where it names none."""
        return next((country for country, _ in self.countries.most_common(1)), None)


class Nationals:
    """Gives the bodies of countries their country and id.

    Args:
        words: the words of the entities.
        gazetteer: countries and their adjectives.
        organisations: the tables; a line of theirs for the body of a country is preferred to one made by rule.
    """

    def __init__(self, words: EntityWords, gazetteer: Gazetteer, organisations: Iterable[Organisation]) -> None:
        self._gazetteer = gazetteer
        self._organisations = tuple(organisations)
        self._small = frozenset(map(name_key, words.small_words))
        self._bodies = {
            self._without_small(name_key(name).split()): Body(names[0], kind)
            for kind, groups in words.national_bodies.items()
            for names in groups
            for name in names
        }
        self._open = {name_key(head): kind for kind, heads in words.open_bodies.items() for head in heads}
        self._heads = frozenset(key.partition(" ")[0] for key in self._bodies).union(self._open)
        plain = frozenset(self._without_small(name_key(name).split()) for name in words.plain_bodies)
        self._doubtful = frozenset(map(name_key, words.doubtful_bodies))
        self._ambiguous = frozenset(map(name_key, words.ambiguous_places))
        self._named = frozenset(key for key in self._bodies if key not in plain)
        self._prefixes = frozenset(
            " ".join(parts[:count]) for parts in map(str.split, self._named) for count in range(1, len(parts) + 1)
        )

    def named(self, text: str) -> Iterator[tuple[int, int]]:
        """The (start, end) of the bodies of a text that have their country in their name: «marine péruvienne».

        One of several words that has it once is found without it too: «la Protection civile algérienne … la protection
        civile».
        """
        words, free, bare = words_of(text), 0, list[tuple[int, Sequence[TextWord]]]()
        told: set[Body | None] = set()
        for at, (start, _, key) in enumerate(words):
            if key in self._heads and at >= free and text[max(0, start - 1) : start] not in ("-", "‐", "‑"):
                count = self._count(text, words[at : at + _LONGEST])
                free = at + count
                if count and (key not in self._doubtful or at == 0 or words[at - 1][2] in self._small):
                    told.add(self._body(text[start : words[free - 1][1]])[0])
                    yield start, words[free - 1][1]
                elif not count:
                    bare.append((start, words[at : at + _LONGEST]))
        for start, behind in bare if told else ():
            end, body = self._bare(text, behind)
            # «des forces armées» is said of anybody's.
            if body is not None and body in told and body.kind != "security_forces":
                yield start, end

    def _bare(self, text: str, words: Sequence[TextWord]) -> tuple[int, Body | None]:
        """Where the longest body of several words ends, and which it is; no body for another word."""
        kept: list[str] = []
        best: tuple[int, Body | None] = (0, None)
        for count, (start, end, key) in enumerate(words):
            if count and not joined(text, words[count - 1][1], start, _JOINTS):
                break
            if key in self._small:
                continue
            kept.append(key)
            name = " ".join(kept)
            if name not in self._prefixes:
                break
            if name in self._named and len(kept) > 1:
                best = end, self._bodies[name]
        return best

    def _count(self, text: str, words: Sequence[TextWord]) -> int:
        """How many of these words are the longest body with its country, 0 for none."""
        kept: list[str] = []
        own, best = False, 0
        for count, (start, _, key) in enumerate(words, start=1):
            if count > 1 and not joined(text, words[count - 2][1], start, _JOINTS):
                break
            if key in self._small:
                continue
            if kept and text[start].islower() and self._gazetteer.country_of_demonym(key):
                own = True
                best = count if " ".join(kept) in self._named else best
                continue
            kept.append(key)
            name = " ".join(kept)
            if name not in self._prefixes:
                break
            if name in self._named:
                behind = 0 if own else self._country_behind(text, words, count)
                best = count + behind if own or behind else best
        return best

    def _country_behind(self, text: str, words: Sequence[TextWord], at: int) -> int:
        """How many words «du Burkina Faso» has behind a name, 0 for another end."""
        first = next((index for index in range(at, len(words)) if words[index][2] not in self._small), at)
        if first == at or not all(
            joined(text, words[index - 1][1], words[index][0], _JOINTS) for index in range(at, first + 1)
        ):
            return 0
        start = words[first][0]
        for last in range(min(first + _COUNTRY, len(words)) - 1, first - 1, -1):
            if text[start].isupper() and self._gazetteer.known_precision(text[start : words[last][1]]) == "country":
                return last + 1 - at
        return 0

    def context(self, names: Iterable[str], countries: Counter[str]) -> Context:
        """What an article tells of the bodies of countries.

        Args:
            names: its organisations as written.
            countries: how often it names each country.
        """
        owners: dict[Body, set[str]] = defaultdict(set)
        for name in names:
            body, own = self._body(name)
            if body is not None and own is not None:
                owners[body].add(own)
        return Context(countries, owners)

    def own_country(self, name: str) -> str | None:
        """The country in a name, or that of the place at its end: «Régie des vergers du Québec» → CA."""
        words = name_key(name).split()
        own = self._parted(words)[1] if words else None
        ends = (" ".join(words[-count:]) for count in (3, 2, 1) if len(words) > count + 1)
        places = (end for end in ends if end not in self._ambiguous)  # «Croix du Sud»
        return own or next((found for end in places if (found := self._gazetteer.listed_country(end))), None)

    def settle(self, name: str, listed: Organisation | None, context: Context) -> Organisation | None:
        """The organisation of a name: that of the tables, or the body of a country.

        Args:
            name: as written, or the long form of an acronym.
            listed: what the tables have for it, None for nothing.
            context: what the article tells.

        Returns:
            ``listed`` unless the name is that of a body, and of no country that the article speaks of.
        """
        body, own = self._body(name)
        if body is None and listed is not None:
            # «CENI» may be any country's, «APL» is but the army of one.
            body, country = self._body(listed.canonical.partition(" (")[0])
            body = None if country else body
        if body is None or (own is not None and listed is not None and not self._is_anothers(name, listed, own)):
            return listed
        own = own or context.owner(body)
        if listed is not None and _is_meant(listed, own, context):
            return listed
        country = own or context.country
        return self._of(body, country, listed) if country else listed

    def _is_anothers(self, name: str, listed: Organisation, own: str) -> bool:
        """«Commission électorale indépendante de Gambie» for that of another country; «congolaise» is said of two."""
        last = name_key(name).split()[-1]
        return listed.country not in (own, None) and self._gazetteer.known_precision(last) == "country"

    def _body(self, name: str) -> tuple[Body | None, str | None]:
        """The body that a name names, and the country in it: «Police nationale du Mali» → police, ML."""
        words = name_key(name).split()
        if not words or words[0] not in self._heads:
            return None, None
        kept, own = self._parted(words)
        body = self._bodies.get(self._without_small(kept))
        if body is None and words[0] in self._open and len(kept) > 1:
            body = Body(self._shown(name, len(words) - len(kept)), self._open[words[0]])
        return body, own

    def _parted(self, words: Sequence[str]) -> tuple[Sequence[str], str | None]:
        """The words of a name without those of its country, and that country."""
        for at in range(1, len(words)):
            end = " ".join(words[at:])
            if self._gazetteer.known_precision(end) == "country":
                while words[at - 1] in self._small:
                    at -= 1
                return words[:at], self._gazetteer.listed_country(end)
        countries = {word: self._gazetteer.country_of_demonym(word) for word in words[1:]}
        own = next((country for country in countries.values() if country), None)
        return [word for word in words if not countries.get(word)], own

    def _shown(self, name: str, fewer: int) -> str:
        """A name as written without the words of its country, which are so many."""
        words = name.split(" ")
        kept = [word for word in words if not self._gazetteer.country_of_demonym(word)]
        if len(kept) < len(words) or not fewer:
            return " ".join(kept)
        counts = (len(name_key(" ".join(words[at:])).split()) for at in range(len(words)))
        return " ".join(words[: next((at for at, count in enumerate(counts) if count == fewer), len(words))])

    def _without_small(self, words: Iterable[str]) -> str:
        return " ".join(word for word in words if word not in self._small)

    def _of(self, body: Body, country: str, listed: Organisation | None) -> Organisation | None:
        """The body of a country: the line of the tables, else one made; national societies are none by rule."""
        row = self._rows.get((body, country))
        name = self._gazetteer.country_name(country)
        if row is not None or body.kind == "ngo" or name is None:
            return row or listed
        canonical = f"{body.name[:1].upper()}{body.name[1:]} ({name})"
        return Organisation(
            canonical=canonical, kind=body.kind, country=country, source=_SOURCE,
            known_id=f"org:{name_key(canonical).replace(' ', '-')}",
        )  # fmt: skip

    @cached_property
    def _rows(self) -> Mapping[tuple[Body, str], Organisation]:
        """The lines of the tables by body and country, the first of each; made for the first body of a text."""
        rows: dict[tuple[Body, str], Organisation] = {}
        for row in self._organisations:
            for name in (row.canonical, *row.aliases) if row.country else ():
                body, _ = self._body(name)
                if body is not None and body.kind == row.kind:
                    rows.setdefault((body, str(row.country)), row)
        return rows


def _is_meant(listed: Organisation, owner: str | None, context: Context) -> bool:
    if owner is not None:
        return listed.country == owner
    return listed.country is not None and listed.country in context.countries
