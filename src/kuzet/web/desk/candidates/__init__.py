"""The pages of candidates: the queue, one candidate, and the verbs that decide on it."""
