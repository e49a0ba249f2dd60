"""Templates: expressions, conditions and parts inside plain text, with their places."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadExpression, BadInput
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.expressions.template import Choice, Words, expressions, read, words


def parts(**texts):
    def part(name):
        if name not in texts:
            raise BadInput(name, "a part")
        return texts[name]

    return part


def shape(nodes):
    found = []
    for node in nodes:
        if isinstance(node, Words):
            found.append(node.text)
        elif isinstance(node, Expression):
            found.append([node.source])
        else:
            found.append([(len(branch.tests), shape(branch.nodes)) for branch in node.branches])
    return found


def test_text_and_expressions_alternate():
    assert shape(read("a", parts(a="In {{ year this }}, {{ count }} cases."))) == [
        "In ",
        ["year this"],
        ", ",
        ["count"],
        " cases.",
    ]


def test_a_choice_has_a_branch_for_each_condition():
    text = "{% if count > 1 %}many{% elif count == 1 and known people %}one{% else %}none{% end %}"
    assert shape(read("a", parts(a=text))) == [[(1, ["many"]), (2, ["one"]), (0, ["none"])]]


def test_a_tag_that_has_its_line_for_itself_leaves_no_trace():
    assert shape(read("a", parts(a="x\n{% if count %}\ny\n{% end %}\nz"))) == ["x\n", [(1, ["y\n"])], "z"]


def test_a_tag_inside_a_line_keeps_the_spaces_around_it():
    assert shape(read("a", parts(a="x {% if count %}y{% end %} z"))) == ["x ", [(1, ["y"])], " z"]


def test_choices_stand_inside_choices():
    text = "{% if count %}a{% if people %}b{% end %}c{% end %}"
    assert shape(read("a", parts(a=text))) == [[(1, ["a", [(1, ["b"])], "c"])]]


def test_an_included_part_stands_in_place_of_its_tag():
    assert shape(read("a", parts(a="x\n{% include b %}\nz", b="y {{ count }}\n"))) == [
        "x\n",
        "y ",
        ["count"],
        "\n",
        "z",
    ]


def test_remarks_are_left_out():
    assert shape(read("a", parts(a="{# not for readers #}\nx {# nor this #}y"))) == ["x ", "y"]


def test_every_expression_is_found_in_order_those_of_conditions_and_parts_too():
    nodes = read(
        "a", parts(a="{{ count }}{% if people %}{{ year this }}{% else %}{% include b %}{% end %}", b="{{ run }}")
    )
    assert [one.source for one in expressions(nodes)] == ["count", "people", "year this", "run"]


def test_every_stretch_of_text_is_found():
    assert [one.text for one in words(read("a", parts(a="x{% if count %}y{% else %}z{% end %}")))] == ["x", "y", "z"]


def test_a_place_counts_lines_and_columns_of_its_own_file():
    nodes = read("a", parts(a="x\n{% include b %}\n", b="one\ntwo {{ count }}"))
    (found,) = expressions(nodes)
    assert str(found.place) == "b.txt, line 2, column 8"


def test_the_place_of_a_condition_is_that_of_its_verb():
    (choice,) = read("a", parts(a="{% if not count %}x{% end %}"))
    assert isinstance(choice, Choice)
    assert str(choice.branches[0].tests[0].expression.place) == "a.txt, line 1, column 11"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "x {{ count",
            "a.txt, line 1, column 3: '{{' is not closed and opened in pairs: {{ ... }}, {% ... %}, {# ... #}",
        ),
        (
            "x\n count }}",
            "a.txt, line 2, column 8: '}}' is not closed and opened in pairs: {{ ... }}, {% ... %}, {# ... #}",
        ),
        ("{% if count %}x", "a.txt, line 1, column 4: 'if' is not closed by {% end %}"),
        ("x{% end %}", "a.txt, line 1, column 5: 'end' is not one of if, elif, else, end, include, where it belongs"),
        ("{% for x %}", "a.txt, line 1, column 4: 'for' is not one of if, elif, else, end, include, where it belongs"),
        (
            "{% if count %}{% else %}{% else %}{% end %}",
            "a.txt, line 1, column 28: 'else' is not one of if, elif, else, end, include, where it belongs",
        ),
        ("{% include a %}", "a.txt, line 1, column 4: 'a' is not the name of another part of this template"),
        ("{% include ../b %}", "a.txt, line 1, column 4: '../b' is not the name of another part of this template"),
        (
            "{% if %}x{% end %}",
            "a.txt, line 1, column 6: '' is not complete: a verb such as count or share is missing at the end",
        ),
    ],
)
def test_what_is_no_template_is_refused_with_line_and_column(text, error):
    with pytest.raises(BadExpression) as caught:
        read("a", parts(a=text))
    assert str(caught.value) == error
