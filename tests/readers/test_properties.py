"""Whatever bytes come, there are articles and rows with a reason, and nothing else."""

from io import BufferedReader, BytesIO
from itertools import islice
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp_events.readers import ReadOptions, read
from nlp_events.readers.formats import SUFFIXES, StreamReader
from nlp_events.readers.sources import Source
from nlp_events.values import Article, ArticleResult
from tests.readers.made_all import EXPORTS
from tests.readers.made_corpora import odt, package, xlsx
from tests.readers.made_databases import (
    docx,
    factiva_lines,
    nexis_lines,
    rtf,
)
from tests.readers.made_feeds import RFC, item, message, pages, rss, warc
from tests.readers.made_xml import table
from tests.readers.making import TEXT, gzipped, parquet, pdf, tarred, zipped

DATA = TEXT.encode()
ROW = b'{"doc_id": "a", "text": "Deux morts"}'
WHOLE = {
    ".csv": b'doc_id,text\na,"Deux ""morts"""\n,Trois\n',
    ".htm": b"<html><body><h1>Gao</h1><p>" + DATA + b"</p></body></html>",
    ".html": b'<html><head><meta charset="latin-1"></head><body><table><tr><td><p>' + DATA + b"</table>",
    ".json": b"[" + ROW + b", " + ROW + b"]",
    ".jsonl": ROW + b"\n" + ROW + b"\n",
    ".md": DATA,
    ".ndjson": ROW + b"\n" + ROW + b"\n",
    ".parquet": parquet(doc_id=["a"], text=[TEXT]),
    ".pdf": pdf([TEXT.strip()], made="D:20230925120000Z"),
    ".tsv": b"doc_id\ttexte\na\tDeux\n\tTrois\n",
    ".txt": DATA,
    ".tar": tarred(("a.txt", DATA), mode="w:"),
    ".tar.gz": tarred(("a.txt", DATA), ("b.json", ROW)),
    ".tgz": tarred(("a.txt", DATA)),
    ".docm": docx("Un mort.", [["Morts", "12"]]),
    ".docx": docx(*nexis_lines()),
    ".odt": odt("Un mort.", [["Ville", "Morts", "Nés"], ["Gao", "12", "1"]]),
    ".rtf": rtf(factiva_lines()),
    ".xlsm": xlsx([["text"], ["Un mort."]]),
    ".xlsx": xlsx([["text", "published"], ["Un mort.", "12/05/2023"]], [["text"], ["Deux"]]),
    ".zip": zipped(("metadata.csv", table(names="a")), ("a.txt", DATA), ("b.zip", zipped(("c.txt", DATA)))),
    ".gz": gzipped(DATA),
    ".atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>Deux</content></entry></feed>',
    ".eml": message(0).as_bytes(),
    ".mbox": b"From a@b Wed Mar  8 10:00:00 2023\n" + message(0, html="<p>a</p>").as_bytes(),
    ".mht": message(1, html="<p>Deux morts</p>", plain=False).as_bytes(),
    ".mhtml": message(1, html="<p>Deux morts</p>", plain=False).as_bytes(),
    ".rss": rss("".join(item(number, day) for number, day in enumerate(RFC))).encode(),
    ".wacz": zipped(("archive/a.warc", warc(*pages()[:2], packed=False))),
    ".warc": warc(*pages(), packed=False),
}


def check(suffix, data):
    source = Source(f"in/a.txt{suffix}", f"a.txt{suffix}")
    options = ReadOptions(max_bytes=1 << 20)
    found = list(islice(StreamReader(options).read(BufferedReader(BytesIO(data)), source, suffix), 50))
    assert found
    for one in found:
        assert isinstance(one, Article) or (isinstance(one, ArticleResult) and one.error and one.status != "done")


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_bytes(suffix, data):
    check(suffix, data)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_damaged_files(suffix, data):
    """A good file with one piece put in place of another, or its end lost."""
    check(suffix, damaged(WHOLE[suffix], data))


@pytest.mark.parametrize("name", EXPORTS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_damaged_exports(name, data):
    """The first bytes still tell what it was."""
    whole = EXPORTS[name]
    check(".txt", whole[:40] + damaged(whole[40:], data))


PACKAGES = {
    ".docx": ("word/document.xml", docx("Un mort.", [["Ville", "Morts", "Nés"], ["Gao", "12", "1"]])),
    ".odt": ("content.xml", odt("Un mort.", [["Ville", "Morts", "Nés"], ["Gao", "12", "1"]])),
    ".xlsx": ("xl/worksheets/sheet1.xml", xlsx([["text", "published"], ["Un mort.", "12/05/2023"]])),
}


@pytest.mark.parametrize("suffix", PACKAGES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_damaged_parts(suffix, data):
    """A file that can be unpacked, and holds XML that is none, or says other things."""
    name, packed = PACKAGES[suffix]
    with ZipFile(BytesIO(packed)) as archive:
        parts = [(one, archive.read(one)) for one in archive.namelist()]
    check(suffix, package(*((one, damaged(part, data) if one == name else part) for one, part in parts)))


def damaged(whole, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    piece = data.draw(st.binary(max_size=8))
    kept = whole[end:] if data.draw(st.booleans()) else b""
    return whole[:start] + piece + kept


@given(ids=st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_id_comes_twice_and_none_is_empty(tmp_path, ids):
    import json

    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"doc_id": one, "text": "a"}) + "\n" for one in ids))
    found = [one.doc_id for one in read([tmp_path])]
    assert len(found) == len(set(found)) == max(len(ids), 1)
    assert all(found)
    assert all(one.encode() for one in found)
