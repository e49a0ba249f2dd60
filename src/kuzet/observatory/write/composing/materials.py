"""What a report is made of: the engine, the release, the codebook and the country's data, all passed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kuzet.basis.codebook import Codebook
from kuzet.basis.errors import BadInput
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN
from kuzet.basis.figure import Figure
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.release import Release
from kuzet.countries import Country, Names
from kuzet.language.values import form
from kuzet.observatory.write import phrases
from kuzet.observatory.write.numbers_port import Compared, Numbers
from kuzet.observatory.write.phrases import Phrases
from kuzet.observatory.write.quality import Agreed, Quality, Reliable
from kuzet.observatory.write.sums import Sums
from kuzet.observatory.write.tree import Text


@dataclass(frozen=True)
class Materials:
    """All that is told, in no language yet.

    `digest` is the SHA-256 of the release; `editions` are others by name (release and edition: `kz-2024-1`), for
    figures "as published before"; `compared` is what this one changes against the last of them; `agreed` says how
    far machine and people agree, question by question, and `doubled` how far people do who coded apart.
    """

    numbers: Numbers
    release: Release
    codebook: Codebook
    country: Country
    digest: str
    editions: Mapping[str, Materials] = field(default_factory=dict)
    compared: Compared | None = None
    agreed: Sequence[Agreed] = ()
    doubled: Sequence[Reliable] = ()

    @cached_property
    def year(self) -> int:
        """The year that the report is about: the last one of the release's period."""
        return self.release.manifest.period.last().year

    @cached_property
    def first_year(self) -> int:
        """The first year of which any total is known."""
        return min((total.year for total in self.release.totals), default=self.year)

    @cached_property
    def quality(self) -> Quality:
        """The figures of the release about its own reading."""
        return Quality(self.release, self.agreed, self.doubled)

    @cached_property
    def sums(self) -> Sums:
        """The sums of penalties."""
        return Sums(self.release, self.numbers, self.country)

    @cached_property
    def reconstructed(self) -> frozenset[str]:
        """The ids of the placeholders."""
        return frozenset(one.id for one in self.release.incidents if one.reconstructed)

    def placeholders(self, figure: Figure) -> int:
        """How many of the incidents that a figure counts are placeholders."""
        return sum(one in self.reconstructed for one in figure.incidents) if self.reconstructed else 0

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.release.incidents}


@dataclass(frozen=True)
class Labels:
    """The names of fields and codes in one language."""

    materials: Materials
    phrases: Phrases

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return self.phrases.language

    def of(self, names: Names) -> str:
        """The one of a country pack's names that is in the language."""
        return {"kk": names.kk, "ru": names.ru, "en": names.en}[self.language]

    def name(self, names: Name) -> Text:
        """A registry text in the language, or in the first one that it is known in, marked with that language."""
        found = next((code for code in (self.language, *LANGUAGES) if names.get(code)), "")
        return Text(text=names.get(found), language="" if found == self.language else found)

    def indicator(self, code: str) -> str:
        """The name of a context indicator."""
        return _get(self.phrases.indicators, code, "indicators")

    def country(self) -> str:
        """The name of the country."""
        return self.of(self.materials.country.profile.name)

    def warning(self) -> str:
        """That the texts are invented, where the release says so of itself; else nothing."""
        return self.phrases.text("constructed") if self.materials.release.manifest.constructed else ""

    def asked(self, name: str) -> str:
        """What a measure is about: an indicator, a field, a question of the codebook, or a currency by its ISO code."""
        phrases, variables = self.phrases, self.materials.codebook.table("variables")
        known = phrases.indicators.get(name) or phrases.fields.get(name) or phrases.texts.get(name)
        if known or name.isupper():
            return known or name
        return variables[name].label.best(self.language) if name in variables else phrases.text(name)

    def field(self, name: str) -> str:
        """The name of a field as a heading."""
        return _get(self.phrases.fields, name, "fields")

    def code(self, name: str, code: str) -> str:
        """The label of a code of a field; what nobody can name is shown as the code itself (an article, an id)."""
        if name == "region" and code not in (UNKNOWN, NONE):
            return self.of(self.materials.country.region(code).name)
        if name == "month" and code.isdecimal():
            return form.month(int(code), self.language)
        table = FIELDS[name].table if name in FIELDS else ""
        if table and code in self.materials.codebook.table(table):
            return self.materials.codebook.label(table, code, self.language)
        own = self.phrases.codes.get(name, {})
        return own.get(code) or (self._missing(code) if code in (UNKNOWN, NONE) else code)

    def inside(self, name: str, code: str) -> str:
        """The label of a code inside a sentence; only labels of the codebook begin small, as others may be names."""
        label = self.code(name, code)
        coded = name in FIELDS and code in self.materials.codebook.tables.get(FIELDS[name].table, {})
        return form.inside(label) if coded else label

    def _missing(self, code: str) -> str:
        return self.phrases.codes["any"][code]


def labels(materials: Materials, language: str) -> Labels:
    """The labels of a language with its phrases."""
    return Labels(materials, phrases.load(language))


def _get(table: Mapping[str, str], key: str, name: str) -> str:
    if key not in table:
        raise BadInput(key, f"one of {name} ({', '.join(table)})", "phrases")
    return table[key]
