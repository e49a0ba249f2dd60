"""A page's bytes to its text, with title, author, day of publication, language and canonical address.

Every page is read quickly first (resiliparse). Only one that `wanted` asks for is then read with care (trafilatura,
some ten times slower): the others keep the quick text, and say so.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from resiliparse.extract.html2text import extract_plain_text

from kuzet.basis.errors import BadInput
from kuzet.language.text import identify
from kuzet.observatory.collect import addresses, charsets, heads, hostile, markup
from kuzet.observatory.collect.found import Page, SetAside
from kuzet.observatory.collect.published import published

Wanted = Callable[[str], bool]

LONGEST: Final = 2_000_000
"""Characters of text that are kept of a page; longer ones are lists made by machines."""

_SAMPLE: Final = 1_000
"""Characters by which the language is told."""
_SHORT: Final = 140
"""Characters: a main text shorter than this may be but a caption, so that the whole page is looked at."""


def always(_: str) -> bool:
    """Every page is wanted."""
    return True


@hostile.set_aside("a page")
def page(body: bytes, url: str, content_type: str = "", wanted: Wanted = always) -> Page | SetAside:
    """The page, or why there is none; never raises for what stands in `body`.

    `wanted` is asked with the title and the quick text.
    """
    kind = _kind(body, content_type)
    read = READERS.get(kind)
    return read(body, url, content_type, wanted) if read else SetAside(why=f"no page but {kind}")


def _kind(body: bytes, content_type: str) -> str:
    """The type of the bytes: what they begin with where that is sure, else what the header says."""
    said = content_type.partition(";")[0].strip().lower()
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        return "an empty answer"
    if start.startswith(b"%pdf-"):
        return "application/pdf"
    if said in _UNSURE and (b"<html" in start or start.startswith((b"<!doctype html", b"<!--"))):
        return "text/html"
    return said or "bytes of no known type"


_UNSURE: Final = ("", "text/plain", "application/octet-stream", "application/xml", "text/xml")
"""Types that servers give where they know no better."""


def _html(body: bytes, url: str, content_type: str, wanted: Wanted) -> Page | SetAside:
    decoded = charsets.decode(body, content_type)
    seen = markup.read(decoded.text)
    title, quick = heads.title(seen), _quick(seen.tree)
    care = wanted(f"{title}\n{quick}")
    text = (_careful(decoded.text) if care else "") or quick
    if not text:
        return SetAside(why=f"no text: {_inventory(seen, title)}")
    date, origin = published(seen, url)
    return Page(
        text=_headed(title, text)[:LONGEST],
        title=title,
        author=heads.author(seen),
        published=date,
        origin=origin,
        language=identify.language(text[:_SAMPLE]),
        canonical=heads.canonical(seen, url),
        charset=decoded.charset,
        whole=care,
    )


def _headed(title: str, text: str) -> str:
    """The text with its headline first, which some extractions leave out and readers need."""
    return text if text.partition("\n")[0] == title else f"{title}\n{text}".strip()


def _quick(tree: Any) -> str:  # noqa: ANN401  (a tree of resiliparse, which has no types)
    """The main text by simple heuristics; the text of the whole page where they find next to nothing."""
    main = _plain(tree, main=True)
    return main if len(main) >= _SHORT else max(main, _plain(tree, main=False), key=len)


_COMMENTS: Final = ["#comments", ".comments", "#disqus_thread"]
"""Where readers' comments stand, which are not what the site has published."""


def _plain(tree: Any, *, main: bool) -> str:  # noqa: ANN401
    text = extract_plain_text(
        tree, preserve_formatting=True, main_content=main, alt_texts=False, list_bullets=False, skip_elements=_COMMENTS
    )
    return "\n".join(line for each in text.split("\n") if (line := each.strip()))


def _careful(text: str) -> str:
    found = _extracted(text, tables=True)
    if found.startswith("|"):  # the page itself is laid out as a table
        found = _extracted(text, tables=False)
    return found


def _extracted(text: str, *, tables: bool) -> str:
    extract, options = _trafilatura(tables=tables)
    found = extract(text, options=options)
    return str(found.text or "").strip() if found is not None else ""


_ENOUGH: Final = "100"
"""Characters that trafilatura must find, or it gives all text of the page in one line. Its own 250 suits long articles;
a notice in Kazakh of two sentences has fewer."""


@cache
def _trafilatura(*, tables: bool) -> tuple[Any, Any]:
    """Its extraction and settings, loaded when the first page is wanted.

    Its notes on broken pages are not printed, nor urllib3's on proxies, which nothing here uses.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction
        from trafilatura.settings import Extractor, use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _ENOUGH)
    # Readers' comments are set apart and not left out: leaving them out costs half as much time again.
    return bare_extraction, Extractor(config=config, output_format="python", fast=True, comments=True, tables=tables)


def _inventory(seen: markup.Markup, title: str) -> str:
    """What there is on a page without text, for whoever looks why."""
    names = ("a", "img", "iframe", "video", "script")
    counts = {name: len(seen.tree.document.get_elements_by_tag_name(name)) for name in names}
    found = ", ".join(f"{count} <{name}>" for name, count in counts.items() if count) or "no elements"
    return f"{found}, title {title!r}" if title else f"{found}, no title"


def _text(body: bytes, url: str, content_type: str, wanted: Wanted) -> Page | SetAside:
    decoded = charsets.decode(body, content_type)
    return _plain_page(decoded.text, decoded.charset, url, wanted)


def _pdf(body: bytes, url: str, _: str, wanted: Wanted) -> Page | SetAside:
    return _plain_page(_pdf_text(body), "", url, wanted)


def _plain_page(text: str, charset: str, url: str, wanted: Wanted) -> Page | SetAside:
    """A text without markup: its first line is taken for the title."""
    text = text.replace("\r\n", "\n").replace("\0", "").strip()[:LONGEST]
    if not text:
        return SetAside(why="no text: the file holds no words")
    return Page(
        text=text,
        title=text.partition("\n")[0].strip()[:200],
        language=identify.language(text[:_SAMPLE]),
        canonical=addresses.canonical(url),
        charset=charset,
        whole=wanted(text),
    )


PDF_PAGES: Final = 300
"""Pages of a PDF that are read; a report of a year has fewer."""


def _pdf_text(body: bytes) -> str:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(body) as pdf:
            return "\n\n".join(pdf[at].get_textpage().get_text_bounded() for at in range(min(len(pdf), PDF_PAGES)))
    except pypdfium2.PdfiumError as error:
        raise BadInput(body[:20], f"a PDF that can be opened ({error})") from None


Reader = Callable[[bytes, str, str, Wanted], Page | SetAside]
READERS: Final[Mapping[str, Reader]] = {
    "text/html": _html,
    "application/xhtml+xml": _html,
    "text/plain": _text,
    "application/pdf": _pdf,
}
"""The types that are read; everything else is kept and set aside by its name."""
