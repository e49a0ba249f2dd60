"""What the gates of linking measure: groups of documents, kinds of links, and names of people.

Groups are measured twice: made of what our reader reads in the documents, and of the golden codes themselves.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from tests import readings

from kuzet import countries
from kuzet.basis.judgement import LinkKind
from kuzet.commands import golden
from kuzet.language.names import fold
from kuzet.observatory import pipeline
from kuzet.observatory.link import Item, compare, people
from kuzet.observatory.review.measure_links import b_cubed, documents, truth

GOLDEN = Path(__file__).parent.parent / "golden"
PARTS = ("train", "test")
COUNTRY = countries.load("kz")

Row = Mapping[str, Any]


def all_figures(folder: Path) -> dict[str, dict[str, float]]:
    """The figures of every set; `folder` is the measuring material, which may be absent."""
    found = {f"links/{part}": figures(part) for part in PARTS} | {f"people/{part}": names(part) for part in PARTS}
    return found | ({"shared/links": shared(folder)} if (folder / "gold" / "same_event.json").is_file() else {})


def rows(part: str) -> list[dict[str, Any]]:
    return readings.golden(GOLDEN / "links", part)


def figures(part: str) -> dict[str, float]:
    """Of one golden part: B-cubed F1 of what is read and of the golden codes, and the kinds of links of these."""
    found = rows(part)
    coded = [item for row in found for item in golden.as_coded(row, COUNTRY)]
    return {
        "read": grouped([item for row in found for item in golden.as_read(row, COUNTRY)], found),
        "coded": grouped(coded, found),
        "kinds": kinds(coded, found),
    }


def grouped(items: list[Item], found: list[Row]) -> float:
    return b_cubed(truth(found), documents(pipeline.groups(items).groups)).f1


def kinds(items: list[Item], found: list[Row]) -> float:
    """Of pairs that tell of different events of one case, the share that is proposed as such."""
    known = {item.id: item for item in items}
    told = {f"{row['id']}#{n}": one for row in found for n, one in enumerate(row["incidents"], 1)}
    pairs = [
        (left, right)
        for left, right in combinations(sorted(told), 2)
        if told[left]["case"] and told[left]["case"] == told[right]["case"]
        if told[left]["event"] != told[right]["event"]
    ]
    right = sum(compare(known[a], known[b]).kind is LinkKind.SAME_CASE for a, b in pairs)
    return round(right / len(pairs), 3)


def names(part: str) -> dict[str, float]:
    """F1 of telling whether two spellings name one person, over all pairs of people who can be confused."""
    found = told = both = 0
    for left, right, same in name_pairs(part):
        called = people.level(fold.name(left), fold.name(right)) in people.SAME
        found, told, both = found + same, told + called, both + (same and called)
    return {"pairs": round(2 * both / (found + told), 3)}


def name_pairs(part: str) -> Iterator[tuple[str, str, bool]]:
    """Pairs of spellings within each family, and whether one person bears both."""
    families: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with (GOLDEN / "names" / f"{part}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            families[row["family"]] += [(row["person"], one) for one in row["spellings"].split("|")]
    for family in families.values():
        for (person, left), (other, right) in combinations(family, 2):
            yield left, right, person == other


def shared(folder: Path) -> dict[str, float]:
    """The figures of the measuring material, by the tool's own rule: only documents of its events count."""
    events = json.loads((folder / "gold" / "same_event.json").read_text("utf-8"))
    found = [row for name in ("kk", "ru", "en") for row in json.loads((folder / "gold" / f"{name}.json").read_text())]
    named = [
        {"id": row["id"], "incidents": [{"event": event["id"]} for event in events if row["id"] in event["items"]]}
        for row in found
    ]
    named = [row for row in named if row["incidents"]]
    coded = [{"id": row["id"], "incidents": [row] if row["is_attack"] else []} for row in found]
    return {
        "read": grouped([item for row in found for item in golden.as_read(row, COUNTRY)], named),
        "coded": grouped([item for row in coded for item in golden.as_coded(row, COUNTRY)], named),
    }
