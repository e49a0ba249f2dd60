"""Candidates -> Link: which candidates report the same incident, and why.

Takes codings with the date of their document; gives links with their evidence, and groups. Refuses to join what a
person has judged to be different.
"""

from kuzet.observatory.link.compare import LINKED, SUGGESTED, Weights, compare
from kuzet.observatory.link.group import Contradiction, Groups, group
from kuzet.observatory.link.index import Index, links
from kuzet.observatory.link.items import Item

__all__ = ["LINKED", "SUGGESTED", "Contradiction", "Groups", "Index", "Item", "Weights", "compare", "group", "links"]
