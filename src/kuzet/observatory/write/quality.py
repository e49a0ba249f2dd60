"""How well the reader read, and what the incidents rest on: figures of a release about itself, not about attacks.

A passage that an incident cites was proposed by the reader where a machine's coding of the same document stands among
the codings of that incident; otherwise people found it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Final, Protocol

from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure, Filter, Question, Unit
from kuzet.basis.incident import Incident, Verb
from kuzet.basis.release import Release
from kuzet.basis.undo import undone
from kuzet.language.text import identify


class Agreed(Protocol):
    """How often the machine and the people gave the same answer to one question of the codebook."""

    @property
    def variable(self) -> str:
        """The question."""

    @property
    def same(self) -> int:
        """Pairs of codings that agree."""

    @property
    def compared(self) -> int:
        """Pairs of codings in which the person answered."""


class Reliable(Protocol):
    """How far people agree on one question who coded the same incidents apart from each other."""

    @property
    def variable(self) -> str:
        """The question."""

    @property
    def units(self) -> int:
        """Incidents that at least two of them answered it for."""

    @property
    def same(self) -> int:
        """Pairs of answers that are exactly the same."""

    @property
    def pairs(self) -> int:
        """Pairs of answers."""

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha, None where it says nothing; `low` and `high` are the ends of its interval of 95 %."""

    @property
    def low(self) -> float | None:
        """See `alpha`."""

    @property
    def high(self) -> float | None:
        """See `alpha`."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One passage that an incident cites, with the language in which it is written."""

    incident: str
    document: str
    source: str
    language: str
    proposed: bool


def _every(_: Passage) -> bool:
    return True


_COUNTED: Final[Mapping[str, tuple[Callable[[Passage], bool], Callable[[Passage], object]]]] = MappingProxyType(
    {
        "passages": (_every, lambda one: one),
        "proposed": (lambda one: one.proposed, lambda one: one),
        "missed": (lambda one: not one.proposed, lambda one: one),
        "documents": (_every, attrgetter("document")),
        "sources": (_every, attrgetter("source")),
    }
)
"""Measure -> which passages it looks at, and what of them it counts once each."""

MEASURES: Final = (*_COUNTED, "recall", "rejected", "precision", "unused", "second")
"""What can be asked. `recall`: percent of the passages that the reader had proposed; `rejected`: passages of decisions
to reject; `precision`: the least percent of what the reader proposed that people took in; `unused`: sources of the
release that no incident cites; `second`: incidents that another person coded a second time."""


