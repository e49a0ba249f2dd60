"""The coding form: what it shows it gives back, what is changed is the person's, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, get_default_renderer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests import builders

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.document import Document, Quotation
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.web.desk.form import Asked, CodingForm, Texts
from kuzet.web.desk.form.writing import Renderer, cells
from kuzet.web.desk.wording.labels import Labels

BOOK = codebook.load()
KZ = countries.load("kz")
AT = datetime(2025, 1, 10, 9, tzinfo=UTC)
TEXT = Document(id="d1", text="Күзетші тілшіні  итерді.\nThe guard pushed her. The guard pushed her again, said Айгүл.")
POINT = {"latitude": "53.2", "longitude": "63.6"}
ARTICLE, FINE = {"articles__0__code": "civil_code"}, {"penalties__0__kind": "fine"}
PUSH = {f"title_{one}": one for one in LANGUAGES} | {"summary_en": "Pushed.", "reason": "two sources"}


def asked(language="en", documents=(TEXT,), **more):
    return Asked(Labels(language, BOOK), KZ, documents, **more)


def sent(form):
    """What a browser sends of a form that was not touched."""
    rows = [row for section in form.sections for row in section.rows]
    found = {field.html_name: field.value() for row in rows for field in row if field.value() not in (None, "", False)}
    return found | {f"{form.prefix}-{name}": text for name, text in PUSH.items()}


def filled(base, **changes):
    """The form of a coding, sent with these changes (`methods_0_value`)."""
    data = sent(CodingForm(asked(), base))
    return CodingForm(asked(), base, data | {f"accept-{key.replace('__', '-')}": text for key, text in changes.items()})


def codes(table):
    return st.sampled_from(tuple(BOOK.table(table)))


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=20
)
names = st.builds(Name, kk=words, ru=words | st.just(""), en=words | st.just(""))
numbers = st.integers(1, 90)
days = st.dates(datetime(1900, 1, 1).date(), datetime(2100, 1, 1).date())  # noqa: DTZ001  (days have no zone)
dates = st.builds(
    lambda day, exact, night: EventDate(
        PartialDate(*(day.year, day.month, day.day)[:exact]), PartialDate(2101), night
    ) if exact == 2 else EventDate(PartialDate(*(day.year, day.month, day.day)[:exact]), night=night),
    days, st.integers(1, 3), st.booleans(),
)  # fmt: skip


@st.composite
def quotations(draw):
    start = draw(st.integers(0, len(TEXT.text) - 2))
    end = draw(st.integers(start + 1, len(TEXT.text)))
    cut = Quotation.cut(TEXT, start, end)
    return cut if cut.text.strip() else None


def answers(values):
    sure = st.floats(0, 1, allow_nan=False)
    return st.builds(Answer, value=values, quotation=st.none() | quotations(), confidence=sure, rule=words)


def some(values, least=0):
    return st.lists(answers(values), min_size=least, max_size=3).map(tuple)


def one(values):
    return st.none() | answers(values)


perpetrators = st.builds(
    Perpetrator,
    klass=codes("perpetrator_classes"),
    kind=st.just("") | codes("perpetrator_kinds"),
    role=codes("perpetrator_roles"),
    name=st.none() | names,
)
targets = st.builds(
    Target,
    name=names,
    kind=codes("target_kinds"),
    affiliation=st.none() | names,
    gender=st.sampled_from(["", "f", "m"]),
    people=st.none() | numbers,
)
sums = st.builds(Money, amount=st.decimals(0, 10**9, places=2), currency=st.sampled_from(["KZT", "MCI"]))
penalties = st.builds(
    Penalty,
    kind=codes("penalty_kinds"),
    money=st.none() | sums,
    days=st.none() | numbers,
    months=st.none() | numbers,
    date=st.none() | dates,
    requested=st.booleans(),
    replaced=st.booleans(),
)
articles = st.builds(
    LegalArticle,
    code=st.sampled_from([law.code for law in KZ.law]),
    article=st.from_regex(r"\A[1-9][0-9]{0,2}(-[1-9])?\Z"),
    part=st.just("") | st.sampled_from(["1", "2"]),
)
places = st.builds(
    Place,
    name=names,
    precision=st.sampled_from(["point", "town"]),
    country=st.sampled_from(["KZ", "RU"]),
    region=st.sampled_from(["", "KZ-39"]),
    latitude=st.just(51.5),
    longitude=st.floats(60, 70, width=16),
)


@st.composite
def codings(draw):
    methods = draw(some(codes("methods"), 1))
    category = BOOK.table("methods")[methods[0].value].extra["category"]
    return Coding(
        subject="d1#1",
        coder=Coder(id="reader", machine=True),
        codebook=BOOK.version,
        is_attack=Answer(value=True, rule="words"),
        category=draw(answers(st.just(category))),
        methods=methods,
        perpetrators=draw(some(perpetrators, 1)),
        targets=draw(some(targets, 1)),
        people=draw(one(numbers)),
        date=draw(answers(dates)),
        place=draw(answers(places)),
        mode=draw(one(codes("modes"))),
        context_event=draw(one(st.sampled_from([event.code for event in KZ.events]))),
        articles=draw(some(articles)),
        proceeding=draw(one(codes("proceedings"))),
        stage=draw(one(codes("stages"))),
        verdict=draw(one(codes("verdicts"))),
        penalties=draw(some(penalties)),
        certainty=draw(one(codes("certainties"))),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(base=codings(), language=st.sampled_from(LANGUAGES))
def test_a_coding_that_was_not_touched_comes_back_with_every_quotation_rule_and_confidence(base, language):
    form = CodingForm(asked(language), base, sent(CodingForm(asked(language), base)))
    assert form.faults == []
    assert form.coding("d1#1", "aigul", AT) == replace(base, coder=Coder(id="aigul"), at=AT)
    assert (form.title.kk, form.summary.en, form.reason) == ("kk", "Pushed.", "two sources")


@pytest.fixture
def base():
    quoted = Quotation.cut(TEXT, TEXT.text.index("The guard"), TEXT.text.index(" The guard"))
    return builders.coding(methods=(Answer(value="non_fatal_attack_beating", quotation=quoted, rule="pushed"),))


def test_what_is_changed_is_the_persons_answer_and_what_is_left_stays_the_machines(base):
    form = filled(base, targets__0__people="3", methods__1__value="damage_seizure_of_property")
    made = form.coding("KZ-2024-0001", "aigul", AT)
    assert (made.methods[0], made.methods[1]) == (base.methods[0], Answer(value="damage_seizure_of_property"))
    assert made.targets == (Answer(value=replace(base.targets[0].value, people=3)),)
    assert (made.subject, made.coder, made.category) == ("KZ-2024-0001", Coder(id="aigul"), base.category)


def test_the_category_follows_from_the_main_method(base):
    form = filled(base, methods__0__value="ddos_hacker_attack", methods__0__quotation="")
    assert form.coding("d1#1", "aigul", AT).category == Answer(value="non_physical_cyber")


def test_words_that_a_person_typed_are_found_in_the_text_whatever_its_blanks(base):
    form = filled(base, date__0__quotation="тілшіні итерді")
    quoted = form.coding("d1#1", "aigul", AT).date.quotation
    assert (quoted.start, quoted.text) == (8, "тілшіні  итерді")


def test_of_words_that_stand_twice_the_marked_ones_are_quoted(base):
    second = TEXT.text.rindex("The guard")
    form = filled(base, date__0__quotation="The guard pushed her", date__0__at=f"{second} d1")
    assert form.coding("d1#1", "aigul", AT).date.quotation.start == second


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"date__0__quotation": "The guard ran"}, "id_accept-date-0-quotation", "not_quoted"),
        ({"date__0__start": "2024-13"}, "id_accept-date-0-start", "date_help"),
        ({"date__0__start": "--04-15"}, "id_accept-date-0-start", "date_help"),
        ({"date__0__start": ""}, "id_accept-date", "needed"),
        ({"people__0__value": "many"}, "id_accept-people-0-value", "not_a_number"),
        ({"people__0__value": "0"}, "id_accept-people-0-value", "not_a_number"),
        ({"methods__0__value": "phisical"}, "id_accept-methods-0-value", "not_listed"),
        ({"targets__0__kind": ""}, "id_accept-targets-0-kind", "needed"),
        ({"targets__0__name_en": ""}, "id_accept-targets-0-name_kk", "needed"),
        (ARTICLE | {"articles__0__article": "4b"}, "id_accept-articles-0-article", "article_help"),
        (FINE | {"penalties__0__money_amount": "5"}, "id_accept-penalties-0-money_currency", "needed"),
        (FINE | {"penalties__0__date": "May"}, "id_accept-penalties-0-date", "date_help"),
        ({"place__0__latitude": "51"}, "id_accept-place-0-longitude", "needed"),
        ({"place__0__latitude": "91", "place__0__longitude": "5"}, "id_accept-place-0-latitude", "not_a_number"),
        ({"reason": " "}, "id_accept-reason", "needed"),
        ({f"title_{one}": "" for one in LANGUAGES}, "id_accept-title_en", "needed"),
    ],
)  # fmt: skip
def test_what_is_unfit_is_told_at_its_field_in_words_of_the_desk(base, changes, field, expected):
    form = filled(base, **changes)
    assert form.is_valid() is False
    assert [(one.field, one.expected) for one in form.faults] == [(field, asked().words[expected])]


def test_a_row_is_added_taken_away_or_made_the_first_with_all_that_was_typed_and_nothing_is_checked(base):
    data = sent(CodingForm(asked(), base)) | {"accept-targets-1-name_kk": "Айгүл", "accept-date-0-start": "soon"}
    added = CodingForm(asked(), base, data | {"do": "add targets"})
    assert (added.acted, added.is_valid(), added.faults) == (True, False, [])
    assert [row["name_kk"].value() for row in added.sections[2].rows] == [None, "Айгүл", None]
    assert added.sections[4].rows[0]["start"].value() == "soon"
    assert added.texts["reason"].value() == "two sources"
    first = CodingForm(asked(), base, data | {"do": "first targets 1"})
    assert [row["name_kk"].value() for row in first.sections[2].rows] == ["Айгүл", None]
    gone = CodingForm(asked(), base, data | {"do": "remove targets 0"})
    assert [row["name_kk"].value() for row in gone.sections[2].rows] == ["Айгүл"]


@pytest.mark.parametrize("act", ["remove targets 7", "first targets 99", "drop targets", "add nothing", "remove x y"])
def test_an_act_on_what_is_not_there_changes_no_row(base, act):
    form = CodingForm(asked(), base, sent(CodingForm(asked(), base)) | {"do": act})
    assert [len(section.rows) for section in form.sections[:3]] == [1, 1, 1]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"region": "KZ-39"}, ("region", "KZ-39", "Kostanay Region", None)),
        ({"name": "қостанай"}, ("town", "KZ-39", "Kostanay", 53.2144)),
        ({"name": "Kostanay", "region": "KZ-39"}, ("town", "KZ-39", "Kostanay", 53.2144)),
        ({"name": "Nowhere", "region": "KZ-39"}, ("town", "KZ-39", "Nowhere", None)),
        ({"name": "Court", "region": "KZ-39", **POINT}, ("point", "KZ-39", "Court", 53.2)),
        ({"nation": "ru", "name": "Omsk"}, ("town", "", "Omsk", None)),
        ({"nation": "kz"}, ("country", "", "Kazakhstan", None)),
    ],
)  # fmt: skip
def test_a_place_is_as_exact_as_what_was_typed_and_the_gazetteer_knows_the_rest(base, typed, told):
    data = {key: text for key, text in sent(CodingForm(asked(), base)).items() if "-place-" not in key}
    form = CodingForm(asked(), base, data | {f"accept-place-0-{name}": text for name, text in typed.items()})
    assert form.faults == []
    place = form.coding("d1#1", "aigul", AT).place.value
    assert (place.precision, place.region, place.name.en, place.latitude) == told


def test_a_range_a_night_and_the_written_form_are_dates(base):
    def date(**fields):
        return str(filled(base, **fields).coding("d1#1", "a", AT).date.value)

    assert (
        date(date__0__start="2024-09-20", date__0__end="2024-09-21", date__0__night="on")
        == "2024-09-20/2024-09-21 night"
    )
    assert date(date__0__start="2024-09-12/2024-09-30") == "2024-09-12/2024-09-30"


def test_a_penalty_has_its_sum_with_its_currency(base):
    fine = {"kind": "fine", "money_amount": "150", "money_currency": "mci", "requested": "on", "date": "2024-05"}
    form = filled(base, **{f"penalties__0__{name}": text for name, text in fine.items()})
    (given_,) = form.coding("d1#1", "aigul", AT).penalties
    assert given_.value.money == Money(amount=Decimal(150), currency="MCI")
    assert (given_.value.requested, str(given_.value.date)) == (True, "2024-05")


def test_a_sum_of_nothing_is_a_sum(base):
    form = filled(base, penalties__0__kind="fine", penalties__0__money_amount="0", penalties__0__money_currency="KZT")
    (given_,) = form.coding("d1#1", "aigul", AT).penalties
    assert given_.value.money == Money(amount=Decimal(0), currency="KZT")


class Shown(forms.Form):
    """A field of each kind, with what has to be escaped."""

    said = forms.CharField(initial='"<i>&', widget=forms.TextInput(attrs={"lang": "kk", "hidden": True, "list": False}))
    long = forms.CharField(initial="<b>\n'", required=False, widget=forms.Textarea(attrs={"rows": 1}))
    empty = forms.CharField(required=False, widget=forms.Textarea)
    at = forms.CharField(initial="66 <d1>", widget=forms.HiddenInput)
    ticked = forms.BooleanField(initial=True)
    open = forms.BooleanField(required=False)
    count = forms.IntegerField(initial=1000)
    kind = forms.ChoiceField(choices=[("a", "A & B")], initial="a")


@pytest.mark.parametrize("data", [None, {"said": "", "count": "<x>"}])
def test_plain_fields_are_written_as_the_templates_of_django_say_them(data):
    ours, theirs = (Shown(data, renderer=renderer()) for renderer in (Renderer, DjangoTemplates))
    assert [str(field) for field in ours] == [str(field) for field in theirs]
    assert [str(field.errors) for field in ours] == [str(field.errors) for field in theirs]
    assert isinstance(get_default_renderer(), Renderer)


def test_a_cell_escapes_its_label_and_tells_what_is_wrong():
    (cell,) = [one for one in Shown({"count": "<x>"}) if one.name == "count"]
    cell.label = "<u>"
    assert cells([cell]) == (
        '<div class="cell cell-count"><label for="id_count">&lt;u&gt;</label>'
        '<ul class="errorlist" id="id_count_error"><li>Enter a whole number.</li></ul>'
        '<input type="number" name="count" value="&lt;x&gt;" required aria-invalid="true"'
        ' aria-describedby="id_count_error" id="id_count"></div>'
    )


def test_a_code_of_another_codebook_is_shown_and_kept_until_a_person_changes_it(base):
    old = replace(base, mode=Answer(value="by_pigeon"))
    form = filled(old)
    assert form.coding("d1#1", "aigul", AT).mode == Answer(value="by_pigeon")


def test_where_a_coding_need_not_be_complete_every_question_may_stay_open():
    form = CodingForm(asked(complete=False), None, {}, texts=None)
    assert form.is_valid()
    assert form.coding("d1#1", "aigul", AT) == Coding(
        subject="d1#1", coder=Coder(id="aigul"), codebook=BOOK.version, at=AT
    )


def test_the_texts_of_an_incident_stand_in_the_form():
    form = CodingForm(asked(), None, texts=Texts(Name(kk="Итерілді"), Name(en="Pushed out.")))
    assert (form.texts["title_kk"].value(), form.texts["summary_en"].value()) == ("Итерілді", "Pushed out.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label_in_the_language_of_the_page(language):
    forms = [row for section in CodingForm(asked(language), None).sections for row in section.rows]
    assert len(forms) == 12
    assert [field.label for row in forms for field in row if not str(field.label).strip()] == []
