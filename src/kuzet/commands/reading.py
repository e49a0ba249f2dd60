"""`kuzet read`: documents in, readings out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from kuzet import countries
from kuzet.adapters.batches import in_batches, map_batches
from kuzet.basis.document import Document
from kuzet.basis.home import HOME
from kuzet.basis.names import LANGUAGES
from kuzet.commands.documents import BadLine, documents
from kuzet.commands.show import is_terminal, progress
from kuzet.language.text import identify
from kuzet.language.vocabulary import models
from kuzet.language.vocabulary.models import Models
from kuzet.observatory import detect, reader

NOTHING: Final = "{}: no documents: the file is empty"
"""Said of a file without any line, so that silence is not taken for 'no attack'."""

Read = tuple[Document, dict[str, Any]]


def run(path: Path, model: Path | None, *, as_json: bool, explain: bool) -> int:
    """Print one reading a document; bad lines go to standard error. 1 when there was any."""
    bad, found = 0, None
    show = _explained if explain else _line if as_json or not is_terminal() else _short
    with progress("read", None) as advance:
        for found in readings(path, model):
            advance()
            if isinstance(found, BadLine):
                bad += 1
                click.echo(f"{path.name}, {found}", err=True)
            else:
                click.echo(show(*found))
                if why := _unread(*found):
                    click.echo(f"{path.name}, {found[0].id}: {why}: set aside", err=True)
    if found is None:
        click.echo(NOTHING.format(path.name), err=True)
    if bad:
        click.echo(f"{bad} bad line{'s' if bad > 1 else ''} set aside", err=True)
    return 1 if bad else 0


def readings(path: Path, model: Path | None = None) -> Iterator[Read | BadLine]:
    """Each line of the file read, in its order, on all processors; `model` replaces the shipped one."""
    made = models.read(model) if model else None
    lines = (found if isinstance(found, BadLine) else found[0] for found in documents(path))
    for batch in map_batches(partial(read_batch, model=made), in_batches(lines)):
        yield from batch


def read_batch(lines: Sequence[Document | BadLine], model: Models | None = None) -> list[Read | BadLine]:
    """The readings of a batch of lines, bad lines passed through in their place."""
    country = countries.load(HOME)
    words = detect.vocabulary(country.profile.code)
    words = words.trained(model) if model else words
    return [
        line if isinstance(line, BadLine) else (line, reader.line(line, reader.read(line, country, words)))
        for line in lines
    ]


def _line(_: Document, reading: dict[str, Any]) -> str:
    return json.dumps(reading, ensure_ascii=False)


def _short(document: Document, reading: dict[str, Any]) -> str:
    """One line for a person."""
    title = document.title or document.text.strip().split("\n")[0]
    if not reading["is_attack"]:
        return click.style(f"{document.id}  {_unread(document, reading) or 'no attack'}  {title[:70]}", dim=True)
    codes = f"{reading['category']}: {', '.join(reading['methods'])}; by {reading['perpetrator']}"
    names = ", ".join(target["name"] for target in reading["targets"])
    where = ", ".join(str(part) for part in (reading["place"] or reading["region"], reading["date"]) if part)
    return f"{click.style(document.id, bold=True)}  {codes}; {names}; {where}  ({reading['score']:.2f})"


def _unread(document: Document, reading: dict[str, Any]) -> str:
    """Why a document was not read: no paragraph is in a language of ours; '' for one that was."""
    language = reading["lang"]
    if reading["is_attack"] or language in LANGUAGES:
        return ""
    if any(one.language in LANGUAGES for one in identify.paragraphs(document.text)):
        return ""
    return "in no language that is known" if language == "und" else f"in {language}, not in {_OURS}"


_OURS: Final = f"{', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}"


def _explained(document: Document, reading: dict[str, Any]) -> str:
    """The text with the passages marked, its languages, then every value with the words it rests on and its rule."""
    parts = [_short(document, reading), "", _marked(document, reading), "", *_languages(document)]
    for candidate in reading["candidates"]:
        parts.append(
            f"\n  candidate {candidate['id']}, score {candidate['score']:.2f}: {'; '.join(candidate['rules'])}"
        )
        parts += [f"    {line}" for line in _answers(candidate["coding"])]
    return "\n".join((*parts, ""))


def _languages(document: Document) -> Iterator[str]:
    """Each paragraph by its number: its language and script, how it begins, and whether it is read."""
    for number, one in enumerate(identify.paragraphs(document.text), 1):
        begins = document.text[one.start : one.end][:40]
        unread = "" if one.language in LANGUAGES else "  not read"
        yield f"  paragraph {number}: {one.language} {one.script}  “{begins}”{unread}"


def _marked(document: Document, reading: dict[str, Any]) -> str:
    spans = sorted({(p["start"], p["end"]) for one in reading["candidates"] for p in one["passages"]})
    text, at = "", 0
    for start, end in spans:
        if start >= at:
            text += document.text[at:start] + click.style(document.text[start:end], reverse=True)
            at = end
    return text + document.text[at:]


def _answers(coding: dict[str, Any]) -> Iterator[str]:
    for variable, given in coding.items():
        for answer in given if isinstance(given, list | tuple) else [given]:
            if isinstance(answer, dict) and "value" in answer:
                words = f"  “{answer['quotation']['text'][:70]}”" if answer.get("quotation") else ""
                value = (
                    answer["value"]
                    if isinstance(answer["value"], str)
                    else json.dumps(answer["value"], ensure_ascii=False)
                )
                yield f"{variable}: {value}{words}  [{answer.get('rule', '')}]"
