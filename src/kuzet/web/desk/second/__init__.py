"""Blind second coding: the sample is drawn and coded, and two codings that differ are settled."""
