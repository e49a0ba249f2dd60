"""Candidate to coding: proposed codes for the codebook's questions, each with its quotation, confidence and rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from msgspec import structs

from kuzet import __version__
from kuzet.basis import codebook
from kuzet.basis.coding import Candidate, Coder, Coding
from kuzet.basis.document import Document
from kuzet.basis.errors import BrokenRule
from kuzet.countries import Country
from kuzet.language.reading import scenes
from kuzet.language.reading.reading import Reading
from kuzet.language.reading.scenes import Scene
from kuzet.language.vocabulary.classifier import Features
from kuzet.language.vocabulary.models import UNTRAINED, Clues, Models
from kuzet.observatory.encode import (
    articles,
    heard,
    methods,
    penalties,
    perpetrators,
    places,
    proceedings,
    stages,
    targets,
    when,
)
from kuzet.observatory.encode.material import Material, answer

CODER: Final = Coder(id=f"kuzet-rules-{__version__}", machine=True)
"""Who signs the machine's codings."""


def code(document: Document, candidate: Candidate, reading: Reading, country: Country) -> Coding:
    """The machine's coding of one candidate of a document; a question that the text does not answer stays empty.

    Raises `BrokenRule` for a candidate or a reading of another document.
    """
    if not document.id == candidate.document == reading.document.id:
        raise BrokenRule(f"{candidate.id}: candidate and reading are not both of document {document.id}")
    material = Material(candidate=candidate, scene=_scene(candidate, reading), country=country)
    book = codebook.load()
    category, found = methods.code(material, book)
    main = found[0].value
    hit, affected = targets.code(material, main)
    codes = tuple(one.value for one in found)
    judicial = category.value == "judicial_economic"
    imposed = penalties.code(material, codes) if judicial else ()
    case = stages.Case(material, codes if judicial else (), imposed)
    return Coding(
        subject=candidate.id,
        coder=CODER,
        codebook=book.version,
        is_attack=answer(True, candidate.passages[0], candidate.score, "; ".join(candidate.rules[:3])),
        category=category,
        methods=found,
        perpetrators=perpetrators.code(material, codes, category.value, book),
        targets=hit,
        people=affected,
        date=when.code(material, main),
        place=places.code(material, main),
        articles=articles.code(material, codes),
        proceeding=proceedings.proceeding(codes) if judicial else None,
        stage=stages.stage(case, book),
        verdict=stages.verdict(case, book),
        penalties=imposed,
    )


class Lesson(NamedTuple):
    """What one coded candidate teaches: for each question its clues, for methods those of each method; its words.

    `length` is the number of its words.
    """

    category: Clues
    perpetrator: Clues
    methods: Mapping[str, Clues]
    words: Features
    length: int

    @property
    def is_heard(self) -> bool:
        """Whether there are words enough to speak for something."""
        return self.length >= heard.ENOUGH

    def with_words(self, models: Models) -> Lesson:
        """The same with the clues of the words, as `code` goes by them with these models."""
        told = heard.of(models, self.words, self.length)
        return self._replace(
            category=heard.category(self.category, told),
            perpetrator=heard.perpetrator(self.perpetrator, told),
            methods=heard.methods(self.methods, told, codebook.load()),
        )


def lesson(candidate: Candidate, reading: Reading, country: Country) -> Lesson:
    """The clues that `code` would go by, without the corrections learned before."""
    reading = structs.replace(reading, models=UNTRAINED)
    material = Material(candidate=candidate, scene=_scene(candidate, reading), country=country)
    book = codebook.load()
    told = methods.told(material, book)
    codes = tuple(one.value for one in methods.code(material, book)[1])
    first = perpetrators.ruled(material, told.category, codes[0])
    return Lesson(
        category=methods.category_clues(told.weights, told.category, book),
        perpetrator=perpetrators.clues(material, first, codes, told.category),
        methods={one: methods.method_clues(one, told, material, book) for one in told.ranked},
        words=material.words,
        length=material.length,
    )


def _scene(candidate: Candidate, reading: Reading) -> Scene:
    """The scene that holds the leading passage of the candidate."""
    start = candidate.passages[0].start
    return next(one for one in scenes.of(reading) if one.sentences[-1].end > start)
