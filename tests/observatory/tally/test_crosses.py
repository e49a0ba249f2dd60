from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kuzet.basis.errors import BadInput, UnknownCode
from kuzet.basis.fields import FIELDS as FIELDS_ALL
from kuzet.observatory.tally import Tally
from kuzet.observatory.tally.present import data, long, square

FIELDS = ("category", "perpetrator", "month", "region", "method", "target_unit", "mode")


def test_a_cross_table_counts_each_combination_in_the_codebooks_order(tally, codebook):
    cross = tally.cross(("category", "perpetrator"))
    order = list(codebook.table("categories"))
    assert [key[0] for key, _ in cross.rows()] == sorted((key[0] for key, _ in cross.rows()), key=order.index)
    assert cross.number(("physical", "non_state")) == 1
    assert cross.number(("physical", "unknown")) == 0
    assert sum(number for _, number in cross.rows()) == cross.total == 6


def test_months_stand_in_their_order_and_unknown_last(tally):
    assert tally.cross(("month",)).axis("month") == ("1", "5", "9", "12", "unknown")


def test_a_cell_becomes_a_figure_with_ids_when_asked_for(tally):
    figure = tally.cross(("category", "perpetrator"), {"region": "KZ-71"}).figure(("physical", "non_state"))
    assert figure.incidents == ("KZ-2024-0005",)
    assert [one.field for one in figure.question.where] == ["category", "perpetrator", "region"]


def test_cells_of_a_field_with_several_codes_overlap(codebook, make_incident, make_release):
    both = make_incident(1, methods=("illegal_impediments_denial_of_access", "accreditation_denial"))
    cross = Tally(make_release([both]), codebook).cross(("method_any",))
    assert cross.overlaps
    assert [number for _, number in cross.rows()] == [1, 1]
    assert cross.total == 1


def test_a_cell_that_cannot_be_is_refused(tally):
    cross = tally.cross(("category", "perpetrator"))
    with pytest.raises(UnknownCode, match="'fysical' is not a code of category"):
        cross.number(("fysical", "unknown"))
    with pytest.raises(BadInput, match="2 codes, of category, perpetrator"):
        cross.figure(("physical",))
    with pytest.raises(UnknownCode, match="cross-table: 'categori' is not a field to count by; nearest: category"):
        tally.cross(("categori",))


def test_ids_and_more_cells_than_can_be_told_apart_are_refused(tally):
    with pytest.raises(BadInput, match="cross-table: 'id' is not a coded field"):
        tally.cross(("category", "id"))
    with pytest.raises(BadInput, match="is not fewer fields"):
        tally.cross(tuple(name for name in FIELDS_ALL if name != "id")).rows()


def test_a_rank_goes_from_most_to_fewest(tally):
    assert [(code, figure.numerator) for code, figure in tally.rank("perpetrator")] == [
        ("authorities", 3),
        ("non_state", 2),
        ("unknown", 1),
    ]


def test_rows_for_a_terminal_end_with_a_total(tally, codebook):
    table = long(tally.cross(("category",)), codebook, "en")
    assert table.head == ("category", "incidents")
    assert table.rows[-1] == ("total", "6")
    assert table.rows[0][0] == codebook.label("categories", tally.cross(("category",)).axis("category")[0], "en")


def test_two_fields_as_a_square_sum_both_ways(tally, codebook):
    table = square(tally.cross(("category", "perpetrator")), codebook, "ru")
    assert table.head[-1] == "total"
    assert table.rows[-1][-1] == "6"
    assert len(table.rows) == 4


def test_data_for_a_program_has_every_id(tally):
    cells = data(tally.cross(("category",)))["cells"]
    assert sorted(one for cell in cells for one in cell["ids"]) == list(tally.count().incidents)
    assert all(cell["incidents"] == len(cell["ids"]) for cell in cells)


@given(by=some.lists(some.sampled_from(FIELDS), min_size=1, max_size=3, unique=True))
def test_parts_sum_to_the_whole(tally, by):
    assert sum(number for _, number in tally.cross(tuple(by)).rows()) == tally.count().numerator


@given(some.sampled_from(FIELDS), some.data())
def test_the_share_of_the_rest_is_100_minus_the_share(tally, name, draw):
    codes = tally.codes(name)
    part = draw.draw(some.sets(some.sampled_from(codes), min_size=1, max_size=max(1, len(codes) - 1)))
    rest = tuple(code for code in codes if code not in part)
    if rest:
        share = tally.share({name: tuple(part)}).value
        assert tally.share({name: rest}).value == 100 - share


@given(some.permutations([("category", "physical"), ("perpetrator", "authorities"), ("region", ("KZ-71", "KZ-33"))]))
def test_the_order_of_filters_does_not_matter(tally, pairs):
    assert tally.count(dict(pairs)) == tally.count(dict(sorted(pairs)))
