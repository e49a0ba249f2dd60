"""What every part of the site is made from: one edition of a release, opened once.

A part gives files as `Entry`: a path and bytes. A part of which many files each follow from little, such as the pages
of incidents, gives `Work` instead: it is done by any process, and only where what it is given has changed since the
last build. A file that is made from all incidents is a `Whole`: one process makes these while others do works. Parts
may mix all three; `Extra` is what the publisher gives beside the release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.codebook import Codebook
from kuzet.basis.incident import Verb
from kuzet.basis.release import Release
from kuzet.countries import Country
from kuzet.observatory import pipeline, tally
from kuzet.observatory.tally import Compared
from kuzet.web.public import record
from kuzet.web.public.blocks import Room
from kuzet.web.public.publisher import Publisher, default
from kuzet.web.public.shapes import Shapes
from kuzet.web.public.shown import Incidents

Entry = tuple[str, bytes | Iterable[bytes]]
"""A file of the bundle: its path with slashes, and its bytes, in pieces where they are many."""


class Work(NamedTuple):
    """Files that are made together: `make(given)` gives them, the same given the same bytes.

    `make` is a function of a module, so that another process can find it; `name` tells the works of a site apart.
    """

    name: str
    make: Callable[[bytes], Iterator[Entry]]
    given: bytes


class Whole(NamedTuple):
    """Files that are made from all incidents, read from the lines that the site tells them by, block by block.

    The lines are written before; `name` tells these apart from works too.
    """

    name: str
    make: Callable[[Room, bytes], Iterator[Entry]]
    given: bytes


Item = Entry | Work | Whole


@dataclass(frozen=True, slots=True)
class Extra:
    """What the publisher adds to the release.

    `address` is where the site will stand (for feeds, the sitemap and citations), `reports` a folder with the reports
    of the release (`report.en.pdf` ...).
    """

    address: str = ""
    reports: Path | None = None
    editions: tuple[Release, ...] = ()
    """Earlier editions; the log of corrections tells what changed since the last of them."""
    publisher: Publisher = field(default_factory=default)
    boundaries: Shapes | None = None
    """The shapes of the regions, where the publisher has a file of them."""
    signed: bool = False
    """Whether the site is signed, so that its pages may say so."""


@dataclass(frozen=True, eq=False)
class Edition:
    """A release with its country pack and the engine that counts in it; `digest` is that of the release.

    `release` is everything but the incidents, which stand apart: of these there is what everybody may see. Of decisions
    those are needed that retired an incident.
    """

    release: Release
    incidents: Incidents
    country: Country
    engine: tally.Tally
    digest: str
    extra: Extra = field(default_factory=Extra)

    @classmethod
    def read(cls, path: Path, extra: Extra | None = None) -> Edition:
        """Open the release in `path`; raises what `tally.read` raises."""
        release, incidents = tally.open_release(path, record.line, (Verb.MERGE,))
        country = countries.load(release.manifest.country.lower())
        shown = Incidents.of(incidents)
        facts = tally.facts_of(path, release, pipeline.known(release.sources, country))
        engine = tally.Tally(facts, codebook.load(release.manifest.codebook))
        return cls(release, shown, country, engine, tally.digest(release.manifest), extra or Extra())

    @cached_property
    def compared(self) -> Compared | None:
        """What this edition changes against the last earlier one that was given."""
        if not self.extra.editions:
            return None
        before = pipeline.engine(self.extra.editions[-1], self.country)
        return tally.compare(before.facts, self.engine.facts)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook that the release was coded by."""
        return codebook.load(self.release.manifest.codebook)


Part = Callable[[Edition], Iterator[Item]]
"""A part of the site gives its files in order of their path; the same edition gives the same bytes."""
