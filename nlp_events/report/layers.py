"""Every file of language resources and what reads it, for a check before any article is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.tables import Demonym, PlaceWords, load_organisations, load_places
from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.certainty.model import load_certainty
from nlp_events.layers.dates.model import load_dates
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
from nlp_events.scoring.model import load_scoring
from nlp_events.text.language_model import language_resource
from nlp_events.text.sentences import SentenceResources
from nlp_events.words.loader import SHIPPED, WORDS, load_table, load_yaml, resource_path, word_classes

LAYERS: dict[str, Callable[[str | None], object]] = {
    "armed_groups.csv": load_organisations,
    "layers/causes.yaml": load_causes,
    "layers/certainty.yaml": load_certainty,
    "layers/dates.yaml": load_dates,
    "demonyms.csv": lambda folder: load_table(Demonym, "demonyms.csv", folder),
    "layers/entities.yaml": load_words,
    "layers/figures.yaml": load_figures,
    "gazetteer.yaml": lambda folder: load_yaml(PlaceWords, "gazetteer.yaml", folder),
    "layers/happenings.yaml": load_happenings,
    "language.yaml": language_resource,
    "layers/links.yaml": load_links,
    "merging.yaml": load_merging,
    "layers/quantities.yaml": load_numerals,
    "organisations.csv": load_organisations,
    "places.csv": load_places,
    "layers/places.yaml": load_place_words,
    "scoring.yaml": load_scoring,
    "layers/sentences.yaml": lambda folder: load_yaml(SentenceResources, "layers/sentences.yaml", folder),
    "layers/sources.yaml": load_sources,
    "layers/times.yaml": load_times,
    WORDS: word_classes,
    "layers/zones.yaml": load_zones,
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
    words = {f"{WORDS}/{path.name}" for path in (SHIPPED / WORDS).iterdir()}
    for path in sorted(Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name not in LAYERS and name not in words and name != "layers":
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
