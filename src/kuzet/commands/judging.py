"""`kuzet judge`: what people say of pairs, kept in a log that is only ever added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from kuzet.adapters.appending import appendable
from kuzet.basis.coding import Coder
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Passage
from kuzet.basis.judgement import Judgement, LinkKind, Undo, Verdict
from kuzet.basis.undo import undone
from kuzet.basis.word import to_json
from kuzet.commands import judgements
from kuzet.commands.documents import BadLine
from kuzet.commands.judgements import Log, one_line, tell_bad
from kuzet.commands.show import is_terminal
from kuzet.observatory.link import Entry, in_words, undoes
from kuzet.observatory.link.said import when

Pair = tuple[LinkKind, str | Passage, str | Passage]

VERDICTS: Final = {"same": Verdict.POSITIVE, "different": Verdict.NEGATIVE, "unsure": Verdict.UNSURE}


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for: a judgement on a pair, the undo of an entry (`of`), or the history."""

    left: str | None
    right: str | None
    verdict: str | None
    kind: str
    author: str | None
    reason: str | None
    readings: Path | None
    of: str | None
    listed: bool


class Row(NamedTuple):
    """One entry of the history; the moment is in UTC."""

    at: str
    id: str
    author: str
    what: str
    state: str
    reason: str


def run(path: Path, options: Options) -> int:
    """Append a judgement or an undo and print it, or print the history: 1 when a line of it could not be read.

    Raises `click.UsageError` where it is not clear what is wanted, `KuzetError` for what cannot stand in the log.
    """
    pair = [one for one in (options.left, options.right, options.verdict) if one is not None]
    if [bool(pair), options.of is not None, options.listed].count(True) != 1:
        raise click.UsageError("give LEFT RIGHT VERDICT to judge a pair, or --undo ID, or --list")
    if options.listed:
        return _list(path)
    if pair and len(pair) < 3:
        raise click.UsageError("a judgement has LEFT, RIGHT and one of same, different, unsure")
    for name in ("author", "reason"):
        if not (getattr(options, name) or "").strip():
            raise click.UsageError(f"Missing option '--{name}': a judgement names who says it, and why")
    return _judge(path, options) if pair else _undo(path, options)


def _judge(path: Path, options: Options) -> int:
    left, right = sorted((_whole(options.left, "LEFT"), _whole(options.right, "RIGHT")))
    one = Judgement(
        left=left,
        right=right,
        kind=LinkKind(options.kind),
        verdict=VERDICTS[options.verdict or ""],
        left_words=_words(left, options.readings),
        right_words=_words(right, options.readings),
        **_signature(options),
    )
    with appendable(path) as file:
        log = judgements.parse(file.data)
        file.append(to_json(one))
    click.echo(judgements.line(one))
    replaced, before = _replaced((*log.entries, one)), _replaced(log.entries)
    for earlier in log.entries:
        if isinstance(earlier, Judgement) and earlier.id in replaced and earlier.id not in before:
            click.echo(f"replaces {judgements.line(earlier)}")
    _warn(path, log, one)
    return 0


def _undo(path: Path, options: Options) -> int:
    of = _whole(options.of, "--undo")
    if not path.exists():
        raise BadInput(of, f"the id of an entry of {path.name}: there is no such file", "--undo")
    with appendable(path) as file:
        log = judgements.parse(file.data)
        taken = next((one for one in log.entries if one.id == of), None)
        if taken is None:
            raise BadInput(of, f"the id of an entry of {path.name}", "--undo")
        by = _undone(log.entries).get(of)
        if by:
            raise BrokenRule(f"{of} is undone already by {by}; to bring it back, undo {by}")
        one = Undo(of=of, **_signature(options))
        file.append(to_json(one))
    click.echo(f"{one.id}  undoes {judgements.line(taken) if isinstance(taken, Judgement) else f'{of}, an undo'}")
    _warn(path, log, one)
    return 0


def _list(path: Path) -> int:
    if not path.is_file():
        raise click.UsageError(f"{path} is no file")
    log = judgements.read(path)
    rows = list(history(log.entries))
    if is_terminal():
        _table(rows)
    else:
        for row in rows:
            click.echo("  ".join(row))
    for one in judgements.contradictions(log.entries):
        click.echo(f"contradiction: {one}")
    tell_bad(path, log)
    return 1 if log.bad else 0


