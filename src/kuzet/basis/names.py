"""Names and short texts in the three languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Self

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

LANGUAGES: Final = ("kk", "ru", "en")
"""The languages of the field, in the order in which they are always listed (ISO 639-1)."""


class Name(Word):
    """One name or short text in Kazakh, Russian and English; at least one of them is known."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def __post_init__(self) -> None:
        if not (self.kk or self.ru or self.en):
            raise BadInput("", "a name in at least one of kk, ru, en")

    @classmethod
    def of(cls, language: str, text: str) -> Self:
        """A name known in one language only."""
        if language not in LANGUAGES:
            raise BadInput(language, "one of kk, ru, en")
        return cls(**{language: text})

    def get(self, language: str) -> str:
        """The name in `language`, '' where it is not known."""
        return str(getattr(self, language)) if language in LANGUAGES else ""

    def best(self, language: str) -> str:
        """The name in `language`, or else in the first language that has it."""
        return self.get(language) or self.kk or self.ru or self.en

    def known(self) -> Iterator[tuple[str, str]]:
        """Pairs (language, text) of what is known."""
        return ((language, self.get(language)) for language in LANGUAGES if self.get(language))
