"""`kuzet weigh`: learn what the evidence for a link weighs, from golden events and from judgements."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from kuzet import countries
from kuzet.basis.errors import BadInput
from kuzet.basis.home import HOME
from kuzet.basis.judgement import LinkKind, Verdict
from kuzet.basis.names import LANGUAGES
from kuzet.commands import golden, linking, output
from kuzet.commands.documents import BadLine
from kuzet.commands.judgements import Judged, tell_bad
from kuzet.commands.learning import golden as golden_rows
from kuzet.commands.show import progress
from kuzet.countries import Country
from kuzet.observatory import pipeline
from kuzet.observatory.link import Index, Item
from kuzet.observatory.link.compare import LINKED, Weight, Weights, clues, score, shipped
from kuzet.observatory.review.measure_links import b_cubed, documents, truth

Row = Mapping[str, Any]
SET: Final = "links/test"


Told = tuple[Item, str]
"""An item and the event that it reports, '' for one of its own."""


class Pair(NamedTuple):
    """Two items and whether they report one incident."""

    left: Item
    right: Item
    same: bool


class Wanted(NamedTuple):
    """What to learn from and where the weights go: `golden` is the folder of links/, kk/, ru/ and en/."""

    golden: Path
    floors: Path
    output: Path
    registry: tuple[Path, Path] | None = None
    """Readings, and the log of what people judged of them."""


def run(wanted: Wanted) -> int:
    """Learn, show what changes, and write the weights unless a figure falls below its floor (1, else 0)."""
    country = countries.load(HOME)
    pairs = golden_pairs(wanted.golden, country)
    click.echo(f"golden: {_counted(pairs)}")
    if wanted.registry:
        judged = judged_pairs(*wanted.registry)
        click.echo(f"judged: {_counted(judged)}")
        pairs += judged
    made = learn(pairs)
    for row, now in zip(shipped(), made, strict=True):
        click.echo(f"{row.feature:12}{row.level:14}prior {row.prior:6.2f}  {row.weight:6.2f} -> {now.weight:6.2f}")
    found = figures(wanted.golden, country, {(row.feature, row.level): row.weight for row in made})
    floors = json.loads(wanted.floors.read_text("utf-8")).get(SET, {})
    fallen = [name for name, value in found.items() if value < floors.get(name, 0.0)]
    for name, value in found.items():
        click.echo(f"{SET}/{name}: {value} (floor {floors.get(name, 'none')})")
    if fallen:
        click.echo(f"refused: under the floor: {', '.join(fallen)}", err=True)
        return 1
    output.whole(wanted.output, as_csv(made))
    click.echo(f"written: {wanted.output}")
    return 0


def learn(pairs: Sequence[Pair]) -> list[Weight]:
    """The shipped rows with the weights that these pairs teach; raises `BadInput` where all answers are the same."""
    from kuzet.adapters import fitting

    if len({pair.same for pair in pairs}) < 2:
        raise BadInput(f"{len(pairs)} pairs", "pairs of one incident and pairs of two", "weigh")
    rows = shipped()
    prior = {(row.feature, row.level): row.prior for row in rows}
    seen = [clues(pair.left, pair.right) for pair in pairs]
    made = fitting.link_weights(seen, [pair.same for pair in pairs], prior, LINKED)
    return [row._replace(weight=made[row.feature, row.level]) for row in rows]


def _counted(pairs: Sequence[Pair]) -> str:
    return f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of one incident"


def judged_pairs(readings: Path, log: Path) -> list[Pair]:
    """Pairs that people judged to report one incident, or two, as far as the readings hold them.

    What was judged unsure, a case or a relation teaches nothing of one incident; a later judgement of a pair wins.
    """
    lines = [line for line in linking.read_lines(readings) if not isinstance(line, BadLine)]
    judged = Judged.read(log, linking.coded(lines))
    tell_bad(log, judged.log)
    items = {item.id: item for item in linking.ready(lines)}
    latest = {
        (one.left, one.right): one.verdict
        for one in judged.standing.judgements
        if one.kind is LinkKind.SAME_INCIDENT and {one.left, one.right} <= items.keys()
    }
    return [
        Pair(items[left], items[right], verdict is Verdict.POSITIVE)
        for (left, right), verdict in sorted(latest.items())
        if verdict is not Verdict.UNSURE
    ]


def golden_pairs(folder: Path, country: Country) -> list[Pair]:
    """Pairs that share a key, and all pairs of one event, among the golden events as read and as coded.

    The golden documents of reading, each of its own event, stand among the former as others.
    """
    rows = golden_rows(folder / "links", "train", ("id", "text", "incidents"))
    others = [row for language in LANGUAGES for row in golden_rows(folder / language, "train")]
    read: list[Told] = []
    coded: list[Told] = []
    with progress("read", len(rows) + len(others)) as advance:
        for row in rows:
            advance()
            own = golden.as_coded(row, country)
            coded += zip(own, (one["event"] for one in row["incidents"]), strict=True)
            read += [(item, _event(item, own, row)) for item in golden.as_read(row, country)]
        for row in others:
            advance()
            read += [(item, "") for item in golden.as_read(row, country)]
    return [*_pairs(read), *_pairs(coded)]


def _event(item: Item, coded: Sequence[Item], row: Row) -> str:
    """The event of a candidate: that of the golden incident of its document that it is most like."""
    if not coded:
        return ""
    best = max(range(len(coded)), key=lambda number: score(item, coded[number]))
    return str(row["incidents"][best]["event"])


def _pairs(told: Sequence[Told]) -> Iterator[Pair]:
    items, event = {item.id: item for item, _ in told}, {item.id: event for item, event in told}
    index = Index(items.values())
    near = {(min(item.id, other), max(item.id, other)) for item, _ in told for other in index.neighbours(item)}
    near |= {pair for pair in combinations(sorted(items), 2) if event[pair[0]] and event[pair[0]] == event[pair[1]]}
    for left, right in sorted(near):
        if items[left].document != items[right].document:
            yield Pair(items[left], items[right], bool(event[left]) and event[left] == event[right])


def figures(folder: Path, country: Country, table: Weights) -> dict[str, float]:
    """B-cubed F1 of the test part with these weights: as read, and by the golden codes."""
    rows = golden_rows(folder / "links", "test", ("id", "text", "incidents"))
    ways: Mapping[str, Callable[[Row, Country], list[Item]]] = {"read": golden.as_read, "coded": golden.as_coded}
    return {
        name: _grouped(rows, [item for row in rows for item in way(row, country)], table) for name, way in ways.items()
    }


def _grouped(rows: Sequence[Row], items: Sequence[Item], table: Weights) -> float:
    groups = pipeline.groups(items, table=table)
    return b_cubed(truth(rows), documents(groups.groups)).f1


def as_csv(rows: Sequence[Weight]) -> bytes:
    """The rows as `weights.csv` has them."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(Weight._fields)
    table.writerows(rows)
    return text.getvalue().encode()
