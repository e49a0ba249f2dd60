"""Files of spreadsheets as tables of texts, and tables as files: XLSX and CSV.

What comes from outside is opened in a child process with limits (`opening`); what goes out computes nothing
(`writing`), and a workbook to be filled in offers the codes as lists to choose from (`template`).
"""

from kuzet.adapters.sheets.opening import MOST_BYTES, Sheets, opened
from kuzet.adapters.sheets.template import template
from kuzet.adapters.sheets.writing import written

__all__ = ["MOST_BYTES", "Sheets", "opened", "template", "written"]
