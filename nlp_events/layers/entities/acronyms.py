"""Acronyms that an article explains: in brackets behind a name, or the very initials of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from nlp_events.gazetteer.tables import Organisation
from nlp_events.layers.entities.definitions import DEFINED, gives
from nlp_events.layers.entities.mention import Mention
from nlp_events.text.name_keys import cached_key

ACRONYM = "acronym"
"""The rule of a mention that an article explains."""

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")
_PAIR = re.compile(r"[A-Z]{2}")
_SYLLABLES = re.compile(r"[A-Z][a-zà-ÿ]{3,8}")
_SMALL = 3
"""Letters up to which a word of a name («des», «du») gives no letter to its acronym."""
_LONG = 4
"""Letters from which an acronym may lack one of the initials of its name."""
_ACRONYM = re.compile(r" ?\(([^\W\d_][\w&.-]{1,11})\)")


def acronyms(text: str, mentions: Sequence[Mention], is_place: Callable[[str], bool]) -> Iterator[Mention]:
    """Where the acronyms of the document's organisations stand, whether the recogniser has them or not.

    Those that it has are made organisations, whatever it took them for.

    Args:
        text: the text.
        mentions: its names.
        is_place: whether an acronym is that of a country («République centrafricaine (RCA)»).
    """
    for mention in mentions:
        if mention.label != "ORG" and not is_place(mention.text) and _long_form(mention.text, _names(mentions)):
            mention.label, mention.rule = "ORG", ACRONYM
    bound = [acronym for acronym in bound_acronyms(text, mentions) if not is_place(acronym)]
    for mention in mentions:
        if mention.text in bound and mention.organisation is None:
            mention.label, mention.rule = "ORG", ACRONYM
    for acronym in bound:
        for found in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
            yield Mention(found.start(), found.end(), "ORG", ACRONYM, acronym)


def bound_acronyms(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronyms of names, in brackets behind them or anywhere in the text where they are their very initials.

    «Conseil norvégien pour les réfugiés (NRC)» → {NRC: Conseil …}
    """
    bound: dict[str, str] = _by_initials(text, mentions)
    names = _names(mentions)
    short = {one.text for one in mentions if one.label == "ORG" and not one.organisation}
    bound |= {word: name for word in sorted(short) if (name := _long_form(word, names))}
    bound |= {word: name for word in sorted(short) if (name := _of_two_words(word, mentions))}
    bound.update((one.text, one.alias_of) for one in mentions if one.label == "ORG" and one.alias_of)
    listed = {mention.start: mention.organisation for mention in mentions if mention.organisation}
    for mention in mentions:
        match = _ACRONYM.match(text, mention.end)
        if match is None or mention.label == "PER":
            continue
        bearer = listed.get(match.start(1)) if mention.label == "ORG" else None
        own = mention.rule == DEFINED or _abbreviates(match.group(1), mention.text)
        if own or (bearer is not None and alike(mention.text, bearer)):
            bound.setdefault(match.group(1), mention.text)
    return bound


def alike(name: str, organisation: Organisation) -> bool:
    """Whether half of the longer words of a name are those of a listed one («Comité paralympique» is no other IPC)."""
    words = _long_words(name)
    return any(
        2 * len(words & own) >= max(len(words), len(own)) > 1
        for own in map(_long_words, (organisation.canonical, *organisation.aliases))
    )


def _long_words(name: str) -> frozenset[str]:
    return frozenset(word for word in cached_key(name).split() if len(word) > _SMALL)


def _names(mentions: Sequence[Mention]) -> list[str]:
    """The organisations of three words or more."""
    return [*dict.fromkeys(one.text for one in mentions if one.label == "ORG" and one.text.count(" ") > 1)]


def _long_form(word: str, names: Sequence[str]) -> str | None:
    """The one organisation whose letters a word in small letters has («Synas», Syndicat national des agents …)."""
    if not _SYLLABLES.fullmatch(word):
        return None
    key = cached_key(word)
    words = ([part for part in cached_key(name).split() if len(part) > _SMALL] for name in names)
    found = [name for name, own in zip(names, words, strict=True) if own and own[0][0] == key[0] and gives(own, key, 2)]
    return found[0] if len(found) == 1 else None


def _of_two_words(word: str, mentions: Sequence[Mention]) -> str | None:
    """The one organisation of two words that two capitals are the initials of («QS», Québec solidaire)."""
    if not _PAIR.fullmatch(word):
        return None
    pairs = {one.text: cached_key(one.text).split() for one in mentions if one.label == "ORG"}
    found = [
        name for name, own in pairs.items() if len(own) == len(word) and "".join(w[0] for w in own) == word.lower()
    ]
    return found[0] if len(found) == 1 else None


def _by_initials(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """«la Coordination nationale des éleveurs du Fouta … la CNEF»: initials that one organisation alone has."""
    names = dict.fromkeys(
        mention.text for mention in mentions if mention.label == "ORG" and mention.text.count(" ") > 1
    )
    owners: dict[str, list[str]] = {}
    for name in names:
        words = [word for word in cached_key(name).split() if len(word) > _SMALL]
        # «Union pour le progrès du Kasaï (UPK)»: a short word in small letters may give none either.
        large = [word for word in words if len(word) > _LONG or f" {word} " not in name]
        # «Coordination nationale de protection civile du Mexique (CNPC)»: whose it is gives no letter.
        forms = (words, large, words[:-1]) if len(words) > _SMALL else (words, large)
        for initials in dict.fromkeys("".join(word[0] for word in kept).upper() for kept in forms):
            owners.setdefault(initials, []).append(name)
    written = set(_CAPITALS.findall(text)) if owners else set()
    found = {key: names[0] for key, names in owners.items() if key in written and len(names) == 1}
    listed = {mention.text for mention in mentions if mention.organisation}
    for acronym in written.difference(owners, listed):
        near = dict.fromkeys(name for key, names in owners.items() if _nearly(acronym, key) for name in names)
        if len(near) == 1:
            found[acronym] = next(iter(near))
    return found


def _nearly(acronym: str, initials: str) -> bool:
    """Whether an acronym has the initials of a name but one («ONSSA» of six words)."""
    short = len(acronym) < _LONG or len(initials) != len(acronym) + 1 or initials[0] != acronym[0]
    return not short and any(initials[:at] + initials[at + 1 :] == acronym for at in range(1, len(initials)))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether half of an acronym's letters are initials of a name of several words, in any order («NRC»)."""
    words = cached_key(name).split()
    initials = {word[0] for word in words}
    letters = cached_key(acronym).replace(" ", "")
    return (
        acronym[:2].isupper() and len(words) > 1 and 2 * sum(letter in initials for letter in letters) >= len(letters)
    )
