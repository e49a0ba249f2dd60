"""The pages of incidents: list, page, history, and the verbs that lead an incident up and down the ladder."""
