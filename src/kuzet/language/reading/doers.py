"""What the words around an actor tell of it: whether it acts, is only written about, or stands for another one.

*Полиция бастығы туралы мақала*, *статья о полиции*, *a story about the police*: who is written about need not have
done anything. *Полицияға шағымданды*: who is turned to has not complained. *Біреуі*, *один из них*: one of those named
before.
"""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match


def is_topic(sentence: Sentence, match: Match) -> bool:
    """Whether an actor is only what a publication is about, or what it criticises."""
    behind, before = sentence.flat[match.end :], sentence.flat[: match.start]
    if sentence.language == "kk":
        return any(shape.match(_word_of(sentence, match) + behind) for shape in _KAZAKH_TOPICS)
    shape = _WRITTEN_ABOUT.get(sentence.language)
    return shape is not None and shape.search(before) is not None


def is_turned_to(sentence: Sentence, match: Match) -> bool:
    """Whether an actor stands in the form of one who is turned to, met or struck, not of one who does something."""
    if sentence.language == "kk":
        return _OBLIQUE.search(_last_word(sentence, match)) is not None
    shape = _TOWARDS.get(sentence.language)
    return shape is not None and shape.search(sentence.flat[: match.start]) is not None


def refers_back(sentence: Sentence, match: Match) -> bool:
    """Whether the words stand for some of those named before: *біреуі*, *один из них*, *one of them*."""
    shape = _OF_THEM.get(sentence.language)
    return shape is not None and shape.match(sentence.flat, match.start) is not None


def _last_word(sentence: Sentence, match: Match) -> str:
    """The last word of a match with its ending."""
    end = _REST.match(sentence.flat, match.end)
    return sentence.flat[match.start : end.end() if end else match.end].split()[-1]


def _word_of(sentence: Sentence, match: Match) -> str:
    return sentence.flat[match.start : match.end].split()[-1]


_REST: Final = re.compile(r"\w*")

_KAZAKH_TOPICS: Final = (
    re.compile(
        r"(?:\w*(?<![ыи])(?: \w+(?:[ндт][ыи]н|с[ыи]|[ыи])){1,3}|\w*)(?<![гк][ае]н[ыи])(?<!т[ыи]н[ыи])"
        r" (?:туралы|жайлы|жайында|хакында|жонинде|жониндеги|турасында)\b"
    ),
    re.compile(
        r"\w*(?:[ндт][ыи]н|[ндт][ыи]|с[ыи]н)(?: \w+){0,6}? (?:сынаган\w*|сынап|сынады|сынга ал\w*|ашкереле\w*)\b"
    ),
    re.compile(
        r"(?:\w*(?: +\w+){0,2} +)?\w*[ндт][ыи]н(?: \w+)? (?:иси|исин|исине|исинин|процеси\w*)(?: \w+)?"
        r" (?:бойынша|карал\w*|отти|откен)\b"
    ),
)
"""In flat letters: who is written about, criticised or tried by another one. A participle before *туралы* is of a
clause of its own: *полиция іс қозғалғаны туралы айтты*."""

_WRITTEN_ABOUT: Final = {
    "ru": re.compile(
        r"(?:(?:стат|материал|публикац|сюжет|репортаж|расследовани|ролик|видео|пост|запис|заметк|текст|правд|фильм|"
        r"рассказал|писал|написал|снимал|снял)\w*(?: \w+){0,2}? (?:о|об|про)"
        r"|(?:критик|раскритик|разоблач)\w*) (?:\w+ ){0,2}$"
    ),
    "en": re.compile(
        r"(?:(?:article|stor(?:y|ies)|report|reporting|video|post|piece|investigation|film|documentary|wrote|written|writing)s?"
        r"(?: \w+)? (?:about|on|into)|critici[sz]\w+(?: of)?|critical of|exposed|exposing) (?:\w+ ){0,2}$"
    ),
}

