"""Search in the bundle: an index that a browser reads in parts, without a server and without morphology."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from kuzet.web.public import blocks
from kuzet.web.public.blocks import Room
from kuzet.web.public.edition import Edition, Entry, Whole
from kuzet.web.public.search.shards import BLOCK, block, shards

FOLDER = "search"


def part(edition: Edition) -> Iterator[Entry | Whole]:
    """The script and the files that it reads."""
    yield Whole("search", make, folder(edition).encode())
    yield script(edition), _script()


def make(room: Room, given: bytes) -> Iterator[Entry]:
    """The files that the script reads, in the folder that is given."""
    for path, data in shards(blocks.read(path, BLOCK) for path in room.blocks(block)):
        yield f"{given.decode()}/{path}", data


def script(edition: Edition) -> str:
    """The path of the script."""
    return f"{folder(edition)}/search.js"


def folder(edition: Edition) -> str:
    """The folder, named so that no reader mixes files of two editions or of two versions of the script."""
    return f"{FOLDER}/{sha256(edition.digest.encode() + _script()).hexdigest()[:10]}"


@cache
def _script() -> bytes:
    return (files(__package__) / "search.js").read_bytes()
