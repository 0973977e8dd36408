import pytest

from nlp_events.report.marks import marked, marks_of, split

TEXT = "Six civils tués, selon l'armée."
WHOLE = (0, len(TEXT))


def show(evidence, window=WHOLE):
    inside, outside = split(marks_of(evidence), window)
    return marked(TEXT, window, inside), [mark.label for mark in outside]


@pytest.mark.parametrize(
    ("evidence", "shown", "elsewhere"),
    [
        ({}, TEXT, []),
        ({"quantity": (0, 3), "trigger": (11, 15)}, "[quantity: Six] civils [trigger: tués], selon l'armée.", []),
        ({"trigger": (4, 10), "who": (4, 10)}, "Six [who+trigger: civils] tués, selon l'armée.", []),
        ({"cause": (25, 30), "source": (23, 30)}, "Six civils tués, selon [source: l'[cause: armée]].", []),
        ({"who": (0, 10), "trigger": (4, 15)}, "[who: Six civils] tués, selon l'armée.", ["trigger"]),
        ({"whatever": (30, 31)}, "Six civils tués, selon l'armée[whatever: .]", []),
        ({"a": (0, 15), "b": (0, 10), "c": (4, 10)}, "[a: [b: Six [c: civils]] tués], selon l'armée.", []),
    ],
)
def test_marks(evidence, shown, elsewhere):
    text, outside = show(evidence)
    assert text.plain == shown
    assert outside == elsewhere


def test_what_is_outside_the_window_is_listed():
    text, outside = show({"quantity": (0, 3), "source": (23, 30), "date": (14, 18)}, window=(0, 16))
    assert text.plain == "[quantity: Six] civils tués,"
    assert outside == ["date", "source"]


def test_a_mark_has_the_style_of_its_slot_and_its_text_too():
    text, _ = show({"source": (23, 30), "cause": (25, 30)})
    styled = [(text.plain[span.start : span.end], span.style) for span in text.spans if span.style]
    assert styled == [
        ("[source: ", "blue"),
        ("l'", "blue"),
        ("[cause: ", "red"),
        ("armée", "red"),
        ("]", "red"),
        ("]", "blue"),
    ]
