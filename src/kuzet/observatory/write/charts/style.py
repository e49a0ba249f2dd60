"""One visual system for all charts.

Series differ in lightness first, so that they can be told apart in grey print and by readers who see no colours;
every value is written beside its mark, so that no axis needs to be read.
"""

from __future__ import annotations

from typing import Any, Final

FONT: Final = "Noto Sans, DejaVu Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif"
INK: Final = "#1b2733"
QUIET: Final = "#5a6875"
GRID: Final = "#d5dce2"
STRONG: Final = "#0f3f63"
MUTED: Final = "#9db8cc"
PALE: Final = "#eef3f7"
SERIES: Final = ("#0f3f63", "#5b93ba", "#b4d0e2", "#e4ebf0")
"""Lightness 25, 59, 82 and 93 (CIE L*): the first three differ by 23 and more, the fourth by 11."""
ON_SERIES: Final = ("#ffffff", INK, INK, INK)
"""The ink of a label inside each series: contrast at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

WIDE: Final = 640
NARROW: Final = 320
"""Widths in CSS pixels: 640 is the text width of an A4 page, 320 fits a phone of 360."""

MARGIN: Final = 3

CONFIG: Final[dict[str, Any]] = {
    "background": "#ffffff",
    "font": FONT,
    "view": {"stroke": None},
    "padding": MARGIN,
    "text": {"font": FONT, "fontSize": 13, "fill": INK},
}


def inner(width: int) -> int:
    """The pixels between the margins."""
    return width - 2 * MARGIN


def framed(width: int, **parts: object) -> dict[str, Any]:
    """A whole spec of this system: `width` is that of the picture with its margins; marks may use `inner(width)`."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": CONFIG,
        "width": inner(width),
        "autosize": "none",
        **parts,
    }
