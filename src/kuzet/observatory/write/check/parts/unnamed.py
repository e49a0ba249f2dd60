"""Neighbouring shares of one whole that leave a small rest without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, plain
from kuzet.observatory.write.check.reading.words import Finding, Kind, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations.share import Share

NEAR: Final = Fraction(9, 10)
"""Shares that reach less of their whole than this were not meant to make it up."""


def unnamed(found: Sequence[Share], text: Text) -> Iterator[Finding]:
    """Neighbouring shares of one whole that leave a small rest unnamed: "119 (55%) ... 91 (42%)" of 218."""
    held = [share for share in found if share.match() is not Match.NO and share.percent.kind == "percent"]
    for (_, whole), group in groupby(held, key=lambda one: (text.sentences[one.index].paragraph, one.whole)):
        shares = list({share.part: share for share in group}.values())
        total = sum((share.part.exact for share in shares), Fraction(0))
        if len(shares) >= 2 and whole * NEAR <= total < whole:
            terms = " + ".join(plain(share.part.exact) for share in shares)
            rest = plain((whole - total) * 100 / whole)
            why = f"{terms} = {plain(total)} of {plain(whole)}: {plain(whole - total)} ({rest}%) are named in no part"
            last = shares[-1]
            sentence = text.sentences[last.index]
            yield finding(sentence, Kind.SPLIT, Outcome(Verdict.AMBIGUOUS, why=why), *last.shown(sentence))
