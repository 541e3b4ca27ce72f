"""The answers to queries, alike for all stores: rows, or triples."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, Triple

from vmcgraph.errors import QueryError
from vmcgraph.store.quads import FORMATS, order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]

_RESULTS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}


class Solutions:
    """Hold the answer to a SELECT query: its variables and its rows, to be read as often as wanted.

    Args:
        json: the rows as well-formed SPARQL Query Results JSON.

    Example:
        >>> from vmcgraph.store import open_store
        >>> answer = open_store().query('SELECT ?a ?b { VALUES (?a ?b) { ("x" 1) ("y" UNDEF) } }')
        >>> answer.variables, len(answer), answer.rows[1]
        (('a', 'b'), 2, (<Literal value=y datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>, None))
    """

    # One form for local and remote answers, read by pyoxigraph alone: its own iterator can be used up only once.
    def __init__(self, json: bytes) -> None:
        self._json = json
        self._rows: tuple[Row, ...] | None = None
        self.variables: tuple[str, ...] = tuple(variable.value for variable in self._parse().variables)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows, each with one term or None per variable."""
        if self._rows is None:
            self._rows = tuple(tuple(solution) for solution in self._parse())
        return self._rows

    def serialize(self, format: str = "csv") -> bytes:
        r"""Write the rows in a form of the W3C.

        Args:
            format: "csv", "tsv", "json" or "xml"; CSV gives plain values, the others typed terms.

        Returns:
            The bytes, in UTF-8.

        Raises:
            QueryError: if the format is not one of the four.

        Example:
            >>> from vmcgraph.store import open_store
            >>> open_store().query('SELECT ?a { VALUES ?a { "x" 1 } }').serialize("tsv")
            b'?a\n"x"\n1\n'
        """
        if format not in _RESULTS:
            raise QueryError(f"{format}: rows are written as {', '.join(_RESULTS)}", value=format)
        return self._parse().serialize(format=_RESULTS[format]) or b""

    def _parse(self) -> pyoxigraph.QuerySolutions:
        solutions = pyoxigraph.parse_query_results(self._json, QueryResultsFormat.JSON)
        assert isinstance(solutions, pyoxigraph.QuerySolutions)
        return solutions

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Solutions: {len(self)} rows of {', '.join(self.variables)}>"

    def _repr_html_(self) -> str:
        from vmcgraph.markup import html_table
        from vmcgraph.namespaces import readable

        return html_table(self.variables, (map(readable, row) for row in self))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Solutions) and (self.variables, self.rows) == (other.variables, other.rows)

    __hash__ = None  # type: ignore[assignment]  # equal by content


class Triples:
    r"""Hold the answer to a CONSTRUCT or DESCRIBE query: distinct triples, sorted.

    Args:
        triples: in any order, repeated or not.

    Example:
        >>> from vmcgraph.store import open_store
        >>> answer = open_store().query("CONSTRUCT { <x:a> <x:b> 1 } {}")
        >>> len(answer), answer.serialize("nt")
        (1, b'<x:a> <x:b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(sorted(set(triples), key=order))

    def serialize(self, format: str = "ttl", *, prefixes: Mapping[str, str] | None = None) -> bytes:
        """Write the triples as RDF.

        Args:
            format: "ttl", "nt", "rdf" or "jsonld".
            prefixes: prefix to namespace, used where the format has prefixes.

        Returns:
            The bytes, in UTF-8.

        Raises:
            QueryError: if the format is none of these.

        Example:
            >>> from vmcgraph.store import open_store
            >>> open_store().query("CONSTRUCT { <x:a> <x:b> <x:c> } {}").serialize(prefixes={"x": "x:"}).decode()
            '@prefix x: <x:> .\\nx:a x:b x:c .\\n'
        """
        if format not in ("ttl", "nt", "rdf", "jsonld"):
            raise QueryError(f"{format}: triples are written as ttl, nt, rdf or jsonld", value=format)
        return pyoxigraph.serialize(self.triples, format=FORMATS[format], prefixes=dict(prefixes or {})) or b""

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Triples) and self.triples == other.triples

    __hash__ = None  # type: ignore[assignment]  # equal by content


def held(answer: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean) -> Solutions | bool:
    """Return pyoxigraph's answer to a SELECT or ASK query as one that can be read again and again."""
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return bool(answer)
    return Solutions(answer.serialize(format=QueryResultsFormat.JSON) or b"")
