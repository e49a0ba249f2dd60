"""The words that the formats themselves print: one file per language in `assets/words`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word, from_data
from kuzet.language.text import yml

ASSETS: Final = files("kuzet.observatory.write") / "assets"


class Words(Word):
    """One language's words; those with `{n}` are filled with `numbered`."""

    locale: str
    skip: str
    contents: str
    table: str
    chart: str
    edition: str
    data: str
    data_at: str
    charts_data: str
    release: str
    digest: str
    frozen: str
    sources: str
    behind: str
    whole: str
    same: str
    published: str
    more: str
    nothing: str
    back: str
    record: str
    made_by: str
    language: str
    figures: str
    about: str
    columns: tuple[str, ...]


@cache
def load(language: str) -> Words:
    """The words of `language` (ISO 639-1); raises `BadInput` where there is no file of it."""
    known = sorted(entry.name.removesuffix(".yml") for entry in (ASSETS / "words").iterdir())
    if language not in known:
        raise BadInput(language, f"one of {', '.join(known)}", "language of a report")
    text = (ASSETS / "words" / f"{language}.yml").read_text("utf-8")
    return from_data(yml.loaded(text), Words, f"assets/words/{language}.yml")


def numbered(pattern: str, number: object) -> str:
    """`pattern` with `{n}` filled in.

    >>> numbered("{n}-кесте", 3)
    '3-кесте'
    """
    return pattern.replace("{n}", str(number))
