from hypothesis import given
from hypothesis import strategies as st

from nlp_events.batch.chunks import MOST_ARTICLES, MOST_CHARS, chunks_of
from nlp_events.batch.rows import Row
from nlp_events.values import Article

ROW = Row(line=b"{}\n", status="done", records=0)
ITEMS = st.lists(st.just(ROW) | st.integers(0, 30_000).map(lambda n: Article(doc_id="a", text="x" * n)), max_size=80)


@given(ITEMS)
def test_chunks_hold_all_items_in_their_order_and_are_bounded(items):
    chunks = list(chunks_of(items))
    assert [item for chunk in chunks for item in chunk.items] == items
    for chunk in chunks:
        assert 0 < len(chunk.items) <= MOST_ARTICLES
        chars = sum(len(item.text) for item in chunk.items if isinstance(item, Article))
        assert chars <= MOST_CHARS or len(chunk.items) == 1


@given(ITEMS)
def test_a_chunk_is_complete_when_each_article_has_its_row(items):
    for chunk in chunks_of(items):
        for piece in chunk.pieces():
            assert not chunk.complete
            for part in piece.split():
                part.fill([ROW])
        assert chunk.complete
        assert len(chunk.rows()) == len(chunk.items)
