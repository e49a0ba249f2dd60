"""Changes of what a table or a list counts by year, where the claim tells neither of the two numbers.

The words of the clause name the entry ("arrests", "the judicial ones", "the number of attacks"), the years are those
that it names. A claim is called wrong only where no two years of the entry make it right and it is near what they give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.changes import known
from kuzet.observatory.write.check.reading import concepts, phrases, sections
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.facts import Facts

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")

TWO: Final = 2

_COLON: Final = re.compile(r":\s$")

NEAR: Final = 24
"""Characters behind a number in which its ending says that it is reached."""


class Moved(NamedTuple):
    """The two numbers that a change is said of, all others of the same entry, and the numbers told in its clause."""

    meant: Pair
    others: tuple[Pair, ...]
    levels: tuple[Mention, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the clause tells no number but the two."""
        return {one.exact for one in self.levels} <= {one.exact for one in self.meant}


def moved(text: Text, index: int, change: Mention, facts: Facts) -> Moved | None:
    """What the clause of a change speaks of, in the two years that it compares; None where the words are unsure."""
    sentence = text.sentences[index]
    clause = clause_of(sentence, change, text.language)
    behind = known.behind(sentence, change, text.language)[: clause.stop - change.end]
    said = f"{sentence.text[clause.start : change.start]} {behind}"
    narrowed = _is_sections(text, index, said)
    found = list(subjects.by_years(text, said, facts.groups, whole=not narrowed))
    found = found or (list(_of_front(text, index, facts)) if narrowed else [])
    opened = _COLON.search(sentence.text[clause.start - 2 : clause.start]) if clause.start > 1 else None
    if not found and opened and not subjects.telling(said, text.language):
        found = list(subjects.by_years(text, sentence.text[: clause.start], facts.groups))
    pairs = [(years_of(text, sentence, said, change, years), years) for years in found]
    told = [(years[two[1]], years[two[0]]) for two, years in pairs if two and set(two) <= years.keys()]
    if not told or min(told[0]) <= 0 or told[0][0] == told[0][1]:
        return None
    levels = levels_of(sentence, clause, change, text.language)
    return Moved(pair_of(*told[0]), tuple(pairs_of(found)), tuple(levels))


def _is_sections(text: Text, index: int, said: str) -> bool:
    """Whether "the growth" stands under a heading that names a category: then it is that of the category."""
    heading, language = sections.heading(text, index), text.language
    named = heading is not None and bool(concepts.found(heading.text, language))
    return named and not any(phrases.says(language, word, said) for word in ("all", "incidents"))


def _of_front(text: Text, index: int, facts: Facts) -> Iterator[Mapping[int, Fraction]]:
    """The only entry of each group that the sentence in front mentions, of which "their number" is told."""
    front, said = text.sentences[index - 1] if index else None, text.sentences[index].text
    opened = any(phrases.begins_with(text.language, word, said) for word in ("pointing", "their", "this"))
    if front is None or front.block != text.sentences[index].block or not opened:
        return
    for group in facts.groups:
        entries = list(subjects.mentioned(front.text, group, text.language))
        yield from (one.by_year for one in entries if len(entries) == 1)


def pair_of(now: Fraction, before: Fraction) -> Pair:
    """Two numbers of a table as what is now and what was before."""
    first, second = (Mention(0, 0, Decimal(int(one)), "count") for one in (now, before))
    return Pair(first, second)


def pairs_of(found: Sequence[Mapping[int, Fraction]]) -> Iterator[Pair]:
    """Every two years of the entry, the later one as what it is now."""
    for years in found:
        for then, now in combinations(sorted(years), 2):
            if years[then] and years[now]:
                yield pair_of(years[now], years[then])


def clause_of(sentence: Sentence, change: Mention, language: str) -> slice:
    """The part of a sentence that speaks of a change: from the end of that of another one to the start of the next."""
    others = sentence.of_kind(*known.CHANGES) + deltas(sentence, language)
    told = [one for one in others if not (one is change or _restates(sentence, one, change, language))]
    ends = [one.end + len(known.behind(sentence, one, language)) for one in told if one.end <= change.start]
    start = max([0, *ends, *(one.end() for one in _next(language).finditer(sentence.text, 0, change.start))])
    stop = min([len(sentence.text), *(one.start for one in told if one.start >= change.end)])
    opened = _next(language).search(sentence.text, change.end, stop)
    return slice(min(start, change.start), opened.start() if opened else stop)


def _restates(sentence: Sentence, one: Mention, change: Mention, language: str) -> bool:
    """Whether two numbers tell one change: "by 44, which is 24.6%", "by 17 cases, or 8.5%"."""
    between = sentence.between(one, change)
    said = re.fullmatch(rf"\W*(?:\w+\s?){{0,2}}[\s,(–—-]*(?:{phrases.words(language, 'equates')})?\W*", between)
    return said is not None and {one.kind, change.kind} != {"percent"}


