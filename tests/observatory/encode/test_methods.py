"""Category and methods: the special method before the general ones, grave acts before things, a bounded list."""

from __future__ import annotations

import pytest
from msgspec import structs
from tests import readings

from kuzet import countries
from kuzet.basis import codebook
from kuzet.language.reading import scenes
from kuzet.language.vocabulary.models import UNTRAINED, Corrections, Linear, Models
from kuzet.observatory import detect
from kuzet.observatory.encode import methods, placement, placement_special
from kuzet.observatory.encode.material import Material

BOOK = codebook.load()
BEATING = "non_fatal_attack_beating"
RELATIVES = "pressure_via_relatives"
THREATS = "bullying_intimidation_threats"
MANY = (
    "Полиция Тараза задержала блогера Айбека Нурова, провела обыск, изъяла телефон, допросила его, завела уголовное"
    " дело, суд арестовал его и оштрафовал, сайт заблокировали."
)


def material(text: str) -> Material:
    reading = readings.by_rules(text)
    (candidate,) = detect.find(reading.document, reading)
    (scene,) = scenes.of(reading)
    return Material(candidate=candidate, scene=scene, country=countries.load("kz"))


def coded(text: str, models: Models = UNTRAINED) -> list[str]:
    return [one.value for one in readings.first_coding(text, models).methods]


@pytest.mark.parametrize(
    ("special", "general", "text"),
    [
        (RELATIVES, BEATING, "Unknown men beat the brother of journalist Aibek Nurov in Taraz."),
        (RELATIVES, BEATING, "Журналист Айбек Нұровтың інісін белгісіздер ұрып кетті."),
        (RELATIVES, THREATS, "Неизвестные избили брата журналиста Айбека Нурова и угрожали всей семье."),
        ("fatal_accident", BEATING, "Журналист Айбек Нуров погиб в ДТП под Таразом: машину ударил грузовик."),
        (
            "fatal_accident",
            "non_fatal_accident",
            "Съёмочная группа попала в ДТП под Таразом, оператор Айбек Нуров погиб на съёмках.",
        ),
        (
            "fatal_accident",
            "murder",
            "Оператор Айбек Нуров погиб на съёмках в Таразе, убийство журналиста следствие исключает.",
        ),
        (
            "non_fatal_accident",
            BEATING,
            "Съёмочная группа попала в ДТП под Таразом: оператора Айбека Нурова ударило о борт, у него сотрясение.",
        ),
        (
            "non_fatal_accident",
            "damage_seizure_of_property",
            "Съёмочная группа попала в ДТП под Таразом, камера оператора Айбека Нурова разбита.",
        ),
        ("ddos_hacker_attack", BEATING, "Сайт издания «Орда.kz» подвергся DDoS-атаке, нападение длилось три дня."),
        ("ddos_hacker_attack", BEATING, "The site of Orda.kz was hit by a DDoS attack, reporters said."),
    ],
)
def test_the_special_method_leads_and_takes_the_words_of_the_general_one(special: str, general: str, text: str) -> None:
    found = material(text)
    assert coded(text)[0] == special
    before, after = found.told[general].points, placement_special.special_first(found.told, found)[general].points
    assert before >= placement.KEPT
    assert after == pytest.approx(0.3 * before)


def test_a_general_method_told_much_more_plainly_than_the_special_one_keeps_its_points() -> None:
    found = material(
        "Охранник избил журналиста Айбека Нурова в Таразе, в тот же день сайт редакции подвергся DDoS-атаке."
    )
    assert found.told["ddos_hacker_attack"].points >= placement.SURE
    assert placement_special.special_first(found.told, found)[BEATING] == found.told[BEATING]


@pytest.mark.parametrize(
    "text",
    [
        "Охранник дважды разбил камеру журналиста Айбека Нурова в Таразе, разбил свет и ударил его самого.",
        "A guard smashed the camera of reporter Aibek Nurov in Taraz, broke his microphone and hit him with a stick.",
        "Күзетші журналист Айбек Нұровтың камерасын сындырды, микрофонын сындырды, өзін таяқпен ұрды.",
    ],
)
def test_an_injury_leads_what_was_broken(text: str) -> None:
    assert coded(text)[0] == BEATING


def test_no_more_methods_are_coded_than_the_bound() -> None:
    assert len(material(MANY).told) > methods.MOST
    assert len(coded(MANY)) == methods.MOST


@pytest.mark.parametrize(
    ("text", "prison"),
    [
        ("A court in Taraz sentenced blogger Aibek Nurov to five years of restricted liberty.", False),
        ("Суд Тараза приговорил блогера Айбека Нурова к пяти годам ограничения свободы.", False),
        ("Суд дал блогеру Айбеку Нурову год ограничения свободы. Редактор получил пять лет колонии.", True),
    ],
)
def test_years_at_liberty_are_no_years_of_prison(text: str, prison: bool) -> None:
    assert ("imprisonment_sentence" in coded(text)) is prison


