"""Small releases made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from kuzet.basis import codebook as codebooks
from kuzet.basis.coding import Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.figure import Filter
from kuzet.basis.incident import Citation, Incident
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.release import Manifest, PublishedTotal, Release
from kuzet.observatory.tally import Tally

ACCESS, CLAIM, BEATING = "illegal_impediments_denial_of_access", "fine", "non_fatal_attack_beating"
CATEGORY = {ACCESS: "non_physical_cyber", CLAIM: "judicial_economic", BEATING: "physical"}


def _incident(number, method=ACCESS, klass="authorities", on="2024-03", region="KZ-71", **changes):
    precision = "region" if region else "country"
    words = {
        "id": f"KZ-2024-{number:04}",
        "country": "KZ",
        "title": Name(kk="Журналист Ә. Қ.", ru="Журналист А. К.", en="Journalist A. K."),
        "summary": Name(kk="Қысқаша", ru="Кратко", en="In short"),
        "date": EventDate.parse(on),
        "category": CATEGORY[method],
        "methods": (method,),
        "perpetrators": (Perpetrator(klass=klass),),
        "targets": (Target(name=Name(en="A. K."), kind="journalist", people=1),),
        "place": Place(name=Name(en="Somewhere"), precision=precision, country="KZ", region=region),
        "citations": (Citation(document="d1", source="s1", url="https://example.org/1", sha256="0" * 64),),
    }
    return Incident(**(words | changes))


def _total(year, value, **where):
    filters = tuple(Filter(field=name, codes=(where[name],)) for name in sorted(where))
    name = ";".join(f"{key}={where[key]}" for key in sorted(where)) or "all"
    return PublishedTotal(
        id=f"{year} {name}", year=year, where=filters, value=value, unit="incidents", derived=False, source="a report"
    )


def _release(incidents, totals=(), **changes):
    manifest = Manifest(
        id="kz-2024",
        country="KZ",
        period=EventDate.parse("2024"),
        edition="1",
        frozen=date(2025, 2, 1),
        codebook="2024.1",
        title=Name(kk="Шабуылдар", ru="Нападения", en="Attacks"),
    )
    return Release(**({"manifest": manifest, "incidents": tuple(incidents), "totals": tuple(totals)} | changes))


@pytest.fixture(scope="session")
def codebook():
    """The codebook of the releases here."""
    return codebooks.load("2024.1")


@pytest.fixture(scope="session")
def make_incident():
    """Makes an incident: number, method, class, date, region; anything else by name."""
    return _incident


@pytest.fixture(scope="session")
def make_total():
    """Makes a published total: year, value, one code a field."""
    return _total


@pytest.fixture(scope="session")
def make_release():
    """Makes a release for 2024."""
    return _release


@pytest.fixture(scope="session")
def tally(codebook):
    """Three of access, one claim with two people, two beatings; with totals of four earlier years."""
    incidents = (
        _incident(1, ACCESS, "authorities", "2024-01-22", "KZ-35"),
        _incident(2, ACCESS, "unknown", "2024-01", "KZ-71", people=36, mode="offline"),
        _incident(3, ACCESS, "non_state", "2024", "", people=1),
        _incident(4, CLAIM, "authorities", "2024-05-13", "KZ-75", people=2, proceeding="administrative"),
        _incident(5, BEATING, "non_state", "2024-09-20/2024-09-21 night", "KZ-71"),
        _incident(6, BEATING, "authorities", "2024-12-19", "KZ-33"),
    )
    totals = (
        _total(2020, 12),
        _total(2022, 9),
        _total(2023, 8),
        _total(2018, 2, category="physical"),
        _total(2022, 7, category="physical"),
        _total(2023, 3, category="physical"),
        _total(2022, 1, category="physical", perpetrator="authorities"),
        _total(2023, 4, category="non_physical_cyber", method_group="obstruction_access"),
    )
    return Tally(_release(incidents, totals), codebook)
