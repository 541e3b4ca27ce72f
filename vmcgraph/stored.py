"""The facts of the editions that a store holds, read back from their graphs, to be verified like tables.

What the graph does not keep comes back empty, but for what proofs are checked by: the forms of a country's name are general
knowledge, the parties of an instrument stand in its roles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pyoxigraph import BlankNode, Literal, NamedNode

from vmcgraph import reference
from vmcgraph.document import Span
from vmcgraph.kinds import KINDS, Kind, columns, sort_of
from vmcgraph.model import Country, Edition, Facts, Instrument, InstrumentRole, Statement
from vmcgraph.namespaces import CURATED, DERIVED, GRAPH, ID, ONTOLOGY, identity_of, node

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: What the graph of an edition says of one thing: the objects of each predicate.
_Described = Mapping[str, list[Any]]


def stored_editions(quads: Iterable[Quad]) -> Iterator[Facts]:
    """Yield the facts of each edition that some quads hold, by the order of their ids.

    Args:
        quads: of a whole store.

    Example:
        >>> from vmcgraph.model import Edition
        >>> from vmcgraph.rdf import quads
        >>> facts = Facts.of([Edition(id="edition/x1", name="X1", series="series/x", document="document/x1")])
        >>> [each.slug for each in stored_editions(quads(facts))]
        ['x1']
    """
    editions: dict[str, dict[str, dict[str, list[Any]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    decided = []
    for quad in quads:
        graph = quad.graph_name
        if graph == CURATED:
            decided.append(quad)
        elif isinstance(graph, NamedNode) and graph not in (DERIVED, ONTOLOGY) and isinstance(quad.subject, NamedNode):
            slug = graph.value.removeprefix(GRAPH).partition("/")[0]
            editions[slug][quad.subject.value][quad.predicate.value].append(quad.object)
    for slug, things in sorted(editions.items()):
        for quad in _about(decided, slug, things):
            things[quad.subject.value][quad.predicate.value].append(quad.object)  # type: ignore[union-attr]
        facts = Facts.of(_rows(things))
        if facts[Edition]:
            yield facts


def _about(decided: Iterable[Quad], edition: str, things: Mapping[str, _Described]) -> list[Quad]:
    """Return what was decided of an edition: of what it names, and of what its text proves."""
    places = f"{ID}evidence/{edition}/"
    proven = {quad.subject for quad in decided if getattr(quad.object, "value", "").startswith(places)}
    return [
        quad
        for quad in decided
        if quad.subject in proven or quad.subject.value in things or quad.subject.value.startswith(places)  # type: ignore[union-attr]
    ]


def _rows(things: Mapping[str, _Described]) -> Iterator[Any]:
    spans = {name: _span(about) for name, about in things.items() if node("vmc:Evidence") in about[_TYPE]}
    rows = {}
    for name, about in things.items():
        kind = _kind(identity_of(NamedNode(name)), about[_TYPE])
        if kind:
            row = _row(kind, identity_of(NamedNode(name)), about, spans, things)
            rows[row.id] = row
    parties: dict[str, dict[str, None]] = defaultdict(dict)
    told: dict[str, set[Span]] = defaultdict(set)
    for row in rows.values():
        if isinstance(row, InstrumentRole):
            parties[row.instrument][row.party] = None
            told[row.instrument] |= set(row.evidence)
    for row in rows.values():
        if isinstance(row, Country):
            row = replace(row, forms=_country_forms(row.iso3 or ""))
        elif isinstance(row, Instrument):
            named = [party for party in parties[row.id] if party in rows]
            row = replace(
                row,
                country_parties=tuple(party for party in named if sort_of(party) == "country"),
                org_parties=tuple(party for party in named if sort_of(party) == "organisation"),
                party_evidence=tuple(sorted(told[row.id] - set(row.evidence))),
            )
        elif isinstance(row, Statement):
            row = replace(row, resolved=row.verb)  # which words stand for a speaker is not kept; the verb is printed
        yield row


_TYPE = node("rdf:type").value


@cache
def _kinds() -> dict[str, list[Kind]]:
    """Return the kinds whose rows have an RDF class."""
    made: dict[str, list[Kind]] = defaultdict(list)
    for kind in KINDS.values():
        own = [kind.term] if kind.term else []
        given = [
            name for column in columns(kind.type) for names in column.metadata["classes"].values() for name in names
        ]
        for name in {*own, *given}:
            made[node(name).value].append(kind)
    return made


def _kind(identity: str, classes: Iterable[Any]) -> Kind | None:
    """Return the kind of a thing by its classes; of two kinds of one class, that which its id names."""
    fitting = [kind for each in classes if isinstance(each, NamedNode) for kind in _kinds().get(each.value, ())]
    return next((kind for kind in fitting if kind.name.lower() == sort_of(identity)), fitting[0] if fitting else None)


def _span(about: _Described) -> Span:
    start, end, digest, basis = (about[node(f"vmc:{name}").value][0] for name in ("start", "end", "digest", "basis"))
    return Span(int(start.value), int(end.value), basis.value.rpartition("/")[2], digest.value)


def _row(
    kind: Kind, identity: str, about: _Described, spans: Mapping[str, Span], things: Mapping[str, _Described]
) -> Any:
    hints = get_type_hints(kind.type)
    values = {column.name: _value(column, hints[column.name], about, things) for column in columns(kind.type)}
    if "evidence" in hints:
        found = (spans[each.value] for each in about[node("vmc:evidence").value] if each.value in spans)
        values["evidence"] = tuple(sorted(found))
    return kind.type(id=identity, **values)


def _value(column: Field[Any], hint: Any, about: _Described, things: Mapping[str, _Described]) -> Any:
    """Return the value of a field; one that the graph does not have is its default, else empty."""
    iri = column.metadata["iri"]
    told = {each.value for each in about[_TYPE]}
    for value, names in column.metadata["classes"].items():
        if {node(name).value for name in names} <= told:
            return value
    found = [_plain(each, column) for each in about[node(iri).value] if _fits(each, column, things)] if iri else []
    if get_origin(hint) is tuple:
        return tuple(sorted(found))
    if found:
        kinds = {hint, *get_args(hint)}
        return int(found[0]) if int in kinds else found[0] == "true" if bool in kinds else found[0]
    return "" if column.default is MISSING else column.default


def _fits(value: Any, column: Field[Any], things: Mapping[str, _Described]) -> bool:
    """Say whether a field can have an object: persons and voices are speakers alike, each in a field of its own."""
    about = things.get(value.value) if column.metadata["to"] else None
    kind = _kind(identity_of(value), about[_TYPE]) if about else None
    return kind is None or kind.name in column.metadata["to"].split("|")


def _plain(value: NamedNode | Literal | BlankNode, column: Field[Any]) -> str:
    """Return an object as tables have it: the id of a row, the slug of a concept, the text of a literal."""
    if isinstance(value, NamedNode):
        return identity_of(value) if column.metadata["to"] else value.value.rpartition("/")[2]
    return value.value


@cache
def _country_forms(iso3: str) -> tuple[str, ...]:
    every = [reference.country_forms(), *(_entries(language) for language in ("de", "it"))]
    return tuple(sorted({form for forms in every for form, (entry, _) in forms.items() if entry.iso3 == iso3}))


def _entries(language: str) -> dict[str, tuple[reference.CountryEntry, str]]:
    return {form: (entry, "") for form, entry in reference.foreign_country_forms(language).items()}
