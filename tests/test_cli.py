import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nlp_events.commands.running import exit_code, printable
from nlp_events.errors import NlpEventsError

COMMAND = [sys.executable, "-m", "nlp_events.cli"]
TEXT = "Deux soldats ont été tués mercredi à Gao, dans le nord du Mali, a annoncé l'armée malienne.\n"
ENGLISH = "The explosion killed twelve people and wounded thirty others in the city on Wednesday, the police said. " * 3


def run(*arguments, **options):
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, timeout=120, check=False, **options)  # noqa: S603


def rows(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A folder with one good article among all kinds of bad ones, and the run over it."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "2021-03-12-gao.txt").write_text(TEXT)
    (folder / "binary.txt").write_bytes(b"\x7fELF\x00\x00\x01")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "encoding.txt").write_bytes("Deux blessés évacués à Alépé, déjà.".encode() + b"\xe9\xff")
    (folder / "english.txt").write_text(ENGLISH)
    (folder / "half.jsonl").write_text(
        '{"doc_id": "half", "text": "Trois morts à Ki\n{"doc_id": "whole", "text": "' + TEXT[:-1] + '"}\n'
    )
    (folder / "huge.txt").write_text(TEXT * 56_000)
    out = folder.parent / "out.jsonl"
    return folder, out, run("extract", folder, folder / "missing.txt", "-o", out)


def test_bad_inputs_do_not_stop_the_run(mixed):
    _, out, done = mixed
    assert done.returncode == 1
    found = {row["doc_id"]: row for row in rows(out)}
    assert [doc_id for doc_id, row in found.items() if row["error"] is None] == ["2021-03-12-gao.txt", "whole"]
    assert len(found) == 9
    assert found["2021-03-12-gao.txt"]["published"] == "2021-03-12"
    assert found["2021-03-12-gao.txt"]["events"][0]["impact"] == "killed"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("encoding.txt", "UTF-8"),
        ("english.txt", "not French"),
        ("half.jsonl:1", "whole JSON"),
        ("huge.txt", "characters"),
        ("missing.txt", "no such file"),
    ],
)
def test_each_bad_input_has_one_clear_message(mixed, name, words):
    lines = mixed[2].stderr.decode().splitlines()
    (message,) = [line for line in lines if name in line]
    assert words in message
    assert message.startswith("nlp-events: ")
    assert "Traceback" not in message


def test_summary_is_one_line(mixed):
    assert mixed[2].stderr.decode().splitlines()[-1] == (
        "nlp-events: 9 read, 2 done, 7 failed "
        "(1 binary, 1 empty, 1 encoding, 1 json, 1 language, 1 long, 1 missing), 2 records"
    )
    assert mixed[2].stdout == b""


def test_all_fine_is_exit_0_and_quiet_is_quiet(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("extract", tmp_path / "a.txt", "--quiet", "--published", "2021-03-12")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["published"] == "2021-03-12"


def test_options_of_reading(tmp_path):
    table = tmp_path / "a.csv"
    row = f'7;2021-03-12;Gao;"{TEXT[:-1]}"\n'
    table.write_text(
        "num;jour;titre;corps\n" + row + row.replace("7;", "8;").replace("tués", "tuÃ©s").replace("Gao,", "Gao" * 99)
    )
    fields = ("--text-field", "corps", "--id-field", "num", "--date-field", "jour", "--title-field", "titre")
    done = run("extract", "-", *fields, "--stdin-format", "csv", "--max-chars", "200", input=table.read_bytes())
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["doc_id"], first["published"], first["title"], first["status"]) == ("7", "2021-03-12", "Gao", "done")
    assert (second["doc_id"], second["status"]) == ("8", "long")
    assert done.returncode == 1


@pytest.mark.parametrize("fixed", [False, True])
def test_garbled_text_is_told_or_mended(tmp_path, fixed):
    (tmp_path / "a.txt").write_text(TEXT.replace("tués", "tuÃ©s"))
    done = run("extract", tmp_path / "a.txt", *["--fix-encoding"] * fixed, "--with-text")
    assert json.loads(done.stdout)["text"] == (TEXT if fixed else TEXT.replace("tués", "tuÃ©s"))
    told = [line for line in done.stderr.decode().splitlines() if "--fix-encoding" in line]
    assert len(told) == (not fixed)
    assert all(line.startswith("nlp-events: ") and "a.txt" in line for line in told)


