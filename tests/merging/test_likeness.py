"""What is kept of an incident's words is made anew when an article joins it."""

from nlp_events.merging import likeness
from nlp_events.merging.likeness import Query, Vocabulary
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import Rarity, id_of
from nlp_events.merging.tellings import Telling


def telling(doc_id, *words):
    return Telling(
        telling_id=doc_id, doc_id=doc_id, published=737_000, scope="event", places=(), first=None, last=None,
        dated="none", cause=None, marks=(), names=frozenset(), people=frozenset(), words=words,
    )  # fmt: skip


def incident(number, *tellings):
    profile = Profile(f"i{number}", number, "event")
    for one in tellings:
        profile.add(one)
    return profile


def test_words_are_counted_once_more_when_an_article_joins():
    vocabulary, profile = Vocabulary(Rarity()), incident(0, telling("a", "ferry", "naufra"))
    counts, length = vocabulary.of(profile)
    assert counts == {id_of("ferry"): 1, id_of("naufra"): 1}
    profile.add(telling("b", "ferry"))
    assert vocabulary.of(profile)[0] == {id_of("ferry"): 2, id_of("naufra"): 1}
    assert vocabulary.of(profile)[1] > length


def test_of_many_incidents_the_latest_asked_for_are_kept(monkeypatch):
    monkeypatch.setattr(likeness, "_KEPT", 2)
    vocabulary = Vocabulary(Rarity())
    profiles = [incident(number, telling("a", "ferry")) for number in range(3)]
    first = vocabulary.of(profiles[0])[0]
    vocabulary.of(profiles[1])
    assert vocabulary.of(profiles[0])[0] is first
    vocabulary.of(profiles[2])
    assert vocabulary.of(profiles[0])[0] is first
    second = vocabulary.of(profiles[1])[0]
    assert vocabulary.of(profiles[1])[0] is second


def test_words_in_common_are_told_the_rarest_first():
    query = Query(telling("c", "ville", "zodiac"), Vocabulary(Rarity()))
    found = query.likeness(incident(0, telling("a", "zodiac", "ville", "autre")))
    assert found.words == ("zodiac", "ville")
    assert 0 < found.cosine < 1
    assert query.likeness(incident(1, telling("b", "autre"))) == likeness.Likeness()
