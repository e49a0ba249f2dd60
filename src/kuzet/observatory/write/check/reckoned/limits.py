"""Parts of a number told in front that are more than it: "38 sent replies. Of the replies 21 ... and 19 ...".

The words that open a sentence refer to a number of the sentences in front: "of these", or its own noun again ("52 civil
suits ... Of the civil suits 36 were brought by officials, 14 by traders, eight by others").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import excuses, form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import funnels, overlapping, partitions
from kuzet.observatory.write.check.parts.nested import inner
from kuzet.observatory.write.check.reading import phrases
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
from kuzet.observatory.write.check.reckoned.entries import entries, in_front, is_flat, is_hedged
from kuzet.observatory.write.check.relations import averages
from kuzet.observatory.write.check.relations.bases import is_part
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.slips import is_slip

OPENING: Final = 60
"""Characters within which the words stand that refer to a number in front."""

NOUN: Final = 30
"""Characters around a number in which its noun stands."""

PAIR: Final = 2

OVER: Final = Fraction(13, 10)
"""Parts that exceed a number by more than this factor overlap, or are of another."""

FAR: Final = 2
"""A part that exceeds a number by more than this factor is of another."""

_COMMA: Final = re.compile(r"[,;:.]")


def limits(text: Text, index: int) -> Iterator[Finding]:
    """The parts of a sentence that are more than the number in front that its words refer to."""
    sentence, language = text.sentences[index], text.language
    parts = [one for one in entries(sentence, "", language) if not _is_sum(sentence, one, language)]
    if not parts or parts[0] not in sentence.of_kind("count")[:1] or parts[0].start > OPENING:
        return
    whole = _whole(text, index, parts)
    if whole is None or max(one.exact for one in parts) > whole.exact * FAR:
        return
    largest = next((one for one in parts if one.exact > whole.exact and _is_bare(sentence, one, language)), None)
    if largest:
        why = f"{plain(largest.exact)} of {plain(whole.exact)}"
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, f"≤ {plain(whole.exact)}", why), largest)
        return
    outcome = _judge(text, index, whole, parts)
    if outcome:
        yield finding(sentence, Kind.SPLIT, outcome, *(one for one in parts if one in sentence.mentions))


def _whole(text: Text, index: int, parts: Sequence[Mention]) -> Mention | None:
    """The number in front that the words in front of the first part refer to."""
    sentence, language = text.sentences[index], text.language
    first = parts[0]
    opening, listed = sentence.text[: first.start], len(parts) > PAIR
    fronts = in_front(text, index, block=True)
    named = [(near, one) for near in fronts for one in _of_noun(near, opening, text, listed=listed)]
    if named and _refers(sentence, first, language):
        near, whole = named[0]
        return whole if len({one.exact for front, one in named if front is near}) == 1 else None
    if index and phrases.begins_with(language, "of_which", opening) and not named:
        near = text.sentences[index - 1]
        ones = partitions.counted(text, index - 1) if near.block == sentence.block else []
        return ones[0] if ones and _is_firm(near, ones[0], text) else None
    return None


def _of_noun(near: Sentence, opening: str, text: Text, *, listed: bool) -> list[Mention]:
    """The numbers of a sentence whose noun stands in the opening words of another.

    In front of a list one word may be new: "52 were civil. Of the civil suits 36 ..., 14 ... and eight ...".
    """
    words = stems(opening)
    others = words - stems(near.text)
    listed = listed and others <= stems(opening.rstrip(", ").rpartition(" ")[2])  # "civil suits", no "verbal attacks"
    if others and (len(others) == len(words) or len(others) > listed or len(near.quantities("")) < PAIR):
        return []  # "of the attacks on people" narrows what "73 attacks" counts
    words -= stems(near.text[: near.mentions[0].start] if near.mentions else "")
    ones = [one for one in near.quantities("") if one.value > 1 and _is_firm(near, one, text)]
    return [one for one in ones if words & stems(_COMMA.split(_behind(near, one, alone=bool(others)))[0])]


def _behind(near: Sentence, one: Mention, *, alone: bool) -> str:
    """What stands behind a number; up to the next one where its words `alone` are asked for."""
    after = near.after(one, NOUN)
    ahead = min((other.start for other in near.mentions if other.start >= one.end), default=len(near.text))
    return after[: ahead - one.end] if alone else after


def _is_firm(near: Sentence, one: Mention, text: Text) -> bool:
    """Whether a number counts something of the report's time: no average, none of "more than", of another year."""
    language, year = text.language, text.year
    loose = is_hedged(near, one, language) or averages.averaged(near, one, language) or one.decimals
    return not loose and near.order_of(one) in (None, year, LATEST)


def _is_sum(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number adds up others: "two bloggers and a presenter, three in all"."""
    return phrases.ends_with(language, "in_all", sentence.before(one, NOUN))


def _refers(sentence: Sentence, first: Mention, language: str) -> bool:
    """Whether an opening names what is divided: "Of the replies", "Из гражданских исков", "Азаматтық талаптардың"."""
    opening = sentence.text[: first.start].rstrip(", ")
    if _COMMA.search(opening) or len(opening.split()) > PAIR + PAIR:
        return False
    if phrases.begins_with(language, "out_of", opening):
        return True
    return is_part(sentence, first, language) and phrases.ends_with(language, "out_of_behind", opening)


def _is_bare(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number has no noun of its own behind it, and is not loosened or compared."""
    behind = sentence.after(one, NOUN)
    own = any(phrases.begins_with(language, word, behind) for word in ("other_noun", "incidents"))
    return not (own or is_hedged(sentence, one, language) or partitions.apart(sentence, one, language))


def _judge(text: Text, index: int, whole: Mention, parts: Sequence[Mention]) -> Outcome | None:
    sentence, language = text.sentences[index], text.language
    total = sum((one.exact for one in parts), Fraction(0))
    why = f"{' + '.join(plain(one.exact) for one in parts)} = {plain(total)}"
    if len(parts) < PAIR or not _is_list(sentence, parts, language):
        return None
    if total == whole.exact:
        return Outcome(Verdict.HOLDS, why=why)
    if funnels.is_funnel(sentence, parts, language) or excuses.overlap(sentence, language):
        return None
    if any(phrases.says(language, "both_at_once", one.text) for one in text.sentences[index : index + 2]):
        return None
    if not whole.exact < total <= whole.exact * OVER or overlapping.overlap(text, index, Split(whole, tuple(parts))):
        return None
    meant = [one for one in reversed(parts) if is_slip(one.exact, one.exact - total + whole.exact)]
    right = meant[0].exact - total + whole.exact if meant else total
    shown = form.count(right, meant[0] if meant else whole, sentence, language)
    return Outcome(Verdict.DIFFERS, shown, f"{why}, not {plain(whole.exact)}")


def _is_list(sentence: Sentence, parts: Sequence[Mention], language: str) -> bool:
    if inner(sentence, parts):
        return False
    if len(parts) == PAIR and not phrases.says(language, "and", sentence.between(*parts)):
        return False  # "74 of them work in private media, 56 live in the capital"
    flat = is_flat(sentence, parts, language) or phrases.begins_with(language, "of_which", sentence.text)
    return flat and len(sentence.quantities("")) == len([one for one in parts if one in sentence.mentions])
