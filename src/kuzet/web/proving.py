"""A registry proved from outside: its events, its rows, and the checkpoints that were kept."""

from __future__ import annotations

from pathlib import Path

from kuzet.adapters.appending import appendable
from kuzet.basis.word import read_lines, to_json
from kuzet.web.folder import CHECKPOINTS, opened
from kuzet.web.registry.words import Checkpoint, Finding


def findings(folder: Path, checkpoints: Path | None = None) -> tuple[Finding, ...]:
    """Everything that is not as it was written; nothing where the registry holds.

    Compares with the checkpoints in the folder, and with those of a copy that was kept elsewhere.
    """
    kept = [one for path in (folder / CHECKPOINTS, checkpoints) if path for one in _read(path)]
    with opened(folder):
        from kuzet.web.registry import proof

        return tuple(proof.findings(kept))


def tombstones(folder: Path) -> tuple[str, ...]:
    """What was erased because a law required it, a line each: what, when, by whom, by which law."""
    with opened(folder):
        from kuzet.web.registry import removing

        return tuple(
            f"{removal.kind} {removal.subject}: removed on {event.at:%Y-%m-%d} by {event.author}: {removal.ground}"
            for removal, event in removing.told()
        )


def keep_checkpoint(folder: Path) -> Checkpoint:
    """Note where the chain of events of the opened registry stands, in the folder's own file."""
    from kuzet.web.registry import events

    made = events.checkpoint()
    with appendable(folder / CHECKPOINTS) as file:
        file.append(to_json(made))
    return made


def _read(path: Path) -> list[Checkpoint]:
    if not path.exists():
        return []
    return list(read_lines(path.read_text("utf-8").splitlines(), Checkpoint, path.name))
