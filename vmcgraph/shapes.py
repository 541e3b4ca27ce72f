"""Find the nodes of a graph that may break a SHACL shape, in one pass over the graph.

pySHACL sets up every constraint anew for every node; on tens of thousands of quads that takes seconds. Nearly all nodes are
plainly right, so this module picks the few that are not plainly right, and pySHACL judges these. It knows the constraints
that ontology/shapes.ttl uses; under a shape that uses any other, every node is suspect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from vmcgraph.namespaces import PREFIXES

_SH = "http://www.w3.org/ns/shacl#"
_RDF = PREFIXES["rdf"]
_XSD = PREFIXES["xsd"]
_TYPE = NamedNode(_RDF + "type")
_SUBCLASS = NamedNode(PREFIXES["rdfs"] + "subClassOf")

#: What is read from a shape without being a test of a value.
_STRUCTURE = {
    "type",
    "targetClass",
    "targetSubjectsOf",
    "targetObjectsOf",
    "property",
    "path",
    "minCount",
    "maxCount",
    "lessThan",
    "closed",
    "ignoredProperties",
    "xone",
}

Test = Callable[[Any], bool]
#: The outgoing edges of each node: its predicates, with their values.
Nodes = Mapping[Any, Mapping[Any, set[Any]]]


@dataclass(frozen=True, slots=True)
class _Property:
    """A property shape: how many values a path has, what each has to pass, and below which values each has to be."""

    path: Any
    least: int
    most: float
    tests: tuple[Test, ...]
    below: tuple[Any, ...]

    def allows(self, edges: Mapping[Any, set[Any]]) -> bool:
        values = edges.get(self.path, ())
        if not self.least <= len(values) <= self.most:
            return False
        if not all(test(value) for test in self.tests for value in values):
            return False
        return all(_is_below(value, other) for path in self.below for value in values for other in edges.get(path, ()))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node shape: which nodes it is about, and what they have to pass; of each choice, exactly one shape."""

    classes: frozenset[Any]
    subjects_of: frozenset[Any]
    objects_of: frozenset[Any]
    tests: tuple[Test, ...]
    closed: frozenset[Any] | None
    properties: tuple[_Property, ...]
    choices: tuple[tuple[_Shape, ...], ...]

    def allows(self, node: Any, edges: Mapping[Any, set[Any]]) -> bool:
        known = self.closed is None or edges.keys() <= self.closed
        plain = known and all(test(node) for test in self.tests) and all(each.allows(edges) for each in self.properties)
        return plain and all(sum(each.allows(node, edges) for each in choice) == 1 for choice in self.choices)


def suspects(triples: Iterable[Triple | Quad], shapes: Iterable[Triple | Quad]) -> set[Any]:
    """Return the nodes that may break a shape: all that do, and perhaps some that do not.

    Args:
        triples: the graph; in quads, the graphs' names are ignored.
        shapes: SHACL shapes; property paths other than a single IRI make all their nodes suspect.

    Returns:
        Nodes of the graph.

    Example:
        >>> from pyoxigraph import RdfFormat, parse
        >>> turtle = '''@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .
        ... ex:shape a sh:NodeShape ; sh:targetClass ex:Person ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .'''
        >>> shapes = list(parse(turtle, RdfFormat.TURTLE))
        >>> graph = "@prefix ex: <https://example.org/> . ex:ada a ex:Person . ex:tom a ex:Person ; ex:name 'Tom' ."
        >>> [node.value for node in suspects(parse(graph, RdfFormat.TURTLE), shapes)]
        ['https://example.org/ada']
    """
    graph = _Graph(triples)
    return {
        node
        for shape in _read_shapes(_Graph(shapes).edges)
        for node in graph.targets(shape)
        if not shape.allows(node, graph.edges.get(node, {}))
    }


class _Graph:
    """A graph by its nodes' outgoing edges, with the look-ups that targets need.

    Args:
        triples: the graph; in quads, the graphs' names are ignored.
    """

    def __init__(self, triples: Iterable[Triple | Quad]) -> None:
        edges: defaultdict[Any, defaultdict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))
        for triple in triples:
            edges[triple.subject][triple.predicate].add(triple.object)
        self.edges: Nodes = edges
        self._subjects: defaultdict[Any, set[Any]] = defaultdict(set)
        self._objects: defaultdict[Any, set[Any]] = defaultdict(set)
        self._instances: defaultdict[Any, set[Any]] = defaultdict(set)
        for node, predicates in edges.items():
            for predicate, values in predicates.items():
                self._subjects[predicate].add(node)
                self._objects[predicate] |= values
            for each in predicates.get(_TYPE, ()):
                self._instances[each].add(node)

    def targets(self, shape: _Shape) -> set[Any]:
        found: set[Any] = set()
        for each in self._with_subclasses(shape.classes):
            found |= self._instances[each]
        for predicate in shape.subjects_of:
            found |= self._subjects[predicate]
        for predicate in shape.objects_of:
            found |= self._objects[predicate]
        return found

    def _with_subclasses(self, classes: frozenset[Any]) -> set[Any]:
        found = set(classes)
        while (
            below := {each for each in self._subjects[_SUBCLASS] if not found.isdisjoint(self.edges[each][_SUBCLASS])}
            - found
        ):
            found |= below
        return found


# ---------------------------------------------------------------- shapes


def _read_shapes(nodes: Nodes) -> Iterator[_Shape]:
    for edges in nodes.values():
        if NamedNode(_SH + "NodeShape") in edges.get(_TYPE, ()):
            yield _shape(edges, nodes)


