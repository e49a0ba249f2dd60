"""The place of a name in the order of a list: "Novi Sad takes third place", "вторая по частоте", "екінші орында".

The name, or the number told beside the place, must be that of one entry of a list or a column. A claim is called wrong
only where no list that has the entry gives it that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.mentions import captions
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.series import rankings
from kuzet.observatory.write.check.series.orders import Series
from kuzet.observatory.write.check.series.rankings import Entry, Ranking

LOWEST: Final = 8
"""The last place that is told as one."""

NEAR: Final = 24
"""Characters around an ordinal in which the word that makes it a place stands."""

_NOUN: Final = re.compile(r"[^\W\d_]{4,}")
_PIECE: Final = re.compile(r"[,;:]\s")


class Claim(NamedTuple):
    """A place that a piece of a sentence tells."""

    place: int
    piece: str
    start: int
    end: int


def places(text: Text, index: int, found: Sequence[Series]) -> Iterator[Finding]:
    """Each place that a sentence gives an entry of a list."""
    sentence, language = text.sentences[index], text.language
    if captions(language).match(sentence.text):
        return  # the words of a chart's title name what it is about, and no entry of another list
    claims = [one for one in _claims(sentence, language) if not _is_other(text, sentence, one)]
    if not claims:
        return
    lists = [*rankings.of_prose(text, index), *rankings.of_series(found, text)]
    for claim in claims:
        told = _told(sentence, claim, lists)
        told = [(one, entry) for one, entry in told if not _is_narrowed(one, entry, sentence, claim, language)]
        told = _of_named_column(told, sentence) or told
        allowed = {place for one, entry in told for place in _allowed(one, entry, claim, language)}
        if not allowed:
            continue
        held = claim.place in allowed or all(_begins(one, entry, sentence) for one, entry in told)
        right = max(max(one.places(entry, whole=not _names(one, claim, language))) for one, entry in told)
        yield Finding(
            line=sentence.line,
            text=claim.piece.strip(" ,;:–—"),
            kind=Kind.RECORD,
            verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
            should_be="" if held else str(right),
            why="; ".join(dict.fromkeys(_listed(one) for one, _ in told)),
        )


def _allowed(one: Ranking, entry: Entry, claim: Claim, language: str) -> Sequence[int]:
    """The places of an entry in a list; "in the country" counts the one that is named in front of the list too."""
    found = one.places(entry, whole=not _names(one, claim, language))
    return found[-1:] if one.led and phrases.says(language, "of_country", claim.piece) else found


def _begins(one: Ranking, entry: Entry, sentence: Sentence) -> bool:
    """Whether a list begins with the entry that has a place, where nothing in front of it tells the entries before.

    "Myanmar was second with 53, followed by Vietnam (43)".
    """
    largest = all(other.value < entry.value for other in one.entries[1:])
    return one.told == sentence.text and not one.front and one.entries[0] is entry and largest


def _listed(one: Ranking) -> str:
    return ", ".join(plain(entry.value) for entry in one.entries)


def _claims(sentence: Sentence, language: str) -> Iterator[Claim]:
    """The ordinals of a sentence that are places, each with its stretch from comma to comma."""
    told = [one for one in numbers.find(sentence.text, language, lone=True) if 0 < one.value <= LOWEST]
    for one in told:
        front, behind = sentence.text[max(0, one.start - NEAR) : one.start], sentence.text[one.end :]
        opens = not front.strip() or _PIECE.search(front, max(0, len(front) - 2)) is not None
        verb = opens and one.kind == "ordinal" and _verb(language).match(behind) is not None
        placed = _noun(language) if one.kind == "count" else _placed(language)
        named = verb or placed.match(behind) is not None
        moved = phrases.ends_with(language, "from", front)
        led = one.kind == "ordinal" and _led(language).search(front) and _closed(language).match(behind)
        if (named or led) and not moved:
            starts = [0, *(piece.end() for piece in _PIECE.finditer(sentence.text, 0, one.start))]
            stop = _PIECE.search(sentence.text, one.end)
            end = stop.start() if stop else len(sentence.text)
            yield Claim(int(one.value), sentence.text[starts[-1] : end], one.start, one.end)


@cache
def _placed(language: str) -> re.Pattern[str]:
    """The noun of a place behind its ordinal, or another word that makes it one: "second most frequent"."""
    return re.compile(rf"(?:-?[^\W\d]{{1,4}})?[\s-](?:{phrases.words(language, 'placed')})", re.IGNORECASE)


@cache
def _noun(language: str) -> re.Pattern[str]:
    """The noun of a place behind a number in digits: "3-орында"."""
    return re.compile(rf"-(?:{phrases.words(language, 'placed')})", re.IGNORECASE)


@cache
def _verb(language: str) -> re.Pattern[str]:
    """A verb behind an ordinal that opens its piece: "Third was Mombasa"."""
    return re.compile(rf"\s(?:{phrases.words(language, 'placed_verb')})\s", re.IGNORECASE)


@cache
def _led(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.words(language, 'placed_front')})\s+$", re.IGNORECASE)


@cache
def _closed(language: str) -> re.Pattern[str]:
    """What stands behind an ordinal that is no attribute: "came third, with 11", "third with 11"."""
    return re.compile(rf"\W|\s(?:{phrases.any_of(language, 'inside', 'and')}|with)\s|$", re.IGNORECASE)


def _is_other(text: Text, sentence: Sentence, claim: Claim) -> bool:
    """Whether a place is in a rating of others, of another year, counted from the end or shared by several."""
    years = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    rated = phrases.says(text.language, "placed_other", sentence.text)
    ways = ("earlier", "one_of", "all_time")
    return bool(years) or rated or any(phrases.says(text.language, way, claim.piece) for way in ways)


def _told(sentence: Sentence, claim: Claim, lists: Sequence[Ranking]) -> list[tuple[Ranking, Entry]]:
    """The one entry that a claim is of, in each list that has it: by the words of its piece, or of those in front."""
    counts = {one.exact for one in sentence.of_kind("count") if one.end <= claim.start or one.start >= claim.end}
    for words in (claim.piece, sentence.text[: claim.end]):
        found = [(one, [entry for entry in one.entries if entry.stands_in(words)]) for one in lists]
        named = [(one, entries[0]) for one, entries in found if len(entries) == 1]
        named = [(one, entry) for one, entry in named if one.timely or entry.value in counts]
        if any(len(entries) > 1 for _, entries in found):
            return []
        if named:
            exact = [(one, entry) for one, entry in named if entry.value in counts]
            return exact if exact or _has_count(sentence, claim) else named
    return []


def _of_named_column(told: Sequence[tuple[Ranking, Entry]], sentence: Sentence) -> list[tuple[Ranking, Entry]]:
    """The columns whose head a sentence names: "in Tajikistan second place belongs to criminal cases"."""
    said = stems(sentence.text)
    return [(one, entry) for one, entry in told if one.told and not one.head and stems(one.told) <= said]


def _has_count(sentence: Sentence, claim: Claim) -> bool:
    """Whether the piece of a claim tells a number, which must be that of its entry."""
    start = sentence.text.find(claim.piece)
    told = [one for one in sentence.of_kind("count") if start <= one.start < start + len(claim.piece)]
    return any(one.end <= claim.start or one.start >= claim.end for one in told)


def _names(one: Ranking, claim: Claim, language: str) -> bool:
    """Whether a claim says that it is of this list: "among the regions" of "By regions: ...", "in this list"."""
    shared = bool(one.head) and bool(stems(claim.piece) & stems(one.head))
    return shared or phrases.says(language, "placed_in_list", claim.piece)


def _is_narrowed(one: Ranking, entry: Entry, sentence: Sentence, claim: Claim, language: str) -> bool:
    """Whether a place is by a measure, or among some, that the list does not name: "third by population"."""
    if any(phrases.says(language, way, claim.piece) for way in ("female", "male", "narrowed", "outside")):
        return True
    return any(
        not (stems(near) & stems(known) or phrases.says(language, "incidents", near))
        for relation, words, known in (
            ("placed_by", claim.piece, f"{one.head} {one.told}"),
            ("placed_among", sentence.text[: claim.end], one.head),
        )
        for near in _nearest(entry.cut_from(words), relation, language)
    )


def _nearest(words: str, relation: str, language: str) -> Iterator[str]:
    """The noun behind each "by", "among", or in front of it where a language has it behind its noun."""
    for found in phrases.pattern(language, relation).finditer(words):
        yield next(iter(_NOUN.findall(words[found.end() :])), "")
    for found in phrases.pattern(language, f"{relation}_behind").finditer(words):
        yield next(reversed(_NOUN.findall(words[: found.start()])), "")
