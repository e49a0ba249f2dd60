"""Size budgets: small functions, small files, few arguments; data and what Django writes (migrations) aside."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kuzet"
MAX_FUNCTION, P95_FUNCTION, MEDIAN_FUNCTION, MAX_FILE, MAX_ARGUMENTS = 60, 30, 8, 400, 5


def sources():
    return [path for path in sorted(SOURCE.rglob("*.py")) if path.parent.name != "migrations"]


def functions(source: str):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef) -> int:
    """Lines of the function without its docstring."""
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= first.end_lineno - first.lineno + 1
    return lines


def arguments(function: ast.FunctionDef) -> int:
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def everything():
    for path in sources():
        for function in functions(path.read_text("utf-8")):
            yield f"{path.relative_to(SOURCE)}:{function.lineno} {function.name}", function


def test_no_function_is_longer_than_sixty_lines():
    assert [(where, length(f)) for where, f in everything() if length(f) > MAX_FUNCTION] == []


def test_ninety_five_percent_of_functions_are_at_most_thirty_lines():
    lengths = sorted(length(f) for _, f in everything())
    assert lengths[int(0.95 * len(lengths))] <= P95_FUNCTION


def test_the_median_function_has_at_most_eight_lines():
    assert statistics.median(length(f) for _, f in everything()) <= MEDIAN_FUNCTION


def test_no_file_is_longer_than_four_hundred_lines():
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert {str(path.relative_to(SOURCE)): n for path, n in sizes.items() if n > MAX_FILE} == {}


def test_no_function_takes_more_than_five_arguments():
    assert [(where, arguments(f)) for where, f in everything() if arguments(f) > MAX_ARGUMENTS] == []


def test_a_long_function_would_be_seen():
    long = "def f():\n" + "    x = 1\n" * 70
    assert [length(f) for f in functions(long)] == [71]
