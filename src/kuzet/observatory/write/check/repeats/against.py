"""The counts of a text against a release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.concepts import Concepts
from kuzet.observatory.write.check.reading.words import SEVERAL, Finding, Kind, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations.facts import Fact, Facts
from kuzet.observatory.write.check.repeats.registry import Registry, Where
from kuzet.observatory.write.check.tables.cells import Cell

EMPTY: Final = "the release has no number for this question"


def where(about: Concepts) -> Where:
    """Concepts as a filter: fields with one code or several."""
    codes: dict[str, list[str]] = defaultdict(list)
    for field, code in sorted(about):
        codes[field].append(code)
    return {field: tuple(listed) for field, listed in codes.items()}


def compared(facts: Facts, text: Text, registry: Registry) -> Iterator[Finding]:
    """Each fact of the text whose words name the question surely, against the registry's number."""
    for fact in (one for one in facts.listed if one.year < SEVERAL):
        sentence, mention = text.sentences[fact.place.index], fact.place.mention
        number, about = _answer(fact, registry)
        question = f"{_told(where(about))} in {fact.year}"
        if number is None:
            outcome = Outcome(Verdict.UNCHECKABLE, why=f"{EMPTY}: {question}")
        elif number == fact.value:
            outcome = Outcome(Verdict.HOLDS, why=f"the release has {number}: {question}")
        else:
            why = f"the release has {number}, not {plain(fact.value)}: {question}"
            outcome = Outcome(Verdict.DIFFERS, str(number), why)
        yield finding(sentence, Kind.RELEASE, outcome, mention)


def _answer(fact: Fact, registry: Registry) -> tuple[int | None, Concepts]:
    """The registry's number for a fact: that of the first reading which agrees, else that of its own words."""
    told = [(registry.count(where(about), fact.year), about) for about in (fact.concepts, *fact.readings)]
    return next((one for one in told if one[0] == fact.value), told[0])


def compared_cells(found: Iterable[Cell], registry: Registry) -> Iterator[Finding]:
    """Each cell of a table whose labels name the question surely, where it is not the registry's number."""
    for cell in found:
        number = registry.count(where(cell.concepts), cell.year)
        if number is not None and number != cell.value:
            question = f"{_told(where(cell.concepts))} in {cell.year}"
            yield Finding(
                line=cell.row.line,
                text=" | ".join(cell.row.cells),
                kind=Kind.RELEASE,
                verdict=Verdict.DIFFERS,
                should_be=str(number),
                why=f"the release has {number}, not {plain(cell.value)}: {question}",
            )


def _told(filters: Where) -> str:
    return ", ".join(f"{field} {' or '.join(codes)}" for field, codes in filters.items()) or "all incidents"
