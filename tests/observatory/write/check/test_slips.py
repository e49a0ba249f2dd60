"""What is a slip of the pen away from what the report gives elsewhere, where the words alone would not tie the two."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She got 354 days, commuted at the minimum rate of 20 lira a day into a fine of {} lira."),
        ("en", "The site paid 20 euros for every day of delay; for 354 days this made {} euros."),
        ("ru", "Её приговорили к 354 дням с заменой штрафом из расчёта 20 лир в день, всего {} лир."),
        ("ru", "Сайт платил по 20 евро за каждый день просрочки; за 354 дня набежало {} евро."),
        ("kk", "Оған 354 күн тағайындалып, күніне 20 лирадан есептелген {} лира айыппұлға ауыстырылды."),
        ("kk", "Редакция әр күн үшін 20 еуродан төледі, 354 күнге {} еуро жиналды."),
    ],
)
def test_so_much_a_day_over_so_many_days_makes_a_sum(language, text):
    assert wrong(text.format(7080), language) == set()
    assert wrong(text.format(7800), language) == {1}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was held for 30 days and fined 400 lira; the lawyer took 90 lira a day."),
        ("ru", "Его держали 30 суток и оштрафовали на 400 лир, адвокат брал 90 лир в день."),
        ("kk", "Оны 30 тәулік ұстап, 400 лира айыппұл салды, адвокат күніне 90 лира алды."),
        ("en", "For 14 days the studio lost 300 euros a day; the insurer sent 5,000 euros."),
        ("ru", "Редакция теряла по 300 евро в день, за 14 дней простоя страховая прислала 5000 евро."),
        ("kk", "Редакция күніне 300 еуро жоғалтты, 14 күн үшін сақтандырушы 5000 еуро жіберді."),
    ],
)
def test_a_sum_that_is_far_from_so_much_a_day_is_of_something_else(language, text):
    assert wrong(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The courts handed out 94 arrests and 52 fines.\n\nMany left the country.\n\n"
                "The arrests lasted 1,222 days in all, an average of {} each, although the law allows fifteen."
            ),
        ),
        (
            "ru",
            (
                "Суды назначили 94 ареста и 52 штрафа.\n\nМногие уехали.\n\n"
                "Общая продолжительность арестов составила 1222 суток, в среднем по {} на каждый."
            ),
        ),
        (
            "kk",
            (
                "Соттар 94 қамау мен 52 айыппұл тағайындады.\n\nКөбі кетіп қалды.\n\n"
                "Қамаулардың жалпы мерзімі 1222 тәулік болды, әрқайсысына орта есеппен {} тәуліктен келеді."
            ),
        ),
    ],
)
def test_an_average_is_divided_by_the_number_that_another_paragraph_gives_to_its_noun(language, text):
    assert wrong(text.format(13), language) == set()
    assert wrong(text.format(16), language) == {5}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The blogger was arrested on 10 June and released on 25 June. "
                "In the {} days he spent in the remand prison he was allowed one call."
            ),
        ),
        ("en", "The editor was seized on 3 June and let go on 18 June. All {} days behind bars she saw no lawyer."),
        (
            "ru",
            (
                "Блогера арестовали 10 июня и выпустили 25 июня. "
                "За {} суток, проведённых в изоляторе, ему позволили позвонить один раз."
            ),
        ),
        ("ru", "Редактора задержали 3 июня, вышел он 18 июня. Все {} дней в камере он не видел адвоката."),
        (
            "kk",
            (
                "Блогер 10 маусымда қамауға алынып, 25 маусымда босап шықты. "
                "Изоляторда өткізген {} тәулік ішінде оған бір рет қана қоңырау шалуға рұқсат берілді."
            ),
        ),
        ("kk", "Тілші 3 маусымда ұсталып, 18 маусымда босатылды. Абақтыда болған {} күнінде оған ешкім келмеді."),
    ],
)
def test_a_slip_in_the_days_of_a_cell_between_two_dates_is_found(language, text):
    assert wrong(text.format(15), language) == set()
    assert wrong(text.format(25), language) == {1}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was arrested on 10 June and released on 25 June. In the 25 days before his arrest he had hidden."),
        ("ru", "Его арестовали 10 июня и выпустили 25 июня. За 25 дней до ареста у него прошёл обыск."),
        ("kk", "Ол 10 маусымда қамауға алынып, 25 маусымда шықты. Босағаннан кейін 25 күн өткенде ол елден кетті."),
    ],
)
def test_days_before_an_arrest_or_behind_it_are_no_stay(language, text):
    assert wrong(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2020 there were 472 incidents.\n\nUp to May 38 were counted, in summer 64, later on 370 ({}%)."),
        ("ru", "В 2020 году учтено 472 случая.\n\nДо мая произошло 38, летом 64, позже 370 ({}% годового итога)."),
        ("kk", "2020 жылы 472 оқиға тіркелді.\n\nМамырға дейін 38, жазда 64, одан кейін 370 оқиға ({}%) болды."),
    ],
)
def test_a_share_in_brackets_that_is_a_slip_of_that_of_all_incidents_is_one_of_them(language, text):
    point = "." if language == "en" else ","
    assert wrong(text.format(f"78{point}4"), language) == set()
    assert wrong(text.format(f"74{point}8"), language) == {3}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "THE CENSUS\nOf the 46 released, 29 were freed pending trial.\n\nWomen were 21.\n\nMore followed.\n\n"
                "The police denied it.\n\nCONCLUSION\nThe release of {} colleagues is a relief to their families."
            ),
        ),
        (
            "ru",
            (
                "ГОД\nЗа год журналистов задерживали 46 раз, чаще всего после выборов.\n\nОштрафовано 52.\n\n"
                "Милиция всё отрицала.\n\nДальше было хуже.\n\nИТОГИ\n{} задержания, 52 штрафа – так выглядит год."
            ),
        ),
        (
            "kk",
            (
                "ЖЫЛ\nЖыл бойы журналистер 46 рет ұсталды, көбі сайлаудан кейін.\n\n52 айыппұл салынды.\n\n"
                "Полиция бәрін жоққа шығарды.\n\nКейін де тоқтамады.\n\nҚОРЫТЫНДЫ\nЖыл өтті: {} ұстау, 52 айыппұл."
            ),
        ),
    ],
)
def test_a_conclusion_may_name_by_a_noun_what_a_verb_told(language, text):
    line = text.count("\n") + 1
    assert wrong(text.format(46), language) == set()
    assert wrong(text.format(64), language) == {line}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "In 2023 we recorded 75 attacks.\n\nBy region: capital – 24, north – 13, coast – 9, valley – {}, "
                "hills – 7, lakes – 6, desert – 4, other regions – 4."
            ),
        ),
        (
            "ru",
            (
                "В 2023 году учтено 75 нападений.\n\nПо областям: столица – 24, север – 13, берег – 9, долина – {}, "
                "горы – 7, озёра – 6, пустыня – 4, остальные области – 4."
            ),
        ),
        (
            "kk",
            (
                "2023 жылы 75 шабуыл тіркелді.\n\nАумақ бойынша: астана – 24, солтүстік – 13, жағалау – 9, аңғар – {}, "
                "таулар – 7, көлдер – 6, шөл – 4, қалған облыстар – 4."
            ),
        ),
    ],
)
def test_a_list_of_places_that_names_its_rest_divides_all_incidents(language, text):
    assert wrong(text.format(8), language) == set()
    assert wrong(text.format(18), language) == {3}
