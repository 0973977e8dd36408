import json

import pytest

from nlp_events.batch import Journal, Row
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article, ArticleResult

SETTINGS = {"version": {"nlp-events": "1"}, "pipeline": {"base": "a"}}


def article(name, text="Deux morts."):
    return Article(doc_id=name, text=text)


def row_for(item):
    line = json.dumps({"doc_id": item.doc_id, "text": item.text}).encode() + b"\n"
    return Row(line=line, status="done", records=1)


def opened(path, *, resume=False, settings=SETTINGS, **options):
    return Journal(path, settings, **{"grows": True} | options, resume=resume)


def run(path, articles, *, stop_after=None, **options):
    """A run whose rows are made here; what it did anew, by name."""
    journal = opened(path, **options)
    made = []
    try:
        for number, (key, item) in enumerate(journal.remaining(articles)):
            if number == stop_after:
                return made
            if not isinstance(item, Row):
                made.append(item.doc_id)
            journal.add(key, item if isinstance(item, Row) else row_for(item))
        journal.finish()
    finally:
        journal.close()
    return made


def names(path):
    return [json.loads(line)["doc_id"] for line in path.read_text().splitlines()]


ABC = [article("a"), article("b"), article("c")]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "out.jsonl"


@pytest.fixture
def state(tmp_path):
    return tmp_path / ".out.jsonl.run"


def test_a_whole_run(path):
    assert run(path, ABC) == ["a", "b", "c"]
    assert names(path) == ["a", "b", "c"]


@pytest.mark.parametrize("stop_after", [0, 1, 2, 3])
def test_a_run_that_was_broken_off_goes_on(path, stop_after):
    run(path, ABC, stop_after=stop_after)
    assert run(path, ABC, resume=True) == ["a", "b", "c"][stop_after:]
    assert names(path) == ["a", "b", "c"]


def test_a_half_written_last_line_is_dropped_and_done_again(path):
    run(path, ABC, stop_after=2)
    with path.open("ab") as stream:
        stream.write(b'{"doc_id": "c", "te')
    assert run(path, ABC, resume=True) == ["c"]
    assert names(path) == ["a", "b", "c"]


def test_nothing_is_done_twice(path):
    run(path, ABC)
    before = path.read_bytes()
    assert run(path, ABC, resume=True) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("then", "anew"),
    [
        ([article("0"), *ABC], ["0"]),
        ([ABC[0], article("a2"), *ABC[1:], article("d")], ["a2", "d"]),
        ([ABC[0], article("b", "Trois morts."), ABC[2]], ["b"]),
        (ABC[1:], []),
        (ABC[:1], []),
        ([ABC[2], ABC[0], ABC[1]], []),
        ([article("d")], ["d"]),
    ],
)
def test_an_input_that_has_changed_costs_only_what_is_new(path, tmp_path, then, anew):
    run(path, ABC)
    assert run(path, then, resume=True) == anew
    run(tmp_path / "undisturbed.jsonl", then)
    assert path.read_bytes() == (tmp_path / "undisturbed.jsonl").read_bytes()


def test_rows_that_were_kept_outlast_another_break(path):
    run(path, ABC)
    run(path, [article("0"), *ABC], resume=True, stop_after=2)
    assert names(path) == ["0", "a"]
    assert run(path, [article("0"), *ABC], resume=True) == []
    assert names(path) == ["0", "a", "b", "c"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"version": {"nlp-events": "2"}, "pipeline": {"base": "a"}}, "version.nlp-events was 1, is 2"),
        ({"version": {"nlp-events": "1"}, "pipeline": {"base": "b"}}, "pipeline.base was a, is b"),
        ({"version": {"nlp-events": "1"}, "pipeline": {"base": "a", "aliases": "x"}}, "aliases was unset, is x"),
    ],
)
def test_a_configuration_that_has_changed_is_refused(path, settings, words):
    run(path, ABC, stop_after=2)
    before = path.read_bytes()
    with pytest.raises(NlpEventsError, match=words):
        run(path, ABC, resume=True, settings=settings)
    assert path.read_bytes() == before
    assert run(path, ABC, resume=True) == ["c"]


def test_an_unfinished_run_is_not_lost_by_oversight(path):
    run(path, ABC, stop_after=2)
    with pytest.raises(NlpEventsError, match="--resume, or start anew with --overwrite"):
        run(path, ABC)
    assert run(path, ABC, overwrite=True) == ["a", "b", "c"]


