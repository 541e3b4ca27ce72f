"""What every store can do, and how it does what does not depend on where it keeps the graph."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, Triple

from vmcgraph.errors import QueryError, StoreError, one_line
from vmcgraph.store.quads import FORMATS, order, suffix
from vmcgraph.store.querytext import bind, query_error
from vmcgraph.store.results import Solutions, Term, Triples

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self


class Store(ABC):
    """Say what every store can do; MemoryStore, FileStore, FolderStore and RemoteStore do it.

    Every quad of a store is in a graph named by an IRI. ``name`` is how messages call the store.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     store.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:b> 1 } }")
        ...     store.query("ASK { <x:a> ?p 1 }")
        True
    """

    name: str

    def query(self, sparql: str, *, bindings: Mapping[str, Term] | None = None) -> Solutions | bool | Triples:
        """Answer a SPARQL 1.1 query over the union of the named graphs.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE. With FROM or FROM NAMED it reads these graphs alone.
            bindings: IRIs or literals by variable name without "?". Each is bound as a term by a VALUES block in the
                outermost group and in every inner group or sub-SELECT that mentions it; filters, OPTIONAL, EXISTS and
                sub-SELECTs see it whether or not it is projected. A MINUS group that mentions it shares it with what
                stands before. A query that groups shows it only if it groups by it.

        Returns:
            Solutions for SELECT, a bool for ASK, Triples for CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: if the query is broken, or a binding is no IRI or literal, is not in the query or is assigned
                there by AS.
            StoreError: if the store does not answer.

        Example:
            >>> from vmcgraph.store import open_store
            >>> store = open_store()
            >>> store.query('SELECT ?b { BIND(STRLEN(?a) AS ?b) }', bindings={"a": Literal('"}')}).serialize("tsv")
            b'?b\\n2\\n'
        """
        text = bind(sparql, bindings) if bindings else sparql
        try:
            return self._answer(text)
        except SyntaxError as error:
            raise query_error(sparql, error) from None

    def select(self, sparql: str, *, bindings: Mapping[str, Term] | None = None) -> Solutions:
        """Answer a SELECT query; as ``query``, for callers who know the kind.

        Args:
            sparql: a SELECT query.
            bindings: as in ``query``.

        Returns:
            The solutions.

        Raises:
            QueryError: as in ``query``, and if the query is of another kind.
            StoreError: if the store does not answer.

        Example:
            >>> from vmcgraph.store import open_store
            >>> open_store().select("SELECT (1 + 1 AS ?n) {}").rows[0][0].value
            '2'
        """
        answer = self.query(sparql, bindings=bindings)
        if not isinstance(answer, Solutions):
            raise QueryError("not a SELECT query, which is wanted here", value=sparql)
        return answer

    @abstractmethod
    def replace(self, quads: Iterable[Quad] | str | Path) -> None:
        """Replace the whole content, all or nothing: on any error the old content stays.

        Args:
            quads: quads in graphs named by IRIs, or the path of an .nq, .nq.gz or .trig file.

        Raises:
            StoreError: if a quad is in no named graph, the file is broken, or the store cannot be written. Errors of
                the iterable itself pass through, except that its OSError and SyntaxError become StoreError.

        Example:
            >>> from vmcgraph.store import open_store
            >>> store = open_store()
            >>> store.replace([Quad(NamedNode("x:a"), NamedNode("x:b"), Literal(1), NamedNode("x:g"))])
            >>> len(store)
            1
        """

    @abstractmethod
    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads to the content, all or nothing.

        Args:
            quads: quads in graphs named by IRIs; those already there change nothing. One call with many is far
                cheaper than many calls.

        Raises:
            StoreError: as ``replace``.

        Example:
            >>> from vmcgraph.store import open_store
            >>> store = open_store()
            >>> store.add([Quad(NamedNode("x:a"), NamedNode("x:b"), Literal(1), NamedNode("x:g"))] * 2)
            >>> len(store)
            1
        """

    @abstractmethod
    def update(self, sparql: str) -> None:
        """Carry out a SPARQL 1.1 Update, all or nothing.

        Args:
            sparql: the request. It names its graphs by GRAPH, WITH or USING: the default graph is empty here.

        Raises:
            QueryError: if the request is broken.
            StoreError: if it writes outside named graphs, or the store cannot be written.

        Example:
            >>> from vmcgraph.store import open_store
            >>> store = open_store()
            >>> store.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:b> 1 } } ; DROP GRAPH <x:g>")
            >>> len(store)
            0
        """

    @abstractmethod
    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the names of the graphs that hold something, sorted.

        Returns:
            The names.

        Raises:
            StoreError: if the store does not answer.

        Example:
            >>> from vmcgraph.store import open_store
            >>> open_store().graphs()
            ()
        """

    @abstractmethod
    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Iterate over the quads, in no particular order.

        Args:
            graph: the one graph to read; default all.

        Returns:
            The quads.

        Raises:
            StoreError: if the store does not answer.

        Example:
            >>> from vmcgraph.store import open_store
            >>> list(open_store().quads())
            []
        """

    def serialize(
        self,
        target: str | Path | None = None,
        format: str | None = None,
        *,
        graph: NamedNode | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> bytes:
        """Write the content as RDF, sorted: equal content gives equal bytes.

        Args:
            target: a file to write as well; a name ending in .gz is compressed, without a time stamp.
            format: "nq", "trig", "ttl", "nt", "rdf" or "jsonld"; default by the target's suffix, else "nq". Formats
                without named graphs get the union.
            graph: the one graph to write; default all.
            prefixes: prefix to namespace, used where the format has prefixes.

        Returns:
            The bytes written.

        Raises:
            StoreError: if the format is unknown or the file cannot be written.

        Example:
            >>> from vmcgraph.store import open_store
            >>> store = open_store()
            >>> store.update("INSERT DATA { GRAPH <x:g> { <x:b> <x:p> <x:c> . <x:a> <x:p> <x:c> } }")
            >>> print(store.serialize(format="nt").decode(), end="")
            <x:a> <x:p> <x:c> .
            <x:b> <x:p> <x:c> .
        """
        path = os.fspath(target or "")
        format = format or suffix(path) or "nq"
        if format not in FORMATS:
            raise StoreError(f"{format}: a graph is written as {', '.join(FORMATS)}", value=format)
        content: list[Quad] | list[Triple] = sorted(self.quads(graph), key=order)
        if not FORMATS[format].supports_datasets:
            content = sorted({quad.triple for quad in content if isinstance(quad, Quad)}, key=order)
        data = pyoxigraph.serialize(content, format=FORMATS[format], prefixes=dict(prefixes or {})) or b""
        if path.endswith(".gz"):
            import gzip

            data = gzip.compress(data, mtime=0)
        if path:
            try:
                with open(path, "wb") as file:
                    file.write(data)
            except OSError as error:
                raise StoreError(f"{path}: cannot be written: {one_line(error)}", value=path) from None
        return data

    @abstractmethod
    def close(self) -> None:
        """Release what the store holds; closing twice is harmless.

        Example:
            >>> from vmcgraph.store import open_store
            >>> open_store().close()
        """

    @abstractmethod
    def _answer(self, sparql: str) -> Solutions | bool | Triples:
        """Answer a query as it stands; SyntaxError if it is broken."""

    def __len__(self) -> int:
        row = self.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows[0][0]
        return int(row.value) if isinstance(row, Literal) else 0

    def __bool__(self) -> bool:
        return True  # "store or default" must neither count the quads nor drop an empty store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
