"""What holds between a figure and those who may have done it: the facts from which its actor is chosen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from nlp_events.layers.actors.deeds import Deeds, deed_of
from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.roles import DOERS, SUBJECT, role_of
from nlp_events.layers.actors.rules import Scene
from nlp_events.layers.actors.subjects import Cast, Verb
from nlp_events.text.discourse import Discourse
from nlp_events.text.layout import Layout, between, step
from nlp_events.text.stretches import Stretches
from nlp_events.values import DiscourseKind, Impact

_EARLIER: tuple[DiscourseKind, ...] = ("earlier", "looking_back", "pluperfect")
_BY = frozenset(("agent_of_harm", "agent_of_seizure"))
# Roles of which «nobody» is told that somebody in the article has them.
_TELLING = frozenset(("owner", "doer", "agent", "blamed", "denier"))
# Roles without which a mere name is that of somebody else.
_NOT_MERE = frozenset(("owner", "denier", "blamed", "doer", "agent", "taken", "by", "clash"))
# Roles that tell nothing of who is also the subject of a verb of harm.
_OPEN = frozenset(("-", "acts"))
# Kinds of nouns of those who are likely somebody else.
_SOMEBODY = frozenset(("somebody", "engine"))
# Characters behind the word that says what happened in which «par …» is of it: told as the agent of some harm, or not.
_BESIDE, _NEXT = 40, 14
# Letters of that word by which another of its forms is known again.
_STEM = 5


class ActorFacts:
    """The mentions of an article, with what holds of each whatever the figure.

    Args:
        cast: those who may have done it, in text order, and whose verbs are whose.
        layout: the sentences of the article.
        discourse: how it is told.
        scenes: its figures that somebody may be behind.
        figures: [start, end) of each of its figures.
    """

    def __init__(
        self, cast: Cast, layout: Layout, discourse: Discourse, scenes: Sequence[Scene],
        figures: Sequence[tuple[int, int]],
    ) -> None:  # fmt: skip
        mentions, self._layout, self._figures = cast.mentions, layout, Stretches(sorted(figures))
        self._mentions, self._stretches = mentions, Stretches((one.start, one.end) for one in mentions)
        self._verbs: dict[int, list[Verb]] = defaultdict(list)
        self._roles = [role_of(one) for one in mentions]
        for at, verb in cast.subjects:
            self._verbs[at].append(verb)
            if self._roles[at] in _OPEN and mentions[at].kind != "LOC -":
                self._roles[at] = SUBJECT
        self._sentence_of = [layout.sentence(one.start) for one in mentions]
        looking_back = {layout.sentence(one["start"]) for kind in _EARLIER for one in discourse.of(kind)}
        self._earlier = [at in looking_back for at in self._sentence_of]
        self._deeds = Deeds(mentions, self._earlier, [(at, verb.deed) for at, verb in cast.subjects])
        self._owned = "owner" in self._roles
        self._named = any(one.canonical and role in DOERS for one, role in zip(mentions, self._roles, strict=True))
        of_groups = self._of_groups()
        self._lasting = [[*self._alone(at), *of_groups[one.group]] for at, one in enumerate(mentions)]
        self._direct = {scene.start: self._directly(scene) for scene in scenes}
        self._victims = {scene.start: self._over(scene) for scene in scenes}
        self._impacts = {scene.start: scene.impact for scene in scenes}
        self._told = self._told_directly()

    def _told_directly(self) -> Mapping[Impact | None, Counter[str]]:
        """For how many figures of each impact, and of any (None), the words of their own sentence tell each actor."""
        told: dict[Impact | None, Counter[str]] = defaultdict(Counter)
        for start, groups in self._direct.items():
            for impact in (None, self._impacts[start]):
                told[impact].update(groups)
        return told

    def is_plausible(self, at: int) -> bool:
        """Whether a mention may have done it at all: who helps may not; of a mere name something has to say so."""
        one = self._mentions[at]
        if self._roles[at] == "helper":
            return False
        mere = one.head == "name" and one.type != "armed_group" and one.kind != "ORG security_forces"
        return not (mere or one.kind in _SOMEBODY) or self._roles[at] in _NOT_MERE or one.before == "identified"

    def _of_groups(self) -> dict[str, list[str]]:
        """For each actor how the article as a whole speaks of it."""
        found: dict[str, set[str]] = defaultdict(set)
        counts = Counter(one.group for one in self._mentions)
        for one, role in zip(self._mentions, self._roles, strict=True):
            own = found[one.group]
            own.add(f"once {role}")
            own |= {fact for fact, true in (("titled", one.zone == "title"), ("does", role in DOERS)) if true}
            if role in DOERS:
                own.add(f"does type={one.type}")
        doers = [group for group, own in found.items() if "does" in own]
        for group in doers:
            found[group].add("first doer" if group == doers[0] else "later doer")
        if len(doers) == 1:
            found[doers[0]].add("only doer")
        most = max(counts.values(), default=0)
        for group, own in found.items():
            own |= {f"told={min(3, counts[group])}", *(["told most"] if counts[group] == most > 1 else [])}
        return {group: sorted(own) for group, own in found.items()}

    def _alone(self, at: int) -> list[str]:
        """What a mention is, and what stands around it."""
        one = self._mentions[at]
        kind, many = f"type={one.type}", "many" if one.many else "one"
        facts = [
            kind, f"head={one.head}", f"kind={one.kind}", f"article={one.determiner}", f"before={one.before}",
            f"behind={one.behind}", f"before={one.before} {kind}", f"behind={one.behind} {kind}",
        ]  # fmt: skip
        told = {
            "armed": one.armed, f"armed {many}": one.armed, f"known {kind}": one.known_id is not None,
            "some owner": self._owned and not one.canonical, f"some owner {kind}": self._owned and not one.canonical,
            "some named": self._named and not one.canonical, f"some named {kind}": self._named and not one.canonical,
            "earlier": self._earlier[at], f"role={self._roles[at]}": True, f"role={self._roles[at]} {kind}": True,
        }  # fmt: skip
        facts += [fact for fact, true in told.items() if true]
        facts += [self._deeds.order[at], f"{self._deeds.order[at]} kind={one.kind}"]
        if self._figures.is_over(one.start, one.end):
            facts += ["counted", f"counted behind={one.behind}", f"counted {kind}"]
        return facts

    def _directly(self, scene: Scene) -> set[str]:
        """Who did it by the words of the figure's own sentence."""
        here, found = self._layout.sentence(scene.start), set()
        for at in range(bisect_left(self._sentence_of, here), bisect_right(self._sentence_of, here)):
            one = self._mentions[at]
            if self._roles[at] in DOERS and not scene.is_over(one.start, one.end):
                found.add(one.group)
        return found

    def _over(self, scene: Scene) -> set[str]:
        """Those who are counted themselves."""
        return {self._mentions[at].group for at in self._stretches.over(scene.start, scene.end)}

    def _of_others(self, scene: Scene, impact: Impact | None) -> set[str]:
        """Those who did it to other figures by the words of their sentences: to those of an impact, or to any."""
        mine = self._direct[scene.start] if impact in (None, self._impacts[scene.start]) else ()
        return {group for group, count in self._told[impact].items() if count > (group in mine)}

    def of(self, scene: Scene, indices: Sequence[int]) -> list[list[str]]:
        """The facts of some of the mentions for a figure, and behind them those of «nobody».

        Args:
            scene: the figure.
            indices: which of the mentions.
        """
        here = self._layout.sentence(scene.start)
        mine = self._direct[scene.start]
        elsewhere, alike = self._of_others(scene, None), self._of_others(scene, scene.impact)
        near = {self._mentions[at].group for at in indices}
        direct = {group: _direct_facts(group, mine, elsewhere, alike) for group in (mine | elsewhere) & near}
        fitting = self._deeds.facts(scene.impact, self._victims[scene.start])
        facts = [[*self._for(at, scene, here, fitting), *direct.get(self._mentions[at].group, ())] for at in indices]
        fit = f"none fit={min(3, len(fitting))}"
        fitted = [fit, f"{fit} scope={scene.scope}", f"{fit} impact={scene.impact}"]
        none = [
            *fitted,
            f"none direct={min(2, len(mine))} others={min(2, len(elsewhere))}",
            f"none alike={min(2, len(alike))}",
        ]
        return [*facts, ["none", *none, *self._none(scene, indices, here)]]

    def _none(self, scene: Scene, indices: Sequence[int], here: int) -> Iterator[str]:
        """Facts of «nobody»."""
        yield from (f"none impact={scene.impact}", f"none cause={scene.harm}", f"none scope={scene.scope}")
        yield from (f"none zone={scene.zone}", f"none impact={scene.impact} cause={scene.harm}")
        doers = [at for at in indices if self._roles[at] in DOERS]
        own = [at for at in indices if self._sentence_of[at] == here]
        yield f"none doers={min(3, len({self._mentions[at].group for at in doers}))}"
        yield f"none own doers={min(2, sum(self._roles[at] in DOERS for at in own))}"
        yield f"none own={min(3, len(own))}"
        yield f"none trigger={_trigger(scene)}"
        stem = self._layout.folded[scene.trigger[0] : scene.trigger[1]][:_STEM]
        yield from (f"none stem={stem}", f"none stem={stem} doers={min(1, len(doers))}")
        apart = min((abs(self._sentence_of[at] - here) for at in doers), default=99)
        yield f"none nearest={step(apart)}"
        yield from (f"none some {role}" for role in sorted({self._roles[at] for at in indices} & _TELLING))
        types = sorted({self._mentions[at].type for at in doers})
        yield from (f"none impact={scene.impact} some type={type_}" for type_ in types)
        if not indices:
            yield "none at all"

    def _for(self, at: int, scene: Scene, here: int, fitting: Mapping[str, list[str]]) -> list[str]:
        one = self._mentions[at]
        where, role = self._where(at, scene, here), f"role={self._roles[at]}"
        kind, impact = f"type={one.type}", f"impact={scene.impact}"
        at_, near = f"at={where}", f"at={where[:3]}"
        facts = [
            *self._lasting[at], at_, f"{at_} {kind}", f"{kind} {impact}", f"{kind} who={scene.who}",
            f"{impact} before={one.before}", f"{at_} scope={scene.scope}",
            f"kind={one.kind} {impact}", f"head={one.head} {impact}", f"{role} {at_}", f"{role} {impact}",
            f"{role} {kind} {impact}", f"{role} scope={scene.scope}", *self._did(at, scene, near),
        ]  # fmt: skip
        fits = fitting.get(one.group, ())
        if fits:
            facts += [*fits, *(f"{fact} scope={scene.scope}" for fact in fits), f"fits {kind}", f"fits {near}"]
        if scene.source and scene.source[0] < one.end and one.start < scene.source[1]:
            facts += ["source", f"source {impact}", f"source {kind}"]
        if self._earlier[at]:
            facts += [f"earlier scope={scene.scope}", f"earlier {near}", f"earlier {role}"]
        facts += self._alike(one, scene, near)
        return facts + (self._within(at, scene) if where.startswith("own") else self._away(at, here))

    def _did(self, at: int, scene: Scene, near: str) -> list[str]:
        """Facts of what a mention is told to have done, beside what was done to those who are counted."""
        to, did = f"to={deed_of(scene.impact)}", [*(sorted(self._deeds.of[at]) or "-")]
        facts = [fact for deed in did for fact in (f"did={deed} {to}", f"did={deed} {to} {near}")]
        return [*facts, f"type={self._mentions[at].type} {to} scope={scene.scope}"]

    def _alike(self, one: Mention, scene: Scene, near: str) -> list[str]:
        """Facts of a mention that says again what the figure says: who they are, what happened to them."""
        folded, facts, kind = self._layout.folded, [], f"type={one.type}"
        stem = folded[scene.trigger[0] : scene.trigger[1]][:_STEM]
        if stem in folded[one.around.since : one.start] or stem in folded[one.end : one.around.reach]:
            facts += ["echo", f"echo {near}", f"echo {kind}"]
        if one.head in folded[scene.start : scene.end]:
            facts += ["alike", f"alike {kind}"]
        if one.group in self._victims[scene.start]:
            facts += ["own side", f"own side {kind}"]
        return facts

    def _where(self, at: int, scene: Scene, here: int) -> str:
        one = self._mentions[at]
        if self._sentence_of[at] != here:
            return self._layout.elsewhere(one.start, scene.start, title=one.zone == "title")
        return "own after" if one.start >= scene.start else "own before"

    def _within(self, at: int, scene: Scene) -> list[str]:
        """Facts of a mention in the figure's own sentence: order, what stands between, whose verb is the trigger."""
        one, done, role = self._mentions[at], max(scene.end, scene.trigger[1]), f"role={self._roles[at]}"
        behind = one.start >= scene.start
        gap = (done, one.start) if behind else (one.end, scene.start)
        beside = range(at - 1, -1, -1) if behind else range(at + 1, len(self._mentions))
        starts = (self._mentions[other].start for other in beside)
        between_them = sum(1 for _ in takewhile(lambda start: gap[0] <= start < gap[1], starts))
        side = "after" if behind else "before"
        rank, trigger = f"{side} rank={min(3, between_them)}", f"trigger={_trigger(scene)} {side}"
        facts = [
            f"{rank} {role}", f"{trigger} {role}", f"{trigger} {rank}", rank, f"{rank} type={one.type}",
            *between(self._layout.folded[gap[0] : gap[1]], side),
        ]  # fmt: skip
        told = {
            "by trigger": behind and not between_them and self._is_by(one, done),
            "does trigger": self._does(at, scene),
            f"by trigger to={deed_of(scene.impact)}": behind and not between_them and self._is_by(one, done),
            "verb is trigger": one.end <= scene.trigger[0] < one.around.reach,
            "overlaps": scene.is_over(one.start, one.end),
            "beyond next": one.start >= scene.ceiling,
            "beyond last": one.end <= scene.floor,
            f"{side} part": scene.is_part,
        }
        return [*facts, *(fact for fact, true in told.items() if true)]

    @staticmethod
    def _is_by(one: Mention, done: int) -> bool:
        """Whether a mention is told by the «par» of what was done up to an offset."""
        return 0 <= one.start - done < (_BESIDE if one.before in _BY else _NEXT if one.before == "agent" else 0)

    def _does(self, at: int, scene: Scene) -> bool:
        """Whether a mention is the subject of the verb that says what happened."""
        verbs = self._verbs.get(at, ())
        return any(verb.start < scene.trigger[1] and scene.trigger[0] < verb.end for verb in verbs)

    def _away(self, at: int, here: int) -> list[str]:
        """Facts of a mention in another sentence."""
        one, apart = self._mentions[at], f"apart={step(self._sentence_of[at] - here)}"
        return [apart, f"{apart} type={one.type}"]


def _direct_facts(group: str, mine: set[str], elsewhere: set[str], alike: set[str]) -> list[str]:
    """Facts of an actor who did it to the figure, or to others, by the words of their own sentences."""
    told = {
        "direct": group in mine and len(mine) > 1,
        "only direct": mine == {group},
        "direct of others": group in elsewhere,
        "direct of others mine": group in elsewhere and bool(mine),
        "direct of others bare": group in elsewhere and not mine,
        "direct of alike": group in alike,
        "direct of unlike": group in elsewhere and group not in alike,
        "only direct of others": elsewhere == {group},
    }
    return [fact for fact, true in told.items() if true]


def _trigger(scene: Scene) -> str:
    """Where the word that says what happened to them stands: before, behind or in the figure."""
    if scene.trigger[1] <= scene.start:
        return "before"
    return "behind" if scene.trigger[0] >= scene.end else "inside"
