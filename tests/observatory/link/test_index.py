"""The index finds for one item what all pairs would show, and nothing depends on the order of adding."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.observatory.link.makers import codes, item, outlet, person, when

from kuzet.basis.coding import Answer, Penalty
from kuzet.basis.errors import BadInput
from kuzet.observatory.link import SUGGESTED, Index, compare, links
from kuzet.observatory.link.index import CROWDED

SKIBA = item("d1#1")
SKIBA_RU = item("d2#1", targets=(person("Скиба", "ru"),), date=when("2024-04-16"))
OTHER_DAY = item("d3#1", date=when("2024-09-15"))
OUTLET = item("d4#1", targets=(outlet(en="Steppe FM"),), date=None)
OUTLET_RU = item("d5#1", targets=(outlet(ru="Степь ФМ", en="Steppe FM"),), date=None)
NAMES = ("people", "outlets")
ITEMS = (SKIBA, SKIBA_RU, OTHER_DAY, OUTLET, OUTLET_RU)


def pairs(found):
    return {(link.left, link.right) for link in found}


def test_a_new_item_finds_its_like_without_being_added():
    index = Index((SKIBA, OTHER_DAY, OUTLET))
    assert [link.left for link in index.links(SKIBA_RU)] == ["d1#1"]
    assert len(index) == 3


def test_links_come_strongest_first_with_at_least_the_score_asked_for():
    scores = [link.score for link in Index(ITEMS).links(SKIBA, least=0.0)]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.0


def test_all_links_are_those_of_each_item():
    index = Index(ITEMS)
    one_by_one = {pair for each in ITEMS for pair in pairs(index.links(each))}
    assert pairs(index.all_links()) == one_by_one


def test_no_pair_that_shares_a_name_is_lost_by_the_keys():
    compared = [compare(a, b) for a, b in combinations(ITEMS, 2)]
    named = {link for link in compared if any(one.feature in NAMES and one.weight > 0 for one in link.evidence)}
    assert pairs(links(ITEMS)) == pairs(link for link in named if link.score >= SUGGESTED)


def test_the_order_of_adding_changes_nothing():
    assert links(ITEMS) == links(ITEMS[::-1])


BOTH = ("non_fatal_attack_beating", "abduction")


def test_among_items_tied_together_the_pairs_that_speak_against_are_told_too():
    bridge = item("d6#1", targets=(person("Andrei Skiba"), person("Olga Lis")), methods=codes(*BOTH), date=None)
    olga = item("d7#1", targets=(person("Olga Lis"),), date=when("2024-09-20"), methods=codes(BOTH[1]))
    found = {(link.left, link.right): link.score for link in links((SKIBA, bridge, olga), least=4.0)}
    assert found["d1#1", "d7#1"] < 0


def test_an_id_is_added_once():
    index = Index((SKIBA,))
    with pytest.raises(BadInput, match="d1#1"):
        index.add(SKIBA)


def test_a_crowded_key_alone_brings_nobody_together_but_a_narrower_one_does():
    crowd = [
        item(
            f"c{n}#1", targets=(outlet(en="Steppe FM"),), date=when(f"20{n % 20:02}-0{n % 9 + 1}-{day:02}"), place=None
        )
        for n in range(CROWDED + 1)
        for day in (n % 28 + 1,)
    ]
    index = Index(crowd)
    vague = item("v#1", targets=(outlet(en="Steppe FM"),), date=None, place=None)
    dated = item("w#1", targets=(outlet(en="Steppe FM"),), date=when("2011-03-12"), place=None)
    assert index.links(vague) == []
    assert {link.left for link in index.links(dated)} == {one.id for one in crowd if str(one.when) == "2011-03-12"}


def test_readings_that_name_nobody_meet_by_a_person_whom_their_texts_name():
    latin = item("d8#1", targets=(), date=None, passages=["Sot zalynda Quandyq Bişımbaevtyŋ ısı qaralyp jatyr."])
    english = item("d9#1", targets=(), date=None, passages=["At the trial of Kuandyk Bishimbayev nobody was let in."])
    assert Index((latin, english)).neighbours(latin) == {"d9#1"}


def test_the_same_term_in_the_same_town_is_met():
    arrests = {"targets": (), "date": None, "methods": codes("administrative_arrest")}
    given = Answer(value=Penalty(kind="administrative_arrest", days=15))
    one, other = (item(ident, penalties=(given,), **arrests) for ident in ("d8#1", "d9#1"))
    assert Index((one, other)).neighbours(one) == {"d9#1"}


def test_an_empty_reading_meets_nobody():
    empty = {"targets": (), "date": None, "place": None, "methods": ()}
    assert links((item("d1#1", **empty), item("d2#1", **empty)), least=-99.0) == []
