"""Speed and memory of counting on a million synthetic incidents, beside pandas on the same questions.

    python bench/figures.py
    python bench/figures.py --incidents 100000 --json
    python bench/figures.py --save

Incidents are drawn with a fixed seed: codes of every field as unevenly spread as real ones, categories and groups as
the codebook derives them from the method, one to three methods, no penalty in most, texts in three languages. They are
written as `incidents.parquet` and opened as a release is.

Measured are: every cross-table of three different fields, each by itself; all expressions of the English report, those
of branches not taken too, where they can be computed (the told cases and the register are no figures); then the same
cross-tables (a sample, in turn) and the same figures with their ids in pandas, whose columns are made categorical
first, as they are here. Where pandas counts otherwise, the bench stops.

What else the machine does changes the seconds of the clock, and hardly those of the processor: both are told. Memory is
the most that the process held before pandas came. Making the incidents happens in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations, islice
from pathlib import Path
from typing import Any, NamedTuple

import _result
import numpy as np
import polars as pl

from kuzet import countries
from kuzet.basis import codebook as codebooks
from kuzet.basis.codebook import Codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN, listed
from kuzet.basis.figure import Figure, Filter
from kuzet.basis.names import Name
from kuzet.basis.release import Manifest, Release
from kuzet.observatory import tally
from kuzet.observatory.tally.flat import SCHEMA
from kuzet.observatory.tally.store import counted as columns_of
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing.compose import MAIN, parts
from kuzet.observatory.write.composing.lists import block
from kuzet.observatory.write.composing.materials import Labels, Materials
from kuzet.observatory.write.composing.runs import Notes, runs
from kuzet.observatory.write.composing.values import value
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.expressions.rules import VERBS
from kuzet.observatory.write.expressions.template import expressions, read
from kuzet.observatory.write.tree import FigureRun

SEED, YEAR = 20240101, 2024
TARGETS = {"cross_slowest_ms": 150, "report_seconds": 10}
SOURCES = tuple(f"outlet-{number}" for number in range(100))
ARTICLES = tuple(f"criminal_code {number}" for number in range(100, 160))
WORDS = ("журналист", "редакция", "сот", "айыппұл", "полиция", "journalist", "was", "fined", "in", "court", "оқиға")
LISTED = ("cases", "list")
"""Verbs that tell incidents and give no figures of their own."""


class Counted(NamedTuple):
    """What the report asked for: figures in order, and how many expressions could not be computed."""

    figures: tuple[Figure, ...]
    computed: int
    unknown: int


def main() -> None:
    words = arguments()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.parquet"
        maker = multiprocessing.get_context("spawn").Process(target=make, args=(words.incidents, path))
        maker.start()
        maker.join()
        found = _result.result(TARGETS, measured(path, words.crosses))
    if words.save:
        _result.save("figures", found)
    print(json.dumps(found) if words.json else _result.told(found))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=1_000_000, metavar="N", help="incidents (1000000)")
    parser.add_argument("--crosses", type=int, default=40, metavar="N", help="cross-tables that pandas is given (40)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/figures-<date>.json")
    return parser.parse_args()


# What is measured.


def measured(path: Path, sample: int) -> dict[str, Any]:
    facts, opening = timed(lambda: facts_of(columns_of(path)))
    engine = tally.Tally(facts, facts.codes.codebook)
    triples = list(combinations([name for name in FIELDS if name != "id"], 3))
    slow = [taken(lambda by=by: engine.cross(by).rows()) for by in triples]
    wall, processor = ([one[place] for one in slow] for place in (0, 1))
    start = time.process_time()
    counted, seconds = timed(lambda: report(engine))
    worked = time.process_time() - start
    memory = _result.peak_mib()
    return {
        "incidents": facts.number(()),
        "open_seconds": round(opening, 2),
        "cross_tables": len(triples),
        "cross_usual_ms": round(1000 * statistics.median(wall), 1),
        "cross_slowest_ms": round(1000 * max(wall), 1),
        "cross_slowest": " × ".join(triples[wall.index(max(wall))]),
        "cross_over_target": sum(1000 * one > TARGETS["cross_slowest_ms"] for one in wall),
        "cross_usual_processor_ms": round(1000 * statistics.median(processor), 1),
        "cross_slowest_processor_ms": round(1000 * max(processor), 1),
        "report_expressions": counted.computed,
        "report_not_known": counted.unknown,
        "report_figures": len(counted.figures),
        "report_seconds": round(seconds, 2),
        "report_processor_seconds": round(worked, 2),
        "peak_memory_mib": memory,
        **peer(path, engine, evenly(triples, sample), counted.figures),
    }


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    found = work()
    return found, time.perf_counter() - start


def taken(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor; the quicker of two, since the first may wait for memory or others."""
    found = []
    for _ in range(2):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        found.append((time.perf_counter() - clock, time.process_time() - processor))
    return min(found)


