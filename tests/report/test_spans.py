import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.report.spans import segments

SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from("abc")), max_size=8)


@pytest.mark.parametrize(
    ("spans", "cut"),
    [
        ([], [(0, 10, "")]),
        ([(2, 4, "a")], [(0, 2, ""), (2, 4, "a"), (4, 10, "")]),
        ([(0, 6, "a"), (4, 10, "b")], [(0, 4, "a"), (4, 6, "ab"), (6, 10, "b")]),
        ([(2, 4, "a"), (2, 4, "b")], [(0, 2, ""), (2, 4, "ab"), (4, 10, "")]),
        ([(2, 4, "a"), (4, 6, "a")], [(0, 2, ""), (2, 6, "a"), (6, 10, "")]),
        ([(8, 99, "a"), (5, 5, "b")], [(0, 8, ""), (8, 10, "a")]),
    ],
)
def test_a_text_is_cut_at_the_borders_of_its_spans(spans, cut):
    assert [(one.start, one.end, "".join(one.names)) for one in segments(10, spans)] == cut


@given(st.integers(0, 30), SPANS)
def test_segments_cover_the_text_once_and_name_what_covers_them(length, spans):
    cut = list(segments(length, spans))
    assert [one.end for one in cut[:-1]] == [one.start for one in cut[1:]]
    assert not cut or (cut[0].start, cut[-1].end) == (0, length)
    for one in cut:
        for at in range(one.start, one.end):
            assert sorted(one.names) == sorted(name for start, end, name in spans if start <= at < end)
