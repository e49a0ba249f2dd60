"""A chart of a report as files of its own: Vega-Lite spec, SVG, PNG, and its data as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Final

from kuzet.basis.rounding import decimals
from kuzet.observatory.write.charts import alone, png
from kuzet.observatory.write.tree import Chart, FigureRun, Runs, plain

PREFIX: Final = "chart-"


def name(chart: Chart) -> str:
    """What a chart is called outside its report: `trend`, `stacked-category-perpetrator`."""
    return chart.name.removeprefix(PREFIX)


def files(chart: Chart, language: str) -> Mapping[str, bytes]:
    """The chart by the ending of each file."""
    return {**pictures(chart, language), "csv": table(chart)}


def pictures(chart: Chart, language: str) -> Mapping[str, bytes]:
    """All but the data table, which they do without."""
    spec = alone.spec(chart)
    return {
        "json": (json.dumps(spec, ensure_ascii=False, indent=1) + "\n").encode(),
        "svg": alone.picture(chart, language).encode(),
        "png": png(spec),
    }


def for_phones(chart: Chart, language: str) -> bytes:
    """The SVG whose words can be read on a narrow screen."""
    return alone.picture(chart, language, phone=True).encode()


def table(chart: Chart) -> bytes:
    """The data table as CSV: numbers bare (`5919`, shares to two decimals), words as they are read."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(map(plain, chart.table.head))
    rows.writerows(map(_cell, row) for row in chart.table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(runs: Runs) -> str:
    """A number to be computed with, or words."""
    if len(runs) != 1 or not isinstance(runs[0], FigureRun):
        return plain(runs)
    figure = runs[0].figure
    return str(figure.numerator) if figure.denominator == 1 else str(decimals(figure.value, 2))
