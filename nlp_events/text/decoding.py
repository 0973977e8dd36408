"""Unknown bytes to text, or a reason why not."""

from __future__ import annotations

import codecs
from contextlib import suppress

from nlp_events.errors import InputError

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    *((mark, "utf-16") for mark in UTF_16_MARKS),
)
_WESTERN = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
"""What French text was saved in before UTF-8."""

_LATIN = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")
"""What pages call the encoding of Windows, as browsers know."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of some bytes names; None without one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def encoding_of(sample: bytes, source: str) -> str:
    """The encoding of a text of which ``sample`` is the beginning, which may end in the middle of a character.

    Raises:
        InputError: it is no text, or its encoding cannot be told.
    """
    marked = marked_encoding(sample)
    if marked is not None:
        return marked
    _require_text(sample, source)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError as error:
        return _western(sample, source, error)[0]
    return "utf-8"


def decode(data: bytes, source: str, *, declared: str | None = None) -> str:
    """Decode the bytes of one article: UTF-8, anything with a byte-order mark, or an older Western encoding.

    Args:
        data: the bytes.
        source: their name in messages.
        declared: the encoding that the data itself names, as a page does, for when it is not UTF-8; None for none. One
            that is unknown or wrong is passed over.

    Returns:
        The text, without a byte-order mark and with its line ends as they are.

    Raises:
        InputError: there are no bytes, they are no text, or their encoding cannot be told.
    """
    if not data:
        raise InputError(source, "empty", "the file is empty. Leave it out, or put an article in it.")
    encoding = marked_encoding(data)
    if encoding is None:
        _require_text(data, source)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise _wrong(source, error) from error
        with suppress(LookupError, ValueError):
            if declared is not None:
                return data.decode(_LATIN.get(declared.lower(), declared))
        return _western(data, source, error)[1]


def _require_text(data: bytes, source: str) -> None:
    if data.translate(None, _CONTROLS) != data:
        raise InputError(source, "binary", "is not text but a binary file. Give plain text or JSON Lines.")


def _western(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, str]:
    lenient = data.decode("utf-8", errors="replace")
    bad = lenient.count("\ufffd")
    # Text of an older encoding hardly ever holds a valid UTF-8 sequence: with many, it is damaged UTF-8.
    if sum(char > "\x7f" for char in lenient) - bad > bad:
        raise _wrong(source, error) from error
    # Imported here: most inputs are UTF-8, and the detector's tables take time to load.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    if best is not None:
        with suppress(UnicodeDecodeError):  # of a long text the detector looks at samples only
            return best.encoding, data.decode(best.encoding)
    raise _wrong(source, error) from error


def _wrong(source: str, error: UnicodeDecodeError) -> InputError:
    problem = (
        f"cannot be decoded: byte {error.start} is no {error.encoding.upper()}, nor is it an older Western encoding. "
        "Save it as UTF-8 (iconv -f ENCODING -t UTF-8)."
    )
    return InputError(source, "encoding", problem)
