"""Who is a mention and who is not, what it is, and which mentions are of one actor."""

from __future__ import annotations

import pytest

from nlp_events.layers.actors.faces import Faces
from nlp_events.layers.actors.mention import Known, Mention
from nlp_events.layers.actors.mentions import Mentions
from nlp_events.layers.actors.roles import role_of
from nlp_events.text.folding import fold
from nlp_events.values import ActorType, Label, SourceType
from nlp_events.words.store import SHIPPED

COUNTRIES = {"malienne": "ML", "maliennes": "ML", "russe": "RU", "israélien": "IL"}
FINDER = Mentions(SHIPPED, COUNTRIES.get)


def name(
    text: str, written: str, label: Label = "ORG", *, kind: SourceType | None = None, type_: ActorType | None = None,
    country: str | None = None, canonical: str | None = None,
) -> Known:  # fmt: skip
    start = text.index(written)
    return Known(
        start=start, end=start + len(written), label=label, canonical=canonical or written, known_id=f"org:{written}",
        kind=kind, country=country, type=type_,
    )  # fmt: skip


def find(text: str, *known: Known) -> list[Mention]:
    return FINDER.find(fold(text), known, lambda _: "body")


def told(text: str, *known: Known) -> list[str]:
    return [text[one.start : one.end] for one in find(text, *known)]


@pytest.mark.parametrize(
    "text",
    [
        "Une opération militaire a été lancée lundi.",
        "Un colis suspect a été signalé à la gare.",
        "Un raid aérien meurtrier a visé le bourg.",
        "Des sources policières le confirment.",
        "Les affrontements font rage dans la bande de Gaza.",
        "Ce type d'attaque est rare dans le pays.",
        "Une cellule de crise a été ouverte au ministère.",
        "Le réseau électrique est coupé.",
        "Des mouvements de population sont signalés.",
        "Nous avions vu la fumée.",
        "Ils sont arrivés à moto.",
        "Le renfort appelé en urgence n'est pas venu.",
        "Elles disent ne pas pouvoir rentrer.",
        "Des hommes politiques ont réagi.",
    ],
)
def test_what_is_no_actor_is_no_mention(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Trois militaires ont tiré.", ["Trois militaires"]),
        ("D'anciens rebelles ont pillé le dépôt.", ["anciens rebelles"]),
        ("Une bande de malfaiteurs a attaqué un car.", ["Une bande de malfaiteurs"]),
        ("Blessés par vingt à trente individus cagoulés.", ["vingt à trente individus cagoulés"]),
        ("Deux cents miliciens ont encerclé Djibo.", ["Deux cents miliciens"]),
        ("Le pouvoir a fait charger la foule.", ["Le pouvoir", "la foule"]),
        ("Des hommes de la milice ont tiré.", ["Des hommes de la milice"]),
    ],
)
def test_who_may_have_done_it_is_one(text: str, mentions: list[str]) -> None:
    assert told(text) == mentions


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Un homme portant une cagoule s'est fait exploser devant la gare.", "blows_himself_up"),
        ("Des « bandits » à moto ont enlevé six voyageurs.", "seizes"),
        ("Un homme armé d'une hache et de deux couteaux a tué un passant.", "harms"),
    ],
)
def test_the_verb_is_found_behind_what_is_told_of_somebody(text: str, behind: str) -> None:
    assert find(text)[0].behind == behind


@pytest.mark.parametrize(
    "text",
    [
        "Douze rescapés secourus par la marine ont été soignés.",
        "Un convoi escorté par l'armée est arrivé.",
        "Il était inconnu des services de renseignement.",
    ],
)
def test_who_is_told_to_help_or_to_know_is_a_helper(text: str) -> None:
    assert [role_of(one) for one in find(text)] == ["helper"]


@pytest.mark.parametrize(
    ("text", "known", "type_"),
    [
        ("Les forces rebelles ont bombardé le port.", (), "armed_group"),
        ("Les forces spéciales ont bombardé le port.", (), "state_force"),
        ("Des miliciens pro-gouvernementaux ont tiré.", (), "armed_group"),
        ("Les soldats des Gardes du golfe ont tiré.", ("Gardes du golfe", "security_forces", "police"), "state_force"),
        ("L'Organisation des mers a protesté.", ("Organisation des mers", "un_agency", "state_force"), "state_force"),
    ],
)  # fmt: skip
def test_what_an_actor_is(text: str, known: tuple[str, SourceType, ActorType] | tuple[()], type_: ActorType) -> None:
    names = [name(text, known[0], kind=known[1], type_=known[2])] if known else []
    assert find(text, *names)[0].type == type_


def test_the_full_name_of_an_acronym_tells_that_it_is_an_army() -> None:
    text = "Les FAZ ont tiré. La CPJ a tiré."
    army = name(text, "FAZ", kind="security_forces", type_="police", canonical="Forces armées de Zamunda")
    bureau = name(text, "CPJ", kind="security_forces", type_="police", canonical="Police judiciaire de Zamunda")
    assert [one.type for one in find(text, army, bureau)] == ["state_force", "police"]


def test_the_forces_of_one_state_are_one_actor() -> None:
    text = "L'armée russe a tiré sur le bourg. Une frappe russe avait visé le port. Les FAR ont démenti."
    force = name(text, "FAR", kind="security_forces", type_="police", country="RU", canonical="Forces armées russes")
    assert {one.group for one in find(text, force)} == {"state_force RU"}


def test_the_nameless_bear_the_only_name_that_they_can_have() -> None:
    text = "Le Front du lac a attaqué Bosso. Les rebelles ont tué dix civils."
    group = name(text, "Front du lac", kind="armed_group", type_="armed_group")
    assert [one.canonical for one in find(text, group)] == ["Front du lac", "Front du lac"]
    other = text + " Le Front du fleuve a démenti."
    more = name(other, "Front du fleuve", kind="armed_group", type_="armed_group")
    rebels = next(one for one in find(other, group, more) if one.head == "rebelles")
    assert rebels.canonical is None


def test_nobody_who_fights_is_of_an_agency() -> None:
    text = "Les Nations unies ont protesté. L'armée a bombardé le port."
    agency = name(text, "Nations unies", kind="un_agency", type_="state_force")
    assert [one.canonical for one in find(text, agency)] == ["Nations unies", None]


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Le suspect a été arrêté. Un homme de 30 ans a tiré sur la foule.", "Un homme"),
        ("Une voiture a foncé sur la foule. Le conducteur a été arrêté.", "Le conducteur"),
        ("Le suspect a été arrêté.", "Le suspect"),
    ],
)
def test_an_actor_is_told_by_what_tells_most(text: str, face: str) -> None:
    own = list(enumerate(one for one in find(text) if one.type == "individual"))
    at = Faces(SHIPPED).best(0, own, lambda place: -place)
    one = dict(own)[at]
    assert text[one.start : one.end] == face


def test_among_equals_the_most_probable_tells_an_actor() -> None:
    text = "Un tireur a ouvert le feu. Le tueur a fui."
    own = list(enumerate(find(text)))
    assert Faces(SHIPPED).best(0, own, lambda place: place) == 1
    assert Faces(SHIPPED).best(1, own, lambda place: -place) == 0


def test_an_army_is_told_as_it_was_chosen() -> None:
    own = list(enumerate(find("L'armée a tiré. Les soldats ont tiré.")))
    assert Faces(SHIPPED).best(1, own, lambda place: -place) == 1
