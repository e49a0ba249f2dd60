"""What figures can be asked for: the fields to filter and cross by, with their codes."""

from __future__ import annotations

from typing import Final

from tools.pages.markdown import code, codes, table
from tools.pages.markdown import page as whole

from kuzet.basis import codebook
from kuzet.basis.codebook import Codebook
from kuzet.basis.fields import FIELDS, Field, listed

ASK: Final = """
```sh
kuzet figures demo/release --where category=physical                           # how many, and which
kuzet figures demo/release --where perpetrator=non_state,unknown               # one code or the other
kuzet figures demo/release --where proceeding=civil --of category=judicial_economic   # a share
kuzet figures demo/release --by category,perpetrator                           # a cross-table
```

Several `--where` must all hold. The same fields stand in the [expressions](expressions.md) of a report's text. Every
incident has a code in every field, so that parts sum to the whole: the column *empty* names the code of those of which
nothing is known, or which have nothing there. In a field of *several* codes an incident stands under each of them, and
the parts may sum to more than the whole.
"""

OPEN: Final = {
    "region": "ISO 3166-2 codes of the country pack",
    "context_event": "Codes of `events.csv` of the country pack",
    "article": "Code of the law and number of the article, as in `criminal_code 274`",
    "source": "Ids of sources",
    "id": "Numbers of incidents",
}
"""Fields whose codes the release or the country pack gives."""


def page() -> str:
    """The fields, then their codes."""
    book = codebook.load()
    rows = [
        (f"[`{one.name}`](#{one.name})", _table(one), code(one.empty), "several" if one.many else "one")
        for one in FIELDS.values()
    ]
    parts = (f"### {one.name}\n\n{_codes(one, book)}" for one in FIELDS.values())
    head = ("field", "codes", "empty", "an incident holds")
    return whole("Figures", ASK, "## Fields", table(head, rows), f"## Codes in codebook {book.version}", *parts)


def _codes(one: Field, book: Codebook) -> str:
    like = next(other for other in FIELDS.values() if one is other or (one.table and other.table == one.table))
    if like is not one:
        return f"Those of [{code(like.name)}](#{like.name})."
    return codes(listed(one, book)) or f"{OPEN[one.name]}."


def _table(one: Field) -> str:
    if one.table:
        return f"[{one.table}](codebook.en.md#{one.table})"
    return "fixed" if one.fixed else OPEN[one.name]