def history(entries: Sequence[Entry]) -> Iterator[Row]:
    """Every entry, newest last, and whether it is in force."""
    states = {one: f"replaced by {by}" for one, by in _replaced(entries).items()}
    states |= {one: f"undone by {by}" for one, by in _undone(entries).items()}
    for one in sorted({one.id: one for one in entries}.values(), key=lambda one: (one.at, one.id)):
        what = f"{one.left} - {one.right}: {in_words(one)}" if isinstance(one, Judgement) else f"undo of {one.of}"
        at, state = f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M}", states.get(one.id, "in force")
        yield Row(at, one.id, *map(one_line, (one.author.id, what, state, one.reason)))


def _undone(entries: Sequence[Entry]) -> dict[str, str]:
    """What is undone, and by which undo that is in force; by the latest of several."""
    gone = undone(undoes(entries))
    undos = sorted((one for one in entries if isinstance(one, Undo)), key=lambda one: (one.at, one.id))
    return {one.of: one.id for one in undos if one.id not in gone}


def _replaced(entries: Sequence[Entry]) -> dict[str, str]:
    """Judgements in force that say nothing any more, since a later one on the same pair is in force."""
    gone = undone(undoes(entries))
    found: dict[str, str] = {}
    earlier: dict[Pair, list[Judgement]] = defaultdict(list)
    for one in sorted((one for one in entries if isinstance(one, Judgement) and one.id not in gone), key=when):
        for pair in _pairs(one):
            found |= {old.id: one.id for old in earlier[pair] if _same_words(old, one)}
            earlier[pair].append(one)
    return {old: by for old, by in found.items() if old != by}


def _pairs(one: Judgement) -> set[Pair]:
    """What the pair is called: by ids, and by words where it has some, since numbers of candidates change."""
    return {(one.kind, one.left, one.right), (one.kind, one.left_words or one.left, one.right_words or one.right)}


def _same_words(one: Judgement, other: Judgement) -> bool:
    both = ((one.left_words, other.left_words), (one.right_words, other.right_words))
    return all(left == right for left, right in both if left and right)


def _signature(options: Options) -> dict[str, Any]:
    """Who says it, when and why."""
    author, reason = _whole(options.author, "--author"), _whole(options.reason, "--reason")
    return {"author": Coder(id=author), "at": datetime.now(UTC), "reason": reason}


def _whole(text: str | None, where: str) -> str:
    """What was typed, without the spaces around it; bytes that are no UTF-8 could not be written again."""
    try:
        (text or "").encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput(text, "text in UTF-8", where) from None
    if not (text or "").strip():
        raise BadInput(text, "a text that is not empty", where)
    return (text or "").strip()


def _words(ident: str, path: Path | None) -> Passage | None:
    """What the candidate is known by when it is numbered otherwise: a sentence that no other one shares, if it has one.

    Raises `BadInput` for a candidate that is not in the readings; incidents have no words.
    """
    from kuzet.commands import readings

    document = ident.rpartition("#")[0]
    if path is None or not document:
        return None
    for line in readings.readings(path):
        if not isinstance(line, BadLine) and line.id == document:
            told = {one.coding.subject: one.words() for one in line.candidates}
            if sentences := told.pop(ident, ()):
                others = {sentence for words in told.values() for sentence in words}
                own = next((one for one in sentences if one not in others), sentences[0])
                return Passage(document=document, quote=own)
    raise BadInput(ident, f"a candidate with its words in {path.name}", "--readings")


def _warn(path: Path, log: Log, one: Entry) -> None:
    """Tell what cannot hold together since this entry, and which lines could not be read.

    A new judgement is the latest one, so that whatever it contradicts names it; what an undo brings back is not.
    """
    before = {str(each) for each in judgements.contradictions(log.entries)} if isinstance(one, Undo) else set()
    for each in judgements.contradictions((*log.entries, one)):
        if str(each) not in before and (isinstance(one, Undo) or one.id in {said.id for said in each.judgements}):
            click.echo(f"contradiction: {each}", err=True)
    tell_bad(path, log)


def _table(rows: Iterable[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("UTC", "id", "author", "what", "state", "reason")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row), style=None if row.state == "in force" else "dim")
    Console().print(table)
