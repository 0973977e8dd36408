"""Coverage-guided fuzzing of the readers and the text rooms: no bytes may raise anything, nor give wrong offsets.

    python -m tests.fuzz.readers 600        # seconds; needs atheris (extra «dev», Linux)

The first byte of an input chooses what the rest is: a file of one of the formats, or the text of an article, which then
goes through every component that needs no model. The seeds are the samples of the tests. What makes something fail is
left in the working folder as ``crash-…`` (or ``timeout-…``, ``oom-…``); a run over such files repeats it:

    python -m tests.fuzz.readers crash-…
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from io import BufferedReader, BytesIO
from itertools import islice
from pathlib import Path

import atheris

INSTRUMENTED = [
    "nlp_events",
    "csv",
    "docx",
    "feedparser",
    "gzip",
    "htmldate",
    "openpyxl",
    "pypdf",
    "striprtf",
    "tarfile",
    "trafilatura",
    "warcio",
    "zipfile",
]
TEXT = 0x80
"""First bytes from here on are followed by a text."""

with atheris.instrument_imports(include=INSTRUMENTED):
    import gzip  # noqa: F401
    import tarfile  # noqa: F401
    import zipfile  # noqa: F401

    import pypdf  # noqa: F401
    import trafilatura  # noqa: F401

    from nlp_events.factories import COMPONENTS
    from nlp_events.readers import ReadOptions
    from nlp_events.readers.formats import SUFFIXES, StreamReader
    from nlp_events.readers.sources import Source
    from nlp_events.results import result_of
    from nlp_events.values import Article, ArticleResult
    from nlp_events.writers import to_line

import spacy  # noqa: E402 - not instrumented

from tests.readers import made_feeds, making  # noqa: E402
from tests.readers.made_all import EXPORTS  # noqa: E402
from tests.readers.made_corpora import odt, xlsx  # noqa: E402
from tests.readers.made_databases import docx, factiva_lines, nexis_lines, rtf  # noqa: E402

LONGEST = 1 << 14
"""Bytes of an input; and what one may take: the limits below, which a run checks for each input."""

LIMITS = ("-timeout=60", "-rss_limit_mb=3000", f"-max_len={LONGEST}", "-print_final_stats=1")
OPTIONS = ReadOptions(max_bytes=1 << 20, fix_encoding=True)
ENOUGH = 200
"""Articles of one input that are looked at: a few bytes can hold any number of empty rows."""


def pipeline() -> spacy.language.Language:
    """Every component of ours, without a base model."""
    nlp = spacy.blank("fr")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


NLP = pipeline()


def one_input(data: bytes) -> None:
    """Read or process one input."""
    if not data:
        return
    kind, rest = data[0], data[1:]
    if kind >= TEXT:
        process(Article(doc_id="a", text=rest.decode("utf-8", "replace"), published="2021-03-12"))
        return
    suffix = SUFFIXES[kind % len(SUFFIXES)]
    source = Source(f"in/a.txt{suffix}", f"a.txt{suffix}")
    found = list(islice(StreamReader(OPTIONS).read(BufferedReader(BytesIO(rest)), source, suffix), ENOUGH))
    for one in found:
        if isinstance(one, ArticleResult):
            require(one.status != "done" and bool(one.error), "a failure has no reason")
            to_line(one)


def process(article: Article) -> None:
    """Run an article through the components, and check what comes out."""
    doc = NLP.make_doc(article.text)
    doc._.article = {"doc_id": article.doc_id, "title": None, "published": article.published}
    for _, component in NLP.pipeline:
        doc = component(doc)
    result = result_of(article, doc)
    row = json.loads(to_line(result))
    for part in (*row["entities"], *row["dates"], *row["events"]):
        require(article.text[part["start"] : part["end"]] == part["text"], "an offset is wrong")


def require(held: bool, otherwise: str) -> None:
    """Raise where something does not hold."""
    if not held:
        raise RuntimeError(otherwise)


def seeds() -> list[bytes]:
    """An input of each format, and texts."""
    root = Path(__file__).resolve().parent.parent
    text = making.TEXT.encode()
    row = json.dumps({"doc_id": "a", "text": making.TEXT, "published": "2021-03-12"}).encode()
    files = {
        ".csv": [b'doc_id,text,published\na,"' + text + b'",2021-03-12\n', "text;n\nTrois tués;1\n".encode("utf-16")],
        ".html": [path.read_bytes() for path in sorted((root / "readers" / "pages").iterdir())],
        ".json": [row, b"[" + row + b"]"],
        ".jsonl": [row + b"\n" + row],
        ".parquet": [making.parquet(doc_id=["a"], text=[making.TEXT])],
        ".pdf": [making.pdf([making.TEXT.strip()], made="D:20230925120000Z")],
        ".docx": [docx(*nexis_lines())],
        ".odt": [odt(making.TEXT, [["Ville", "Morts", "Nés"], ["Gao", "12", "1"]])],
        ".rtf": [rtf(factiva_lines())],
        ".xlsx": [xlsx([["text", "published"], [making.TEXT, "12/05/2023"]])],
        ".txt": [*EXPORTS.values(), text, text.decode().encode("cp1252"), text.decode().encode("utf-16")],
        ".tar": [making.tarred(("a.txt", text), ("b.csv", b"text\n\n"), mode="w:")],
        ".tar.gz": [making.tarred(("a.txt", text), ("../b.txt", text))],
        ".zip": [making.zipped(("a.txt", text), ("b.zip", making.zipped(("c.html", b"<p>a</p>"))))],
        ".gz": [making.gzipped(text)],
        ".eml": [made_feeds.message(0, html="<p>a</p>").as_bytes(), made_feeds.IPHONE.encode()],
        ".mbox": [b"From a@b Wed Mar  8 10:00:00 2023\n" + made_feeds.message(1).as_bytes()],
        ".rss": [made_feeds.rss(made_feeds.item(0, made_feeds.RFC[0])).encode()],
        ".warc": [made_feeds.warc(*made_feeds.pages()[:2], packed=False)],
    }
    found = [bytes([SUFFIXES.index(suffix)]) + data for suffix, all_of in files.items() for data in all_of]
    articles = sorted((root.parent / "notebooks" / "articles").glob("*.txt"))
    return found + [bytes([TEXT]) + path.read_bytes() for path in articles]


def dictionary(inputs: list[bytes]) -> bytes:
    """The words of the seeds, in the form of libFuzzer: whole words change a text more than letters do."""
    words = sorted({word for data in inputs for word in data.decode("utf-8", "ignore").split() if word.isalnum()})
    lines = ["".join(f"\\x{byte:02x}" for byte in f"{word} ".encode()) for word in words]
    return "".join(f'"{line}"\n' for line in lines).encode()


def main() -> None:
    """Fuzz for so many seconds, or repeat an input."""
    logging.disable(logging.CRITICAL)
    given = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as folder:
        if given.isdigit():
            corpus, words = Path(folder, "corpus"), Path(folder, "words")
            corpus.mkdir()
            for number, seed in enumerate(seeds()):
                (corpus / f"seed-{number}").write_bytes(seed[:LONGEST])
            words.write_bytes(dictionary(seeds()))
            arguments = [sys.argv[0], str(corpus), f"-dict={words}", f"-max_total_time={given}", "-seed=1", *LIMITS]
        else:
            arguments = [sys.argv[0], given]
        atheris.Setup(arguments, one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
