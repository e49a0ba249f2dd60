"""The tables of the registry, version by version."""
