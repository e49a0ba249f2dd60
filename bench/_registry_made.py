"""A synthetic registry of any size, written by the registry's own ways, each word with its event.

Every incident rests on one document, in which a candidate was accepted; further candidates wait in the queue; in all
other documents nothing was found. Names repeat as those of a country's newsrooms do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from kuzet import countries
from kuzet.adapters.batches import in_batches
from kuzet.basis import codebook
from kuzet.basis.codebook import CURRENT
from kuzet.basis.coding import Answer, Candidate, Coder, Coding, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Quotation, Source
from kuzet.basis.incident import Citation, Decision, Incident, Passage, Verb
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.commands import show

AT_ONCE, SOURCES, YEARS = 5000, 40, range(2015, 2025)
AT = datetime(2025, 1, 10, 9, tzinfo=UTC)
PASSAGE = "A guard pushed the reporter out of the hall of the court."
TEXT = f"The hearing began late. {PASSAGE} It rained. " + "Nobody said why the door stayed shut. " * 12
GIVEN = {"Айгуль": "Aigul", "Тасқын": "Tasqyn", "Ерлан": "Erlan", "Мария": "Maria", "Игорь": "Igor", "Жанар": "Zhanar"}
STEMS = {
    "Омар": "Omar",
    "Ахмет": "Akhmet",
    "Нұрлан": "Nurlan",
    "Петр": "Petr",
    "Бекжан": "Bekzhan",
    "Жұмабай": "Zhumabai",
}
ENDS = {"ов": "ov", "ова": "ova", "ин": "in", "ұлы": "uly", "ева": "eva", "бек": "bek"}
STATUSES = ("published",) * 7 + ("confirmed", "in_review", "unconfirmed")
KINDS = ("journalist", "editor", "blogger")


class Size(NamedTuple):
    """How many of each there are; of the documents the first report the incidents, the next ones wait."""

    incidents: int
    documents: int
    waiting: int


def fill(size: Size) -> None:
    """Write a registry of this size into the one that is open and empty."""
    from kuzet.web.registry import changes, events, words

    by, chance = events.By("bench", AT, "a synthetic registry"), random.Random(20240101)
    with changes.changing(by) as under_way:
        under_way.put(words.Adopted(id=CURRENT))
        under_way.put_new(Source, [_source(number) for number in range(SOURCES)])
    with show.progress("documents written", size.documents) as advance:
        for numbers in in_batches(range(size.documents), AT_ONCE):
            with changes.changing(by) as under_way:
                _write(under_way, numbers, size, chance)
            advance(len(numbers))


def _write(under_way: Any, numbers: Sequence[int], size: Size, chance: random.Random) -> None:
    """Some documents with what was found in them."""
    under_way.put_new(Document, [_document(number) for number in numbers])
    found = [number for number in numbers if number < size.incidents + size.waiting]
    _propose(under_way.trail, found, size, chance)
    made = [_decided(number, size, chance) for number in numbers if number < size.incidents]
    under_way.put_new(Decision, [decision for decision, _ in made])
    under_way.put_new(Incident, [incident for _, incident in made])


def document(number: int) -> str:
    """The id of a document."""
    return f"doc-{number:07}"


def ident(number: int, size: Size) -> str:
    """The id of an incident: a year's incidents stand beside each other."""
    many = -(-size.incidents // len(YEARS))
    return f"KZ-{YEARS[number // many]}-{number % many + 1:04}"


def _source(number: int) -> Source:
    return Source(id=f"paper-{number}", name=Name(en=f"Paper {number}"), kind="online", languages=("kk",), country="KZ")


def _document(number: int) -> Document:
    day, place = date(2015, 1, 1) + timedelta(days=number % 3650), number % SOURCES
    return Document(
        id=document(number), text=f"{TEXT}Report {number}.", title=f"Guard pushes reporter, {number}",
        source=f"paper-{place}", url=f"https://paper-{place}.example/{number}", sha256=f"{number:064x}",
        published=EventDate.parse(day.isoformat()), captured=AT,
    )  # fmt: skip


def _propose(trail: Any, numbers: Sequence[int], size: Size, chance: random.Random) -> None:
    """Candidates with the machine's codings; what the queue is asked by is chosen and not found by reading."""
    from kuzet.web.registry import inserting, models, store

    words = [_candidate(number) for number in numbers]
    codings = [_machine(word.id, chance) for word in words]
    rows = (
        (store.values(word), _queued(number, word, size, chance)) for number, word in zip(numbers, words, strict=True)
    )
    inserting.insert(models.Candidate, (held | asked for held, asked in rows))
    store.save_new(Coding, codings)
    for word in (*words, *codings):
        trail.add(word, 1, "")


def _candidate(number: int) -> Candidate:
    start = TEXT.index(PASSAGE)
    passage = Quotation(document=document(number), start=start, end=start + len(PASSAGE), text=PASSAGE)
    return Candidate(
        id=f"{document(number)}#1", document=document(number), passages=(passage,), score=number % 1000 / 1000
    )


def _queued(number: int, word: Candidate, size: Size, chance: random.Random) -> dict[str, object]:
    """What `registry.waiting` fills in."""
    method = chance.choice(("non_fatal_attack_beating", "murder", "interrogation"))
    return {
        "state": "accepted" if number < size.incidents else "open", "family": word.id, "method": method,
        "rank": word.score + chance.choice((0.3, 0.4, 1.0)) + chance.random() * 6,
        "source": f"paper-{number % SOURCES}",
        "language": chance.choice(("kk", "ru", "en")), "region": chance.choice(REGIONS), "category": "physical",
        "day": date(2024, 1, 1) + timedelta(days=chance.randrange(366)),
    }  # fmt: skip


def _machine(subject: str, chance: random.Random) -> Coding:
    return _coding(subject, Coder(id="reader", machine=True), "2024-05-01", chance)


def _coding(subject: str, coder: Coder, day: str, chance: random.Random) -> Coding:
    method = chance.choice(METHODS)
    return Coding(
        subject=subject, coder=coder, codebook=CURRENT,
        category=Answer(value=BOOK.table("methods")[method].extra["category"]), methods=(Answer(value=method),),
        perpetrators=(Answer(value=Perpetrator(klass="authorities", kind="police")),),
        targets=(Answer(value=Target(name=person(chance), kind=chance.choice(KINDS))),),
        date=Answer(value=EventDate.parse(day)), place=Answer(value=chance.choice(TOWNS)),
    )  # fmt: skip


def person(chance: random.Random) -> Name:
    """Somebody of the registry."""
    parts = [chance.choice(list(some.items())) for some in (GIVEN, STEMS, ENDS)]
    (given, stem, end), (first, other, last) = zip(*parts, strict=True)
    return Name(kk=f"{given} {stem}{end}", ru=f"{given} {stem}{end}", en=f"{first} {other}{last}")


def _decided(number: int, size: Size, chance: random.Random) -> tuple[Decision, Incident]:
    """An incident with the decision that made it."""
    held = _document(number)
    name = ident(number, size)
    day = date(int(name[3:7]), 1, 1) + timedelta(days=chance.randrange(365))
    coding = _coding(name, Coder(id="bench"), day.isoformat(), chance)
    assert coding.place
    assert coding.date
    assert coding.category
    who, where = coding.targets[0].value, coding.place.value
    title = Name(
        kk=f"Журналист {who.name.kk} соққыға жығылды, {where.name.kk}",
        ru=f"Журналиста избили: {who.name.ru}, {where.name.ru}",
        en=f"Journalist {who.name.en} beaten in {where.name.en}",
    )
    told = {"title": title, "summary": Name(en=f"A guard pushed the reporter out of hall {number % 977}.")}
    decision = Decision(
        id=f"D-{number}", at=AT, author=Coder(id="bench"), verb=Verb.ACCEPT, reason="two sources", incident=name,
        passages=(Passage(document=held.id, quote=PASSAGE),), coding=coding, **told,
    )  # fmt: skip
    cited = Citation(
        document=held.id, source=held.source, url=held.url, sha256=held.sha256, title=held.title, passage=PASSAGE
    )
    incident = Incident(
        id=name, country="KZ", date=coding.date.value, category=coding.category.value, mode="offline",
        methods=tuple(one.value for one in coding.methods), targets=tuple(one.value for one in coding.targets),
        perpetrators=tuple(one.value for one in coding.perpetrators), place=where, status=chance.choice(STATUSES),
        citations=(cited,), decisions=(decision.id,), codings=(coding,), **told,
    )  # fmt: skip
    return decision, incident


def _towns() -> Iterator[Place]:
    for region in countries.load("kz").regions:
        name = Name(kk=region.name.kk, ru=region.name.ru, en=region.name.en)
        yield Place(name=name, precision="region", country="KZ", region=region.iso)


BOOK = codebook.load(CURRENT)
METHODS = tuple(BOOK.table("methods"))
TOWNS = tuple(_towns())
REGIONS = tuple(place.region for place in TOWNS)
