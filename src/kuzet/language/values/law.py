"""References to articles of law in running text: article, part, point, lists, and the code they belong to.

`часть 3 статьи 456-2 КоАП`, `ст. 174 ч. 1 УК`, `ӘҚБтК-нің 456-2-бабының 3-бөлігі`, `Articles 273 and 274 of the
Criminal Code`. The forms are rules in `<language>/law.csv`; the spellings of the codes are passed in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from kuzet.basis.law import LegalArticle
from kuzet.language.text import tables
from kuzet.language.values import numbers

_ONE: Final = r"\d{1,4}(?:[-‑–]\d{1,3}(?!\d)){0,2}(?!\d)"
_JOIN: Final = r"(?:,\s?|\s?(?:и|және|мен|пен|бен|and|or|или|,\sи|,\sand)\s)"
_OTHER: Final = (  # what is counted is no article: `part 3, 20 MCI`
    r"(?!\s?(?:%|mci|mrp|мрп|аек|monthly|месячн|айлық|t[ea]nge|те[нң]ге|mln|млн|тыс|мың|thousand|million"
    r"|days|years|months|сут|дн|лет|год|месяц|тәулік|күн|жыл))"
)
_NUMBERS: Final = rf"(?<!\d)(?<!\d[.-]){_ONE}(?:{_JOIN}{_ONE}(?![.)]?\d){_OTHER}){{0,9}}"
_UNITS: Final = ("subclause", "clause", "part", "article", "bare")
_REACH: Final = 90  # characters within which a reference and the name of its code belong together
_BREAK: Final = re.compile(r"[;!?\n]|\.\s(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ«\"])")
_NOT_LAW: Final = re.compile(
    r"\s(?:январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|лет|жыл|процент|%)"
)


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """`text[start:end]` refers to the article (without the name of its code, whose `code` is '' where none is near)."""

    start: int
    end: int
    article: LegalArticle


@dataclass(frozen=True, slots=True)
class _Mention:
    unit: str
    start: int
    end: int
    values: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Units that make one reference; `values` of each unit seen."""

    start: int
    end: int
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    code: str = ""

    def add(self, mention: _Mention) -> None:
        self.end = mention.end
        unit = mention.unit
        if unit == "clause" and "clause" in self.values and "subclause" not in self.values:
            self.values["subclause"], unit = self.values["clause"], "clause"  # "пункт 4 пункта 1"
        self.values[unit] = mention.values


def find(
    text: str, language: str, spellings: Mapping[str, str], known: Collection[str] = ()
) -> tuple[FoundArticle, ...]:
    """Every article named in `text`, one for each number of a list; `spellings` maps stems of names to codes.

    Numbers of articles that are `known` are also found where the word for an article is left out: `по 274-й`, `(73-3)`.
    """
    lower = _lower(text)
    codes = _codes(text, tuple(spellings.items()))
    mentions = list(_mentions(lower, language, known))
    mentions = sorted([*mentions, *_before_codes(lower, codes, mentions)], key=lambda mention: mention.start)
    if not any(mention.unit == "article" for mention in mentions):
        return ()
    blank = _without(lower, codes)
    groups = [group for group in _groups(blank, mentions, language) if "article" in group.values]
    _give_codes(text, groups, language, codes)
    return tuple(FoundArticle(group.start, group.end, article) for group in groups for article in _articles(group))


_Code = tuple[int, int, str]
"""Where the name of a code of law stands, and which it is."""


def _codes(text: str, spellings: tuple[tuple[str, str], ...]) -> list[_Code]:
    if not spellings:
        return []
    pattern, names = _code_pattern(spellings)
    return [(*match.span(), names[match.lastgroup or ""]) for match in pattern.finditer(text)]


def _without(lower: str, codes: list[_Code]) -> str:
    """The text with spaces for the names of codes, which may stand inside a reference: статья 274 УК, часть вторая."""
    for start, end, _ in codes:
        lower = lower[:start] + " " * (end - start) + lower[end:]
    return lower


_ALONE: Final = re.compile(rf"(?:^|[\s(])(?P<number>{_ONE})\s$")