@pytest.mark.parametrize("grows", [True, False])
def test_a_finished_one_is_not_replaced_by_oversight(path, grows):
    run(path, ABC, grows=grows)
    path.write_text(path.read_text() if grows else "rows\n")
    before = path.read_bytes()
    with pytest.raises(NlpEventsError, match=r"out\.jsonl: is there already\. Replace it with --overwrite"):
        run(path, ABC[:1], grows=grows)
    assert path.read_bytes() == before
    assert run(path, ABC[:1], grows=grows, overwrite=True) == ["a"]


def test_a_file_of_somebody_else_is_not_replaced_by_oversight(path, tmp_path):
    path.write_text("{}\n")
    with pytest.raises(NlpEventsError, match="is there already"):
        run(path, ABC)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "{}\n"


def test_an_output_that_was_deleted_is_made_again(path):
    run(path, ABC)
    path.unlink()
    assert run(path, ABC[:1]) == ["a"]
    assert names(path) == ["a"]


@pytest.mark.parametrize("resume", [True, False])
def test_a_run_that_replaces_gives_up_the_old_rows_with_its_first_new_one(path, state, resume):
    run(path, ABC)
    before = {one: one.read_bytes() for one in (path, *state.iterdir())}
    other = SETTINGS | {"version": {"nlp-events": "2"}}
    run(path, ABC, overwrite=True, resume=resume, settings=other, stop_after=0)
    assert {one: one.read_bytes() for one in before} == before
    assert run(path, ABC, resume=True) == []
    run(path, [article("d"), *ABC], overwrite=True, resume=resume, settings=other, stop_after=1)
    assert names(path) == ["d"]
    assert run(path, [article("d"), *ABC], resume=True, settings=other) == ["a", "b", "c"]


def test_the_second_run_on_one_output_is_refused(path):
    first = opened(path)
    with pytest.raises(NlpEventsError, match="another run is writing it"):
        opened(path, resume=True)
    first.close()
    opened(path).close()


def test_without_its_state_an_output_is_not_resumed(path):
    path.write_text("{}\n")
    with pytest.raises(NlpEventsError, match=r"\.out\.jsonl\.run, which holds what was done, is not beside it"):
        run(path, ABC, resume=True)
    assert path.read_text() == "{}\n"


def test_resume_of_nothing_is_a_start(path):
    assert run(path, ABC, resume=True) == ["a", "b", "c"]


def test_a_run_that_does_nothing_leaves_nothing(path, tmp_path):
    run(path, ABC, stop_after=0)
    assert list(tmp_path.iterdir()) == []


def test_state_that_cannot_be_read_is_refused(path, state):
    run(path, ABC, stop_after=2)
    (state / "settings.json").write_text("{")
    with pytest.raises(NlpEventsError, match=r"settings\.json is damaged or cannot be read"):
        run(path, ABC, resume=True)


@pytest.mark.parametrize("name", ["nowhere/out.jsonl", "."])
def test_a_place_that_cannot_be_written(tmp_path, name):
    with pytest.raises(NlpEventsError, match="cannot be written"):
        opened(tmp_path / name)


def test_articles_that_could_not_be_read_have_keys_too(path):
    failed = ArticleResult(doc_id="x", title=None, published=None, status="empty", error="x: empty", text="")
    run(path, [failed, *ABC], stop_after=2)
    assert run(path, [failed, *ABC], resume=True) == ["b", "c"]


class TestFormatsThatDoNotGrow:
    """Their rows grow beside the output until they are made into it."""

    def test_rows_are_elsewhere_and_go_when_it_is_whole(self, tmp_path):
        journal = opened(tmp_path / "out.csv", grows=False)
        for key, item in journal.remaining(ABC):
            journal.add(key, row_for(item))
        assert len(journal.rows_path.read_text().splitlines()) == 3
        assert not journal.is_whole
        journal.finish()
        journal.close()
        assert journal.is_whole
        assert not journal.rows_path.exists()

    def test_a_finished_one_has_nothing_left_to_do(self, tmp_path):
        run(tmp_path / "out.csv", ABC, grows=False)
        (tmp_path / "out.csv").touch()
        journal = opened(tmp_path / "out.csv", grows=False, resume=True)
        assert [item.line for _, item in journal.remaining(ABC)] == [None] * 3
        journal.close()

    @pytest.mark.parametrize("then", [[*ABC, article("d")], ABC[:2], [article("0"), *ABC]])
    def test_a_finished_one_cannot_be_added_to(self, tmp_path, then):
        run(tmp_path / "out.csv", ABC, grows=False)
        (tmp_path / "out.csv").touch()
        journal = opened(tmp_path / "out.csv", grows=False, resume=True)
        with pytest.raises(NlpEventsError, match="input has changed since"):
            list(journal.remaining(then))
        journal.close()
