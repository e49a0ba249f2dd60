"""What may be written in an expression: verbs, options, fields, codes and pipes, checked without a release.

The same tables feed the check at save, the check at build and the lists that an editor completes from.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.errors import BadExpression
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN, listed
from kuzet.observatory.write.expressions.expressions import Atom, Expression, Option
from kuzet.observatory.write.expressions.periods import FORMS, PARTS, months
from kuzet.observatory.write.expressions.template import Nodes, expressions
from kuzet.observatory.write.phrases import Phrases
from kuzet.observatory.write.quality import MEASURES
from kuzet.observatory.write.sums import STATES

LISTS: Final = (
    *("events", "legislation", "sources", "indicators", "followup", "codes", "incidents", "figures"),
    *("coverage", "agreement", "reliability", "restated", "corrections", "sums"),
)
CHARTS: Final = ("trend", "years", "panel", "bars", "stacked", "months", "regions", "timeline")
FACTS: Final = ("country", "release", "edition", "digest", "frozen", "period", "codebook")
CORRECTED: Final = ("restated", "added", "withdrawn", "changed")
OF_TIMELINE: Final = ("title", "steps", "last")
YEARS: Final = ("this", "previous", "peak", "record", "first")
_YEAR: Final = re.compile(r"\d{4}|-\d{1,2}")
"""A year of four digits, or so many years back: `-3`."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: how many words it takes and which, which options beside filters, and where it may stand.

    `use` is `inline` (a number or words), `block` (a table, a list) or `test` (only after `if`).
    """

    name: str
    use: str = "inline"
    words: tuple[tuple[str, ...], ...] = ()
    options: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    filters: bool = True
    base: bool = False
    more: tuple[str, ...] = ()
    """Further words that may follow (`by`, a second field)."""


_FIELD: Final = tuple(FIELDS)
VERBS: Final[Mapping[str, Verb]] = MappingProxyType(
    {
        verb.name: verb
        for verb in (
            Verb("count", options=("year", "edition")),
            Verb("people", options=("edition",)),
            Verb("share", options=("year", "edition"), base=True),
            Verb("change", options=("against", "edition"), required=("against",)),
            Verb("times", options=("against", "edition"), required=("against",)),
            Verb("indicator", words=((),), options=("year", "against"), filters=False),
            Verb("rank", words=(_FIELD,), options=("position",)),
            Verb("most", words=(_FIELD,)),
            Verb("record"),
            Verb("run"),
            Verb("first_majority", use="test", base=True),
            Verb("rounded_sum", use="test", words=(_FIELD,)),
            Verb("year", words=((),)),
            Verb("sum", words=(STATES,), options=("in",)),
            Verb("sums", words=(STATES,)),
            Verb("rate", words=((),), options=("year",), filters=False),
            Verb("quality", words=(MEASURES,), filters=False),
            Verb("corrections", words=(CORRECTED,), filters=False),
            Verb("panel", filters=False),
            Verb("timeline", words=(OF_TIMELINE,)),
            Verb("name", words=(FACTS,), filters=False),
            Verb("label", words=(_FIELD, ()), filters=False),
            Verb("cases", use="block", options=("limit",)),
            Verb("chart", use="block", words=(CHARTS,), more=_FIELD),
            Verb("table", use="block", words=(_FIELD,), more=("by", *_FIELD)),
            Verb("list", use="block", words=(LISTS,), more=_FIELD),
        )
    }
)
PIPES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"noun": ("nouns",), "agree": ("agree",), "phrase": ("phrases",), "suffix": ("suffixes",), "abs": (), "case": ("",)}
)
"""Pipe -> the phrase tables that its arguments are taken from."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known before a release: the codebook's codes and one language's phrases."""

    codebook: Codebook
    phrases: Phrases

    def codes(self, field: str) -> tuple[str, ...]:
        """The codes that a field may hold; none where only the release knows them."""
        return listed(FIELDS[field], self.codebook)


def check(nodes: Nodes, rules: Rules) -> None:
    """Raises the first of `problems`."""
    for problem in problems(nodes, rules):
        raise problem


def problems(nodes: Nodes, rules: Rules) -> Iterator[BadExpression]:
    """Everything that no release could make right, in the order of the text."""
    for expression in expressions(nodes):
        for rule in _RULES:
            yield from rule(expression, rules)
            if expression.verb.text not in VERBS:
                break


