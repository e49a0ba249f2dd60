"""Numbers that a conclusion tells again in other words than the chapters, with a slip."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

REPORTS = {
    "en": """Attacks on the press of Ruritania in 2023

In 2023 we recorded 264 attacks.
In 187 cases the attacker was a representative of the authorities.
At the end of the year 67 journalists were behind bars.
• Physical attacks: 43.
• Attacks by judicial and economic means: 152.
In 38 cases journalists were injured.

| Source | Attacks |
| Representatives of the authorities | 187 |
| Not related to the authorities | 49 |
| Unknown persons | 28 |
| Total | 264 |

Of the 67 prisoners 15 are awaiting trial.
Physical attacks numbered 43, and in 38 of them people were injured; courts were used in 152 cases.

Conclusions

""",
    "ru": """Атаки на прессу Руритании в 2023 году

В 2023 году зафиксировано 264 атаки.
В 187 случаях нападавшими были представители власти.
На конец года за решёткой находились 67 журналистов.
• Физические атаки: 43.
• Атаки судебного и экономического характера, судебные и экономические: 152.
В 38 случаях журналисты были ранены.

| Источник | Атаки |
| Представители власти | 187 |
| Не связанные с властью | 49 |
| Неизвестные лица | 28 |
| Всего | 264 |

Из 67 узников 15 ждут суда.
Физических атак 43, в 38 из них люди были ранены; через суды проведено 152 атаки.

Выводы

""",
    "kk": """2023 жылы Руритания баспасөзіне жасалған шабуылдар

2023 жылы 264 шабуыл тіркелді.
187 жағдайда шабуылдаған билік өкілдері болды.
Жыл соңында темір тор ар жағында 67 журналист отырды.
• Физикалық шабуылдар: 43.
• Сот және экономикалық шабуылдар: 152.
38 жағдайда журналистер жараланды, көбі осында, Штрельзауда.

| Дереккөз | Шабуыл |
| Билік өкілдері | 187 |
| Билікке қатысы жоқ | 49 |
| Белгісіз адамдар | 28 |
| Барлығы | 264 |

67 тұтқынның 15-і сотты күтіп отыр.
Физикалық шабуыл 43 болды, соның 38-інде адам жараланды; сот арқылы 152 шабуыл жасалды.

Қорытынды

""",
}


def echoed(language, sentence):
    found = check(REPORTS[language] + sentence, language)
    return [one.should_be for one in found if one.kind is Kind.REPEAT and one.verdict is Verdict.DIFFERS]


CONCLUSIONS = [
    ("en", "Of the 264 attacks, 187 came from those who should protect the press, the authorities themselves.", "197"),
    ("en", "With 187 cases out of 264 traced to state functionaries, the state remains the largest danger.", "178"),
    ("en", "Those in power are the main source of danger: they stand behind 187 of the 264 attacks.", "167"),
    ("en", "With 67 media workers in custody as the year closed, the country is among the worst jailers.", "76"),
    ("en", "A country that keeps 67 journalists in prison can hardly call its press free.", "61"),
    ("en", "Fists have not gone out of use: violence was used 43 times.", "48"),
    ("ru", "Из 264 атак 187 исходили от тех, кто должен защищать прессу, – от самих чиновников.", "197"),
    ("ru", "За 187 случаями из 264 стоят люди в погонах и прочие государственные служащие.", "178"),
    ("ru", "Главный источник опасности – государство: за ним 187 из 264 атак.", "167"),
    ("ru", "В стране, где 67 журналистов встречают Новый год в тюрьмах, трудно говорить о свободе.", "76"),
    ("ru", "Под стражей остаются 67 журналистов, и это позор.", "61"),
    ("ru", "Кулаки из употребления не вышли: насилие применяли 43 раза.", "48"),
    ("kk", "264 шабуылдың 187-сі баспасөзді қорғауға тиіс мемлекеттік қызметкерлер тарапынан жасалды.", "197"),
    ("kk", "Қауіптің басты көзі – билік: 264 шабуылдың 187-сінің артында солар тұр.", "178"),
    ("kk", "Мемлекет өкілдері 187 шабуыл жасады, қауіптің басты көзі де сол.", "167"),
    ("kk", "Жыл соңында 67 журналист түрмеде отырған елде сөз бостандығы жоқ.", "76"),
    ("kk", "Қамауда 67 журналист қалып отыр, бұл ұят.", "61"),
    ("kk", "Жұдырық әлі қолданыста: күш көрсету 43 рет тіркелді.", "48"),
]


@pytest.mark.parametrize(("language", "sentence", "slip"), CONCLUSIONS)
def test_the_lone_number_of_a_concluding_sentence_is_that_of_what_its_words_name(language, sentence, slip):
    right = next(number for number in ("187", "67", "43") if number in sentence)
    assert echoed(language, sentence) == []
    assert echoed(language, sentence.replace(right, slip, 1)) == [right]


HOLDING = [
    ("en", "Of the 152 attacks through the courts 137 came from officials."),
    ("en", "In the capital alone the authorities stand behind 107 attacks."),
    ("en", "In March 61 journalists were in custody."),
    ("en", "Officials attacked 147 journalists, some of them twice."),
    ("en", "Two years earlier, in 2021, 57 journalists were in prison."),
    ("en", "Of those in prison, 37 are women."),
    ("en", "Next year 97 attacks by officials will come before a judge."),
    ("ru", "Из 152 атак через суды 137 исходили от чиновников."),
    ("ru", "В Штрельзау на чиновниках лежит 107 атак."),
    ("ru", "В марте под стражей был 61 журналист."),
    ("ru", "Чиновники преследовали 147 журналистов, некоторых дважды."),
    ("ru", "Двумя годами ранее, в 2021 году, в тюрьмах было 57 журналистов."),
    ("ru", "Из сидящих в тюрьмах 37 – женщины."),
    ("kk", "Сот арқылы жасалған 152 шабуылдың 137-сі шенеуніктер тарапынан болды."),
    ("kk", "Штрельзауда билік өкілдері 107 шабуыл жасады."),
    ("kk", "Наурызда қамауда 61 журналист болды."),
    ("kk", "Шенеуніктер 147 журналистке шабуыл жасады, кейбіріне екі рет."),
    ("kk", "Екі жыл бұрын, 2021 жылы, түрмеде 57 журналист отырды."),
    ("kk", "Түрмеде отырғандардың 37-сі – әйел."),
]


@pytest.mark.parametrize(("language", "sentence"), HOLDING)
def test_a_number_of_a_part_a_place_another_time_or_another_thing_is_no_number_told_again(language, sentence):
    assert echoed(language, sentence) == []


AGAIN = [
    ("en", "The authorities of the 17 regions stand behind 197 attacks."),
    ("ru", "Власти 17 регионов стоят за 197 атаками."),
    ("kk", "17 өңірдің билігі 197 шабуылдың артында тұр."),
]


@pytest.mark.parametrize(("language", "sentence"), AGAIN)
def test_a_number_beside_another_is_not_tied_to_the_words_of_the_sentence(language, sentence):
    assert echoed(language, sentence) == []
