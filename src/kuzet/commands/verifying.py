"""`kuzet verify`: a release or a published report, proved offline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from kuzet import countries
from kuzet.basis.errors import Missing
from kuzet.basis.word import to_data
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.proof import Problem, Verified

_BESIDE: Final = ("release", "release.zip")


def run(path: Path, release: Path | None, editions: Sequence[Path], *, as_json: bool) -> int:
    """Print what was proved, or every problem; 1 when there is one. Raises `KuzetError` for what cannot be read."""
    if path.is_dir() or path.suffix == ".zip":
        return _release(path)
    found = tally.read(release or _beside(path))
    country, earlier = countries.load(found.manifest.country), [tally.read(edition) for edition in editions]
    verified = pipeline.verified(path.name, path.read_bytes(), found, country, earlier)
    if as_json:
        click.echo(json.dumps([_row(problem) for problem in verified.problems], ensure_ascii=False, indent=1))
    else:
        _show(path, verified)
    return 1 if verified.problems else 0


def _release(path: Path) -> int:
    found = tally.verify(path)
    click.echo(
        f"{found.manifest.id}: {len(found.manifest.files)} files, {len(found.incidents)} incidents, all as frozen"
    )
    return 0


def _beside(path: Path) -> Path:
    """The release in the folder of the report, as `kuzet demo` puts it."""
    for name in _BESIDE:
        if (path.parent / name).exists():
            return path.parent / name
    raise Missing(f"{path}: no release beside it ({', '.join(_BESIDE)}); give the one it was made of with --release")


def _row(problem: Problem) -> dict[str, object]:
    return {"kind": problem.kind, "why": problem.why, "note": 0, "said": "", "should_be": ""} | dict(to_data(problem))


def _show(path: Path, verified: Verified) -> None:
    for problem in verified.problems:
        click.echo(problem.why)
    told = f"{verified.figures} figures, stated {verified.uses} times"
    state = (
        f"{len(verified.problems)} problems" if verified.problems else f"all as release {verified.release} gives them"
    )
    click.echo(f"{path.name}: {told}: {state}")
