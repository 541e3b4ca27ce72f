"""Serve SPARQL 1.1 Protocol on loopback for the tests, over a pyoxigraph store, with faults on demand."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat

_RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_TRIPLES = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}


class Endpoint:
    """Run an endpoint on a free port of 127.0.0.1 while the context lasts.

    ``/query`` (GET, POST of both kinds) and ``/update`` answer; ``fault`` makes the next requests fail: "slow" (waits
    until the end), "drip" (a byte now and then), "error" (500), "close" (no answer), "break" (half an answer), "html",
    "redirect", "damaged" (broken JSON), "deny" (401), "malformed" (400).
    ``seen`` keeps (method, path, content type, headers, body).

    Example:
        >>> with Endpoint() as endpoint:
        ...     endpoint.query_address.endswith("/query")
        True
    """

    def __init__(self) -> None:
        self.store = pyoxigraph.Store()
        self.fault = ""
        self.fault_on = ""
        self.triples_as = ""
        self.seen: list[tuple[str, str, str, dict[str, str], str]] = []
        self.ended = threading.Event()
        endpoint = self

        class Handler(_Handler):
            served = endpoint

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def query_address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/query"

    def updates(self) -> list[str]:
        return [body for _, path, _, _, body in self.seen if path == "/update"]

    def __enter__(self) -> Endpoint:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    served: Endpoint

    def do_GET(self) -> None:
        self._serve("")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _serve(self, body: str) -> None:
        served = self.served
        path = urlsplit(self.path).path
        kind = (self.headers.get("Content-Type") or "").partition(";")[0]
        served.seen.append((self.command, path, kind, dict(self.headers), body))
        if served.fault and served.fault_on in body:
            return self._fail(served.fault)
        form = parse_qs(urlsplit(self.path).query)
        if kind == "application/x-www-form-urlencoded":
            form |= parse_qs(body, keep_blank_values=True)
        elif body:
            form["query" if kind == "application/sparql-query" else "update"] = [body]
        if path == "/query" and "query" in form and kind != "application/sparql-update":
            return self._query(form)
        if path == "/update" and "update" in form and self.command == "POST":
            return self._update(form["update"][0])
        return self._reply(404, "text/plain", b"no such service")

    def _fail(self, fault: str) -> None:
        if fault == "slow":
            self.served.ended.wait(30)
        elif fault == "drip":
            self._head(200, "application/sparql-results+json", 1000)
            while not self.served.ended.wait(0.05):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    break
        elif fault == "break":
            self._head(200, "application/sparql-results+json", 1000)
            self.wfile.write(b'{"head":')
        elif fault == "redirect":
            self.send_response(301)
            self.send_header("Location", "http://elsewhere.example/query")
            self.end_headers()
        elif fault != "close":
            status, kind, text = {
                "error": (500, "text/plain", "out of memory\nat engine.c:1"),
                "malformed": (400, "text/plain", "MALFORMED QUERY: no"),
                "deny": (401, "text/html", "<html>no</html>"),
                "html": (200, "text/html; charset=utf-8", "<html>Welcome</html>"),
                "damaged": (200, "application/sparql-results+json", '{"head":{"vars":["g"]},"results":{"bind'),
            }[fault]
            self._reply(status, kind, text.encode())
        self.close_connection = True

    def _query(self, form: dict[str, list[str]]) -> None:
        default, named = form.get("default-graph-uri", []), form.get("named-graph-uri", [])
        store = self._dataset(default, named) if default or named else self.served.store
        try:
            answer = store.query(form["query"][0])
            if isinstance(answer, pyoxigraph.QueryTriples):
                kind = self.served.triples_as or self._wanted(list(_TRIPLES))
                data = answer.serialize(format=_TRIPLES[kind])
            else:
                wanted = list(_RESULTS)[:2] if isinstance(answer, pyoxigraph.QueryBoolean) else list(_RESULTS)
                kind = self._wanted(wanted)
                data = answer.serialize(format=_RESULTS[kind])
        except SyntaxError as error:
            return self._reply(400, "text/plain", str(error).encode())
        return self._reply(200, kind + "; charset=utf-8", data or b"")

    def _dataset(self, default: list[str], named: list[str]) -> pyoxigraph.Store:
        # SPARQL asks for the merge of the default graphs; pyoxigraph, given a list, repeats what two of them state.
        dataset = pyoxigraph.Store()
        for graph in default:
            quads = self.served.store.quads_for_pattern(None, None, None, NamedNode(graph))
            dataset.extend(Quad(*quad.triple) for quad in quads)
        for graph in named:
            dataset.extend(self.served.store.quads_for_pattern(None, None, None, NamedNode(graph)))
        return dataset

    def _wanted(self, kinds: list[str]) -> str:
        ranges = []
        for part in (self.headers.get("Accept") or "*/*").split(","):
            kind, _, quality = part.strip().partition(";q=")
            ranges.append((float(quality or 1), kind))
        for _, wanted in sorted(ranges, reverse=True):
            for kind in kinds:
                if wanted in (kind, "*/*"):
                    return kind
        return kinds[0]

    def _update(self, text: str) -> None:
        try:
            self.served.store.update(text)
        except SyntaxError as error:
            return self._reply(400, "text/plain", str(error).encode())
        except (OSError, RuntimeError) as error:
            return self._reply(500, "text/plain", str(error).encode())
        return self._reply(204, "", b"")

    def _reply(self, status: int, kind: str, data: bytes) -> None:
        self._head(status, kind, len(data))
        self.wfile.write(data)

    def _head(self, status: int, kind: str, length: int) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""
