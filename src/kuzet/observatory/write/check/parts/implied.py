"""The whole of a share that its own clause does not name: the text's total, a count in front, what its list shares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import guesses
from kuzet.observatory.write.check.arithmetic import Match
from kuzet.observatory.write.check.reading import concepts, phrases, scopes
from kuzet.observatory.write.check.reading.stems import SHORTEST, alike
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.bases import is_part, marked
from kuzet.observatory.write.check.relations.share import Loose, Share
from kuzet.observatory.write.check.relations.ties import REACH, restated
from kuzet.observatory.write.check.slips import is_misprint

SUCH: Final = 3
"""Sentences in front in which the whole of "of such incidents" is looked for."""

NEAR: Final = 12
"""Sentences in front in which any count may be the whole that makes a percentage hold."""

FAR: Final = 60
"""The same for a count that the text tells more than once."""

CLOSE: Final = 12
"""The same where all incidents are the whole only because no other number is near."""

AROUND: Final = 4
"""Sentences on either side in which other shares may show the whole of one."""

AGREEING: Final = 2
"""Shares that must have one whole before another of their list is taken to have it too."""

PAIR: Final = 2

_NOUN: Final = re.compile(r"[\s-]*([^\W\d_]+)")

OF_THEM: Final = 24


def of_text(text: Text, loose: Loose) -> Share | None:
    """A share "of the total", of a category, or "of such incidents"."""
    sentence = text.sentences[loose.index]
    around = sentence.around(loose.percent, REACH)
    if other := _other_part(text, loose):
        return other
    if phrases.says(text.language, "total", around):
        found = _of_total(text, loose)
        return found if loose.tight or (found and found.fits) else None
    if _other_year(text, loose):
        return _fitting(loose, text.of_year(_other_year(text, loose)))
    if loose.percent.kind == "portion":
        return None
    if loose.tight and _is_category(sentence, loose.part, text):
        return _of_total(text, loose)
    return _of_vague(text, loose) if phrases.says(text.language, "vague", around) else None


def _other_part(text: Text, loose: Loose) -> Share | None:
    """What the sentence before leaves: "24 complaints were heard, 18 granted. Six, or 25%, were dismissed"."""
    before = text.sentences[loose.index - 1] if loose.index else None
    if before is None or before.block != text.sentences[loose.index].block or loose.percent.kind != "percent":
        return None
    ones = before.quantities(loose.part.unit)
    wholes = [whole for whole, part in pairwise(ones) if whole.exact - part.exact == loose.part.exact]
    return loose.of(wholes[0].exact) if len(ones) == PAIR and wholes else None


def _other_year(text: Text, loose: Loose) -> int:
    """The year that the words tie to a part, where it is not that of the text; 0 else."""
    sentence = text.sentences[loose.index]
    year = sentence.year_of(loose.part) or (text.year - 1 if sentence.order_of(loose.part) == EARLIER else 0)
    return year if year != text.year else 0


def _is_category(sentence: Sentence, part: Mention, text: Text) -> bool:
    """Whether a count is of one category in the report's year, whose whole is that of the text where none is named."""
    about = concepts.of_count(sentence, part, text.language)
    front = sentence.text[: part.start]
    barred = any(phrases.says(text.language, word, front) for word in ("of_which", "their", "vague", "by_them"))
    return about is not None and {field for field, _ in about} == {"category"} and not barred


def _of_total(text: Text, loose: Loose) -> Share | None:
    """A share "of the total": of the text's whole, unless a nearer count that may be meant fits too."""
    year = _other_year(text, loose)
    if year:
        wholes = [one for one in text.of_year(year) if one is not loose.part]
        return next((share for share in _tried(loose, wholes) if share.fits), None)
    wholes = [text.total.mention] if text.total else []
    wholes += list(text.counts_before(loose.index, SUCH))
    tried = _tried(loose, wholes)
    fitting = next((share for share in tried if share.fits), None)
    return fitting or _fitting(loose, list(_incidents_before(text, loose))) or next(iter(tried), None)


