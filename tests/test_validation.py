"""Validation that bites: every constraint of every shape is broken once, and the report says so in words."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from example_facts import DECISIONS, FACTS
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from vmcgraph.errors import OntologyError
from vmcgraph.namespaces import ID, PREFIXES, iri, node
from vmcgraph.rdf import rdflib_term, read_quads, to_graph, to_store, write_graph
from vmcgraph.resources import resource
from vmcgraph.shapes import suspects
from vmcgraph.validation import ValidationReport, validate

SH = "http://www.w3.org/ns/shacl#"
SHAPES = resource("ontology", "shapes.ttl")
TYPE = node("rdf:type")
SOMEWHERE = NamedNode("https://w3id.org/vmcgraph/graph/test")


@pytest.fixture(scope="module")
def store() -> Store:
    """Return the whole graph of the example, which conforms; not to be changed."""
    return to_store(FACTS, decisions=DECISIONS)


# ---------------------------------------------------------------- breaking every constraint


@dataclass(frozen=True)
class Break:
    """A way to break one constraint, on a copy of a node that conforms.

    Args:
        shape: local name of the node shape.
        component: the SHACL component that is broken, without its ending.
        path: the property whose values are replaced; None when the copy is named wrongly.
        values: what the property then has.
    """

    shape: str
    component: str
    path: NamedNode | None
    values: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return f"{self.shape}-{self.path.value.rpartition('#')[2] if self.path else 'name'}-{self.component}"

    @property
    def reported_path(self) -> str:
        """The property that a SHACL report names: for a choice, which is about the whole node, none."""
        return self.path.value if self.path and self.component != "Xone" else ""


def shape_quads() -> dict[Any, dict[str, list[Any]]]:
    """Return the shapes as nodes with their parameters, by local name."""
    found: dict[Any, dict[str, list[Any]]] = {}
    for quad in read_quads(SHAPES):
        name = quad.predicate.value.removeprefix(SH).removeprefix(PREFIXES["rdf"])
        found.setdefault(quad.subject, {}).setdefault(name, []).append(quad.object)
    return found


NODES = shape_quads()
NODE_SHAPES = {
    subject: about
    for subject, about in NODES.items()
    if about.get("type") == [NamedNode(SH + "NodeShape")] and "targetClass" in about
}


def valid_value(about: dict[str, list[Any]], number: int) -> Any:
    """Return a value that a property shape allows, another one for each number."""
    if "in" in about:
        allowed = members(about["in"][0])
        return allowed[number % len(allowed)]
    if "nodeKind" in about:
        start = re.sub(r"\(([^|()]+)\|[^)]*\)", r"\1", about["pattern"][0].value.replace("\\", "").lstrip("^"))
        return NamedNode(start.partition("[")[0].rstrip("$") + "made-up-" + "abcd"[number])
    datatype = about["datatype"][0]
    if "pattern" in about:
        lengths = {"^[A-Z]{2}$": "AA", "^[A-Z]{3}$": "AAA", "^[0-9a-f]{64}$": "0" * 64, "^[0-9a-f]{16}$": "0" * 16}
        text = lengths.get(about["pattern"][0].value, "en")
        return Literal(text[:-1] + ("ABCD" if text.isupper() else "abcd")[number])
    spelled = {
        "string": "made up " + "abcd"[number],
        "langString": "made up " + "abcd"[number],
        "integer": str(1000 + number),
        "decimal": f"0.{number + 1}",
        "boolean": ("true", "false")[number % 2],
        "date": f"2031-01-{number + 1:02}",
        "time": f"09:00:{number:02}",
    }
    name = datatype.value.rpartition("#")[2]
    return Literal(spelled[name], language="en") if name == "langString" else Literal(spelled[name], datatype=datatype)


def breaks_of_property(shape: str, about: dict[str, list[Any]]) -> Iterator[Break]:
    path = about["path"][0]
    good = [valid_value(about, number) for number in range(4)]
    if "minCount" in about:
        yield Break(shape, "MinCount", path, tuple(good[: int(about["minCount"][0].value) - 1]))
    if "maxCount" in about:
        yield Break(shape, "MaxCount", path, tuple(good[: int(about["maxCount"][0].value) + 1]))
    if "nodeKind" in about:
        yield Break(shape, "NodeKind", path, (Literal(good[0].value),))
    if "pattern" in about and "nodeKind" in about:
        yield Break(shape, "Pattern", path, (NamedNode("https://example.org/elsewhere"),))
    if "pattern" in about and "datatype" in about:
        yield Break(shape, "Pattern", path, (Literal("§"),))
    if "in" in about:
        yield Break(shape, "In", path, (NamedNode(good[0].value + "x"),))
    if "datatype" in about:
        datatype = about["datatype"][0]
        wrong = (
            Literal("some", language="en") if datatype.value.endswith("#string") else Literal("some", datatype=datatype)
        )
        yield Break(shape, "Datatype", path, (wrong,))
        yield Break(
            shape, "Datatype", path, (Literal(good[0].value, datatype=NamedNode("https://example.org/datatype")),)
        )
    if "minLength" in about:
        yield Break(shape, "MinLength", path, (Literal(""),))
    if "minInclusive" in about:
        yield Break(shape, "MinInclusive", path, (beyond(about["minInclusive"][0], -1),))
    if "maxInclusive" in about:
        yield Break(shape, "MaxInclusive", path, (beyond(about["maxInclusive"][0], 1),))
    if "lessThan" in about:
        yield Break(shape, "LessThan", path, (Literal(1_000_000),))


def beyond(limit: Any, by: int) -> Literal:
    """Return a number beyond a limit."""
    return Literal(str(int(float(limit.value)) + by), datatype=limit.datatype)


def breaks_of_choice(shape: str, about: dict[str, list[Any]]) -> Iterator[Break]:
    """Yield what fits no way of a choice because it mixes them, and what fits one but for its number of values."""
    for head in about.get("xone", ()):
        ways = [NODES[NODES[way]["property"][0]] for way in members(head)]
        path = ways[0]["path"][0]
        yield Break(shape, "Xone", path, tuple(valid_value({"nodeKind": [], **way}, 0) for way in ways))
        for way in ways:
            if "maxCount" in way:
                yield Break(shape, "Xone", path, tuple(valid_value({"nodeKind": [], **way}, n) for n in (0, 1)))


def members(head: Any) -> list[Any]:
    """Return the members of an RDF list."""
    return [NODES[head]["first"][0], *members(NODES[head]["rest"][0])] if head in NODES else []


def all_breaks() -> list[Break]:
    found = []
    for subject, about in NODE_SHAPES.items():
        shape = subject.value.rpartition("/")[2]
        if "closed" in about:
            found += [Break(shape, "Pattern", None), Break(shape, "Closed", node("vmc:unheardOf"), (Literal("x"),))]
        for each in about["property"]:
            found += breaks_of_property(shape, NODES[each])
        found += breaks_of_choice(shape, about)
    return found


BREAKS = all_breaks()


def renamed(name: str, number: int) -> str:
    """Return another name of the same form."""
    if "/id/evidence/" in name:
        return re.sub(r"/(\d+)-", rf"/{number}00\1-", name)
    return f"{name}-{'abcdefghij'[number % 10]}-{'abcdefghij'[number // 10 % 10]}-{'abcdefghij'[number // 100]}"


def broken_copy(store: Store, each: Break, number: int) -> tuple[NamedNode, list[Quad]]:
    """Return a copy of a node of the shape's class, broken, and what it is described by."""
    (target,) = NODE_SHAPES[NamedNode(f"https://w3id.org/vmcgraph/shape/{each.shape}")]["targetClass"]
    model = min(quad.subject.value for quad in store.quads_for_pattern(None, TYPE, target))  # type: ignore[union-attr]
    copy = NamedNode(renamed(model, number) if each.path else f"https://example.org/{number}")
    rows = {(quad.predicate, quad.object) for quad in store.quads_for_pattern(NamedNode(model), None, None)}
    if each.path:
        rows = {row for row in rows if row[0] != each.path} | {(each.path, value) for value in each.values}
    return copy, [Quad(copy, predicate, value, SOMEWHERE) for predicate, value in rows]


