"""Small hand-made words of a registry, and its writers."""

from __future__ import annotations

from datetime import UTC, datetime

from tests import builders

from kuzet.basis.incident import Citation, Incident
from kuzet.basis.judgement import Judgement, LinkKind, Undo, Verdict
from kuzet.basis.names import Name

AT = datetime(2025, 1, 10, 9, tzinfo=UTC)


def by(author="analyst-1", reason="two sources"):
    """Who writes; the models are imported when it is called."""
    from kuzet.web.registry.events import By

    return By(author, AT, reason)


def incident(ident="KZ-2024-0001", **changes) -> Incident:
    coding = builders.coding()
    values = {
        "country": "KZ",
        "title": Name(en="Pushed", kk="Итерілді"),
        "summary": Name(en="Pushed out."),
        "date": coding.date.value,
        "category": "physical",
        "methods": ("non_fatal_attack_beating",),
        "perpetrators": tuple(one.value for one in coding.perpetrators),
        "targets": tuple(one.value for one in coding.targets),
        "place": builders.KOSTANAY,
        "citations": (Citation(document="d1", source="paper", url="https://paper.example/1", sha256="0" * 64),),
    }
    return Incident(id=ident, **(values | changes))


def judgement() -> Judgement:
    return Judgement(
        left="d1#1", right="d2#1", kind=LinkKind.SAME_INCIDENT, verdict=Verdict.NEGATIVE, author=builders.ANALYST, at=AT
    )


def undo() -> Undo:
    return Undo(of=judgement().id, author=builders.ANALYST, at=AT, reason="wrong pair")
