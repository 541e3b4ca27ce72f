"""Facts as RDF: quads, whole graphs, and files of them. Generic over the declarations of kinds.KINDS.

pyoxigraph alone is imported here; rdflib, which costs a tenth of a second, only by `to_graph`.
"""

from __future__ import annotations

import gzip
import io
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import Field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from vmcgraph.derivation import derived
from vmcgraph.document import Document, Span
from vmcgraph.errors import ExtractionError, OntologyError
from vmcgraph.files import write_files
from vmcgraph.kinds import classes_of, columns, kind_of, sort_of
from vmcgraph.model import (
    PREDICATES,
    Decision,
    Facts,
    InstrumentRole,
    Paragraph,
    Relation,
    Statement,
    Topic,
)
from vmcgraph.namespaces import CURATED, DERIVED, GRAPH, ID, ONTOLOGY, PREFIXES, SCHEME, concept, identity_of, iri, node
from vmcgraph.pagination import page_finder
from vmcgraph.reference import table
from vmcgraph.resources import resource
from vmcgraph.spelling import slug

if TYPE_CHECKING:
    from rdflib import Dataset

#: Files of ontology/ that the graph carries; the shapes stay outside, their lists would bring blank nodes.
ONTOLOGY_FILES = ("vmc.ttl", "alignments.ttl", "schemes.ttl")

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}

#: Schemes to which a report may add a concept by a word of its own; a word that another scheme lacks is an error.
OPEN_SCHEMES = frozenset({"format", "encounter"})


# ---------------------------------------------------------------- asserted facts


def edition_graph(facts: Facts, part: str = "") -> NamedNode:
    """Return the IRI of the named graph that holds an edition's facts.

    Args:
        facts: the facts of one edition.
        part: "evidence" for the graph of its evidence.

    Raises:
        ExtractionError: if the facts name no edition.
    """
    return NamedNode(GRAPH + _edition_slug(facts) + f"/{part}" * bool(part))


def _edition_slug(facts: Facts) -> str:
    try:
        return facts.slug
    except IndexError:
        raise ExtractionError("these facts name no edition; every graph is about one: add a row to editions") from None


def quads(facts: Facts, wording: Document | None = None) -> Iterator[Quad]:
    """Yield the facts of one edition as quads: what is stated in its graph, the proof in its evidence graph.

    Words that an open scheme lacks become concepts of it, labelled by their slug, so that two editions agree on the label.

    Args:
        facts: the facts of one edition.
        wording: the text that the facts were found in; then each evidence of it carries its words, for the eyes of whoever has
            the report anyway.

    Raises:
        ExtractionError: if the facts name no edition.

    Example:
        >>> from vmcgraph.model import Edition
        >>> edition = Edition(id="edition/x1", name="X1", series="series/x", document="document/x1")
        >>> print(next(quads(Facts.of([edition]))).object.value)
        https://w3id.org/vmcgraph/ontology#Edition
    """
    rows = list(_rows(facts))
    for row in rows:
        graph = edition_graph(facts, kind_of(row).part)
        for predicate, value in _described(row):
            yield Quad(iri(row.id), predicate, value, graph)
    yield from _new_concepts(rows, edition_graph(facts))
    yield from _evidence(facts, rows, wording)
    yield from _paragraphs(facts, rows)


def _described(row: Any) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield the predicates and objects that a row states."""
    for name in classes_of(row):
        yield node("rdf:type"), node(name)
    for column in columns(kind_of(row).type):
        if column.metadata["iri"]:
            for value in _values(row, column):
                yield node(column.metadata["iri"]), _object(value, column)


def _values(row: Any, column: Field[Any]) -> tuple[Any, ...]:
    value = getattr(row, column.name)
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def _object(value: Any, column: Field[Any]) -> NamedNode | Literal:
    about = column.metadata
    if about["to"]:
        return iri(value)
    if about["scheme"]:
        return concept(about["scheme"], value)
    if about["datatype"]:
        return Literal(_lexical(value, about["datatype"]), datatype=node(about["datatype"]))
    return Literal(_text(value) if isinstance(value, str) else value)


def _lexical(value: Any, datatype: str) -> str:
    """Return a value as XML Schema spells it: tables print times without seconds, as agendas do."""
    return f"{value}:00" if datatype == "xsd:time" and len(value) == len("HH:MM") else str(value)


def _text(value: str) -> str:
    """Return a text that RDF can hold: half a surrogate pair, which broken PDF files yield, becomes U+FFFD."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _new_concepts(rows: Iterable[Any], graph: NamedNode) -> Iterator[Quad]:
    """Yield the concepts that rows add to open schemes."""
    for row in rows:
        if isinstance(row, Topic) and iri(row.id) not in _known_concepts():
            yield from _concept(iri(row.id), "topic", graph)
            yield Quad(iri(row.id), node("rdfs:label"), Literal(_text(row.name)), graph)
        for column in columns(kind_of(row).type):
            scheme = column.metadata["scheme"]
            for word in _values(row, column) if scheme in OPEN_SCHEMES else ():
                subject = concept(scheme, word)
                if subject not in _known_concepts():
                    yield from _concept(subject, scheme, graph)
                    yield Quad(subject, node("skos:prefLabel"), Literal(slug(word).replace("-", " ")), graph)


