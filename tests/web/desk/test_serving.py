"""The desk as it is served, in a real browser without scripts."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import override_settings
from tests.browsing import chromium
from tests.web.desk.conftest import PASSWORD, ROOT, started, wait_for

from kuzet.cli import main
from kuzet.cli.registry import ROLES
from kuzet.web.databases import FILE
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry.roles import Role

sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.fixture
def sheet(served):
    """A page of a small phone that runs no scripts; what it asks for is noted in `asked`."""
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=False, base_url=served, locale="kk-KZ"
        )
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        yield page
        browser.close()


def fits(sheet):
    """Whether nothing sticks out to the side; the browser tells it also where scripts of the page do not run.

    What stands in the menu is moved to the side inside of it.
    """
    ends = sheet.locator("main *, header *").evaluate_all(
        "all => all.filter(one => !one.classList.contains('skip') && !one.parentElement.matches('nav.main'))"
        ".map(one => one.getBoundingClientRect().right)"
    )
    return max(ends) <= 361 and sheet.evaluate("document.documentElement.scrollWidth") <= 360


@sqlite_only
def test_an_analyst_decides_with_the_keyboard_alone_on_a_phone_without_scripts(sheet, served, guarded):
    w = words("kk")
    sheet.goto("/")
    assert sheet.locator("h1").text_content() == w["log_in"]
    sheet.get_by_label(w["name"]).focus()
    sheet.keyboard.type("aigul")
    sheet.keyboard.press("Tab")
    sheet.keyboard.insert_text(PASSWORD)
    sheet.keyboard.press("Enter")
    sheet.locator("h1", has_text=w["queue"]).wait_for()
    assert fits(sheet)
    sheet.locator(".queue a").first.focus()
    sheet.keyboard.press("Enter")
    sheet.locator("mark").wait_for()
    assert sheet.locator("mark").text_content() == "A guard pushed the reporter out of the hall."
    assert fits(sheet)
    sheet.locator("summary", has_text=w["reject"]).focus()
    sheet.keyboard.press("Enter")
    sheet.locator("#id_reject-reason").focus()
    sheet.keyboard.insert_text("фильм туралы")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    sheet.locator(".message").wait_for()
    assert sheet.locator(".message").text_content() == w["was_rejected"]
    assert {re.match(r"https?://[^/]+", url)[0] for url in sheet.asked} == {served}
    with closing(sqlite3.connect(guarded / FILE)) as file:
        ((author, rest),) = file.execute("SELECT author, rest FROM registry_decision").fetchall()
    assert (author, json.loads(rest)["reason"]) == ("aigul", "фильм туралы")


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@sqlite_only
def test_an_account_is_made_once_and_then_has_a_new_password(folder):
    first = run("account", folder, "bolat", "--password", PASSWORD)
    assert (first.exit_code, first.output) == (0, "account bolat: made, administrator\n")
    again = run("account", folder, "bolat", "--password", PASSWORD + "!")
    assert again.output == "account bolat: has a new password, administrator\n"
    short = run("account", folder, "bolat", "--password", "short")
    assert (short.exit_code, "This password is too short" in short.output) == (1, True)


@sqlite_only
@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
def test_a_second_account_needs_its_role_and_can_be_changed_closed_and_listed(folder):
    run("account", folder, "bolat", "--password", PASSWORD)
    without = run("account", folder, "dana", "--password", PASSWORD)
    assert (without.exit_code, "a new account with its role: reader, correspondent" in without.output) == (1, True)
    assert run("account", folder).output == "bolat: administrator\n"
    run("account", folder, "dana", "--password", PASSWORD, "--role", "coder")
    assert run("account", folder, "dana", "--role", "editor").output == "account dana: changed, editor\n"
    assert run("account", folder, "dana", "--close").output == "account dana: changed, editor, closed\n"
    assert run("account", folder).output == "bolat: administrator\ndana: editor, closed\n"
    assert run("account", folder, "dana", "--open").output == "account dana: changed, editor\n"
    asked = CliRunner().invoke(main, ["account", str(folder), "dana"], input=f"{PASSWORD}.\n{PASSWORD}.\n")
    assert asked.output.endswith("account dana: has a new password, editor\n")


@sqlite_only
def test_a_process_that_was_killed_is_replaced_and_the_desk_goes_on(guarded):
    with started(guarded, 1) as (process, address):
        for worker in workers(process):
            os.kill(worker, signal.SIGKILL)
        assert wait_for(f"{address}/login", process) == 200
        assert len(workers(process)) == 1


def workers(process):
    """The processes that make pages."""
    return [int(one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def test_the_command_line_knows_the_roles():
    assert list(ROLES) == [role.value for role in Role]


def test_a_folder_that_is_no_registry_is_told_before_anything_is_served(tmp_path):
    result = run("serve", tmp_path)
    assert (result.exit_code, result.output.startswith(f"Error: {tmp_path}: no registry")) == (1, True)


def test_a_named_desk_speaks_only_through_tls():
    """In a process of its own, since settings are read once."""
    program = (
        "from kuzet.web import settings as s; print(s.ALLOWED_HOSTS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        " s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_NAME)"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "KUZET_DATA": "none",
        "KUZET_NAME": "desk.example.org",
    }
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "['desk.example.org'] True True True __Host-s\n"
