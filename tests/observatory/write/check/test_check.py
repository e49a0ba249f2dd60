"""The check of a text's numbers: claims found, judged, and false alarms kept out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.observatory.write.check import Kind, Verdict, check

HERE = Path(__file__).parent
ANNUAL = {language: (HERE / f"annual_{language}.txt").read_text("utf-8") for language in ("en", "ru", "kk")}


@pytest.fixture(params=["en", "ru", "kk"])
def annual(request):
    """What is found in one text with the numbers of a published report, in three languages."""
    return check(ANNUAL[request.param], request.param)


@pytest.mark.parametrize(("language", "ratio"), [("en", "1.75"), ("ru", "1,75"), ("kk", "1,75")])
def test_a_ratio_that_its_own_numbers_contradict_is_put_right_in_the_form_of_the_text(language, ratio):
    assert alarms(check(ANNUAL[language], language), Kind.RATIO) == {ratio: "7 / 4 is 1.75"}


def alarms(annual, kind):
    return {one.should_be: one.why for one in annual if (one.verdict, one.kind) == (Verdict.DIFFERS, kind)}


def test_shares_that_were_cut_off_are_told_from_rounded_ones(annual):
    assert alarms(annual, Kind.SHARE) == {
        "63%": "218 of 347 is 62.82%, cut off instead of rounded",
        "59%": "203 of 347 is 58.5%, cut off instead of rounded",
        "47%": "14 of 30 is 46.67%, cut off instead of rounded",
        "56%": "34 of 61 is 55.74%, cut off instead of rounded",
    }


def test_two_rounding_rules_in_one_text_are_reported_once(annual):
    found = [one for one in annual if one.kind is Kind.ROUNDING]
    assert [one.why for one in found] == ["62% for 62.82 is cut off, but 55% for 54.59 is rounded"]


def test_parts_that_do_not_add_up_to_their_whole_are_found(annual):
    assert alarms(annual, Kind.SPLIT) == {
        "5617": "4042 + 227 + 95 + 668 + 585 = 5617, not 5919",
        "374": "189 + 185 = 374, not 379",
        "501": "114 + 5 + 3 + 379 = 501, not 506",
    }


def test_changes_that_hold_are_not_reported(annual):
    assert alarms(annual, Kind.CHANGE) == {}
    told = {one.why for one in annual if one.kind is Kind.CHANGE}
    assert told == {
        "from 369 to 347 is -5.96%",
        "from 469 to 347 is -26.01%",
        "from 201 to 218 is +8.46%",
    }


def test_shares_that_sum_to_ninety_nine_are_ambiguous_and_not_an_error(annual):
    found = [one for one in annual if one.why.startswith("35 + 38 + 26")]
    assert [(one.verdict, one.why) for one in found] == [
        (Verdict.AMBIGUOUS, "35 + 38 + 26 = 99: rounding alone can explain it")
    ]


def test_a_base_that_may_be_meant_two_ways_is_ambiguous(annual):
    found = [one.why for one in annual if one.kind is Kind.SHARE and one.verdict is Verdict.AMBIGUOUS]
    assert found == ["119 of 218 is 54.59%, but 34.29% of 347: the text does not say which whole is meant"]


def test_a_rest_that_the_perpetrators_leave_unnamed_is_reported(annual):
    assert "119 + 91 = 210 of 218: 8 (3.67%) are named in no part" in {one.why for one in annual}


def test_sums_that_hold_are_told(annual):
    assert {"99 + 44 + 1 = 144", "5617 + 302 = 5919", "501 + 5 = 506"} <= {
        one.why for one in annual if one.verdict is Verdict.HOLDS
    }


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_each_finding_names_its_line(language):
    lines = ANNUAL[language].split("\n")
    found = [one for one in check(ANNUAL[language], language) if one.kind is Kind.RATIO]
    assert [one.text in " ".join(lines[one.line - 1].split()) for one in found] == [True]


def test_lines_wrapped_by_an_editor_are_read_as_one_sentence():
    wrapped = (
        "In the whole of the year there were 5919 media outlets on the register, of\n"
        "which 4042 were periodicals, 227 were television channels, 95 were radio\n"
        "stations, 668 were agencies and 585 were sites."
    )
    assert [one.should_be for one in check(wrapped, "en") if one.verdict is Verdict.DIFFERS] == ["5617"]


def test_a_text_that_cuts_off_throughout_has_one_rule_and_no_alarm():
    text = "Of 30 cases 14 (46%) failed. Of 61 suits 34 (55%) failed. Of 347 claims 218 (62%) failed."
    assert [one.verdict for one in check(text, "en") if one.kind is Kind.SHARE] == [Verdict.HOLDS] * 3


@pytest.mark.parametrize(
    "text", ["", "\n\n", "%", "no numbers at all", "5 of 0 (3%)", "0 of 5 (0%)", "1.6 times (0 against 4)"]
)
def test_odd_texts_are_survived(text):
    assert all(one.verdict is not Verdict.DIFFERS for one in check(text, "en"))


@given(st.text(alphabet=st.sampled_from("0123456789%().,;: ofwhcthse\n"), max_size=80))
def test_no_text_crashes_the_check(text):
    assert isinstance(check(text, "en"), tuple)
