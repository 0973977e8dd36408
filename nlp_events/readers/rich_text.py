"""RTF files, by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.documents import found_in_lines
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, whole

_FONTS = r"\fonttbl"
_FONT = re.compile(r"\\f([0-9]{1,5})[^{};]{0,200}?\\fcharset([0-9]{1,3})")
_BRACE = re.compile(r"[{}]")


def read_rtf(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an RTF file: those of an export, or one; of a link the words are kept, not what it leads to."""
    from striprtf.striprtf import rtf_to_text

    marked = whole(stream, source, options.max_bytes).decode("latin-1").replace(r"\fldinst", r"\link")
    try:
        text: str = rtf_to_text(_with_plain_fonts(marked), errors="replace")  # type: ignore[no-untyped-call]
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except Exception as error:  # a reader of other people's files may fail in any way, and one file must not end a run
        problem = f"is no RTF, or a damaged one ({type(error).__name__}: {error}). Save it anew, or save its text."
        raise InputError(source.name, "rtf", problem) from error
    yield from found_in_lines(text.replace("|", " | ").split("\n"), source, options)


def _with_plain_fonts(text: str) -> str:
    """An RTF text whose table of fonts says no more than their encodings.

    striprtf looks for them in time that grows with the third power of a damaged table: 17 kB took 6 seconds.
    """
    before, word, rest = text.partition(_FONTS)
    if not word:
        return text
    depth = 1
    end = 0
    for brace in _BRACE.finditer(rest):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            end = brace.start()
            break
    fonts = "".join(f"{{\\f{font}\\fcharset{charset} a;}}" for font, charset in _FONT.findall(rest[:end]))
    others = rest[end:].replace(_FONTS, r"\*\fonts")
    return f"{before}{word}{fonts}{others if end else '}' + others}"
