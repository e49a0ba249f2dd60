"""The port through which a release answers the check."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol

Where = Mapping[str, tuple[str, ...]]


class Registry(Protocol):
    """What can tell numbers of a year; None where it does not know one."""

    def count(self, where: Where, year: int) -> int | None:
        """The number of incidents of `year` that have one of the codes in every field of `where`."""

    def indicator(self, code: str, year: int) -> Fraction | None:
        """A number of another organisation, such as a rank in its index."""
