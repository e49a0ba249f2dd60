"""Charts as sketches: the rows of the engine drawn, waiting for the sentence that states the finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kuzet.basis.errors import BadExpression
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN, listed
from kuzet.basis.figure import Figure
from kuzet.language.values import form
from kuzet.observatory.write.charts import SERIES_MOST, Part, Point, Tile, bars, columns, panels, stacked, tiles
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.panel import over_all, over_panel
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.composing.tables import (
    caption,
    crossed,
    narrowed,
    one_field,
    ordered,
    placeholders,
    spaced,
)
from kuzet.observatory.write.composing.timeline import case_chart
from kuzet.observatory.write.composing.values import filters
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.numbers_port import Where
from kuzet.observatory.write.tree import Chart, Runs, Specs, Table, Text, plain


@dataclass(frozen=True, slots=True)
class Sketch:
    """A chart without its title."""

    name: str
    specs: Specs
    table: Table
    source: str

    def finished(self, title: str) -> Chart:
        """The chart under `title`; its words for who cannot see it are the title and the data."""
        head = [plain(cell) for cell in self.table.head]
        data = "; ".join(_row([plain(cell) for cell in row], head) for row in self.table.rows)
        alt = f"{title.rstrip('.')}. {self.table.caption}. {data}."
        return Chart(name=self.name, title=title, alt=alt, source=self.source, specs=self.specs, table=self.table)


_SHARES: Final = 3
"""Columns of a table by one field: code, incidents, share; the share is not read out."""


def _row(cells: list[str], head: list[str]) -> str:
    if len(cells) <= _SHARES:
        return f"{cells[0]}: {cells[1]}"
    told = ", ".join(f"{name} {cell}" for name, cell in zip(head[1:], cells[1:], strict=True))
    return f"{cells[0]}: {told}"


def sketch(expression: Expression, notes: Notes) -> Sketch:
    """`chart KIND [FIELD [FIELD]] [filters]`; raises `BadExpression` where the kind needs other fields."""
    kind, *fields = (word.text for word in expression.words)
    draw, needed = _KINDS[kind]
    if len(fields) != needed or len(set(fields)) != needed:
        expected = f"of the form 'chart {kind}{' FIELD' * needed}'"
        raise BadExpression(expression.source, expected, str(expression.place))
    specs, table = draw(fields, filters(expression.options), notes)
    return Sketch(notes.unique("-".join(("chart", kind, *fields))), specs, table, _source(notes.labels))


def _source(labels: Labels) -> str:
    manifest = labels.materials.release.manifest
    source = labels.phrases.text("chart_source").replace("{release}", manifest.id)
    told = (source.replace("{edition}", manifest.edition), labels.warning())
    return ". ".join(part for part in told if part)


Drawn = tuple[Specs, Table]


def _trend(_: Sequence[str], where: Where, notes: Notes) -> Drawn:
    labels, materials = notes.labels, notes.labels.materials
    first = min(materials.first_year, materials.country.profile.monitored_since)
    series = materials.numbers.series(where, range(first, materials.year + 1))
    points = [
        Point(label=str(year), value=_size(found), text=_text(found, labels), strong=year == materials.year)
        for year, found in series
    ]
    table = Table(
        caption=caption(("year",), where, labels),
        head=(_words(labels.phrases.text("year")), _words(labels.phrases.text("incidents"))),
        rows=tuple((_words(str(year)), _cell(found, notes)) for year, found in series),
    )
    return columns(points, labels.phrases.text("not_known")), table


def _years(fields: Sequence[str], where: Where, notes: Notes) -> Drawn:
    labels, materials = notes.labels, notes.labels.materials
    years = range(materials.first_year, materials.year + 1)
    codes = [code for code, _ in ordered(fields[0], where, labels)]
    series = {code: dict(materials.numbers.series(narrowed(where, fields[0], code), years)) for code in codes}
    parts = [
        Part(label=str(year), series=labels.code(fields[0], code), value=_size(found), text=_text(found, labels))
        for code in codes
        for year, found in series[code].items()
    ]
    head = [labels.phrases.text("year"), *(labels.code(fields[0], code) for code in codes)]
    rows = [(_words(str(year)), *(_cell(series[code][year], notes) for code in codes)) for year in years]
    table = Table(
        caption=caption((fields[0], "year"), where, labels),
        head=tuple(map(_words, head)),
        rows=tuple(rows),
        note=spaced(_uneven(fields[0], where, years, notes), placeholders(where, notes)),
    )
    return panels(parts, labels.phrases.text("not_known")), table


def _uneven(name: str, where: Where, years: range, notes: Notes) -> Runs:
    """A sentence for each year whose parts were all published and do not add up to the total that was, too."""
    labels, numbers = notes.labels, notes.labels.materials.numbers
    codes = [code for code in listed(FIELDS[name], labels.materials.codebook) if code != FIELDS[name].empty]
    parts = {code: dict(numbers.series(narrowed(where, name, code), years)) for code in codes}
    said = []
    for year, total in numbers.series(where, years):
        found = [one for code in codes if (one := parts[code][year]) is not None]
        if total and total.published and len(found) == len(codes) and sum(one.value for one in found) != total.value:
            said.append(_parts_and_total(year, [one for one in found if one.numerator], total, notes))
    return spaced(*said)


def _parts_and_total(year: int, parts: Sequence[Figure], total: Figure, notes: Notes) -> Runs:
    """`2022: the published parts (37 + 205 + 229) do not add up to the published total (469)`, as a sentence."""
    before, _, rest = notes.labels.phrases.text("uneven").replace("{year}", str(year)).partition("{parts}")
    between, _, after = rest.partition("{total}")
    listed_parts = [
        run for place, one in enumerate(parts) for run in (*_words(" + " if place else ""), notes.plain(one))
    ]
    return (*_words(before), *listed_parts, *_words(between), notes.plain(total), *_words(after))


def _panel(_: Sequence[str], where: Where, notes: Notes) -> Drawn:
    """All sources over the constant panel, each with its gaps."""
    labels, materials = notes.labels, notes.labels.materials
    names = [labels.phrases.text("all_sources"), labels.phrases.text("constant_panel")]
    both = [over_all(materials, where), over_panel(materials, where)]
    parts = [
        Part(label=str(year), series=name, value=_size(found), text=_text(found, labels))
        for name, series in zip(names, both, strict=True)
        for year, found in series.items()
    ]
    head = tuple(map(_words, [labels.phrases.text("year"), *names]))
    rows = tuple((_words(str(year)), *(_cell(series[year], notes) for series in both)) for year in both[0])
    table = Table(caption=caption(("source", "year"), where, labels), head=head, rows=rows)
    return panels(parts, labels.phrases.text("not_known")), table


def _bars(fields: Sequence[str], where: Where, notes: Notes) -> Drawn:
    """A bar for each code; how many have none of them is told in the data, as it would dwarf the others."""
    labels = notes.labels
    everything = ordered(fields[0], where, labels)
    found = [one for one in everything if one[0] != NONE or FIELDS[fields[0]].empty != NONE] or everything
    top = max((figure.numerator for code, figure in found if code != UNKNOWN), default=0)
    points = [
        Point(
            label=labels.code(fields[0], code),
            value=_size(figure),
            text=_text(figure, labels),
            strong=figure.numerator == top and code != UNKNOWN,
        )
        for code, figure in found
    ]
    return bars(points), one_field(fields[0], where, notes)


def _stacked(fields: Sequence[str], where: Where, notes: Notes) -> Drawn:
    labels, first, second = notes.labels, fields[0], fields[1]
    numbers = labels.materials.numbers
    bars = ordered(first, where, labels)
    parts = [
        _part(labels.code(first, code), name, numbers.count({**narrowed(where, first, code), second: several}), labels)
        for code, _ in bars
        for name, several in _series(second, where, labels)
    ]
    totals = [
        Point(label=labels.code(first, code), value=_size(figure), text=_text(figure, labels)) for code, figure in bars
    ]
    return stacked(parts, totals), crossed((first, second), where, notes)


def _series(name: str, where: Where, labels: Labels) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The codes of a field under their labels; the rarest of more than `SERIES_MOST` stand together as others."""
    found = [code for code, _ in labels.materials.numbers.split(name, where).parts]
    if len(found) <= SERIES_MOST:
        return [(labels.code(name, code), (code,)) for code in found]
    ranked = [code for code, _ in labels.materials.numbers.rank(name, where)]
    alone, rest = ranked[: SERIES_MOST - 1], tuple(ranked[SERIES_MOST - 1 :])
    kept = [(labels.code(name, code), (code,)) for code in found if code in alone]
    return [*kept, (labels.phrases.text("others"), rest)]


