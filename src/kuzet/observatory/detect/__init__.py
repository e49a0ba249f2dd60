"""Document -> Candidate: which passages report an attack."""
