"""Zones of whole pages, line by line: T title, B body, R related."""

# ruff: noqa: E501  (a line of a page stays one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.zones.model import load_zones
from nlp_events.layers.zones.rules import find_zones

LETTERS = {"title": "T", "body": "B", "related": "R"}

PAGES = {
    "links lost below their labels": """
T Soudan : les combats se rapprochent d'El-Obeid
B
B KHARTOUM - Les habitants d'El-Obeid se terrent chez eux depuis que les paramilitaires ont coupé la route de Khartoum.
R Lire aussi
B L'armée soudanaise a annoncé mercredi l'envoi de renforts vers la ville. Quelque 3 200 personnes ont déjà fui vers Kosti, selon le HCR.
R Toute l'info sur
R La guerre au Soudan
B Un marché déserté
B Les commerçants d'El-Obeid ont baissé leur rideau. Trois d'entre eux ont été tués mardi par un obus, a dit un médecin.
R En vidéo
R Soudan : dans le camp d'Adré, l'attente sans fin
R Lire aussi
B "Nous n'avons plus ni farine ni eau", a raconté à la radio une habitante d'El-Obeid.
R Sur le même sujet
R Éthiopie : 40 morts dans un glissement de terrain
R CARTE - Les conflits oubliés d'Afrique
R Pourquoi le prix du blé s'envole-t-il encore ?
""",
    "service text around an article": """
R Accueil > Monde > Asie
R Nous utilisons des cookies pour mesurer l'audience de ce site et vous proposer des contenus adaptés. Accepter les cookies
T Népal : un autocar tombe dans la rivière Trishuli, 14 morts
B Par Lise Garnier, avec AFP
B Publié le 4 octobre 2018 à 09h12
R Temps de lecture : 2 min
R Partager sur Facebook
R Tweeter
B Quatorze passagers sont morts dans la chute d'un autocar mercredi à l'ouest de Katmandou. Le chauffeur a été arrêté.
R Des sauveteurs descendent vers l'épave, le 3 octobre 2018. © Agence Himal
B Les secours ont repêché onze survivants, a précisé la police népalaise. Deux passagers restent introuvables.
R Abonnez-vous à notre newsletter
R Tous droits réservés
R 12 commentaires
R Réagissez à cet article
""",
    "teasers on one line": """
T Kenya : attaque d'un bus près de Mandera, huit morts
B Huit voyageurs ont été abattus vendredi par des hommes armés près de Mandera, dans le nord-est du Kenya.
R Lire aussi : Somalie, les shebab reprennent une base de l'Union africaine
B Les assaillants ont séparé les passagers avant d'ouvrir le feu, a rapporté le gouverneur du comté.
R VIDÉO - Les images de l'attaque filmées par un passager
R >> À lire également : Nairobi renforce la frontière
B Deux policiers qui escortaient le bus sont également morts, d'après le gouverneur.
""",
    "a list of tolls is the article": """
T Tempête Irène : le bilan pays par pays
B La tempête a traversé trois pays en deux jours. Les secours y cherchent encore des disparus. Voici ce que l'on sait :
B • Portugal : quatre morts, 120 évacués dans l'Algarve
B • Espagne : deux pêcheurs disparus au large de Cadix
B • Maroc : pas de victime, mais 600 familles sans toit
""",
    "headlines end in full stops": """
T Côte d'Ivoire: sept orpailleurs ensevelis à Hiré.
B Sept orpailleurs ont péri samedi dans l'éboulement d'une mine clandestine à Hiré, dans le centre-ouest.
B Les corps ont été remis aux familles dimanche.
R Lire aussi
R Guinée: le ministre des Mines limogé.
""",
    "a standfirst between title and dateline": """
T Inde : panique meurtrière dans un temple du Kerala
T Le feu d'artifice avait été interdit par le district.
B
B KOLLAM, 10 avril 2016 (AFP) - Une centaine de fidèles sont morts dimanche dans l'incendie d'un temple, a annoncé la police.
B L'explosion d'un stock de fusées a soufflé le toit. Plus de 350 personnes ont été hospitalisées à Kollam.
""",
    "a standfirst set off by a blank line": """
T Mine de Donetsk : les recherches interrompues
T Dix mineurs restent bloqués au fond depuis lundi.
B
B Les sauveteurs ont dû remonter mardi soir à cause d'une concentration trop forte de méthane. Ils reprendront à l'aube.
B
B Les familles campent devant le portail de la mine. Le directeur promet de les recevoir mercredi.
""",
    "other headlines at the end without a label": """
T Haïti : le choléra gagne Jérémie
B Quarante-deux malades ont été admis en trois jours à l'hôpital de Jérémie, a indiqué mardi le ministère haïtien de la Santé.
B Les équipes de la Croix-Rouge distribuent du chlore dans les quartiers les plus touchés de la ville.
R Coupe de France : Auxerre sort le tenant du titre
R Météo : retour du froid sur la moitié nord
R Cinéma : que vaut le dernier film de Marcel Aubrac ?
""",
    "an article goes on below a list of links": """
T Birmanie : 30 villageois exécutés dans l'État de Kayah
B L'armée birmane est accusée d'avoir exécuté une trentaine de villageois près de Hpruso, dans l'État de Kayah.
R Sur le même sujet
R Thaïlande : deux touristes sauvés des eaux
R Laos : le barrage de trop ?
B Les corps calcinés ont été découverts samedi près de Hpruso, selon un groupe de défense des droits de l'État de Kayah. L'armée birmane dit avoir tué des « terroristes » dans cette zone.
""",
    "a live page keeps its title": """
T EN DIRECT - Séisme au Maroc : le bilan dépasse 2 000 morts
B Les secours marocains ont travaillé toute la nuit dans le Haut Atlas. Un nouveau bilan est attendu à midi.
""",
    "labels in brackets, with stops, with signs": """
T Pakistan : le barrage de Kohat cède, six villageois emportés
B Six villageois ont été emportés mardi par la rupture d'un petit barrage près de Kohat, dans le nord-ouest du Pakistan.
R [VIDÉO] Les premières images de la rupture
R EN IMAGES. Kohat sous les eaux
R 👉 Lire aussi : Inde, la mousson la plus meurtrière depuis dix ans
B Facebook a activé son contrôle de sécurité pour les habitants de Kohat.
B Une erreur humaine est évoquée par l'autorité pakistanaise de l'eau.
R Facebook Twitter WhatsApp
R Une erreur dans l'article ? Écrivez-nous
R Mots-clés : Pakistan, inondations
""",
    "a label whose list was lost": """
T Yémen : un marché bombardé à Saada
B Onze marchands ont été tués samedi par une frappe aérienne sur un marché de Saada, selon des sources médicales.
R À la une
B La coalition, que dirige Riyad, n'a pas commenté la frappe de Saada. Les rebelles houthis promettent de riposter.
""",
    "readers' comments": """
R Partager sur Facebook
R Commentaires
T Burkina Faso : le poste de Seytenga attaqué
B Onze gendarmes ont été tués lundi dans l'attaque du poste de Seytenga, dans le nord du Burkina Faso.
B Le président a décrété trois jours de deuil.
R Commentaires
R Awa : 12 morts à Seytenga, c'est trop !
R Le Burkina Faso ne mérite pas cela. Que la terre de Seytenga leur soit légère.
""",
    "a heading in capitals above the title": """
T LIGUE DES DROITS - COMMUNIQUÉ
B
T Nigeria : 150 villageois tués à Benue
B
B Les forces de sécurité doivent protéger les habitants, a dit l'organisation.
R Photo principale : AFP
R Voir plus
""",
    "a title that begins like a menu": """
T Accueil des réfugiés : Berlin promet 3 000 lits
B Le maire de Berlin a promis lundi 3 000 lits d'urgence avant l'hiver.
""",
    "a kicker above the title": """
T Afrique
T Cameroun : quinze élèves enlevés à Bafut
B Quinze élèves d'un lycée de Bafut ont été enlevés lundi par des séparatistes, a indiqué le gouverneur. Leur sort est inconnu.
""",
}


