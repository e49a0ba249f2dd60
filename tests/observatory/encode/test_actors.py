"""Who of those named acted: not who is written about or turned to; one of them; guards, owners, kin, other states."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.basis.coding import Perpetrator


def leading(text: str) -> Perpetrator:
    return readings.first_coding(text).perpetrators[0].value


@pytest.mark.parametrize(
    "text",
    [
        "Аурухана туралы сюжет түсірген журналист Айбек Нұровтың көлігін түнде өртеп кеткен.",
        "Полиция бастығының сарайы туралы мақаладан соң редактор Ольга Кимнің терезесін сындырып кетті.",
        "Әкімді сынаған блогер Сара Әлиді үйінің алдында ұрып кетті.",
        "После статьи о полиции журналисту Айбеку Нурову разбили окна квартиры.",
        "Редактору Ольге Ким после публикации про акима ночью сожгли машину.",
        "The windows of reporter Olga Kim were smashed after her article about the city police.",
    ],
)
def test_who_is_written_about_has_not_done_it(text: str) -> None:
    assert leading(text).klass == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Сауда үйінің күзетшілері тілші Сара Әлидің жолын бөгеді. Біреуі оны иығынан тартып, жерге құлатты.",
        "Жиынға тілші Айбек Нұров келген. Базардың күзетшілері қарсы шықты. Екеуі оны ұрып, далаға шығарды.",
        "К журналистке Ольге Ким подошли охранники рынка. Один из них ударил её по лицу.",
        "Guards of the market came up to reporter Olga Kim. One of them punched her.",
    ],
)
def test_one_of_them_is_one_of_those_named_before(text: str) -> None:
    assert leading(text).kind == "private_security"


def test_one_of_the_policemen_is_of_the_authorities() -> None:
    text = "Алаңда блогер Сара Әлидің қасына полицейлер келді. Біреуі телефонын тартып алып, сындырды."
    assert leading(text).kind == "police"


def test_one_without_anybody_named_before_is_unknown() -> None:
    text = "Блогер Сара Әли үйіне қайтып келе жатқан. Біреуі артынан келіп, оны ұрып кетті."
    assert leading(text).klass == "unknown"


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("«Таң» сайтының тілшісі Сара Әлиді директор сыннан соң жұмыстан шығарды. Сайт жекеменшік.", "non_state"),
        ("Тележүргізуші Айбек Нұров жұмыстан босатылды. Ол әкімді эфирде сынаған. Арна жеке холдинг.", "non_state"),
        ("Журналист Сара Әли жұмыстан шығарылды, мұны әкім талап еткен. Сайт жекеменшік.", "authorities"),
        ("Мемлекеттік телеарнаның жүргізушісі Айбек Нұров жазбасы үшін жұмыстан шығарылды.", "authorities"),
        ("Тілші Сара Әли жұмыстан босатылды, газет әкімдікке қарайды. Күзетші рұқсатын алды.", "authorities"),
        ("Журналистку Ольгу Ким уволили после критики акима. Телеканал принадлежит холдингу.", "non_state"),
        ("Reporter Olga Kim was dismissed from a private TV channel after criticism of the akim.", "non_state"),
    ],
)
def test_a_private_outlet_dismisses_unless_an_office_had_it_done(text: str, klass: str) -> None:
    assert leading(text).klass == klass


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("Жол инспекциясының басшысы полицияға арызданып, блогер Айбек Нұровқа айыппұл салынды.", "authorities"),
        ("Тұрғын үй кооперативінің төрағасы полицияға шағымданып, блогер Сара Әлиге айыппұл салынды.", "non_state"),
        ("Дәмхана иесі полицияға шағымданған соң сот блогер Айбек Нұровқа айыппұл салды.", "non_state"),
    ],
)
def test_who_complains_is_not_who_is_complained_to(text: str, klass: str) -> None:
    assert leading(text).klass == klass


@pytest.mark.parametrize(
    ("text", "klass"),
    [
        ("Жеке клиниканың бас дәрігері журналист Сара Әлиді кабинетінен қуып шықты.", "non_state"),
        ("Қалалық емхананың бас дәрігері журналист Сара Әлиді кабинетінен қуып шықты.", "authorities"),
        ("Ауыл жігіттері оператор Айбек Нұровты ұрып, камерасын сындырды.", "non_state"),
        ("Әкімнің інісі блогер Айбек Нұровты дәмханада ұрып кетті.", "non_state"),
        ("Әкімнің көмекшісі журналист Сара Әлиді залдан қуып шықты.", "authorities"),
        ("Өзбек шекарашылары журналист Сара Әлиді өткелде бес сағат ұстады.", "foreign_state"),
        ("Қытайдың Алматыдағы консулдығы тілші Айбек Нұровқа түсіруге рұқсат бермеді.", "foreign_state"),
        ("Капитан шеніндегі адам журналист Сара Әлидің телефонын жұлып алды.", "authorities"),
        ("Жеке күзет агенттігінің бес қызметкері тілші Сара Әлиге түсіруге жол бермеді.", "non_state"),
        ("Камуфляж киген адамдар журналист Сара Әлиді жиында ұрып кетті.", "authorities"),
        ("Әншінің продюсері тілші Айбек Нұровтың микрофонын жұлып алды.", "non_state"),
    ],
)
def test_whose_people_they_are(text: str, klass: str) -> None:
    assert leading(text).klass == klass


def test_an_act_told_again_tells_who_did_it() -> None:
    text = (
        "Журналист Айбек Нұровтың камерасын тартып алды. Бұл 5 мамырда болған. Ол көше туралы сюжет түсіріп жүрген. "
        "Кешке қарай ол үйіне қайтпақ еді. Дүкеннің күзетшісі келіп, камерасын тартып алған да, картасын сындырған."
    )
    assert leading(text).kind == "private_security"


def test_housing_is_no_resident() -> None:
    text = "Белгісіз адамдар тұрғын үй алдында блогер Сара Әлиді ұрып кетті."
    assert leading(text).kind == "unidentified_person"


def test_a_word_in_the_name_of_an_outlet_does_not_act() -> None:
    text = "В редакцию портала «Есиль Ревизор» пришла претензия: ТОО «Тас» требует извинений у журналистки Ольги Ким."
    assert leading(text).klass == "non_state"


def test_who_calls_for_calls_in_his_own_name_is_no_hidden_attacker() -> None:
    text = (
        "На журналистку Ольгу Ким в Таразе обрушились звонки."
        " «Позвоните ей», — призвал подписчиков владелец автосалона Дамир Сатов."
    )
    assert leading(text).klass == "non_state"
