"""Measure the reading of golden documents and compare it with the floors.

python -m tests.gates.reading                     print the figures beside the floors
python -m tests.gates.reading --raise             write every figure that is above its floor as the new floor
python -m tests.gates.reading --lower-floor kk/test/category=0.90 --because "..."
                                                  the only way down: one floor, with the reason kept beside it
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests import readings

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
GOLDEN = HERE.parent / "golden"
LANGUAGES = ("kk", "ru", "en")
PARTS = ("train", "test")

Row = Mapping[str, Any]


def measure(rows: Iterable[Row], lines: Mapping[str, Row]) -> dict[str, float]:
    """Figures of one set: detection over all documents, the other variables over the attacks that were found."""
    rows = list(rows)
    pairs = [(row, lines[row["id"]]) for row in rows]
    both = [(row, line) for row, line in pairs if row["is_attack"] and line["is_attack"]]
    hits = len(both)
    said = sum(bool(line["is_attack"]) for _, line in pairs)
    true = sum(bool(row["is_attack"]) for row in rows)
    return {
        "detection": round(2 * hits / (said + true), 3) if said + true else 1.0,
        "category": _share(row["category"] == line["category"] for row, line in both),
        "perpetrator": _share(row["perpetrator"] == line["perpetrator"] for row, line in both),
        "methods": _share(_f1(set(row["methods"]), set(line["methods"])) for row, line in both),
        "targets": _share(_named(target["name"], line) for row, line in both for target in row["targets"]),
        "place": _share(_same(row["place"], line["place"]) for row, line in both if row.get("place")),
        "date": _share(_dated(row["date"], line["date"]) for row, line in both if row.get("date")),
    }


def own(language: str, part: str) -> dict[str, float]:
    """The figures of one golden set of this repository."""
    rows = readings.golden(GOLDEN / language, part)
    lines = {row["id"]: readings.read_line(row["text"], row.get("published", ""), row["id"]) for row in rows}
    return measure(rows, lines)


def shared(folder: Path, language: str) -> dict[str, float]:
    """The figures of the measuring material beside the checkout."""
    rows = json.loads((folder / "gold" / f"{language}.json").read_text("utf-8"))
    lines = {row["id"]: readings.read_line(row["text"], "", row["id"]) for row in rows}
    return measure(rows, lines)


def floors() -> dict[str, Any]:
    """The floors as they stand: set (`kk/test`, `shared/kk`) -> variable -> floor; `lowered` keeps the reasons."""
    return json.loads(FLOORS.read_text("utf-8"))  # type: ignore[no-any-return]


def below(name: str, figures: Mapping[str, float]) -> list[str]:
    """One line for each figure of a set that is under its floor."""
    known = floors()[name]
    return [
        f"{name}/{key}: {figures[key]} is under its floor {known[key]}" for key in known if figures[key] < known[key]
    ]


def _share(values: Iterable[float]) -> float:
    values = [float(value) for value in values]
    return round(sum(values) / len(values), 3) if values else 1.0


def _f1(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", (text or "").lower())
    return " ".join(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _same(name: str, found: str | None) -> bool:
    """The last word of a name, its case ending aside, stands in what was found."""
    last = _fold(name).split()[-1]
    return last[: max(4, len(last) - 2)] in _fold(found or "")


def _named(name: str, line: Row) -> bool:
    return any(_same(name, target["name"]) for target in line["targets"])


def _dated(date: str, found: str | None) -> bool:
    return (found or "").endswith(date[2:]) if date.startswith("--") else (found or "").startswith(date)


def _all(folder: Path) -> dict[str, dict[str, float]]:
    sets = {f"{language}/{part}": own(language, part) for language in LANGUAGES for part in PARTS}
    if (folder / "gold").is_dir():
        sets |= {f"shared/{language}": shared(folder, language) for language in LANGUAGES}
    return sets


def _main(arguments: list[str]) -> None:
    known = floors() if FLOORS.is_file() else {"lowered": []}
    if "--lower-floor" in arguments:
        place, _, value = arguments[arguments.index("--lower-floor") + 1].partition("=")
        name, _, key = place.rpartition("/")
        reason = arguments[arguments.index("--because") + 1]
        known["lowered"].append({"floor": place, "from": known[name][key], "to": float(value), "because": reason})
        known[name][key] = float(value)
    else:
        figures = _all(HERE.parent.parent.parent / "shared")
        for name, found in figures.items():
            print(name, found, "floor", known.get(name, {}))
        if "--raise" not in arguments:
            return
        for name, found in figures.items():
            before = known.get(name, {})
            known[name] = {key: max(value, before.get(key, 0.0)) for key, value in found.items()}
    FLOORS.write_text(json.dumps(known, indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    _main(sys.argv[1:])
