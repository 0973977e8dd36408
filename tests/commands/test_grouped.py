"""Equal messages of a run, told once with their number."""

from nlp_events.commands.grouped import MOST, Grouped


def told(messages):
    found = []
    grouped = Grouped(found.append)
    for message in messages:
        grouped.add(message)
    grouped.end()
    return found


def test_equal_ones_of_a_file_are_counted():
    lines = [f'b.jsonl:{number}: has no "texte". Give it.' for number in range(1, 61)]
    assert told(lines) == [lines[0], '60 lines of b.jsonl: has no "texte". Give it.']


def test_others_are_told_as_they_come():
    lines = ["a.txt: is empty.", "b.jsonl:1: x.", "a.txt: is empty.", "c.jsonl:1: x.", "b.jsonl:2: y.", "b.jsonl:7: x."]
    assert told(lines) == [*lines[:5], "2 lines of b.jsonl: x."]


def test_numbers_inside_do_not_make_another():
    lines = [f"d/a.csv:{number}: has {number}00 characters." for number in (2, 3)]
    assert told(lines) == [lines[0], "2 lines of d/a.csv: has 200 characters."]


def test_what_is_remembered_is_bounded():
    lines = [f"{number}.csv:1: x." for number in range(MOST + 5)] * 2
    assert len(told(lines)) == len(lines) - MOST + MOST  # each once, the last five twice, and the sums of the others
