"""One contract for the three stores, then what each promises of its own."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad
from sparql_endpoint import Endpoint

from vmcgraph.errors import QueryError, StoreError
from vmcgraph.store import FolderStore, MemoryStore, RemoteStore, Solutions, Store, Triples, open_store
from vmcgraph.store.querytext import written

P = "PREFIX : <http://e/> "


def node(name: str) -> NamedNode:
    return NamedNode(f"http://e/{name}")


def quad(subject: str, predicate: str, value: NamedNode | Literal | str, graph: str = "g1") -> Quad:
    return Quad(node(subject), node(predicate), node(value) if isinstance(value, str) else value, node(graph))


CONTENT = [
    quad("ann", "type", "Person"),
    quad("ann", "type", "Person", "g2"),  # stated twice: the union holds it once
    quad("ann", "name", Literal("Ann")),
    quad("bob", "type", "Person"),
    quad("bob", "name", Literal("Bob")),
    quad("bob", "knows", "ann", "g2"),
    quad("cy", "type", "Person", "g2"),
    quad("cy", "age", Literal(7), "g2"),
]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("VMCGRAPH_TIMEOUT", raising=False)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Endpoint() as running:
        yield running


@pytest.fixture(params=["memory", "folder", "remote"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "remote":
        with open_store(request.getfixturevalue("endpoint").query_address) as store:
            yield store
    else:
        with open_store(tmp_path / "store" if request.param == "folder" else None, create=True) as store:
            yield store


@pytest.fixture
def store(empty: Store) -> Store:
    empty.replace(CONTENT)
    return empty


def values(answer: object) -> list[tuple[str | None, ...]]:
    """Return the rows as sorted plain values, IRIs by their last part."""
    assert isinstance(answer, Solutions)
    rows = [tuple(None if term is None else term.value.rpartition("/")[2] for term in row) for row in answer]
    return sorted(rows, key=repr)


class TestContract:
    def test_empty(self, empty: Store) -> None:
        assert len(empty) == 0 and empty.graphs() == () and list(empty.quads()) == []
        assert bool(empty)
        assert empty.query("ASK { ?s ?p ?o }") is False
        assert empty.serialize() == b""

    def test_quads_and_graphs(self, store: Store) -> None:
        assert set(store.quads()) == set(CONTENT) and len(store) == len(CONTENT)
        assert store.graphs() == (node("g1"), node("g2"))
        assert set(store.quads(node("g2"))) == {each for each in CONTENT if each.graph_name == node("g2")}
        assert list(store.quads(node("none"))) == []

    def test_default_graph_is_the_union_without_repetition(self, store: Store) -> None:
        assert values(store.query(P + "SELECT ?s { ?s :type :Person }")) == [("ann",), ("bob",), ("cy",)]
        assert values(store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == [("7",)]
        across = "SELECT ?n { ?s :knows/:name ?n }"  # a path whose steps are in two graphs
        assert values(store.query(P + across)) == [("Ann",)]

    def test_named_graphs_and_own_dataset(self, store: Store) -> None:
        assert values(store.query(P + "SELECT ?g { GRAPH ?g { :ann :type :Person } }")) == [("g1",), ("g2",)]
        assert values(store.query(P + "SELECT ?s FROM :g2 { ?s :type :Person }")) == [("ann",), ("cy",)]
        named = P + "SELECT DISTINCT ?g FROM NAMED :g1 { GRAPH ?g { ?s ?p ?o } }"
        assert values(store.query(named)) == [("g1",)]
        assert store.query(P + 'ASK { ?s :name "FROM" } # FROM :g1') is False

    def test_solutions(self, store: Store) -> None:
        answer = store.query(
            P + "SELECT ?s ?n ?a { ?s :type :Person OPTIONAL {?s :name ?n} OPTIONAL {?s :age ?a} } ORDER BY ?s"
        )
        assert isinstance(answer, Solutions)
        assert answer.variables == ("s", "n", "a") and len(answer) == 3
        assert answer.rows[0] == (node("ann"), Literal("Ann"), None)
        assert answer.rows[2] == (node("cy"), None, Literal(7))
        assert list(answer) == list(answer) == list(answer.rows)
        assert answer == store.select(
            P + "SELECT ?s ?n ?a { ?s :type :Person OPTIONAL {?s :name ?n} OPTIONAL {?s :age ?a} } ORDER BY ?s"
        )

    def test_solutions_in_the_forms_of_the_w3c(self, store: Store) -> None:
        answer = store.select(
            P + "SELECT ?s ?n ?a { ?s :type :Person OPTIONAL {?s :name ?n} OPTIONAL {?s :age ?a} } ORDER BY ?s"
        )
        csv = b"s,n,a\r\nhttp://e/ann,Ann,\r\nhttp://e/bob,Bob,\r\nhttp://e/cy,,7\r\n"
        assert answer.serialize() == answer.serialize("csv") == csv  # again and again
        assert (
            answer.serialize("tsv")
            == b'?s\t?n\t?a\n<http://e/ann>\t"Ann"\t\n<http://e/bob>\t"Bob"\t\n<http://e/cy>\t\t7\n'
        )
        data = json.loads(answer.serialize("json"))
        assert data["head"]["vars"] == ["s", "n", "a"] and data["results"]["bindings"][2]["a"]["value"] == "7"
        assert answer.serialize("xml").startswith(
            b'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        )
        with pytest.raises(QueryError, match="csv, tsv, json, xml"):
            answer.serialize("yaml")

    def test_ask_and_construct(self, store: Store) -> None:
        assert store.query(P + "ASK { :bob :knows :ann }") is True
        answer = store.query(P + "CONSTRUCT { ?b :knownBy ?a } WHERE { ?a :knows ?b . ?b :type :Person }")
        assert isinstance(answer, Triples) and len(answer) == 1
        assert answer.serialize("nt") == b"<http://e/ann> <http://e/knownBy> <http://e/bob> .\n"
        assert answer.serialize(prefixes={"": "http://e/"}) == b"@prefix : <http://e/> .\n:ann :knownBy :bob .\n"
        assert isinstance(store.query(P + "DESCRIBE :cy"), Triples)
        assert store.query(P + "DESCRIBE :cy") == store.query(P + "CONSTRUCT WHERE { :cy ?p ?o }")
        with pytest.raises(QueryError, match="nt"):
            answer.serialize("nq")
        with pytest.raises(QueryError, match="SELECT"):
            store.select("ASK {}")

    def test_replace_is_whole(self, store: Store) -> None:
        store.replace([quad("dan", "type", "Person", "g3")])
        assert list(store.quads()) == [quad("dan", "type", "Person", "g3")]
        assert values(store.query("SELECT ?s { ?s ?p ?o }")) == [("dan",)]
        store.replace([])
        assert len(store) == 0 and store.query("ASK { ?s ?p ?o }") is False

    def test_replace_from_its_own_content(self, store: Store) -> None:
        store.replace(each for each in store.quads() if each.graph_name == node("g1"))
        assert len(store) == 4 and store.graphs() == (node("g1"),)

    def test_replace_fails_whole(self, store: Store) -> None:
        def breaking() -> Iterator[Quad]:
            yield quad("new", "type", "Person")
            raise KeyError("mine")

        with pytest.raises(KeyError, match="mine"):
            store.replace(breaking())
        with pytest.raises(StoreError, match="named graph"):
            store.replace([quad("new", "type", "Person"), Quad(node("a"), node("b"), node("c"), DefaultGraph())])
        assert set(store.quads()) == set(CONTENT)

    def test_replace_from_files(self, store: Store, tmp_path: Path) -> None:
        data = store.serialize()
        (tmp_path / "a.nq").write_bytes(data)
        (tmp_path / "a.nq.gz").write_bytes(gzip.compress(data))
        for name in ("a.nq", "a.nq.gz"):
            store.replace([])
            store.replace(tmp_path / name)
            assert set(store.quads()) == set(CONTENT)
        (tmp_path / "bad.nq").write_bytes(data + b'<http://e/a> <http://e/b> "open .\n')
        with pytest.raises(StoreError, match=r"bad.nq, line 9, column \d+: "):
            store.replace(str(tmp_path / "bad.nq"))
        (tmp_path / "flat.ttl").write_bytes(b"<http://e/a> <http://e/b> <http://e/c> .")
        with pytest.raises(StoreError, match="named graph"):
            store.replace(tmp_path / "flat.ttl")
        assert set(store.quads()) == set(CONTENT)

    def test_add(self, store: Store) -> None:
        store.add([quad("dan", "type", "Person", "g3"), quad("ann", "type", "Person")])
        store.add(iter([quad("eve", "type", "Person", "g3")]))
        assert len(store) == len(CONTENT) + 2
        assert values(store.query(P + "SELECT (COUNT(*) AS ?n) { ?s :type :Person }")) == [("5",)]
        with pytest.raises(StoreError, match="named graph"):
            store.add([quad("x", "y", "z"), Quad(node("a"), node("b"), node("c"))])
        assert len(store) == len(CONTENT) + 2

    def test_update(self, store: Store) -> None:
        store.update(
            P + "WITH :g1 DELETE { ?s :name ?n } INSERT { ?s :called ?n } WHERE { ?s :name ?n } ; DROP GRAPH :g2"
        )
        assert values(store.query(P + "SELECT ?s ?n { ?s :called ?n }")) == [("ann", "Ann"), ("bob", "Bob")]
        assert len(store) == 4 and values(store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == [("4",)]

    def test_broken_update(self, store: Store) -> None:
        with pytest.raises(QueryError) as caught:
            store.update("INSERT DATA { GRAPH <http://e/g> { <http://e/a> } }")
        assert "\n" not in str(caught.value) and "line 1, column" in str(caught.value)
        assert set(store.quads()) == set(CONTENT)

    def test_blank_nodes_keep_their_links(self, empty: Store) -> None:
        inner = BlankNode("n")
        empty.replace([Quad(node("a"), node("p"), inner, node("g1")), Quad(inner, node("p"), Literal(1), node("g2"))])
        assert values(empty.query(P + "SELECT ?v { :a :p/:p ?v }")) == [("1",)]

    def test_serialize(self, store: Store, tmp_path: Path) -> None:
        lines = store.serialize().decode().splitlines()
        assert len(lines) == len(CONTENT) and lines[0] == '<http://e/ann> <http://e/name> "Ann" <http://e/g1> .'
        twin = open_store()
        twin.replace(reversed(CONTENT))
        for form in ("nq", "trig", "ttl", "nt", "rdf", "jsonld"):
            assert store.serialize(format=form) == twin.serialize(format=form)
        assert store.serialize(format="nt").count(b"\n") == 7
        assert store.serialize(format="nt", graph=node("g1")).count(b"\n") == 4
        assert b"@prefix e: <http://e/> .\ne:g1 {" in store.serialize(format="trig", prefixes={"e": "http://e/"})
        data = store.serialize(tmp_path / "out.nq.gz")
        assert (tmp_path / "out.nq.gz").read_bytes() == data and gzip.decompress(data) == store.serialize()
        assert store.serialize(str(tmp_path / "out.trig")).startswith(b"<http://e/g1> {")
        with pytest.raises(StoreError, match="nq, trig"):
            store.serialize(format="csv")
        with pytest.raises(StoreError, match="cannot be written"):
            store.serialize(tmp_path / "none" / "out.nq")


# Each asks for one and the same thing, "Bob" as ?x or :bob as ?y, in another place of the grammar.
BOUND = {
    "not projected": ("SELECT ?s { ?s :name ?x }", [("bob",)]),
    "projected": ("SELECT ?x ?s { ?s :name ?x }", [("Bob", "bob")]),
    "star": ("SELECT * { ?x ^:name ?s }", None),
    "dollar": ("SELECT ?s { ?s :name $x }", [("bob",)]),
    "no WHERE": ("select ?s{?s :name ?x}", [("bob",)]),
    "filter": ("SELECT ?s { ?s :name ?n FILTER(CONTAINS(?n, ?x)) }", [("bob",)]),
    "filter alone": ('SELECT ?s { ?s :type :Person FILTER(?x = "Bob") }', [("ann",), ("bob",), ("cy",)]),
    "bound": ("SELECT ?s { ?s :knows ?o FILTER(BOUND(?x)) }", [("bob",)]),
    "bind": ("SELECT ?l { BIND(STRLEN(?x) AS ?l) }", [("3",)]),
    "expression": ("SELECT (UCASE(?x) AS ?u) {}", [("BOB",)]),
    "union": ("SELECT ?s { { ?s :name ?n FILTER(?n = ?x) } UNION { ?s :age ?n } }", [("bob",), ("cy",)]),
    "optional": (
        "SELECT ?s ?n { ?s :type :Person OPTIONAL { ?s :name ?n FILTER(?n = ?x) } }",
        [("ann", None), ("bob", "Bob"), ("cy", None)],
    ),
    "optional pattern": (
        "SELECT ?s ?t { ?s :type :Person OPTIONAL { { ?s :name ?x } ?s :type ?t } }",
        [("ann", None), ("bob", "Person"), ("cy", None)],
    ),
    "nested": ("SELECT ?s { { { ?s :type ?t FILTER EXISTS { ?s :name ?x } } } }", [("bob",)]),
    "not exists": ("SELECT ?s { ?s :type :Person FILTER NOT EXISTS { ?s :name ?x } }", [("ann",), ("cy",)]),
    "minus": ("SELECT ?s { ?s :type :Person MINUS { ?s :name ?x } }", [("ann",), ("cy",)]),
    "graph": ("SELECT ?g { GRAPH ?g { ?s :name ?x } }", [("g1",)]),
    "count": ("SELECT (COUNT(*) AS ?n) { ?s :name ?x }", [("1",)]),
    "group": ("SELECT ?x (COUNT(?s) AS ?n) { ?s :name ?x } GROUP BY ?x", [("Bob", "1")]),
    "having": ('SELECT (COUNT(?s) AS ?n) { ?s :name ?x } GROUP BY ?x HAVING(?x = "Bob")', [("1",)]),
    "sub-select": ("SELECT ?s ?n { { SELECT ?s (COUNT(*) AS ?n) { ?s :name ?x } GROUP BY ?s } }", [("bob", "1")]),
    "sub-select filter": ("SELECT ?s { { SELECT ?s { ?s :name ?n FILTER(?n = ?x) } LIMIT 1 } }", [("bob",)]),
    "sub-select head": ("SELECT ?s ?l { ?s :knows ?o { SELECT (STRLEN(?x) AS ?l) { ?s :age ?a } } }", [("bob", "3")]),
    "default value": ('SELECT ?s { VALUES ?x { "Ann" "Bob" } ?s :name ?x }', [("bob",)]),
    "trailing values": ("SELECT ?s { ?s :name ?x } VALUES ?s { :ann :bob }", [("bob",)]),
    "order": ("SELECT ?s { ?s :age ?a } ORDER BY ?x", [("cy",)]),
    "subject": ("SELECT ?s { ?x :name ?s }", []),  # a literal is no subject: no answer, and no error
    "path": ("SELECT ?s { ?y :knows/:type|:name ?s }", [("Bob",), ("Person",)]),
    "strings": ("SELECT ?s { ?s :name ?x FILTER(?x != \"?x } {\" && ?x != '''\"?x' }''') } # ?x }", [("bob",)]),
    "iri": ("SELECT ?s { ?s :name ?x FILTER(?s != <http://e/#?x>) }", [("bob",)]),
    "language tag": ('SELECT ?s { ?s :name ?x FILTER(?x != "n"@as) ?s ?p ?x }', [("bob",)]),
    "language tag before": (
        'SELECT ?s { ?s :name ?n FILTER NOT EXISTS { ?s :q "n"@as . ?s :q ?x } FILTER(?n = ?x) }',
        [("bob",)],
    ),
    "exists in the head": ("SELECT (EXISTS { ?t :name ?x } AS ?e) (STRLEN(?x) AS ?l) { ?s :age ?a }", [("true", "3")]),
    "names": ("PREFIX values: <http://e/> PREFIX select: <http://e/> SELECT ?s { ?s values:name ?x }", [("bob",)]),
}


class TestBindings:
    @pytest.mark.parametrize("case", BOUND)
    def test_seen_everywhere(self, store: Store, case: str) -> None:
        text, expected = BOUND[case]
        bindings = {
            name: term
            for name, term in (("x", Literal("Bob")), ("y", node("bob")))
            if f"?{name}" in text or f"${name}" in text
        }
        answer = store.select(P + text, bindings=bindings)
        if expected is None:
            assert set(answer.variables) == {"s", "x"}
        else:
            assert values(answer) == expected

    def test_other_kinds_of_query(self, store: Store) -> None:
        bob = {"x": Literal("Bob")}
        assert store.query(P + "ASK { ?s :name ?x }", bindings=bob) is True
        assert store.query(P + "ASK { ?s :name ?x }", bindings={"x": Literal("Bob", language="en")}) is False
        expected = b'<http://e/bob> <http://e/is> "Bob" .\n'
        for text in (
            "CONSTRUCT { ?s :is ?x } WHERE { ?s :name ?x }",
            "CONSTRUCT { ?s :is ?x } { ?s :name ?n FILTER(?n = ?x) }",
        ):
            answer = store.query(P + text, bindings=bob)
            assert isinstance(answer, Triples) and answer.serialize("nt") == expected
        short = store.query(P + "CONSTRUCT WHERE { ?s :name ?x }", bindings=bob)
        assert isinstance(short, Triples) and short.serialize("nt") == expected.replace(b"/is>", b"/name>")
        for text in ("DESCRIBE ?x # who", "DESCRIBE ?x WHERE { ?x :age ?a }"):
            assert store.query(P + text, bindings={"x": node("cy")}) == store.query(P + "DESCRIBE :cy")

    def test_several(self, store: Store) -> None:
        text = P + "SELECT ?s { { ?s :name ?x } UNION { ?s :age ?y } UNION { ?s :knows ?z } }"
        assert values(store.query(text, bindings={"x": Literal("Ann"), "y": Literal(7), "z": node("bob")})) == [
            ("ann",),
            ("cy",),
        ]

    @pytest.mark.parametrize(
        "hostile",
        [
            'a"b',
            "a'b",
            "say \"\"\"x\"\"\" and '''y'''",
            "a\nb\r\nc\td",
            '" } ; DROP ALL # ',
            "} ; DROP ALL",
            "# a comment",
            "ends in \\",
            '\\" } #',
            "\\u0022 } #",
            "\\\\u0022\\U00000022",
            "?x ?s $x {x}",
            "<http://e/x>",
            "\x00\x01\x7f\\\x01\u2028\ufeff",
            "Türkiye 😀",
            "%s %(x)s {0}",
            "",
        ],
    )
    def test_hostile_literals_are_only_literals(self, empty: Store, hostile: str) -> None:
        for literal in (Literal(hostile), Literal(hostile, language="en"), Literal(hostile, datatype=node("type"))):
            empty.replace([quad("a", "p", literal), quad("b", "p", Literal("other"))])
            empty.add([quad("c", "p", literal)])
            assert {each.object for each in empty.quads()} == {literal, Literal("other")}
            answer = empty.select(P + "SELECT ?s ?x { ?s :p ?x } ORDER BY ?s", bindings={"x": literal})
            assert answer.rows == ((node("a"), literal), (node("c"), literal))
            assert empty.select("SELECT ?l { BIND(?x AS ?l) }", bindings={"x": literal}).rows == ((literal,),)
            assert len(empty) == 3

    def test_what_cannot_be_bound(self, store: Store) -> None:
        text = "SELECT ?s { ?s ?p ?o BIND(1 AS ?one) } # ?there"
        with pytest.raises(QueryError, match=r"no variable \?nam to bind; it has \?o, \?one, \?p, \?s"):
            store.query(text, bindings={"nam": Literal("x")})
        with pytest.raises(QueryError, match="no variable"):
            store.query(text, bindings={"there": Literal("x")})
        with pytest.raises(QueryError, match="AS"):
            store.query(text, bindings={"one": Literal(1)})
        for term in (BlankNode(), "text", None):
            with pytest.raises(QueryError, match="a NamedNode or a Literal"):
                store.query(text, bindings={"s": term})  # type: ignore[dict-item]

    @given(st.text())
    def test_any_text_is_bound_as_itself(self, text: str) -> None:
        answer = open_store().select("SELECT ?l { BIND(?x AS ?l) }", bindings={"x": Literal(text)})
        assert answer.rows == ((Literal(text),),)

    @given(st.text(r"\\uU0025cC\"'\n#} \x01"))
    def test_any_text_survives_a_parser_that_replaces_escapes_first(self, text: str) -> None:
        replaced = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), written(Literal(text)))
        assert open_store().select(f"SELECT ({replaced} AS ?x) {{}}").rows == ((Literal(text),),)

    def test_u_escapes_are_taken_apart_for_naive_parsers(self, endpoint: Endpoint) -> None:
        store = open_store(endpoint.query_address)
        store.add([quad("a", "p", Literal("\\u0022 \\U00000022 \\\x01"))])
        assert r"\\\u00750022 \\\u005500000022 \\\u0001" in endpoint.updates()[-1]


BROKEN = {
    "SELECT ?s WHERE { ?s ?p ?o": r"^line 1, column 27: expected ",
    "SELECT ?s\nWHER { ?s ?p ?o }": r"^line 2, column 6: expected DISTINCT, WHERE; a query looks like SELECT ",
    "": "^line 1, column 1: the query breaks off or goes wrong here$",
    "SELECT ?s ?n { ?s ?p ?o } GROUP BY ?s": r"^line 1, column \d+: The SELECT contains a variable that is unbound$",
    "SELECT ?s {\n  ?s <rel> ?o }": r"^line 2, column \d+: IRI parsing failed$",
    "PREFIX a: <x:>\nSELECT ?s {\n  ?s a:p vmc:x }": r"^line 3, column 10: the prefix vmc: is not declared; PREFIX ",
    "DROP ALL": "^DROP changes data; a query only reads: SELECT, ASK, ",
}


class TestBrokenQueries:
    @pytest.mark.parametrize("text", BROKEN)
    def test_one_line_with_the_place(self, store: Store, text: str) -> None:
        with pytest.raises(QueryError, match=BROKEN[text]) as caught:
            store.query(text)
        assert "\n" not in str(caught.value) and len(str(caught.value)) < 350
        assert caught.value.value == text
        assert set(store.quads()) == set(CONTENT)

    def test_place_is_that_of_the_text_as_written(self, store: Store) -> None:
        with pytest.raises(QueryError, match=r"^line 1, column 21: expected "):
            store.query("SELECT ?s { ?s ?p ?o", bindings={"s": node("a")})


class TestOpen:
    def test_kinds(self, tmp_path: Path) -> None:
        assert isinstance(open_store(), MemoryStore)
        assert isinstance(open_store(tmp_path / "new", create=True), FolderStore)
        assert isinstance(open_store("HTTP://127.0.0.1/query"), RemoteStore)

    def test_files_are_read_only(self, tmp_path: Path) -> None:
        source = open_store()
        source.replace(CONTENT)
        for name in ("a.nq", "a.nq.gz", "a.trig"):
            source.serialize(tmp_path / name)
            store = open_store(tmp_path / name)
            assert set(store.quads()) == set(CONTENT)
            for change in (lambda s: s.add([]), lambda s: s.replace([]), lambda s: s.update("DROP ALL")):
                with pytest.raises(StoreError, match="only read"):
                    change(store)

    def test_triples_outside_graphs_get_the_files_name(self, tmp_path: Path) -> None:
        path = tmp_path / "a b.ttl"
        path.write_text('@prefix : <http://e/> . :a :b "Türkiye" . <> :c :d .', encoding="utf-8")
        store = open_store(path)
        assert store.graphs() == (NamedNode(path.as_uri()),) and len(store) == 2
        assert store.query(P + f"ASK {{ <{path.as_uri()}> :c :d . :a :b 'Türkiye' }}") is True
        path = tmp_path / "a.trig"
        path.write_text("@prefix : <http://e/> . :a :b :c . :g { :a :b :c } _:g { :d :e :f }", encoding="utf-8")
        assert len(open_store(path)) == 3 and len(open_store(path).graphs()) == 2

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            (
                "a.ttl",
                b"@prefix : <http://e/> .\n:a :b c:c .\n",
                "a.ttl, line 2, column 7: The prefix c: has not been declared",
            ),
            ("a.nq", b"\xff\xfe", "a.nq, line 1, column 1: Invalid UTF-8"),
            ("a.nq.gz", b"no gzip", "a.nq.gz: cannot be read: Not a gzipped file"),
            ("a.nq.gz", gzip.compress(b"<x:a> <x:b> <x:c> .\n" * 99)[:-9], "a.nq.gz: cannot be read: "),
            ("a.nq.gz", gzip.compress(b"x")[:10] + b"\xff" * 20, "a.nq.gz: its compression is damaged: "),
            ("a.pdf", b"%PDF", r"a.pdf: no RDF file: .nq, .nq.gz, .trig, .ttl or .nt can be read"),
            ("none.nq", None, "none.nq: no such file"),
        ],
    )
    def test_broken_files(self, tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(StoreError, match=message) as caught:
            open_store(tmp_path / name)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize(
        "where", ["ftp://example.org/x", "http://", "http://[::1/query", "http://h:port/", "http://h/#graph=x"]
    )
    def test_odd_addresses(self, where: str) -> None:
        with pytest.raises(StoreError):
            open_store(where)

    @pytest.mark.parametrize("text", ["soon", "0", "-1", "nan", "inf"])
    def test_odd_timeout(self, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        monkeypatch.setenv("VMCGRAPH_TIMEOUT", text)
        with pytest.raises(StoreError, match="VMCGRAPH_TIMEOUT"):
            open_store("http://127.0.0.1/query")

    @pytest.mark.parametrize("local", ["memory", "folder"])
    def test_closed(self, local: str, tmp_path: Path) -> None:
        store = open_store(tmp_path / "s" if local == "folder" else None, create=True)
        store.close()
        store.close()
        for use in (
            lambda: len(store),
            lambda: store.add([]),
            lambda: store.query("ASK {}"),
            store.quads,
            store.graphs,
        ):
            with pytest.raises(StoreError, match="closed"):
                use()

    def test_import_loads_pyoxigraph_and_little_else(self) -> None:
        script = (
            "import sys, pyoxigraph, vmcgraph; before = set(sys.modules)\n"
            "import vmcgraph.store; print(*sorted(set(sys.modules) - before))"
        )
        loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=_environment())
        assert set(loaded.stdout.split()) <= {
            "__future__",
            "itertools",
            "vmcgraph",
            "vmcgraph.errors",
            "vmcgraph.store",
        }
        assert "vmcgraph.store" in loaded.stdout, loaded.stderr


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent.parent), *sys.path])}


# A build in another process: it tells how far it is and waits for a line before it goes on.
BUILD = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from vmcgraph.store import open_store

def quads():
    for number in range(20000):
        yield Quad(NamedNode("http://e/new"), NamedNode("http://e/p"), Literal(number), NamedNode("http://e/g"))
        if number == 10000:
            print("half", flush=True)
            sys.stdin.readline()

open_store(sys.argv[1]).replace(quads())
print("done", flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store", create=True) as store:
        store.replace(CONTENT)
    return tmp_path / "store"


@pytest.fixture
def start_build(folder: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        build = subprocess.Popen([sys.executable, "-c", BUILD, str(folder)], text=True, env=_environment(), **pipes)  # type: ignore[call-overload]
        started.append(build)
        assert build.stdout.readline() == "half\n"
        return build

    yield start
    for build in started:
        build.kill()
        build.communicate()


def generations(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir())


class TestFolder:
    def test_reopened(self, folder: Path) -> None:
        assert set(open_store(folder).quads()) == set(CONTENT)
        assert json.loads((folder / "vmcgraph-store.json").read_text()) == {"format": 1, "current": "g-1"}

    def test_killed_build_leaves_the_old_store(
        self, folder: Path, start_build: Callable[[], subprocess.Popen[str]]
    ) -> None:
        build = start_build()
        build.kill()
        build.wait()
        assert generations(folder) == ["g-1", "g-2"]  # something was left over
        store = open_store(folder)
        assert set(store.quads()) == set(CONTENT)
        store.replace([quad("dan", "type", "Person")])
        assert generations(folder) == ["g-1", "g-3"]
        assert len(store) == len(open_store(folder)) == 1

    def test_read_while_another_process_builds(
        self, folder: Path, start_build: Callable[[], subprocess.Popen[str]]
    ) -> None:
        reader = open_store(folder)
        old = reader.quads()
        first = next(old)
        build = start_build()
        assert set(reader.quads()) == set(open_store(folder).quads()) == set(CONTENT)
        with pytest.raises(StoreError, match="being written by another build: try again when that has ended"):
            reader.replace([])
        with pytest.raises(StoreError, match="being written"):
            reader.add([])
        assert build.communicate("go on\n")[0] == "done\n"
        assert {first, *old} == set(CONTENT)  # an answer stays with its generation
        assert len(reader) == 20000 and reader.graphs() == (node("g"),)  # the next one has the newest
        reader.add([quad("dan", "type", "Person")])
        assert len(reader) == 20001

    def test_generations_are_cleared_away(self, folder: Path) -> None:
        store = open_store(folder)
        (folder / "g-7.tmp").mkdir()  # of a killed copy
        for number in range(12):
            store.add([quad("dan", "age", Literal(number))])
        assert generations(folder) == ["g-18", "g-19"]
        assert len(store) == len(CONTENT) + 12

    def test_failed_writes_leave_nothing(self, folder: Path) -> None:
        store = open_store(folder)
        for change in (
            lambda: store.update("INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }"),
            lambda: store.update("LOAD <file:///etc/hostname>"),
            lambda: store.add([Quad(node("a"), node("b"), node("c"))]),
            lambda: store.replace(folder / "none.nq"),
        ):
            with pytest.raises(StoreError):
                change()
        assert generations(folder) == ["g-1"] and set(store.quads()) == set(CONTENT)

    def test_nested_write_is_refused(self, folder: Path) -> None:
        store = open_store(folder)

        def meddling() -> Iterator[Quad]:
            store.add([quad("x", "y", "z")])
            yield quad("x", "y", "z")

        with pytest.raises(StoreError, match="being written"):
            store.replace(meddling())
        assert set(store.quads()) == set(CONTENT)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"there is no store here: vmcgraph build --store .*none.* makes one"):
            open_store(tmp_path / "none")
        assert not (tmp_path / "none").exists()
        with pytest.raises(StoreError, match="no store here"):
            open_store(tmp_path)

    @pytest.mark.parametrize("create", [True, False])
    def test_folder_of_something_else(self, tmp_path: Path, create: bool) -> None:
        (tmp_path / "thesis.docx").write_text("mine")
        with pytest.raises(
            StoreError, match=r"is not a vmcgraph store: name a new folder or one made by vmcgraph build$"
        ):
            open_store(tmp_path, create=create)
        assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.docx"]

    def test_half_made_folder_is_taken_over(self, tmp_path: Path) -> None:
        (tmp_path / "vmcgraph-store.json.new").write_text("{")
        assert len(open_store(tmp_path, create=True)) == 0

    def test_two_creations_at_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make = os.makedirs

        def overtaken(name: str, exist_ok: bool) -> None:
            monkeypatch.setattr(os, "makedirs", make)
            open_store(name, create=True).replace(CONTENT)

        monkeypatch.setattr(os, "makedirs", overtaken)
        assert len(open_store(tmp_path / "s", create=True)) == len(CONTENT)

    def test_created_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(StoreError, match="cannot be made a store"):
            open_store(tmp_path / "file" / "store", create=True)

    @pytest.mark.parametrize(
        "marker",
        ["", "{", "[]", "{}", '{"format": 1}', '{"format": 1, "current": "../g-1"}', '{"format": 1, "current": 1}'],
    )
    def test_damaged_marker(self, folder: Path, marker: str) -> None:
        (folder / "vmcgraph-store.json").write_text(marker)
        with pytest.raises(StoreError, match=r"vmcgraph-store\.json is damaged: build the store again"):
            open_store(folder)

    def test_marker_of_another_version(self, folder: Path) -> None:
        (folder / "vmcgraph-store.json").write_text('{"format": 2}')
        with pytest.raises(StoreError, match="another version"):
            open_store(folder)

    def test_missing_and_damaged_generation(self, folder: Path) -> None:
        reader = open_store(folder)
        (folder / "g-1").rename(folder / "g-9")
        with pytest.raises(StoreError, match="g-1 cannot be read: build the store again"):
            open_store(folder)
        assert len(reader) == len(CONTENT)  # who has it open, has it
        (folder / "g-9").rename(folder / "g-1")
        (folder / "g-1" / "CURRENT").write_text("nonsense")
        with pytest.raises(StoreError, match="g-1 cannot be read"):
            open_store(folder)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_read_only_folder(self, folder: Path) -> None:
        folder.chmod(0o555)
        try:
            store = open_store(folder)
            assert len(store) == len(CONTENT)
            with pytest.raises(StoreError, match="cannot be written"):
                store.add([quad("x", "y", "z")])
        finally:
            folder.chmod(0o755)


class TestRemote:
    def test_addresses(self) -> None:
        assert RemoteStore("http://h/ds/query").update_address == "http://h/ds/update"
        assert RemoteStore("http://h/query?db=x").update_address == "http://h/update?db=x"
        assert RemoteStore("http://h/sparql").update_address == "http://h/sparql"
        graphdb = RemoteStore("http://h:7200/repositories/x#update=http://h:7200/repositories/x/statements?a=b&c=d")
        assert graphdb.name == "http://h:7200/repositories/x"
        assert graphdb.update_address == "http://h:7200/repositories/x/statements?a=b&c=d"

    def test_password_goes_to_its_host_only_and_into_no_message(self, endpoint: Endpoint) -> None:
        where = endpoint.query_address.replace("//", "//me:s%20ecret@")
        store = open_store(where)
        store.add([quad("a", "b", "c")])
        assert len(store) == 1
        assert {headers.get("Authorization") for *_, headers, _ in endpoint.seen} == {"Basic bWU6cyBlY3JldA=="}
        for fault in ("deny", "error", "close", "html", "redirect"):
            endpoint.fault = fault
            with pytest.raises(StoreError) as caught:
                store.query("ASK {}")
            assert "ecret" not in str(caught.value) + str(caught.value.value) and "@" not in str(caught.value.value)
        endpoint.fault, endpoint.seen = "", []
        other = open_store(f"http://me:secret@other.example/query#update={endpoint.query_address[:-5]}update")
        other.add([quad("d", "e", "f")])
        assert "Authorization" not in endpoint.seen[-1][3]

    def test_protocol(self, endpoint: Endpoint) -> None:
        store = open_store(endpoint.query_address)
        store.replace(CONTENT)
        store.query("ASK { ?s ?p ?o }")
        posts = {(method, path, kind) for method, path, kind, _, _ in endpoint.seen}
        assert posts == {
            ("POST", "/query", "application/x-www-form-urlencoded"),
            ("POST", "/update", "application/sparql-update"),
        }

    @pytest.mark.parametrize("kind", ["application/n-triples", "text/turtle"])
    def test_triples_in_either_form(self, endpoint: Endpoint, kind: str) -> None:
        endpoint.triples_as = kind
        store = open_store(endpoint.query_address)
        store.add(CONTENT)
        assert len(store.query("CONSTRUCT WHERE { ?s ?p ?o }")) == 7  # type: ignore[arg-type]

    def test_batches(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(RemoteStore, "BATCH", 2000)
        store = open_store(endpoint.query_address)
        many = [quad(f"s{number}", "p", Literal(number), f"g{number % 3}") for number in range(300)]
        linked = [Quad(BlankNode("n"), node("p"), Literal(number), node("g0")) for number in range(100)]
        store.add(many + linked)
        assert len(endpoint.updates()) > 8 and len(store) == 400
        assert max(len(text) for text in endpoint.updates() if "_:" not in text) < 2200
        assert values(store.query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER(ISBLANK(?s)) }")) == [("1",)]

    def test_replace_publishes_in_one_request(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(RemoteStore, "BATCH", 100)
        store = open_store(endpoint.query_address)
        store.update(
            "INSERT DATA { <http://e/stray> <http://e/p> 1 . GRAPH <http://e/old> { <http://e/a> <http://e/p> 1 } }"
        )
        endpoint.seen.clear()
        store.replace(CONTENT)
        *filling, publishing = endpoint.updates()
        assert len(filling) > 3 and all(text.startswith("INSERT DATA") for text in filling)
        assert "MOVE" in publishing and "DROP SILENT GRAPH <http://e/old>" in publishing
        assert set(endpoint.store) == set(CONTENT)  # nothing old, no staging, nothing in the default graph

    def test_failed_replace(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(RemoteStore, "BATCH", 100)
        store = open_store(endpoint.query_address)
        store.replace(CONTENT)
        new = [quad(f"s{number}", "p", "x") for number in range(20)]
        endpoint.fault, endpoint.fault_on = "error", "s19"
        with pytest.raises(StoreError, match=r"HTTP 500 out of memory$"):
            store.replace(new)
        assert set(endpoint.store) == set(CONTENT)
        endpoint.fault_on = "MOVE"
        with pytest.raises(StoreError):
            store.replace(new)
        endpoint.fault = ""
        assert len(endpoint.store) > len(CONTENT)  # staging was left over, but no question sees it
        assert set(store.quads()) == set(CONTENT) and store.graphs() == (node("g1"), node("g2"))
        assert values(store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == [("7",)]
        store.replace(new)
        assert set(endpoint.store) == set(new)

    def test_two_replaces_at_once(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(RemoteStore, "BATCH", 100)
        store = open_store(endpoint.query_address)
        insert, done = RemoteStore._insert, []

        def overtaken(self: RemoteStore, quads: Iterator[Quad]) -> None:
            if not done:
                done.append(True)
                open_store(endpoint.query_address).replace(CONTENT)
            insert(self, quads)

        monkeypatch.setattr(RemoteStore, "_insert", overtaken)
        with pytest.raises(StoreError, match="another build replaced the content meanwhile"):
            store.replace([quad("x", "y", "z")])
        assert set(endpoint.store) == set(CONTENT)

    def test_down(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            where = f"http://127.0.0.1:{taken.getsockname()[1]}/query"
            with pytest.raises(StoreError, match=f"^{where}: cannot be reached: Connection refused$"):
                open_store(where).query("ASK {}")

    @pytest.mark.parametrize("fault", ["slow", "drip"])
    def test_slow(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
        monkeypatch.setenv("VMCGRAPH_TIMEOUT", "0.3")
        endpoint.fault = fault
        with pytest.raises(StoreError, match=r"no answer within 0.3 s: VMCGRAPH_TIMEOUT sets how long to wait$"):
            open_store(endpoint.query_address).query("ASK {}")

    @pytest.mark.parametrize(
        ("fault", "message"),
        [
            ("error", "HTTP 500 out of memory$"),
            ("malformed", "HTTP 400 MALFORMED QUERY: no$"),
            ("deny", "HTTP 401 Unauthorized: put user:password@ before the host$"),
            ("close", "cannot be reached: Remote end closed connection without response$"),
            ("break", "cannot be reached: the answer breaks off$"),
            ("html", "answered text/html, not SPARQL results: is this the address of a SPARQL endpoint\\?$"),
            ("redirect", "HTTP 301 Moved Permanently: it points to http://elsewhere.example/query, give that address$"),
            ("damaged", "its answer is damaged: Parser error at line 1 "),
        ],
    )
    def test_faults(self, endpoint: Endpoint, fault: str, message: str) -> None:
        endpoint.fault = fault
        store = open_store(endpoint.query_address)
        for use in (
            lambda: store.query("ASK {}"),
            lambda: len(store),
            lambda: list(store.quads()),
            lambda: store.replace([]),
        ):
            with pytest.raises(StoreError, match=message) as caught:
                use()
            assert "\n" not in str(caught.value)

    def test_words_of_an_endpoint_that_knows_another_sparql(self, endpoint: Endpoint) -> None:
        endpoint.fault, endpoint.fault_on = "malformed", "ASK"
        with pytest.raises(QueryError, match=r"^MALFORMED QUERY: no$"):
            open_store(endpoint.query_address).query("ASK {}")

    def test_endpoint_itself(self, endpoint: Endpoint) -> None:
        endpoint.store.add(CONTENT[0])
        by_get = Request(endpoint.query_address + "?query=ASK%7BGRAPH%20%3Fg%20%7B%3Fs%20%3Fp%20%3Fo%7D%7D")
        direct = Request(
            endpoint.query_address, b"SELECT ?g { GRAPH ?g {} }", {"Content-Type": "application/sparql-query"}
        )
        with urlopen(by_get, timeout=9) as answer:
            assert b"true" in answer.read()
        direct.add_header("Accept", "text/csv")
        with urlopen(direct, timeout=9) as answer:
            assert answer.read() == b"g\r\nhttp://e/g1\r\n" and answer.headers.get_content_type() == "text/csv"

    def test_wrong_path(self, endpoint: Endpoint) -> None:
        with pytest.raises(StoreError, match="HTTP 404 no such service: is the address right"):
            open_store(endpoint.query_address + "/x").query("ASK {}")
