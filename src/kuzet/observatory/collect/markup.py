"""A page's markup: parsed once, with what its head says of it (meta elements, JSON-LD)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import Any, Final, NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from kuzet.basis.errors import BadInput

DEEPEST: Final = 500
"""Elements inside one another: browsers stop at 512; looking for the main text takes time by the square of them."""
ATTRIBUTES: Final = 1_000
"""Of one tag: parsing takes time by the square of them."""

_MANY: Final = 10_000
"""Beginnings and ends of tags: of fewer, the deepest nesting costs at most some seconds."""
_CLOSED: Final = "area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody thead option"
"""Elements that hold nothing, or that the next of their kind ends."""
_TAG: Final = re.compile(rf"<(/?)(?!(?:{_CLOSED.replace(' ', '|')})\b)[a-z]", re.IGNORECASE)
_LONG: Final = 4_000
"""Characters of a tag that is looked at more closely: shorter ones hold too few attributes."""
_LONG_TAG: Final = re.compile(rf"<[A-Za-z][^<>]{{{_LONG},}}")

Linked = Mapping[str, Any]
"""One object of JSON-LD."""

_TOLD: Final = 'head > meta, meta[itemprop], script[type="application/ld+json"], link[rel=canonical]'
"""What a page says of itself, looked for in one go: each walk over a page costs a fifth of parsing it."""
_LARGEST: Final = 500_000
"""Characters of one block of JSON-LD; what is larger is no description of a page."""
_OBJECTS: Final = 500
_SCRIPTS: Final = 20
_ARTICLE: Final = re.compile(r"Article|Posting|Report|Review|WebPage|VideoObject")
_SPACES: Final = re.compile(r"[ \t\xa0]+")


class Markup(NamedTuple):
    """`metas` by name, property or itemprop in small letters, the first of each; `linked` articles before others.

    `canonical` is the address that the page gives as its own, as it stands there; '' where it gives none.
    """

    text: str
    tree: Any
    metas: Mapping[str, str]
    linked: tuple[Linked, ...]
    canonical: str

    def nodes(self, selector: str, signs: Sequence[str]) -> list[Any]:
        """The nodes of a selector, none of which is on a page without one of the signs: most pages are done by that."""
        return nodes(self.tree.document, selector) if any(sign in self.text for sign in signs) else []


def parse(text: str) -> Any:  # noqa: ANN401  (a tree of resiliparse, which has no types)
    """The tree of a page or of a part of one; raises `BadInput` for markup made to cost time."""
    if text.count("<") > _MANY and max(accumulate(-1 if end else 1 for end in _TAG.findall(text))) > DEEPEST:
        raise BadInput(text[:40], f"a page nested at most {DEEPEST} deep")
    for tag in _long_tags(text) if text.count("=") > ATTRIBUTES else ():
        if tag.count("=") > ATTRIBUTES:
            raise BadInput(tag[:40], f"a tag of at most {ATTRIBUTES} attributes")
    return HTMLTree.parse(text.replace("\0", "") if "\0" in text else text)


def _long_tags(text: str) -> Iterator[str]:
    """The long tags of a text: each goes on over one at least of the places that stand so far apart."""
    starts = {text.rfind("<", at - _LONG, at) for at in range(_LONG, len(text), _LONG)}
    yield from (tag[0] for start in starts if start >= 0 and (tag := _LONG_TAG.match(text, start)))


def read(text: str) -> Markup:
    """The markup of a page."""
    tree = parse(text)
    told: dict[str, list[Any]] = {"meta": [], "script": [], "link": []}
    for node in nodes(tree.document, _TOLD):
        told[node.tag].append(node)
    canonical = next((node.getattr("href", "") for node in told["link"]), "")
    return Markup(text, tree, _metas(told["meta"]), tuple(_linked(told["script"])), canonical)


def nodes(within: Any, selector: str) -> list[Any]:  # noqa: ANN401
    """What a selector finds, in the order of the page.

    As a list at once: going over what resiliparse gives makes all of the nodes anew for each of them.
    """
    return list(within.query_selector_all(selector).values())


def words(node: Any) -> str:  # noqa: ANN401
    """The text of a node in one line."""
    return " ".join((node.text or "").split())


def lines(node: Any) -> str:  # noqa: ANN401
    """The text of a node with its own lines and paragraphs."""
    text = extract_plain_text(node.html, preserve_formatting=True, main_content=False, alt_texts=False)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.strip().split("\n"))


def _metas(nodes: Iterable[Any]) -> Mapping[str, str]:
    metas: dict[str, str] = {}
    for one in nodes:
        name = one.getattr("property", "") or one.getattr("name", "") or one.getattr("itemprop", "")
        content = one.getattr("content", "")
        if name and content:
            metas.setdefault(name.lower(), " ".join(content.split()))
    return metas


def _linked(scripts: Iterable[Any]) -> Iterator[Linked]:
    """Objects of JSON-LD that describe the page, articles first."""
    found = [one for script in islice(scripts, _SCRIPTS) for one in _objects(script.text)]
    yield from sorted(found, key=lambda one: _ARTICLE.search(str(one.get("@type", ""))) is None)


def _objects(text: str) -> Iterator[Linked]:
    """Each object of a block, also those in its lists and graphs, at most `_OBJECTS`."""
    if len(text) > _LARGEST:
        return
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_OBJECTS):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))
            waiting.append(one.get("mainEntity"))
