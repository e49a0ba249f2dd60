"""When it happened: the date of the event, not of the article, of a step before it or of the court's next hearing.

Every date of the text is a candidate, with clues that speak for it or against it. What they weigh is learned from
examples (`Models.date`), and set by hand where nothing was (`BY_HAND`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from kuzet.basis.coding import Answer
from kuzet.basis.dates import EventDate
from kuzet.language import appeared, counted, dates, deeds, tables
from kuzet.language.acts import Act
from kuzet.language.models import Clues
from kuzet.language.reading import Sentence
from kuzet.observatory.encode import penalties
from kuzet.observatory.encode.material import Material, answer

BY_HAND: Final[Mapping[str, float]] = {
    "day": 1.5,
    "range": 1.2,
    "month": 0.4,
    "year": -0.6,
    "away:0": 1.0,
    "away:1": 0.6,
    "away:2": 0.4,
    "close": 0.5,
    "beside a strong act": 0.4,
    "recalled": -0.5,
    "speech": -0.4,
    "of the post": -1.0,
    "hearing, undated text": -1.0,
    "announcement": -0.8,
    "until": -0.8,
    "published": 0.2,
    "old:0": -0.5,
    "old:4": 0.8,
    "old:10": 0.5,
    "old:more": -0.5,
}
"""What each clue weighs before anything is learned; a clue that is not listed weighs nothing."""

IN_KAZAKH: Final[Mapping[str, float]] = {
    "day": 2.0,
    "range": 1.5,
    "month": 0.8,
    "year": -0.5,
    "away:0": 3.0,
    "away:1": 1.5,
    "away:2": 0.5,
    "close": 1.0,
    "recalled": -1.0,
    "of the post": -2.5,
    "hearing": -2.5,
    "hearing, undated text": -2.5,
    "announcement": -2.0,
    "dateline": -9.0,
    "dateline of another day": 9.0,
    "published": 1.0,
    "deed:act": 1.0,
    "deed:decided": 1.5,
    "deed:reported": -1.5,
    "deed:published": -2.0,
    "deed:sent": -1.0,
    "deed:released": -1.0,
    "deed:planned": -2.5,
}
"""The same for Kazakh, where the verb that closes the clause tells whether a day is that of an act or of a report."""


class Dated(Struct, frozen=True):
    """A date in a sentence, characters `start` to `end`; `rule` is that of `dates`."""

    sentence: Sentence
    start: int
    end: int
    date: EventDate
    rule: str


class Told(Struct, frozen=True):
    """A candidate: the date, where it stands (None for the date of publication), and its clues."""

    date: EventDate
    dated: Dated | None
    clues: Clues


def code(material: Material, codes: tuple[str, ...]) -> Answer[EventDate] | None:
    """The likeliest date, or None where the text gives none; `codes` are the methods, the main one first."""
    published = appeared.of(material.reading)
    found = told(material, codes)
    if not found:
        return _of_the_news(material)
    best = max(found, key=lambda one: _weight(material, one))
    confidence = material.reading.models.date.shares(best.clues).get("yes", 0.5)
    if best.dated is None:
        rule = f"date of publication ({published.origin})" if published else "date of publication"
        return answer(best.date, None, min(confidence, 0.25), rule)
    quotation = material.reading.quote(best.dated.sentence, best.dated.start, best.dated.end)
    dating = _by_the_index(material, best.date) if published is None and best.date.year is None else None
    if dating is not None:
        day, rule = dating
        return answer(day, quotation, confidence, f"date nearest to the act, {rule}")
    return answer(best.date, quotation, confidence, "date nearest to the act")


def _weight(material: Material, one: Told) -> float:
    shares = material.reading.models.date.shares(one.clues)
    weights = IN_KAZAKH if material.reading.language == "kk" else BY_HAND
    return shares["yes"] if shares else sum(weights.get(clue, 0.0) * value for clue, value in one.clues.items())


def told(material: Material, codes: tuple[str, ...]) -> tuple[Told, ...]:
    """The candidates in reading order, that of publication last."""
    published = appeared.of(material.reading)
    day = published.date if published else None
    found = [one for one in _dated(material, day) if not _is_ahead(one.date, day)]
    every = [one.date for s in material.reading.sentences for one in dates.find(s.text, s.language, day)]
    candidates = [
        Told(date := _with_year(one.date, every), one, clues(material, codes, one, _age(date, day))) for one in found
    ]
    if published is not None:
        candidates.append(Told(published.date, None, {"published": 1.0, f"published:{published.origin}": 1.0}))
    return tuple(candidates)


def _dated(material: Material, day: EventDate | None) -> Iterator[Dated]:
    """The dates of the scene in reading order, those counted from the one before them too; none in an outlet's name."""
    anchor: EventDate | None = None
    for sentence in material.scene.sentences:
        plain = [
            Dated(sentence, one.start, one.end, one.date, one.rule)
            for one in dates.find(sentence.text, sentence.language, day)
        ]
        steps = [one for one in counted.find(sentence.text, sentence.language) if not _overlaps(one, plain)]
        every: list[Dated | counted.Count] = [*plain, *steps]
        for one in sorted(every, key=lambda each: each.start):
            if isinstance(one, counted.Count):
                date = counted.resolved(one, anchor) if anchor is not None else None
                if date is None:
                    continue
                one = Dated(sentence, one.start, one.end, date, "counted")
            if not _in_a_name(material, one):
                anchor = one.date
                yield one


