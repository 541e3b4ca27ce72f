"""Check a graph against ontology/shapes.ttl, and say in words what does not conform.

The shapes hold for the union of the named graphs. pySHACL is asked only about nodes that are not plainly right (shapes.py),
so that a graph that conforms costs a third of a second instead of several.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from vmcgraph.namespaces import PREFIXES, node
from vmcgraph.rdf import rdflib_term, read_quads
from vmcgraph.resources import resource
from vmcgraph.shapes import suspects
from vmcgraph.spelling import counted

if TYPE_CHECKING:
    from rdflib import Graph

_SH = "http://www.w3.org/ns/shacl#"
_SUBCLASS = node("rdfs:subClassOf")
_LABELS = (node("rdfs:label"), node("skos:prefLabel"))


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A place where a graph does not conform.

    Args:
        focus: IRI of the node.
        label: what the node is called, or its shortened IRI where it has no label.
        path: the property, shortened; "" when the node itself is wrong.
        problem: what is wrong, in words.
        remedy: what would be right, in words.

    Example:
        >>> print(Violation("https://w3id.org/vmcgraph/id/person/x", "Tom", "vmc:evidence", "is missing", "id:evidence/…"))
        Tom (id:person/x): vmc:evidence is missing; id:evidence/… would be right
    """

    focus: str
    label: str
    path: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        short = _short(self.focus)
        what = short if self.label == short else f"{self.label} ({short})"
        return f"{what}: {self.path or 'its IRI'} {self.problem}; {self.remedy} would be right"


@dataclass(frozen=True)
class ValidationReport:
    """What validation found.

    Args:
        conforms: nothing is wrong.
        results: what is wrong, sorted.
        ntriples: the report as SHACL has it.
        empty: the graph has no statements, so that there was nothing to check.

    Example:
        >>> ValidationReport(conforms=True).text
        'The graph conforms.'
    """

    conforms: bool
    results: tuple[Violation, ...] = ()
    ntriples: str = (
        f"_:report <{PREFIXES['rdf']}type> <{_SH}ValidationReport> .\n"
        f'_:report <{_SH}conforms> "true"^^<{PREFIXES["xsd"]}boolean> .\n'
    )
    empty: bool = False

    @property
    def text(self) -> str:
        """The report in words, a line for each result."""
        if self.empty:
            return "The graph has no statements: there is nothing to check."
        if self.conforms:
            return "The graph conforms."
        return "\n".join(
            [f"The graph does not conform, in {counted(len(self.results), 'place')}:", *map(str, self.results)]
        )

    @cached_property
    def graph(self) -> Graph:
        """The report as SHACL has it, as an rdflib Graph."""
        from rdflib import Graph

        with _without_tracebacks():
            return Graph().parse(data=self.ntriples, format="nt")


class HasQuads(Protocol):
    """Anything that gives its quads, such as a store of `open_store`."""

    def quads(self) -> Iterable[Quad]: ...


def validate(graph: Graph | Store | HasQuads | str | Path) -> ValidationReport:
    """Check a graph against the shapes of the ontology.

    Args:
        graph: an rdflib Graph or Dataset, a store of `open_store` or of pyoxigraph, or an RDF file. Of named graphs,
            their union is checked.

    Returns:
        Whether it conforms, and if not, what is wrong, in words and as a graph.

    Raises:
        OntologyError: if the file cannot be read; the message names file and line.

    Example:
        >>> from vmcgraph.model import Edition, Facts
        >>> from vmcgraph.rdf import to_graph
        >>> edition = Edition(id="edition/x1", name="X1", series="series/x", document="document/x1")
        >>> for violation in validate(to_graph(Facts.of([edition]))).results:
        ...     print(violation)
        id:document/x1: rdf:type is missing; one of the 50 in ontology/shapes.ttl would be right
        X1 (id:edition/x1): vmc:evidence is missing; id:evidence/… would be right
        id:series/x: rdf:type is missing; one of the 50 in ontology/shapes.ttl would be right
    """
    triples = _triples(graph)
    shapes = resource("ontology", "shapes.ttl")
    suspected = suspects(triples, read_quads(shapes))
    return _judged(triples, shapes, suspected) if suspected else ValidationReport(conforms=True, empty=not triples)