def _concept(subject: NamedNode, scheme: str, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(subject, node("rdf:type"), node("skos:Concept"), graph)
    yield Quad(subject, node("skos:inScheme"), NamedNode(SCHEME + scheme), graph)


@cache
def _known_concepts() -> frozenset[object]:
    return frozenset(quad.subject for quad in ontology_quads() if quad.predicate == node("skos:inScheme"))


# ---------------------------------------------------------------- parties to instruments


def _rows(facts: Facts) -> Iterator[Any]:
    """Yield the rows that the graph has; whoever stands in a role to an instrument has it in a row of its own.

    A relation that gives such a role is that row. The parties that the table of instruments lists are no roles: it also has those
    of whom general knowledge says so, and whom the text only names beside the instrument.
    """
    edition = _edition_slug(facts)
    for row in facts:
        if isinstance(row, Relation):
            yield _role_of_relation(row, edition) or row
        elif kind_of(row).term:
            yield row


def _role_of_relation(row: Relation, edition: str) -> InstrumentRole | None:
    """Return the role that a relation gives somebody, or None where it is not about an instrument."""
    predicate = PREDICATES.get(row.predicate)
    if predicate is None:
        return None
    ends = (row.object, row.subject) if predicate.instrument == "object" else (row.subject, row.object)
    return _role(*ends, predicate.role, row.evidence, edition) if sort_of(ends[0]) == "instrument" else None


def _role(instrument: str, party: str, role: str, evidence: tuple[Span, ...], edition: str) -> InstrumentRole:
    identity = f"instrument-role/{edition}/{instrument.partition('/')[2]}/{role}/{party}"
    return InstrumentRole(id=identity, party=party, instrument=instrument, role=role, evidence=evidence)


# ---------------------------------------------------------------- evidence


def _evidence(facts: Facts, rows: Iterable[Any], wording: Document | None) -> Iterator[Quad]:
    """Yield the links from rows to their evidence, and each evidence once."""
    graph = edition_graph(facts, "evidence")
    pages = page_finder(facts)
    cut = {
        (row.evidence[0].start, row.evidence[0].end): row.parts
        for row in facts[Statement]
        if row.parts and row.evidence
    }
    seen: set[Span] = set()
    for row in rows:
        for span in getattr(row, "evidence", ()):
            subject = _evidence_iri(facts, span)
            yield Quad(iri(row.id), node("vmc:evidence"), subject, graph)
            if span not in seen:
                seen.add(span)
                yield Quad(subject, node("rdf:type"), node("vmc:Evidence"), graph)
                yield Quad(subject, node("vmc:source"), iri(facts.edition.document), graph)
                yield Quad(subject, node("vmc:start"), Literal(span.start), graph)
                yield Quad(subject, node("vmc:end"), Literal(span.end), graph)
                yield Quad(subject, node("vmc:digest"), Literal(span.digest), graph)
                yield Quad(subject, node("vmc:basis"), concept("basis", span.basis), graph)
                for predicate, page in pages(span):
                    yield Quad(subject, node(predicate), Literal(page), graph)
                if wording and wording.span(span.start, span.end, span.basis) == span:
                    yield Quad(subject, node("rdf:type"), node("oa:TextQuoteSelector"), graph)
                    yield Quad(subject, node("oa:exact"), Literal(_wording(wording, span, cut)), graph)


def _evidence_iri(facts: Facts, span: Span) -> NamedNode:
    return iri(f"evidence/{_edition_slug(facts)}/{span.start}-{span.end}-{slug(span.basis)}")


def _paragraphs(facts: Facts, rows: Iterable[Any]) -> Iterator[Quad]:
    """Yield the pages of paragraphs, and in which of them each evidence stands."""
    graph, pages = edition_graph(facts, "evidence"), page_finder(facts)
    ordered = sorted(facts[Paragraph], key=lambda row: row.start)
    for row in ordered:
        for predicate, page in pages(row.place):
            yield Quad(iri(row.id), node(predicate), Literal(page), graph)
    ends = [row.end for row in ordered]
    for span in dict.fromkeys(span for row in rows for span in getattr(row, "evidence", ())):
        for row in ordered[bisect_right(ends, span.start) :]:
            if row.start >= span.end:
                break
            yield Quad(_evidence_iri(facts, span), node("vmc:inParagraph"), iri(row.id), graph)


def _wording(document: Document, span: Span, cut: Mapping[tuple[int, int], tuple[tuple[int, int], ...]]) -> str:
    """Return the words of a span; of a sentence cut in two, its pieces, without the quotation or page's foot between them."""
    pieces = cut.get((span.start, span.end), ((span.start, span.end),))
    return " ".join(_text(document.text[start:end]) for start, end in pieces)


# ---------------------------------------------------------------- whole graphs


def to_store(
    facts: Facts | Iterable[Facts],
    *,
    wordings: Mapping[str, Document] | None = None,
    beside: Iterable[Quad] = (),
    readings: Mapping[str, Facts] | None = None,
    decisions: Iterable[Decision] = (),
) -> Store:
    """Put editions, what follows from them, and the vocabulary into one store in memory.

    Args:
        facts: the facts of one edition, or of several. A thing that two editions label differently keeps the label of
            the first (by the id of the edition); the other becomes an alternative label.
        wordings: the texts of editions whose evidence is to carry its words, by the edition's id.
        beside: the facts of further editions, as quads, for instance of a whole store; what they call a thing, it is called.
        readings: the facts of editions as the rules found them, by the edition's id, where `facts` are corrected: what these
            lack stands in the graph `curated`.
        decisions: the judgements by which they were corrected; they stand there as well.

    Returns:
        A store with the named graphs of each edition, `curated`, `derived` and `ontology`.

    Raises:
        ExtractionError: if the facts of an edition name no edition.
        OntologyError: if a file of ontology/ cannot be read.

    Example:
        >>> len(to_store([])) == len(ontology_quads())
        True
    """
    editions = sorted([facts] if isinstance(facts, Facts) else facts, key=_edition_slug)
    store = Store()
    store.extend(quad for quad in beside if quad.graph_name not in (DERIVED, ONTOLOGY))
    store.extend(ontology_quads())
    labels = {
        identity_of(quad.subject): quad.object.value
        for label in ("rdfs:label", "skos:prefLabel")
        for quad in store.quads_for_pattern(None, node(label), None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    for edition in editions:
        name = edition.edition.id
        rows = Facts.of(_with_one_label(row, labels) for row in edition)
        found = quads(rows, (wordings or {}).get(name))
        if reading := (readings or {}).get(name):
            read = Facts.of(_with_one_label(row, dict(labels)) for row in reading)
            found = _apart(found, {quad.triple for quad in quads(read, (wordings or {}).get(name))})
        store.extend(found)
        store.extend(_decided(rows, [each for each in decisions if each.edition == name]))
    store.extend(list(derived(store)))
    return store


def _apart(found: Iterable[Quad], read: Collection[Triple]) -> Iterator[Quad]:
    """Yield quads, those that the rules did not read in the graph of what was decided."""
    for quad in found:
        yield quad if quad.triple in read else Quad(quad.subject, quad.predicate, quad.object, CURATED)


def _decided(facts: Facts, decisions: Iterable[Decision]) -> Iterator[Quad]:
    """Yield the judgements by which facts were corrected; a relation that is a role (see `_rows`) is named as this."""
    roles = {row.id: _role_of_relation(row, facts.slug) for row in facts[Relation]}
    for each in decisions:
        concerns = (role.id if (role := roles.get(identity)) else identity for identity in each.concerns)
        for predicate, value in _described(replace(each, concerns=tuple(concerns))):
            yield Quad(iri(each.id), predicate, value, CURATED)


def without_decisions(quads: Iterable[Quad], editions: Collection[str]) -> list[Quad]:
    """Return quads without what was decided about some editions.

    All judgements stand in one graph. What one of another edition concerns as well stays.

    Args:
        quads: of a whole graph.
        editions: their short names, such as "vmc2024".
    """
    quads = list(quads)
    prefixes = tuple(f"{ID}{kind}/{edition}/" for kind in ("judgement", "evidence") for edition in editions)
    ours: set[object] = set()
    theirs: set[object] = set()
    for quad in quads:
        if quad.predicate == node("vmc:concerns"):
            (ours if quad.subject.value.startswith(prefixes) else theirs).add(quad.object)  # type: ignore[union-attr]
    alone = ours - theirs
    return [
        quad
        for quad in quads
        if quad.graph_name != CURATED or not (quad.subject.value.startswith(prefixes) or quad.subject in alone)  # type: ignore[union-attr]
    ]


def _with_one_label(row: Any, labels: dict[str, str]) -> Any:
    """Return a row with the label that an earlier edition gave to the thing."""
    field = kind_of(row).label
    if not field:
        return row
    own = getattr(row, field)
    first = labels.setdefault(row.id, own)
    if first == own:
        return row
    aliases = {"aliases": (*row.aliases, own)} if hasattr(row, "aliases") else {}
    return replace(row, **{field: first}, **aliases)


def to_graph(facts: Facts | Iterable[Facts]) -> Dataset:
    """Return editions, what follows from them, and the vocabulary as an rdflib Dataset.

    Args:
        facts: the facts of one edition, or of several.

    Returns:
        A dataset with named graphs; its default graph is their union.

    Raises:
        ExtractionError: if the facts of an edition name no edition.
        OntologyError: if a file of ontology/ cannot be read.

    Example:
        >>> from vmcgraph.model import Edition
        >>> graph = to_graph(Facts.of([Edition(id="edition/x1", name="X1", series="series/x", document="document/x1")]))
        >>> graph.query('ASK { ?edition a <https://w3id.org/vmcgraph/ontology#Edition> ; rdfs:label "X1" }').askAnswer
        True
    """
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    store = to_store(facts)
    term = cache(rdflib_term)
    graphs = {name: dataset.graph(term(name)) for name in store.named_graphs()}
    for quad in store:
        graphs[quad.graph_name].add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return dataset


def rdflib_term(term: Any) -> Any:
    """Return a term of pyoxigraph as one of rdflib, spelled as it is.

    Args:
        term: an IRI, a blank node or a literal.

    Example:
        >>> rdflib_term(NamedNode("https://example.org/"))
        rdflib.term.URIRef('https://example.org/')
    """
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    datatype = None if term.language or term.datatype == node("xsd:string") else URIRef(term.datatype.value)
    return RdflibLiteral(term.value, lang=term.language, datatype=datatype, normalize=False)


@cache
def ontology_quads() -> tuple[Quad, ...]:
    """Return the vocabulary: terms, alignments and schemes with the topics, as quads of the graph `ontology`.

    Raises:
        OntologyError: if a file of ontology/ cannot be read.

    Example:
        >>> {quad.graph_name.value for quad in ontology_quads()}
        {'https://w3id.org/vmcgraph/graph/ontology'}
    """
    files = (quad for name in ONTOLOGY_FILES for quad in read_quads(resource("ontology", name)))
    return (*(Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY) for quad in files), *_topics())


def _topics() -> Iterator[Quad]:
    """Yield the topic scheme, of data/reference/topics.csv. The words by which texts are searched for a topic are no labels."""
    for row in table("topics"):
        subject = concept("topic", row["topic"])
        yield from _concept(subject, "topic", ONTOLOGY)
        yield Quad(subject, node("rdf:type"), node("vmc:Topic"), ONTOLOGY)
        for label in ("rdfs:label", "skos:prefLabel"):
            yield Quad(subject, node(label), Literal(row["topic"]), ONTOLOGY)
        if row["broader"]:
            yield Quad(subject, node("skos:broader"), concept("topic", row["broader"]), ONTOLOGY)


def read_quads(path: str | Path) -> list[Quad]:
    """Read an RDF file.

    Args:
        path: a file whose suffix tells its format (.ttl, .nt, .nq, .trig, .jsonld, .rdf), also compressed (.gz).

    Raises:
        OntologyError: if it cannot be read; the message names file and line.

    Example:
        >>> read_quads("missing.ttl")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.OntologyError: missing.ttl: cannot be read (No such file or directory)
    """
    path = Path(path)
    suffix = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
    if suffix not in _FORMATS:
        raise OntologyError(
            f"{path}: unknown kind of file {suffix!r}; one of {', '.join(_FORMATS)} would be right", value=path
        )
    try:
        content = path.read_bytes()
        return list(parse(gzip.decompress(content) if path.suffix == ".gz" else content, _FORMATS[suffix]))
    except SyntaxError as error:
        # The parser's own words begin with "Parser error at line 1 column 13: ".
        raise OntologyError(
            f"{path} line {error.lineno}: {error.msg.partition(': ')[2] or error.msg}", value=path
        ) from error
    except (OSError, EOFError, ValueError) as error:
        raise OntologyError(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})", value=path
        ) from error


def write_graph(quads: Iterable[Quad], target: str | Path) -> None:
    """Write quads as N-Quads, each once and sorted, so that the same quads give the same bytes.

    Args:
        quads: what to write, for instance a store.
        target: the file; a name that ends in .gz is compressed, without a time stamp.

    Raises:
        ExportError: if the file cannot be written.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_graph(ontology_quads(), Path(folder, "graph.nq.gz"))
        ...     set(read_quads(Path(folder, "graph.nq.gz"))) == set(ontology_quads())
        True
    """
    target = Path(target)
    content = "".join(sorted({f"{quad} .\n" for quad in quads})).encode()
    write_files({target: _compressed(content) if target.suffix == ".gz" else content})


def _compressed(content: bytes) -> bytes:
    """Return bytes in the gzip format with a header that depends on nothing: no name, no time, no operating system."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
