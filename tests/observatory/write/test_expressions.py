"""The language of figures in prose: what is read, and what is refused in which words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from kuzet.basis import codebook
from kuzet.basis.errors import BadExpression
from kuzet.basis.fields import FIELDS
from kuzet.observatory.write import phrases
from kuzet.observatory.write.expressions.expressions import Place, parse, parse_tests
from kuzet.observatory.write.expressions.rules import Rules, completions, problems

CASES = yaml.safe_load(Path(__file__).with_name("expressions.yml").read_text("utf-8"))
START = Place("page", 1, 1)
RULES = Rules(codebook.load("2024.1"), phrases.load("en"))


def told(options):
    return {option.name.text: [value.text for value in option.values] for option in options}


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["source"])
def test_an_expression_is_read_as_its_author_means_it(case):
    found = parse(case["source"], START)
    assert found.verb.text == case["verb"]
    assert [word.text for word in found.words] == case.get("words", [])
    assert told(found.options) == case.get("options", {})
    assert (None if found.base is None else told(found.base)) == case.get("base")
    assert [[pipe.name.text, *(word.text for word in pipe.arguments)] for pipe in found.pipes] == case.get("pipes", [])


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["source"])
def test_what_is_no_expression_is_refused_with_line_and_column(case):
    with pytest.raises(BadExpression) as caught:
        parse(case["source"], START)
    assert str(caught.value) == case["error"]


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["source"])
def test_an_expression_without_meaning_is_refused_with_a_suggestion(case):
    first = next(problems((parse(case["source"], START),), RULES))
    assert str(first).startswith(f"page, line 1, {case['error']}")
    assert case.get("hint", "") in str(first)


def test_every_problem_of_an_expression_is_reported():
    found = [str(one) for one in problems((parse("count categroy=x year=soon | nown a", START),), RULES)]
    assert len(found) == 3
    assert "categroy" in found[0]
    assert "soon" in found[1]
    assert "nown" in found[2]


def test_unknown_and_none_may_be_asked_of_every_field():
    assert list(problems((parse("count perpetrator_kind=unknown verdict=none", START),), RULES)) == []


def test_conditions_are_joined_by_and():
    first, second = parse_tests("known count year=2022 and not count category=physical >= 3", START)
    assert (first.known, first.negated, first.comparison) == (True, False, "")
    assert (second.known, second.negated, second.comparison, second.number) == (False, True, ">=", Decimal(3))


def test_a_condition_compares_with_a_number_only():
    with pytest.raises(BadExpression) as caught:
        parse_tests("count > many", START)
    assert str(caught.value) == "page, line 1, column 9: 'many' is not a number to compare with"


def test_a_condition_has_no_pipes():
    with pytest.raises(BadExpression) as caught:
        parse_tests("count | noun incident > 3", START)
    assert str(caught.value) == (
        "page, line 1, column 9: 'noun' is not needed here: a condition compares values, without pipes"
    )


def test_an_expression_keeps_its_own_words_for_messages():
    assert parse(" share  category = physical ,unknown of mode=online | abs ", START).source == (
        "share category=physical,unknown of mode=online | abs"
    )


def test_every_field_with_a_table_has_it_in_the_codebook():
    tables = [one.table for one in FIELDS.values() if one.table]
    assert [table for table in tables if not RULES.codebook.table(table)] == []


def test_an_editor_is_offered_verbs_fields_codes_and_names():
    offered = completions(RULES)
    assert "share" in offered["verbs"]
    assert "category" in offered["fields"]
    assert offered["category="] == ("physical", "non_physical_cyber", "judicial_economic", "unknown")
    assert "incident" in offered["|noun"]
