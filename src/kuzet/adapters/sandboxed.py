"""The inside of the sandbox: a child process that does one function over and over.

Arguments come as pickle, which the parent wrote; results go back as JSON, which the parent checks.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import operator
import pickle
import resource
import socket
import struct
import sys
import types
import typing
from collections.abc import Callable
from typing import Any, Final

from kuzet.basis.word import from_json, to_json

SIZE: Final = struct.Struct("!Q")
"""Before each message, its length in bytes."""
RESULT, REASON = b"=", b"!"
"""The first byte of an answer: what the function gave, or why it gave nothing."""
OUT_OF_MEMORY: Final = 70
"""The code with which a child ends itself when its memory is used up, since no state of it can be trusted then."""
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
"""Of `unshare` (linux/sched.h): a network name space of one's own holds no network."""


def kinds_of(function: Callable[..., Any]) -> tuple[Any, ...]:
    """The types that a function gives: several where its return type is a union."""
    kind = typing.get_type_hints(function)["return"]
    return typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)


def write_result(result: object, kinds: tuple[Any, ...]) -> bytes:
    """A result with the place of its type among `kinds`."""
    place = next((place for place, kind in enumerate(kinds) if isinstance(result, typing.get_origin(kind) or kind)), 0)
    return f"{place} {to_json(result)}".encode()


def read_result(answer: bytes, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401
    """The result; raises `BadInput` where it is none of the `kinds`."""
    place, _, text = answer.partition(b" ")
    kind = kinds[int(place)] if place.isdigit() and int(place) < len(kinds) else type(None)
    return from_json(text, kind)


def main(name: str, memory: str, cpu: str) -> None:
    """Serve calls of the function `module:name` from standard input, which is a socket, until it is closed."""
    with socket.socket(fileno=0) as parent, contextlib.suppress(OSError, struct.error):
        _leave_network()
        module, _, inside = name.partition(":")
        function = operator.attrgetter(inside)(importlib.import_module(module))
        kinds = kinds_of(function)
        _confine(int(memory))
        _send(parent, RESULT)
        while True:
            call = _receive(parent)
            _grant(int(cpu))
            _send(parent, _answer(function, call, kinds))


def _answer(function: Callable[..., Any], call: bytes, kinds: tuple[Any, ...]) -> bytes:
    try:
        arguments, named = pickle.loads(call)  # noqa: S301  (the parent wrote it)
        return RESULT + write_result(function(*arguments, **named), kinds)
    except MemoryError:
        raise SystemExit(OUT_OF_MEMORY) from None
    except Exception as error:  # noqa: BLE001  (whatever a library makes of the item is the reason of this item)
        return REASON + f"{type(error).__name__}: {error}".encode("utf-8", "replace")


def _leave_network() -> None:
    """Into a network name space without any network, where the kernel lets a process do so; before threads begin."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)


def _confine(memory: int) -> None:
    """No more memory, no files written, no core dumps."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _grant(cpu: int) -> None:
    """So many seconds of processor time from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + cpu, resource.RLIM_INFINITY))


def _send(parent: socket.socket, message: bytes) -> None:
    parent.sendall(SIZE.pack(len(message)) + message)


def _receive(parent: socket.socket) -> bytes:
    (size,) = SIZE.unpack(parent.recv(SIZE.size, socket.MSG_WAITALL))
    return parent.recv(size, socket.MSG_WAITALL)


if __name__ == "__main__":
    main(*sys.argv[1:])
