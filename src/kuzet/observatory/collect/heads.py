"""Title, author and canonical address of a page, out of its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.language.text import tables
from kuzet.observatory.collect import addresses
from kuzet.observatory.collect.markup import Markup, words

_TITLES: Final = ("og:title", "twitter:title")
_AUTHORS: Final = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_BYLINES: Final = "[rel=author],[itemprop=author],[class*=author],[class*=Author],[class*=byline]"
_SIGNS: Final = ("uthor", "byline")
"""One of these stands where a byline does."""
_LONGEST_NAME: Final = 80
"""Characters: a longer text beside the word author is none."""
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_LOOKED_AT: Final = 5


def title(markup: Markup) -> str:
    """The headline; without the name of the site where the page's first heading shows what of it is headline."""
    told = next(_titles(markup), "")
    heading = words(node) if (node := markup.tree.document.query_selector("h1")) is not None else ""
    return heading if heading and (not told or told.startswith(heading)) else told


def _titles(markup: Markup) -> Iterator[str]:
    yield from (_line(one["headline"]) for one in markup.linked if _line(one.get("headline")))
    yield from (markup.metas[name] for name in _TITLES if name in markup.metas)
    if heading := _line(markup.tree.title):
        yield heading


def author(markup: Markup) -> str:
    """Who signs, names of several parted by commas, names of one word too; '' where nobody does."""
    return next((", ".join(names) for names in _authors(markup) if names), "")


def _authors(markup: Markup) -> Iterator[list[str]]:
    for one in markup.linked:
        yield list(dict.fromkeys(filter(_is_name, map(_clean, _names(one.get("author"))))))
    yield [name for each in _AUTHORS if _is_name(name := _clean(markup.metas.get(each, "")))][:1]
    nodes = markup.nodes(_BYLINES, _SIGNS)[:_LOOKED_AT]
    yield [name for node in nodes if _is_name(name := _clean(words(node)))][:1]


def _names(said: object) -> Iterator[str]:
    """The names in the author of JSON-LD: a text, an object, or a list of them."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        yield _line(said.get("name"))
    elif isinstance(said, list):
        for one in said:
            yield _line(one.get("name")) if isinstance(one, dict) else _line(one)


def _clean(name: str) -> str:
    return _lead().sub("", _line(name)).strip(" ,;:|·•—–-")


@cache
def _lead() -> re.Pattern[str]:
    """Words for "author" before a name, in any of the languages."""
    words = (word for language in LANGUAGES for word in tables.listed(language, "bylines", "author"))
    return re.compile(rf"^(?:{'|'.join(sorted(words, key=len, reverse=True))})\s*:?\s+", re.IGNORECASE)


def _is_name(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and "://" not in name and _LETTERS.search(name) is not None


def _line(said: object) -> str:
    """A text in one line, '' for anything else; half a character, which JSON may hold, becomes a question mark."""
    return " ".join(said.encode("utf-8", "replace").decode().split()) if isinstance(said, str) else ""


def canonical(markup: Markup, url: str) -> str:
    """The address that the page gives as its own, if it is one of the same site; else the one it was fetched from."""
    said = markup.canonical or markup.metas.get("og:url", "")
    own = addresses.canonical(said, url) if said else ""
    here = addresses.canonical(url)
    return own if own and addresses.is_same_site(own, here) else here
