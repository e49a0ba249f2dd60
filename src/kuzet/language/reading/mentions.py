"""The mentions of people as the rules and the trained models see them together.

Detection does without the models. What is to be coded is refined: a name that a model confirms is sure, a name that
only a model finds is added, and where the two differ on where a name begins or ends, the better proven one stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import structs

from kuzet.language.names import entities, people
from kuzet.language.names.people import Mention, NameData
from kuzet.language.reading.reading import Reading, Sentence, is_no_name
from kuzet.language.vocabulary.lexicon import Match

SENTENCES: Final = 60
"""The models read so many sentences of a document at most."""


def refine(reading: Reading) -> Reading:
    """The reading with the mentions of its first sentences as rules and models see them together."""
    first = (refined(sentence, reading.names) for sentence in reading.sentences[:SENTENCES])
    return structs.replace(reading, sentences=(*first, *reading.sentences[SENTENCES:]))


def refined(sentence: Sentence, names: NameData) -> Sentence:
    """One sentence with its mentions as rules and model see them together."""
    found = tuple(_found(sentence, names))
    return structs.replace(sentence, mentions=join(sentence.mentions, found, sentence.language, names))


def _found(sentence: Sentence, names: NameData) -> Iterator[Mention]:
    """What the model calls a person, without the words of it that are known to be something else."""
    for span in entities.people(sentence.text, sentence.language):
        free = _free(span, _taken(sentence, span, names))
        mention = people.mention(sentence.text, free, sentence.language, names)
        if mention is not None and _is_cyrillic(mention) and not _is_address(sentence, mention):
            yield mention


def _is_cyrillic(mention: Mention) -> bool:
    """Latin words amid Kazakh or Russian ones are of outlets and firms more often than of people."""
    return all("\u0400" <= word[0] <= "\u04ff" for word in mention.words)


def join(rules: Iterable[Mention], model: Iterable[Mention], language: str, names: NameData) -> tuple[Mention, ...]:
    """The mentions of both in reading order; none overlaps another that the rules found."""
    kept = list(rules)
    for one in model:
        others = [each for each in kept if each.start < one.end and one.start < each.end]
        if len(others) > 1:  # the rules saw two names in it
            continue
        best = max((one, *others), key=lambda each: _proof(each, language, names))
        kept = [*(each for each in kept if each not in others), _confirmed(best, bool(others), language, names)]
    return tuple(sorted(kept, key=lambda each: each.start))


def _confirmed(mention: Mention, by_both: bool, language: str, names: NameData) -> Mention:
    """Two words are a name on the model's word alone; a single one where both saw it and it ends as surnames do."""
    alone = by_both and people.is_surname(mention.words[0], language, names)
    return structs.replace(mention, sure=mention.sure or len(mention.words) > 1 or alone)


def _proof(mention: Mention, language: str, names: NameData) -> tuple[bool, bool]:
    """How well a name is proven: by a known given name or the ending of a surname, best with that name first."""
    initial = language == "kk" and people.begins_with_initial(mention.words)
    return mention.sure, initial or people.known(mention.words[0], language, names) is not None


def _taken(sentence: Sentence, span: tuple[int, int], names: NameData) -> Iterator[tuple[int, int]]:
    """What else stands in a span: outlets, words for a role, masks, and places that are no part of the name."""
    for match in sentence.matches:
        of_person = match.entry.table == "places" and _is_part(sentence, match, span, names)
        if (is_no_name(match) or match.entry.table == "masks") and not of_person:
            yield match.start, match.end


def _is_part(sentence: Sentence, place: Match, span: tuple[int, int], names: NameData) -> bool:
    """Whether a place in a span is a name of the person: towns are called after people, and people after towns.

    It is where it follows a known given name, or is one itself and another word follows.
    """
    before = sentence.text[span[0] : place.start].split()[-1:]
    itself = [sentence.text[place.start : place.end]] if place.end < span[1] else []
    return any(_begins(word, sentence.language, names) for word in (*before, *itself))


def _begins(word: str, language: str, names: NameData) -> bool:
    """Whether the word is a given name with more of the name after it; in Kazakh such a one has no case ending."""
    given = people.known(word, language, names)
    return given is not None and (language != "kk" or people.plain(given.name) == people.plain(word))


def _free(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The span without what is taken at its beginning or end; empty where that stands inside."""
    start, end = span
    for first, last in sorted(taken):
        if first <= start < last:
            start = last
        elif start < first < end:
            end = first if last >= end else start
    return start, max(start, end)


def _is_address(sentence: Sentence, mention: Mention) -> bool:
    """Whether the name is that of a street, a square or an institution called after somebody."""
    return any(
        mark.entry.code == "address" and (0 <= mention.start - mark.end <= 1 or 0 <= mark.start - mention.end <= 1)
        for mark in sentence.of("words")
    )
