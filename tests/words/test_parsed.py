import pytest

from nlp_events.errors import ResourceError
from nlp_events.words import parsed
from nlp_events.words.build_parsed import PACKAGE, file_bytes
from nlp_events.words.files import MOST_YAML, text_of, yaml_of
from nlp_events.words.loader import FOLDER
from nlp_events.words.parsed import SHIPPED_PARSED

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


def test_without_the_file_all_is_read_as_yaml(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(parsed, "SHIPPED_PARSED", tmp_path / "none.jsonl")
    ready = yaml_of(LANGUAGE)
    parsed._lines.cache_clear()
    try:
        assert parsed.parsed(LANGUAGE.read_text(encoding="utf-8")) is None
        assert yaml_of(LANGUAGE) == ready
    finally:
        parsed._lines.cache_clear()
