"""The table of health: each source, each language, each panel, as a table, as JSON, and live."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from kuzet.adapters import space
from kuzet.adapters.ledger import states, store
from kuzet.basis.word import to_data
from kuzet.commands.collecting.sums import Sums
from kuzet.commands.show import is_terminal
from kuzet.observatory.collect import health
from kuzet.observatory.collect.health import Gap, Health
from kuzet.observatory.collect.plan import Plan
from kuzet.observatory.collect.recapture import Notice

if TYPE_CHECKING:
    from rich.console import RenderableType

EVERY: Final = 3.0
"""Seconds between two looks at the health of a collection that goes on."""


class Judged(NamedTuple):
    """All that is said of a collection's health."""

    sources: tuple[Health, ...]
    languages: Mapping[str, int]
    """New documents in the last 24 hours."""
    gaps: tuple[Gap, ...]
    notices: tuple[Notice, ...]
    """Of the last 24 hours."""
    space: str
    """What the disk soon has no more of; empty while there is enough."""

    @property
    def alarms(self) -> list[str]:
        """What somebody has to look after, a line each."""
        return [*(f"GAP {gap}" for gap in self.gaps), *([f"DISK {self.space}"] if self.space else [])]


def judged(db: Connection, plans: Mapping[str, Plan], now: datetime) -> Judged:
    """The health of a collection at a moment."""
    counts = states.counts(db, now, health.DAYS)
    languages = Counter[str]()
    for count in counts:
        languages[count.language or "?"] += count.new * (count.ago < 1)
    return Judged(
        health.sources(states.states(db), counts, plans.values()),
        languages,
        health.gaps(counts, plans.values(), now.year),
        tuple(one for one in states.notices(db) if (now - one.at).days < 1),
        space.shortage(store.place(db).parent),
    )


def show(folder: Path, plans: Mapping[str, Plan], *, as_json: bool) -> int:
    """Print the table; 1 where a language or panel fell under its usual range, or the disk is nearly full."""
    with store.looked_at(folder) as db:
        found = judged(db, plans, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(data(found), ensure_ascii=False))
    elif is_terminal():
        from rich.console import Console

        Console().print(*_tables(found, None), sep="\n")
    else:
        for line in _lines(found):
            click.echo(line)
    return 1 if found.alarms else 0


@contextmanager
def live(db: Connection, plans: Mapping[str, Plan], sums: Sums) -> Iterator[Callable[[], None]]:
    """A table that is drawn anew when what is yielded is called; plain lines for alarms where nobody looks."""
    if not is_terminal():
        yield _seldom(_told_once(db, plans))
        return
    from rich.console import Group
    from rich.live import Live

    with Live(auto_refresh=False) as screen:
        yield _seldom(lambda: screen.update(Group(*_tables(judged(db, plans, datetime.now(UTC)), sums)), refresh=True))


def _seldom(tell: Callable[[], None]) -> Callable[[], None]:
    """Does it at most every `EVERY` seconds: all counts of nine weeks are added up for it."""
    last = float("-inf")

    def told() -> None:
        nonlocal last
        if monotonic() - last > EVERY:
            last = monotonic()
            tell()

    return told


def _told_once(db: Connection, plans: Mapping[str, Plan]) -> Callable[[], None]:
    """Prints each alarm and notice when it is first seen; how much the disk has left is told once."""
    seen: set[str] = set()

    def tell() -> None:
        found = judged(db, plans, datetime.now(UTC))
        for line in (*found.alarms, *map(_notice, found.notices)):
            key = "DISK" if line.startswith("DISK") else line
            if key not in seen:
                seen.add(key)
                click.echo(line)

    return tell


def data(found: Judged) -> dict[str, object]:
    """The health as JSON, as `--json` prints it and the desk reads it."""
    return {
        "sources": [to_data(one) for one in found.sources],
        "languages": dict(found.languages),
        "gaps": [to_data(gap) | {"says": str(gap)} for gap in found.gaps],
        "notices": [to_data(one) for one in found.notices],
        "space": found.space,
    }


def _lines(found: Judged) -> Iterator[str]:
    for one in found.sources:
        yield "\t".join(_row(one))
    for language, new in sorted(found.languages.items()):
        yield f"{language}: {new} new in 24 hours"
    yield from found.alarms
    yield from map(_notice, found.notices)


def _notice(one: Notice) -> str:
    return f"{one.kind}: {one.url} (was {one.before})"


COLUMNS = ("source", "last attempt", "last success", "last new", "24 h", "7 d", "weight", "says")


def _row(one: Health) -> Sequence[str]:
    state = one.state
    moments = (state.last_attempt, state.last_success, state.last_new)
    told = (f"{moment:%m-%d %H:%M}" if moment else "-" for moment in moments)
    return (state.source, *told, str(one.day), str(one.week), f"{state.weight:g}", one.says)


def _tables(found: Judged, sums: Sums | None) -> Iterator[RenderableType]:
    """The whole table; of a live one, which has to fit on a screen, the sources that are ill."""
    from rich.table import Table
    from rich.text import Text

    ill = [one for one in found.sources if one.says]
    table = Table(*COLUMNS, caption=f"{len(found.sources) - len(ill)} of {len(found.sources)} sources well; in UTC")
    for one in ill if sums else found.sources:
        table.add_row(*_row(one), style="yellow" if one.says else "")
    yield table
    yield Text("new in 24 hours: " + ", ".join(f"{name} {new}" for name, new in sorted(found.languages.items())))
    for alarm in found.alarms:
        yield Text(alarm, style="bold red")
    for one_notice in found.notices:
        yield Text(_notice(one_notice), style="red")
    for line in sums.lines() if sums else ():
        yield Text(line, style="dim")
