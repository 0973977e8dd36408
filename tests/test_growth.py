"""Time grows with the length of a text, whatever stands in it a thousand times.

No test of speed: processor time per character at 4 000 repetitions is held against that at 1 000, so that a slow or
busy machine changes nothing. Linear work has a ratio of 1 or less, quadratic work one of 4.
"""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

FEW, MANY = 1_000, 4_000
MOST = 2.5
"""Ratio of time per character that is still taken for linear."""
FLOOR = 0.3
"""Seconds of processor time for the longer text below which nothing can be said."""
REST = "\nDouze personnes ont été tuées dans une attaque, a dit la police de la ville de Gao."

BLANKS = [" ", "\t", "\v", "\f", "\u00a0", "\u202f", "\u2007", "\u2009", "\u3000", "\u200b", " \t\u00a0", "a   "]
LINE_ENDS = ["\n", "\r", "\r\n", "\u2028", "\u0085", " \n", "\n\n", "\n- ", "\n• ", ",\n", "Gao\n"]
SIGNS = [
    ",", ", ", ";", "; ", ":", " : ", ".", ". ", "...", "…", "!", "? ", "-", " - ", "–", " – ", "« ", " »", "»",
    '"', '" ', "'", "’", "(", ") ", "[", "/", " / ", "*", "* ", "|", "_", "%", "• ", "12 ", "12, ", "1 000 ",
    "1\u00a0000 ", "12/", "1,", "0", "x", "A.",
]  # fmt: skip
WORDS = [
    "de", "la", "et", "à", "selon", "que", "dont", ", qui", "au moins", "plus de", "entre 3 et", "le 3",
    "du 3 au", "hier", "lundi", "dans la nuit de", "il y a", "depuis", "janvier", "2016", "un", "deux", "mille",
    "vingt et", "des dizaines de", "tiers", "morts", "tués", "blessés", "ont été", "ont fui", "trois enfants",
    "a déclaré", ", a dit la police", "M.", "Jean Dupont", "Al-", "Gao,", "à Gao", "ONU", "l'ONU (ONU)",
    "province de", "le nord de", "attaque", "pourrait", "si", "Lire aussi", "VIDÉO -",
]  # fmt: skip


def cost(nlp: Language, text: str) -> float:
    """Seconds of processor time that a text takes."""
    started = time.process_time()
    doc = nlp(text)
    assert len(doc._.events) >= 1
    assert doc.text == text
    return time.process_time() - started


def growth(nlp: Language, few: str, many: str) -> float:
    """How much longer a character of the longer text takes; the least of three measurements where the first is high."""
    long = cost(nlp, many)
    ratio = 0.0 if long < FLOOR else long / len(many) * len(few) / cost(nlp, few)
    for _ in range(2):
        if ratio > MOST:
            ratio = min(ratio, cost(nlp, many) / len(many) * len(few) / cost(nlp, few))
    return ratio


def sentence_and_line(repeated: str, count: int) -> str:
    """A text with something so many times in a sentence, and again in a line of its own."""
    run = repeated * count
    return f"Une attaque a fait 12 morts {run}à Gao, selon la police.\n{run}{REST}"


@pytest.mark.parametrize("separator", [*BLANKS, *LINE_ENDS, *SIGNS])
def test_separators(nlp: Language, separator: str) -> None:
    few, many = (sentence_and_line(separator, count) for count in (FEW, MANY))
    assert growth(nlp, few, many) < MOST


@pytest.mark.parametrize("word", WORDS)
def test_frequent_words(nlp: Language, word: str) -> None:
    few, many = (sentence_and_line(f"{word} ", count) for count in (FEW, MANY))
    assert growth(nlp, few, many) < MOST


def test_figures(nlp: Language) -> None:
    few, many = (f"Une attaque a fait {'12 morts ' * count}à Gao.{REST}" for count in (FEW, MANY))
    assert growth(nlp, few, many) < MOST


TOWNS = ("Gao", "Kidal", "Ménaka", "Diffa", "Djibo", "Bunia", "Goma", "Alep", "Kaboul", "Quetta")
ACTORS = ("des hommes armés", "des rebelles", "la police", "un kamikaze", "l'armée", "des bandits", "un gang")
DEEDS = ("dans une attaque", "lors d'un affrontement", "à cause du choléra", "dans un incendie", "par des tirs d'obus")


def book(sentences: int) -> str:
    """A text of sentences that differ: who, where, when and how many are told anew in each."""
    told = (
        f"{number % 90 + 2} villageois ont été tués par {ACTORS[number % 7]} {DEEDS[number % 5]} "
        f"à {TOWNS[number % 10]} le {number % 28 + 1} mars 2021, selon la gendarmerie. Le vent soufflait."
        for number in range(sentences)
    )
    return "\n\n".join(told)


def test_a_book_of_figures(nlp: Language) -> None:
    assert growth(nlp, book(150), book(600)) < MOST


@pytest.mark.parametrize("rows", [20, 200])
def test_a_table_laid_out_with_blanks(nlp: Language, rows: int) -> None:
    cells = ("Gao", "12 morts", "30 blessés", "4 mai 2020", "selon la gendarmerie")
    narrow, wide = (((" " * width).join(cells) + "\n") * rows + REST for width in (1, 200))
    cost(nlp, narrow)
    assert cost(nlp, wide) < FLOOR + MOST * cost(nlp, narrow)


def test_an_unbroken_word_of_ten_thousand_signs(nlp: Language) -> None:
    for sign in ("x", ",", "l'", "a-", "https://gao.example/?q=%20&"):
        texts = (f"Voici {(sign * length)[:length]} à Gao.{REST}" for length in (10_000, 40_000))
        assert growth(nlp, *texts) < MOST
