import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from nlp_events.decisions import Scorer
from nlp_events.pipeline import process
from nlp_events.report.choices import choices_of
from nlp_events.report.explanation import explain, explanation, refusal_line
from nlp_events.values import Article, ArticleResult

TEXT = """Niger : au moins 17 soldats tués à Tillabéri

NIAMEY, 6 mars 2020 - Au moins 17 soldats, dont deux officiers, auraient été tués jeudi à Tillabéri, a indiqué l'armée.
La caserne, à 90 km de la capitale, abritait 350 hommes. Un sergent de 34 ans a été enlevé.

Lire aussi
Mali : 31 civils tués à Mopti
"""


def explained(text, nlp):
    article = Article(doc_id="a.txt", text=text, published="2020-03-06")
    (result,) = process([article], nlp)
    return [line.plain for line in explanation(article, result)]


@pytest.fixture(scope="module")
def lines(nlp):
    return explained(TEXT, nlp)


@pytest.mark.parametrize(
    "line",
    [
        "killed ≥ 17 · at_least · asserted · confidence N · rule participle/killed-verb",
        "    Niger : [quantity: au moins 17] [who: soldats] [trigger: tués] à [place: Tillabéri]",
        "    place: «Tillabéri»",
        "    source: «l'armée»",
        "    part of: «au moins 17 soldats» (killed ≥ 17)",
        "    mentions: «au moins 17 soldats», «Au moins 17 soldats»",
        "numbers in no record",
    ],
)
def test_a_record_is_explained(lines, line):
    assert line in [re.sub(r"confidence \d\.\d\d", "confidence N", one) for one in lines]


def test_place_and_date_are_told_with_what_they_were_chosen_by(nlp):
    article = Article(
        doc_id="a.txt", text="Deux soldats ont été tués lundi à Gao, loin de Kidal.", published="2020-03-04"
    )
    (result,) = process([article], nlp)
    told = [line.plain for line in explanation(article, result, choices_of(article, nlp))]
    (place,) = [line for line in told if line.startswith("    place: Gao, ")]
    (date,) = [line for line in told if line.startswith("    date: 2020-03-02, ")]
    assert re.fullmatch(r" {4}place: Gao, \d\.\d\d: .* [+−]\d\.\d; second: Kidal −\d+\.\d", place)
    assert re.fullmatch(r" {4}date: 2020-03-02, \d\.\d\d.*; second: .* −\d+\.\d", date)
    assert not any("; second: " in line.plain for line in explanation(article, result))


def test_what_may_be_a_figure_is_told_by_itself(nlp, monkeypatch):
    monkeypatch.setattr(nlp.get_pipe("nlp_events_figures"), "scorer", Scorer(weights={}, threshold=0.6))
    told = explained("Deux soldats ont été tués à Gao. Le fort abrite 30 canons.", nlp)
    assert told[:2] == ["no records", "to review: may be figures all the same"]
    assert told[2].startswith("    [number: Deux soldats] ont été tués à Gao.")
    assert "  killed 2 · confidence 0.50  too improbable" in told[2]
    assert told[3] == "numbers in no record"
    assert not any("[number: Deux" in line for line in told[4:])


def test_a_record_of_an_earlier_version_tells_no_confidence(nlp):
    article = Article(doc_id="a.txt", text="Deux soldats ont été tués à Gao.")
    (result,) = process([article], nlp)
    (event,) = result.events
    first = next(explanation(article, replace(result, events=(replace(event, confidence=None),))))
    assert "confidence" not in first.plain


def test_evidence_is_marked_in_the_sentence_with_its_slot(lines):
    (sentence,) = [line for line in lines if "[quantity: deux]" in line]
    for mark in (
        "[who: officiers]",
        "[certainty: auraient]",
        "[trigger: tués]",
        "[source: l'",
    ):
        assert mark in sentence


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("[number: 2020]", "a year"),
        ("[number: 90 km]", "a length or distance"),
        ("[number: 350]", "no trigger"),
        ("[number: 34 ans]", "an age"),
        ("[number: 31 civils]", "another article"),
    ],
)
def test_a_number_in_no_record_has_its_reason(lines, number, reason):
    refused = lines[lines.index("numbers in no record") :]
    (line,) = [line for line in refused if number in line]
    assert reason in line


def test_a_number_is_refused_or_in_a_record_but_not_both(nlp):
    (result,) = process([Article(doc_id="a", text=TEXT)], nlp)
    places = [(one["start"], one["end"]) for one in result.refusals]
    assert places == sorted(set(places))
    for event in result.events:
        for first, last in event.mentions:
            assert not any(start < last and first < end for start, end in places if (start, end) != (first, last))


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("La route fait 3 200 morts par an dans cette province.", "3 200 morts", "a rate"),
        ("Le conseil régional compte 48 élus, a rappelé le préfet de la région.", "48", "no trigger"),
        ("Aucun mort n'est à déplorer, mais 38 % des toits ont été arrachés par le vent.", "38 %", "a percentage"),
    ],
)
def test_why_a_number_is_refused(text, number, reason, nlp):
    (line,) = [line for line in explained(text, nlp) if f"[number: {number}" in line]
    assert reason in line


def test_what_replaces_another_figure_links_to_it(nlp):
    article = Article(doc_id="a", text="Deux soldats ont été tués à Gao.")
    (result,) = process([article], nlp)
    (event,) = result.events
    later = replace(event, event_id="later", supersedes=event.event_id, part_of="not-shown")
    lines = [line.plain for line in explanation(article, replace(result, events=(event, later)))]
    assert "    supersedes: «Deux soldats» (killed 2)" in lines
    assert not any("part of" in line for line in lines)


@pytest.mark.parametrize("width", [20, 160])
def test_markup_and_control_characters_of_an_article_are_text(width, nlp):
    text = "[bold]Deux\x1b[31m soldats[/bold] ont été tués à Gao,\ndans le nord du pays, le 3 mai.\n"
    article = Article(doc_id="a\x1b[1m.txt", text=text)
    (result,) = process([article], nlp)
    out = io.StringIO()
    explain(article, result, Console(file=out, width=width))
    assert "[bold]" in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_a_terminal_gets_colours(nlp):
    article = Article(doc_id="a.txt", text="Deux soldats ont été tués à Gao.")
    (result,) = process([article], nlp)
    out = io.StringIO()
    explain(article, result, Console(file=out, width=80, force_terminal=True, color_system="standard"))
    assert "\x1b[" in out.getvalue()


def test_nothing_found_is_said():
    article = Article(doc_id="a", text="Le conseil siège lundi.")
    result = ArticleResult(doc_id="a", title=None, published=None, error=None)
    assert [line.plain for line in explanation(article, result)] == ["no records"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Il a 34 ans.", "    Il a [number: 34 ans]."), ("x" * 40 + " 34 ans", f"    …{'x' * 29} [number: 34 ans]")],
)
def test_context_is_cut_at_thirty_characters(text, shown):
    start = text.index("34")
    line = refusal_line(text, {"start": start, "end": start + 6, "reason": "age", "rule": "after_age"})
    assert line.plain == f"{shown}  an age  rule after_age"
