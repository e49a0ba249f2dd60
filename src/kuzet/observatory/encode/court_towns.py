"""A court of a district sits in the town that the district is called after: Сарыағаш аудандық соты is in Сарыағаш."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kuzet.countries import Country
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match

_DISTRICT: Final = " ауданы"


def seat(sentence: Sentence, match: Match, country: Country, has_court: Callable[[Sentence, Match], bool]) -> str:
    """The code of that town where a district stands beside its court, '' else."""
    sort, _, key = match.entry.code.partition(":")
    if sort != "district" or not has_court(sentence, match):
        return ""
    district = country.districts[int(key)]
    name = district.name.kk.removesuffix(_DISTRICT)
    towns = enumerate(country.settlements)
    rows = (row for row, town in towns if town.name.kk == name and town.region == district.region)
    return next((f"settlement:{row}" for row in rows), "")
