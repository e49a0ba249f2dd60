"""Sums of penalties: what is added up, in which currency, at which rate; and lawsuits by the side that began them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest
from tests.observatory.write.small import INCIDENTS, RELEASE, incident, materials

from kuzet.basis.coding import Penalty, Perpetrator
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression, Missing
from kuzet.basis.money import Money
from kuzet.observatory.write.composing.compose import compose, parts
from kuzet.observatory.write.composing.materials import labels
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from kuzet.observatory.write.tree import Heading, Paragraph, Table, figure_runs, plain

LANGUAGES = ("en", "ru", "kk")
TITLE = "title: A\nsubtitle: B\npublisher: C\n"


def sum_of(amount, currency="KZT", kind="fine", **more):
    return Penalty(kind=kind, money=Money(amount=Decimal(amount), currency=currency), **more)


def case(number, *penalties, began=("authorities", "police"), **more):
    klass, kind = began
    sides = (Perpetrator(klass="authorities", kind="court"), Perpetrator(klass=klass, kind=kind, role="initiator"))
    return incident(number, "fine", klass, proceeding="civil", perpetrators=sides, penalties=penalties, **more)


PENALTIES = (
    case(21, sum_of(20, "MCI")),
    case(22, sum_of(1000, date=EventDate.parse("2024-07-01")), sum_of(9000, replaced=True)),
    case(23, sum_of(5_000_000, kind="damages", requested=True), began=("non_state", "company")),
    case(24, sum_of(200_000, kind="damages"), sum_of(100, "USD", kind="court_costs"), began=("non_state", "company")),
    case(25, Penalty(kind="fine")),
)


def given(*incidents, year="2024"):
    manifest = msgspec.structs.replace(RELEASE.manifest, period=EventDate.parse(year))
    return materials(msgspec.structs.replace(RELEASE, manifest=manifest, incidents=incidents))


def without_rates(found):
    return replace(found, country=msgspec.structs.replace(found.country, rates=()))


def body_of(body, language, found):
    texts = {"title": TITLE, "report": f"{body}\n\n{{{{ list figures }}}}"}
    return compose(language, found, texts.__getitem__)


def said(body, language="en", found=None):
    words = plain(body_of(body, language, found or given(*PENALTIES)).blocks[0].runs)
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("sum imposed penalty=fine", "74,840 tenge"),
        ("sum imposed penalty=damages", "200,000 tenge"),
        ("sum imposed penalty=court_costs", "46,944 tenge"),
        ("sum imposed", "321,784 tenge"),
        ("sum asked penalty=damages", "5,000,000 tenge"),
        ("sum asked claimant=non_state in=USD", "10,651 US dollars"),
        ("sums imposed", "4"),
        ("sums asked", "1"),
        ("rate USD", "469.44"),
        ("rate USD year=previous", "456.31"),
    ],
)
def test_a_sum_adds_what_is_stated_and_stands(asked, text):
    assert said(f"{{{{ {asked} }}}}") == text


def test_what_was_asked_for_is_never_added_to_what_was_imposed():
    asked = given(case(1, sum_of(700, kind="damages"), sum_of(900, kind="damages", requested=True)))
    assert said("{{ sum imposed }} {{ sum asked }}", found=asked) == "700 tenge 900 tenge"


@pytest.mark.parametrize(("tenge", "dollars"), [("234.71", "0"), ("234.72", "1"), ("704.15", "1"), ("704.16", "2")])
def test_a_converted_sum_is_rounded_half_up_after_it_is_added(tenge, dollars):
    halves = given(case(1, sum_of(tenge)), case(2, sum_of("0")))
    found = said("{{ sum imposed in=USD }}", found=halves)
    assert found.split()[0] == dollars


def test_the_exact_sum_and_the_incidents_behind_it_are_kept():
    figure = given(*PENALTIES).sums.total("imposed", {"penalty": ("fine",)}, "USD")
    assert figure.value == Fraction(74_840 * 100, 46_944)
    assert figure.incidents == ("KZ-2024-0021", "KZ-2024-0022")
    assert figure.published == ("rate USD 2024",)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "1,480 US dollars"), ("ru", "1 480 долларов США"), ("kk", "1 480 АҚШ доллары")],
)
def test_a_sum_is_written_in_the_form_of_the_language(language, text):
    fines = given(case(1, sum_of(621_000)), case(2, sum_of(73_840)))
    assert said("{{ sum imposed in=USD }}", language, fines) == text


def test_a_year_without_a_rate_fails_the_build_with_one_line():
    with pytest.raises(BadExpression) as caught:
        said("So {{ sum imposed in=EUR }}")
    assert str(caught.value) == (
        "report.txt, line 1, column 7: 'sum imposed in=EUR' is not computable: "
        "rates.csv: no rate of EUR for 2024 (known: none)"
    )
    with pytest.raises(Missing) as missing:
        materials().country.rate("USD", 2011)
    assert str(missing.value) == "rates.csv: no rate of USD for 2011 (known: 2023, 2024)"


def test_a_sum_that_no_source_states_is_not_told_as_nothing():
    with pytest.raises(BadExpression) as caught:
        said("{{ sum imposed }}", found=given(case(1, Penalty(kind="fine"))))
    assert "no penalty imposed states a sum in release kz-2024-small" in str(caught.value)


def test_the_table_of_sums_keeps_what_was_asked_for_apart():
    (table,) = (one for one in body_of("{{ list sums }}", "en", given(*PENALTIES)).blocks if isinstance(one, Table))
    rows = [[plain(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert rows == [
        ["Fine", "2", "74,840 tenge", "159 US dollars"],
        ["Damages", "1", "200,000 tenge", "426 US dollars"],
        ["Court costs", "1", "46,944 tenge", "100 US dollars"],
        ["Damages (asked for, not given)", "1", "5,000,000 tenge", "10,651 US dollars"],
    ]


def sections(language, found):
    """The text of each section of the shipped report, by anchor."""
    texts, anchor = {}, ""
    for block in compose(language, found, parts(language)).blocks:
        if isinstance(block, Heading):
            anchor = block.anchor
        elif isinstance(block, Paragraph):
            texts[anchor] = texts.get(anchor, "") + plain(block.runs).replace("\u00a0", " ")
    return texts


@pytest.mark.parametrize(
    ("language", "stated", "nothing"),
    [
        ("en", "at 469.44 tenge for a dollar, the average official rate of the National Bank in 2024", "no sum is"),
        ("ru", "по курсу 469,44 тенге за доллар — среднему официальному курсу", "суммы не пересчитаны"),
        ("kk", "469,44 теңге бағамымен аударылады; бұл — Ұлттық банктің 2024 жылғы", "сомалар аударылмады"),
    ],
)
def test_the_methodology_states_the_rate_and_its_year_or_that_nothing_is_converted(language, stated, nothing):
    found = given(*INCIDENTS, *PENALTIES)
    assert stated in sections(language, found)["sums"]
    bare = sections(language, without_rates(given(*INCIDENTS, *PENALTIES[:3])))
    assert nothing in bare["sums"]
    dollar = {"en": "dollar"}.get(language, "доллар")
    assert dollar in sections(language, found)["lawsuits"]
    assert dollar not in bare["lawsuits"]


def test_the_chapter_on_lawsuits_tells_the_same_sums_and_claimants_in_every_language():
    told = []
    for language in LANGUAGES:
        runs = figure_runs(compose(language, given(*INCIDENTS, *PENALTIES), parts(language)))
        kept = ("sum", "claimant", "rate")
        told.append(
            [
                (run.figure.question, run.figure.value)
                for run in runs
                if run.figure.question.measure.startswith(kept)
                or any(one.field.startswith(kept) for one in run.figure.question.where)
            ]
        )
    assert told[0] == told[1] == told[2]
    assert len(told[0]) > 20


def test_a_claimant_is_the_first_side_that_began_the_proceeding():
    numbers = given(*INCIDENTS, *PENALTIES).numbers
    assert numbers.count({"claimant": "non_state", "claimant_kind": "company"}).numerator == 2
    assert numbers.count({"claimant": "authorities"}).incidents == ("KZ-2024-0021", "KZ-2024-0022", "KZ-2024-0025")
    assert numbers.count({"claimant": "unknown"}).numerator == 6
    assert numbers.count({"claimant": "none"}).numerator == 8
    assert numbers.count({"perpetrator_kind": "court"}).numerator == 5


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_with_sums_is_proved_and_another_rate_is_found(form):
    body = "{{ sum imposed }} is {{ sum imposed in=USD }} at {{ rate USD }} ({{ sums imposed }}).\n\n{{ list sums }}"
    found = given(*PENALTIES)
    raw = render(body_of(body, "kk", found), form)
    assert verify(f"report.{form}", raw, found).problems == ()
    country = found.country
    dearer = tuple(msgspec.structs.replace(one, amount=one.amount * 2) for one in country.rates)
    other = replace(found, country=msgspec.structs.replace(country, rates=dearer))
    assert {one.note for one in verify(f"report.{form}", raw, other).problems} >= {2, 3}


def test_a_currency_stands_in_a_question_by_its_code():
    assert labels(materials(), "en").asked("USD") == "USD"
