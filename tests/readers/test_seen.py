from itertools import chain, count

from hypothesis import given
from hypothesis import strategies as st

from nlp_events.readers.seen import FreeIds, SeenIds


@given(st.lists(st.text(max_size=4), max_size=60), st.lists(st.text(max_size=4), max_size=20))
def test_it_is_a_set(added, others):
    seen = SeenIds()
    for name in added:
        seen.add(name)
    for name in [*added, *others]:
        assert (name in seen) == (name in set(added))


def test_it_grows():
    seen = SeenIds()
    for number in range(100_000):
        seen.add(f"{number}.txt")
    assert all(f"{number}.txt" in seen for number in range(100_000))
    assert not any(f"{number}.txt" in seen for number in range(100_000, 150_000))
    assert seen._slots.itemsize * len(seen._slots) < 3_000_000


@given(st.lists(st.sampled_from(["a", "b", "a (2)", "a (2) (2)", "a (3)", "b (5)", ""]), max_size=40))
def test_free_ids_are_the_first_that_no_article_has(names):
    free, taken = FreeIds(), set()
    for name in names:
        numbered = (f"{name} ({number})" for number in count(2))
        first = next(one for one in chain([name], numbered) if one not in taken)
        assert free.take(name) == first
        taken.add(first)


def test_numbers_are_kept_while_the_table_grows():
    free = FreeIds()
    for _ in range(2):
        for number in range(3_000):
            free.take(f"{number}.txt")
    assert [free.take(f"{number}.txt") for number in range(3_000)] == [f"{number}.txt (3)" for number in range(3_000)]


def test_equal_ids_cost_no_more_the_more_there_are(monkeypatch):
    asked = []
    inside = SeenIds.__contains__
    monkeypatch.setattr(SeenIds, "__contains__", lambda self, name: asked.append(name) or inside(self, name))
    free = FreeIds()
    assert [free.take("x") for _ in range(20_000)][-1] == "x (20000)"
    assert len(asked) < 3 * 20_000
