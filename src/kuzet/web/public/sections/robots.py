"""`robots.txt`: everybody may read everything."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.web.public.edition import Edition, Entry


def part(edition: Edition) -> Iterator[Entry]:
    """The file, with the place of the sitemap where the address of the site is known."""
    lines = ["User-agent: *", "Allow: /"]
    if edition.extra.address:
        lines.append(f"Sitemap: {edition.extra.address}/sitemap.xml")
    yield "robots.txt", ("\n".join(lines) + "\n").encode()
