"""Candidate -> Coding: proposed codes (content-analysis coding against the codebook), each with its quotation."""