def _incidents_before(text: Text, loose: Loose) -> Iterator[Mention]:
    """The counts of incidents in front: the text's whole may be another than the largest at its start."""
    for sentence in reversed(text.sentences[max(0, loose.index - NEAR) : loose.index]):
        for one in sentence.of_kind("count"):
            if phrases.begins_with(text.language, "incidents", sentence.after(one, OF_THEM)):
                yield one


def _tried(loose: Loose, wholes: Iterable[Mention]) -> list[Share]:
    return [loose.of(one.exact) for one in wholes if one.value > loose.part.value]


def _of_vague(text: Text, loose: Loose) -> Share | None:
    """A share "of such incidents": the near counts are all possible wholes, and more than one makes it ambiguous."""
    near = dict.fromkeys(c.exact for c in text.counts_before(loose.index, SUCH) if c.value > loose.part.value)
    if text.total and text.total.mention.value > loose.part.value:
        near[text.total.mention.exact] = None
    found = [loose.of(whole) for whole in near]
    fitting = [share for share in found if share.fits]
    if not fitting:
        return None
    best = min(fitting, key=lambda share: share.match() is Match.CUT)
    others = tuple(share.whole for share in found if share not in fitting)
    return loose.of(best.whole, others)


def near(text: Text, loose: Loose) -> Share | None:
    """The nearest count in front, or the text's whole, under which the percentage holds; else one that cuts it off.

    Chance makes many counts fit: a fraction in words, or a clause with one larger count, is not tried on far ones.
    """
    sentence, part = text.sentences[loose.index], loose.part
    if named := _of_noun(text, loose) or _of_all(text, loose):
        return named
    parts = restated(sentence, text.language)
    here = [
        one for one in sentence.quantities(part.unit) if one is not part and (one.end <= part.start or one not in parts)
    ]
    front = [one for one in here if one.end <= part.start and one.value > part.value]
    close = loose.percent.kind == "portion" or len(front) == 1
    total = [text.total.mention] if text.total else []
    before = text.sentences[max(0, loose.index - (SUCH if close else NEAR)) : loose.index]
    told = [one for two in reversed(before) if not close or two.block == sentence.block for one in _of_now(text, two)]
    return _fitting(loose, [*here, *told, *total])


def _of_noun(text: Text, loose: Loose) -> Share | None:
    """As "61 attacks: 37 ..., 15 ... and nine ... Nine, or every seventh attack": of what the front divides."""
    sentence, front = text.sentences[loose.index], text.sentences[loose.index - 1] if loose.index else None
    noun = _NOUN.match(sentence.text, loose.percent.end)
    if front is None or front.block != sentence.block or loose.percent.kind != "portion" or noun is None:
        return None
    ones = front.of_kind("count")
    whole = _NOUN.match(front.text, ones[0].end) if len(ones) > PAIR else None
    divided = whole is not None and ones[0].exact == sum(one.exact for one in ones[1:]) > loose.part.exact
    alone = sentence.of_kind("count") == (loose.part,)
    if not (whole and divided and alone and alike(noun[1], whole[1])):
        return None
    return replace(loose.of(ones[0].exact), guessed=False)


def _of_all(text: Text, loose: Loose) -> Share | None:
    """As "every third attack – 276 cases – ...", of all attacks, whose noun no larger count near it has."""
    sentence, total = text.sentences[loose.index], text.total
    noun = _NOUN.match(sentence.text, loose.percent.end)
    behind = loose.part.start >= loose.percent.end
    if total is None or noun is None or loose.percent.kind != "portion" or not (loose.tight and behind):
        return None
    whole = _NOUN.match(text.sentences[total.index].text, total.mention.end)
    if whole is None or not _is_one_noun(noun[1], whole[1]) or sentence.of_kind("count") != (loose.part,):
        return None
    near_ = [one for one in text.sentences[max(0, loose.index - SUCH) : loose.index] if one.block == sentence.block]
    others = [(one, told) for one in near_ for told in one.of_kind("count") if told.exact != total.mention.exact]
    named = [_NOUN.match(one.text, told.end) for one, told in others]
    apart = all(one is None or not _is_one_noun(noun[1], one[1]) for one in named)
    return replace(loose.of(total.mention.exact), guessed=False) if apart else None


