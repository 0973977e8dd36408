"""Who did it, and how, told by the whole pipeline; and who is near a deed without having done it."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from nlp_events.layers.actors.component import Actors
from nlp_events.values import Event
from tests.decisions.folders import own_folder


def test_weights_of_ones_own_decide(tmp_path: Path) -> None:
    own = Actors(decisions=str(own_folder(tmp_path, actors={"none": 9.0}, means={"none": 8.0}, statuses={"said": 7.0})))
    weights = [dict(one.weights) for one in (own.scorer, own.means, own.statuses)]
    assert weights == [{"none": 9.0}, {"none": 8.0}, {"said": 7.0}]


def told(nlp: Language, text: str) -> list[Event]:
    events: list[Event] = nlp(text)._.events
    return events


@pytest.mark.parametrize(
    ("text", "actor", "type_", "status", "means"),
    [
        ("Douze civils ont été tués lundi par des hommes armés à Gao.", "des hommes armés", "unknown", "told", None),
        (
            "L'aviation a bombardé le marché de Saada, tuant neuf civils.",
            "L'aviation", "state_force", "told", "air_strike",
        ),
        ("La police a arrêté quatorze manifestants mardi à Tunis.", "La police", "police", "told", None),
        (
            "L'attaque a fait sept morts à Mogadiscio. Elle a été revendiquée par les shebab.",
            "shebab", "armed_group", "claimed", None,
        ),
        (
            "Une frappe de drone attribuée à l'armée a tué cinq éleveurs près de Tillabéri.",
            "l'armée", "state_force", "attributed", "drone",
        ),
        ("Un raid israélien a tué trois civils à Khan Younès.", "israélien", "state_force", "told", "air_strike"),
        (
            "L'armée malienne a démenti toute implication dans la mort de huit villageois tués lundi à Ségou.",
            "armée malienne", "state_force", "denied", None,
        ),
        (
            "Un homme armé d'un couteau a blessé trois passants à Lille avant d'être arrêté.",
            "Un homme armé d'un couteau", "individual", "told", "blade",
        ),
        (
            "Quatre enseignants ont été enlevés par des bandits dans l'État de Kaduna.",
            "des bandits", "gang", "told", None,
        ),
        (
            "Un kamikaze s'est fait exploser dans une mosquée de Kano, tuant onze fidèles.",
            "Un kamikaze", "individual", "told", "suicide_bomb",
        ),
        (
            "Les forces russes ont tiré des missiles sur Kharkiv, tuant dix habitants.",
            "Les forces russes", "state_force", "told", "shelling",
        ),
        (
            "Tsahal a annoncé avoir tué huit combattants du Hamas à Gaza.",
            "Tsahal", "state_force", "claimed", None,
        ),
        ("Boko Haram a enlevé trente lycéennes à Chibok.", "Boko Haram", "armed_group", "told", None),
    ],
)  # fmt: skip
def test_who_did_it(nlp: Language, text: str, actor: str, type_: str, status: str, means: str | None) -> None:
    event = told(nlp, text)[0]
    assert (event.actor, event.actor_type, event.actor_status, event.means) == (actor, type_, status, means)
    assert event.actor_confidence is not None
    span = event.evidence["actor"]["span"]
    assert span is not None
    assert text[span[0] : span[1]] == actor
    assert event.evidence["actor"]["rule"] == "decisions/actors"


@pytest.mark.parametrize(
    ("text", "canonical", "known_id"),
    [
        ("Boko Haram a enlevé trente lycéennes à Chibok.", "Boko Haram", "org:boko-haram"),
        ("L'armée russe a bombardé un marché, tuant dix habitants.", "Armée russe", "org:armee-russe"),
        ("Un raid israélien a tué trois civils à Khan Younès.", "Armée (Israël)", "force:state_force:il"),
        ("Douze civils ont été tués lundi par des hommes armés à Gao.", None, None),
    ],
)
def test_a_known_force_has_a_name_and_an_id(nlp: Language, text: str, canonical: str, known_id: str) -> None:
    event = told(nlp, text)[0]
    assert (event.actor_canonical, event.actor_id) == (canonical, known_id)


NEAR = [
    "Trois passants ont été blessés dans une fusillade à Lyon ; la police a ouvert une enquête.",
    "Douze fidèles ont été tués lundi à Jos. L'armée a dépêché des renforts dans la ville.",
    "Sept mineurs ont été tués dans une attaque à Ouahigouya, a déclaré le gouverneur de la région.",
    "Une bombe a explosé rue du Général-Leclerc à Paris, faisant deux blessés.",
    "Une attaque contre un poste de police a fait quatre morts à Karachi.",
    "Huit soldats de l'armée malienne ont été tués dans une embuscade près de Ménaka.",
    "La France a condamné l'attentat qui a fait neuf morts à Kaboul.",
    "Les Nations unies ont dénoncé la mort de trente civils à Alep.",
    "Un convoi de l'armée a été attaqué près de Djibo : six soldats tués.",
    "Onze villageois ont été tués, selon la gendarmerie.",
    "Le maire a salué le courage des policiers après la fusillade qui a fait deux morts à Nantes.",
    "Un incendie a fait trois morts à Marseille ; les pompiers de l'armée sont intervenus.",
    "Quatre personnes sont mortes dans un accident de car conduit par un militaire à Pau.",
    "Deux rebelles ont été tués à Goma.",
    "Une marche à la mémoire des douze victimes de l'attentat a réuni la police et les habitants à Nice.",
    "Un séisme a fait quarante morts ; des pillards ont été arrêtés par la police.",
    "Le président a reçu les familles des six soldats tués au Mali.",
    "Dix otages ont été libérés grâce à la médiation du Qatar.",
    "L'ambassadeur de Russie a présenté ses condoléances après l'attaque qui a fait neuf morts à Tachkent.",
    "Une explosion a fait douze blessés devant la caserne de la gendarmerie à Tizi Ouzou.",
    "La police recherche des témoins de la fusillade qui a tué deux lycéens à Toulouse.",
    "L'Union africaine a réclamé une enquête sur la mort de quinze manifestants à Khartoum.",
    "Trois membres du Hezbollah ont été tués dans une explosion à Tyr.",
    "Les secouristes du Croissant-Rouge ont évacué trente blessés après les combats à Benghazi.",
    "Une mine a tué deux démineurs de l'armée ukrainienne à Kherson.",
    "Le procès des neuf victimes de la fusillade s'ouvre lundi, a annoncé le tribunal.",
    "Vingt-trois civils ont été tués dans les combats à Malakal.",
    "Quatre journalistes ont été tués cette année au Mexique, rappelle Reporters sans frontières.",
    "Le chef des talibans est mort ; douze civils ont été tués le même jour à Hérat.",
    "La marine a repêché quarante corps après le naufrage d'un bateau au large de Zouara.",
    "Les casques bleus ont porté secours à quinze blessés à Bambari.",
    "Une grenade a fait cinq blessés dans un bar du quartier des Martyrs-de-la-Résistance à Bujumbura.",
    "Une inondation a tué onze personnes ; l'armée évacue deux cents habitants.",
    "Un soldat a été tué et trois autres blessés dans l'attaque de leur position à Boulsa.",
    "Le gouvernement a décrété trois jours de deuil après la mort de trente villageois tués à Solhan.",
    "Six enfants ont été tués par l'effondrement d'une école à Abuja, selon la police.",
    "L'hôpital militaire a accueilli dix-sept blessés après l'attentat de Beyrouth.",
    "L'attentat qui a fait huit morts à Quetta n'a été revendiqué par aucun groupe.",
    "Le commissaire Traoré a confirmé que deux vendeurs avaient été tués au marché de Sikasso.",
    "Un ministre a rendu visite aux trente blessés de l'attaque de Palma.",
    "Des habitants ont porté secours aux onze blessés de la fusillade d'Oakland.",
    "L'opposition accuse le gouvernement d'inaction après la mort de sept étudiants tués à Yaoundé.",
]
"""Somebody who helps, speaks, searches, mourns, names a street or is of the victims' own side; or nature did it."""


