import re
from types import SimpleNamespace

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.causes.model import CauseResources
from nlp_events.layers.certainty.model import CertaintyResources
from nlp_events.layers.dates.model import DateResources
from nlp_events.layers.discourse.model import DiscourseResources
from nlp_events.layers.entities.model import EntityWords
from nlp_events.layers.figures.model import FigureResources
from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.layers.links.model import LinkResources
from nlp_events.layers.places.model import PlaceWordResources
from nlp_events.layers.quantities.model import Numerals
from nlp_events.layers.sources.model import SourceResources
from nlp_events.layers.times.model import TimeResources
from nlp_events.layers.zones.model import ZoneWords
from nlp_events.words import loader, parsed, store
from nlp_events.words.build_parsed import PACKAGE, file_bytes
from nlp_events.words.files import MOST_YAML, text_of, yaml_of
from nlp_events.words.loader import FOLDER
from nlp_events.words.parsed import SHIPPED_PARSED
from nlp_events.words.store import Words

LANGUAGE = FOLDER / "language.yaml"


def test_what_is_shipped_is_what_the_files_give() -> None:
    """After a change of a YAML file: ``python -m nlp_events.words.build_parsed``."""
    assert SHIPPED_PARSED.read_bytes() == file_bytes()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_shipped_file_is_found(path) -> None:
    assert parsed.parsed(text_of(path, MOST_YAML)) is not None


def test_the_value_is_the_callers_own() -> None:
    first = yaml_of(LANGUAGE)
    kept = yaml_of(LANGUAGE)
    first.clear()
    assert yaml_of(LANGUAGE) == kept != {}


def test_a_file_that_was_changed_is_read_as_yaml(tmp_path) -> None:
    path = tmp_path / "language.yaml"
    text = LANGUAGE.read_text(encoding="utf-8")
    path.write_text(f"{text}\nown: [1]\n", encoding="utf-8")
    assert parsed.parsed(path.read_text(encoding="utf-8")) is None
    assert yaml_of(path) == {**yaml_of(LANGUAGE), "own": [1]}
    path.write_text(f"{text}\n: [\n", encoding="utf-8")
    with pytest.raises(ResourceError):
        yaml_of(path)


MODELS = [
    (CauseResources, "layers/causes.yaml"),
    (CertaintyResources, "layers/certainty.yaml"),
    (DateResources, "layers/dates.yaml"),
    (DiscourseResources, "layers/discourse.yaml"),
    (EntityWords, "layers/entities.yaml"),
    (FigureResources, "layers/figures.yaml"),
    (HappeningResources, "layers/happenings.yaml"),
    (LinkResources, "layers/links.yaml"),
    (Numerals, "layers/quantities.yaml"),
    (PlaceWordResources, "layers/places.yaml"),
    (SourceResources, "layers/sources.yaml"),
    (TimeResources, "layers/times.yaml"),
    (ZoneWords, "layers/zones.yaml"),
]


@pytest.mark.parametrize(("model", "name"), MODELS)
def test_all_shipped_patterns_compile(model, name, tmp_path) -> None:
    """With a folder of a user's, though it holds nothing, each is tried."""
    assert Words(tmp_path).resource(model, name) == Words().resource(model, name)


def test_shipped_patterns_wait_until_they_are_used(tmp_path, monkeypatch) -> None:
    tried = []
    monkeypatch.setattr(loader, "re", SimpleNamespace(compile=tried.append, error=re.error))
    Words().resource(DiscourseResources, "layers/discourse.yaml")
    assert not tried
    Words(tmp_path).resource(DiscourseResources, "layers/discourse.yaml")
    assert tried
    tried.clear()
    monkeypatch.setattr(store, "is_parsed", lambda _: False)  # a file of the package that was changed
    Words().resource(DiscourseResources, "layers/discourse.yaml")
    assert tried


def test_without_the_file_all_is_read_as_yaml(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(parsed, "SHIPPED_PARSED", tmp_path / "none.jsonl")
    ready = yaml_of(LANGUAGE)
    parsed._lines.cache_clear()
    try:
        assert parsed.parsed(LANGUAGE.read_text(encoding="utf-8")) is None
        assert yaml_of(LANGUAGE) == ready
    finally:
        parsed._lines.cache_clear()
