"""Component ``nlp_events_times``: when it happened to them, and which time a figure speaks of."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.extensions import DATES, FIGURES, ZoneMap, text_of
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.text.when import (
    Moment,
    is_dateline,
    is_found_later,
    is_pluperfect,
    nearest_date,
    own_date,
    record_date,
    scope_of,
    since_start,
    story_date,
)
from nlp_events.values import DateValue, FigureValue

# The news stands in the first sentences of an article; later days are mostly of other happenings.
LEAD_SENTENCES = 6


class Times:
    """Fills in ``date`` and ``scope`` of ``span._.figure`` and their evidence.

    Args:
        resources: a folder of language resources, None for the shipped ones.
    """

    def __init__(self, resources: str | None = None) -> None:
        self.directory = resources

    def __call__(self, doc: Doc) -> Doc:
        """Date the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        folded = fold(text)
        zones = ZoneMap(doc)
        dates = [
            one._.date_value
            for one in doc.spans.get(DATES, ())
            if not is_dateline(folded, one._.date_value, self.directory) and zones.at(one.start_char) != "related"
        ]
        sentences = [one for one in split_sentences(text, self.directory) if zones.at(one[0]) != "related"]
        story = story_date(folded, dates, sentences[:LEAD_SENTENCES], self.directory)
        published = (doc._.article or {}).get("published")
        figures: dict[str, FigureValue] = {}
        for span in spans:
            figure = span._.figure.copy()
            self._date(folded, figure, dates, sentences, story, published)
            figures[figure["key"]] = figure
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and "date" not in figure["evidence"]:
                figure["date"], figure["scope"] = whole["date"], whole["scope"]
            span._.figure = figure
        return doc

    def _date(  # noqa: PLR0913 - everything that the date of one figure hangs on
        self,
        folded: str,
        figure: FigureValue,
        dates: list[DateValue],
        sentences: list[tuple[int, int]],
        story: DateValue | None,
        published: str | None,
    ) -> None:
        moment = Moment(
            sentence=(figure["sentence_start"], figure["sentence_end"]),
            start=figure["start"],
            end=figure["end"],
            trigger=(figure["trigger_start"], figure["trigger_end"]),
            published=published,
        )
        own = nearest_date(folded, dates, moment, self.directory)
        if own is not None and story is not None and is_found_later(folded[slice(*moment.trigger)], self.directory):
            own = None
        figure["scope"] = scope_of(folded, own, moment, self.directory)
        since = since_start(folded, dates, moment.sentence, self.directory)
        if since is not None:
            figure["date"] = since
        elif own is not None:
            figure["date"] = own_date(folded, own, figure["impact"], self.directory)
            figure["evidence"] = {**figure["evidence"], "date": [own["start"], own["end"]]}
        elif figure["scope"] == "event" and figure["certainty"] != "possible":
            # What is feared has no day yet, unless its own sentence gives one.
            inherited = self._before(folded, dates, sentences, moment) or story
            figure["date"] = record_date(inherited) if inherited is not None else None
            if inherited is not None and is_pluperfect(folded, moment.sentence, self.directory):
                figure["scope"] = scope_of(folded, inherited, moment, self.directory)

    def _before(
        self, folded: str, dates: list[DateValue], sentences: list[tuple[int, int]], moment: Moment
    ) -> DateValue | None:
        """The nearest date of a happening before the figure in its paragraph, at most three sentences back."""
        at = sentence_at(sentences, moment.sentence[0]) if sentences else 0
        line = folded.rfind("\n", 0, moment.sentence[0]) + 1
        for start, end in reversed(sentences[max(0, at - 3) : at]):
            if start < line:
                break
            previous = Moment(sentence=(start, end), start=end, end=end, trigger=(end, end), published=moment.published)
            found = nearest_date(folded, dates, previous, self.directory)
            if found is None:
                continue
            scope = scope_of(folded, found, previous, self.directory)
            if scope == "event" or is_pluperfect(folded, moment.sentence, self.directory):
                return found
        return None
