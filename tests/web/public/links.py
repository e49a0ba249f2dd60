"""Every link of a bundle, over all its files: where it leads, and what leads nowhere or out of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

LOADING = ("src", "srcset", "data", "poster")
"""Attributes by which a page loads something by itself."""


def broken(site: Path) -> list[str]:
    """Links of pages that lead to no file or no place in it; loads that leave the site."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    places: dict[str, set[str]] = {}
    wrong = []
    for name in sorted(files):
        if name.endswith(".html") and name != "404.html" and not name.startswith("reports/"):
            wrong += [f"{name}: {link}" for link in _of_page(site, name, files, places)]
    return wrong


def _of_page(site: Path, name: str, files: set[str], places: dict[str, set[str]]) -> Iterator[str]:
    page = html.fromstring((site / name).read_bytes())
    for element in page.iter():
        for attribute in ("href", *LOADING):
            link = element.get(attribute)
            if link is None:
                continue
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if attribute != "href" or element.tag == "link":
                    yield link
                continue
            target = _resolved(name, unquote(parts.path))
            lost = _names_a_place(parts.fragment, target) and parts.fragment not in _places(site, target, places)
            if lost or target not in files:
                yield link


def _names_a_place(fragment: str, target: str) -> bool:
    """Whether what stands behind the # is a place in a page, and not filters."""
    return bool(fragment) and target.endswith(".html") and "=" not in fragment


def _resolved(name: str, link: str) -> str:
    steps = name.split("/")[:-1] if link else name.split("/")
    for step in link.split("/") if link else []:
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


def _places(site: Path, name: str, known: dict[str, set[str]]) -> set[str]:
    if not (site / name).is_file():
        return set()
    if name not in known:
        known[name] = set(re.findall(r'\bid="([^"]+)"', (site / name).read_text("utf-8")))
    return known[name]
