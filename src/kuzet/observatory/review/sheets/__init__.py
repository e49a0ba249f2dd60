"""A register kept in a spreadsheet -> Codings: which column is which question, what each cell answers, what it cannot.

Takes tables of texts as a spreadsheet shows them; gives rows of codes and plain values, and from these a coding each,
with one finding for every cell that is not what its column asks for. The other way round it tells an incident as such
a row. How files become tables, and what becomes of the codings, is decided elsewhere.
"""

from kuzet.observatory.review.sheets.codings import coding, titles
from kuzet.observatory.review.sheets.fields import FIELDS, Field
from kuzet.observatory.review.sheets.findings import Finding
from kuzet.observatory.review.sheets.headers import Columns, fingerprint, head, propose
from kuzet.observatory.review.sheets.pack import Pack
from kuzet.observatory.review.sheets.rows import Row, read
from kuzet.observatory.review.sheets.shown import canonical, shown
from kuzet.observatory.review.sheets.table import Note, Table, address

__all__ = [
    "FIELDS",
    "Columns",
    "Field",
    "Finding",
    "Note",
    "Pack",
    "Row",
    "Table",
    "address",
    "canonical",
    "coding",
    "fingerprint",
    "head",
    "propose",
    "read",
    "shown",
    "titles",
]
