"""Forty sources in three languages, made from a seed: what they publish, and what must be collected of it.

Thirty-six sources publish articles, announced in every form of start page; four are ill (a feed that is none, an empty
list, a sitemap of rubbish, a host that never answers in time). Some articles are in old charsets, declared rightly, in
the page only, or wrongly; one in twelve reports an attack; some texts are taken over by the next source. Beside them
each kind of ill page stands once, announced by the first sources.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

import yaml

from tests.collect_site import server, words
from tests.collect_site.server import Answer, Server

LANGUAGES = ("ru", "kk", "en")
FORMS = ("rss", "atom", "sitemap", "list", "telegram", "youtube")
CHARSETS = (
    ("utf-8", "text/html; charset=utf-8", ""),
    ("utf-8", "text/html; charset=utf-8", ""),
    ("windows-1251", "text/html; charset=windows-1251", ""),
    ("koi8-r", "text/html", "koi8-r"),
    ("windows-1251", "text/html; charset=utf-8", "utf-8"),  # declared wrongly, twice
)
"""Bytes, header, declaration in the page. Kazakh is always in UTF-8: the old charsets have no letters for it."""


@dataclass(frozen=True)
class Article:
    """One page, and what must be known of it once it is collected."""

    url: str
    language: str
    text: str
    relevant: bool
    of: str = ""
    """The address of the first source's article with the same text, where it was taken over."""


@dataclass
class Outlet:
    """A source: its host, form of start page and articles, newest first."""

    id: str
    host: str
    language: str
    form: str
    articles: list[Article] = field(default_factory=list)

    @property
    def start(self) -> str:
        """The path of its start page."""
        return {"telegram": "/s/channel", "youtube": "/feeds/videos.xml"}.get(self.form, f"/{self.form}.xml")


