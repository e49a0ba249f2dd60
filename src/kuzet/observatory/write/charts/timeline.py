"""A timeline of dated steps: each date is drawn as long as all the days that it can mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.observatory.write.charts import style
from kuzet.observatory.write.charts.marks import Row, boxes, breadth, words, wrap
from kuzet.observatory.write.tree import Specs


class Step(Word):
    """One step under its label; `first` and `last` are the days that its date can mean, None without a year.

    `exact` where the source names the day (or the night).
    """

    label: str
    first: date | None
    last: date | None
    exact: bool


class Tick(Word):
    """A line of time at the beginning of a month or year, with what is written under it in one or two lines."""

    at: date
    label: str
    year: str = ""


class Key(Word):
    """What the two marks mean: a known day, and days of which nobody knows which."""

    exact: str
    vague: str


SIZE: Final = 13
LINE: Final = 17
MARK: Final = 14
NARROWEST: Final = 7
"""A day is drawn at least so many pixels wide."""
SPACE: Final = 10
KEY: Final = 36
KEYS: Final = ((0, 28), (11, 11 + NARROWEST))
"""The sides of the two marks in the key, vague and exact, and the place of their words."""
VAGUE: Final[Row] = {"stroke": style.STRONG, "strokeDash": [4, 2], "strokeWidth": 1.2}
"""The two marks differ in width, fill and outline, so that grey print keeps them apart."""


def timeline(steps: Sequence[Step], ticks: Sequence[Tick], key: Key) -> Specs:
    """The steps one under the other in the order given, on a line of time from the first tick to the last."""
    if not steps or len(ticks) < 2:
        raise BadInput((len(steps), len(ticks)), "at least one step and two ticks", "chart of a timeline")
    return Specs(wide=_drawn(steps, ticks, key, style.WIDE), narrow=_drawn(steps, ticks, key, style.NARROW))


def _drawn(steps: Sequence[Step], ticks: Sequence[Tick], key: Key, width: int) -> Row:
    keys, rows, y = _key(steps, key, width)
    scale = style.inner(width) / (ticks[-1].at - ticks[0].at).days
    labels, lines = keys, list[Row]()
    for step in steps:
        told = wrap(step.label, style.inner(width), SIZE)
        labels.append({"text": told, "x": 0, "y": y, "ink": style.INK})
        y += LINE * len(told) + 3
        rows += _mark(step, ticks[0].at, scale, y)
        lines += [_line(tick, ticks[0].at, scale, y) for tick in ticks]
        y += MARK + SPACE
    layers = [
        boxes(lines),
        boxes([row for row in rows if not row["exact"]], **VAGUE),
        boxes([row for row in rows if row["exact"]]),
        words(labels, align="left", baseline="top", fontSize=SIZE, lineHeight=LINE),
        words(_under(ticks, scale, y), align="left", baseline="top", fontSize=SIZE - 2),
    ]
    return style.framed(width, height=y + 2 * LINE, layer=layers)


def _mark(step: Step, start: date, scale: float, y: float) -> list[Row]:
    """The days of a step as a box; nothing where its year is not known."""
    if step.first is None or step.last is None:
        return []
    left = (step.first - start).days * scale
    right = ((step.last - start).days + 1) * scale
    middle, half = (left + right) / 2, max(right - left, NARROWEST) / 2
    return [_box(step.exact, (middle - half, middle + half), y)]


def _box(exact: bool, sides: tuple[float, float], y: float) -> Row:
    fill = style.STRONG if exact else style.PALE
    return {"exact": exact, "x": sides[0], "x2": sides[1], "y": y, "y2": y + MARK, "fill": fill}


def _key(steps: Sequence[Step], key: Key, width: int) -> tuple[list[Row], list[Row], float]:
    """The words of the key and the marks that `steps` use, and the place under them."""
    labels: list[Row] = []
    rows: list[Row] = []
    y = 0.0
    used = {step.exact for step in steps if step.first}
    for exact, text in ((True, key.exact), (False, key.vague)):
        if exact in used:
            lines = wrap(text, style.inner(width) - KEY, SIZE)
            rows.append(_box(exact, KEYS[exact], y + 1))
            labels.append({"text": lines, "x": KEY, "y": y, "ink": style.INK})
            y += LINE * len(lines) + 3
    return labels, rows, y + SPACE


def _line(tick: Tick, start: date, scale: float, y: float) -> Row:
    """The upright line of a tick behind the mark of a step."""
    x = (tick.at - start).days * scale
    return {"x": x - 0.5, "x2": x + 0.5, "y": y - 3, "y2": y + MARK + 3, "fill": style.GRID}


def _under(ticks: Sequence[Tick], scale: float, y: float) -> list[Row]:
    """What is written under the ticks; of labels that stand too close every second, third ... is written."""
    room = min((after.at - before.at).days for before, after in pairwise(ticks)) * scale
    every = -int(-(max(breadth(tick.label, SIZE - 2) for tick in ticks) + 4) // room)
    rows = []
    for number, tick in enumerate(ticks[:-1]):
        x = (tick.at - ticks[0].at).days * scale + 2
        if number % every == 0:
            rows.append({"text": tick.label, "x": x, "y": y, "ink": style.INK})
        rows.append({"text": tick.year, "x": x, "y": y + LINE - 2, "ink": style.QUIET})
    return [row for row in rows if row["text"]]