# ---------------------------------------------------------------- any graph


def _triples(graph: Any) -> set[Triple]:
    """Return the triples of a graph, of whatever sort it is; of named graphs, of their union."""
    if isinstance(graph, str | os.PathLike):
        return {quad.triple for quad in read_quads(Path(graph))}
    if isinstance(graph, Store):
        return {quad.triple for quad in graph}
    rows = graph.quads() if hasattr(graph, "quads") else graph
    return {row.triple if isinstance(row, Quad) else Triple(*map(_oxigraph_term, row[:3])) for row in rows}


def _oxigraph_term(term: Any) -> Any:
    """Return a term of rdflib as one of pyoxigraph, spelled as it is."""
    kind = type(term).__name__
    if kind == "URIRef":
        return NamedNode(str(term))
    if kind == "BNode":
        return BlankNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype))) if term.datatype else Literal(str(term))


# ---------------------------------------------------------------- judging


def _judged(triples: set[Triple], shapes: Path, suspected: set[Any]) -> ValidationReport:
    """Let pySHACL judge the suspected nodes."""
    import pyshacl
    from rdflib import Graph

    focus = sorted(node.value for node in suspected if isinstance(node, NamedNode))
    # pySHACL takes only IRIs as focus nodes; for a blank node or a literal among them it has to look at the whole graph.
    alone = len(focus) == len(suspected)
    about = [row for row in triples if not alone or not suspected.isdisjoint(row) or row.predicate == _SUBCLASS]
    graph, shapes_graph = Graph(), Graph().parse(shapes)
    with _without_tracebacks():
        for row in about:
            graph.add(tuple(map(rdflib_term, row)))
        conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes_graph, focus_nodes=focus if alone else None)
    if conforms:
        return ValidationReport(conforms=True)
    results = sorted(
        {_violation(report, result, shapes_graph, graph) for result in report.objects(None, _sh("result"))}
    )
    return ValidationReport(conforms=False, results=tuple(results), ntriples=report.serialize(format="nt"))


@contextmanager
def _without_tracebacks() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each malformed literal: the report names them."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _violation(report: Any, result: Any, shapes: Any, graph: Any) -> Violation:
    """Return one result of pySHACL in words."""
    focus, path, value = (report.value(result, _sh(name)) for name in ("focusNode", "resultPath", "value"))
    component = str(report.value(result, _sh("sourceConstraintComponent")))
    name = component.removeprefix(_SH).removesuffix("ConstraintComponent")
    shape = report.value(result, _sh("sourceShape"))
    parameter = shapes.value(shape, _sh(name[0].lower() + name[1:]))
    if path is None and name == "Xone":
        path = shapes.value(_ways(shapes, parameter)[0], _sh("path"))
    values = _values(graph, focus, path) if path is not None else []
    problem, remedy = _WORDS.get(name, _other)(_short(value), parameter, (shapes, shape, values))
    return Violation(str(focus), _label(graph, focus), _short(path) if path is not None else "", problem, remedy)


def _sh(name: str) -> Any:
    from rdflib import URIRef

    return URIRef(_SH + name)


def _values(graph: Any, focus: Any, path: Any) -> list[str]:
    return sorted(_short(value) for value in graph.objects(focus, path))


def _label(graph: Any, focus: Any) -> str:
    return next((text for label in _LABELS for text in _values(graph, focus, rdflib_term(label))), _short(focus))


def _short(term: Any) -> str:
    """Return an IRI with a prefix, or the text of a literal."""
    text = str(term)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


# ---------------------------------------------------------------- words

