"""What all words share: frozen, checked when made, and the same JSON in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, dataclass_transform

import msgspec

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadDate, BadInput


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(msgspec.field,))
class _Frozen(msgspec.StructMeta):
    """Tells type checkers what `Word` passes to msgspec: keywords only, frozen."""


class Word(
    msgspec.Struct,
    metaclass=_Frozen,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
):
    """A frozen value object: made with keywords, equal by value, invariants checked in `__post_init__`.

    No word can hold itself, so the collector of cycles need not look at words (`gc=False`): a release of 100,000
    incidents is read in half the time.
    """


W = TypeVar("W")


def settle(word: Word, *names: str) -> None:
    """Put the default itself in the place of a text that equals it, when a word is made (`__post_init__`).

    A default is left out of the JSON by what it is, not by what it says: "confirmed" that was read from a file, or that
    came from another process, would be written, and the same word made here would not. One word has one JSON.
    """
    for name in names:
        default = _defaults(type(word))[name]
        if getattr(word, name) == default:
            msgspec.structs.force_setattr(word, name, default)


@cache
def _defaults(kind: type[Word]) -> Mapping[str, object]:
    return {field.name: field.default for field in msgspec.structs.fields(kind)}


def to_json(word: object) -> str:
    """One line of JSON; defaults are left out, keys keep the order of the fields."""
    return to_bytes(word).decode()


def to_bytes(word: object) -> bytes:
    """The same as UTF-8."""
    return msgspec.json.encode(word, enc_hook=_encode)


def to_data(word: object) -> Any:  # noqa: ANN401  (JSON has no better type)
    """The same as `to_json`, as dicts, lists, strings and numbers."""
    return msgspec.to_builtins(word, enc_hook=_encode)


def from_json(text: str | bytes, kind: type[W], where: str = "") -> W:
    """Read one word; raises `BadInput` naming the field (`$.targets[0].kind`), the expectation and `where`."""
    try:
        return msgspec.json.decode(text, type=kind, dec_hook=_decode)
    except (msgspec.DecodeError, BadInput, ValueError) as error:
        raise _as_bad_input(error, text, where) from None


def from_data(data: object, kind: type[W], where: str = "") -> W:
    """Read one word from builtins (a YAML mapping, a parsed line); errors as `from_json`."""
    try:
        return msgspec.convert(data, type=kind, dec_hook=_decode)
    except (msgspec.ValidationError, BadInput, ValueError) as error:
        raise _as_bad_input(error, data, where) from None


def read_lines(lines: Iterable[str], kind: type[W], where: str) -> Iterator[W]:
    """Words from JSON lines, blank lines passed over; an error names `where` and the line from 1."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from_json(line, kind, f"{where}, line {number}")


def _encode(value: object) -> str:
    if isinstance(value, EventDate):
        return str(value)
    raise NotImplementedError(type(value))  # msgspec's own signal for "no hook for this type"


def _decode(kind: type, value: object) -> object:
    if kind is EventDate and isinstance(value, str):
        return EventDate.parse(value)
    raise BadDate(value, "a date as text, such as 2024-09-20")


def _as_bad_input(error: Exception, value: object, where: str) -> BadInput:
    if isinstance(error, BadInput):
        return error.at(where) if where else error
    return BadInput(_cut(value), f"readable: {error}", where)


def _cut(value: object) -> str:
    text = value.decode(errors="replace").strip() if isinstance(value, bytes) else value
    return (text if isinstance(text, str) else repr(text))[:60]
