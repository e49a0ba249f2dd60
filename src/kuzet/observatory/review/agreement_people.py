"""How far people agree who coded the same words apart from each other: what a release tells of its second codings.

Of each incident its first coding by a person is compared with the second ones. What was decided afterwards, when they
were settled, and what the machine proposed are left out, so that neither moves the agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kuzet.basis.coding import Coding
from kuzet.basis.release import Release
from kuzet.observatory.review.agreement_table import ALL, Reliability, Unit, over_all


def people(release: Release) -> tuple[Reliability, ...]:
    """The agreement on every question, over all incidents that were coded a second time; none where none were."""
    second: dict[str, list[Coding]] = {}
    for coding in release.second:
        second.setdefault(coding.subject, []).append(coding)
    first = _first(release, second)
    units = tuple(
        Unit(id=ident, language=ALL, period=ALL, codings=tuple(_once(first[ident], codings)))
        for ident, codings in second.items()
        if ident in first
    )
    return over_all(units) if units else ()


def _first(release: Release, wanted: Mapping[str, object]) -> Mapping[str, Coding]:
    """The first coding by a person that a decision on each of these incidents rests on."""
    found: dict[str, Coding] = {}
    for decision in release.decisions:
        if decision.incident in wanted and decision.coding is not None and not decision.coding.coder.machine:
            found.setdefault(decision.incident, decision.coding)
    for incident in release.incidents:
        if incident.id in wanted:
            for coding in incident.codings:
                if not coding.coder.machine:
                    found.setdefault(incident.id, coding)
    return found


def _once(first: Coding, second: list[Coding]) -> Iterator[Coding]:
    """The first coding, and of each other coder the first one."""
    seen = {first.coder.id}
    yield first
    for coding in second:
        if coding.coder.id not in seen:
            seen.add(coding.coder.id)
            yield coding
