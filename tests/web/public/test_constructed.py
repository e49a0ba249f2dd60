"""A site of invented texts says so on every page, whichever process makes it, and a real one never does."""

from __future__ import annotations

import pytest

from kuzet.basis.names import LANGUAGES
from kuzet.observatory.write import phrases
from kuzet.web.public import rendering
from kuzet.web.public.building.writing import Folders, do
from kuzet.web.public.edition import Work
from kuzet.web.public.tongue import tongue


def pages(given):
    for language in LANGUAGES:
        path = f"{language}/a.html"
        yield path, rendering.page("base.html", path, tongue(language, "2024.1", "KZ"), {"title": given.decode()})


@pytest.fixture(autouse=True)
def _nothing_announced():
    yield
    rendering.announce(constructed=False)


def made(folder, *, constructed):
    folders = Folders(folder / "new", folder / "old", folder / "blocks", folder / "old_blocks", constructed)
    folders.new.mkdir()
    do(folders, [Work("a", pages, b"A page")])
    return {language: (folders.new / language / "a.html").read_text("utf-8") for language in LANGUAGES}


def test_every_page_says_in_its_language_that_the_texts_are_invented(tmp_path):
    for language, text in made(tmp_path, constructed=True).items():
        said = phrases.load(language).text("constructed")
        assert (
            f'<aside class="constructed" aria-labelledby="constructed"><p id="constructed">{said}</p></aside>\n<header'
            in text
        )


def test_pages_of_a_real_registry_say_nothing_of_the_kind(tmp_path):
    for text in made(tmp_path, constructed=False).values():
        assert "constructed" not in text