def _overlaps(count: counted.Count, found: list[Dated]) -> bool:
    return any(count.start < one.end and one.start < count.end for one in found)


def _in_a_name(material: Material, one: Dated) -> bool:
    """Whether the words are a part of an outlet's name: «Каспий сегодня»."""
    named = material.scene.cast.targets.get(one.sentence.number, ())
    outlets = (target for target in named if target.what in ("outlet", "unlisted"))
    return any(target.start <= one.start and one.end <= target.end for target in outlets)


def _is_ahead(date: EventDate, day: EventDate | None) -> bool:
    return day is not None and date.year is not None and date.first() > day.last()


def _age(date: EventDate, day: EventDate | None) -> int | None:
    """Days from a date to the day of publication, None where one of them is not known."""
    if day is None or date.year is None or day.precision != "day":
        return None
    return YEAR if date.precision == "year" else (day.first() - date.last()).days


YEAR: Final = 366
OLD: Final = (0, 1, 4, 10, 30, 90)
"""Bounds, in days, of how long before the publication a date lies."""


def clues(material: Material, codes: tuple[str, ...], one: Dated, age: int | None) -> Clues:
    """What speaks for a date or against it: how exact it is, how near the acts, what the words around it say."""
    sentence = one.sentence
    found: dict[str, float] = {one.date.precision: 1.0, **_nearness(material, codes, one), **_words(one, age)}
    if any(act.sentence == sentence.number and act.value >= STRONG for act in material.scene.acts):
        found["beside a strong act"] = 1.0
    if sentence.number in material.past:
        found["recalled"] = 1.0
    place = sentence.number - material.scene.first
    found |= {"first sentence": 1.0} if place == 0 else {"lead": 1.0} if place <= LEAD else {}
    if one.rule.startswith("relative") or one.rule == "counted":
        found[one.rule.split()[0]] = 1.0
    if sentence.number < appeared.TOP and appeared.is_dateline(material.reading, sentence, one.start, one.end):
        found["dateline"] = 1.0
        found |= {"dateline of an entry": 1.0} if _is_entry(material) else {}
        found |= {"dateline of another day": 1.0} if age is not None and age > 1 else {}
    if age is not None:
        found[f"old:{next((bound for bound in OLD if age <= bound), 'more')}"] = 1.0
    return found


STRONG: Final = 2.0
LEAD: Final = 2


def _is_entry(material: Material) -> bool:
    """Whether the scene is one of several of its document."""
    return material.scene.first > 0 or material.scene.last < len(material.reading.sentences) - 1


