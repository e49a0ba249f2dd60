"""Candidates -> Link: which candidates report the same incident, and why.

Takes codings with the date of their document; gives links with their evidence, and groups. Refuses to join what a
person has judged to be different.
"""

from kuzet.observatory.link.compare import LINKED, SUGGESTED, Weights, compare
from kuzet.observatory.link.group import Group, Groups, group
from kuzet.observatory.link.index import Index, links
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.judged import Dormant, Entry, Standing, faults, in_force, standing, undoes
from kuzet.observatory.link.parts import Judged
from kuzet.observatory.link.said import Contradiction, in_words, signed
from kuzet.observatory.link.suggest import suggestions

__all__ = [
    "LINKED",
    "SUGGESTED",
    "Contradiction",
    "Dormant",
    "Entry",
    "Group",
    "Groups",
    "Index",
    "Item",
    "Judged",
    "Standing",
    "Weights",
    "compare",
    "faults",
    "group",
    "in_force",
    "in_words",
    "links",
    "signed",
    "standing",
    "suggestions",
    "undoes",
]
