"""How well the articles and outcomes of readings agree with golden ones; part of `measure`.

A golden row has `legal_articles` (code, article, part) and `outcome`: fine_mci, fine_tenge, arrest_days,
sentence_years, suspended_years, requested_years, claimed_tenge, stage and verdict, each only where the text tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

Row = Mapping[str, Any]

COARSER: Final = {"pretrial_claim": "complaint", "search": "investigation", "claim_partly_upheld": "claim_upheld"}
"""Codes of the book by the coarser ones that count as the same: golden rows were coded before it told them apart."""

SUMS: Final = {"fine_mci": (True, False), "fine_tenge": (False, False), "claimed_tenge": (False, True)}
"""Whether the sum is in monthly calculation indices (else in money), and whether it was only asked for."""

TERMS: Final = {"arrest_days": False, "sentence_years": False, "suspended_years": False, "requested_years": True}
"""Whether the term was only asked for. Arrest is in days, the others in years, which readings have as months."""


def articles(row: Row, line: Row) -> Iterator[bool]:
    """For each golden article with a number in a code of the pack, whether it was found with code and number."""
    found = {tuple(told.split()[:2]) for told in line["legal_articles"]}
    for one in row.get("legal_articles", ()):
        if one["article"] and one["code"] != "other":
            yield (one["code"], one["article"]) in found


def outcome(row: Row, line: Row) -> Iterator[bool]:
    """For each entry of the golden outcome that is measured, whether the reading has it."""
    told = line["outcome"]
    penalties = told.get("penalties", ())
    for key, value in row.get("outcome", {}).items():
        if key in ("stage", "verdict"):
            yield COARSER.get(told.get(key), told.get(key)) == COARSER.get(value, value)
        elif key in SUMS:
            yield any(_is_sum(one, value, *SUMS[key]) for one in penalties)
        elif key in TERMS:
            yield any(_is_term(one, key, value) for one in penalties)


def _is_sum(penalty: Row, value: float, in_indices: bool, asked: bool) -> bool:
    money = penalty.get("money")
    same = money is not None and (money["currency"] == "MCI") is in_indices and float(money["amount"]) == value
    return same and penalty.get("requested", False) is asked


def _is_term(penalty: Row, key: str, value: float) -> bool:
    same = penalty.get("days") == value if key == "arrest_days" else penalty.get("months") == round(value * 12)
    return same and penalty.get("requested", False) is TERMS[key]
