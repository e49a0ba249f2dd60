"""`kuzet verify`: a release, a report, a site, a bundle of evidence, an archive or a registry, proved offline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import click

from kuzet import countries
from kuzet.adapters.archive import is_bundle
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.word import to_data
from kuzet.commands import evidence
from kuzet.commands.publishing import verify_site
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.proof import Problem, Verified, is_report
from kuzet.web.databases import is_registry
from kuzet.web.public.building.manifest import is_site

_NAMES: Final = ("release", "release.zip")

VERIFIED: Final = (
    "what can be verified: a release (a folder or zip with a manifest.json), a report of ours (HTML, PDF, DOCX, XLSX), "
    "a site, the data folder of a collection, a bundle of evidence (zip), or the folder of a registry"
)
"""The kinds, for whoever gives something else."""


class Beside(NamedTuple):
    """What is looked at together with what is to be proved."""

    release: Path | None = None
    editions: Sequence[Path] = ()
    checkpoint: Path | None = None


def run(path: Path, beside: Beside, *, as_json: bool) -> int:
    """Print what was proved, or every problem; 1 when there is one. Raises `KuzetError` for what cannot be read."""
    proofs = [proof for is_one, proof in FOLDERS if path.is_dir() and is_one(path)]
    if proofs:
        return max(proof(path, beside.checkpoint, as_json=as_json) for proof in proofs)
    if path.is_dir() and is_site(path):
        return verify_site(path, beside.checkpoint, beside.release, as_json=as_json)
    if path.is_file() and is_bundle(path):
        return evidence.verify_bundle(path, as_json=as_json)
    if tally.is_release(path):
        return _release(path)
    if path.is_dir() or not is_report(path.name):
        raise BadInput(str(path), VERIFIED)
    found = tally.read(beside.release or _near(path))
    country, earlier = countries.load(found.manifest.country), [tally.read(edition) for edition in beside.editions]
    verified = pipeline.verified(path.name, path.read_bytes(), found, country, earlier)
    if as_json:
        click.echo(json.dumps([_row(problem) for problem in verified.problems], ensure_ascii=False, indent=1))
    else:
        _show(path, verified)
    return 1 if verified.problems else 0


def _registry(path: Path, checkpoint: Path | None, *, as_json: bool) -> int:
    """The chain of events of a registry, its rows beside them, and the checkpoints kept."""
    from kuzet.web.proving import findings, tombstones

    found = findings(path, checkpoint)
    if as_json:
        click.echo(json.dumps([to_data(each) for each in found], ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(f"{each.where}: {each.what}")
        for line in tombstones(path):
            click.echo(line)
        click.echo(
            f"{path}: registry: {f'{len(found)} findings' if found else 'all events and rows as they were written'}"
        )
    return 1 if found else 0


FOLDERS: Final = ((evidence.is_archive, evidence.verify_archive), (is_registry, _registry))
"""What a data folder may hold, each with its proof."""


def _release(path: Path) -> int:
    found = tally.verify(path)
    click.echo(
        f"{found.manifest.id}: {len(found.manifest.files)} files, {len(found.incidents)} incidents, all as frozen"
    )
    return 0


def _near(path: Path) -> Path:
    """The release in the folder of the report, as `kuzet demo` puts it."""
    for name in _NAMES:
        if (path.parent / name).exists():
            return path.parent / name
    raise Missing(f"{path}: no release beside it ({', '.join(_NAMES)}); give the one it was made of with --release")


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
