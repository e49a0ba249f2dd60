"""Neighbouring shares of one whole that leave a small rest without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, plain
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations import rests
from kuzet.observatory.write.check.relations.share import Share

BEHIND: Final = 2
"""Sentences behind the last share in which the rest may be told."""

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
            if _is_told(text, shares, whole - total):
                continue
            rest = plain((whole - total) * 100 / whole)
            why = f"{terms} = {plain(total)} of {plain(whole)}: {plain(whole - total)} ({rest}%) are named in no part"
            last = shares[-1]
            sentence = text.sentences[last.index]
            yield finding(sentence, Kind.SPLIT, Outcome(Verdict.AMBIGUOUS, why=why), *last.shown(sentence))


def _is_told(text: Text, shares: Sequence[Share], rest: Fraction) -> bool:
    """Whether a count beside shares, or in the sentences behind, is their rest or is said to be: "a further 8"."""
    first, last = shares[0].index, shares[-1].index
    parts = {share.part for share in shares}
    for sentence in text.sentences[first : last + BEHIND + 1]:
        counts = [one for one in sentence.of_kind("count") if one not in parts]
        behind = sentence is not text.sentences[last] and text.sentences.index(sentence) > last
        if sentence.block != text.sentences[last].block:
            return False
        if any(one.exact == rest for one in counts) or (behind and _makes(counts, rest)):
            return True
        if any(rests.is_rest(sentence, one, text.language) for one in counts):
            return True
    return False


def _makes(counts: Sequence[Mention], rest: Fraction) -> bool:
    """Whether all counts of a sentence make the rest: "Five were officials and three foreign bodies"."""
    return sum((one.exact for one in counts), Fraction(0)) == rest
