"""What of a release the public sees, and whether anything in it still gives a protected name away.

Takes a release, all incidents of the registry of which a field is raised, and the numbers that stand for accounts;
gives the release as it may be published. A name that is hidden in one incident is hidden in everything that shares a
document or a case with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from msgspec.structs import replace

from kuzet.basis.incident import Case, Decision, Incident
from kuzet.basis.release import Release
from kuzet.basis.tiers import Tier
from kuzet.basis.word import to_data
from kuzet.language.names import hiding
from kuzet.observatory.review.masking import (
    IDS,
    Secret,
    View,
    mask,
    mask_coding,
    mask_data,
    mask_decision,
    masked,
    secrets,
)


@dataclass(slots=True)
class Guarded:
    """The hidden names by the incident, the document and the case that they are hidden in."""

    incidents: dict[str, tuple[Secret, ...]] = field(default_factory=dict)
    documents: dict[str, tuple[Secret, ...]] = field(default_factory=lambda: defaultdict(tuple))
    cases: dict[str, tuple[Secret, ...]] = field(default_factory=lambda: defaultdict(tuple))

    @classmethod
    def of(cls, incidents: Iterable[Incident]) -> Guarded:
        """What these incidents hide from the public."""
        found = cls()
        for incident in incidents:
            if hidden := secrets(incident, Tier.PUBLIC):
                found.incidents[incident.id] = hidden
                found.cases[incident.case] += hidden
                for citation in incident.citations:
                    found.documents[citation.document] += hidden
        found.cases.pop("", None)
        return found

    def around(self, incident: Incident) -> tuple[Secret, ...]:
        """What is hidden in an incident: its own, and that of its documents and its case."""
        cited = (self.documents.get(one.document, ()) for one in incident.citations)
        return _once(self.incidents.get(incident.id, ()), self.cases.get(incident.case, ()), *cited)

    def about(self, decision: Decision) -> tuple[Secret, ...]:
        """What is hidden in a decision: that of the incidents and documents that it names."""
        named = (self.incidents.get(ident, ()) for ident in (decision.incident, decision.into))
        return _once(*named, *(self.documents.get(one.document, ()) for one in decision.passages))

    def along(self, case: Case) -> tuple[Secret, ...]:
        """What is hidden in a case: that of its incidents."""
        return _once(self.cases.get(case.id, ()), *(self.incidents.get(ident, ()) for ident in case.incidents))


def _once(*hidden: tuple[Secret, ...]) -> tuple[Secret, ...]:
    return tuple(dict.fromkeys(one for some in hidden for one in some))


def published(release: Release, guarded: Iterable[Incident], numbers: Mapping[str, str]) -> Release:
    """The release as everybody may see it."""
    found, view = Guarded.of(guarded), View(Tier.PUBLIC, numbers)
    incidents = {one.id: one for one in release.incidents}
    return replace(
        release,
        incidents=tuple(masked(mask(one, view), found.around(one)) for one in release.incidents),
        cases=tuple(masked(one, found.along(one)) for one in release.cases),
        decisions=tuple(mask_decision(one, found.about(one), view) for one in release.decisions),
        second=tuple(mask_coding(one, found.around(incidents[one.subject]), view) for one in release.second),
    )


def leaks(release: Release, guarded: Iterable[Incident]) -> Iterator[str]:
    """One line for each word of a release that still gives a protected name away; the line does not tell the name.

    In an incident of which a name is hidden, no word of it may stand; anywhere else, not the whole of it.
    """
    found = Guarded.of(guarded)
    everywhere = [(ident, one) for ident, hidden in found.incidents.items() for one in hidden]
    if not everywhere:
        return
    for where, ident, word in _words(release):
        data = to_data(word)
        for owner, secret in everywhere:
            if _is_told(data, secret) or (owner == ident and _is_named(data, secret)):
                yield f"{where}: tells a name that is protected in {owner}; protect it here too, or word it otherwise"


def _is_named(data: Any, secret: Secret) -> bool:  # noqa: ANN401  (JSON)
    """Whether a word of the name stands anywhere in the incident that it is protected in, its ids among them."""
    told_by_ids = any(hiding.tells(f"-{text}-", [secret.hidden]) for key, text in _strings(data) if key in IDS)
    return told_by_ids or mask_data(data, [secret]) != data


def _is_told(data: Any, secret: Secret) -> bool:  # noqa: ANN401  (JSON)
    return any(hiding.names(unquote(text), secret.hidden) for _, text in _strings(data))


def _words(release: Release) -> Iterator[tuple[str, str, object]]:
    for incident in release.incidents:
        yield f"incident {incident.id}", incident.id, incident
    for kind in ("cases", "decisions", "sources"):
        for word in getattr(release, kind):
            yield f"{kind[:-1]} {word.id}", "", word
    for coding in release.second:
        yield f"second coding of {coding.subject}", coding.subject, coding


def _strings(data: Any, key: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401  (JSON)
    """Every text of a word with the key under which it stands."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _strings(value, name)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from _strings(one, key)
    elif isinstance(data, str):
        yield key, data
