"""One JSON for equal words: what hashes are made of, whatever way a word came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from msgspec.structs import fields

from kuzet.basis.coding import Coding
from kuzet.basis.word import Word, to_data


def data(value: object) -> Any:  # noqa: ANN401  (JSON has no better type)
    """Dicts, lists, strings and numbers; what equals its default is left out, moments are in UTC, 1.0 is 1.

    `basis.word.to_json` leaves a default out only where it is the very object of the default, which a database and a
    file do not give back.
    """
    if isinstance(value, Word):
        held = ((name, getattr(value, name), default) for name, default in defaults(type(value)).items())
        return {name: data(each) for name, each, default in held if each != default}
    if isinstance(value, tuple):
        return [data(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else to_data(value)


@cache
def defaults(kind: type[Word]) -> Mapping[str, object]:
    """The default of each field of a kind of word; a required one has none that equals anything."""
    return {field.name: field.default for field in fields(kind)}


def text(told: Mapping[str, Any]) -> str:
    """One line, keys in order."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(coding: Coding) -> str:
    """SHA-256 of a coding, which is its id."""
    return sha256(text(data(coding)))


def sha256(told: str) -> str:
    """SHA-256 of a text in UTF-8; half a character counts as itself, so that it can be refused by name later."""
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
