"""The glossary: every public class of `kuzet.basis`, read from its source."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Final

from tools.pages.markdown import code, prose, table
from tools.pages.markdown import page as whole

from kuzet import basis

ORDER: Final = (
    "names", "dates", "places", "money", "law", "document", "coding", "judgement", "tiers", "incident", "release",
    "figure", "codebook",
)  # fmt: skip
"""Modules of the words, from the smallest to those made of others."""

ELSEWHERE: Final = {
    "errors": "errors.md",
    "fields": "figures.md",
    "garbage": "how many things are made at once",
    "home": "the country that is meant where none is told",
    "lines": "how a text is broken into lines",
    "formulas": "a rule, told in how-to/import-a-register.md",
    "rounding": "a rule, told in expressions.md",
    "undo": "a rule, told in how-to/judge-links.md",
    "word": "what all words share",
}
"""Modules that hold no words of the field, and why or where they are told."""

PLAIN: Final = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "Decimal": "exact number",
    "bool": "true or false",
    "date": "day",
    "datetime": "moment",
    "None": "nothing",
    "T": "what the question asks for",
}
"""Types of the language in plain words."""

INTRODUCTION: Final = """
One noun, one meaning. Each word is a frozen value object of `kuzet.basis`: made with keywords, equal by value, checked
when it is made, the same in JSON in and out (`kuzet.basis.word.to_json`, `from_json`; fields at their default are left
out, unknown fields are refused). Dates in JSON are text in the form told at [EventDate](#eventdate).
"""


def modules() -> tuple[str, ...]:
    """Every module of basis that is there."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(basis.__path__)))


def page() -> str:
    """The glossary."""
    found = {name: tuple(_classes(name)) for name in ORDER}
    names = {one.name for classes in found.values() for one in classes}
    listed = ", ".join(f"[{name}](#{name.lower()})" for name in sorted(names))
    return whole("Words", INTRODUCTION, listed, *(_module(name, found[name], names) for name in ORDER))


def _classes(module: str) -> Iterator[ast.ClassDef]:
    tree = ast.parse(inspect.getsource(importlib.import_module(f"kuzet.basis.{module}")))
    return (node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))


def _module(module: str, classes: tuple[ast.ClassDef, ...], names: set[str]) -> str:
    loaded = importlib.import_module(f"kuzet.basis.{module}")
    parts = [f"## {module}", prose(loaded.__doc__)]
    for one in classes:
        values = _values(one) if _is_closed_set(one) else _fields(one, getattr(loaded, one.name), names)
        parts += [f"### {one.name}", prose(ast.get_docstring(one)), values]
    return "\n\n".join(part for part in parts if part)


def _is_closed_set(one: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Enum" for base in one.bases)


def _values(one: ast.ClassDef) -> str:
    rows = [(code(ast.literal_eval(node.value)), told) for node, told in _told(one) if isinstance(node, ast.Assign)]
    return table(("value", "meaning"), rows)


def _fields(one: ast.ClassDef, kind: type, names: set[str]) -> str:
    given = inspect.signature(kind).parameters
    rows = [
        (code(node.target.id), _type(node.annotation, names), _default(given, node.target.id), told)
        for node, told in _told(one)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    head = (
        ("field", "holds", "if left out", "remark")
        if any(row[3] for row in rows)
        else ("field", "holds", "if left out")
    )
    return table(head, [row[: len(head)] for row in rows]) if rows else ""


def _told(one: ast.ClassDef) -> Iterator[tuple[ast.stmt, str]]:
    """Each statement of a class with the text that stands under it."""
    for node, after in zip(one.body, [*one.body[1:], ast.Pass()], strict=True):
        text = after.value if isinstance(after, ast.Expr) else None
        yield node, str(text.value) if isinstance(text, ast.Constant) else ""


def _default(given: Mapping[str, inspect.Parameter], name: str) -> str:
    default = given[name].default if name in given else inspect.Parameter.empty
    if default is inspect.Parameter.empty:
        return "*(needed)*"
    if default is None:
        return "nothing"
    return "empty" if default in ("", ()) else code(default)


def _type(node: ast.expr, names: set[str]) -> str:
    if isinstance(node, ast.BinOp):
        return f"{_type(node.left, names)}, or {_type(node.right, names)}"
    if isinstance(node, ast.Subscript):
        return _of(ast.unparse(node.value), node.slice, names)
    name = "None" if isinstance(node, ast.Constant) else ast.unparse(node)
    return f"[{name}](#{name.lower()})" if name in names else PLAIN.get(name, code(name))


def _of(outer: str, inner: ast.expr, names: set[str]) -> str:
    members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    types = [_type(one, names) for one in members if not (isinstance(one, ast.Constant) and one.value is ...)]
    if outer == "tuple":
        return f"list of {types[0]}"
    if outer == "Mapping":
        return f"mapping of {types[0]} to {types[1]}"
    return f"[{outer}](#{outer.lower()}) of {types[0]}"