@pytest.mark.parametrize("text", NEAR)
def test_who_is_near_has_not_done_it(nlp: Language, text: str) -> None:
    events = told(nlp, text)
    assert events
    assert [(event.actor, event.actor_type, event.actor_status) for event in events] == [(None, None, None)] * len(
        events
    )


@pytest.mark.parametrize(
    "text",
    [
        "La police a secouru neuf otages retenus dans un entrepôt de Lagos.",
        "Les gendarmes ont évacué quarante habitants après l'attaque de Barsalogho.",
    ],
)
def test_a_rescuer_is_never_the_actor(nlp: Language, text: str) -> None:
    assert [event.actor for event in told(nlp, text)] == [None]


def test_a_crowd_that_wounds_is_told(nlp: Language) -> None:
    (event,) = told(nlp, "Cinq policiers ont été blessés par des manifestants à Conakry.")
    assert event.actor == "des manifestants"


def test_an_article_without_harm_has_no_slot_of_it(nlp: Language) -> None:
    (event,) = told(nlp, "Un séisme a fait quarante morts au Népal, où l'armée a envoyé des soldats.")
    assert (event.actor, event.means, event.actor_confidence) == (None, None, None)
    assert "actor" not in event.evidence


@pytest.mark.parametrize(
    ("text", "actor", "status"),
    [
        (
            "Des hommes armés ont tué douze civils lundi à Gao. L'attaque n'a pas été revendiquée.",
            "Des hommes armés", "told",
        ),
        (
            "Des hommes armés ont tué douze civils lundi à Gao. Aucun groupe n'a revendiqué l'attaque.",
            "Des hommes armés", "told",
        ),
        ("Douze civils ont été tués lundi à Gao. L'attaque n'a pas été revendiquée par les shebab.", None, None),
        ("Douze civils ont été tués lundi à Gao. L'attaque n'a été revendiquée par aucun groupe armé.", None, None),
    ],
)  # fmt: skip
def test_what_nobody_claims_is_claimed_by_nobody(
    nlp: Language, text: str, actor: str | None, status: str | None
) -> None:
    event = told(nlp, text)[0]
    assert (event.actor, event.actor_status) == (actor, status)
