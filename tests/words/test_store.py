"""``Words``: ours and what is added, read once, made anew from its configuration, and refused with file and remedy."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.words.entries import Entry
from nlp_events.words.loader import FOLDER, Resource, WordList
from nlp_events.words.store import SHIPPED, Words, derived, files_read, words_of


class Layer(Resource):
    words: WordList
    depth: int = 1


class Town(Resource):
    canonical: str
    country: str | None = None


def write(folder: Path, **files: str) -> Path:
    """A folder with files; «__» in a name stands for a point, «_in_» for a folder."""
    for name, text in files.items():
        path = folder / name.replace("_in_", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A small language of two files and a class."""
    return write(
        tmp_path / "base",
        layers_in_soil__yaml="words: [sable, <metal>]\n",
        towns__csv="canonical,country\nGao,ML\n",
        words_in_metals__yaml="metal: {kind: phrase, words: [or, fer]}\n",
    )


def soil(words: Words) -> tuple[str, ...]:
    return words.resource(Layer, "layers/soil.yaml").words


def towns(words: Words) -> list[str]:
    return [row.canonical for row in words.table(Town, "towns.csv")]


class TestFolders:
    def test_ours_alone(self, base: Path) -> None:
        words = Words(base=base)
        assert (soil(words), towns(words)) == (("sable", "or", "fer"), ["Gao"])
        assert words.classes == {"metal": ("or", "fer")}
        assert (words.folders, words.entries) == ((), ())

    @pytest.mark.parametrize("name", ["soil__yaml", "layers_in_soil__yaml"])
    def test_a_file_lies_in_a_folder_like_ours_or_beside_the_others(
        self, base: Path, tmp_path: Path, name: str
    ) -> None:
        own = write(tmp_path / "own", **{name: "words: [argile, -sable]\ndepth: 3\n"})
        words = Words(own, base=base)
        assert words.resource(Layer, "layers/soil.yaml") == Layer(words=("or", "fer", "argile"), depth=3)
        assert words.folders == (own,)

    def test_a_file_of_comments_adds_nothing(self, base: Path, tmp_path: Path) -> None:
        assert soil(Words(write(tmp_path / "own", soil__yaml="# argile\n"), base=base)) == ("sable", "or", "fer")

    def test_the_later_folder_wins(self, base: Path, tmp_path: Path) -> None:
        first = write(tmp_path / "a", soil__yaml="depth: 2\nwords: [argile]\n", towns__csv="canonical\nKidal\n")
        second = write(tmp_path / "b", soil__yaml="depth: 3\nwords: [-argile]\n", towns__csv="canonical\nMopti\n")
        words = Words(str(first), second, base=base)
        assert words.resource(Layer, "layers/soil.yaml").depth == 3
        assert soil(words) == ("sable", "or", "fer")
        assert towns(words) == ["Mopti", "Kidal", "Gao"]

    def test_a_class_takes_words_and_lists_that_name_it_have_them(self, base: Path, tmp_path: Path) -> None:
        words = Words(write(tmp_path / "own", metals__yaml="metal: {words: [zinc, -or]}\n"), base=base)
        assert words.classes["metal"] == ("fer", "zinc")
        assert soil(words) == ("sable", "fer", "zinc")

    def test_parts_stand_beside_and_are_no_value(self, base: Path) -> None:
        write(base, layers_in_rock__yaml="parts: {hard: 'dur|<metal>'}\nwords: [<metal>]\n")
        assert Words(base=base).resource(Layer, "layers/rock.yaml") == Layer(words=("or", "fer"))

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            ({"soil__yaml": "word: [a]\n"}, r"own/soil\.yaml, word: Extra inputs are not permitted"),
            ({"soil__yaml": "words: 3\n"}, r"own/soil\.yaml, words: Input should be a valid array"),
            ({"layers_in_soil__yaml": "words: [a\n"}, r"own/layers/soil\.yaml, line 2: cannot be read as YAML"),
            ({"soil__yaml": "parts: {x: 3}\n"}, r"own/soil\.yaml, parts\.x"),
            ({"towns__csv": "canonical,x\nGao,1\n"}, r"own/towns\.csv, line 2\.x"),
            ({"metals__yaml": "metal: {kind: adverb}\n"}, r"own/metals\.yaml, metal\.kind"),
        ],
    )
    def test_what_is_wrong_names_the_users_file(
        self, base: Path, tmp_path: Path, files: dict[str, str], message: str
    ) -> None:
        words = Words(write(tmp_path / "own", **files), base=base)
        with pytest.raises(ResourceError, match=message):
            (soil(words), towns(words))

    def test_two_classes_of_one_name(self, base: Path) -> None:
        write(base, words_in_ores__yaml="metal: {kind: phrase, words: [zinc]}\n")
        with pytest.raises(
            ResourceError, match=r"ores\.yaml, metal: the class 'metal' stands in another file\. Rename"
        ):
            _ = Words(base=base).classes

    def test_a_part_of_a_class_is_taken_too(self, base: Path) -> None:
        write(base, words_in_a__yaml="miner: {kind: noun, words: [mineur]}\n")
        write(base, words_in_b__yaml="miner.plural: {kind: phrase, words: [mineurs]}\n")
        with pytest.raises(ResourceError, match=r"b\.yaml, miner\.plural: the class 'miner\.plural'"):
            _ = Words(base=base).classes

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ResourceError, match=r"none: there is no such folder of words\. Check the path\."):
            Words(tmp_path, tmp_path / "none")
        (tmp_path / "file").write_text("a")
        with pytest.raises(ResourceError, match="no such folder of words"):
            Words(tmp_path / "file")


