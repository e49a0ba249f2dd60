"""A desk with one incident that aigul coded, bolat who is another analyst, and saule who is an editor."""

from __future__ import annotations

import re

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
    text = page.content.decode()
    form = text[text.index('<form method="post" action="/incident/') :]
    form = form[: form.index("</form>")]
    return {name: value for name, value in _fields(form) if name != "csrfmiddlewaretoken"}


def _fields(form):
    from html import unescape

    for tag in re.findall(r"<input [^>]*>", form):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if attributes.get("type") not in ("radio", "checkbox") and "name" in attributes:
            yield attributes["name"], unescape(attributes.get("value", ""))
    for name, inner in re.findall(r'<textarea name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        yield name, unescape(inner.strip())
    for name, inner in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected>', inner)
        yield name, chosen[1] if chosen else ""


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
