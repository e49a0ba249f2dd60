"""Numbers that follow from those in the sentences just in front: totals, parts that leave nothing, opposite sides."""
