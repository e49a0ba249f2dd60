"""Words of a text as stems, for matching and search: pymorphy3 for Russian, simplemma for English, our own Kazakh.

The libraries load with the first word of their language; stems are remembered, since words of news repeat.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kuzet.basis.errors import BadInput
from kuzet.language.forms import kazakh
from kuzet.language.text import russian

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC: Final = re.compile(r"[а-яё-]+")
_LONGEST: Final = 64  # longer runs of letters are no words and stay as they are


@dataclass(frozen=True, slots=True)
class Stem:
    """`text[start:end]` is a form of `stem` (lower case)."""

    start: int
    end: int
    stem: str


def stems(text: str, language: str) -> tuple[Stem, ...]:
    """The words of `text` in order; raises `BadInput` for a language other than kk, ru, en."""
    rule = _rule(language)
    return tuple(Stem(match.start(), match.end(), _stem(match[0], rule)) for match in _WORD.finditer(text))


def stem(word: str, language: str) -> str:
    """The stem of one word: журналистерге -> `журналис`, журналистам -> `журналист`, fined -> `fine`."""
    return _stem(word, _rule(language))


def _stem(word: str, rule: Callable[[str], str]) -> str:
    return rule(word.lower()) if len(word) <= _LONGEST else word.lower()


def _rule(language: str) -> Callable[[str], str]:
    if language not in _RULES:
        raise BadInput(language, "one of kk, ru, en", "language")
    return _RULES[language]


@lru_cache(maxsize=100_000)
def is_object(word: str) -> bool:
    """Whether a Russian word stands in the genitive, dative or accusative, and can be in no other case."""
    cases = {str(form.tag.case) for form in _parses(word.lower())}
    return bool(cases & _OBJECT) and not cases & {"nomn", "ablt"}


@lru_cache(maxsize=100_000)
def oblique_gender(word: str) -> str:
    """The gender, m or f, of a Russian noun in another case than the nominative: *журналиста*, *журналистку*; or ''."""
    nouns = [form.tag for form in _parses(word.lower()) if "NOUN" in form.tag and "sing" in form.tag]
    forms = [tag for tag in nouns if "inan" not in tag]  # an operator is a sign as well
    if not forms or any("nomn" in tag or "anim" not in tag for tag in forms):
        return ""
    found = {"m" if "masc" in tag else "f" for tag in forms}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=100_000)
def nominative_mark(word: str) -> str:
    """The mark n for a Russian word for one person in the nominative alone: *журналист*, *журналистка*; else ''."""
    forms = [form.tag for form in _parses(word.lower()) if "inan" not in form.tag]  # an editor is a programme as well
    return "n" if forms and all("anim" in tag and "sing" in tag and "nomn" in tag for tag in forms) else ""


@lru_cache(maxsize=100_000)
def is_doing(noun: str, verb: str) -> bool:
    """Whether a Russian noun in the nominative agrees with the transitive verb after it: *журналист избил*."""
    return _agree(noun, verb, lambda form: form.POS == "VERB" and "tran" in form)


@lru_cache(maxsize=100_000)
def is_undergoing(noun: str, verb: str) -> bool:
    """Whether a Russian noun in the nominative agrees with the short passive after it: *журналист избит*."""
    return _agree(noun, verb, lambda form: form.POS == "PRTS" and "pssv" in form)


def _agree(noun: str, verb: str, wanted: Callable[[Any], bool]) -> bool:
    """Whether the first word of a noun with its adjectives is likeliest a nominative in the number of the verb."""
    does = next((form.tag for form in _parses(verb.lower()) if wanted(form.tag)), None)
    first = _parses(noun.lower().split()[0]) if noun.split() else []
    return does is not None and bool(first) and (first[0].tag.case, first[0].tag.number) == ("nomn", does.number)


@lru_cache(maxsize=10_000)
def of_genitive(words: tuple[str, ...], *, sure: bool) -> tuple[str, ...]:
    """The nominative of a Russian noun in the genitive with its adjectives, without what follows it; () for others.

    What may be a nominative as well (*правды*), and a noun of no dictionary, counts only where the genitive is `sure`.
    """
    adjectives: list[Any] = []
    for number, word in enumerate(words):
        forms = [form for form in _parses(word) if form.tag.POS in ("ADJF", "NOUN")]
        genitive = next((form for form in forms if "gent" in form.tag), None)
        if genitive is None or not (sure or adjectives or not any("nomn" in form.tag for form in forms)):
            return ()
        if genitive.tag.POS == "NOUN":
            followed = _is_genitive(words[number + 1]) if words[number + 1 :] else sure or genitive.is_known
            return _nominatives((*adjectives, genitive)) if followed else ()
        adjectives.append(genitive)
    return ()


def _is_genitive(word: str) -> bool:
    forms = _parses(word)
    return any("gent" in form.tag for form in forms) and not any("nomn" in form.tag for form in forms)


def _nominatives(forms: tuple[Any, ...]) -> tuple[str, ...]:
    """Forms in the genitive, the last of them a noun, in the nominative of its gender and number."""
    noun = forms[-1].tag
    wanted = {"nomn", noun.number, *({noun.gender} if noun.number == "sing" and noun.gender else ())}
    found = [form.inflect(wanted if form.tag.POS == "ADJF" else {"nomn"}) for form in forms]
    return tuple(str(form.word) for form in found) if all(found) else ()


_OBJECT: Final = frozenset({"gent", "datv", "accs"})


@lru_cache(maxsize=100_000)
def is_noun(word: str) -> bool:
    """Whether a Russian word is a noun before all."""
    forms = _parses(word.lower())
    return bool(forms) and "NOUN" in forms[0].tag


@lru_cache(maxsize=100_000)
def is_attribute(word: str) -> bool:
    """Whether a Russian word is before all an adjective or a number: *бывшего*, *двух*."""
    forms = _parses(word.lower())
    return bool(forms) and str(forms[0].tag.POS) in ("ADJF", "NUMR")


@lru_cache(maxsize=100_000)
def is_active_participle(word: str) -> bool:
    """Whether a Russian word is before all a participle such as *избивший*."""
    forms = _parses(word.lower())
    return bool(forms) and forms[0].tag.grammemes >= _ACTIVE


_SELDOM: Final = frozenset({"COMP", "Supr", "GRND"})
_ACTIVE: Final = frozenset({"PRTF", "actv"})


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms of a Russian word by its likeliest reading, the word itself first; it alone where it is no word.

    Degrees of comparison and active participles are left out: texts seldom use them, and there are as many as others.
    """
    lower = word.lower()
    lexeme = _parses(lower)[0].lexeme if _CYRILLIC.fullmatch(lower) else ()
    found = (str(form.word) for form in lexeme if not (_SELDOM & form.tag.grammemes or form.tag.grammemes >= _ACTIVE))
    return tuple(dict.fromkeys((lower, *found)))


def _parses(word: str) -> list[Any]:
    """What a word can be, the likeliest first; pymorphy3 fails on letters without a Unicode name."""
    return list(russian.analyzer().parse(word)) if _CYRILLIC.fullmatch(word) else []


@lru_cache(maxsize=100_000)
def _russian(word: str) -> str:
    forms = _parses(word)
    return str(forms[0].normal_form).replace("ё", "е") if forms else word


@lru_cache(maxsize=100_000)
def _english(word: str) -> str:
    from simplemma import lemmatize

    return str(lemmatize(word, lang="en")).lower()


@lru_cache(maxsize=100_000)
def _kazakh(word: str) -> str:
    return kazakh.stem(word)


_RULES: Final[dict[str, Callable[[str], str]]] = {"kk": _kazakh, "ru": _russian, "en": _english}
