"""The archive: answers kept under their hash, in a chain that cannot be changed unseen.

DIR/archive/captures.jsonl      one line a capture; the chain (lines.py)
DIR/archive/objects/            the bytes, as small WARC files (warc.py, objects.py)
DIR/archive/checkpoints/        where the chain stood, signed and time-stamped (checkpoints.py, stamps.py)
DIR/archive/keys/               public keys; the private one is DIR/keys/checkpoints.pem (keys.py)
"""

from kuzet.adapters.archive import signing
from kuzet.adapters.archive.bundling import bundle
from kuzet.adapters.archive.findings import Finding, Proved
from kuzet.adapters.archive.keeping import Archive
from kuzet.adapters.archive.layout import Layout
from kuzet.adapters.archive.proving import Proof
from kuzet.adapters.archive.proving_bundle import BundleProof, is_bundle
from kuzet.adapters.archive.stamps import Asked, Authority, Post

__all__ = [
    "Archive",
    "Asked",
    "Authority",
    "BundleProof",
    "Finding",
    "Layout",
    "Post",
    "Proof",
    "Proved",
    "bundle",
    "is_bundle",
    "signing",
]
