"""What each verb of the command line does, one file a verb; `kuzet.cli` only parses the words."""
