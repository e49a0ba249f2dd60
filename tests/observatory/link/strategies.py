"""Any items, for properties: a few people, outlets, days and places, so that many of them meet."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st
from msgspec import structs
from tests.builders import ANALYST, ASTANA, KOSTANAY
from tests.observatory.link.makers import article, codes, crowd, fine, item, outlet, person, when

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.basis.dates import EventDate
from kuzet.basis.judgement import Judgement, LinkKind, Verdict
from kuzet.observatory.link.traces import Traces

NAMES = ("Andrei Skiba", "Skiba", "A. Skiba", "Olga Skiba", "Olga Lis", "Yerlan Tortai")
OUTLETS = ("Steppe FM", "Altai News")
DAYS = ("2024-04-15", "2024-04-16", "2024-04-20", "2024-04", "2024", "2023-04-15", "--04-15", "2024-04-12/2024-04-18")
METHODS = ("fine", "arrest", "non_fatal_attack_beating")
WORDS = ("andr", "skib", "olg", "lis")
LARGE = ("2024-04-15", "2024-06-01")

targets = st.lists(
    st.one_of(
        st.sampled_from(NAMES).map(person),
        st.sampled_from(OUTLETS).map(lambda name: outlet(en=name)),
        st.integers(1, 5).map(crowd),
    ),
    max_size=3,
).map(tuple)

traces = st.builds(
    Traces,
    names=st.lists(st.sampled_from(WORDS), unique=True).map(lambda found: tuple(sorted(found))),
    days=st.lists(st.sampled_from(("-04-15", "-06-01")), unique=True).map(lambda found: tuple(sorted(found))),
    numbers=st.lists(st.integers(3, 5), unique=True).map(lambda found: tuple(sorted(found))),
    latest=st.none() | st.sampled_from(DAYS[:3]).map(EventDate.parse),
    dates=st.lists(st.sampled_from(DAYS).map(EventDate.parse), max_size=3).map(tuple),
    people=st.lists(st.sampled_from(("andr skib", "lis olg")), unique=True).map(lambda found: tuple(sorted(found))),
)


@st.composite
def some_item(draw, ident):
    """One item with that id; anything but its id may be missing."""
    made = item(
        ident,
        draw(st.sampled_from((None, *LARGE))),
        targets=draw(targets),
        date=draw(st.none() | st.builds(when, st.sampled_from(DAYS), st.sampled_from((0.4, 1.0)))),
        place=draw(st.none() | st.sampled_from((KOSTANAY, ASTANA)).map(lambda place: Answer(value=place))),
        methods=codes(*draw(st.lists(st.sampled_from(METHODS), unique=True))),
        category=draw(st.none() | st.sampled_from(("physical", "judicial_economic")).map(lambda c: Answer(value=c))),
        perpetrators=draw(
            st.lists(st.sampled_from(("authorities", "unknown")).map(lambda one: Answer(value=Perpetrator(klass=one))))
        )[:1],
        articles=draw(st.just(()) | st.sampled_from(("274", "378")).map(lambda number: (article("criminal", number),))),
        penalties=draw(st.just(()) | st.sampled_from(("100", "200")).map(lambda amount: (fine(amount),))),
    )
    return structs.replace(made, traces=draw(traces), step=draw(st.sampled_from(("", "measures", "verdict"))))


@st.composite
def several_items(draw, most=12):
    """Items of two candidates a document, in any order."""
    idents = [f"d{number // 2}#{number % 2 + 1}" for number in range(draw(st.integers(0, most)))]
    return [draw(some_item(ident)) for ident in draw(st.permutations(idents))]


@st.composite
def judgements_on(draw, items):
    """What analysts said about pairs of these items, or of one that is not among them."""
    idents = sorted({one.id for one in items} | {"x#1", "y#1"})
    pairs = st.lists(st.sampled_from(idents), min_size=2, max_size=2, unique=True).map(sorted)
    return [
        Judgement(
            left=left,
            right=right,
            kind=draw(st.sampled_from((LinkKind.SAME_INCIDENT, LinkKind.SAME_INCIDENT, LinkKind.RELATED))),
            verdict=draw(st.sampled_from(Verdict)),
            author=ANALYST,
            at=datetime(2025, 1, draw(st.integers(1, 3)), tzinfo=UTC),
        )
        for left, right in draw(st.lists(pairs, max_size=5))
    ]