@pytest.fixture(scope="module")
def all_broken(store: Store) -> tuple[Store, dict[Break, NamedNode]]:
    """Return the example with a broken copy for each break, and the copies."""
    whole, copies = Store(), {}
    whole.extend(store)
    for number, each in enumerate(BREAKS):
        copies[each], rows = broken_copy(store, each, number)
        whole.extend(rows)
    return whole, copies


@pytest.fixture(scope="module")
def report(all_broken: tuple[Store, dict[Break, NamedNode]]) -> ValidationReport:
    return validate(all_broken[0])


def found_in(graph: Any) -> set[tuple[str, str, str]]:
    """Return focus node, component and path of each result of a SHACL report."""
    from rdflib import SH as SHACL

    return {
        (
            str(graph.value(result, SHACL.focusNode)),
            str(graph.value(result, SHACL.sourceConstraintComponent))
            .removeprefix(SH)
            .removesuffix("ConstraintComponent"),
            str(graph.value(result, SHACL.resultPath) or ""),
        )
        for result in graph.objects(None, SHACL.result)
    }


@pytest.fixture(scope="module")
def results(report: ValidationReport) -> set[tuple[str, str, str]]:
    return found_in(report.graph)


def test_the_example_conforms(store: Store) -> None:
    assert validate(store) == ValidationReport(conforms=True)


