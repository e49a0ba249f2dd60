"""A short report over the small release, in every format: prose, a list, a table, a chart, the annexes."""

from __future__ import annotations

from functools import cache

import pytest
from tests.observatory.write.small import materials

from kuzet.basis.errors import Missing
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify

FORMATS = ("html", "pdf", "docx")
TITLE = "title: Report of {{ name period }}\nsubtitle: B\npublisher: C\n"
BODY = """# Findings {findings}

In {{ year this }} there were {{ count | noun incident }}, {{ share category=physical }} of them physical; the number
fell by {{ change against=previous | abs }} (in {{ year previous }}: {{ count year=previous }}).

+ The country took the {{ indicator rsf_rank | suffix SUFFIX }} place, {{ indicator rsf_rank against=previous }} lower.
+ Agreed are {{ quality documents }} documents.

{{ table category by perpetrator }}

::: chart
{{ chart bars category }}
Most were of one kind
:::

# Incidents {annex incidents}

{{ list incidents }}

# Figures {annex figures}

{{ list figures }}
"""


@cache
def tree(language: str = "en"):
    body = BODY.replace("SUFFIX", {"kk": "taueldi"}.get(language, "ordinal"))
    return compose(language, materials(), {"title": TITLE, "report": body}.__getitem__)


@cache
def file(form: str, language: str = "en") -> bytes:
    """The report as a file; skipped by name where a system library or a font is absent."""
    try:
        return render(tree(language), form)
    except Missing as missing:
        pytest.skip(str(missing))


def problems(raw: bytes | str, form: str = "html", given=None) -> list[tuple[str, int, str, str]]:
    """What is wrong with a file: kind, note, what it says, what it should say."""
    raw = raw.encode() if isinstance(raw, str) else raw
    found = verify(f"report.{form}", raw, given or materials())
    return [(one.kind, one.note, one.said, one.should_be) for one in found.problems]
