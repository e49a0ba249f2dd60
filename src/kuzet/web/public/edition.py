"""What every part of the site is made from: one edition of a release, opened once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kuzet import countries
from kuzet.basis.release import Release
from kuzet.countries import Country
from kuzet.observatory import pipeline, tally

Entry = tuple[str, bytes]
"""A file of the bundle: its path with slashes, and its bytes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A release with its country pack and the engine that counts in it; `digest` is that of the release."""

    release: Release
    country: Country
    engine: tally.Tally
    digest: str

    @classmethod
    def read(cls, path: Path) -> Edition:
        """Open the release in `path`; raises what `tally.read` raises."""
        release = tally.read(path)
        country = countries.load(release.manifest.country.lower())
        return cls(release, country, pipeline.engine(release, country), tally.digest(release.manifest))


Part = Callable[[Edition], Iterator[Entry]]
"""A part of the site gives its files in order of their path; the same edition gives the same bytes."""
