"""What the recorded decisions, cases and sources of the sample must be."""

from __future__ import annotations

from collections import Counter

from kuzet.basis.incident import Verb

TABLES = {"category": "categories", "mode": "modes", "proceeding": "proceedings", "stage": "stages"}
TABLES |= {"verdict": "verdicts", "certainty": "certainties"}


def group(codebook, decision):
    return codebook.table("methods")[decision.coding.methods[0].value].extra["group"]


def test_decisions_have_ids_of_their_own_and_stand_in_order_of_time(decisions):
    assert len({one.id for one in decisions}) == len(decisions)
    assert [one.at for one in decisions] == sorted(one.at for one in decisions)


def test_every_quote_stands_exactly_once_in_its_document(decisions, documents):
    wrong = [
        (one.id, passage.quote)
        for one in decisions
        for passage in one.passages
        if documents[passage.document].text.count(passage.quote) != 1
    ]
    assert wrong == []


def test_47_described_incidents_are_accepted_once_each(decisions, accepted):
    assert Counter(one.verb for one in decisions)[Verb.ACCEPT] == 47
    assert list(accepted) == [f"KZ-2024-{number:04}" for number in range(1, 48)]


def test_each_incident_is_confirmed_by_another_person_than_its_coder_and_then_published_by_an_editor(
    decisions, accepted
):
    steps = {verb: [one for one in decisions if one.verb is verb] for verb in (Verb.CONFIRM, Verb.PUBLISH)}
    for told in steps.values():
        assert [one.incident for one in told] == list(accepted)
    assert [one.id for one in steps[Verb.CONFIRM] if one.author == accepted[one.incident].author] == []
    assert {one.author.id for one in steps[Verb.PUBLISH]} == {"editor-1"}


def test_incidents_follow_the_date_and_those_of_a_bare_year_come_last(accepted):
    dates = [one.coding.date.value for one in accepted.values()]
    dated = [date for date in dates if date.precision != "year"]
    assert dates[: len(dated)] == dated == sorted(dated)
    assert {str(date) for date in dates[len(dated) :]} == {"2024"}


def test_dates_say_no_more_than_the_sources(accepted):
    exact = {key: str(accepted[key].coding.date.value) for key in ("KZ-2024-0001", "KZ-2024-0016", "KZ-2024-0018")}
    assert exact == {
        "KZ-2024-0001": "2024-01",
        "KZ-2024-0016": "2024-09-12/2024-09",
        "KZ-2024-0018": "2024-09-20/2024-09-21 night",
    }


def test_categories_and_groups_agree_with_the_described_part_of_the_published_report(accepted, codebook):
    categories = Counter(one.coding.category.value for one in accepted.values())
    groups = Counter(group(codebook, one) for one in accepted.values())
    assert categories == {"physical": 4, "non_physical_cyber": 34, "judicial_economic": 9}
    assert groups["obstruction_access"] == 16
    assert groups["cyber"] == 7
    assert groups["harassment_pressure"] == 11
    assert groups["lawsuit"] == 9


def test_perpetrators_agree_with_the_published_report(accepted, codebook):
    classes = Counter((group(codebook, one), one.coding.perpetrators[0].value.klass) for one in accepted.values())
    assert classes == {
        ("physical_threat", "non_state"): 1,
        ("physical_attack", "non_state"): 2,
        ("physical_attack", "authorities"): 1,
        ("obstruction_access", "authorities"): 16,
        ("cyber", "unknown"): 7,
        ("harassment_pressure", "unknown"): 7,
        ("harassment_pressure", "authorities"): 4,
        ("lawsuit", "authorities"): 9,
    }


def test_proceedings_are_seven_administrative_one_civil_and_the_only_criminal_case(accepted):
    proceedings = Counter(one.coding.proceeding.value for one in accepted.values())
    assert proceedings == {"none": 38, "administrative": 7, "civil": 1, "criminal": 1}


def test_the_36_refusals_are_one_incident_with_36_people(accepted):
    assert accepted["KZ-2024-0001"].coding.people.value == 36
    assert [key for key, one in accepted.items() if one.coding.people and one.coding.people.value > 1] == [
        "KZ-2024-0001"
    ]


def test_six_incidents_of_obstruction_stand_on_referendum_day(accepted):
    places = Counter(
        one.coding.place.value.region for one in accepted.values() if str(one.coding.date.value) == "2024-10-06"
    )
    assert places == {"KZ-71": 2, "KZ-35": 1, "KZ-79": 1, "KZ-23": 1, "KZ-19": 1}


def test_an_arrest_replaced_on_appeal_is_kept_as_replaced(accepted):
    penalties = [answer.value for answer in accepted["KZ-2024-0014"].coding.penalties]
    assert [(one.kind, one.days, one.replaced) for one in penalties] == [
        ("administrative_arrest", 20, True),
        ("fine", None, False),
    ]


