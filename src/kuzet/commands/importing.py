"""`kuzet import`: documents into the registry, each read by the machine, so that their candidates wait at the desk."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from kuzet.basis.document import Document
from kuzet.commands import demo
from kuzet.commands.documents import BadLine, documents
from kuzet.commands.registering import now
from kuzet.web.folder import opened
from kuzet.web.proving import keep_checkpoint


class Sorted(NamedTuple):
    """The documents of a file: new ones, the ids of those that are there already, and what is set aside, with why."""

    new: list[Document]
    known: list[str]
    aside: list[str]


def run(folder: Path, file: Path, author: str) -> int:
    """Import and tell; 1 when something was set aside. A file that is imported twice changes nothing."""
    return 1 if take(folder, file, author).aside else 0


def take(folder: Path, file: Path, author: str) -> Sorted:
    """Import, tell, and give what came of each document."""
    with opened(folder):
        from kuzet.web.registry import changes, events

        given = _sorted(file)
        by = events.By(author, now(), f"import of {file.name}")
        proposals = [one for ones in demo.read(given.new).values() for one in ones]
        changes.put_all((*given.new, *(word for one in proposals for word in (one.candidate, one.coding))), by)
        keep_checkpoint(folder)
    for reason in given.aside:
        click.echo(f"{file.name}, {reason}", err=True)
    click.echo(
        f"{file.name}: {len(given.new)} documents new, {len(given.known)} there already, {len(given.aside)} set aside; "
        f"{len(proposals)} candidates wait for a decision"
    )
    return given


def _sorted(file: Path) -> Sorted:
    from kuzet.web.registry import changes

    given = Sorted([], [], [])
    for found in documents(file):
        if isinstance(found, BadLine):
            given.aside.append(str(found))
            continue
        document = found[0]
        if reason := changes.refusal(document):
            given.aside.append(reason)
        elif (there := _there(document)) is None:
            given.new.append(document)
        elif there == document:
            given.known.append(document.id)
        else:
            given.aside.append(
                f"document {document.id}: there already with other content; a later capture has its own id"
            )
    return given


def _there(document: Document) -> Document | None:
    from kuzet.web.registry import store

    return store.find(Document, document.id)
