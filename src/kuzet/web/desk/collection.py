"""How well the collection is, as `kuzet work` kept it last: gaps by language and panel, and sources that are ill."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from kuzet.basis.names import LANGUAGES
from kuzet.observatory.collect.sources import sources
from kuzet.web.desk.candidates.candidate import country
from kuzet.web.desk.wording.languages import words
from kuzet.web.folder import HEALTH, current

FRESH: Final = timedelta(hours=3)
"""The collection is asked once an hour; what is older than this tells that nobody asks."""


class Ill(NamedTuple):
    """A source with which something is wrong: what, its new documents in 24 hours and 7 days, its last success."""

    name: str
    what: str
    day: int
    week: int
    success: str


class Collection(NamedTuple):
    """The collection at a moment: lines for gaps, new documents in 24 hours by language, and the sources."""

    at: datetime
    late: bool
    is_short: bool
    """Whether its disk is nearly full."""
    gaps: list[str]
    languages: list[tuple[str, int]]
    ill: list[Ill]
    well: int
    all: int


def known(language: str) -> Collection | None:
    """What is known; None where this registry is fed by no collection."""
    file = current() / HEALTH
    if not file.is_file():
        return None
    kept = json.loads(file.read_text("utf-8"))
    at = datetime.fromisoformat(kept["at"])
    ill = list(_ill(kept["sources"], language))
    return Collection(
        at=at,
        late=datetime.now(UTC) - at > FRESH,
        is_short=bool(kept.get("space")),
        gaps=[_gap(one, language) for one in kept["gaps"]],
        languages=[(words(one)["language"], kept["languages"].get(one, 0)) for one in LANGUAGES],
        ill=ill,
        well=len(kept["sources"]) - len(ill),
        all=len(kept["sources"]),
    )


def _gap(gap: Mapping[str, Any], language: str) -> str:
    said = words(language)
    name = words(gap["name"])["language"] if gap["of"] == "language" and gap["name"] in LANGUAGES else gap["name"]
    given = {name: gap[name] for name in ("new", "days", "least")} | {"usual": f"{gap['usual']:g}", "name": name}
    return said[f"collection_gap_{gap['of']}"].format(**given)


def _ill(found: list[dict[str, Any]], language: str) -> Iterator[Ill]:
    names = {plan.source.id: plan.source.name.best(language) for plan in sources(country().profile.code)}
    least = {plan.source.id: plan.weekly.least for plan in sources(country().profile.code)}
    for one in (one for one in found if one.get("says")):
        state = one["state"]
        what = words(language)[f"collection_{_what(one, least.get(state['source'], 0))}"]
        success = state.get("last_success") or ""
        yield Ill(names.get(state["source"], state["source"]), what, one["day"], one["week"], success[:10])


def _what(one: Mapping[str, Any], least: int) -> str:
    """The worst thing that can be said of a source, in the order in which `health` asks."""
    state = one["state"]
    kept = (
        ("paused", state.get("paused")),
        ("never", not state.get("last_attempt")),
        ("broken", state.get("broken")),
        ("failing", state.get("weight", 0) > 0),
        ("few", one["week"] < least),
    )
    return next((name for name, holds in kept if holds), "many")
