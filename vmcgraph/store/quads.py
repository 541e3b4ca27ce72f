"""Quads on their way in and out of a store: files of them, the rule that each is in a named graph, a fixed order."""

from __future__ import annotations

import os

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from vmcgraph.errors import StoreError, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORMATS = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def suffix(path: str) -> str:
    """Return the suffix that tells the format of a file, which may be compressed; "" if there is none."""
    return path.removesuffix(".gz").rpartition(".")[2].lower() if "." in os.path.basename(path) else ""


def order(statement: Quad | Triple) -> tuple[str, ...]:
    """Return the key by which statements are sorted: by graph, then by subject, predicate and object."""
    terms = [str(term) for term in statement]
    return (*terms[3:], *terms[:3])


def each_quad(quads: Iterable[Quad] | str | Path, name: str, home: NamedNode | None = None) -> Iterator[Quad]:
    """Yield quads of an iterable or a file, in graphs named by IRIs.

    Args:
        quads: the iterable, or the path of the file.
        name: how messages call what an iterable's quads are for.
        home: the file's own IRI, which names the graph of what is outside named graphs; without it, that is an error.

    Raises:
        StoreError: if a quad is in no named graph, the file is broken, or the iterable has an OSError or SyntaxError.
    """
    if isinstance(quads, (str, os.PathLike)):
        name = os.fspath(quads)
        quads = parse(*_content(name), base_iri=home and home.value)
    try:
        for quad in quads:
            if isinstance(quad.graph_name, NamedNode):
                yield quad
            elif home:
                yield in_graph(quad, home)
            else:
                wish = "is in no named graph, where no question would find it: name one by an IRI"
                raise StoreError(f"{name}: {one_line(quad.triple)} {wish}", value=quad)
    except SyntaxError as error:
        words = str(error.msg).partition(": ")[2] or error.msg
        raise StoreError(f"{name}, line {error.lineno}, column {error.offset}: {one_line(words)}", value=name) from None
    except OSError as error:
        raise StoreError(f"{name}: cannot be filled: {one_line(error)}", value=name) from error


def in_graph(quad: Quad, graph: NamedNode) -> Quad:
    """Return the statement of a quad in another graph."""
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def _content(path: str) -> tuple[bytes, RdfFormat]:
    form = FORMATS.get(suffix(path))
    if form is None or not os.path.isfile(path):
        wish = "no such file" if form else "no RDF file: .nq, .nq.gz, .trig, .ttl or .nt can be read"
        raise StoreError(f"{path}: {wish}", value=path)
    import gzip
    import zlib

    try:
        with open(path, "rb") as file:
            data = file.read()
        return (gzip.decompress(data) if path.endswith(".gz") else data), form
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read: {one_line(error)}", value=path) from None
    except zlib.error as error:
        raise StoreError(f"{path}: its compression is damaged: {one_line(error)}", value=path) from None
