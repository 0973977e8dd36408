"""The catalogues: whole, without anything that is said no more, and with the fields of what they translate."""

import pytest

from nlp_events.commands import wording
from nlp_events.commands.wording import FIELD, LANGUAGES, catalogue, language, said, spoken
from tests.commands.messages import helps, templates

OTHERS = [code for code in LANGUAGES if code != "en"]
TYPER = {
    "Usage: ", "[OPTIONS]", "Options", "Arguments", "Commands", "Show this message and exit.", "default: ", "required",
    "Error: ", "Try '{}' for help.", "Missing argument '{}'.", "Missing option '{}'.", "No such option: {}",
    "No such option '{}'.", "No such command '{}'.", "No such command '{}'. Did you mean '{}'?",
    "Invalid value for '{}': {}", "Invalid value: {}", "Option '{}' requires an argument.", "'{}' is not one of {}.",
    "'{}' is not a valid int.", "'{}' is not a valid integer.", "'{}' is not a valid float.",
    "Got unexpected extra argument ({})", "Got unexpected extra arguments ({})",
}  # fmt: skip
"""What the versions of Typer say."""
PIECES = {
    "there is no language {}. Take one of: {}.", "give GOLD and RESULTS, or RESULTS and --judgements FILE",
    "{} records of {} articles; left out: {}", "{} incidents; left out: {}", "left out: {} (a row is {})",
    "{} rows", "{} rows; rows left out: {}", "{} without {}", "{} without {}, {}",
    "of records that {} does not hold, or of articles that are annotated",
    "{} answers in {} articles are too few; {} in {} are needed at least",
    "{} of {} are wrong; {} wrong ones and {} right ones are needed at least",
    "nothing is gained on articles that the weights had not seen",
    "the publication date {} is not a date. Write it as YYYY-MM-DD, or name its form with --date-format.",
    "{} of {} articles have no date.", "{}. Save the feed anew.",
    "{} of {} articles have no date; column {} looks like one: name it with --date-field.",
    "{} file of another kind was left out ({}).", "{} files of other kinds were left out ({}).",
    "the publication date {} is not a date. Write it as YYYY-MM-DD.",
    "is not French ({})", "is not French but {} ({})",
    "English", "Spanish", "Portuguese", "German", "Italian", "Arabic",
    "{} articles gain and {} lose, which may be chance; judge more of them",
    "{} {} decoded in a wrong encoding before («dÃ©placÃ©s»){}. --fix-encoding mends it",
    "{} {} lost («{}») when it was saved{}. Read it from a better copy", "line was", "lines were", "letter was",
    "letters were", "the line", "the file", "input", "output", "read", "written", "left", "interrupted",
    "{}, or leave it out.",
    "{}. Please report it with the text.",
}  # fmt: skip
"""What is put together where it is said, or is one word."""


def known(code):
    return {FIELD.sub("{}", text) for text in catalogue(code)}


@pytest.mark.parametrize("code", OTHERS)
class TestCatalogue:
    def test_no_message_is_missing(self, code, root):
        missing = {text: place for text, place in templates(root).items() if text not in known(code)}
        assert missing == {}, f"add to nlp_events/commands/locale/{code}.po"

    def test_no_help_is_missing(self, code):
        assert helps() - known(code) == set()

    def test_what_is_not_said_any_more_is_gone(self, code, root):
        from nlp_events.annotators.tools import TOOLS
        from nlp_events.commands.converting import LOST, LOST_OF_INCIDENTS
        from nlp_events.writers.layouts import LAYOUTS

        said_now = set(templates(root)) | helps() | TYPER | PIECES | set(LOST.values())
        said_now |= set(LOST_OF_INCIDENTS.values())
        said_now |= {tool.lost for tool in TOOLS.values()}
        said_now |= {text for layout in LAYOUTS.values() for text in (layout.lost, layout.row)}
        assert known(code) - said_now == set()

    def test_fields_agree(self, code):
        wrong = [
            text for text, own in catalogue(code).items() if sorted(FIELD.findall(text)) != sorted(FIELD.findall(own))
        ]
        assert wrong == []

    def test_a_terminal_shows_every_sign(self, code):
        assert [own for own in catalogue(code).values() if not own.isprintable()] == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("interrupted; no file was written", "interrompu ; aucun fichier n'a été écrit"),
        ("a.txt: there is no such file. Check the path.", "a.txt: ce fichier n'existe pas. Vérifiez le chemin."),
        ("C: x: there is no such file. Check the path.", "C: x: ce fichier n'existe pas. Vérifiez le chemin."),
        (
            "8 read, 6 done, 2 failed (1 empty, 1 long), 40 records",
            "8 lus, 6 traités, 2 en échec (1 empty, 1 long), 40 bilans",
        ),
        (
            "a.txt: has 9 characters, more than the 5 of one article. Split it into articles.",
            "a.txt: a 9 caractères, plus que les 5 d'un article. Découpez-le en articles.",
        ),
        (
            "output: is an input, and would be lost. Name another output.",
            "output: est une entrée, et serait perdu. Nommez une autre sortie.",
        ),
        (
            "a: is kept by a run into output, which removes it. Name another output.",
            "a: est gardé par une exécution vers output, qui l'efface. Nommez une autre sortie.",
        ),
        (
            "a.csv: 1 rows; rows left out: 1 without country, 2 without date, of 4 incidents;"
            " left out: the history of each toll (a row is a disaster or accident)",
            "a.csv: 1 lignes ; lignes omises : 1 sans country, 2 sans date, de 4 événements ;"
            " omis : l'histoire de chaque bilan (une ligne est une catastrophe ou un accident)",
        ),
        (
            "a.txt: is not French but Spanish (only 3% of its words are French function words). This library reads"
            " French articles only.",
            "a.txt: n'est pas en français mais en espagnol (seuls 3% de ses mots sont des mots-outils du français)."
            " Cette bibliothèque ne lit que des articles en français.",
        ),
        ("nobody has translated this", "nobody has translated this"),
        ("a: " * 5_000 + "interrupted", "a: " * 5_000 + "interrupted"),
        ("", ""),
    ],
)
def test_a_message_is_said_in_french(message, expected):
    with spoken("fr"):
        assert said(message) == expected
    with spoken("en"):
        assert said(message) == message


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "fr_SN.UTF-8"}, "fr"),
        ({"LANGUAGE": "de:fr", "LANG": "en_US"}, "fr"),
        ({"LANGUAGE": "", "LANG": "fr_CA"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(variables, code, monkeypatch):
    for name in wording._VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == code
    with spoken("fr"):
        assert language() == "fr"
    assert language() == code
