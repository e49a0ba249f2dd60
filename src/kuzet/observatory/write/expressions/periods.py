"""Parts of a year as an author writes them: `month=1-6`, `quarter=2`, `half=1`. Counted are always months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kuzet.basis.fields import UNKNOWN

MONTH: Final = "month"
PARTS: Final[Mapping[str, int]] = MappingProxyType({"quarter": 3, "half": 6})
"""How many months each part has."""

FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        MONTH: "a month of the report's period: 1 to 12, several as 1,2,3 or 1-3, or unknown",
        "quarter": "a quarter: 1 to 4",
        "half": "a half of the year: 1 or 2",
    }
)
"""What is expected of each, in words."""

_RANGE: Final = re.compile(r"(\d{1,2})-(\d{1,2})")


def months(name: str, code: str) -> tuple[str, ...]:
    """The months that a code of `month`, `quarter` or `half` means, none where it means nothing.

    >>> months("month", "11-12"), months("quarter", "2"), months("half", "3")
    (('11', '12'), ('4', '5', '6'), ())
    """
    if name in PARTS:
        size = PARTS[name]
        last = int(code) * size if re.fullmatch(r"[1-9]", code) else 0
        return _from_to(last - size + 1, last)
    if found := _RANGE.fullmatch(code):
        return _from_to(int(found[1]), int(found[2]))
    if code == UNKNOWN:
        return (code,)
    return _from_to(int(code), int(code)) if re.fullmatch(r"[1-9]\d?", code) else ()


def _from_to(first: int, last: int) -> tuple[str, ...]:
    return tuple(map(str, range(first, last + 1))) if 1 <= first <= last <= 12 else ()
