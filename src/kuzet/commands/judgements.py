"""A log of judgements from a file of JSON lines: good lines are taken, bad ones set aside; and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
import msgspec

from kuzet.basis.coding import Coding
from kuzet.basis.errors import BadInput
from kuzet.basis.judgement import Judgement, Undo
from kuzet.basis.word import from_json
from kuzet.commands.documents import BadLine
from kuzet.observatory.link import Contradiction, Entry, Standing, faults, group, in_words, signed, standing
from kuzet.observatory.link.batch import Linked


@dataclass(frozen=True, slots=True)
class Log:
    """The entries of a log that can stand, in the order of its lines, and the lines that cannot."""

    entries: tuple[Entry, ...] = ()
    bad: tuple[BadLine, ...] = ()


def read(path: Path) -> Log:
    """The log in a file; never raises for content."""
    return parse(path.read_bytes())


def parse(data: bytes) -> Log:
    """The log in the bytes of a file, empty lines passed over.

    An undo that leads nowhere is set aside too, and a second entry with the id of another.
    """
    numbers: list[int] = []
    entries: list[Entry] = []
    bad: list[BadLine] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            if line.strip():
                entries.append(_entry(line))
                numbers.append(number)
        except BadInput as error:
            bad.append(BadLine(number, str(error)))
    wrong = faults(entries)
    bad += [BadLine(numbers[place], str(fault)) for place, fault in wrong.items()]
    kept = tuple(one for place, one in enumerate(entries) if place not in wrong)
    return Log(kept, tuple(sorted(bad, key=lambda one: one.number)))


def _entry(line: bytes) -> Entry:
    try:
        text = line.decode("utf-8").strip()
        fields = msgspec.json.decode(text)
    except UnicodeDecodeError as error:
        raise BadInput(line[:20], f"UTF-8 text (byte {error.start + 1})") from None
    except RecursionError:
        raise BadInput(line[:40].decode("utf-8", "replace"), "JSON (nested too deeply)") from None
    except msgspec.DecodeError:
        fields = None  # reading it as a judgement says what is wrong, and where
    return from_json(text, Undo) if isinstance(fields, dict) and "of" in fields else from_json(text, Judgement)


def contradictions(entries: Sequence[Entry]) -> tuple[Contradiction, ...]:
    """What cannot hold together in a log, whichever documents are there."""
    made = standing(entries)
    return (*made.contradictions, *group((), (), made.judgements).contradictions)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a log says of the candidates of a file: nothing without a log."""

    path: Path = Path()
    log: Log = Log()
    standing: Standing = field(default_factory=Standing)
    present: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, coded: Iterable[tuple[Coding, Sequence[str]]]) -> Judged:
        """The log in a file, and what of it holds for these codings with the words they rest on."""
        log, present = read(path), {coding.subject: words for coding, words in coded}
        return cls(path, log, standing(log.entries, present=present), present)

    def tell(self, groups: Linked, *, explain: bool) -> None:
        """Print what people said, and what follows; unless it is asked for, only what cannot hold, as an error."""
        for one in (*self.standing.contradictions, *groups.contradictions):
            click.echo(f"contradiction: {one}", err=not explain)
        for told in _explained(self, groups) if explain else ():
            click.echo(told)
        tell_bad(self.path, self.log)


def _explained(judged: Judged, groups: Linked) -> Iterator[str]:
    """Who judged what of the items that are there, when and why; cases; and what has no place today."""
    here = [one for one in judged.standing.judgements if {one.left, one.right} <= judged.present.keys()]
    if here:
        yield "judged:"
        yield from (f"    {line(one)}" for one in here)
    yield from (f"case: {' + '.join(' '.join(each) for each in case)}" for case in groups.cases)
    yield from (f"related: {' + '.join(' '.join(each) for each in pair)}" for pair in groups.related)
    yield from (f"dormant: {one}  [{one.judgement.id}]" for one in judged.standing.dormant)


def tell_bad(path: Path, log: Log) -> None:
    """Name the lines that were set aside."""
    for one in log.bad:
        click.echo(f"{path.name}, {one}", err=True)


def line(judgement: Judgement) -> str:
    """One judgement: pair, verdict, who, when, why, and the id by which it can be undone."""
    pair = f"{judgement.left} - {judgement.right}"
    reason = f": {one_line(judgement.reason)}" if judgement.reason else ""
    return f"{pair}  {in_words(judgement)}, {signed(judgement)}{reason}  [{judgement.id}]"


def one_line(text: str) -> str:
    """Text of others as it can be shown in a line: no line ends, no orders to the terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
