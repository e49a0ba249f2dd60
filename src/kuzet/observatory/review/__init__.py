"""Candidates, Codings and Decisions -> Incident: who decided what.

Takes what the machine proposes and what people decided; gives the incidents of the registry. A candidate without a
decision is counted nowhere. Refuses decisions that contradict each other, skip a step of the ladder, or leave a
question of the codebook open that must be answered.
"""

from kuzet.observatory.review.agreement import Agreement, agreement
from kuzet.observatory.review.codes import check_codes
from kuzet.observatory.review.decide import Registry, decide
from kuzet.observatory.review.integrity import integrity
from kuzet.observatory.review.ladder import LADDER, Need, Step, step, steps
from kuzet.observatory.review.masking import View, mask, mask_data, mask_decision, masked, secrets
from kuzet.observatory.review.publishing import Guarded, leaks, published
from kuzet.observatory.review.state import Proposal, in_force

__all__ = [
    "LADDER",
    "Agreement",
    "Guarded",
    "Need",
    "Proposal",
    "Registry",
    "Step",
    "View",
    "agreement",
    "check_codes",
    "decide",
    "in_force",
    "integrity",
    "leaks",
    "mask",
    "mask_data",
    "mask_decision",
    "masked",
    "published",
    "secrets",
    "step",
    "steps",
]
