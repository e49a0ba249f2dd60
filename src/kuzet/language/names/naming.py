"""Names of people in the form in which a registry lists them: the nominative."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kuzet.language.names import nominatives, people
from kuzet.language.names.people import NameData

_RUSSIAN_WOMEN: Final = (("ской", "ская"), ("цкой", "цкая"), ("скую", "ская"), ("цкую", "цкая"))
_RUSSIAN_FAMILY: Final = ("ов", "ев", "ёв", "ин", "ын")
_FIXED: Final = ("о", "ва", "на", "заде", "дзе")
"""Ends of men's surnames that no case changes, or that are of women's too."""
_KAZAKH_CASE: Final = re.compile(r"(?:[ндт][ыі]ң|[ндт][ае]н|[мбп]ен|[ғгқк][ае]|[ндт][ыі]|[ндт][ае])$")

_POSSESSED: Final = re.compile(r"(.{2,}(?:[ұу]лы|[қк]ызы))(?:ның|нын|на|н|нда|нан|мен)$")
_TYPED_IN_RUSSIAN: Final = re.compile(r"(.{2,}[оеё]в)т[иы]н$")  # no name in -тин is one in -овтин


def nominative(words: tuple[str, ...], language: str, data: NameData, oblique: str = "") -> str:
    """The name in the nominative: each Russian part, the end of a Kazakh name, an English one as it stands.

    `oblique` is m or f where the words before a Russian name show that it is one of a man or woman in another case, n
    where they show that it is in the nominative.
    """
    rule: Callable[[tuple[str, ...], NameData, str], tuple[str, ...]] = _RULES[language]
    return " ".join(rule(words, data, oblique))


def _russian(words: tuple[str, ...], data: NameData, oblique: str) -> tuple[str, ...]:
    *given, last = words
    if oblique == "n":
        return words
    if not given:
        return (_alone(last, data, oblique),)
    oblique = "f" if oblique and _WOMAN.search(last) else oblique  # корреспондента Мехрангезы Турсуновой
    if _is_of_a_woman(given[0], last, data, oblique):
        return (*(_unlisted(word, "f") for word in given), _russian_surname(last, "f"))
    names = [_known(word, data) for word in words]
    sex = next((name.gender for name in names if name is not None and name.gender), oblique)
    first, known = words[0].lower(), names[0]
    sex = sex or ("f" if first[-1] in _CONSONANTS and _WOMAN_HIT.search(last) else "")
    shown = oblique == "m" or (known is not None and _is_case_of(first, people.plain(known.name)))
    shown = shown and len(words) == 2 and sex == "m"
    return (
        *(_given(word, data, oblique) for word in given),
        (_of_a_man(last) if shown else "") or _russian_surname(last, sex),
    )


def _alone(word: str, data: NameData, oblique: str) -> str:
    """A single name: a given one where the noun before it tells its case (*брата Фируза*), else a surname."""
    known = _known(word, data)
    if known is None or not oblique:
        return _russian_surname(word, "?")
    return _given(word, data, oblique) if known.gender in ("", oblique) else _unlisted(word, oblique)


def _is_of_a_woman(given: str, surname: str, data: NameData, oblique: str) -> bool:
    """Whether a list has only the man's name of a woman's in another case, as her surname shows: Эльнуры Сыдыковой."""
    known = people.known(given, "ru", data)
    if known is None or known.gender != "m":
        return False
    if oblique == "f":  # журналистку Евгению Чой
        return True
    if known.name[-1:] not in _CONSONANTS or not _WOMAN.search(surname):
        return False
    return people.plain(given).removeprefix(people.plain(known.name)) in ("ы", "и", "е", "у", "ой")


_WOMAN: Final = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)ой$|[сц]кую$")
_WOMAN_HIT: Final = re.compile(r"(?:[оеё]в|[иы]н)у$")
"""A surname in the accusative of a woman, where a given name that ends in a consonant did not change: a man's would."""
_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"


def _is_case_of(word: str, name: str) -> bool:
    """Whether the word is a man's name in another case: Игоря, Махамбета, Дмитрию, Артёмом, Павла."""
    plain = people.plain(word)
    if name[-1:] in ("й", "ь"):
        return (plain[:-1] == name[:-1] and plain[-1:] in ("я", "ю", "е")) or plain == name[:-1] + "ем"
    fleeting = name[:-2] + name[-1:]  # Павел, Павла
    rest = (plain.removeprefix(stem) for stem in (name, fleeting) if plain.startswith(stem))
    return name[-1:] in _CONSONANTS and any(each in ("а", "у", "е", "ом", "ем") for each in rest)


