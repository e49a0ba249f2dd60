"""Report tree -> HTML text, for the screen (`html`) and for the page (`pdf`): one template each, blocks in common."""

from __future__ import annotations

import base64
from typing import Any

import jinja2
from markupsafe import Markup, escape

from kuzet.basis.lines import unbroken
from kuzet.observatory.write import annex, charts, tree
from kuzet.observatory.write.formats import tables, words
from kuzet.observatory.write.tree import Runs


def fill(template: str, report: tree.Report, **more: object) -> str:
    """The template `assets/page/<template>` filled with the report; `more` are further variables of it."""
    page = {
        "report": report,
        "words": words.load(report.language),
        "contents": tree.contents(report),
        "blocks": tree.counted(report),
        "entries": annex.entries(report),
        "anchors": frozenset(tree.anchors(report)),
        "runs": Inline(),
    }
    return _environment().get_template(template).render(page | more)


def css(*names: str) -> str:
    """The style sheets `assets/page/<name>.css` one after the other."""
    return "\n".join((words.ASSETS / "page" / f"{name}.css").read_text("utf-8") for name in names)


def picture(spec: dict[str, Any]) -> str:
    """The chart as a `data:` address that holds its SVG."""
    return "data:image/svg+xml;base64," + base64.b64encode(charts.svg(spec).encode()).decode()


def size(spec: dict[str, Any]) -> tuple[int, int]:
    """Width and height of a chart in CSS pixels."""
    margins = 2 * spec["config"]["padding"]
    return round(spec["width"] + margins), round(spec["height"] + margins)


class Inline:
    """Runs as HTML. The first use of a note can be come back to, so one object serves one report."""

    def __init__(self) -> None:
        self._used: set[int] = set()

    def __call__(self, runs: Runs) -> Markup:
        """The runs one after the other, everything escaped."""
        return Markup("").join(self._run(run) for run in tree.joined(runs))

    def _run(self, run: tree.Run) -> Markup:
        match run:
            case tree.Text(text=text, language=""):
                return escape(unbroken(text))
            case tree.Text(text=text, language=language):
                return Markup('<span lang="{}">{}</span>').format(language, unbroken(text))
            case tree.Strong(runs=runs):
                return Markup("<strong>{}</strong>").format(self(runs))
            case tree.Emphasis(runs=runs):
                return Markup("<em>{}</em>").format(self(runs))
            case tree.Link(target=target, runs=runs):
                return Markup('<a href="{}">{}</a>').format(target, self(runs))
            case tree.FigureRun():
                return self._figure(run)

    def _figure(self, run: tree.FigureRun) -> Markup:
        place = Markup("") if run.number in self._used else Markup(' id="use-{}"').format(run.number)
        self._used.add(run.number)
        link = Markup('<a class="figure"{} href="#figure-{}">{}<sup>{}</sup></a>')
        return link.format(place, run.number, run.text, run.number)


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (words.ASSETS / "page" / name).read_text("utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(kind=_kind)
    environment.filters.update(kind=_kind)
    environment.globals.update(
        picture=picture,
        size=size,
        numeric=tables.numeric,
        shares=tables.shares,
        dense=tables.dense,
        whole=tables.whole,
        told=annex.told,
    )
    environment.globals.update(numbered=words.numbered, incident_anchor=tree.incident_anchor, plain=tree.plain)
    return environment


def _kind(block: tree.Block) -> str:
    return type(block).__name__
