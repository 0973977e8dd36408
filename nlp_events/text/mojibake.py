"""Text that was once decoded in the wrong encoding («dÃ©placÃ©s»): noticed, and mended."""

from __future__ import annotations

LOST = "\ufffd"
"""What stands for a letter that could not be decoded, and is lost."""

_SIGNS = ("Ã", "Â", "â€", "Å", "√", "├")
"""One of these is in any French text of some length that was UTF-8 and was read as Windows, Mac or DOS text. Looking
for them is a hundred times quicker than looking closely, and hardly any other text holds one."""


def garbled_lines(text: str) -> int:
    """How many lines of a text ``mend`` would change."""
    if not any(sign in text for sign in _SIGNS):
        return 0
    return sum(_mended(line) != line for line in text.splitlines(keepends=True))


def mend(text: str) -> str:
    """The text with each garbled line as it was before it was decoded wrongly, and all else untouched."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return "".join(map(_mended, text.splitlines(keepends=True)))


def _mended(line: str) -> str:
    # Imported here: hardly any text needs it.
    from ftfy import fix_encoding

    return fix_encoding(line)
