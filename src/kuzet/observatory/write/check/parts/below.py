"""Lists below a sentence that ends with a colon: "43 attacks were made by these methods:" and one number in each entry.

Where the whole is told elsewhere too, or a percentage behind the list tells a part, the entry is wrong that a slip
explains, and not the whole. A head without a number divides the whole that the sentences in front of it divide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check import excuses, form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.parts import overlapping, partitions
from kuzet.observatory.write.check.reading import phrases, sections
from kuzet.observatory.write.check.reading.hedges import portion_holds
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
from kuzet.observatory.write.check.relations import added_up, lists
from kuzet.observatory.write.check.relations.bases import opening
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.slips import is_mistyped, is_swapped

ENTRIES: Final = 30
"""Entries of the longest list."""

LONGEST: Final = 120
"""Characters of the longest entry."""

FEWEST: Final = 3
"""Entries from which on a list is taken to divide a whole that its head does not tell."""

BACK: Final = 3
"""Sentences in front in which that whole is told; behind a list those whose percentages tell its parts."""

FAR: Final = Fraction(13, 10)
"""A list that misses it by more than this factor divides something else."""

_BULLET: Final = re.compile(r"\s*[-*•–—▪·]\s")


class Entry(NamedTuple):
    """The number of one line of a list."""

    sentence: Sentence
    one: Mention


def entries(text: Text, index: int) -> list[Entry]:
    """The entries right below a sentence that ends with a colon; none where it does not, or has a single one.

    A line may hold several, parted by semicolons: "– abduction – 6; attempted murder – 1; death – 1".
    """
    found: list[Entry] = []
    if not text.sentences[index].text.rstrip().endswith(":"):
        return found
    for entry in text.sentences[index + 1 : index + ENTRIES]:
        if not _BULLET.match(entry.text):
            break
        ones = _ones(entry)
        if not ones or len(entry.text) > LONGEST:
            break
        found += [Entry(entry, one) for one in ones]
    return found if len(found) > 1 else []


def lines(listed: Sequence[Entry]) -> int:
    """How many lines hold the entries."""
    return len({id(entry.sentence) for entry in listed})


def _ones(line: Sentence) -> Sequence[Mention]:
    """The number of a line of a list, or the one of each piece between semicolons; none where it has other numbers."""
    counts = line.of_kind("count")
    if len(counts) <= 1:
        return counts
    ends = [found.start() for found in re.finditer(";", line.text)]
    pieces = [sum(end < one.start for end in ends) for one in counts]
    alone = len(set(pieces)) == len(pieces) and not any(lists.bracketed(line, one) for one in counts)
    return counts if alone else ()


def below(text: Text, index: int) -> Iterator[Split]:
    """The number of a sentence divided by the list below it."""
    counts, listed = text.sentences[index].of_kind("count"), entries(text, index)
    if counts and listed:
        yield Split(max(counts, key=lambda count: count.value), tuple(entry.one for entry in listed))


def odd(text: Text, index: int) -> Iterator[Finding]:
    """The one entry of a list that a slip of the pen makes miss a whole that is right; else the whole in front."""
    listed, counts = entries(text, index), text.sentences[index].of_kind("count")
    told = () if counts else tuple(_in_front(text, index, listed))
    wholes = [max(one.exact for one in counts)] if counts else list({entry.one.exact for entry in told})
    total = sum((entry.one.exact for entry in listed), Fraction(0))
    if len(wholes) != 1 or total == wholes[0] or not wholes[0] / FAR <= total <= wholes[0] * FAR:
        return
    whole = max(counts, key=lambda one: one.value) if counts else None
    if whole and overlapping.overlap(text, index, Split(whole, tuple(entry.one for entry in listed))):
        return
    if not counts and total < wholes[0]:
        return  # what its head does not count may be a list of examples
    off = wholes[0] - total
    slipped = [entry for entry in listed if is_mistyped(entry.one.exact, entry.one.exact + off)]
    percents = list(_behind(text, index + lines(listed)))
    proven = [one for one in slipped if _fits(percents, (one.one.exact + off) * 100 / wholes[0], text)]
    free = [one for one in slipped if not _fits(percents, one.one.exact * 100 / wholes[0], text)]
    free = free if not counts or _is_told(text, wholes[0], total) else []
    swapped = [one for one in free if is_swapped(one.one.exact, one.one.exact + off)]
    ordered = [one for one in free if _falls(listed, one, one.one.exact + off)]
    likely = proven or swapped or ordered or free
    doubtful = len(likely) != 1 and is_mistyped(wholes[0], total)
    blamed = [(one, one.one.exact + off) for one in likely[:1] if counts or len(likely) == 1]
    blamed = blamed or [(one, total) for one in told[:1] if doubtful and total > wholes[0]]
    for (sentence, one), meant in blamed:
        sure = bool(counts) or len(likely) == 1 or not _is_again(text, wholes[0])
        right = form.count(meant, one, sentence, text.language) if sure else ""
        why = f"{' + '.join(plain(entry.one.exact) for entry in listed)} = {plain(total)}, not {plain(wholes[0])}"
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS if sure else Verdict.AMBIGUOUS, right, why), one)


def _falls(listed: Sequence[Entry], odd: Entry, right: Fraction) -> bool:
    """Whether the numbers of a list go down throughout if one of them is mended."""
    numbers = [right if entry is odd else entry.one.exact for entry in listed]
    return numbers == sorted(numbers, reverse=True)


def _in_front(text: Text, index: int, listed: Sequence[Entry]) -> Iterator[Entry]:
    """The wholes that the sentences of the section in front divide or tell, of a list of enough entries."""
    sentence, heading = text.sentences[index], sections.heading(text, index)
    if len(listed) < FEWEST or sentence.mentions or excuses.overlap(sentence, text.language):
        return
    if any(phrases.says(text.language, word, sentence.text) for word in lists.FOREMOST):
        return  # "those most often attacked were:"
    behind = index + lines(listed) + 1
    if behind < len(text.sentences) and added_up.added_up(text, behind):
        return  # "between them, these five account for 48"
    near = [at for at in range(max(0, index - BACK), index) if sections.heading(text, at) is heading]
    told = [(text.sentences[at], opening(text.sentences[at], text.language)) for at in near]
    wholes = [Entry(front, one) for front, one in told if one and not one.unit]
    yield from wholes or (Entry(text.sentences[at], one) for at in near for one in partitions.counted(text, at))


def _is_again(text: Text, whole: Fraction) -> bool:
    """Whether a whole is told more than once, so that an entry of its list is rather wrong."""
    return sum(one.exact == whole for sentence in text.sentences for one in sentence.of_kind("count")) > 1


def _is_told(text: Text, whole: Fraction, total: Fraction) -> bool:
    """Whether a text tells a whole again, and nowhere what its list adds up to."""
    told = Counter(one.exact for sentence in text.sentences for one in sentence.of_kind("count"))
    return told[whole] > 1 and not told[total]


def _behind(text: Text, last: int) -> Iterator[tuple[Sentence, Mention]]:
    """The percentages of the sentences right behind a list."""
    for sentence in text.sentences[last + 1 : last + 1 + BACK]:
        yield from ((sentence, one) for one in sentence.of_kind("percent", "portion"))


def _fits(percents: Sequence[tuple[Sentence, Mention]], exact: Fraction, text: Text) -> bool:
    return any(
        portion_holds(one, exact, sentence, text.language)
        if one.kind == "portion"
        else match(one.exact, exact, one.decimals) is not Match.NO
        for sentence, one in percents
    )