_OBLIQUE: Final = re.compile(
    r"(?:[кг][ае]|[ндт][ае]н|[дт][ае]|[мпб]ен|[лдт][ае]р[дт][ыи]|[лдт][ае]рын[ыи]н|[лдт][ае]рин[ыи]н)$"
)
_TOWARDS: Final = {
    "ru": re.compile(r"\b(?:в|во|на|к|ко|у|с|со|перед|против) (?:\w+(?:ую|ом|ой|ый|ий|ому|ого|ым) ){0,3}$"),
    "en": re.compile(r"\b(?:to|at|with|against|before) (?:the |a |an |local |city )*$"),
}

_OF_THEM: Final = {
    "kk": re.compile(r"(?:биреуи|екеуи|ушеуи|тортеуи|бесеуи|екиншиси)"),
    "ru": re.compile(r"(?:один|одна|двое|трое|кто то) из них"),
    "en": re.compile(r"(?:one|two|three|some) of (?:them|these|those)|the (?:other|second) one"),
}


def tells(sentence: Sentence, match: Match) -> bool:
    """Whether the actor is who tells of it in English, right before the verb: *Moscow police told his wife that*."""
    speech = [word for word in sentence.of("words") if word.entry.code == "speech"]
    return sentence.language == "en" and any(word.first == match.last + 1 for word in speech)


def is_source(sentence: Sentence, match: Match) -> bool:
    """Whether the text only names the actor as the one it knows something from: *по данным полиции*, *police say*."""
    behind, before = sentence.flat[match.end :], sentence.flat[: match.start]
    if sentence.language == "kk":
        return _KAZAKH_SOURCE.match(behind) is not None
    shape = _QUOTED.get(sentence.language)
    says = _SAYS.get(sentence.language)
    return bool(shape and shape.search(before)) or bool(says and says.match(behind))


_KAZAKH_SOURCE: Final = re.compile(
    r"\w*(?: \w+){0,2} (?:малимет\w*|айтуынша|айтуы бойынша|хабарлауынша|деректер\w*|созинше|болжамынша|пикиринше"
    r"|изде(?:ди|ген|п|стир\w*)|билме(?:йди|ген|ди|й)|таба алма\w*)\b"
)
_QUOTED: Final = {
    "ru": re.compile(
        r"(?:по (?:данным|словам|информации|версии|сведениям|мнению)|со ссылкой на"
        r"|как (?:сообщ|заяв|рассказ|утвержда)\w+(?: \w+)?(?: в)?"
        r"|(?:сообщили|рассказали|заявили|подтвердили|уточнили|пояснили) в) (?:\w+ ){0,2}$"
    ),
    "en": re.compile(r"(?:according to|cited by|quoting|citing) (?:\w+ ){0,2}$"),
}
_SAYS: Final = {
    "ru": re.compile(
        r"\w*(?: \w+)? "
        r"(?:сообщ(?:ил|ает|ают)|подтверд|уточни|поясни|комментир|не комментир|не ответ|искал[аи]?\b|ищ[ую]т|ищет"
        r"|разыскива|не зна(?:л|ет|ют))"
    ),
    "en": re.compile(
        r"\w*(?: \w+)? (?:says?|said|reports?|reported|confirm(?:s|ed)|believes?|declined|searched|looked for)\b"
    ),
}


def is_place(sentence: Sentence, match: Match) -> bool:
    """Whether a market or a plant only tells where something was: *у рынка*, *near the market*, *базар жанында*."""
    if sentence.language == "kk":
        return _NEAR_IN_KAZAKH.match(sentence.flat, match.end) is not None
    shape = _NEAR.get(sentence.language)
    return shape is not None and shape.search(sentence.flat[: match.start]) is not None


_NEAR: Final = {
    "ru": re.compile(
        r"\b(?:у|возле|около|близ|вблизи|напротив|позади|рядом с|недалеко от|неподалеку от|мимо) "
        r"(?:\w+(?:ого|ой|ом|ым) ){0,2}$"
    ),
    "en": re.compile(r"\b(?:near|outside|beside|behind|opposite|past) (?:(?:the|a|an|local|city|central) ){0,3}$"),
}
_NEAR_IN_KAZAKH: Final = re.compile(
    r"\w*(?: \w+)? (?:жанында|алдында|манында|касында|артында|жанындагы|алдындагы|манындагы)\b"
)