def completions(rules: Rules) -> dict[str, tuple[str, ...]]:
    """What an editor can offer: verbs, fields, pipes, `field=` -> codes, `|pipe` -> names."""
    lists: dict[str, tuple[str, ...]] = {"verbs": tuple(VERBS), "fields": _FIELD, "pipes": tuple(PIPES)}
    lists |= {f"{field}=": rules.codes(field) for field in FIELDS}
    lists |= {f"{part}=": tuple(map(str, range(1, 12 // size + 1))) for part, size in PARTS.items()}
    lists |= {f"|{pipe}": rules.phrases.names(table) for pipe, tables in PIPES.items() for table in tables if table}
    return lists


def refuse(atom: Atom, expected: str, known: Collection[str] = ()) -> BadExpression:
    """The error for one word, with the nearest of what is known: file, line and column first."""
    near = difflib.get_close_matches(atom.text, list(known), n=1)
    return BadExpression(atom.text, expected + (f"; did you mean {near[0]}?" if near else ""), str(atom.place))


def _no_code(value: Atom, name: str, known: Collection[str], rules: Rules) -> BadExpression:
    """The error for a code that a field does not hold: with the nearest one, or else with all of them."""
    expected = f"a code of {name} in codebook {rules.codebook.version}"
    near = difflib.get_close_matches(value.text, list(known), n=1)
    return refuse(value, expected if near else f"{expected} ({', '.join(known)})", known)


Rule = Callable[[Expression, Rules], Iterable[BadExpression]]


def _verb(expression: Expression, _: Rules) -> Iterator[BadExpression]:
    if expression.verb.text not in VERBS:
        yield refuse(expression.verb, f"a verb ({', '.join(VERBS)})", VERBS)


def _words(expression: Expression, _: Rules) -> Iterator[BadExpression]:
    verb = VERBS[expression.verb.text]
    if len(expression.words) < len(verb.words):
        choices = verb.words[len(expression.words)]
        expected = f"complete: {verb.name} needs {_one_of(choices)}"
        yield BadExpression(expression.source, expected, str(expression.place))
    for number, word in enumerate(expression.words):
        choices = verb.words[number] if number < len(verb.words) else verb.more
        if number >= len(verb.words) and not choices:
            yield refuse(word, f"expected after {verb.name}; a filter is written field=code", FIELDS)
        elif choices and word.text not in choices:
            yield refuse(word, f"{_one_of(choices)} after {verb.name}", choices)


def _one_of(choices: tuple[str, ...]) -> str:
    return f"one of {', '.join(dict.fromkeys(choices))}" if choices else "a code"


def _options(expression: Expression, _: Rules) -> Iterator[BadExpression]:
    verb = VERBS[expression.verb.text]
    allowed = (*verb.options, *((*FIELDS, *PARTS) if verb.filters else ()))
    for option in expression.options:
        if option.name.text not in allowed:
            yield refuse(option.name, f"a filter or option of {verb.name} ({', '.join(allowed)})", allowed)
    for name in verb.required:
        if not expression.option(name):
            yield BadExpression(expression.source, f"complete: {verb.name} needs {name}=", str(expression.place))
    yield from _twice(expression.options)
    yield from _base(expression, verb)


def _base(expression: Expression, verb: Verb) -> Iterator[BadExpression]:
    if expression.base is None:
        return
    if not verb.base:
        yield BadExpression(expression.source, f"allowed: {verb.name} takes no 'of'", str(expression.place))
    for option in expression.base:
        if option.name.text not in (*FIELDS, *PARTS):
            yield refuse(option.name, "a field to filter the base by", (*FIELDS, *PARTS))
    yield from _twice(expression.base)


def _twice(options: tuple[Option, ...]) -> Iterator[BadExpression]:
    names = [option.name.text for option in options]
    for number, option in enumerate(options):
        if option.name.text in names[:number]:
            yield refuse(option.name, "given once (several codes: name=one,other)")
        elif option.name.text in FORMS and not FORMS.keys().isdisjoint(names[:number]):
            yield refuse(option.name, f"given without another of {', '.join(FORMS)}")


def _codes(expression: Expression, rules: Rules) -> Iterator[BadExpression]:
    for option in (*expression.options, *(expression.base or ())):
        name = option.name.text
        known = rules.codes(name) if name in FIELDS else ()
        for value in option.values:
            if name in FORMS:
                if not months(name, value.text):
                    yield refuse(value, FORMS[name])
            elif known and value.text not in known and value.text not in (UNKNOWN, NONE):
                yield _no_code(value, name, known, rules)
    if expression.verb.text == "label" and len(expression.words) == 2 and expression.words[0].text in FIELDS:
        yield from _labelled(expression.words[0].text, expression.words[1], rules)


def _labelled(field: str, code: Atom, rules: Rules) -> Iterator[BadExpression]:
    known = rules.codes(field)
    if known and code.text not in known:
        yield _no_code(code, field, known, rules)


def _year(value: Atom) -> Iterator[BadExpression]:
    if value.text not in YEARS and not _YEAR.fullmatch(value.text):
        yield refuse(value, f"a year (four digits, -1 for the year before, or {', '.join(YEARS)})", YEARS)


def _years(expression: Expression, _: Rules) -> Iterator[BadExpression]:
    if expression.verb.text == "year" and expression.words:
        yield from _year(expression.words[0])
    for option in expression.options:
        if option.name.text in ("year", "against"):
            value = option.values[0]
            yield from _year(value)
        if option.name.text in ("limit", "position") and not option.values[0].text.isdecimal():
            yield refuse(option.values[0], f"a whole number after {option.name.text}=")


def _pipes(expression: Expression, rules: Rules) -> Iterator[BadExpression]:
    for pipe in expression.pipes:
        if pipe.name.text not in PIPES:
            yield refuse(pipe.name, f"a pipe ({', '.join(PIPES)})", PIPES)
            continue
        tables = PIPES[pipe.name.text]
        if len(pipe.arguments) < len(tables):
            yield refuse(pipe.name, f"complete: {pipe.name.text} needs a name")
        for table, argument in zip(tables, pipe.arguments, strict=False):
            known = rules.phrases.names(table) if table else ()
            if known and argument.text not in known:
                yield refuse(argument, f"one of the {table} of language {rules.phrases.language}", known)


_RULES: Final[tuple[Rule, ...]] = (_verb, _words, _options, _codes, _years, _pipes)
