"""A template and a release to a report: expressions are computed, conditions decided, marks read, the tree built."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.errors import BadExpression, BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.values import form
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing import editors
from kuzet.observatory.write.composing.lists import block
from kuzet.observatory.write.composing.marks import Page, Result, blocks, words
from kuzet.observatory.write.composing.materials import Labels, Materials
from kuzet.observatory.write.composing.runs import Notes, runs
from kuzet.observatory.write.composing.values import frozen, holds
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.expressions.rules import VERBS, Rules, check
from kuzet.observatory.write.expressions.template import Choice, Nodes, Parts, Words, read
from kuzet.observatory.write.tree import Block, Chart, Paragraph, Report

TEMPLATES: Final = files("kuzet.observatory.write") / "templates"
TITLE: Final = "title"
MAIN: Final = "report"
_HEAD: Final = ("title", "subtitle", "publisher")


def parts(language: str, folder: Path | None = None) -> Parts:
    """The parts of the report in a language: the editors' own file in `folder`, or else the one that is shipped.

    Raises `BadInput` for a part that neither has, and for a file in `folder` that is no part of the report.
    """
    if language not in LANGUAGES:
        raise BadInput(language, f"one of {', '.join(LANGUAGES)}", "language of a report")
    if folder is not None:
        editors.check(folder, names(language), language)

    def part(name: str) -> str:
        if folder is not None and (folder / f"{name}.txt").is_file():
            return editors.read(folder / f"{name}.txt")
        shipped = TEMPLATES / language / f"{name}.txt"
        if shipped.is_file():
            return shipped.read_text("utf-8")
        raise BadInput(name, f"a part of the report in {language}", "template")

    return part


def names(language: str) -> tuple[str, ...]:
    """The names of the parts that are shipped, sorted."""
    found = (entry.name for entry in (TEMPLATES / language).iterdir())
    return tuple(sorted(name.removesuffix(editors.END) for name in found if name.endswith(editors.END)))


def charts(language: str, materials: Materials) -> tuple[Chart, ...]:
    """The charts of the report in order, composed without the text around them; raises as `compose`."""
    shipped = parts(language)
    labels = Labels(materials, phrases.load(language))
    found = blocks(_page(read(MAIN, lambda name: _around_charts(shipped(name))), Notes(labels)))
    return tuple(one for one in found if isinstance(one, Chart))


def _around_charts(text: str) -> str:
    """The charts of a part with the conditions that they stand under, and the parts that it includes."""
    kept = "\n".join(one[0] for one in _CHART.finditer(text))
    while kept != (kept := _IDLE.sub("", kept)):
        pass
    return kept


_CHART: Final = re.compile(r"^::: chart$.*?^:::$|\{%.*?%\}", re.DOTALL | re.MULTILINE)
_IDLE: Final = re.compile(r"\{% if (?:(?!%\}).)*%\}\s*(?:\{% el(?:se|if)(?:(?!%\}).)*%\}\s*)*\{% end %\}\n?", re.DOTALL)
"""A condition of nothing."""


def validate(language: str, codebook: Codebook, source: Parts | None = None) -> None:
    """Checks a template as far as no release is needed; raises `BadExpression`."""
    source = source or parts(language)
    check((*read(TITLE, source), *read(MAIN, source)), Rules(codebook, phrases.load(language)))


def compose(language: str, materials: Materials, source: Parts | None = None) -> Report:
    """The report of a release in a language.

    Raises `BadExpression` with file, line and column where a number cannot be computed, `BadInput` for marks that
    cannot be read.
    """
    source = source or parts(language)
    labels = Labels(materials, phrases.load(language))
    rules = Rules(materials.codebook, labels.phrases)
    head, body = read(TITLE, source), read(MAIN, source)
    check((*head, *body), rules)
    notes = Notes(labels)
    front, imprint = _front(_page(head, notes))
    manifest = materials.release.manifest
    return Report(
        language=language,
        title=front["title"],
        subtitle=front["subtitle"],
        publisher=front["publisher"],
        edition=manifest.edition,
        release=manifest.id,
        digest=materials.digest,
        frozen=manifest.frozen,
        dated=form.date(frozen(materials), language),
        blocks=blocks(_page(body, notes)),
        imprint=imprint,
        warning=labels.warning(),
    )


def preview(text: str, language: str, materials: Materials) -> tuple[Block, ...]:
    """One piece of a template as it would stand in the report; raises as `compose`, with places in `text.txt`."""
    labels = Labels(materials, phrases.load(language))
    nodes = read("text", parts_of(text, language))
    check(nodes, Rules(materials.codebook, labels.phrases))
    return blocks(_page(nodes, Notes(labels)))


def parts_of(text: str, language: str) -> Parts:
    """A text under the name `text`, and the shipped parts that it may include."""
    shipped = parts(language)
    return lambda name: text if name == "text" else shipped(name)


def _front(page: Page) -> tuple[dict[str, str], tuple[Paragraph, ...]]:
    """The lines `title: ...`, `subtitle: ...`, `publisher: ...` of the title part, and the paragraphs after them."""
    found: dict[str, str] = {}
    lines = page.text.strip().split("\n")
    for name in _HEAD:
        key, colon, text = lines.pop(0).partition(":") if lines else ("", "", "")
        if key.strip() != name or not colon:
            raise BadInput(key, f"a line '{name}: ...' (the first lines are {', '.join(_HEAD)})", f"{TITLE}.txt")
        found[name] = words(text.strip(), page, f"{TITLE}.txt, {name}")
    rest = Page(results=page.results, parts=["\n".join(lines)])
    return found, tuple(one for one in blocks(rest) if isinstance(one, Paragraph))


def _page(nodes: Nodes, notes: Notes) -> Page:
    page = Page()
    _write(nodes, notes, page)
    return page


def _write(nodes: Nodes, notes: Notes, page: Page) -> None:
    for node in nodes:
        if isinstance(node, Words):
            page.write(node.text)
        elif isinstance(node, Choice):
            _write(_chosen(node, notes), notes, page)
        else:
            page.put(_result(node, notes))


def _chosen(choice: Choice, notes: Notes) -> Nodes:
    for branch in choice.branches:
        if all(holds(test, notes.labels) for test in branch.tests):
            return branch.nodes
    return ()


def _result(expression: Expression, notes: Notes) -> Result:
    use = VERBS[expression.verb.text].use
    if use == "block":
        return block(expression, notes)
    if use == "test":
        raise BadExpression(
            expression.source, "a thing to print: it can only be asked after 'if'", str(expression.place)
        )
    return runs(expression, notes)
