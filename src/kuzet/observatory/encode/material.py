"""What all coding rules of one candidate work on, and how an answer is given."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final, TypeVar

from msgspec import Struct

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Candidate
from kuzet.basis.document import Quotation
from kuzet.countries import Country
from kuzet.language.reading import background
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.reading.scenes import Scene
from kuzet.language.vocabulary import classifier
from kuzet.language.vocabulary.classifier import Features
from kuzet.language.vocabulary.lexicon import Match
from kuzet.language.vocabulary.models import Corrections
from kuzet.observatory.encode import heard
from kuzet.observatory.encode.heard import Heard

T = TypeVar("T")

LEAD = 3
"""Sentences at the top of a scene whose acts weigh two fifths more."""


EARLIER: Final = 0.5
"""What is left of the weight of an act that the text recalls."""


PENALTIES = ("imprisonment_sentence", "suspended_sentence", "fine", "administrative_arrest")
"""What a court of appeal decides about."""


ROOM: Final = 30
"""Words of a text that has room to tell more than a headline."""


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
    def told(self) -> Mapping[str, Weight]:
        """Every method told, before any rule of placement: its best act, more for the lead and for repetition."""
        told: dict[str, Weight] = {}
        before_that = self._earlier
        for act in self.scene.acts:
            points = act.value * (1.4 if act.sentence - self.scene.first < LEAD else 1.0)
            points *= EARLIER if act.sentence in before_that and not self._is_event(act) else 1.0
            before = told.get(act.method)
            if before is None or points > before.points:
                told[act.method] = Weight(points=points + (0.1 if before else 0.0), act=act)
            else:
                told[act.method] = Weight(points=before.points + min(0.15, points / 10), act=before.act)
        return told

    @cached_property
    def words(self) -> Features:
        """What the classifiers see of the scene."""
        return classifier.features(self.scene.sentences)

    @cached_property
    def heard(self) -> Heard:
        """What the words of the scene speak for."""
        return heard.of(self.reading.models, self.words, self.length)

    @property
    def corrections(self) -> Corrections:
        """What corrects the rules: another model where they stand alone."""
        models = self.reading.models
        return models.alone if self.heard == heard.NOTHING else models.beside

    @property
    def is_headline(self) -> bool:
        """Whether the text is too short to tell the proceeding that a penalty comes from: it is coded as it says."""
        return self.length < ROOM

    @cached_property
    def length(self) -> int:
        """Words of the scene."""
        return sum(len(sentence.flat.split()) for sentence in self.scene.sentences)

    def act(self, main: str) -> Act:
        """The act that tells the method `main` best, at the top of the text rather than further down."""
        told = self.told.get(main)
        return told.act if told is not None and told.act.value > 0 else self.scene.best[0]

    def _is_event(self, act: Act) -> bool:
        """Whether what is recalled is what the text is about: somebody was hurt, or the penalty is appealed against."""
        return _category(act.method) == "physical" or (self._is_appeal and act.method in PENALTIES)

    @cached_property
    def _is_appeal(self) -> bool:
        return any(match.entry.code == "stage/appeal" for one in self.scene.sentences for match in one.of("outcomes"))

    @cached_property
    def _earlier(self) -> frozenset[int]:
        """Sentences that tell of earlier acts, where others tell acts as plain."""
        told = {act.sentence for act in self.scene.acts if act.value >= 1}
        found = frozenset(one for one in told if background.is_told(self.reading.sentences[one]))
        return found if told - found else frozenset()

    def quote(self, sentence: Sentence, match: Match) -> Quotation:
        """The words of a match."""
        return self.reading.quote(sentence, match.start, match.end)

    def near(self, act: Act) -> list[Sentence]:
        """The sentence of an act, then its neighbours within the scene."""
        numbers = (act.sentence, act.sentence - 1, act.sentence + 1)
        return [self.reading.sentences[n] for n in numbers if self.scene.first <= n <= self.scene.last]


def _category(method: str) -> str:
    return codebook.load().table("methods")[method].extra["category"]


def answer(value: T, quotation: Quotation | None, confidence: float, rule: str) -> Answer[T]:
    """An answer with the words it rests on."""
    return Answer(value=value, quotation=quotation, confidence=round(min(max(confidence, 0.0), 1.0), 2), rule=rule)


def share_words(one: Act, other: Act) -> bool:
    """Whether two acts are told by some of the same words of one sentence."""
    return one.sentence == other.sentence and one.match.start < other.match.end and other.match.start < one.match.end
