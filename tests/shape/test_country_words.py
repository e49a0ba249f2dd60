"""No word of one country stands in code: names of places, outlets, offices, laws and money live in its pack."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kuzet.countries import codes, load

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kuzet"
SHORTEST = 4
"""Shorter names are ordinary syllables in some language; the abbreviations that matter are listed."""
ABBREVIATIONS = {"МРП", "АЕК", "КоАП", "ӘҚБтК", "KZT", "БҚО", "СҚО", "ШҚО", "ЗКО", "СКО", "ВКО", "ҰҚК", "КНБ", "KNB"}


def country_words(code: str) -> set[str]:
    """Proper names of a pack that are no ordinary word, as they are written."""
    pack = load(code)
    words = {one for place in pack.settlements if not place.ambiguous for one in place.spellings()}
    words |= {one for outlet in pack.outlets if outlet.country == pack.profile.code and not outlet.common_word
              for one in outlet.spellings()}  # fmt: skip
    words |= {one for region in pack.regions for one in (*region.aliases.all(), region.name.kk, region.name.en)}
    words |= {one for unit in pack.money for one in unit.words.all()} | {
        one for law in pack.law for one in law.spellings.all()
    }
    words |= {pack.profile.name.kk, pack.profile.name.ru, pack.profile.name.en}
    general = {"Constitution", "Criminal Code", "Civil Code", "Penal Code", "Tax Code", "Administrative Code"}
    return {one for one in words if len(one) >= SHORTEST} - general | ABBREVIATIONS


def literals(source: str) -> list[tuple[int, str]]:
    """Every string of the code that is no docstring, with its line."""
    tree = ast.parse(source)
    bodies = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(statement.value)
        for node in ast.walk(tree) if isinstance(node, bodies)
        for statement in node.body if isinstance(statement, ast.Expr)
    }  # fmt: skip
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [(node.lineno, node.value) for node in constants if id(node) not in docstrings]


def found(source: str, words: set[str]) -> list[tuple[int, str]]:
    """Words of the country in the strings of a source, from word border to word border."""
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?!\w)")
    return [(line, match[0]) for line, text in literals(source) for match in pattern.finditer(text)]


@pytest.mark.parametrize("code", codes())
def test_no_word_of_a_country_stands_in_code(code):
    words = country_words(code)
    offending = [
        f"{path.relative_to(SOURCE)}:{line}: {word}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line, word in found(path.read_text("utf-8"), words)
    ]
    assert offending == []


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ('region = "Павлодар облысы"', "Павлодар облысы"),
        ('if "Uralsk" in text: pass', "Uralsk"),
        ('UNITS = {"МРП": 3692}', "МРП"),
        ('pattern = r"ст\\. 73-3 КоАП"', "КоАП"),
        ('site = f"https://uralskweek.kz/{page}"', "uralskweek.kz"),
    ],
)
def test_a_planted_word_is_found_with_its_line(code, word):
    assert found(f"import re\n{code}\n", country_words("kz")) == [(2, word)]


def test_a_docstring_may_give_an_example():
    assert found('def f():\n    """As in Oral."""\n', country_words("kz")) == []
