"""All numeric claims of a text, each judged once: every rule is asked, and what two of them tell is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kuzet.observatory.write.check.amounts import (
    altered,
    bills,
    daily,
    priced,
    stays,
    stretches,
    terms_mean,
    units,
    years_mean,
)
from kuzet.observatory.write.check.amounts.sums import Rates, sums
from kuzet.observatory.write.check.changes import changes, directions, lone, points, ranks, ratios, versus
from kuzet.observatory.write.check.parse import cleaned, parse, totals_of
from kuzet.observatory.write.check.parts import (
    alike,
    asked,
    bracketed,
    doubt,
    exceeding,
    funnels,
    hundred,
    implied,
    judged,
    mentioned,
    mixed,
    nearby,
    of_both,
    partitions,
    possible,
    shares,
    slipped,
    splits,
    spoken,
    spread,
    unnamed,
    with_rest,
)
from kuzet.observatory.write.check.parts.categories import categories
from kuzet.observatory.write.check.parts.told import rest, share
from kuzet.observatory.write.check.reading.words import (
    CROWDED,
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.reckoned import (
    ends,
    limits,
    mean_first,
    mean_of_behind,
    means,
    remains,
    sides,
    totals,
)
from kuzet.observatory.write.check.relations import averages, divided
from kuzet.observatory.write.check.relations.clashes import repeats
from kuzet.observatory.write.check.relations.facts import Facts, collect
from kuzet.observatory.write.check.relations.share import Loose, Share
from kuzet.observatory.write.check.repeats import indicators, swaps, transposed
from kuzet.observatory.write.check.repeats.again import again
from kuzet.observatory.write.check.repeats.against import compared, compared_cells
from kuzet.observatory.write.check.repeats.echoes import echoes
from kuzet.observatory.write.check.repeats.notes import Link, disagreeing
from kuzet.observatory.write.check.repeats.parted import parted
from kuzet.observatory.write.check.repeats.recalls import recalls
from kuzet.observatory.write.check.repeats.recaps import recaps
from kuzet.observatory.write.check.repeats.registry import Registry
from kuzet.observatory.write.check.repeats.retold import retold
from kuzet.observatory.write.check.repeats.two_years import two_years
from kuzet.observatory.write.check.series import (
    appeals,
    calendar,
    chronicles,
    entries,
    eves,
    exemplars,
    extremes,
    foremost,
    largest,
    longest,
    months,
    orders,
    outside,
    periods,
    places,
    proceedings,
    row_days,
    standings,
    stocks,
    superlatives,
    trends,
)
from kuzet.observatory.write.check.series.records import records
from kuzet.observatory.write.check.tables import cells, fines, moves, named, tables, terms, year_totals

_MISSED: Final = re.compile(r"([\d.]+(?: \+ [\d.]+)+) = [\d.]+, not ([\d.]+)")
"""The reason of a sum that misses its whole."""

_WHERE: Final = re.compile(r":| on line ")
"""Behind it the reason of a finding tells where, in which two findings of one thing may differ."""


def check(
    text: str,
    language: str,
    registry: Registry | None = None,
    rates: Rates | None = None,
    links: Sequence[Link] = (),
) -> tuple[Finding, ...]:
    """All numeric claims of `text` (in kk, ru or en) in the order of their lines, each judged.

    With a `registry` (a release), each count whose words name its question surely, and each number that they tie to an
    indicator, is judged against it too; with `rates` (the country's index by year) each sum told in money and indices;
    `links` are the numbers that open a note, which gives them again.
    """
    parsed, text = parse(text, language), cleaned(text)
    told = _told(parsed)
    shared = [one for _, one in told if isinstance(one, Share)]
    parsed = replace(parsed, cuts=judged.cut_is_rule(shared))
    facts = collect(parsed, shared)
    in_tables = list(cells.cells(text, parsed))
    groups = (*named.groups(text, parsed), *divided.groups(parsed))
    rows, totalled = tuple(named.rows(text, parsed)), totals_of(text, language)
    facts = replace(facts, table=cells.known(in_tables), groups=groups, rows=rows, totals=totalled)
    found = [
        *disagreeing(links, language),
        *_shares(parsed, told, facts),
        *repeats(facts, parsed),
        *recalls(parsed),
        *recaps(parsed, text),
        *retold(parsed, text),
        *again(parsed, text, facts),
        *echoes(parsed, text),
        *parted(parsed),
        *two_years(parsed, text),
        *transposed.transposed(parsed, text),
        *tables.sums(text, parsed),
        *year_totals.year_totals(text, parsed, facts, in_tables),
        *moves.moves(parsed, text),
        *row_days.days(parsed, text),
        *fines.fines(parsed, text),
        *terms.terms(parsed, text),
        *chronicles.chronicles(parsed, text),
        *categories(facts, parsed),
        *map(_crowded, parsed.crowded),
    ]
    found += cells.compared(in_tables, facts, tables.firm(text, language), parsed)
    lines = {one.line for one in found if one.kind is Kind.REPEAT}
    found += [one for one in swaps.swaps(parsed, text) if one.line not in lines]
    ordered = orders.collect(text, parsed)
    for index in range(len(parsed.sentences)):
        found += _of_sentence(parsed, index, facts, ordered, rates or {})
    if registry:
        found += compared(facts, parsed, registry)
        found += compared_cells(in_tables, registry)
        found += indicators.compared(parsed, registry)
    return tuple(sorted(_once(_added_up(found)), key=lambda finding: finding.line))


def _of_sentence(
    parsed: Text, index: int, facts: Facts, ordered: tuple[orders.Series, ...], rates: Rates
) -> Iterator[Finding]:
    """What each rule tells of one sentence; those that tell of its numbers alone are asked where it has any."""
    numbered = bool(parsed.sentences[index].mentions)
    yield from changes.changes(parsed, index, facts)
    yield from lone.lone(parsed, index) if numbered else ()
    yield from ratios.ratios(parsed, index, facts)
    yield from _parted(parsed, index, facts) if numbered else splits.splits(parsed, index)
    yield from calendar.calendar(parsed, index)
    yield from months.listed(parsed, index)
    yield from proceedings.proceedings(parsed, index)
    yield from appeals.appeals(parsed, index)
    yield from entries.entries(parsed, index)
    yield from eves.eves(parsed, index)
    yield from list(outside.outside(parsed, index)) or exemplars.exemplars(parsed, index)
    yield from _added(parsed, index) if numbered else ()
    listed = list(terms_mean.terms_mean(parsed, index)) or list(means.means_of_lists(parsed, index))
    listed = listed or list(mean_of_behind.mean_of_behind(parsed, index))
    yield from listed or years_mean.years_mean(parsed, index)
    yield from [] if listed else list(averages.averages(parsed, index)) or mean_first.mean_first(parsed, index)
    yield from bills.bills(parsed, index)
    yield from daily.daily(parsed, index) if numbered else ()
    yield from list(stays.stays(parsed, index)) or stretches.stretches(parsed, index)
    yield from altered.altered(parsed, index)
    yield from _money(parsed, index) if numbered else ()
    yield from versus.sides(parsed, index)
    yield from superlatives.superlatives(parsed, index, ordered)
    yield from largest.largest(parsed, index)
    yield from extremes.extremes(parsed, index)
    yield from places.places(parsed, index, ordered)
    yield from foremost.foremost(parsed, index, ordered)
    yield from ranks.ranks(parsed, index)
    yield from directions.directions(parsed, index)
    yield from standings.standings(parsed, index, ordered, facts)
    yield from longest.longest(parsed, index)
    yield from list(records(parsed, index, facts)) or trends.trends(parsed, index, ordered)
    yield from sums(parsed, index, rates)


def _parted(parsed: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """The parts of a whole or of a time, stocks, and what has more than it may have of what stands in front."""
    balanced = list(stocks.stocks(parsed, index))
    held = any(one.verdict is Verdict.HOLDS for one in balanced)  # what came and went of a stock is no part of it
    yield from balanced
    parts = [one for one in splits.splits(parsed, index) if not (held and one.verdict is Verdict.DIFFERS)]
    if all(one.verdict is Verdict.AMBIGUOUS for one in parts):
        parts = list(partitions.partitions(parsed, index)) or list(spread.spread(parsed, index)) or parts
    apart = all(one.verdict is not Verdict.DIFFERS for one in parts)
    parts = (list(ends.ends(parsed, index)) if apart else []) or parts
    yield from parts or bracketed.bracketed(parsed, index)
    if all(one.verdict is Verdict.HOLDS for one in parts):
        yield from periods.periods(parsed, index, facts)
    yield from funnels.narrowing(parsed, index)


def _added(parsed: Text, index: int) -> Iterator[Finding]:
    """What is added, what stands on one side, and what is more than what it is a part of."""
    yield from splits.added(parsed, index)
    yield from totals.totals(parsed, index)
    yield from remains.remains(parsed, index)
    yield from sides.sides(parsed, index)
    yield from limits.limits(parsed, index)
    yield from list(exceeding.exceeding(parsed, index)) or exceeding.beside_rest(parsed, index)


def _money(parsed: Text, index: int) -> Iterator[Finding]:
    """The sums told in indices, by what stands right beside them, or else by what stands near; hundreds."""
    found = list(units.units(parsed, index))
    yield from found
    if all(one.verdict is not Verdict.DIFFERS for one in found):
        yield from priced.priced(parsed, index)
    yield from hundred.hundreds(parsed, index)


def _told(text: Text) -> list[tuple[int, Share | Mention]]:
    """The shares of a text with the indices of their sentences; those without a whole take that of their list."""
    found = [(index, one) for index in range(len(text.sentences)) for one in shares.shares(text, index)]
    found = list(alike.alike(text, found))
    settled = implied.settled(text, [one for _, one in found if isinstance(one, Share | Loose)])
    told = [(index, (next(settled) or one.percent) if isinstance(one, Loose) else one) for index, one in found]
    return list(doubt.settled(text, told))


def _crowded(sentence: Sentence) -> Finding:
    """A sentence of more numbers than prose has, of which nothing is judged."""
    count = len(sentence.mentions)
    why = f"{count} numbers in one sentence, expected at most {CROWDED}: a table that has lost its rows?"
    return finding(sentence, Kind.SPLIT, Outcome(Verdict.UNCHECKABLE, why=why), sentence.mentions[0])


def _added_up(found: Sequence[Finding]) -> Iterator[Finding]:
    """All but wrong sums whose first numbers make the whole: "112 and 84 of the 196, a ratio of four to three"."""
    held = {(one.line, one.why) for one in found if one.kind is Kind.SPLIT and one.verdict is Verdict.HOLDS}
    for one in found:
        missed = _MISSED.fullmatch(one.why) if one.kind is Kind.SPLIT and one.verdict is Verdict.DIFFERS else None
        sums = _begun(missed[1], missed[2]) if missed else ()
        if not any((one.line, sum_) in held for sum_ in sums):
            yield one


def _begun(addends: str, whole: str) -> Iterator[str]:
    """The sums of the first numbers of a longer sum, as their reasons would tell them to make the whole."""
    numbers = addends.split(" + ")
    return (f"{' + '.join(numbers[:count])} = {whole}" for count in range(2, len(numbers)))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Each claim once: two rules may find the same sum, or the same number told again."""
    told: set[tuple[int, Kind, Verdict, str]] = set()
    for one in found:
        by_why = one.kind in (Kind.SPLIT, Kind.REPEAT)
        key = one.line, one.kind, one.verdict, _WHERE.split(one.why)[0] if by_why else one.text
        if key not in told or not by_why:
            yield one
        told.add(key)


def _shares(text: Text, told: Sequence[tuple[int, Share | Mention]], facts: Facts) -> Iterator[Finding]:
    shared = [one for _, one in told if isinstance(one, Share)]
    front: Share | None = None
    for index, one in told:
        if isinstance(one, Share):
            front = one
            yield judged.judge(one, text, cut_is_rule=text.cuts)
        elif one.kind == "portion":
            if outcome := of_both.share(text, index, one) or nearby.share(text, index, one):
                yield finding(text.sentences[index], Kind.SHARE, outcome, one)
        else:
            outcome = asked.share(text, index, one) or share(text, index, one, facts) or rest(text, index, one, front)
            outcome = outcome or spoken.share(text, index, one, facts) or possible.share(text, index, one)
            outcome = outcome or mixed.share(text, index, one) or nearby.share(text, index, one)
            outcome = outcome or mentioned.share(text, index, one, facts) or with_rest.share(text, index, one)
            outcome = outcome or of_both.share(text, index, one) or slipped.share(text, index, one)
            if outcome is None and (points.is_level(text, index, one) or hundred.is_listed(text, index)):
                continue  # judged as one of two levels, or by the sum of its list
            outcome = outcome or judged.UNCHECKED
            yield finding(text.sentences[index], Kind.SHARE, outcome, one)
    yield from judged.mixed(shared, text)
    yield from unnamed.unnamed(shared, text)
