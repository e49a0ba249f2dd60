"""The report of 2024 beside the figures that were published for it: every one of them is stated in every language."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.figure import Unit
from kuzet.observatory.tally.engine import Tally
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.composing.materials import Labels, Materials
from kuzet.observatory.write.composing.values import rounded, value
from kuzet.observatory.write.expressions.expressions import Place, parse
from kuzet.observatory.write.tree import figure_runs

LANGUAGES = ("en", "ru", "kk")
ROWS = yaml.safe_load(Path(__file__).with_name("published.yml").read_text("utf-8"))
CUT_OFF = {63: 62, 47: 46, 56: 55}
"""Our half-up percent -> what was printed, cut off: the only differences."""

# Numbers that a reader of 2024 knows without a row of their own: others by sum, by difference, by ratio.
FURTHER = {
    "count perpetrator=non_state,unknown": 203,
    "share perpetrator=non_state,unknown": 59,
    "count perpetrator=non_state,unknown category=judicial_economic": 119,
    "count perpetrator=non_state,unknown category=non_physical_cyber": 81,
    "count perpetrator=authorities,foreign_state": 144,
    "share perpetrator=authorities,foreign_state": 41,
    "count perpetrator=authorities,foreign_state category=judicial_economic": 99,
    "count perpetrator=authorities,foreign_state category=non_physical_cyber": 44,
    "count perpetrator=authorities,foreign_state category=physical": 1,
    "count method=identity_theft_fake_account,bot_attack,mass_calls": 11,
    "count method_group=lawsuit proceeding=civil perpetrator=non_state": 29,
    "share proceeding=civil of method_group=lawsuit perpetrator=non_state": 85,
    "times method_group=detention against=2023": Decimal("1.75"),
    "indicator rsf_rank against=2023": 8,
    "indicator freedom_on_the_net": 34,
}


@pytest.fixture(scope="module")
def made(demo_release):
    country, book = countries.load("kz"), codebook.load(demo_release.manifest.codebook)
    return Materials(
        numbers=Tally(demo_release, book, {"region": [region.iso for region in country.regions]}),
        release=demo_release,
        codebook=book,
        country=country,
        digest="0" * 64,
    )


@pytest.fixture(scope="module")
def stated(made):
    """The figures that the report states, by language."""
    return {language: {run.figure for run in figure_runs(compose(language, made))} for language in LANGUAGES}


@pytest.fixture(scope="module")
def computed(made):
    labels = Labels(made, phrases.load("en"))

    def amount(expression):
        return value(parse(expression, Place("published", 1, 1)), labels)

    return amount


def printed(amount):
    number = rounded(amount)
    return -number if amount.unit is Unit.PERCENT_CHANGE and amount.value < 0 else number


def published(shared, wanted):
    figures = json.loads((shared / "seed" / "published_figures.json").read_text("utf-8"))["figures"]
    found = [
        row["value"]
        for row in figures
        if row["country"] == "Kazakhstan" and all(row[key] == told for key, told in wanted.items())
    ]
    assert len(set(found)) == 1, wanted
    return Decimal(str(found[0]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["expression"])
def test_a_published_figure_is_computed_from_the_release(row, computed, shared):
    assert printed(computed(row["expression"])) == row.get("ours", published(shared, row["is"]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["expression"])
def test_a_published_figure_is_stated_in_every_language(row, computed, stated):
    figure = computed(row["expression"]).figure
    assert [language for language in LANGUAGES if figure not in stated[language]] == []


@pytest.mark.parametrize("expression", FURTHER)
def test_what_follows_from_published_figures_is_stated_in_every_language(expression, computed, stated):
    amount = computed(expression)
    assert printed(amount) == FURTHER[expression]
    assert [language for language in LANGUAGES if amount.figure not in stated[language]] == []


def test_our_numbers_differ_only_where_a_percent_was_cut_off(shared):
    differences = {row["ours"]: int(published(shared, row["is"])) for row in ROWS if "ours" in row}
    assert differences == CUT_OFF
    assert all("cut off" in row["why"] for row in ROWS if "ours" in row)


def test_at_least_sixty_figures_are_compared():
    assert len(ROWS) >= 60


def test_three_categories_and_three_groups_make_their_whole(computed):
    def number(expression):
        return computed(expression).value

    categories = ("judicial_economic", "non_physical_cyber", "physical")
    groups = ("obstruction_access", "cyber", "harassment_pressure")
    assert sum(number(f"count category={one}") for one in categories) == number("count") == Fraction(347)
    assert sum(number(f"count method_group={one}") for one in groups) == Fraction(125)


def test_the_physical_number_is_the_lowest_since_2018_among_the_years_that_are_known(computed):
    assert computed("record category=physical").text == "the lowest number since 2018 among the years that are known"