def _part(label: str, series: str, figure: Figure, labels: Labels) -> Part:
    return Part(label=label, series=series, value=_size(figure), text=_text(figure, labels))


def _months(_: Sequence[str], where: Where, notes: Notes) -> Drawn:
    labels, numbers = notes.labels, notes.labels.materials.numbers
    names = [*map(str, range(1, 13)), *(code for code, _ in numbers.split("month", where).parts if code == "unknown")]
    points = []
    for code in names:
        figure = numbers.count(narrowed(where, "month", code))
        label = form.month(int(code), labels.language) if code.isdecimal() else labels.code("month", code)
        points.append(Point(label=_short(code, label, labels), value=_size(figure), text=_text(figure, labels)))
    return columns(points, labels.phrases.text("not_known")), one_field("month", where, notes)


def _short(code: str, label: str, labels: Labels) -> str:
    return labels.phrases.months[int(code) - 1] if code.isdecimal() else label


def _regions(_: Sequence[str], where: Where, notes: Notes) -> Drawn:
    labels = notes.labels
    found = dict(ordered("region", where, labels))
    units = [
        Tile(
            code=region.iso.partition("-")[2],
            label=labels.of(region.short),
            column=region.column,
            row=region.row,
            value=_size(found.get(region.iso)) or 0,
            text=_text(found[region.iso], labels) if region.iso in found else "0",
        )
        for region in labels.materials.country.regions
    ]
    return tiles(units), one_field("region", where, notes)


_KINDS: Final[Mapping[str, tuple[Callable[[Sequence[str], Where, Notes], Drawn], int]]] = MappingProxyType(
    {
        "trend": (_trend, 0),
        "years": (_years, 1),
        "panel": (_panel, 0),
        "bars": (_bars, 1),
        "stacked": (_stacked, 2),
        "months": (_months, 0),
        "regions": (_regions, 0),
        "timeline": (case_chart, 0),
    }
)


def _size(figure: Figure | None) -> float | None:
    return None if figure is None else float(figure.value)


def _text(figure: Figure | None, labels: Labels) -> str:
    return labels.phrases.text("not_known") if figure is None else form.number(figure.numerator, labels.language)


def _cell(figure: Figure | None, notes: Notes) -> Runs:
    return _words(notes.labels.phrases.text("not_known")) if figure is None else (notes.plain(figure),)


def _words(text: str) -> Runs:
    return (Text(text=text),) if text else ()
