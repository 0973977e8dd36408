"""The commands that show and score results."""

import base64
import gzip
import json
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "nlp_events.cli"]


def run(*arguments, **options):
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, timeout=120, check=False, **options)  # noqa: S603


@pytest.fixture(scope="module")
def records(samples, tmp_path_factory):
    """The results of the sample articles with their texts."""
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    assert run("extract", samples, "--with-text", "-o", path).returncode == 0
    return path


class TestReport:
    def test_is_a_page_with_all_results(self, records, tmp_path):
        out = tmp_path / "r.html"
        done = run("report", records, "-o", out, "--lang", "fr", "--title", "Tolls <2021>")
        assert done.returncode == 0, done.stderr
        assert b"8 articles" in done.stderr
        html = out.read_text(encoding="utf-8")
        assert '<html lang="fr">' in html
        assert "Tolls &lt;2021&gt;" in html
        data = html.split('id="data">')[1].split("</script>")[0]
        assert b"attentat-kaboul.txt" in gzip.decompress(base64.b64decode(data))

    def test_results_come_from_standard_input_and_go_to_standard_output(self, records):
        done = run("report", "-", "-o", "-", input=records.read_bytes())
        assert done.returncode == 0
        assert done.stdout.startswith(b"<!DOCTYPE html>")

    def test_a_broken_line_is_told_and_the_rest_is_shown(self, records, tmp_path):
        broken = tmp_path / "broken.jsonl"
        broken.write_bytes(records.read_bytes() + b'{"doc_id": "half\n{"doc_id": "other", "x": 1}\n')
        done = run("report", broken, "-o", tmp_path / "r.html")
        assert done.returncode == 1
        assert b"broken.jsonl:9: " in done.stderr
        assert b"broken.jsonl:10: " in done.stderr
        assert (tmp_path / "r.html").exists()

    def test_incidents_are_known_by_their_shape(self, records, tmp_path):
        from nlp_events.writers import from_dict
        from tests.synthetic import incident

        rows = [from_dict(json.loads(line)) for line in records.read_text(encoding="utf-8").splitlines()]
        told = tmp_path / "incidents.jsonl"
        told.write_text(json.dumps(incident(rows[5].events[:2])) + "\n", encoding="utf-8")
        for arguments in ([records, told], [records, "--incidents", told]):
            done = run("report", *arguments, "-o", tmp_path / "r.html", "--overwrite")
            assert done.returncode == 0, done.stderr
            assert b"1 incidents" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["missing.jsonl"], b"there is no such file"),
            (["{records}", "--lang", "de"], b"Take one of: en, fr"),
            (["{records}", "-o", "no/such/folder/r.html"], b"cannot be written"),
            (["{samples}"], b"cannot be read"),
        ],
    )
    def test_what_cannot_be_done_is_told(self, records, samples, tmp_path, arguments, words):
        names = {"{records}": str(records), "{samples}": str(samples)}
        done = run("report", *[names.get(one, one) for one in arguments], cwd=tmp_path)
        assert done.returncode == 2
        assert words in done.stderr
        assert b"Traceback" not in done.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_file_without_results_is_refused(self, tmp_path):
        empty = tmp_path / "empty.jsonl"
        empty.write_text("\n")
        done = run("report", empty, "-o", tmp_path / "r.html")
        assert done.returncode == 2
        assert b"holds no result" in done.stderr


@pytest.fixture(scope="module")
def judged(records, tmp_path_factory):
    """Judgements of every record of two articles, and of one record of a third."""
    said = []
    rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    for row in rows[:2]:
        said += [{"doc_id": row["doc_id"], "event_id": one["event_id"], "verdict": "right"} for one in row["events"]]
    said[0] |= {"verdict": "wrong"}
    said[1] |= {"verdict": "amended", "changes": {"place": "Kidal"}}
    said.append({"doc_id": rows[2]["doc_id"], "event_id": rows[2]["events"][0]["event_id"], "verdict": "right"})
    path = tmp_path_factory.mktemp("judged") / "judgements.json"
    path.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": said}))
    return path, said


