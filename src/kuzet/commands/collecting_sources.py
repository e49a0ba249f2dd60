"""The plans of a country's sources, or of a folder of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from kuzet.basis.word import from_data
from kuzet.observatory.collect.plan import Plan
from kuzet.observatory.collect.schedule import host

BY_HAND: Final = "by-hand"
"""The source of addresses that belong to none of the sources."""


def plans(country: str, folder: Path | None) -> dict[str, Plan]:
    """Each source's plan by its id; raises `BadInput` naming the file."""
    folder = folder or Path(__file__).parents[1] / "countries" / country / "sources"
    found = {}
    for path in sorted(folder.glob("*/source.yml")):
        plan = from_data(yaml.safe_load(path.read_text("utf-8")), Plan, f"{path.parent.name}/source.yml")
        found[plan.source.id] = plan
    return found


def owner(url: str, known: Mapping[str, Plan]) -> str:
    """The source whose pages or start pages are at this address's host."""
    name = host(url)
    for ident, plan in known.items():
        if name and name in {host(plan.source.url), *(host(start.url) for start in plan.start)}:
            return ident
    return BY_HAND
