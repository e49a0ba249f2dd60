"""`kuzet check`: the numbers of a text, judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kuzet.basis.errors import BadInput, Missing, UnknownCode
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import to_data
from kuzet.commands import output
from kuzet.commands.show import is_terminal
from kuzet.language.text import identify
from kuzet.observatory.write.check import Finding, Rates, Registry, Verdict, check
from kuzet.observatory.write.check.inputs import files as inputs
from kuzet.observatory.write.check.page import page
from kuzet.observatory.write.check.tongue import summary, told

if TYPE_CHECKING:
    from kuzet.observatory.tally import Tally

COLOURS = {Verdict.HOLDS: "green", Verdict.DIFFERS: "red", Verdict.AMBIGUOUS: "yellow", Verdict.UNCHECKABLE: "blue"}


class Options(NamedTuple):
    """What the command was asked: all but the text."""

    language: str | None = None
    release: Path | None = None
    country: str | None = None
    html: Path | None = None
    as_json: bool = False
    notes: str | None = None
    """Language of the notes: without, on the page that of the text and in the terminal English."""


def run(path: Path, options: Options) -> int:
    """Print every claim with its verdict; 1 when a number differs. Raises `BadInput` for what is no text."""
    source = inputs.read(path.name, path.read_bytes())
    language = options.language or _language(source.text, path)
    registry = _registry(options.release) if options.release else None
    found = check(source.text, language, registry, _rates(options.country), source.links)
    if options.html:
        output.whole(options.html, page(source.text, found, language, path.name, options.notes or language).encode())
    if options.as_json:
        click.echo(json.dumps([_row(finding, source) for finding in found], ensure_ascii=False, indent=1))
    else:
        _show(found, source, options.notes or "en")
    return 1 if any(finding.verdict is Verdict.DIFFERS for finding in found) else 0


class _Counts:
    """A release as the check asks it: the tally, with None for what it does not know."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally

    def count(self, where: Mapping[str, tuple[str, ...]], year: int) -> int | None:
        """See `Registry.count`."""
        try:
            return self.tally.count(where, year).numerator
        except (Missing, UnknownCode, BadInput):
            return None

    def indicator(self, code: str, year: int) -> Fraction | None:
        """See `Registry.indicator`."""
        try:
            return self.tally.indicator(code, year).value
        except (Missing, UnknownCode, BadInput):
            return None


def _registry(release: Path) -> Registry:
    from kuzet.basis import codebook
    from kuzet.observatory.tally import Tally, open_facts

    facts = open_facts(release)
    return _Counts(Tally(facts, codebook.load(facts.release.manifest.codebook)))


def _rates(country: str | None) -> Rates | None:
    if country is None:
        return None
    from kuzet import countries

    rates: dict[int, tuple[Decimal, ...]] = {}
    for rate in countries.load(country).mci:
        for year in range(rate.valid_from.year, rate.valid_to.year + 1):
            rates[year] = (*rates.get(year, ()), Decimal(rate.amount))
    return rates


def _language(text: str, path: Path) -> str:
    if not text.strip():
        raise BadInput("", "a text with words in it", str(path))
    found = identify.language(text)
    if found not in LANGUAGES:
        raise BadInput(found, "a language that is checked (kk, ru, en); say which with --lang", str(path))
    return found


def _row(finding: Finding, source: inputs.Source) -> dict[str, object]:
    empty = {"should_be": "", "why": ""}
    page = source.page(finding.line)
    where: dict[str, object] = {"page": page} if page else {}
    return (
        {"line": 0, "text": finding.text} | empty | dict(to_data(finding)) | {"line": source.line(finding.line)} | where
    )


def _show(found: tuple[Finding, ...], source: inputs.Source, said: str) -> None:
    """Problems first come to the eye: what holds is only counted, unless it is all there is."""
    for finding in found:
        if finding.verdict is not Verdict.HOLDS:
            _show_one(finding, source, said)
    click.echo(summary(found, said))


def _show_one(finding: Finding, source: inputs.Source, said: str) -> None:
    verdict = told(finding.verdict.value, said)
    shown = click.style(verdict, fg=COLOURS[finding.verdict], bold=True) if is_terminal() else verdict
    should = f", {told('should be', said)} {told(finding.should_be, said)}" if finding.should_be else ""
    page = source.page(finding.line)
    where = f"page {page}, line {source.line(finding.line)}" if page else f"line {finding.line}"
    click.echo(f"{told(where, said)}: {shown}{should}: {told(finding.why, said)}\n    {finding.text}")
