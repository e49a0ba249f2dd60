"""Pure functions run in child processes that may die of their input, with limits on memory, time and open files.

    with Sandbox(read_page, count=2) as read:
        page = read(body, url)      # what the function gives, or `Broken` with the reason

The child is started by exec with nothing but its socket: no other handle, no shell, no variables but where modules are.
What comes back is JSON that is checked against the return type of the function, so that a child that its input has
taken over can lie about its item, and no more. A child that died, hung or ran out of memory is replaced.
"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Final, Generic, ParamSpec, Self, TypeVar

from kuzet.adapters.sandboxed import OUT_OF_MEMORY, REASON, SIZE, kinds_of, read_result
from kuzet.basis.errors import BadInput, Missing

P = ParamSpec("P")
R = TypeVar("R")

STARTING: Final = 60.0
"""Seconds in which a child must have imported its function."""
LARGEST: Final = 64 * 2**20
"""Bytes of a result that are taken in."""
ENDS: Final[Mapping[int, str]] = {
    OUT_OF_MEMORY: "more memory than it may take",
    -signal.SIGXCPU: "more processor time than it may take",
}
"""What the ends of a child mean."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may cost."""

    memory: int = 2**30
    """Bytes of address space of the child (RLIMIT_AS), its libraries included."""
    cpu: int = 10
    """Whole seconds of processor time (RLIMIT_CPU)."""
    seconds: float = 20.0
    """Seconds by the clock on the wall."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The item could not be done; why, fit to be shown as it stands."""

    why: str


class Sandbox(Generic[P, R]):
    """`count` children, each doing one call at a time; callable from any number of threads."""

    def __init__(self, function: Callable[P, R], limits: Limits | None = None, count: int = 1) -> None:
        self._name = f"{function.__module__}:{function.__qualname__}"
        self._kinds, self._limits, self._count = kinds_of(function), limits or Limits(), count
        self._children: SimpleQueue[_Child | None] = SimpleQueue()
        for _ in range(count):
            self._children.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for _ in range(self._count):
            if child := self._children.get():
                child.end()

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> R | Broken:
        """What the function gives, or `Broken`; raises `Missing` when no child can be started."""
        child = self._children.get()
        try:
            child = child or _Child(self._name, self._limits)
            return self._read(child.ask(pickle.dumps((arguments, named))))
        except _Lost as lost:
            return Broken(str(lost))
        finally:
            self._children.put(_kept(child))

    def _read(self, answer: bytes) -> R | Broken:
        if answer[:1] == REASON:
            return Broken(answer[1:].decode("utf-8", "replace")[:300])
        try:
            result: R = read_result(answer[1:], self._kinds)
        except BadInput as error:
            return Broken(f"what came is not what {self._name} gives: {error}")
        return result


class _Lost(Exception):
    """The child is gone, with the reason."""


class _Child:
    """One process, and the socket to it."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._limits, self.idle = limits, True
        self._socket, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "kuzet.adapters.sandboxed", name, str(limits.memory), str(limits.cpu)]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                start_new_session=True,
            )
        try:
            self._answer(time.monotonic() + STARTING)
        except _Lost as lost:
            raise Missing(f"no child process for {name}: {lost}") from None

    def ask(self, arguments: bytes) -> bytes:
        """The answer to one call; raises `_Lost`, and the child is no more."""
        self.idle, until = False, time.monotonic() + self._limits.seconds
        try:
            self._socket.settimeout(self._limits.seconds)
            self._socket.sendall(SIZE.pack(len(arguments)) + arguments)
        except OSError:
            raise self._lost(until) from None
        answer = self._answer(until)
        self.idle = True
        return answer

    def _answer(self, until: float) -> bytes:
        try:
            (size,) = SIZE.unpack(self._exactly(SIZE.size, until))
            if size <= LARGEST:
                return self._exactly(size, until)
        except OSError:
            raise self._lost(until) from None
        self.end()
        raise _Lost(f"a result of {size:,} bytes, expected at most {LARGEST:,}")

    def _exactly(self, count: int, until: float) -> bytes:
        """So many bytes; raises `OSError` when they do not come in time."""
        data = bytearray()
        while len(data) < count:
            self._socket.settimeout(max(until - time.monotonic(), 0.001))
            piece = self._socket.recv(min(count - len(data), 2**20))
            if not piece:
                raise OSError(0, "the child is gone")
            data += piece
        return bytes(data)

    def _lost(self, until: float) -> _Lost:
        """Why no answer came; the child is stopped if it still runs."""
        late = time.monotonic() >= until
        code = None if late else self._ended()
        self.end()
        return _Lost("no result in time" if code is None else ENDS.get(code, f"the child died ({_name(code)})"))

    def _ended(self) -> int | None:
        """The code that the child ended with, if it did."""
        try:
            return self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return None

    def end(self) -> None:
        """Stop the child, whatever it does."""
        self._socket.close()
        self._process.kill()
        self._process.wait()


def _kept(child: _Child | None) -> _Child | None:
    """The child, unless its call was broken off (by Ctrl-C, say): its answer would be taken for the next one."""
    if child and not child.idle:
        child.end()
        return None
    return child


def _name(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
