"""Two digits of a number in the wrong order, which explain a sum that does not fit: "32 cases: 14, five and four"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading.words import Mention, Text
from kuzet.observatory.write.check.relations.bases import opening
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.slips import is_slip, is_swapped

LEAST: Final = 3
"""Parts from which on it is no chance that two digits explain their sum."""

PAIR: Final = 2

FAR: Final = Fraction(5, 2)
"""Two digits of a part in the wrong order explain a sum that is off by up to this factor."""

WIDE: Final = Fraction(7, 5)
"""One wrong digit of a part explains a sum that exceeds its whole by up to this factor."""

NEAR: Final = 2
"""The same for two digits of the whole."""


def meant(split: Split) -> tuple[Mention, Fraction] | None:
    """The one number of a list whose digits in another order make it right, with what it should be; the whole last."""
    total, whole = split.sum, split.whole.exact
    if len(split.parts) < LEAST or not whole / FAR <= total <= whole * FAR:
        return None
    found = [
        (one, one.exact + whole - total) for one in split.parts if is_swapped(one.exact, one.exact + whole - total)
    ]
    near = whole / NEAR <= total <= whole * NEAR
    found += [(split.whole, total)] if near and is_swapped(split.whole.exact, total) else []
    if not found and whole < total <= whole * WIDE:  # one digit too many of one part: "14, 12 and 17 of the 33"
        slipped = [one for one in split.parts if is_slip(one.exact, one.exact + whole - total)]
        return (slipped[-1], slipped[-1].exact + whole - total) if slipped else None
    return found[0] if len(found) == 1 else None


def rest(text: Text, index: int, split: Split) -> tuple[Mention, Fraction] | None:
    """Of two parts of the whole that opens a sentence, the one whose digits in another order are what the other leaves.

    None where this sentence or the next one has another number, which may be what both leave.
    """
    sentence, behind, unit = text.sentences[index], text.sentences[index + 1 : index + 2], split.whole.unit
    if opening(sentence, text.language) is not split.whole or len(split.parts) != PAIR:
        return None
    left = split.whole.exact - split.sum
    others = [one for one in sentence.quantities(unit) if one not in (split.whole, *split.parts)]
    told = any(one.exact == left for near in behind for one in near.quantities(unit))
    found = [(one, one.exact + left) for one in split.parts if is_swapped(one.exact, one.exact + left)]
    return found[0] if len(found) == 1 and not (others or told) else None
