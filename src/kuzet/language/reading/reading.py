"""One document read once: its sentences with their language, and everything of the vocabulary found in them.

Both detection and coding work on this and never look at the raw text again, so every value they give has its place.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from msgspec import Struct, structs

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Quotation
from kuzet.basis.names import LANGUAGES
from kuzet.language.names import capitals, people, places, titles
from kuzet.language.reading import masks
from kuzet.language.reading.gate import Gate, Look, written
from kuzet.language.reading.gate import has_first_words as has_first_words
from kuzet.language.text import identify, script, segment, tables
from kuzet.language.values import law
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.lexicon import Entry, Lexicon, Match
from kuzet.language.vocabulary.models import Models

LONGEST: Final = 3000
"""Sentences are cut after so many characters, so that work on pairs within a sentence stays bounded."""

OUTLET_KINDS: Final = (
    "media_company",
    "online_media",
    "newspaper",
    "tv_channel",
    "radio",
    "youtube_channel",
    "telegram_channel",
    "news_agency",
)
"""Codes of roles that are outlets and no people."""


class Vocabulary(Struct, frozen=True, dict=True):
    """What is looked for: a lexicon for each language, and what tells names of people."""

    lexicons: Mapping[str, Lexicon]
    names: people.NameData
    laws: Mapping[str, Mapping[str, str]]
    """Per language, the spellings of the codes of law."""
    articles: Mapping[tuple[str, str], Entry]
    """What it tells when an article (code, number) is cited: a trigger, as an entry of the lexicon."""
    models: Models
    """What was learned from examples."""

    def trained(self, models: Models) -> Vocabulary:
        """The same words with other models; what is made of the words alone is not made again."""
        other = structs.replace(self, models=models)
        vars(other).update(vars(self))
        return other

    @cached_property
    def gate(self) -> Gate:
        """What tells at the first look whether a text may matter."""
        return Gate(self.hints, masks.Covers(self.lexicons))

    @cached_property
    def hints(self) -> tuple[Lexicon, Lexicon]:
        """All that can name whom an act is done to, and all that can tell an act, in any language and any letters."""
        every = [entry for words in self.lexicons.values() for entry in words.entries]
        laws = [_cited(name) for names in self.laws.values() for name in names]
        named = [Entry("titles", kind, weight=1, pattern=f"{word}.") for word, kind in titles.kinds().items()]
        targets, acts = (*filter(_is_target, every), *named), filter(_is_act, every + laws)
        return Lexicon("kk", _anyhow(targets), several=True), Lexicon("kk", _anyhow(acts), several=True)


class Sentence(Struct, frozen=True, dict=True):
    """One sentence: `start` to `end` of the document; `text` is it in Cyrillic where it is Kazakh in another script.

    `matches` and `mentions` have places in `text`; `quote` gives them back as places in the document.
    """

    number: int
    paragraph: int
    start: int
    end: int
    language: str
    text: str
    flat: str
    matches: tuple[Match, ...]
    mentions: tuple[people.Mention, ...]
    offsets: tuple[int, ...] | None = None

    def of(self, *tables: str) -> list[Match]:
        """The matches of these tables, in reading order."""
        if len(tables) == 1:
            return [*self._by_table.get(tables[0], ())]
        return [match for match in self.matches if match.entry.table in tables]

    @cached_property
    def _by_table(self) -> dict[str, list[Match]]:
        found: dict[str, list[Match]] = {}
        for match in self.matches:
            found.setdefault(match.entry.table, []).append(match)
        return found

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Characters of `text` as characters of the document."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.start + self.offsets[start], self.start + self.offsets[end]


class Reading(Struct, frozen=True):
    """A document's sentences; none where the gate saw nothing that concerns media workers."""

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    names: people.NameData
    models: Models

    @property
    def published(self) -> EventDate | None:
        """The date of publication, where known."""
        return self.document.published

    def quote(self, sentence: Sentence, start: int, end: int) -> Quotation:
        """The document's own words for characters of a sentence."""
        first, last = sentence.place(start, end)
        return Quotation.cut(self.document, first, max(last, first + 1))


def lexicons(extra: Mapping[str, Iterable[Entry]]) -> Mapping[str, Lexicon]:
    """The lexicons of all languages, each with the `extra` entries (outlets, places, offices ...) of its language."""
    return {name: Lexicon(name, (*lexicon.entries(name), *extra.get(name, ()))) for name in LANGUAGES}


