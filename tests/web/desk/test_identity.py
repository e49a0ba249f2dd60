"""Logging in with a second factor: in a real browser, and what is refused."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from click.testing import CliRunner
from django.contrib.auth.models import User
from django.test import override_settings
from tests.browsing import chromium
from tests.web import made
from tests.web.desk.conftest import PASSWORD, browser, logged_in, register

from kuzet.cli import main
from kuzet.web.access import holders
from kuzet.web.databases import FILE
from kuzet.web.desk.wording.languages import words
from kuzet.web.folder import opened
from kuzet.web.registry import proof
from kuzet.web.registry.models import Event
from kuzet.web.registry.roles import Role

sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


def code(secret, later=0):
    """What an authenticator app shows for a secret, some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def enter(sheet):
    """Send the form, and wait for what comes."""
    with sheet.expect_navigation():
        sheet.keyboard.press("Enter")


def confirm(sheet):
    """Give the password again, which a new second factor asks for."""
    assert sheet.locator("h1").text_content() == words("en")["confirm_it_is_you"]
    sheet.fill("#id_password", PASSWORD)
    enter(sheet)


def log_in(sheet, name="aigul"):
    sheet.goto("/login")
    sheet.fill("#id_login", name)
    sheet.fill("#id_password", PASSWORD)
    enter(sheet)


@sqlite_only
def test_an_analyst_turns_on_the_authenticator_logs_in_with_it_and_logs_out_everywhere(served, guarded):
    w = words("en")
    with chromium() as chrome:
        options = {"base_url": served, "java_script_enabled": False, "locale": "en-GB"}
        first, second = (chrome.new_context(**options).new_page() for _ in range(2))
        log_in(first)
        first.goto("/account")
        first.get_by_role("link", name=w["turn_on"]).click()
        confirm(first)
        secret = first.locator("#secret").text_content()
        assert first.locator(".square svg").count() == 1
        first.fill("#id_code", "000000")
        enter(first)
        assert first.locator(".problem").text_content() == w["wrong_code"]
        assert first.locator("#secret").text_content() == secret
        first.fill("#id_code", code(secret))
        enter(first)
        assert first.locator(".codes li").count() == 10
        log_in(second)
        assert second.locator("h1").text_content() == w["second_factor"]
        second.goto("/")
        assert second.locator("h1").text_content() == w["second_factor"]
        second.fill("#id_code", code(secret, later=1))
        enter(second)
        assert second.locator("h1").text_content() == w["queue"]
        second.goto("/account/sessions")
        assert second.locator(".entries li").count() == 2
        with second.expect_navigation():
            second.get_by_role("button", name=w["end_all"]).click()
        assert second.locator("h1").text_content() == w["log_in"]
        for sheet in (first, second):
            sheet.goto("/")
            assert sheet.locator("h1").text_content() == w["log_in"]
        kept = b"".join(path.read_bytes() for path in guarded.glob(f"{FILE}*"))
        assert secret.encode() not in kept


@sqlite_only
def test_a_passkey_is_added_and_logs_in_alone(served):
    w = words("en")
    with chromium() as chrome:
        sheet = chrome.new_context(base_url=served.replace("127.0.0.1", "localhost"), locale="en-GB").new_page()
        devices = sheet.context.new_cdp_session(sheet)
        devices.send("WebAuthn.enable")
        kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        made_of = {"options": kind | {"isUserVerified": True, "automaticPresenceSimulation": True}}
        devices.send("WebAuthn.addVirtualAuthenticator", made_of)
        log_in(sheet)
        sheet.goto("/account/passkeys/new")
        confirm(sheet)
        sheet.click("#mfa_webauthn_add")
        sheet.locator(".codes").wait_for()
        sheet.goto("/account/passkeys")
        assert sheet.locator(".entries li strong").text_content() == w["passkey"]
        with sheet.expect_navigation():
            sheet.locator("header").get_by_role("button", name=w["log_out"]).click()
        sheet.locator("#passkey_login").click()
        sheet.locator("h1", has_text=w["queue"]).wait_for()


@sqlite_only
def test_an_editor_without_a_second_factor_comes_no_further_than_the_own_account(desk):
    User.objects.create(username="dana")
    holders.give("dana", Role.EDITOR, made.by("administrator", "a new account"))
    hers = browser()
    hers.force_login(User.objects.get(username="dana"))
    assert hers.get("/")["Location"] == "/account"
    assert words("en")["factor_needed"] in hers.get("/account").content.decode()
    with override_settings(SECOND_FACTOR=False):
        assert hers.get("/").status_code == 200
    assert logged_in("saule", "editor").get("/").status_code == 200


@sqlite_only
def test_attempts_are_counted_over_all_processes_and_refused_after_the_fifth(guarded):
    stranger = browser()
    for _ in range(5):
        told = stranger.post("/login", {"login": "aigul", "password": "wrong sentence"}).content.decode()
        assert words("en")["wrong_login"] in told
    refused = browser().post("/login", {"login": "aigul", "password": PASSWORD})
    assert words("en")["too_often_why"] in refused.content.decode()
    assert browser().get("/").status_code == 302


@sqlite_only
def test_every_page_of_the_account_is_told_in_each_language(desk):
    hers = logged_in("dana", "coder")
    for language in ("kk", "ru", "en"):
        hers.post(f"/language/{language}", {"back": "/"})
        for address, key in (("/account", "your_account"), ("/account/sessions", "sessions")):
            shown = hers.get(address).content.decode()
            assert f"<h1>{words(language)[key]}</h1>" in shown
            assert not re.search(r"This field|Sign In|Two-Factor", shown)


@sqlite_only
def test_lost_factors_are_forgotten_with_all_sessions_and_the_account_makes_new_ones(desk):
    hers = logged_in("saule", "editor")
    assert hers.get("/").status_code == 200
    done = CliRunner().invoke(main, ["account", str(desk), "saule", "--forget-factors", "--author", "bolat"])
    told = "account saule: changed, second factors forgotten, logged out everywhere, editor\n"
    assert (done.exit_code, done.output) == (0, told)
    with opened(desk):
        assert hers.get("/")["Location"].startswith("/login")
        assert not Authenticator.objects.filter(user__username="saule").exists()
        event = Event.objects.filter(kind="account", subject="saule").last()
        assert (event.author, event.reason) == ("bolat", "second factors forgotten at the command line")
        again = browser()
        again.force_login(User.objects.get(username="saule"))
        assert again.get("/")["Location"] == "/account"
        holders.give("saule", Role.ANALYST, made.by("bolat", "less"))
        assert holders.find("saule").factors_forgotten is not None
        assert list(proof.findings()) == []


@sqlite_only
def test_the_factors_of_nobody_are_not_forgotten_and_no_account_is_made(desk):
    done = CliRunner().invoke(main, ["account", str(desk), "nobody", "--forget-factors"])
    assert (done.exit_code, done.output) == (1, "Error: account nobody: not in the registry\n")


@sqlite_only
def test_a_closed_account_is_out_at_once_and_cannot_log_in(guarded):
    hers = browser()
    assert hers.post("/login", {"login": "aigul", "password": PASSWORD}).status_code == 302
    holders.close("aigul", made.by("administrator", "she left"))
    assert hers.get("/").status_code == 302
    again = hers.post("/login", {"login": "aigul", "password": PASSWORD})
    assert hers.get("/").status_code == 302
    assert again.status_code in (200, 302)
    register("bolat", "coder")
