import json
import multiprocessing
import subprocess
import sys
import zlib

import pytest

from nlp_events.errors import InputError
from nlp_events.readers import ReadOptions, read
from nlp_events.readers.sources import Source
from nlp_events.readers.timed import TimedReader
from tests.readers.making import TEXT, assembled, pdf

PAGE = f"<html><body><h1>Gao</h1><p>{TEXT}</p></body></html>"
SOURCE = Source("in/a.pdf", "a.pdf")
OPTIONS = ReadOptions()


def slow_pdf(pages=900):
    """Pages that all show the same 70 MB of blanks: 200 kB that take more than an hour to read."""
    shown = zlib.compress(b" " * 70_000_000 + b"BT /F1 11 Tf (Deux morts) Tj ET", 9)
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + pages))
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << %s >> >>" % font
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(shown), shown),
            *[page] * pages,
        ]
    )


@pytest.fixture
def timed(root, monkeypatch):
    monkeypatch.syspath_prepend(str(root))
    reader = TimedReader(2.0)
    yield reader
    reader.end()
    assert multiprocessing.active_children() == []


def misbehaving(name):
    return f"tests.readers.misbehaving:{name}"


@pytest.mark.parametrize(
    ("reader", "data", "reason", "words"),
    [
        ("hangs", b"slow", "timeout", "took longer than 2 seconds to read. Allow more with --max-seconds"),
        ("dies", b"", "failed", "ended the process that read it (exit code 7)"),
        ("refuses", b"", "pdf", "is no PDF. Save it anew."),
        ("raises", b"\nKeyError", "failed", "could not be read (KeyError: 'on purpose')"),
        ("raises", b"\nMemoryError", "failed", "takes more memory to read than there is. Split it"),
    ],
)
def test_what_one_file_does_costs_only_itself(timed, reader, data, reason, words):
    with pytest.raises(InputError) as caught:
        list(timed.read(misbehaving(reader), data, SOURCE, OPTIONS))
    assert caught.value.reason == reason
    assert str(caught.value).startswith("in/a.pdf: ")
    assert words in str(caught.value)
    (found,) = timed.read(misbehaving("hangs"), TEXT.encode(), SOURCE, OPTIONS)
    assert (found.doc_id, found.text) == ("a.pdf", TEXT)


def test_pages_and_reports_are_those_that_are_read_without_a_limit(tmp_path):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(pdf([TEXT.strip()]))
    (tmp_path / "c.pdf").write_bytes(b"pas un PDF")
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    limited = list(read([tmp_path], options=ReadOptions(max_seconds=60.0)))
    assert limited == list(read([tmp_path]))
    assert [type(one).__name__ for one in limited] == ["Article", "Article", "ArticleResult", "Article"]
    assert multiprocessing.active_children() == []


def test_run_goes_on_after_a_file_that_takes_too_long(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(slow_pdf())
    (tmp_path / "in" / "b.html").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "nlp_events.cli", "extract", str(tmp_path / "in"), "-o", str(out)]
    done = subprocess.run([*command, "--max-seconds", "3"], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert f"{tmp_path}/in/a.pdf: took longer than 3 seconds to read. Allow more with --max-seconds" in done.stderr
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["doc_id"], row["status"]) for row in rows] == [("a.pdf", "timeout"), ("b.html", "done")]
