"""Candidates, Codings and Decisions -> Incident: who decided what.

Takes what the machine proposes and what people decided; gives the incidents of the registry. A candidate without a
decision is counted nowhere. Refuses decisions that contradict each other or leave a question of the codebook open
that must be answered.
"""

from kuzet.observatory.review.agreement import Agreement, agreement
from kuzet.observatory.review.codes import check_codes
from kuzet.observatory.review.decide import Proposal, Registry, decide, in_force
from kuzet.observatory.review.integrity import integrity

__all__ = ["Agreement", "Proposal", "Registry", "agreement", "check_codes", "decide", "in_force", "integrity"]
