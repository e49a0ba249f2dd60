"""Each paragraph has its language: ours in any script, the neighbours by their own code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language.text import identify
from kuzet.language.text.identify import Paragraph


@pytest.mark.table("identify.csv")
def test_a_paragraph_is_told_by_language_and_script(text, language, script):
    assert identify.paragraphs(text) == (Paragraph(0, len(text), language, script),)


def test_paragraphs_of_a_mixed_document_keep_their_own_language():
    text = "Сот тілшіге айыппұл салды.\n\n  Суд оштрафовал журналистку за пост. \r\nThe court fined the journalist.\n"
    found = identify.paragraphs(text)
    assert [(text[p.start : p.end].split()[0], p.language) for p in found] == [
        ("Сот", "kk"),
        ("Суд", "ru"),
        ("The", "en"),
    ]


def test_a_short_fragment_inherits_the_language_of_its_document():
    kazakh = identify.paragraphs("Сот тілшіге айыппұл салды деп хабарлады редакция.\nТамара Еслямова\n14:30")
    russian = identify.paragraphs("Суд оштрафовал журналистку за эту публикацию.\nТамара Еслямова\n14:30")
    assert [p.language for p in kazakh] == ["kk", "kk", "kk"]
    assert [p.language for p in russian] == ["ru", "ru", "ru"]


def test_a_line_of_names_alone_among_english_is_english():
    text = "We now come out on four pages instead of twelve, and I do not complain.\n\nSagat Zhusip, Aiteke Bi"
    assert [one.language for one in identify.paragraphs(text)] == ["en", "en"]


def test_the_language_of_a_whole_text_is_that_of_most_of_it():
    assert identify.language("Суд оштрафовал журналистку за эту публикацию в сети.\nСот болды деп жазды.") == "ru"
    assert identify.language("") == "und"


@settings(deadline=None)
@given(st.text())
def test_any_text_is_divided_without_a_crash_and_in_order(text):
    found = identify.paragraphs(text)
    assert all(0 <= p.start < p.end <= len(text) and text[p.start : p.end].strip() for p in found)
    assert [p.start for p in found] == sorted(p.start for p in found)


@pytest.mark.parametrize("text", ["я" * 1_000_000, "\ud800" * 1000, "\x00\xff\x1f" * 5000, "a\n" * 100_000])
def test_monstrous_input_is_taken_in_its_stride(text):
    assert identify.paragraphs(text) is not None


@pytest.mark.gate
def test_kazakh_without_its_letters_is_told_on_real_sentences(shared):
    from kuzet.language.text import script

    sentences = _sentences(shared / "data" / "ktb" / "kk_ktb-ud-test.conllu")
    assert len(sentences) > 500
    right = sum(identify.language(sentence) == "kk" for sentence in sentences)
    bare = sum(identify.language(script.bare(sentence)) == "kk" for sentence in sentences)
    assert right / len(sentences) >= 0.99
    assert bare / len(sentences) >= 0.95


def _sentences(path):
    lines = path.read_text("utf-8").splitlines()
    texts = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [text for text in texts if len(text.split()) >= 6]