class Site:
    """All sources on one server. `each` is the number of articles of a source."""

    def __init__(self, on: Server, each: int = 56, seed: int = 2024) -> None:
        self.server, self.chance = on, random.Random(seed)
        self.published = datetime.now(UTC) - timedelta(days=1)
        self.outlets: list[Outlet] = []
        for number in range(36):
            self.outlets.append(self._outlet(number, each))
        for outlet in self.outlets:
            self.announce(outlet)
        self._ill_outlets()
        self._ill_pages()

    @property
    def articles(self) -> list[Article]:
        """All that must become documents, whatever stands beside them."""
        return [article for outlet in self.outlets for article in outlet.articles]

    def _outlet(self, number: int, each: int) -> Outlet:
        form = FORMS[number % len(FORMS)]
        outlet = Outlet(f"source-{number:02}", f"s{number:02}.example.kz", LANGUAGES[number // 6 % 3], form)
        before = self.outlets[-1] if self.outlets else None
        for at in range(min(each, 20) if form in ("telegram", "youtube") else each):
            same = before and at == 3 and before.language == outlet.language
            outlet.articles.append(self.article(outlet, at, before.articles[at] if before and same else None))
        return outlet

    def article(self, outlet: Outlet, at: int, taken: Article | None = None) -> Article:
        """The article at a place from 0, served from now on."""
        attack = words.attack(outlet.language, self.chance) if at % 12 == 5 else ""
        text = taken.text if taken else "\n".join(words.text(outlet.language, self.chance, attack))
        path = f"/channel/{at + 1}" if outlet.form == "telegram" else f"/news/{at + 1}"
        article = Article(
            f"http://{outlet.host}{path}", outlet.language, text, bool(attack), (taken.of or taken.url) if taken else ""
        )
        if outlet.form not in ("telegram", "youtube"):
            encoding, kind, said = CHARSETS[at % 5] if outlet.language == "ru" else CHARSETS[0]
            body = page(article.text, said).encode(encoding, "replace")
            self.server.pages[outlet.host, path] = Answer(body, kind)
        return article

    def announce(self, outlet: Outlet, extra: tuple[str, ...] = ()) -> None:
        """Write the start page anew, with addresses that stand before the articles."""
        urls = [*(f"http://{outlet.host}{path}" for path in extra), *(article.url for article in outlet.articles)]
        body, kind = START[outlet.form](urls, outlet, self.published)
        self.server.pages[outlet.host, outlet.start] = Answer(body.encode(), kind)

    def _ill_outlets(self) -> None:
        ill = (
            ("rss", Answer(b"<rss><channel><item><link>http://no-end", "application/rss+xml")),
            ("list", Answer(b"<html><body><p>nothing here</p></body></html>")),
            ("sitemap", Answer(bytes(range(256)) * 40, "application/xml")),
            ("rss", Answer(ill=server.drip)),
        )
        for number, (form, answer) in enumerate(ill, 36):
            outlet = Outlet(f"source-{number}", f"s{number}.example.kz", LANGUAGES[number % 3], form)
            self.server.pages[outlet.host, outlet.start] = answer
            self.outlets.append(outlet)

    def _ill_pages(self) -> None:
        """One of each kind, on the host of the first source; robots.txt is that of the second."""
        host = self.outlets[0].host
        self.ill = {
            "/ill/bomb": Answer(ill=server.bomb),
            "/ill/loop": Answer(ill=server.endless_redirects),
            "/ill/drip": Answer(ill=server.drip),
            "/ill/busy": Answer(b"later", status=503, headers={"Retry-After": "120"}),
            "/ill/many": Answer(b"slowly", status=429, headers={"Retry-After": "120"}),
            "/ill/gone": Answer(b"gone", status=410),
            "/ill/empty": Answer(b"<html><body></body></html>"),
            "/ill/picture": Answer(b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png"),
        }
        for path, answer in self.ill.items():
            self.server.pages[host, path] = answer
        self.server.pages[host, "/loop"] = Answer(ill=server.endless_redirects)
        self.announce(self.outlets[0], tuple(self.ill))
        self.announce(self.outlets[1], ("/private/1",))
        second = self.outlets[1].host
        self.server.pages[second, "/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n", "text/plain")
        self.server.pages[second, "/private/1"] = Answer(page("secret", "").encode())

    def write_sources(self, folder: Path, seconds: float = 2.0) -> None:
        """`sources/` and `collect.yml` in the folder of a collection."""
        for outlet in self.outlets:
            path = folder / "sources" / outlet.id
            path.mkdir(parents=True, exist_ok=True)
            (path / "source.yml").write_text(yaml.safe_dump(plan(outlet), allow_unicode=True), "utf-8")
        where = f"127.0.0.1:{self.server.port}"
        settings = {
            "contact": "mailto:test@example.org",
            "hosts": {outlet.host: where for outlet in self.outlets},
            "allow": ["127.0.0.0/8"],
            "seconds": seconds,
        }
        (folder / "collect.yml").write_text(yaml.safe_dump(settings), "utf-8")


def plan(outlet: Outlet) -> dict[str, object]:
    """The `source.yml` of an outlet."""
    form = "feed" if outlet.form in ("rss", "atom") else outlet.form
    start = {"form": form, "url": f"http://{outlet.host}{outlet.start}"}
    if outlet.form == "list":
        start["items"] = "ul.news li"
    return {
        "name": {language: f"{outlet.id} {language}" for language in LANGUAGES},
        "kind": "online_media",
        "languages": [outlet.language],
        "country": "KZ",
        "url": f"http://{outlet.host}/",
        "panel_years": list(range(2020, 2031)),
        "start": [start],
        "politeness": {"delay": 0.5, "at_once": 4},
    }


def page(text: str, charset: str) -> str:
    """An article among the usual things of a page."""
    title, *_ = text.partition(".")
    said = f'<meta charset="{charset}">' if charset else ""
    menu = "".join(f'<li><a href="/section/{number}">section {number}</a></li>' for number in range(12))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return (
        f"<!doctype html><html><head>{said}<title>{escape(title)}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<main><article><h1>{escape(title)}</h1>{paragraphs}</article></main>"
        "<footer><p>© 2024 example</p></footer></body></html>"
    )


def rss(urls: list[str], _: Outlet, at: datetime) -> tuple[str, str]:
    items = "".join(
        f"<item><title>t</title><link>{url}</link><pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for url in urls
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml"


def atom(urls: list[str], _: Outlet, at: datetime) -> tuple[str, str]:
    items = "".join(
        f'<entry><title>t</title><id>{url}</id><link href="{url}"/><updated>{at:%Y-%m-%dT%H:%M:%SZ}</updated></entry>'
        for url in urls
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{items}</feed>', "application/atom+xml"


def sitemap(urls: list[str], _: Outlet, at: datetime) -> tuple[str, str]:
    items = "".join(f"<url><loc>{url}</loc><lastmod>{at:%Y-%m-%d}</lastmod></url>" for url in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><urlset xmlns="{space}">{items}</urlset>', "application/xml"


def links(urls: list[str], _: Outlet, at: datetime) -> tuple[str, str]:
    items = "".join(f'<li><a href="{url}">t</a> <time datetime="{at:%Y-%m-%d}"></time></li>' for url in urls)
    return f'<html><body><ul class="news">{items}</ul></body></html>', "text/html"


def telegram(_: list[str], outlet: Outlet, at: datetime) -> tuple[str, str]:
    made = "".join(
        f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message"'
        f' data-post="channel/{number}"><div class="tgme_widget_message_text js-message_text">'
        f"{'<br/>'.join(map(escape, article.text.split(chr(10))))}</div>"
        f'<a class="tgme_widget_message_date" href="{article.url}"><time datetime="{at:%Y-%m-%dT%H:%M:%S}+00:00">'
        "</time></a></div></div>"
        for number, article in enumerate(outlet.articles, 1)
    )
    return f"<html><body><section>{made}</section></body></html>", "text/html; charset=utf-8"


def youtube(_: list[str], outlet: Outlet, at: datetime) -> tuple[str, str]:
    items = "".join(
        f'<entry><title>{escape(title)}</title><link href="{article.url}"/><published>{at:%Y-%m-%dT%H:%M:%SZ}'
        f"</published><media:group><media:description>{escape(rest)}</media:description></media:group></entry>"
        for article in outlet.articles
        for title, _, rest in [article.text.partition(". ")]
    )
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
    return f'<?xml version="1.0"?><feed {spaces}>{items}</feed>', "application/atom+xml"


START = {"rss": rss, "atom": atom, "sitemap": sitemap, "list": links, "telegram": telegram, "youtube": youtube}
