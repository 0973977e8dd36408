"""The words of the entities: labels, borders, names that are one."""

from __future__ import annotations

from typing import Literal

from nlp_events.text.name_keys import name_key
from nlp_events.values import Label, SourceType
from nlp_events.words.loader import Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words


class LabelledWords(Resource):
    """WordList by label; a label without any may be left out."""

    PER: tuple[Word, ...] = ()
    LOC: tuple[Word, ...] = ()
    ORG: tuple[Word, ...] = ()

    def by_label(self) -> dict[Label, frozenset[str]]:
        """The words of each label."""
        return {"PER": frozenset(self.PER), "LOC": frozenset(self.LOC), "ORG": frozenset(self.ORG)}


class EntityWords(Resource):
    """``entities.yaml``: see the comments in the file, one a key."""

    articles: WordList
    opening_articles: WordList
    particles: WordList
    breakers: WordList
    not_names: WordList
    outer_heads: LabelledWords
    loose_ends: WordList
    kinds: dict[SourceType, WordList]
    cue_weight: float
    cues: LabelledWords
    naming_cues: LabelledWords
    weak_cue_weight: float
    weak_cues: LabelledWords
    name_articles: WordList
    titles: WordList
    name_letters: dict[Word, Word]
    surnames_first: WordList
    alias_links: WordList
    alias_tails: WordList
    newcomers: WordList
    described: WordList
    given_titles: WordList
    kin: WordList
    kin_links: WordList
    auxiliaries: WordList
    participle_ends: dict[Literal["man", "woman"], WordList]
    civilities: dict[Literal["man", "woman"], WordList]
    gendered: dict[Literal["man", "woman"], WordList]
    given_names: dict[Literal["man", "woman"], WordList]
    joined_names: WordList
    elided_starts: WordList
    national_words: WordList
    person_starts: WordList
    small_words: WordList
    same_phrases: tuple[WordList, ...]
    capitals_only: WordList
    owner_links: WordList
    national_bodies: dict[SourceType, tuple[WordList, ...]]
    plain_bodies: WordList
    doubtful_bodies: WordList
    body_heads: WordList
    local_bodies: WordList
    place_links: WordList
    country_links: WordList
    open_bodies: dict[SourceType, WordList]
    known_names: tuple[tuple[Word, ...], ...]
    namesakes: tuple[tuple[Word, Word], ...]
    same_names: tuple[WordList, ...]
    ambiguous_places: WordList

    def organisation_heads(self) -> frozenset[str]:
        """Keys of the common nouns that stand before an organisation's name («groupe Wagner»)."""
        return frozenset(map(name_key, self.outer_heads.ORG))


def load_words(words: Words = SHIPPED) -> EntityWords:
    """The words of ``entities.yaml``."""
    return words.resource(EntityWords, "layers/entities.yaml")
