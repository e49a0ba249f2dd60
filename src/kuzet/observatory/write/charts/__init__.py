"""Charts: rows in, Vega-Lite specs out, drawn as SVG or PNG. No language is known here: every label is given."""

from kuzet.observatory.write.charts.draw import png, svg
from kuzet.observatory.write.charts.kinds import SERIES_MOST, Part, Point, Tile, bars, columns, panels, stacked, tiles
from kuzet.observatory.write.charts.timeline import Key, Step, Tick, timeline

__all__ = [
    "SERIES_MOST",
    "Key",
    "Part",
    "Point",
    "Step",
    "Tick",
    "Tile",
    "bars",
    "columns",
    "panels",
    "png",
    "stacked",
    "svg",
    "tiles",
    "timeline",
]
