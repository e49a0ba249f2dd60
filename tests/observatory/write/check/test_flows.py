"""Lines that go on in the next one, as the reader of PDFs tells them."""

from __future__ import annotations

from kuzet.observatory.write.check.parse import FLOWS, parse


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
