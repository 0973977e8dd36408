"""What holds for every article, however it is put together: headlines, standfirsts, bodies, lists, odd blanks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.report.evidence import spans_of
from nlp_events.text.rings import LINKS
from nlp_events.values import Article, ArticleResult, Event
from nlp_events.writers.rows import to_line

NUMBERS = [
    "douze",
    "12",
    "plusieurs",
    "neuf",
    "une dizaine de",
    "des dizaines de",
    "au moins 34",
    "plus de trente",
    "entre 3 et 5 000",
    "1 200",
    "quelque 4.500",
    "moins de dix",
    "aucun",
    "un",
    "deux ou trois",
    "1,2 million de",
    "0",
    "-3",
    "400 00",
    "52",
]
PEOPLE = [
    "morts",
    "blessés",
    "civils tués",
    "soldats",
    "personnes",
    "déplacés",
    "otages",
    "familles",
    "enfants",
    "disparus",
]
HEADS = [
    "{0} {1} dans une attaque à Ménaka",
    "Mali : {0} {1} à Gao",
    "{0} {1} après le séisme",
    "Le bilan passe de {0} à {2} {1}",
    "Inondations : {0} {1}, {2} {3}",
    "Attentat à Mossoul",
    "Ce que l'on sait du naufrage : {0} {1}",
]
SENTENCES = [
    "{0} {1} et {2} {3} ont été dénombrés à Gao, selon la police.",
    "L'attaque a fait {0} {1}, dont {2} {3}, a annoncé lundi le gouverneur.",
    "Un précédent bilan faisait état de {0} {1}.",
    "Le bilan n'est pas de {0} mais de {2} {1}.",
    "Parmi les {1}, {0} sont dans un état grave et {2} ont été évacués vers Bamako.",
    "Depuis 2012, le conflit a tué {0} personnes et chassé {2} {1}.",
    "{0} {1} manquaient toujours à l'appel mardi 3 novembre 2016, contre {2} la veille.",
    "Le ministère dément la mort de {0} {1}.",
    "Sur les {0} {1}, {2} ont été libérés ; les autres ({0}) restent détenus.",
    "En tout, {0} {1} : {2} à Kidal, {0} à Gao et {2} à Tombouctou.",
]
ITEMS = ["- {0} {1} à Gao", "• {1} : {0}", "1) Kidal : {0} {1}, {2} {3}", "Tombouctou    {0}    {2}", "{1} ({0})"]
BREAKS = ["\n", "\n\n", "\n\n\n", " \n", "\r\n\r\n"]
BLANKS = [" ", "\u00a0", "\u202f", "  ", "\t", "      "]


@st.composite
def lines(draw: st.DrawFn, templates: list[str]) -> str:
    """One line: a template with numbers and people, and blanks of a kind."""
    numbers, people = st.sampled_from(NUMBERS), st.sampled_from(PEOPLE)
    filled = draw(st.sampled_from(templates)).format(draw(numbers), draw(people), draw(numbers), draw(people))
    return filled.replace(" ", draw(st.sampled_from(BLANKS)))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Headlines and standfirsts, then paragraphs and lists, in any number."""
    heads = draw(st.lists(lines(HEADS), max_size=3))
    bodies = draw(st.lists(lines(SENTENCES), max_size=5))
    items = draw(st.lists(lines(ITEMS), max_size=4))
    teaser = draw(st.sampled_from([[], ["Lire aussi : douze morts à Lomé"]]))
    gap, within = draw(st.sampled_from(BREAKS)), draw(st.sampled_from([" ", "\n"]))
    return gap.join(
        [*heads, within.join(bodies), "\n".join(items), *teaser, "C'est ce qu'a dit la police de la ville."]
    )


DAYS = st.sampled_from(["2016-11-03", None])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(articles(), DAYS), min_size=1, max_size=6))
def test_results_are_sound_and_the_same_alone_and_in_a_batch(nlp: Language, told: list[tuple[str, str | None]]) -> None:
    given_articles = [Article(doc_id=f"a{at}", text=text, published=day) for at, (text, day) in enumerate(told)]
    together = list(process(given_articles, nlp))
    alone = [result for article in given_articles for result in process([article], nlp)]
    assert [to_line(one, with_text=True) for one in together] == [to_line(one, with_text=True) for one in alone]
    for article, result in zip(given_articles, together, strict=True):
        assert result.status in ("done", "language"), result.error
        _sound(article.text, result)


def _sound(text: str, result: ArticleResult) -> None:
    events = result.events
    by_id = {event.event_id: event for event in events}
    assert len(by_id) == len(events)
    for event in events:
        _sound_record(text, event)
        assert {getattr(event, link) for link in LINKS} - {None} <= set(by_id)
        assert event.event_id not in _reached(event, by_id)
    for entity in result.entities:
        assert text[entity["start"] : entity["end"]] == entity["text"]
    for one in result.dates:
        assert text[one["start"] : one["end"]] == one["text"]
    assert all(first["start"] <= second["start"] for first, second in pairwise(result.refusals))


def _sound_record(text: str, event: Event) -> None:
    assert text[event.start : event.end] == event.text
    assert (event.start, event.end) in event.mentions
    assert all(0 <= start < end <= len(text) for start, end in (*event.mentions, *spans_of(event.evidence).values()))
    assert event.min is None or event.min >= 0
    assert event.min is None or event.max is None or event.min <= event.max
    assert (event.min, event.max) != (None, None)
    assert event.sentence in text


def _reached(event: Event, by_id: dict[str, Event]) -> set[str]:
    """Every record that one leads to by its links."""
    reached: set[str] = set()
    ahead = [event]
    while ahead:
        one = ahead.pop()
        targets = {getattr(one, link) for link in LINKS} - {None} - reached
        reached |= targets
        ahead += [by_id[target] for target in targets]
    return reached
