import pytest

from nlp_events.batch import Recipe, configuration
from nlp_events.batch.configuration import differences
from nlp_events.readers import ReadOptions


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
        (Recipe(), ReadOptions(published="2021-03-12"), "reading.published"),
        (Recipe(), ReadOptions(text_field="corps"), "reading.text_field"),
    ],
)
def test_what_changes_is_named(recipe, reading, name):
    (change,) = changes(recipe, reading)
    assert change.startswith(f"{name} was ")


def test_content_of_files_counts_and_not_their_names(tmp_path):
    for name, content in (("a.csv", "x"), ("b.csv", "x"), ("c.csv", "y")):
        (tmp_path / name).write_text(content)
    first = configuration(Recipe(aliases=str(tmp_path / "a.csv")), ReadOptions())
    assert changes(Recipe(aliases=str(tmp_path / "b.csv")), earlier=first) == []
    assert changes(Recipe(aliases=str(tmp_path / "c.csv")), earlier=first)


def test_content_of_folders_counts(tmp_path):
    (tmp_path / "places.yaml").write_text("a")
    first = configuration(Recipe(resources=str(tmp_path)), ReadOptions())
    (tmp_path / "places.yaml").write_text("b")
    assert changes(Recipe(resources=str(tmp_path)), earlier=first)[0].startswith("pipeline.resources")
