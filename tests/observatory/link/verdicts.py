"""Links and judgements for tests of grouping, by hand and by chance."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

from hypothesis import strategies as st
from tests.builders import ANALYST

from kuzet.basis.coding import Coder
from kuzet.basis.incident import Passage
from kuzet.basis.judgement import Judgement, Link, LinkKind, Undo, Verdict

POSITIVE, NEGATIVE, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE
INCIDENT, CASE, RELATED = LinkKind.SAME_INCIDENT, LinkKind.SAME_CASE, LinkKind.RELATED
SECOND = Coder(id="analyst-2")


def link(left, right, score=9.0) -> Link:
    return Link(left=left, right=right, kind=INCIDENT, score=score)


def judge(left, right, verdict, day=1, kind=INCIDENT, author=ANALYST, **words) -> Judgement:
    at = datetime(2025, 1, day, tzinfo=UTC)
    return Judgement(left=left, right=right, kind=kind, verdict=verdict, author=author, at=at, reason="read", **words)


def undo(of, day=29, author=ANALYST) -> Undo:
    return Undo(of=of.id, author=author, at=datetime(2025, 1, day, tzinfo=UTC), reason="a mistake")


def words(document, quote) -> Passage:
    return Passage(document=document, quote=quote)


IDS = "abcdefg"
PAIRS = st.sampled_from(list(combinations(IDS, 2)))
SCORES = st.floats(min_value=-9, max_value=14).map(lambda score: round(score, 1))
LINKS = st.dictionaries(PAIRS, SCORES, max_size=21).map(
    lambda found: [link(left, right, score) for (left, right), score in found.items()]
)
JUDGEMENT = st.builds(
    lambda pair, verdict, day, kind: judge(*pair, verdict, day, kind),
    PAIRS,
    st.sampled_from(Verdict),
    st.integers(1, 28),
    st.sampled_from(LinkKind),
)
JUDGEMENTS = st.lists(JUDGEMENT, max_size=8)


@st.composite
def logs(draw) -> list[Judgement | Undo]:
    """Judgements, undos of some of them, and undos of some undos; each entry stands once."""
    log = list({one.id: one for one in draw(JUDGEMENTS)}.values())
    for day in draw(st.lists(st.integers(1, 28), max_size=6)) if log else ():
        one = undo(draw(st.sampled_from(log)), day)
        log += [one] if one not in log else []
    return log
