"""How well readings agree with golden codings: the figures of the gates and of `kuzet learn`.

A golden document is a mapping as in `tests/golden`: id, lang, text, is_attack, and for an attack category, methods,
perpetrator, targets, place, date, legal_articles and outcome; a reading is the line that `kuzet read` prints for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from kuzet.observatory.review import measure_cases

Row = Mapping[str, Any]


def measure(rows: Iterable[Row], lines: Mapping[str, Row]) -> dict[str, float]:
    """Figures of one set, 0 to 1: F1 of detection over all documents, the other variables over the attacks found.

    `lines` has the reading of every row by its id. A variable that no attack found has a golden value for is 1, except
    articles and outcome, which are left out then.
    """
    rows = list(rows)
    pairs = [(row, lines[row["id"]]) for row in rows]
    both = [(row, line) for row, line in pairs if row["is_attack"] and line["is_attack"]]
    hits = len(both)
    said = sum(bool(line["is_attack"]) for _, line in pairs)
    true = sum(bool(row["is_attack"]) for row in rows)
    return {
        "detection": round(2 * hits / (said + true), 3) if said + true else 1.0,
        "category": share(row["category"] == line["category"] for row, line in both),
        "perpetrator": share(row["perpetrator"] == line["perpetrator"] for row, line in both),
        "methods": share(f1(set(row["methods"]), set(line["methods"])) for row, line in both),
        "targets": share(is_named(target["name"], line) for row, line in both for target in row["targets"]),
        "place": share(is_same(row["place"], line["place"]) for row, line in both if row.get("place")),
        "date": share(is_dated(row["date"], line) for row, line in both if row.get("date")),
        **_cases(both),
    }


def _cases(both: list[tuple[Row, Row]]) -> dict[str, float]:
    """The figures of articles and outcomes, for sets whose rows have them."""
    found = {
        "articles": [told for row, line in both for told in measure_cases.articles(row, line)],
        "outcome": [told for row, line in both for told in measure_cases.outcome(row, line)],
    }
    return {name: share(told) for name, told in found.items() if told}


def share(values: Iterable[float]) -> float:
    """The mean of values between 0 and 1, rounded to three places; 1 where there is nothing to measure."""
    found = [float(value) for value in values]
    return round(sum(found) / len(found), 3) if found else 1.0


def f1(one: set[str], other: set[str]) -> float:
    """How alike two sets of codes are: 1 for the same, 0 for nothing in common."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def fold(text: str | None) -> str:
    """Small letters without accents, signs as single spaces."""
    plain = unicodedata.normalize("NFKD", (text or "").lower())
    return " ".join(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def is_same(name: str, found: str | None) -> bool:
    """Whether the last word of a golden name, its case ending aside, stands in what was found.

    Compared are its letters but the last two, at least four of them; an empty name is the same as anything.
    """
    words = fold(name).split()
    return not words or words[-1][: max(4, len(words[-1]) - 2)] in fold(found)


def is_named(name: str, line: Row) -> bool:
    """Whether a reading names the target."""
    return any(is_same(name, target["name"]) for target in line["targets"])


def is_dated(date: str, line: Row) -> bool:
    """Whether a reading's date is the golden one, or a more exact one within it.

    Without a year (`--05-13`, `--05`), month and day decide; a golden range is compared with the whole answer, night
    or not.
    """
    if "/" in date:
        return (line["when"] or "").removesuffix(" night") == date
    found = line["date"] or ""
    if date.startswith("--"):
        return found[2 if found.startswith("--") else 5 :].startswith(date[2:])
    return found.startswith(date)


def below(name: str, figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure of the set `name` that is under its floor, or has a floor and was not measured."""
    lines = (_below(f"{name}/{key}", figures.get(key), floor) for key, floor in floors.items())
    return [line for line in lines if line]


def _below(name: str, figure: float | None, floor: float) -> str:
    if figure is None:
        return f"{name}: not measured, and its floor is {floor}"
    return f"{name}: {figure} is under its floor {floor}" if figure < floor else ""
