"""Measure the reading of golden documents and compare it with the floors.

python -m tests.gates.reading                     print the figures beside the floors
python -m tests.gates.reading --raise             write every figure that is above its floor as the new floor
python -m tests.gates.reading --lower-floor kk/test/category=0.90 --because "..."
                                                  the only way down: one floor, with the reason kept beside it
python -m tests.gates.reading --anew kk/test --because "..."
                                                  the floors of a set whose documents are other ones now
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import readings
from tests.gates import linking

from kuzet.observatory.review.measure import below as against
from kuzet.observatory.review.measure import fold, is_named, measure, share

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
GOLDEN = HERE.parent / "golden"
LANGUAGES = ("kk", "ru", "en")
SETS = (*LANGUAGES, *(f"{kind}/{language}" for kind in ("short", "others") for language in LANGUAGES))
PARTS = ("train", "test")
NOT_RAISED = "shared/kaznerd"
"""Its floor is the one false alarm in 500 documents that is allowed, however few there are."""

Row = Mapping[str, Any]


def own(name: str, part: str) -> dict[str, float]:
    """The figures of one golden set of this repository."""
    rows = readings.golden(GOLDEN / name, part)
    lines = {
        row["id"]: readings.read_line(row["text"], row.get("published", ""), row["id"], row.get("url", ""))
        for row in rows
    }
    return measure(rows, lines)


def shared(folder: Path, language: str) -> dict[str, float]:
    """The figures of the measuring material beside the checkout."""
    rows = json.loads((folder / "gold" / f"{language}.json").read_text("utf-8"))
    rows = [{key: row[key] for key in row.keys() - {"legal_articles", "outcome"}} for row in rows]  # as prose there
    lines = {row["id"]: readings.read_line(row["text"], "", row["id"]) for row in rows}
    return measure(rows, lines)


def tracker(folder: Path) -> dict[str, float]:
    """The figures of the tracker's pages, all of them attacks: those found, and of these the category and the names.

    A page may have several categories, or none that is one of ours: then it does not count for the category.
    """
    rows = json.loads((folder / "gold" / "uspft.json").read_text("utf-8"))
    pairs = [(row, readings.read_line(f"{row['title']}\n{row['text']}", "", row["id"])) for row in rows]
    both = [(row, line) for row, line in pairs if line["is_attack"]]
    return {
        "recall": share(line["is_attack"] for _, line in pairs),
        "category": share(line["category"] in row["jfj_categories"] for row, line in both if row["jfj_categories"]),
        "names": share(is_named(name, line) for row, line in both for name in people(row["targeted_journalists"])),
    }


def false_alarms(folder: Path) -> tuple[int, list[str]]:
    """How many documents of TV news about other things there are, and those called an attack, with their words.

    A document is five sentences of the test split in their order; they come from different programmes.
    """
    blocks = (folder / "data" / "kaznerd" / "IOB2_test.txt").read_text("utf-8").split("\n\n")
    sentences = [" ".join(row.rsplit(None, 1)[0] for row in block.splitlines() if row.strip()) for block in blocks]
    sentences = [sentence for sentence in sentences if sentence]
    texts = [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]
    lines = [readings.read_line(text, "", f"kaznerd-{number}") for number, text in enumerate(texts)]
    called = [(line, text) for line, text in zip(lines, texts, strict=True) if line["is_attack"]]
    return len(texts), [
        f"{line['id']}: {line['methods']}, {line['candidates'][0]['rules']}\n  {text}" for line, text in called
    ]


def specificity(folder: Path) -> dict[str, float]:
    """The share of documents without an attack that are not called one, as a set of figures."""
    documents, alarms = false_alarms(folder)
    return {"specificity": round(1 - len(alarms) / documents, 3)}


def people(listed: str) -> list[str]:
    """The names of a list such as `Ann Lee (The Post), Jo Ray and Kim Oh`; what stands in brackets is no name."""
    plain = re.sub(r"\([^)]*\)", "", listed)
    return [name.strip() for name in re.split(r"[,;]|\band\b", plain) if fold(name)]


def floors() -> dict[str, Any]:
    """The floors as they stand: set (`kk/test`, `shared/kk`) -> variable -> floor; `lowered` keeps the reasons."""
    return json.loads(FLOORS.read_text("utf-8"))  # type: ignore[no-any-return]


def below(name: str, figures: Mapping[str, float]) -> list[str]:
    """One line for each figure of a set that is under its floor."""
    return against(name, figures, floors()[name])


def _all(folder: Path) -> dict[str, dict[str, float]]:
    sets = {f"{name}/{part}": own(name, part) for name in SETS for part in PARTS}
    if (folder / "gold").is_dir():
        sets |= {f"shared/{language}": shared(folder, language) for language in LANGUAGES}
        sets["shared/uspft"] = tracker(folder)
        sets[NOT_RAISED] = specificity(folder)
    return sets | linking.all_figures(folder)


def _main(arguments: list[str]) -> None:
    known = floors() if FLOORS.is_file() else {"lowered": []}
    if "--lower-floor" in arguments:
        place, _, value = arguments[arguments.index("--lower-floor") + 1].partition("=")
        name, _, key = place.rpartition("/")
        reason = arguments[arguments.index("--because") + 1]
        known["lowered"].append({"floor": place, "from": known[name][key], "to": float(value), "because": reason})
        known[name][key] = float(value)
    elif "--anew" in arguments:
        name = arguments[arguments.index("--anew") + 1]
        reason = arguments[arguments.index("--because") + 1]
        golden_set, _, part = name.rpartition("/")
        documents = len(readings.golden(GOLDEN / golden_set, part))
        now = {"floor": name, "from": "other documents", "to": f"{documents} documents", "because": reason}
        known["lowered"].append(now)
        known[name] = linking.figures(part) if name.startswith("links/") else own(golden_set, part)
    else:
        figures = _all(Path(os.environ.get("KUZET_SHARED", HERE.parent.parent.parent / "shared")))
        for name, found in figures.items():
            print(name, found, "floor", known.get(name, {}))
        if "--raise" not in arguments:
            return
        for name, found in ((name, found) for name, found in figures.items() if name != NOT_RAISED):
            before = known.get(name, {})
            known[name] = {key: max(value, before.get(key, 0.0)) for key, value in found.items()}
    FLOORS.write_text(json.dumps(known, indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    _main(sys.argv[1:])
