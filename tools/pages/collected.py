"""What is collected: the sources of each country pack, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from tools.pages.markdown import code, table
from tools.pages.markdown import page as whole

from kuzet import countries
from kuzet.observatory.collect import sources
from kuzet.observatory.collect.entries import READERS
from kuzet.observatory.collect.plan import KINDS, Plan, Start

INTRODUCTION: Final = """
Every source is a folder in `src/kuzet/countries/<code>/sources/`; how to add one is told in
[Add a source](../how-to/add-a-source.md). `kuzet sources list` shows the same. A start page with a question mark is one
that nobody has yet seen answer in this form; no site is contacted in tests.
"""

HEADS: Final = ("id", "Kazakh", "Russian", "English", "languages", "region", "start pages", "new a week", "panel years")


def page() -> str:
    """The forms of start pages, then the sources of each pack."""
    packs = (pack for one in countries.codes() for pack in _pack(one))
    return whole("Collected sources", INTRODUCTION, "## Forms of start pages", _forms(), *packs)


def _forms() -> str:
    return table(("form", "entries taken at most"), ((code(form), one.most) for form, one in READERS.items()))


def _pack(country: str) -> Sequence[str]:
    plans = sorted(sources.sources(country), key=lambda plan: (KINDS.index(plan.source.kind), plan.source.id))
    name = countries.load(country).profile.name.en
    grouped = groupby(plans, key=lambda plan: plan.source.kind)
    parts = (f"### `{kind}`\n\n{table(HEADS, map(_row, group))}" for kind, group in grouped)
    return (f"## {name}: {len(plans)} sources", *parts)


def _row(plan: Plan) -> Sequence[object]:
    source = plan.source
    return (
        code(source.id),
        source.name.kk,
        source.name.ru,
        source.name.en,
        ", ".join(source.languages),
        plan.region or source.country,
        " ".join(map(_start, plan.start)) or "by hand",
        f"{plan.weekly.least} to {plan.weekly.most}",
        ", ".join(map(str, source.panel_years)),
    )


def _start(start: Start) -> str:
    return f"{start.form}{'?' if start.unverified else ''} `{start.url}`"
