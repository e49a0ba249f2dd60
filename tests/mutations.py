"""Documents spoiled as documents of the world are: cut, mixed up, half converted; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Mutation = Callable[[str, random.Random], str]

CONTROLS = "\x00\x07\x0b\x0c\x1b\x7f\x85\u2028\u2029\ufeff\ufffd\u200b\u00ad\u00a0\t\r\n"
EMOJI = ("🛑", "😀", "👩🏽‍💻", "🇰🇿", "‼️", "❗")
MARKS = "\u0301\u0308\u0306\u0328\u20dd\u0489"
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u2066\u2069"
HTML = ("<p>", "</div>", "&nbsp;", "&quot;", "<a href='", "&#1178;", "<!--", "]]>", "<script>var a=1;", "&amp;laquo;")
DIGITS = "0123456789٠١٢٣๔५½²⅔Ⅳ"
LIKE = str.maketrans("аеорсухАВЕКМНОРСТіһıİß", "aeopcyxABEKMHOPCTihiIs")
SCRIPTS = ("jurnalist", "шабуыл", "журналист", "قازاقستان", "تىلشى", "記者", "δημοσιογράφος", "İstanbul", "ẞ", "ǆ")


def documents(rows: Sequence[dict[str, Any]], seed: int, wanted: int) -> Iterator[tuple[str, str, str]]:
    """`wanted` texts, each of one to six mutations of a row's text: names of the mutations, text, publication date."""
    chance = random.Random(seed)
    for _ in range(wanted):
        row = chance.choice(rows)
        text: str = row["text"]
        done = chance.choices(MUTATIONS, k=chance.randint(1, 6))
        for mutation in done:
            text = mutation(text, chance)
        yield "+".join(mutation.__name__ for mutation in done), text if text.strip() else "x", row.get("published", "")


def cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start:end] if chance.random() < 0.4 else text[:start] + text[end:]


def swapped_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randint(1, 12)):
        left, right = chance.randrange(len(words)), chance.randrange(len(words))
        words[left], words[right] = words[right], words[left]
    return " ".join(words)


def swapped_letters(text: str, chance: random.Random) -> str:
    letters = list(text)
    for at in chance.choices(range(max(len(letters) - 1, 1)), k=chance.randint(1, 25)):
        letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def repeated(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    part = text[at : at + chance.choice((1, 1, 2, 9, 60))]
    return text[:at] + part * chance.choice((2, 3, 30, 400 // (len(part) + 1))) + text[at:]


def controls(text: str, chance: random.Random) -> str:
    return strewn(text, CONTROLS, chance)


def emoji(text: str, chance: random.Random) -> str:
    return strewn(text, EMOJI, chance)


def marks(text: str, chance: random.Random) -> str:
    return strewn(text, MARKS, chance)


def directions(text: str, chance: random.Random) -> str:
    return strewn(text, DIRECTIONS, chance)


def html(text: str, chance: random.Random) -> str:
    return strewn(text, HTML, chance)


def digits(text: str, chance: random.Random) -> str:
    runs = ["".join(chance.choices(DIGITS, k=length)) for length in (1, 2, 4, 400)]
    return strewn(text, runs, chance)


def scripts(text: str, chance: random.Random) -> str:
    """Letters replaced by ones that look alike, in words here and there, and words of other scripts."""
    words = [word.translate(LIKE) if chance.random() < 0.3 else word for word in text.split(" ")]
    return strewn(" ".join(words), SCRIPTS, chance)


def cases(text: str, chance: random.Random) -> str:
    return "".join(letter.upper() if chance.random() < 0.5 else letter.lower() for letter in text)


def long_words(text: str, chance: random.Random) -> str:
    word = chance.choice((*text.split(), "ab"))
    joined = word * (chance.choice((300, 2000, 4000)) // len(word) + 1)
    return strewn(text, (joined,), chance, most=1)


def joined(text: str, chance: random.Random) -> str:
    """Without spaces, without line breaks, or every sentence a line."""
    return text.replace(*chance.choice(((" ", ""), ("\n", " "), (". ", ".\n"), (" ", "\n"), ("\n", "\r\n"))))


def strewn(text: str, pieces: Sequence[str], chance: random.Random, most: int = 15) -> str:
    """The text with some of the pieces put in anywhere."""
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(pieces) + text[at:]
    return text


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    swapped_words,
    swapped_letters,
    repeated,
    controls,
    emoji,
    marks,
    directions,
    html,
    digits,
    scripts,
    cases,
    long_words,
    joined,
)