def test_the_example_conforms_to_pyshacl(store: Store) -> None:
    assert judged_by_pyshacl(store) == set()


@pytest.mark.parametrize("each", BREAKS, ids=str)
def test_a_broken_constraint_is_reported(
    each: Break, all_broken: tuple[Store, dict[Break, NamedNode]], results: set[tuple[str, str, str]]
) -> None:
    copy = all_broken[1][each]
    assert (copy.value, each.component, each.reported_path) in results


@pytest.mark.parametrize("each", BREAKS, ids=str)
def test_a_broken_constraint_is_reported_in_words(
    each: Break, all_broken: tuple[Store, dict[Break, NamedNode]], report: ValidationReport
) -> None:
    copy = all_broken[1][each]
    lines = [str(violation) for violation in report.results if violation.focus == copy.value]
    path = (
        "vmc:" + each.path.value.rpartition("#")[2] if each.path and each.path.value.startswith(PREFIXES["vmc"]) else ""
    )
    assert any(path in line and line.endswith(" would be right") for line in lines), lines


def test_there_is_a_break_for_every_property_of_every_shape() -> None:
    broken = {(each.shape, each.path) for each in BREAKS}
    for subject, about in NODE_SHAPES.items():
        for each in about["property"]:
            assert (subject.value.rpartition("/")[2], NODES[each]["path"][0]) in broken


def test_the_shapes_use_only_what_the_breaks_break() -> None:
    """A new sort of constraint needs a break of its own here, and a test in shapes.py unless pySHACL shall see every node."""
    known = {
        "type",
        "path",
        "property",
        "targetClass",
        "targetSubjectsOf",
        "targetObjectsOf",
        "closed",
        "ignoredProperties",
    }
    known |= {
        "nodeKind",
        "pattern",
        "datatype",
        "minLength",
        "minInclusive",
        "maxInclusive",
        "lessThan",
        "in",
        "minCount",
        "maxCount",
        "first",
        "rest",
        "xone",
    }
    assert {name for about in NODES.values() for name in about} == known


def judged_by_pyshacl(store: Store) -> set[tuple[str, str, str]]:
    """Return what pySHACL finds when it looks at every node."""
    import pyshacl
    from rdflib import Graph

    graph = Graph()
    for quad in store:
        graph.add(tuple(map(rdflib_term, quad.triple)))  # type: ignore[arg-type]
    return found_in(pyshacl.validate(graph, shacl_graph=Graph().parse(SHAPES))[1])


def test_pyshacl_finds_the_same(
    all_broken: tuple[Store, dict[Break, NamedNode]], results: set[tuple[str, str, str]]
) -> None:
    assert judged_by_pyshacl(all_broken[0]) == results


TERMS = [
    iri("person/ada-brook"),
    iri("session/ff2031/s1"),
    iri("evidence/ff2031/110-130-listed"),
    iri("tie/ada-brook--tom-vale"),
    iri("statement/ff2031/270-300"),
    iri("voice/ff2031/panellists"),
    NamedNode(PREFIXES["scheme"] + "role/speaker"),
    node("vmc:Person"),
    node("vmc:Session"),
    BlankNode("b"),
    Literal("some"),
    Literal(""),
    Literal(7),
    Literal("07", datatype=node("xsd:integer")),
    Literal("x", datatype=node("xsd:date")),
    Literal(True),
]
PREDICATES = [
    TYPE,
    *map(
        node,
        (
            "rdfs:label",
            "vmc:inSession",
            "vmc:evidence",
            "vmc:date",
            "vmc:pageFrom",
            "vmc:social",
            "vmc:role",
            "vmc:speaker",
        ),
    ),
]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*TERMS[:10]]), st.sampled_from(PREDICATES), st.sampled_from(TERMS)),
        min_size=1,
        max_size=4,
    ),
    st.sets(st.integers(0, 10**6), max_size=3),
)
def test_pyshacl_finds_the_same_in_any_graph(
    store: Store, added: list[tuple[Any, NamedNode, Any]], removed: set[int]
) -> None:
    quads = sorted((quad for quad in store if "ontology" not in str(quad.graph_name)), key=str)
    gone = {number % len(quads) for number in removed}
    changed = Store()
    changed.extend([quad for number, quad in enumerate(quads) if number not in gone])
    changed.extend(Quad(*row, SOMEWHERE) for row in added)
    report = validate(changed)
    expected = judged_by_pyshacl(changed)
    assert {row[1:] for row in found_in(report.graph)} == {row[1:] for row in expected}
    assert report.conforms is not expected


