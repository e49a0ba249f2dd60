"""What others kept already, read item by item: addresses to be asked for, pages to be kept, and what cannot be used.

READERS     which file is read by which module; a folder gives all of its files
items       the items of one file or folder, in a fixed order
"""

from kuzet.adapters.backfill.items import Aside, Item
from kuzet.adapters.backfill.reading import READERS, items

__all__ = ["READERS", "Aside", "Item", "items"]
