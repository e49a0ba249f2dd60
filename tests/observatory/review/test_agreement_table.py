"""What is compared, and in which groups; which incidents are drawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from tests import builders
from tests.web import made

from kuzet.basis.coding import Answer, Coder
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Citation
from kuzet.observatory.review import agreement_table as agreement
from kuzet.observatory.review.agreement_plan import Plan, sample

RUSSIAN = Citation(
    document="d", source="s", url="", sha256="0" * 64, passage="Журналиста вытолкали из зала суда охранники."
)


def coded(ident, human, machine="physical", **more):
    codings = [
        builders.coding(ident, category=Answer(value=human)),
        builders.coding("d1#1", builders.READER, category=Answer(value=machine)),
    ]
    return made.incident(ident, codings=tuple(codings), citations=(RUSSIAN,), **more)


def rows(*incidents, further=(), variable="category"):
    found = agreement.table(agreement.units(incidents, further))
    return {(one.language, one.period, one.coders): one for one in found if one.variable == variable}


TWO = (coded("KZ-2024-0001", "physical"), coded("KZ-2024-0002", "judicial_economic"))


def test_people_and_the_machine_are_compared_over_all_by_language_year_and_pair():
    found = rows(*TWO)
    assert set(found) == {("", "", ""), ("ru", "", ""), ("", "2024", ""), ("", "", "analyst-1 + machine")}
    assert (found["", "", ""].same, found["", "", ""].pairs) == (1, 2)
    assert found["", "", ""].alpha == 0.0


def test_a_second_coding_is_one_more_coder():
    second = builders.coding("KZ-2024-0001", Coder(id="daniyar"), category=Answer(value="physical"))
    found = rows(*TWO, further=[second])
    assert found["", "", "daniyar + machine"].pairs == 1
    assert found["", "", ""].pairs == 4


def test_of_each_coder_the_first_coding_counts():
    first, later = (datetime(2025, 1, day, tzinfo=UTC) for day in (1, 2))
    changed = replace(TWO[1].codings[0], at=later)
    before = replace(TWO[1].codings[0], at=first, category=Answer(value="physical"))
    incident = replace(TWO[1], codings=(changed, TWO[1].codings[1]))
    assert rows(incident, further=[before])["", "", ""].same == 1


def test_a_question_that_was_left_open_is_not_compared():
    open_one = replace(TWO[0], codings=(TWO[0].codings[0], replace(TWO[0].codings[1], category=None)))
    assert rows(open_one)["", "", ""].units == 0


def test_an_incident_that_one_coder_coded_says_nothing():
    assert agreement.units([replace(TWO[0], codings=TWO[0].codings[:1])]) == ()


GROUPS = [(f"KZ-{year}-{number:04}", f"{language} {year}") for year in (2023, 2024) for number in range(40)
          for language in [("kk", "ru")[number % 2]]]  # fmt: skip


@pytest.mark.parametrize(("size", "count"), [("3", 12), ("10%", 8), ("1%", 4), ("100%", 80), ("500", 80)])
def test_a_plan_draws_so_many_of_each_group(size, count):
    assert len(sample(Plan(size=size, seed="a"), GROUPS)) == count


def test_a_plan_draws_the_same_for_the_same_seed_and_others_for_another():
    drawn = sample(Plan(size="3", seed="a"), GROUPS)
    assert sample(Plan(size="3", seed="a"), reversed(GROUPS)) == drawn
    assert sample(Plan(size="3", seed="b"), GROUPS) != drawn


def test_an_incident_that_is_added_moves_at_most_one_other():
    before = set(sample(Plan(size="3", seed="a"), GROUPS))
    after = set(sample(Plan(size="3", seed="a"), [*GROUPS, ("KZ-2024-0099", "kk 2024")]))
    assert len(before - after) <= 1


@pytest.mark.parametrize("size", ["0", "-1", "101%", "ten", "1.5%"])
def test_a_size_that_is_none_is_refused(size):
    with pytest.raises(BadInput, match=r"plan: .* is not a number such as 20, or a share such as 10%"):
        Plan(size=size, seed="a")
