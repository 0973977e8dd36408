"""Who did it by many articles: who leads, who is contradicted; and what was placed before actors were read."""

import json
from contextlib import closing
from itertools import permutations

import duckdb
import pytest

from nlp_events.incident_files import to_line
from nlp_events.merging import incidents
from tests.merging.made import article, record

SHABAB = {
    "actor": "les shebab",
    "actor_canonical": "Al-Chabab",
    "actor_id": "org:al-shabaab",
    "actor_type": "armed_group",
}
DAECH = {"actor": "l'EI", "actor_canonical": "État islamique", "actor_id": "org:is", "actor_type": "armed_group"}
ARMY = {
    "actor": "l'armée",
    "actor_canonical": "Armée (Irak)",
    "actor_id": "force:state_force:iq",
    "actor_type": "state_force",
}
POLICE = {"actor": "la police", "actor_type": "police"}
ARMED = {"actor": "des hommes armés", "actor_type": "unknown"}
REBELS = {"actor": "des rebelles", "actor_type": "armed_group"}
MAN = {"actor": "un homme", "actor_type": "individual"}


def told(*accounts, impact="killed"):
    """The rows of articles of one attack, each with one account: who did it, and what is said of it."""
    return [
        article(f"{number}", "2021-03-02", record(12, impact=impact, **(who | {"actor_status": status})))
        for number, (who, status) in enumerate(accounts)
    ]


def actors(rows):
    (incident,) = incidents(rows)
    return [(one.name, one.actor_status, one.conflict) for one in incident.actors]


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        ([(ARMED, "told"), (SHABAB, "told")], [("Al-Chabab", "told", False), ("des hommes armés", "told", False)]),
        ([(SHABAB, "told"), (SHABAB, "claimed")], [("Al-Chabab", "claimed", False)]),
        ([(SHABAB, "told"), (SHABAB, "attributed")], [("Al-Chabab", "attributed", False)]),
        ([(ARMY, "attributed"), (ARMY, "denied")], [("Armée (Irak)", "denied", True)]),
        ([(ARMY, "claimed"), (ARMY, "denied")], [("Armée (Irak)", "claimed", True)]),
        ([(ARMY, "denied"), (ARMY, "denied")], [("Armée (Irak)", "denied", False)]),
        ([(SHABAB, "told"), (ARMY, "attributed"), (DAECH, "claimed")],
         [("État islamique", "claimed", True), ("Armée (Irak)", "attributed", True), ("Al-Chabab", "told", True)]),
        ([(ARMY, "denied"), (SHABAB, "told")], [("Al-Chabab", "told", False), ("Armée (Irak)", "denied", False)]),
        ([(REBELS, "told"), (SHABAB, "told")], [("Al-Chabab", "told", False), ("des rebelles", "told", False)]),
        ([(REBELS, "told"), (ARMY, "told")], [("Armée (Irak)", "told", True), ("des rebelles", "told", True)]),
        ([(MAN, "told"), (DAECH, "claimed")], [("État islamique", "claimed", False), ("un homme", "told", False)]),
        ([(ARMED, "told"), (ARMED | {"actor": "des assaillants"}, "told"), (ARMED, "told")],
         [("des hommes armés", "told", False)]),
    ],
)  # fmt: skip
def test_claimed_leads_before_attributed_before_told_and_denied_never(accounts, expected):
    assert actors(told(*accounts)) == expected


def test_nobody_leads_where_all_is_denied():
    (incident,) = incidents(told((ARMY, "denied")))
    assert (incident.lead, len(incident.actors)) == (None, 1)


def test_who_arrests_after_an_attack_did_not_do_it():
    rows = [
        article("0", "2021-03-02", record(12, **SHABAB, actor_status="told"),
                record(3, impact="detained", **POLICE, actor_status="claimed")),
        article("1", "2021-03-02", record(12, **ARMED, actor_status="told")),
    ]  # fmt: skip
    (incident,) = incidents(rows)
    assert [one.name for one in incident.actors] == ["Al-Chabab", "des hommes armés", "la police"]
    assert not any(one.conflict for one in incident.actors)


def test_two_sides_of_which_one_article_tells_do_not_contradict():
    rows = [
        article("0", "2021-03-02", record(12, **SHABAB, actor_status="told"), record(5, **ARMY, actor_status="told"))
    ]
    assert [conflict for *_, conflict in actors(rows)] == [False, False]


def test_a_copy_is_no_voice():
    sentence = (
        "Douze civils ont été tués mardi à Baqouba par les shebab, a dit le maire de la ville à la presse locale."
    )
    rows = [article(name, "2021-03-02", record(12, **SHABAB, actor_status="told", sentence=sentence)) for name in "ab"]
    (incident,) = incidents(rows)
    assert [one.voices for one in incident.actors] == [1]


def test_means_are_those_most_articles_tell():
    means = ("bomb", "firearm", "firearm", None)
    rows = [article(f"{number}", "2021-03-02", record(12, means=one)) for number, one in enumerate(means)]
    (incident,) = incidents(rows)
    assert incident.means == ("firearm", "bomb")


def test_any_order_gives_the_same_bytes():
    rows = told((SHABAB, "told"), (ARMED, "told"), (ARMED | {"actor": "des inconnus"}, "told"))
    assert len({b"".join(map(to_line, incidents(order))) for order in permutations(rows)}) == 1


def test_actors_do_not_decide_what_is_one_incident():
    plain = [article(f"{number}", "2021-03-02", record(12)) for number in range(2)]
    (alone,) = incidents(plain)
    (named,) = incidents(told((SHABAB, "claimed"), (ARMY, "claimed")))
    assert (alone.incident_id, alone.articles) == (named.incident_id, named.articles)


def test_a_store_of_the_format_before_goes_on(tmp_path):
    path = tmp_path / "old.duckdb"
    first, second = told((ARMED, "told"), (SHABAB, "claimed"))
    (old,) = incidents([first], store=path)
    with closing(duckdb.connect(str(path))) as database:
        for key, data in database.execute("SELECT telling_id, data FROM tellings").fetchall():
            telling, readings = json.loads(data)
            cut = json.dumps([telling, [one[:-5] for one in readings]])
            database.execute("UPDATE tellings SET data = ? WHERE telling_id = ?", [cut, key])
        database.execute("UPDATE format SET version = 2")
    (incident,) = incidents([second], store=path)
    assert (incident.incident_id, len(incident.articles)) == (old.incident_id, 2)
    assert [(one.name, one.voices) for one in incident.actors] == [("Al-Chabab", 1)]
    assert list(incidents([], store=path)) == [incident]