def _shape(edges: Mapping[Any, set[Any]], nodes: Nodes) -> _Shape:
    properties = tuple(_property(nodes.get(each, {}), nodes) for each in _values(edges, "property"))
    closed = Literal(True) in _values(edges, "closed")
    ignored = {term for head in _values(edges, "ignoredProperties") for term in _listed(head, nodes)}
    choices = (_listed(head, nodes) for head in _values(edges, "xone"))
    return _Shape(
        classes=frozenset(_values(edges, "targetClass")),
        subjects_of=frozenset(_values(edges, "targetSubjectsOf")),
        objects_of=frozenset(_values(edges, "targetObjectsOf")),
        tests=tuple(_tests(edges, nodes)),
        closed=frozenset(ignored | {each.path for each in properties}) if closed else None,
        properties=properties,
        choices=tuple(tuple(_shape(nodes.get(each, {}), nodes) for each in choice) for choice in choices),
    )


def _property(edges: Mapping[Any, set[Any]], nodes: Nodes) -> _Property:
    path = next(iter(_values(edges, "path")), None)
    least = max((int(each.value) for each in _values(edges, "minCount")), default=0)
    most = min((int(each.value) for each in _values(edges, "maxCount")), default=float("inf"))
    if not isinstance(path, NamedNode):  # a path of several steps: no number of values is plainly right
        most = -1
    return _Property(path, least, most, tuple(_tests(edges, nodes)), tuple(_values(edges, "lessThan")))


def _values(edges: Mapping[Any, set[Any]], name: str) -> set[Any]:
    return edges.get(NamedNode(_SH + name), set())


def _listed(head: Any, nodes: Nodes) -> Iterator[Any]:
    """Yield the members of an RDF list."""
    while head in nodes:
        yield from nodes[head][NamedNode(_RDF + "first")]
        (head,) = nodes[head][NamedNode(_RDF + "rest")]


def _tests(edges: Mapping[Any, set[Any]], nodes: Nodes) -> Iterator[Test]:
    """Yield the tests that a shape has its values pass; a constraint that is not known here is passed by none."""
    for predicate, parameters in edges.items():
        name = predicate.value.removeprefix(_SH).removeprefix(_RDF)
        for parameter in parameters if name not in _STRUCTURE else ():
            yield _TESTS.get(name, _no_test)(parameter, nodes)


def _no_test(parameter: Any, nodes: Nodes) -> Test:
    return lambda value: False


def _node_kind(parameter: Any, nodes: Nodes) -> Test:
    return lambda value: parameter.value == _SH + "IRI" and isinstance(value, NamedNode)


def _pattern(parameter: Any, nodes: Nodes) -> Test:
    search = re.compile(parameter.value).search
    return lambda value: isinstance(value, NamedNode | Literal) and search(value.value) is not None


def _in(parameter: Any, nodes: Nodes) -> Test:
    members = frozenset(_listed(parameter, nodes))
    return lambda value: value in members


def _min_length(parameter: Any, nodes: Nodes) -> Test:
    least = int(parameter.value)
    return lambda value: isinstance(value, NamedNode | Literal) and len(value.value) >= least


def _min_inclusive(parameter: Any, nodes: Nodes) -> Test:
    least = Decimal(parameter.value)
    return lambda value: _is_figure(value) and Decimal(value.value) >= least


def _max_inclusive(parameter: Any, nodes: Nodes) -> Test:
    most = Decimal(parameter.value)
    return lambda value: _is_figure(value) and Decimal(value.value) <= most


def _datatype(parameter: Any, nodes: Nodes) -> Test:
    lexical = _LEXICAL.get(parameter.value)
    if lexical is None:
        return _no_test(parameter, nodes)
    return lambda value: isinstance(value, Literal) and value.datatype == parameter and lexical(value.value)


def _is_figure(value: Any) -> bool:
    """Tell whether a value is an integer or a decimal, spelled as we do."""
    return (
        isinstance(value, Literal)
        and value.datatype.value in (_XSD + "integer", _XSD + "decimal")
        and _LEXICAL[value.datatype.value](value.value)
    )


def _is_below(value: Any, other: Any) -> bool:
    return _is_figure(value) and _is_figure(other) and Decimal(value.value) < Decimal(other.value)


def _is_decimal(text: str) -> bool:
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None


def _is_number(text: str) -> bool:
    return re.fullmatch("-?[0-9]+", text) is not None


def _reads(read: Callable[[str], object], form: str) -> Callable[[str], bool]:
    """Return a test that a text has a form and can be read."""

    def test(text: str) -> bool:
        try:
            return re.fullmatch(form, text) is not None and read(text) is not None
        except ValueError:
            return False

    return test


#: How the values of a datatype are spelled, by us: other right spellings are left to pySHACL.
_LEXICAL: dict[str, Callable[[str], bool]] = {
    _XSD + "string": lambda text: True,
    _RDF + "langString": lambda text: True,
    _XSD + "boolean": lambda text: text in ("true", "false"),
    _XSD + "integer": _is_number,
    _XSD + "decimal": _is_decimal,
    _XSD + "date": _reads(date.fromisoformat, r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    _XSD + "time": _reads(time.fromisoformat, r"[0-9]{2}:[0-9]{2}:[0-9]{2}"),
}

_TESTS: dict[str, Callable[[Any, Nodes], Test]] = {
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "in": _in,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "datatype": _datatype,
}
