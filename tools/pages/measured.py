"""Speed and memory: the newest kept result of every bench, with its day, machine and targets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tools.pages.markdown import page as whole
from tools.pages.markdown import table

RESULTS: Final = Path(__file__).resolve().parents[2] / "bench" / "results"
BENCHES: Final = RESULTS.parent

INTRODUCTION: Final = """
What each program of `bench/` measured when it was last kept (`--save`), told whether it was good or bad; the earlier
results stand beside it in `bench/results`. Names of figures are those of the program, which tells what they mean in its
first lines. A load near or above the number of cores says that the machine did other things too.
"""
HEAD: Final = ("figure", "measured", "target")
AT_LEAST: Final = ("per_second", "of_trafilatura")
"""Endings of figures that a target is the least of; of all others it is the most."""


def page() -> str:
    """One section a bench, in the order of their names."""
    return whole("Speed and memory", INTRODUCTION, *(_section(name, path) for name, path in sorted(newest().items())))


def newest() -> dict[str, Path]:
    """The newest result of each bench."""
    found = sorted(RESULTS.glob("*.json"))
    return {path.stem.rsplit("-", 3)[0]: path for path in found}


def _section(name: str, path: Path) -> str:
    result = json.loads(path.read_text("utf-8"))
    machine, targets = result["machine"], dict(_flat(result["targets"]))
    where = f"{machine['processor']}, {machine['cores']} cores, Python {machine['python']}, load {machine['load']}"
    told = (BENCHES / f"{name}.py").read_text("utf-8").lstrip('"').partition("\n")[0].rstrip('"')
    rows = [(key, value, _verdict(key, value, targets.get(key))) for key, value in _flat(result["figures"])]
    return f"## `bench/{name}.py`\n\n{told}\n\n{result['date']}, {where}.\n\n{table(HEAD, rows)}"


def _flat(figures: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Figures inside of figures under the names of both."""
    for key, value in figures.items():
        name = f"{before} {key}".strip()
        if isinstance(value, Mapping):
            yield from _flat(value, name)
        else:
            yield name, ", ".join(map(str, value)) if isinstance(value, list) else value


def _verdict(key: str, value: float, target: float | None) -> str:
    if target is None:
        return ""
    least = key.endswith(AT_LEAST)
    is_held = value >= target if least else value <= target
    return f"at {'least' if least else 'most'} {target}: {'held' if is_held else '**not held**'}"
