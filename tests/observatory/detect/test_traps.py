"""Trials of those who attack, ordinary offences, games, invented stories and memorials, beside attacks like them.

`traps.jsonl` has for each text of one kind a text of the other with nearly the same words, in all three languages.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from tests import readings

from kuzet.observatory import detect

TRAPS: Final = [json.loads(row) for row in Path(__file__).with_name("traps.jsonl").read_text("utf-8").splitlines()]
WORDS: Final = detect.vocabulary("kz")


@pytest.mark.parametrize("row", TRAPS, ids=[row["id"] for row in TRAPS])
def test_a_trap_is_told_from_the_attack_that_looks_like_it(row: dict[str, Any]) -> None:
    document = readings.document(row["text"])
    assert bool(detect.find(document, detect.read(document, WORDS))) == row["is_attack"]
