"""`kuzet link`: which documents report one incident."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from kuzet.basis.dates import EventDate
from kuzet.basis.judgement import Link
from kuzet.basis.word import from_data
from kuzet.commands import reading, readings
from kuzet.commands.documents import BadLine
from kuzet.commands.judgements import Judged
from kuzet.commands.show import is_terminal, progress
from kuzet.observatory import pipeline
from kuzet.observatory.link import Groups


@dataclass(slots=True)
class _Given:
    """What a file held: codings with their passages, the dates of their documents, and how many lines were bad."""

    coded: list[pipeline.Coded] = field(default_factory=list)
    published: dict[str, EventDate | None] = field(default_factory=dict)
    bad: int = 0


def run(path: Path, log: Path | None = None, *, as_json: bool, explain: bool) -> int:
    """Print the groups; documents that report no attack are in none. 1 when a line could not be read.

    `log` holds what people judged: they have the last word.
    """
    given = _given(path)
    judged = Judged.read(log, given.coded) if log else Judged()
    given.bad += len(judged.log.bad)
    groups = pipeline.groups(pipeline.items(given.published, given.coded), judged.standing.judgements)
    if as_json:
        click.echo(json.dumps(_documents(groups), ensure_ascii=False))
    elif explain and is_terminal():
        _tables(groups)
    else:
        for line in _told(groups, explain=explain):
            click.echo(line)
    judged.tell(groups, explain=explain and not as_json)
    if given.bad:
        click.echo(f"{given.bad} bad line{'s' if given.bad > 1 else ''} set aside", err=True)
    return 1 if given.bad else 0


def _given(path: Path) -> _Given:
    given = _Given()
    with progress("read", None) as advance:
        for line in _lines(path):
            advance()
            if isinstance(line, BadLine):
                given.bad += 1
                click.echo(f"{path.name}, {line}", err=True)
            else:
                given.coded += [(one.coding, one.words()) for one in line.candidates]
                given.published[line.id] = line.published
    return given


def _lines(path: Path) -> Iterator[readings.Line | BadLine]:
    """Readings as they stand, documents read first."""
    if readings.are_readings(path):
        yield from readings.readings(path)
        return
    for found in reading.readings(path):
        if isinstance(found, BadLine):
            yield found
        else:
            document, line = found
            coded = from_data(line["candidates"], tuple[readings.Coded, ...], document.id)
            yield readings.Line(id=document.id, candidates=coded, published=document.published)


def _documents(groups: Groups) -> list[list[str]]:
    """Each group as ids of documents; a document with several candidates may stand in several groups."""
    return [sorted({_document(ident) for ident in group}) for group in groups.groups]


def _document(ident: str) -> str:
    return ident.rpartition("#")[0]


def _told(groups: Groups, *, explain: bool) -> Iterator[str]:
    """Plain lines: a group, the evidence for each of its pairs, and at the end what an analyst should look at."""
    for number, group in enumerate(groups.groups, 1):
        yield f"{number}: {' '.join(group)}"
        for link in _within(group, groups) if explain else ():
            yield from _evidence(link)
    if explain:
        for title, links in _asides(groups):
            yield f"{title}:"
            for link in links:
                yield from _evidence(link)


def _within(group: tuple[str, ...], groups: Groups) -> Iterator[Link]:
    members = set(group)
    return (link for link in groups.links if link.left in members and link.right in members)


def _asides(groups: Groups) -> Iterator[tuple[str, tuple[Link, ...]]]:
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


def _tables(groups: Groups) -> None:
    """One table for each group of several, and one for each lot of links outside the groups."""
    from rich.console import Console

    console = Console()
    for number, group in enumerate(groups.groups, 1):
        console.print(f"[bold]{number}[/bold]: {' '.join(group)}", highlight=False)
        _print_table(console, "", tuple(_within(group, groups)))
    for title, links in _asides(groups):
        _print_table(console, title, links)


def _print_table(console: object, title: str, links: tuple[Link, ...]) -> None:
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
