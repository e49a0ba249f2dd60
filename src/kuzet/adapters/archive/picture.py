"""A full-page picture of an archived page, drawn from the archive with the network closed.

The page is served to the browser from memory, under a policy that lets nothing be loaded and no script run. Everything
else that the browser might ask for goes to the same server, which has nothing else. So the picture shows what the kept
bytes alone give: pictures and styles from other addresses are not in it.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final

from kuzet.adapters.archive import browser
from kuzet.adapters.archive.keeping import Archive
from kuzet.adapters.archive.lines import Picture
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.ports import Capture

WIDTH: Final = 1280
HIGHEST: Final = 16_000
"""Pixels; what stands below is not drawn."""
SECONDS: Final = 60.0

_PAGE: Final = "http://archived.invalid/"
_POLICY: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def add(archive: Archive, capture: Capture, now: datetime) -> Picture:
    """Draw what a capture shows and keep the picture; raises `Missing` without a browser, `BadInput` when it fails."""
    kind = next((value for name, value in capture.response if name.lower() == "content-type"), "text/html")
    png, by = drawn(archive.body(capture.sha256), kind)
    return archive.keep_picture(capture, png, by, now)


def drawn(body: bytes, content_type: str) -> tuple[bytes, str]:
    """The PNG of a page and the browser that drew it."""
    with _served(body, content_type) as proxy, browser.started(proxy, SECONDS) as asked:
        by = str(asked.ask("Browser.getVersion")["product"])
        target = asked.ask("Target.createTarget", url="about:blank")["targetId"]
        session = asked.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        asked.ask("Page.enable", session)
        asked.ask("Page.setLifecycleEventsEnabled", session, enabled=True)
        asked.ask("Emulation.setScriptExecutionDisabled", session, value=True)
        screen = {"width": WIDTH, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        asked.ask("Emulation.setDeviceMetricsOverride", session, **screen)
        _open(asked, session)
        height = asked.ask("Page.getLayoutMetrics", session)["cssContentSize"]["height"]
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": max(1, min(height, HIGHEST)), "scale": 1}
        shot = asked.ask("Page.captureScreenshot", session, format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(shot["data"]), by


def _open(asked: browser.Browser, session: str) -> None:
    """Until the page has loaded; raises `BadInput` for what a browser shows nothing of."""
    opened = asked.ask("Page.navigate", session, url=_PAGE)
    if opened.get("errorText"):
        raise BadInput(opened["errorText"], "a page that a browser shows", "chromium")
    asked.wait("Page.lifecycleEvent", name="load", loaderId=opened["loaderId"])


class _Quiet(HTTPServer):
    """A server that leaves a browser's broken connections alone."""

    def handle_error(self, request: object, client_address: object) -> None:
        """What the browser hangs up on is of no interest."""


@contextmanager
def _served(body: bytes, content_type: str) -> Iterator[str]:
    """A proxy on loopback that knows this one page; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path == _PAGE
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "".join(content_type.splitlines()))
            self.send_header("Content-Security-Policy", _POLICY)
            self.send_header("Content-Length", str(len(body) if known else 0))
            self.end_headers()
            self.wfile.write(body if known else b"")

        def log_message(self, *_: object) -> None:
            """Nothing is written on standard error."""

    server = _Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
