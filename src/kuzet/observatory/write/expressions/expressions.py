"""The small language of figures in prose: `{{ share category=physical of perpetrator=unknown | noun percent }}`.

An expression is a verb, then words and options (`field=code,code`), after `of` the options of the base, then pipes that
give the result its form. This file only reads; what the verbs mean stands in `compose`, what is allowed in
`expressions_rules`, and the page for authors is `docs/reference/expressions.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from kuzet.basis.errors import BadExpression

T = TypeVar("T")
COMPARISONS: Final = ("<=", ">=", "==", "!=", "<", ">")
_TOKEN: Final = re.compile(
    r'(?P<space>\s+)|(?P<word>-?\w[\w.-]*)|(?P<text>"[^"]*")|(?P<mark><=|>=|==|!=|[=<>,|])|(?P<other>.)', re.DOTALL
)
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which template: line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}"


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of an expression, with its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Option:
    """`name=value,value`: a filter by a coded field, or an option of the verb such as `year=2022`."""

    name: Atom
    values: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Pipe:
    """`| name argument ...`: the form that the result takes."""

    name: Atom
    arguments: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression as written; `base` is None where there is no `of`."""

    verb: Atom
    words: tuple[Atom, ...]
    options: tuple[Option, ...]
    base: tuple[Option, ...] | None
    pipes: tuple[Pipe, ...]
    source: str

    @property
    def place(self) -> Place:
        """Where its verb stands."""
        return self.verb.place

    def option(self, name: str) -> str:
        """The first value of an option, '' where it is not given."""
        return next((option.values[0].text for option in self.options if option.name.text == name), "")


@dataclass(frozen=True, slots=True)
class Test:
    """One condition: `[not] [known] expression [comparison number]`; without a comparison: other than nothing."""

    negated: bool
    known: bool
    expression: Expression
    comparison: str = ""
    number: Decimal = Decimal(0)


def parse(source: str, place: Place) -> Expression:
    """The expression written between `{{` and `}}`; `place` is that of its first character. Raises `BadExpression`."""
    reader = _Reader(source, place)
    expression = _expression(reader)
    return reader.finished(expression)


def parse_tests(source: str, place: Place) -> tuple[Test, ...]:
    """The conditions of `{% if ... and ... %}`, all of which must hold. Raises `BadExpression`."""
    reader = _Reader(source, place)
    tests = [_test(reader)]
    while reader.take_word("and"):
        tests.append(_test(reader))
    return reader.finished(tuple(tests))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: Place


class _Reader:
    """The tokens of one source, read one after the other."""

    def __init__(self, source: str, place: Place) -> None:
        self.source = " ".join(source.split())
        self.tokens = list(_tokens(source, place))
        self.index = 0
        self.end = self.tokens[-1].place if self.tokens else place

    def peek(self) -> _Token | None:
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def is_mark(self, *marks: str) -> bool:
        token = self.peek()
        return token is not None and token.kind == "mark" and token.text in marks

    def take_mark(self, *marks: str) -> str:
        """The mark if it stands here, else ''."""
        return self._advance() if self.is_mark(*marks) else ""

    def take_word(self, word: str) -> bool:
        token = self.peek()
        found = token is not None and token.kind == "word" and token.text == word
        self.index += found
        return found

    def atom(self, expected: str) -> Atom:
        token = self.peek()
        if token is None or token.kind == "mark":
            raise self.wrong(expected)
        self.index += 1
        return Atom(token.text.strip('"') if token.kind == "text" else token.text, token.place)

    def wrong(self, expected: str) -> BadExpression:
        token = self.peek()
        if token is None:
            return BadExpression(self.source, f"complete: {expected} is missing at the end", str(self.end))
        return BadExpression(token.text, expected, str(token.place))

    def finished(self, result: T) -> T:
        if self.peek() is not None:
            raise self.wrong("the end of the expression")
        return result

    def _advance(self) -> str:
        self.index += 1
        return self.tokens[self.index - 1].text


def _tokens(source: str, place: Place) -> Iterator[_Token]:
    for match in _TOKEN.finditer(source):
        at = shifted(place, source, match.start())
        kind = match.lastgroup or "other"
        if kind == "other":
            raise BadExpression(match.group(), 'a word, a "text", or one of = , | < > ! in an expression', str(at))
        if kind != "space":
            yield _Token(kind, match.group(), at)


def shifted(place: Place, source: str, offset: int) -> Place:
    """The place of `source[offset]` where `source` begins at `place`."""
    before = source[:offset]
    lines = before.count("\n")
    column = offset - before.rfind("\n") if lines else place.column + offset
    return Place(place.file, place.line + lines, column)


_BASE: Final = "a filter such as category=physical after 'of'"
_RESERVED: Final = frozenset({"of", "and"})


def _expression(reader: _Reader) -> Expression:
    first = reader.index
    verb = reader.atom("a verb such as count or share")
    words, options = _items(reader)
    base = None
    if reader.take_word("of"):
        extra, base = _items(reader)
        if extra:
            raise BadExpression(extra[0].text, _BASE, str(extra[0].place))
        if not base:
            raise reader.wrong(_BASE)
    pipes = []
    while reader.take_mark("|"):
        pipes.append(Pipe(reader.atom("a pipe such as noun"), tuple(_words(reader))))
    source = " ".join(token.text for token in reader.tokens[first : reader.index])
    return Expression(verb, words, options, base, tuple(pipes), re.sub(r" ?([=,]) ?", r"\1", source))


def _items(reader: _Reader) -> tuple[tuple[Atom, ...], tuple[Option, ...]]:
    words, options = [], []
    for word in _words(reader):
        if reader.take_mark("="):
            options.append(Option(word, _values(reader)))
        else:
            words.append(word)
    return tuple(words), tuple(options)


def _words(reader: _Reader) -> Iterator[Atom]:
    while (token := reader.peek()) and token.kind != "mark" and token.text not in _RESERVED:
        yield reader.atom("a word")


def _values(reader: _Reader) -> tuple[Atom, ...]:
    values = [reader.atom("a code after '='")]
    while reader.take_mark(","):
        values.append(reader.atom("a code after ','"))
    return tuple(values)


def _test(reader: _Reader) -> Test:
    negated = reader.take_word("not")
    known = reader.take_word("known")
    expression = _expression(reader)
    if expression.pipes:
        pipe = expression.pipes[0].name
        raise BadExpression(pipe.text, "needed here: a condition compares values, without pipes", str(pipe.place))
    comparison = reader.take_mark(*COMPARISONS)
    if not comparison:
        return Test(negated, known, expression)
    number = reader.atom("a number to compare with")
    if not _NUMBER.fullmatch(number.text):
        raise BadExpression(number.text, "a number to compare with", str(number.place))
    return Test(negated, known, expression, comparison, Decimal(number.text))