def test_standard_input_to_standard_output():
    done = run("extract", "-", "-o", "-", input=json.dumps({"doc_id": "a", "text": TEXT}).encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["doc_id"] == "a"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "INPUT"),
        (["extract", "a.txt", "--colour"], "--colour"),
        (["extract", "a.txt", "--jobs", "0"], "--jobs"),
        (["extract", "a.txt", "--published", "hier"], "YYYY-MM-DD"),
        (["extract", "-", "--stdin-format", "odp"], "odp: is no format"),
        (["extract", "a.txt", "-o", "no/such/folder/out.jsonl"], "no/such/folder/out.jsonl: cannot be written"),
        (["extract", "a.txt", "-o", "out.txt"], "has no known ending"),
        (["extract", "a.txt", "-o", "out.csv", "--with-text"], "no place for texts"),
        (["extract", "a.txt", "--resume"], "only a file can be resumed"),
        (["extract", "a.txt", "--on-error", "shout"], "--on-error"),
        (["convert", "a.jsonl", "a.csv"], "no such file"),
        (["convert", "a.jsonl", "a.csv", "--to", "shout"], "no layout 'shout'"),
        (["convert", "a.jsonl", "a.jsonl"], "is an input"),
        (["extract", "a.txt", "--base", "fr_core_news_none"], "python -m spacy download fr_core_news_none"),
        (["extract", "a.txt", "--words", "no/such/folder"], "no such folder"),
        (["extract", "a.txt", "--decisions", "no/such/folder"], "no such folder of decisions"),
        (["show", "a.txt", "--decisions", "."], "holds no learned decisions"),
        (["explain", "a.txt", "--decisions", "."], "holds no learned decisions"),
        (["shout"], "shout"),
        (["check", "no/such/folder"], "no such folder"),
    ],
)
def test_wrong_usage_is_exit_2(arguments, words, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_show_prints_the_article_and_its_records(samples):
    done = run("show", samples / "2021-03-12-attentat-kaboul.txt")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "KABOUL, 12 mars 2021" in shown
    assert "killed" in shown
    assert "\x1b" not in shown


def test_explain_marks_the_evidence_and_tells_why_a_number_is_none():
    text = TEXT + "Le poste se trouve à 90 km de la ville.\n"
    done = run("explain", "-", "--published", "2021-03-12", input=text.encode())
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "[quantity: Deux] [who: soldats] ont été [trigger: tués]" in shown
    assert "[number: 90 km]" in shown
    assert "\x1b" not in shown


def test_explain_takes_aliases_and_json_lines(tmp_path):
    (tmp_path / "own.csv").write_text("canonical,aliases,kind,country,known_id,source\nAde,ADE,ngo,ML,own:1,own\n")
    (tmp_path / "a.jsonl").write_text(json.dumps({"doc_id": "one", "text": TEXT}) + "\n{\n")
    done = run("explain", tmp_path / "a.jsonl", "--aliases", tmp_path / "own.csv")
    assert done.returncode == 1
    assert "one" in done.stdout.decode()
    assert "a.jsonl:2" in done.stderr.decode()


@pytest.mark.parametrize("command", ["show", "explain"])
def test_a_bad_file_is_exit_1(command, tmp_path):
    done = run(command, tmp_path / "a.txt")
    assert done.returncode == 1
    assert b"no such file" in done.stderr


def test_check_names_a_wrong_file(tmp_path):
    (tmp_path / "language.yaml").write_text("least_words: many\n")
    (tmp_path / "languages.yaml").write_text("words: [le]\n")
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert "languages.yaml: no component reads a file of this name" in done.stderr.decode()
    assert "language.yaml, least_words" in done.stderr.decode()


def test_check_of_good_files(tmp_path, root):
    shipped = root / "nlp_events" / "lang" / "fr" / "language.yaml"
    (tmp_path / "language.yaml").write_bytes(shipped.read_bytes())
    assert run("check", tmp_path).returncode == 0


@pytest.mark.parametrize("name", ["sources.yaml", "certainty.yaml", "causes.yaml", "times.yaml", "links.yaml"])
def test_check_reads_what_components_read_late(name, tmp_path):
    (tmp_path / name).write_text("words: [le]\n")
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert name in done.stderr.decode()


def test_check_of_an_example_that_fails_is_exit_1(tmp_path, root):
    shipped = (root / "nlp_events" / "lang" / "fr" / "language.yaml").read_text(encoding="utf-8")
    (tmp_path / "language.yaml").write_text(shipped.replace("non_examples:", "non_examples:\n  - le la les"))
    done = run("check", tmp_path)
    assert done.returncode == 1
    assert "language.yaml, words: «le la les» should give not French" in done.stderr.decode()


def test_version():
    import nlp_events

    assert run("--version").stdout.decode().splitlines()[0] == f"nlp-events {nlp_events.__version__}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["extract", "--help"],
        ["show", "-h"],
        ["explain", "-h"],
        ["incidents", "--help"],
        ["check", "--help"],
        ["convert", "-h"],
    ],
)
def test_help(arguments):
    done = run(*arguments)
    assert done.returncode == 0
    assert b"Usage: " in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
