"""The table of facts of a text: what was counted, in which year, with which number; and where two places disagree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import concepts, phrases, scopes, spans
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import (
    SEVERAL,
    Mention,
    Place,
    Sentence,
    Text,
)
from kuzet.observatory.write.check.relations import series, ties
from kuzet.observatory.write.check.relations.bases import fractions, opening
from kuzet.observatory.write.check.relations.share import Share
from kuzet.observatory.write.check.relations.subjects import Group

LIKE: Final = Fraction(1, 2)
"""Two numbers for one thing are set against each other only when the smaller is at least half of the larger."""

OPENING: Final = 40
"""Characters around the number that opens a sentence in which its year stands."""

NOUN: Final = 24
"""Characters behind a count in which its noun begins."""

_LABEL: Final = re.compile(r"[\s\u00a0\u202f]+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі]")

BACK: Final = 8
"""Sentences in front in which the whole of a part is looked for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One count of incidents: what it speaks of and the year."""

    place: Place
    concepts: Concepts
    year: int
    readings: tuple[Concepts, ...] = ()
    """What it may speak of as well: the same inside its section or its paragraph."""

    @property
    def value(self) -> Fraction:
        """How many."""
        return self.place.mention.exact


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a text in its order; `year` is the year that the text is about."""

    year: int
    listed: tuple[Fact, ...]
    told: Mapping[tuple[Concepts, int], frozenset[Fraction]]
    """The values of the prose by question."""
    table: Mapping[tuple[Concepts, int], Fraction] = field(default_factory=dict)
    """What the tables of the text give."""
    groups: tuple[Group, ...] = ()
    """Numbers of tables and lists by what names them."""
    rows: tuple[Group, ...] = ()
    """Rows and columns of tables over years, whatever they count."""
    totals: frozenset[Fraction] = frozenset()
    """The numbers of all total rows."""

    def known(self, about: Concepts, year: int) -> Fraction | None:
        """The one number that the text gives, in prose or else in a table; None where it gives none, or several."""
        return self.in_prose(about, year) if (about, year) in self.told else self.table.get((about, year))

    def in_prose(self, about: Concepts, year: int) -> Fraction | None:
        """The one number that the prose gives, None where it gives none, or several."""
        values = self.told.get((about, year), frozenset())
        return next(iter(values)) if len(values) == 1 else None

    def by_year(self, about: Concepts) -> Mapping[int, Fraction]:
        """The numbers of one thing over the years, where the text gives one for a year."""
        years = {year for thing, year in (*self.told, *self.table) if thing == about and year < SEVERAL}
        return {year: value for year in sorted(years) if (value := self.known(about, year)) is not None}


def since(listed: Sequence[Fact], index: int) -> Sequence[Fact]:
    """The facts from sentence `index` on."""
    return listed[bisect_left(listed, index, key=lambda fact: fact.place.index) :]


def collect(text: Text, shares: Iterable[Share]) -> Facts:
    """Read the facts; a part of a share speaks of its whole too ("42% of the attacks (91 cases)" of the 218)."""
    parts = {(share.index, share.part): share.whole for share in shares}
    listed: list[Fact] = []
    headings = scopes.headings(text)
    for index, sentence in enumerate(text.sentences):
        barred = {*(whole for _, whole in fractions(sentence, text.language)), *deltas(sentence, text.language)}
        for count in sentence.of_kind("count"):
            if count in barred:
                continue
            whole = parts.get((index, count)) or _opened(sentence, count, text.language)
            about = _about(text, Place(index, count), listed, whole, headings[index])
            year = _year(text, sentence, count)
            if about is not None and year:
                near = [fact.concepts for fact in since(listed, index - BACK) if _together(text, fact, index)]
                also = tuple(scopes.readings(about, [headings[index], *near]))
                suits = scopes.claimants((about, *also), sentence, text.language)
                listed.append(Fact(Place(index, count), about, year, (*also, *suits)))
    told: dict[tuple[Concepts, int], set[Fraction]] = defaultdict(set)
    for fact in listed:
        told[fact.concepts, fact.year].add(fact.value)
    for about, year, value in _beside(text, listed):
        if (about, year) not in told:
            told[about, year] = {value}
    for year, value in series.listed(text).items():
        told[ALL, year] = {value}
    return Facts(text.year, tuple(listed), {question: frozenset(values) for question, values in told.items()})


