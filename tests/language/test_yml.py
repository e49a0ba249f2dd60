"""YAML is read alike by both parsers, and what is wrong is told in the words of one."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
import yaml

from kuzet.language.text.yml import loaded

SHIPPED = sorted(path for path in files("kuzet").rglob("*.yml"))


def test_every_file_of_the_package_says_the_same_to_both_parsers():
    assert len(SHIPPED) > 40
    differing = [path.name for path in SHIPPED if loaded(text := path.read_text("utf-8")) != yaml.safe_load(text)]
    assert differing == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: [x, жергілікті]\n", {"a": 1, "b": ["x", "жергілікті"]}),
        ("on: yes\nday: 2024-05-13\n", {True: True, "day": date(2024, 5, 13)}),
        ("", None),
    ],
)
def test_what_a_text_says(text, said):
    assert loaded(text) == said


def test_a_broken_text_is_told_with_its_line_in_the_words_of_the_parser_in_python():
    with pytest.raises(yaml.MarkedYAMLError) as told:
        loaded("a: [1, 2\nb: 3\n")
    with pytest.raises(yaml.MarkedYAMLError) as plain:
        yaml.safe_load("a: [1, 2\nb: 3\n")
    assert str(told.value) == str(plain.value)
    assert told.value.problem_mark.line == 1


def test_a_text_that_asks_for_an_object_is_refused():
    with pytest.raises(yaml.YAMLError):
        loaded("!!python/object/apply:os.getcwd []")