class TestOnce:
    def test_a_file_is_read_once(self, base: Path) -> None:
        words = Words(base=base)
        first = words.resource(Layer, "layers/soil.yaml")
        rows = words.table(Town, "towns.csv")
        write(base, layers_in_soil__yaml="words: [loess]\n", towns__csv="canonical\nKidal\n")
        assert words.resource(Layer, "layers/soil.yaml") is first
        assert words.table(Town, "towns.csv") is rows
        assert words.classes is words.classes
        assert soil(Words(base=base)) == ("loess",)

    def test_what_is_made_of_words_is_made_once_for_each(self, base: Path) -> None:
        asked: list[Words] = []

        @derived
        def length(words: Words) -> int:
            """Count."""
            asked.append(words)
            return len(words.classes["metal"])

        one, other = Words(base=base), Words(base=base)
        assert [length(one), length(one), length(other)] == [2, 2, 2]
        assert asked == [one, other]
        assert length.__doc__ == "Count."

    def test_nothing_at_all_is_made_once_too(self, base: Path) -> None:
        asked: list[Words] = []
        nothing = derived(asked.append)
        words = Words(base=base)
        assert nothing(words) is nothing(words) is None
        assert asked == [words]

    def test_ours_are_the_default(self) -> None:
        assert derived(lambda words: words)() is SHIPPED

    def test_what_was_made_is_forgotten_when_a_word_is_added(self, base: Path) -> None:
        count: Callable[[Words], int] = derived(lambda words: len(words.entries))
        words = Words(base=base)
        assert count(words) == 0
        words.add("thing", "bouée")
        assert count(words) == 1


class TestAdd:
    def test_a_word_is_added(self) -> None:
        words = Words()
        assert words.add("saying", "claironner", example="Il a plu, a claironné le maire.") is words
        assert words.entries == (
            Entry(kind="saying", word="claironner", value="", example="Il a plu, a claironné le maire.",
                  path="words.add", line=0),
        )  # fmt: skip
        assert "claironnait" in words.classes["saying.imperfect"]
        assert "claironnait" not in SHIPPED.classes["saying.imperfect"]

    def test_a_place_goes_before_ours(self) -> None:
        from nlp_events.gazetteer.tables import load_places

        first = load_places(Words().add("place", "Bandiakoro|Bandia", "ML 12.61 -7.98"))[0]
        assert (first.canonical, first.aliases, first.country) == ("Bandiakoro", ("Bandia",), "ML")
        assert (first.latitude, first.longitude, first.known_id) == (12.61, -7.98, "own:bandiakoro")

    @pytest.mark.parametrize(
        ("value", "message"),
        [("ML north west", r"words\.add, line 0\.latitude"), ("ML 1", r"words\.add, place: 'ML 1' is no country")],
    )
    def test_a_wrong_place_is_told(self, value: str, message: str) -> None:
        from nlp_events.gazetteer.tables import load_places

        with pytest.raises(ResourceError, match=message):
            load_places(Words().add("place", "Bandiakoro", value))

    def test_what_is_refused_is_not_added(self) -> None:
        words = Words()
        with pytest.raises(ResourceError, match=r"words\.add, noun: there is no kind 'noun'"):
            words.add("noun", "bouée")
        assert (words.entries, words.config) == ((), None)

    def test_words_of_a_folder_are_entries_too(self, tmp_path: Path) -> None:
        write(tmp_path, words__csv="kind;word\nsaying;claironner\nthing;bouée\n")
        words = Words(tmp_path)
        assert [(one.word, one.line) for one in words.entries] == [("claironner", 2), ("bouée", 3)]
        assert "claironna" in words.classes["saying.past"]

    def test_a_wrong_line_of_a_folder_is_told_at_once(self, tmp_path: Path) -> None:
        write(tmp_path, words__csv="kind;word\nverb;claironner\n")
        with pytest.raises(ResourceError, match=r"words\.csv, line 2: there is no kind 'verb'"):
            Words(tmp_path)


