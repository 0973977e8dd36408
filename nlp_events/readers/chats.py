"""Exports of WhatsApp: one article a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.decoded import decoded_lines
from nlp_events.readers.notes import Remark, Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import MOST_PIECE, Piece, found_in_pieces, labels
from nlp_events.readers.sources import Source

_HEAD = re.compile(
    r"\u200e?(?P<bracket>\[)?(?P<day>[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}),?\s(?:\w{1,2}\s)?"
    r"[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?(bracket)\]|\s[-–])\s(?P<rest>.*)"
)
"""How a message begins, on both systems: «[12/05/2023 10:15:32] Nom: …», «12/05/2023, 10:15 - Nom: …»."""

_NAMED = re.compile(r"\u200e?(?P<name>[^:]{1,80}?)\s?:\s\u200e?(?P<text>.*)")


def read_whatsapp(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The messages of a chat, named «file:3» for the third, with their days and, as their source, who wrote them.

    Notes of the program and pictures without a text are left out, and counted.
    """
    left_out = 0

    def pieces() -> Iterator[Piece | InputError]:
        nonlocal left_out
        for day, name, lines in _messages(stream, source):
            text = [line for line in lines if line.strip("\u200e ").casefold() not in labels("chat_left_out")]
            if not name or not any(map(str.strip, text)):
                left_out += 1
            elif sum(map(len, text)) > MOST_PIECE:
                yield InputError(source.name, "long", "the message is too long to be an article. Leave it out.")
            else:
                yield Piece(lines=tuple(text), date=day, site=name)

    yield from found_in_pieces(pieces(), source, options, date_format=options.date_format)
    if left_out:
        were = "message without a text was" if left_out == 1 else "messages without a text were"
        said = f"{source.name}: {left_out} {were} left out (pictures, notes of the program)."
        yield Remark(f"left out {source.name}", said)


def _messages(stream: BufferedReader, source: Source) -> Iterator[tuple[str, str, list[str]]]:
    """The day, the writer and the lines of each message; no writer for a note of the program."""
    day, name, lines, size = "", "", list[str](), 0
    for line in decoded_lines(stream, source):
        if head := _HEAD.match(line):
            if day:
                yield day, name, lines
            named = _NAMED.fullmatch(head["rest"])
            day, name = head["day"], named["name"].strip() if named else ""
            lines = [named["text"]] if named else []
            size = 0
        elif day and size <= MOST_PIECE:
            lines.append(line)
            size += len(line)
    if day:
        yield day, name, lines
