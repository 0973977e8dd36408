"""A file of each kind that is known by its content."""

from __future__ import annotations

from tests.readers.made_corpora import iramuteq, lexico
from tests.readers.made_databases import (
    STORIES,
    factiva,
    factiva_lines,
    factiva_table,
    nexis_text,
)
from tests.readers.made_europresse import europresse, old_europresse
from tests.readers.made_feeds import ANDROID, IPHONE
from tests.readers.made_xml import newsml, nitf, tei, txm

EXPORTS = {
    "europresse": europresse(),
    "old europresse": old_europresse(),
    "factiva": factiva().replace(b"margin:0", b""),
    "factiva table": factiva_table(STORIES[:2]),
    "factiva lines": "\n".join(factiva_lines()).encode(),
    "nexis": nexis_text(),
    "iramuteq": iramuteq(),
    "lexico": lexico(),
    "newsml": newsml(),
    "nitf": nitf(),
    "tei": tei(),
    "txm": txm(),
    "whatsapp, one system": IPHONE.encode(),
    "whatsapp, the other": ANDROID.encode(),
}
"""Files that are known by their content."""
