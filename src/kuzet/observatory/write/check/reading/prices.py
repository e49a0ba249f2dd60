"""The letter of a currency glued to a sum: "N500,000", "R5 million", where it is no name such as "G20" or "N95"."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.values import numbers

SIGN: Final = "¤"
"""What stands for any letter of a currency."""

THOUSAND: Final = 1000
"""The least scale word that makes a number behind a letter a sum."""

_GLUED: Final = re.compile(
    r"(?<![\w-])[NRKPQ](?=\d{1,3}(?:(?P<grouped>(?:,\d{3})+(?!\d))|(?:[.,]\d+)?\s(?P<scale>[^\W\d_]+)))"
)


def signed(text: str, language: str) -> str:
    """The text, of the same length, with a sign in the place of each letter that stands for a currency."""
    return _GLUED.sub(lambda found: SIGN if _is_sum(found, language) else found[0], text)


def _is_sum(found: re.Match[str], language: str) -> bool:
    scale = numbers.value_of(found["scale"], language) if found["scale"] else None
    return found["grouped"] is not None or (scale is not None and scale >= THOUSAND)
