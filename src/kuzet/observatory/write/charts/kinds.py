"""The kinds of charts: rows in, a wide and a narrow Vega-Lite spec out.

The rows come in the order in which they are drawn; each carries its value and that value as it is to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.observatory.write.charts import style
from kuzet.observatory.write.charts.marks import Row, boxes, breadth, words, wrap
from kuzet.observatory.write.tree import Specs

SERIES_MOST: Final = len(style.SERIES)
"""So many series can be told apart in one chart."""


class Point(Word):
    """One bar or column: `value` None where nobody knows it; `text` is the value as it is to be read."""

    label: str
    value: float | None
    text: str
    strong: bool = False


class Part(Word):
    """One part of a stacked bar, or one point of a line: the series `series` at `label`."""

    label: str
    series: str
    value: float | None
    text: str


class Tile(Word):
    """One unit of the tile grid at `column`, `row` (from 0); `code` stands for `label` where there is no room."""

    code: str
    label: str
    column: int
    row: int
    value: float
    text: str


def columns(points: Sequence[Point], unknown: str) -> Specs:
    """Columns along time (years, months); a place without a value is drawn as a gap that says `unknown`."""
    _some(points, "columns")
    return _both(lambda width: _columns(points, unknown, width))


def bars(points: Sequence[Point]) -> Specs:
    """Lying bars, each under its label: methods, targets, penalties."""
    _some(points, "bars")
    return _both(lambda width: _bars(points, width))


def stacked(parts: Sequence[Part], totals: Sequence[Point]) -> Specs:
    """Lying bars of parts, one for each of `totals`; parts too small for their number are told beside the bar."""
    _some(totals, "stacked bars")
    series = _series(parts)
    return _both(lambda width: _stacked(parts, totals, series, width))


def panels(parts: Sequence[Part], unknown: str) -> Specs:
    """Columns along time for each series, one panel under the other on one scale."""
    _some(parts, "panels")
    return _both(lambda width: _panels(parts, unknown, width))


def tiles(units: Sequence[Tile]) -> Specs:
    """A grid with one tile for each unit of a country: our own drawing, which claims no border."""
    _some(units, "tiles")
    return _both(lambda width: _tiles(units, width))


def _both(draw: Callable[[int], Row]) -> Specs:
    return Specs(wide=draw(style.WIDE), narrow=draw(style.NARROW))


def _some(rows: Sequence[object], kind: str) -> None:
    if not rows:
        raise BadInput(list(rows), "at least one row", f"chart of {kind}")


def _series(parts: Sequence[Part]) -> tuple[str, ...]:
    series = tuple(dict.fromkeys(part.series for part in parts))
    if len(series) > SERIES_MOST:
        raise BadInput(series, f"at most {SERIES_MOST} series", "chart")
    return series


# --- columns ---------------------------------------------------------------------------------------------------------

COLUMN_HEIGHT: Final = 210
PANEL_HEIGHT: Final = 110
HEAD: Final = 22
FOOT: Final = 22


def _columns(points: Sequence[Point], unknown: str, width: int) -> Row:
    frame = _Frame(width=width, top=0, height=COLUMN_HEIGHT, most=_most(points))
    return style.framed(width, height=frame.floor + frame.foot(points), layer=_column_layers(points, unknown, frame))


def _panels(parts: Sequence[Part], unknown: str, width: int) -> Row:
    layers, y = [], 0.0
    for name, found in groupby(parts, key=lambda part: part.series):
        points = [Point(label=part.label, value=part.value, text=part.text, strong=True) for part in found]
        title, y = _label(name, y, width)
        frame = _Frame(width=width, top=y, height=PANEL_HEIGHT, most=_most(parts))
        layers += [words([title], **LABEL_LOOK, fontWeight="bold"), *_column_layers(points, unknown, frame)]
        y = frame.floor + frame.foot(points) + SPACE
    return style.framed(width, height=y - SPACE, layer=layers)


def _most(rows: Sequence[Point | Part]) -> float:
    return max((row.value or 0 for row in rows), default=0) or 1


class _Frame(Word):
    """Where columns stand: the width of the picture, the top, the height of the largest value `most`."""

    width: int
    top: float
    height: float
    most: float

    @property
    def floor(self) -> float:
        return self.top + HEAD + self.height

    @property
    def size(self) -> float:
        """The size of the letters."""
        return 13 if self.width == style.WIDE else 11

    def turned(self, label: str, points: Sequence[Point]) -> bool:
        """Whether a label is too wide to stand under its column and is turned upright."""
        return breadth(label, self.size) > style.inner(self.width) / len(points) + 2

    def foot(self, points: Sequence[Point]) -> float:
        """The height of the labels under the columns."""
        turned = [point.label for point in points if self.turned(point.label, points)]
        return max((breadth(label, self.size) + 8 for label in turned), default=FOOT)


def _column_layers(points: Sequence[Point], unknown: str, frame: _Frame) -> list[Row]:
    size = frame.size
    step = style.inner(frame.width) / len(points)
    rows = [_column(point, number * step, step, frame) for number, point in enumerate(points)]
    known = [row for row in rows if row["known"]]
    gaps = [row for row in rows if not row["known"]]
    middle = (frame.top + HEAD + frame.floor) / 2
    spoken = [{**row, "x": row["middle"], "y": middle, "text": unknown, "ink": style.QUIET} for row in gaps]
    below = [{**row, "x": row["middle"], "y": frame.floor + 6, "text": row["label"]} for row in rows]
    turned = [row for row in below if frame.turned(row["label"], points)]
    layers = [
        boxes(known),
        boxes([{"x": 0, "x2": style.inner(frame.width), "y": frame.floor, "y2": frame.floor + 1, "fill": style.QUIET}]),
        words([{**row, "x": row["middle"]} for row in known], dy=-8, fontSize=size, fontWeight="bold"),
        words([row for row in below if row not in turned], baseline="top", fontSize=size),
        words(turned, angle=270, align="right", baseline="middle", fontSize=size),
    ]
    drawn = [boxes(gaps, stroke=style.MUTED, strokeDash=[3, 3]), words(spoken, angle=270, fontSize=size)]
    return [*layers, *drawn] if gaps else layers


def _column(point: Point, x: float, step: float, frame: _Frame) -> Row:
    share = 1.0 if point.value is None else point.value / frame.most
    return {
        "label": point.label,
        "text": point.text,
        "known": point.value is not None,
        "x": x + 0.14 * step,
        "x2": x + 0.86 * step,
        "middle": x + 0.5 * step,
        "y": frame.floor - frame.height * share,
        "y2": frame.floor,
        "fill": "#ffffff" if point.value is None else style.STRONG if point.strong else style.MUTED,
        "ink": style.INK,
    }


# --- bars ------------------------------------------------------------------------------------------------------------

LABEL_SIZE: Final = 13
LINE: Final = 17
BAR: Final = 16
BOLD: Final = 1.1
"""So much wider than plain letters are bold ones; so much room is left for wide letters in a tile."""
STACK: Final = 22
SPACE: Final = 12
LABEL_LOOK: Final[Row] = {"align": "left", "baseline": "top", "fontSize": LABEL_SIZE, "lineHeight": LINE}
END_LOOK: Final[Row] = {"align": "left", "baseline": "middle", "fontSize": LABEL_SIZE, "fontWeight": "bold"}


def _bars(points: Sequence[Point], width: int) -> Row:
    room = style.inner(width) - 10 - max(breadth(point.text, LABEL_SIZE) for point in points)
    labels: list[Row] = []
    rows: list[Row] = []
    y = 0.0
    for point in points:
        label, y = _label(point.label, y, width)
        length = max(room * (point.value or 0) / _most(points), 1)
        fill = style.STRONG if point.strong else style.MUTED
        rows.append({"x": 0, "x2": length, "y": y, "y2": y + BAR, "fill": fill, "text": point.text})
        labels.append(label)
        y += BAR + SPACE
    layers = [words(labels, **LABEL_LOOK), boxes(rows), words([_end(row) for row in rows], **END_LOOK)]
    return style.framed(width, height=y - SPACE, layer=layers)


def _label(text: str, y: float, width: int) -> tuple[Row, float]:
    """The label of a bar, which may be bold, and the place under it."""
    lines = wrap(text, style.inner(width), LABEL_SIZE * BOLD)
    return {"text": lines, "x": 0, "y": y, "ink": style.INK}, y + LINE * len(lines) + 2


def _end(row: Row) -> Row:
    """The value of a bar, beside its end."""
    return {"text": row["text"], "x": row["x2"] + 6, "y": (row["y"] + row["y2"]) / 2, "ink": style.INK}


# --- stacked bars ----------------------------------------------------------------------------------------------------


def _stacked(parts: Sequence[Part], totals: Sequence[Point], series: Sequence[str], width: int) -> Row:
    room = style.inner(width) - 10 - max(breadth(total.text, LABEL_SIZE) for total in totals)
    keys, rows, y = _key(series, width)
    labels, told, ends = keys, [], []
    for total in totals:
        label, y = _label(total.label, y, width)
        mine = [part for part in parts if part.label == total.label]
        segments = [{**row, "y": y, "y2": y + STACK} for row in _segments(mine, series, room / _most(totals))]
        labels.append(label)
        rows += segments
        ends.append(_end({**segments[-1], "text": total.text}))
        y += STACK + 4
        if not all(row["fits"] or row["x"] == row["x2"] for row in segments):
            told.append({"text": " + ".join(row["text"] for row in segments), "x": 0, "y": y, "ink": style.QUIET})
            y += LINE
        y += SPACE
    inside = [{**_end(row), "x": (row["x"] + row["x2"]) / 2, "ink": row["ink"]} for row in rows if row["fits"]]
    layers = [
        boxes(rows, stroke="#ffffff", strokeWidth=1.5),
        words(labels + told, **LABEL_LOOK),
        words(inside, baseline="middle", fontSize=LABEL_SIZE),
        words(ends, **END_LOOK),
    ]
    return style.framed(width, height=y - SPACE, layer=layers)


def _key(series: Sequence[str], width: int) -> tuple[list[Row], list[Row], float]:
    """The key of the series, as labels and boxes; the place of the first bar under it."""
    labels: list[Row] = []
    rows: list[Row] = []
    x, y = 0.0, 0.0
    for name, fill in zip(series, style.SERIES, strict=False):
        length = 20 + breadth(name, LABEL_SIZE)
        if x and x + length > style.inner(width):
            x, y = 0.0, y + LINE + 4
        labels.append({"text": name, "x": x + 20, "y": y, "ink": style.INK})
        rows.append({"x": x, "x2": x + 14, "y": y + 2, "y2": y + 16, "fill": fill, "fits": False})
        x += length + 18
    return labels, rows, y + LINE + 14


def _segments(parts: Sequence[Part], series: Sequence[str], scale: float) -> list[Row]:
    """The parts side by side in their order; an empty part has no width but keeps its number for the sum."""
    rows, x = [], 0.0
    for part in parts:
        place, length = series.index(part.series), (part.value or 0) * scale
        fits = length >= breadth(part.text, LABEL_SIZE) + 6
        look = {"fill": style.SERIES[place], "ink": style.ON_SERIES[place], "text": part.text, "fits": fits}
        rows.append({"x": x, "x2": x + length, **look})
        x += length
    return rows


# --- tiles -----------------------------------------------------------------------------------------------------------

RAMP: Final = (
    ("#f3f6f9", style.INK),
    ("#d6e4ee", style.INK),
    ("#adcade", style.INK),
    ("#3a729c", "#ffffff"),
    ("#0f3f63", "#ffffff"),
)
"""Five steps of fill with the ink upon it: contrast at least 4.5 to 1; zero has a step of its own."""


def _tiles(units: Sequence[Tile], width: int) -> Row:
    step = style.inner(width) / (max(unit.column for unit in units) + 1)
    high = step * (0.72 if width == style.WIDE else 0.9)
    top = max(unit.value for unit in units)
    rows = [_tile(unit, step, high, top) for unit in units]
    wide = width == style.WIDE
    size = _letters(units, step) if wide else 10
    names = [_name(row, step, size if wide else 0) for row in rows]
    values = [{**row, "x": row["x"] + 7, "y": row["y2"] - 7} for row in rows]
    layers = [
        boxes(rows, stroke=style.MUTED, strokeWidth=0.7, cornerRadius=2),
        words(names, align="left", baseline="top", fontSize=size, lineHeight=13),
        words(values, align="left", baseline="bottom", fontSize=20 if wide else 15, fontWeight="bold"),
    ]
    return style.framed(width, height=high * (max(unit.row for unit in units) + 1), layer=layers)


def _tile(unit: Tile, step: float, high: float, top: float) -> Row:
    fill, ink = RAMP[_step(unit.value, top)]
    x, y = unit.column * step, unit.row * high
    place = {"x": x + 1.5, "x2": x + step - 1.5, "y": y + 1.5, "y2": y + high - 1.5}
    return {**place, "fill": fill, "ink": ink, "text": unit.text, "label": unit.label, "code": unit.code}


def _step(value: float, top: float) -> int:
    """0 for nothing, then four equal steps up to the largest value.

    >>> [_step(value, 40) for value in (0, 1, 10, 11, 30, 40)]
    [0, 1, 1, 2, 3, 4]
    """
    return 0 if value <= 0 else min(4, -int(-4 * value // top))


def _letters(units: Sequence[Tile], step: float) -> float:
    """The size at which the longest word of a name stays inside its tile."""
    longest = max(breadth(word, BOLD) for unit in units for word in unit.label.split())
    return min(11.5, (step - 9) / longest)


def _name(row: Row, step: float, size: float) -> Row:
    """The name at a size of letters, or its code where there is no room (`size` 0)."""
    text = wrap(row["label"], step - 9, size * BOLD) if size else row["code"]
    return {**row, "x": row["x"] + 7, "y": row["y"] + 7, "text": text}
