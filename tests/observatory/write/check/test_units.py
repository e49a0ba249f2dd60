"""Fines told in an index against what the text tells it to be worth."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language="en"):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        ("en", "One MCI was 3,692 tenge that year. The editor paid 40 MCI, that is {} tenge.", "147,680", "174,680"),
        ("en", "The basic unit is 37 roubles. He was fined 30 basic units ({} roubles).", "1,110", "1,310"),
        (
            "en",
            "She had to pay {} soms (200 calculation units). A calculation unit equals 100 soms.",
            "20,000",
            "22,000",
        ),
        ("ru", "Один МРП составлял 3 692 тенге. Редактор заплатил 40 МРП, то есть {} тенге.", "147 680", "174 680"),
        (
            "ru",
            "Базовая величина равна 37 рублям. Его оштрафовали на 30 базовых величин ({} рублей).",
            "1 110",
            "1 310",
        ),
        (
            "ru",
            "Он заплатил {} сомов, или 200 расчётных показателей; показатель – расчётный показатель – 100 сомов.",
            "20 000",
            "22 000",
        ),
        ("kk", "Бір АЕК 3 692 теңге болды. Редактор 40 АЕК, яғни {} теңге төледі.", "147 680", "174 680"),
        ("kk", "Айыппұл 40 АЕК-ке ({} теңге) тең. Ол кезде АЕК – 3 692 теңге.", "147 680", "174 680"),
        (
            "kk",
            "Базалық шама 340 000 сум. Оған 30 базалық шама, яғни {} сум айыппұл салынды.",
            "10 200 000",
            "12 200 000",
        ),
    ],
)
def test_a_fine_is_its_number_of_indices_as_the_text_tells_their_worth(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        (
            "en",
            "Three fines were of 10 MCI and two of 20 MCI. An MCI was 2,525 tenge. The five come to {} tenge in all.",
            "176,750",
            "186,750",
        ),
        (
            "ru",
            "Три штрафа были по 10 МРП, два – по 20 МРП. МРП равнялся 2 525 тенге. Пять штрафов вместе – {} тенге.",
            "176 750",
            "186 750",
        ),
        (
            "kk",
            "Үш айыппұл 10 АЕК, екеуі 20 АЕК болды. АЕК 2 525 теңгеге тең еді. Бес айыппұлдың жалпы сомасы {} теңге.",
            "176 750",
            "186 750",
        ),
    ],
)
def test_the_fines_of_a_list_in_indices_add_up_in_money(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten paid 20 MCI, six 30 MCI and two 60 MCI, {} MCI altogether."),
        ("ru", "Десять заплатили по 20 МРП, шестеро – по 30, двое – по 60. Всего это {} МРП."),
        ("kk", "Он адам 20 АЕК-тен, алтауы 30 АЕК-тен, екеуі 60 АЕК-тен төледі. Жиыны – {} АЕК."),
    ],
)
def test_the_indices_of_a_list_add_up(language, text):
    assert wrong(text.format(500), language) == []
    assert wrong(text.format(560), language) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An MCI was 3,450 tenge in 2023 and 3,692 tenge in 2024. He paid 40 MCI, that is 138,000 tenge."),
        ("en", "An MCI is 3,692 tenge. She was fined 40 MCI, and damages of 200,000 tenge were awarded to the mayor."),
        ("en", "An MCI is 3,692 tenge. He paid 40 MCI, or almost 150,000 tenge."),
        ("en", "An MCI is 3,692 tenge. Three editors paid 40 MCI each, that is 443,040 tenge."),
        ("ru", "МРП – 3 450 тенге в 2023 году и 3 692 тенге в 2024-м. Он заплатил 40 МРП, то есть 138 000 тенге."),
        ("ru", "МРП – 3 692 тенге. Её оштрафовали на 40 МРП, а акиму присудили 200 000 тенге."),
        ("kk", "АЕК 2023 жылы 3 450 теңге, 2024 жылы 3 692 теңге болды. Ол 40 АЕК, яғни 138 000 теңге төледі."),
        ("kk", "АЕК – 3 692 теңге. Оған 40 АЕК айыппұл салынды, ал әкімге 200 000 теңге өндірілді."),
    ],
)
def test_another_year_another_sum_and_a_rough_one_hold(language, text):
    assert wrong(text, language) == []


RATES = (
    ("en", "Six paid 160 MCI each, which at a rate of 2,917 tenge comes to {} tenge per person.", "466,720", "446,720"),
    ("en", "The editor paid 160 MCI, or {} tenge at 2,917 tenge per MCI.", "466,720", "466,270"),
    ("ru", "Шестеро заплатили по 160 МРП, что при ставке 2917 тенге равно {} тенге с человека.", "466 720", "446 720"),
    ("ru", "Редактор заплатил 160 МРП, или {} тенге из расчёта 2917 тенге за показатель.", "466 720", "466 270"),
    ("kk", "Алтауы 160 АЕК, яғни 2917 теңге есебімен {} теңге төледі.", "466 720", "446 720"),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), RATES)
def test_a_rate_told_beside_a_fine_is_the_worth_of_the_index(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


COINS = (
    ("en", "A base unit was 24 roubles 50 kopecks. He was fined 200 base units ({} roubles).", "4,900", "4,800"),
    ("en", "A base unit was 24 roubles and 50 kopecks. He was fined 200 base units ({} roubles).", "4,900", "4,800"),
    ("ru", "Базовая величина – 24 рубля 50 копеек. Штраф – 200 базовых величин ({} рублей).", "4900", "4800"),
    ("kk", "Базалық шама 24 рубль 50 тиын болды. Айыппұл – 200 базалық шама ({} рубль).", "4900", "4800"),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), COINS)
def test_coins_behind_a_sum_are_a_part_of_it(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) != []


NOUGHTS = (
    (
        "en",
        "He was fined 1,000 calculation units, that is {} soms (a calculation unit is 100 soms).",
        "100,000",
        "10,000",
    ),
    (
        "ru",
        "Он оштрафован на 1000 расчётных показателей, то есть на {} сомов (расчётный показатель – 100 сомов).",
        "100 000",
        "10 000",
    ),
    (
        "kk",
        "Оған 1000 есептік көрсеткіш, яғни {} сом айыппұл салынды (есептік көрсеткіш – 100 сом).",
        "100 000",
        "10 000",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), NOUGHTS)
def test_a_nought_too_few_is_told(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


FRONT = (
    (
        "en",
        "The 58 fines came to 1,740 MCI. One MCI was worth 2,405 tenge, so the state was to get {} tenge.",
        "4,184,700",
        "4,148,700",
    ),
    (
        "en",
        "The 58 fines came to 1,740 MCI. An MCI was 2,405 tenge. Hence the state was to get {} tenge.",
        "4,184,700",
        "4,148,700",
    ),
    (
        "ru",
        "Наложено 58 штрафов на 1740 МРП. МРП равен 2405 тенге, следовательно, казна получит {} тенге.",
        "4 184 700",
        "4 148 700",
    ),
    (
        "kk",
        "58 айыппұлдың көлемі 1740 АЕК. Бір АЕК 2405 теңге болатын, демек қазынаға {} теңге түсуге тиіс.",
        "4 184 700",
        "4 148 700",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), FRONT)
def test_indices_of_the_sentence_in_front_are_told_in_money(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


TURNS = (
    (
        "en",
        (
            "Four paid 100 units, two 200 units. A calculation unit is 100 soms, so the former owe 10,000 soms, "
            "the latter {} soms."
        ),
        "20,000",
        "2,000",
    ),
    (
        "ru",
        (
            "Четверо заплатят 100 расчётных показателей, двое – 200 расчётных показателей. Расчётный показатель – "
            "100 сомов, то есть первым платить 10 000 сомов, вторым – {} сомов."
        ),
        "20 000",
        "2 000",
    ),
    (
        "kk",
        (
            "Төртеуі 100 есептік көрсеткіштен, екеуі 200 есептік көрсеткіштен. Есептік көрсеткіш 100 сом, сондықтан "
            "алғашқылары 10 000 сомнан, кейінгілері {} сомнан төлейді."
        ),
        "20 000",
        "2 000",
    ),
)


TIERS = (
    (
        "en",
        "The least fine is 20 base units, the highest 50. With the base unit at 24.5 roubles, 490 and {} roubles.",
        "1,225",
        "1,125",
    ),
    (
        "ru",
        "Минимум – 20 базовых величин, максимум – 50. При базовой величине 24,5 рубля это 490 и {} рублей.",
        "1225",
        "1125",
    ),
    (
        "kk",
        "Ең азы – 20 базалық шама, ең көбі – 50. Базалық шама 24,5 рубль болғандықтан, бұл 490 және {} рубль.",
        "1225",
        "1125",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), [*TURNS, *TIERS])
def test_fines_of_two_sizes_are_told_in_money_in_turn(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was fined 20 MCI. An MCI is 2,917 tenge, while a reporter earns 60,000 tenge a month."),
        (
            "en",
            "Six paid 160 MCI, which at a rate of 2,917 tenge is 466,720 tenge. Nine paid 20 MCI (58,340 tenge) each.",
        ),
        ("ru", "Его оштрафовали на 20 МРП. МРП – 2 917 тенге, а пенсия его матери – 60 000 тенге."),
        (
            "ru",
            (
                "Шестеро платили по 160 МРП, при ставке 2917 тенге – 466 720 тенге. Ещё девять – 20 МРП (58 340 тенге)"
                " каждый."
            ),
        ),
        ("kk", "Оған 20 АЕК айыппұл салынды. АЕК – 2 917 теңге, ал анасының зейнетақысы – 60 000 теңге."),
        ("kk", "Алтауы 160 АЕК, 2917 теңге есебімен 466 720 теңге төледі. Тоғызы 20 АЕК-тен (58 340 теңге) төледі."),
        ("en", "The fines came to 590 MCI. One MCI was 2,917 tenge. In money this is 1.72 million tenge."),
        ("ru", "Штрафы составили 590 МРП. МРП – 2 917 тенге. В деньгах это 1,72 млн тенге."),
        ("kk", "Айыппұл 590 АЕК болды. АЕК – 2 917 теңге. Ақшалай бұл 1,72 млн теңге."),
        ("en", "Four paid 100 units and two 200 units. A calculation unit is 100 soms: 40,000 soms and 40,000 soms."),
    ],
)
def test_other_sums_beside_an_index_hold(language, text):
    assert wrong(text, language) == []


SWAPPED = (
    (
        "en",
        "Fines\n\nA base unit was 24.5 roubles.\nIn base units the fines come to 2,695.\n\nReporters paid {} roubles.",
        "66,027.5",
        "60,627.5",
    ),
    (
        "ru",
        "Штрафы\n\nБазовая величина – 24,5 рубля.\nВ базовых величинах выходит 2695.\n\nЗаплачено {} рубля.",
        "66 027,5",
        "60 627,5",
    ),
    (
        "kk",
        "Айыппұл\n\nБазалық шама – 24,5 рубль.\nБазалық шамамен алғанда бұл 2695.\n\nТілшілер {} рубль төледі.",
        "66 027,5",
        "60 627,5",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), SWAPPED)
def test_a_sum_far_behind_has_the_digits_of_its_indices_in_their_order(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert len(wrong(text.format(other), language)) == 1


BACK = (
    ("en", "The fines come to 65,000 soms. At 100 soms a calculation unit this is {} calculation units."),
    ("ru", "Штрафы составили 65 тысяч сомов. При расчётном показателе в 100 сомов это {} расчётных показателей."),
    ("kk", "Айыппұл 65 000 сом болды. Есептік көрсеткіш 100 сом болғанда, бұл {} есептік көрсеткіш."),
)


@pytest.mark.parametrize(("language", "text"), BACK)
def test_a_sum_in_front_is_told_in_indices(language, text):
    assert wrong(text.format(650), language) == []
    assert wrong(text.format(560), language) == ["650"]


EACH = (
    (
        "en",
        "Nine fines of 650 base units (65,000 soms) each, {} soms in all.",
        "585,000",
        "485,000",
    ),
    ("ru", "Наложено 9 штрафов по 650 показателей (65 000 сомов) каждый, всего на {} сомов.", "585 000", "485 000"),
    (
        "ru",
        "Наложено 9 штрафов по 650 расчётных показателей (65 000 сомов) каждый, всего на {} сомов.",
        "585 000",
        "485 000",
    ),
)


@pytest.mark.parametrize(("language", "text", "right", "other"), EACH)
def test_fines_told_in_indices_and_in_money_are_multiplied(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]