# ---------------------------------------------------------------- references and types


def changed(store: Store, *rows: tuple[str, str, Any]) -> Store:
    """Return a graph with further triples."""
    copy = Store()
    copy.extend(store)
    copy.extend(Quad(iri(subject), node(predicate), value, SOMEWHERE) for subject, predicate, value in rows)
    return copy


def lines(report: ValidationReport) -> list[str]:
    return [str(violation) for violation in report.results]


def test_a_reference_to_nothing_is_reported(store: Store) -> None:
    report = validate(changed(store, ("organisation/harbour-council", "vmc:partOf", iri("organisation/nobody"))))
    assert lines(report) == [
        "id:organisation/nobody: rdf:type is missing; one of the 50 in ontology/shapes.ttl would be right"
    ]


def test_a_class_that_does_not_exist_is_reported(store: Store) -> None:
    report = validate(changed(store, ("person/ada-brook", "rdf:type", node("vmc:Persona"))))
    assert lines(report) == [
        "Ada Brook (id:person/ada-brook): rdf:type is 'vmc:Persona'; one of the 50 in ontology/shapes.ttl would be right"
    ]


def test_a_fact_without_a_class_is_reported(store: Store) -> None:
    report = validate(changed(store, ("person/nobody", "vmc:evidence", iri("evidence/ff2031/110-130-listed"))))
    assert [violation.focus for violation in report.results] == [ID + "person/nobody"]


def test_a_subclass_is_held_to_the_shape_of_its_class(store: Store) -> None:
    report = validate(
        changed(
            store,
            ("person/x", "rdf:type", iri("class/minister")),
            ("class/minister", "rdfs:subClassOf", iri("class/politician")),
            ("class/politician", "rdfs:subClassOf", node("vmc:Person")),
        )
    )
    assert {violation.path for violation in report.results if violation.focus == ID + "person/x"} == {
        "rdfs:label",
        "vmc:evidence",
    }


def test_a_blank_node_is_reported(store: Store) -> None:
    copy = Store()
    copy.extend(store)
    copy.add(Quad(BlankNode(), TYPE, node("vmc:Place"), SOMEWHERE))
    report = validate(copy)
    assert not report.conforms
    assert ("", "id:place/…") in {(violation.path, violation.remedy) for violation in report.results}


def test_a_reported_statement_needs_its_verb_and_a_quotation_none(store: Store) -> None:
    said = "statement/ff2031/230-260"
    copy = changed(store)
    copy.remove(next(copy.quads_for_pattern(iri(said), node("vmc:reportingVerb"), None)))
    report = validate(copy)
    assert lines(report) == [f"id:{said}: vmc:reportingVerb is missing; xsd:string would be right"]
    assert not list(store.quads_for_pattern(iri("statement/ff2031/300-330"), node("vmc:reportingVerb"), None))


def test_a_statement_is_reported_or_quoted_and_not_both(store: Store) -> None:
    copy = changed(store, ("statement/ff2031/230-260", "rdf:type", node("vmc:Quotation")))
    assert any("rdf:type is 'vmc:Quotation'" in line for line in lines(validate(copy)))
    copy.remove(next(copy.quads_for_pattern(iri("statement/ff2031/230-260"), TYPE, node("vmc:Statement"))))
    report = validate(copy)  # two classes, but neither the one of all statements
    assert any("rdf:type is 'vmc:Quotation'" in line for line in lines(report))