def _before_codes(lower: str, codes: list[_Code], mentions: list[_Mention]) -> Iterator[_Mention]:
    """A number right before the name of a code is an article without its word: `139 УК`."""
    for start, _, _ in codes:
        match = _ALONE.search(lower, max(0, start - 12), start)
        if match is None or re.fullmatch(r"(?:19|20)\d\d", match["number"]):
            continue
        if not any(mention.start <= match.start("number") < mention.end for mention in mentions):
            yield _Mention("article", *match.span("number"), (match["number"],))


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _mentions(lower: str, language: str, known: Collection[str]) -> Iterator[_Mention]:
    for match in _pattern(language).finditer(lower):
        unit = next(name for name in _UNITS if match[name] is not None)
        values = _values(match, unit, language)
        if unit == "bare":
            unit, values = "article", tuple(value for value in values if value in known and _is_telling(value))
        if values and not (unit == "article" and _NOT_LAW.match(lower, match.end())):
            yield _Mention(unit, match.start(), match.end(), values)


def _is_telling(number: str) -> bool:
    """Whether a number can stand for an article by itself: a small one counts other things."""
    return "-" in number or int(number) >= 100


def _values(match: re.Match[str], unit: str, language: str) -> tuple[str, ...]:
    for name, text in match.groupdict().items():
        if text and name.startswith(f"{unit}_n"):
            return tuple(re.sub("[‑–]", "-", number) for number in re.findall(_ONE, text))
        if text and name.startswith(f"{unit}_o"):
            value = numbers.value_of(text, language)
            return (str(value),) if value is not None and value == int(value) else ()
    return ()


def _groups(lower: str, mentions: list[_Mention], language: str) -> Iterator[_Group]:
    between = _table(language)["between"]
    suffix_first = _table(language)["order"] == "first"
    group: _Group | None = None
    for number, mention in enumerate(mentions):
        joined = group is not None and _joined(lower, group, mentions[number : number + 2], between)
        if group is None or not joined or _full(group, mention, suffix_first):
            if group is not None:
                yield group
            group = _Group(mention.start, mention.end)
        group.add(mention)
    if group is not None:
        yield group


def _joined(lower: str, group: _Group, mentions: list[_Mention], between: str) -> bool:
    """Whether the first mention continues the group; across the name of a code only what begins no next reference."""
    mention = mentions[0]
    gap = lower[group.end : mention.start]
    if re.fullmatch(between, gap):
        return True
    following = mentions[1:] and lower[mention.end : mentions[1].start]
    is_next = bool(following) and re.fullmatch(between, following or "") is not None and mentions[1].unit == "article"
    within = len(gap) <= _REACH and _NAMED.fullmatch(gap) is not None
    return within and mention.unit != "article" and "article" in group.values and not is_next


_NAMED: Final = re.compile(r"[\s,()]*(?:of\s)?(?:the\s)?[\s,()]*")
"""What is left between two units of a reference without the name of the code that stood there."""


def _full(group: _Group, mention: _Mention, suffix_first: bool) -> bool:
    """Whether the mention begins a new reference: another article, or a part after `part, article`."""
    if mention.unit in group.values and mention.unit != "clause":
        return True
    if suffix_first:
        return mention.unit == "article"
    return "article" in group.values and next(iter(group.values)) != "article"


def _articles(group: _Group) -> Iterator[LegalArticle]:
    clause, subclause = group.values.get("clause", ("",)), group.values.get("subclause", ("",))
    parts = group.values.get("part", ("",))
    if "part" not in group.values and "subclause" in group.values:
        parts, points = clause, subclause  # laws that are not codes: subclause, clause, article
    else:
        points = clause if "clause" in group.values else subclause
    articles = group.values["article"]
    for article in articles:
        for part in parts if len(articles) == 1 else parts[:1]:
            for point in points if len(parts) == 1 else points[:1]:
                yield LegalArticle(code=group.code, article=article, part=part, point=point)