def _of_a_man(surname: str) -> str:
    """A man's surname in the nominative where his given name shows another case; '' for one that no case changes.

    >>> _of_a_man("Пака"), _of_a_man("Цоя"), _of_a_man("Соболем"), _of_a_man("Глуховского"), _of_a_man("Кобахидзе")
    ('Пак', 'Цой', 'Соболь', 'Глуховский', '')
    """
    if adjective := _ADJECTIVE.fullmatch(surname):
        return adjective["stem"] + "ий"
    match = _MANS_CASE.fullmatch(surname)
    if match is None or surname.endswith(_UNCHANGED) or _OF_AN_ADJECTIVE.search(surname):
        return ""
    stem, ending = match["stem"], match["ending"]
    if stem[-1] in _CONSONANTS:
        return stem if ending in ("а", "у", "е", "ом") or stem[-1] in "жшчщц" else stem + "ь"
    return stem + "й" if ending in ("я", "ю", "е", "ем") and stem[-1] != "и" else ""


_MANS_CASE: Final = re.compile(r"(?P<stem>..+?)(?P<ending>ом|ем|[аяуюе])")
_UNCHANGED: Final = ("дзе", "заде", "швили")
_ADJECTIVE: Final = re.compile(r"(?P<stem>.+[сц]к)(?:ого|ому|им|ом)")
_OF_AN_ADJECTIVE: Final = re.compile(r"(?:[оеё]в|[иы]н)(?:[ауе])$|[оеё]му$")
"""Surnames in -ов and -ин, which have endings of their own, and those such as Толстой."""


def _known(word: str, data: NameData) -> people.Given | None:
    """The given name of the list that a word is a form of, also one that loses its vowel: Павлу, Льва."""
    known = people.known(word, "ru", data)
    first = nominatives.russian(word.lower())[0]
    listed = people.known(first, "ru", data) if known is None and first != people.plain(word) else None
    return listed if listed is not None and people.plain(listed.name) == first else known


def _given(word: str, data: NameData, oblique: str) -> str:
    known = _known(word, data)
    if known is not None and known.name.isascii() == word.isascii():
        return known.name if _is_form(word, known.name) else word
    return _unlisted(word, oblique) if _FITTING.get(oblique) and "-" not in word else word


def _is_form(word: str, name: str) -> bool:
    """Whether a given name is that of the list in some case; none in -ия ends in a bare -и: Ани is no form of Ания."""
    if people.plain(name).endswith("ия") and people.plain(word) == people.plain(name)[:-1]:
        return False
    same = people.stem(name, "ru") == people.stem(word, "ru")
    return same or _is_case_of(word.lower(), people.plain(name))


def _unlisted(word: str, sex: str) -> str:
    """The given name of a man or a woman that no list holds."""
    found = (one for one in nominatives.russian(word.lower()) if _FITTING[sex].search(one))
    return next(found, word.lower()).capitalize()


_FITTING: Final = {"m": re.compile(r"[^аеёиоуыэюя]$"), "f": re.compile(r"[ая]$")}
"""Ends of given names that take the case endings of a man's and of a woman's name."""


def _russian_surname(word: str, sex: str) -> str:
    for ending, woman in _RUSSIAN_WOMEN:
        if word.endswith(ending) and sex != "m":
            return word.removesuffix(ending) + woman
    for family in _RUSSIAN_FAMILY:
        for ending, form in _forms(sex).items():
            if word.endswith(family + ending) and len(word) > len(family + ending) + 1:
                return word.removesuffix(ending) + form
    if sex == "m" and word[-1:] in "ауе" and not word.endswith(_FIXED) and len(word) > 4:
        return word[:-1]
    return word.removesuffix("ом") if sex == "m" and len(word) > 5 else word


def _forms(sex: str) -> Mapping[str, str]:
    """Case endings of surnames in -ов, -ин and the like, and the ending in the nominative."""
    if sex == "m":
        return {"ым": "", "а": "", "у": "", "е": ""}
    if sex == "f":
        return {"ой": "а", "ою": "а", "у": "а", "ы": "а"}
    return {"ой": "а", "ым": ""}


def _kazakh(words: tuple[str, ...], data: NameData, _: str) -> tuple[str, ...]:
    *given, last = words
    if family := _POSSESSED.match(last) or _TYPED_IN_RUSSIAN.match(last):
        return (*given, family[1])
    case = _KAZAKH_CASE.search(last)
    if case is not None and case.start() >= _SHORTEST and _stands(last[: case.start()], case[0], data):
        return (*given, last[: case.start()])
    return words


_SHORTEST: Final = 4


def _stands(rest: str, ending: str, data: NameData) -> bool:
    """Whether what is left is a name: a surname, a known given name, or an ending that no name has."""
    if people.is_surname(rest, "kk", data) or people.known(rest, "kk", data) is not None:
        return True
    return len(ending) == 3 or rest[-1] in "йлмнңрзгғдбқкптсшч"


def _english(words: tuple[str, ...], _: NameData, __: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in words)


_RULES: Final = {"ru": _russian, "kk": _kazakh, "en": _english}
