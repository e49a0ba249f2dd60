"""What all coding rules of one candidate work on, and how an answer is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from msgspec import Struct

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Candidate
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Quotation
from kuzet.countries import Country
from kuzet.language import appeared, background, dates
from kuzet.language.acts import Act
from kuzet.language.lexicon import Match
from kuzet.language.reading import Reading, Sentence
from kuzet.language.scenes import Scene

T = TypeVar("T")

LEAD = 3
"""Sentences at the top of a scene whose acts weigh two fifths more."""


LONG: Final = 45
"""Days by which a sentence's date lies before the news where it only recalls."""

RECALLED: Final[Mapping[str, float]] = {"kk": 0.5, "ru": 0.6, "en": 0.6}
"""What an act counts that is told as having been before the news, by the language of its sentence."""


class Weight(Struct, frozen=True):
    """How strongly a method is told: points, and the act that tells it best."""

    points: float
    act: Act


class Material(Struct, frozen=True, dict=True):
    """One candidate with its scene."""

    candidate: Candidate
    scene: Scene
    country: Country

    @property
    def reading(self) -> Reading:
        """The reading that the scene is part of."""
        return self.scene.reading

    @cached_property
    def past(self) -> frozenset[int]:
        """The numbers of the sentences that recall what came before the news, by their words or by their dates."""
        return background.of(self.scene.sentences) | self._dated_before

    @cached_property
    def _dated_before(self) -> frozenset[int]:
        """Sentences whose latest date lies long before the latest one beside an act; Kazakh ones have their tense."""
        day = appeared.of(self.reading)
        latest = {
            one.number: _latest(one, day.date if day else None) for one in self.scene.sentences if one.language != "kk"
        }
        told = {act.sentence for act in self.scene.acts if act.value >= 1}
        news = max((date for number, date in latest.items() if number in told and date is not None), default=None)
        if news is None:
            return frozenset()
        return frozenset(number for number, date in latest.items() if date is not None and (news - date).days > LONG)

    @cached_property
    def told(self) -> Mapping[str, Weight]:
        """Every method told, before any rule of placement: its best act, more for the lead and for repetition."""
        told: dict[str, Weight] = {}
        for act in self.scene.acts:
            points = act.value * (1.4 if act.sentence - self.scene.first < LEAD else 1.0)
            points *= self.recalled(act)
            before = told.get(act.method)
            if before is None or points > before.points:
                told[act.method] = Weight(points=points + (0.1 if before else 0.0), act=act)
            else:
                told[act.method] = Weight(points=before.points + min(0.15, points / 10), act=before.act)
        return told

    def recalled(self, act: Act) -> float:
        """What is left of an act's weight where it is told as having been before the news; 1.0 elsewhere.

        In Kazakh, where the tense tells it, all is left where no other act is told, or somebody was hurt.
        """
        if act.sentence not in self.past:
            return 1.0
        language = self.reading.sentences[act.sentence].language
        if language == "kk" and (_is_physical(act.method) or not self._has_news):
            return 1.0
        return RECALLED[language]

    @cached_property
    def _has_news(self) -> bool:
        """Whether a plain act is told as news."""
        return any(act.value >= 1 and act.sentence not in self.past for act in self.scene.acts)

    def quote(self, sentence: Sentence, match: Match) -> Quotation:
        """The words of a match."""
        return self.reading.quote(sentence, match.start, match.end)

    def near(self, act: Act) -> list[Sentence]:
        """The sentence of an act, then its neighbours within the scene."""
        numbers = (act.sentence, act.sentence - 1, act.sentence + 1)
        return [self.reading.sentences[n] for n in numbers if self.scene.first <= n <= self.scene.last]


def _is_physical(method: str) -> bool:
    """Whether somebody was hurt: a text about what came of it recalls that as its event."""
    return codebook.load().table("methods")[method].extra["category"] == "physical"


def _latest(sentence: Sentence, day: EventDate | None) -> date | None:
    """The last day that a sentence names with its year and month, none after the publication."""
    found = (one.date for one in dates.find(sentence.text, sentence.language, day))
    known = (one.last() for one in found if one.year is not None and one.month is not None)
    return max((last for last in known if day is None or last <= day.last()), default=None)


def answer(value: T, quotation: Quotation | None, confidence: float, rule: str) -> Answer[T]:
    """An answer with the words it rests on."""
    return Answer(value=value, quotation=quotation, confidence=round(min(max(confidence, 0.0), 1.0), 2), rule=rule)
