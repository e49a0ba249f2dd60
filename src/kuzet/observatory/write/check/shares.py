"""Percentages of a whole: "218 cases, 62% of the total", "34 out of 61 (56%)", "of 30 cases 14 (47%)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import concepts, phrases
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.bases import base_in_front, fractions, named_in_front
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict, finding

REACH: Final = 60
"""Characters within which a count belongs to a percentage when only words of one clause stand between them."""

LOOSE: Final = 3
"""Percentage points that "almost", "over" or "about" may leave: 87 is almost 90, 85 is not."""

FAR: Final = 60
"""Sentences in front in which any count may be the whole that makes a percentage hold."""

NEAR: Final = 3
"""Sentences in front in which the whole of "of such incidents" is looked for."""

UNCHECKED: Final = Outcome(Verdict.UNCHECKABLE, why="the text gives no count and whole for this percentage")

_CLAUSE: Final = re.compile(r"[;:]|[.!?]\s")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with its part and its whole.

    `stated` when the text itself names the whole, not the reader; `others` are wholes that the words may as well mean.
    """

    index: int
    percent: Mention
    part: Mention
    whole: Fraction
    stated: bool
    others: tuple[Fraction, ...] = ()

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
    if phrases.begins_with(language, "out_of_behind", after) or phrases.begins_with(language, "out_of", after):
        return not phrases.ends_with(language, "change_marks", before) or not _moves(sentence, percent, language)
    by = re.search(rf"(?:{phrases.words(language, 'change_marks')})[\s\w]{{0,12}}$", before, re.IGNORECASE)
    return not (by or _moves(sentence, percent, language))


