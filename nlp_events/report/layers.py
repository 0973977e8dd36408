"""Every file of language resources and what reads it, for a check before any article is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import BaseModel

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.tables import (
    PLACE_TABLES,
    Demonym,
    DivisionWords,
    PlaceWords,
    load_organisations,
    load_places,
)
from nlp_events.layers.actors.model import load_actors
from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.certainty.model import load_certainty
from nlp_events.layers.dates.model import load_dates
from nlp_events.layers.discourse.model import load_discourse
from nlp_events.layers.entities.model import load_words
from nlp_events.layers.figures.model import load_figures
from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.layers.links.model import load_links
from nlp_events.layers.places.model import load_place_words
from nlp_events.layers.quantities.model import load_numerals
from nlp_events.layers.sources.model import load_sources
from nlp_events.layers.times.model import load_times
from nlp_events.layers.zones.model import load_zones
from nlp_events.merging.model import load_merging
from nlp_events.merging.named import NameResources
from nlp_events.scoring.model import load_scoring
from nlp_events.text.datelines import load_datelines
from nlp_events.text.language_model import language_resource
from nlp_events.text.reading_model import load_reading
from nlp_events.text.sentences import SentenceResources
from nlp_events.words.loader import FOLDER, WORDS
from nlp_events.words.store import Words, files_read
from nlp_events.words.wordings import models_in

BUILT_FROM = "persons.txt"
"""A table of the package is built from it; only we have it."""

LAYERS: dict[str, Callable[[Words], object]] = {
    "armed_groups.csv": load_organisations,
    "demonyms.csv": lambda words: words.table(Demonym, "demonyms.csv"),
    "divisions.yaml": lambda words: words.resource(DivisionWords, "divisions.yaml"),
    "gazetteer.yaml": lambda words: words.resource(PlaceWords, "gazetteer.yaml"),
    "language.yaml": language_resource,
    "layers/actors.yaml": load_actors,
    "layers/causes.yaml": load_causes,
    "layers/certainty.yaml": load_certainty,
    "layers/dates.yaml": load_dates,
    "layers/datelines.yaml": load_datelines,
    "layers/discourse.yaml": load_discourse,
    "layers/entities.yaml": load_words,
    "layers/figures.yaml": load_figures,
    "layers/happenings.yaml": load_happenings,
    "layers/links.yaml": load_links,
    "layers/places.yaml": load_place_words,
    "layers/quantities.yaml": load_numerals,
    "layers/sentences.yaml": lambda words: words.resource(SentenceResources, "layers/sentences.yaml"),
    "layers/sources.yaml": load_sources,
    "layers/times.yaml": load_times,
    "layers/zones.yaml": load_zones,
    "merging.yaml": load_merging,
    "merging_names.yaml": lambda words: words.resource(NameResources, "merging_names.yaml"),
    "organisations.csv": load_organisations,
    **dict.fromkeys(PLACE_TABLES, load_places),
    "reading.yaml": load_reading,
    "scoring.yaml": load_scoring,
    WORDS: lambda words: words.classes,
}
"""Name of a file, or of the folder of classes → what reads and validates it."""


def problems(folder: str) -> list[ResourceError]:
    """What is wrong with a folder of words, each problem once.

    Args:
        folder: a folder whose files are added to ours.

    Returns:
        One error for each file that nothing reads or that is not valid.

    Raises:
        ResourceError: there is no such folder, or a line of its ``words.csv`` is wrong.
    """
    words = Words(folder)
    found = (*_unread(folder), *_refused(words))
    return list({str(error): error for error in found}.values())


def _unread(folder: str) -> Iterator[ResourceError]:
    known = {*files_read(Path(folder)), *(Path(folder) / name for name in (WORDS, "layers"))}
    if Path(folder).resolve() == FOLDER:
        known.add(Path(folder) / WORDS / BUILT_FROM)
    for path in sorted(Path(folder).rglob("*")):
        if path not in known:
            yield ResourceError(
                str(path), "", "no component reads a file of this name.", "Take the name of a shipped one."
            )


def _refused(words: Words) -> Iterator[ResourceError]:
    for name, load in LAYERS.items():
        error = _error_of(name, load, words)
        if error is not None:
            yield error


def _error_of(name: str, load: Callable[[Words], object], words: Words) -> ResourceError | None:
    try:
        loaded = load(words)
    except ResourceError as error:
        return error
    return _twice(name, loaded) if isinstance(loaded, BaseModel) else None


def _twice(name: str, resource: BaseModel) -> ResourceError | None:
    """The error of a file that has two rules of one id: a record could not tell which of them made it."""
    ids = (getattr(model, "id", None) for _, model in models_in(resource))
    found = Counter(one for one in ids if isinstance(one, str))
    twice = next((one for one, times in found.items() if times > 1), None)
    if twice is None:
        return None
    return ResourceError(name, twice, "is the id of two rules.", "Give one of them another.")
