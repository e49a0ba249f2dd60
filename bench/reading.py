"""Speed and memory of reading on a mixed corpus in Kazakh, Russian and English, beside simpler and heavier means.

    python bench/reading.py
    python bench/reading.py --documents 2000 --json
    python bench/reading.py --save

One document in twenty reports an attack: the golden ones of tests/golden, in turn. The others are composed of the
sentences in bench/reading/<language>.txt, 400 to 3500 characters each, one subject a document; every twentieth of them
is a golden document without an attack, full of the same words as those with one. A third of the composed ones end with
a line on their source, so that they name media as news does. The seed is fixed.

Rates are documents a second of processor time of one process, so they are rates per core and hardly depend on what
else the machine does. The first documents, which load tables, are not counted; start-up is measured by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle, zip_longest
from pathlib import Path
from typing import Any

import _result

from kuzet import countries
from kuzet.basis.document import Document
from kuzet.language.reading import reading
from kuzet.language.vocabulary import lexicon
from kuzet.observatory import detect, pipeline

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent / "tests" / "golden"
LANGUAGES = ("kk", "ru", "en")
SEED = 20240503
ONE_RELEVANT_IN = 20
ONE_HARD_IN = 20
SHORTEST, USUAL, LONGEST = 400, 1200, 3500
SOURCED = 1 / 3
"""Share of the composed documents that end with the name of an outlet, an agency or a press service as their source."""

SAMPLE = 300
"""Documents at most that the peers are given."""

TARGETS = {"irrelevant_per_second": 2000, "relevant_per_second": 40}

Told = tuple[Document, bool]
"""A document and whether it is one that reports an attack."""


def main() -> None:
    words = arguments()
    made = list(corpus(words.documents))
    start = start_up()
    warm(made)
    figures = {"documents": len(made), "start_up_seconds": start} | read_all(made) | peers(made)
    result = _result.result(TARGETS, figures)
    if words.save:
        _result.save("reading", result)
    print(json.dumps(result) if words.json else _result.told(result))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000, metavar="N", help="size of the corpus (20000)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/reading-<date>.json")
    return parser.parse_args()


def corpus(wanted: int) -> Iterator[Told]:
    """The mixed corpus: relevant documents spread evenly among the others."""
    chance = random.Random(SEED)
    relevant, hard = (cycle(list(golden(is_attack=is_attack))) for is_attack in (True, False))
    sentences = {language: subjects(language) for language in LANGUAGES}
    for number in range(wanted):
        if number % ONE_RELEVANT_IN == 0:
            yield named(f"a{number}", next(relevant)), True
        elif number % ONE_HARD_IN == 1:
            yield named(f"h{number}", next(hard)), False
        else:
            language = LANGUAGES[number % len(LANGUAGES)]
            yield named(f"n{number}", {"text": composed(sentences[language], chance), "lang": language}), False


def golden(*, is_attack: bool) -> Iterator[dict[str, Any]]:
    """The golden documents with or without an attack, the languages by turns."""
    rows = [
        [*lines(GOLDEN / language / "train.jsonl"), *lines(GOLDEN / language / "test.jsonl")] for language in LANGUAGES
    ]
    yield from (row for turn in zip_longest(*rows) for row in turn if row and row["is_attack"] == is_attack)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def named(ident: str, row: Mapping[str, Any]) -> Document:
    return Document(id=f"{ident}-{row['lang']}", text=row["text"])


def subjects(language: str) -> list[list[str]]:
    """The sentences of a language by subject; a line that begins with # begins a subject."""
    found: list[list[str]] = []
    for line in (HERE / "reading" / f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            found.append([])
        else:
            found[-1].append(line)
    return found


def composed(sentences: Sequence[Sequence[str]], chance: random.Random) -> str:
    """A document on one subject in paragraphs of three sentences; a long one tells them again in another order."""
    length = chance.triangular(SHORTEST, LONGEST, USUAL)
    *subjects_of_news, sources = sentences
    subject = chance.choice(subjects_of_news)
    taken: list[str] = []
    while sum(map(len, taken)) < length:
        taken.extend(chance.sample(subject, 3))
    if chance.random() < SOURCED:
        taken.append(chance.choice(sources))
    return "\n".join(" ".join(taken[start : start + 3]) for start in range(0, len(taken), 3))


def warm(made: Sequence[Told]) -> None:
    """Read a few documents of each kind and language, so that no table is loaded while the clock runs."""
    country = countries.load("kz")
    for document, _ in made[:400]:
        pipeline.line(document, pipeline.read(document, country))


def start_up() -> float:
    """Seconds of processor time from nothing to the first document read, in a process of its own."""
    code = (
        "from kuzet import countries; from kuzet.basis.document import Document; from kuzet.observatory import pipeline"
    )
    first = f"pipeline.read(Document(id='1', text={next(golden(is_attack=True))['text']!r}), countries.load('kz'))"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", f"{code}\n{first}"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)


def read_all(made: Sequence[Told]) -> dict[str, Any]:
    """Rates of the reader over the corpus, what its gate let through, and the memory that all this took at most."""
    country = countries.load("kz")
    spent = {True: 0.0, False: 0.0}
    found = {True: 0, False: 0}
    for document, is_relevant in made:
        begun = time.process_time()
        proposals = pipeline.read(document, country)
        spent[is_relevant] += time.process_time() - begun
        found[is_relevant] += bool(proposals)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    of = {kind: sum(is_relevant == kind for _, is_relevant in made) for kind in spent}
    others = [document for document, is_relevant in made if not is_relevant]
    return {
        "characters_per_irrelevant": round(sum(len(one.text) for one in others) / len(others)),
        "past_the_gate": share(lambda one: reading.may_matter(one.text, detect.vocabulary("kz")), others),
        "read_whole": share(lambda one: bool(detect.sift(one, detect.vocabulary("kz")).sentences), others),
        "irrelevant_per_second": round(of[False] / spent[False]),
        "relevant_per_second": round(of[True] / spent[True]),
        "whole_per_second": round(len(made) / sum(spent.values())),
        "printed_per_second": round(rate(lambda one: pipeline.line(one, pipeline.read(one, country)), others[:2000])),
        "relevant_found": round(found[True] / of[True], 3),
        "irrelevant_called_attacks": found[False],
        "peak_memory_mib": round(memory),
    }


def share(holds: Callable[[Document], bool], documents: Sequence[Document]) -> float:
    """The part of the documents of which it holds."""
    return round(sum(map(holds, documents)) / len(documents), 3)


def rate(function: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Documents a second of processor time."""
    begun = time.process_time()
    for document in documents:
        function(document)
    return len(documents) / max(time.process_time() - begun, 1e-9)


def peers(made: Sequence[Told]) -> dict[str, Any]:
    """The same documents given to a plain search for words and to natasha."""
    country = countries.load("kz")
    some = [document for document, _ in made[:SAMPLE]]
    russian = [document for document, _ in made if document.id.endswith("-ru")][:SAMPLE]
    reports = [one for one, is_relevant in made if is_relevant and one.id.endswith("-ru")][:SAMPLE]
    told = {"keywords_per_second": round(rate(keywords(), some))}
    ours = (
        rate(lambda one: pipeline.read(one, country), russian),
        rate(lambda one: pipeline.read(one, country), reports),
    )
    full = natasha()
    if full is None:
        return told | {"natasha": "skipped: natasha is not installed"}
    full(russian[0])
    theirs = rate(full, russian), rate(full, reports)
    return told | {
        "natasha_per_second": round(theirs[0], 1),
        "natasha_relevant_per_second": round(theirs[1], 1),
        "ours_to_natasha": round(ours[0] / theirs[0], 1),
        "ours_to_natasha_relevant": round(ours[1] / theirs[1], 1),
    }


def keywords() -> Callable[[Document], bool]:
    """Whether a word for media and one for an act stand in the text: each word of the gate looked for with `in`."""
    words = [[word.strip() for word in automaton] for automaton in lexicon.gate().values()]

    def search(document: Document) -> bool:
        text = document.text.lower()
        return all(any(word in text for word in table) for table in words)

    return search


def natasha() -> Callable[[Document], object] | None:
    """natasha's whole way for Russian: sentences, words, morphology, syntax aside, names; None where not installed."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, Segmenter
    except ImportError:
        return None
    embedding, segmenter = NewsEmbedding(), Segmenter()
    morphology, names = NewsMorphTagger(embedding), NewsNERTagger(embedding)

    def whole(document: Document) -> object:
        doc = Doc(document.text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.tag_ner(names)
        return doc.spans

    return whole


if __name__ == "__main__":
    main()
