"""Registers in spreadsheets, between files and the registry: what a file would change, the change, and its undoing.

- `planning` reads a sheet and says what each row is: a new incident, a change of one that is there, or wrong;
- `likely` proposes which rows report an incident that the registry, or the file itself, has already;
- `bringing` takes the rows in, some at a time, each by a decision with the row as its source;
- `undoing` takes them back;
- `listing` gives any list of incidents out again, in the form that can be brought in.
"""
