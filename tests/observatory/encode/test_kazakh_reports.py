"""Kazakh reports: a hand laid on, things wiped, accounts lost, and who holds, blocks, sues and is named."""

from __future__ import annotations

import pytest
from tests import readings


def codes(text: str) -> list[str]:
    return [one.value for one in readings.first_coding(text).methods]


def named(text: str) -> list[str]:
    return [one["name"] for one in readings.read_line(text)["targets"]]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Журналист Айбек Нұровтың білегінен ұстап, бұрап тастады.", "non_fatal_attack_beating"),
        ("Тілші Сара Әли: «Иығымнан сілкілеп, желкемнен нұқып шығарды».", "non_fatal_attack_beating"),
        ("Блогер Сара Әлидің телефонын алып, видеоларын өшіріп тастады.", "damage_seizure_of_property"),
        ("Оператор Айбек Нұровтың кадрларын түгел жойып жіберді.", "damage_seizure_of_property"),
        ("Тілші Айбек Нұровтың флешкасын осы күнге дейін қайтармаған.", "damage_seizure_of_property"),
        ("Полиция тілші Сара Әлиді ұстады. Одан кім жібергенін, қанша төлегенін сұраған.", "interrogation"),
        ("Редактор Ольга Кимнің мекенжайы мен телефоны жасырын арнада жарияланды.", "leak_of_personal_data"),
        ("Журналист Айбек Нұров парақшасынан айырылды.", "account_hacking"),
        ("Блогер Сара Әли: «Мені админдер қатарынан алып тастапты, арна бөгде қолда».", "account_hacking"),
        ("Журналист Сара Әлиге бір түнде үсті-үстіне қоңырау түсті.", "mass_calls"),
        (
            "Тілші Сара Әлиге «балаңның мектебін білеміз, жазғаныңды қой» деген хат келді.",
            "bullying_intimidation_threats",
        ),
        ("Депутат журналист Айбек Нұровқа «ертең жұмыссыз қаласың» деді.", "bullying_intimidation_threats"),
        ("Блогер Сара Әлидің төлқұжатын жасырын арнада жариялап жіберген.", "leak_of_personal_data"),
        ("Саудагер әйел репортер Сара Әлидің шашынан жұлды.", "non_fatal_attack_beating"),
        ("Редактор Айбек Нұровты тергеушіге әңгімелесуге шақырды.", "interrogation"),
        ("Директор журналист Сара Әлиден өтініш жазуды талап етті.", "dismissal"),
        ("Блогер Айбек Нұров кешке дейін күдікті ретінде жауап берді.", "interrogation"),
        ("Тергеушілер журналист Сара Әлиден мақаланы кімнің тапсырысымен жазғанын сұраған.", "interrogation"),
        ("Редактор Сара Әлиге министрдің атынан сілтеме келген.", "phishing"),
        ("Тілші Сара Әлиге бір кеште жүздеген қоңырау түсті.", "mass_calls"),
        ("Оператор Айбек Нұровтың микрофоны екіге бөлініп қалды.", "damage_seizure_of_property"),
        ("Сот «Таң» газетіне қойылған талапты қанағаттандырудан бас тартты.", "court_trial"),
        ("Блогер Айбек Нұровқа «үйің жанады» деген хат келді.", "bullying_intimidation_threats"),
    ],
)
def test_what_is_told(text: str, method: str) -> None:
    assert method in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Базар күзетшісі тілші Сара Әлиді ұстап, жертөлеге қамап қойды. Адам ұрлау бабымен іс қозғалды.",
        "Маска киген екі адам блогер Айбек Нұровты ұстап, ауылдан алып кетті. Полиция адам ұрлау фактісін тексеруде.",
    ],
)
def test_held_by_people_without_an_office_is_abducted(text: str) -> None:
    assert codes(text)[0] == "abduction"


def test_held_by_the_police_is_detained_though_kidnapping_is_spoken_of() -> None:
    text = "Полиция блогер Айбек Нұровты көшеде ұстады. Ағасы мұны адам ұрлау деп атады."
    assert codes(text)[0] == "short_term_detention"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("«Таң» сайтының парақшасына жаппай шағым түсіп, желі оны бұғаттап тастады.", "bot_attack"),
        ("Министрлік «Таң» сайтын бұғаттап тастады, бұған дейін жаппай шағым түскен.", "closure_blocking_of_media"),
    ],
)
def test_a_network_blocks_because_of_complaints_and_only_a_state_closes(text: str, method: str) -> None:
    assert codes(text)[0] == method


