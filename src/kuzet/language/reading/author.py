"""Who tells a text in the first person, where the work that is told of is a media worker's: *камеру у меня забрали*.

Such a post names nobody: its author is told by what is the author's own (*мой репортаж*, *our newsroom*,
*жазылушыларым*), or by a page or a site of one's own beside other words of such work. Everybody has a page, is
dismissed or stopped by the police: without such words the author is anybody. A newspaper that writes of others calls
itself *our paper* too, but does not speak of *us*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kuzet.language.forms import kazakh
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

SURE: Final = 2
"""Weight of a word for a work, an outlet or a public of one's own; a page, a site or a channel has less."""

AUTHOR: Final = "author"
"""What a target is that stands for the author."""

COLLEAGUE: Final = "media_worker"
"""Code of words for those with whom the author works: *наш оператор*."""

OUTLETS: Final = ("media_company", "blogger")
"""Codes of words for an outlet or a page of one's own."""

WORKS: Final = ("journalist", "blogger")
"""Codes of words for works, for a public and for pages: they undergo nothing themselves, as outlets and people do."""


def hit(reading: Reading) -> tuple[Target, ...]:
    """Where the author is told to undergo something or to own what does, if a media worker tells the text."""
    told = ((one, *span) for one in reading.sentences for span in _undergoes(one))
    found = [place for place in told if not is_quoted(reading, *place[:2])]
    code = kind(reading) if found else ""
    return tuple(_target(*place, code) for place in found) if code else ()


def _target(sentence: Sentence, start: int, end: int, code: str) -> Target:
    first = len(sentence.flat[:start].split())
    return Target(sentence.number, start, end, first, first, AUTHOR, code)


def _undergoes(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Words such as *me*, *our* and *I was*; in Kazakh also the cases of what is one's own: *камерамды*.

    What a work of one's own is about, and what is on a page of one's own, is of others: *on our programme, a woman*.
    """
    told = [(one.start, one.end) for one in _words(sentence, "told_by_me")]
    found = [(match.start, match.end) for match in _words(sentence, "done_to_me")]
    yield from (one for one in found if not _lies_in(one, told))
    owned = [(match.start, match.end) for match in _words(sentence, "owned_by_me")]
    if sentence.language == "kk":
        owned += _mine(sentence)
    works = (one for one in sentence.of("own") if one.entry.weight == SURE and one.entry.code in WORKS)
    others = [*told, *((one.start, one.end) for one in works)]
    yield from (one for one in owned if not _lies_in(one, others))


def _lies_in(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def _mine(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The accusative and the genitive of what is mine or ours; *шешімді* is no such word, шешім being one itself."""
    for found in _MINE.finditer(sentence.text.lower()):
        if found["ours"] or not kazakh.is_known(found["word"]):
            yield found.span()


_MINE: Final = re.compile(r"\b(?P<word>\w{2,}[аәеоөуұүыі]м)(?P<ours>[ыі]з)?(?:д[ыі]|н[ыі]ң)\b")


def kind(reading: Reading) -> str:
    """The code of the role that the author's work tells, '' where it tells none or nobody speaks of himself."""
    every = ((one, match) for one in reading.sentences for match in one.of("own"))
    own = [(one, match) for one, match in every if not is_quoted(reading, one, match.start)]
    if not _speaks(reading):
        return ""
    undergone = [place for place in _places(reading) if not is_quoted(reading, *place[:2])]
    if len(undergone) == 1 and undergone[0][2]:
        return ""
    codes = [match.entry.code for _, match in own if match.entry.weight == SURE]
    sure = next((code for code in codes if code in WORKS or undergone), "")
    told = sure or (own[0][1].entry.code if any(_tells_work(reading, *page) for page in own) else "")
    return "journalist" if told == COLLEAGUE else told


def _places(reading: Reading) -> Iterator[tuple[Sentence, int, bool]]:
    """Where something is done to the author, and whether only to what is *ours*, no outlet or page.

    A paper calls a story or a reporter *ours* where it tells of others; nobody but the author says *mine*.
    """
    for sentence in reading.sentences:
        owned = {match.start for match in _words(sentence, "owned_by_me")}
        known = {match.start for match in sentence.of("own") if match.entry.code in OUTLETS}
        ours = owned - known - {match.start for match in _words(sentence, "first_person")}
        yield from ((sentence, start, start in ours) for start, _ in _undergoes(sentence))


def _tells_work(reading: Reading, sentence: Sentence, page: Match) -> bool:
    """Whether a word for a media worker's work stands somewhere beside a page of one's own."""
    return any(
        (one.number != sentence.number or match.end <= page.start or page.end <= match.start)
        and not is_quoted(reading, one, match.start)
        for one in reading.sentences
        for match in _words(one, "of_work")
    )


def _words(sentence: Sentence, code: str) -> list[Match]:
    return [match for match in sentence.of("words") if match.entry.code == code]


def _speaks(reading: Reading) -> bool:
    """Whether the author says *I* or *we* of himself, outside quotation marks."""
    return any(
        not is_quoted(reading, one, start)
        for one in reading.sentences
        for start in (*_first_person(one), *(match.start for match in _words(one, "we")), *_owned(one))
    )


def _owned(sentence: Sentence) -> Iterator[int]:
    """Where Kazakh says by an ending alone what is mine or ours, or what we did."""
    if sentence.language == "kk":
        yield from (start for start, _ in _mine(sentence))
        yield from (one.start() for one in _OF_US.finditer(sentence.text))


_OF_US: Final = re.compile(r"\b\w{2,}[дт][ыі][қк](?=[.,!?…:;]|$)")
"""Verbs of the first person plural that close a clause, elsewhere as adjectives end: көрсеттік."""


def is_first_person(reading: Reading) -> bool:
    """Whether words such as *me* and *my*, or verbs of the first person, stand outside quotation marks."""
    return any(not is_quoted(reading, one, start) for one in reading.sentences for start in _first_person(one))


def is_quoted(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether a place of a sentence stands in quotation marks, or in a line that a dash begins: what somebody says."""
    place = sentence.place(start, start)[0]
    return any(one.start() <= place < one.end() for one in _QUOTED.finditer(reading.document.text))


_QUOTED: Final = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\n\s*[–—-] [^\n]*")


def _first_person(sentence: Sentence) -> Iterator[int]:
    yield from (match.start for match in _words(sentence, "first_person"))
    if sentence.language == "kk":
        yield from (verb.start() for verb in _OF_ME.finditer(sentence.flat))


_OF_ME: Final = re.compile(r"\b\w{2,}(?:[дт][ыи]м|[гк][ае]нм[ыи]н|[аеи]м[ыи]н|йм[ыи]н)\b")
"""Verbs of the first person singular: бардым, барғанмын, барамын, бармаймын."""
