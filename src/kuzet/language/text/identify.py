"""The language of each paragraph: kk, ru, en, another ISO 639-1 code, or `und`.

Letters and function words decide most paragraphs at once; lingua (kk against ru, first 400 characters: 99 % right
on Kazakh without its own letters) and pycld2 (never called a Kazakh sentence Kyrgyz) are asked about the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from kuzet.language.text import script, tables

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
_KAZAKH: Final = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_ONLY_KAZAKH: Final = re.compile(r"ұ|і(?=.*[әғқңөү])|[әғқңөү](?=.*і)", re.IGNORECASE | re.DOTALL)
_FOREIGN: Final = re.compile(r"[їєґўҳҷӣӯҡҙҫҗљњћђјѓќѕџ]", re.IGNORECASE)
_TOTE: Final = re.compile("\u0674|[\u06d5\u0649].*[\u06d5\u0649]", re.DOTALL)
_NOT_TOTE: Final = re.compile("[ئخېۈۆےٹڈں]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` is one paragraph without its line break; `script` is ISO 15924 (Cyrl, Latn, Arab, Zzzz)."""

    start: int
    end: int
    language: str
    script: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every paragraph that has a letter or digit, with its language; short fragments inherit from the document."""
    found = [(start, end, *_identify(text[start : start + SAMPLE])) for start, end in spans(text)]
    main = _main(found)
    return tuple(
        Paragraph(start, end, _inherit(_without_names(text[start:end], language, main), kind, weight, main), kind)
        for start, end, language, kind, weight in found
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph that is not empty."""
    trimmed = (_trim(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return [(start, end) for start, end in trimmed if start < end]


def own_language(text: str, start: int) -> str:
    """The language of the paragraph that begins there where it needs no other; '' where it inherits the document's."""
    sample = text[start : start + SAMPLE]
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
        name, _, weight = _identify(text[start : start + SAMPLE])
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
    return known >= _WORDS_ENOUGH and known * 8 > len(runs) + len(_SIGN.findall(sample))


_EASTERN: Final = re.compile(r"[\u0400-\u06ff]")
_SIGN: Final = re.compile(r"[^a-z ]")
_PART: Final = re.compile(r"(?:[^.?!…;]|[.?!…;](?![^\w\s]*\s))+")
_CUT: Final = 3000
"""A longer line may be cut anywhere (`reading.LONGEST`)."""


def _is_english(words: list[str]) -> bool:
    known = _known("en", words)
    return known * 8 > len(words) and known >= 2


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


Found = tuple[int, int, str, str, int]


@lru_cache(maxsize=256)  # a document is asked about twice: when it is read and when its line is printed
def _identify(sample: str) -> tuple[str, str, int]:
    """Language, script and number of words of a sample."""
    words = list(map(str.lower, _WORD.findall(sample)))
    kind = script_of(sample)
    rule = {"Cyrl": _cyrillic, "Latn": _latin, "Arab": _arabic}.get(kind)
    return rule(sample, words) if rule and words else "und", kind, len(words)


def script_of(text: str) -> str:
    """The script of most letters: Cyrl, Latn, Arab, or Zzzz for none of them."""
    if not has_other_letters(text):
        return "Cyrl" if _CYRILLIC.search(text) else "Zzzz"
    counts = {
        "Cyrl": sum(map(len, _CYRILLIC.findall(text))),
        "Latn": sum(map(len, _LATIN.findall(text))),
        "Arab": sum(map(len, _ARABIC.findall(text))),
    }
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


def _without_names(line: str, name: str, main: dict[str, str]) -> str:
    """The language of a line; none of one that is only names among English, such as *Sagat Zhusip, Aiteke Bi*."""
    return "und" if name != "en" and main.get("Latn") == "en" and _NAMES.fullmatch(line) else name


_NAMES: Final = re.compile(r"[^\w]*[A-Z][\w'’-]+(?:,? [A-Z][\w'’.-]*){1,5}[^\w]*")


def _inherit(name: str, kind: str, weight: int, main: dict[str, str]) -> str:
    if _is_sure(name, weight):
        return name
    if kind == "Zzzz":
        return main.get("", "und")
    return main.get(kind, name)


def _cyrillic(sample: str, words: list[str]) -> str:
    own = len(_KAZAKH.findall(sample))
    letters = sum(map(len, words))
    mostly_kazakh = (
        own * 12 > letters
    )  # Kazakh prose has a Kazakh letter among five; Russian with Kazakh names has fewer
    if mostly_kazakh and not _FOREIGN.search(sample) and _ONLY_KAZAKH.search(sample):
        return "kk"
    kazakh, russian = _known("kk", words), _known("ru", words)
    if not mostly_kazakh and russian * 8 > len(words) and russian >= 2 * kazakh + 2:
        return "ru"
    if not own and not kazakh and "ы" in sample and len(_RUSSIAN.findall(sample)) * 6 > len(words):
        return "ru"
    if len(words) >= _WORDS_FOR_OTHERS:
        other = _cld2(sample)
        if other not in ("kk", "ru", "und") and _known(other, words) + _sounds(other, sample) > kazakh + russian:
            return other
    return _lingua(sample)


def _known(language: str, words: list[str]) -> int:
    """How many are function words of a language; 0 for one that has no list."""
    return sum(map(_function_words().get(language, _NOTHING).__contains__, words))


_NOTHING: Final[frozenset[str]] = frozenset()


_RUSSIAN: Final = re.compile(r"(?:[ое]го|[ыи]х|[ыи][йе]|ая|[ыо]е|[ао]в|ни[ея]|ост[ьи]|[ая]ми|[ая]ть|ть?ся|[иа]ли)\b")
"""How words of Russian end that Kazakh without its own letters, and neighbours without the letter ы, seldom have."""

_WORDS_FOR_OTHERS: Final = 4
_SOUNDS: Final = {  # what the neighbours write and Kazakh or Russian does not, counted beside their function words
    "ky": re.compile(r"ч|\bэ|аа|оо|уу|ээ|өө|үү|гон\b|дор\b|лор"),
    "uz": re.compile(r"[ўҳ]|нинг|лик\b|ди\b|ъ"),
    "tt": re.compile(r"[җә]|\bһәм|лгә|гә\b|кә\b|нә\b|дә\b"),
    "ba": re.compile(r"[ҡҙҫ]"),
    "uk": re.compile(r"[їєґ]|\bі\b"),
    "be": re.compile(r"ў|\bі\b"),
    "tg": re.compile(r"[ҷӣӯҳ]"),
    "mn": re.compile(r"[өү]|ийн|ууд"),
    "sr": re.compile(r"[јљњћђџ]"),
    "mk": re.compile(r"[јљњќѓѕ]"),
    "bg": re.compile(r"ът|\bсе\b|\bще\b"),
}


def _sounds(other: str, sample: str) -> int:
    marks = _SOUNDS.get(other)
    return len(marks.findall(sample.lower())) if marks else 0


def _latin(sample: str, words: list[str]) -> str:
    if _is_english(words):
        return "en"
    other = _cld2(sample)
    if _latin_kazakh(sample, words, other):
        return "kk"
    return "en" if other == "und" or len(words) < _WORDS_FOR_OTHERS else other


_HARD_Y: Final = re.compile(r"[bcdfgjklmnpqrstvzğñşńǵ][yı][bcdfghjklmnpqrstvzğñşńǵ]|[dtlns]y\b", re.IGNORECASE)
_TURKIC: Final = ("tk", "uz", "tr", "tt", "az", "ky", "kk", "ba", "ug", "und")
_NOT_KAZAKH: Final = re.compile(r"[žňəøå]|\b(?:ve|we|için|bilan|uchun|və|üçin|bilen|hem|the)\b|[og][ʻ‘]", re.IGNORECASE)


def _latin_kazakh(sample: str, words: list[str], other: str) -> bool:
    """Latin letters read as Kazakh: its function words, or its hard y (salyndy) with q or beside a Turkic guess.

    Turkish, Azerbaijani and Uzbek have y only as a glide; Turkmen, which shares it, is told by its own words.
    """
    if _NOT_KAZAKH.search(sample):
        return False
    if "ǵ" in sample.lower():
        return True
    hard = len(_HARD_Y.findall(sample)) * 5
    if hard > len(words) and (other in _TURKIC or "q" in sample.lower()):
        return True
    known = _function_words()["kk"]
    read = [word.lower() for word in _WORD.findall(script.to_cyrillic(sample).text)]
    sure = sum(script.bare(word) in known and len(word) > 2 for word in read)
    if sure * 6 > len(words) and (hard > 0 or sure > 1):
        return True
    endings = sum(_ENDINGS.search(word) is not None for word in read)
    return endings * 3 > len(words) and (other == "tk" or _KAZAKH_LATIN.search(sample) is not None)


_KAZAKH_LATIN: Final = re.compile(r"q(?!u[aeio])|zh|\bj", re.IGNORECASE)
_ENDINGS: Final = re.compile(
    r"...(?:[дтн][ыі]ң|[лдт][ае]р|[ғгқк][ае]н|[дт][ыі]|[ыі]п|[дт][ае]|[ғгқк][ае]|[днт][ае]н|с[ыі]|мен|[ыі]нд[ае])$"
)


def _arabic(sample: str, _words: list[str]) -> str:
    if _TOTE.search(sample) and not _NOT_TOTE.search(sample):
        return "kk"
    return _cld2(sample)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """Function words of each language; Kazakh ones also without their own letters."""
    words = {name: {row["word"] for row in tables.rows(name, "common")} for name in ("kk", "ru", "en")}
    words["kk"] |= {script.bare(word) for word in words["kk"]}
    for row in tables.rows("kk", "neighbours"):
        words.setdefault(row["language"], set()).add(row["word"])
    return {name: frozenset(known) for name, known in words.items()}


def _cld2(sample: str) -> str:
    import pycld2

    try:
        reliable, _, details = pycld2.detect(sample.encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return "und"  # bytes it takes for binary
    code = str(details[0][1])
    return code if code != "un" and len(code) == 2 and (reliable or details[0][2] > 60) else "und"


def _lingua(sample: str) -> str:
    found = _detector().detect_language_of(sample)
    return found.iso_code_639_1.name.lower() if found else "und"


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.KAZAKH, Language.RUSSIAN, Language.ENGLISH)
    return LanguageDetectorBuilder.from_languages(*languages).build()