def _beside(text: Text, listed: Sequence[Fact]) -> Iterator[tuple[Concepts, int, Fraction]]:
    """The years that a sentence lists beside one fact of its own: "16, the lowest since 2020: 28 in 2020, ..."."""
    by_sentence = Counter(fact.place.index for fact in listed)
    for fact in listed:
        years = series.dated(text.sentences[fact.place.index])
        if (
            by_sentence[fact.place.index] == 1
            and len(years) >= series.FEWEST
            and fact.place.mention not in years.values()
        ):
            yield from ((fact.concepts, year, one.exact) for year, one in years.items())


def _together(text: Text, fact: Fact, index: int) -> bool:
    """Whether a fact stands in the paragraph of sentence `index`."""
    return text.sentences[fact.place.index].block == text.sentences[index].block


def _opened(sentence: Sentence, count: Mention, language: str) -> Fraction | None:
    """The whole that a sentence opens with ("Of the 48 cases 33 ..."), or that a list behind a colon divides."""
    whole = opening(sentence, language)
    if whole and whole.start < count.start:
        return whole.exact
    colon = sentence.text.find(": ")
    front = [one for one in sentence.of_kind("count") if one.end <= colon < count.start and one.value > count.value]
    return front[-1].exact if front else None


def _year(text: Text, sentence: Sentence, count: Mention) -> int:
    """The year or period of a count, 0 where the words may speak of another one than the report's."""
    main, language = text.year, text.language
    tied = _tied_year(sentence, count, main)
    before = sentence.before(count, 30)
    if not tied and spans.spanned(sentence, count, language):
        return text.period if (text.since, main) in spans.ranges(sentence.text) else 0
    if not tied and (phrases.says(language, "against", before) or phrases.says(language, "from", before)):
        return 0
    years = [int(year.value) for year in sentence.of_kind("year")]
    front = [int(year.value) for year in sentence.of_kind("year") if year.end <= count.start]
    others = {sentence.year_of(one) for one in sentence.of_kind("count") if one.start > count.start}
    own = set(years) - others
    return tied or (front[-1] if front else text.period if not own else main if own <= {main} else 0)


def _tied_year(sentence: Sentence, count: Mention, main: int) -> int:
    """The year that the words tie to a count, "a year before" too; 0 where they tie none."""
    return sentence.year_of(count) or (main - 1 if sentence.order_of(count) == EARLIER else 0)


def _about(
    text: Text, place: Place, listed: Sequence[Fact], whole: Fraction | None, heading: Concepts | None
) -> Concepts | None:
    sentence = text.sentences[place.index]
    if _is_label(sentence, place.mention) or phrases.says(
        text.language, "narrowed", _own_part(sentence, place.mention, text.language)
    ):
        return None
    words = concepts.own_words(sentence, place.mention, text.language)
    pointed = _pointed(text, place, words)
    own = concepts.of_count(sentence, place.mention, text.language) or pointed
    if own is None and scopes.is_here(sentence, text.language):
        return heading if _counts_incidents(sentence, place.mention, text.language) else None
    if own is None and (whole is not None or place.mention in ties.restated(sentence, text.language)):
        return None  # "141 attacks (86%) came from": a part, whatever its words
    if own is None:
        such = phrases.says(text.language, "vague", sentence.around(place.mention, NOUN))  # "246 such cases" of refusal
        return ALL if not such and _is_total(sentence, place.mention, text) else _such(text, place, listed, words)
    refers = not pointed and _refers(sentence, place.mention, words, text.language)
    if phrases.begins_with(text.language, "other_noun", sentence.after(place.mention, NOUN)):
        return None
    if whole is None and not refers:
        return own if _counts_incidents(sentence, place.mention, text.language) else None
    all_of_it = text.total is not None and whole == text.total.mention.exact
    base = ALL if all_of_it else _base(listed, place, whole)
    return None if base is None or own <= base else scopes.within(own, base)


def _own_part(sentence: Sentence, count: Mention, language: str) -> str:
    """A sentence without the part that divides a count: "15 cases, nine of which occurred in October"."""
    end = sentence.text.find(",", count.end)
    counted = phrases.begins_with(language, "incidents", sentence.after(count, NOUN))
    divided = end >= 0 and counted and _divided(language).match(sentence.text, end)
    return sentence.text[:end] if divided else sentence.text


@cache
def _divided(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:\w+\s+)?(?:{phrases.words(language, 'of_which')})", re.IGNORECASE)


def _is_label(sentence: Sentence, count: Mention) -> bool:
    """Whether a capital follows a count, as in an entry of an annex: "73 Blocked sites, 2024"."""
    return _LABEL.match(sentence.after(count, 3)) is not None


