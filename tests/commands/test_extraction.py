"""Runs of the command, from its first start to its last resume."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.batch.made import made_articles

COMMAND = [sys.executable, "-m", "nlp_events.cli"]
COUNT = 120
ENGLISH = "The explosion killed twelve people and wounded thirty others in the city on Wednesday, the police said. " * 3


def run(*arguments):
    return subprocess.run(  # noqa: S603
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False
    )


def written(path, articles):
    with path.open("w", encoding="utf-8") as stream:
        for article in articles:
            row = {"doc_id": article.doc_id, "text": article.text, "published": article.published}
            stream.write(json.dumps(row) + "\n")
    return path


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    return written(tmp_path_factory.mktemp("in") / "in.jsonl", made_articles(COUNT))


@pytest.fixture(scope="module")
def peaceful(articles):
    """The output of a run that was left in peace."""
    out = articles.parent / "peace.jsonl"
    done = run("extract", articles, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


def test_two_processes_write_the_same_bytes(articles, peaceful, tmp_path):
    assert run("extract", articles, "-o", tmp_path / "out.jsonl", "--jobs", 2, "--max-seconds", 0).returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == peaceful.read_bytes()


@pytest.mark.parametrize("suffix", ["csv", "parquet", "sqlite", "xlsx", "geojson", "gexf"])
def test_a_format_holds_what_its_conversion_holds(articles, peaceful, tmp_path, suffix):
    first, second = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    assert run("extract", articles, "-o", first, "-j", 2).returncode == 0
    assert run("convert", peaceful, second).returncode == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_table_for_excel_and_what_describes_it(tmp_path):
    out, few = tmp_path / "out.csv", written(tmp_path / "in.jsonl", made_articles(3))
    options = ("--excel", "--datapackage")
    done = run("extract", few, "-o", out, *options)
    assert (done.returncode, f"{tmp_path / 'datapackage.json'}: describes out.csv" in done.stderr) == (0, True)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfdoc_id;title;")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["resources"][0]["dialect"]["delimiter"] == ";"
    assert run("extract", few, "-o", out, *options, "--resume").returncode == 0
    other = run("extract", few, "-o", out, "--resume")
    assert (other.returncode, "pipeline.excel was True, is False" in other.stderr) == (2, True)


@pytest.mark.parametrize(("name", "option"), [("o.xlsx", "--excel"), ("o.jsonl", "--datapackage"), ("-", "--excel")])
def test_options_of_tables_are_refused_of_others(articles, tmp_path, name, option):
    done = run("extract", articles, "-o", name if name == "-" else tmp_path / name, option)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a .csv" in done.stderr


def test_articles_that_are_added_are_all_that_is_done(articles, tmp_path):
    out, more = tmp_path / "out.jsonl", written(tmp_path / "in.jsonl", made_articles(COUNT // 2))
    assert run("extract", more, "-o", out).returncode == 0
    before = out.read_bytes()
    written(more, made_articles(COUNT))
    done = run("extract", more, "-o", out, "--resume")
    assert done.stderr.startswith(f"nlp-events: {COUNT} read, {COUNT} done, 0 failed")
    assert out.read_bytes().startswith(before)
    assert run("extract", more, "-o", tmp_path / "peace.jsonl").returncode == 0
    assert out.read_bytes() == (tmp_path / "peace.jsonl").read_bytes()


def test_another_confidence_is_another_configuration(peaceful, articles, tmp_path):
    done = run("extract", articles, "-o", peaceful, "--resume", "--min-confidence", "0.9")
    assert done.returncode == 2
    assert "pipeline.min_confidence was unset, is 0.9" in done.stderr
    few = written(tmp_path / "few.jsonl", made_articles(4))
    assert run("extract", few, "-o", tmp_path / "out.jsonl", "--min-confidence", "0.98").returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 4
    assert all(event["confidence"] >= 0.98 for row in rows for event in row["events"])


@pytest.mark.parametrize("least", ["1.2", "-1", "nan", "sure"])
def test_a_confidence_is_from_0_to_1(articles, least):
    done = run("extract", articles, "--min-confidence", least)
    assert done.returncode == 2
    assert "min-confidence" in done.stderr or "min_confidence is nan. Give a number from 0 to 1" in done.stderr
    assert done.stdout == ""


def test_another_configuration_is_refused(peaceful, articles):
    done = run("extract", articles, "-o", peaceful, "--resume", "--published", "2021-01-01")
    assert done.returncode == 2
    assert "reading.published was unset, is 2021-01-01" in done.stderr


def test_a_run_stops_at_an_error_when_asked_and_goes_on(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    for name, text in (("1", "Deux soldats ont été tués à Gao."), ("2", ENGLISH), ("3", "Trois morts à Bamako.")):
        (folder / f"{name}.txt").write_text(text)
    done = run("extract", folder, "-o", out, "--on-error", "stop")
    assert done.returncode == 1
    assert "2.txt: is not French" in done.stderr
    assert "stopped there" in done.stderr
    assert [json.loads(line)["doc_id"] for line in out.read_text().splitlines()] == ["1.txt"]
    (folder / "2.txt").write_text("Quatre morts à Gao.")
    assert run("extract", folder, "-o", out, "--on-error", "stop", "--resume").returncode == 0
    assert [json.loads(line)["status"] for line in out.read_text().splitlines()] == ["done"] * 3


def test_an_output_among_the_articles_is_none_of_them(tmp_path):
    (tmp_path / "a.txt").write_text("Deux soldats ont été tués à Gao.")
    for options in ([], ["--resume"], ["--overwrite"]):
        done = run("extract", tmp_path, "-o", tmp_path / "out.csv", *options)
        assert (done.returncode, "1 read, 1 done" in done.stderr) == (0, True), done.stderr
    done = run("extract", tmp_path, "-o", tmp_path / "out.csv")
    assert (done.returncode, "out.csv: is there already. Replace it with --overwrite" in done.stderr) == (2, True)


def test_a_link_to_the_output_is_no_article_either(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Deux soldats ont été tués à Gao.")
    (folder / "z.jsonl").symlink_to(tmp_path / "out.jsonl")  # there is no such file yet
    done = run("extract", folder, "-o", tmp_path / "out.jsonl")
    assert (done.returncode, "1 read, 1 done" in done.stderr) == (0, True), done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_an_interrupt_keeps_what_is_done(articles, tmp_path, suffix):
    many = written(tmp_path / "in.jsonl", made_articles(2_000))
    out = tmp_path / f"out.{suffix}"
    with subprocess.Popen(  # noqa: S603
        [*COMMAND, "extract", str(many), "-o", str(out), "--jobs", "2"], stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:  # fmt: skip
        journal = tmp_path / f".out.{suffix}.run" / "journal"
        while not (journal.exists() and journal.stat().st_size):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        message = process.communicate(timeout=60)[1].decode()
        assert process.returncode == 130
    kept = "what is done is kept, and the same command with --resume goes on from there"
    assert message == f"nlp-events: interrupted; {kept}\n"
    assert out.exists() == (suffix == "jsonl")
    done = run("extract", many, "-o", out)
    assert (done.returncode, "--resume, or start anew with --overwrite" in done.stderr) == (2, True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_device_that_is_full_is_told(articles):
    done = run("extract", articles, "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (
        2, "nlp-events: /dev/full: cannot be written (No space left on device). Name another output.\n",
    )  # fmt: skip
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(  # noqa: S603
            [*COMMAND, "extract", str(articles)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_convert_says_what_is_left_out(peaceful, tmp_path):
    done = run("convert", peaceful, tmp_path / "out.csv", "--to", "acled")
    assert done.returncode == 0
    assert "left out: disasters and accidents" in done.stderr
    assert run("convert", peaceful, tmp_path / "out.geojson").returncode == 0
    assert json.loads((tmp_path / "out.geojson").read_text())["features"]
    wrong = run("convert", peaceful, tmp_path / "out.jsonl", "--to", "acled")
    assert (wrong.returncode, "is a .csv file" in wrong.stderr) == (2, True)
