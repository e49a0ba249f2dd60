from __future__ import annotations

from decimal import Decimal

import pytest

from kuzet.basis.errors import BadInput, Missing, UnknownCode
from kuzet.basis.figure import Filter, Unit
from kuzet.basis.release import Indicator
from kuzet.observatory.tally import Tally


def ids(*numbers):
    return tuple(f"KZ-2024-{number:04}" for number in numbers)


def test_a_count_names_its_incidents_its_question_and_its_release(tally):
    figure = tally.count({"category": "physical"})
    assert figure.numerator == 2
    assert figure.incidents == ids(5, 6)
    assert figure.unit is Unit.INCIDENTS
    assert figure.release == "kz-2024"
    assert figure.question.measure == "count"
    assert str(figure.question.period) == "2024"
    assert figure.question.where == (Filter(field="category", codes=("physical",)),)


def test_several_codes_of_a_field_pass_any_and_several_fields_pass_both(tally):
    assert tally.count({"perpetrator": ("non_state", "unknown")}).incidents == ids(2, 3, 5)
    assert tally.count({"perpetrator": ("non_state", "unknown"), "category": "physical"}).incidents == ids(5)


def test_without_filters_everything_is_counted(tally):
    assert tally.count().numerator == 6
    assert tally.count(year=2024).numerator == 6


def test_a_month_is_counted_where_the_source_gives_one_and_else_as_unknown(tally):
    assert tally.count({"month": "1"}).incidents == ids(1, 2)
    assert tally.count({"month": "9"}).incidents == ids(5)
    assert tally.count({"month": "unknown"}).incidents == ids(3)


def test_an_incident_of_unknown_region_is_counted_as_unknown(tally):
    assert tally.count({"region": "unknown"}).incidents == ids(3)


def test_an_event_that_began_before_the_period_is_counted_in_its_first_year(codebook, make_incident, make_release):
    tally = Tally(make_release([make_incident(1, on="2023-12-31/2024-01-01 night")]), codebook)
    assert tally.count(year=2024).numerator == 1
    assert tally.count({"month": "unknown"}).numerator == 1


def test_a_method_counts_as_main_and_any_method_anywhere(codebook, make_incident, make_release):
    two = make_incident(1, methods=("illegal_impediments_denial_of_access", "accreditation_denial"))
    tally = Tally(make_release([two]), codebook)
    assert tally.count({"method": "accreditation_denial"}).numerator == 0
    assert tally.count({"method_any": "accreditation_denial"}).numerator == 1


def test_penalties_asked_for_or_replaced_are_not_counted_as_imposed(codebook, make_incident, make_release):
    from kuzet.basis.coding import Penalty

    penalties = (
        Penalty(kind="administrative_arrest", days=20, replaced=True),
        Penalty(kind="imprisonment", months=96, requested=True),
        Penalty(kind="fine"),
    )
    tally = Tally(make_release([make_incident(1, "fine", penalties=penalties)]), codebook)
    assert tally.count({"penalty": "fine"}).numerator == 1
    assert tally.count({"penalty": ("administrative_arrest", "imprisonment")}).numerator == 0


def test_a_proceeding_of_unknown_stage_is_not_counted_as_none(tally):
    assert tally.count({"stage": "unknown"}).incidents == ids(4)
    assert tally.count({"verdict": "none"}).numerator == 5


def test_people_are_summed_where_stated_and_the_silent_incidents_are_told(tally):
    figure = tally.people({"category": "non_physical_cyber"})
    assert figure.numerator == 37
    assert figure.unit is Unit.PEOPLE
    assert figure.incidents == ids(2, 3)
    assert figure.whole == ids(1, 2, 3)
    assert figure.note == "1 of 3 incidents do not state a number of people"


def test_an_unknown_field_names_the_nearest(tally):
    with pytest.raises(UnknownCode) as caught:
        tally.count({"categry": "physical"})
    assert str(caught.value) == "filter: 'categry' is not a field to count by; nearest: category"


