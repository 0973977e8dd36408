"""The commands that show and score results."""

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
        assert "attentat-kaboul.txt" in html

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
            done = run("report", *arguments, "-o", tmp_path / "r.html")
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
