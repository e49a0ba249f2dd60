"""What a page asks of the database does not grow with the registry, and goes by an index."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import builders
from tests.web import made
from tests.web.desk.conftest import propose

from kuzet.basis.incident import Decision
from kuzet.basis.tiers import Raised, Tier
from kuzet.web.desk import dashboard
from kuzet.web.desk.candidates import queue
from kuzet.web.desk.candidates.filters import Filters
from kuzet.web.desk.incidents import history, listing
from kuzet.web.registry import changes, models
from kuzet.web.registry.terms import Held

WHO = 3  # the session, the person, and the role

ASKED = {
    "/": WHO + 7 + 6,  # the lists of choices are counted once a minute
    "/candidate/d1%231": WHO + 13,
    "/incidents": WHO + 9,
    "/incidents?region=KZ-39": WHO + 9,
    "/incidents?words=pushed": WHO + 8,
    "/incident/KZ-2024-0001": WHO + 17,
    "/incident/KZ-2024-0001/history": WHO + 17,
    "/dashboard": WHO + 3 + 6,
}
"""Statements of each page, at most."""


CLOSED = (Raised(path="targets[0].name", tier=Tier.PROTECTED),)


def more(number):
    """As many incidents and candidates again."""
    for each in range(number, 2 * number):
        propose(f"more-{each}", 0.5)
    idents = [f"KZ-2024-{each:04}" for each in range(number + 1, 2 * number + 1)]
    changes.put_all((made.incident(ident, tiers=CLOSED) for ident in idents), made.by())


def asked(browser, path):
    browser.get(path)
    with CaptureQueriesContext(connection) as statements:
        assert browser.get(path).status_code == 200
        return len(statements)


@pytest.mark.parametrize("path", ASKED)
def test_a_page_asks_no_more_of_a_larger_registry(aigul, path):
    changes.put(made.incident(), made.by())
    more(1)
    few = asked(aigul, path)
    more(8)
    assert asked(aigul, path) == few
    assert few <= ASKED[path]


def plan(rows):
    """How the database would read these rows, were there many of them; `EXPLAIN` of both databases in small letters."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET enable_seqscan = off")
            cursor.execute("SET enable_sort = off")
            cursor.execute("SET enable_bitmapscan = off")
    return rows.explain().lower()


def waiting(**chosen):
    return Filters(chosen).of("aigul", date(2024, 1, 1)).values_list("pk", "ident")[:26]


PLANS = {
    "queue": (waiting, "queue"),
    "queue, filtered": (lambda: waiting(language="kk", region="KZ-39"), "queue"),
    "list": (lambda: listing.narrowed({})[:26], "incident_newest"),
    "list by status": (lambda: listing.narrowed({"status": "published"})[:26], "incident_status"),
    "list by category": (lambda: listing.narrowed({"category": "physical"})[:26], "incident_category"),
    "list by region": (lambda: listing.narrowed({"region": "KZ-39"})[:26], "incident_region"),
    "common word": (lambda: Held.objects.filter(term=1).order_by("lightness", "incident")[:20], "held"),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_page_is_read_by_an_index_in_its_order(registry, name):
    rows, index = PLANS[name]
    told = plan(rows())
    assert index in told
    assert "temp b-tree" not in told
    assert "sort" not in told


ALONE = {
    "queue, filtered": lambda: queue._idents(Filters({"language": "kk"}).of("aigul", date(2024, 1, 1)))[:26],
    "incidents by status": lambda: dashboard.numbers(models.Incident.objects.all(), "status"),
    "a year": lambda: dashboard.numbers(dashboard._counted(2024), "category", "region"),
}


@pytest.mark.parametrize("name", ALONE)
def test_what_the_queue_lists_and_the_dashboard_counts_stands_in_an_index_alone(registry, name):
    told = plan(ALONE[name]())
    assert ("index only scan" if connection.vendor == "postgresql" else "covering index") in told


def test_the_dashboard_counts_once_between_two_events(aigul):
    changes.put(made.incident(), made.by())
    aigul.get("/dashboard")
    assert asked(aigul, "/dashboard") == WHO + 3
    changes.put(made.incident("KZ-2024-0002"), made.by())
    with CaptureQueriesContext(connection) as statements:
        aigul.get("/dashboard")
    assert len(statements) == WHO + 3 + 3


def test_decisions_on_an_incident_go_by_indexes_though_nearly_all_name_no_second_one(registry):
    taken = [builders.decision(f"D-{number}", incident=f"KZ-2024-{number:04}") for number in range(1, 400)]
    with changes.changing(made.by()) as under_way:
        under_way.put_new(Decision, taken)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    rows = history._about("KZ-2024-0007")
    told = plan(rows)
    assert [one.ident for one in rows] == ["D-7"]
    assert ("scan registry_decision" in told, "seq scan" in told) == (False, False)
