"""Pages of the codebook: an example that names another code leads to it."""

from __future__ import annotations

from kuzet.basis import codebook
from kuzet.web.public.sections.codebook_pages import linked


def test_a_code_in_an_example_is_a_link_by_its_label_and_all_else_is_escaped():
    methods = codebook.load("2024.1").table("methods")
    assert linked("Shot <at> → murder.", methods, "en") == 'Shot &lt;at&gt; → <a href="#murder">Murder</a>.'


def test_a_code_that_the_table_does_not_hold_stays_as_it_is():
    assert linked("A trip → out_of_scope.", {}, "en") == "A trip → out_of_scope."
