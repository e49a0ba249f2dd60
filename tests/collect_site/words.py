"""Own words for pages: texts that report nothing, and texts that begin with the report of an attack."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

WORDS = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
PARTS = ("subject", "act", "thing", "where", "when")


def attack(language: str, chance: random.Random) -> str:
    """A sentence that reports an attack on a media worker."""
    return str(chance.choice(WORDS[language]["attacks"]))


def sentence(language: str, chance: random.Random) -> str:
    """A sentence that reports nothing."""
    words = WORDS[language]
    made = words["form"].format(number=chance.randrange(10_000), **{part: chance.choice(words[part]) for part in PARTS})
    return str(made[0].upper() + made[1:])


def text(language: str, chance: random.Random, first: str = "") -> list[str]:
    """Four paragraphs of five sentences, with a sentence put first."""
    paragraphs = [" ".join(sentence(language, chance) for _ in range(5)) for _ in range(4)]
    return [f"{first} {paragraphs[0]}".strip(), *paragraphs[1:]]
