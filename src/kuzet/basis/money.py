"""Sums of money, exact."""

from __future__ import annotations

from decimal import Decimal

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word


class Money(Word):
    """An exact sum; `currency` is an ISO 4217 code, or `MCI` for monthly calculation indices."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0:
            raise BadInput(str(self.amount), "a finite sum of at least 0", "money")
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            raise BadInput(self.currency, "three capital letters such as EUR", "currency")
