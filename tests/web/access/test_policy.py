"""Who may do what: every cell of role x route x method, and that nothing is left out of the table."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from itertools import product

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import override_settings
from django.urls import NoReverseMatch, get_resolver, path, reverse
from tests.web import made
from tests.web.desk.conftest import browser, logged_in

from kuzet.basis.errors import BadInput
from kuzet.web.access import guard, holders, policy
from kuzet.web.access.policy import METHODS, Verdict, judge
from kuzet.web.registry import models, proof
from kuzet.web.registry.roles import Role

ASKED = (*METHODS, "HEAD", "OPTIONS")
PASSED = 299


class Tripwire:
    """Stands behind the guard, in the place of every view."""

    def __init__(self, answer):
        self.answer = answer

    def __call__(self, request):
        return self.answer(request)

    def process_view(self, request, *_):
        return HttpResponse(request.resolver_match.view_name, status=PASSED)


def routes(resolver=None, before=""):
    """Every named address of the resolver, with something in the place of each of its parts."""
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            inside = f"{before}{entry.namespace}:" if entry.namespace else before
            yield from routes(entry, inside)
        else:
            yield f"{before}{entry.name}"


@cache
def address(route):
    """An address of the route: each of its parts takes one of these."""
    for part in ("x", 1, "00000000-0000-0000-0000-000000000000"):
        for count in range(4):
            try:
                return reverse(route, args=[part] * count)
            except NoReverseMatch:
                continue
    raise AssertionError(f"no address of {route}")


def written():
    """The table as it stands in the file, read by nothing of ours."""
    rows = csv.DictReader((files("kuzet.web.access") / "policy.csv").read_text("utf-8").splitlines())
    return {(row["route"], method): row["role"] for row in rows for method in row["methods"].split()}


def status(theirs, method, route):
    return theirs.generic(method, address(route)).status_code


def expected(table, route, role, method):
    """The status that a cell of the matrix has to have."""
    least = table.get((route, "GET" if method == "HEAD" else method))
    if least == "anyone":
        return PASSED
    if role is None:
        return 405 if {who for (name, _), who in table.items() if name == route} == {"anyone"} else 302
    if least is None:
        return 405
    order = [one.value for one in Role]
    return PASSED if order.index(role.value) >= order.index(least) else 403


def test_every_route_stands_in_the_table_and_the_table_names_no_other():
    assert sorted({route for route, _ in written()}) == sorted(set(routes()))


@pytest.fixture
def browsers(desk):
    """One for each role, and one where nobody is logged in."""
    return {None: browser(), **{role: logged_in(role.value, role.value) for role in Role}}


@pytest.mark.parametrize("folder", ["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)], indirect=True)
def test_every_role_asks_every_route_by_every_method_and_gets_what_the_table_says(browsers, monkeypatch):
    monkeypatch.setattr(guard, "render", lambda *_, status: HttpResponse(status=status))
    table, cells = written(), list(product(routes(), browsers, ASKED))
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, f"{__name__}.Tripwire"]):
        found = {(route, role, method): status(browsers[role], method, route) for route, role, method in cells}
    assert {cell: got for cell, got in found.items() if got != expected(table, *cell)} == {}
    assert len(found) == len(set(routes())) * (len(Role) + 1) * len(ASKED)


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_a_route_that_is_not_in_the_table_is_refused_to_everybody(browsers):
    unlisted = type(
        "Routes", (), {"urlpatterns": [*get_resolver().url_patterns, path("new", HttpResponse, name="new")]}
    )
    with override_settings(ROOT_URLCONF=unlisted):
        told = {role: theirs.get("/new").status_code for role, theirs in browsers.items()}
    assert told == {None: 302, **dict.fromkeys(Role, 403)}


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_whoever_is_refused_is_told_their_role(browsers):
    shown = browsers[Role.READER].get("/queue").content.decode()
    assert re.search(r"<h1>Not for your role</h1>.*Your role: reader", shown, re.DOTALL)


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_an_account_without_a_role_may_do_nothing(desk):
    from django.contrib.auth.models import User

    User(username="nobody").save()
    theirs = browser()
    theirs.force_login(User.objects.get(username="nobody"))
    assert theirs.get("/").status_code == 403


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(desk):
    hers = logged_in("dana", "coder")
    assert hers.get("/queue").status_code == 200
    holders.give("dana", Role.READER, made.by("administrator", "she left the desk"))
    assert hers.get("/queue").status_code == 403
    holders.close("dana", made.by("administrator", "she left"))
    assert hers.get("/").status_code == 302


def test_who_gave_which_role_and_why_is_in_the_paper_trail_and_a_role_changed_behind_it_is_found(desk):
    logged_in("dana", "coder")
    holders.give("dana", Role.EDITOR, made.by("administrator", "she edits now"))
    event = models.Event.objects.filter(kind="account", subject="dana").last()
    assert (event.author, event.reason, event.version) == ("administrator", "she edits now", 2)
    assert list(proof.findings()) == []
    models.Account.objects.filter(ident="dana").update(role="administrator")
    assert [str(one) for one in proof.findings()] == ["account 'dana': changed: not what its latest event recorded"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("queue,GET,boss,x", "'boss'"),
        ("queue,TRACE,coder,x", "'TRACE'"),
        ("queue,,coder,x", "some of GET POST"),
        ("queue,GET,coder,x\nqueue,POST GET,editor,y", "'GET queue'"),
    ],
)
def test_a_line_of_the_table_that_is_wrong_is_named(line, told):
    with pytest.raises(BadInput, match=told):
        policy.read(["route,methods,role,action", *line.splitlines()], "policy.csv")


def test_each_role_may_do_what_the_one_before_may():
    known = policy.policy()
    for less, more in zip(list(Role), list(Role)[1:], strict=False):
        assert policy.open_to(less, known) <= policy.open_to(more, known)
    assert judge("accept", "POST", Role.CODER, known) is Verdict.REFUSED
    assert judge("accept", "POST", Role.ANALYST, known) is Verdict.ALLOWED
