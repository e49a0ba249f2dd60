"""Wholes divided without a word that says so: "There are 19 of them. 11 were held, five fined and three let go".

A sentence is read so when its numbers stand in a row of like entries, each with one number, and nearly make up a whole
that it opens with ("seven of the 18 were dropped, six ...") or that the sentence in front tells. What else may be meant
(a list of examples, marks that overlap) is left alone: only a small excess, or a complete list that misses its whole
by little, is called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import excuses, form, roundings
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import funnels, overlapping
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.when import LATEST
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.relations import averages, lists, pairs, rests
from kuzet.observatory.write.check.relations.bases import begun, fractions, is_part
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.relations.ties import restated, shared
from kuzet.observatory.write.check.slips import is_swapped

ENTRIES: Final = 3
"""Numbers from which on a row is one of parts."""

MANY: Final = 4
"""Parts from which on a list that ends in an "and" is taken to be complete."""

UNDER: Final = Fraction(9, 10)
"""A complete list reaches at least so much of its whole."""

OVER: Final = Fraction(6, 5)
"""Parts that exceed their whole by this or more may overlap."""

APIECE: Final = Fraction(3, 2)
"""The same where each part is "in so many cases", of which one cannot be two."""

FAR: Final = 2
"""Two digits in the wrong order explain a sum that is off by up to this factor."""

TENTH: Final = 10
"""Those behind all incidents make up their number, or miss it by at most a tenth of it."""

OPENING: Final = 60
"""Characters within which the first part stands."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

BACK: Final = 4
"""Sentences in front in which the whole of a list that names its rest is looked for."""

_COMMA: Final = re.compile(r"[,;]")
_ENDED: Final = re.compile(r"[.!?…]\W*$")


def partitions(text: Text, index: int) -> Iterator[Finding]:
    """The row of parts of one sentence, where there is one."""
    sentence = text.sentences[index]
    row = plain_row(text, index)
    wholes = _inside(sentence, row, text.language) or _begun(sentence, row, text.language) or _opened(text, index, row)
    wholes = wholes or [*_in_front(text, index, row), *_by_label(text, index, row)] or _by_whom(text, index, row)
    wholes = wholes or _with_rest(text, index, row)
    parts = [one for one in row if one not in wholes]
    if len(parts) < ENTRIES:
        front, wholes = _continued(text, index, row)
        parts = [*front, *row]
    if len(parts) < ENTRIES or excuses.overlap(sentence, text.language):
        return
    fitting = [whole for whole in wholes if whole.exact == sum(one.exact for one in parts)]
    near = fitting or [whole for whole in wholes if is_near(text, index, Split(whole, tuple(parts)))]
    if len({whole.exact for whole in near}) == 1:
        split = Split(near[0], tuple(parts))
        outcome = judge(text, index, split)
        if outcome:
            shown = [one for one in (*parts, near[0]) if one in sentence.mentions]
            yield finding(sentence, Kind.SPLIT, outcome, *shown)


def plain_row(text: Text, index: int) -> list[Mention]:
    """The counts of a sentence when each is an entry of its own and no other number stands among them."""
    sentence, language = text.sentences[index], text.language
    flat = [one for one in sentence.mentions if not lists.bracketed(sentence, one)]
    counts = [one for one in flat if one.kind == "count" and one.value > 0]
    ones = [one for one in counts if not rests.tallies(sentence, one, language)]
    ones = [one for one in ones if not averages.averaged(sentence, one, language)]
    others = [one for one in flat if ones and one.kind not in ("count", "amount") and one.start > ones[0].start]
    years = {int(one.value) for one in sentence.of_kind("year")}
    elsewhen = bool(years) and text.year not in years
    timed = [one for one in ones if sentence.order_of(one) not in (None, text.year)]
    barred = [*deltas(sentence, language), *(pair.now for pair in pairs.own(text, index))]
    apart = others or elsewhen or timed or lists.apiece(sentence, language)
    if apart or any(one in ones for one in barred) or not _ENDED.search(sentence.text):
        return []
    return ones


