"""The check measured on claim sentences with known verdicts: `tests/golden/claims/<language>.csv`.

Rows of the set `held` were written to measure with and are not looked at when rules are changed; those of `open` are
known misses of the training part. The floors are those of the issue, or better: `tests/gates/floors.json`.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.gates import reading

from kuzet.observatory.write.check import Verdict, check

CLAIMS = Path(__file__).parents[3] / "golden" / "claims"
ALARMS = (Verdict.DIFFERS, Verdict.AMBIGUOUS)


class Score(NamedTuple):
    """Precision over alarms (differs, ambiguous), recall over all claims that have a verdict."""

    precision: float
    recall: float


def rows(language, part=None):
    with (CLAIMS / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if part in (None, row["set"])]


def wanted(row, finding):
    expected = row["verdict"], row["kind"], row["should_be"]
    return (finding.verdict.value, finding.kind.value, finding.should_be) == expected


def score(language, part):
    alarms = right = claims = found = 0
    for row in rows(language, part):
        findings = check(row["text"], language)
        raised = [one for one in findings if one.verdict in ALARMS]
        alarms += len(raised)
        right += sum(wanted(row, one) for one in raised)
        claims += row["verdict"] != "silent"
        found += any(wanted(row, one) for one in findings)
    return Score(right / alarms, found / claims)


def params(part):
    return [pytest.param(lang, row, id=row["text"][:50]) for lang in ("en", "ru", "kk") for row in rows(lang, part)]


@pytest.mark.parametrize(("language", "row"), params("tune"))
def test_a_claim_is_judged_and_nothing_else_raises_an_alarm(language, row):
    findings = check(row["text"], language)
    assert row["verdict"] == "silent" or any(wanted(row, one) for one in findings)
    assert [one for one in findings if one.verdict in ALARMS and not wanted(row, one)] == []


@pytest.mark.gate
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("part", ["tune", "held"])
def test_precision_and_recall_of_claims_keep_their_floors(language, part):
    measured = score(language, part)
    print(f"claims {language} {part}: precision {measured.precision:.3f}, recall {measured.recall:.3f}")
    assert reading.below(f"claims/{language}/{part}", measured._asdict()) == []