def _nearness(material: Material, codes: tuple[str, ...], one: Dated) -> Clues:
    number = one.sentence.number
    acts = _leading(material, codes[0])
    away = min(abs(number - act.sentence) for act in acts)
    found = {f"away:{min(away, FAR)}": 1.0}
    if away == 0:
        gaps = (max(2 * (one.start - a.match.end), a.match.start - one.end, 0) for a in acts if a.sentence == number)
        found["close"] = max(0.0, 1.0 - min(gaps) / REACH)
    if any(act.sentence == number and act.method in codes[1:] for act in material.scene.acts if act.value >= 1):
        found["beside another act"] = 1.0
    return found


FAR: Final = 4
REACH: Final = 150
"""Characters within which a date is close to an act; those from the act to a date after it count double."""


def _leading(material: Material, main: str) -> list[Act]:
    """The acts that tell the main method about as plainly as any of them, those recalled less."""
    acts = [act for act in material.scene.acts if act.method == main] or list(material.scene.best[:1])
    values = {act: act.value * material.recalled(act) for act in acts}
    return [act for act, value in values.items() if value >= 0.6 * max(values.values())]


def _words(one: Dated, age: int | None) -> Clues:
    """What the words of the sentence and right beside the date say."""
    sentence, found = one.sentence, {}
    marks = sentence.of("words")
    for match in marks:
        beside = 0 <= one.start - match.end <= BESIDE or 0 <= match.start - one.end <= BESIDE
        if match.entry.code == "publication":
            found["of the post" if beside else "post"] = 1.0
        if match.entry.code == "hearing":
            found["hearing, undated text" if age is None else "hearing"] = 1.0
    speech = [*(match for match in marks if match.entry.code == "speech"), *sentence.of("sources")]
    if any(0 <= one.start - match.end <= SPOKEN or 0 <= match.start - one.end <= SPOKEN / 2 for match in speech):
        found["speech"] = 1.0
    if any(match.entry.code == "announcement" for match in sentence.of("contexts")):
        found["announcement"] = 1.0
    if any(match.entry.code == "planned" for match in sentence.of("outcomes")):
        found["planned"] = 1.0
    if deed := deeds.of(sentence, one.end):
        found[f"deed:{deed}"] = 1.0
    word = sentence.flat[: one.start].split()[-1:]
    code = tables.pairs(sentence.language, "dating").get(word[0], "") if word else ""
    return {**found, code: 1.0} if code else found


BESIDE: Final = 12
SPOKEN: Final = 8
"""Characters between a date and the word for a post, and between it and one for speaking."""


def _of_the_news(material: Material) -> Answer[EventDate] | None:
    """Without any other date, that of the dateline."""
    for sentence in material.scene.sentences[: appeared.TOP]:
        for found in dates.find(sentence.text, sentence.language, None):
            if appeared.is_dateline(material.reading, sentence, found.start, found.end):
                quotation = material.reading.quote(sentence, found.start, found.end)
                return answer(found.date, quotation, 0.25, "dateline")
    return None


def _by_the_index(material: Material, date: EventDate) -> tuple[EventDate, str] | None:
    """Where a text tells no year at all, the index of a fine does: its indices and its money agree in one year only.

    The index is that of the offence, and a fine follows within two months; so January and February stay open.
    """
    found = None if penalties.years(material) else penalties.year_of_index(material)
    if found is None or date.start.month is None or date.start.month <= 2:
        return None
    return date.in_year(found.rate.valid_from.year), f"year of the index: {found}"


def _with_year(date: EventDate, found: list[EventDate]) -> EventDate:
    """A date without a year beside fully dated ones is the such day nearest to the latest of them."""
    full = [one.last() for one in found if one.year is not None and one.precision in ("day", "month", "range")]
    if date.year is not None or not full:
        return date
    latest = max(full)
    near = (date.in_year(year) for year in (latest.year, latest.year + 1, latest.year - 1))
    return min(near, key=lambda one: abs((one.first() - latest).days))
