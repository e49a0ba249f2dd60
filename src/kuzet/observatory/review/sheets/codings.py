"""What a row says -> a coding, and a title and a summary; answers that it does not touch stay with their quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace

from kuzet.basis.coding import Answer, Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.countries.records import Names, Settlement
from kuzet.language.text import script
from kuzet.observatory.review.sheets.fields import FIELDS
from kuzet.observatory.review.sheets.pack import Pack
from kuzet.observatory.review.sheets.rows import Values

RULE: Final = "register"
"""The rule of an answer that a row of a register gave."""

UNKNOWN: Final = "unknown"
CERTAINTY: Final = "probable"
"""What is answered where a new row leaves it open: one source says so, and nothing speaks against it."""

_CYRILLIC: Final = "\u0400"


@dataclass(frozen=True, slots=True)
class Made:
    """By whom a coding is made, when, and what it is of."""

    subject: str
    coder: Coder
    at: datetime


def coding(values: Values, made: Made, pack: Pack, before: Coding | None = None) -> Coding:
    """The coding of a row; with `before`, that of the incident as it was, what the row leaves open stays."""
    filled = {**(_following(values, pack) if before else _defaults(values, pack)), **values}
    base = before or Coding(subject=made.subject, coder=made.coder, codebook=pack.book.version)
    touched = {FIELDS[name].variable for name in filled} - {""}
    answers = {name: _BUILD[name](filled, base, pack) for name in _BUILD if name in touched}
    head = {"subject": made.subject, "coder": made.coder, "at": made.at, "codebook": pack.book.version}
    return replace(base, **head, is_attack=Answer(value=True, rule=RULE), **answers)


def titles(values: Values, pack: Pack, before: tuple[Name, Name] | None = None) -> tuple[Name, Name]:
    """Title and summary: as the row has them, else as they were, else the main method and the target."""
    title = _texts(values, "title", before[0] if before else None) or _described(values, pack)
    return title, _texts(values, "summary", before[1] if before else None) or title


def _following(values: Values, pack: Pack) -> Values:
    """The category of the main method, where the row gives one."""
    if not values.get("methods"):
        return {}
    return {"category": (pack.book.table("methods")[values["methods"][0]].extra["category"],)}


def _defaults(values: Values, pack: Pack) -> Values:
    """What a new row need not say: the category follows, and nobody is named whom it does not name."""
    kinds = [kind for kind in values.get("perpetrator_kind", ()) if kind]
    classes = tuple(pack.book.table("perpetrator_kinds")[kind].extra["class"] for kind in kinds) or (UNKNOWN,)
    return {
        **_following(values, pack),
        "perpetrator": classes,
        "region": ("",),
        "certainty": (CERTAINTY,),
    }


def _texts(values: Values, prefix: str, before: Name | None) -> Name | None:
    given = {
        language: values[f"{prefix}_{language}"][0] for language in LANGUAGES if values.get(f"{prefix}_{language}")
    }
    return replace(before, **given) if before else Name(**given) if given else None


def _described(values: Values, pack: Pack) -> Name:
    label = pack.book.table("methods")[values["methods"][0]].label
    return Name(**{language: f"{label.best(language)}: {'; '.join(values['target'])}" for language in LANGUAGES})


def _plain(name: str, read: Callable[[str], Any] = str) -> Callable[[Values, Coding, Pack], Any]:
    """An answer of one value under the name of its field."""
    return lambda values, _, __: Answer(value=read(values[name][0]), rule=RULE)


def _many(name: str, read: Callable[[str], Any] = str) -> Callable[[Values, Coding, Pack], Any]:
    return lambda values, _, __: tuple(Answer(value=read(one), rule=RULE) for one in values[name])


def _lists(values: Values, leading: str, fields: tuple[str, ...], count: int) -> Iterator[dict[str, str | None]]:
    """One mapping for each value of a leading column; None where the row says nothing of a column."""
    count = len(values.get(leading, ())) or count
    for at in range(count):
        yield {name: _at(values.get(name, ()), at) for name in (leading, *fields)}


def _at(found: tuple[str, ...], at: int) -> str | None:
    """The value at a place; one value stands for all of them."""
    return None if not found else found[at] if at < len(found) else found[0] if len(found) == 1 else ""


def _perpetrators(values: Values, base: Coding, _: Pack) -> tuple[Answer[Perpetrator], ...]:
    made = []
    rows = _lists(values, "perpetrator", ("perpetrator_kind", "perpetrator_role"), len(base.perpetrators))
    for at, row in enumerate(rows):
        old = base.perpetrators[at].value if at < len(base.perpetrators) else Perpetrator(klass=UNKNOWN)
        given = {"klass": row["perpetrator"], "kind": row["perpetrator_kind"], "role": row["perpetrator_role"] or None}
        made.append(Answer(value=_changed(old, given), rule=RULE))
    return tuple(made)


def _targets(values: Values, base: Coding, _: Pack) -> tuple[Answer[Target], ...]:
    made = []
    for at, row in enumerate(
        _lists(values, "target", ("target_kind", "affiliation", "target_people"), len(base.targets))
    ):
        old = base.targets[at].value if at < len(base.targets) else None
        name = named(row["target"]) if row["target"] else old.name if old else named(UNKNOWN)
        if old and row["target"] in dict(old.name.known()).values():
            name = old.name
        given: dict[str, object] = {"name": name, "kind": row["target_kind"]}
        if row["affiliation"] is not None:
            given["affiliation"] = named(row["affiliation"]) if row["affiliation"] else None
        if row["target_people"]:
            given["people"] = int(row["target_people"])
        made.append(Answer(value=_changed(old or Target(name=name, kind=UNKNOWN), given), rule=RULE))
    return tuple(made)


def _penalties(values: Values, base: Coding, _: Pack) -> tuple[Answer[Penalty], ...]:
    made = []
    fields = ("penalty_sum", "penalty_days", "penalty_months")
    for at, row in enumerate(_lists(values, "penalty", fields, len(base.penalties))):
        old = base.penalties[at].value if at < len(base.penalties) else None
        given: dict[str, object] = {"kind": row["penalty"]}
        given |= {name: int(text) for name in ("days", "months") if (text := row[f"penalty_{name}"])}
        if row["penalty_sum"]:
            amount, currency = row["penalty_sum"].split(" ")
            given["money"] = Money(amount=Decimal(amount), currency=currency)
        made.append(Answer(value=_changed(old or Penalty(kind=row["penalty"] or ""), given), rule=RULE))
    return tuple(made)


def _changed(old: Any, given: Mapping[str, Any]) -> Any:  # noqa: ANN401  (a word of any kind)
    return replace(old, **{name: value for name, value in given.items() if value is not None})


def named(text: str) -> Name:
    """A name in the language that its letters show: Kazakh by its own letters, else Russian or English by script."""
    if script.bare(text) != text:
        return Name(kk=text)
    return Name(ru=text) if max(text) >= _CYRILLIC else Name(en=text)


def _place(values: Values, base: Coding, pack: Pack) -> Answer[Place]:
    region = values.get("region", (base.place.value.region if base.place else "",))[0]
    country = pack.country.profile
    if values.get("place"):
        spot = pack.spot(values["place"][0], region)
        point = (spot.latitude, spot.longitude) if isinstance(spot, Settlement) else (None, None)
        precision = "town" if isinstance(spot, Settlement) else "district"
        found = Place(
            name=_name(spot.name),
            precision=precision,
            country=country.code,
            region=spot.region,
            latitude=point[0],
            longitude=point[1],
        )
    elif region:
        name = _name(pack.country.region(region).name)
        found = Place(name=name, precision="region", country=country.code, region=region)
    else:
        found = Place(name=_name(country.name), precision="country", country=country.code)
    return Answer(value=found, rule=RULE)


def _name(names: Names) -> Name:
    return Name(kk=names.kk, ru=names.ru, en=names.en)


def article(text: str) -> LegalArticle:
    """An article as `str` of it writes it: `criminal_code 274 part 2`."""
    words = text.split(" ")
    parts = dict(zip(words[2::2], words[3::2], strict=True))
    return LegalArticle(code=words[0], article=words[1], part=parts.get("part", ""), point=parts.get("point", ""))


_BUILD: Final[Mapping[str, Callable[[Values, Coding, Pack], Any]]] = {
    "category": _plain("category"),
    "methods": _many("methods"),
    "perpetrators": _perpetrators,
    "targets": _targets,
    "people": _plain("people", int),
    "date": _plain("date", EventDate.parse),
    "place": _place,
    "mode": _plain("mode"),
    "context_event": _plain("context_event"),
    "articles": _many("articles", article),
    "proceeding": _plain("proceeding"),
    "stage": _plain("stage"),
    "verdict": _plain("verdict"),
    "penalties": _penalties,
    "certainty": _plain("certainty"),
}
"""How each answer is made of the fields that are part of it."""
