"""What is committed of the notebooks; that they run is nbmake's to test."""

import json

import pytest

PICTURES = {"01_quickstart": 0, "02_corpus": 3, "03_adapt": 0, "04_evaluate": 1}


def outputs(root, name):
    notebook = json.loads((root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1)), "run it from the top"
    return [output for cell in cells for output in cell["outputs"]]


@pytest.mark.parametrize("name", PICTURES)
def test_outputs_are_committed_with_their_pictures_and_without_errors(root, name):
    found = outputs(root, name)
    assert not [output for output in found if output["output_type"] == "error"]
    assert sum("image/png" in output.get("data", {}) for output in found) == PICTURES[name]


@pytest.mark.parametrize("name", ["01_quickstart", "03_adapt", "04_evaluate"])
def test_an_article_is_shown_in_colours(root, name):
    shown = ["".join(output.get("data", {}).get("text/html", "")) for output in outputs(root, name)]
    assert any('class="nlp-events"' in html for html in shown)


def test_every_notebook_is_named_here(root):
    assert {path.stem for path in (root / "notebooks").glob("*.ipynb")} == set(PICTURES)


def test_the_annotated_articles_are_the_dispatches(root):
    from nlp_events.scoring.annotated import read_annotated

    rows = read_annotated(root / "notebooks" / "annotated.jsonl")
    folder = root / "notebooks" / "dispatches"
    assert {row["doc_id"]: row["text"] for row in rows} == {
        path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")
    }
    for row in rows:
        assert all(row["text"][one["start"] : one["end"]] == one["text"] for one in row["events"])
