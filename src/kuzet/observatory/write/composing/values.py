"""The verbs that give a number or words: an expression in, an `Amount` or text out. The engine counts, this asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression, BadInput, KuzetError, Missing
from kuzet.basis.fields import FIELDS, UNKNOWN
from kuzet.basis.figure import Figure, Question, Unit
from kuzet.basis.rounding import decimals, whole
from kuzet.language.values import form
from kuzet.observatory.write.composing.cases import last_step, told_case
from kuzet.observatory.write.composing.materials import Labels, Materials
from kuzet.observatory.write.composing.panel import panel
from kuzet.observatory.write.expressions.expressions import Expression, Option, Test
from kuzet.observatory.write.expressions.periods import FORMS, MONTH, PARTS, months
from kuzet.observatory.write.numbers_port import Compared, Numbers


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: exact `value`, how it is rounded by its `unit`; `figure` is None for a number of years."""

    value: Fraction
    unit: Unit
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words; `amount` follows them in brackets where there is one; `value` is what a condition compares.

    `also` are further words of the same kind, each with its own amount, said behind commas.
    """

    text: str
    amount: Amount | None = None
    value: int = 1
    also: tuple[Said, ...] = ()


Value = Amount | Said


def value(expression: Expression, labels: Labels) -> Value:
    """The value of an inline or test expression; raises `BadExpression` with its place where it cannot be known."""
    try:
        return _VERBS[expression.verb.text](expression, labels)
    except KuzetError as error:
        raise uncomputable(expression, error) from error


def uncomputable(expression: Expression, error: KuzetError) -> BadExpression:
    """The error of the engine, with the expression and its place in front."""
    return BadExpression(expression.source, f"computable: {error}", str(expression.place))


def holds(test: Test, labels: Labels) -> bool:
    """Whether a condition holds; `known` holds where its expression can be computed."""
    if test.known:
        return _is_known(test, labels) is not test.negated
    left = _compared(value(test.expression, labels))
    found = _COMPARE[test.comparison](left, Fraction(test.number)) if test.comparison else left != 0
    return found is not test.negated


def rounded(amount: Amount) -> Decimal:
    """The number as it is printed, without its sign: shares, changes and money whole, ratios to two decimals."""
    size = abs(amount.value)
    if amount.unit in (Unit.PERCENT, Unit.PERCENT_CHANGE):
        return Decimal(whole(size))
    if amount.unit is Unit.TIMES:
        return decimals(size, 2).normalize()
    if amount.unit is Unit.MONEY:
        return Decimal(whole(size))
    number = Decimal(size.numerator) / Decimal(size.denominator)
    return Decimal(int(number)) if number == int(number) else number


def filters(options: tuple[Option, ...]) -> dict[str, tuple[str, ...]]:
    """The filters among the options, parts of the year as their months."""
    return dict(_filter(one) for one in options if one.name.text in FIELDS or one.name.text in PARTS)


def _filter(one: Option) -> tuple[str, tuple[str, ...]]:
    name, codes = one.name.text, [code.text for code in one.values]
    if name not in FORMS:
        return name, tuple(codes)
    return MONTH, tuple(dict.fromkeys(month for code in codes for month in months(name, code) or (code,)))


def _is_known(test: Test, labels: Labels) -> bool:
    try:
        value(test.expression, labels)
    except BadExpression:
        return False
    return True


def _compared(found: Value) -> Fraction:
    if isinstance(found, Said):
        return Fraction(found.value)
    size = Fraction(rounded(found))
    return -size if found.value < 0 else size


_COMPARE: Final[Mapping[str, Callable[[Fraction, Fraction], bool]]] = MappingProxyType(
    {
        "<": lambda left, right: left < right,
        ">": lambda left, right: left > right,
        "<=": lambda left, right: left <= right,
        ">=": lambda left, right: left >= right,
        "==": lambda left, right: left == right,
        "!=": lambda left, right: left != right,
    }
)


# --- verbs -----------------------------------------------------------------------------------------------------------


def _numbers(expression: Expression, materials: Materials) -> Numbers:
    edition = expression.option("edition")
    if not edition:
        return materials.numbers
    if edition not in materials.editions:
        known = ", ".join(materials.editions) or "none was given"
        raise BadInput(edition, f"an edition at hand ({known})")
    return materials.editions[edition].numbers


def _year(name: str, expression: Expression, materials: Materials) -> int:
    """The year that `previous`, `peak`, `record`, `first`, `this`, `-3` or four digits mean."""
    if name.isdecimal():
        return int(name)
    if name.startswith("-"):
        return materials.year + int(name)
    if name == "peak":
        return _numbers(expression, materials).peak(filters(expression.options))[0]
    if name == "record":
        return _record_year(expression, materials)
    return {"this": materials.year, "previous": materials.year - 1, "first": materials.first_year}[name]


def _record_year(expression: Expression, materials: Materials) -> int:
    found = _numbers(expression, materials).record(filters(expression.options))
    if found.since is None:
        raise Missing("no year that the number is the lowest or highest since")
    return found.since


def _amount(figure: Figure) -> Amount:
    return Amount(figure.value, figure.unit, figure)


def _count(expression: Expression, labels: Labels) -> Amount:
    numbers, where = _numbers(expression, labels.materials), filters(expression.options)
    name = expression.option("year")
    if not name:
        return _amount(numbers.count(where))
    return _amount(numbers.earlier(where, _year(name, expression, labels.materials)))


def _people(expression: Expression, labels: Labels) -> Amount:
    return _amount(_numbers(expression, labels.materials).people(filters(expression.options)))


def _share(expression: Expression, labels: Labels) -> Amount:
    numbers, name = _numbers(expression, labels.materials), expression.option("year")
    year = _year(name, expression, labels.materials) if name else None
    return _amount(numbers.share(filters(expression.options), filters(expression.base or ()), year))


def _change(expression: Expression, labels: Labels) -> Amount:
    year = _year(expression.option("against"), expression, labels.materials)
    return _amount(_numbers(expression, labels.materials).change(filters(expression.options), year))


def _times(expression: Expression, labels: Labels) -> Amount:
    year = _year(expression.option("against"), expression, labels.materials)
    return _amount(_numbers(expression, labels.materials).times(filters(expression.options), year))


def _indicator(expression: Expression, labels: Labels) -> Amount:
    materials, code = labels.materials, expression.words[0].text
    now = materials.numbers.indicator(code, _year(expression.option("year") or "this", expression, materials))
    if not expression.option("against"):
        return _amount(now)
    before = materials.numbers.indicator(code, _year(expression.option("against"), expression, materials))
    return _amount(moved(now, before))


def moved(now: Figure, before: Figure) -> Figure:
    """By how much an indicator of others moved: one figure over two of the engine, with the proof of both."""
    value = now.value - before.value
    question = Question(
        measure=f"change of {now.question.measure}", period=now.question.period, against=before.question.period
    )
    return Figure(
        unit=Unit.NUMBER,
        question=question,
        release=now.release,
        numerator=value.numerator,
        denominator=value.denominator,
        published=(*now.published, *before.published),
    )


def _rank(expression: Expression, labels: Labels) -> Said:
    field, place = expression.words[0].text, int(expression.option("position") or 1)
    ranked = labels.materials.numbers.rank(field, filters(expression.options))
    if not 1 <= place <= len(ranked):
        raise BadInput(place, f"a position from 1 to {len(ranked)}")
    code, figure = ranked[place - 1]
    return Said(labels.inside(field, code), _amount(figure))


def _most(expression: Expression, labels: Labels) -> Said:
    """The known codes with the most incidents, all where they are tied; a condition compares how many they are."""
    field = expression.words[0].text
    ranked = labels.materials.numbers.rank(field, filters(expression.options))
    known = [(code, found) for code, found in ranked if found.numerator and code not in (UNKNOWN, FIELDS[field].empty)]
    if not known:
        raise Missing(f"no incident whose {field} is known")
    top = [(code, found) for code, found in known if found.numerator == known[0][1].numerator]
    first, *others = (Said(labels.inside(field, code), _amount(found)) for code, found in top)
    return replace(first, value=len(top), also=tuple(others))


def _record(expression: Expression, labels: Labels) -> Said:
    found = _numbers(expression, labels.materials).record(filters(expression.options))
    if found.kind == "none":
        return Said("", value=0)
    kind = f"{found.kind}_known" if found.gaps else found.kind
    return Said(labels.phrases.record(kind).replace("{}", str(found.since)))


def _run(expression: Expression, labels: Labels) -> Amount:
    found = _numbers(expression, labels.materials).run(filters(expression.options))
    return Amount(Fraction(-found.years if found.direction == "fell" else found.years), Unit.NUMBER)


def _first_majority(expression: Expression, labels: Labels) -> Said:
    found = labels.materials.numbers.first_majority(filters(expression.options), filters(expression.base or ()))
    return Said("", value=int(found.first is True))


def _rounded_sum(expression: Expression, labels: Labels) -> Said:
    split = labels.materials.numbers.split(expression.words[0].text, filters(expression.options))
    return Said("", value=split.rounded_sum)


def _named_year(expression: Expression, labels: Labels) -> Said:
    year = _year(expression.words[0].text, expression, labels.materials)
    return Said(str(year), value=year)


def _quality(expression: Expression, labels: Labels) -> Amount:
    return _amount(labels.materials.quality.figure(expression.words[0].text))


def _sum(expression: Expression, labels: Labels) -> Amount:
    state, where = expression.words[0].text, filters(expression.options)
    return _amount(labels.materials.sums.total(state, where, expression.option("in")))


def _sums(expression: Expression, labels: Labels) -> Amount:
    return _amount(labels.materials.sums.stated(expression.words[0].text, filters(expression.options)))


def _rate(expression: Expression, labels: Labels) -> Amount:
    year = _year(expression.option("year") or "this", expression, labels.materials)
    return _amount(labels.materials.sums.rate(expression.words[0].text, year))


def _panel(_: Expression, labels: Labels) -> Amount:
    return Amount(Fraction(len(panel(labels.materials))), Unit.NUMBER)


def _timeline(expression: Expression, labels: Labels) -> Value:
    """What a sentence says of the case with the most steps: its title, how many they are, the last one."""
    case = told_case(filters(expression.options), labels)
    if expression.words[0].text == "steps":
        return Amount(Fraction(len(case.steps)), Unit.NUMBER)
    return Said(labels.name(case.title).text if expression.words[0].text == "title" else last_step(case, labels))


def compared(labels: Labels) -> Compared:
    """What this edition changes; raises `Missing` where no other edition is at hand."""
    if labels.materials.compared is None:
        raise Missing("no earlier edition was given to compare with")
    return labels.materials.compared


def _corrections(expression: Expression, labels: Labels) -> Amount:
    found = getattr(compared(labels), expression.words[0].text)
    return Amount(Fraction(len(found)), Unit.NUMBER)


def _name(expression: Expression, labels: Labels) -> Said:
    return Said(_FACTS[expression.words[0].text](labels))


def _label(expression: Expression, labels: Labels) -> Said:
    return Said(labels.code(expression.words[0].text, expression.words[1].text))


_FACTS: Final[Mapping[str, Callable[[Labels], str]]] = MappingProxyType(
    {
        "country": lambda labels: labels.country(),
        "release": lambda labels: labels.materials.release.manifest.id,
        "edition": lambda labels: labels.materials.release.manifest.edition,
        "digest": lambda labels: labels.materials.digest,
        "frozen": lambda labels: form.date(frozen(labels.materials), labels.language),
        "period": lambda labels: form.date(labels.materials.release.manifest.period, labels.language),
        "codebook": lambda labels: labels.materials.codebook.version,
    }
)


def frozen(materials: Materials) -> EventDate:
    """The day on which the release was frozen."""
    return EventDate.parse(materials.release.manifest.frozen.isoformat())


_VERBS: Final[Mapping[str, Callable[[Expression, Labels], Value]]] = MappingProxyType(
    {
        "count": _count,
        "people": _people,
        "share": _share,
        "change": _change,
        "times": _times,
        "indicator": _indicator,
        "rank": _rank,
        "most": _most,
        "record": _record,
        "run": _run,
        "first_majority": _first_majority,
        "rounded_sum": _rounded_sum,
        "year": _named_year,
        "quality": _quality,
        "sum": _sum,
        "sums": _sums,
        "rate": _rate,
        "corrections": _corrections,
        "panel": _panel,
        "timeline": _timeline,
        "name": _name,
        "label": _label,
    }
)
