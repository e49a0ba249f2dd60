"""The report composed from a small release: what it says, that its languages agree, and how it fails."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest
from tests.observatory.write.small import INCIDENTS, RELEASE, materials

from kuzet.basis import codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression, BadInput
from kuzet.observatory.write.composing.compose import compose, parts, validate
from kuzet.observatory.write.expressions.template import expressions, read, words
from kuzet.observatory.write.tree import (
    Callout,
    CaseList,
    Chart,
    FigureRun,
    Heading,
    Listing,
    Paragraph,
    Table,
    all_runs,
    charts,
    figure_runs,
    plain,
)

LANGUAGES = ("en", "ru", "kk")
REPORTS = {}


def report(language):
    if language not in REPORTS:
        REPORTS[language] = compose(language, materials())
    return REPORTS[language]


def of(body, language="en", title="title: A\nsubtitle: B\npublisher: C\n", **more):
    """A report made of one hand-written body."""
    texts = {"title": title, "report": body, **more}
    whole = {**texts, "report": f"{body}\n\nIn all {{{{ count }}}}.\n\n{{{{ list figures }}}}"}

    def part(name):
        if name not in whole:
            raise BadInput(name, "a part of the report", "template")
        return whole[name]

    return compose(language, materials(), part)


def text(body, language="en"):
    return plain(of(body, language).blocks[0].runs).replace("\u00a0", " ")


def refused(body):
    with pytest.raises(BadExpression) as caught:
        of(body)
    return str(caught.value)


# --- the whole report ------------------------------------------------------------------------------------------------


def test_the_three_languages_state_the_same_figures():
    english, russian, kazakh = (
        frozenset(run.figure for run in figure_runs(report(language))) for language in LANGUAGES
    )
    assert english == russian == kazakh
    assert len(english) > 150


def test_the_three_languages_have_the_same_blocks_in_the_same_order():
    shapes = [
        [(type(block), getattr(block, "anchor", "")) for block in report(language).blocks] for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_digit_stands_in_a_template_outside_an_expression(language):
    source = parts(language)
    typed = [one for name in ("title", "report") for one in words(read(name, source)) if re.search(r"\d", one.text)]
    assert [(str(one.place), one.text) for one in typed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_of_all_languages_ask_the_same_questions(language):
    def asked(one):
        return {expression.source.partition(" |")[0] for expression in expressions(read("report", parts(one)))}

    assert asked(language) == asked("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_valid_without_a_release(language):
    validate(language, codebook.load("2024.1"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_template_language_is_left_in_the_text(language):
    told = " ".join(run.text for run in all_runs(report(language)) if hasattr(run, "text"))
    assert not re.search(r"\{\{|\{%|\}\}|\*\*|[\U000F0000-\U000FFFFD]", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_in_words_what_it_answers(language):
    assert [run for run in figure_runs(report(language)) if not re.search(r"\w{4}.*\b20\d\d\b", run.question)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_placeholders_are_named_as_reconstructed(language):
    (note,) = (block for block in report(language).blocks if isinstance(block, Callout))
    assert {run.figure.numerator for block in note.blocks for run in block.runs if isinstance(run, FigureRun)} == {
        10,
        4,
    }
    register = [block for block in report(language).blocks if isinstance(block, Table)][-1]
    marks = {"en": "(reconstructed)", "ru": "(восстановлено)", "kk": "(қалпына келтірілген)"}
    assert sum(plain(row[-1]) == marks[language] for row in register.rows) == 4


def test_placeholders_are_told_in_no_list_of_cases():
    told = {entry.incident for block in report("en").blocks if isinstance(block, CaseList) for entry in block.entries}
    assert told == {one.id for one in INCIDENTS if not one.reconstructed}


def test_the_chapters_follow_the_way_of_a_report():
    chapters = [block.anchor for block in report("kk").blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "findings",
        "situation",
        "analysis",
        "physical",
        "non-physical",
        "judicial",
        "custody",
        "methodology",
        "sources",
        "indicators",
        "register",
        "figures",
    ]


def test_the_report_names_its_release():
    made = report("en")
    assert (made.release, made.digest, made.frozen, made.edition) == ("kz-2024-small", "ab" * 32, date(2025, 2, 1), "1")
    assert made.dated == "1 February 2025"
    assert made.title == "Attacks on media workers: Kazakhstan, 2024"
    assert "kz-2024-small" in plain(made.imprint[0].runs)


def test_a_release_with_nothing_but_incidents_still_makes_a_report():
    bare = msgspec.structs.replace(RELEASE, totals=(), indicators=(), cases=(), sources=(), incidents=INCIDENTS[:1])
    for language in LANGUAGES:
        made = compose(language, materials(bare))
        assert frozenset(run.figure for run in figure_runs(made)) == frozenset(
            run.figure for run in figure_runs(compose("en", materials(bare)))
        )


# --- expressions in text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{{ count }}", "14"),
        ("{{ count category=physical | noun incident }}", "2 incidents"),
        ("{{ count category=physical year=previous }}", "5"),
        ("{{ count category=physical year=record }}", "1"),
        ("{{ count category=physical year=-2 }}", "8"),
        ("{{ count year=peak }} in {{ year peak }}", "20 in 2022"),
        ("{{ people method_any=accreditation_denial }}", "36"),
        ("{{ share category=physical }}", "14%"),
        ("{{ share perpetrator=authorities of category=physical }}", "50%"),
        ("{{ share category=non_physical_cyber year=2022 }}", "45%"),
        ("{{ change against=2023 }}", "−13%"),
        ("{{ change against=2023 | abs }}", "13%"),
        ("{{ change against=2023 | phrase rise_fall }}", "fell by 13%"),
        ("{{ times method=short_term_detention against=2023 }}", "2"),
        ("{{ record category=physical }}", "the lowest number since 2018 among the years that are known"),
        ("{{ rank category }}", "attacks via judicial and economic means (8)"),
        ("{{ rank category position=3 }}", "physical attacks and threats to life, liberty and health (2)"),
        ("{{ indicator rsf_rank | suffix ordinal }}", "142nd"),
        ("{{ indicator rsf_rank against=previous | noun place }}", "8 places"),
        ("{{ indicator rsf_score }}", "41.11"),
        ("{{ year this }} {{ year previous }} {{ year -4 }}", "2024 2023 2020"),
        ("{{ name country }}", "Kazakhstan"),
        ("{{ label category physical }}", "Physical attacks and threats to life, liberty and health"),
        ("{% if run category=non_physical_cyber == -2 %}fell twice{% end %}", "fell twice"),
        ("{% if count > 13 and count < 15 %}x{% else %}y{% end %}", "x"),
        ("{% if not count > 13 %}x{% elif share category=physical >= 14 %}y{% end %}", "y"),
        ("{% if known count year=2019 %}x{% else %}y{% end %}", "y"),
        ("{% if not known count year=2019 %}x{% end %}", "x"),
        ("{% if record category=physical %}x{% end %}", "x"),
        ("{% if first_majority perpetrator=non_state %}x{% else %}y{% end %}", "y"),
        ("{% if rounded_sum category != 100 %}x{% else %}y{% end %}", "y"),
    ],
)
def test_an_expression_is_printed_as_its_value(body, told):
    assert text(body) == told


def test_a_figure_used_again_keeps_its_number():
    found = figure_runs(of("{{ count }} {{ count category=physical }} {{ count | noun incident }}"))
    assert [run.number for run in found] == [1, 2, 1, 1]


def test_the_number_alone_is_the_figure_and_the_noun_is_text():
    run, *_ = of("{{ count | noun incident }}").blocks[0].runs
    assert isinstance(run, FigureRun)
    assert run.text == "14"
    assert run.question == "Number of incidents, 2024. Placeholders among them: 4"
    assert len(run.figure.incidents) == 14


def test_a_figure_of_another_edition_comes_from_its_engine():
    other = materials(msgspec.structs.replace(RELEASE, incidents=INCIDENTS[:3]))
    made = compose(
        "en",
        materials(editions={"kz-2024-first": other}),
        {
            "title": "title: A\nsubtitle: B\npublisher: C",
            "report": "{{ count edition=kz-2024-first }}\n\n{{ list figures }}",
        }.get,
    )
    assert plain(made.blocks[0].runs) == "3"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("x\n\ny {{ cuont }}", "report.txt, line 3, column 6: 'cuont' is not a verb"),
        (
            "{{ count category=cyber }}",
            "report.txt, line 1, column 19: 'cyber' is not a code of category in codebook 2024.1",
        ),
        (
            "{{ count region=KZ-99 }}",
            "report.txt, line 1, column 4: 'count region=KZ-99' is not computable: filter region: 'KZ-99'",
        ),
        (
            "{{ count year=2019 }}",
            "report.txt, line 1, column 4: 'count year=2019' is not computable: no published total of 2019",
        ),
        (
            "{{ share category=physical of perpetrator=foreign_state }}",
            "report.txt, line 1, column 4: 'share category=physical of perpetrator=foreign_state' is not computable:",
        ),
        (
            "{{ indicator rsf_rnak }}",
            "report.txt, line 1, column 4: 'indicator rsf_rnak' is not computable: no indicator 'rsf_rnak'",
        ),
        (
            "{{ record category=judicial_economic mode=online }}",
            "report.txt, line 1, column 4: 'record category=judicial_economic mode=online' is not computable: ''",
        ),
        (
            "{{ rank category position=9 }}",
            "report.txt, line 1, column 4: 'rank category position=9' is not computable: 9 is not",
        ),
        ("{{ rounded_sum category }}", "report.txt, line 1, column 4: 'rounded_sum category' is not a thing to print"),
        (
            "{{ count edition=first }}",
            "report.txt, line 1, column 4: 'count edition=first' is not computable: 'first' is not",
        ),
        (
            "{{ table category by category }}",
            "report.txt, line 1, column 4: 'table category by category' is not of the form",
        ),
        (
            "::: chart\n{{ chart bars }}\nx\n:::",
            "report.txt, line 2, column 4: 'chart bars' is not of the form 'chart bars FIELD'",
        ),
        ("{{ list codes region }}", "report.txt, line 1, column 4: 'list codes region' is not of the form"),
    ],
)
def test_a_number_that_cannot_be_known_fails_with_one_clear_line(body, error):
    message = refused(body)
    assert message.startswith(error)
    assert "\n" not in message


def test_an_unknown_code_fails_even_where_its_branch_is_not_taken():
    assert refused("{% if count == 0 %}{{ count category=cyber }}{% end %}").startswith(
        "report.txt, line 1, column 38: 'cyber'"
    )


# --- marks -----------------------------------------------------------------------------------------------------------


def test_light_markdown_becomes_blocks():
    made = of("# Title {a}\nOne\nline.\n\n- x\n- y\n  z\n+ first\n\n::: note Mind\nThis.\n:::\n## Sub {annex b}")
    kinds = [type(block) for block in made.blocks]
    assert kinds[:6] == [Heading, Paragraph, Listing, Listing, Callout, Heading]
    assert plain(made.blocks[1].runs) == "One line."
    assert [plain(item) for item in made.blocks[2].items] == ["x", "y z"]
    assert made.blocks[3].ordered
    assert (made.blocks[5].level, made.blocks[5].anchor, made.blocks[5].annex) == (2, "b", True)


def test_marks_inside_a_line_become_runs():
    block, *_ = of("a **b** *c* [d](https://e.example)").blocks
    assert [type(run).__name__ for run in block.runs] == ["Text", "Strong", "Text", "Emphasis", "Text", "Link"]


def test_what_an_expression_gives_is_never_read_as_a_mark():
    starred = msgspec.structs.replace(RELEASE.manifest, edition="**1** [x](y)")
    release = msgspec.structs.replace(RELEASE, manifest=starred)
    made = compose(
        "en", materials(release), {"title": "title: A\nsubtitle: B\npublisher: C", "report": "{{ name edition }}"}.get
    )
    assert plain(made.blocks[0].runs) == "**1** [x](y)"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("# Title", "template: '# Title' is not a heading such as '## Methods {methods}', with its anchor"),
        ("# {{ count }} cases {a}", "heading a: '14 cases' is not plain words without figures or marks"),
        ("x {{ table category }}", "template: 'table, list or chart' is not on a line of its own"),
        ("::: note x\ny", "template: '::: note x' is not a box closed by a line :::"),
        ("::: note x\n# y {a}\n:::", "box note: ['Heading'] is not paragraphs and lists"),
        ("::: chart\nx\n:::", "template: 0 is not exactly one chart in a box '::: chart'"),
        ("{{ chart trend }}", "chart: 'chart-trend' is not inside a box '::: chart' with its title"),
    ],
)
def test_marks_that_cannot_be_read_are_refused(body, error):
    with pytest.raises(BadInput) as caught:
        of(body)
    assert str(caught.value).startswith(error)


def test_the_title_part_begins_with_title_subtitle_and_publisher():
    with pytest.raises(BadInput) as caught:
        of("x", title="subtitle: B")
    assert str(caught.value).startswith("title.txt: 'subtitle' is not a line 'title: ...'")


# --- blocks ----------------------------------------------------------------------------------------------------------


def test_a_case_is_told_with_date_place_people_outcome_and_sources():
    block, *_ = of("{{ cases id=KZ-2024-0003,KZ-2024-0008 }}").blocks
    first, second = block.entries
    assert (first.date, first.place) == ("6 May 2024", "Astana")
    assert plain(first.runs) == "What happened in case 3. People affected: 36."
    assert (
        plain(second.runs).replace("\u00a0", " ")
        == "What happened in case 8. Outcome: Found guilty; fine, 73,840 tenge."
    )
    assert [plain(citation) for citation in second.citations] == ["Dala: Хабар"]


def test_a_text_that_is_missing_in_the_language_is_told_in_another_and_marked():
    (case,) = RELEASE.cases
    began = msgspec.structs.replace(case.steps[0], date=EventDate.parse("2023-10"))
    followed = msgspec.structs.replace(case, steps=(began, *case.steps))
    source = {"title": "title: A\nsubtitle: B\npublisher: C", "report": "{{ list followup }}"}
    _, listing, *_ = compose("en", materials(msgspec.structs.replace(RELEASE, cases=(followed,))), source.get).blocks
    assert [plain(item) for item in listing.items] == ["October 2023: Арест", "6 May 2024: Арест"]
    assert listing.items[0][1].language == "ru"


def test_a_list_of_cases_can_be_cut_and_says_so():
    block, cut, *_ = of("{{ cases limit=2 }}").blocks
    assert [entry.incident for entry in block.entries] == ["KZ-2024-0006", "KZ-2024-0003"]
    assert plain(cut.runs) == "Told here are 2 of the 10 described incidents."


def test_where_no_case_is_described_the_list_says_so():
    assert text("{{ cases method=pretrial_claim }}") == "No incident of this kind is described in the registry."


def test_a_list_without_items_says_so():
    bare = msgspec.structs.replace(RELEASE, indicators=(), sources=(), cases=())
    for name in ("indicators", "sources", "followup"):
        text = {"title": "title: A\nsubtitle: B\npublisher: C", "report": f"{{{{ list {name} }}}}"}
        assert (
            plain(compose("en", materials(bare), text.get).blocks[0].runs) == "Nothing is known of this for the period."
        )


def test_a_table_by_one_field_has_shares_and_says_where_they_miss_a_hundred():
    table, *_ = of("{{ table method category=judicial_economic }}").blocks
    assert [plain(cell) for cell in table.rows[0]] == ["Civil lawsuit", "2", "25%"]
    assert [plain(cell) for cell in table.rows[-1]] == ["Total", "8", ""]
    assert plain(table.note).startswith(
        "Each share is rounded by itself; together they make 103%. 4 of these incidents"
    )


def test_a_table_by_two_fields_has_totals_on_both_sides():
    table, *_ = of("{{ table category by perpetrator }}").blocks
    assert table.caption == "Incidents by category and perpetrator"
    assert [plain(cell) for cell in table.rows[-1]] == ["Total", "7", "5", "2", "14"]
    assert [plain(row[-1]) for row in table.rows] == ["2", "4", "8", "14"]


def test_rows_that_may_overlap_say_so():
    table, *_ = of("{{ table penalty category=judicial_economic }}").blocks
    assert plain(table.note).startswith("An incident may stand in several rows. ")


def test_a_chart_takes_the_sentence_under_it_as_its_title_and_tells_its_data_since_monitoring_began():
    chart, *_ = of("::: chart\n{{ chart trend }}\nFell to {{ count }}\n:::").blocks
    assert isinstance(chart, Chart)
    assert chart.title == "Fell to 14"
    years = "2017: not known; 2018: not known; 2019: not known; 2020: 12;"
    assert chart.alt.startswith(f"Fell to 14. Incidents by year. {years}")
    assert chart.source == "Source: registry, release kz-2024-small, edition 1"


def test_two_charts_of_one_kind_have_different_names():
    made = of("::: chart\n{{ chart trend }}\nA\n:::\n\n::: chart\n{{ chart trend }}\nB\n:::")
    assert [chart.name for chart in charts(made)] == ["chart-trend", "chart-trend-2"]


def test_the_register_lists_every_incident_under_an_anchor():
    table, *_ = of("{{ list incidents }}").blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 14
    assert "incident-KZ-2024-0003" in table.anchors


def test_editors_own_parts_replace_those_that_are_shipped(tmp_path):
    (tmp_path / "findings.txt").write_text("# Ours {findings}\n\nOur own words.\n", "utf-8")
    made = compose("en", materials(), parts("en", tmp_path))
    assert plain(made.blocks[1].runs) == "Our own words."
    assert made.blocks[2].anchor == "situation"


def test_a_part_that_is_nowhere_is_refused():
    with pytest.raises(BadInput) as caught:
        parts("en")("nowhere")
    assert str(caught.value) == "template: 'nowhere' is not a part of the report in en"