def _inside(sentence: Sentence, row: Sequence[Mention], language: str) -> list[Mention]:
    """The whole that the first part names: "seven of the 18 cases were dropped, six are open and five were tried"."""
    pairs_ = [(part, whole) for part, whole in fractions(sentence, language) if part in row and whole in row]
    if len(pairs_) != 1 or set(pairs_[0]) != set(row[:2]):
        return []
    behind = row[1:]
    return [pairs_[0][1]] if parted(sentence, behind, language) else []


def _begun(sentence: Sentence, row: Sequence[Mention], language: str) -> list[Mention]:
    """The whole with which a sentence begins: "Of the 47 suits six were granted and 19 dismissed; 22 are pending"."""
    first = begun(sentence, language)
    if first is None or not _opening(language).fullmatch(sentence.text[: first.start]):
        return []
    largest = all(one.exact < first.exact for one in row[1:])
    return [first] if row[:1] == [first] and largest and parted(sentence, row[1:], language) else []


def _opened(text: Text, index: int, row: Sequence[Mention]) -> list[Mention]:
    """The number told just before with which a sentence says where its parts lie: "In the 31 civil cases ... in 17".

    None of a list whose entries were told together with it: "in the 31 civil cases ..., in the 18 administrative ...".
    """
    sentence, language = text.sentences[index], text.language
    if len(row) <= ENTRIES or not _opening(language).fullmatch(sentence.text[: row[0].start]):
        return []
    near = [one for one in text.sentences[max(0, index - BACK) : index] if one.block >= sentence.block - 1]
    told = [{one.exact for one in front.of_kind("count")} for front in near]
    told = [values for values in told if row[0].exact in values]
    listed = any(sum(one.exact in values for one in row[1:]) >= FAR for values in told)
    nouns = [stems(_noun(sentence, one)) for one in row]
    listed = listed or any(nouns[0] & other for other in nouns[1:])
    largest = row[0].exact > max(one.exact for one in row[1:])
    return [row[0]] if told and largest and not listed and parted(sentence, row[1:], language) else []


def _noun(sentence: Sentence, one: Mention) -> str:
    """The words right behind a number, up to a comma."""
    return _COMMA.split(sentence.after(one, NOUN))[0]


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What stands in front of a number that opens a sentence: "In the ", "Of the ", "В этих ", "Сол "."""
    place, known = phrases.any_of(language, "inside", "out_of"), phrases.words(language, "known")
    return re.compile(rf"\W*(?:(?:{place})\s+)?(?:(?:{known})\s+)?", re.IGNORECASE)


def _continued(text: Text, index: int, row: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Parts of the sentence in front, told with their percentage, that "another eight ..., and in 13 ..." goes on."""
    sentence, language = text.sentences[index], text.language
    front = text.sentences[index - 1] if index else None
    if front is None or front.block != sentence.block or len(row) < ENTRIES - 1:
        return [], []
    opened = phrases.says(language, "another", sentence.text[: row[0].start]) and row[0].start <= OPENING
    if not opened or not parted(sentence, row, language) or any(apart(sentence, one, language) for one in row):
        return [], []
    counts, named = front.of_kind("count"), fractions(front, language)
    if len(named) == 1 and set(named[0]) == set(counts):
        return [named[0][0]], [named[0][1]]
    told = shared(front, language)
    whole = rests.fitting(text, index - 1, told) if told.keys() == set(counts) else None
    return (list(told), [whole]) if whole else ([], [])


def parted(sentence: Sentence, row: Sequence[Mention], language: str) -> bool:
    """Whether a comma, a semicolon or an "and" stands between each two numbers of a row."""
    between = [sentence.between(left, right) for left, right in pairwise(row)]
    return all(_COMMA.search(one) or phrases.says(language, "and", one) for one in between)


