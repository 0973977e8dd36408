import shutil

import pytest

from nlp_events.report.examples import failures
from nlp_events.words.loader import FOLDER
from nlp_events.words.store import Words


def test_shipped_examples_give_what_they_should():
    assert [str(failure) for failure in failures()] == []


DIGUE = "Sans la digue, il y aurait eu des dizaines de morts."
ROUTE = "La route fait 3 200 morts par an dans le pays."
CRUE = "La crue a fait dix morts."
FRENCH = "non_examples:\n  - Les pluies ont emporté la digue et le pont de la ville dans la nuit."


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("layers/figures.yaml", DIGUE, CRUE, f"«{CRUE}» should give counterfactual, but gives killed-counted"),
        ("layers/figures.yaml", ROUTE, CRUE, f"rate: «{CRUE}» should give rate"),
        (
            "layers/quantities.yaml",
            '- "Une femme de 34 ans."',
            '- "Une femme de ménage."',
            "should give after_age, but gives",
        ),
        ("language.yaml", "non_examples:", FRENCH, "should give not French, but gives French"),
    ],
)
def test_an_example_that_fails_is_told(file, old, new, words, tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    shipped = (FOLDER / file).read_text(encoding="utf-8")
    assert old in shipped
    (tmp_path / file).write_text(shipped.replace(old, new, 1), encoding="utf-8")
    (failure,) = failures(Words(base=tmp_path))
    assert failure.file == file
    assert words in str(failure)
