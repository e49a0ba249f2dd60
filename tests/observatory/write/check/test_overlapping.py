"""Parts that may overlap are not added up: their percentages are more than all, or they are answers."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

ANSWERS = {
    "en": "Of 200 journalists asked, 130{} said that they censor themselves and 90{} that they had been threatened.",
    "ru": "Из 200 опрошенных журналистов 130{} сказали, что занимаются самоцензурой, а 90{} — что им угрожали.",
    "kk": "Сауалға қатысқан 200 журналистің 130-ы{} өзін-өзі цензуралайтынын, ал 90-ы{} қоқан-лоққы көргенін айтты.",
}
LISTS = {
    "en": "200 journalists answered:\n\n- 130 (65%) keep silent\n- 90 (45%) were threatened\n- 20 (10%) were sued\n",
    "ru": "Ответили 200 журналистов:\n\n- 130 (65%) осторожны\n- 90 (45%) получали угрозы\n- 20 (10%) судились\n",
    "kk": "200 журналист жауап берді:\n\n- 130-ы (65%) абай болады\n- 90-ы (45%) қорқытылды\n- 20-сы (10%) соттасты\n",
}
FRONT = {
    "en": "We met 400 reporters. 260 of them (65%) had been insulted, 180 (45%) threatened and 60 (15%) sued.",
    "ru": "Мы расспросили 400 авторов. 260 из них (65%) оскорбляли, 180 (45%) угрожали, на 60 (15%) подали в суд.",
    "kk": "Біз 400 тілшіні тыңдадық. Олардың 260-ы (65%) балағатталған, 180-і (45%) қорқытылған, 60-ы (15%) соттасқан.",
}
FIRST = {
    "en": "Of 200 incidents 65% (130) took place online and 45% (90) involved threats.",
    "ru": "Из 200 инцидентов 65% (130) произошли в сети, 45% (90) сопровождались угрозами.",
    "kk": "200 оқиғаның 65%-ы (130) желіде болды, 45%-ы (90) қоқан-лоққымен өтті.",
}
DIVIDED = {
    "en": "Of 200 attacks, 130 (65%) were against men and 90 (35%) against women.",
    "ru": "Из 200 нападений 130 (65%) были направлены против мужчин и 90 (35%) против женщин.",
    "kk": "200 шабуылдың 130-ы (65%) ер адамдарға, 90-ы (35%) әйелдерге қарсы жасалды.",
}


def sums(text, language):
    return [one.verdict for one in check(text, language) if one.kind is Kind.SPLIT]


@pytest.mark.parametrize("language", ANSWERS)
@pytest.mark.parametrize("shown", [(" (65%)", " (45%)"), ("", "")])
def test_answers_that_one_may_give_together_are_not_added_up(language, shown):
    assert Verdict.DIFFERS not in sums(ANSWERS[language].format(*shown), language)


@pytest.mark.parametrize("text", [LISTS, FRONT, FIRST])
@pytest.mark.parametrize("language", ANSWERS)
def test_parts_whose_percentages_are_more_than_all_are_not_added_up(text, language):
    found = check(text[language], language)
    assert {one.verdict for one in found} == {Verdict.HOLDS}


@pytest.mark.parametrize("language", DIVIDED)
def test_parts_whose_percentages_are_all_together_are_added_up(language):
    assert sums(DIVIDED[language], language) == [Verdict.DIFFERS]