def test_slander_that_is_fined_is_no_civil_case_for_an_honour_offended() -> None:
    text = "Сот блогер Айбек Нұровқа әкімшілік іс бойынша айыппұл салды. Шенеунік ар-намысына нұқсан келді деп санайды."
    assert "civil_case" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Фотограф Айбек Нұров суретін рұқсатсыз басқан дүкенді сотқа берді.",
        "Алматы соты дүкеннен тілшіге 300 мың теңге өндіріп берді. Талап арызды тілші Сара Әли өзі түсірген.",
    ],
)
def test_a_media_worker_who_sues_is_not_attacked(text: str) -> None:
    assert not readings.read_line(text)["is_attack"]


def test_a_media_worker_who_is_sued_is_attacked() -> None:
    assert codes("Дүкен иесі фотограф Айбек Нұровты сотқа берді.") == ["civil_case"]


@pytest.mark.parametrize(
    "text",
    [
        "Басшылық журналист Айбек Нұровты жұмыстан шығарды.",
        "Холдинг тілші Сара Әлиді жұмыстан шығарды.",
    ],
)
def test_a_name_in_the_accusative_tells_the_case_of_the_word_before_it(text: str) -> None:
    assert codes(text) == ["dismissal"]


def test_what_nearly_happened_to_a_thing_did_not() -> None:
    text = "Журналист Айбек Нұровқа белгісіз нөмірлерден жаппай қоңырау түсті, телефоны жарыла жаздады."
    assert codes(text) == ["mass_calls"]


