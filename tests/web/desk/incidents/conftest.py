"""A desk with one incident that aigul coded, bolat who is another analyst, and saule who is an editor."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from tests.web.desk.conftest import browser, logged_in
from tests.web.desk.test_desk import CODED, at

from kuzet.basis.incident import Incident
from kuzet.web.registry import changes, store

FIRST, SECOND = "KZ-2024-0001", "KZ-2024-0002"


def on(ident, verb=""):
    return f"/incident/{ident}" + (f"/{verb}" if verb else "")


def act(who, verb, ident=FIRST, reason="seen again", **more):
    """Take a step on the version that is there now."""
    version = changes.current_version(Incident, ident)
    return who.post(on(ident, verb), {f"{verb}-reason": reason, "version": version, **more})


def status(ident=FIRST):
    return store.get(Incident, ident).status


def sent(page):
    """What a browser sends of the coding form of a page that was not touched."""
    reader = Form()
    text = page.content.decode()
    reader.feed(text[text.index('<form method="post" action="/incident/') :].partition("</form>")[0])
    return {name: value for name, value in reader.found.items() if name != "csrfmiddlewaretoken"}


class Form(HTMLParser):
    """The fields of a form with their values."""

    def __init__(self):
        super().__init__()
        self.found, self.name = {}, ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "input" and told.get("type") not in ("radio", "checkbox") and "name" in told:
            self.found[told["name"]] = told.get("value") or ""
        elif tag in ("textarea", "select"):
            self.name = told["name"]
            self.found[self.name] = ""
        elif tag == "option" and "selected" in told:
            self.found[self.name] = told["value"]
        self.text = tag == "textarea"

    def handle_data(self, data):
        if self.text:
            self.found[self.name] += data.removeprefix("\n")

    def handle_endtag(self, _):
        self.text = False


@pytest.fixture
def coded(aigul):
    """FIRST is coded by aigul and in review."""
    assert aigul.post(at("d1#1", "accept"), CODED).status_code == 302
    return aigul


@pytest.fixture
def two(coded):
    """SECOND too, from the second document."""
    assert coded.post(at("d2#1", "accept"), CODED).status_code == 302
    return coded


@pytest.fixture
def bolat(desk):
    return logged_in("bolat")


@pytest.fixture
def saule(desk):
    return logged_in("saule", "editor")


@pytest.fixture
def published(coded, bolat, saule):
    """FIRST is published."""
    act(bolat, "confirm")
    act(saule, "publish")
    assert status() == "published"
    return FIRST


__all__ = ["FIRST", "SECOND", "act", "browser", "on", "sent", "status"]
