"""The names of the graph: prefixes, named graphs, and the IRIs of terms, things and concepts."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from vmcgraph.spelling import slug

ID = "https://w3id.org/vmcgraph/id/"
SCHEME = "https://w3id.org/vmcgraph/scheme/"
GRAPH = "https://w3id.org/vmcgraph/graph/"

#: The prefixes of terms in kinds.KINDS and of the package's queries.
PREFIXES = {
    "vmc": "https://w3id.org/vmcgraph/ontology#",
    "id": ID,
    "scheme": SCHEME,
    "graph": GRAPH,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
}

CURATED = NamedNode(GRAPH + "curated")
DERIVED = NamedNode(GRAPH + "derived")
ONTOLOGY = NamedNode(GRAPH + "ontology")


@cache
def node(curie: str) -> NamedNode:
    """Return the IRI of a term.

    Args:
        curie: the term with one of PREFIXES.

    Raises:
        KeyError: if the prefix is not among PREFIXES.

    Example:
        >>> node("vmc:inSession").value
        'https://w3id.org/vmcgraph/ontology#inSession'
    """
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def iri(identity: str) -> NamedNode:
    """Return the IRI of a row.

    Args:
        identity: the row's id. A topic is a concept of the scheme of its kind.

    Example:
        >>> iri("country/AUT").value
        'https://w3id.org/vmcgraph/id/country/AUT'
        >>> iri("topic/labour-migration").value
        'https://w3id.org/vmcgraph/scheme/topic/labour-migration'
    """
    return NamedNode((SCHEME if identity.startswith("topic/") else ID) + identity)


def identity_of(name: NamedNode) -> str:
    """Return the id of the row that an IRI names.

    Example:
        >>> identity_of(iri("country/AUT"))
        'country/AUT'
    """
    return name.value.removeprefix(ID).removeprefix(SCHEME)


def concept(scheme: str, word: str) -> NamedNode:
    """Return the IRI of a scheme's concept.

    Args:
        scheme: the scheme's slug.
        word: the concept as tables write it.

    Example:
        >>> concept("organisation-type", "EU agency").value
        'https://w3id.org/vmcgraph/scheme/organisation-type/eu-agency'
    """
    return NamedNode(f"{SCHEME}{scheme}/{slug(word)}")


def readable(term: object) -> str:
    """Return a term of an answer as one reads it.

    Args:
        term: an IRI, which gets a prefix; a literal, told by its text; or None for an empty text.

    Example:
        >>> readable(iri("country/AUT"))
        'id:country/AUT'
    """
    if not isinstance(term, NamedNode):
        return str(getattr(term, "value", "" if term is None else term))
    for prefix, namespace in PREFIXES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return term.value
