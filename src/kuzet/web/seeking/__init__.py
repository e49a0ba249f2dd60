"""Words sought and found: keys of texts, the meeting of a query with them, and the order of the hits.

It knows neither the site nor the registry: an index in memory (`index`) and the tables of a registry are asked alike.
"""
