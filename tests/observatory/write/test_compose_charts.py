"""Charts of whatever a release holds."""

from __future__ import annotations

import json

import msgspec
import pytest
from tests.observatory.write.small import OBSTRUCTION, RELEASE, incident, materials

from kuzet.observatory.write.compose import compose
from kuzet.observatory.write.tree import charts, plain

PARTS = {
    "title": "title: A\nsubtitle: B\npublisher: C\n",
    "report": "::: chart\n{{ chart stacked category perpetrator }}\nWho attacks\n:::\n\n{{ list figures }}",
}
CLASSES = ("authorities", "authorities", "authorities", "non_state", "non_state", "foreign_state", "unknown", "none")


@pytest.mark.parametrize(("language", "others"), [("en", "Others"), ("ru", "Прочие"), ("kk", "Басқалары")])
def test_of_more_than_four_series_the_rarest_are_drawn_as_others_and_told_apart_in_the_data(language, others):
    incidents = tuple(incident(number, OBSTRUCTION, klass) for number, klass in enumerate(CLASSES, 1))
    (chart,) = charts(compose(language, materials(msgspec.structs.replace(RELEASE, incidents=incidents)), PARTS.get))
    drawn = json.dumps(chart.specs.wide, ensure_ascii=False)
    labels = [label.label.get(language) for label in materials().codebook.table("perpetrator_classes").values()]
    assert [label for label in labels if f'"{label}"' in drawn] == [labels[0], labels[1], labels[2]]
    assert f'"text": "{others}"' in drawn
    assert [plain(cell) for cell in chart.table.head[1:-1]] == labels
    assert [plain(cell) for cell in chart.table.rows[0][1:]] == ["3", "2", "1", "1", "1", "8"]
