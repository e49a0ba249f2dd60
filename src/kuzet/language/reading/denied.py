"""Acts that a sentence says were not done.

A Kazakh verb denies them (*салынбады*, *ұсталған жоқ*), calls them possible, or only promises them; in Russian a
particle stands before the verb (*никто меня не похищал*, *так и не был задержан*), in English a word of its own (*was
not touched*, *nothing had been stolen*).

A pattern that is itself a refusal (`кіргізбе`, `рұқсат_жоқ`) is not denied by its own ending: what counts is what
stands behind the letters of the pattern.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.lexicon import Match

_BEFORE_TRIAL: Final = re.compile(r"\bpre $")
"""A pre-trial investigation, prison or claim is no trial."""
_VOICE: Final = "(?:[ыи]?л|[ыи]?н|[ыи]?с|т|[тд][ыи]р|[гк][ыи]з|[ыи]т|[ае]р)"
_DENIED: Final = re.compile(rf"{_VOICE}{{0,3}}[мбп][ае](?:й|с|д[ыи]|[гк][ае]н|пт[ыи]|у|с[ае]|ст[ае]н)\w*")
_PROMISED: Final = re.compile(rf"{_VOICE}{{0,3}}[ае]?й?(?:[ае]м[ыи]з|[ае]м[ыи]н|м[ыи]з|м[ыи]н|[ае]р едик)")
_POSSIBLE: Final = re.compile(r"\w*(?:[^аеиоуы]у[ыи]?|у[ыи]?)(?: \w+)? (?:мумкин|ыктимал|тиис|керек|кажет)\b")
_NOT: Final = re.compile(r"\s*(?:да |де )?(?:жок|емес)\b")
_NEARLY: Final = re.compile(r"\w* жазда")  # *жарыла жаздады*, *құлай жаздады*: it nearly did


def _is_slander(sentence: Sentence, match: Match) -> bool:
    """Whether what seems to shut an outlet is slander that it is said to have told: *сайттың авторы жала жапты*."""
    return match.entry.code == "closure_blocking_of_media" and bool(_SLANDER.search(sentence.flat[: match.end]))


_SLANDER: Final = re.compile(r"\bжала (?:жап|жауып|жаб)\w*$")
_NOTHING_OF_IT: Final = re.compile(
    r" (?:да |де )?(?:бол|жаса|корсет|келтир|тудыр|колдан)"
    r"(?:(?:[ыи]?л|[ыи]?н)?[мбп][ае](?:[гк][ае]н|д[ыи]|пт[ыи])|(?:[ыи]?л|[ыи]?н)?[гк][ае]н (?:жок|емес))\b"
)
"""A noun for an act with a verb that denies it: *кедергі болған жоқ*, *қысым жасалмады*."""
_PERFECT: Final = re.compile(r"(?:[гк][ае]н|[гк][ае]нд[ае])$")


def told(sentence: Sentence) -> list[Match]:
    """The triggers of a sentence that count, without those denied and those that share words with such a one.

    A word inside the name of a person (Ұлан) or of an article tells nothing.
    """
    kazakh = sentence.language == "kk"
    names = [*titles(sentence), *((one.start, one.end) for one in sentence.mentions)] if kazakh else []
    found = [
        match
        for match in sentence.of("triggers")
        if match.entry.weight > 0 and not any(start <= match.start and match.end <= end for start, end in names)
    ]
    gone = [match for match in found if is_denied(sentence, match)]
    return [one for one in found if not any(_overlaps(one, other) for other in gone)]


def titles(sentence: Sentence) -> list[tuple[int, int]]:
    """Where names of articles, films and programmes stand: «Қабырға неге жарылды?» деген мақала."""
    return [found.span("title") for found in _TITLE.finditer(sentence.text)]


_TITLE: Final = re.compile(
    r"[«“](?P<title>[^«»“”]{3,120})[»”]\s(?:деген|атты|аталатын|тақырыбындағы|тақырыбымен|тақырыптағы)\s(?:\w+\s){0,2}"
    r"(?:мақала|жазба|пост|материал|ролик|репортаж|сюжет|бейне|видео|фильм|хикая|кітап|шоу|бағдарлама|жоба|очерк|эссе)"
)


def _overlaps(one: Match, other: Match) -> bool:
    return one.entry.code == other.entry.code and one.start < other.end and other.start < one.end


def is_denied(sentence: Sentence, match: Match) -> bool:
    """Whether the sentence says that what the match tells was not done, or not yet."""
    if sentence.language == "en":
        return _is_denied_in_english(sentence, match)
    if sentence.language == "ru":
        return _is_denied_in_russian(sentence, match)
    if sentence.language != "kk":
        return False
    last = sentence.flat[: match.end].split()[-1]
    if _PERFECT.search(last) and _NOT.match(sentence.flat, match.end):
        return True
    if _NOTHING_OF_IT.match(sentence.flat, match.end) or _is_slander(sentence, match):
        return True
    if _POSSIBLE.match(sentence.flat, match.end - len(last)) or _NEARLY.match(sentence.flat, match.end):
        return True
    if match.entry.code not in _HAD_TO and _OBLIGED.match(sentence.flat, match.end - len(last)):
        return True
    if _TOPIC.match(sentence.flat, match.end - len(last)):
        return True
    rest = _rest(match.entry.pattern, last)
    return bool(_DENIED.fullmatch(rest)) or (match.entry.code not in _THREATS and bool(_PROMISED.fullmatch(rest)))


def _is_denied_in_english(sentence: Sentence, match: Match) -> bool:
    """A word before a verb of the match, unless the pattern has it itself: *was not let in* tells a refusal."""
    if match.entry.code == "court_trial" and _BEFORE_TRIAL.search(sentence.flat, 0, match.start):
        return True
    if match.entry.code in _NOT_DENIED or _NEGATION.search(match.entry.pattern):
        return False
    if match.entry.code in _BLOWS and _INTO.match(sentence.flat, match.end):
        return True
    if match.entry.code in _TOPICS and _TOPIC_IN_ENGLISH.search(sentence.flat, 0, match.start):
        return True
    ends = (match.start, sentence.flat.rfind(" ", 0, match.end) + 1)
    return any(_NOT_DONE_IN_ENGLISH.search(sentence.flat, 0, end) for end in ends)


_NEGATION: Final = re.compile(r"\b(?:not?|never|nothing|nobody|without|cannot|t)\b|n_t\b")
_NOT_DONE_IN_ENGLISH: Final = re.compile(
    r"\b(?:nothing|nobody|no one)(?: else)? (?:was|were|had been|has been|is) $"
    r"|\b(?:was|were) (?:not|never) $|\b(?:has|have|had) (?:not|never) been $"
    r"|\b(?:nobody|no one)(?: ever)? $"
)
_TOPIC_IN_ENGLISH: Final = re.compile(
    r"\b(?:article|film|documentary|programme|program|podcast|column|book|novel|series|essay|sketch|blog|post)s?"
    r" (?:on|about) (?!(?:the|an?|his|her|their|its|how|what|that) )(?:\w+ ){0,2}$"
)
"""What a publication is about was not done to its author: *an article on bride kidnapping*; a certain case may be."""

_TOPICS: Final = (
    "abduction",
    "death_in_custody",
    "disappearance",
    "murder",
    "non_fatal_attack_beating",
    "sexual_harassment",
    "sexual_violence",
    "suicide",
)
"""What is often written about; a claim or a warning may follow on the words for what an article is about."""

_BLOWS: Final = ("non_fatal_attack_beating",)
_INTO: Final = re.compile(
    r" (?:an? |the )(?:\w+ )?(?:lorry|truck|tree|pole|lamp|kerb|curb|barrier|fence|ditch|guardrail|pothole|cow|horse)\b"
)
"""What a car hits on the road."""


def _is_denied_in_russian(sentence: Sentence, match: Match) -> bool:
    """A particle before a verb of the match in the past; not *чуть не ударил*, nor a pattern that has the particle.

    A plea of not guilty (*вину не признал*) tells of a trial all the same, and what is not given is refused.
    """
    if match.entry.code in _NOT_DENIED or _PARTICLE.search(match.entry.pattern):
        return False
    words = sentence.flat.split()[: match.last + 1]
    return any(_NOT_DONE.search(" ".join(words[max(0, at - _BEFORE) : at + 1])) for at in (match.first, match.last))


_BEFORE: Final = 3
"""Words before a verb in which the particle stands, with what goes before it."""

_PARTICLE: Final = re.compile(r"(?:^|[ /_])н[еи](?:[ /_]|т\b)")
_NOT_DONE: Final = re.compile(
    r"(?<!чуть )(?<!едва )(?<!пока )(?<!если )(?<!было )(?<!чтобы )\bне (?:был[аои]? )?"
    r"\w+(?:л[аои]?|л[аио]?с[ья]|[нт][аоы]?)$"
)
_NOT_DENIED: Final = (
    "court_trial",
    "civil_case",
    "forced_emigration",
    "accreditation_denial",
    "illegal_impediments_denial_of_access",
)

_TOPIC: Final = re.compile(
    r"\w*у(?:ы|и|лар\w*|лер\w*)?(?: \w+)? (?:туралы|жайлы|жайында|такырыб\w+|маселеси\w*)"
    r"(?: жаз(?:[гк]ан|атын|ып|ды)\w*|(?: \w+){0,3}?"
    r" (?:макала|зерттеу|материал|репортаж|сюжет|фильм|кита[пб]|подкаст|эссе)\w*)\b"
)
"""What a publication is about was not done to who made it: *кыз урлау туралы зерттеу*."""

_OBLIGED: Final = re.compile(r"\w*у[гк][ае] (?:тура кел|мажбур бол)")
_HAD_TO: Final = ("forced_emigration", "dismissal")
"""What a media worker is made to do; anything else that somebody had to do was not done to the one who tells it."""

_THREATS: Final = ("bullying_intimidation_threats", "threat_to_life_liberty_health", "interrogation", "pretrial_claim")
"""Methods that are done by saying what will be done."""


@lru_cache(maxsize=10_000)
def _rest(pattern: str, word: str) -> str:
    """What stands in a word behind the longest beginning that the last part of a pattern has for it; '' for none."""
    parts = pattern.split()[-1].split("/")
    stems = (lexicon.flatten(part.split("_")[-1].removesuffix("."), "kk").strip() for part in parts)
    longest = max((stem for stem in stems if stem and word.startswith(stem)), key=len, default=word)
    return word[len(longest) :]