def _give_codes(text: str, groups: list[_Group], language: str, codes: list[_Code]) -> None:
    after_first = _table(language)["code"] == "after"
    for number, group in enumerate(groups):
        left_end = groups[number - 1].end if number else 0
        right_end = groups[number + 1].start if number + 1 < len(groups) else len(text)
        before = _near(text, max(left_end, group.start - _REACH), group.start, last=True)
        after = _near(text, group.end, min(right_end, group.end + _REACH), last=False)
        inside = next((code for start, end, code in codes if group.start <= start and end <= group.end), "")
        left = next((code for start, end, code in codes[::-1] if before[0] <= start and end <= before[1]), "")
        right = next((code for start, end, code in codes if after[0] <= start and end <= after[1]), "")
        group.code = inside or ((right or left) if after_first else (left or right))
    _share_codes(text, groups, after_first)


def _share_codes(text: str, groups: list[_Group], after_first: bool) -> None:
    """A reference without a code takes that of its neighbour in the sentence: the next one first, or the last one."""
    for step in (1, -1) if after_first else (-1, 1):
        order = range(len(groups))[::-step]
        for number in order:
            neighbour = number + step
            if groups[number].code or not 0 <= neighbour < len(groups):
                continue
            start, end = sorted((groups[number].start, groups[neighbour].start))
            if end - start <= 2 * _REACH and not _BREAK.search(text, start, end):
                groups[number].code = groups[neighbour].code


def _near(text: str, start: int, end: int, *, last: bool) -> tuple[int, int]:
    """The part of the window of text on this side of the nearest end of a sentence."""
    breaks = list(_BREAK.finditer(text, start, end))
    if not breaks:
        return start, end
    return (breaks[-1].end(), end) if last else (start, breaks[0].start() + 1)


@lru_cache(maxsize=8)
def _code_pattern(spellings: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    by_code: dict[str, list[str]] = {}
    for spelling, code in spellings:
        by_code.setdefault(code, []).append(spelling)
    codes = {f"c{number}": code for number, code in enumerate(by_code)}
    forms = sorted(
        ((form, name) for name, code in codes.items() for form in by_code[code]), key=lambda pair: -len(pair[0])
    )
    seen: dict[str, list[str]] = {}
    for form, name in forms:
        seen.setdefault(name, []).append(_spelling(form))
    ordered = sorted(seen.items(), key=lambda pair: -max(map(len, pair[1])))
    first = "".join(sorted({re.escape(form[0].lower()) for form, _ in forms}))
    every = "|".join(f"(?P<{name}>{'|'.join(alternatives)})" for name, alternatives in ordered)
    return re.compile(rf"(?<!\w)(?=(?i:[{first}]))(?:{every})"), codes


def _spelling(form: str) -> str:
    return r"[\s\u00a0]{1,3}".join(_word(word) for word in form.split())


_ADJECTIVE: Final = re.compile(r"(?:ый|ий|ой|ая|ое|ые)$")


def _word(word: str) -> str:
    """A word of a spelling as a stem of any ending; an abbreviation as it is, before a hyphen too (КоАП, ҚК-нің)."""
    if sum(letter.isupper() for letter in word) > 1 or len(word) < 4:
        return re.escape(word) + r"(?!\w)"
    stem = _ADJECTIVE.sub("", word) if len(word) > 6 else word
    return f"(?i:{re.escape(stem)})" + (r"\w{0,8}" if stem[-1].isalpha() else "")


@cache
def _table(language: str) -> dict[str, str]:
    return {row[0]: row[1] for row in tables.rules(language, "law")}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    table = _table(language)
    whole = "|".join(f"(?P<{unit}>{_named(table[unit], unit, table['ordinal'])})" for unit in _UNITS)
    return re.compile(re.sub(r"\\s(?![{?*+\]])", r"\\s{1,2}", whole.replace(r"\s?", r"\s{0,2}")))


def _named(pattern: str, unit: str, ordinal: str) -> str:
    """The pattern of a unit with its `{numbers}` and `{ordinal}` as groups `<unit>_n<place>` and `<unit>_o<place>`."""
    pieces = re.split(r"\{(numbers|ordinal)\}", pattern)
    for place in range(1, len(pieces), 2):
        kind = pieces[place]
        pieces[place] = f"(?P<{unit}_{kind[0]}{place}>{_NUMBERS if kind == 'numbers' else ordinal})"
    return "".join(pieces)
