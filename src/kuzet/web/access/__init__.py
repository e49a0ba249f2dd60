"""Who may do what: one table of all routes (`policy.csv`), the guard before them, and the roles of accounts."""
