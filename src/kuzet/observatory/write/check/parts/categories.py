"""Whether the three categories of attacks, told in different places, make up all incidents of the year or the years.

Every incident is counted in one category (rule `one_category_per_incident` of the codebook), so that their numbers must
add up to the total, wherever a report tells them; and the numbers of several years to that of the period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.words import Finding, Kind, Outcome, Place, Text, Verdict, finding
from kuzet.observatory.write.check.relations.clashes import is_whole
from kuzet.observatory.write.check.relations.facts import Facts

CATEGORIES: Final = tuple(
    frozenset({("category", code)}) for code in ("physical", "non_physical_cyber", "judicial_economic")
)


class Number(NamedTuple):
    """A number of the report, where it stands first, and in how many places."""

    value: Fraction
    place: Place
    times: int


def categories(facts: Facts, text: Text) -> Iterator[Finding]:
    """The sum of the categories against the total, of the years against the period; told where one is wrong."""
    wholes = _wholes(facts, text)
    total = _total(facts, text)
    yield from _judged(text, total, [wholes.get((one, text.period), []) for one in CATEGORIES])
    for about in (ALL, *CATEGORIES) if text.since else ():
        years = [wholes.get((about, year), []) for year in range(text.since, text.year + 1)]
        yield from _judged(text, total if about == ALL else wholes.get((about, text.period), []), years)


def _total(facts: Facts, text: Text) -> list[Number]:
    """The number of all incidents, unless it is one of a category after all."""
    if text.total is None or any(fact.place == text.total for fact in facts.listed if fact.concepts != ALL):
        return []
    value = text.total.mention.exact
    again = [fact for fact in facts.listed if (fact.concepts, fact.year, fact.value) == (ALL, text.period, value)]
    return [Number(value, text.total, max(1, len(again)))]


def _wholes(facts: Facts, text: Text) -> Mapping[tuple[Concepts, int], list[Number]]:
    """The numbers of each thing and year that are of no part of it, each once."""
    listed = [fact for fact in facts.listed if is_whole(text, fact)]
    times = Counter((fact.concepts, fact.year, fact.value) for fact in listed)
    wholes: dict[tuple[Concepts, int], list[Number]] = {}
    for fact in listed:
        told = wholes.setdefault((fact.concepts, fact.year), [])
        if all(one.value != fact.value for one in told):
            told.append(Number(fact.value, fact.place, times[fact.concepts, fact.year, fact.value]))
    return wholes


def _judged(text: Text, whole: list[Number], parts: list[list[Number]]) -> Iterator[Finding]:
    """Nothing where a part is not told; where one is told in two ways, only that some of its numbers add up."""
    ways = [(total, *ones) for total in whole for ones in product(*parts)]
    held = next((way for way in ways if way[0].value == sum(one.value for one in way[1:])), None)
    if held:
        yield _finding(text, held, held[0], Verdict.HOLDS)
    elif len(ways) == 1:
        way = ways[0]
        suspect = min(way, key=lambda one: one.times)
        yield _finding(text, way, suspect, Verdict.DIFFERS)


def _finding(text: Text, way: tuple[Number, ...], suspect: Number, verdict: Verdict) -> Finding:
    total, values = way[0], [one.value for one in way[1:]]
    why = f"{' + '.join(map(plain, values))} = {plain(sum(values, Fraction(0)))}"
    should = ""
    if verdict is Verdict.DIFFERS:
        why += f", not {plain(total.value)}"
        others = sum((one.value for one in way[1:] if one is not suspect), Fraction(0))
        should = plain(others if suspect is total else total.value - others)
    sentence = text.sentences[suspect.place.index]
    return finding(sentence, Kind.SPLIT, Outcome(verdict, should, why), suspect.place.mention)