def test_a_page_that_is_marked_has_no_other_beside_it(store: Store) -> None:
    place = "evidence/ff2031/110-130-listed"
    report = validate(changed(store, (place, "vmc:page", Literal(15))))
    assert lines(report) == [f"id:{place}: vmc:pageFrom has a value (14); none would be right"]
    report = validate(changed(store, ("section/ff2031/imprint", "vmc:pageTo", Literal(20))))
    assert lines(report) == ["Imprint (id:section/ff2031/imprint): vmc:pageFrom is missing; xsd:integer would be right"]


def test_a_place_ends_behind_its_start(store: Store) -> None:
    place = "paragraph/ff2031/s1/2"
    copy = changed(store, (place, "vmc:end", Literal(480)))
    copy.remove(next(copy.quads_for_pattern(iri(place), node("vmc:end"), Literal(590))))
    assert lines(validate(copy)) == [f"id:{place}: vmc:start is 490; a number below vmc:end would be right"]


def test_the_type_of_a_policy_model_is_policy_framework(store: Store) -> None:
    law = NamedNode(PREFIXES["scheme"] + "instrument-type/law")
    report = validate(changed(store, ("instrument/floating-hubs", "vmc:instrumentType", law)))
    assert lines(report) == [
        "floating hubs (id:instrument/floating-hubs): vmc:instrumentType is 'scheme:instrument-type/law'; "
        "scheme:instrument-type/policy-framework would be right"
    ]


# ---------------------------------------------------------------- words


def test_the_report_in_words(store: Store) -> None:
    report = validate(
        changed(
            store,
            ("session/ff2031/s1", "vmc:inEdition", Literal("FF2031")),
            ("session/ff2031/s1", "vmc:date", Literal("2031-99-99", datatype=node("xsd:date"))),
            ("session/ff2031/s1", "vmc:colour", Literal("blue")),
            ("person/ada-brook", "vmc:honorific", Literal("")),
            (
                "participation/ff2031/s2/mia-holt/respondent",
                "vmc:listedAs",
                NamedNode(PREFIXES["scheme"] + "role/cook"),
            ),
        )
    )
    roles = ", ".join(
        f"scheme:role/{role}" for role in "speaker moderator keynote opening closing address respondent".split()
    )
    panel = "Ferries (id:session/ff2031/s1)"
    known = "rdfs:label, vmc:date, vmc:endTime, vmc:evidence, vmc:format, vmc:inEdition, vmc:inSection, vmc:pageFrom, vmc:pageTo, vmc:social, vmc:startTime, vmc:subsection"
    assert report.text.splitlines() == [
        "The graph does not conform, in 8 places:",
        "FF2031: rdf:type is missing; one of the 50 in ontology/shapes.ttl would be right",
        f"id:participation/ff2031/s2/mia-holt/respondent: vmc:listedAs is 'scheme:role/cook'; one of {roles} would be right",
        "Ada Brook (id:person/ada-brook): vmc:honorific is ''; xsd:string, not empty, would be right",
        f"{panel}: vmc:colour is not a property of its kind; one of {known} would be right",
        f"{panel}: vmc:date has two values (2031-05-14, 2031-99-99); at most one would be right",
        f"{panel}: vmc:date is '2031-99-99'; xsd:date would be right",
        f"{panel}: vmc:inEdition has two values (FF2031, id:edition/ff2031); at most one would be right",
        f"{panel}: vmc:inEdition is 'FF2031'; id:edition/… would be right",
    ]


def test_a_statement_of_persons_and_a_voice_is_told_in_words(store: Store) -> None:
    name = "statement/ff2031/230-260"
    report = validate(changed(store, (name, "vmc:speaker", iri("voice/ff2031/panellists"))))
    assert lines(report) == [
        f"id:{name}: vmc:speaker has values that do not go together (id:person/ada-brook, id:voice/ff2031/panellists); "
        "either id:person/… or at most one id:voice/… would be right"
    ]


def test_a_statement_about_something_else_is_told_in_words(store: Store) -> None:
    name = "statement/ff2031/230-260"
    report = validate(changed(store, (name, "vmc:about", iri("person/tom-vale"))))
    assert lines(report) == [
        f"id:{name}: vmc:about is 'id:person/tom-vale'; "
        "id:country/… or id:organisation/… or id:instrument/… or scheme:topic/… would be right"
    ]


