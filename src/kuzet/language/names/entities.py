"""Names of people as trained models see them in one sentence, beside the rules of `people`.

Kazakh: a conditional random field over `features`, trained on KazNERD; see kk/names.md for its source and figures.
Russian: Slovnet's model of news with Navec's vectors of words (Alexander Kukushkin, project Natasha, MIT; its authors
measured F1 0.96 for people on the corpus Factru), the files of which the package natasha ships. That package itself is
never imported. A model is loaded when a sentence first asks for it; English has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol

from kuzet.basis.errors import Missing
from kuzet.language.names import features

LONGEST: Final = 1000
"""Longer sentences are read in pieces of so many characters at most, so that work on each stays bounded."""

PERSON: Final = "PER"
_RUSSIAN_FILES: Final = ("data/emb/navec_news_v1_1B_250K_300d_100q.tar", "data/model/slovnet_ner_news_v1.tar")

Span = tuple[int, int]


def people(text: str, language: str) -> tuple[Span, ...]:
    """The names of people in a sentence, as characters from and to, in reading order; none in English."""
    find = _FINDERS.get(language)
    if find is None:
        return ()
    pieces = ((at, piece) for at, piece in _pieces(text) if any(letter.isupper() for letter in piece))
    return tuple((at + start, at + end) for at, piece in pieces for start, end in find(piece))


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The spans that IOB2 labels mark: number of the first token, of the one after the last, and the type."""
    begun, kind = 0, ""
    for number, label in enumerate([*labels, "O"]):
        place, _, its = label.partition("-")
        if kind and (place != "I" or its != kind):
            yield begun, number, kind
            kind = ""
        if its and not kind:
            begun, kind = number, its


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces, each with its place, cut at the last space that fits."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start + 1, start + LONGEST)
        end = end if end > start else start + LONGEST
        yield start, text[start:end]
        start = end


def _kazakh(text: str) -> Iterator[Span]:
    tokens = features.tokens(text)
    labels = _kazakh_model().tag(features.of([text[start:end] for start, end in tokens]))
    for first, after, kind in spans(labels):
        if kind == PERSON:
            yield tokens[first][0], tokens[after - 1][1]


def _russian(text: str) -> Iterator[Span]:
    return ((start, end) for start, end, kind in _russian_model()(text) if kind == PERSON)


_FINDERS: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {"kk": _kazakh, "ru": _russian}


class _Tagger(Protocol):
    def tag(self, rows: list[list[str]]) -> list[str]: ...


@cache
def _kazakh_model() -> _Tagger:
    from pycrfsuite import Tagger

    tagger: Any = Tagger()
    with as_file(files("kuzet.language") / "kk" / "names.crfsuite") as path:
        tagger.open(str(path))
    return tagger  # type: ignore[no-any-return]


@cache
def _russian_model() -> Callable[[str], list[tuple[int, int, str]]]:
    """The model, on one thread: its matrices are small, and several threads only wait for each other.

    Weights are taken as doubles, so that the last bits, which differ with the processor, decide nothing.
    """
    from navec import Navec
    from slovnet import NER
    from threadpoolctl import ThreadpoolController

    vectors, names = (str(_shipped(name)) for name in _RUSSIAN_FILES)
    model = NER.load(names).navec(Navec.load(vectors))
    for weight in model.infer.model.weights:
        if weight.array.dtype.kind == "f":
            weight.array = weight.array.astype("float64")
    threads = ThreadpoolController()

    def find(text: str) -> list[tuple[int, int, str]]:
        with threads.limit(limits=1):
            return [(span.start, span.stop, span.type) for span in model(text).spans]

    return find


def _shipped(name: str) -> Path:
    """A file of the package natasha, found without importing it."""
    spec = find_spec("natasha")
    folders = (spec.submodule_search_locations if spec else None) or ()
    path = next((Path(folder) / name for folder in folders if (Path(folder) / name).is_file()), None)
    if path is None:
        raise Missing(f"no file {name} of the package natasha; it brings the model of Russian names")
    return path
