"""Whatever a reader raises costs one article or file: the next one is read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from nlp_events.readers import kinds, read
from nlp_events.readers.checks import Checks
from nlp_events.values import Article
from tests.readers.making import TEXT

READER = "tests.readers.misbehaving:raises"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setitem(kinds.BY_ENDING, ".md", kinds.Kind("misbehaving", READER))
    (tmp_path / "b.txt").write_text(TEXT)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "status"),
    [("RuntimeError", "failed"), ("RecursionError", "failed"), ("KeyError", "failed"), ("OSError", "unreadable")],
)
def test_error_of_a_reader_is_its_files(folder, name, status):
    (folder / "a.md").write_text(f"Un mort.\n{name}")
    first, bad, good = read([folder])
    assert first == Article(doc_id="a.md:1", text="Un mort.")
    assert (bad.doc_id, bad.status) == ("a.md", status)
    assert bad.error.startswith(f"{folder}/a.md: ")
    assert good.doc_id == "b.txt"


def test_message_has_the_class_and_the_remedy(folder):
    (folder / "a.md").write_text("\nKeyError")
    bad, _ = read([folder])
    assert "could not be read (KeyError: 'on purpose'). Leave it out, or save it anew; please report it." in bad.error


@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt, SystemExit])
def test_what_is_no_files_fault_is_not_swallowed(folder, error):
    (folder / "a.md").write_text(f"\n{error.__name__}")
    with pytest.raises(error):
        list(read([folder]))


def test_check_that_fails_costs_its_article(folder, monkeypatch):
    def checked(self, article, source):
        if article.text != TEXT:
            raise ValueError("odd")
        return article

    monkeypatch.setattr(Checks, "checked", checked)
    (folder / "a.txt").write_text("Un mort.")
    bad, good = read([folder])
    assert (bad.doc_id, bad.status, good.doc_id) == ("a.txt", "failed", "b.txt")
    assert "ValueError: odd" in bad.error


@pytest.mark.parametrize("name", ["a\0.txt", "a" * 300 + ".txt", "a" * 300, "\ud83d.txt", "a\0*.txt"])
def test_name_that_no_system_can_look_up(folder, name):
    bad, good = read([name, folder / "b.txt"])
    assert bad.error
    assert bad.error.encode()
    assert good.doc_id == "b.txt"


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


@pytest.mark.parametrize("make", [os.mkfifo, make_socket])
@pytest.mark.parametrize("named", ["{}", "{}/*.txt", "{}/a.txt"])
def test_pipe_or_socket_is_told_and_not_waited_for(folder, make, named, monkeypatch):
    monkeypatch.chdir(folder)  # the path of a socket is short
    make(Path("a.txt"))
    bad, good, *_ = read([named.format(folder), folder / "b.txt"])
    assert bad.status == "kind"
    assert "a pipe, a socket or a device" in bad.error
    assert good.doc_id.endswith("b.txt")


def test_link_to_a_device(folder):
    (folder / "a.txt").symlink_to("/dev/zero")
    bad, _ = read([folder])
    assert bad.status == "kind"


def test_folder_that_cannot_be_listed_or_goes_away_is_told(folder, monkeypatch):
    listed = os.listdir

    def listdir(path):
        if path.name == "2021":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    (folder / "2021").mkdir()
    monkeypatch.setattr(os, "listdir", listdir)
    bad, good = read([folder])
    assert (bad.doc_id, bad.status) == (f"{folder}/2021", "unreadable")
    assert "Permission denied" in bad.error
    assert good.doc_id == "b.txt"


def test_output_whose_name_is_a_link_to_itself(folder):
    (folder / "b.txt").unlink()
    (folder / "b.txt").symlink_to(folder / "b.txt")
    (bad,) = read([folder], without=[folder.parent / "b.txt"])
    assert bad.status == "unreadable"


def test_standard_input_that_fails(folder, monkeypatch):
    class Stdin:
        @property
        def buffer(self):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", Stdin())
    bad, good = read(["-", folder / "b.txt"])
    assert (bad.doc_id, bad.status, good.doc_id) == ("-", "unreadable", "b.txt")
