"""The folder of a site on disk: written, taken over from the last build, sealed, swapped and proved."""
