"""A template as a tree: words, expressions, conditions and parts of other files, each with its place.

`{{ expression }}` stands for its result, `{% if ... %} ... {% elif ... %} ... {% else %} ... {% end %}` keeps one
branch, `{% include name %}` puts the file `name.txt` of the same language here, `{# ... #}` is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kuzet.basis.errors import BadExpression
from kuzet.observatory.write.expressions.expressions import Expression, Place, Test, parse, parse_tests, shifted

_TAG: Final = re.compile(r"\{\{(?P<expression>.*?)\}\}|(?:\{%(?P<tag>.*?)%\}|\{#.*?#\})(?P<tail>[ \t]*\n)?", re.DOTALL)
_LOOSE: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Branch:
    """What stands while all of `tests` hold; no tests for `else`."""

    tests: tuple[Test, ...]
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class Choice:
    """The first branch that holds is kept."""

    branches: tuple[Branch, ...]


Node = Words | Expression | Choice
Nodes = tuple[Node, ...]
Parts = Callable[[str], str]
"""The text of a part by its name (`key_findings`); raises `BadInput` for a name that is not there."""


def read(name: str, parts: Parts) -> Nodes:
    """The template `name` with all its parts; raises `BadExpression` with file, line and column."""
    return _read(name, parts, ())


def expressions(nodes: Nodes) -> Iterator[Expression]:
    """Every expression in the order of the text, those of conditions and of all branches too."""
    for node in nodes:
        if isinstance(node, Expression):
            yield node
        elif isinstance(node, Choice):
            for branch in node.branches:
                yield from (test.expression for test in branch.tests)
                yield from expressions(branch.nodes)


def words(nodes: Nodes) -> Iterator[Words]:
    """Every stretch of plain text in order."""
    for node in nodes:
        if isinstance(node, Words):
            yield node
        elif isinstance(node, Choice):
            for branch in node.branches:
                yield from words(branch.nodes)


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    rest: str
    place: Place


_Piece = Words | Expression | _Tag


def _read(name: str, parts: Parts, outer: tuple[str, ...]) -> Nodes:
    pieces = list(_pieces(parts(name), f"{name}.txt"))
    nodes, rest = _nodes(pieces, parts, (*outer, name))
    if rest:
        raise _unexpected(rest[0])
    return nodes


def _pieces(text: str, file: str) -> Iterator[_Piece]:
    start, origin = 0, Place(file, 1, 1)
    for match in _TAG.finditer(text):
        yield from _words(text, start, match.start(), origin)
        start = match.end() if _alone(text, match) else match.end() - len(match["tail"] or "")
        if match["expression"] is not None:
            yield parse(match["expression"], shifted(origin, text, match.start("expression")))
        elif match["tag"] is not None:
            yield _tag(match["tag"], shifted(origin, text, match.start("tag")))
    yield from _words(text, start, len(text), origin)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether a tag has its line for itself, so that the line leaves no trace."""
    return match["tail"] is not None and not text[: match.start()].rpartition("\n")[2].strip()


def _words(text: str, start: int, end: int, origin: Place) -> Iterator[Words]:
    part = text[start:end]
    broken = _LOOSE.search(part)
    if broken:
        at = shifted(origin, text, start + broken.start())
        raise BadExpression(broken.group(), "closed and opened in pairs: {{ ... }}, {% ... %}, {# ... #}", str(at))
    if part:
        yield Words(part, shifted(origin, text, start))


def _tag(text: str, place: Place) -> _Tag:
    body = text.lstrip()
    at = shifted(place, text, len(text) - len(body))
    name = re.match(r"\w*", body)
    word = name.group() if name else ""
    return _Tag(word, body[len(word) :], at)


def _nodes(pieces: list[_Piece], parts: Parts, outer: tuple[str, ...]) -> tuple[Nodes, list[_Piece]]:
    """The nodes up to the first tag that this level does not know, and what is left from there."""
    nodes: list[Node] = []
    while pieces:
        piece = pieces[0]
        if not isinstance(piece, _Tag):
            nodes.append(piece)
            pieces = pieces[1:]
        elif piece.name == "include":
            nodes.extend(_included(piece, parts, outer))
            pieces = pieces[1:]
        elif piece.name == "if":
            choice, pieces = _choice(pieces, parts, outer)
            nodes.append(choice)
        else:
            break
    return tuple(nodes), pieces


def _included(tag: _Tag, parts: Parts, outer: tuple[str, ...]) -> Nodes:
    name = tag.rest.strip()
    if not re.fullmatch(r"\w+", name) or name in outer:
        raise BadExpression(name, "the name of another part of this template", str(tag.place))
    return _read(name, parts, outer)


def _choice(pieces: list[_Piece], parts: Parts, outer: tuple[str, ...]) -> tuple[Choice, list[_Piece]]:
    opening = pieces[0]
    branches: list[Branch] = []
    while True:
        tag = pieces[0]
        assert isinstance(tag, _Tag)  # noqa: S101  # only tags end a branch
        if tag.name == "end":
            return Choice(tuple(branches)), pieces[1:]
        tests = () if tag.name == "else" else parse_tests(tag.rest, _after(tag))
        nodes, pieces = _nodes(pieces[1:], parts, outer)
        branches.append(Branch(tests, nodes))
        if not pieces:
            raise BadExpression("if", "closed by {% end %}", str(_place(opening)))
        if not _may_follow(tag, pieces[0]):
            raise _unexpected(pieces[0])


def _may_follow(before: _Tag, piece: _Piece) -> bool:
    return isinstance(piece, _Tag) and (
        piece.name == "end" or (piece.name in ("elif", "else") and before.name != "else")
    )


def _after(tag: _Tag) -> Place:
    return Place(tag.place.file, tag.place.line, tag.place.column + len(tag.name))


def _place(piece: _Piece) -> Place:
    return piece.place


def _unexpected(piece: _Piece) -> BadExpression:
    name = piece.name if isinstance(piece, _Tag) else ""
    expected = "one of if, elif, else, end, include, where it belongs"
    return BadExpression(name, expected, str(_place(piece)))
