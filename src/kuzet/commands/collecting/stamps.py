"""The time-stamps that checkpoints get after a collection, from the authorities that `DIR/collect.yml` names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kuzet.adapters.archive import Archive, Asked, Authority, Post
from kuzet.basis.errors import Missing
from kuzet.basis.word import Word


class AuthorityAt(Word):
    """An authority as `collect.yml` names it."""

    url: str
    roots: str
    """File with its root certificate as PEM, and those between; below the data folder where it is no whole path."""


def stamped(archive: Archive, authorities: Iterable[AuthorityAt], post: Post) -> list[Asked]:
    """What became of asking each; one that is away is asked again after the next collection. Raises `Missing`."""
    folder = archive.layout.folder
    known = [Authority(url=each.url, roots=_read(folder / each.roots)) for each in authorities]
    return [archive.stamp(authority, post) for authority in known]


def lines(asked: Iterable[Asked]) -> Iterator[str]:
    """What a user is told."""
    for each in asked:
        waiting = f", {each.left} wait" if each.left else ""
        why = f" ({each.why})" if each.why else ""
        yield f"time-stamps of {each.url}: {each.stamped} new{waiting}{why}"


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Missing(f"{path}: certificates of a time-stamping authority cannot be read ({error})") from None
