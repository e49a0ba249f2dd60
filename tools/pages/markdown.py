"""Small pieces of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from inspect import cleandoc


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; what would break a row is told otherwise."""
    lines = [tuple(head), ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell(one) for one in line) + " |" for line in lines)


def cell(value: object) -> str:
    """One cell: no line breaks, no bare bars."""
    return re.sub(r"\s*\n\s*", " ", str(value)).replace("|", "\\|")


def code(value: object) -> str:
    """A value as it is written; nothing for nothing."""
    return f"`{value}`" if str(value) else ""


def codes(values: Iterable[object]) -> str:
    """Several values in a row."""
    return ", ".join(code(value) for value in values)


def prose(docstring: str | None) -> str:
    """A docstring as text; an example session becomes a block of code."""
    text = cleandoc(docstring or "")
    return re.sub(r"(?m)^(?:>>> .*\n?)(?:(?!\n).+\n?)*", lambda found: f"```python\n{found[0].rstrip()}\n```\n", text)


def page(heading: str, *parts: str) -> str:
    """A page of parts with an empty line in between."""
    return "\n\n".join((f"# {heading}", *(part.strip() for part in parts if part.strip()))) + "\n"
