"""Percentages of a whole: "218 cases, 62% of the total", "34 out of 61 (56%)", "of 30 cases 14 (47%)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Sentence, Text, Verdict

REACH: Final = 60
"""Characters within which a count belongs to a percentage when only words of one clause stand between them."""

LOOSE: Final = 3
"""Percentage points that "almost", "over" or "about" may leave: 87 is almost 90, 85 is not."""

_CLAUSE: Final = re.compile(r"[;:]|[.!?]\s")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with its part and its whole; `stated` when the text itself names the whole, not the reader."""

    percent: Mention
    part: Mention
    whole: Fraction
    stated: bool

    @property
    def exact(self) -> Fraction:
        """The share in percent, exact."""
        return self.part.exact * 100 / self.whole

    def match(self) -> Match:
        """How the printed percentage agrees."""
        return match(self.percent.exact, self.exact, self.percent.decimals)


def is_share(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a percentage is a share, and not a change ("a drop of 6%", "8% more than", "+8%")."""
    before, after = sentence.before(percent, 24), sentence.after(percent, 24)
    if re.search(r"[+−]\s*$", before) or re.search(r"(?:^|[\s(])-$", before):
        return False
    by = re.search(rf"(?:{phrases.pattern(language, 'change_marks').pattern})[\s\w]{{0,12}}$", before, re.IGNORECASE)
    more = re.match(
        rf"\s*(?:{phrases.pattern(language, 'increase').pattern}|{phrases.pattern(language, 'decrease').pattern})",
        after,
        re.IGNORECASE,
    )
    return not (by or more)


def shares(text: Text, index: int) -> Iterator[Share | Mention]:
    """The shares of one sentence; a percentage without a count of its own comes alone."""
    sentence = text.sentences[index]
    used: set[Mention] = set()
    for percent in sentence.of_kind("percent"):
        if not is_share(sentence, percent, text.language):
            continue
        found = _with_fraction(sentence, percent, used, text.language) or _with_part(text, index, percent, used)
        if isinstance(found, Share):
            used.add(found.part)
        yield found or percent


def fractions(sentence: Sentence, language: str) -> Iterator[tuple[Mention, Mention]]:
    """Pairs (part, whole) that the words themselves tie: "203 out of 347", "34 of 61"."""
    counts = sentence.of_kind("count")
    for part, whole in pairwise(counts):
        between = sentence.between(part, whole)
        tied = re.fullmatch(r"[\w\s/]{0,40}", between) and phrases.ends_with(language, "out_of", between)
        if tied and 0 < part.value <= whole.value:
            yield part, whole


def _with_fraction(sentence: Sentence, percent: Mention, used: set[Mention], language: str) -> Share | None:
    pairs = [(p, w) for p, w in fractions(sentence, language) if p not in used and _near(sentence, percent, p, w)]
    if not pairs:
        return None
    part, whole = min(pairs, key=lambda pair: abs(pair[0].start - percent.start))
    return Share(percent, part, whole.exact, stated=True)


def _near(sentence: Sentence, percent: Mention, part: Mention, whole: Mention) -> bool:
    nearest = part if percent.start < part.start else whole
    between = sentence.between(percent, nearest)
    others = [one for one in sentence.of_kind("percent") if one is not percent and _inside(one, percent, nearest)]
    return len(between) <= 2 * REACH and not _CLAUSE.search(between) and not others


def _inside(mention: Mention, left: Mention, right: Mention) -> bool:
    first, second = sorted((left.start, right.start))
    return first < mention.start < second


def _with_part(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | None:
    sentence = text.sentences[index]
    part = _part(sentence, percent, used)
    if part is None or not part.value:
        return None
    base = _base_in_front(sentence, percent, part, text.language)
    if base is not None:
        return Share(percent, part, base.exact, stated=True)
    if phrases.says(text.language, "total", sentence.after(percent, REACH)) and text.total and text.total != part:
        return Share(percent, part, text.total.exact, stated=True)
    return _with_implied_base(text, index, percent, part)


def _part(sentence: Sentence, percent: Mention, used: set[Mention]) -> Mention | None:
    """The count that the percentage restates: in brackets beside it, or joined by a comma, "or" or "which is"."""
    behind = [c for c in sentence.of_kind("count") if c.start > percent.end and c not in used]
    front = [c for c in sentence.of_kind("count") if c.end <= percent.start and c not in used]
    for count in behind[:1]:
        if re.fullmatch(r"[^().;:%]{0,60}\(\s*[^\d()%]{0,20}", sentence.between(percent, count)):
            return count
    for count in front[-1:]:
        between = sentence.between(count, percent)
        if len(between) <= 2 * REACH and not re.search(r"[;%]|[.!?]\s|\)\s*,", between):
            return count
    return None


def _base_in_front(sentence: Sentence, percent: Mention, part: Mention, language: str) -> Mention | None:
    """The whole that opens the sentence: "Of the 30 recorded cases ... 47% (14 cases)"."""
    first = min(percent.start, part.start)
    for count in sentence.of_kind("count"):
        if count.end <= first and count.value > part.value:
            before = sentence.text[: count.start]
            if len(before) <= REACH and phrases.ends_with(language, "out_of", before):
                return count
    return None


def _with_implied_base(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """The nearest count in front under which the percentage holds; else one under which it is cut off."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count is not part]
    wholes = [*here, *text.counts_before(index, index), *text.counts()]
    candidates = [Share(percent, part, one.exact, stated=False) for one in wholes if one.value >= part.value > 0]
    for wanted in ((Match.BOTH, Match.ROUNDED), (Match.CUT,)):
        for share in candidates:
            if share.match() in wanted and share.whole > share.part.exact:
                return share
    return None


def judge(share: Share, sentence: Sentence, language: str, *, cut_is_rule: bool) -> Finding:
    """The verdict on one share; `cut_is_rule` when the whole text cuts off consistently."""
    agrees = share.match()
    exact, whole = plain(share.exact), plain(share.whole)
    why = f"{plain(share.part.exact)} of {whole} is {exact}%"
    verdict, should = Verdict.HOLDS, ""
    if agrees is Match.CUT and not cut_is_rule:
        verdict, should = Verdict.DIFFERS, _rounded(share)
        why += ", cut off instead of rounded"
    elif agrees is Match.NO and not _loosely(sentence, share, language):
        verdict, should = Verdict.DIFFERS, _rounded(share)
    return Finding(
        line=sentence.line_of(share.percent),
        text=sentence.excerpt(share.percent, share.part),
        kind=Kind.SHARE,
        verdict=verdict,
        should_be=should,
        why=why,
    )


def _rounded(share: Share) -> str:
    return f"{plain(share.exact, share.percent.decimals)}%"


def _loosely(sentence: Sentence, share: Share, language: str) -> bool:
    """Whether a word such as "almost" or "about" allows what is off by at most `LOOSE` points to the side it names."""
    before = sentence.before(share.percent, 24)
    off = share.exact - share.percent.exact
    sides = {"almost": -LOOSE <= off < 0, "less_than": -LOOSE <= off < 0, "more_than": 0 < off <= LOOSE}
    sides["about"] = abs(off) <= LOOSE
    return any(holds and phrases.ends_with(language, word, before) for word, holds in sides.items())


def unchecked(percent: Mention, sentence: Sentence) -> Finding:
    """A percentage for which the text gives no count, or no whole."""
    return Finding(
        line=sentence.line_of(percent),
        text=sentence.excerpt(percent),
        kind=Kind.SHARE,
        verdict=Verdict.UNCHECKABLE,
        why="the text gives no count and whole for this percentage",
    )


def cut_is_rule(found: Iterable[Share]) -> bool:
    """Whether a text cuts its shares off throughout: at least three that tell, and none rounded."""
    told = [share.match() for share in found]
    return told.count(Match.CUT) >= 3 and Match.ROUNDED not in told


def mixed(found: Sequence[tuple[Sentence, Share]]) -> Iterator[Finding]:
    """One finding for a text that cuts some shares off and rounds others."""
    cut = [(sentence, share) for sentence, share in found if share.match() is Match.CUT]
    rounded = [share for _, share in found if share.match() is Match.ROUNDED]
    if cut and rounded:
        sentence, share = cut[0]
        yield Finding(
            line=sentence.line_of(share.percent),
            text=sentence.excerpt(share.percent, share.part),
            kind=Kind.ROUNDING,
            verdict=Verdict.DIFFERS,
            should_be="one rule for all shares",
            why=f"{_printed(share)} is cut off, but {_printed(rounded[0])} is rounded",
        )


def _printed(share: Share) -> str:
    return f"{plain(share.percent.exact)}% for {plain(share.exact)}"
