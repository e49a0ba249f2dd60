"""What must hold before an edition is frozen, each rule with what breaks it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests import builders

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.incident import Case, Citation, Incident
from kuzet.basis.names import Name
from kuzet.basis.release import Manifest, Release
from kuzet.observatory.review import integrity

SHA = "a" * 64
MANIFEST = Manifest(
    id="kz-2024", country="KZ", period=EventDate.parse("2024"), edition="1", frozen=date(2025, 3, 1),
    codebook="2024.1", title=Name(en="Attacks"),
)  # fmt: skip
CODING = builders.coding()
WHOLE = Incident(
    id="KZ-2024-0001",
    country="KZ",
    title=Name(en="Pushed"),
    summary=Name(en="Pushed out."),
    date=CODING.date.value,
    category="physical",
    methods=("non_fatal_attack_beating",),
    perpetrators=tuple(one.value for one in CODING.perpetrators),
    targets=tuple(one.value for one in CODING.targets),
    place=builders.KOSTANAY,
    case="push",
    citations=(Citation(document="d1", source="paper", url="", sha256=SHA),),
    decisions=("D-1",),
)


def problems(incident, kept=None):
    release = Release(
        manifest=MANIFEST,
        incidents=(incident,),
        cases=(Case(id="push", title=Name(en="Push"), incidents=(WHOLE.id,)),),
        sources=(Source(id="paper", name=Name(en="Paper"), kind="newspaper", languages=("en",), country="KZ"),),
        decisions=(builders.decision(),),
    )
    return list(integrity(release, {"d1": SHA} if kept is None else kept))


def test_where_all_holds_nothing_is_told():
    assert problems(WHOLE) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"stage": "apeal"}, "'apeal' is not a code of stages"),
        ({"category": "judicial_economic"}, "belongs to physical, not to judicial_economic"),
        ({"citations": (replace(WHOLE.citations[0], source="radio"),)}, "cites d1 of source radio, which is not among"),
        ({"citations": (replace(WHOLE.citations[0], document="d2"),)}, "cites d2, of which no copy is kept"),
        ({"case": "pull"}, "names case pull, which does not name it"),
        ({"decisions": ()}, "is decided by nobody"),
        ({"decisions": ("D-2",)}, "rests on decision D-2, which is not in the release"),
    ],
)
def test_each_thing_that_is_not_right_is_told_with_its_incident(changed, told):
    (only,) = problems(replace(WHOLE, **changed))
    assert only.startswith("incident KZ-2024-0001: ")
    assert told in only


def test_a_copy_of_another_content_is_told_with_both_sums():
    assert problems(WHOLE, {"d1": "b" * 64}) == [
        "incident KZ-2024-0001: cites d1 with SHA-256 aaaaaaaaaaaa, the copy that is kept has bbbbbbbbbbbb"
    ]


def test_a_placeholder_needs_neither_citation_nor_decision():
    assert problems(replace(WHOLE, citations=(), decisions=(), reconstructed=True)) == []
