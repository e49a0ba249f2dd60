"""Pictures of every page of the desk, on a phone and on a wide screen, in three languages, light and dark.

Usage: python -m tools.screens OUTPUT [REGISTRY] [ROUTE ...]

Each page is drawn as the least role sees it that may open it. Without REGISTRY the bundled sample is read into a
registry of its own, which takes a minute. REGISTRY is a copy that may be written to: accounts and examples are added.
Files are named `<route>.<language>.<width>.png`; the dark ones, in English only, `<route>.en.<width>.dark.png`. Needs
Chromium. Nothing of it is committed; the one picture of the how-to page is `queue.en.1280.png`.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from kuzet.basis.names import LANGUAGES
from kuzet.web import folder as folders

WIDTHS: Final = (360, 1280)
CHROMIUM: Final = "/usr/bin/chromium"
PERSON: Final = "screens"
EDITED: Final = ("correct", "merge", "split")
"""Pages whose form only an editor sees: the incidents of the sample are published."""

LOOKS: Final = (*((language, "light") for language in LANGUAGES), ("en", "dark"))
"""In which languages and colours each page is drawn."""

SKIPPED: Final = (
    "asset",
    "openapi",
    "nowhere",
    "api:",
    "sheet_template",
    "sheet_list",
    "mfa_login_webauthn",
)
"""Beginnings of routes that are no pages."""

NEEDING: Final = (
    "sheet",
    "sheet_raise",
    "settle",
    "second_code",
    "readable_incident",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
)
"""Pages of what the sample has none of: a brought spreadsheet, two codings that differ, a passkey."""


def routes(resolver: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401  (Django's)
    """Every named route with its pattern, those of included addresses too."""
    from django.urls import get_resolver

    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from routes(entry, f"{before}{entry.namespace}:" if entry.namespace else before)
        else:
            yield f"{before}{entry.name}", entry


def addresses() -> dict[str, str]:
    """An address of each route that can be asked for as a page, as far as the opened registry gives an example."""
    return {name: path for name, path in _pages() if path}


def lacking() -> list[str]:
    """The routes of pages of which there is no example: one of `_example` is missing, or a row in the registry."""
    return [name for name, path in _pages() if not path and name not in NEEDING]


def _pages() -> Iterator[tuple[str, str]]:
    from django.urls import reverse

    from kuzet.web.access.policy import policy

    for name, entry in routes():
        if not name.startswith(SKIPPED) and (name, "GET") in policy():
            parts = [_example(str(entry.pattern), part) for part in entry.pattern.converters]
            yield name, reverse(name, args=parts) if all(parts) else ""


def _example(shape: str, part: str) -> str:
    from kuzet.web.registry import models

    rows = {
        "candidate/": models.Candidate.objects.filter(state="open"),
        "incident/": models.Incident.objects.all(),
        "reading/": models.Incident.objects.filter(status="published", codings__isnull=False),
    }
    found = next((rows[start] for start in rows if shape.startswith(start) and part == "ident"), None)
    if found is not None:
        return str(found.order_by("id").values_list("ident", flat=True).first() or "")
    return {"table": "methods", "language": "en"}.get(part, "")


def session(role: str = "analyst") -> tuple[str, str]:
    """The cookie of an account that is logged in, its name and value; the account is made where it is not there."""
    from datetime import UTC, datetime

    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from kuzet.web.access import holders
    from kuzet.web.registry.events import By
    from kuzet.web.registry.roles import Role

    name = PERSON if role == "analyst" else f"{PERSON}-{role}"
    user, _ = User.objects.get_or_create(username=name)
    holders.give(name, Role(role), By(name, datetime.now(UTC), "pictures of the pages"))
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(user)
    return settings.SESSION_COOKIE_NAME, browser.cookies[settings.SESSION_COOKIE_NAME].value


def least(route: str) -> str:
    """The least role that sees a page with all that is on it; '' for one that needs no account."""
    from kuzet.web.access.policy import policy

    if route in EDITED:
        return "editor"
    role = policy()[route, "GET"].role
    return role.value if role else ""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of the desk of a registry, served until the end of the block."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "kuzet", "serve", str(folder), "--port", str(port)]
    environment = {**os.environ, "KUZET_SECOND_FACTOR": "off"}
    desk = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/login")
        yield f"http://127.0.0.1:{port}"
    finally:
        desk.send_signal(signal.SIGINT)
        desk.wait(30)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  (our own server)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the desk did not start in 30 s")


def draw(folder: Path, output: Path, wanted: Sequence[str]) -> int:
    """Draw the pages of these routes, of all where none is named; gives how many pictures there are."""
    with folders.opened(folder):
        pages = {name: path for name, path in addresses().items() if not wanted or name in wanted}
        roles = {name: least(name) for name in pages}
        cookies = {role: session(role) for role in set(roles.values()) if role}
    output.mkdir(parents=True, exist_ok=True)
    with serving(folder) as site:
        drawn = ({name: pages[name] for name in pages if roles[name] == role} for role in ("", *cookies))
        given = zip(("", *cookies), drawn, strict=True)
        return sum(count for role, some in given for count in _drawn(site, some, output, cookies.get(role)))


def _drawn(site: str, pages: dict[str, str], output: Path, cookie: tuple[str, str] | None) -> Iterator[int]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for language, colours in LOOKS:
            for width in WIDTHS:
                options: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": colours}
                seen = browser.new_context(base_url=site, **options)
                said = {"language": language, **(dict([cookie]) if cookie else {})}
                seen.add_cookies([{"name": name, "value": value, "url": site} for name, value in said.items()])
                sheet, end = seen.new_page(), ".dark.png" if colours == "dark" else ".png"
                for name, path in pages.items():
                    sheet.goto(path)
                    sheet.screenshot(path=output / f"{name}.{language}.{width}{end}", full_page=True)
                    yield 1
                seen.close()
        browser.close()


def main(arguments: list[str]) -> int:
    """Draw and tell; 2 for wrong use."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    output, *rest = arguments
    with tempfile.TemporaryDirectory() as room:
        folder = Path(rest.pop(0)) if rest and Path(rest[0]).is_dir() else Path(room) / "registry"
        if not folder.exists():
            command = [sys.executable, "-m", "kuzet", "init", str(folder), "--sample"]
            subprocess.run(command, check=True)
        count = draw(folder, Path(output), rest)
    print(f"{count} pictures in {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