@pytest.mark.parametrize(
    ("text", "method", "is_told"),
    [
        (
            "Суд частично удовлетворил иск клиники к журналисту Айбеку Нурову, он выплатит 300 тысяч тенге.",
            "fine",
            False,
        ),
        ("Суд оштрафовал журналиста Айбека Нурова, он выплатит 300 тысяч тенге.", "fine", True),
        ("Editor Aibek Nurov was warned by telephone that he should watch his step.", "official_warning", False),
        ("Editor Aibek Nurov was warned by the prosecutor of criminal liability.", "official_warning", True),
        ("A court in Taraz suspended the work of the news site Kolokol for three months.", "dismissal", False),
        ("The investigating judge of Taraz put editor Aibek Nurov under house arrest.", "arrest_pretrial", False),
        ("A court in Taraz arrested editor Aibek Nurov for two months, police said.", "arrest_pretrial", True),
        ("Presenter Aibek Nurov was suspended from work in Taraz.", "dismissal", True),
    ],
)
def test_damages_a_caller_an_outlet_and_a_home_are_not_taken_for_what_their_words_also_mean(
    text: str, method: str, is_told: bool
) -> None:
    assert (method in coded(text)) is is_told


def test_a_site_that_was_hacked_is_no_account() -> None:
    assert coded("The site of Orda.kz has been hacked, its editor said.") == ["ddos_hacker_attack"]


@pytest.mark.parametrize("learned", ["judicial_economic", "physical", "non_physical_cyber"])
def test_the_main_method_is_of_the_category_whatever_corrects_it(learned: str) -> None:
    text = (
        "Полицейский ударил журналиста Айбека Нурова в Таразе, пригрозил ему и составил протокол, суд его оштрафовал."
    )
    corrections = Corrections(category=Linear((learned, "other"), (9.0, 0.0)))
    coding = readings.first_coding(text, structs.replace(UNTRAINED, alone=corrections))
    assert coding.category is not None
    assert coding.category.value == learned
    assert BOOK.table("methods")[coding.methods[0].value].extra["category"] == learned


def test_a_learned_category_that_no_method_told_is_of_changes_nothing() -> None:
    text = "Неизвестные избили журналиста Айбека Нурова в Таразе."
    corrections = Corrections(category=Linear(("judicial_economic", "physical"), (9.0, 0.0)))
    models = structs.replace(UNTRAINED, alone=corrections)
    assert readings.first_coding(text, models).category == readings.first_coding(text).category


def test_stones_at_the_windows_strike_nobody() -> None:
    line = readings.read_line("Белгісіз адамдар «Жайық үні» редакциясының терезелеріне тас лақтырды.")
    assert line["methods"][0] == "damage_seizure_of_property"


def test_an_appeal_is_about_the_sentence_that_it_recalls() -> None:
    line = readings.read_line(
        "Облыстық сот блогер Төрехан Омаровқа шығарылған үкімді өзгеріссіз қалдырды. Былтыр 19 желтоқсанда Балқаш "
        "қалалық соты оны төрт жылға бас бостандығынан айырған болатын. Омаров роликтері үшін қудаланып отырмын дейді."
    )
    assert line["methods"][0] == "imprisonment_sentence"


def test_a_civil_case_that_is_opened_is_no_criminal_one() -> None:
    text = "«Ақ жол» тілшісі Асан Омаровқа кәсіпкер «Қабырға неге жарылды?» деген мақала үшін азаматтық іс қозғады."
    assert readings.read_line(text)["methods"] == ["civil_case"]


def test_a_regulator_who_demands_that_a_text_be_removed_warns_and_a_lawyer_claims() -> None:
    text = "{} demanded the removal of an article from the news site Oskemen Today within a day."
    assert coded(text.format("The Information Ministry"))[0] == "official_warning"
    assert coded(text.format("A lawyer of a gold company"))[0] == "pretrial_claim"


def test_a_site_that_is_flooded_with_requests_is_not_blocked() -> None:
    text = "The news site Qala.kz has been inaccessible since Monday. A botnet sends it thousands of junk requests."
    assert coded(text) == ["ddos_hacker_attack"]


def test_what_is_demanded_in_a_suit_is_no_claim_before_it() -> None:
    told = "A colonel demands an apology and 3 million tenge from the newspaper Aral Tynysy."
    assert coded(f"{told} He has filed a suit against it. The court accepted the claim on 14 July.")[0] == "civil_case"


def test_custody_leads_the_detention_before_it() -> None:
    text = "Police detained reporter Ann Lee in Baku. A court remanded her in custody for four months."
    assert coded(text)[0] == "arrest_pretrial"


