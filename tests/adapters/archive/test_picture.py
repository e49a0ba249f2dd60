"""A picture of an archived page is drawn from the archive alone: nobody else is asked for anything."""

from __future__ import annotations

import io
import os
import socket
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from tests.adapters.archive.made import DAY, answer

from kuzet.adapters.archive import Archive, Layout, Proof, browser, picture
from kuzet.basis.errors import BadInput, Missing

needs_browser = pytest.mark.skipif(browser.program() is None, reason="no chromium is installed")

BLUE = (0, 0, 255)


@contextmanager
def listening():
    """A listener on loopback that is no proxy of ours; gives its port and who came."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        going = threading.Event()

        def work():
            while not going.is_set():
                try:
                    server.accept()[0].close()
                    came.append(1)
                except TimeoutError:
                    continue

        thread = threading.Thread(target=work)
        thread.start()
        try:
            yield server.getsockname()[1], came
        finally:
            going.set()
            thread.join()


def drawn(page):
    png, by = picture.drawn(page.encode(), "text/html; charset=utf-8")
    assert "Chrom" in by
    return Image.open(io.BytesIO(png)).convert("RGB")


@needs_browser
def test_a_picture_shows_the_whole_page_to_its_end():
    page = "<body style='margin:0'><div style='height:5000px'></div><div style='height:100px;background:blue'></div>"
    shown = drawn(page)
    assert shown.size == (1280, 5100)
    assert shown.getpixel((600, 5050)) == BLUE
    assert shown.getpixel((600, 4000)) == (255, 255, 255)


@needs_browser
def test_a_page_without_end_is_cut_at_the_cap():
    assert drawn("<div style='height:90000px'></div>").size == (1280, picture.HIGHEST)


@needs_browser
def test_scripts_and_moved_pages_do_nothing():
    shown = drawn("<meta http-equiv=refresh content='0;url=http://other.example/'><body style='background:blue'>"
                  "<script>document.body.style.background='red'</script>")  # fmt: skip
    assert shown.getpixel((600, 400)) == BLUE


@needs_browser
def test_nothing_is_asked_of_anybody_whatever_the_page_wants():
    with listening() as (port, came):
        places = [
            f"http://127.0.0.1:{port}",
            f"http://localhost:{port}",
            f"http://[::1]:{port}",
            f"https://127.0.0.1:{port}",
        ]
        wants = "".join(
            f"<link rel=stylesheet href='{at}/a.css'><link rel=prefetch href='{at}/b'><link rel=preconnect href='{at}'>"
            f"<link rel=dns-prefetch href='{at}'><img src='{at}/c.png'><iframe src='{at}/d'></iframe>"
            f"<script src='{at}/e.js'></script><object data='{at}/f'></object><video src='{at}/g' autoplay></video>"
            f"<style>@import '{at}/h.css'</style><meta http-equiv=refresh content='0;url={at}/i'><base href='{at}/'>"
            for at in places
        )
        assert drawn(f"{wants}<p>page</p>").width == 1280
        assert came == []


@needs_browser
def test_without_the_closed_network_the_listener_would_be_reached(monkeypatch):
    """The twin of the test above: its defences taken away, the page does reach the listener."""
    open_flags = [flag for flag in browser._FLAGS if "resolver" not in flag and "bypass" not in flag]
    monkeypatch.setattr(browser, "_FLAGS", open_flags)
    monkeypatch.setattr(picture, "_POLICY", "default-src *")
    with listening() as (port, came):
        drawn(f"<img src='http://127.0.0.1:{port}/c.png'><p>page</p>")
        assert len(came) > 0


@needs_browser
def test_a_picture_is_kept_in_the_chain_and_proved_with_it(tmp_path):
    with Archive(tmp_path) as archive:
        capture = archive.keep(answer(1), "news")
        made = picture.add(archive, capture, DAY + timedelta(hours=1))
        archive.checkpoint(DAY + timedelta(hours=2))
    assert (made.of, made.at) == ("c-1", DAY + timedelta(hours=1))
    proof = Proof(Layout(tmp_path))
    assert [str(finding) for finding in proof.findings()] == []
    assert (proof.proved.captures, proof.proved.pictures) == (1, 1)


@needs_browser
def test_what_a_browser_shows_nothing_of_is_told():
    with pytest.raises(BadInput, match="is not a page that a browser shows"):
        picture.drawn(b"PK\x03\x04", "application/zip")


@needs_browser
def test_a_browser_that_does_not_answer_in_time_is_ended(monkeypatch):
    monkeypatch.setattr(picture, "SECONDS", 0.0)
    with pytest.raises(BadInput, match="'no answer' is not an answer in time"):
        picture.drawn(b"page", "text/html")


@needs_browser
def test_no_browser_is_left_behind():
    drawn("page")
    time.sleep(0.3)
    words = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert [one for one in words if f"kuzet-browser-{os.getpid()}".encode() in one] == []


def test_without_a_browser_the_reason_is_told(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Missing, match=r"no browser is installed \(one of chromium, "):
        picture.drawn(b"page", "text/html")
