"""The question of a figure put to the counting engine once more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure, Filter, Question
from kuzet.observatory.write.composing.materials import Materials
from kuzet.observatory.write.composing.values import moved
from kuzet.observatory.write.numbers_port import Where
from kuzet.observatory.write.quality import RELIABILITY

Ask = Callable[[Question, str, Materials], Figure]
"""Question, what its measure is about ("rsf_rank" of "indicator rsf_rank"), and where to look."""


def answer(question: Question, materials: Materials) -> Figure:
    """The figure that answers a question; raises `KuzetError` where the release cannot answer it."""
    kind, _, about = question.measure.rpartition(" ")
    if question.measure in _ASKED:
        return _ASKED[question.measure](question, "", materials)
    if kind not in _ASKED:
        raise Missing(f"no such measure: {question.measure}")
    return _ASKED[kind](question, about, materials)


def _where(filters: tuple[Filter, ...]) -> Where:
    return {one.field: one.codes for one in filters}


def _year(date: EventDate | None) -> int:
    if date is None or date.year is None:
        raise Missing("the question names no year")
    return date.year


def _of_year(question: Question, materials: Materials) -> int | None:
    """The year that is asked, None for the whole period of the release."""
    return None if question.period == materials.release.manifest.period else _year(question.period)


def _count(question: Question, _: str, materials: Materials) -> Figure:
    return materials.numbers.count(_where(question.where), _of_year(question, materials))


def _people(question: Question, _: str, materials: Materials) -> Figure:
    return materials.numbers.people(_where(question.where))


def _share(question: Question, _: str, materials: Materials) -> Figure:
    where, base = _where(question.where), _where(question.base)
    return materials.numbers.share(where, base, _of_year(question, materials))


def _change(question: Question, _: str, materials: Materials) -> Figure:
    return materials.numbers.change(_where(question.where), _year(question.against))


def _times(question: Question, _: str, materials: Materials) -> Figure:
    return materials.numbers.times(_where(question.where), _year(question.against))


def _indicator(question: Question, about: str, materials: Materials) -> Figure:
    return materials.numbers.indicator(about, _year(question.period))


def _indicator_moved(question: Question, about: str, materials: Materials) -> Figure:
    now = materials.numbers.indicator(about, _year(question.period))
    return moved(now, materials.numbers.indicator(about, _year(question.against)))


def _sum(question: Question, about: str, materials: Materials) -> Figure:
    state = question.measure.split()[1]
    return materials.sums.total(state, _where(question.where), about)


def _sums(question: Question, about: str, materials: Materials) -> Figure:
    return materials.sums.stated(about, _where(question.where))


def _rate(question: Question, about: str, materials: Materials) -> Figure:
    return materials.sums.rate(about, _year(question.period))


def _quality(question: Question, about: str, materials: Materials) -> Figure:
    languages = [code for one in question.where if one.field == "language" for code in one.codes]
    return materials.quality.figure(about, *languages)


def _agreement(question: Question, about: str, materials: Materials) -> Figure:
    for variable, figures in materials.quality.agreement():
        for figure in figures:
            if variable == about and figure.question == question:
                return figure
    raise Missing(f"the release compares no answers to {about}")


def _reliability(question: Question, about: str, materials: Materials) -> Figure:
    for variable, figures in materials.quality.reliability():
        for figure in figures:
            if variable == about and figure.question == question:
                return figure
    raise Missing(f"nobody answered twice what the release says of {about}")


_ASKED: Final[Mapping[str, Ask]] = MappingProxyType(
    {
        "count": _count,
        "people": _people,
        "share": _share,
        "change": _change,
        "times": _times,
        "indicator": _indicator,
        "change of indicator": _indicator_moved,
        "sum imposed": _sum,
        "sum asked": _sum,
        "sums": _sums,
        "rate": _rate,
        "quality": _quality,
        "agreed": _agreement,
        "compared": _agreement,
        "agreement": _agreement,
        **dict.fromkeys(RELIABILITY, _reliability),
    }
)
