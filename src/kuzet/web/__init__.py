"""The Django project: the registry in a database, and the pages over it. The core does not know it."""
