"""Columns of percentages beside columns of counts: each is a share of the total row, of the column or of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict
from kuzet.observatory.write.check.tables import adding

FEWEST: Final = 2
"""Shares with decimals that must be right before the rest of a column without a total row is held to their whole."""

WHOLE: Final = 3
"""The same for shares without decimals, which are right by chance more often."""

Told = tuple[Row, Fraction, Decimal]
"""A row with a count and the percentage behind it."""


def shares(table: Sequence[Row], text: Text) -> Iterator[Finding]:
    """The percentages right behind counts that are not the share of them that the others are."""
    total = next((row for row in table[1:] if adding.is_total(row.cells[0], text.language)), None)
    for place in range(1, max(len(row.cells) for row in table) - 1):
        rows = [(row, row.number(place), row.percent(place + 1)) for row in table[1:] if row is not total]
        told = [(row, part, percent) for row, part, percent in rows if part is not None and percent is not None]
        whole = total.number(place) if total else None
        if len(told) < FEWEST:
            continue
        if whole:
            yield from _missed(told, whole)
        elif total is None:
            yield from _odd(told, text)


def _odd(told: Sequence[Told], text: Text) -> Iterator[Finding]:
    """The odd share of a column without a total, by what it adds up to or by the whole of the text."""
    own = sum((part for _, part, _ in told), Fraction(0))
    wholes = [one for one in (own, text.total.mention.exact if text.total else own) if one]
    exact = any(_decimals(percent) for _, _, percent in told)
    for whole in sorted(wholes, key=lambda one: len(_wrong(told, one)))[:1]:
        wrong = _wrong(told, whole)
        right = len(told) - len(wrong)
        if right >= (FEWEST if exact else WHOLE) and len(wrong) * 2 <= right:
            yield from (_miss(row, part, whole) for row, part, _ in wrong)


def _wrong(told: Sequence[Told], whole: Fraction) -> list[Told]:
    return [one for one in told if _match(one[2], one[1] * 100 / whole) is Match.NO]


def _missed(told: Sequence[Told], whole: Fraction) -> Iterator[Finding]:
    """The shares that are not what the rest of their column is: rounded, or cut off throughout."""
    found = [_match(percent, part * 100 / whole) for _, part, percent in told]
    rounded = Match.ROUNDED in found and found.count(Match.CUT) * 2 < found.count(Match.ROUNDED)
    wrong = {Match.NO, Match.CUT} if rounded else {Match.NO}
    missed = [one for one, agrees in zip(told, found, strict=True) if agrees in wrong]
    if len(missed) * 2 <= len(told):
        yield from (_miss(row, part, whole) for row, part, _ in missed)
    elif sum(part for _, part, _ in told) != whole and _of_own_sum(told):
        yield _total(told, whole)


def _of_own_sum(told: Sequence[Told]) -> bool:
    """Whether all shares are of what the counts add up to, so that the total row is wrong."""
    own = sum((part for _, part, _ in told), Fraction(0))
    return bool(own) and not _wrong(told, own)


def _total(told: Sequence[Told], whole: Fraction) -> Finding:
    row, own = told[-1][0], sum((part for _, part, _ in told), Fraction(0))
    why = f"the shares are of {plain(own)}, not of {plain(whole)}"
    text = " | ".join(row.cells)
    return Finding(line=row.line, text=text, kind=Kind.SPLIT, verdict=Verdict.DIFFERS, should_be=plain(own), why=why)


def _match(percent: Decimal, exact: Fraction) -> Match:
    return match(Fraction(percent), exact, _decimals(percent))


def _decimals(percent: Decimal) -> int:
    return max(0, -int(percent.as_tuple().exponent))


def _miss(row: Row, part: Fraction, whole: Fraction) -> Finding:
    exact = part * 100 / whole
    why = f"{plain(part)} of {plain(whole)} is {plain(exact)}%"
    text, verdict = " | ".join(row.cells), Verdict.DIFFERS
    return Finding(line=row.line, text=text, kind=Kind.SHARE, verdict=verdict, should_be=f"{plain(exact, 0)}%", why=why)
