"""Bytes to text, also where the declared charset is wrong."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.charsets import decode

RU = "Сегодня в городе открыли новую школу, её строили два года."
KK = "Бүгін қалада жаңа мектеп ашылды, оны екі жыл салды, ғимарат үш қабатты."


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1251", "koi8-r", "iso-8859-1", "no-such-charset"])
def test_russian_is_read_whatever_is_declared(charset, declared):
    found = decode(RU.encode(charset), f"text/html; charset={declared}" if declared else "text/html")
    assert (found.text, found.charset) == (RU, charset)


@pytest.mark.parametrize("charset", ["utf-8", "kz1048"])
@pytest.mark.parametrize("declared", ["", "windows-1251", "utf-8"])
def test_kazakh_letters_are_read_whatever_is_declared(charset, declared):
    assert decode(KK.encode(charset), f"text/html; charset={declared}").text == KK


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(charset):
    assert decode(KK.encode(charset), "text/html; charset=windows-1251").text == KK


def test_the_charset_is_also_declared_in_the_body():
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RU}'
    found = decode(page.encode("koi8-r"))
    assert (found.charset, found.declared) == ("koi8-r", "koi8-r")


def test_a_wrong_declaration_is_told():
    found = decode(RU.encode("windows-1251"), "text/html; charset=utf-8")
    assert (found.charset, found.declared) == ("windows-1251", "utf-8")


def test_utf_8_with_a_broken_character_stays_utf_8():
    found = decode(RU.encode() + b"\xd0", "text/html; charset=windows-1251")
    assert found.charset == "utf-8"
    assert found.text == RU + "\ufffd"


def test_latin_letters_are_read_as_declared():
    found = decode("Café à la carte, déjà vu".encode("iso-8859-1"), "text/html; charset=iso-8859-1")
    assert found.text == "Café à la carte, déjà vu"


def test_a_codec_that_is_no_charset_is_not_used():
    found = decode(RU.encode("windows-1251"), "text/html; charset=hex")
    assert (found.text, found.declared) == (RU, "")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(BadInput, match=r"is not text \(one in twenty characters is none\)"):
        decode(bytes(range(256)) * 4)
