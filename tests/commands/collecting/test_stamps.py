"""After a collection its checkpoints are time-stamped over HTTP by the authorities of `collect.yml`."""

from __future__ import annotations

import shutil
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from ipaddress import ip_network
from threading import Thread

import pytest
import yaml
from click.testing import CliRunner
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.made import archive_of

from kuzet.adapters.archive import Archive, Layout, Proof
from kuzet.adapters.fetching.network import Network, known
from kuzet.adapters.fetching.once import Setting
from kuzet.adapters.fetching.post import Poster
from kuzet.basis.errors import Missing
from kuzet.cli import main
from kuzet.commands.collecting.stamps import AuthorityAt, lines, stamped

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

AT = "http://stamps.example/"


@pytest.fixture
def authority(tmp_path):
    return Openssl(tmp_path / "authority")


@pytest.fixture
def post(authority):
    """Posts to a server on loopback behind which the authority is; `authority.away` shuts it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(503 if authority.away else 200)
            reply = b"" if authority.away else authority.post(AT, body, self.headers["Content-Type"])
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    resolve = known({"stamps.example": f"127.0.0.1:{server.server_port}"})
    poster = Poster(Setting(agent="Kuzet", network=Network(resolve=resolve, allowed=(ip_network("127.0.0.0/8"),))))
    poster.port = server.server_port
    yield poster
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def data(tmp_path, authority):
    folder = archive_of(tmp_path / "data", 4, sealed=2)
    shutil.copy(authority.folder / "root.pem", folder / "authority.pem")
    return folder


def test_checkpoints_are_stamped_over_http_and_the_proof_holds(data, post):
    with Archive(data) as archive:
        asked = stamped(archive, [AuthorityAt(url=AT, roots="authority.pem")], post)
    assert list(lines(asked)) == ["time-stamps of http://stamps.example/: 2 new"]
    proof = Proof(Layout(data))
    assert [str(finding) for finding in proof.findings()] == []
    assert [stamp.checkpoint for stamp in proof.proved.stamps] == [1, 2]


def test_an_authority_that_is_away_is_told_and_asked_again_the_next_time(data, post, authority):
    authority.away = True
    with Archive(data) as archive:
        told = list(lines(stamped(archive, [AuthorityAt(url=AT, roots="authority.pem")], post)))
        assert told == [
            "time-stamps of http://stamps.example/: 0 new, 2 wait (http://stamps.example/: status 503, expected 200)"
        ]
        authority.away = False
        told = list(lines(stamped(archive, [AuthorityAt(url=AT, roots="authority.pem")], post)))
    assert told == ["time-stamps of http://stamps.example/: 2 new"]


def test_certificates_that_are_not_there_are_named(data, post):
    with (
        Archive(data) as archive,
        pytest.raises(Missing, match=r"nowhere.pem: certificates of a time-stamping authority"),
    ):
        stamped(archive, [AuthorityAt(url=AT, roots="nowhere.pem")], post)


def test_a_collection_has_its_checkpoint_witnessed(data, post, tmp_path):
    shutil.copytree(files("kuzet") / "countries/kz/sources/correspondent", tmp_path / "sources/correspondent")
    settings = {
        "contact": "mailto:watch@example.org",
        "hosts": {"stamps.example": f"127.0.0.1:{post.port}"},
        "allow": ["127.0.0.0/8"],
        "authorities": [{"url": AT, "roots": "authority.pem"}],
    }
    (data / "collect.yml").write_text(yaml.safe_dump(settings), "utf-8")
    told = CliRunner().invoke(main, ["collect", str(data), "--sources", str(tmp_path / "sources")])
    assert f"time-stamps of {AT}: 2 new" in told.output
