"""The rules that weigh a scene, in order; each names itself in the contributions it returns.

A rule speaks for or against "this passage reports an attack on a media worker". Points add up to log-odds, each rule's
points worth what examples have shown (`models.trust`). The traps each rule stands for are those of the field's coding
practice: awards, obituaries, statistics, legislation, announcements and trainings that are full of the same words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct, structs

from kuzet.language.names import capitals
from kuzet.language.reading import ordinary
from kuzet.language.reading.acts import BONDS, WORTH
from kuzet.language.reading.reading import Sentence
from kuzet.language.reading.scenes import Scene
from kuzet.language.vocabulary import classifier
from kuzet.language.vocabulary.lexicon import Match
from kuzet.language.vocabulary.models import POINT


class Contribution(Struct, frozen=True):
    """What one rule adds to or takes from the score of a scene, in points, and the words it saw."""

    rule: str
    points: float
    sentence: int
    start: int
    end: int


Rule = Callable[[Scene], Iterator[Contribution]]

FADING: Final = (1.0, 0.6, 0.4, 0.3, 0.2, 0.1)
"""What the first, second ... method adds of its value: a long text must not win by its length."""

LEAD: Final = 2
"""Sentences at the top whose words say what the text is about."""

GENRES: Final = {  # most points a genre can take away
    "award": 5.0,
    "obituary": 4.0,
    "anniversary": 2.0,
    "training": 4.0,
    "statistics": 4.5,
    "market": 3.0,
    "legislation": 2.5,
    "announcement": 3.0,
    "interview": 1.5,
    "opinion": 1.0,
    "review": 2.0,
    "finance": 2.0,
    "crime": 3.0,
    "hoax": 5.0,
    "sport": 5.0,
    "fiction": 4.0,
    "accident": 4.0,
    "aftermath": 5.0,
}


TIED: Final = 0.2
"""What remains of the genre of crime where a text ties the case to the work of a media worker."""


def acts_on_targets(scene: Scene) -> Iterator[Contribution]:
    """Acts done to media workers, the strongest first, each further method counting less."""
    for act, part in zip(scene.best, FADING, strict=False):
        if act.value > 0:
            name, points = f"{ACTS[act.weight]}:{act.method}:{act.bond}", WORTH[act.weight] * BONDS[act.bond]
            yield Contribution(name, points * part, act.sentence, act.match.start, act.match.end)


CLOSE: Final = ("itself", "done to", "beside", "sentence")
"""Bonds of an act to a target of its own sentence."""

ACTS: Final = {1: "hint", 2: "act", 3: "act_on_media"}
"""What a trigger of each weight is called: trust is learned for each apart."""


AGENT: Final = 0.7
"""Most points of someone who acts."""

MANY: Final = 1.2
"""Most points of several acts."""


def known_agent(scene: Scene) -> Iterator[Contribution]:
    """Someone who acts stands in the sentence of an act that concerns a target."""
    for act in sorted(scene.acts, key=lambda act: -act.value):
        agents = scene.reading.sentences[act.sentence].of("agents")
        if agents and act.bond in CLOSE:
            yield Contribution("agent", min(AGENT, act.value / 2), act.sentence, agents[0].start, agents[0].end)
            return


def named_target(scene: Scene) -> Iterator[Contribution]:
    """A named media worker or outlet, beside an act or near it, makes it a particular event."""
    for act in scene.best:
        for number in (act.sentence, act.sentence - 1, act.sentence + 1):
            for target in scene.cast.targets.get(number, ()):
                if target.what != "role":
                    yield Contribution("named_target", min(1.0, act.value / 2), number, target.start, target.end)
                    return


def many_acts(scene: Scene) -> Iterator[Contribution]:
    """Several acts that concern targets directly, of whatever method."""
    close = [act for act in scene.acts if act.bond in CLOSE and act.value >= 2]
    if len(close) > 1:
        act = close[1]
        points = min(0.3 * (len(close) - 1), MANY)
        yield Contribution("many_acts", points, act.sentence, act.match.start, act.match.end)


def other_genre(scene: Scene) -> Iterator[Contribution]:
    """Words of another genre: at the top they say what the text is about, further down they hardly weigh."""
    length = max(1.0, len(scene.sentences) / LEAD / 2)
    tied = bool(scene.cast.author) or ordinary.is_tied_to_work(scene.reading)
    for genre, every in scene.contexts.items():
        found = [one for one in every if genre != OBITUARY or not _is_of_an_act(scene, *one)]
        if not found:
            continue
        limit = GENRES.get(genre, 0.0) * (TIED if tied and genre == "crime" else 1.0)
        points = sum(_weight(match.entry.weight, sentence.number - scene.first, length) for sentence, match in found)
        sentence, match = found[0]
        if limit and points:
            yield Contribution(f"genre:{genre}", -min(points, limit), sentence.number, match.start, match.end)


OBITUARY: Final = "obituary"


def _is_of_an_act(scene: Scene, sentence: Sentence, match: Match) -> bool:
    """Whether a word for a death is part of what tells a plain act: *айыбын өтеп жатып көз жұмды*."""
    acts = (one for one in scene.acts if one.sentence == sentence.number and one.match.entry.weight == PLAIN)
    return any(one.match.start <= match.start and match.end <= one.match.end for one in acts)


PLAIN: Final = 3
"""Weight of a trigger that leaves no doubt."""


def _weight(weight: int, place: int, length: float) -> float:
    return weight * (0.75 if place < LEAD else 0.5 / length)


def only_general(scene: Scene) -> Iterator[Contribution]:
    """Nobody is named, and the act has no date, number or place: a text about attacks in general."""
    if not scene.cast.has_names and scene.best:
        act = scene.best[0]
        if capitals.has_none(scene.reading.sentences[act.sentence].text):
            return  # where names have no capitals, nobody can be told to be named
        dated = any(any(map(str.isdigit, sentence.text)) for sentence in scene.sentences)
        dated = dated or bool(scene.reading.sentences[act.sentence].of("places"))
        points = (0.5 if dated else 1.6) * min(1.0, length(scene) / ROOM)
        yield Contribution("general", -points, act.sentence, act.match.start, act.match.end)


ROOM: Final = 30
"""Words of a text that has room to name somebody: a headline names nobody for want of it. By hand: two sentences."""


def second_opinion(scene: Scene) -> Iterator[Contribution]:
    """What the trained classifier thinks of the words: its log-odds, within the bounds of what is told."""
    if scene.best:
        odds = scene.reading.models.classifier.log_odds(classifier.features(scene.sentences))
        act = scene.best[0]
        points = bounded(odds, act.value, length(scene))
        yield Contribution("classifier", points, act.sentence, act.match.start, act.match.end)


def length(scene: Scene) -> int:
    """Words of a scene."""
    return sum(len(sentence.flat.split()) for sentence in scene.sentences)


def bounded(odds: float, best: float, words: int) -> float:
    """The classifier's log-odds within its bounds; `best` is the value of the best act told, in points.

    Of fewer than `ENOUGH` words it can tell less, in proportion: a headline has one word or two that it knows.
    """
    odds *= min(1.0, words / ENOUGH)
    return max(min(best - OPINION, 0.0), min(CONFIRMS * best, odds))


OPINION: Final = 5.0
"""Log-odds that the classifier takes at most, less the points of the best act: a plain act is doubted little."""

ENOUGH: Final = 80
"""Words of an agency report, of which the classifier can tell as much as it ever can. By hand, among 20, 60 and 80,
with the figures of the golden sets in view: more of a headline is guessed than known."""

CONFIRMS: Final = 2.0
"""Log-odds that it gives at most for each point of the best act: it confirms what is told, and tells nothing itself."""


RULES: Final[tuple[Rule, ...]] = (
    acts_on_targets,
    many_acts,
    known_agent,
    named_target,
    other_genre,
    only_general,
    second_opinion,
)


def weigh(scene: Scene) -> tuple[float, tuple[Contribution, ...]]:
    """The score of a scene between 0 and 1, and what each rule added in log-odds, the heaviest first."""
    models = scene.reading.models
    found = [
        structs.replace(one, points=one.points * models.trust.get(kind(one), POINT))
        for rule in RULES
        for one in rule(scene)
    ]
    odds = sum(one.points for one in found) - models.even
    score = 1 / (1 + math.exp(-odds))
    return round(score, 4), tuple(sorted(found, key=lambda contribution: -abs(contribution.points)))


def kind(contribution: Contribution) -> str:
    """The name under which trust in a rule is learned: that of the rule without the method or genre it speaks of."""
    return contribution.rule.partition(":")[0]
