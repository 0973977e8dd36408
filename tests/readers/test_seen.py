from hypothesis import given
from hypothesis import strategies as st

from nlp_events.readers.seen import SeenIds


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
