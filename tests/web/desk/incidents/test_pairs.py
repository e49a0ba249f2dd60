"""What speaks for and against a pair, in the words of each language."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kuzet.basis.judgement import Evidence, Link, LinkKind
from kuzet.basis.names import LANGUAGES
from kuzet.observatory.link.compare import shipped
from kuzet.web.desk.incidents.pairs import told
from kuzet.web.desk.wording.decimals import decimal
from kuzet.web.desk.wording.languages import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_and_reason_of_linking_has_words(language):
    said = words(language)
    for row in shipped():
        assert f"level_{row.feature}_{row.level}" in said or f"level_{row.level}" in said, (row.feature, row.level)
    source = (files("kuzet.observatory.link") / "kinds.py").read_text("utf-8")
    reasons = re.findall(r'LinkKind\.\w+, "([^"]+)"', source)
    assert len(reasons) == 11
    assert set(reasons) - said.keys() == set()


def test_a_level_keeps_what_both_sides_give_and_a_score_has_the_mark_of_the_language():
    near = Evidence(feature="count", weight=-1.5, detail="near: 4 / 5")
    kind = Evidence(feature="kind", weight=0.0, detail="other people of the same outlet")
    link = Link(left="d1", right="d2", kind=LinkKind.RELATED, score=2.5, evidence=(near, kind))
    details = [one.detail for one in told(link, "kk").evidence]
    assert details == ["бірге ғана айырмашылығы бар: 4 / 5", "сол редакцияның басқа адамдары"]
    assert [decimal({"language": language}, 2.5, 1) for language in ("en", "kk", "ru")] == ["2.5", "2,5", "2,5"]
