"""Who did it: guards, accidents, other states, accreditation, and what examples correct."""

from __future__ import annotations

import pytest
from msgspec import structs
from tests import readings

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.vocabulary.models import UNTRAINED, Corrections, Linear, Models


def leading(text: str, models: Models = UNTRAINED) -> Answer[Perpetrator]:
    return readings.first_coding(text, models).perpetrators[0]


@pytest.mark.parametrize(
    "text",
    [
        "Охранник школы в Таразе вытолкал журналистку Ольгу Ким и закрыл камеру рукой.",
        "Күзетші мектепте журналист Ольга Кимді итеріп, камерасын жапты.",
        "A guard of a school in Taraz pushed the reporter Olga Kim and hit her.",
    ],
)
def test_a_guard_of_a_school_is_of_the_authorities(text: str) -> None:
    value = leading(text).value
    assert (value.klass, value.kind) == ("authorities", "public_institution_guard")


@pytest.mark.parametrize(
    "text",
    [
        "Охранник бара в Таразе вытолкал журналистку Ольгу Ким и закрыл камеру рукой.",
        "Күзетші барда журналист Ольга Кимді итеріп, камерасын жапты.",
        "A guard of a bar in Taraz pushed the reporter Olga Kim and hit her.",
        "A guard of a bar opposite the school in Taraz pushed the reporter Olga Kim and hit her.",
    ],
)
def test_a_guard_of_a_bar_is_not_of_the_state(text: str) -> None:
    assert leading(text).value.klass == "non_state"


@pytest.mark.parametrize(
    "text",
    [
        "Съёмочная группа попала в ДТП под Таразом, водитель грузовика и оператор Айбек Нуров погибли на съёмках.",
        "Журналист Айбек Нұров жол апатынан қаза тапты, жүргізуші аман.",
        "The van overturned near Taraz with a film crew, a driver said; reporter Aibek Nurov was injured.",
    ],
)
def test_an_accident_has_no_perpetrator(text: str) -> None:
    answer = leading(text)
    assert (answer.value.klass, answer.value.kind, answer.rule) == ("none", "no_perpetrator", "accident")


@pytest.mark.parametrize(
    "text",
    [
        "Минюст России внёс журналиста Айбека Нурова в реестр иноагентов.",
        "В реестр иноагентов журналиста Айбека Нурова внёс Минюст России.",
        "Russia's justice ministry put journalist Aibek Nurov on its list of foreign agents.",
        "Ресей Әділет министрлігі журналист Айбек Нұровты шетелдік агент деп таныды.",
    ],
)
def test_the_ministry_of_justice_of_another_country_is_a_foreign_state(text: str) -> None:
    assert leading(text).value.klass == "foreign_state"


@pytest.mark.parametrize(
    "text",
    [
        "После слов бизнесмена об отказе в аккредитации журналистке Ольге Ким объявил МИД Казахстана.",
        "Сыртқы істер министрлігі кәсіпкердің сөзінен кейін журналист Ольга Кимге аккредитация беруден бас тартты.",
        "The foreign ministry, after a businessman spoke up, refused accreditation to reporter Olga Kim.",
    ],
)
def test_accreditation_is_refused_by_the_ministry_though_a_private_name_stands_nearer(text: str) -> None:
    answer = leading(text)
    assert (answer.value.klass, answer.value.kind) == ("authorities", "ministry")
    assert answer.rule.startswith("accreditation: ")


LEARNED = structs.replace(UNTRAINED, alone=Corrections(perpetrator=Linear(("authorities", "unknown"), (9.0, 0.0))))


def test_a_learned_correction_names_itself_and_the_rule_that_it_corrects() -> None:
    answer = leading("Охранник бара в Таразе вытолкал журналистку Ольгу Ким и закрыл камеру рукой.", LEARNED)
    assert (answer.value.klass, answer.quotation) == ("authorities", None)
    assert answer.rule == "learned, against closest_actor"


