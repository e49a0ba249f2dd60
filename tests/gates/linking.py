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
from typing import Any, Final

from tests import readings

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.judgement import LinkKind
from kuzet.language import fold
from kuzet.observatory import pipeline
from kuzet.observatory.encode import codes
from kuzet.observatory.link import Item, compare, people
from kuzet.observatory.review.measure_links import b_cubed, documents, truth

GOLDEN = Path(__file__).parent.parent / "golden"
PARTS = ("train", "test")
STAGES: Final = {"first_instance": "verdict"}
VERDICTS: Final = {"guilty": "convicted", "claim_granted": "claim_upheld", "dismissed": "case_closed"}
"""Words of the golden documents that the codebook has another code for."""

Row = Mapping[str, Any]


def rows(part: str) -> list[dict[str, Any]]:
    return readings.golden(GOLDEN / "links", part)


def figures(part: str) -> dict[str, float]:
    """Of one golden part: B-cubed F1 of what is read and of the golden codes, and the kinds of links of these."""
    found = rows(part)
    coded = [item for row in found for item in as_coded(row)]
    return {
        "read": grouped([item for row in found for item in as_read(row)], found),
        "coded": grouped(coded, found),
        "kinds": kinds(coded, found),
    }


def grouped(items: list[Item], found: list[Row]) -> float:
    return b_cubed(truth(found), documents(pipeline.groups(items).groups)).f1


def as_read(row: Row) -> list[Item]:
    """What our reader makes of a document, ready for linking."""
    document = readings.document(row["text"], row.get("published", ""), row["id"], row.get("url", ""))
    read = pipeline.read(document, countries.load("kz"))
    coded = [(one.coding, [passage.text for passage in one.candidate.passages]) for one in read]
    return pipeline.items({document.id: document.published}, coded)


def as_coded(row: Row) -> list[Item]:
    """The golden codes of a document, ready for linking."""
    published = EventDate.parse(row["published"]) if row.get("published") else None
    coded = [
        (codes.coding(_fields(incident), f"{row['id']}#{number}", countries.load("kz")), ())
        for number, incident in enumerate(row["incidents"], 1)
    ]
    return pipeline.items({row["id"]: published}, coded)


def _fields(incident: Row) -> dict[str, Any]:
    outcome = incident["outcome"]
    told = {
        "stage": STAGES.get(outcome.get("stage"), outcome.get("stage")),
        "verdict": VERDICTS.get(outcome.get("verdict"), outcome.get("verdict")),
        "penalties": list(_penalties(outcome)),
    }
    return {**incident, "outcome": told}


def _penalties(outcome: Row) -> Iterator[dict[str, Any]]:
    for key, kind, currency in (
        ("fine_mci", "fine", "MCI"),
        ("fine_tenge", "fine", "KZT"),
        ("claimed_tenge", "damages", "KZT"),
        ("awarded_tenge", "damages", "KZT"),
    ):
        if key in outcome:
            yield {"kind": kind, "money": {"amount": str(outcome[key]), "currency": currency}}
    if "arrest_days" in outcome:
        yield {"kind": "administrative_arrest", "days": outcome["arrest_days"]}
    for key, kind in (("sentence_years", "imprisonment"), ("suspended_years", "suspended_sentence")):
        if key in outcome:
            yield {"kind": kind, "months": round(12 * outcome[key])}


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
    gold = [row for name in ("kk", "ru", "en") for row in json.loads((folder / "gold" / f"{name}.json").read_text())]
    rows = [{**row, "incidents": []} for row in gold]
    for event in events:
        for row in rows:
            row["incidents"] += [{"event": event["id"]}] if row["id"] in event["items"] else []
    named = [row for row in rows if row["incidents"]]
    read = [item for row in rows for item in as_read(row)]
    country = countries.load("kz")
    coded = [(codes.coding(row, f"{row['id']}#1", country), ()) for row in gold if row["is_attack"]]
    return {"read": grouped(read, named), "coded": grouped(pipeline.items({}, coded), named)}
