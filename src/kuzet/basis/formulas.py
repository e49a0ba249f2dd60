"""Text that a spreadsheet would take for a formula: written so that it is taken for text, and read back as it was."""

from __future__ import annotations

import re
from typing import Final

FORMULA: Final = r"^[=+\-@\t\r']"
"""How such a text begins; an apostrophe too, so that reading back takes off one and only one that writing put there."""

_FORMULA: Final = re.compile(FORMULA)


def defused(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it.

    >>> defused("=1+1"), defused("2024-05-13")
    ("'=1+1", '2024-05-13')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """What `defused` was given.

    >>> restored("'=1+1"), restored("'quoted'")
    ('=1+1', "'quoted'")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
