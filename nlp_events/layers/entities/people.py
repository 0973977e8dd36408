"""What the text says of its people: other names in apposition («alias Barbecue»), kin who bear the same family name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import name_key

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_BRACKETS = re.compile(r" \((?P<name>[A-ZÀ-ÖØ-Þ][a-zà-ÿ]{3,}(?: [A-ZÀ-ÖØ-Þ][a-zà-ÿ]+)?)\)")
# A capitalised word with no other capitalised word beside it.
_ALONE = re.compile(
    r"(?<![\w'’-])(?<![A-ZÀ-ÖØ-Þ][a-zà-ÿ] )(?<![a-zà-ÿ]{2} de )[A-ZÀ-ÖØ-Þ][^\W\d_]{4,}"
    r"(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)?(?![\w-])(?! [A-ZÀ-ÖØ-Þ])"
)
# «O. Kane», «J.-P. Morel»: initials tell a name, however short.
_INITIALED = re.compile(r"(?<![\w.-])(?:[A-ZÀ-ÖØ-Þ]\.[ -]?){1,3}(?P<family>[A-ZÀ-ÖØ-Þ][\w-]+)")
_TOLD = 300
"""Characters behind a full name in which another name of the same person may stand («Digong, comme l'appellent …»)."""
_REACH = 40
"""Characters behind or before a name in which its apposition stands."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a person: where it stands, how it is written, and the name it stands beside."""

    start: int
    end: int
    name: str
    of: str


class People:
    """Reads appositions.

    Args:
        words: the words of the entities.
        persons: says which spellings of a name are one.
    """

    def __init__(self, words: EntityWords, persons: PersonNames) -> None:
        self._key = persons.key
        links = "|".join(re.escape(link) for link in sorted(words.alias_links, key=len, reverse=True))
        self._link = re.compile(rf",? \(?(?:{links})(?= )")
        articles = "|".join(re.escape(word) + ("" if word[-1] in "'’" else " ") for word in words.articles)
        particles = "|".join(re.escape(word) for word in words.particles if word.isalpha())
        name = rf"(?P<name>{_WORD}(?:[ -](?:(?:{particles})[ -])?{_WORD}){{0,3}})"
        self._named = re.compile(rf" ?[«\"“(]? ?(?:{articles})?{name}")
        # Between commas too: «Nemesio Oseguera, « El Mencho », …»
        self._quoted = re.compile(rf"(?P<comma>,)? ?[«“\"] ?(?:{articles})?{name} ?[»”\"](?! {_WORD})(?(comma)(?=,))")
        # «Joaquín « El Chapo » Guzmán»
        self._inner = re.compile(rf" ?[«“\"] ?(?:{articles})?{name} ?[»”\"] (?P<last>{_WORD})")
        tails = "|".join(map(re.escape, sorted(words.alias_tails, key=len, reverse=True)))
        self._tail = re.compile(rf"\b(?:{tails})(?=[ ,.;)»])(?! [«\"“A-ZÀ-ÖØ-Þ])")
        self._before_tail = re.compile(rf"(?<![\w-]){name} ?[»”\"]?,? ?\Z")
        self._known: dict[tuple[str, ...], list[str]] = {}
        for full, *others in words.known_names:
            self._known.setdefault(self._key(full), []).extend(others)
        kin = "|".join(map(re.escape, words.kin))
        kin_links = "|".join(re.escape(link) if link == "," else f" {link}" for link in words.kin_links)
        self._kin_behind = re.compile(rf"(?:{kin_links}) (?:{kin})\b")
        self._kin_before = re.compile(rf"\b(?:{kin}),? (?:\S+ )?\Z")
        self._civilities = {fold(title): gender for gender, titles in words.civilities.items() for title in titles}
        auxiliaries = "|".join(map(re.escape, words.auxiliaries))
        ends = {gender: "|".join(ends) for gender, ends in words.participle_ends.items()}
        self._agrees = re.compile(
            rf",? (?:{auxiliaries}) \w+(?:(?P<woman>{ends['woman']})|(?P<man>{ends['man']}))(?!\w)"
        )
        self._given = {name_key(name): gender for gender, names in words.given_names.items() for name in names}

    def aliases(self, text: str, mentions: Sequence[Mention]) -> Iterator[Alias]:
        """The other names that the text gives to its people.

        Args:
            text: the text.
            mentions: its names in text order.
        """
        folded = fold(text)
        taken = {mention.start: mention for mention in mentions}
        for mention in mentions:
            inner = self._inner.match(text, mention.end) if " " not in mention.text else None
            if inner and (mention.label == "PER" or name_key(mention.text) in self._given):
                for group, written in (("name", inner["name"]), ("last", inner["last"])):
                    yield Alias(*inner.span(group), written, inner["last"])
                yield Alias(mention.start, mention.end, mention.text, inner["last"])
                continue
            if mention.label != "PER" or not any(char.isupper() for char in mention.text):
                continue
            link = self._link.match(folded, mention.end)
            quoted = None if link else self._quoted.match(text, mention.end)
            found = quoted or (self._named if link else _BRACKETS).match(text, link.end() if link else mention.end)
            if found is None:
                continue
            start, end = found.span("name")
            beside = taken.get(start)
            if link is None and quoted is None and (beside is None or beside.label == "LOC" or beside.organisation):
                continue  # «Jean Dupont (Lyon)»
            end = max(end, beside.end) if beside is not None and beside.label == "PER" else end
            yield Alias(start, end, text[start:end], mention.text)
        yield from self._told_behind(text, mentions)

    def _told_behind(self, text: str, mentions: Sequence[Mention]) -> Iterator[Alias]:
        """«Digong, comme l'appellent ses partisans»: another name of the person who was named last in full."""
        for tail in self._tail.finditer(text):
            least = max(0, tail.start() - _REACH)
            found = self._before_tail.search(text[least : tail.start()])
            if found is None:
                continue
            start, end = least + found.start("name"), least + found.end("name")
            full = [one for one in mentions if one.label == "PER" and " " in one.text and one.end <= start]
            if not full or start - full[-1].end > _TOLD:
                continue
            if not set(self._key(found["name"])) <= set(self._key(full[-1].text)):
                yield Alias(start, end, found["name"], full[-1].text)

    def known(self, text: str, mentions: Sequence[Mention]) -> Iterator[Alias]:
        """Other names that the tables have for a person who stands in full in the text («Bibi», «El Chapo»).

        Args:
            text: the text.
            mentions: its names.
        """
        people = {mention.text: mention for mention in mentions if mention.label == "PER"}
        for full in people:
            others = self._known.get(self._key(full), ())
            for name in others:
                at = text.find(name)
                if at >= 0:
                    yield Alias(at, at + len(name), name, full)
            # «Abou Mohammad al-Joulani» of «Abou Mohammed al-Joulani»
            keys = {self._key(name) for name in others if " " in name}
            for name, mention in people.items() if keys else ():
                if name != full and name not in others and self._key(name) in keys:
                    yield Alias(mention.start, mention.end, name, full)

    def namesakes(self, text: str, mentions: Sequence[Mention], persons: Mapping[str, str]) -> dict[int, str]:
        """Family names that are those of kin of the person who bears them in full: «M. Dupont, son mari».

        Args:
            text: the text.
            mentions: its names.
            persons: written name → canonical name.

        Returns:
            Start of a mention → the canonical name that it has instead.
        """
        folded = fold(text)
        found: dict[int, str] = {}
        for mention in mentions:
            full = persons.get(mention.text)
            if mention.label != "PER" or full is None or full == mention.text or " " in mention.text:
                continue
            title = self._title(folded, mention.start)
            if title and (self.is_kin(folded, mention) or self._of_other_gender(folded, title, full, mentions)):
                found[mention.start] = f"{text[mention.start - len(title) - 1 : mention.start]}{mention.text}"
        return found

    def _title(self, folded: str, start: int) -> str:
        """The civility right before a name, an empty string for none."""
        word = folded[max(0, start - 12) : start].rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
        return word if word in self._civilities and folded[start - 1] == " " else ""

    def is_kin(self, folded: str, mention: Mention) -> bool:
        """Whether the folded text calls somebody kin right before or behind his name: «Hunter Biden, son fils»."""
        before = folded[max(0, mention.start - _REACH) : mention.start]
        return bool(self._kin_behind.match(folded, mention.end) or self._kin_before.search(before))

    def _of_other_gender(self, folded: str, title: str, full: str, mentions: Sequence[Mention]) -> bool:
        """Whether a civility is none of a person's, by the given name or by what the text says of him."""
        gender = self._given.get(name_key(full).partition(" ")[0])
        if gender is None:
            said = (self._agrees.match(folded, mention.end) for mention in mentions if mention.text == full)
            gender = next(("woman" if match["woman"] else "man" for match in said if match), None)
        return gender is not None and gender != self._civilities[title]

    def kin(self, text: str, mentions: Sequence[Mention]) -> frozenset[frozenset[str]]:
        """Pairs of full names that the text calls kin: never one person, however alike.

        Args:
            text: the text.
            mentions: its names in text order.
        """
        folded = fold(text)
        people = [mention for mention in mentions if mention.label == "PER" and " " in mention.text]
        return frozenset(
            frozenset((one.text, other.text))
            for one, other in pairwise(people)
            if one.text != other.text and (self.is_kin(folded, other) or self.is_kin(folded, one))
        )


def named_so(text: str, aliases: Sequence[Alias]) -> Iterator[Mention]:
    """Every occurrence of the other names of people, as mentions.

    Args:
        text: the text.
        aliases: the names.
    """
    for alias in aliases:
        for found in re.finditer(rf"(?<![\w-]){re.escape(alias.name)}(?![\w-])", text):
            yield Mention(found.start(), found.end(), "PER", "alias", alias.name, alias_of=alias.of)


def without_parts(names: Iterable[Mention], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those names that are no part of a longer one of a person («Cellou» of «Cellou Dalein Diallo»).

    Args:
        names: names that may be such parts.
        mentions: the names of the text.
    """
    people = [mention for mention in mentions if mention.label == "PER"]
    for name in names:
        over = (one for one in people if one.start < name.end and name.start < one.end)
        if all(len(one.text) <= len(name.text) for one in over):
            yield name


_FAMILY = 5
"""Letters from which a family name alone is looked for where the recogniser has passed it over."""


def family_names(text: str, mentions: Sequence[Mention], key: Callable[[str], str]) -> Iterator[Mention]:
    """Family names alone of the people who stand in full in the text, where no name was found.

    Args:
        text: the text.
        mentions: its names.
        key: what the spellings of one family name share («Sinouar», «Sinwar»).
    """
    people = (mention.text.rsplit(" ", 1) for mention in mentions if mention.label == "PER" and " " in mention.text)
    every = {words[-1] for words in people if words[-1][:1].isupper()}
    taken = [(mention.start, mention.end) for mention in mentions]
    for found in _INITIALED.finditer(text) if every else ():
        if found["family"] in every and all(end <= found.start() or found.end() <= start for start, end in taken):
            yield Mention(found.start(), found.end(), "PER", "family", found.group())
            taken.append(found.span())
    written = {family for family in every if len(family) >= _FAMILY}
    families = set(map(key, written))
    for found in _ALONE.finditer(text) if families else ():
        if key(found.group()) not in families or ("-" in found.group() and found.group() not in written):
            continue
        if all(end <= found.start() or found.end() <= start for start, end in taken):
            yield Mention(found.start(), found.end(), "PER", "family", found.group())
