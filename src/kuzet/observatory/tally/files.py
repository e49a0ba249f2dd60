"""The files of a release, but for its manifest: which there are and how each is written.

Every word table has JSON lines (complete, the only ones that are read back) and a flat CSV that is safe to open in a
spreadsheet. The same release always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Final

import polars as pl

from kuzet.basis import codebook as codebooks
from kuzet.basis.formulas import FORMULA
from kuzet.basis.names import LANGUAGES
from kuzet.basis.release import Release
from kuzet.basis.word import to_json
from kuzet.observatory.tally import flat
from kuzet.observatory.tally.sheets import sheets

WORDS: Final = ("incidents", "cases", "sources", "totals", "indicators", "decisions", "second")
"""The fields of a release that are written as JSON lines."""

NAMES: Final = {name: f"{name}.jsonl" for name in WORDS} | {
    "totals": "published_totals.jsonl",
    "second": "second_codings.jsonl",
}
"""The file of each."""

OPTIONAL: Final = frozenset({"second"})
"""Those whose file is there only where they hold something: releases from before there were any stay as they are."""


def fill(folder: Path, release: Release) -> dict[str, int]:
    """Write every file but the manifest into an empty folder; gives the rows of each table by path."""
    book = codebooks.load(release.manifest.codebook)
    frame = flat.table(release.incidents, release.manifest.period, book)
    frame.write_parquet(folder / "incidents.parquet", compression="zstd", statistics=True)
    rows = {"incidents.parquet": frame.height, "incidents.csv": _csv(folder / "incidents.csv", frame)}
    for name, file in NAMES.items():
        if name not in OPTIONAL or getattr(release, name):
            rows[file] = _lines(folder / file, getattr(release, name))
    for file, sheet in sheets(release):
        rows[file] = _csv(folder / file, sheet)
    for name, text in _codebook(release.manifest.codebook):
        (folder / "codebook").mkdir(exist_ok=True)
        (folder / "codebook" / name).write_bytes(text)
    (folder / "README.txt").write_text(_readme(release), encoding="utf-8", newline="\n")
    return rows


def _lines(path: Path, words: Sequence[object]) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{to_json(word)}\n" for word in words)
    return len(words)


def _csv(path: Path, frame: pl.DataFrame) -> int:
    for_spreadsheets(frame).write_csv(path, include_bom=True)
    return frame.height


def for_spreadsheets(frame: pl.DataFrame) -> pl.DataFrame:
    """A table as its CSV holds it: lists joined by `; `, texts that would be taken for formulas made harmless.

    Written with a byte-order mark, so that spreadsheets read its letters.
    """
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.with_columns(pl.col(lists).list.join("; ")).with_columns(_defused(pl.col(pl.String)))


def _defused(column: pl.Expr) -> pl.Expr:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return pl.when(column.str.contains(FORMULA)).then(pl.lit("'") + column).otherwise(column).name.keep()


def _codebook(version: str) -> Iterator[tuple[str, bytes]]:
    folder = files(codebooks) / version
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".csv"):
            yield entry.name, entry.read_bytes()


def _readme(release: Release) -> str:
    manifest = release.manifest
    values: dict[str, Any] = {
        **{f"title_{language}": manifest.title.best(language) for language in LANGUAGES},
        **{name: getattr(manifest, name) for name in ("id", "edition", "frozen", "period", "codebook")},
        "incidents": len(release.incidents),
    }
    absent = tuple(NAMES[name] for name in OPTIONAL if not getattr(release, name))
    found = ((files(__package__) / "readme" / f"{language}.txt").read_text("utf-8") for language in LANGUAGES)
    texts = ("".join(line for line in text.splitlines(keepends=True) if not line.startswith(absent)) for text in found)
    return f"\n{'-' * 60}\n\n".join(Template(text).substitute(values) for text in texts)
