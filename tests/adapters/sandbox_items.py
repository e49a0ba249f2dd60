"""What a sandbox is asked to do in tests: functions that behave, and others that do all but that."""

from __future__ import annotations

import ctypes
import os
import socket
import time
from pathlib import Path

from kuzet.basis.dates import EventDate
from kuzet.observatory.collect.found import Entry, Page, SetAside


def read(body: bytes, url: str = "") -> Page | SetAside:
    """A page of the body's text, or why there is none."""
    if not body:
        return SetAside(why="nothing there")
    return Page(text=body.decode(), canonical=url, published=EventDate.parse("2024-09-20"))


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(url=f"http://site.kz/{number}") for number in range(count))


def misbehave(how: str) -> str:
    """Does what hostile input makes of a parser."""
    return {
        "well": lambda: f"done by {os.getpid()}",
        "raise": lambda: int("қате"),
        "recurse": lambda: misbehave("recurse"),
        "memory": lambda: str(len(bytearray(2**31))),
        "crash": lambda: str(ctypes.string_at(0)),
        "exit": lambda: os._exit(3),
        "work": _work,
        "loop": _loop,
        "sleep": lambda: str(time.sleep(60)),
        "write": lambda: str(Path("planted.txt").write_text("x", "utf-8")),
        "connect": lambda: str(socket.create_connection(("127.0.0.1", 9), 1)),
        "handles": lambda: ",".join(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "variables": lambda: ",".join(sorted(os.environ)),
        "speak": lambda: print("noise") or str(os.write(1, b"noise")),
        "lie": lambda: 5,
        "much": lambda: "x" * (70 * 2**20),
    }[how]()


def _work() -> str:
    """A quarter of a second of processor time."""
    start = time.process_time()
    while time.process_time() < start + 0.25:
        pass
    return "worked"


def _loop() -> str:
    while True:
        pass
