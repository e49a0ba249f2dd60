"""Candidates -> Link: which candidates report the same incident, and why.

Takes codings with the date of their document; gives links with their evidence, and groups. Refuses to join what a
person has judged to be different.
"""

from kuzet.observatory.link.compare import LINKED, SUGGESTED, compare
from kuzet.observatory.link.group import Groups, group
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.pairs import links

__all__ = ["LINKED", "SUGGESTED", "Groups", "Item", "compare", "group", "links"]
