"""`kuzet link`: which documents report one incident."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kuzet.basis.coding import Coding
from kuzet.basis.document import Document
from kuzet.basis.judgement import Link
from kuzet.basis.word import from_data
from kuzet.commands.documents import BadLine
from kuzet.commands.reading import readings
from kuzet.commands.show import progress
from kuzet.observatory import pipeline
from kuzet.observatory.link import Groups


def run(path: Path, *, as_json: bool, explain: bool) -> int:
    """Print the groups; documents that report no attack are in none. 1 when a line could not be read."""
    found, bad = _codings(path)
    published = {document.id: document.published for document, _ in found}
    items = pipeline.items(published, [coding for _, codings in found for coding in codings])
    groups = pipeline.groups(items)
    if as_json:
        click.echo(json.dumps(_documents(groups), ensure_ascii=False))
    else:
        for line in _told(groups, explain=explain):
            click.echo(line)
    return 1 if bad else 0


def _codings(path: Path) -> tuple[list[tuple[Document, list[Coding]]], int]:
    found, bad = [], 0
    with progress("read", None) as advance:
        for one in readings(path):
            advance()
            if isinstance(one, BadLine):
                bad += 1
                click.echo(f"{path.name}, {one}", err=True)
            else:
                document, reading = one
                found.append((document, _of(reading)))
    return found, bad


def _of(reading: dict[str, Any]) -> list[Coding]:
    return [from_data(one["coding"], Coding, f"reading {reading['id']}") for one in reading["candidates"]]


def _documents(groups: Groups) -> list[list[str]]:
    """Each group as ids of documents; a document with several candidates may stand in several groups."""
    return [sorted({ident.rpartition("#")[0] for ident in group}) for group in groups.groups]


def _told(groups: Groups, *, explain: bool) -> Iterator[str]:
    for number, group in enumerate(groups.groups, 1):
        yield f"{number}: {' '.join(group)}"
        if explain:
            for link in groups.links:
                if link.left in group:
                    yield from _evidence(link)


def _evidence(link: Link) -> Iterator[str]:
    yield f"    {link.left} = {link.right}  {link.kind.value}  {link.score:+.1f}"
    for one in link.evidence:
        yield f"        {one.weight:+5.1f}  {one.feature:10}  {one.detail}"