def test_the_fine_of_621000_tenge_is_180_indices_of_the_year_before(accepted, country):
    (penalty,) = accepted["KZ-2024-0004"].coding.penalties
    rate = next(one for one in country.mci if one.valid_from.year == 2023)
    assert penalty.value.money.amount == 180 * rate.amount


def codes(coding):
    """Every code that a coding gives, with the table of the codebook in which it has to stand."""
    yield from ((table, getattr(coding, field).value) for field, table in TABLES.items() if getattr(coding, field))
    yield from (("methods", one.value) for one in coding.methods)
    yield from (("perpetrator_classes", one.value.klass) for one in coding.perpetrators)
    yield from (("perpetrator_kinds", one.value.kind) for one in coding.perpetrators)
    yield from (("perpetrator_roles", one.value.role) for one in coding.perpetrators)
    yield from (("target_kinds", one.value.kind) for one in coding.targets)
    yield from (("penalty_kinds", one.value.kind) for one in coding.penalties)


def test_every_code_is_in_the_codebook(accepted, codebook):
    told = [(key, *code) for key, one in accepted.items() for code in codes(one.coding)]
    assert {table for _, table, _ in told} >= {*TABLES.values(), "methods", "target_kinds", "penalty_kinds"}
    assert [(key, table, code) for key, table, code in told if code not in codebook.table(table)] == []


def test_the_kind_of_a_perpetrator_belongs_to_its_class(accepted, codebook):
    kinds = codebook.table("perpetrator_kinds")
    perpetrators = [answer.value for one in accepted.values() for answer in one.coding.perpetrators]
    assert [one for one in perpetrators if kinds[one.kind].extra["class"] != one.klass] == []


def test_the_main_method_belongs_to_the_category(accepted, codebook):
    methods = codebook.table("methods")
    wrong = [
        key
        for key, one in accepted.items()
        if methods[one.coding.methods[0].value].extra["category"] != one.coding.category.value
    ]
    assert wrong == []


def test_regions_events_and_articles_are_those_of_the_country_pack(accepted, country):
    codings = [one.coding for one in accepted.values()]
    regions = {one.place.value.region for one in codings} - {""}
    events = {one.context_event.value for one in codings if one.context_event}
    articles = {(a.value.code, a.value.article) for one in codings for a in one.articles}
    assert regions <= {one.iso for one in country.regions}
    assert events <= {one.code for one in country.events}
    assert articles <= {(one.code, one.article) for one in country.law_articles}


def test_towns_stand_where_the_country_pack_puts_them(accepted, country):
    towns = {(one.name.ru, one.region): (one.latitude, one.longitude) for one in country.settlements}
    places = [one.coding.place.value for one in accepted.values() if one.coding.place.value.precision == "town"]
    assert [p for p in places if towns[(p.name.ru, p.region)] != (p.latitude, p.longitude)] == []


def test_titles_summaries_and_names_are_given_in_three_languages(accepted):
    names = [name for one in accepted.values() for name in (one.title, one.summary, one.coding.place.value.name)]
    names += [answer.value.name for one in accepted.values() for answer in one.coding.targets]
    assert [name for name in names if not (name.kk and name.ru and name.en)] == []


def test_the_human_codings_are_complete(accepted):
    for key, one in accepted.items():
        coding = one.coding
        assert coding.subject == key
        assert coding.coder == one.author
        assert not coding.coder.machine
        assert coding.codebook == "2024.1"
        assert coding.is_attack.value is True
        answered = (coding.category, coding.date, coding.place, coding.mode, coding.proceeding, coding.certainty)
        assert None not in answered
        assert coding.perpetrators
        assert coding.targets


def test_the_quotation_behind_a_coding_is_cut_from_its_document(accepted, documents):
    quotations = [one.coding.is_attack.quotation for one in accepted.values()]
    assert [q for q in quotations if documents[q.document].text[q.start : q.end] != q.text] == []


def test_rejections_carry_reasons_and_touch_no_incident(decisions):
    rejected = [one for one in decisions if one.verb is Verb.REJECT]
    assert len(rejected) >= 30
    assert [one.id for one in rejected if one.incident or one.coding] == []
    assert len({one.reason for one in rejected}) == len(rejected)


def test_cases_name_incidents_that_name_them_back(cases, accepted):
    forth = {(case.id, incident) for case in cases for incident in case.incidents}
    back = {(one.case, incident) for incident, one in accepted.items() if one.case}
    assert forth == back


def test_case_steps_are_of_known_kinds_and_rest_on_documents(cases, documents, codebook):
    steps = [(case.id, step) for case in cases for step in case.steps]
    for key, step in steps:
        codebook.check("step_kinds", step.kind, f"case {key}")
    assert [(key, str(step.date)) for key, step in steps if not step.documents] == []
    assert {one for _, step in steps for one in step.documents} <= set(documents)
