"""Numbers that a conclusion tells again are those that the report told."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check


def differing(text, language):
    return [(one.kind, one.should_be) for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "should_be", "text"),
    [
        (
            "en",
            "27",
            (
                "In 2023 we counted 214 incidents.\n\n"
                "Twenty-seven lawsuits were brought, 11 newsrooms were searched and 17 sites were blocked.\n\n"
                "Conclusion\n\n"
                "To sum up: 72 lawsuits, 11 searches and 17 blocked sites."
            ),
        ),
        (
            "en",
            "214",
            (
                "In 2023 we counted 214 incidents against journalists.\n\n"
                "Half of them were judicial.\n\n"
                "CONCLUSION\n\n"
                "Behind the 241 incidents we have described stand people."
            ),
        ),
        (
            "en",
            "158",
            (
                "In 2023 the register held 390 attacks: 158 of a non-physical nature, 200 judicial and 32 physical.\n\n"
                "Afterword\n\n"
                "To these one must add 185 cases of non-physical pressure."
            ),
        ),
        (
            "en",
            "17",
            (
                "Seventeen sites were blocked during the year. There were 34 summonses.\n\n"
                "To sum up: 34 summonses and 19 blocked sites are what the year looks like."
            ),
        ),
        (
            "en",
            "43",
            (
                "The courts handed down 43 fines to reporters.\n\n"
                "CONCLUSIONS\n\n"
                "The 34 fines handed down to reporters by the courts tell their own story."
            ),
        ),
        (
            "ru",
            "27",
            (
                "В 2023 году учтено 214 инцидентов.\n\n"
                "Подано 27 исков, проведено 11 обысков, заблокировано 17 сайтов.\n\n"
                "ВЫВОДЫ\n\n"
                "Итак, 72 иска, 11 обысков и 17 заблокированных сайтов – таков итог года."
            ),
        ),
        (
            "ru",
            "214",
            (
                "В 2023 году учтено 214 инцидентов.\n\n"
                "Половина – судебные.\n\n"
                "ЗАКЛЮЧЕНИЕ\n\n"
                "За 241 инцидентом стоят люди."
            ),
        ),
        (
            "ru",
            "158",
            (
                "В 2023 году учтено 390 атак. Атак нефизического характера 158, судебных 200, физических 32.\n\n"
                "Вместо заключения\n\n"
                "К этому надо добавить 185 случаев нефизического давления."
            ),
        ),
        (
            "ru",
            "17",
            (
                "За год заблокировано 17 сайтов. В 12 случаях решение принимало министерство. Допросов было 34.\n\n"
                "ВЫВОДЫ\n\n"
                "Итог года – 34 допроса и 19 заблокированных сайтов."
            ),
        ),
        (
            "kk",
            "284",
            (
                "2023 жылы 284 оқиға тіркелді.\n\n"
                "Бұл 2022 жылғыдан аз.\n\n"
                "ҚОРЫТЫНДЫ\n\n"
                "Мониторингке енген 248 оқиғаның жартысынан көбі сотпен байланысты."
            ),
        ),
        (
            "kk",
            "158",
            (
                "2023 жылы 390 шабуыл тіркелді. Физикалық емес шабуыл саны 158, сот қысымы 200, физикалық 32.\n\n"
                "Соңғы сөз\n\n"
                "Бұған 185 физикалық емес шабуылды қосу керек."
            ),
        ),
        (
            "kk",
            "17",
            (
                "Жыл ішінде 17 сайт бұғатталды. Тергеуге 34 адам шақырылды.\n\n"
                "ҚОРЫТЫНДЫ\n\n"
                "Сонымен, 34 адамды шақыру және 19 бұғатталған сайт – жылдың қорытындысы."
            ),
        ),
    ],
)
def test_a_number_of_a_conclusion_that_the_report_told_otherwise_differs(language, should_be, text):
    assert differing(text, language) == [(Kind.REPEAT, should_be)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "In 2023 we counted 214 incidents. In January there were 31.\n\n"
                "Conclusions\n\n"
                "We recommend 12 amendments and call on 16 regions to publish data on the 214 incidents."
            ),
        ),
        (
            "en",
            (
                "Seventeen sites were blocked during the year.\n\n"
                "Conclusions\n\n"
                "Since 2018 a total of 71 sites have been blocked. We ask for the 17 sites to be opened."
            ),
        ),
        (
            "en",
            (
                "There were 52 lawsuits and 25 searches.\n\n"
                "To sum up: 52 lawsuits, 25 searches, and 77 proceedings in all."
            ),
        ),
        (
            "en",
            (
                "Criminal cases numbered 18. In 12 of them police was involved.\n\n"
                "Conclusion\n\n"
                "Of the 18 criminal cases 12 ended with a verdict. In the year before there were 21 criminal cases."
            ),
        ),
        (
            "ru",
            (
                "За год заблокировано 17 сайтов.\n\n"
                "ВЫВОДЫ\n\n"
                "С 2018 года заблокирован 71 сайт. Мы просим открыть 17 сайтов."
            ),
        ),
        (
            "ru",
            (
                "Уголовных дел было 18, административных 39.\n\n"
                "ЗАКЛЮЧЕНИЕ\n\n"
                "На 18 уголовных и 39 административных дел – 57 процессов – приходится 93 решения суда."
            ),
        ),
        (
            "kk",
            (
                "Жыл ішінде 17 сайт бұғатталды.\n\n"
                "ҚОРЫТЫНДЫ\n\n"
                "2018 жылдан бері 71 сайт бұғатталған. 17 сайтты ашуды сұраймыз."
            ),
        ),
        (
            "kk",
            (
                "2023 жылы 284 оқиға тіркелді, 2022 жылы 248 оқиға болған.\n\n"
                "ҚОРЫТЫНДЫ\n\n"
                "Бір жылда 248 оқиғадан 284-ке өстік."
            ),
        ),
        (
            "ru",
            (
                "В 2022 году учтено 318 случаев. Оштрафованы 52 журналиста, арестованы 14.\n\n"
                "ВЫВОДЫ\n\n"
                "Обжаловано 25 штрафов журналистов, отменено 11."
            ),
        ),
        (
            "kk",
            (
                "2022 жылы 318 оқиға тіркелді. 52 журналист айыппұл төледі, 14 адам қамалды.\n\n"
                "ҚОРЫТЫНДЫ\n\n"
                "Журналистер 25 айыппұлға шағымданды, 11-і жойылды."
            ),
        ),
    ],
)
def test_a_number_of_a_conclusion_that_is_new_or_of_other_years_does_not_differ(language, text):
    assert differing(text, language) == []
