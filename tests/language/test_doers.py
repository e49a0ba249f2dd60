"""What the words around an actor tell of it."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import doers


def told(text: str) -> set[str]:
    reading = readings.by_rules(f"Журналист Айбек Нұровты ұрды. {text}")
    sentence = reading.sentences[-1]
    agents = sentence.of("agents")
    assert agents, text
    return {
        name
        for name, rule in (
            ("topic", doers.is_topic),
            ("turned to", doers.is_turned_to),
            ("refers back", doers.refers_back),
        )
        if any(rule(sentence, one) for one in agents)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ол әкімдік туралы мақала жазған.",
        "Ол полицияның жұмысын сынаған.",
        "Бейнежазба аурухананың жөндеуі жайлы еді.",
    ],
)
def test_a_topic_of_a_publication(text: str) -> None:
    assert "topic" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Полиция іс қозғалғаны туралы айтты.",
        "Әкімдік мақаланы өшіруді талап етті.",
        "Әкім журналисті сынады.",
    ],
)
def test_who_tells_or_criticises_is_no_topic(text: str) -> None:
    assert "topic" not in told(text)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Ол полицияға барды.", True),
        ("Жиын тұрғындармен өтті.", True),
        ("Полицейлер келді.", False),
        ("Әкімнің орынбасары келді.", False),
    ],
)
def test_who_is_turned_to(text: str, is_so: bool) -> None:
    assert ("turned to" in told(text)) == is_so


@pytest.mark.parametrize(("text", "is_so"), [("Біреуі оны ұрды.", True), ("Біреу оны ұрды.", False)])
def test_one_of_them_refers_back(text: str, is_so: bool) -> None:
    assert ("refers back" in told(text)) == is_so
