"""Whether a collection is well: each source, each language, each panel.

A language or panel is judged by its new documents in the last 24 hours, and in the last 7 days, against the spans of
the same length that ended 1, 2 ... 8 weeks earlier: the same weekday at the same hour. Counts are compared as
`2 * sqrt(count + 3/8)`, which gives Poisson counts a spread of 1 whatever their size (Anscombe 1948, Biometrika 35,
246-254). Usual is the median of the eight; the spread is 1.4826 times the median absolute deviation, at least 1; more
than 3 spreads under the median is a gap (Leys et al. 2013, Journal of Experimental Social Psychology 49, 764-766, who
call 3 very conservative). Median and deviation hold while fewer than half of the weeks were themselves bad. So 20
documents a day raise a gap at 8 or fewer, 5 a day when none come at all, and 1 a day after a week with one or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from math import ceil, sqrt
from statistics import median
from typing import Final, Literal

from kuzet.basis.word import Word
from kuzet.observatory.collect.plan import Expected, Plan

WEEKS: Final = 8
"""Weeks that tell what is usual."""

FEWEST: Final = 4
"""Weeks of which something must be known before a gap can be told."""

SPANS: Final = (1, 7)
"""Days that are added up: one, for what is large, and seven, for what is small."""

SPREADS: Final = 3
MAD_TO_SPREAD: Final = 1.4826
"""For numbers that are normally distributed."""

DAYS: Final = 7 * WEEKS + max(SPANS)
"""Days of counts that a judgement needs."""


class State(Word):
    """What is known of one source's collection. `weight` is that of its failures since its last success."""

    source: str
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    weight: float = 0
    next_attempt: datetime | None = None
    paused: str = ""
    """Why it is no longer asked; empty while it is."""
    broken: str = ""
    """Why a start page of it gave nothing."""


class Count(Word):
    """New documents of one source in one language; `ago` 0 is the last 24 hours, 1 the 24 hours before them."""

    ago: int
    source: str
    language: str
    new: int


class Gap(Word):
    """Fewer new documents than usual. `least` is the smallest count within the usual range."""

    of: Literal["language", "panel"]
    name: str
    days: int
    new: int
    usual: float
    least: int

    def __str__(self) -> str:
        span = "24 hours" if self.days == 1 else f"{self.days} days"
        usual = f"usual are {self.usual:g}, at least {self.least}"
        return f"{self.of} {self.name}: {self.new} new in the last {span}, {usual}"


class Health(Word):
    """One source on the table of health; `says` is what is wrong, empty where nothing is."""

    state: State
    day: int
    """New documents in the last 24 hours."""
    week: int
    """And in the last 7 days."""
    says: str = ""


def gaps(counts: Sequence[Count], plans: Iterable[Plan], year: int) -> tuple[Gap, ...]:
    """What fell under its usual range: each language, and the sources that stand in the panel of a year."""
    panel = {plan.source.id for plan in plans if year in plan.source.panel_years}
    languages = {count.language for count in counts if count.language}
    groups: list[tuple[Literal["language", "panel"], str, Callable[[Count], bool]]] = [
        ("language", language, partial(_in_language, language)) for language in sorted(languages)
    ]
    groups.append(("panel", str(year), lambda one: one.source in panel))
    found = (_gap(of, name, _by_day(counts, belongs)) for of, name, belongs in groups)
    return tuple(gap for gap in found if gap)


def _in_language(language: str, count: Count) -> bool:
    return count.language == language


def sources(states: Iterable[State], counts: Iterable[Count], plans: Iterable[Plan]) -> tuple[Health, ...]:
    """Every source of the plans with its counts, in their order."""
    known = {state.source: state for state in states}
    day, week = Counter[str](), Counter[str]()
    for count in counts:
        day[count.source] += count.new * (count.ago < 1)
        week[count.source] += count.new * (count.ago < 7)
    return tuple(_health(plan, known.get(plan.source.id), day, week) for plan in plans)


def _health(plan: Plan, state: State | None, day: Mapping[str, int], week: Mapping[str, int]) -> Health:
    ident = plan.source.id
    state = state or State(source=ident)
    return Health(state=state, day=day[ident], week=week[ident], says=_says(state, plan.weekly, week[ident]))


def _says(state: State, weekly: Expected, week: int) -> str:
    """The worst thing that can be said of a source."""
    told = (
        (state.paused, state.paused),
        (state.last_attempt is None, "never asked"),
        (state.broken, state.broken),
        (state.weight > 0, f"failing since {_day(state.last_success)}, weight {state.weight:g}"),
        (week < weekly.least, f"{week} new in 7 days, expected at least {weekly.least}"),
        (week > weekly.most, f"{week} new in 7 days, expected at most {weekly.most}"),
    )
    return next((str(words) for holds, words in told if holds), "")


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else "the beginning"


def _by_day(counts: Iterable[Count], belongs: Callable[[Count], bool]) -> Counter[int]:
    days = Counter[int]()
    for count in counts:
        if belongs(count):
            days[count.ago] += count.new
    return days


def _gap(of: Literal["language", "panel"], name: str, days: Mapping[int, int]) -> Gap | None:
    known = max((ago for ago, new in days.items() if new), default=-1) + 1
    for span in SPANS:
        before = [_sum(days, 7 * week, span) for week in range(1, WEEKS + 1) if 7 * week + span <= known]
        if len(before) < FEWEST:
            return None
        new, least = _sum(days, 0, span), usual_least(before)
        if new < least:
            return Gap(of=of, name=name, days=span, new=new, usual=median(before), least=least)
    return None


def _sum(days: Mapping[int, int], ago: int, span: int) -> int:
    return sum(days[day] for day in range(ago, ago + span))


def usual_least(before: Sequence[int]) -> int:
    """The smallest count that is still usual beside those of earlier weeks; 0 where none would be a gap."""
    scaled = [2 * sqrt(count + 3 / 8) for count in before]
    middle = median(scaled)
    spread = max(1.0, MAD_TO_SPREAD * median(abs(one - middle) for one in scaled))
    low = max(middle - SPREADS * spread, 0.0)
    return max(ceil((low / 2) ** 2 - 3 / 8), 0)
