"""What benches print and keep: the day, the machine, each figure beside its target."""

from __future__ import annotations

import json
import os
import platform
import resource
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kuzet import __version__

RESULTS = Path(__file__).resolve().parent / "results"


def result(targets: Mapping[str, Any], figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures with the day, the machine and what they are measured against."""
    day = datetime.now(UTC).date().isoformat()
    return {"date": day, "machine": machine(), "targets": dict(targets), "figures": dict(figures)}


def machine() -> dict[str, Any]:
    """What the figures were measured on; `load` is what others did meanwhile, in the minute before the end."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if "model name" in line]
    return {
        "cores": os.cpu_count(),
        "processor": models[0] if models else platform.processor(),
        "python": platform.python_version(),
        "kuzet": __version__,
        "load": round(os.getloadavg()[0], 1),
    }


def peak_mib(who: int = resource.RUSAGE_SELF) -> int:
    """The most memory that this process (or, of its children, the largest one) held, in MiB.

    Linux counts for a process what its parent held when it was started, but not in `VmHWM`; of children that have ended
    only the former is known, so that their figure is never below what this process held when it started them.
    """
    status = Path("/proc/self/status")
    if who == resource.RUSAGE_SELF and status.is_file():
        (found,) = (line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(found.split()[1]) // 1024
    return resource.getrusage(who).ru_maxrss // 1024


def save(name: str, found: Mapping[str, Any]) -> None:
    """Keep the result as `results/<name>-<date>.json`."""
    (RESULTS / f"{name}-{found['date']}.json").write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def told(found: Mapping[str, Any]) -> str:
    """One line a figure, with its target where it has one: rates (`..._per_second`) at least, all others at most."""
    parts = [f"{found['date']}, {', '.join(f'{key} {value}' for key, value in found['machine'].items())}"]
    for key, value in found["figures"].items():
        target = found["targets"].get(key)
        verdict = "" if target is None else f"   {_verdict(value, target, least=key.endswith('_per_second'))}"
        parts.append(f"{key.replace('_', ' '):36} {value}{verdict}")
    return "\n".join(parts)


def _verdict(value: float, target: float, *, least: bool) -> str:
    is_held = value >= target if least else value <= target
    return f"at {'least' if least else 'most'} {target}: {'held' if is_held else 'NOT HELD'}"
