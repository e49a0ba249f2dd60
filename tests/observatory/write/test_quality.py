"""What a release tells of its own reading: how much of what people took in was proposed, and how much was wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import msgspec
import pytest
from tests.observatory.write.small import RELEASE

from kuzet.basis.coding import Coder
from kuzet.basis.errors import Missing
from kuzet.basis.incident import Decision, Passage, Verb
from kuzet.observatory.write.quality import Quality


def rejection(number, document, quote, **more):
    return Decision(
        id=f"D-{number}",
        at=datetime(2025, 1, 9, number, tzinfo=UTC),
        author=Coder(id="analyst-1"),
        verb=Verb.REJECT,
        reason="No attack.",
        passages=(Passage(document=document, quote=quote),),
        **more,
    )


def test_precision_is_at_least_what_was_taken_in_of_that_and_all_that_was_rejected():
    decisions = (rejection(1, "d-1", "a"), rejection(2, "d-2", "b"), rejection(3, "d-2", "b"))
    quality = Quality(msgspec.structs.replace(RELEASE, decisions=decisions))
    proposed = quality.figure("proposed").numerator
    assert quality.figure("rejected").numerator == 2
    assert quality.figure("precision").value == Fraction(100 * proposed, proposed + 2)


def test_a_rejection_that_was_undone_is_counted_no_longer():
    undo = Decision(
        id="D-9", at=datetime(2025, 1, 10, tzinfo=UTC), author=Coder(id="a"), verb=Verb.UNDO, reason="Wrong.", of="D-1"
    )
    quality = Quality(msgspec.structs.replace(RELEASE, decisions=(rejection(1, "d-1", "a"), undo)))
    assert quality.figure("rejected").numerator == 0


def test_without_a_rejection_precision_cannot_be_told():
    with pytest.raises(Missing, match="precision cannot be told"):
        Quality(msgspec.structs.replace(RELEASE, decisions=())).figure("precision")
