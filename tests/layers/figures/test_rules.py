"""Figures in one sentence: what was read, and from which rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_events.layers.figures.readings import Reading
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


def read(text: str) -> list[Reading]:
    return find_figures(text, find_quantities(text)[0])[0]


def brief(text: str) -> list[str]:
    """«killed 12 12 dans la phrase» for each figure."""
    return [
        f"{one.impact} {one.quantity['min']}-{one.quantity['max']} {text[one.item.start : one.item.end]}"
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le déraillement a fait 12 morts.", ["killed 12-12 12 morts"]),
        ("Une bombe a tué 12 soldats à Gao.", ["killed 12-12 12 soldats"]),
        ("Douze soldats ont été tués par une mine.", ["killed 12-12 Douze soldats"]),
        ("Mali : douze soldats tués près de Gao", ["killed 12-12 douze soldats"]),
        ("Onze pêcheurs ont péri dans la tempête.", ["killed 11-11 Onze pêcheurs"]),
        ("Onze pêcheurs périssent dans la tempête", ["killed 11-11 Onze pêcheurs"]),
        ("L'incendie a coûté la vie à neuf pensionnaires.", ["killed 9-9 neuf pensionnaires"]),
        ("La mort de 13 mineurs a été confirmée.", ["killed 13-13 13 mineurs"]),
        ("Le plafond s'est écroulé, causant la mort de six fidèles.", ["killed 6-6 six fidèles"]),
        ("Un policier a été abattu mardi soir.", ["killed 1-1 Un policier"]),
        ("Une vingtaine de passagers sont portés disparus.", ["missing 20-20 Une vingtaine de passagers"]),
        ("Des hommes armés ont enlevé 23 écolières.", ["abducted 23-23 23 écolières"]),
        ("Quelque 300 familles ont dû quitter leur foyer.", ["displaced 300-300 Quelque 300 familles"]),
        ("Les combats ont poussé 4 000 habitants à fuir.", ["displaced 4000-4000 4 000 habitants"]),
        ("Plus de 500 personnes sont sans abri.", ["homeless 500-None Plus de 500 personnes"]),
        ("Seize mineurs restent bloqués sous terre.", ["affected 16-16 Seize mineurs"]),
        ("Aucun civil n'a été blessé.", ["injured 0-0 Aucun civil"]),
        ("Un nourrisson de six mois extrait indemne des ruines.", ["rescued 1-1 Un nourrisson"]),
        ("Le syndicat redoute que six foreurs ne soient ensevelis.", ["missing 6-6 six foreurs"]),
        ("La montée du lac a poussé 900 riverains sur les pistes.", ["displaced 900-900 900 riverains"]),
        ("Le sinistre a jeté à la rue 60 familles.", ["homeless 60-60 60 familles"]),
        ("Le forcené a tué un voisin et blessé deux passants.", ["killed 1-1 un voisin", "injured 2-2 deux passants"]),
        ("La préfecture chiffre à 14 le nombre de morts.", ["killed 14-14 14"]),
        ("Toujours aucune trace des 31 occupants de la barge.", ["missing 31-31 31 occupants"]),
        ("L'ouragan a touché 8 000 insulaires.", ["affected 8000-8000 8 000 insulaires"]),
        ("Deux vigiles ont été touchés par balles.", ["injured 2-2 Deux vigiles"]),
        ("L'incendie n'a pas fait de victime.", ["casualties 0-0 pas fait de victime"]),
        ("Trente-sept manifestants ont été interpellés.", ["detained 37-37 Trente-sept manifestants"]),
        ("L'un des marins a été tué.", ["killed 1-1 L'un des marins"]),
        ("Les déplacés sont désormais 61.000 dans la cuvette.", ["displaced 61000-61000 61.000"]),
        ("Un neuvième corps a été retrouvé mardi.", ["killed 1-1 Un neuvième corps"]),
        ("Le nombre de pèlerins tués dépasse désormais les 700.", ["killed 700-None dépasse désormais les 700"]),
        ("Les pillages ont contraint 900 familles à fuir.", ["displaced 900-900 900 familles"]),
        ("Les islamistes détiennent neuf infirmières contre rançon.", ["abducted 9-9 neuf infirmières"]),
        ("Les 78 internes sont rentrés sains et saufs.", ["rescued 78-78 78 internes"]),
        ("Les déplacés internes étaient 220 000 fin juillet.", ["displaced 220000-220000 220 000"]),
        ("Neuf cents villageois ont été contraints de fuir.", ["displaced 900-900 Neuf cents villageois"]),
        ("Les disparus ne sont plus que 166.", ["missing 166-166 166"]),
        ("Trois enfants ont été tirés des gravats à Izmir.", ["rescued 3-3 Trois enfants"]),
        ("Les pompiers ont évacué 40 riverains menacés par le feu.", ["evacuated 40-40 40 riverains"]),
        ("Après les combats, 300 déplacés ont pu regagner leurs quartiers.", ["returned 300-300 300 déplacés"]),
    ],
)
def test_one_figure(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une bombe a tué 12 soldats et blessé 30 autres.", ["killed 12-12 12 soldats", "injured 30-30 30 autres"]),
        ("Cinq soldats ont été tués ainsi que deux civils.", ["killed 5-5 Cinq soldats", "killed 2-2 deux civils"]),
        ("Deux gendarmes ont été tués et un autre, blessé.", ["killed 2-2 Deux gendarmes", "injured 1-1 un autre"]),
        (
            "Un forcené a ouvert le feu, tuant six clients et en blessant onze.",
            ["killed 6-6 six clients", "injured 11-11 onze"],
        ),
        (
            "Une dizaine de fidèles sont morts et une quinzaine blessés.",
            ["killed 10-10 Une dizaine de fidèles", "injured 15-15 une quinzaine blessés"],
        ),
        ("Un docker et deux marins ont été tués.", ["killed 1-1 Un docker", "killed 2-2 deux marins"]),
    ],
)
def test_coordination_and_ellipsis(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Douze civils, dont trois enfants, ont été tués.", [("trois enfants", "Douze civils")]),
        ("Le raid a fait 40 blessés, dont 9 grièvement.", [("9", "40 blessés")]),
        (
            "Bilan : 18 tués (onze femmes et sept hommes).",
            [("onze femmes", "18 tués"), ("sept hommes", "18 tués")],
        ),
        (
            "La crue a chassé 47 000 habitants : 30 000 à Gao et 17 000 à Mopti.",
            [("30 000", "47 000 habitants"), ("17 000", "47 000 habitants")],
        ),
        ("Six des huit otages ont été libérés.", [("Six", "huit otages")]),
        ("Neuf pèlerins, trois fillettes comprises, enlevés lundi.", [("trois fillettes", "Neuf pèlerins")]),
        ("Sur les 48 blessés, 12 sont dans un état grave.", [("12", "48 blessés")]),
        ("Le feu a fait 39 morts. Parmi eux, dix étaient des enfants.", [("dix", "39 morts")]),
        ("Sur les 130 blessés, dix-sept restaient samedi dans un état critique.", [("dix-sept", "130 blessés")]),
        ("Parmi les onze tués, on compte deux gardes.", [("deux gardes", "onze tués")]),
        ("Neuf mineurs ont été sauvés, les cinq autres sont morts.", []),
        ("Le tir a tué 21 élèves. Parmi les blessés, trois enfants sont dans un état critique.", []),
        ("La rixe a fait 18 blessés. Six sont dans le coma.", [("Six", "18 blessés")]),
        ("Les raids ont fait vingt morts à Bria, dix à Bangassou et trois à Zémio.", []),
        ("L'hôpital a admis 31 blessés parmi les civils et 14 parmi les gendarmes.", []),
        ("Le point : un marché visé (trois tués), une gare touchée (un mort).", []),
        (
            "Les heurts ont fait cinq tués : trois manifestants et deux policiers.",
            [("trois manifestants", "cinq tués"), ("deux policiers", "cinq tués")],
        ),
        (
            "Les secours ont sorti trois corps, deux femmes et un homme.",
            [("deux femmes", "trois corps"), ("un homme", "trois corps")],
        ),
        ("Un obus a tué huit marins. Trois d'entre eux étaient russes.", [("Trois d'entre eux", "huit marins")]),
    ],
)
def test_parts_point_to_their_whole(text: str, parts: list[tuple[str, str]]) -> None:
    found = [
        (text[one.item.start : one.item.end], text[one.whole.item.start : one.whole.item.end])
        for one in read(text)
        if one.whole is not None
    ]
    assert found == parts


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Le bilan passe de 12 à 15 morts.", "15 morts", "12"),
        ("Le bilan de l'attentat est passé de 34 à 41.", "41", "34"),
        ("Séisme : 49 morts, contre 46 la veille.", "49 morts", "46"),
        ("On compte 41 blessés, puis 48.", "48", "41 blessés"),
        ("Tianjin : 114 morts contre 112 la veille, et 70 pompiers n'ont pas été retrouvés.", "114 morts", "112"),
        ("Le ministère a révisé à 253 le nombre de morts, au lieu des 359 annoncés.", "253", "359"),
        ("La police l'assure : cinq suspects ont été tués, pas quatre.", "cinq suspects", "quatre"),
        ("Le bilan, qui était de cinq morts, passe à six.", "six", "cinq morts"),
        ("Le raid n'a pas fait douze morts, mais dix.", "dix", "douze morts"),
        ("Le séisme a fait 44 morts, et non plus 32.", "44 morts", "32"),
    ],
)
def test_updates_replace_the_older_toll(text: str, new: str, old: str) -> None:
    pairs = [
        (text[one.item.start : one.item.end], text[one.replaces.item.start : one.replaces.item.end])
        for one in read(text)
        if one.replaces is not None
    ]
    assert pairs == [(new, old)]


@pytest.mark.parametrize(
    "text",
    [
        "Deux corps ont été repêchés, portant à dix-neuf le total des noyés.",
        "La région compte 12 000 déplacés, contre 8 000 en mars.",
        "Le légiste a ramené à 24 le nombre des tués, après avoir fait état de 51.",
    ],
)
def test_what_adds_to_a_toll_or_is_counted_anew_replaces_nothing(text: str) -> None:
    assert [one for one in read(text) if one.replaces is not None] == []


def test_a_rejected_figure_is_denied() -> None:
    four, seven = read("L'explosion a fait quatre morts, et non sept.")
    assert (four.denied, seven.denied, seven.impact) == (False, True, "killed")


@pytest.mark.parametrize(
    "text",
    [
        "Trois arbres ont été abattus par le vent.",
        "Deux mille soldats participent à l'opération.",
        "Le club a gagné 12 points.",
        "Douze tableaux volés sont portés disparus.",
        "Le chanteur est mort à 82 ans.",
        "Il a été condamné à douze ans de prison.",
        "L'armée a déployé 3 000 hommes.",
        "La route fait 3 200 morts par an dans le pays.",
        "Sans la digue, il y aurait eu des dizaines de morts.",
        "Plus de la moitié des 300 passagers ont été évacués.",
        "Le roman « Trois morts au port » sort mardi.",
        "Le gouvernement veut passer sous la barre des 2 000 morts.",
        "L'arnaque au placement a fait 340 victimes.",
        "Les trois décrets et quatre arrêtés paraîtront lundi.",
        "Selon un officier, la route est rouverte après les combats qui ont été brefs.",
        "Des morts et de nombreux blessés sont à déplorer.",
        "L'ouragan a touché 12 des 40 communes.",
        "D'après plusieurs rescapés, le pilote dormait.",
        "Un gardien qui a tué le match.",
        "Le bac n'a laissé aucun survivant.",
        "L'objectif : zéro mort sur les chantiers en 2030.",
        "Trois homards ont été retrouvés morts.",
        "Quelque 900 malades ont été hospitalisés.",
        "Sans ce mur, il n'y aurait pas eu cinq morts.",
        "Le bilan passe de 12 à 15 défaites.",
        "Un neuvième corps de bâtiment a été livré mardi.",
        "Le convoi a conduit 40 élèves au gymnase pour le tournoi.",
        "Douze joueuses ont été libérées par le club.",
        "Les trois tireurs ont pris la fuite.",
        "Deux cents soldats sont rentrés chez eux après leur mission.",
        "Le sort de 60 salariés reste incertain.",
        "Il manque encore 40 instituteurs dans l'académie.",
        "La direction a poussé 40 employés à partir.",
        "Deux joueurs blessés et neuf remplaçants ont été évacués.",
    ],
)
def test_what_is_no_record(text: str) -> None:
    assert brief(text) == []


def test_bodies_found_tell_that_the_missing_are_dead() -> None:
    assert brief("Deux randonneurs ont été emportés par la crue. Leurs corps ont été retrouvés en aval.") == [
        "killed 2-2 Deux randonneurs"
    ]
    assert brief("Deux randonneurs ont été emportés par la crue. Les recherches continuent.") == [
        "missing 2-2 Deux randonneurs"
    ]


def test_vetoes_are_reported_as_refusals() -> None:
    text = "La route fait 3 200 morts par an."
    readings, refusals = find_figures(text, find_quantities(text)[0])
    assert readings == []
    assert [(text[one["start"] : one["end"]], one["reason"]) for one in refusals] == [("3 200 morts", "rate")]


WORDS = st.sampled_from(
    [
        "12",
        "trois",
        "une",
        "un",
        "plus",
        "de",
        "morts",
        "blessés",
        "civils",
        "soldats",
        "ont",
        "été",
        "tués",
        "a",
        "tué",
        "dont",
        "et",
        ",",
        "(",
        ")",
        ":",
        ".",
        ";",
        "d'entre",
        "eux",
        "autres",
        "fait",
        "bilan",
        "passe",
        "à",
        "sont",
        "portés",
        "disparus",
        "contre",
        "non",
        "aucun",
        "pas",
        "l'un",
        "des",
        "qui",
        "parmi",
        "les",
        "victimes",
        "familles",
        "soit",
        "en",
        "annonçait",
    ]
)


def test_a_number_behind_a_colon_without_a_label_is_no_figure() -> None:
    assert read(": 12") == []


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_row_of_words_is_read_without_an_error(text: str) -> None:
    readings = read(text)
    assert [(one.item.start, one.impact) for one in readings] == [(one.item.start, one.impact) for one in read(text)]
    for one in readings:
        assert 0 <= one.item.start < one.item.end <= len(text)
        assert one.sentence[0] <= one.item.start < one.sentence[1]
        seen = set()
        whole: Reading | None = one
        while whole is not None:
            assert id(whole) not in seen, "a figure is a part of itself"
            seen.add(id(whole))
            whole = whole.whole


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A verb right behind a number alone is of that number, not of the whole before «dont».
        ("Le bus transportait 60 passagers dont 12 ont péri.", ["killed 12-12 12"]),
        ("Le bac avait 300 personnes à bord, dont seulement 41 ont survécu.", ["rescued 41-41 41"]),
        ("Le car transportait 60 élèves, parmi lesquels 12 sont morts.", ["killed 12-12 12"]),
        ("Dix passants dont trois enfants ont été tués.", ["killed 10-10 Dix passants", "killed 3-3 trois enfants"]),
        ("Dix civils, dont trois sont mineurs, ont été tués.", ["killed 10-10 Dix civils", "killed 3-3 trois"]),
        # Each toll has its own number.
        ("Le bilan a été revu à la baisse, de 40 à 36 morts.", ["killed 40-40 40", "killed 36-36 36 morts"]),
        ("Le nombre de tués s'élève à 44, celui des blessés à 126.", ["killed 44-44 44", "injured 126-126 126"]),
        ("Le nombre de morts passe à neuf et celui des disparus à douze.", ["killed 9-9 neuf", "missing 12-12 douze"]),
        ("On estime à 45 000 le nombre de morts.", ["killed 45000-45000 On estime à 45 000"]),
        ("Le nombre de personnes qui ont fui s'élève à 900.", ["displaced 900-900 900"]),
        # Dead or wounded, it is not said which.
        ("Soixante civils ont été tués ou blessés.", ["casualties 60-60 Soixante civils"]),
        ("Les mines ont tué ou blessé 120 bergers.", ["casualties 120-120 120 bergers"]),
        ("Une dizaine de morts ou blessés à Gao", ["casualties 10-10 Une dizaine de morts"]),
        ("Douze civils ont été tués et trois blessés.", ["killed 12-12 Douze civils", "injured 3-3 trois blessés"]),
        # An adjective behind the noun of what happened.
        ("Le retour volontaire de 800 exilés a commencé.", ["returned 800-800 800 exilés"]),
        ("La mort violente de douze détenus est confirmée.", ["killed 12-12 douze détenus"]),
        # Another voice, its verb left out.
        ("L'opposition parle de 60 morts, les autorités de sept.", ["killed 60-60 60 morts", "killed 7-7 sept"]),
        (
            "La police fait état de douze morts, l'hôpital de quinze.",
            ["killed 12-12 douze morts", "killed 15-15 quinze"],
        ),
        ("Le maire parle de deux morts, les enfants de neuf familles pleurent.", ["killed 2-2 deux morts"]),
        (
            "Onze cents exilés sont morts, contre 620 durant mai.",
            ["killed 1100-1100 Onze cents exilés", "killed 620-620 620"],
        ),
        ("Plus de 800 évacués ont été accueillis au gymnase.", ["evacuated 800-None Plus de 800 évacués"]),
        # Wordings of the press.
        ("Les combats ont poussé 4 000 habitants à la fuite.", ["displaced 4000-4000 4 000 habitants"]),
        ("Onze exilés se noient au large de Zouara.", ["killed 11-11 Onze exilés"]),
        ("La crue a entraîné dans la mort cinq bergers.", ["killed 5-5 cinq bergers"]),
        ("Trois cents familles se retrouvent sans logis.", ["homeless 300-300 Trois cents familles"]),
        ("Le bac a coulé ; les plongeurs cherchent encore vingt personnes.", ["missing 20-20 vingt personnes"]),
        # «à mort» is a sentence, not a death.
        ("Le tribunal a condamné à mort 75 rebelles.", []),
        ("Douze rebelles ont été condamnés à mort.", []),
        # Nobody is left: not that nobody died.
        ("Un hélicoptère s'écrase, aucun rescapé parmi les occupants.", []),
        ("Aucun des 17 blessés n'est en danger.", ["injured 17-17 17 blessés"]),
        ("Sept tués côté rebelle et deux du côté de l'armée.", ["killed 7-7 Sept tués", "killed 2-2 deux"]),
    ],
)
def test_whose_trigger_it_is(text: str, expected: list[str]) -> None:
    assert brief(text) == expected