def test_a_learned_correction_quotes_the_actor_of_its_class_where_the_text_has_one() -> None:
    text = "Охранник бара в Таразе вытолкал журналистку Ольгу Ким и закрыл камеру рукой. Рядом стоял полицейский."
    answer = leading(text, LEARNED)
    assert answer.quotation is not None
    assert answer.quotation.text.startswith("полиц")
    assert answer.rule.startswith("learned, against closest_actor: ")


def test_a_model_that_agrees_with_the_rules_leaves_their_answer() -> None:
    text = "Полицейский в Таразе ударил журналистку Ольгу Ким."
    assert leading(text, LEARNED) == leading(text)


def test_the_title_of_the_article_of_law_does_not_tell_who_did_it() -> None:
    text = (
        "Құқық қорғау органдары істі Қылмыстық кодекстің 158-бабы («журналиске кедергі жасау») бойынша қозғады.\n"
        "Қостанайда 2 тамызда сауда үйінің күзетшілері тілшілерді ғимараттан шығарып жіберген."
    )
    assert leading(text).value.klass == "non_state"


def test_an_abbreviation_is_no_small_word() -> None:
    line = readings.read_line(
        "Белгісіз біреу «Ақ Жайық» газетінің тілшісі Асан Омаровты ұрып кетті, сондай-ақ қорқытты."
    )
    assert line["perpetrator"] == "unknown"


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("Reporter Ann Lee went missing in May. The Moscow police told her husband that she is on no list.", "unknown"),
        ("Reporter Ann Lee was groped on air when a supporter put his arms round her.", "non_state"),
        ("The owner of a chain of petrol stations threatened to bury reporter Ann Lee.", "non_state"),
    ],
)
def test_who_tells_of_it_is_not_who_did_it(text: str, klass: str) -> None:
    assert leading(text).value.klass == klass


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        (
            "Unknown men beat blogger Serik Bekov in Semey on 4 May 2024. Two suspects were detained a day later.",
            "non_state",
        ),
        (
            "Unknown men beat blogger Serik Bekov in Semey on 4 May 2024. The attackers have not been identified.",
            "unknown",
        ),
        (
            "Неизвестные избили блогера Серика Бекова в Семее 4 мая 2024 года. Через день нападавших задержали.",
            "non_state",
        ),
        (
            "Неизвестные избили блогера Серика Бекова в Семее 4 мая 2024 года. Нападавшие до сих пор не установлены.",
            "unknown",
        ),
        (
            "2024 жылғы 4 мамырда Семейде белгісіз біреулер блогер Серік Бековті ұрып кетті. Күдіктілер ұсталды.",
            "non_state",
        ),
        (
            "2024 жылғы 4 мамырда Семейде белгісіз біреулер блогер Серік Бековті ұрып кетті. Олар әлі табылған жоқ.",
            "unknown",
        ),
    ],
)
def test_who_was_unknown_and_was_caught_since_has_no_link_to_the_state(text: str, klass: str) -> None:
    assert readings.read_line(text)["perpetrator"] == klass


@pytest.mark.parametrize(
    "text",
    [
        "Неизвестный разбил камеру оператора Марата Кенжина в Таразе. Как выяснилось, это хозяин карьера.",
        "Бейтаныс адам Таразда оператор Марат Кенжиннің камерасын сындырды. Кім екенін кейін білдік: карьер қожайыны.",
        "A man smashed the camera of the cameraman Marat Kim in Taraz. He turned out to be the owner of a quarry.",
    ],
)
def test_who_turned_out_to_have_done_it_is_not_unknown(text: str) -> None:
    assert leading(text).value.klass == "non_state"


@pytest.mark.parametrize(
    "text",
    [
        "Бишкек выдворил после суда казахстанского журналиста Тимура Адиля, который жил там три года.",
        "Британского журналиста Колина Смита не впустили в Казахстан.",
    ],
)
def test_another_state_is_told_only_where_it_turns_away_one_of_ours(text: str) -> None:
    assert leading(text).value.klass == "authorities"
