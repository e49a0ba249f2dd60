"""Percentages of a whole: "218 of 347 (63%)", "218 cases, 63% of the total", "63% of cases (218)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import concepts, ties
from kuzet.observatory.write.check import phrases as say
from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.bases import (
    fractions,
    is_part,
    named_in_front,
    opening,
    whole_in_front,
    whole_of_share,
)
from kuzet.observatory.write.check.senses import is_share
from kuzet.observatory.write.check.words import Mention, Sentence, Text

FAR: Final = 60
"""Sentences in front in which any count may be the whole that makes a percentage hold."""

NEAR: Final = 3
"""Sentences in front in which the whole of "of such incidents" is looked for."""

OFF: Final = 25
"""Points by which a percentage may miss a whole that only stands near: by more, the two do not belong together."""

OF_THEM: Final = 24
"""Characters behind a part in which "of them" stands."""

_APART: Final = re.compile(f";|{say.STOP}")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with its part and its whole; `others` are wholes that the words may as well mean."""

    index: int
    percent: Mention
    part: Mention
    whole: Fraction
    others: tuple[Fraction, ...] = ()

    @property
    def exact(self) -> Fraction:
        """The share in percent, exact."""
        return self.part.exact * 100 / self.whole

    def match(self) -> Match:
        """How the printed percentage agrees."""
        return match(self.percent.exact, self.exact, self.percent.decimals)

    @property
    def fits(self) -> bool:
        """Whether the percentage is right, rounded or cut off; a fraction in words by a few points."""
        if self.percent.kind == "portion":
            return abs(self.exact - self.percent.exact) <= NEAR
        return self.match() is not Match.NO


def shares(text: Text, index: int) -> Iterator[Share | Mention]:
    """The shares of one sentence; a percentage without a count of its own comes alone."""
    sentence = text.sentences[index]
    used: set[Mention] = set()
    in_turn = ties.in_turn(sentence, text.language)
    for percent in sentence.of_kind("percent", "portion"):
        if not is_share(sentence, percent, text.language):
            continue
        if percent in in_turn:
            yield _in_turn(text, index, percent, in_turn[percent]) or percent
            continue
        found = _with_fraction(text, index, percent, used) or _with_part(text, index, percent, used)
        if found:
            used.add(found.part)
            yield found
        elif percent.kind == "percent":
            yield percent