def _moves(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a word of rising or falling stands right behind a percentage."""
    moves = f"{phrases.words(language, 'increase')}|{phrases.words(language, 'decrease')}"
    return re.match(rf"-?\w{{0,4}}\s*(?:{moves})", sentence.after(percent, 24), re.IGNORECASE) is not None


def shares(text: Text, index: int) -> Iterator[Share | Mention]:
    """The shares of one sentence; a percentage without a count of its own comes alone."""
    sentence = text.sentences[index]
    used: set[Mention] = set()
    for percent in sentence.of_kind("percent", "portion"):
        if percent.kind == "percent" and not is_share(sentence, percent, text.language):
            continue
        found = _with_fraction(text, index, percent, used) or _with_part(text, index, percent, used)
        if isinstance(found, Share):
            used.add(found.part)
            yield found
        elif percent.kind == "percent":
            yield percent


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
    return Share(index, percent, part, whole.exact, stated=True)


def _gap(left: Mention, right: Mention) -> int:
    return max(left.start, right.start) - min(left.end, right.end)


def _near(sentence: Sentence, percent: Mention, part: Mention, whole: Mention) -> bool:
    nearest = min((part, whole), key=lambda one: _gap(one, percent))
    between = sentence.between(percent, nearest)
    inside = [one for one in sentence.of_kind("percent", "count") if _inside(one, percent, nearest)]
    return len(between) <= 2 * REACH and not _CLAUSE.search(between) and not inside


def _inside(mention: Mention, left: Mention, right: Mention) -> bool:
    first, second = sorted((left, right), key=lambda one: one.start)
    return first.end <= mention.start and mention.end <= second.start


def _with_part(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | None:
    sentence = text.sentences[index]
    found = _part(sentence, percent, used, text.language)
    if found is None or not found[0].value:
        return None
    part, tight = found
    named = base_in_front(sentence, percent, part, text.language) if tight else None
    if named is None and tight:
        named = named_in_front(text, index, part)
    if named is not None:
        return Share(index, percent, part, named.exact, stated=True)
    if percent.kind == "portion":
        return None
    around = sentence.around(percent, REACH)
    if tight and phrases.says(text.language, "total", around):
        return _of_total(text, index, percent, part)
    if tight and _is_category(sentence, part, text):
        return _of_total(text, index, percent, part)
    if phrases.says(text.language, "vague", around):
        return _of_vague(text, index, percent, part) or _with_implied_base(text, index, percent, part)
    return _with_implied_base(text, index, percent, part)


def _part(sentence: Sentence, percent: Mention, used: set[Mention], language: str) -> tuple[Mention, bool] | None:
    """The count that the percentage restates, and whether the words tie them closely: "(", "or", "which is"."""
    behind = [c for c in sentence.of_kind("count") if c.start >= percent.end and c not in used]
    front = [c for c in sentence.of_kind("count") if c.end <= percent.start and c not in used]
    for count in behind[:1]:
        between = sentence.between(percent, count)
        if re.fullmatch(r"[^().;:%]{0,60}\(\s*[^\d()%]{0,20}", between):
            return count, True
        if re.fullmatch(r"[\w\s]{0,30}\s?[,–—-]\s?[\w\s]{0,12}", between) and _restates(between, language):
            return count, True
    for count in front[-1:]:
        between = sentence.between(count, percent)
        if len(between) <= 2 * REACH and not re.search(r"[;%]|[.!?]\s|\)\s*,", between):
            return count, _ties(between, language)
    return None


def _restates(between: str, language: str) -> bool:
    """Whether a percentage and a count behind it say the same: "62% - 218 cases", "62%, or 218 cases"."""
    tail = re.split(r"[,–—]|\s-\s", between)[-1].strip()
    return not tail or re.fullmatch(phrases.words(language, "equates"), tail, re.IGNORECASE) is not None


def _ties(between: str, language: str) -> bool:
    """Whether a count and a percentage behind it say the same: "143 (63%)", "143 cases, or 63%", "218, 62% of"."""
    opened = re.fullmatch(r"-?\w*(?:[\s/«»“”\"'-]+[\w/-]+){0,8}\s*\(\s*[^\d()]{0,20}", between)
    joined = re.fullmatch(r"-?\w*(?:[\s/-]+[\w/-]+){0,8}\s*(?:,|–|—|\s-)\s*(.{0,40})", between)
    if opened:
        return True
    if joined is None:
        return False
    tail = joined[1].strip(" ,–—-")
    words = (
        f"{phrases.words(language, 'equates')}|{phrases.words(language, 'total')}|{phrases.words(language, 'almost')}"
    )
    words += "".join(f"|{phrases.words(language, word)}" for word in ("more_than", "less_than", "about"))
    return not tail or re.fullmatch(rf"(?:(?:{words})\s*)+", tail, re.IGNORECASE) is not None


def _is_category(sentence: Sentence, part: Mention, text: Text) -> bool:
    """Whether a count is of one category in the report's year, whose whole is that of the text where none is named."""
    about = concepts.of_count(sentence, part, text.language)
    front = sentence.text[: part.start]
    barred = any(phrases.says(text.language, word, front) for word in ("of_which", "their", "vague", "by_them"))
    return about is not None and {field for field, _ in about} == {"category"} and not barred


def _of_total(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """A share "of the total": of the text's whole, unless a nearer count that may be meant fits too."""
    year = text.sentences[index].year_of(part)
    if year and year != text.year:
        wholes = [one for one in text.of_year(year) if one is not part]
        return next((share for share in _tried(index, percent, part, wholes) if share.match() is not Match.NO), None)
    wholes = [text.total.mention] if text.total else []
    wholes += list(text.counts_before(index, NEAR))
    tried = _tried(index, percent, part, wholes)
    return next((share for share in tried if share.match() is not Match.NO), next(iter(tried), None))


def _tried(index: int, percent: Mention, part: Mention, wholes: Iterable[Mention]) -> list[Share]:
    return [Share(index, percent, part, one.exact, stated=True) for one in wholes if one.value > part.value]


def _of_vague(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """A share "of such incidents": the near counts are all possible wholes, and more than one makes it ambiguous."""
    near = dict.fromkeys(c.exact for c in text.counts_before(index, NEAR) if c.value > part.value)
    if text.total and text.total.mention.value > part.value:
        near[text.total.mention.exact] = None
    found = [Share(index, percent, part, whole, stated=False) for whole in near]
    fitting = [share for share in found if share.match() is not Match.NO]
    if not fitting:
        return None
    best = min(fitting, key=lambda share: share.match() is Match.CUT)
    others = tuple(share.whole for share in found if share not in fitting)
    return Share(index, percent, part, best.whole, stated=False, others=others)


def _with_implied_base(text: Text, index: int, percent: Mention, part: Mention) -> Share | None:
    """The nearest count in front under which the percentage holds; else one under which it is cut off."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count is not part]
    wholes = [*here, *text.counts_before(index, FAR)]
    candidates = [Share(index, percent, part, one.exact, stated=False) for one in wholes if one.value > part.value > 0]
    for wanted in ((Match.BOTH, Match.ROUNDED), (Match.CUT,)):
        for share in candidates:
            if share.match() in wanted:
                return share
    return None


def judge(share: Share, text: Text, *, cut_is_rule: bool) -> Finding:
    """The verdict on one share; `cut_is_rule` when the whole text cuts off consistently."""
    sentence = text.sentences[share.index]
    return finding(
        sentence, Kind.SHARE, _outcome(share, sentence, text.language, cut_is_rule), share.percent, share.part
    )


def _outcome(share: Share, sentence: Sentence, language: str, cut_is_rule: bool) -> Outcome:
    agrees = share.match()
    why = f"{plain(share.part.exact)} of {plain(share.whole)} is {plain(share.exact)}%"
    if share.percent.kind == "portion":
        held = _portion_holds(share, sentence, language)
        return Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, _rounded(share, 0), why)
    if agrees is Match.CUT and not cut_is_rule:
        return Outcome(Verdict.DIFFERS, _rounded(share), why + ", cut off instead of rounded")
    if agrees is Match.NO and not loosely(sentence, share.percent, share.exact, language):
        return Outcome(Verdict.DIFFERS, _rounded(share), why)
    if share.others:
        readings = ", ".join(f"{plain(share.part.exact * 100 / other)}% of {plain(other)}" for other in share.others)
        return Outcome(Verdict.AMBIGUOUS, why=f"{why}, but {readings}: the text does not say which whole is meant")
    return Outcome(Verdict.HOLDS, why=why)


def _rounded(share: Share, decimals: int | None = None) -> str:
    return f"{plain(share.exact, share.percent.decimals if decimals is None else decimals)}%"


def loosely(sentence: Sentence, percent: Mention, exact: Fraction, language: str) -> bool:
    """Whether a word such as "almost" or "about" allows what is off by at most `LOOSE` points to the side it names."""
    off = exact - percent.exact
    sides = {"almost": -LOOSE <= off < 0, "less_than": -LOOSE <= off < 0, "more_than": 0 < off <= LOOSE}
    sides["about"] = abs(off) <= LOOSE
    return any(holds and hedged(sentence, percent, word, language) for word, holds in sides.items())


def hedged(sentence: Sentence, mention: Mention, word: str, language: str) -> bool:
    """Whether a word such as "almost" stands at a number, on the side where the language puts it."""
    stem = re.split(r"[\s\d%]", sentence.text[mention.start : mention.end])[-1]
    after = sentence.after(mention, 24)
    front = phrases.ends_with(language, word, sentence.before(mention, 24))
    return front or any(phrases.begins_with(language, f"{word}_behind", text) for text in (stem + after, after))


def _portion_holds(share: Share, sentence: Sentence, language: str) -> bool:
    """Whether "half" or "a third" may be said of the exact share: five points off, to the named side."""
    off = share.exact - share.percent.exact
    if hedged(sentence, share.percent, "more_than", language):
        return 0 < off <= 4 * LOOSE
    if hedged(sentence, share.percent, "almost", language) or hedged(sentence, share.percent, "less_than", language):
        return -2 * LOOSE <= off < 0
    return abs(off) <= LOOSE


def cut_is_rule(found: Iterable[Share]) -> bool:
    """Whether a text cuts its shares off throughout: at least three that tell, and none rounded."""
    told = [share.match() for share in found if share.percent.kind == "percent"]
    return told.count(Match.CUT) >= 3 and Match.ROUNDED not in told


def mixed(found: Sequence[Share], text: Text) -> Iterator[Finding]:
    """One finding for a text that cuts some shares off and rounds others."""
    percents = [share for share in found if share.percent.kind == "percent"]
    cut = [share for share in percents if share.match() is Match.CUT]
    rounded = [share for share in percents if share.match() is Match.ROUNDED]
    if cut and rounded:
        why = f"{_printed(cut[0])} is cut off, but {_printed(rounded[0])} is rounded"
        outcome = Outcome(Verdict.DIFFERS, "one rule for all shares", why)
        yield finding(text.sentences[cut[0].index], Kind.ROUNDING, outcome, cut[0].percent, cut[0].part)


def _printed(share: Share) -> str:
    return f"{plain(share.percent.exact)}% for {plain(share.exact)}"
