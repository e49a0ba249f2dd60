"""Source -> Document: what a source has published, fetched, kept as evidence, and read as text.

    start page --fetch--> body --archive--> capture --entries--> addresses --fetch--> pages --text--> Document

Takes: a `Plan` (how one source is collected). Gives: `Document`s, each with the capture that it was read from.
Refuses: nothing that was fetched; what cannot be read is kept raw and set aside with its reason.

Nothing here touches the network, a disk or a clock: `ports.py` says what adapters must bring.
"""
