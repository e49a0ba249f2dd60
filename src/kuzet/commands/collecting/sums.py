"""What a collection did, added up: what `kuzet collect` says at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from kuzet.adapters.ledger.take import Taken
from kuzet.observatory.collect.ports import Failed
from kuzet.observatory.collect.recapture import Notice

WEIGHTS = ("hard", "soft", "temporary")


@dataclass(slots=True)
class Sums:
    """Counts of one run. A document is `new` once, however often its page is captured again."""

    fetched: int = 0
    """Answers with a body that was not there yet, each of them kept."""
    unchanged: int = 0
    new: int = 0
    changed: int = 0
    copies: int = 0
    relevant: int = 0
    aside: int = 0
    found: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    notices: list[Notice] = field(default_factory=list)

    def take(self, taken: Taken) -> None:
        """Add what came of a capture."""
        outcomes = Counter(taken.outcomes)
        self.new += outcomes["new"]
        self.changed += outcomes["changed"]
        self.aside += outcomes["aside"]
        self.copies += taken.copies
        self.found += taken.found
        self.relevant += sum(bool(text.reading) for text in taken.new)
        self.languages.update(text.language or "?" for text in taken.new)
        self.notices += taken.notices

    def fail(self, failure: Failed) -> None:
        """Add an address that gave nothing."""
        self.failures[failure.weight] += 1

    def data(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            **{name: getattr(self, name) for name in _NAMES},
            "failures": {weight: self.failures[weight] for weight in WEIGHTS},
            "languages": dict(sorted(self.languages.items())),
            "notices": [{"url": one.url, "kind": one.kind, "what": one.what} for one in self.notices],
        }

    def lines(self) -> list[str]:
        """For a person."""
        languages = ", ".join(f"{name} {count}" for name, count in sorted(self.languages.items())) or "none"
        failures = ", ".join(f"{weight} {self.failures[weight]}" for weight in WEIGHTS)
        documents = (
            f"{self.new} new documents ({languages}), {self.copies} of them near-copies, {self.changed} changed,"
            f" {self.aside} set aside"
        )
        return [
            f"{self.fetched} fetched, {self.unchanged} unchanged, {self.failures.total()} failed ({failures})",
            documents,
            f"{self.relevant} relevant, with at least one candidate for an attack",
            *(f"{one.kind}: {one.url} (was {one.before})" for one in self.notices),
        ]


_NAMES = ("fetched", "unchanged", "new", "changed", "copies", "relevant", "aside", "found")
