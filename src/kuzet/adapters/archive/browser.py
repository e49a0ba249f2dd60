"""Chromium, spoken to through a pipe: started, asked, ended, with nothing of it left behind."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import Any, Final

from kuzet.basis.errors import BadInput, Missing

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

_FLAGS: Final = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-domain-reliability",
    "--dns-prefetch-disable",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--proxy-bypass-list=<-loopback>",
)
"""The network is closed twice: every name leads nowhere, and every request goes to the proxy, which is our own."""


_BECOME: Final = """
import fcntl, os, sys
pipes = [fcntl.fcntl(int(handle), fcntl.F_DUPFD, 10) for handle in sys.argv[1:3]]
os.dup2(pipes[0], 3)
os.dup2(pipes[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The protocol is spoken on the handles 3 and 4: this puts the pipes there and becomes the browser."""


@dataclass(slots=True)
class Browser:
    """A running browser. `deadline` is by the monotonic clock; every question raises `BadInput` when it has passed."""

    reading: int
    writing: int
    deadline: float
    _number: int = 0
    _buffer: bytearray = field(default_factory=bytearray)
    _events: list[dict[str, Any]] = field(default_factory=list)

    def ask(self, method: str, session: str = "", **words: object) -> dict[str, Any]:
        """The result of one command of the DevTools protocol; raises `BadInput` where it fails."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": words} | ({"sessionId": session} if session else {})
        try:
            os.write(self.writing, json.dumps(message).encode() + b"\0")
        except BrokenPipeError:
            raise BadInput("its end", "an answer", "chromium") from None
        while (answer := self._next()).get("id") != self._number:
            self._events.append(answer)
        if "error" in answer:
            raise BadInput(method, f"a command that works ({answer['error'].get('message')})", "chromium")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, method: str, **words: object) -> None:
        """Until an event with these words has come."""
        while not any(_fits(event, method, words) for event in self._events):
            self._events = [self._next()]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            left = self.deadline - time.monotonic()
            if left <= 0 or not select.select([self.reading], [], [], left)[0]:
                raise BadInput("no answer", "an answer in time", "chromium")
            block = os.read(self.reading, 1 << 20)
            if not block:
                raise BadInput("its end", "an answer", "chromium")
            self._buffer.extend(block)
        message, _, rest = bytes(self._buffer).partition(b"\0")
        self._buffer = bytearray(rest)
        answer: dict[str, Any] = json.loads(message)
        return answer


def _fits(event: dict[str, Any], method: str, words: dict[str, object]) -> bool:
    return event.get("method") == method and words.items() <= event["params"].items()


def program() -> str | None:
    """The browser of this machine, where there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def started(proxy: str, seconds: float) -> Iterator[Browser]:
    """A browser whose every request goes to `proxy`, for so many seconds; raises `Missing` where there is none."""
    path = program()
    if path is None:
        raise Missing(f"no browser is installed (one of {', '.join(NAMES)})")
    child_reads, writing = os.pipe()
    reading, child_writes = os.pipe()
    with TemporaryDirectory(prefix=f"kuzet-browser-{os.getpid()}-", ignore_cleanup_errors=True) as profile:
        flags = [*_FLAGS, f"--proxy-server={proxy}", f"--user-data-dir={profile}", *_unconfined()]
        shell = [sys.executable, "-c", _BECOME, str(child_reads), str(child_writes), path, *flags]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603  (the words are ours, and the path is the machine's)
            shell, pass_fds=(child_reads, child_writes), stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        os.close(child_reads)
        os.close(child_writes)
        try:
            yield Browser(reading, writing, time.monotonic() + seconds)
        finally:
            _end(process)
            os.close(reading)
            os.close(writing)


def _unconfined() -> list[str]:
    """Chromium refuses to confine itself when it is started by root."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and its own processes."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