def evenly(things: Sequence[Any], wanted: int) -> list[Any]:
    return list(things[:: max(1, len(things) // wanted)])[:wanted]


def facts_of(frame: pl.DataFrame) -> tally.Facts:
    """The facts of a release whose incidents stand in the table alone, as `tally.open_facts` makes them."""
    country, book = countries.load("kz"), codebooks.load()
    release = Release(
        manifest=Manifest(
            id="kz-2024-bench",
            country="KZ",
            period=EventDate.parse(str(YEAR)),
            edition="1",
            frozen=date(YEAR + 1, 2, 1),
            codebook=book.version,
            title=Name(en="Synthetic"),
        ),
        incidents=(),
        totals=tally.published(country.published_totals),
        indicators=tally.indicators(country.indicators),
    )
    known = {"region": [one.iso for one in country.regions], "context_event": [one.code for one in country.events]}
    return tally.Facts(release, book, frame, known)


def report(engine: tally.Tally) -> Counted:
    """Every figure that the English report can state, in the order of its text."""
    facts = engine.facts
    materials = Materials(
        numbers=engine,
        release=facts.release,
        codebook=facts.codes.codebook,
        country=countries.load("kz"),
        digest="0" * 64,
    )
    notes = Collected(Labels(materials, phrases.load("en")))
    computed = unknown = 0
    for expression in expressions(read(MAIN, parts("en"))):
        if expression.verb.text in LISTED:
            continue
        try:
            ask(expression, notes)
            computed += 1
        except BadExpression:
            unknown += 1
    return Counted(tuple(notes.figures.values()), computed, unknown)


class Collected(Notes):
    """The notes of a report with the figure behind each."""

    def __init__(self, labels: Labels) -> None:
        super().__init__(labels)
        self.figures: dict[int, Figure] = {}

    def run(self, figure: Figure, text: str) -> FigureRun:
        made = super().run(figure, text)
        self.figures.setdefault(made.number, figure)
        return made


def ask(expression: Expression, notes: Notes) -> None:
    use = VERBS[expression.verb.text].use
    if use == "test":
        value(expression, notes.labels)
    elif use == "inline":
        runs(expression, notes)
    else:
        block(expression, notes)


# pandas, on the same questions.


def peer(
    path: Path, engine: tally.Tally, triples: Sequence[tuple[str, ...]], figures: Sequence[Figure]
) -> dict[str, Any]:
    """Seconds of both for a sample of cross-tables and for the figures that are counted from incidents."""
    try:
        import pandas as pd
    except ImportError:
        return {"pandas": "not installed"}
    frame = categorical(path, engine, pd)
    crosses = {by: timed(lambda by=by: cross(frame, by)) for by in triples}
    ours = {by: timed(lambda by=by: engine.cross(by).rows()) for by in triples}
    for by in triples:
        same(dict(ours[by][0]), crosses[by][0], by)
    asked = [one for one in figures if one.question.measure in ("count", "share") and not one.published]
    engine.facts.ids.cache_clear()
    again, seconds = timed(lambda: [recount(engine, one) for one in asked])
    counted, theirs = timed(lambda: [recounted(frame, one) for one in asked])
    for one, ours_, ids in zip(asked, again, counted, strict=True):
        same(ours_, ids, one.question)
    mine, peers = (sum(one[1] for one in several.values()) for several in (ours, crosses))
    return {
        "pandas": pd.__version__,
        "pandas_cross_usual_ms": round(1000 * statistics.median(one[1] for one in crosses.values()), 1),
        "pandas_cross_ratio": round(peers / mine, 1),
        "same_figures": len(asked),
        "same_figures_seconds": round(seconds, 2),
        "pandas_figures_seconds": round(theirs, 2),
        "pandas_figures_ratio": round(theirs / seconds, 1),
    }


def same(ours: object, theirs: object, question: object) -> None:
    if ours != theirs:
        raise SystemExit(f"pandas counts otherwise: {question}")


def categorical(path: Path, engine: tally.Tally, pd: Any) -> Any:
    """The coded columns as pandas has them best: categories for one code, arrays of codes for several."""
    frame = pd.read_parquet(path, columns=["id", "year", *(name for name in FIELDS if name != "id")])
    for name, one in FIELDS.items():
        if name != "id" and not one.many:
            frame[name] = pd.Categorical(frame[name], categories=engine.codes(name))
    return frame


def cross(frame: Any, by: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    rows = frame[list(by)]
    for name in by:
        rows = rows.explode(name) if FIELDS[name].many else rows
    sizes = rows.groupby(list(by), observed=True).size()
    return {tuple(key): int(number) for key, number in sizes.items() if number}


def recount(engine: tally.Tally, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of part and whole, from the engine."""
    ids = engine.facts.ids
    asked = figure.question
    both = tuple(sorted({*asked.where, *asked.base}, key=lambda one: (one.field, one.codes)))
    return ids(both, None), ids(asked.base, None) if asked.measure == "share" else ()


def recounted(frame: Any, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The same from pandas."""
    asked = figure.question
    part = tuple(frame.loc[mask(frame, (*asked.where, *asked.base)), "id"])
    return part, tuple(frame.loc[mask(frame, asked.base), "id"]) if asked.measure == "share" else ()


def mask(frame: Any, filters: Sequence[Filter]) -> Any:
    passes = np.ones(len(frame), dtype=bool)
    for one in filters:
        column = frame[one.field]
        if FIELDS[one.field].many:
            column = column.explode().isin(one.codes).groupby(level=0).any()
        else:
            column = column.isin(one.codes)
        passes &= column.to_numpy()
    return passes


# What it is measured on.


def make(wanted: int, path: Path) -> None:
    """Write the table of so many incidents."""
    chance, book = np.random.default_rng(SEED), codebooks.load()
    columns = dict(coded(wanted, chance, book)) | dict(told(wanted, chance))
    frame = pl.DataFrame(columns)
    rest = [pl.lit(None, dtype=kind).alias(name) for name, kind in SCHEMA.items() if name not in frame.columns]
    frame.with_columns(rest).select(pl.col(name).cast(kind) for name, kind in SCHEMA.items()).write_parquet(path)


def coded(wanted: int, chance: np.random.Generator, book: Codebook) -> Iterator[tuple[str, pl.Series]]:
    """The columns that are counted by; category and group follow from the method."""
    country, methods = countries.load("kz"), book.table("methods")
    method = uneven(tuple(methods), wanted, chance)
    derived = {code: (row.extra["category"], row.extra["group"]) for code, row in methods.items()}
    yield "method", method
    yield "category", method.replace_strict({code: both[0] for code, both in derived.items()})
    yield "method_group", method.replace_strict({code: both[1] for code, both in derived.items()})
    yield "method_any", several([method, *(sometimes(tuple(methods), wanted, chance, rare) for rare in (0.2, 0.05))])
    yield "penalty", several([sometimes(listed(FIELDS["penalty"], book), wanted, chance, 0.3)], NONE)
    yield "article", several([sometimes(ARTICLES, wanted, chance, rare) for rare in (0.3, 0.05)], NONE)
    yield "source", several([uneven(SOURCES, wanted, chance), sometimes(SOURCES, wanted, chance, 0.5)])
    yield "region", uneven((*(one.iso for one in country.regions), UNKNOWN), wanted, chance)
    yield "context_event", uneven((NONE, *(one.code for one in country.events)), wanted, chance)
    for name, one in FIELDS.items():
        if listed(one, book) and name not in ("method", "category", "method_group", "method_any", "penalty"):
            yield name, uneven(listed(one, book), wanted, chance)


def uneven(codes: Sequence[str], wanted: int, chance: np.random.Generator) -> pl.Series:
    """The first code is the commonest, the tenth a tenth as common (Zipf's law)."""
    shares = 1 / np.arange(1, len(codes) + 1)
    return pl.Series(codes).gather(chance.choice(len(codes), wanted, p=shares / shares.sum()))


def sometimes(codes: Sequence[str], wanted: int, chance: np.random.Generator, share: float) -> pl.Series:
    """A code in that share of the rows, nothing in the others."""
    there = pl.Series(chance.random(wanted) < share)
    return uneven(codes, wanted, chance).to_frame("code").select(pl.when(there).then("code")).to_series()


def several(columns: Sequence[pl.Series], empty: str = "") -> pl.Series:
    """Lists of what stands in a row, each code once; `empty` where nothing does."""
    frame = pl.DataFrame({str(number): column for number, column in enumerate(columns)})
    lists = frame.select(codes=pl.concat_list(pl.all()).list.drop_nulls().list.unique(maintain_order=True))
    filled = pl.when(pl.col("codes").list.len() == 0).then(pl.lit([empty])).otherwise("codes") if empty else "codes"
    return lists.select(filled).to_series()


def told(wanted: int, chance: np.random.Generator) -> Iterator[tuple[str, Any]]:
    """Numbers, dates and texts: what is told of an incident and never counted by."""
    days = np.datetime64(f"{YEAR}-01-01") + chance.integers(0, 366, wanted)
    yield "id", [f"KZ-{YEAR}-{number:07}" for number in range(wanted)]
    yield "date", pl.Series(days).cast(pl.String)
    yield "date_precision", ["day"] * wanted
    yield "year", np.full(wanted, YEAR)
    yield "people", chance.integers(1, 4, wanted)
    texts = pl.Series([" ".join(islice(phrase(chance), 25)) for _ in range(5000)])
    for name, kind in SCHEMA.items():
        if name.startswith(("title_", "summary_")) and kind == pl.String:
            yield name, texts.gather(chance.integers(0, len(texts), wanted))
    yield "citations", chance.integers(1, 5, wanted)


def phrase(chance: np.random.Generator) -> Iterator[str]:
    while True:
        yield WORDS[chance.integers(len(WORDS))]


if __name__ == "__main__":
    main()
