"""What a form needs to know beside the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kuzet.basis.document import Document
from kuzet.countries import Country
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import words


@dataclass(frozen=True, slots=True)
class Asked:
    """In which language, of which country and on which texts somebody is asked.

    `complete`: what an incident must have is required; without it every question may stay open.
    """

    labels: Labels
    country: Country
    documents: tuple[Document, ...] = ()
    complete: bool = True

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.labels.language

    @property
    def words(self) -> Mapping[str, str]:
        """What the pages say."""
        return words(self.language)
