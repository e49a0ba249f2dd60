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
from kuzet.observatory.review.state import Proposal, in_force

__all__ = [
    "LADDER",
    "Agreement",
    "Need",
    "Proposal",
    "Registry",
    "Step",
    "agreement",
    "check_codes",
    "decide",
    "in_force",
    "integrity",
    "step",
    "steps",
]
