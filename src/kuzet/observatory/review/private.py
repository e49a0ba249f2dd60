"""What correspondents told: incidents may rest on it, and its words are taken out of all that leaves the desk."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from kuzet.basis.document import is_private
from kuzet.basis.word import Word, from_data, to_data

W = TypeVar("W", bound=Word)

WORDS: Final = ("title", "url", "passage", "quote")
"""Keys of a citation or passage that tell what a document says."""


def unquoted(word: W) -> W:
    """The word without what private documents say; that they are there, and their hashes, stays."""
    data = to_data(word)
    kept = _without(data)
    return word if kept == data else from_data(kept, type(word), "without private words")


def _without(data: Any) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(data, list | tuple):
        return [_without(one) for one in data]
    if not isinstance(data, dict):
        return data
    told = _is_of_private(data)
    return {
        name: "" if told and name in WORDS else _without(value)
        for name, value in data.items()
        if not (name == "quotation" and _is_of_private(value))
    }


def _is_of_private(data: Any) -> bool:  # noqa: ANN401  (JSON)
    return isinstance(data, dict) and is_private(str(data.get("document", "")))
