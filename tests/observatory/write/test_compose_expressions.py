"""Expressions in the text of a report: what is printed, and how what cannot be known is refused."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.bodies import of, text
from tests.observatory.write.small import INCIDENTS, RELEASE, materials

from kuzet.basis.errors import BadExpression
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import FigureRun, figure_runs, plain


def refused(body):
    with pytest.raises(BadExpression) as caught:
        of(body)
    return str(caught.value)


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