def _refers(sentence: Sentence, count: Mention, words: str, language: str) -> bool:
    """Whether a count is of a part that was named before: "of which", "carried out by them", "their"."""
    front = sentence.text[: count.start]
    listed = phrases.says(language, "of_which", _own_part(sentence, count, language)) or phrases.says(
        language, "by_them", front
    )
    return listed or phrases.says(language, "their", words)


def _pointed(text: Text, place: Place, words: str) -> Concepts | None:
    """The category that the sentence in front names and does not count: "... cyber-attacks. 354 such incidents"."""
    if not place.index or not phrases.says(text.language, "vague", words):
        return None
    sentence, front = text.sentences[place.index], text.sentences[place.index - 1]
    if front.block != sentence.block or front.of_kind("count") or concepts.found(sentence.text, text.language):
        return None
    named = concepts.found(front.text, text.language)
    return named if {field for field, _ in named} == {"category"} and len(named) == 1 else None


def _such(text: Text, place: Place, listed: Sequence[Fact], words: str) -> Concepts | None:
    """As "37 such incidents" in an earlier year: what the last fact just in front speaks of."""
    sentence, language = text.sentences[place.index], text.language
    near = since(listed, place.index - 3)
    again = phrases.says(language, "vague", words) and not concepts.found(words, language)
    bare = bool(near) and not _counts_other(sentence, place, language)
    goes_on = bare and (near[-1].place.index == place.index or _earlier(text, place, near[-1]))
    return near[-1].concepts if near and _tied_year(sentence, place.mention, text.year) and (again or goes_on) else None


def _earlier(text: Text, place: Place, last: Fact) -> bool:
    """Whether a sentence opens with another time: "4 incidents of this kind. A year before there were 19"."""
    opened = phrases.begins_with(text.language, "earlier", text.sentences[place.index].text)
    return opened and last.place.index == place.index - 1 and _together(text, last, place.index)


def _counts_other(sentence: Sentence, place: Place, language: str) -> bool:
    """Whether a word that may be another thing stands behind a count: "19" alone goes on with what was counted."""
    behind = sentence.after(place.mention, NOUN)
    return behind.lstrip(" -–")[:1].isalpha() and not phrases.begins_with(language, "result", behind)


def _base(listed: Sequence[Fact], place: Place, whole: Fraction | None) -> Concepts | None:
    """What the whole of a part speaks of: the nearest fact in front with its number, or with any larger one."""
    for fact in reversed(since(listed, place.index - BACK)):
        near = place.index - fact.place.index == 1
        if fact.value == whole or (whole is None and near and fact.value > place.mention.exact):
            return fact.concepts
    return None


def _is_total(sentence: Sentence, count: Mention, text: Text) -> bool:
    """Whether a count is of all incidents: the text's whole, or a number told again in the same words."""
    if text.total and sentence is text.sentences[text.total.index] and count == text.total.mention:
        return True
    words = concepts.own_words(sentence, count, text.language)
    noun = phrases.pattern(text.language, "incidents").match(sentence.after(count, 24).lstrip(" -"))
    result = phrases.says(text.language, "result", words)
    if text.total and count.exact < text.total.mention.exact * LIKE and not sentence.year_of(count):
        return False
    if (noun and _opens(sentence, count, text)) or _bracketed(sentence, count, text.language):
        return True
    return bool(noun and result) and not concepts.found(sentence.text, text.language) and count.value > 1


def _opens(sentence: Sentence, count: Mention, text: Text) -> bool:
    """Whether a sentence opens with the number of the report's year: "The 190 incidents of 2022", "2022 жылғы 190"."""
    first = sentence.of_kind("count", "amount", "percent")[0]
    years = [year for year in sentence.of_kind("year") if year.start <= count.end + OPENING]
    named = [int(year.value) for year in years] == [text.year]
    head = sentence.text[: count.end + OPENING // 2]
    return first is count and count.start <= OPENING and named and not concepts.found(head, text.language)


def _bracketed(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether a bracket counts the incidents of a sentence that names no kind: "a record number of incidents (469)"."""
    front = sentence.text[: count.start]
    named = front.endswith("(") and phrases.ends_with(language, "incidents", front[:-1])
    return named and sentence.after(count, 1) == ")" and not concepts.found(sentence.text, language)


def _counts_incidents(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether incidents are counted, and not people or outlets: "(27 cases)", "(27)", "61 lawsuits"."""
    after = sentence.after(count, 40).lstrip(" -")
    noun = phrases.pattern(language, "incidents").search(after[:32])
    return bool(noun) or not after[:1].isalpha() or bool(concepts.found(after[:32], language))