def test_an_unknown_code_names_the_nearest(tally):
    with pytest.raises(UnknownCode) as caught:
        tally.count({"category": "fysical"})
    assert str(caught.value) == (
        "filter category: 'fysical' is not a code of category in codebook or release; nearest: physical"
    )


def test_a_region_without_incidents_can_be_asked_for_when_it_is_known(tally, codebook, make_release):
    with pytest.raises(UnknownCode, match="'KZ-10' is not a code of region"):
        tally.count({"region": "KZ-10"})
    wide = Tally(make_release([]), codebook, known={"region": ("KZ-10",)})
    assert wide.count({"region": "KZ-10"}).numerator == 0


def test_a_filter_without_codes_is_refused(tally):
    with pytest.raises(BadInput, match="filter category: \\(\\) is not at least one code"):
        tally.count({"category": ()})


def test_an_earlier_year_rests_on_its_published_total(tally):
    figure = tally.earlier({"category": "physical"}, 2022)
    assert figure.numerator == 7
    assert figure.incidents == ()
    assert figure.published == ("2022 category=physical",)
    assert str(figure.question.period) == "2022"


def test_a_category_that_the_group_implies_asks_the_same_question(tally):
    assert tally.earlier({"method_group": "obstruction_access"}, 2023).numerator == 4


def test_all_methods_of_a_group_ask_the_question_of_the_group(codebook, make_release, make_total):
    every = tuple(code for code in codebook.table("methods") if codebook.group(code) == "interrogation")
    totals = [make_total(2023, 2, category="judicial_economic", method_group="interrogation")]
    assert Tally(make_release([], totals), codebook).earlier({"method": every}, 2023).numerator == 2


def test_a_year_of_which_nothing_is_known_is_missing_in_one_clear_line(tally):
    with pytest.raises(Missing) as caught:
        tally.earlier({"category": "physical"}, 2021)
    assert str(caught.value) == (
        "no published total of 2021 for category=physical: neither incidents nor a total known"
    )


def test_two_published_totals_that_disagree_are_refused(codebook, make_release, make_total):
    totals = (make_total(2023, 369), make_total(2023, 371))
    with pytest.raises(BadInput, match="published total 2023 all: 371 is not 369 as 2023 all says of the same"):
        Tally(make_release([], totals), codebook)


def test_a_published_total_with_an_unknown_code_is_refused(codebook, make_release, make_total):
    with pytest.raises(UnknownCode, match="published total 2023 category=fysical, filter category: 'fysical'"):
        Tally(make_release([], [make_total(2023, 3, category="fysical")]), codebook)


def test_an_indicator_is_a_figure_with_its_source(codebook, make_release):
    score = Indicator(code="rsf_score", year=2024, value=Decimal("41.11"), unit="score", source="RSF")
    figure = Tally(make_release([], indicators=(score,)), codebook).indicator("rsf_score", 2024)
    assert float(figure.value) == 41.11
    assert figure.unit is Unit.NUMBER
    assert figure.published == ("indicator rsf_score 2024",)
    assert figure.note == "RSF"


def test_a_missing_indicator_names_the_years_that_are_known(codebook, make_release):
    rank = Indicator(code="rsf_rank", year=2024, value=Decimal(142), unit="rank", source="RSF")
    tally = Tally(make_release([], indicators=(rank,)), codebook)
    with pytest.raises(Missing, match=r"no indicator 'rsf_rank' of 2012 in release kz-2024; known years: \[2024\]"):
        tally.indicator("rsf_rank", 2012)


def test_places_are_the_row_numbers_of_the_incidents_that_are_counted(tally):
    where = tally.facts.read({"perpetrator": ("non_state", "unknown")})
    assert tally.facts.places(where).tolist() == [1, 2, 4]
    assert tally.facts.places(where, 1999).tolist() == []
