"""What holds between a figure and the names of its article: the facts from which its place is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from nlp_events.layers.places.roles import Role
from nlp_events.layers.places.rules import LEVELS, Name, Scene, held_by, is_wider
from nlp_events.text.layout import Layout, between, step
from nlp_events.values import PlacePrecision

# Figures from these numbers on are rather of a region, of a country.
_SIZES = ((100_000, "huge"), (5_000, "large"), (200, "many"), (10, "some"), (0, "few"))
# What a place of something that happened does in its sentence.
_SCENIC: tuple[Role, ...] = ("locative", "origin", "heading", "plain", "destination", "wider")
# Characters up to which a neighbour stands right beside a name.
_BESIDE = 12


class PlaceFacts:
    """The names of an article, with what holds of each whatever the figure.

    Args:
        folded: the article's text, folded.
        names: its names in text order.
        sentences: [start, end) of its sentences.
        country: the country it is about, None where unknown.
    """

    def __init__(
        self, folded: str, names: Sequence[Name], sentences: Sequence[tuple[int, int]], country: str | None
    ) -> None:
        self._folded, self._names, self._country = folded, names, country
        self._starts = [name.start for name in names]
        self._layout = Layout(folded, sentences)
        self._sentence_of = [self._layout.sentence(start) for start in self._starts]
        self._line_of = [self._layout.line(start) for start in self._starts]
        self._lasting = [[*self._alone(at), *self._beside(at)] for at in range(len(names))]
        for at, more in enumerate(self._in_article()):
            self._lasting[at].extend(more)
        self._edges = [self._edge(at) for at in range(len(names))]
        # Names that stand alike share their facts: a list of places has as many as numbers, each asked of each.
        self._apart: dict[tuple[str, str, PlacePrecision | None], list[str]] = {}

    def _alone(self, at: int) -> list[str]:
        """What a name is, and the words before it."""
        name = self._names[at]
        kind, role = f"kind={name.precision}", f"role={name.role}"
        facts = [role, kind, f"label={name.label}", f"{role} {kind}", f"zone={name.zone}"]
        facts += self._layout.words_before(name.start)
        told = {"heads": name.heads, "beside happening": name.beside}
        return [*facts, *(fact for fact, true in told.items() if true)]

    def _beside(self, at: int) -> Iterator[str]:
        """What stands before and after a name in its sentence: a narrower one, a wider one."""
        name = self._names[at]
        for beside, side in ((-1, "before"), (1, "after")):
            if not 0 <= at + beside < len(self._names) or self._sentence_of[at + beside] != self._sentence_of[at]:
                continue
            other = self._names[at + beside]
            near = max(other.start, name.start) - min(other.end, name.end) <= _BESIDE
            yield f"{side} {'near' if near else 'far'} {other.precision} kind={name.precision}"
            if other.role == "wider" and beside == 1:
                yield "held"

    def _in_article(self) -> Iterator[list[str]]:
        """For each name how the article as a whole speaks of it."""
        names = self._names
        counts = Counter(name.canonical for name in names)
        lands = {name.country for name in names if name.zone == "title" and name.country}
        titled = {name.canonical for name in names if name.zone == "title"}
        opening = next((name.canonical for name in names if name.zone == "body" and name.role != "dateline"), None)
        scenic = list({name.canonical: name for name in reversed(names) if name.role in _SCENIC}.values())[::-1]
        held = Counter((name.precision, name.country) for name in scenic)
        most = max(counts.values(), default=0)
        firsts = {name.precision: name.canonical for name in reversed(scenic)}
        for name in names:
            kind = f"kind={name.precision}"
            told = {
                f"most {kind}": counts[name.canonical] == most > 1,
                f"opening {kind}": name.canonical == opening,
                f"titled {kind}": name.canonical in titled,
                f"first {name.precision}": firsts.get(name.precision) == name.canonical,
                f"abroad {kind}": name.country not in (None, self._country),
                f"elsewhere than title {kind}": bool(lands) and name.country not in (None, *lands),
            }
            narrower = held_by(name, held)
            yield [f"holds={min(3, narrower)} {kind}", *(fact for fact, true in told.items() if true)]

    def of(self, scene: Scene, indices: Sequence[int]) -> list[list[str]]:
        """The facts of some of the names for a figure, and behind them those of «no place».

        Args:
            scene: the figure.
            indices: which of the names.

        Returns:
            For each of them, and at last for none, the facts that hold.
        """
        finest = self._finest(scene)
        here = self._layout.sentence(scene.start), self._layout.line(scene.start)
        nested = self._nested(scene, indices)
        standing = _Standing(scene, finest)
        facts = [[*self._for(at, scene, here, standing), *nested.get(at, ())] for at in indices]
        told = (
            f"none own={finest}",
            f"none scope={scene.scope}",
            f"none zone={scene.zone}",
            f"none impact={scene.impact}",
        )
        listed = [f"none paired lead={scene.pairing.lead}"] if scene.pairing else []
        listed += ["none shared"] if scene.shared else []
        return [*facts, ["none", *told, *listed, *(["none worldwide"] if scene.worldwide else [])]]

    def _finest(self, scene: Scene) -> str:
        """The narrowest level of place that the figure's own sentence names, «-» where it names none."""
        first, last = (bisect_left(self._starts, at) for at in scene.sentence)
        own = [LEVELS.index(name.precision) for name in self._names[first:last] if name.role in _SCENIC]
        return str(LEVELS[min(own)]) if own else "-"

    def _nested(self, scene: Scene, indices: Sequence[int]) -> dict[int, list[str]]:
        """Facts of the narrowest place that the figure's sentence or else the title names, and of those within it.

        «Au Laos, un car est tombé dans un ravin, faisant 13 morts. L'accident a eu lieu à Kasi.»
        """
        names = self._names
        first, last = (bisect_left(self._starts, at) for at in scene.sentence)
        scenic = [at for at in indices if names[at].role in _SCENIC]
        own = [at for at in scenic if first <= at < last]
        near = own or [at for at in scenic if names[at].zone == "title"]
        if not near:
            return {}
        outer = min(near, key=lambda at: LEVELS.index(names[at].precision))
        side = "own" if own else "title"
        inner = [at for at in scenic if at != outer and self._is_within(names[at], names[outer])]
        kind = f"kind={names[outer].precision}"
        facts = {at: [f"within {side} {kind}", f"within {side} kind={names[at].precision}"] for at in inner}
        if inner:
            towns = {names[at].canonical for at in inner}
            facts[inner[0]] += [f"first within {side}", f"first within {side} {kind}"]
            if len(towns) == 1:
                for at in inner:
                    facts[at].append(f"only within {side}")
            facts[outer] = [f"outer {side} {kind}", f"outer {side} holds={min(3, len(towns))}"]
            for at in scenic:
                if at not in facts and names[at].country not in (None, names[outer].country):
                    facts[at] = [f"outside {side}", f"outside {side} kind={names[at].precision}"]
        return facts

    @staticmethod
    def _is_within(name: Name, outer: Name) -> bool:
        return (
            name.country is not None and name.country == outer.country and not is_wider(name.precision, outer.precision)
        )

    def _for(self, at: int, scene: Scene, here: tuple[int, int], standing: _Standing) -> list[str]:
        name = self._names[at]
        where = self._where(at, scene, here)
        facts = [*self._lasting[at], *standing.of(where, name)]
        if scene.source and scene.source[0] <= name.start < scene.source[1]:
            facts += ["source", f"source role={name.role}"]
        if scene.there is not None and name.end <= scene.there:
            facts.append("there" if at == bisect_left(self._starts, scene.there) - 1 else "before there")
        facts += _listed(name, scene) if scene.pairing or scene.shared else []
        return facts + (self._within(at, scene) if where.startswith("own") else self._away(at, here))

    def _where(self, at: int, scene: Scene, here: tuple[int, int]) -> str:
        """Where a name stands, seen from the figure."""
        name = self._names[at]
        if self._sentence_of[at] != here[0]:
            return self._layout.elsewhere(name.start, scene.start, title=name.zone == "title")
        side = "after" if name.start >= scene.start else "before"
        return f"own {side}" if scene.clause[0] <= name.start < scene.clause[1] else f"own {side} other clause"

    def _within(self, at: int, scene: Scene) -> list[str]:
        """Facts of a name in the figure's own sentence: order, and what stands between."""
        name, done = self._names[at], max(scene.end, scene.trigger[1])
        behind = name.start >= scene.start
        following = bisect_left(self._starts, scene.start)
        rank = min(3, at - following if behind else following - 1 - at)
        gap = self._folded[done : name.start] if behind else self._folded[name.end : scene.start]
        side = "after" if behind else "before"
        facts = [
            f"{side} rank={rank}", f"{side} rank={rank} role={name.role}", f"{side} rank={rank} kind={name.precision}",
            *between(gap, side),
        ]  # fmt: skip
        told = {
            "beyond next": name.start >= scene.ceiling,
            "beyond last": name.start < scene.floor,
            "before trigger": behind and name.start < scene.trigger[0],
            f"{side} part": scene.is_part,
        }
        return [*facts, *(fact for fact, true in told.items() if true)]

    def _away(self, at: int, here: tuple[int, int]) -> list[str]:
        """Facts of a name in another sentence: how far, and whether it is the first or last of its own."""
        key = step(self._sentence_of[at] - here[0]), step(self._line_of[at] - here[1]), self._names[at].precision
        if key not in self._apart:
            apart, lines, precision = key
            self._apart[key] = [f"apart={apart}", f"lines={lines}", f"apart={apart} kind={precision}"]
        before, after = self._edges[at]
        return self._apart[key] + (before if self._sentence_of[at] < here[0] else after)

    def _edge(self, at: int) -> tuple[list[str], list[str]]:
        """Whether a name is the first or the last of its sentence, seen from behind the sentence and from before it."""
        of = self._sentence_of
        told = {"opens": of[at] not in of[max(0, at - 1) : at], "ends": of[at] not in of[at + 1 : at + 2]}
        words = [word for word, true in told.items() if true]
        return [f"{word} before" for word in words], [f"{word} after" for word in words]