class TestScore:
    def test_judgements_give_precision_by_impact_and_slot(self, records, judged):
        path, said = judged
        done = run("score", records, "--judgements", path)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.decode().splitlines()
        assert lines[0].split() == ["figures", "by", "impact", "precision", "95", "%", "interval", "right"]
        assert lines[1].endswith(f"{len(said) - 1} of {len(said)}")
        as_json = json.loads(run("score", records, "--judgements", path, "--json").stdout)
        assert as_json["slots"]["place"]["right"] == as_json["slots"]["place"]["of"] - 1

    def test_a_figure_that_was_missed_is_told_and_becomes_gold(self, records, tmp_path):
        row = json.loads(records.read_text(encoding="utf-8").splitlines()[0])
        said = [{"doc_id": row["doc_id"], "event_id": one["event_id"], "verdict": "right"} for one in row["events"]]
        figure = {"doc_id": row["doc_id"], "start": 0, "end": 7, "text": row["text"][:7], "impact": "missing", "min": 2}
        path = tmp_path / "judgements.json"
        path.write_text(
            json.dumps({"format": "nlp-events judgements", "judgements": said, "missed": [figure]}), encoding="utf-8"
        )
        done = run("score", records, "--judgements", path)
        assert done.returncode == 0, done.stderr
        assert b"1 figures were missed, which precision does not count" in done.stderr
        gold = tmp_path / "gold.jsonl"
        assert run("gold", records, "--judgements", path, "-o", gold).returncode == 0
        scored = json.loads(run("score", gold, records, "--json").stdout)
        assert (scored["tallies"]["figures"]["missed"], scored["tallies"]["figures"]["extra"]) == (1, 0)

    def test_gold_of_judgements_can_be_scored_against(self, records, judged, tmp_path):
        path, _ = judged
        gold = tmp_path / "gold.jsonl"
        done = run("gold", records, "--judgements", path, "-o", gold)
        assert done.returncode == 1
        assert b"some of its records are not judged" in done.stderr
        assert b"2 annotated articles" in done.stderr
        scored = run("score", gold, records, "--errors", 9)
        assert scored.returncode == 0, scored.stderr
        assert b"articles: 2, without a result: 0" in scored.stdout
        assert "expected Kidal" in scored.stdout.decode()
        assert "extra: «" in scored.stdout.decode()
        as_json = json.loads(run("score", gold, records, "--json").stdout)
        assert as_json["tallies"]["figures"]["extra"] == 1
        assert as_json["tallies"]["figures"]["missed"] == 0

    def test_gold_of_our_own_is_scored(self, root, tmp_path):
        gold = root / "tests" / "gold" / "articles.jsonl"
        few = tmp_path / "few.jsonl"
        few.write_text("".join(gold.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
        out = tmp_path / "out.jsonl"
        assert run("extract", few, "-o", out, "-q").returncode == 0
        found = json.loads(run("score", few, out, "--json").stdout)
        assert found["articles"] == 4
        assert found["tallies"]["figures"]["f"] > 0.6

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["score", "{records}"], b"give GOLD and RESULTS"),
            (["score", "{records}", "{records}", "--judgements", "x"], b"give GOLD and RESULTS"),
            (["score", "none.jsonl", "{records}"], b"there is no such file"),
            (["score", "{records}", "--judgements", "{records}"], b"cannot be read as JSON"),
            (["gold", "{records}", "--judgements", "none.json"], b"there is no such file"),
        ],
    )
    def test_what_cannot_be_done_is_told(self, records, tmp_path, arguments, words):
        done = run(*[one.replace("{records}", str(records)) for one in arguments], cwd=tmp_path)
        assert done.returncode == 2
        assert words in done.stderr
        assert b"Traceback" not in done.stderr
