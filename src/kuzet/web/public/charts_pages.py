"""The charts of the report, each on a page with its data, as pictures, as a specification, and to embed."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word, from_json, to_json
from kuzet.observatory import pipeline
from kuzet.observatory.write.chart_files import files, for_phones, name
from kuzet.observatory.write.tree import Chart, plain
from kuzet.web.public.edition import Edition, Entry, Work
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue


class Drawn(Word):
    """One chart to be drawn in one language."""

    chart: Chart
    language: str
    codebook: str
    country: str
    address: str


def part(edition: Edition) -> Iterator[Entry | Work]:
    """The list of charts, a page for each, and the files of each."""
    manifest = edition.release.manifest
    charts = pipeline.charts(edition.release, edition.country, edition.engine, LANGUAGES)
    for language, found in charts.items():
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
                chart=one,
                language=language,
                codebook=manifest.codebook,
                country=manifest.country,
                address=edition.extra.address,
            )
            yield Work(f"chart {language} {name(one)}", make, to_json(drawn).encode())


def make(given: bytes) -> Iterator[Entry]:
    """The page of one chart with its files."""
    drawn = from_json(given, Drawn)
    said = tongue(drawn.language, drawn.codebook, drawn.country)
    stem = f"{drawn.language}/charts/{name(drawn.chart)}"
    picture = f"{drawn.address}/{stem}.svg" if drawn.address else f"{stem}.svg"
    table = drawn.chart.table
    values = {
        "title": drawn.chart.title,
        "chart": drawn.chart,
        "stem": name(drawn.chart),
        "head": [plain(cell) for cell in table.head],
        "rows": [[plain(cell) for cell in row] for row in table.rows],
        "embed": _embed(picture, drawn.chart.title),
        "section": "charts",
        "address": drawn.address,
    }
    yield f"{stem}.html", page("chart.html", f"{stem}.html", said, values)
    for ending, data in files(drawn.chart, drawn.language).items():
        yield f"{stem}.{ending}", data
    yield f"{stem}-phone.svg", for_phones(drawn.chart, drawn.language)


def _embed(picture: str, title: str) -> str:
    """What another site writes to show the picture."""
    told = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<img src="{picture}" alt="{told}" loading="lazy" referrerpolicy="no-referrer">'
