"""The public site: a static bundle made from a release, readable offline and without scripts."""
