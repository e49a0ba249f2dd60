"""Light marks in the text of a report: headings, boxes, lists and runs, and how others are refused."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.bodies import of
from tests.observatory.write.small import RELEASE, materials

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import Callout, Heading, Listing, Paragraph, plain


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
