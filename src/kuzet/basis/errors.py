"""Every error that Kuzet raises on purpose, in one tree.

KuzetError
├── BadInput              a value from outside is not what was expected
│   ├── BadDate           a date that no calendar holds, or not in a form of `EventDate`
│   ├── UnknownCode       a code that the codebook version does not list
│   ├── BadExpression     a figure expression in a report text
│   └── BadRelease        a release whose files, hashes or rows disagree with its manifest
├── BrokenRule            words that contradict each other (a counting rule, a contradicting judgement)
└── Missing               something that is needed is not there (a file, a system library, a font)

Each message says which value, what was expected, and where; it is fit to be shown to a user as it stands.
"""

from __future__ import annotations

from typing import Any


class KuzetError(Exception):
    """Root of the tree; `str(error)` is one line for a user.

    Each can be sent by the process that raised it to the one that tells the user, and is the same there.
    """


class BadInput(KuzetError):
    """A value from outside is not what was expected.

    >>> str(BadInput("13", "a month from 1 to 12", "line 4, date"))
    "line 4, date: '13' is not a month from 1 to 12"
    """

    def __init__(self, value: object, expected: str, where: str = "") -> None:
        self.value, self.expected, self.where = value, expected, where
        super().__init__(f"{where + ': ' if where else ''}{shorten(value)} is not {expected}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.value, self.expected, self.where)

    def at(self, where: str) -> BadInput:
        """The same error with its place put in front (`where` of the outer reader first)."""
        return type(self)(self.value, self.expected, f"{where}, {self.where}" if self.where else where)


class BadDate(BadInput):
    """A date that no calendar holds, or not in a form of `EventDate`."""


class UnknownCode(BadInput):
    """A code that the codebook version does not list."""


class BadExpression(BadInput):
    """A figure expression in a report text that cannot be computed."""


class BadRelease(BadInput):
    """A release whose files, hashes or rows disagree with its manifest."""


class BrokenRule(KuzetError):
    """Words that contradict each other, such as a link across a negative judgement.

    `rule` names the rule, and `given` are the ids and codes that it is about, so that whoever shows the refusal can
    tell it in another language; '' for a rule that no page ever meets.
    """

    def __init__(self, told: str, rule: str = "", **given: str | tuple[str, ...]) -> None:
        self.rule, self.given = rule, given
        super().__init__(told)

    def __reduce__(self) -> tuple[Any, ...]:
        return _given, (type(self), str(self), self.rule, self.given)


def _given(kind: type[BrokenRule], told: str, rule: str, given: dict[str, Any]) -> BrokenRule:
    return kind(told, rule, **given)


class Missing(KuzetError):
    """Something needed is not there: a file, a system library, a font."""


def shorten(value: object, limit: int = 80) -> str:
    """`repr(value)` cut to `limit` characters, so that a message stays one line."""
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