def _listed(name: Name, scene: Scene) -> list[str]:
    """Facts of a list that pairs numbers with names: whether this one is the figure's own, or one of its parts'."""
    facts = ["of a part" if name.start in scene.shared else "of no part"] if scene.shared else []
    if scene.pairing is not None:
        own = "paired" if name.start == scene.pairing.start else "unpaired"
        facts += [own, f"{own} lead={scene.pairing.lead}", f"{own} label={name.label}"]
    return facts


class _Standing:
    """Facts of where a name stands and what it is, for one figure: names that are alike there have the same.

    Args:
        scene: the figure.
        finest: the narrowest level of place that its sentence names, «-» for none.
    """

    def __init__(self, scene: Scene, finest: str) -> None:
        self._scene, self._finest = scene, finest
        self._size = next(word for least, word in _SIZES if scene.number >= least)
        self._known: dict[tuple[str, Role, PlacePrecision | None], list[str]] = {}

    def of(self, where: str, name: Name) -> list[str]:
        """The facts of a name that stands somewhere, seen from the figure."""
        key = where, name.role, name.precision
        if key not in self._known:
            self._known[key] = self._told(where, f"role={name.role}", f"kind={name.precision}")
        return self._known[key]

    def _told(self, where: str, role: str, kind: str) -> list[str]:
        scene, size, at = self._scene, f"size={self._size}", f"at={where}"
        facts = [
            at, f"{at} {'bare' if self._finest == '-' else 'crowd'}", f"{at} {role}", f"{at} {kind}",
            f"{at} scope={scene.scope}", f"{at} zone={scene.zone}", f"at={where[:3]} {kind} own={self._finest}",
            f"{kind} scope={scene.scope}", f"{kind} {size}", f"{kind} {size} at={where[:3]}",
            f"{kind} impact={scene.impact}", f"{role} flow={scene.flow}",
        ]  # fmt: skip
        told = {f"national {kind}": scene.national, f"worldwide {kind}": scene.worldwide}
        return [*facts, *(fact for fact, true in told.items() if true)]
