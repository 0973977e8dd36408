"""Component ``nlp_events_times``: when it happened to them, and which time a figure speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import DATES, FIGURES, ZoneMap, discourse_of, text_of
from nlp_events.layers.times.rules import (
    Moment,
    is_before,
    is_dateline,
    is_found_later,
    is_pluperfect,
    nearest_date,
    own_date,
    past_date,
    record_date,
    scope_of,
    since_start,
    story_date,
)
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import inferred, prove, span_of, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import DateValue, FigureValue

# The news stands in the first sentences of an article; later days are mostly of other happenings.
LEAD_SENTENCES = 6


class Times(Component):
    """Fills in ``date`` and ``scope`` of ``span._.figure`` and their evidence.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Date the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        article = self._article(doc)
        figures: dict[str, FigureValue] = {}
        for span in spans:
            figure = span._.figure.copy()
            self._date(article, figure)
            figures[figure["key"]] = figure
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and span_of(figure, "date") is None:
                figure["date"], figure["scope"] = whole["date"], whole["scope"]
                prove(figure, "scope", inferred("whole"))
                if figure["date"] is not None:
                    prove(figure, "date", inferred("whole"))
            span._.figure = figure
        return doc

    def _article(self, doc: Doc) -> _Article:
        text = text_of(doc)
        folded = fold(text)
        zones, discourse = ZoneMap(doc), discourse_of(doc)
        dates = [
            one._.date_value
            for one in doc.spans.get(DATES, ())
            if not is_dateline(folded, one._.date_value, discourse) and zones.at(one.start_char) != "related"
        ]
        sentences = [one for one in split_sentences(text, self.words) if zones.at(one[0]) != "related"]
        return _Article(
            folded=folded,
            dates=dates,
            days=[one for one in dates if not record_date(one).endswith("/..")],
            sentences=sentences,
            story=story_date(folded, dates, sentences[:LEAD_SENTENCES], discourse, self.words),
            published=(doc._.article or {}).get("published"),
            discourse=discourse,
        )

    def _date(self, article: _Article, figure: FigureValue) -> None:
        folded, story = article.folded, article.story
        moment = Moment(
            sentence=(figure["sentence_start"], figure["sentence_end"]),
            start=figure["start"],
            end=figure["end"],
            trigger=(figure["trigger_start"], figure["trigger_end"]),
            published=article.published,
        )
        own = nearest_date(folded, article.dates, moment, article.discourse, self.words)
        if own is not None and story is not None and not is_before(own, story):
            own = None if is_found_later(folded[slice(*moment.trigger)], self.words) else own
        figure["scope"], rule = scope_of(folded, own, moment, article.discourse, self.words)
        prove(figure, "scope", inferred(rule))
        since = since_start(folded, article.dates, moment.sentence, self.words)
        if since is not None:
            figure["date"] = since
            prove(figure, "date", inferred("since_start"))
        elif own is not None:
            written = own_date(folded, own, figure["impact"], self.words)
            happened = figure["certainty"] == "asserted"
            figure["date"] = past_date(folded, own, written, article.published) if happened else written
            prove(figure, "date", told(own["start"], own["end"], "nearest"))
        elif figure["scope"] == "event" and figure["certainty"] != "possible" and not self._of_list(article, figure):
            # What is feared has no day yet, unless its own sentence gives one.
            before = self._before(article, moment)
            inherited = before or story
            figure["date"] = record_date(inherited) if inherited is not None else None
            if inherited is not None:
                rule = "sentence_before" if before is not None else "story"
                prove(figure, "date", inferred(rule))
            if inherited is not None and is_pluperfect(moment.sentence, article.discourse):
                figure["scope"], rule = scope_of(folded, inherited, moment, article.discourse, self.words)
                prove(figure, "scope", inferred(rule))

    def _of_list(self, article: _Article, figure: FigureValue) -> bool:
        """Date a figure in a line of a list by the line above the list, False where that has no date."""
        line = article.discourse.at("list_line", article.folded.rfind("\n", 0, figure["start"]) + 1)
        if line is None:
            return False
        start, end = line["parts"]["heading"]
        moment = Moment(sentence=(start, end), start=end, end=end, trigger=(end, end), published=article.published)
        found = nearest_date(article.folded, article.dates, moment, article.discourse, self.words)
        if found is None:
            return False
        figure["date"] = own_date(article.folded, found, figure["impact"], self.words)
        figure["scope"], rule = scope_of(article.folded, found, moment, article.discourse, self.words)
        prove(figure, "scope", inferred(rule))
        prove(figure, "date", inferred("list_heading"))
        return True

    def _before(self, article: _Article, moment: Moment) -> DateValue | None:
        """The nearest date of a happening before the figure in its paragraph, at most three sentences back."""
        folded, sentences = article.folded, article.sentences
        at = sentence_at(sentences, moment.sentence[0]) if sentences else 0
        line = folded.rfind("\n", 0, moment.sentence[0]) + 1
        for start, end in reversed(sentences[max(0, at - 3) : at]):
            if start < line:
                break
            previous = Moment(sentence=(start, end), start=end, end=end, trigger=(end, end), published=moment.published)
            # «ont libéré vendredi 22 otages retenus depuis trois semaines»: what follows is of Friday.
            found = nearest_date(folded, article.days, previous, article.discourse, self.words)
            found = found or nearest_date(folded, article.dates, previous, article.discourse, self.words)
            if found is None:
                continue
            scope, _ = scope_of(folded, found, previous, article.discourse, self.words)
            if scope == "event" or is_pluperfect(moment.sentence, article.discourse):
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """What the dates of an article's figures hang on.

    ``days`` are the dates without those that begin an interval still open, ``story`` is the day of the news.
    """

    folded: str
    dates: list[DateValue]
    days: list[DateValue]
    sentences: list[tuple[int, int]]
    story: DateValue | None
    published: str | None
    discourse: Discourse
