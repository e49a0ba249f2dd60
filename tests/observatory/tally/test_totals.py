from __future__ import annotations

from decimal import Decimal

from kuzet import countries
from kuzet.basis.figure import Filter
from kuzet.observatory.tally import Tally, indicators, published


def test_a_packs_total_becomes_a_word_with_sorted_codes_and_a_stable_id():
    row = countries.PublishedTotal(
        2023, {"proceeding": "criminal,civil", "category": "judicial_economic"}, 46, "incidents", "derived", "a", "b"
    )
    (total,) = published([row])
    assert total.id == "2023 incidents category=judicial_economic;proceeding=civil,criminal"
    assert total.where[1] == Filter(field="proceeding", codes=("civil", "criminal"))
    assert (total.value, total.derived, total.source, total.note) == (46, True, "a", "b")


def test_a_packs_indicator_becomes_an_exact_word():
    row = countries.Indicator("rsf_score", 2024, 41.11, "score", "RSF", "2024-05-03", "")
    (one,) = indicators([row])
    assert (one.value, str(one.published)) == (Decimal("41.11"), "2024-05-03")


def test_a_whole_indicator_stays_whole():
    (one,) = indicators([countries.Indicator("new_media", 2024, 5900.0, "outlets", "m", "", "")])
    assert format(one.value, "f") == "5900"
    assert one.published is None


def test_every_total_and_indicator_of_the_pack_can_be_counted_with(make_release, codebook):
    pack = countries.load("kz")
    words = published(pack.published_totals)
    assert len({total.id for total in words}) == len(words) > 10
    tally = Tally(make_release([], words, indicators=indicators(pack.indicators)), codebook)
    assert tally.earlier({}, 2022).numerator == 469
    assert tally.earlier({"category": "physical"}, 2018).numerator == 2
    assert tally.indicator("rsf_rank", 2024).numerator == 142
