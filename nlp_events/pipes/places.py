"""Component ``nlp_events_places``: where it happened to them."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from nlp_events.extensions import FIGURES, ZONES
from nlp_events.text.folding import fold
from nlp_events.text.where import AT_DESTINATION, Name, Scene, place_of, role_of
from nlp_events.values import FigureValue, PlaceRole, Zone

# The lead: names this far into a text are likely those of the news itself.
LEAD = 600


class Places:
    """Fills in the place slots of ``span._.figure`` and their evidence.

    Args:
        resources: a folder of language resources, None for the shipped ones.
    """

    def __init__(self, resources: str | None = None) -> None:
        self.directory = resources

    def __call__(self, doc: Doc) -> Doc:
        """Place the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        names = self._names(doc)
        countries = Counter(name.country for name in names if name.country and name.role != "speaker")
        figures: dict[str, FigureValue] = {}
        for span in spans:
            figure = span._.figure.copy()
            self._place(doc, figure, names)
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and not self._is_own(figure):
                _copy_place(whole, figure)
            if figure["country"] is None and countries and figure["scope"] == "event":
                figure["country"] = max(sorted(countries), key=lambda code: countries[code])
            figures[figure["key"]] = figure
            span._.figure = figure
        return doc

    def _names(self, doc: Doc) -> list[Name]:
        folded = fold(doc.text)
        zones: list[tuple[int, int, Zone]] = [
            (one.start_char, one.end_char, one._.zone["zone"]) for one in doc.spans.get(ZONES, ())
        ]
        names = []
        for ent in doc.ents:
            entity = ent._.entity
            if ent.label_ != "LOC" or entity is None:
                continue
            zone: Zone = next((zone for start, end, zone in zones if start <= ent.start_char < end), "body")
            if zone == "related":
                continue
            names.append(
                Name(
                    start=ent.start_char, end=ent.end_char, canonical=entity["canonical"], country=entity["country"],
                    latitude=entity["latitude"], longitude=entity["longitude"], precision=entity["precision"],
                    zone=zone, role=role_of(folded, ent.start_char, ent.end_char, self.directory),
                )
            )  # fmt: skip
        return names

    @staticmethod
    def _place(doc: Doc, figure: FigureValue, names: list[Name]) -> None:
        scene = Scene(
            start=figure["start"],
            end=figure["end"],
            trigger=(figure["trigger_start"], figure["trigger_end"]),
            sentence=(figure["sentence_start"], figure["sentence_end"]),
            lead=LEAD,
            impact=figure["impact"],
            elsewhere=figure["scope"] == "background",
        )
        source = figure["evidence"].get("source")
        free = [name for name in names if not (source and source[0] <= name.start < source[1])]
        name = place_of(free, scene)
        if name is None:
            return
        figure["place"] = doc.text[name.start : name.end]
        figure["place_canonical"] = name.canonical
        figure["country"], figure["latitude"], figure["longitude"] = name.country, name.latitude, name.longitude
        figure["place_role"] = _role(figure, name)
        figure["evidence"] = {**figure["evidence"], "place": [name.start, name.end]}

    @staticmethod
    def _is_own(figure: FigureValue) -> bool:
        """Whether the place stands in the figure's own sentence, close by."""
        place = figure["evidence"].get("place")
        return place is not None and figure["sentence_start"] <= place[0] < figure["sentence_end"]


def _role(figure: FigureValue, name: Name) -> PlaceRole:
    if figure["flow"] is None:
        return "event"
    if figure["impact"] in AT_DESTINATION or name.role == "destination":
        return "destination"
    return "origin"


def _copy_place(whole: FigureValue, part: FigureValue) -> None:
    part["place"], part["place_canonical"], part["place_role"] = (
        whole["place"],
        whole["place_canonical"],
        whole["place_role"],
    )
    part["country"], part["latitude"], part["longitude"] = whole["country"], whole["latitude"], whole["longitude"]
    if "place" in whole["evidence"]:
        part["evidence"] = {**part["evidence"], "place": whole["evidence"]["place"]}
