"""Statements as statistics offices and newsrooms print them: right ones are not called wrong, wrong ones are."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

RIGHT = [
    # a share beside what it was before
    (
        "en",
        "A census found that 61 percent of those held face state charges and 31 percent others, up from 12 percent.",
    ),
    ("en", "Of the complaints, 52% came from print and 38% from websites – an increase from 16% a year before."),
    ("ru", "По первой статье сидят 61 процент, по второй 31 процент – против 12 процентов в 2017 году."),
    ("ru", "Печать дала 52% жалоб, сетевые издания 38%, тогда как годом ранее – 16%."),
    ("kk", "Шағымның 52%-ын газеттер, 38%-ын сайттар берді, бұл былтырғы 16%-бен салыстырғанда көп."),
    # a total of another year behind a list
    ("en", "Held are 61 staff reporters and 24 freelancers. That is fewer than in 2014, when 88 were held in total."),
    ("ru", "В тюрьмах 61 журналист и 24 блогера. Это меньше, чем в 2019 году: тогда в сумме сидели 88 человек."),
    ("kk", "Түрмеде 61 журналист пен 24 блогер отыр. Бұл 2019 жылғыдан аз: ол кезде барлығы 88 адам қамалған еді."),
    # one sign for several percentages of change
    ("en", "The number of suits fell by 18, that of appeals by 15 and that of dropped cases by 41 per cent."),
    ("ru", "Число исков снизилось на 18, остаток – на 15, число прекращенных дел – на 41 процент."),
    ("kk", "Былтырғымен салыстырғанда істер саны 18, қалдықтағы істер 15, тоқтатылған істер 41 пайызға азайған."),
    ("kk", "Штраф саны 21, қамау саны 14, ескерту саны 33 пайызға өсті."),
    # a change with its way in brackets
    ("en", "The year brought 39,008 cases.\n\nZhetisu 6.4% (from 1,250 to 1,330),\n\nAbai 3.1% (from 980 to 1,010)."),
    ("ru", "Зарегистрировано 39 008 дел.\n\nЖетысу 6,4% (с 1250 до 1330),\n\nАбай 3,1% (с 980 до 1010)."),
    ("kk", "Барлығы 39 008 іс тіркелді.\n\nЖетісуда 6,4% (1250-ден 1330-ға),\n\nАбайда 3,1% (980-нен 1010-ға)."),
    # a change of its own for each entry
    ("en", "Next come Abai (96 cases, down 37.6%) and Zhambyl (69 cases, down 39.4%)."),
    ("ru", "Далее идут Абайская (96 дел, меньше на 37,6%) и Жамбылская (69 дел, меньше на 39,4%) области."),
    ("kk", "Одан кейін Абай (96 іс, 37,6% азайған) және Жамбыл (69 іс, 39,4% азайған) облыстары тұр."),
    # changes since two dates
    (
        "en",
        "Since May complaints rose by 210, or 1.4 percent, and compared with 1 October 2014 by 287, or 1.9 percent.",
    ),
    (
        "ru",
        "С начала года жалоб прибавилось на 210, или на 1,4 процента, а к 1 октября 2014 года – на 287, или на 1,9%.",
    ),
    (
        "kk",
        "Шағым саны 210 іске немесе 1,4 пайызға, ал 2014 жылғы 1 қазанмен салыстырғанда 287 іске немесе 1,9%-ға өсті.",
    ),
    # a change in brackets between numbers of two things
    (
        "en",
        "In 9 months 9,869 crashes (3.8% fewer than a year earlier) were registered, in which 14,016 people were hurt.",
    ),
    ("ru", "За 9 месяцев произошло 9869 аварий (на 3,8% меньше, чем годом ранее), пострадали 14 016 человек."),
    ("kk", "2023 жылдың 9 айында 9869 апат (былтырғымен салыстырғанда 3,8 % төмен) болып, 14 016 адам зардап шекті."),
    # two entries of a list as a share of all
    ("en", "In October 40 people and three groups were listed, a quarter of all those entered since 2022."),
    ("ru", "В октябре статус получили 40 человек и три организации – это четверть от всех, кого внесли в реестр."),
    ("kk", "Қазанда тізімге 40 адам мен үш ұйым енді, бұл барлық енгендердің төрттен бірі."),
    # a rounded whole
    ("en", "The country has 20.5 million people, of whom 13,106,358 live in towns and 7,411,647 in villages."),
    ("ru", "Поступило 120 500 заявлений. Из них 52 478 дошли до суда, от остальных 68 023 отказались."),
    ("kk", "Түскені 120 500 болды. Оның 52 478-і сотқа жетті, қалған 68 023-і жазудан бас тартты."),
    # the rest behind what opens with "of these"
    ("en", "Some 120,501 calls came in. Of these 52,478 went to court and the remaining 68,023 were withdrawn."),
    # a quarter of the year is no ninety
    (
        "kk",
        "2021 жылдың І тоқсанымен салыстырғанда жұмысшы 35,2 мың адамға өсті, негізінен жалдамалылар (30,8 мың адам).",
    ),
    # scales with a point, and thousands that digits end
    (
        "en",
        "There are 18 mln. 304.1 thousand people, of whom 10 mln. 512.6 thousand live in towns, 7,791.5 thousand not.",
    ),
    (
        "ru",
        "Население – 18 млн. 304,1 тыс. человек, из них в городах 10 млн. 512,6 тыс., в селах 7 791,5 тыс. человек.",
    ),
    ("kk", "Ел халқы 18 млн. 304,1 мың адам. Оның ішінде қалада 10 млн. 512,6 мың, ауылда 7 791,5 мың адам тұрады."),
    (
        "kk",
        "Қаңтарда 18 миллион 879 мың 552 адам, қарашада 19 миллион 82 мың 467 адам болды. Өсім 202 915 адамға жетті.",
    ),
    ("ru", "В январе было 18 миллионов 879 тысяч 552 жителя, в ноябре 19 082 467. Прирост составил 202 915 человек."),
    # numbers of all cases in several places
    ("en", "Report on 2021. In 2021, 140 incidents were recorded in Almaty. In Shymkent 135 incidents were recorded."),
    ("en", "Report on 2021. In the capital 140 incidents were recorded. In the southern capital 135 were recorded."),
    ("ru", "Отчёт за 2021 год. В 2021 году в Алматы отмечено 140 случаев. В Шымкенте зафиксировано 135 инцидентов."),
    ("ru", "За 2021 год. В столице зарегистрировано 140 случаев. В южной столице зарегистрировано 135 случаев."),
    ("kk", "2021 жылғы есеп. 2021 жылы Алматыда 140 оқиға тіркелген. Шымкентте 135 жағдай анықталған."),
    ("kk", "2021 жыл. Елордада 140 оқиға тіркелген. Оңтүстік астанада 135 жағдай анықталған."),
    # changes that lead to a level each
    ("en", "In 2022 the number fell by 50%, to 455, and in 2023 by almost 60%, to 190."),
    ("ru", "В 2022 году их число снизилось на 50% — до 455 дел, а в 2023 году — почти на 60% — до 190 дел."),
    ("kk", "2022 жылы олардың саны 50%-ға, 455-ке дейін, ал 2023 жылы 60%-ға жуық, 190-ға дейін азайды."),
    # a list behind a colon whose whole was told before two earlier years
    (
        "en",
        "Deaths in 2024 (20) were above those of 2023 (12) and 2022 (16): six here, five there and three elsewhere.",
    ),
    ("ru", "Убитых в 2024 году (20) больше, чем в 2023-м (12) и 2022-м (16): шесть здесь, пять там и три на юге."),
    (
        "kk",
        "2024 жылы қаза болғандар (20) 2023 жылғыдан (12) және 2022 жылғыдан (16) көп: мұнда 6, онда 5, оңтүстікте 3.",
    ),
    # numbers of an earlier year in brackets
    (
        "ru",
        "В 2013 году произошло 4,22 тыс. пожаров (в 2012 году — 4,29 тыс.), погибли 448 человек (в 2012 году — 471).",
    ),
    ("en", "In 2013 there were 4,220 fires (in 2012 – 4,290), in which 448 people died (in 2012 – 471)."),
    ("kk", "2013 жылы 4 220 өрт болды (2012 жылы – 4 290), 448 адам қаза тапты (2012 жылы – 471)."),
    # rounded numbers
    ("en", "In 2016 there were 139,475 fires, in 2017 seven thousand fewer: 132,406."),
    ("ru", "В 2016 году было 139 475 пожаров, в 2017 году — на семь тысяч меньше: 132 406."),
    ("kk", "2016 жылы 139 475 өрт болды, 2017 жылы жеті мыңға аз: 132 406."),
    ("en", "Natural growth rose by 5.0%, from 79.2 to 83.2 thousand."),
    ("ru", "Естественный прирост увеличился на 5,0%, с 79,2 до 83,2 тыс. человек."),
    ("kk", "Табиғи өсім 4,0 мың адамға немесе 5,0% көбейіп, 83,2 (79,2) мың адамды құрады."),
    ("en", "Of 38.4 thousand suspects 20.2 thousand, or 52.5%, were charged."),
    ("ru", "На взятки приходится 1,1 тыс. фактов. 603 случая – это получение взяток, 500 – дача, 46 – посредничество."),
    ("kk", "Парақорлыққа 1,1 мың факт тиесілі. 603-і – пара алу, 500-і – пара беру, 46-сы – делдалдық."),
    # a list that begins with a later place
    ("en", "China leads.\n\nMyanmar was second with 53, followed by Vietnam (43), Belarus (32) and Cuba (31)."),
    ("ru", "Лидирует Китай.\n\nНа втором месте Мьянма с 53, далее Вьетнам (43), Беларусь (32) и Куба (31)."),
    ("kk", "Қытай бірінші.\n\nЕкінші орында Мьянма (53), одан кейін Вьетнам (43), Беларусь (32) және Куба (31)."),
    # two changes, of which the second has its base in brackets
    ("en", "The sum of 360,631 is 14.5% more than last year's, but 2.9% less than that of May (371,511)."),
    ("ru", "Сумма 360 631 на 14,5% больше прошлогодней, но на 2,9% меньше той, что была в мае (371 511)."),
    ("kk", "360 631 теңге – былтырғыдан 14,5%-ға көп, бірақ мамырдағыдан (371 511) 2,9%-ға аз."),
    # a multiple of a clause that turns
    ("en", "The number of searches fell to 16 from 57, while that of bans increased four times."),
    ("ru", "Число обысков сократилось с 57 до 16, тогда как число запретов выросло в четыре раза."),
    ("kk", "Тінту саны 57-ден 16-ға азайды, ал тыйым саны төрт есе өсті."),
    # those of a list may be of two kinds at once
    ("en", "The list has 420 names. 360 of them are men, 80 foreigners."),
    ("ru", "В списке имена 420 человек. При этом 360 из них мужчины, 80 — иностранцы."),
    ("kk", "Тізімде 420 адам бар. Олардың 360-ы ер адам, 80-і шетелдік."),
    ("en", "There were 420 people on the list. Of them 360 are men, 80 foreigners."),
    ("ru", "В списке 420 человек. Из них 360 мужчин, 80 иностранцев."),
    ("en", "Last year 187 journalists were killed: 103 outside India in 34 countries and 84 in India."),
    ("ru", "За год убиты 187 журналистов: 103 вне Индии в 34 странах и 84 в Индии."),
    ("kk", "Былтыр 187 журналист өлтірілді: Үндістаннан тыс 34 елде 103, Үндістанда 84."),
    ("en", "Support is highest in towns with 100 to 500 thousand people (76%)."),
    ("ru", "Чаще всего за это выступают жители городов от 100 до 500 тысяч (76%)."),
    ("kk", "Қолдау 100-ден 500 мыңға дейін тұрғыны бар қалаларда жоғары (76%)."),
    (
        "en",
        "There were 94,098 attacks in 2017-18. They have more than doubled since 2012-13, when 42,255 were recorded.",
    ),
    (
        "en",
        "Attacks recorded by police in 2017-18 were more by 17%.\n\nThese are data of 43 police forces.",
    ),
    ("ru", "В 2017-18 году нападений стало больше на 17%.\n\nДанные собраны в 43 отделах полиции."),
    ("kk", "2017-18 жылы шабуыл 17%-ға көбейді.\n\nДеректі полицияның 43 бөлімі жинады."),
    ("en", "Race was behind 85,268 offences, an annual rise of 12% or more than 9,000 more incidents."),
    ("ru", "Расовые мотивы – 85 268 дел, рост за год на 12% или более чем на 9 000 дел."),
    ("kk", "Нәсілдік себеппен 85 268 іс қозғалды, өсім 12% немесе 9 000 іс."),
    (
        "en",
        "More than 213,000 asked for shelter in April – June – office\nIn the second quarter 213,200 asked, up 15%.",
    ),
    (
        "ru",
        "Более 213 тысяч человек попросили убежища в апреле – июне\nВсего их было 213 200 человек, на 15% больше.",
    ),
    (
        "kk",
        "Сәуір – маусымда 213 мыңнан астам адам баспана сұрады – мекеме\nОны 213 200 адам сұрады, бұл 15%-ға көп.",
    ),
    ("en", "The courts convicted 76% of those charged. This is over 293,000 people. The cases of 87,000 (23%) ended."),
    ("ru", "Осудили 76% обвиняемых. Это больше 293 000 человек. В отношении 87 000 человек (23%) дело прекратили."),
    ("kk", "Айыпталғандардың 76%-ы сотталды. Бұл – 293 000 адам. 87 000 адамның (23%) ісі тоқтатылды."),
    (
        "en",
        "In the first months 185,000 came, up 86% on the first quarter of\n3\n2014. Many of them came from the north.",
    ),
]

WRONG = [
    ("en", "Rises by region:\n\nZhetisu 8.4% (from 1,250 to 1,330),\n\nAbai 3.1% (from 980 to 1,010).", "6.4%"),
    ("ru", "Рост по областям:\n\nЖетысу 8,4% (с 1250 до 1330),\n\nАбай 3,1% (с 980 до 1010).", "6,4%"),
    ("kk", "Өңірлердегі өсім:\n\nЖетісуда 8,4% (1250-ден 1330-ға),\n\nАбайда 3,1% (980-нен 1010-ға).", "6,4%"),
    ("en", "There were 20.5 million people, of whom 14,106,358 live in towns and 7,411,647 in villages.", "21518005"),
    ("ru", "Население – 18 млн. 304,1 тыс., из них в городах 10 млн. 912,6 тыс., в селах 7 791,5 тыс.", "18704100"),
    ("kk", "Түскені 120 500 болды. Оның 52 478-і сотқа жетті, қалған 68 223-і жазудан бас тартты.", "68 022"),
    (
        "en",
        "In all 30,057 children were enrolled. Of these 26,666 go to public schools and 3,390 to private ones.",
        "30056",
    ),
    ("ru", "Всего принято 30 057 детей. Из них в государственные школы 26 666, в частные 3 390.", "30056"),
    (
        "kk",
        "Биыл 30 057 бала қабылданды. Оның ішінде мемлекеттік мектептерге 26 666, жекеменшікке 3 390 бала барады.",
        "30056",
    ),
    ("en", "Of 38.4 thousand suspects 20.2 thousand, or 54.5%, were charged.", "52.6%"),
    ("ru", "Прирост с 79,2 до 83,2 тыс. человек составил 7,0%.", "5,1%"),
    ("kk", "2022 жылы 910-нан 455-ке дейін, яғни 30%-ға азайды.", "50%"),
    ("en", "The list has 420 names. 360 of them are held for their faith, 80 for other reasons.", "440"),
    (
        "en",
        "Of the 420 prisoners 320 are held for their faith. Most are old. The other 80 are held for politics.",
        "100",
    ),
    ("ru", "В списке имена 420 человек. При этом 360 из них сидят за веру, 80 — по другим причинам.", "440"),
    ("ru", "Из 420 узников 320 сидят за веру. Большинство из них старики. Остальные 80 сидят за политику.", "100"),
    ("kk", "Тізімде 420 адам бар. Олардың 360-ы сенімі үшін, 80-і басқа себеппен қамалған.", "440"),
    ("kk", "420 тұтқынның 320-сы сенімі үшін отыр. Көбі қариялар. Қалған 80 адам саясат үшін отыр.", "100"),
    ("ru", "Число обысков выросло с 16 до 57, то есть в два раза.", "3,56"),
    ("en", "Last year 187 journalists were killed: 113 outside India in 34 countries and 84 in India.", "197"),
    ("ru", "За год убиты 187 журналистов: 113 вне Индии в 34 странах и 84 в Индии.", "197"),
    ("kk", "Былтыр 187 журналист өлтірілді: Үндістаннан тыс 34 елде 113, Үндістанда 84.", "197"),
    ("en", "Output rose from 100 to 150 thousand (70%).", "50%"),
    ("ru", "Выпуск вырос с 100 до 150 тысяч (70%).", "50%"),
    ("kk", "Өндіріс 100-ден 150 мыңға дейін өсті (70%).", "50%"),
    (
        "en",
        "There were 94,098 attacks in 2017-18. They have risen four times since 2012-13, when 42,255 were told.",
        "2.23",
    ),
    ("en", "There were 213,000 claims in 2022 and 213,200 in 2023, which is 15% more.", "0%"),
    ("ru", "В 2022 году было 213 000 заявлений, в 2023 году 213 200, что на 15% больше.", "0%"),
    ("kk", "2022 жылы 213 000, 2023 жылы 213 200 өтініш түсті, бұл 15%-ға көп.", "0%"),
    (
        "ru",
        "Осудили 76% обвиняемых. Это больше 293 000 человек. В отношении 87 000 человек (33%) дело прекратили.",
        "30%",
    ),
    (
        "en",
        "Of the 60 attacks that were recorded in the first quarter of\n3\n2024, 45 were made by officials, or 80%.",
        "75%",
    ),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_right_statement_of_a_published_text_is_not_called_wrong(language: str, text: str) -> None:
    assert [one for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_wrong_statement_of_the_same_form_is_found(language: str, text: str, right: str) -> None:
    assert right in [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]