def test_a_report_is_a_shacl_report(store: Store) -> None:
    from rdflib import RDF
    from rdflib import SH as SHACL

    for graph in (validate(store).graph, validate(changed(store, ("person/x", "rdf:type", node("vmc:Person")))).graph):
        assert len(set(graph.subjects(RDF.type, SHACL.ValidationReport))) == 1
        assert len(set(graph.objects(None, SHACL.conforms))) == 1


def test_malformed_literals_do_not_print_tracebacks(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    bad = changed(store, ("session/ff2031/s2", "vmc:date", Literal("2031-99-99", datatype=node("xsd:date"))))
    report = validate(bad)
    assert not report.conforms and len(report.graph) and caplog.records == []


# ---------------------------------------------------------------- any sort of graph


def test_the_union_of_the_named_graphs_is_judged(tmp_path: Path, store: Store) -> None:
    """A session's evidence stands in another graph than the session."""
    from rdflib import Dataset

    from vmcgraph.store import open_store

    write_graph(store, tmp_path / "graph.nq.gz")
    memory = open_store()
    memory.add(store)
    plain = Dataset(default_union=False)
    plain.addN(to_graph(FACTS).quads())
    for graph in (store, to_graph(FACTS), plain, tmp_path / "graph.nq.gz", str(tmp_path / "graph.nq.gz"), memory):
        assert validate(graph).text == "The graph conforms."


def test_a_plain_rdflib_graph_is_judged() -> None:
    from rdflib import Graph

    graph = Graph()
    graph += to_graph(FACTS).triples((None, None, None))
    assert validate(graph).conforms
    graph.remove((rdflib_term(iri("session/ff2031/s1")), rdflib_term(node("vmc:social")), None))
    assert lines(validate(graph)) == [
        "Ferries (id:session/ff2031/s1): vmc:social is missing; xsd:boolean would be right"
    ]


def test_an_empty_graph_conforms_and_says_that_it_is_empty() -> None:
    report = validate(Store())
    assert (report.conforms, report.text) == (True, "The graph has no statements: there is nothing to check.")


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.nq"
    path.write_text("<https://x.y/a> <https://x.y/b> <https://x.y/c> .\nnonsense\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"^{path} line 2: "):
        validate(path)


# ---------------------------------------------------------------- picking the nodes to judge


def picked(shapes: str, graph: str) -> set[str]:
    from pyoxigraph import RdfFormat, parse

    prefixes = f"@prefix sh: <{SH}> . @prefix ex: <https://example.org/> . @prefix xsd: <{PREFIXES['xsd']}> .\n"
    found = suspects(
        [quad.triple for quad in parse(prefixes + graph, RdfFormat.TURTLE)], parse(prefixes + shapes, RdfFormat.TURTLE)
    )
    return {each.value.removeprefix("https://example.org/") for each in found}


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:property [ sh:path ex:p ; sh:maxLength 3 ]",
        "sh:property [ sh:path ( ex:p ex:q ) ; sh:minCount 0 ]",
        "sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:minCount 0 ]",
        "sh:property [ sh:path ex:p ; sh:nodeKind sh:Literal ]",
        "sh:property [ sh:path ex:p ; sh:datatype xsd:gYear ]",
        "sh:not [ sh:class ex:D ]",
    ],
)
def test_under_a_constraint_that_is_not_known_every_node_is_suspect(constraint: str) -> None:
    assert picked(
        f"ex:s a sh:NodeShape ; sh:targetClass ex:C ; {constraint} .", 'ex:a a ex:C ; ex:p "x" . ex:b ex:p "x" .'
    ) == {"a"}


def test_spellings_that_we_do_not_write_are_left_to_pyshacl() -> None:
    shape = "ex:s a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:datatype xsd:boolean ] ."
    assert picked(shape, 'ex:a a ex:C ; ex:p "1"^^xsd:boolean . ex:b a ex:C ; ex:p true .') == {"a"}


def test_judging_a_graph_that_conforms_loads_neither_rdflib_nor_pyshacl(tmp_path: Path, store: Store) -> None:
    write_graph(store, tmp_path / "graph.nq")
    code = "import sys; from vmcgraph.validation import validate; assert validate(sys.argv[1]).conforms; print({'rdflib', 'pyshacl'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "graph.nq"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_triples_and_quads_are_the_same_to_the_shapes(store: Store) -> None:
    shapes = read_quads(SHAPES)
    assert suspects(store, shapes) == suspects((quad.triple for quad in store), shapes) == set()
    assert suspects([Triple(iri("person/x"), TYPE, node("vmc:Person"))], shapes) == {iri("person/x")}
