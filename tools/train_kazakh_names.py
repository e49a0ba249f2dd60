"""Train the model of names in Kazakh texts from KazNERD, and say how good it is.

First the model is trained on the valid split alone and measured on the test split: exact spans, per type, and the
people whom coding takes for sure with and without it. Then it is trained on both, and that model is written. The data
are not part of this repository: take the files IOB2_valid.txt and IOB2_test.txt of IS2AI/KazNERD (CC BY 4.0).

Examples:
  python -m tools.train_kazakh_names FOLDER                 measure, train on both, write the model
  python -m tools.train_kazakh_names FOLDER --measure-only  print the figures and write nothing

"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from unittest.mock import patch

import pycrfsuite

from kuzet.language.names import entities, features
from kuzet.language.names.entities import spans
from kuzet.language.reading import mentions, reading
from kuzet.language.text import script
from kuzet.observatory import detect

ROOT: Final = Path(__file__).resolve().parent.parent
MODEL: Final = ROOT / "src" / "kuzet" / "language" / "kk" / "names.crfsuite"

TYPES: Final = {
    "PERSON": "PER",
    "ORGANISATION": "ORG",
    "LOCATION": "LOC",
    "GPE": "LOC",
    "FACILITY": "LOC",
}
"""Labels of the corpus that are kept, under the name they have in the model; all others become `O`."""

SETTINGS: Final = {"c1": 0.1, "c2": 0.05, "max_iterations": 150, "feature.possible_transitions": True}
"""Of crfsuite's L-BFGS: the weights of the penalties L1 (which keeps the model small) and L2, and when to stop."""

COUNTRY: Final = "kz"
"""Whose given names, surnames, places and outlets the rules know when they are measured."""

Sentence = list[tuple[str, str]]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of the corpus: a word and its label a line, an empty line after each sentence."""
    found: Sentence = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        word, _, label = line.rpartition(" ")
        if word:
            found.append((word, _reduced(label)))
        elif found:
            yield found
            found = []


def _reduced(label: str) -> str:
    place, _, kind = label.partition("-")
    return f"{place}-{TYPES[kind]}" if kind in TYPES else "O"


def train(data: Sequence[Sentence], model: Path) -> None:
    """Train on these sentences and write the model; progress goes to standard error."""
    trainer = _Trainer(verbose=False)
    for sentence in data:
        trainer.append(features.of([word for word, _ in sentence]), [label for _, label in sentence])
    trainer.set_params(SETTINGS)
    trainer.train(str(model))


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]
    """A trainer that tells its progress: every tenth round on a line."""

    def message(self, message: str) -> None:
        """One message of crfsuite."""
        number = re.match(r"\*+ Iteration #(\d+)0 ", message)
        if number:
            print(f"round {number[1]}0 of at most {SETTINGS['max_iterations']}", file=sys.stderr)


Counts = Counter[tuple[str, str]]


def measure(data: Iterable[Sentence], model: Path) -> Counts:
    """Spans of each type: those that are right, those that were found, those that are true."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    counts: Counts = Counter()
    for sentence in data:
        found = set(spans(tagger.tag(features.of([word for word, _ in sentence]))))
        true = set(spans([label for _, label in sentence]))
        for what, group in (("right", found & true), ("found", found), ("true", true)):
            counts.update((what, kind) for _, _, kind in group)
    return counts


def table(counts: Counts) -> str:
    """Precision, recall and F1 of each type as lines of Markdown."""
    lines = ["| type | precision | recall | F1 | spans |", "|---|---|---|---|---|"]
    for kind in sorted({kind for _, kind in counts}):
        right, found, true = (counts[what, kind] for what in ("right", "found", "true"))
        numbers = (right / found, right / true, 2 * right / (found + true))
        lines.append(f"| {kind} | {' | '.join(f'{number:.3f}' for number in numbers)} | {true} |")
    return "\n".join(lines)


def bare(data: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences as typed with Russian letters only."""
    return ([(script.bare(word), label) for word, label in sentence] for sentence in data)


def people(data: Iterable[Sentence], model: Path) -> Counts:
    """Spans of people that are sure: those of the rules alone, and those of the rules and this model together."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    words = detect.vocabulary(COUNTRY)
    counts: Counts = Counter()
    with patch.object(entities, "_kazakh_model", lambda: tagger):
        for sentence in data:
            text, true = _plain(sentence)
            rules = reading._sentence(text, (0, 0, 0, len(text)), "kk", words)  # noqa: SLF001
            for kind, one in (("rules", rules), ("rules and model", mentions.refined(rules, words.names))):
                found = {(each.start, each.end) for each in one.mentions if each.sure}
                for what, group in (("right", found & true), ("found", found), ("true", true)):
                    counts[what, kind] += len(group)
    return counts


def _plain(sentence: Sentence) -> tuple[str, set[tuple[int, int]]]:
    """The text of a sentence, its words parted by spaces, and the people in it."""
    places, start = [], 0
    for word, _ in sentence:
        places.append((start, start + len(word)))
        start += len(word) + 1
    labelled = spans([label for _, label in sentence])
    named = {(places[first][0], places[after - 1][1]) for first, after, kind in labelled if kind == entities.PERSON}
    return " ".join(word for word, _ in sentence), named


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder with IOB2_valid.txt and IOB2_test.txt")
    parser.add_argument("--model", type=Path, default=MODEL, help="where the model is written")
    parser.add_argument("--measure-only", action="store_true", help="only measure; write no model")
    return parser.parse_args()


def main() -> None:
    """Measure on the test split, then train on both."""
    arguments = _arguments()
    valid, test = (list(sentences(arguments.folder / f"IOB2_{split}.txt")) for split in ("valid", "test"))
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "trial.crfsuite"
        train(valid, trial)
        print(f"\n{len(valid)} sentences learnt, measured on {len(test)}\n\n{table(measure(test, trial))}")
        print(f"\nthe same without the Kazakh letters\n\n{table(measure(bare(test), trial))}")
        print(f"\npeople that are sure in coding\n\n{table(people(test, trial))}")
    if not arguments.measure_only:
        train([*valid, *test], arguments.model)
        size = arguments.model.stat().st_size
        print(f"\n{len(valid) + len(test)} sentences learnt: {arguments.model.name}, {size} bytes")


if __name__ == "__main__":
    main()
