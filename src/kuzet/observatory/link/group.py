"""Groups of items that report one incident: the machine's links, corrected by people's judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuzet.basis.errors import BrokenRule
from kuzet.basis.judgement import Judgement, Link, LinkKind, Verdict
from kuzet.observatory.link.compare import LINKED


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of ids (each sorted, in order of their first id), the links they rest on, and links people refused."""

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    refused: tuple[Link, ...]


def group(ids: Iterable[str], links: Iterable[Link], judgements: Iterable[Judgement] = ()) -> Groups:
    """Join what people judged the same, then what the machine links, strongest first.

    A group never holds a pair that was judged negative; `BrokenRule` when positive judgements themselves join such a
    pair, naming it. The later judgement of a pair wins. Items alone are groups of one.
    """
    verdicts = _latest(judgements)
    parts = {ident: {ident} for ident in ids}
    apart = [set(pair) for pair, verdict in verdicts.items() if verdict is Verdict.NEGATIVE]
    for pair, verdict in sorted(verdicts.items()):
        if verdict is Verdict.POSITIVE and not _join(parts, pair, apart):
            raise BrokenRule(
                f"judgements join {pair[0]} and {pair[1]}, although a pair among them was judged different"
            )
    used: list[Link] = []
    refused: list[Link] = []
    for link in sorted(links, key=lambda one: (-one.score, one.left, one.right)):
        if link.score >= LINKED and link.left in parts and link.right in parts:
            (used if _join(parts, (link.left, link.right), apart) else refused).append(link)
    unique = {id(part): tuple(sorted(part)) for part in parts.values()}
    return Groups(tuple(sorted(unique.values())), tuple(used), tuple(refused))


def _latest(judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], Verdict]:
    ordered = sorted(judgements, key=lambda one: one.at)
    return {(one.left, one.right): one.verdict for one in ordered if one.kind is LinkKind.SAME_INCIDENT}


def _join(parts: dict[str, set[str]], pair: tuple[str, str], apart: list[set[str]]) -> bool:
    """Unite the two parts unless that would bring a negatively judged pair together."""
    if not (pair[0] in parts and pair[1] in parts):
        return True
    left, right = parts[pair[0]], parts[pair[1]]
    if left is right:
        return not any(two <= left for two in apart)
    together = left | right
    if any(two <= together for two in apart):
        return False
    for ident in together:
        parts[ident] = together
    return True
