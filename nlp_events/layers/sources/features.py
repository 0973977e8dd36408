"""What holds between a figure and those who speak in its article: the facts from which its source is chosen."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_events.layers.sources.model import load_sources
from nlp_events.layers.sources.rules import source_type
from nlp_events.layers.sources.voices import Span, Voice
from nlp_events.text.discourse import VOICE_BACK, VOICE_ON, Discourse
from nlp_events.text.layout import Layout, between, step
from nlp_events.text.stems import stem
from nlp_events.values import FigureValue
from nlp_events.words.store import Words

# Words of a speaker's name that are told, and the most that are counted.
_HEADS, _MANY = 4, 8
# Characters before a name and behind it in which words are looked for, and words behind it that are told.
_BEFORE, _BEHIND, _PLACED, _FOLLOWING = 20, 60, 3, 4
# Characters before a figure in which words speak for «nobody», and how many of them are told.
_LEADING, _LED = 40, 4
_WORD = re.compile(r"[^\W\d_]+'?")
# Marks that no name holds, unless it was cut wrong.
_MARKS = frozenset('«»"“”')


@dataclass(frozen=True, slots=True)
class _Scene:
    """A figure as its source sees it.

    ``sentence`` and ``line`` are the numbers of its own, ``states`` say how it is told («quoted», «conditional» …),
    ``ruled`` is the speaker whom wordings of attribution name, ``quoted`` whose words it is in, ``near`` which voices
    are in question, ``own`` how many of these are of its sentence.
    """

    figure: FigureValue
    sentence: int
    line: int
    states: Sequence[str]
    ruled: Span | None
    quoted: Sequence[int] | None
    near: Sequence[int]
    own: int


class SourceFacts:
    """The voices of an article, with what holds of each whatever the figure.

    Args:
        texts: the article's text as written, and folded.
        voices: those who speak in it, in text order.
        labels: the label of each name, by where it begins.
        sentences: [start, end) of its sentences.
        discourse: how it is told.
        figures: its figures, in text order.
        words: the words and rules.
    """

    def __init__(  # noqa: PLR0913 - what is known of an article
        self, texts: tuple[str, str], voices: Sequence[Voice], labels: Mapping[int, str], sentences: Sequence[Span],
        discourse: Discourse, figures: Sequence[FigureValue], words: Words,
    ) -> None:  # fmt: skip
        self._text, self._folded = texts
        self._voices, self._labels, self._discourse, self._words = voices, labels, discourse, words
        self._layout = Layout(self._folded, sentences)
        self._starts = [voice.start for voice in voices]
        self._sentence_of = [self._layout.sentence(start) for start in self._starts]
        self._counts = Counter(voice.group for voice in voices)
        self._figures = [figure["start"] for figure in figures]
        self._counting = {self._layout.sentence(start) for start in self._figures}
        self._conditional = load_sources(words).conditional.regex
        # Of most voices of a long text nobody asks.
        self._types: dict[int, str] = {}
        self._lasting: dict[int, list[str]] = {}

    def near(self, figure: FigureValue) -> range:
        """Which voices may be the source of a figure: those of the sentences around it."""
        here = self._layout.sentence(figure["start"])
        first = bisect_left(self._sentence_of, here - VOICE_BACK)
        return range(first, bisect_right(self._sentence_of, here + VOICE_ON))

    def of(self, figure: FigureValue, ruled: Span | None) -> list[list[str]]:
        """The facts of the voices near a figure, and behind them those of «nobody».

        Args:
            figure: the figure.
            ruled: [start, end) of the speaker whom wordings of attribution name, None where they name none.
        """
        scene = self._scene(figure, ruled)
        return [*(self._for(at, scene) for at in scene.near), self._none(scene)]

    def _scene(self, figure: FigureValue, ruled: Span | None) -> _Scene:
        here, near = self._layout.sentence(figure["start"]), self.near(figure)
        sentence = figure["sentence_start"], figure["sentence_end"]
        quotation = self._discourse.around("quotation", figure["start"])
        states = {
            "quoted": quotation is not None,
            "conditional": self._conditional.search(self._folded, *sentence) is not None,
            "goes on": bool(self._discourse.within("same_speaker", *sentence)), "title": figure["zone"] == "title",
            "first": here <= 1, "part": figure["part_of"] is not None,
        }  # fmt: skip
        return _Scene(
            figure, here, self._layout.line(figure["start"]), [name for name, true in states.items() if true], ruled,
            None if quotation is None else quotation["parts"].get("speaker"), near,
            sum(self._sentence_of[at] == here for at in near),
        )  # fmt: skip

    def _none(self, scene: _Scene) -> list[str]:
        """Facts of «nobody»."""
        figure, ruled, own = scene.figure, scene.ruled is not None, min(1, scene.own)
        before = sum(self._sentence_of[at] == scene.sentence - 1 for at in scene.near)
        facts = [
            "none", f"none own={min(3, scene.own)}", f"none ruled={ruled}", f"none scope={figure['scope']}",
            f"none impact={figure['impact']}", f"none voices={min(4, len(scene.near))}",
            f"none own={own} before={min(2, before)}",
        ]  # fmt: skip
        for state in scene.states:
            facts += [f"none {state}", f"none {state} ruled={ruled}", f"none {state} own={own}"]
        first = max(figure["sentence_start"], figure["start"] - _LEADING)
        leading = _WORD.findall(self._folded, first, figure["start"])[-_LED:]
        return [*facts, *sorted({f"none near={stem(word)}" for word in leading})]

    def _type(self, at: int) -> str:
        if at not in self._types:
            voice = self._voices[at]
            self._types[at] = source_type(self._folded[voice.start : voice.end], self._words)
        return self._types[at]

    def _alone(self, at: int) -> list[str]:
        """What a voice is, and the words around it, whatever the figure."""
        if at not in self._lasting:
            self._lasting[at] = [*self._named(self._voices[at], self._type(at)), *self._around(self._voices[at])]
        return self._lasting[at]

    def _named(self, voice: Voice, kind: str) -> Iterator[str]:
        piece, name = voice.piece, self._folded[voice.start : voice.end]
        words = _WORD.findall(name)
        label = next((self._labels[one] for one in range(voice.start, voice.end) if one in self._labels), "-")
        yield from (f"type={kind}", f"rule={piece['rule']}", f"kind={piece['kind']}", f"label={label}")
        yield from (f"words={min(_MANY, len(words))}", f"count={min(3, self._counts[voice.group])}")
        yield from (f"trait={trait}" for trait in piece["traits"])
        yield from (f"head={stem(word)}" for word in words[:_HEADS])
        yield from (f"opening={words[0] if words else '-'}", f"closing={stem(words[-1]) if words else '-'}")
        yield f"capital={self._text[voice.start].isupper()}"
        if not _MARKS.isdisjoint(name):
            yield "marks"

    def _around(self, voice: Voice) -> Iterator[str]:
        piece, rule = voice.piece, f"rule={voice.piece['rule']}"
        verb = piece["parts"].get("verb")
        yield f"verb={verb is not None}"
        if verb is not None:
            yield from (f"says={stem(word)}" for word in _WORD.findall(self._folded, *verb)[-1:])
        before = _WORD.findall(self._folded, max(0, voice.start - _BEFORE), voice.start)
        led = before[-1] if before else "-"
        yield from (f"led={led}", f"led={led} {rule}")
        behind = [stem(word) for word in _WORD.findall(self._folded, voice.end, voice.end + _BEHIND)]
        yield from (f"behind {place}={word}" for place, word in enumerate(behind[:_PLACED]))
        yield from (f"behind={word} {rule}" for word in behind[:_FOLLOWING])

    def _for(self, at: int, scene: _Scene) -> list[str]:
        """What holds of a voice for a figure."""
        voice, where = self._voices[at], f"at={self._where(at, scene)}"
        piece, rule, kind = voice.piece, f"rule={voice.piece['rule']}", f"type={self._type(at)}"
        facts = [
            *self._alone(at), where, f"{where} {rule}", f"{where} {kind}", f"{where} verb={'verb' in piece['parts']}",
            f"{where} scope={scene.figure['scope']}", f"{kind} impact={scene.figure['impact']}",
            *(f"{where} {state}" for state in scene.states), *(f"{where} trait={trait}" for trait in piece["traits"]),
        ]  # fmt: skip
        if scene.ruled is None:
            facts += ["unruled", f"unruled {where}", f"unruled {rule} {where}"]
        else:
            same = "ruled" if (voice.start, voice.end) == scene.ruled else "not ruled"
            facts += [same, f"{same} {where}", f"{same} {rule}", f"{same} {kind}"]
            if same != "ruled" and voice.is_over(*scene.ruled):
                facts.append("over ruled")
        if scene.quoted == [voice.start, voice.end]:
            facts.append("quotes it")
        if voice.is_over(scene.figure["start"], scene.figure["end"]):
            facts.append("overlaps")
        own = self._sentence_of[at] == scene.sentence
        return [*facts, *(self._within(voice, scene.figure) if own else self._away(at, scene))]

    def _where(self, at: int, scene: _Scene) -> str:
        """Where a voice stands, seen from the figure."""
        start, apart = self._starts[at], self._sentence_of[at] - scene.sentence
        if apart == 0:
            return "own after" if start >= scene.figure["start"] else "own before"
        return str(apart) if self._layout.line(start) == scene.line else f"{apart} line"

    def _within(self, voice: Voice, figure: FigureValue) -> Iterator[str]:
        """Facts of a voice in the figure's own sentence: what stands between."""
        behind = voice.start >= figure["start"]
        side = "after" if behind else "before"
        first, last = (figure["end"], voice.start) if behind else (voice.end, figure["start"])
        yield from between(self._folded[first:last], side)
        figures = bisect_left(self._figures, last) - bisect_right(self._figures, first)
        yield f"{side} figures={min(3, max(0, figures))}"
        voices = bisect_left(self._starts, max(first, last)) - bisect_left(self._starts, min(first, last))
        yield f"{side} voices={min(3, voices)}"

    def _away(self, at: int, scene: _Scene) -> Iterator[str]:
        """Facts of a voice in another sentence: how far, what stands between, whether it speaks last there."""
        sentence, here = self._sentence_of[at], scene.sentence
        apart = f"apart={step(sentence - here)}"
        first, last = min(sentence, here), max(sentence, here)
        nearer = bisect_left(self._sentence_of, last) - bisect_right(self._sentence_of, first)
        yield from (apart, f"{apart} nearer={min(2, nearer)}", f"{apart} counting={sentence in self._counting}")
        yield f"{apart} own={min(1, scene.own)}"
        beside = self._sentence_of[at + 1 : at + 2] == [sentence]
        opens = self._sentence_of[max(0, at - 1) : at] != [sentence]
        yield f"sibling={'last' if not beside else 'first' if opens else 'mid'}"