class Quality:
    """The figures of one release about its reading.

    `agreed` says how far machine and people agree, `doubled` how far people do who coded apart from each other.
    """

    def __init__(self, release: Release, agreed: Sequence[Agreed] = (), doubled: Sequence[Reliable] = ()) -> None:
        self._release = release
        self._agreed = agreed
        self._doubled = doubled

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Every passage that an incident cites, in the order of the release."""
        return tuple(passage for incident in self._release.incidents for passage in _passages(incident))

    @cached_property
    def languages(self) -> Sequence[str]:
        """The languages of the passages, the most frequent first."""
        found = {language: len(several) for language, several in self._told_apart.items() if language}
        return sorted(found, key=lambda language: (-found[language], language))

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the sources that incidents cite."""
        return frozenset(one.source for one in self.passages)

    def figure(self, measure: str, language: str = "") -> Figure:
        """One of `MEASURES`, of all passages or of those in one language; raises `Missing` for a share of nothing."""
        where = (Filter(field="language", codes=(language,)),) if language else ()
        question = self._question(f"quality {measure}", where)
        if measure == "recall":
            return self._share(question, self._counted("proposed", language), self._counted("passages", language))
        if measure == "rejected":
            return self._number(question, len(self.rejected))
        if measure == "precision":
            return self._precision(question)
        if measure == "unused":
            return self._number(question, sum(source.id not in self.cited for source in self._release.sources))
        if measure == "second":
            coded = tuple(dict.fromkeys(one.subject for one in self._release.second))
            return self._number(question, len(coded), coded)
        keeps, _ = _COUNTED[measure]
        ids = dict.fromkeys(one.incident for one in self._of(language) if keeps(one))
        return self._number(question, self._counted(measure, language), tuple(ids))

    @cached_property
    def rejected(self) -> frozenset[tuple[str, str]]:
        """Document and words of every passage that people rejected, of the decisions that were not undone.

        A release does not tell whether the reader had proposed it: people also reject what only they looked at.
        """
        decisions = self._release.decisions
        gone = undone({one.id: one.of or None for one in decisions})
        standing = (one for one in decisions if one.verb is Verb.REJECT and one.id not in gone)
        return frozenset((passage.document, passage.quote) for one in standing for passage in one.passages)

    def _precision(self, question: Question) -> Figure:
        """Raises `Missing` where nothing was rejected, since then nothing tells what was proposed wrongly."""
        if not self.rejected:
            raise Missing(f"no passage is rejected in release {self._release.manifest.id}: precision cannot be told")
        right = self._counted("proposed", "")
        return self._share(question, right, right + len(self.rejected))

    def agreement(self) -> Iterator[tuple[str, tuple[Figure, Figure, Figure]]]:
        """Each question that was compared, with the pairs that agree, the pairs compared, and the percent."""
        for one in self._agreed:
            if one.compared:
                same, compared, share = (self._question(f"{word} {one.variable}") for word in _AGREEMENT)
                figures = self._number(same, one.same), self._number(compared, one.compared)
                yield one.variable, (*figures, self._share(share, one.same, one.compared))

    def reliability(self) -> Iterator[tuple[str, tuple[Figure, ...]]]:
        """Each question that people answered twice: incidents, percent of the same answers, alpha and its interval.

        Without alpha and its interval where it says nothing.
        """
        for one in self._doubled:
            if one.units:
                units, same, *rest = (self._question(f"{word} {one.variable}") for word in RELIABILITY)
                figures = self._number(units, one.units), self._share(same, one.same, one.pairs)
                found = zip(rest, (one.alpha, one.low, one.high), strict=True)
                yield (
                    one.variable,
                    (*figures, *(self._score(asked, value) for asked, value in found if value is not None)),
                )

    @cached_property
    def _told_apart(self) -> Mapping[str, Sequence[Passage]]:
        """The passages by language, all of them under ''."""
        found: dict[str, list[Passage]] = {"": list(self.passages)}
        for one in self.passages:
            found.setdefault(one.language, []).append(one)
        return found

    def _of(self, language: str) -> Sequence[Passage]:
        return self._told_apart.get(language, ())

    def _counted(self, measure: str, language: str) -> int:
        keeps, key = _COUNTED[measure]
        return len({key(one) for one in self._of(language) if keeps(one)})

    def _question(self, measure: str, where: tuple[Filter, ...] = ()) -> Question:
        return Question(measure=measure, period=self._release.manifest.period, where=where)

    def _number(self, question: Question, number: int, ids: tuple[str, ...] = ()) -> Figure:
        release = self._release.manifest.id
        return Figure(unit=Unit.NUMBER, question=question, release=release, numerator=number, incidents=ids)

    def _score(self, question: Question, value: float) -> Figure:
        """A ratio as it is told: to two decimals, a half away from zero."""
        told = Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        release = self._release.manifest.id
        return Figure(unit=Unit.NUMBER, question=question, release=release, numerator=int(told * 100), denominator=100)

    def _share(self, question: Question, part: int, whole: int) -> Figure:
        release = self._release.manifest.id
        if not whole:
            raise Missing(f"no share of nothing: no passage is cited in release {release}")
        return Figure(unit=Unit.PERCENT, question=question, release=release, numerator=100 * part, denominator=whole)


_AGREEMENT: Final = ("agreed", "compared", "agreement")

RELIABILITY: Final = ("doubled", "doubled_same", "alpha", "alpha_low", "alpha_high")
"""What is told of each question that people answered twice."""


def _passages(incident: Incident) -> Iterator[Passage]:
    read = {coding.subject.rpartition("#")[0] for coding in incident.codings if coding.coder.machine}
    for one in incident.citations:
        yield Passage(incident.id, one.document, one.source, _language(one.passage), one.document in read)


def _language(passage: str) -> str:
    """The language of the first paragraph, `und` where there are no words."""
    return next((paragraph.language for paragraph in identify.paragraphs(passage)), "und")