def test_a_given_name_is_no_word_for_an_act() -> None:
    assert codes("Күзетші базарда блогер Ұлан Сатовты ұрып кетті.") == ["non_fatal_attack_beating"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Таңғы алтыда журналист Айбек Нұровты ұстады.", ["Айбек Нұров"]),
        ("«Тас» компаниясының екі қызметкері тілші Сара Омарованы ұрды.", ["Сара Омарова"]),
        ("Полиция тілшіміз Айбек Нұровты алаңда ұстады.", ["Айбек Нұров"]),
        ("Полиция блогер Сара Мұратқызын көшеде ұстады.", ["Сара Мұратқызы"]),
        ("Журналисти Айбек Сатовтин телефонын тартып алды.", ["Айбек Сатов"]),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_the_title_of_an_article_is_no_outlet() -> None:
    text = "Прокурор редактор Сара Омароваға «Таң» газетіндегі «Көпір неге құлады?» деген мақала үшін ескерту берді."
    assert named(text) == ["Сара Омарова", "Таң"]


@pytest.mark.parametrize("place", ["газетінің", "сайтының", "порталының"])
def test_an_editor_in_chief_of_an_outlet_is_no_manager(place: str) -> None:
    found = readings.read_line(f"Полиция «Таң» {place} бас редакторы Айбек Нұровты ұстады.")["targets"][0]
    assert (found["name"], found["kind"]) == ("Айбек Нұров", "editor_in_chief")


def test_a_site_that_does_not_open_was_shut_where_an_office_says_so() -> None:
    text = "«Таң» сайты ашылмай қалды. Министрлік ресурсты бұғаттағанын растады."
    assert codes(text) == ["closure_blocking_of_media"]


def test_a_site_that_does_not_open_under_an_attack_was_attacked() -> None:
    text = "«Таң» сайты DDoS-шабуылдан ашылмай қалды. Хостинг басқа сайттарды да бұғаттады."
    assert codes(text)[0] == "ddos_hacker_attack"


def test_what_a_publication_is_about_was_not_done_to_its_author() -> None:
    text = "Қыз ұрлау туралы зерттеу жазған журналист Сара Әлидің мекенжайы арнада жарияланды."
    assert codes(text) == ["leak_of_personal_data"]


def test_an_attempt_on_a_life_is_no_murder_though_its_words_contain_it() -> None:
    text = "Тараздық блогер Айбек Нұровты пышақтап кетті. Полиция кісі өлтіруге оқталу бабымен іс қозғады."
    assert codes(text)[0] == "attempted_murder"
    assert "murder" not in codes(text)


def test_who_is_locked_up_for_days_told_later_is_not_in_custody() -> None:
    text = "Блогер Айбек Нұров қамалды. Түнде әкімшілік ісі қаралып, он бес тәулікке қамау туралы қаулы шықты."
    assert "administrative_arrest" in codes(text)
    assert "arrest_pretrial" not in codes(text)


def test_who_is_sentenced_under_the_article_on_obstruction_is_the_attacker() -> None:
    text = (
        "Дүкен иесі оператор Айбек Нұровты ұрып жықты. Ол Қылмыстық кодекстің 158-бабының 2-бөлігімен кінәлі танылып, "
        "бір жылға бас бостандығын шектеу жазасын алды."
    )
    assert codes(text)[0] == "non_fatal_attack_beating"
    assert not {"suspended_sentence", "criminal_case"} & set(codes(text))


def test_a_suit_leads_the_trial_of_it() -> None:
    text = "Сот «Құс» ЖШС-нің «Таң» газетіне қойған талап арызын қанағаттандырды. Сот шешімі күшіне енді."
    assert codes(text)[0] == "civil_case"


def test_a_release_that_is_demanded_is_no_dismissal() -> None:
    text = "Полиция блогер Айбек Нұровты ұстады. Қорғаушылар блогерді тез арада босатуды талап етті."
    assert "dismissal" not in codes(text)


def test_the_brother_who_was_struck_is_a_target_beside_his_sister_of_the_same_name() -> None:
    text = (
        "Журналист Гүлнар Сатованың жақын адамы арқылы қысым жасалды. Оның інісі Дархан Сатов белгісіз екі жігіттің "
        "тепкісіне ұшырады. Журналистің туысын ұрып-соғу – сөз бостандығына шабуыл."
    )
    assert {"Гүлнар Сатова", "Дархан Сатов"} <= set(named(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Блогер Сара Әли жындыханада. Ол 2025 жылғы 3 мамырда ұсталған. 6 мамырда психиатриялық ауруханаға түсті.",
            "2025-05-06",
        ),
        (
            "Редактор Сара Әлиге 2025 жылғы 9 мамырда біреу тапаншадан оқ атты. Соңғы мақаласы 5 мамырда шыққан.",
            "2025-05-09",
        ),
    ],
)
def test_the_day_is_that_of_the_act_and_not_of_a_step_before_or_of_an_article(text: str, date: str) -> None:
    assert readings.read_line(text)["date"] == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Семейде облыстық мәслихаттың сессиясына журналистер кіре алмай қалды.", "Семей"),
        ("Блогер Айбек Нұровқа астаналық күзетшілер кедергі жасады.", "Астана"),
        ("Бішкектегі «Жаңы» сайтының журналисі Айбек Нұров Қордайда шекарадан қайтарылды.", "Қордай"),
        ("Жетісу облысында тілші ұрылды. Үштөбеде шығатын «Таң» газетінің тілшісін шенеунік ұрды.", "Үштөбе"),
        ("Бішкекте шығатын «Жаңы» газетінің тілшісі Айбек Нұров шекарадан қайтарылды. Бұл Қордайда болған.", "Қордай"),
    ],
)
def test_the_place_is_where_it_was_and_not_where_an_outlet_is(text: str, place: str) -> None:
    assert readings.read_line(text)["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "Алаңда тілшілердің жұмысына кедергі болған жоқ. Тілшіміз Сара Әлидің байқауынша, жиын тыныш өтті.",
        "Блогер Айбек Нұров көлікті мас күйінде жүргізгені үшін жүргізуші куәлігінен айырылып, бес тәулікке қамалды.",
    ],
)
def test_nothing_done_and_a_drunken_drive_are_no_attack(text: str) -> None:
    assert not readings.read_line(text)["is_attack"]


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("Белгісіз екі жігіт тілші Айбек Нұровты ұрып кетті. Екі күннен соң екеуі ұсталды.", "non_state"),
        ("Белгісіз біреу тілші Айбек Нұровты ұрып кетті. Полиция 30 жастағы тұрғынды анықтады.", "non_state"),
        ("Белгісіз екі жігіт тілші Айбек Нұровты ұрып кетті. Күдіктілер әлі ұсталған жоқ.", "unknown"),
    ],
)
def test_who_is_caught_later_is_known_not_to_be_the_state(text: str, klass: str) -> None:
    assert readings.read_line(text)["perpetrator"] == klass
