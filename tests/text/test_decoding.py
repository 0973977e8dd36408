from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.errors import InputError
from nlp_events.text.decoding import decode

SENTENCE = (
    "L’armée déplore « douze blessés » à Alépé ; les habitants ont été évacués vers l'école dès l'été.\r\nÀ suivre…"
)
OLD = SENTENCE.replace("’", "'").replace("…", "...")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_comes_back_with_its_line_ends(encoding):
    assert decode(SENTENCE.encode(encoding), "a.txt") == SENTENCE


def test_latin_1_comes_back():
    assert decode(OLD.encode("latin-1"), "a.txt") == OLD


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        (b"%PDF-1.4\n\x00\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (SENTENCE.encode("utf-16-le"), "binary"),
        (b"\xff\xfe\x41", "encoding"),
        (SENTENCE.encode().replace("ç".encode(), b"\xe7").replace("dès".encode(), b"d\xe8s"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, reason):
    with pytest.raises(InputError, match=r"^a\.txt: ") as caught:
        decode(data, "a.txt")
    assert caught.value.reason == reason


@given(st.binary(min_size=1))
def test_any_bytes_are_decoded_or_refused(data):
    with suppress(InputError):
        assert isinstance(decode(data, "a.txt"), str)
