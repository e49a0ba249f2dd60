"""The proof of a published report: what it carries for it, and how it is verified against its release, offline.

Takes a file of ours as it was published; gives every figure that its release does not give, that is stated otherwise in
the text, missing or added. `to_html`, `to_pdf`, `to_docx` and `to_xlsx` put the record of figures in.
"""

from __future__ import annotations

from kuzet.observatory.write.proof.compare import Problem
from kuzet.observatory.write.proof.verify import Verified, is_report, verify

__all__ = ["Problem", "Verified", "is_report", "verify"]
