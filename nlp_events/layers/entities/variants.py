"""The variants of one person's name, joined: «AI-Baghdadi», «al Baghdadi», «Abou Bakr Al-Baghdadi»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from nlp_events.layers.entities.model import EntityWords
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import Sounds, cached_key, name_key

_CAPITAL_RUN = re.compile(r"[^\W\d_]+")
_INITIALS = (3, 4)
"""Letters of initials that stand for a person («IBK»)."""
_KEPT = 8_192
"""Names whose words are remembered: those of one article are compared with each other."""
_FIRST = 3
"""Sounds from which the first name of somebody who bears it alone in the text may stand for him."""
_MIDDLE = 3
"""Sounds from which a word in the middle of a full name may stand for it."""
_TWO = 2
_TWO_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]\.[ -]?[A-ZÀ-ÖØ-Þ]\.")
_SURNAME_IN_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,} [A-ZÀ-ÖØ-Þ][a-zà-ÿ]")
"""How a name is written in lists: its family name first, in capitals."""
_OCR = str.maketrans({"1": "l", "i": "l", "0": "o"})
_NO_VOWELS = str.maketrans("", "", "aeiouyh")
_HEARD, _NEAR = 6, 80.0
"""Sounds of a family name, and similarity of 100, from which two spellings that differ in vowels are one after the same
given names."""
_CLOSE = 88.0
"""Similarity, of 100, from which two spellings of a family name of six letters or more are taken for one."""


class PersonNames:
    """Says which written names are one man or woman.

    A family name alone is joined to the one full name that bears it; when two full names of the text share it, it
    stays alone. Two full names are joined only when family name and given names agree by sound, by initial or by a
    listed variant («Mohamed», «Mohammed»), from the first one on: «Jean Dupont» and «Jeanne Dupont» stay two, and so do
    «Idriss Déby» and his son «Mahamat Idriss Déby».
    """

    def __init__(self, words: EntityWords) -> None:
        self._sound = Sounds(words.name_letters)
        self._key = lru_cache(maxsize=_KEPT)(self._made_key)
        self._articles = frozenset(words.name_articles)
        self._titles = frozenset(name_key(title) for title in words.titles)
        self._given_titles = frozenset(map(name_key, words.given_titles))
        self._same = {name_key(name): self._sound(name_key(group[0])) for group in words.same_names for name in group}
        # «Charif» as «Sharif»; of two groups that sound alike the first.
        self._sounding = {self._sound(name): one for name, one in reversed(self._same.items())}
        self._particles = frozenset(self._sound(name_key(particle)) for particle in words.particles)
        self._surnames_first = frozenset(self._sound(name_key(name)) for name in words.surnames_first)
        self._given = frozenset(self._sound(name_key(name)) for names in words.given_names.values() for name in names)
        self._same_sounds = frozenset(self._same.values())
        self._all_given = self._given | self._same_sounds
        self._joined = tuple(name_key(name) for name in words.joined_names)
        self._first_joined = self._joined[0]
        self._joined_start = re.compile(rf"\A(?:{'|'.join(self._joined)})(?=\w{{3}})")
        self._elided = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words.elided_starts))})['’](?=\w)", re.IGNORECASE)
        # «J.» of Joseph that is Youssef here, «P.» of Philippe that begins with an «f» by sound
        self._starts: dict[str, set[str]] = defaultdict(set)
        self._letters: dict[str, set[str]] = defaultdict(set)
        for letters, one in words.name_letters.items():
            self._letters[one[0]].add(self._sound(letters[0]))
        for name, one in self._same.items():
            self._starts[one].add(self._sound(name)[0])
        self._namesakes = frozenset(frozenset(map(self._key, pair)) for pair in words.namesakes)

    def key(self, name: str) -> tuple[str, ...]:
        """What the spellings of one whole name share, word by word, titles and Arabic articles left out."""
        return self._key(name)

    def family_name(self, name: str) -> str:
        """What «AI-Baghdadi» and «Abou Bakr Al-Baghdadi» share; empty for a name without letters."""
        key = self._key(name)
        return key[-1] if key else ""

    def initials(self, name: str) -> str:
        """The letters of a name of three or four capitals («IBK»), an empty string for others."""
        return fold(name) if name.isupper() and name.isalpha() and len(name) in _INITIALS else "-"

    def initials_of(self, name: str) -> str:
        """The initials of a full name of as many words: «Ibrahim Boubacar Keïta» → «ibk»."""
        words = cached_key(name).split()
        return "".join(word[0] for word in words) if len(words) in _INITIALS else ""

    def may_stand_for(self, short: str, full: str) -> bool:
        """Whether a shorter name may mean a person: «Tremblay», «de Villepin»."""
        return self._same_person(self._key(short), self._key(full), one_word=" " not in short)

    def canonical(self, counts: Mapping[str, int], apart: Set[frozenset[str]] = frozenset()) -> dict[str, str]:
        """Each written name to its canonical name.

        Args:
            counts: written names in text order, with the number of their mentions.
            apart: pairs of names that the text tells apart.

        Returns:
            For every written name the fullest variant of its person, capitals and OCR slips mended.
        """
        keys = {name: self._key(name) for name in counts}
        groups = self._groups(keys, apart)
        order = {name: index for index, name in enumerate(counts)}

        def rank(name: str) -> tuple[int, bool, bool, int, int]:
            return (len(keys[name]), not _has_slip(name), not name.isupper(), counts[name], -order[name])

        return {name: _mended(best) for group in groups for best in [max(group, key=rank)] for name in group}

    def _groups(self, keys: Mapping[str, tuple[str, ...]], apart: Set[frozenset[str]]) -> list[list[str]]:
        groups: list[list[str]] = []
        by_word: dict[str, list[list[str]]] = defaultdict(list)
        order = {name: index for index, name in enumerate(keys)}
        fuzzy = len(keys) <= _FUZZY_LIMIT
        for name in sorted(keys, key=lambda written: -len(keys[written])):
            key = keys[name]
            near = groups if fuzzy else [group for word in key[:1] + key[-1:] for group in by_word[word][:_NAMESAKES]]
            one_word = " " not in name
            initials = self.initials(name)
            homes = [
                group
                for group in near
                if self._same_person(key, keys[group[0]], one_word=one_word)
                or self.initials_of(group[0]) == initials
                or (order[group[0]] < order[name] and self._drops_given(key, keys[group[0]]))
            ]
            if one_word and not homes:
                homes = [group for group in near if self._is_first(key, keys[group[0]])]
            homes = [group for group in homes if not any(frozenset((name, other)) in apart for other in group)]
            if homes and all(home is homes[0] for home in homes):
                homes[0].append(name)
                continue
            groups.append([name])
            for word in {*key[:1], *key[-1:]}:
                by_word[word].append(groups[-1])
        return groups

    def _made_key(self, name: str) -> tuple[str, ...]:
        """Words of a name without titles and Arabic articles, listed variants made one."""
        words = cached_key(self._elided.sub(r"\1", name)).split()
        # «M.-C. Kabongo» and «Cheikh Diop» begin with a given name.
        given = _TWO_INITIALS.match(name) or (
            len(words) == _TWO and name[0].isupper() and words[0] in self._given_titles
        )
        while len(words) > 1 and words[0] in self._titles and not given:
            words = words[1:]
        if _SURNAME_IN_CAPITALS.match(name):  # «DIALLO Mamadou»
            words = [*words[1:], words[0]]
        kept = self._whole([word for word in words if word not in self._articles] or words)
        return tuple(self._one(word) for word in kept)

    def _one(self, word: str) -> str:
        """What the spellings of one word of a name share."""
        same = self._same.get(word)
        if same is not None:
            return same
        sound = self._sound(word)
        return self._sounding.get(sound, sound)

    def _whole(self, words: list[str]) -> list[str]:
        """The words, «abdel fattah» written as one like «abdelfattah»."""
        whole: list[str] = []
        for word in words:
            if whole and whole[-1] in self._joined:
                whole[-1] = self._first_joined + word
            else:
                starts = () if word in self._same else self._joined
                start = next((start for start in starts if word.startswith(start) and len(word) > len(start) + 2), "")
                whole.append(self._first_joined + word[len(start) :] if start else word)
        return [self._joined_one(word) for word in whole]

    def _joined_one(self, word: str) -> str:
        """«Abdel Malek», «Abdulmalik»: what stands behind «abdel» in one spelling."""
        start = self._first_joined
        return start + self._one(word[len(start) :]) if word.startswith(start) and len(word) > len(start) + 2 else word

    def _same_person(self, short: tuple[str, ...], full: tuple[str, ...], *, one_word: bool) -> bool:
        if short == full or self._turned(short, full):
            return True
        if not short or not full or frozenset((short, full)) in self._namesakes:
            return False
        if len(short) == 1:
            return _same_word(short[0], full[-1]) or self._goes_by(short[0], full)
        # «Villiers-Lacroix», «Pierre de Villiers-Lacroix»; «Suu Kyi», «Aung San Suu Kyi»
        if full[-len(short) :] == short and (one_word or len(full) > len(short) + 1):
            return True
        if _same_word(short[-1], full[-1]):
            return self._given_names_agree(short[:-1], full[:-1])
        if short[:-1] == full[:-1] and _same_consonants(short[-1], full[-1]):
            return not self._given.issuperset((short[-1], full[-1]))
        if len(short) < len(full) and short[-1] == full[-2] and short[0] == full[0]:
            return self._given_names_agree(short[:-1], full[:-2])  # «Idriss Déby», «Idriss Déby Itno»
        return False

    def _drops_given(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """«García Márquez» after «Gabriel García Márquez»: its end without the given name before it.

        «Boubacar Keïta» beside «Ibrahim Boubacar Keïta» begins with a given name and may be somebody else.
        """
        shorter = len(short) > 1 and full[1:] == short and full[0] in self._given and short[0] not in self._given
        return shorter and frozenset((short, full)) not in self._namesakes

    def _turned(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """«Orbán Viktor», «Viktor Orbán»; «Pierre Laurent» and «Laurent Pierre» are two."""
        return len(one) > 1 and sorted(one) == sorted(other) and not self._all_given.issuperset(one)

    def _goes_by(self, word: str, full: Sequence[str]) -> bool:
        """Whether a word alone may stand for a full name: «Xi», «Lula» da Silva, a long name before two others."""
        if any(word == name and after in self._particles for name, after in pairwise(full[1:])):
            return True
        middle = word in full[1:-1] and len(word) >= _MIDDLE
        if middle and word not in self._given and word not in self._particles:
            return True  # «Teodoro Obiang Nguema», «Obiang»
        return word == full[0] and (word in self._surnames_first or (len(full) > 2 and len(word) > 4))

    def _is_first(self, word: Sequence[str], full: Sequence[str]) -> bool:
        """«Abiy» of Abiy Ahmed, where the family name is not the last one; «Jean» is nobody's name alone."""
        return (
            len(word) == 1
            and len(full) > 1
            and word[0] == full[0]
            and len(word[0]) >= _FIRST
            and word[0] not in self._all_given
        )

    def _given_names_agree(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Every given name of the shorter list stands in the longer one, in order, whole or as an initial.

        The first names must agree, unless the shorter list has but particles («Le Drian», «Ag Ghali»).
        """
        if len(some) > len(others):
            some, others = others, some
        if _all_initials(some[1:]) and _all_initials(others[1:]) and some[1:] != others[1:]:
            return False  # «George W.», «George H. W.»
        if not some or (self._particles.issuperset(some) and not _all_initials(some)):  # «O. Kane» is no «ou Kane»
            return all(name in others for name in some)
        rest = iter(others)
        in_order = all(any(self._given_agrees(name, other) for other in rest) for name in some)
        return (in_order and self._given_agrees(some[0], others[0])) or some[0] == "".join(name[0] for name in others)

    def _given_agrees(self, name: str, other: str) -> bool:
        """Whether given names are one, or one is the initial of the other in any of its spellings."""
        if name == other:
            return True
        short, full = sorted((name, other), key=len)
        begins = {full[0], *self._letters.get(full[0], ()), *self._starts.get(full, ())}
        return len(short) == 1 and short in begins


_FUZZY_LIMIT = 300
"""Distinct personal names in a text up to which each is compared with each; beyond, only equal words are."""


_NAMESAKES = 50
"""Groups of one family name that a name is compared with in such a text."""


def _same_word(one: str, other: str) -> bool:
    if one.translate(_OCR) == other.translate(_OCR):
        return True
    return min(len(one), len(other)) >= 6 and one[0] == other[0] and ratio(one, other) >= _CLOSE


def _same_consonants(one: str, other: str) -> bool:
    """«Droukdel», «Droukdal»: names of other alphabets, whose vowels are written by ear; «Grandi», «Grande» are two."""
    ends = one[0] == other[0] and one[-1] == other[-1]
    alike = ends and min(len(one), len(other)) >= _HEARD and ratio(one, other) >= _NEAR
    return alike and one.translate(_NO_VOWELS) == other.translate(_NO_VOWELS)


def _all_initials(names: Sequence[str]) -> bool:
    return bool(names) and all(len(name) == 1 for name in names)


def _has_slip(name: str) -> bool:
    return bool(re.match(r"(?:AI|A1|EI|E1)[- ]", name))


def _mended(name: str) -> str:
    """«AI-Baghdadi» → «Al-Baghdadi»; «POUTINE» → «Poutine»."""
    if _has_slip(name):
        name = name[0] + "l" + name[2:]
    if name.isupper() and len(name) > 3:
        name = _CAPITAL_RUN.sub(lambda match: match.group().capitalize(), name)
    return name
