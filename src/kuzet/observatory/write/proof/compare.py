"""A published report against its release: every figure asked again, every word that states one compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from kuzet.basis.errors import KuzetError, Missing
from kuzet.basis.figure import Figure
from kuzet.basis.word import Word
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import question, written
from kuzet.observatory.write.composing.values import Amount, rounded
from kuzet.observatory.write.proof.asked import answer
from kuzet.observatory.write.seen.record import Entry, Record
from kuzet.observatory.write.seen.seen import DIGITS, Seen, around

NEAR: Final = 8
"""Changes with at most so many digits between them are told as one."""
LONGEST: Final = 4000
"""Digits that are compared one by one where two texts differ; beyond, only the first place is told."""


class Problem(Word):
    """One thing that is not as the release gives it.

    `kind`: `release` (another one), `figure` (recomputed differently), `text` (stated differently), `missing`, `added`,
    `number` (one beside the figures was changed), `drawing`. `note` is the number of the note, 0 without one.
    """

    kind: str
    why: str
    note: int = 0
    said: str = ""
    should_be: str = ""


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What the release answers: the figure of each note, and how it is written in the language of the report."""

    figures: Mapping[int, Figure]
    labels: Labels

    def written(self, number: int) -> str:
        """The figure of a note as a table prints it."""
        figure = self.figures[number]
        amount = Amount(figure.value, figure.unit, figure)
        return written(amount, rounded(amount), self.labels.language)

    def asked(self, number: int) -> str:
        """The note with its question in words."""
        return f"figure {number} ({question(self.figures[number], self.labels)})"


def compared(record: Record, seen: Seen, labels: Labels) -> tuple[Problem, ...]:
    """Everything in a report that is not as its release gives it, in the order of the text."""
    found, recomputed = recompute(record.figures, labels)
    return (
        *of_release(record, labels),
        *found,
        *_uses(record, seen, recomputed),
        *_numbers(record, seen),
        *_drawings(record, seen),
    )


def of_release(record: Record, labels: Labels) -> Iterator[Problem]:
    """Whether the report was made of this release."""
    manifest, digest = labels.materials.release.manifest, labels.materials.digest
    if record.digest != digest:
        made_of = f"{record.release}, edition {record.edition}, {record.digest[:12]}"
        given = f"{manifest.id}, edition {manifest.edition}, {digest[:12]}"
        why = f"the report was made of another release ({made_of}) than the one given ({given})"
        yield Problem(kind="release", why=why, said=record.digest, should_be=digest)


def recompute(entries: Iterable[Entry], labels: Labels) -> tuple[tuple[Problem, ...], Recomputed]:
    """The figures of the release for the questions of the report, and where they are not those of its record."""
    figures: dict[int, Figure] = {}
    found: list[Problem] = []
    for entry in entries:
        try:
            figures[entry.number] = _answered(entry, labels)
        except KuzetError as error:
            why = f"figure {entry.number} ({entry.question.measure}) cannot be recomputed: {error}"
            found.append(Problem(kind="figure", why=why, note=entry.number))
    recomputed = Recomputed(figures, labels)
    found += (_differs(entry, recomputed) for entry in entries if _is_other(entry, figures))
    return tuple(found), recomputed


def _answered(entry: Entry, labels: Labels) -> Figure:
    materials = labels.materials
    if entry.release and entry.release != materials.release.manifest.id:
        if entry.release not in materials.editions:
            raise Missing(f"it rests on release {entry.release}, which was not given")
        materials = materials.editions[entry.release]
    return answer(entry.question, materials)


def _is_other(entry: Entry, figures: Mapping[int, Figure]) -> bool:
    figure = figures.get(entry.number)
    return figure is not None and (figure.value, figure.unit) != (entry.value, entry.unit)


def _differs(entry: Entry, recomputed: Recomputed) -> Problem:
    said, should = str(entry.value), str(recomputed.figures[entry.number].value)
    why = f"{recomputed.asked(entry.number)}: the record says {said}, the release gives {should}"
    return Problem(kind="figure", why=why, note=entry.number, said=said, should_be=should)


def _uses(record: Record, seen: Seen, recomputed: Recomputed) -> Iterator[Problem]:
    """The figures of the text, in order: stated otherwise, taken away, put in."""
    before, after = [number for number, _ in record.uses], [number for number, _ in seen.uses]
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            for (number, text), (_, said) in zip(record.uses[i:j], seen.uses[k:m], strict=True):
                yield from _stated(number, text, said, recomputed)
            continue
        for number, text in record.uses[i:j]:
            yield Problem(kind="missing", why=f"{_told(number, recomputed)}: '{text}' is missing", note=number)
        for number, said in seen.uses[k:m]:
            why = f"{_told(number, recomputed)}: '{said}' was added"
            yield Problem(kind="added", why=why, note=number, said=said)


def _stated(number: int, text: str, said: str, recomputed: Recomputed) -> Iterator[Problem]:
    """One figure in the text: its words as published, and its digits as the release gives them."""
    should = recomputed.written(number) if number in recomputed.figures else text
    counted = digits(said)
    if said != text or (counted and counted != digits(should)):
        why = f"{_told(number, recomputed)}: the text says '{said}', the release gives {should}"
        yield Problem(kind="text", why=why, note=number, said=said, should_be=should)


def _told(number: int, recomputed: Recomputed) -> str:
    return recomputed.asked(number) if number in recomputed.figures else f"figure {number}"


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(DIGITS.findall(text))


def _numbers(record: Record, seen: Seen) -> Iterator[Problem]:
    """Digits beside the figures (dates, years, articles of law, ids) that are not those of the record."""
    old, new = record.digits, seen.digits
    if old == new:
        return
    text, places = seen.text, list(seen.places())
    for start, end in _changes(old, new):
        first = places[min(start, len(places) - 1)] if places else 0
        last = places[min(max(end - 1, start), len(places) - 1)] if places else 0
        said = around(text, first, last + 1)
        yield Problem(kind="number", why=f"a number beside the figures is not as published: '… {said} …'", said=said)


def _changes(old: str, new: str) -> Iterator[tuple[int, int]]:
    """The places of the new digits that are not the old ones."""
    front = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    most = min(len(old), len(new)) - front
    back = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    left, right = old[front : len(old) - back], new[front : len(new) - back]
    if max(len(left), len(right)) > LONGEST:
        yield front, front + 1
        return
    held: tuple[int, int] | None = None
    for kind, _, _, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if held is not None and start - held[1] > NEAR:
            yield front + held[0], front + held[1]
            held = None
        held = (held[0] if held else start, end)
    if held is not None:
        yield front + held[0], front + held[1]


def _drawings(record: Record, seen: Seen) -> Iterator[Problem]:
    if record.drawings != seen.drawings:
        yield Problem(kind="drawing", why="a number in a chart, or a chart, is not as published")