def test_a_pre_trial_investigation_is_no_trial() -> None:
    assert "court_trial" not in coded("Police began a pre-trial investigation against editor Ann Lee in Petropavl.")


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("На журналистку Ольгу Ким в Таразе 3 мая обрушились звонки со скрытых номеров.", "mass_calls"),
        ("На оператора Ивана Коваля в Таразе 3 мая обрушилась стена.", "non_fatal_accident"),
        (
            "Владелец рынка в Таразе 3 мая направил автомобиль на журналистку Ольгу Ким.",
            "threat_to_life_liberty_health",
        ),
        ("Журналистке Ольге Ким 3 мая пришло письмо якобы от службы поддержки Google.", "phishing"),
        (
            "Телеграм-канал журналистке Ольге Ким не принадлежит: его завели неизвестные 3 мая.",
            "identity_theft_fake_account",
        ),
        ("Журналистке Ольге Ким в Таразе 3 мая прислали гроб.", THREATS),
    ],
)
def test_the_method_that_a_short_russian_text_tells(text: str, method: str) -> None:
    reading = readings.first_coding(text)
    assert reading.methods[0].value == method


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (
            "Masked men stopped the taxi of reporter Ann Lee. A pistol was put to her head.",
            "threat_to_life_liberty_health",
        ),
        ("A letter reached blogger Ann Lee that looked like a notice from the support of Telegram.", "phishing"),
        ("Screenshots from private chats of reporter Ann Lee were circulating by evening.", "leak_of_personal_data"),
        ("Clone of a Taraz newspaper appears: the channel was a copy.", "identity_theft_fake_account"),
        (
            "Reporter Ann Lee wrote of a pond. Villagers were made to take back what they told her.",
            "pressure_on_sources",
        ),
        ("A court in Bishkek dissolves the foundation behind the news site Kok Tirek.", "closure_blocking_of_media"),
        ("The akimat gave the newsroom of the weekly Kok Tirek thirty days to vacate its rooms.", "economic_pressure"),
        ("Ten days: that is what the Taraz city court gave blogger Ann Lee.", "administrative_arrest"),
    ],
)
def test_the_method_that_an_english_text_tells(text: str, method: str) -> None:
    assert method in coded(text)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (
            "The akimat gave the newsroom of the weekly Kok Tirek thirty days to vacate its rooms.",
            "administrative_arrest",
        ),
        (
            "The akimat gave the newsroom thirty days to vacate its rooms; police beat editor Ann Lee.",
            "administrative_arrest",
        ),
        ("Police questioned blogger Ann Lee for hours. No case has been opened against the blogger.", "criminal_case"),
        ("Blogger Ann Lee was sent to a psychiatric hospital, as she managed to tell her sister.", RELATIVES),
        (
            "Reporter Ann Lee collected accounts on a tailings pond when police detained her.",
            "wiretapping_surveillance",
        ),
    ],
)
def test_a_term_a_denial_and_a_word_inside_another_tell_no_method(text: str, method: str) -> None:
    assert method not in coded(text)


def test_a_written_warning_warns_though_its_word_is_that_of_a_threat() -> None:
    assert "official_warning" in coded("Blogger Ann Lee was questioned in Taraz and given a written warning to sign.")


@pytest.mark.parametrize(
    ("general", "text"),
    [
        ("closure_blocking_of_media", "Салық органы «Орда» газетінің есепшоттарын бұғаттады."),
        (BEATING, "Аңшы тілші Айбек Нұровтың төбесінен асыра екі рет аспанға оқ атты."),
    ],
)
def test_what_is_only_in_the_words_of_another_method_is_no_second_one(general: str, text: str) -> None:
    found = material(text)
    assert found.told[general].points > 0
    left = placement_special.told_by_the_same_words(found.told, found)[general].points
    assert left == pytest.approx(0.3 * found.told[general].points)


def test_a_page_that_the_network_blocks_after_a_break_in_is_not_closed_by_a_state() -> None:
    text = "Блогер Айбек Нұровтың аккаунтын біреу бұзып кіріп, крипто жарнамасын салды. Instagram парақшаны бұғаттады."
    assert coded(text)[0] == "account_hacking"
    assert "closure_blocking_of_media" not in coded(text)


def test_a_murder_of_somebody_else_in_the_background_takes_no_beating_away() -> None:
    text = (
        "Cameraman Askar Dosov was shoved to the ground, handcuffed and detained by police in Almaty on 3 May 2024"
        " while he filmed a protest against the acquittal of an officer who fatally shot a young man in 2011. Dosov was"
        " held for two hours and released. Police shoved another photographer into a wall."
    )
    assert coded(text)[0] == BEATING
