"""What an analyst is asked about a new item: pairs that nobody has judged yet."""

from __future__ import annotations

from collections.abc import Iterable

from kuzet.basis.judgement import Judgement, Link
from kuzet.observatory.link.index import Index
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.parts import Judged


def suggestions(index: Index, item: Item, judgements: Iterable[Judgement] | Judged = ()) -> tuple[Link, ...]:
    """The links of an item with what the index holds, each with kind, score and evidence; strongest first.

    `judgements` are those of `standing`, or as `Judged` where many items are asked about.

    A pair that was judged never returns, and neither does one that follows: an item that is the same as one held apart
    from the other, or the same as the other by way of a third.
    """
    judged = judgements if isinstance(judgements, Judged) else Judged(judgements)
    return tuple(link for link in index.links(item) if not judged.settled(link.left, link.right))
