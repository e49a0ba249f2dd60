"""What a reader of a published report sees in each format, and what the file carries of its figures for a program."""
