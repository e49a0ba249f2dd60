"""Implementations of the stages' ports and of the machine's own means: processes, files, clocks."""