# Each says what is wrong with a value and what would be right, from the parameter of the constraint that it breaks and from
# the shapes, the shape and all values of the property.


def _min_count(value: str, least: Any, about: Any) -> tuple[str, str]:
    shapes, shape, values = about
    if not values:
        return "is missing", _expected(shapes, shape)
    return f"has only {_number(len(values))} ({', '.join(values)})", f"at least {_number(least)}"


def _max_count(value: str, most: Any, about: Any) -> tuple[str, str]:
    if str(most) == "0":
        return f"has a value ({', '.join(about[2])})", "none"
    return f"has {_number(len(about[2]))} values ({', '.join(about[2])})", f"at most {_number(most)}"


def _closed(value: str, parameter: Any, about: Any) -> tuple[str, str]:
    shapes, shape, _ = about
    known = {
        _short(path) for each in shapes.objects(shape, _sh("property")) for path in shapes.objects(each, _sh("path"))
    }
    return "is not a property of its kind", f"one of {', '.join(sorted(known))}"


def _xone(value: str, choice: Any, about: Any) -> tuple[str, str]:
    shapes, _, values = about
    ways = []
    for way in _ways(shapes, choice):
        most = shapes.value(way, _sh("maxCount"))
        ways.append(f"at most {_number(most)} " * bool(most) + _expected(shapes, way))
    return f"has values that do not go together ({', '.join(values)})", f"either {' or '.join(ways)}"


def _ways(shapes: Any, choice: Any) -> list[Any]:
    """Return the property shapes of a choice; all are about one property."""
    return [shapes.value(way, _sh("property")) for way in shapes.items(choice)]


def _other(value: str, parameter: Any, about: Any) -> tuple[str, str]:
    return f"is {value!r}", _expected(about[0], about[1])


def _min_inclusive(value: str, least: Any, about: Any) -> tuple[str, str]:
    return f"is {value}", f"a number of {least} or more"


def _max_inclusive(value: str, most: Any, about: Any) -> tuple[str, str]:
    return f"is {value}", f"a number of {most} or less"


def _less_than(value: str, other: Any, about: Any) -> tuple[str, str]:
    return f"is {', '.join(about[2])}", f"a number below {_short(other)}"


_WORDS: dict[str, Callable[[str, Any, Any], tuple[str, str]]] = {
    "MinCount": _min_count,
    "MaxCount": _max_count,
    "MinInclusive": _min_inclusive,
    "MaxInclusive": _max_inclusive,
    "LessThan": _less_than,
    "Closed": _closed,
    "Xone": _xone,
}


def _expected(shapes: Any, shape: Any) -> str:
    """Return what a shape wants a value to be."""
    if (members := shapes.value(shape, _sh("in"))) is not None:
        words = [_short(term) for term in shapes.items(members)]
        return f"one of {', '.join(words)}" if len(words) <= 12 else f"one of the {len(words)} in ontology/shapes.ttl"
    if (pattern := shapes.value(shape, _sh("pattern"))) is not None:
        return _form(str(pattern))
    if (datatype := shapes.value(shape, _sh("datatype"))) is not None:
        length = shapes.value(shape, _sh("minLength"))
        return f"{_short(datatype)}, not empty," if length else _short(datatype)
    return "another value"


def _form(pattern: str) -> str:
    """Return a pattern as a reader writes it: those of IRIs with a prefix, and "…" for what may be anything."""
    plain = pattern.replace("\\.", ".").removeprefix("^")
    short = _short(plain)
    if short == plain and (ways := re.search(r"\(([^()]+/[^()]+)\)", plain)):
        return " or ".join(_form(plain.replace(ways[0], way)) for way in ways[1].split("|"))
    if short == plain:
        return f"a text of the form {pattern}"
    return short.removesuffix("$").replace("[^/]+", "…").replace(".+", "…") + "…" * plain.endswith("/")


def _number(parameter: Any) -> str:
    return {"1": "one", "2": "two"}.get(str(parameter), str(parameter))
