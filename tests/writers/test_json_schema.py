"""What is written is held to its schema, and the schema to what was said to be written before."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from nlp_events.cli.app import APP
from nlp_events.incident_files import to_dict as incident_dict
from nlp_events.merging import incidents
from nlp_events.pipeline import process
from nlp_events.readers import read
from nlp_events.values import Article, ArticleResult
from nlp_events.writers import to_dict
from nlp_events.writers.formats import read_results, write_results
from nlp_events.writers.json_schema import SCHEMAS, VERSION, schema_of

WRITTEN = Path(__file__).with_name("written.txt")
"""The version, and every field with its type: what those who read the output rely on."""


def checked(what):
    schema = schema_of(what)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def results(nlp, samples):
    articles = list(read([samples]))
    bad = [Article(doc_id="vide", text=""), Article(doc_id="teaser", text="Deux morts à Gao.\n\nLire aussi\nUn mort.")]
    missing = ArticleResult(doc_id="x", title=None, published=None, status="missing", error="x: there is no such file.")
    return list(process([*articles, *bad, missing], nlp))


def written(data):
    """As it is in a file."""
    return json.loads(json.dumps(data))


@pytest.mark.parametrize("with_text", [False, True])
def test_every_line_of_articles_is_as_the_schema_says(results, with_text):
    schema = checked("article")
    for result in results:
        schema.validate(written(to_dict(result, with_text=with_text)))


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".sqlite"])
def test_what_other_formats_hold_is_too(results, ending, tmp_path):
    schema = checked("article")
    path = tmp_path / f"records{ending}"
    write_results(results, path)
    rows = [written(to_dict(result)) for result in read_results(path)]
    assert rows
    for row in rows:
        schema.validate(row)


def test_every_line_of_incidents_is_as_the_schema_says(results, root, nlp):
    schema = checked("incident")
    told = list(incidents([*results, *process(read([root / "notebooks" / "dispatches"]), nlp)]))
    assert any(len(one.articles) > 1 for one in told)
    for incident in told:
        schema.validate(written(incident_dict(incident)))


@pytest.mark.parametrize(
    "change",
    [
        {"status": None},
        {"more": 1},
        {"entities": [{"text": "Gao"}]},
        {"dates": [{"text": "lundi", "start": 0, "end": 5, "value": 3}]},
        {"events": [{"impact": "killed"}]},
        {"doc_id": 3},
    ],
)
def test_what_is_none_is_refused(results, change):
    row = written(to_dict(results[0])) | change
    with pytest.raises(jsonschema.ValidationError):
        checked("article").validate(row)


def test_a_wrong_word_in_a_record_is_refused(results):
    row = written(to_dict(next(result for result in results if result.events)))
    row["events"][0]["impact"] = "dead"
    with pytest.raises(jsonschema.ValidationError, match="dead"):
        checked("article").validate(row)


def fields(schema, part, path):
    """«path type» of every field; names of choices in their order."""
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    if "properties" in part:
        for name, one in part["properties"].items():
            mark = "" if name in part.get("required", ()) else "?"
            yield from fields(schema, one, f"{path}.{name}{mark}")
    elif "items" in part:
        yield from fields(schema, part["items"], f"{path}[]")
    elif "additionalProperties" in part and isinstance(part["additionalProperties"], dict):
        yield from fields(schema, part["additionalProperties"], f"{path}{{}}")
    else:
        yield f"{path} {kind(part)}"


def kind(part):
    if "anyOf" in part:
        return " | ".join(kind(one) for one in part["anyOf"])
    return " ".join(part["enum"]) if "enum" in part else part.get("type", "")


def test_what_is_written_has_the_number_of_its_version():
    """Where this fails, the output has changed: raise VERSION, and write the lines below to written.txt."""
    lines = [f"version {VERSION}"]
    for what in SCHEMAS:
        schema = schema_of(what)
        lines += fields(schema, schema, what)
    assert WRITTEN.read_text(encoding="utf-8").splitlines() == lines


@pytest.mark.parametrize("what", SCHEMAS)
def test_the_command_prints_it(what):
    done = CliRunner().invoke(APP, ["schema", what])
    assert done.exit_code == 0
    assert json.loads(done.output) == schema_of(what)
    assert json.loads(done.output)["$id"] == f"urn:nlp-events:{what}:{VERSION}"
