"""The analysts' desk: one file per verb. Works with the keyboard alone, without scripts, in three languages."""
