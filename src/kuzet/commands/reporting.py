"""`kuzet report`: the annual report of a release, in each language and format that is asked for."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import click

from kuzet import countries
from kuzet.adapters.batches import map_tasks
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import LANGUAGES
from kuzet.basis.release import Manifest
from kuzet.commands.output import whole
from kuzet.commands.show import progress
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.composing.materials import Materials
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.tree import Report

HEAVIEST_FIRST: Final = ("pdf", "docx", "html", "xlsx")
"""The formats of a report in the order in which two processors are done soonest."""


class Wanted(NamedTuple):
    """Languages and formats of a report, the editors' own parts and the editions that it looks back to.

    With several languages `templates` holds a folder for each.
    """

    languages: Sequence[str] = LANGUAGES
    forms: Sequence[str] = HEAVIEST_FIRST
    templates: Path | None = None
    editions: tuple[Path, ...] = ()


class Task(NamedTuple):
    """One report and its file; those of one `run` share what they are made of."""

    run: str
    release: Path
    editions: tuple[Path, ...]
    language: str
    templates: Path | None
    form: str
    output: Path


class Written(NamedTuple):
    """A report that stands in its file."""

    task: Task
    size: int
    manifest: Manifest


def run(release: Path, wanted: Wanted, output: Path) -> None:
    """Write one report to the file `output`, several into the folder `output`; tell each."""
    these = tasks(release, wanted, output)
    with progress("report", len(these)) as advance:
        for one in written(these):
            advance()
            of = one.manifest
            click.echo(f"{one.task.output}: {one.size:,} bytes, {of.id} edition {of.edition}, {one.task.language}")


def tasks(release: Path, wanted: Wanted, output: Path) -> list[Task]:
    """A task for each language and format, the heaviest first; one alone goes to `output` itself if it is no folder.

    Raises `BadInput` where `output` cannot be the folder of several, `Missing` where a language has no templates.
    """
    run, many = secrets.token_hex(), len(wanted.languages) > 1
    alone = not many and len(wanted.forms) == 1 and not output.is_dir()
    if not alone and output.exists() and not output.is_dir():
        raise BadInput(str(output), "a folder, since several reports are asked for", "report")
    return [
        Task(
            run=run,
            release=release,
            editions=wanted.editions,
            language=language,
            templates=_templates(wanted.templates, language) if wanted.templates and many else wanted.templates,
            form=form,
            output=output if alone else output / f"report.{language}.{form}",
        )
        for form in sorted(wanted.forms, key=HEAVIEST_FIRST.index)
        for language in wanted.languages
    ]


def _templates(folder: Path, language: str) -> Path:
    if not (folder / language).is_dir():
        raise Missing(f"{folder / language}: no folder; templates of several languages stand in a folder for each")
    return folder / language


def written(tasks: Sequence[Task]) -> Iterator[Written]:
    """Write each, on all processors; a file appears only when it is whole.

    Raises `BadRelease`, `BadExpression` or `Missing`.
    """
    return map_tasks(_write, tasks)


def _write(task: Task) -> Written:
    data = render(_report(task.run, task.release, task.editions, task.language, task.templates), task.form)
    whole(task.output, data)
    return Written(task, len(data), _materials(task.run, task.release, task.editions).release.manifest)


# Reading and counting 100,000 incidents takes longer than writing most formats: a process does it once in a
# run. The run is part of the key, since a release may change between two runs of one process.


@lru_cache(maxsize=1)
def _materials(_: str, release: Path, editions: tuple[Path, ...]) -> Materials:
    found = tally.read(release)
    return pipeline.materials(found, countries.load(found.manifest.country), [tally.read(one) for one in editions])


@lru_cache(maxsize=len(LANGUAGES))
def _report(run: str, release: Path, editions: tuple[Path, ...], language: str, templates: Path | None) -> Report:
    return pipeline.composed(_materials(run, release, editions), language, templates)
