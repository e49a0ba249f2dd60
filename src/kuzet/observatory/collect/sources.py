"""The sources of a country pack: one folder each under `sources/`, with `source.yml` and its recorded samples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

import yaml

from kuzet.basis.document import Source
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import Name
from kuzet.basis.word import Word, from_data
from kuzet.language.text import yml
from kuzet.observatory.collect.plan import Expected, Plan, Politeness, Start, Status

FILE: Final = "source.yml"

SHORTEST: Final = 0.5
"""Seconds between two requests to somebody else's host."""
MOST: Final = 4
"""Requests to it at once."""


class Written(Word):
    """`source.yml` as it is written: a `Source` and a `Plan` in one, without what the folder's name says."""

    name: Name
    kind: str
    languages: tuple[str, ...]
    country: str
    url: str = ""
    region: str = ""
    start: tuple[Start, ...] = ()
    politeness: Politeness = Politeness()
    weekly: Expected = Expected()
    panel_years: tuple[int, ...] = ()
    status: Status = "active"
    note: str = ""

    def __post_init__(self) -> None:
        if self.politeness.delay < SHORTEST:
            raise BadInput(self.politeness.delay, f"a delay of at least {SHORTEST} seconds", "politeness")
        if not 1 <= self.politeness.at_once <= MOST:
            raise BadInput(self.politeness.at_once, f"1 to {MOST} requests at once", "politeness")


@cache
def sources(country: str) -> tuple[Plan, ...]:
    """The plans of a country's sources, in the order of their ids; raises `BadInput` that names file and field."""
    return tuple(plan(folder) for folder in folders(shelf(country)))


def shelf(country: str) -> Traversable:
    """The folder with the folders of a country's sources."""
    return files("kuzet.countries").joinpath(country.lower(), "sources")


def folders(root: Traversable) -> Iterator[Traversable]:
    """The folders of sources inside `root`, by name; raises `Missing` where there are none."""
    found = sorted((one for one in root.iterdir() if one.is_dir()), key=lambda one: one.name) if root.is_dir() else []
    if not found:
        raise Missing(f"{root}: no folders of sources are there")
    yield from found


def plan(folder: Traversable) -> Plan:
    """The plan of one source; the folder's name is its id."""
    where = f"{folder.name}/{FILE}"
    written = from_data(mapping(folder, FILE), Written, where)
    source = Source(
        id=folder.name,
        name=written.name,
        kind=written.kind,
        languages=written.languages,
        country=written.country,
        url=written.url,
        panel_years=written.panel_years,
    )
    return Plan(
        source=source,
        start=written.start,
        region=written.region,
        politeness=written.politeness,
        weekly=written.weekly,
        status=written.status,
        note=written.note,
    )


def mapping(folder: Traversable, file: str) -> dict[str, Any]:
    """A YAML file of a folder; raises `Missing` without it, `BadInput` with the line where it is no mapping."""
    where, path = f"{folder.name}/{file}", folder.joinpath(file)
    if not path.is_file():
        raise Missing(f"{where}: the file is not there")
    try:
        found = yml.loaded(path.read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadInput(error.problem, "YAML", f"{where}, line {line}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadInput(str(error), "YAML in UTF-8", where) from None
    if not isinstance(found, dict):
        raise BadInput(found, "fields with their values", where)
    return found
