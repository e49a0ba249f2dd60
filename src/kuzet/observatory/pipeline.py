"""The order of the stages, as data, and the whole way from documents to a registry."""
