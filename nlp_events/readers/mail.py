"""Mail: one article a message, of a file each, or of a folder of a mail program in one file (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.fragments import LAYOUT_BLOCKS, lines_of, parsed
from nlp_events.readers.notes import Remark, Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.parts import Part
from nlp_events.readers.pdf import joined
from nlp_events.readers.pieces import Piece, found_in_pieces
from nlp_events.readers.sources import Source, bounded_lines, whole
from nlp_events.text.decoding import decode

MOST_BYTES = 32 * 1024 * 1024
"""Bytes of one message, whose attachments are left out but lie in it."""

_BEGINS = b"From "
_QUOTED = re.compile(rb"(?m)^>(>*From )")
_REPLY = ">"


def read_mail(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The message of a file."""
    data = whole(stream, source, min(options.max_bytes, MOST_BYTES))
    if not data.strip():
        raise InputError(source.name, "empty", "the file is empty. Leave it out, or put a message in it.")
    yield from _articles(iter([data]), source, options)


def read_mbox(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The messages of an mbox file, one at a time in memory."""
    most = min(options.max_bytes, MOST_BYTES)
    yield from _articles(_messages(stream, source, most), source, options)


def _articles(messages: Iterator[bytes | None], source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    left_out = 0

    def pieces() -> Iterator[Piece | InputError]:
        nonlocal left_out
        for data in messages:
            if data is None:
                yield InputError(
                    source.name, "long", "the message is too long to be read. Save its text as a .txt file."
                )
                continue
            try:
                message = parsed_message(data, source)
                left_out += _attachments(message)
                yield _piece(message, source)
            except InputError as error:
                yield error

    yield from found_in_pieces(pieces(), source, options)
    if left_out:
        were = "attachment was" if left_out == 1 else "attachments were"
        said = f"{source.name}: {left_out} {were} left out. Save those that are articles as files."
        yield Remark(f"attachments {source.name}", said)


def _messages(stream: BufferedReader, source: Source, most: int) -> Iterator[bytes | None]:
    """The bytes of each message; None in the place of one that is too long."""
    kept: list[bytes] | None = None
    size, blank = 0, True
    for line in bounded_lines(stream, most):
        if line.startswith(_BEGINS) and blank:
            if kept is not None:
                yield _message(kept, size, most)
            kept, size = [], 0
        elif kept is not None:
            size += len(line)
            if size <= most:
                kept.append(line)
        blank = not line.strip()
    if kept is None:
        raise InputError(
            source.name, "mail", "holds no message that begins with «From ». Save the folder as mbox anew."
        )
    yield _message(kept, size, most)


def _message(lines: list[bytes], size: int, most: int) -> bytes | None:
    return _QUOTED.sub(rb"\1", b"".join(lines)) if size <= most else None


def parsed_message(data: bytes, source: Source) -> EmailMessage:
    """A message of its bytes.

    Raises:
        InputError: it is none that can be read.
    """
    try:
        return message_from_bytes(data, policy=policy.default)
    except Exception as error:  # a parser of other people's mail may fail in any way
        problem = f"is no message that can be read ({type(error).__name__}). Save its text as a .txt file."
        raise InputError(source.name, "mail", problem) from error


def header(message: EmailMessage, name: str) -> str:
    """A header in one line; "" where there is none, or none that can be read."""
    try:
        return " ".join(str(message[name] or "").split())
    except Exception:  # noqa: BLE001 - headers of other people's mail make the parser fail in many ways
        return ""


def payload(part: EmailMessage, source: Source) -> str:
    """The text of a part, by what it declares, else by what it is."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except Exception as error:  # as above
        problem = f"holds a part that cannot be decoded ({type(error).__name__}). Save its text as a .txt file."
        raise InputError(source.name, "mail", problem) from error
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return decode(data, source.name, declared=charset)


def _piece(message: EmailMessage, source: Source) -> Piece:
    name, address = parseaddr(header(message, "from"))
    return Piece(
        lines=tuple(_lines(message, source)),
        title=header(message, "subject"),
        date=header(message, "date"),
        site=name or address.rpartition("@")[2],
        own_id=header(message, "message-id").strip("<> "),
    )


def _lines(message: EmailMessage, source: Source) -> list[str]:
    """The paragraphs of a message: of its plain text, else of its HTML; what it quotes of others is left out."""
    plain, html = _body(message, "plain"), _body(message, "html")
    text = payload(plain, source) if plain is not None else ""
    lines = [line.strip() for line in text.splitlines() if not line.startswith(_REPLY)]
    if any(lines):
        return [line for line in joined("\n".join(lines)).splitlines() if line.strip()]
    text = payload(html, source) if html is not None else ""
    # Tables lay out a newsletter: their cells are blocks, and no figures.
    return lines_of(parsed(text, source), blocks=LAYOUT_BLOCKS) if text.strip() else []


def _body(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        return message.get_body(preferencelist=(kind,))  # type: ignore[return-value]
    except Exception:  # noqa: BLE001 - as above: it has none that can be found
        return None


def _attachments(message: EmailMessage) -> int:
    try:
        return sum(1 for _ in message.iter_attachments())
    except Exception:  # noqa: BLE001 - as above
        return 0


def read_mhtml(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Part]:
    """The page of a file that a browser has saved with all that it shows (.mhtml), read as any page."""
    message = parsed_message(whole(stream, source, min(options.max_bytes, MOST_BYTES)), source)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise InputError(source.name, "empty", "holds no page. Save the page again, as HTML.")
    text = payload(page, source)
    yield Part(data=text.encode("utf-8", "replace"), suffix=".html", title=header(message, "subject"))