def _page(name: str) -> tuple[list[tuple[str, str]], str]:
    rows = [(line[0], line[2:]) for line in PAGES[name].strip().split("\n")]
    return rows, "\n".join(line for _, line in rows)


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_page_is_in_its_zone(name: str) -> None:
    rows, text = _page(name)
    zones = find_zones(text)
    position = 0
    seen = []
    for letter, line in rows:
        if line:
            (zone,) = [value["zone"] for start, end, value in zones if start <= position < end]
            seen.append((LETTERS[zone] if line else letter, line))
        position += len(line) + 1
    assert seen == [row for row in rows if row[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Douze personnes sont mortes lundi à Gao.",
        "Mali : douze morts à Gao",
        "Douze personnes sont mortes lundi à Gao. Le bilan pourrait s'alourdir.",
        "BAMAKO, 3 mai (AFP) - Douze personnes sont mortes.\nLe bilan est provisoire.",
        "- Mali : douze morts\n- Niger : deux blessés",
        "Douze personnes sont mortes lundi à Gao. Le bilan pourrait s'alourdir, craint le maire.\nLes écoles sont fermées.",
    ],
)
def test_a_text_without_headline_is_body(text: str) -> None:
    assert {value["zone"] for _, _, value in find_zones(text)} == {"body"}


