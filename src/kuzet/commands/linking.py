"""`kuzet link`: which documents report one incident."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from kuzet.adapters.batches import in_batches, map_batches, map_tasks
from kuzet.basis.judgement import Link
from kuzet.basis.word import from_data
from kuzet.commands import reading, readings
from kuzet.commands.documents import BadLine
from kuzet.commands.judgements import Judged
from kuzet.commands.show import Advance, ended_by_request, is_terminal, progress
from kuzet.observatory import pipeline
from kuzet.observatory.link import Item, batch
from kuzet.observatory.link.batch import Linked

AT_ONCE: Final = 2000
"""Readings that are made ready at once: a file of fewer is not worth another process."""


Found = readings.Line | BadLine


@ended_by_request()
def run(path: Path, log: Path | None = None, *, as_json: bool, explain: bool) -> int:
    """Print the groups; documents that report no attack are in none. 1 when a line could not be read.

    `log` holds what people judged: they have the last word.
    """
    if not path.stat().st_size:
        click.echo(reading.NOTHING.format(path.name), err=True)
    bad: list[BadLine] = []
    lines: Iterable[Found] = read_lines(path)
    judged = Judged()
    if log:  # judgements find a candidate by its words, so all of them must be known first
        lines = list(lines)
        judged = Judged.read(log, coded(lines))
    with batch.linked(_items(path, lines, bad), judged.standing.judgements, run=map_tasks, watch=progress) as groups:
        if as_json:
            click.echo(json.dumps(_documents(groups), ensure_ascii=False))
        elif explain and is_terminal():
            _tables(groups)
        else:
            for line in _told(groups, explain=explain):
                click.echo(line)
        judged.tell(groups, explain=explain and not as_json)
    wrong = len(bad) + len(judged.log.bad)
    if wrong:
        click.echo(f"{wrong} bad line{'s' if wrong > 1 else ''} set aside", err=True)
    return 1 if wrong else 0


def coded(lines: Iterable[Found]) -> Iterator[pipeline.Coded]:
    """The codings of the good lines, each with the words it rests on."""
    for line in lines:
        if not isinstance(line, BadLine):
            yield from ((one.coding, one.words()) for one in line.candidates)


def _items(path: Path, lines: Iterable[Found], bad: list[BadLine]) -> Iterator[Item]:
    """What is to be linked, line by line; what cannot be read is told and put aside."""
    with progress("read", None) as advance:
        for made in map_batches(ready, in_batches(_good(path, lines, bad, advance), AT_ONCE)):
            yield from made


def _good(path: Path, lines: Iterable[Found], bad: list[BadLine], advance: Advance) -> Iterator[readings.Line]:
    for line in lines:
        advance()
        if isinstance(line, BadLine):
            bad.append(line)
            click.echo(f"{path.name}, {line}", err=True)
        else:
            yield line


def ready(lines: Sequence[readings.Line]) -> list[Item]:
    """The items of some readings."""
    coded = [(one.coding, one.told()) for line in lines for one in line.candidates]
    return pipeline.items({line.id: line.published for line in lines}, coded)


def read_lines(path: Path) -> Iterator[Found]:
    """Readings as they stand in a file, its documents read first."""
    if readings.are_readings(path):
        yield from readings.readings(path)
        return
    for found in reading.readings(path):
        if isinstance(found, BadLine):
            yield found
        else:
            document, line = found
            told = {"id": document.id, "candidates": line["candidates"], "published": line.get("published")}
            yield from_data(told, readings.Line, document.id)


def _documents(groups: Linked) -> list[list[str]]:
    """Each group as ids of documents; a document with several candidates may stand in several groups."""
    return [sorted({_document(ident) for ident in group}) for group in groups.groups]


def _document(ident: str) -> str:
    return ident.rpartition("#")[0]


def _told(groups: Linked, *, explain: bool) -> Iterator[str]:
    """Plain lines: a group, the evidence for each of its pairs, and at the end what an analyst should look at."""
    for number, group in enumerate(groups.groups, 1):
        yield f"{number}: {' '.join(group)}"
        for link in groups.links.within(group) if explain else ():
            yield from _evidence(link)
    if explain:
        for title, links in _asides(groups):
            yield f"{title}:"
            for link in links:
                yield from _evidence(link)


def _asides(groups: Linked) -> Iterator[tuple[str, Sequence[Link]]]:
    for title, links in (("not joined", groups.refused), ("suggested", groups.suggested)):
        if links:
            yield title, links


def _evidence(link: Link) -> Iterator[str]:
    yield f"    {_pair(link)}  {link.score:+.1f}  {_kind(link)}"
    yield from (f"        {weight:>5}  {feature:11}  {detail}" for weight, feature, detail in _rows(link))


def _pair(link: Link) -> str:
    return f"{link.left} - {link.right}"


def _kind(link: Link) -> str:
    return link.kind.value.replace("_", " ")


def _rows(link: Link) -> Iterator[tuple[str, str, str]]:
    """What speaks for and against; the reason of the kind weighs nothing."""
    for one in link.evidence:
        yield f"{one.weight:+.1f}" if one.weight else "", one.feature, one.detail


def _tables(groups: Linked) -> None:
    """One table for each group of several, and one for each lot of links outside the groups."""
    from rich.console import Console

    console = Console()
    for number, group in enumerate(groups.groups, 1):
        console.print(f"[bold]{number}[/bold]: {' '.join(group)}", highlight=False)
        _print_table(console, "", tuple(groups.links.within(group)))
    for title, links in _asides(groups):
        _print_table(console, title, links)


def _print_table(console: object, title: str, links: Sequence[Link]) -> None:
    from rich.console import Console
    from rich.table import Table

    if not links or not isinstance(console, Console):
        return
    table = Table("pair", "score", "kind", "weight", "feature", "detail", title=title or None)
    for link in links:
        head = (_pair(link), f"{link.score:+.1f}", _kind(link))
        for row in _rows(link):
            table.add_row(*head, *row)
            head = ("", "", "")
        table.add_section()
    console.print(table)
