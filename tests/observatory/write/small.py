"""A small release made by hand, with all that a report needs, and the materials of a report made of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.coding import Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.figure import Filter
from kuzet.basis.incident import Case, CaseStep, Citation, Incident
from kuzet.basis.money import Money
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.release import Indicator, Manifest, PublishedTotal, Release
from kuzet.observatory.tally.engine import Tally
from kuzet.observatory.write.composing.materials import Materials

OBSTRUCTION = "illegal_impediments_denial_of_access"


def incident(number, method, perpetrator, day="2024-05-06", **more):
    category = codebook.load("2024.1").table("methods")[method].extra["category"]
    told = Name(en=f"What happened in case {number}.", ru=f"Что произошло, случай {number}.", kk=f"{number}-оқиға.")
    values = {
        "id": f"KZ-2024-{number:04}",
        "country": "KZ",
        "title": told,
        "summary": told,
        "date": EventDate.parse(day),
        "category": category,
        "methods": (method,),
        "perpetrators": (Perpetrator(klass=perpetrator),),
        "targets": (Target(name=Name(en="A. Reporter"), kind="journalist"),),
        "place": Place(
            name=Name(kk="Астана", ru="Астана", en="Astana"), precision="town", country="KZ", region="KZ-71"
        ),
        "mode": "offline",
        "citations": (
            Citation(document="d1", source="dala", url="https://dala.example/1", sha256="0" * 64, title="Хабар"),
        ),
    }
    return Incident(**{**values, **more})


def placeholder(number, method, perpetrator, **more):
    return incident(number, method, perpetrator, "2024", reconstructed=True, citations=(), **more)


FINE = Penalty(kind="fine", money=Money(amount=Decimal(73840), currency="KZT"))
ARREST = Penalty(kind="administrative_arrest", days=10)

INCIDENTS = (
    incident(1, "non_fatal_attack_beating", "non_state", "2024-09-19"),
    incident(2, "non_fatal_attack_beating", "authorities", "2024-12-19"),
    incident(
        3,
        OBSTRUCTION,
        "authorities",
        people=36,
        methods=(OBSTRUCTION, "accreditation_denial"),
        perpetrators=(Perpetrator(klass="authorities", kind="ministry"),),
    ),
    incident(4, OBSTRUCTION, "authorities", "2024-10-06", context_event="referendum_2024"),
    incident(
        5,
        "ddos_hacker_attack",
        "unknown",
        "2024-07-17",
        mode="online",
        targets=(Target(name=Name(en="News.kz"), kind="online_media"),),
    ),
    incident(6, "defamation_libel", "unknown", "2024", mode="online"),
    incident(7, "civil_case", "non_state", proceeding="civil", verdict="claim_rejected"),
    incident(8, "fine", "authorities", proceeding="administrative", penalties=(FINE,), verdict="convicted"),
    incident(9, "administrative_arrest", "authorities", proceeding="administrative", penalties=(ARREST,)),
    placeholder(10, "civil_case", "non_state", proceeding="civil"),
    placeholder(11, "administrative_case", "non_state", proceeding="administrative"),
    placeholder(12, "pretrial_claim", "non_state"),
    placeholder(13, "short_term_detention", "authorities"),
    incident(14, "criminal_case", "authorities", proceeding="criminal"),
)


def total(year, value, *filters):
    where = tuple(Filter(field=name, codes=(code,)) for name, code in filters)
    told = " ".join(f"{name}={code}" for name, code in filters)
    return PublishedTotal(
        id=f"{year} {told}", year=year, where=where, value=value, unit="incidents", derived=False, source="x"
    )


TOTALS = (
    total(2018, 1, ("category", "physical")),
    total(2020, 12),
    total(2021, 11),
    total(2022, 20),
    total(2022, 9, ("category", "non_physical_cyber")),
    total(2022, 8, ("category", "physical")),
    total(2023, 16),
    total(2023, 6, ("category", "non_physical_cyber")),
    total(2023, 5, ("category", "physical")),
    total(2023, 5, ("category", "judicial_economic")),
    total(2023, 2, ("method", "short_term_detention")),
)
INDICATORS = (
    Indicator(code="rsf_rank", year=2024, value=Decimal(142), unit="rank", source="RSF"),
    Indicator(code="rsf_rank", year=2023, value=Decimal(134), unit="rank", source="RSF"),
    Indicator(code="rsf_score", year=2024, value=Decimal("41.11"), unit="score", source="RSF"),
    Indicator(code="freedom_in_the_world", year=2024, value=Decimal(23), unit="score", source="Freedom House"),
)
RELEASE = Release(
    manifest=Manifest(
        id="kz-2024-small",
        country="KZ",
        period=EventDate.parse("2024"),
        edition="1",
        frozen=date(2025, 2, 1),
        codebook="2024.1",
        title=Name(en="Small", ru="Малый", kk="Шағын"),
    ),
    incidents=INCIDENTS,
    cases=(
        Case(
            id="c1",
            title=Name(en="A case", ru="Дело", kk="Іс"),
            incidents=("KZ-2024-0009",),
            steps=(CaseStep(date=EventDate.parse("2024-05-06"), kind="verdict", text=Name(ru="Арест")),),
        ),
    ),
    sources=(
        Source(
            id="dala",
            name=Name(en="Dala"),
            kind="online_media",
            languages=("ru",),
            country="KZ",
            url="https://dala.example",
        ),
    ),
    totals=TOTALS,
    indicators=INDICATORS,
)


def materials(release=RELEASE, **more):
    book, country = codebook.load("2024.1"), countries.load("kz")
    known = {"region": [region.iso for region in country.regions]}
    return Materials(
        numbers=Tally(release, book, known),
        release=release,
        codebook=book,
        country=country,
        digest="ab" * 32,
        **more,
    )
