"""Percentages without a count beside them, judged by the table of facts of the text.

"In 2022 44% of attacks were of this type" is checked against the 205 and 469 that the text gives elsewhere; a change
"(+8%, 218 cases)" against the 201 that it gives for the year before. Where the text gives no number, or several,
nothing is said.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import concepts, phrases, spans
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.senses import is_share
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations.facts import Facts, since
from kuzet.observatory.write.check.relations.share import Share

REACH: Final = 60

APART: Final = 10
"""Points between a percentage and what a rest would make it, from which on the two do not belong together."""


def share(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """A share of the total of what the clause names; None where the text does not answer."""
    sentence = text.sentences[index]
    about = _about(text, index, percent)
    if len(spans.covered(sentence, text.language, text.year)) > 1:
        return None
    if not about or not phrases.says(text.language, "total", sentence.around(percent, REACH)):
        return None
    years = {int(year.value) for year in sentence.of_kind("year")} or {facts.year}
    year = years.pop()
    part, whole = facts.known(about, year), facts.known(ALL, year)
    if years or part is None or not whole:
        return None
    exact = part * 100 / whole
    why = f"{plain(part)} of {plain(whole)} is {plain(exact)}%"
    agrees = match(percent.exact, exact, percent.decimals)
    if agrees in (Match.NO, Match.CUT):
        cut = ", cut off instead of rounded" if agrees is Match.CUT else ""
        return Outcome(Verdict.DIFFERS, form.percent(exact, percent.decimals, text.language), why + cut)
    return Outcome(Verdict.HOLDS, why=why)


def change(text: Text, index: int, percent: Mention, facts: Facts, *, up: bool | None) -> Outcome | None:
    """A change against a year that the sentence names, of what its words or the fact in front speak of."""
    sentence = text.sentences[index]
    earlier = {int(year.value) for year in sentence.of_kind("year")} - {facts.year}
    about = _moved(text, index, percent, facts)
    moved = [one for one in sentence.of_kind("percent") if not is_share(sentence, one, text.language)]
    if about is None or len(earlier) != 1 or moved != [percent]:
        return None
    now, before = facts.known(about, facts.year), facts.known(about, earlier.pop())
    if not now or not before or now == before or (up is not None and (now > before) != up):
        return None
    exact = (now - before) * 100 / before
    why = f"from {plain(before)} to {plain(now)} is {'+' if exact > 0 else '-'}{plain(abs(exact))}%"
    if match(percent.exact, exact, percent.decimals) is Match.NO:
        if not guesses.near(percent.exact, exact):
            return None
        return Outcome(Verdict.DIFFERS, form.percent(abs(exact), percent.decimals, text.language), why)
    return Outcome(Verdict.HOLDS, why=why)


def _moved(text: Text, index: int, percent: Mention, facts: Facts) -> Concepts | None:
    """What changes: the last fact of the report's year in front of the percentage, at most one sentence back."""
    end = text.sentences[index].text[: percent.start]
    near = [
        fact
        for fact in takewhile(lambda fact: fact.place.index <= index, since(facts.listed, index - 1))
        if fact.year == facts.year and (fact.place.index < index or fact.place.mention.end <= len(end))
    ]
    said = concepts.found(text.sentences[index].text, text.language)
    return near[-1].concepts if near and said in (ALL, near[-1].concepts) else None


def rest(text: Text, index: int, percent: Mention, share_in_front: Share | None) -> Outcome | None:
    """As "Almost 90% of their cases ... In five cases they ...": the next count taken as the rest of the part.

    The words do not say that the two make up the whole, so that a miss is ambiguous.
    """
    sentence, behind = text.sentences[index], text.sentences[index + 1 : index + 2]
    if share_in_front is None or not phrases.says(text.language, "their", sentence.around(percent, REACH)):
        return None
    others = [one for near in behind if near.block == sentence.block for one in near.of_kind("count")[:1]]
    whole = share_in_front.part.exact
    if share_in_front.index != index - 1 or not others or others[0].exact >= whole:
        return None
    exact = (whole - others[0].exact) * 100 / whole
    near = match(percent.exact, exact, percent.decimals) is not Match.NO
    if near or abs(exact - percent.exact) > APART or loosely(sentence, percent, exact, text.language):
        return None
    why = f"if the {plain(others[0].exact)} are the rest of the {plain(whole)}, it is {plain(exact)}%"
    return Outcome(Verdict.AMBIGUOUS, f"{plain(exact, 0)}%", why)


def _about(text: Text, index: int, percent: Mention) -> Concepts | None:
    """The concepts of the clause of a percentage, or for "they" those of the words in front."""
    sentence = text.sentences[index]
    clause = concepts.found(concepts.own_words(sentence, percent, text.language), text.language)
    found = clause or concepts.found(sentence.text[: percent.start], text.language)
    fields = [field for field, _ in found]
    return found if found and len(set(fields)) == len(fields) and _alone(sentence, percent) else None


def _alone(sentence: Sentence, percent: Mention) -> bool:
    """Whether a sentence has no other percentage, so that its words speak of this one."""
    return sentence.of_kind("percent") == (percent,)
