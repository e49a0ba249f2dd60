"""A chart that stands alone, outside a report: with its title above and its source below."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

from kuzet.observatory.write.charts import style
from kuzet.observatory.write.charts.draw import svg
from kuzet.observatory.write.charts.marks import Row, words, wrap
from kuzet.observatory.write.tree import Chart

TITLE: Final = 16
SOURCE: Final = 11
GAP: Final = 12
BOLD: Final = 1.05


def spec(chart: Chart, *, phone: bool = False) -> Row:
    """The wide spec, or the one for a phone, with title, source and, as `description`, the alt text, and all data."""
    drawn = chart.specs.narrow if phone else chart.specs.wide
    room = drawn["width"]
    title = wrap(chart.title, room, TITLE * BOLD)
    source = wrap(chart.source, room, SOURCE)
    low = {"text": source, "x": 0, "y": drawn["height"] + GAP, "ink": style.QUIET}
    line = words([low], align="left", baseline="top", fontSize=SOURCE, lineHeight=SOURCE + 4)
    look = {"anchor": "start", "frame": "group", "fontSize": TITLE, "lineHeight": TITLE + 5, "color": style.INK}
    return {
        **drawn,
        "title": {"text": title, "font": style.FONT, "offset": GAP, **look},
        "description": chart.alt,
        "padding": {
            "left": style.MARGIN,
            "right": style.MARGIN,
            "top": len(title) * (TITLE + 5) + GAP + style.MARGIN,
            "bottom": GAP + len(source) * (SOURCE + 4) + style.MARGIN,
        },
        "layer": [*drawn["layer"], line],
    }


def picture(chart: Chart, language: str, *, phone: bool = False) -> str:
    """The SVG of `spec`, with `title` and `desc` for who cannot see it."""
    name = chart.name  # several pictures may stand in one page
    head = f'<svg lang="{language}" role="img" aria-labelledby="{name}-title {name}-desc"'
    told = f'<title id="{name}-title">{escape(chart.title)}</title><desc id="{name}-desc">{escape(chart.alt)}</desc>'
    return re.sub(r"<svg([^>]*)>", rf"{head}\1>", svg(spec(chart, phone=phone)), count=1).replace(">", f">{told}", 1)
