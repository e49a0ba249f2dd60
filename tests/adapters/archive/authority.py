"""A time-stamping authority of our own: certificates made here, replies made by `openssl ts`."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kuzet.adapters.archive import Authority
from kuzet.basis.errors import Missing

SETTINGS = """
[own]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@dataclass
class Openssl:
    """An authority in `folder`; `post` answers as its server would, and `asked` counts."""

    folder: Path
    lasts: timedelta = timedelta(days=30)
    away: bool = False
    asked: int = 0
    bend: object = field(default=None)

    def __post_init__(self):
        self.folder.mkdir(parents=True)
        root_key, key = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048)
        self.root = certificate("Root of the tests", "Root of the tests", root_key, root_key, timedelta(days=300))
        own = certificate("Authority of the tests", "Root of the tests", key, root_key, self.lasts)
        (self.folder / "root.pem").write_bytes(self.root.public_bytes(Encoding.PEM))
        (self.folder / "own.pem").write_bytes(own.public_bytes(Encoding.PEM))
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (self.folder / "own.key").write_bytes(private)
        (self.folder / "own.cnf").write_text(SETTINGS.format(folder=self.folder))
        (self.folder / "serial").write_text("01\n")

    @property
    def authority(self) -> Authority:
        return Authority(url="http://stamps.example/", roots=(self.folder / "root.pem").read_text())

    def post(self, url, body, kind):
        assert (url, kind) == ("http://stamps.example/", "application/timestamp-query")
        self.asked += 1
        if self.away:
            raise Missing(f"{url}: no answer in 10 seconds")
        query, reply = self.folder / "query", self.folder / "reply"
        query.write_bytes(body)
        words = ["-config", self.folder / "own.cnf", "-section", "own", "-queryfile", query, "-out", reply]
        keys = ["-signer", self.folder / "own.pem", "-inkey", self.folder / "own.key"]
        subprocess.run(["openssl", "ts", "-reply", *words, *keys], check=True, capture_output=True)
        return self.bend(reply.read_bytes()) if self.bend else reply.read_bytes()


def certificate(subject, issuer, key, issuer_key, lasts):
    now, is_root = datetime.now(UTC), subject == issuer
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in (subject, issuer)]
    made = (
        x509.CertificateBuilder()
        .subject_name(names[0])
        .issuer_name(names[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + lasts)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
    )
    if not is_root:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        made = made.add_extension(usage, critical=True)
    return made.sign(issuer_key, hashes.SHA256())
