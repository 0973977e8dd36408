"""Every file of language resources and what reads it, for a check before any article is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nlp_events.errors import ResourceError
from nlp_events.resources.causes import load_causes
from nlp_events.resources.certainty import load_certainty
from nlp_events.resources.dates import load_dates
from nlp_events.resources.entities import Demonym, PlaceWords, load_organisations, load_places, load_words
from nlp_events.resources.figures import load_figures
from nlp_events.resources.happenings import load_happenings
from nlp_events.resources.language import language_resource
from nlp_events.resources.links import load_links
from nlp_events.resources.loader import SHIPPED, WORDS, load_table, load_yaml, resource_path, word_classes
from nlp_events.resources.merging import load_merging
from nlp_events.resources.numerals import load_numerals
from nlp_events.resources.places import load_place_words
from nlp_events.resources.scoring import load_scoring
from nlp_events.resources.sources import load_sources
from nlp_events.resources.times import load_times
from nlp_events.resources.zones import load_zones
from nlp_events.text.sentences import SentenceResources

LAYERS: dict[str, Callable[[str | None], object]] = {
    "armed_groups.csv": load_organisations,
    "causes.yaml": load_causes,
    "certainty.yaml": load_certainty,
    "dates.yaml": load_dates,
    "demonyms.csv": lambda folder: load_table(Demonym, "demonyms.csv", folder),
    "entities.yaml": load_words,
    "figures.yaml": load_figures,
    "gazetteer.yaml": lambda folder: load_yaml(PlaceWords, "gazetteer.yaml", folder),
    "happenings.yaml": load_happenings,
    "language.yaml": language_resource,
    "links.yaml": load_links,
    "merging.yaml": load_merging,
    "numerals.yaml": load_numerals,
    "organisations.csv": load_organisations,
    "places.csv": load_places,
    "places_of_figures.yaml": load_place_words,
    "scoring.yaml": load_scoring,
    "sentences.yaml": lambda folder: load_yaml(SentenceResources, "sentences.yaml", folder),
    "sources.yaml": load_sources,
    "times.yaml": load_times,
    WORDS: word_classes,
    "zones.yaml": load_zones,
}
"""Name of a file, or of the folder of words → the function that reads and validates it."""


def problems(folder: str) -> list[ResourceError]:
    """What is wrong with a folder of language resources, each problem once.

    Args:
        folder: a folder whose files replace the shipped ones; files it does not hold are taken from the package.

    Returns:
        One error for each file that nothing reads or that is not valid.

    Raises:
        ResourceError: there is no such folder.
    """
    resource_path("", folder)
    found = (*_unread(folder), *_refused(folder))
    return list({str(error): error for error in found}.values())


def _unread(folder: str) -> Iterator[ResourceError]:
    words = {path.name for path in (SHIPPED / WORDS).iterdir()}
    own = [path for path in sorted(Path(folder, WORDS).glob("*")) if path.name not in words]
    for path in (*sorted(Path(folder).iterdir()), *own):
        if path.name not in LAYERS:
            yield ResourceError(
                str(path), "", "no component reads a file of this name.", "Take the name of a shipped one."
            )


def _refused(folder: str) -> Iterator[ResourceError]:
    for load in LAYERS.values():
        error = _error_of(load, folder)
        if error is not None:
            yield error


def _error_of(load: Callable[[str], object], folder: str) -> ResourceError | None:
    try:
        load(folder)
    except ResourceError as error:
        return error
    return None
