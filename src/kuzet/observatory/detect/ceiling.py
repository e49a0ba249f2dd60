"""The highest score that the rules may give sentences, as is known before anybody in them is.

Names, who is who and the bonds of acts are most of the work of reading. The words alone tell what the classifier will
say and which acts may be told at most; where even all that speaks for an attack cannot outweigh it, nobody is looked
for. Each sum here is at least what its rule in `rules` gives, so that nothing is lost.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from kuzet.language.reading import scenes
from kuzet.language.reading.acts import WORTH, may_be_done_to_target
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary import classifier
from kuzet.language.vocabulary.lexicon import Match
from kuzet.language.vocabulary.models import POINT, Models
from kuzet.observatory.detect import rules

NOBODY: Final = -math.inf
"""Log-odds where no act is told."""


def odds(sentences: Sequence[Sentence], models: Models) -> float:
    """Log-odds that the scene of these sentences has at most; without end where they may be several scenes."""
    told = [(one, match) for one in sentences for match in one.of("triggers") if match.entry.weight > 0]
    if not told:
        return NOBODY
    if scenes.may_be_several(sentences) or any(worth < 0 for worth in models.trust.values()):
        return math.inf
    best = max(WORTH[match.entry.weight] for _, match in told)
    before = _acts(told, models.trust) + _beside(best, models.trust) - models.even
    worth = models.trust.get("classifier", POINT)
    words = sum(len(one.flat.split()) for one in sentences)
    if before + worth * rules.bounded(NOBODY, best, words) >= 0:
        return math.inf  # whatever the classifier says
    return before + worth * rules.bounded(models.classifier.log_odds(classifier.features(sentences)), best, words)


def _acts(told: Sequence[tuple[Sentence, Match]], trust: Mapping[str, float]) -> float:
    """What `acts_on_targets` gives at most: each method its heaviest act, with a whole bond."""
    methods: dict[str, float] = {}
    for sentence, match in told:
        worth = _worth(sentence, match, trust)
        methods[match.entry.code] = max(methods.get(match.entry.code, 0.0), worth)
    return sum(worth * part for worth, part in zip(sorted(methods.values(), reverse=True), rules.FADING, strict=False))


def _worth(sentence: Sentence, match: Match, trust: Mapping[str, float]) -> float:
    """Log-odds of one act with a whole bond, of the next weight too where it may be plain whom it was done to."""
    heaviest = min(match.entry.weight + may_be_done_to_target(sentence, match), max(WORTH))
    return max(WORTH[each] * trust.get(rules.ACTS[each], POINT) for each in range(match.entry.weight, heaviest + 1))


def _beside(best: float, trust: Mapping[str, float]) -> float:
    """What the rules on the best act and its surroundings give at most; `best` is its value in points."""
    many = rules.MANY if best >= scenes.STRONG else 0.0
    points = {"agent": min(rules.AGENT, best / 2), "named_target": min(1.0, best / 2), "many_acts": many}
    return sum(each * trust.get(rule, POINT) for rule, each in points.items())
