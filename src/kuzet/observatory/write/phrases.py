"""The phrases of one language: nouns by case and number, words that agree, words for up and down, endings of numbers.

One file per language in `phrases/`; an author may add a noun or a phrase there and use its name in templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word, from_data
from kuzet.language.text import yml
from kuzet.language.values import form

PHRASES: Final = files("kuzet.observatory.write") / "phrases"
T = TypeVar("T")
Forms = tuple[str, ...]


class Phrases(Word):
    """Everything that a report says by rule and not by its template, in one language.

    `nouns`: name -> case -> plural forms; `agree`: name -> plural forms; `phrases`: name -> `down`, `same`,
    `up`, each with `{}` for the number; `suffixes`: name -> last digits -> ending; `texts`: further words by name;
    `codes`: labels of codes that stand in no codebook; `by`: field -> its name after "by"; `fields`: field -> its name;
    `questions`: measure -> what is asked; `indicators`: code -> name.
    """

    language: str
    nouns: Mapping[str, Mapping[str, Forms]]
    agree: Mapping[str, Forms]
    phrases: Mapping[str, Mapping[str, str]]
    records: Mapping[str, str]
    suffixes: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    by: Mapping[str, str]
    fields: Mapping[str, str]
    questions: Mapping[str, str]
    indicators: Mapping[str, str]
    months: Forms
    """Short names of the months for charts."""
    cases: Forms
    """The cases of nouns in this language; the first is used where none is named."""

    def names(self, table: str) -> tuple[str, ...]:
        """The names of one table."""
        return tuple(getattr(self, table))

    def noun(self, name: str, case: str, number: Decimal) -> str:
        """The noun beside `number`; raises `BadInput` for an unknown noun or case."""
        cases = _get(self.nouns, name, f"a noun of language {self.language}")
        case = case or self.cases[0]
        return form.plural(number, self.language, _get(cases, case, f"a case of noun {name}"))

    def agreed(self, name: str, number: Decimal) -> str:
        """The word that agrees with `number` (was recorded, were recorded)."""
        return form.plural(number, self.language, _get(self.agree, name, "a word that agrees"))

    def moved(self, name: str, direction: str) -> str:
        """The phrase for `down`, `same` or `up`, with `{}` where the number belongs."""
        return _get(_get(self.phrases, name, "a phrase"), direction, f"a direction of phrase {name}")

    def ending(self, name: str, number: Decimal) -> str:
        """The ending that a number written in digits takes: that of its longest known last digits."""
        endings = _get(self.suffixes, name, "a suffix")
        digits = str(abs(number)).replace(".", "")
        tails = [tail for tail in endings if digits.endswith(tail)]
        if not tails:
            raise BadInput(str(number), f"a number with an ending of suffix {name}", "phrases")
        return endings[max(tails, key=len)]

    def record(self, kind: str) -> str:
        """The phrase of a record (`lowest_since` ...), with `{}` for its year."""
        return _get(self.records, kind, "a kind of record")

    def question(self, measure: str) -> str:
        """What a measure asks, with `{}` for the name of an indicator."""
        return _get(self.questions, measure, "a measure")

    def text(self, name: str) -> str:
        """One of the further words."""
        return _get(self.texts, name, "a text")


def _get(table: Mapping[str, T], key: str, expected: str) -> T:
    if key not in table:
        raise BadInput(key, f"{expected} ({', '.join(table)})", "phrases")
    return table[key]


@cache
def load(language: str) -> Phrases:
    """The phrases of a language; raises `BadInput` for another one, `Missing` where the file is not there."""
    if language not in LANGUAGES:
        raise BadInput(language, f"one of {', '.join(LANGUAGES)}", "language of a report")
    path = PHRASES / f"{language}.yml"
    if not path.is_file():
        raise Missing(f"no phrases/{language}.yml in the report's data")
    return from_data(yml.loaded(path.read_text("utf-8")), Phrases, f"phrases/{language}.yml")