class TestConfiguration:
    def test_ours_have_none(self) -> None:
        assert Words().config is None
        assert words_of(None) is SHIPPED

    def test_one_folder_is_its_name(self, tmp_path: Path) -> None:
        assert Words(tmp_path).config == str(tmp_path)
        assert words_of(str(tmp_path)).folders == (tmp_path,)

    def test_all_else_is_told_whole(self, base: Path, tmp_path: Path) -> None:
        first = write(tmp_path / "a", words__csv="kind;word\nthing;seau\n")
        second = write(tmp_path / "b", soil__yaml="words: [argile]\n")
        words = Words(first, second, base=base).add("thing", "bouée").add("person", "orpailleur", "civilian", "Un.")
        config = words.config
        assert config == {
            "base": str(base),
            "folders": [str(first), str(second)],
            "added": [["thing", "bouée", "", ""], ["person", "orpailleur", "civilian", "Un."]],
        }
        again = words_of(json.loads(json.dumps(config)))
        assert again.config == config
        assert again.entries == words.entries
        assert soil(again) == soil(words) == ("sable", "or", "fer", "argile")

    def test_two_folders_need_more_than_a_name(self, tmp_path: Path) -> None:
        config = Words(tmp_path, tmp_path).config
        assert config == {"base": str(FOLDER), "folders": [str(tmp_path)] * 2, "added": []}

    def test_another_base_needs_more_than_a_name(self, base: Path) -> None:
        assert Words(base=base).config == {"base": str(base), "folders": [], "added": []}

    def test_pickled_words_are_made_of_their_configuration(self, base: Path, tmp_path: Path) -> None:
        own = write(tmp_path / "own", soil__yaml="words: [argile]\n")
        words = Words(own, base=base).add("thing", "bouée")
        assert len(soil(words)) == 4  # what was read does not travel
        again = pickle.loads(pickle.dumps(words))  # noqa: S301 - of this test
        assert again.config == words.config
        assert soil(again) == soil(words)

    def test_ours_pickled_are_ours(self) -> None:
        assert pickle.loads(pickle.dumps(SHIPPED)) is SHIPPED  # noqa: S301 - of this test

    def test_an_object_is_given_back(self, tmp_path: Path) -> None:
        words = Words(tmp_path)
        assert words_of(words) is words

    def test_a_folder_that_is_not_there(self) -> None:
        with pytest.raises(ResourceError, match="no/such: there is no such folder"):
            words_of("no/such")


class TestShared:
    def test_the_same_files_give_the_same_object(self, tmp_path: Path) -> None:
        write(tmp_path, causes__yaml="{}\n")
        assert words_of(str(tmp_path)) is words_of(str(tmp_path))

    @pytest.mark.parametrize("name", ["causes__yaml", "words__csv", "layers_in_causes__yaml"])
    def test_a_file_that_comes_goes_or_changes_gives_another(self, tmp_path: Path, name: str) -> None:
        first = words_of(str(tmp_path))
        write(tmp_path, **{name: "# a\n"})
        second = words_of(str(tmp_path))
        path = tmp_path / name.replace("_in_", "/").replace("__", ".")
        os.utime(path, ns=(0, 0))
        third = words_of(str(tmp_path))
        path.write_text("# bc\n", encoding="utf-8")
        os.utime(path, ns=(0, 0))
        fourth = words_of(str(tmp_path))
        path.unlink()
        assert len({id(one) for one in (first, second, third, fourth)}) == 4
        assert words_of(str(tmp_path)) is first

    def test_what_nothing_reads_changes_nothing(self, tmp_path: Path) -> None:
        first = words_of(str(tmp_path))
        write(tmp_path, notes__txt="a", my__yaml="a: 1\n")
        assert words_of(str(tmp_path)) is first

    def test_words_of_one_object_are_not_added_to_the_other(self, tmp_path: Path) -> None:
        words = Words(tmp_path).add("thing", "bouée")
        other = words_of({"base": str(FOLDER), "folders": [str(tmp_path)], "added": []})
        assert (len(words.entries), other.entries) == (1, ())


class TestFilesRead:
    def test_files_of_our_names_and_words(self, tmp_path: Path) -> None:
        write(tmp_path, words__csv="kind;word\n", causes__yaml="", layers_in_dates__yaml="", notes__txt="",
              words_in_verbs__yaml="", places__csv="")  # fmt: skip
        (tmp_path / "zones.yaml").symlink_to(tmp_path / "nowhere")
        found = [path.relative_to(tmp_path).as_posix() for path in files_read(tmp_path)]
        assert found[0] == "words.csv"
        assert sorted(found) == [
            "causes.yaml", "layers/dates.yaml", "places.csv", "words.csv", "words/verbs.yaml", "zones.yaml",
        ]  # fmt: skip

    @pytest.mark.parametrize("name", ["none", "a\0b", "a" * 300])
    def test_no_folder_has_none(self, tmp_path: Path, name: str) -> None:
        assert files_read(tmp_path / name) == []