def _in_front(text: Text, index: int, row: Sequence[Mention]) -> list[Mention]:
    """The whole told by the sentence in front; further in front only for a list that names its rest."""
    sentence, language = text.sentences[index], text.language
    label = ": " in sentence.text[: row[0].start] if row else False
    if not row or (row[0].start > OPENING and not label) or not parted(sentence, row, language):
        return []
    if phrases.begins_with(language, "actor", sentence.text):
        return []  # "There are 12 lawyers. They won nine cases, lost three ..."
    if fractions(sentence, language) or any(apart(sentence, one, language) for one in row):
        return []
    complete = _names_rest(sentence, row, language)
    found = []
    for back in range(1, (BACK if complete else 1) + 1):
        front = text.sentences[index - back] if index >= back else None
        if front is None or (front.block != sentence.block and not complete):
            break
        found += counted(text, index - back)
    largest = max(one.exact for one in row)
    return [one for one in found if one.exact > largest and not of_another(text, one, row, sentence)]


def _by_label(text: Text, index: int, row: Sequence[Mention]) -> list[Mention]:
    """The count in front whose noun stands in the label of a list: "36 fines were imposed ... Channels fined: ...".

    Only a small excess is judged then: such a list may be one of examples.
    """
    sentence, language = text.sentences[index], text.language
    label, colon, _ = sentence.text[: row[0].start].partition(": ") if row else ("", "", "")
    some = any(phrases.says(language, word, sentence.text) for word in ("including", "some_of", "majority"))
    if not colon or len(row) < ENTRIES or some:
        return []
    if any(apart(sentence, one, language) for one in row) or not parted(sentence, row, language):
        return []
    near = [at for at in range(max(0, index - BACK), index) if text.sentences[at].block == sentence.block]
    told = [(at, one) for at in near for one in counted(text, at) if _kind(text.sentences[at], one, language) == ""]
    told = [(at, one) for at, one in told if stems(_noun(text.sentences[at], one)) & stems(label)]
    return [one for _, one in told if max(part.exact for part in row) < one.exact < sum(part.exact for part in row)]


def _by_whom(text: Text, index: int, row: Sequence[Mention]) -> list[Mention]:
    """All incidents of the text, of a row of those behind them whose last are not known."""
    sentence, language = text.sentences[index], text.language
    if text.total is None or len(row) != ENTRIES or row[0].exact > text.total.mention.exact:
        return []
    last = sentence.text[row[-2].end :]
    named = any(field == "perpetrator" for field, _ in concepts.found(sentence.text[: row[1].end], language))
    unknown = phrases.says(language, "not_known", last) and not phrases.says(
        language, "not_known", sentence.text[: row[-2].end]
    )
    near = abs(sum(one.exact for one in row) - text.total.mention.exact) * TENTH <= text.total.mention.exact
    return [text.total.mention] if named and unknown and near and parted(sentence, row, language) else []


def _with_rest(text: Text, index: int, row: Sequence[Mention]) -> list[Mention]:
    """All incidents of the text, of a list behind "By region:" that names its rest; none where its sum is told."""
    sentence, language = text.sentences[index], text.language
    if text.total is None or ": " not in sentence.text[: row[0].start if row else 0]:
        return []
    whole, total = text.total.mention, sum(one.exact for one in row)
    label = sentence.text.partition(":")[0].strip()
    known = any(one.exact == total for near in text.sentences for one in near.of_kind("count"))
    if known or not re.fullmatch(phrases.words(language, "by_place"), label, re.IGNORECASE):
        return []
    complete = _names_rest(sentence, row, language) and parted(sentence, row, language)
    barred = fractions(sentence, language) or any(apart(sentence, one, language) for one in row)
    free = complete and not barred and max(one.exact for one in row) < whole.exact
    return [whole] if free and not of_another(text, whole, row, sentence) else []


