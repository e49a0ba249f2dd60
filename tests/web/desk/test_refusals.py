"""What is refused is told in the language of whoever asked, each rule in words of its own."""

from __future__ import annotations

import ast
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from tests.web.desk.incidents.conftest import FIRST, act, coded

import kuzet
from kuzet.basis.errors import BrokenRule, Missing, UnknownCode
from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import words

__all__ = ["coded"]
SOURCE = Path(kuzet.__file__).parent
RULED = ("observatory/review", "web/registry", "web/desk", "web/sheets")
APART = ("reconstruct.py", "editions.py", "merging.py", "0008_erasure.py")
"""What raises where no page asks: the sample's placeholders, editions, migrations; a conflict is a kind of its own."""


def raised():
    """Every place at which a page can meet a broken rule: its file, the rule, and the names of what it gives."""
    for folder in RULED:
        for file in sorted((SOURCE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and getattr(node.func, "id", "") == "BrokenRule"
                    and file.name not in APART
                ):
                    rule = node.args[1].value if len(node.args) > 1 else ""
                    yield file.name, rule, {one.arg for one in node.keywords}


@cache
def found():
    return list(raised())


def test_there_are_rules_to_look_at():
    assert {"second_person", "step", "leaves", "decided"} <= {rule for _, rule, _ in found()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_a_page_can_meet_has_words_that_need_what_it_gives(language):
    said = words(language)
    for file, rule, given in found():
        assert (file, rule, f"rule_{rule}" in said) == (file, rule, True)
        assert (rule, set(re.findall(r"{(\w+)}", said[f"rule_{rule}"])) - given) == (rule, set())


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("kk", "оқиғасын aigul кодтаған: бұл қадамды басқа адам жасауы керек."),
        ("ru", "кодировал(а) aigul: этот шаг должен сделать другой человек."),
        ("en", "was coded by aigul: another person has to take this step."),
    ],
    ids=LANGUAGES,
)
def test_whoever_confirms_their_own_coding_is_refused_in_their_language(coded, language, told):
    coded.post(f"/language/{language}", {"back": "/"})
    refused = act(coded, "confirm")
    assert (refused.status_code, f"{FIRST} {told}" in unescape(refused.content.decode())) == (409, True)


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_codes_are_told_by_their_labels_and_what_has_no_words_by_its_english_line(registry):
    given = {"incident": FIRST, "status": "published", "verb": "confirm", "statuses": ("in_review", "unconfirmed")}
    step = refusals.told(BrokenRule("x", "step", **given), "ru")
    assert step == (
        f"Ничего не записано: Состояние {FIRST} — «Опубликовано». Для шага «Подтвердить» нужно одно из состояний: "
        "На проверке, Не подтверждено."
    )
    assert "murdr" in refusals.told(UnknownCode("murdr", "a code", "methods"), "kk")
    assert refusals.told(Missing("no font"), "en").endswith("The registry did not take it: no font")
