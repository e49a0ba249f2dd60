"""Days told to be before or after a named event."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def lines(text, language):
    return [one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS]


EVES = (
    ("en", "On {} June 2019 in Oral, on the eve of the elections of 9 June, police covered a camera."),
    ("en", "{} June. Oral. Police covered a camera on the eve of the elections of 9 June."),
    ("ru", "{} июня 2019 года накануне выборов 9 июня полицейский закрыл камеру рукой."),
    ("ru", "{}.06. Орал. Полицейский закрывал камеру рукой накануне выборов 9 июня."),
    ("kk", "{} маусым. Орал. 9 маусымдағы сайлау қарсаңында полиция камераны жауып тастады."),
)


@pytest.mark.parametrize(("language", "text"), EVES)
def test_the_eve_of_an_event_is_before_it(language, text):
    assert lines(text.format("08"), language) == []
    assert lines(text.format("12"), language) == [1]


MORROWS = (
    ("en", "{} June. Oral. Police came the day after the elections of 9 June."),
    ("ru", "{} июня в Орале на следующий день после выборов 9 июня пришла полиция."),
    ("kk", "{} маусым. Орал. 9 маусымдағы сайлаудан кейінгі күні полиция келді."),
)


@pytest.mark.parametrize(("language", "text"), MORROWS)
def test_the_day_after_an_event_is_behind_it(language, text):
    assert lines(text.format(10), language) == []
    assert lines(text.format(5), language) == [1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 12 June police held an editor who on the eve of the elections of 9 June had filmed a picket."),
        ("en", "On 12 June an editor was fined for a film that she had shown ahead of the vote of 9 June."),
        ("ru", "12 июня задержан редактор, который накануне выборов 9 июня снимал пикет."),
        ("ru", "12 июня оштрафован блогер, снявший пикет накануне выборов 9 июня."),
        ("kk", "12 маусымда редактор ұсталды, ол 9 маусымдағы сайлау қарсаңында пикетті түсірген."),
        ("kk", "12 маусымда 9 маусымдағы сайлау қарсаңында пикетті түсірген редактор ұсталды."),
        ("en", "On 10 January the vote was held. On 12 December, ahead of the vote of 10 January, a site was blocked."),
    ],
)
def test_what_was_done_earlier_may_have_been_before_an_event(language, text):
    assert lines(text, language) == []