@cache
def _next(language: str) -> re.Pattern[str]:
    """What parts the clause of one change from that of the next."""
    return re.compile(rf"[,;—–]\s+(?:{phrases.words(language, 'while')})\s|;\s|:\s", re.IGNORECASE)


def levels_of(sentence: Sentence, clause: slice, change: Mention, language: str) -> list[Mention]:
    """The numbers of a clause that are no differences: what a change may be said of."""
    skipped = {change, *deltas(sentence, language)}
    ones = [one for one in sentence.of_kind("count", "amount") if one not in skipped]
    return [one for one in ones if clause.start <= one.start < clause.stop]


def years_of(
    text: Text, sentence: Sentence, said: str, change: Mention, told: Mapping[int, Fraction]
) -> tuple[int, int] | None:
    """The earlier and the later year that a change compares."""
    for words in (said, sentence.text[: change.start]):
        named = sorted({int(one[0]) for one in _YEAR.finditer(words)})
        if len(named) > TWO:
            return None
        if len(named) == TWO:
            return named[0], named[1]
        if named and named[0] != text.year:
            return (named[0], text.year) if _is_base(words, text.language) else (named[0] - 1, named[0])
        if named or any(phrases.says(text.language, word, words) for word in ("over_year", "earlier")):
            return text.year - 1, text.year
    if len(told) == TWO:
        then, now = sorted(told)
        return (then, now) if now >= text.year else None  # a season "2021-22" is headed by the first of its years
    return text.year - 1, text.year


def _is_base(words: str, language: str) -> bool:
    """Whether the only year of a clause is what another is compared with: "than in 2022", "2022 жылғыдан"."""
    found = _YEAR.search(words)
    return found is not None and (
        _against(language).search(words[: found.start()]) is not None
        or _against_behind(language).match(words, found.end()) is not None
    )


@cache
def _against(language: str) -> re.Pattern[str]:
    against = phrases.any_of(language, "compared_with", "against", "since", "from")
    return re.compile(rf"\b(?:{against})\s+(?:[^\W\d]+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _against_behind(language: str) -> re.Pattern[str]:
    against = phrases.any_of(language, "against_behind", "since_behind")
    return re.compile(rf"\s+(?:(?:[^\W\d]+\s+){{0,2}}?(?:{against}))", re.IGNORECASE)


def difference(text: Text, index: int, delta: Mention, facts: Facts) -> Outcome | None:
    """The verdict on "by 49" by the two numbers of its entry; None where it is far from what they leave.

    Where it is right, a number beside it that is reached must be that of now.
    """
    found, sentence = moved(text, index, delta, facts) if not delta.unit else None, text.sentences[index]
    if found is None:
        return None
    told = [abs(pair.now.exact - pair.before.exact) for pair in (found.meant, *found.others)]
    why = f"from {plain(found.meant.before.exact)} to {plain(found.meant.now.exact)}"
    if delta.exact == told[0] and not found.agrees:
        return _reached(text, sentence, found, why)
    if delta.exact in told:
        return Outcome(Verdict.HOLDS, why=why)
    if not found.agrees or not guesses.like(delta.exact, told[0]):
        return None
    return Outcome(Verdict.DIFFERS, form.count(told[0], delta, sentence, text.language), why)


def _reached(text: Text, sentence: Sentence, found: Moved, why: str) -> Outcome | None:
    """The verdict on the only number beside a right difference, which words say is reached: "by 348 to 1,211"."""
    level = found.levels[0]
    front, behind = sentence.text[: level.start], sentence.behind(level, NEAR)
    reached = any(phrases.ends_with(text.language, word, front) for word in ("amounts_to", "to", "reached"))
    reached |= phrases.begins_with(text.language, "to_behind", behind)
    if len(found.levels) > 1 or not reached or not guesses.like(level.exact, found.meant.now.exact):
        return None
    return Outcome(Verdict.DIFFERS, form.count(found.meant.now.exact, level, sentence, text.language), why)


def of_mentioned(text: Text, index: int, delta: Mention, facts: Facts) -> Outcome | None:
    """That a difference holds of an entry that its sentence mentions: "the drop was in assaults, down by 8"."""
    said = text.sentences[index].text
    entries = [one for group in facts.groups for one in subjects.mentioned(said, group, text.language)]
    for pair in () if delta.unit else (pair for one in entries for pair in pairs_of([one.by_year])):
        if abs(pair.now.exact - pair.before.exact) == delta.exact:
            return Outcome(Verdict.HOLDS, why=f"from {plain(pair.before.exact)} to {plain(pair.now.exact)}")
    return None
