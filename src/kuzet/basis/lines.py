"""How a text is broken into lines: what belongs together stays together."""

from __future__ import annotations

import re
from typing import Final

_THOUSANDS: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def unbroken(text: str) -> str:
    """A text in which the thousands of a number stay in one line: `621 000` with a space that does not break."""
    return _THOUSANDS.sub("\u00a0", text)
