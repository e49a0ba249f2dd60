from __future__ import annotations

from fractions import Fraction

import pytest

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.figure import Unit
from kuzet.basis.rounding import whole
from kuzet.observatory.tally import Tally


def test_a_share_is_exact_and_names_part_and_whole(tally):
    figure = tally.share({"perpetrator": "authorities"}, {"category": "non_physical_cyber"})
    assert figure.value == Fraction(100, 3)
    assert figure.incidents == ("KZ-2024-0001",)
    assert len(figure.whole) == 3
    assert figure.unit is Unit.PERCENT


def test_a_share_of_an_earlier_year_rests_on_two_published_totals(tally):
    figure = tally.share({"category": "physical"}, year=2022)
    assert figure.value == Fraction(700, 9)
    assert figure.published == ("2022 category=physical", "2022 all")
    with pytest.raises(Missing, match="no published total of 2021 for category=physical"):
        tally.share({"category": "physical"}, year=2021)


def test_a_share_of_what_is_known_leaves_the_unknown_out_of_its_base(tally):
    figure = tally.share({"month": "1"}, known="month")
    assert figure.value == 40
    assert len(figure.whole) == 5


def test_a_share_of_nothing_is_missing_in_one_clear_line(tally):
    with pytest.raises(Missing) as caught:
        tally.share({"category": "physical"}, {"mode": "online"})
    assert str(caught.value) == "no share of nothing: no incident is mode=online in 2024"


def test_a_split_says_what_its_rounded_parts_sum_to(tally):
    thirds = tally.split("perpetrator", {"category": "non_physical_cyber"})
    assert [(code, whole(figure.value)) for code, figure in thirds.parts] == [
        ("authorities", 33),
        ("non_state", 33),
        ("unknown", 33),
    ]
    assert thirds.rounded_sum == 99
    assert not thirds.complete
    assert thirds.unknown == 1


def test_a_split_of_what_is_known_tells_the_unknown_beside_it(tally):
    split = tally.split("month", of_known=True)
    assert split.parts[0][0] == "1"
    assert split.parts[0][1].value == 40
    assert split.unknown == 1
    assert split.complete


def test_a_change_is_percent_of_the_earlier_year(tally):
    figure = tally.change({}, 2023)
    assert figure.value == -25
    assert figure.unit is Unit.PERCENT_CHANGE
    assert figure.published == ("2023 all",)
    assert str(figure.question.against) == "2023"
    assert len(figure.incidents) == 6


def test_times_is_never_below_one(tally):
    assert tally.times({"category": "physical"}, 2023).value == Fraction(3, 2)
    assert tally.times({"category": "physical", "perpetrator": "authorities"}, 2022).value == 1


def test_a_comparison_with_zero_is_missing_in_one_clear_line(codebook, make_incident, make_release, make_total):
    tally = Tally(make_release([make_incident(1)], [make_total(2023, 0)]), codebook)
    with pytest.raises(Missing, match="no change in percent from zero: all was 0 in 2023"):
        tally.change({}, 2023)
    with pytest.raises(Missing, match="no ratio with zero: all is 1, and was 0 in 2023"):
        tally.times({}, 2023)


def test_a_series_has_none_where_a_year_is_not_known(tally):
    numbers = [(year, figure and figure.numerator) for year, figure in tally.series({}, range(2020, 2025))]
    assert numbers == [(2020, 12), (2021, None), (2022, 9), (2023, 8), (2024, 6)]


def test_lowest_since_is_the_last_known_year_that_was_as_low_and_says_what_is_unknown(tally):
    record = tally.record({"category": "physical"})
    assert (record.kind, record.since) == ("lowest_since", 2018)
    assert record.among == (2018, 2022, 2023)
    assert record.unknown == (2019, 2020, 2021)
    assert record.gaps
    assert (record.from_low, record.from_high) == (1, 3)


def test_lowest_of_all_known_years_has_no_since(tally):
    record = tally.record()
    assert (record.kind, record.since, record.gaps) == ("lowest", None, False)
    assert [(year, figure.numerator) for year, figure in record.figures] == [
        (2020, 12),
        (2022, 9),
        (2023, 8),
        (2024, 6),
    ]


def test_a_number_equal_to_last_year_is_no_record(codebook, make_incident, make_release, make_total):
    tally = Tally(make_release([make_incident(1)], [make_total(2023, 1), make_total(2022, 5)]), codebook)
    assert tally.record().kind == "none"


def test_highest_since(codebook, make_incident, make_release, make_total):
    totals = [make_total(2021, 5), make_total(2022, 1), make_total(2023, 0)]
    tally = Tally(make_release([make_incident(1), make_incident(2)], totals), codebook)
    assert (tally.record().kind, tally.record().since) == ("highest_since", 2021)


def test_without_earlier_years_there_is_no_record(tally):
    record = tally.record({"category": "judicial_economic"})
    assert (record.kind, record.among) == ("none", ())


def test_a_run_ends_at_an_unknown_year(tally):
    run = tally.run()
    assert (run.direction, run.years) == ("fell", 2)
    assert [year for year, _ in run.figures] == [2022, 2023, 2024]


def test_a_single_year_makes_no_run(tally):
    assert (
        tally.run({"category": "judicial_economic"}).direction,
        tally.run({"category": "judicial_economic"}).years,
    ) == (
        "none",
        0,
    )


def test_the_peak_is_the_known_year_with_the_most(tally):
    year, figure = tally.peak()
    assert (year, figure.numerator) == (2020, 12)


def test_a_first_majority_needs_a_known_earlier_year(tally, codebook, make_incident, make_release):
    first = tally.first_majority({"perpetrator": "authorities"}, {"category": "physical"})
    assert not first.holds
    assert first.among == (2022,)
    alone = Tally(make_release([make_incident(1)]), codebook).first_majority({"perpetrator": "authorities"})
    assert alone.holds
    assert alone.first is None


def test_a_majority_is_first_when_no_known_year_had_one(codebook, make_incident, make_release, make_total):
    totals = [make_total(2023, 10), make_total(2023, 4, perpetrator="non_state"), make_total(2022, 5)]
    tally = Tally(make_release([make_incident(1, klass="non_state")], totals), codebook)
    majority = tally.first_majority({"perpetrator": "non_state"})
    assert (majority.holds, majority.first, majority.among, majority.unknown) == (True, True, (2023,), (2022,))


def test_a_filter_as_typed():
    from kuzet.observatory.tally import parse

    assert parse(["category=physical", "perpetrator=non_state,unknown"]) == {
        "category": ("physical",),
        "perpetrator": ("non_state", "unknown"),
    }
    with pytest.raises(BadInput, match="'category' is not a filter such as category=physical"):
        parse(["category"])
    with pytest.raises(BadInput, match="is not the only filter of category"):
        parse(["category=physical", "category=judicial_economic"])