class TestProcess:
    """The command as a process among others."""

    def test_reader_that_leaves_is_no_error(self, samples):
        line = f"{sys.executable} -m nlp_events.cli extract {samples} -q | head -c 10"
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, timeout=120, check=False)  # noqa: S603, S607
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_interrupt_is_clean(self, jobs, tmp_path):
        out = tmp_path / "out.jsonl"
        with subprocess.Popen(  # noqa: S603
            [*COMMAND, "extract", "-", "-o", str(out), "--jobs", jobs], stdin=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True,
            # What runs in the background of a script ignores interrupts, and so would its children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process:  # fmt: skip
            process.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
            process.stdin.flush()
            while not list(tmp_path.iterdir()):
                time.sleep(0.05)
            time.sleep(0.5)
            os.killpg(process.pid, signal.SIGINT)
            try:
                message = process.communicate(timeout=60)[1].decode()
            finally:
                process.kill()
            assert process.returncode == 130
        assert message == "nlp-events: interrupted; no file was written\n"
        assert list(tmp_path.iterdir()) == []


def test_message_has_no_control_characters():
    assert printable("a\x1b[31m\nb") == "a\ufffd[31m\ufffdb"


def test_refusal_is_a_message_and_a_code(capsys):
    def refuse():
        raise NlpEventsError("no.")

    assert exit_code(refuse) == 2
    assert capsys.readouterr().err == "nlp-events: no.\n"


def test_files_that_nothing_reads_are_counted_and_exit_1(tmp_path):
    (tmp_path / "2021-03-12-gao.txt").write_text(TEXT)
    (tmp_path / "son.mp3").write_bytes(b"x")
    lines = "".join(json.dumps({"note": "x"}) + "\n" for _ in range(60))
    done = run("extract", tmp_path, "-o", tmp_path.parent / "left.jsonl")
    assert done.returncode == 1
    told = done.stderr.decode().splitlines()
    assert told[-3:-1] == [
        "nlp-events: 1 file of another kind was left out (.mp3: 1).",
        "nlp-events: --ignore-unknown makes files of other kinds no failure.",
    ]
    (tmp_path / "b.jsonl").write_text(lines)
    done = run("extract", tmp_path, "-o", tmp_path.parent / "left.jsonl", "--overwrite", "--ignore-unknown")
    assert done.returncode == 1
    said = f'nlp-events: 60 lines of {tmp_path}/b.jsonl: has no "text". Give the article its text under that key.'
    assert done.stderr.decode().splitlines().count(said) == 1
    (tmp_path / "b.jsonl").unlink()
    assert run("extract", tmp_path, "-o", tmp_path.parent / "l.jsonl", "--ignore-unknown").returncode == 0
