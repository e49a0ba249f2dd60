"""Document to candidates: which passages report an attack on a media worker.

`read` prepares a document once, `find` gives its candidates; every candidate names the rules that decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import structs

from kuzet.basis.coding import Candidate
from kuzet.basis.document import Document, Quotation
from kuzet.language.reading import scenes
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Reading
from kuzet.language.reading.reading import read as read
from kuzet.language.reading.scenes import Scene
from kuzet.language.vocabulary.classifier import Features, features
from kuzet.language.vocabulary.models import POINT, UNTRAINED
from kuzet.observatory.detect import rules
from kuzet.observatory.detect.rules import Contribution as Contribution
from kuzet.observatory.detect.rules import bounded as bounded
from kuzet.observatory.detect.sift import may_report as may_report
from kuzet.observatory.detect.sift import sift as sift
from kuzet.observatory.detect.vocabulary import load as vocabulary

__all__ = [
    "THRESHOLD",
    "Contribution",
    "Ruled",
    "bounded",
    "example",
    "find",
    "may_report",
    "read",
    "ruled",
    "sift",
    "vocabulary",
    "weighed",
]

THRESHOLD: Final = 0.5
"""A scene with at least this score becomes a candidate."""

BEYOND_DOUBT: Final = 0.9
"""Of the entries of a digest with at least this score the first one leads, as for a human coder."""

_QUOTED: Final = 0.4
"""Acts of this value at least are quoted."""

PASSAGES: Final = 12
"""A candidate quotes at most so many sentences."""

AROUND: Final = 40
"""And is given at most so many others of its scene: what comes later in a long text is background."""


def find(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The candidates of a document, the leading one first: of those told beyond doubt the first, else the likeliest."""
    told = [_weighed(scene) for scene in scenes.of(reading) if next(_weighing(scene), None) is not None]
    kept = [one for one in told if one[0] >= THRESHOLD]
    ranked = sorted(kept, key=lambda one: (-min(one[0], BEYOND_DOUBT), one[1].first))
    return tuple(
        Candidate(
            id=f"{document.id}#{number}",
            document=document.id,
            passages=(passages := _passages(scene)),
            score=score,
            rules=tuple(f"{one.rule} {one.points:+.2f}" for one in found),
            around=_around(scene, passages),
        )
        for number, (score, scene, found) in enumerate(ranked, 1)
    )


def weighed(reading: Reading) -> tuple[tuple[float, Scene, tuple[Contribution, ...]], ...]:
    """Every scene of a reading with its score and the contributions that made it, also those below the threshold."""
    return tuple(_weighed(scene) for scene in scenes.of(reading))


def example(reading: Reading) -> Features:
    """What the classifier sees of a whole document; nothing of one that the gate stops."""
    return features(reading.sentences)


class Ruled(NamedTuple):
    """The points of each rule for a scene, without trust and classifier, the value of its best act, and its words."""

    points: Mapping[str, float]
    best: float
    words: int


def ruled(reading: Reading) -> Ruled:
    """What the rules say of the scene that speaks loudest for an attack."""
    bare = structs.replace(reading, models=UNTRAINED)
    found = max(weighed(bare), key=lambda one: one[0], default=None)
    if found is None:
        return Ruled({}, 0.0, 0)
    points: dict[str, float] = {}
    for one in found[2]:
        points[rules.kind(one)] = points.get(rules.kind(one), 0.0) + one.points / POINT
    return Ruled(points, found[1].best[0].value if found[1].best else 0.0, rules.length(found[1]))


def _weighed(scene: Scene) -> tuple[float, Scene, tuple[Contribution, ...]]:
    score, found = rules.weigh(scene)
    return score, scene, found


def _passages(scene: Scene) -> tuple[Quotation, ...]:
    """The sentences of the acts that weigh, the strongest act's first, the others in reading order."""
    leading, *rest = list(dict.fromkeys(act.sentence for act in _weighing(scene)))[:PASSAGES]
    sentences = scene.reading.sentences
    return tuple(
        scene.reading.quote(sentences[number], 0, len(sentences[number].text)) for number in (leading, *sorted(rest))
    )


def _around(scene: Scene, passages: tuple[Quotation, ...]) -> tuple[str, ...]:
    """The other sentences of the scene, in reading order."""
    quoted = {passage.start for passage in passages}
    wholes = (scene.reading.quote(one, 0, len(one.text)) for one in scene.sentences)
    return tuple(one.text for one in wholes if one.start not in quoted)[:AROUND]


def _weighing(scene: Scene) -> Iterator[Act]:
    acts_by_value: list[Act] = sorted(scene.acts, key=lambda act: (-act.value, act.sentence))
    return (act for act in acts_by_value if act.value >= _QUOTED)