def read(document: Document, words: Vocabulary) -> Reading:
    """Read a document; one that names no media worker or outlet or tells no act costs little more than the gate."""
    if not may_matter(document.text, words):
        return Draft(document, words).nothing()
    draft = Draft(document, words)
    return draft.finish() if _tell_of_an_act(draft.sentences()) else draft.nothing()


def may_matter(text: str, words: Vocabulary) -> bool:
    """Whether the text may name a media worker or outlet and tell an act, in any language.

    Patterns of all languages are looked for across the ends of sentences, so nothing is missed that `read` would find.
    Kazakh in Latin or Arabic letters, which is not yet read here, is let pass when first words are there.
    """
    return words.gate.look(text).lets_pass()


def _anyhow(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The entries, each pattern once, as they are found in a text without ё; last words of names for themselves."""
    return {
        (entry.pattern, entry.proper, entry.table == "titles"): structs.replace(
            entry, pattern=entry.pattern.replace("ё", "е")
        )
        for entry in entries
    }.values()


def _cited(name: str) -> Entry:
    """The name of a code of law as an entry that matches wherever `law.find` may see it."""
    words = (f"{word}." if len(word) < 4 or word.isupper() else word[: max(4, len(word) - 2)] for word in name.split())
    return Entry(table="triggers", code="", weight=1, pattern=" ".join(words))


def _is_target(entry: Entry) -> bool:
    """Whether it may name whom an act is done to: an outlet, a role, a kind of outlet, what is the author's."""
    return entry.table in ("outlets", "own") or (
        entry.table == "roles" and (entry.weight > 0 or entry.code in OUTLET_KINDS)
    )


def _is_act(entry: Entry) -> bool:
    return entry.table == "triggers" and entry.weight > 0


def _tell_of_an_act(sentences: Sequence[Sentence]) -> bool:
    """Whether somebody an act may be done to and an act were found; without both no passage can be a report."""
    entries = [match.entry for sentence in sentences for match in sentence.matches]
    if not any(map(_is_act, entries)):
        return False
    return any(map(_is_target, entries)) or any(titles.stands(one.flat) for one in sentences)


class Draft:
    """A document whose paragraphs are divided and whose sentences are read when they are asked for, each once."""

    def __init__(self, document: Document, words: Vocabulary) -> None:
        self._document = document
        self._words = words
        self._divided: dict[int, list[tuple[int, int]]] = {}
        self._languages: dict[int, str] = {}
        self._read: dict[tuple[int, int], Sentence] = {}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return identify.spans(self._document.text)

    @cached_property
    def _paragraphs(self) -> tuple[identify.Paragraph, ...]:
        return identify.paragraphs(self._document.text)

    @cached_property
    def look(self) -> Look:
        """The first look at the document."""
        return self._words.gate.look(self._document.text)

    @property
    def language(self) -> str:
        """The language of most of the document."""
        weights: dict[str, int] = {}
        for order, (start, end) in enumerate(self._spans):
            name = self._language(order)
            weights[name] = weights.get(name, 0) + end - start
        return max(weights, key=lambda name: weights[name], default="und")

    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, without the names of people."""
        places = [(order, *span) for order in range(len(self._spans)) for span in self._parts(order)]
        return tuple(structs.replace(self._sentence(*place), number=number) for number, place in enumerate(places))

    def finish(self) -> Reading:
        """The whole reading."""
        named = tuple(map(self.named, self.sentences()))
        return Reading(self._document, self.language, named, self._words.names, self._words.models)

    def nothing(self) -> Reading:
        """A reading of a document that cannot matter."""
        return Reading(self._document, "", (), self._words.names, self._words.models)

    def named(self, sentence: Sentence) -> Sentence:
        """The sentence with the names of people."""
        return structs.replace(sentence, mentions=_mentions(sentence, self._words))

    def alone(self, sentence: Sentence) -> Reading:
        """A reading of the sentence alone."""
        return Reading(self._document, "", (sentence,), self._words.names, self._words.models)

    def where_target_may_stand(self) -> Iterator[Sentence]:
        """The sentences that may name whom an act is done to; their number is not yet known."""
        return self._where(0)

    def where_act_may_stand(self) -> Iterator[Sentence]:
        """The sentences that may tell an act; their number is not yet known."""
        return self._where(1)

    def _where(self, kind: int) -> Iterator[Sentence]:
        done: set[tuple[int, int]] = set()
        for start, end in self._places(kind):
            order = bisect.bisect(self._spans, (start, len(self._document.text))) - 1
            for part in self._parts(order):
                if part[0] < end and start < part[1] and part not in done:
                    done.add(part)
                    yield self._sentence(order, *part)

    def _places(self, kind: int) -> Iterator[tuple[int, int]]:
        """Where hints of a kind may begin; articles of law have a digit, and letters of other scripts are not read."""
        yield from self.look.spans(kind)
        if kind == 1:
            yield from (found.span() for found in _DIGITS.finditer(self._document.text))
        for order, span in enumerate(self._spans) if self._has_other_script else ():
            if self._language(order) == "kk":
                yield from (found.span() for found in _OTHER_LETTERS.finditer(self._document.text, *span))

    @cached_property
    def _has_other_script(self) -> bool:
        return identify.may_be_other_script(self._document.text)

    def _parts(self, order: int) -> list[tuple[int, int]]:
        """The sentences of a paragraph in a language that is read."""
        if order not in self._divided:
            start, end = self._spans[order]
            text = self._document.text[start:end]
            is_read = not is_boilerplate(text) and self._language(order) in self._words.lexicons
            self._divided[order] = [(start + first, start + last) for first, last in _spans(text)] if is_read else []
        return self._divided[order]

    def _language(self, order: int) -> str:
        if order not in self._languages:
            own = identify.own_language(self._document.text, self._spans[order][0])
            self._languages[order] = own or self._paragraphs[order].language
        return self._languages[order]

    def _sentence(self, order: int, start: int, end: int) -> Sentence:
        if (start, end) not in self._read:
            place = (0, order, start, end)
            self._read[start, end] = _sentence(self._document.text, place, self._language(order), self._words)
        return self._read[start, end]


def tells_act(sentence: Sentence) -> bool:
    """Whether the sentence tells an act."""
    return any(_is_act(match.entry) for match in sentence.matches)


BOILERPLATE: Final = 160
"""Longer paragraphs are articles, however they begin."""


def is_boilerplate(paragraph: str) -> bool:
    """A line that the site puts round its articles: a list of links, an invitation to subscribe, rights reserved."""
    if len(paragraph) > BOILERPLATE:
        return False
    if paragraph.lstrip().startswith("©") or len(_LINKS.findall(paragraph)) > 1:
        return True
    return paragraph.lower().lstrip("•▪–—-| ").startswith(_boilerplate())


_LINKS: Final = re.compile(r" [|›»>/·] ")
"""What stands between links and the steps of a path; two of them make a list."""


@cache
def _boilerplate() -> tuple[str, ...]:
    return tuple(row["beginning"] for name in LANGUAGES for row in tables.rows(name, "boilerplate"))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for span in segment.sentences(text):
        for start in range(span.start, span.end, LONGEST):
            yield start, min(start + LONGEST, span.end)


def _sentence(text: str, place: tuple[int, int, int, int], language: str, words: Vocabulary) -> Sentence:
    number, paragraph, start, end = place
    part = text[start:end]
    read = script.to_cyrillic(part) if language == "kk" and _NOT_CYRILLIC.search(part) else None
    shown = capitals.restored(read.text, words.names) if read else part
    flat = lexicon.flatten(shown, language)
    found = [match for match in words.lexicons[language].find(flat) if written(match, shown)]
    found = [match for match in found if not places.is_of_a_person(match, shown, language, words.names)]
    found = [match for match in found if places.is_told(match, shown, language, words.names)]
    matches = masks.clean([*found, *_articles(shown, language, words)])
    return Sentence(
        number=number,
        paragraph=paragraph,
        start=start,
        end=end,
        language=language,
        text=shown,
        flat=flat,
        matches=matches,
        mentions=(),
        offsets=read.offsets if read else None,
    )


def _mentions(sentence: Sentence, words: Vocabulary) -> tuple[people.Mention, ...]:
    taken = [(match.start, match.end) for match in sentence.matches if is_no_name(match)]
    return tuple(people.find(sentence.text, sentence.language, taken, words.names))


def is_no_name(match: Match) -> bool:
    """Places and outlets are no people, and the word for a role beside a name is no part of it."""
    single = match.first == match.last and match.entry.table in ("roles", "officials")
    return match.entry.table in masks.PROPER or single


def _articles(text: str, language: str, words: Vocabulary) -> Iterator[Match]:
    """Cited articles of law that are used against media workers or protect them, as matches."""
    for found in law.find(text, language, words.laws[language]) if _DIGIT.search(text) else ():
        entry = words.articles.get((found.article.code, found.article.article))
        if entry is not None:
            first = len(text[: found.start].split())
            yield Match(found.start, found.end, first, first, entry)


_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d+")
_NOT_CYRILLIC: Final = re.compile(r"[A-Za-z\u0621-\u06d5]")
_OTHER_LETTERS: Final = re.compile(r"[A-Za-z\u0621-\u06d5]+")
