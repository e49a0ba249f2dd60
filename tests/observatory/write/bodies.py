"""Reports made of one hand-written body."""

from __future__ import annotations

from tests.observatory.write.small import materials

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import plain


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
