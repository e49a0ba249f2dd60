"""What is wrong with folders of sources: schema, codes, addresses, samples that are read otherwise than expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Final

from kuzet import countries
from kuzet.basis.errors import BadInput, KuzetError
from kuzet.basis.home import HOME
from kuzet.basis.names import LANGUAGES
from kuzet.countries import Country
from kuzet.observatory.collect import days, markup, samples, sources
from kuzet.observatory.collect.plan import KINDS, Plan

Check = Callable[[Plan, Country], Iterator[KuzetError]]

BY_HAND: Final = ("correspondent", "court_service")
"""Kinds whose documents people bring; all others have start pages."""


def problems(root: Traversable) -> Iterator[KuzetError]:
    """Everything that is wrong, folder by folder, then between the folders; each error names file and field."""
    plans: list[Plan] = []
    for folder in sources.folders(root):
        try:
            plan = sources.plan(folder)
            found = list(of_plan(plan))
        except KuzetError as error:
            yield error
            continue
        plans.append(plan)
        yield from found
        yield from samples.problems(folder, plan)
    yield from _shared(plans)


def of_plan(plan: Plan) -> Iterator[KuzetError]:
    """What is wrong with one plan; raises `BadInput` for a country without a pack."""
    where = f"{plan.source.id}/{sources.FILE}"
    pack = countries.load(_home(plan.source.country))
    for check in CHECKS:
        for error in check(plan, pack):
            yield error.at(where) if isinstance(error, BadInput) else error


def _home(country: str) -> str:
    """The pack that a source's region and name are looked up in: its own, or the home country for sources abroad."""
    return country if country.lower() in countries.codes() else HOME


def _names(plan: Plan, _: Country) -> Iterator[KuzetError]:
    for language in LANGUAGES:
        if not plan.source.name.get(language):
            yield BadInput("", f"a name in {language}", "name")


def _kind(plan: Plan, _: Country) -> Iterator[KuzetError]:
    if plan.source.kind not in KINDS:
        yield BadInput(plan.source.kind, f"one of {', '.join(KINDS)}", "kind")


def _languages(plan: Plan, _: Country) -> Iterator[KuzetError]:
    if not plan.source.languages:
        yield BadInput((), f"a list of {', '.join(LANGUAGES)}", "languages")
    for language in plan.source.languages:
        if language not in LANGUAGES:
            yield BadInput(language, f"one of {', '.join(LANGUAGES)}", "languages")


def _region(plan: Plan, pack: Country) -> Iterator[KuzetError]:
    known = {region.iso for region in pack.regions}
    if plan.region and plan.region not in known:
        yield BadInput(plan.region, f"a region of {pack.profile.code} by ISO 3166-2", "region")


def _years(plan: Plan, _: Country) -> Iterator[KuzetError]:
    for year in plan.source.panel_years:
        if year not in days.YEARS:
            yield BadInput(year, f"a year from {days.YEARS[0]} to {days.YEARS[-1]}", "panel_years")


def _starts(plan: Plan, _: Country) -> Iterator[KuzetError]:
    if not plan.start and plan.status == "active" and plan.source.kind not in BY_HAND:
        yield BadInput((), f"a list of start pages (only {', '.join(BY_HAND)} have none)", "start")
    for start in plan.start:
        if start.items and (why := _selector(start.items)):
            yield BadInput(start.items, f"a CSS selector ({why})", "start, items")


def _selector(items: str) -> str:
    try:
        markup.parse("<p>").document.query_selector_all(items)
    except Exception as error:  # noqa: BLE001  (resiliparse does not say what its selectors raise)
        return str(error)
    return ""


def _outlet(plan: Plan, pack: Country) -> Iterator[KuzetError]:
    """A source that the pack lists as an outlet has the same kind, country and region there."""
    for outlet in pack.outlets:
        if outlet.id != plan.source.id:
            continue
        pairs = (
            ("kind", plan.source.kind, outlet.kind),
            ("country", plan.source.country, outlet.country),
            ("region", plan.region, outlet.region),
        )
        for field, said, listed in pairs:
            if said != listed:
                yield BadInput(said, f"{listed!r}, as outlets.csv has it", field)


CHECKS: Final[tuple[Check, ...]] = (_names, _kind, _languages, _region, _years, _starts, _outlet)


def _shared(plans: Iterable[Plan]) -> Iterator[KuzetError]:
    """Addresses that two sources have."""
    owned = [
        (url, plan.source.id) for plan in plans for url in sorted({plan.source.url, *(one.url for one in plan.start)})
    ]
    counts = Counter(url for url, _ in owned)
    for url, key in owned:
        if url and counts[url] > 1:
            others = ", ".join(other for again, other in owned if again == url and other != key)
            yield BadInput(url, f"an address of its own (also in {others})", f"{key}/{sources.FILE}")