def test_a_bare_sentence_above_teasers_is_body() -> None:
    zones = find_zones("Douze personnes sont mortes lundi à Gao.\nLire aussi\nNiger : deux blessés à Diffa")
    assert [value["zone"] for _, _, value in zones] == ["body", "related", "related"]


@pytest.mark.parametrize(
    ("text", "teaser"),
    [
        ("Le pont a cédé lundi (lire aussi : Gênes, les leçons d'un drame). Deux ouvriers sont morts.", "(lire aussi : Gênes, les leçons d'un drame)"),
        ("Le pont a cédé lundi, tuant deux ouvriers. Lire aussi : Gênes, 43 morts en 2018", "Lire aussi : Gênes, 43 morts en 2018"),
        ("Deux ouvriers sont morts [à lire aussi : le drame de Gênes], a dit le maire.", "[à lire aussi : le drame de Gênes]"),
    ],
)  # fmt: skip
def test_a_teaser_inside_a_line_is_related(text: str, teaser: str) -> None:
    related = [text[start:end] for start, end, value in find_zones(text) if value["zone"] == "related"]
    assert related == [teaser]


@pytest.mark.parametrize("rule", [*load_zones().service, *load_zones().bylines], ids=lambda r: r.id)
def test_the_examples_of_a_line_rule(rule: object) -> None:
    import re

    from nlp_events.text.folding import fold

    for example in rule.examples:  # type: ignore[attr-defined]
        assert re.search(rule.pattern, fold(example))  # type: ignore[attr-defined]
    for example in rule.non_examples:  # type: ignore[attr-defined]
        assert not re.search(rule.pattern, fold(example)) or len(example) > rule.most  # type: ignore[attr-defined]


BODY = "Trois pompiers ont été blessés mardi à Sfax, a annoncé la protection civile. Le feu est maîtrisé."


@pytest.mark.parametrize("label", load_zones().labels, ids=lambda label: label.id)
def test_the_examples_of_a_label(label: object) -> None:
    for example in label.examples:  # type: ignore[attr-defined]
        zones = find_zones(f"Tunisie : incendie à Sfax\n{BODY}\n{example}")
        assert zones[-1][2] == {"zone": "related", "rule": label.id}  # type: ignore[attr-defined]
    for example in label.non_examples:  # type: ignore[attr-defined]
        assert find_zones(f"Tunisie : incendie à Sfax\n{BODY}\n{example}")[-1][2]["zone"] == "body"


@given(st.text(alphabet=st.sampled_from("aÀé .!?:»«\n\r\u2028-•1©\"'LireausVOT"), max_size=200))
def test_any_text_is_covered_in_order(text: str) -> None:
    zones = find_zones(text)
    assert zones == find_zones(text)
    last = 0
    for start, end, value in zones:
        assert last <= start < end <= len(text)
        assert text[last:start].strip() == ""
        assert value["zone"] in LETTERS
        last = end
    assert text[last:].strip() == ""
