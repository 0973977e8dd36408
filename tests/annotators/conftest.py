import pytest
from typer.testing import CliRunner

from nlp_events.cli.app import APP
from tests.annotators.made import write
from tests.writers.made import FAILED


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with results of three articles and one that failed, r.jsonl."""
    from tests.annotators.made import RESULTS

    monkeypatch.chdir(tmp_path)
    write(tmp_path / "r.jsonl", [*RESULTS, FAILED])
    return tmp_path


@pytest.fixture
def run():
    """Run a command; its exit code and what it told."""

    def command(*arguments):
        done = CliRunner().invoke(APP, arguments)
        return done.exit_code, done.stderr

    return command
