"""Use a SPARQL 1.1 endpoint over HTTP."""

from __future__ import annotations

import os

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple

from vmcgraph.errors import QueryError, StoreError, one_line
from vmcgraph.store.contract import Store
from vmcgraph.store.quads import each_quad, in_graph
from vmcgraph.store.querytext import bind, parser_words, scan, written
from vmcgraph.store.results import Solutions, Triples, held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from http.client import HTTPResponse
    from pathlib import Path
    from urllib.error import HTTPError
    from urllib.request import OpenerDirector


class RemoteStore(Store):
    """Use a SPARQL 1.1 endpoint over HTTP.

    Queries go to the address itself. Updates go to the address given as ``#update=…``; else, if the path ends in
    ``/query``, to ``/update`` beside it; else to the same address. ``user:password@`` in the address is sent as basic
    authentication and shown in no message. Redirects are refused, as they would take the password elsewhere.

    What the protocol cannot give: before each query one small request asks for the names of the graphs, and the
    union of these is the dataset (an endpoint that repeats a triple of two graphs, as Oxigraph does, needs
    DISTINCT). Triples outside named graphs are seen only while there is no named graph. ``add`` goes in requests of
    about a megabyte, each all or nothing. ``replace`` fills graphs named ``urn:x-vmcgraph:staging:…`` and moves them
    in place with a single request: all or nothing where the endpoint runs a request as one transaction, as most do.
    This store never shows them; other clients can see them for a while. Of two at the same time, one fails. Blank
    nodes keep their links within one call, and their quads go in one request.

    Args:
        address: http or https, as above.
        timeout: seconds to wait for the endpoint; default 30.

    Raises:
        StoreError: if the address is malformed.

    Example:
        >>> store = RemoteStore("https://me:secret@example.org/graph/query")
        >>> store.name, store.update_address
        ('https://example.org/graph/query', 'https://example.org/graph/update')
    """

    STAGING = "urn:x-vmcgraph:staging:"
    BATCH = 1_000_000  # characters in a request: small enough for any server, large enough not to count round trips

    def __init__(self, address: str, *, timeout: float = 30.0) -> None:
        where, _, option = address.partition("#")
        key, _, target = option.partition("=")
        self.name, self._headers = _address(where)
        if option and (key != "update" or not target):
            raise StoreError(f"{self.name}: after # only update=<address> may stand", value=self.name)
        if target:
            self.update_address, self._update_headers = _address(target)
            if not self._update_headers and _host(self.update_address) == _host(self.name):
                self._update_headers = self._headers
        else:
            path, mark, rest = self.name.partition("?")
            self.update_address = (path[: -len("query")] + "update" if path.endswith("/query") else path) + mark + rest
            self._update_headers = self._headers
        self.timeout = timeout

    def replace(self, quads: Iterable[Quad] | str | Path) -> None:
        """Replace the whole content by way of staging graphs, as the class says."""
        content = list(dict.fromkeys(each_quad(quads, self.name)))
        old = self._graph_names()
        token = f"{self.STAGING}{os.urandom(6).hex()}"
        names = sorted({str(quad.graph_name) for quad in content})
        staging = {name: NamedNode(f"{token}:{place}") for place, name in enumerate(names)}
        try:
            self.update(f"INSERT DATA {{ GRAPH <{token}> {{ <{token}> <{token}> <{token}> }} }}")
            self._insert(in_graph(quad, staging[str(quad.graph_name)]) for quad in content)
            # Another replace drops the staging graphs it finds; what came after would be published as if it were all.
            if self._post(f"ASK {{ GRAPH <{token}> {{ ?s ?p ?o }} }}") is not True:
                raise StoreError(f"{self.name}: another build replaced the content meanwhile", value=self.name)
        except BaseException:
            self._drop_quietly([f"<{token}>", *map(str, staging.values())])
            raise
        steps = [f"DROP SILENT GRAPH {name}" for name in [*map(str, old), f"<{token}>"] if name not in staging]
        moves = [f"MOVE GRAPH {graph} TO GRAPH {name}" for name, graph in staging.items()]
        self.update(" ;\n".join([*steps, "CLEAR SILENT DEFAULT", *moves]))

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in requests of limited size, as the class says; nothing is sent if one is in no named graph."""
        self._insert(list(each_quad(quads, self.name)))

    def update(self, sparql: str) -> None:
        """Send an update, as the endpoint understands it; where it writes is not checked."""
        try:
            self._send(self.update_address, self._update_headers, sparql, "application/sparql-update")
        except _MalformedError as error:
            raise QueryError(parser_words(error.words), value=sparql) from None

    def graphs(self) -> tuple[NamedNode, ...]:
        return tuple(graph for graph in self._graph_names() if not graph.value.startswith(self.STAGING))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Iterate over the quads, which are fetched in one answer."""
        sparql = "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"
        answer = self._post(bind(sparql, {"g": graph}) if graph is not None else sparql)
        quads = (Quad(*row) for row in answer) if isinstance(answer, Solutions) else ()  # type: ignore[arg-type]
        return (quad for quad in quads if not str(quad.graph_name).startswith(f"<{self.STAGING}"))

    def close(self) -> None:
        """Do nothing: no connection outlives its answer."""

    def _answer(self, sparql: str) -> Solutions | bool | Triples:
        # A query with a dataset of its own keeps it: the protocol's would override it.
        own = any(kind == "word" and text.upper() == "FROM" for kind, text, _ in scan(sparql))
        dataset = () if own else self.graphs()
        try:
            return self._post(sparql, dataset)
        except _MalformedError as error:
            raise SyntaxError(error.words) from None

    def _graph_names(self) -> list[NamedNode]:
        # Not GRAPH ?g {}, by which some endpoints find nothing.
        answer = self._post("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        rows = answer.rows if isinstance(answer, Solutions) else ()
        return sorted((row[0] for row in rows if isinstance(row[0], NamedNode)), key=str)

    def _insert(self, quads: Iterable[Quad]) -> None:
        for batch in _batches(quads, self.BATCH):
            self.update(f"INSERT DATA {{\n{batch}}}")

    def _drop_quietly(self, graphs: list[str]) -> None:
        from contextlib import suppress

        with suppress(StoreError, QueryError):  # the error that led here says more; the next replace drops them
            self.update(" ;\n".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))

    def _post(self, sparql: str, dataset: Iterable[NamedNode] = ()) -> Solutions | bool | Triples:
        from urllib.parse import urlencode

        # The form, not the direct POST: a dataset of many graphs fits a body, but not an address.
        form = [("query", sparql)]
        for graph in dataset:
            form += [("default-graph-uri", graph.value), ("named-graph-uri", graph.value)]
        kind, body = self._send(self.name, self._headers, urlencode(form), "application/x-www-form-urlencoded")
        rdf = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}.get(kind)
        results = None if kind.startswith("text/") or rdf else QueryResultsFormat.from_media_type(kind)
        try:
            if rdf:
                return Triples(quad.triple for quad in pyoxigraph.parse(body, rdf, base_iri=self.name))
            if results:
                # Written anew at once, so that a damaged answer is told here and all answers have one form.
                return held(pyoxigraph.parse_query_results(body, results))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.name}: its answer is damaged: {one_line(error)}", value=self.name) from None
        wish = "is this the address of a SPARQL endpoint?"
        raise StoreError(f"{self.name}: answered {kind}, not SPARQL results: {wish}", value=self.name)

    def _send(self, address: str, headers: dict[str, str], body: str, kind: str) -> tuple[str, bytes]:
        """Return the content type and the body of the answer."""
        import http.client
        import urllib.error
        import urllib.request

        accept = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.5, */*;q=0.1"
        headers = {"Content-Type": kind, "Accept": accept, "User-Agent": "vmcgraph", **headers}
        try:
            request = urllib.request.Request(address, body.encode(), headers)
            with _opener().open(request, timeout=self.timeout) as response:
                return response.headers.get_content_type(), self._read(response)
        except urllib.error.HTTPError as error:
            raise self._refusal(address, error) from None
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            reason = getattr(error, "reason", error)
            wish = f"cannot be reached: {one_line(reason) or type(reason).__name__}"
            if isinstance(reason, TimeoutError):
                wish = f"no answer within {self.timeout:g} s: VMCGRAPH_TIMEOUT sets how long to wait"
            raise StoreError(f"{address}: {wish}", value=address) from None

    def _read(self, response: HTTPResponse) -> bytes:
        """Read to the end, within the time: urllib's own limit is for each piece, however many come."""
        import time

        end = time.monotonic() + self.timeout
        pieces = []
        while piece := response.read1(1 << 20):
            pieces.append(piece)
            if time.monotonic() > end:
                raise TimeoutError
        if response.length:
            raise OSError("the answer breaks off")
        return b"".join(pieces)

    def _refusal(self, address: str, error: HTTPError) -> StoreError:
        try:
            lines = error.read(2000).decode(errors="replace").strip().splitlines()
        except (OSError, ValueError):
            lines = []
        plain = lines and "html" not in error.headers.get_content_type()
        words = one_line(lines[0]) if plain else one_line(error.reason)
        if error.code == 400:
            return _MalformedError(address, words)
        wishes = {401: "put user:password@ before the host", 403: "this user may not", 404: "is the address right?"}
        wish = f": {wishes[error.code]}" if error.code in wishes else ""
        if 300 <= error.code < 400:
            wish = f": it points to {one_line(error.headers.get('Location'))}, give that address"
        return StoreError(f"{address}: HTTP {error.code} {words}{wish}", value=address)


class _MalformedError(StoreError):
    """Say that an endpoint does not understand a request; turned into a QueryError where the user wrote it."""

    def __init__(self, address: str, words: str) -> None:
        super().__init__(f"{address}: HTTP 400 {words}", value=address)
        self.words = words


def timeout() -> float:
    """Return how many seconds the user wants to wait for an endpoint."""
    text = os.environ.get("VMCGRAPH_TIMEOUT") or "30"
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise StoreError(f"VMCGRAPH_TIMEOUT={text}: not a number of seconds, as 30 is", value=text)
    return seconds


def _address(url: str) -> tuple[str, dict[str, str]]:
    """Return an address without user and password, and the header that carries these."""
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        user, _, host = parts.netloc.rpartition("@")
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise StoreError("an endpoint's address begins with http:// or https://, as http://localhost:7878/query does")
    headers = {}
    if user:
        from base64 import b64encode

        headers["Authorization"] = "Basic " + b64encode(unquote(user).encode()).decode()
    return parts._replace(netloc=host, fragment="").geturl(), headers


def _host(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _opener() -> OpenerDirector:
    import urllib.request

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    return urllib.request.build_opener(Stay)


def _batches(quads: Iterable[Quad], limit: int) -> Iterator[str]:
    """Yield quads as the inside of INSERT DATA, in pieces of about ``limit`` characters."""
    lines: list[str] = []
    size = 0
    blank: list[str] = []  # the labels of blank nodes hold within one operation, so these quads stay together
    for quad in quads:
        line = f"GRAPH {quad.graph_name} {{ {' '.join(map(written, quad.triple))} }}\n"
        if "_:" in line and any(isinstance(term, BlankNode | Triple) for term in quad.triple):
            blank.append(line)
            continue
        lines.append(line)
        size += len(line)
        if size > limit:
            yield "".join(lines)
            lines, size = [], 0
    for rest in (lines, blank):
        if rest:
            yield "".join(rest)
