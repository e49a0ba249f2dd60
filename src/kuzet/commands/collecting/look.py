"""What a capture holds, found out where it can do no harm: this runs in the sandboxed child."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.word import Word, to_json
from kuzet.language.text import identify
from kuzet.observatory import detect, reader
from kuzet.observatory.collect import copies, entries, messages, pages
from kuzet.observatory.collect.found import Entry, Origin, Page, SetAside
from kuzet.observatory.collect.looked import Looked, Text
from kuzet.observatory.collect.plan import Start
from kuzet.observatory.collect.ports import Capture


class Job(Word):
    """A capture to be looked at. `start` is set for a start page, `hint` is what one said of this address."""

    capture: Capture
    body: bytes
    country: str
    start: Start | None = None
    hint: Entry | None = None
    known: frozenset[str] = frozenset()
    """Digests (`digest`) of texts that are documents already: they are not read again."""


def look(job: Job) -> Looked:
    """The addresses, the texts, or why there are none; never raises for what stands in the body."""
    return _start(job, job.start) if job.start else _page(job)


def digest(url: str, text: str) -> str:
    """By which a text of an address is known again."""
    return sha256(f"{url}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _start(job: Job, start: Start) -> Looked:
    found = entries.entries(start.form, job.body, start, _content_type(job.capture))
    if isinstance(found, SetAside):
        return Looked(aside=found.why)
    if not found:
        return Looked(aside="names no address: nothing of it was recognised")
    return Looked(
        entries=tuple(entry for entry in found if not entry.text),
        texts=tuple(_messages(job, found)),
    )


def _messages(job: Job, found: list[Entry]) -> Iterator[Text]:
    """Texts that came with the start page, numbered by their place in it."""
    for number, entry in enumerate(found, 1):
        if entry.text and digest(entry.url, entry.text) not in job.known:
            page = Page(
                text=entry.text,
                title=entry.title,
                published=entry.published,
                origin="start page" if entry.published else "",
                language=identify.language(entry.text),
                canonical=entry.url,
            )
            yield _text(job, page, entry.url, f"{job.capture.id}.{number}")


def _page(job: Job) -> Looked:
    page = _seen(job, _content_type(job.capture))
    if isinstance(page, SetAside):
        return Looked(aside=page.why)
    return Looked(texts=(_text(job, page, job.capture.url, job.capture.id),))


def _seen(job: Job, content_type: str) -> Page | SetAside:
    if content_type == messages.KIND:
        return messages.page(job.body, job.capture.url)
    words = detect.vocabulary(job.country)
    return pages.page(job.body, job.capture.final, content_type, lambda text: detect.may_report(text, words))


def _text(job: Job, page: Page, url: str, ident: str) -> Text:
    published, origin = (page.published, page.origin) if page.published else _hinted(job.hint)
    document = Document(
        id=ident,
        text=page.text,
        title=page.title or (job.hint.title if job.hint else ""),
        source=job.capture.source,
        url=url,
        author=page.author,
        published=published,
        captured=job.capture.at,
        sha256=job.capture.sha256,
    )
    return Text(
        document=document,
        canonical=page.canonical,
        origin=origin,
        language=page.language,
        sketch=copies.sketch(page.text),
        reading=_read(document, job.country) if page.whole else "",
    )


def _hinted(hint: Entry | None) -> tuple[EventDate | None, Origin]:
    """The day that the start page gave, for a page that gives none."""
    return (hint.published, "start page") if hint and hint.published else (None, "")


def _read(document: Document, country: str) -> str:
    """The line of `kuzet read` of a document that reports an attack; else empty."""
    pack = countries.load(country)
    proposals = reader.read(document, pack, detect.vocabulary(country))
    return to_json(reader.line(document, proposals)) if proposals else ""


def _content_type(capture: Capture) -> str:
    return next((value for name, value in capture.response if name.lower() == "content-type"), "")
