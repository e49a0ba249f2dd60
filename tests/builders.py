"""Small hand-made words for tests: real values, with only what a test needs said."""

from __future__ import annotations

from datetime import UTC, datetime

from kuzet.basis.coding import Answer, Candidate, Coder, Coding, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Quotation
from kuzet.basis.incident import Decision, Passage, Verb
from kuzet.basis.names import Name
from kuzet.basis.places import Place

ANALYST = Coder(id="analyst-1")
READER = Coder(id="reader", machine=True)
KOSTANAY = Place(name=Name(en="Kostanay"), precision="town", country="KZ", region="KZ-39")
ASTANA = Place(name=Name(en="Astana"), precision="town", country="KZ", region="KZ-71")


def document(ident="d1", text="A guard pushed the reporter out of the hall. It rained.") -> Document:
    return Document(id=ident, text=text, title="Guard pushes reporter", source="paper", url="https://paper.example/1")


def candidate(of: Document, start=0, end=None) -> Candidate:
    passage = Quotation.cut(of, start, len(of.text) if end is None else end)
    return Candidate(id=f"{of.id}#1", document=of.id, passages=(passage,), score=0.9, rules=("trigger",))


def coding(subject="d1#1", coder=ANALYST, **changes) -> Coding:
    values = {
        "category": Answer(value="physical"),
        "methods": (Answer(value="non_fatal_attack_beating"),),
        "perpetrators": (Answer(value=Perpetrator(klass="authorities", kind="police")),),
        "targets": (Answer(value=Target(name=Name(en="Andrei Skiba"), kind="journalist")),),
        "date": Answer(value=EventDate.parse("2024-04-15")),
        "place": Answer(value=KOSTANAY),
    }
    return Coding(subject=subject, coder=coder, codebook="2024.1", **(values | changes))


def decision(ident="D-1", verb=Verb.ACCEPT, quote="A guard pushed the reporter", **changes) -> Decision:
    values = {
        "at": datetime(2025, 1, 10, 9, tzinfo=UTC),
        "author": ANALYST,
        "reason": "two sources",
        "incident": "" if verb is Verb.REJECT else "KZ-2024-0001",
        "passages": (Passage(document="d1", quote=quote),),
    }
    if verb is Verb.ACCEPT:
        values |= {"coding": coding("KZ-2024-0001"), "title": Name(en="Pushed"), "summary": Name(en="Pushed out.")}
    return Decision(id=ident, verb=verb, **(values | changes))
