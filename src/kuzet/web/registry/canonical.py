"""One JSON for equal words: what hashes are made of, whatever way a word came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final

from msgspec.structs import fields

from kuzet.basis.coding import Coding
from kuzet.basis.word import Word, to_data

_KEPT: Final = 2000
"""Digests that are kept: those of the codings of a transaction."""


def data(value: object) -> Any:  # noqa: ANN401  (JSON has no better type)
    """Dicts, lists, strings and numbers; what equals its default is left out, moments are in UTC, 1.0 is 1.

    `basis.word.to_json` leaves a default out only where it is the very object of the default, which a database and a
    file do not give back.
    """
    if isinstance(value, str):
        return to_data(value) if isinstance(value, Enum) else value
    if isinstance(value, Word):
        return _held(value)
    if isinstance(value, tuple):
        return [data(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else to_data(value)


def _held(word: Word) -> dict[str, Any]:
    found = {}
    for name, default in defaults(type(word)).items():
        value = getattr(word, name)
        if value is not default and value != default:
            found[name] = data(value)
    return found


@cache
def defaults(kind: type[Word]) -> Mapping[str, object]:
    """The default of each field of a kind of word; a required one has none that equals anything."""
    return {field.name: field.default for field in fields(kind)}


def text(told: Mapping[str, Any]) -> str:
    """One line, keys in order."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=_KEPT)
def digest(coding: Coding) -> str:
    """SHA-256 of a coding, which is its id; a coding that is written is asked for it a dozen times."""
    return sha256(text(data(coding)))


def sha256(told: str) -> str:
    """SHA-256 of a text in UTF-8; half a character counts as itself, so that it can be refused by name later."""
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
