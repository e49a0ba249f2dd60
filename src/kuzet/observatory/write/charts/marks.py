"""Layers of a chart whose places are computed in pixels: boxes and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

Row = dict[str, Any]

LETTER: Final = 0.64
"""Mean width of a letter in parts of the font size, by the wider of the two fonts: DejaVu Sans has digits 0.64, labels
in kk 0.55 to 0.68, ru 0.60, en 0.50 (Noto Sans: 0.57, 0.56, 0.55, 0.44)."""


def pixels(field: str) -> Row:
    """An encoding whose field is a place in pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def boxes(rows: Sequence[Row], **look: object) -> Row:
    """Rectangles from (`x`, `y`) to (`x2`, `y2`) filled with `fill`."""
    places = {"x": pixels("x"), "x2": {"field": "x2"}, "y": pixels("y"), "y2": {"field": "y2"}}
    fill = {"field": "fill", "type": "nominal", "scale": None, "legend": None}
    return {
        "data": {"values": list(rows)},
        "mark": {"type": "rect", **look},
        "encoding": {**places, "fill": fill},
    }


def words(rows: Sequence[Row], **look: object) -> Row:
    """Texts (`text`, one string or a list of lines) at (`x`, `y`) in the ink `ink`."""
    ink = {"field": "ink", "type": "nominal", "scale": None, "legend": None}
    text = {"field": "text", "type": "nominal"}
    return {
        "data": {"values": list(rows)},
        "mark": {"type": "text", **look},
        "encoding": {"x": pixels("x"), "y": pixels("y"), "text": text, "color": ink},
    }


def wrap(text: str, width: float, size: float) -> list[str]:
    """`text` cut at spaces into lines that fit `width` pixels at a font of `size` pixels."""
    lines: list[str] = []
    for word in text.split():
        if lines and breadth(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def breadth(text: str, size: float) -> float:
    """About how many pixels wide `text` is at a font of `size` pixels."""
    return len(text) * LETTER * size
