"""From a log of judgements to those that hold today.

A log is only ever added to: judgements, undos of judgements, undos of undos. Meanwhile incidents are merged and retire
their ids, and documents are read again and their candidates numbered otherwise. `standing` leaves out what was taken
back and leads every end of a judgement to what it means now. Nothing is dropped on the way: what has no place today is
told as dormant, what cannot hold together as a contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Passage
from kuzet.basis.judgement import Judgement, Undo, Verdict
from kuzet.basis.undo import undone, unfounded
from kuzet.observatory.link.said import Contradiction, Of, in_words, latest, most_careful, signed, when

Entry = Judgement | Undo
Renamed = tuple[Judgement, Judgement]
"""A judgement with its ends as they are called now, and as it was."""

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dormant:
    """A judgement that speaks of something that is not there, and why."""

    judgement: Judgement
    reason: str

    def __str__(self) -> str:
        one = self.judgement
        return f"{signed(one)} judged {one.left} and {one.right} {in_words(one)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Judgements in force, at most one for each pair and kind, their ends as they are called now, in order of time.

    A judgement is `dormant` when an end of it is not there. One whose words are not found waits for them and is not
    among `judgements`. One whose id is not there is among them, and ties others: two that are the same as a third one.
    """

    judgements: tuple[Judgement, ...] = ()
    dormant: tuple[Dormant, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def standing(
    log: Iterable[Entry],
    redirects: Mapping[str, str] = NOTHING,
    present: Mapping[str, Sequence[str]] | None = None,
) -> Standing:
    """The judgements of a log that hold, whatever the order of its entries.

    `redirects` lead from retired ids to those that replace them. `present` gives every item that is there with its
    passages (an incident has none); without it, ids are taken as they are written. Of judgements on one pair the latest
    holds. Where pairs have become one by redirects, the most careful one holds, and a positive against a negative is a
    contradiction; so is a negative whose two ends have become one. Raises `BadInput` for an undo of an unknown id, of
    itself or in a circle, and for an id that stands for two entries, naming the line (the entry's place from 1).
    """
    now = _Now(redirects, present)
    for one in latest(now.found(in_force(log))).values():
        now.settle(one)
    return now.standing()


def in_force(log: Iterable[Entry]) -> tuple[Judgement, ...]:
    """The judgements that were not taken back, as they are written; raises as `standing`."""
    entries = list(log)
    for number, fault in faults(entries).items():
        raise fault.at(f"line {number + 1}")
    gone = undone(undoes(entries))
    kept = {one.id: one for one in entries if isinstance(one, Judgement) and one.id not in gone}
    return tuple(kept.values())


def faults(entries: Sequence[Entry]) -> dict[int, BadInput]:
    """What cannot stand in this log, by its place from 0. The rest is a log without faults, and means the same."""
    found: dict[int, BadInput] = {}
    first: dict[str, Entry] = {}
    nowhere = unfounded(undoes(entries))
    for number, one in enumerate(entries):
        if first.setdefault(one.id, one) != one:
            found[number] = BadInput(one.id, "an id that stands for one entry", "id")
        elif isinstance(one, Undo) and one.id in nowhere:
            found[number] = BadInput(one.of, nowhere[one.id], "of")
    return found


def undoes(entries: Iterable[Entry]) -> dict[str, str | None]:
    """What each entry undoes, by its id, as `basis.undo` takes it; of entries with one id the first counts."""
    return {one.id: one.of if isinstance(one, Undo) else None for one in reversed(list(entries))}


@dataclass(slots=True)
class _Now:
    """What is called how today, and what became of each judgement."""

    redirects: Mapping[str, str]
    present: Mapping[str, Sequence[str]] | None
    places: Mapping[str, list[str]] = field(init=False)
    pairs: dict[Of, list[Renamed]] = field(init=False)
    dormant: list[Dormant] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pairs, places = defaultdict(list), defaultdict(list)
        for ident in self.present or ():
            places[ident.rpartition("#")[0]].append(ident)
        self.places = dict(places)

    def found(self, judgements: Iterable[Judgement]) -> Iterator[Judgement]:
        """Each judgement on the candidates that hold its words."""
        for one in judgements:
            try:
                ends = self._candidate(one.left, one.left_words), self._candidate(one.right, one.right_words)
            except LookupError as missing:
                self.dormant.append(Dormant(one, str(missing)))
                continue
            if renamed := self._renamed(one, *ends):
                yield renamed

    def settle(self, one: Judgement) -> None:
        """Follow the redirects of both ends."""
        left, right = _followed(one.left, self.redirects), _followed(one.right, self.redirects)
        missing = [end for end in (left, right) if self.present is not None and end not in self.present]
        if missing:
            self.dormant.append(
                Dormant(one, f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not here")
            )
        if renamed := self._renamed(one, left, right):
            self.pairs[renamed.left, renamed.right, renamed.kind].append((renamed, one))

    def standing(self) -> Standing:
        """One judgement for each pair, and what is to be told."""
        contradictions = [*self.contradictions, *(one for several in self.pairs.values() for one in _collided(several))]
        kept = [most_careful(renamed for renamed, _ in several) for several in self.pairs.values()]
        return Standing(
            judgements=tuple(sorted(kept, key=when)),
            dormant=tuple(sorted(self.dormant, key=lambda one: when(one.judgement))),
            contradictions=tuple(sorted(contradictions, key=lambda one: [when(each) for each in one.judgements])),
        )

    def _candidate(self, ident: str, words: Passage | None) -> str:
        """The candidate that holds the words; of several the one with that id. Raises `LookupError` with the reason."""
        if words is None or self.present is None:
            return ident
        holding = [one for one in self.places.get(words.document, ()) if _holds(self.present[one], words.quote)]
        if ident in holding or len(holding) == 1:
            return ident if ident in holding else holding[0]
        if holding:
            raise LookupError(f"the words of {ident} stand in {' and '.join(sorted(holding))}, and it may be either")
        where = f"no candidate of {words.document}" if words.document in self.places else "no document that is here"
        raise LookupError(f"the words of {ident} stand in {where}")

    def _renamed(self, one: Judgement, left: str, right: str) -> Judgement | None:
        """The judgement with these ends; None where they are one, which a negative contradicts."""
        if (left, right) == (one.left, one.right):
            return one
        if left == right:
            if one.verdict is Verdict.NEGATIVE:
                text = f"{signed(one)} judged {one.left} and {one.right} {in_words(one)}, but both are {left} now"
                self.contradictions.append(Contradiction((one,), text))
            return None
        ends = sorted(((left, _of(left, one.left_words)), (right, _of(right, one.right_words))), key=lambda end: end[0])
        (left, left_words), (right, right_words) = ends
        return replace(one, left=left, right=right, left_words=left_words, right_words=right_words)


def _of(ident: str, words: Passage | None) -> Passage | None:
    """The words of a candidate; an incident, which may have taken its place, has none."""
    return words if words and words.document == ident.rpartition("#")[0] else None


def _holds(passages: Iterable[str], quote: str) -> bool:
    """Whether the words lie in a passage, or a passage in the words: sentences may be cut otherwise, and reset."""
    words = _even(quote)
    return any(text and (words in text or text in words) for text in map(_even, passages))


def _even(text: str) -> str:
    return " ".join(text.split())


def _followed(ident: str, redirects: Mapping[str, str]) -> str:
    seen = [ident]
    while (ident := redirects.get(ident, ident)) != seen[-1]:
        if ident in seen:
            raise BadInput(ident, f"where the redirects of {seen[0]} end: they lead in a circle", "redirects")
        seen.append(ident)
    return ident


def _collided(several: Sequence[Renamed]) -> Iterator[Contradiction]:
    """Positive judgements on one pair that became another, against the negative one which holds for it."""
    negative = next((one for renamed, one in several if renamed.verdict is Verdict.NEGATIVE), None)
    for renamed, one in several:
        if negative and renamed.verdict is Verdict.POSITIVE:
            yield Contradiction(
                (one, negative),
                f"{signed(one)} judged {one.left} and {one.right} {in_words(one)}, and {signed(negative)} judged "
                f"{negative.left} and {negative.right} {in_words(negative)}, but both pairs are "
                f"{renamed.left} and {renamed.right} now",
            )
