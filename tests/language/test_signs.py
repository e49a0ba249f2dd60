"""The signs of each language speak for it, and for Kazakh also what is read from other letters."""

from __future__ import annotations

from kuzet.language.text import english, russian, script, signs


def best(text, script):
    points = signs.points(text, script)
    return max(points, key=points.get)


def test_letters_that_a_language_does_not_have_tell_against_it():
    assert signs.points("Журналіста затримали поліцейські", "Cyrl")["ru"] < 0
    assert best("Журналіста затримали поліцейські", "Cyrl") == "uk"


def test_kazakh_in_latin_letters_is_told_from_its_kin():
    assert best("Tılşı qamauğa alyndy", "Latn") == "kk"
    assert best("Gazeteci dün gözaltına alındı", "Latn") == "tr"
    assert best("Jurnalist qamoqqa olindi", "Latn") == "uz"


def test_kazakh_in_arabic_letters_is_told_from_uyghur_and_arabic():
    assert best("سوت رەداكتورعا ايىپپۇل سالدى", "Arab") == "kk"
    assert best("قەشقەردە قاتتىق يامغۇر ياغدى.", "Arab") == "ug"
    assert best("دعا مدافعون عن حقوق الإنسان الحكومة إلى رفع القيود على الإنترنت.", "Arab") == "ar"


def test_the_dictionaries_know_the_forms_of_their_words():
    assert russian.is_word("журналистку")
    assert not russian.is_word("журналістку")
    assert english.is_word("beaten")
    assert not english.is_word("saldy")


def test_a_compound_in_arabic_letters_with_a_back_consonant_keeps_its_back_vowels():
    assert script.to_cyrillic("قىزمەتكەر").text == "қызметкер"
    assert script.to_cyrillic("كەنجەباەۆقا").text == "кенжебаевқа"
    assert script.to_cyrillic("كەلىسىم").text == "келісім"
