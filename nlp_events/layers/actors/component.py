"""Component ``nlp_events_actors``: who did it to them, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.decisions import Choice, Reasons, confidence, load_scorer
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, value_on, values_of, zones_of
from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.actors.faces import Faces
from nlp_events.layers.actors.features import ActorFacts
from nlp_events.layers.actors.forces import Forces
from nlp_events.layers.actors.means import MeansCue, MeansFacts, find_means
from nlp_events.layers.actors.mention import Known, Mention
from nlp_events.layers.actors.mentions import Mentions
from nlp_events.layers.actors.rules import Scene, scenes_of
from nlp_events.layers.actors.status import STATUSES, Side, sides, status_facts, sure_status
from nlp_events.layers.actors.subjects import Cast, Subjects
from nlp_events.text.evidence import inferred, prove, told
from nlp_events.text.folding import fold
from nlp_events.text.layout import Layout, in_reach
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import ActorType, EntityValue, FigureValue, Means
from nlp_events.words.store import SHIPPED, Words

LEAD = 600
"""The lead: who is named this far into a text is likely of the news itself."""
REACH = 2_500
"""Characters before and after a sentence in which who did it is looked for besides the title and the lead."""
ACTOR, MEANS, STATUS = "decisions/actors", "decisions/means", "decisions/statuses"
"""The rules of the slots: the learned decisions, by the names of their files of weights."""
TYPES: dict[str | None, ActorType] = {
    "armed_group": "armed_group", "security_forces": "police", "government": "state_force", "un_agency": "state_force",
}  # fmt: skip
"""Kind of a known organisation → what it is as an actor."""


@dataclass(frozen=True, slots=True)
class ActorQuestion:
    """Who did it to a figure.

    ``indices`` are mentions of the article, ``candidates`` the facts of each and at last those of «nobody», ``groups``
    which of them are one actor, and None.
    """

    indices: Sequence[int]
    candidates: Sequence[Sequence[str]]
    groups: Sequence[str | None]


@dataclass(frozen=True, slots=True)
class MeansQuestion:
    """With what it was done to a figure: the means of the article, None, and the facts of each."""

    told: Sequence[Means | None]
    candidates: Sequence[Sequence[str]]


class Story:
    """An article as far as somebody may be behind its figures, read once."""

    def __init__(self, doc: Doc, finder: Mentions, words: Words) -> None:
        self.text = text_of(doc)
        folded = fold(self.text)
        self.figures: list[FigureValue] = values_of(doc, FIGURES)
        self.scenes: list[Scene | None] = scenes_of(self.figures)
        self.sentences = split_sentences(self.text, words)
        self.discourse = discourse_of(doc)
        zones = zones_of(doc)
        self.mentions = finder.find(folded, _known(doc), zones.at)
        layout = Layout(folded, self.sentences)
        self._means = MeansFacts(find_means(folded, words), layout, next(zones.of("title"), (0, 0))[1])
        stretches = [(one["start"], one["end"]) for one in self.figures]
        asked = [scene for scene in self.scenes if scene is not None]
        cast = Cast(self.mentions, Subjects(words).find(self.mentions, layout))
        self._facts = ActorFacts(cast, layout, self.discourse, asked, stretches)

    def actor(self, scene: Scene) -> ActorQuestion:
        """Who may have done it to a figure."""
        indices = [
            at for at in in_reach(self.mentions, scene.sentence, lead=LEAD, reach=REACH) if self._facts.is_plausible(at)
        ]
        groups = [*(self.mentions[at].group for at in indices), None]
        return ActorQuestion(indices, self._facts.of(scene, indices), groups)

    def means(self, scene: Scene) -> MeansQuestion:
        """With what it may have been done to a figure."""
        return MeansQuestion([*self._means.told, None], self._means.of(scene))

    def nearest_cue(self, means: Means, scene: Scene) -> MeansCue:
        """The word that shows with what it was done."""
        return self._means.nearest_cue(means, scene.start)

    def status(self, figure: FigureValue, chosen: Mention) -> list[str]:
        """What holds of a chosen actor, whichever status it has."""
        sentence = self.sentences[sentence_at(self.sentences, chosen.start)]
        return status_facts(figure, chosen, self.sides[chosen.group], sentence, self.discourse)

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """What all mentions of each actor tell of it, by its group."""
        return sides(self.mentions)


class Actors(Component):
    """Fills in the slots of the actor and the means of ``span._.figure``, and their evidence.

    Args:
        words: the words and rules.
        decisions: a folder of weights of one's own, which go before the shipped ones; None for those alone.
    """

    def __init__(self, words: Words = SHIPPED, decisions: str | None = None) -> None:
        super().__init__(words)
        self._finder = Mentions(words, Gazetteer(words).country_of_demonym)
        self._forces, self._faces = Forces(words), Faces(words)
        self.scorer = load_scorer("actors", decisions)
        self.means = load_scorer("means", decisions)
        self.statuses = load_scorer("statuses", decisions)

    def annotate(self, doc: Doc) -> Doc:
        """Tell who did it to the figures of a Doc, and how."""
        story = self.story(doc)
        if story is None:
            return doc
        for span, scene in zip(doc.spans[FIGURES], story.scenes, strict=True):
            if scene is not None:
                figure: FigureValue = value_on(span, "figure").copy()
                self._tell_actor(story, scene, figure)
                self._tell_means(story, scene, figure)
                put_on(span, "figure", figure)
        return doc

    def story(self, doc: Doc) -> Story | None:
        """What there is to choose from in a Doc; None where nobody is behind any of its figures."""
        figures = values_of(doc, FIGURES)
        if not any(scenes_of(figures)):
            return None
        return Story(doc, self._finder, self.words)

    def reasons(self, doc: Doc) -> dict[str, Reasons]:
        """For each figure of a Doc, by its key, why its actor is chosen; for a Doc as it was before."""
        story, found = self.story(doc), {}
        for figure, scene in zip(story.figures, story.scenes, strict=True) if story is not None else ():
            if story is not None and scene is not None:
                question = story.actor(scene)
                faces = [self._face(story, question, at) for at in range(len(question.indices))]
                written = [_written(story.text, story.mentions[question.indices[at]]) for at in faces]
                found[figure["key"]] = self.scorer.explained(question.candidates, question.groups, [*written, None])
        return found

    def choose(self, story: Story, question: ActorQuestion) -> Choice:
        """Who did it: the candidate by which the most probable actor is best told, the last for «nobody»."""
        choice = self.scorer.choose(question.candidates, question.groups)
        if choice.index == len(question.indices):
            return choice
        return replace(choice, index=self._face(story, question, choice.index))

    def _face(self, story: Story, question: ActorQuestion, at: int) -> int:
        group, mentions = question.groups[at], [story.mentions[one] for one in question.indices]
        own = [(place, one) for place, one in enumerate(mentions) if one.group == group]
        return self._faces.best(at, own, lambda place: self.scorer.score(question.candidates[place]))

    def _tell_actor(self, story: Story, scene: Scene, figure: FigureValue) -> None:
        question = story.actor(scene)
        choice = self.choose(story, question)
        if choice.index == len(question.indices):
            return
        one = story.mentions[question.indices[choice.index]]
        figure["actor"] = _written(story.text, one)
        figure["actor_canonical"], figure["actor_id"] = self._forces.known(one)
        figure["actor_type"] = _type(one, scene)
        figure["actor_confidence"] = confidence(choice.probability)
        prove(figure, "actor", told(one.start, one.end, ACTOR))
        prove(figure, "actor_type", inferred("head"))
        sure = sure_status(one, story.sides[one.group])
        status = sure or STATUSES[self.statuses.choose_value(STATUSES, story.status(figure, one)).index]
        figure["actor_status"] = status
        prove(figure, "actor_status", inferred(STATUS if sure is None else sure))

    def _tell_means(self, story: Story, scene: Scene, figure: FigureValue) -> None:
        question = story.means(scene)
        means = question.told[self.means.choose(question.candidates).index]
        if means is None:
            return
        figure["means"] = means
        cue = story.nearest_cue(means, scene)
        prove(figure, "means", told(cue.start, cue.end, MEANS))


def _known(doc: Doc) -> list[Known]:
    """The names of a Doc that may be of somebody who did it, those of countries included."""
    values: list[EntityValue] = [value for ent in doc.ents if (value := value_on(ent, "entity"))]
    return [
        Known(
            start=one["start"], end=one["end"], label=one["label"], canonical=one["canonical"],
            known_id=one["known_id"], kind=one["kind"], country=one["country"],
            type=TYPES.get(one["kind"]) if one["label"] == "ORG" else None,
        )
        for one in values
        if one["label"] != "LOC" or one["place_precision"] == "country"
    ]  # fmt: skip


def _written(text: str, one: Mention) -> str:
    return text[one.start : one.end]


def _type(one: Mention, scene: Scene) -> ActorType:
    """What an actor is; a state's authorities that arrest are its police."""
    return "police" if one.kind == "authority" and scene.impact == "detained" else one.type