def apart(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number is compared, or a part of the one in front: no entry of a plain row."""
    front = sentence.before(one, NOUN)
    return any(phrases.ends_with(language, word, front) for word in ("of_which", "including", "against", "from"))


def _names_rest(sentence: Sentence, row: Sequence[Mention], language: str) -> bool:
    """Whether the last entry of a row is what remains: "other towns – 5"."""
    before = sentence.between(*row[-2:]) if len(row) > 1 else ""
    return len(row) >= MANY and phrases.says(language, "rest_entry", before)


def counted(text: Text, index: int) -> list[Mention]:
    """The one count of the report's time that a sentence tells, or reaches, and that is no part of another itself."""
    front = text.sentences[index]
    skipped = deltas(front, text.language)
    told = front.quantities("")
    reached = [pair.now for pair in pairs.own(text, index) if not pair.now.unit]
    ones = reached or [one for one in told if one not in skipped] or list(told)
    if len(ones) != 1 or ones[0] in restated(front, text.language) or is_part(front, ones[0], text.language):
        return []
    return ones if front.order_of(ones[0]) in (None, text.year, LATEST) else []


def of_another(text: Text, whole: Mention, row: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a whole counts incidents and a part people, or the other way: one incident may have several victims."""
    front = next((one for one in text.sentences if whole in one.mentions and one is not sentence), sentence)
    kinds = [_kind(front, whole, text.language), *(_kind(sentence, one, text.language) for one in row)]
    if all(phrases.says(text.language, sex, sentence.text) for sex in ("female", "male")):
        kinds = [kind for kind in kinds if kind != "incidents" or kind == kinds[0]]  # "in eight cases it is not known"
    return len({kind for kind in kinds if kind}) > 1


def _kind(sentence: Sentence, one: Mention, language: str) -> str:
    """What the noun right behind a number counts: "incidents", "other_noun"; "" where it says neither."""
    behind = sentence.after(one, NOUN)
    return next((kind for kind in ("other_noun", "incidents") if phrases.begins_with(language, kind, behind)), "")


def is_near(text: Text, index: int, split: Split) -> bool:
    """Whether parts miss their whole by so little, or in such a way, that they were meant to make it up."""
    sentence, total, whole = text.sentences[index], split.sum, split.whole.exact
    off = whole - total
    if any(is_swapped(one.exact, one.exact + off) for one in split.parts) and whole / FAR <= total <= whole * FAR:
        return True
    if whole < total < whole * APIECE and _cases(sentence, split, text.language):
        return True
    last = split.parts[-1] if split.parts else None
    complete = _names_rest(sentence, split.parts, text.language) or (
        last is not None and len(split.parts) >= MANY and lists.closed(sentence, split.parts, text.language)
    )
    return whole < total < whole * OVER or (complete and whole * UNDER <= total < whole)


def _cases(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether a list says of each part in how many cases: "in 24 of the 39 cases at once, in nine later"."""
    places = [phrases.ends_with(language, "inside", sentence.before(one, NOUN)) for one in split.parts]
    return all(places) and split.whole in sentence.mentions


def judge(text: Text, index: int, split: Split) -> Outcome | None:
    """The verdict on a whole and its parts; None where another reading makes them right."""
    sentence, total = text.sentences[index], split.sum
    why = split.told
    if total == split.whole.exact:
        return Outcome(Verdict.HOLDS, why=why)
    if 0 < split.whole.exact - total <= excuses.unnumbered(text, index, split) or excuses.divides(text, index, split):
        return None
    if roundings.explains(split.whole, split.parts):
        return Outcome(Verdict.AMBIGUOUS, why=f"{why}: rounding alone can explain it")
    apart_ = total > split.whole.exact and (
        excuses.told_apart(sentence, split) or overlapping.overlap(text, index, split)
    )
    if apart_ or funnels.is_funnel(sentence, split.parts, text.language):
        return None
    return Outcome(Verdict.DIFFERS, _right(sentence, split, text.language), f"{why}, not {plain(split.whole.exact)}")


def _right(sentence: Sentence, split: Split, language: str) -> str:
    """The part that the text means where two of its digits changed places, else the sum."""
    off = split.whole.exact - split.sum
    meant = next((one for one in split.parts if is_swapped(one.exact, one.exact + off)), None)
    return (
        form.count(meant.exact + off, meant, sentence, language) if meant else form.marked(plain(split.sum), language)
    )
