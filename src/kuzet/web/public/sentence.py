"""Ask for a figure: a number with its unit, period, edition and the address to cite it by, in three languages.

The filter page says the same by the same patterns (`script_words`), so that a reader may quote either.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from kuzet.basis.dates import EventDate
from kuzet.basis.figure import Filter
from kuzet.basis.names import Name
from kuzet.basis.word import Word
from kuzet.language.values import form
from kuzet.web.public.tongue import Tongue

_SAMPLES: Final = (1, 2, 5)
"""Numbers of the plural classes one, few and many."""


class Asked(Word):
    """A figure that was asked for: how many incidents of a period pass the filters, or hit one actor."""

    count: int
    period: str
    filters: tuple[Filter, ...]
    release: str
    edition: str
    frozen: str
    about: Name | None = None


class Cited(NamedTuple):
    """The sentence, what it rests on, and where it can be read; '' where the publisher tells no address."""

    said: str
    rests: str
    address: str


def cited(asked: Asked, address: str, said: Tongue) -> Cited:
    """The figure in words."""
    told = "; ".join(_told(one, said) for one in asked.filters)
    told = asked.about.best(said.language) if asked.about else told
    pattern = said.words["figure_of" if told else "figure_all"]
    sentence = pattern.format(count=said.counted(asked.count), period=_period(asked, said), filters=told)
    return Cited(sentence, rests(asked, said), address)


def _period(asked: Asked, said: Tongue) -> str:
    return said.begun(form.date(EventDate.parse(asked.period), said.language))


def rests(asked: Asked, said: Tongue) -> str:
    """The unit and the edition."""
    return said.say("figure_rests", release=asked.release, edition=asked.edition, frozen=said.date(asked.frozen))


def _told(one: Filter, said: Tongue) -> str:
    return f"{said.field(one.field)}: {' + '.join(said.code(one.field, code) for code in one.codes)}"


def script_words(asked: Asked, said: Tongue) -> dict[str, Any]:
    """What the script of the filter page needs to say the same: patterns, forms of the noun, the thousands' sign."""
    return {
        "figure_of": said.words["figure_of"],
        "figure_all": said.words["figure_all"],
        "rests": rests(asked, said),
        "period": _period(asked, said),
        "forms": dict(zip(("one", "few", "many"), map(said.noun, _SAMPLES), strict=True)),
        "apart": said.number(1000)[1:-3],
        "language": said.language,
    }