def _in_turn(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """A percentage of a list that goes with the part of its place in another list."""
    named = whole_in_front(text.sentences[index], part, (), text.language)
    return Share(index, percent, part, named.exact) if named else _implied(text, index, percent, part)


def _with_fraction(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | None:
    sentence = text.sentences[index]
    pairs = [
        (part, whole)
        for part, whole in fractions(sentence, text.language)
        if part not in used and _near(sentence, percent, part, whole)
    ]
    if not pairs:
        return None
    part, whole = min(pairs, key=lambda pair: _gap(pair[0], percent))
    return Share(index, percent, part, whole.exact)


def _gap(left: Mention, right: Mention) -> int:
    return max(left.start, right.start) - min(left.end, right.end)


def _near(sentence: Sentence, percent: Mention, part: Mention, whole: Mention) -> bool:
    """Whether a pair stands next to a percentage, with no other number between."""
    nearest = min((part, whole), key=lambda one: _gap(one, percent))
    between = sentence.between(percent, nearest)
    inside = [one for one in sentence.of_kind("percent", "portion", "count") if _inside(one, percent, nearest)]
    return len(between) <= 2 * ties.REACH and not _APART.search(between) and not inside


def _inside(mention: Mention, left: Mention, right: Mention) -> bool:
    first, second = sorted((left, right), key=lambda one: one.start)
    return first.end <= mention.start and mention.end <= second.start


def _with_part(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | None:
    """A percentage beside its part: the whole is the one its words name, or else one that the text tells near it."""
    sentence, language = text.sentences[index], text.language
    named = whole_of_share(sentence, percent, language)
    found = ties.part(sentence, percent, used | ({named} if named else set()), language)
    if found is None:
        return None
    part, tight = found
    if tight and named is None:
        named = whole_in_front(sentence, part, used, language)
        named = named or named_in_front(text, index, part)
    if named is not None and named.value >= part.value and tight:
        return _or_nearer(text, index, percent, part, named)
    if percent.kind == "percent" and (told := _of_text(text, index, percent, part, tight)):
        return told
    return _implied(text, index, percent, part) or (_beside(text, index, percent, part, used) if tight else None)


def _or_nearer(text: Text, index: int, percent: Mention, part: Mention, named: Mention) -> Share:
    """The named whole; but "of which" may as well mean a count nearer in front, where one of the two fits."""
    sentence, plain = text.sentences[index], Share(index, percent, part, named.exact)
    between = sentence.text[named.end : part.start]
    inner = [one for one in _counts_in_front(sentence, part) if one.start >= named.end and one.value > part.value]
    if not inner or not say.says(text.language, "of_which", between + sentence.after(part, OF_THEM)):
        return plain
    near = Share(index, percent, part, inner[-1].exact)
    if near.fits == plain.fits:
        return plain
    fits, other = (near, plain) if near.fits else (plain, near)
    return Share(index, percent, part, fits.whole, (other.whole,))


def _counts_in_front(sentence: Sentence, part: Mention) -> list[Mention]:
    return [one for one in sentence.quantities(part.unit) if one.end <= part.start]


def _of_text(text: Text, index: int, percent: Mention, part: Mention, tight: bool) -> Share | None:
    """A share "of the total", of a category, or "of such incidents"."""
    around = text.sentences[index].around(percent, ties.REACH)
    if tight and (say.says(text.language, "total", around) or _is_category(text.sentences[index], part, text)):
        return _of_total(text, index, percent, part)
    return _of_vague(text, index, percent, part) if say.says(text.language, "vague", around) else None


def _is_category(sentence: Sentence, part: Mention, text: Text) -> bool:
    """Whether a count is of one category in the report's year, whose whole is that of the text where none is named."""
    about = concepts.of_count(sentence, part, text.language)
    front = sentence.text[: part.start]
    barred = any(say.says(text.language, word, front) for word in ("of_which", "their", "vague", "by_them"))
    return about is not None and {field for field, _ in about} == {"category"} and not barred


def _of_total(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """A share "of the total": of the text's whole, unless a nearer count that may be meant fits too."""
    year = text.sentences[index].year_of(part)
    if year and year != text.year:
        wholes = [one for one in text.of_year(year) if one is not part]
        return next((share for share in _tried(index, percent, part, wholes) if share.fits), None)
    wholes = [text.total.mention] if text.total else []
    wholes += list(text.counts_before(index, NEAR))
    tried = _tried(index, percent, part, wholes)
    return next((share for share in tried if share.fits), next(iter(tried), None))


def _tried(index: int, percent: Mention, part: Mention, wholes: Iterable[Mention]) -> list[Share]:
    return [Share(index, percent, part, one.exact) for one in wholes if one.value > part.value]


def _of_vague(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """A share "of such incidents": the near counts are all possible wholes, and more than one makes it ambiguous."""
    near = dict.fromkeys(c.exact for c in text.counts_before(index, NEAR) if c.value > part.value)
    if text.total and text.total.mention.value > part.value:
        near[text.total.mention.exact] = None
    found = [Share(index, percent, part, whole) for whole in near]
    fitting = [share for share in found if share.fits]
    if not fitting:
        return None
    best = min(fitting, key=lambda share: share.match() is Match.CUT)
    others = tuple(share.whole for share in found if share not in fitting)
    return Share(index, percent, part, best.whole, others=others)


def _implied(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """The nearest count in front under which the percentage holds; else one under which it is cut off."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count is not part]
    wholes = [*here, *text.counts_before(index, FAR)]
    candidates = _tried(index, percent, part, wholes)
    if percent.kind == "portion":
        return next((share for share in candidates[: 2 * NEAR] if share.fits), None)
    for wanted in ((Match.BOTH, Match.ROUNDED), (Match.CUT,)):
        for share in candidates:
            if share.match() in wanted:
                return share
    return None


def _beside(text: Text, index: int, percent: Mention, part: Mention, used: set[Mention]) -> Share | None:
    """The only larger count in front in the sentence, or else in the sentence before, when it does not fit either."""
    sentence = text.sentences[index]
    here = [one for one in _counts_in_front(sentence, part) if one.value > part.value and one not in used]
    before = text.sentences[index - 1] if index else None
    if not here and before is not None and before.block == sentence.block:
        here = [one for one in before.quantities(part.unit) if one.value > part.value]
    values = {one.value for one in here}
    refers = _refers(sentence, part, text.language)
    if not here or (len(values) > 1 and not refers) or _of_other_year(sentence, here[0], part):
        return None
    share = Share(index, percent, part, here[0].exact)
    return share if refers or abs(share.exact - percent.exact) <= OFF else None


def _refers(sentence: Sentence, part: Mention, language: str) -> bool:
    """Whether a part is "of them", "из них", or by its ending (Kazakh) of what was named in front."""
    around = sentence.text[max(0, part.start - OF_THEM) : part.end + OF_THEM]
    return say.says(language, "of_which", around) or is_part(sentence, part, language)


def _of_other_year(sentence: Sentence, whole: Mention, part: Mention) -> bool:
    if whole not in sentence.mentions:
        return False
    years = sentence.order_of(whole), sentence.order_of(part)
    return None not in years and years[0] != years[1]
