"""Why the machine gave an answer, in the analyst's language: the table `rules.csv` tells each of the reader's rules.

The pattern matches one rule whole; `code` in it is told by its label, `words` as they stand. A rule that no line tells
is shown as the reader wrote it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from kuzet.language.values import form

_WEIGHT: Final = re.compile(r" (?P<weight>[-+]\d+\.\d+)$")


def explained(rule: str, language: str, label: Callable[[str], str]) -> str:
    """The rules that an answer names, one after the other; `label` tells a code."""
    return "; ".join(_one(part, language, label) for part in rule.split("; ")) if rule else ""


def _one(rule: str, language: str, label: Callable[[str], str]) -> str:
    weight = _WEIGHT.search(rule)
    bare = rule[: weight.start()] if weight else rule
    for pattern, said in _rules():
        if found := pattern.fullmatch(bare):
            values = {name: text or "" for name, text in found.groupdict().items()}
            if "code" in values:
                values["code"] = label(values["code"])
            return said[language].format(**values) + (_number(weight["weight"], language) if weight else "")
    return rule


def _number(weight: str, language: str) -> str:
    """A weight with its sign, as the language writes it."""
    number = form.number(Decimal(weight), language)
    return f" ({'' if weight.startswith('-') else '+'}{number})"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    text = (files(__package__) / "rules.csv").read_text("utf-8")
    return tuple((re.compile(row["pattern"]), row) for row in csv.DictReader(text.splitlines()))
