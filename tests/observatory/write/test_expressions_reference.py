"""The reference page names whatever an author may write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kuzet.basis.fields import FIELDS
from kuzet.observatory.write.expressions.rules import CHARTS, FACTS, LISTS, PIPES, VERBS, YEARS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "expressions.md").read_text("utf-8")
NAMED = {word for code in re.findall(r"`([^`\n]+)`", PAGE) for word in re.findall(r"\w+", code)}


@pytest.mark.parametrize(
    "names", [VERBS, FIELDS, PIPES, LISTS, CHARTS, FACTS, YEARS], ids=lambda names: next(iter(names))
)
def test_every_name_is_in_the_reference(names):
    assert [name for name in names if name not in NAMED] == []


@pytest.mark.parametrize("verb", VERBS.values(), ids=lambda verb: verb.name)
def test_every_option_of_a_verb_is_in_its_row(verb):
    (row,) = (line for line in PAGE.splitlines() if re.match(rf"\| `{verb.name}\b", line))
    assert [option for option in verb.options if f"`{option}=`" not in row] == []
