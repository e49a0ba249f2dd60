"""Empty lines between all paragraphs, as files of documents and pages of sites have them, part nothing."""

from __future__ import annotations

from kuzet.observatory.write.check import check
from kuzet.observatory.write.check.parse import FLOWS, parse

REGIONS = [f"In region number {number} the observers saw {number + 20} hearings." for number in range(1, 12)]


def blocks(text: str) -> list[int]:
    return [sentence.block for sentence in parse(text, "en").sentences]


def test_an_empty_line_parts_what_stands_around_it_where_few_do():
    assert blocks("\n".join(REGIONS[:6]) + "\n\n" + "\n".join(REGIONS[6:])) == [0] * 6 + [1] * 5


def test_empty_lines_between_all_paragraphs_part_nothing():
    assert set(blocks("\n\n".join(REGIONS))) == {0}


def test_a_heading_in_capitals_parts_paragraphs_in_either_form():
    listed = [*REGIONS[:6], "COURTS", *REGIONS[6:]]
    assert blocks("\n\n".join(listed)) == blocks("\n".join(listed))


def test_a_number_is_judged_alike_with_empty_lines_and_without():
    listed = [
        *REGIONS,
        "The six suits of the year sought 1.8 million lei in all.",
        "Two of the suits were withdrawn, one was dismissed and four are pending.",
    ]
    found = [[(one.text, one.should_be) for one in check(joint.join(listed), "en")] for joint in ("\n", "\n\n")]
    assert found[0] == found[1]
    assert any(should_be for _, should_be in found[0])


def test_a_line_with_the_sign_goes_on_though_it_is_short_and_closed():
    (sentence,) = parse(f"Of the suits{FLOWS}\n34 (57%){FLOWS}\nfailed", "en").sentences
    assert sentence.text == "Of the suits 34 (57%) failed"
    assert sentence.lines == (2, 2)


def test_a_line_without_the_sign_ends_there():
    assert [one.text for one in parse("Of the suits\n34 (57%)\nfailed", "en").sentences] == [
        "Of the suits",
        "34 (57%)",
        "failed",
    ]
