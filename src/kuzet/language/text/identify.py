"""The language of each paragraph: kk, ru, en, another ISO 639-1 code, or `und`.

Letters and function words decide most paragraphs at once. Of the rest, the dictionary of Russian tells a line of its
words; whatever else speaks for each language of the script is weighed (`signs`), so that neighbours are told by their
own code; and lingua tells kk from ru (first 400 characters: 99 % right on Kazakh without its own letters).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from kuzet.language.text import english, russian, script, signs, tables

if TYPE_CHECKING:
    from lingua import LanguageDetector

SAMPLE: Final = 400
_WORDS_ENOUGH: Final = 3  # a fragment of fewer words inherits the language of the document
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]+")
_ARABIC: Final = re.compile(r"[\u0621-\u06ff]+")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_OTHER: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0621-\u06ff]")
_FAR: Final = (
    r"\u0370-\u03ff\u0530-\u05ff\u0900-\u097f\u0e00-\u0e7f\u10a0-\u11ff\u1c90-\u1cbf\u3040-\u9fff\uac00-\ud7af"
)
_NOT_CYRILLIC: Final = re.compile(rf"[A-Za-z\u00c0-\u024f\u0621-\u06ff{_FAR}]")
_FAR_SCRIPTS: Final = {  # scripts that one language alone is written in, or nearly so
    "Geor": ("ka", re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]")),
    "Armn": ("hy", re.compile(r"[\u0531-\u0587]")),
    "Hang": ("ko", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    "Jpan": ("ja", re.compile(r"[\u3040-\u30ff]")),
    "Hani": ("zh", re.compile(r"[\u3400-\u9fff]")),
    "Grek": ("el", re.compile(r"[\u0370-\u03ff]")),
    "Hebr": ("he", re.compile(r"[\u05d0-\u05ea]")),
    "Deva": ("hi", re.compile(r"[\u0900-\u097f]")),
    "Thai": ("th", re.compile(r"[\u0e00-\u0e7f]")),
}
_KAZAKH: Final = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_ONLY_KAZAKH: Final = re.compile(r"ұ|і(?=.*[әғқңөү])|[әғқңөү](?=.*і)", re.IGNORECASE | re.DOTALL)
_FOREIGN: Final = re.compile(r"[їєґўҳҷӣӯҡҙҫҗљњћђјѓќѕџ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` is one paragraph without its line break; `script` is ISO 15924 (Cyrl, Latn, Arab, Zzzz)."""

    start: int
    end: int
    language: str
    script: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every paragraph that has a letter or digit, with its language; short fragments inherit from the document."""
    found = [(start, end, *_identify(text[start : min(end, start + SAMPLE)])) for start, end in spans(text)]
    main = _main(found)
    return tuple(
        Paragraph(start, end, _inherit(language, kind, weight, main), kind)
        for start, end, language, kind, weight in found
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph that is not empty."""
    trimmed = (_trim(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return [(start, end) for start, end in trimmed if start < end]


def own_language(text: str, start: int) -> str:
    """The language of the paragraph that begins there where it needs no other; '' where it inherits the document's."""
    line = _LINE.match(text, start, start + SAMPLE)
    sample = line[0].rstrip() if line else ""
    if _is_surely_english(sample):
        return "en"
    name, _, weight = _identify(sample)
    return name if _is_sure(name, weight) else ""


def language(text: str) -> str:
    """The language of one text taken as a whole: that of most of its characters."""
    if early := _leading(text):
        return early
    weights: Counter[str] = Counter()
    for paragraph in paragraphs(text):
        weights[paragraph.language] += paragraph.end - paragraph.start
    return weights.most_common(1)[0][0] if weights else "und"


def _leading(text: str) -> str:
    """The language of more than half of the characters, as the longest paragraphs tell it; '' where they do not."""
    weights: Counter[str] = Counter()
    found = spans(text)
    half = sum(end - start for start, end in found) / 2
    for start, end in sorted(found, key=lambda span: span[0] - span[1]):
        name, _, weight = _identify(text[start : min(end, start + SAMPLE)])
        if not _is_sure(name, weight):
            return ""
        weights[name] += end - start
        if weights[name] > half:
            return name
    return ""


def may_be_other_script(text: str) -> bool:
    """Whether some sentence may be Kazakh in Latin or Arabic letters; never wrongly False, and quick where it is False.

    A sentence of mostly Latin letters has a part up to a point, mark or semicolon that is so.
    """
    if _ARABIC.search(text):
        return True
    return any(_LATIN.search(line) and _may_be_latin_kazakh(line.strip()) for line in _LINE.findall(text))


def has_other_letters(text: str) -> bool:
    """Whether there is any Latin or Arabic letter."""
    return _OTHER.search(text) is not None


def _may_be_latin_kazakh(line: str) -> bool:
    """Not English at the first look of `_latin`, and mostly Latin letters in the whole or in a part."""
    sample = line[:SAMPLE]
    if _is_surely_english(sample):
        return False
    if script_of(sample) == "Latn":
        return not _is_english([word.lower() for word in _WORD.findall(sample)])
    return len(line) > _CUT or any(script.mostly_latin(part) for part in _PART.findall(line))


def _is_surely_english(sample: str) -> bool:
    """Whether there are enough English function words, however the rest is parted into words; no other script."""
    if not sample.isascii() and _EASTERN.search(sample):
        return False
    runs = sample.lower().split()
    known = _known("en", runs)
    is_english = known >= _WORDS_ENOUGH and known * 8 > len(runs) + len(_SIGN.findall(sample))
    return is_english and not _only_english().isdisjoint(runs)


_EASTERN: Final = re.compile(r"[\u0400-\u06ff]")
_SIGN: Final = re.compile(r"[^a-z ]")
_PART: Final = re.compile(r"(?:[^.?!…;]|[.?!…;](?![^\w\s]*\s))+")
_CUT: Final = 3000
"""A longer line may be cut anywhere (`reading.LONGEST`)."""


def _is_english(words: list[str]) -> bool:
    return _known("en", words) * 8 > len(words) and sum(map(_only_english().__contains__, words)) >= 2


@cache
def _only_english() -> frozenset[str]:
    """The function words of English that are none of its neighbours'."""
    return _function_words()["en"] - signs.known("Shared")["en"].words


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


Found = tuple[int, int, str, str, int]


@lru_cache(maxsize=256)  # a document is asked about twice: when it is read and when its line is printed
def _identify(sample: str) -> tuple[str, str, int]:
    """Language, script and number of words of a sample; a line of names alone has no words of a language."""
    found = _WORD.findall(sample)
    words = list(map(str.lower, found))
    kind = script_of(sample)
    if kind in _FAR_SCRIPTS:
        return _FAR_SCRIPTS[kind][0], kind, max(len(words), _WORDS_ENOUGH)
    rule = {"Cyrl": _cyrillic, "Latn": _latin, "Arab": _arabic}.get(kind)
    name = rule(sample, words) if rule and words else "und"
    return name, kind, 0 if kind != "Arab" and _are_names(found, name) else len(words)


def _are_names(words: list[str], name: str) -> bool:
    """Whether all words have a capital, more than a headline would, and none is one that tells its language."""
    if not 1 < len(words) <= _NAMES_AT_MOST or not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    return not _known(name, [word.lower() for word in words])


_NAMES_AT_MOST: Final = 6


def script_of(text: str) -> str:
    """The script of most letters: Cyrl, Latn, Arab, one of `_FAR_SCRIPTS`, or Zzzz for none of them."""
    if not _NOT_CYRILLIC.search(text):
        return "Cyrl" if _CYRILLIC.search(text) else "Zzzz"
    counts = {
        "Cyrl": sum(map(len, _CYRILLIC.findall(text))),
        "Latn": sum(map(len, _LATIN.findall(text))),
        "Arab": sum(map(len, _ARABIC.findall(text))),
    }
    if not text.isascii() and re.search(f"[{_FAR}]", text):
        counts |= {kind: len(letters.findall(text)) for kind, (_, letters) in _FAR_SCRIPTS.items()}
        counts["Jpan"] += counts["Hani"] if counts["Jpan"] else 0
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else "Zzzz"


def _main(found: list[Found]) -> dict[str, str]:
    """The language that carries most words, per script and (key '') over all."""
    weights: dict[str, Counter[str]] = {}
    for _, _, name, kind, weight in found:
        if _is_sure(name, weight):
            for key in (kind, ""):
                weights.setdefault(key, Counter())[name] += weight
    return {key: counter.most_common(1)[0][0] for key, counter in weights.items()}


def _is_sure(name: str, weight: int) -> bool:
    """Whether a paragraph of so many words needs no other one to tell its language."""
    return weight >= _WORDS_ENOUGH and name != "und"


def _inherit(name: str, kind: str, weight: int, main: dict[str, str]) -> str:
    if _is_sure(name, weight):
        return name
    if kind == "Zzzz":
        return main.get("", "und")
    return main.get(kind, name)


def _cyrillic(sample: str, words: list[str]) -> str:
    own = len(_KAZAKH.findall(sample))
    if own and "«" in sample and (plain := _WORD.findall(_QUOTED.sub("", sample))):
        sample, words = _QUOTED.sub("", sample), list(map(str.lower, plain))  # a newspaper's name tells no language
        own = len(_KAZAKH.findall(sample))
    letters = sum(map(len, words))
    mostly_kazakh = (
        own * 12 > letters
    )  # Kazakh prose has a Kazakh letter among five; Russian with Kazakh names has fewer
    foreign = _FOREIGN.search(sample)
    if mostly_kazakh and not foreign and _ONLY_KAZAKH.search(sample):
        return "kk"
    kazakh, russian = _known("kk", words), _known("ru", words)
    if not mostly_kazakh and not foreign and "і" not in sample and _NOT_SOUTH.search(sample):
        if russian * 8 > len(words) and russian >= 2 * kazakh + 2:
            return "ru"
        if not own and not kazakh and (ends := len(_RUSSIAN.findall(sample))) * 6 > len(words) and ends > 1:
            return "ru"
    is_clear = not foreign and (russian > kazakh if own else russian >= kazakh)
    if is_clear and (not mostly_kazakh or russian > kazakh + 1) and len(words) > 1 and _is_russian(sample):
        return "ru"
    best = _best(sample, words, "Cyrl", ("kk", "ru"))
    return _lingua(sample) if best in ("kk", "ru") else best


_NOT_SOUTH: Final = re.compile(r"[ыэёЫЭЁ]")
"""Letters that Ukrainian, Bulgarian, Serbian and Macedonian do not have; those that do write і or ў besides."""


def _is_russian(sample: str) -> bool:
    """Whether more than three in four of the small words of a line and its first one are in the Russian dictionary."""
    words = _WORD.findall(sample)
    small = [words[0], *(word for word in words[1:] if word[0].islower())]
    if all(map(str.isupper, words)):
        small = words
    read = [word.lower() for word in small]
    known = [word for word in read if _stands_in_dictionary(word)]
    if read[0] not in known and words[1:] and words[1][0].isupper():
        read = read[1:]  # a name
    return not signs.known("Cyrl")["kk"].words.issuperset(known) and (len(read) - len(known)) * 4 < len(read)


_QUOTED: Final = re.compile(r"(?<!: )«[^«»\s]+(?:\s[^«»\s]+){0,2}»")
"""A title in quotation marks, and not what somebody said."""


def _stands_in_dictionary(word: str) -> bool:
    return word in signs.known("Cyrl")["ru"].words or all(map(russian.is_word, word.split("-")))


def _best(sample: str, words: list[str], kind: str, ours: tuple[str, ...]) -> str:
    """The language for which most speaks; one of ours in a tie, and in a fragment where little speaks for the other."""
    points = signs.points(sample, kind)
    own = max(ours, key=lambda name: points[name])
    best = max(points, key=lambda name: points[name])
    ahead = points[best] - points[own]
    if kind == "Cyrl" and _NOT_RUSSIAN.search(sample):
        return best if ahead > 0 else own
    return best if ahead > (_AHEAD if len(words) >= _WORDS_ENOUGH else _SURE_OF_FRAGMENT) else own


_AHEAD, _SURE_OF_FRAGMENT = 0.5, 3.0
_NOT_RUSSIAN: Final = re.compile(r"[әғқңөұүһ]|[їєґўҳҷӣӯҡҙҫҗљњћђјѓќѕџ]", re.IGNORECASE)


def _known(language: str, words: list[str]) -> int:
    """How many are function words of a language; 0 for one that has no list."""
    return sum(map(_function_words().get(language, _NOTHING).__contains__, words))


_NOTHING: Final[frozenset[str]] = frozenset()


_RUSSIAN: Final = re.compile(r"(?:[ое]го|[ыи]х|[ыи][йе]|ая|[ыо]е|[ао]в|ни[ея]|ост[ьи]|[ая]ми|[ая]ть|ть?ся|[иа]ли)\b")
"""How words of Russian end that Kazakh without its own letters, and neighbours without the letter ы, seldom have."""


def _latin(sample: str, words: list[str]) -> str:
    if _is_english(words):
        return "en"
    best = _best(sample, words, "Latn", ("en", "kk") if len(words) >= _WORDS_ENOUGH else ("en",))
    return "en" if best != "en" and _has_only_english(sample, best) else best


def _has_only_english(sample: str, other: str) -> bool:
    """Whether all small words besides the names of a line stand in the dictionary of English, and there are some."""
    words = _WORD.findall(sample)
    small = [word for word in words if word[0].islower()]
    signs_of = signs.known("Latn").get(other) if other != "kk" else None
    speaking = sum(word.lower() in signs_of.words for word in words) if signs_of else 0
    return len(small) > speaking < 2 and sample.isascii() and all(map(english.is_word, small))


def _arabic(sample: str, _words: list[str]) -> str:
    points = signs.points(sample, "Arab")
    return max(points, key=lambda name: points[name])


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """Function words of each language; Kazakh ones also without their own letters."""
    words = {name: {row["word"] for row in tables.rows(name, "common")} for name in ("kk", "ru", "en")}
    words["kk"] |= {script.bare(word) for word in words["kk"]}
    return {name: frozenset(known) for name, known in words.items()}


def _lingua(sample: str) -> str:
    found = _detector().detect_language_of(sample)
    return found.iso_code_639_1.name.lower() if found else "und"


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.KAZAKH, Language.RUSSIAN, Language.ENGLISH)
    return LanguageDetectorBuilder.from_languages(*languages).build()