def _is_one_noun(left: str, right: str) -> bool:
    """Whether two words are one noun; of short ones the last letter may change: "атака", "атаки"."""
    return alike(left, right) or (len(left) > SHORTEST and alike(left[:-1], right))


def _of_now(text: Text, sentence: Sentence) -> list[Mention]:
    """The counts of a sentence but those of another year, of which no share of this year's is."""
    return [one for one in sentence.of_kind("count") if sentence.year_of(one) in (None, text.year)]


def far(text: Text, loose: Loose) -> Share | None:
    """A count further in front that the text tells more than once."""
    told = Counter(one.exact for one in text.counts_before(loose.index, FAR))
    wholes = [one for one in text.counts_before(loose.index, FAR) if told[one.exact] > 1]
    return _fitting(loose, wholes) if loose.percent.kind == "percent" else None


def _fitting(loose: Loose, wholes: Sequence[Mention]) -> Share | None:
    candidates = [share for share in _tried(loose, wholes) if share.fits]
    exact = [share for share in candidates if share.percent.kind == "portion" or share.match() is not Match.CUT]
    return next(iter(exact or candidates), None)


def _beside(text: Text, loose: Loose, used: Collection[Mention]) -> Share | None:
    """The only larger count in front in the sentence, or else in the sentence before, when it does not fit either."""
    sentence, part = text.sentences[loose.index], loose.part
    larger = [one for one in sentence.quantities(part.unit) if one.end <= part.start and one.value > part.value]
    refers = _refers(sentence, part, text.language)
    found = [one for one in larger if one not in used] or _of_sentence_before(text, loose, () if refers else used)
    values = {one.value for one in found}
    if not (loose.tight and found) or (len(values) > 1 and not refers) or _of_other_year(sentence, found[0], part):
        return None
    share = replace(loose.of(found[0].exact), guessed=not _says_of_them(sentence, part, text.language))
    return share if refers or guesses.near(share.percent.exact, share.exact) else None


def _of_sentence_before(text: Text, loose: Loose, used: Collection[Mention]) -> list[Mention]:
    """The larger counts of the sentence before; of several only those that its words mark as wholes."""
    before = text.sentences[loose.index - 1] if loose.index else None
    sentence = text.sentences[loose.index]
    goes_on = phrases.begins_with(text.language, "of_which", sentence.text)
    if before is None or (before.block != sentence.block and not goes_on):
        return []
    counts = before.quantities(loose.part.unit)
    larger = [one for one in counts if one.value > loose.part.value and one not in used]
    if not _refers(sentence, loose.part, text.language):  # "Beatings were 29. A year earlier there were 112. In 15 ..."
        larger = [one for one in larger if not _is_past(text, before, one) or _is_past(text, sentence, loose.part)]
    return [one for one in larger if one in marked(before, text.language)] or larger


def _is_past(text: Text, sentence: Sentence, one: Mention) -> bool:
    """Whether the words tie a number to a time before that of the text."""
    time = sentence.order_of(one) or 0
    return time == EARLIER or 0 < time < text.year


def _refers(sentence: Sentence, part: Mention, language: str) -> bool:
    """Whether a part is "of them", "из них", or by its ending (Kazakh) of what was named in front."""
    return _says_of_them(sentence, part, language) or is_part(sentence, part, language)


def _says_of_them(sentence: Sentence, part: Mention, language: str) -> bool:
    around = sentence.text[max(0, part.start - OF_THEM) : part.end + OF_THEM]
    opened = phrases.begins_with(language, "of_which", sentence.text)
    return opened or phrases.says(language, "of_which", around)


