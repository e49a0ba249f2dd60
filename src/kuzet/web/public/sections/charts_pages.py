"""The charts of the report, each on a page with its data, as pictures, as a specification, and to embed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.observatory import pipeline
from kuzet.observatory.write.chart_files import for_phones, name, pictures, table
from kuzet.observatory.write.tree import Chart, plain
from kuzet.web.public.edition import Edition, Entry, Work
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue


class Drawn(Word):
    """One chart to be drawn in one language.

    The table of `chart` is empty: its figures would bring the ids of all incidents. It stands here as it is read, with
    its note, and as CSV.
    """

    chart: Chart
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    table: bytes
    language: str
    codebook: str
    country: str
    address: str


def part(edition: Edition) -> Iterator[Entry | Work]:
    """The list of charts, a page for each, and the files of each."""
    manifest = edition.release.manifest
    for language in LANGUAGES:
        found = pipeline.charts(edition.release, edition.country, edition.engine, language)
        said = tongue(language, manifest.codebook, manifest.country)
        path = f"{language}/charts/index.html"
        values = {
            "title": said.words["charts_title"],
            "charts": [(name(one), one) for one in found],
            "section": "charts",
            "address": edition.extra.address,
        }
        yield path, page("charts.html", path, said, values)
        for one in found:
            drawn = Drawn(
                chart=replace(one, table=replace(one.table, head=(), rows=(), note=())),
                head=tuple(map(plain, one.table.head)),
                rows=tuple(tuple(map(plain, row)) for row in one.table.rows),
                note=plain(one.table.note),
                table=table(one),
                language=language,
                codebook=manifest.codebook,
                country=manifest.country,
                address=edition.extra.address,
            )
            yield Work(f"chart {language} {name(one)}", make, to_bytes(drawn))


def make(given: bytes) -> Iterator[Entry]:
    """The page of one chart with its files."""
    drawn = from_json(given, Drawn)
    said = tongue(drawn.language, drawn.codebook, drawn.country)
    stem = f"{drawn.language}/charts/{name(drawn.chart)}"
    values = {
        "title": drawn.chart.title,
        "chart": drawn.chart,
        "stem": name(drawn.chart),
        "head": drawn.head,
        "rows": drawn.rows,
        "note": drawn.note,
        "embed": _embed(drawn.chart.title),
        "picture": f"{drawn.address}/{stem}.svg" if drawn.address else "",
        "section": "charts",
        "address": drawn.address,
    }
    yield f"{stem}.html", page("chart.html", f"{stem}.html", said, values)
    for ending, data in pictures(drawn.chart, drawn.language).items():
        yield f"{stem}.{ending}", data
    yield f"{stem}.csv", drawn.table
    yield f"{stem}-phone.svg", for_phones(drawn.chart, drawn.language)


def _embed(title: str) -> str:
    """What another site writes to show the picture, with a place for its address."""
    told = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<img src="{{address}}" alt="{told}" loading="lazy" referrerpolicy="no-referrer">'
