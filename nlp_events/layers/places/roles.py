"""What a name does in its sentence: whether something happened there, and whose words tell."""

from __future__ import annotations

from typing import Literal

from nlp_events.layers.places.model import load_place_words
from nlp_events.text.discourse import Discourse
from nlp_events.values import ClauseBorder, Zone
from nlp_events.words.store import SHIPPED, Words

Role = Literal[
    "locative",
    "origin",
    "destination",
    "heading",
    "dateline",
    "wider",
    "reference",
    "passing",
    "local",
    "speaker",
    "plain",
]
# What such a name does, the one behind «et» does too: «entre Toulon et Draguignan», «la route de Mweso et de Sake».
AS_WELL: tuple[Role, ...] = ("reference", "destination", "passing", "origin", "speaker")

# What parts one happening of a sentence from the next: «trois morts à Gao ; à Kidal, deux blessés».
APART: frozenset[ClauseBorder] = frozenset(("semicolon", "stop", "contrast"))


def role_of(  # noqa: PLR0913 - keyword-only beyond the name itself
    folded: str,
    start: int,
    end: int,
    *,
    zone: Zone = "body",
    previous: tuple[int, Role] | None = None,
    in_dateline: bool = False,
    words: Words = SHIPPED,
) -> Role:
    """What a name does in its sentence, by the words around it.

    Args:
        folded: the folded text of the article.
        start: where the name begins.
        end: where it ends, exclusive.
        zone: the zone it stands in.
        previous: where the name before it ends, and its role; None for the first one.
        in_dateline: whether it is the town of a dateline.
        words: the words and rules.

    Returns:
        The role; «wider» for the region or country behind a place («Kanpur, dans l'Uttar Pradesh»), «reference» for
        what only says where one lies («Sikilo, près de Kaffrine»).
    """
    rules = load_place_words(words)
    line = folded.rfind("\n", 0, start) + 1
    before, after = folded[max(line, start - 70) : start], folded[end : end + 60]
    if rules.not_places.regex.match(folded[start:end]):
        return "speaker"
    if rules.acting.regex.match(after):
        return "speaker"
    if rules.speaker.led.search(before):
        if rules.struck.regex.search(before):
            return "locative"
        return "local" if rules.local.regex.search(before) else "speaker"
    if in_dateline and zone != "title":
        return "dateline"
    if rules.reference.regex.search(before):
        return "reference"
    if previous is not None and previous[0] >= line:
        between = folded[previous[0] : start]
        if rules.beside.regex.match(between):
            return "reference"
        if previous[1] in AS_WELL and rules.as_well.regex.match(between):
            return previous[1]
        if rules.within.regex.match(between):
            return "wider"
    if rules.passing.regex.search(before):
        return "passing"
    if rules.destination.regex.search(before):
        return "destination"
    if rules.origin.regex.search(before):
        return "origin"
    if rules.locative.led.search(before):
        return "locative"
    if rules.heading.regex.match(folded[line:start]) and rules.heading_end.regex.match(after):
        return "heading"
    return "plain"


def heads_clause(folded: str, start: int, words: Words = SHIPPED) -> bool:
    """Whether a name opens its clause: «À Derbent, un prêtre a été tué»."""
    return load_place_words(words).clause_head.regex.search(folded[max(0, start - 40) : start]) is not None


def antecedent(folded: str, start: int, end: int, words: Words = SHIPPED) -> int | None:
    """Where a sentence says «y» for a place named before, None where it does not."""
    found = load_place_words(words).there.regex.search(folded, start, end)
    return None if found is None else found.start()


def clause_of(sentence: tuple[int, int], start: int, end: int, discourse: Discourse) -> tuple[int, int]:
    """The [start, end) of the clause that holds a figure, without what is said of a part of it («dont huit à Gao»)."""
    clauses = discourse.within("clause", *sentence)
    apart = [one["parts"]["border"] for one in clauses if not APART.isdisjoint(one["traits"])]
    ends = [one["start"] for one in clauses if not {*APART, "part"}.isdisjoint(one["traits"])]
    first = max((border[1] for border in apart if border[1] <= start), default=sentence[0])
    return first, min((one for one in ends if one >= end), default=sentence[1])


def candidates(text: str, words: Words = SHIPPED) -> list[tuple[int, int]]:
    """Names that stand where only a place can («à Kimparana»), as [start, end), for what no recogniser knows."""
    rules = load_place_words(words)
    spans = [match.span("name") for match in rules.candidate.led.finditer(text)]
    return [
        (start, end)
        for start, end in spans
        if not rules.not_candidates.regex.match(text[start:end])
        and not rules.not_at.regex.search(text[max(0, start - 30) : start])
    ]


def is_national(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence speaks of the whole country («dans le pays»)."""
    return load_place_words(words).national.led.search(folded[start:end]) is not None


def is_worldwide(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence speaks of the whole world («dans le monde entier»)."""
    return load_place_words(words).worldwide.led.search(folded[start:end]) is not None


def is_beside(folded: str, start: int, words: Words = SHIPPED) -> bool:
    """Whether a name is of a happening that another is told beside («deux jours après l'attentat de Gao»)."""
    return load_place_words(words).beside_happening.regex.search(folded[max(0, start - 90) : start]) is not None


def known_part(name: str, words: Words = SHIPPED) -> str:
    """A name without what a gazetteer does not list: «Alep-Est» → «Alep», «pont de Ouro» → «Ouro»."""
    return load_place_words(words).name_parts.regex.sub("", name)


def is_region(folded: str, start: int, words: Words = SHIPPED) -> bool:
    """Whether the words before a name make it that of a region («l'État du Niger»), whatever country is called so."""
    return load_place_words(words).region_of_name.regex.search(folded[max(0, start - 25) : start]) is not None