def _of_other_year(sentence: Sentence, whole: Mention, part: Mention) -> bool:
    if whole not in sentence.mentions:
        return False
    years = sentence.order_of(whole), sentence.order_of(part)
    return None not in years and years[0] != years[1]


def settled(text: Text, found: Sequence[Share | Loose]) -> Iterator[Share | None]:
    """For each share that no count near it makes right: the whole of its list, else the only one that stands by."""
    sure = [one for one in found if isinstance(one, Share)]
    parts = {(one.index, one.part) for one in found}
    headings = scopes.headings(text)
    for loose in found:
        if isinstance(loose, Loose):
            beside = [part for index, part in parts if loose.index - 1 <= index <= loose.index]
            listed = _of_parts(loose, [one for one in found if one.index == loose.index]) or _of_list(text, loose, sure)
            told = listed or _beside(text, loose, beside) or far(text, loose) or _of_year(text, loose, headings)
            yield told or _slip_of_all(text, loose)


def _slip_of_all(text: Text, loose: Loose) -> Share | None:
    """A percentage with decimals that is a slip of the pen away from the share of all incidents."""
    if text.total is None or not (loose.tight and loose.percent.decimals) or _other_year(text, loose):
        return None
    share = loose.of(text.total.mention.exact)
    slipped = is_misprint(share.percent, share.exact) and share.part.exact < share.whole
    return replace(share, guessed=False) if slipped else None


def _of_year(text: Text, loose: Loose, headings: Sequence[object]) -> Share | None:
    """A part with the noun of all incidents, outside the sections of their kinds, of all: "158 incidents, or 69.6%"."""
    sentence = text.sentences[loose.index]
    front = [one for one in text.sentences[max(0, loose.index - SUCH) : loose.index] if one.block == sentence.block]
    larger = [one for two in (*front, sentence) for one in _of_now(text, two) if one.value > loose.part.value]
    larger = [one for one in larger if text.total and one.exact != text.total.mention.exact]
    counted = phrases.begins_with(text.language, "incidents", sentence.after(loose.part, OF_THEM))
    if text.total is None or headings[loose.index] or larger or not loose.tight or not counted:
        return None
    if loose.percent.kind != "percent" or _other_year(text, loose) or loose.part.value >= text.total.mention.value:
        return None
    share = loose.of(text.total.mention.exact)
    return share if abs(share.exact - share.percent.exact) <= CLOSE else None


def _of_parts(loose: Loose, found: Sequence[Share | Loose]) -> Share | None:
    """Percentages of one sentence that make up 100, or whose parts make up the whole that one of them names."""
    parts = sum((one.part.exact for one in found), Fraction(0))
    if len(found) >= AGREEING and {one.whole for one in found if isinstance(one, Share)} == {parts}:
        return replace(loose.of(parts), guessed=False)
    percents = sum((one.percent.exact for one in found), Fraction(0))
    known = any(isinstance(one, Share) for one in found) or len({one.part.unit for one in found}) > 1
    if known or len(found) < AGREEING or abs(percents - 100) > Fraction(len(found), 2):
        return None
    return loose.of(parts)


def _of_list(text: Text, loose: Loose, found: Iterable[Share]) -> Share | None:
    """The whole that other shares of the same list or paragraph have, when at least two agree on one."""
    block = text.sentences[loose.index].block
    around = [
        share.whole
        for share in found
        if abs(share.index - loose.index) <= AROUND
        and text.sentences[share.index].block == block
        and share.fits
        and share.part in text.sentences[share.index].mentions
        and share.whole > loose.part.exact
    ]
    wholes = Counter(around)
    total = text.total.mention.exact if text.total else Fraction(0)
    if total in wholes:
        wholes[total] += 1
    best = wholes.most_common(1)
    if not best or best[0][1] < AGREEING or (best[0][0] == total and _other_year(text, loose)):
        return None
    share = loose.of(best[0][0])
    return share if guesses.near(share.percent.exact, share.exact) else None
