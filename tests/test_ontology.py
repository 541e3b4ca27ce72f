"""The model, the vocabulary, the shapes, the schemes and the JSON-LD context say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from example_facts import FACTS
from pyoxigraph import BlankNode, Literal, NamedNode, Store

from vmcgraph.curation import correct
from vmcgraph.derivation import LEVELS, SHORTCUTS
from vmcgraph.judgements import COLUMNS, parse_judgements
from vmcgraph.kinds import KINDS, Kind, columns
from vmcgraph.model import INSTRUMENT_CLASSES, PREDICATES
from vmcgraph.namespaces import PREFIXES, SCHEME, concept, node
from vmcgraph.rdf import ONTOLOGY_FILES, OPEN_SCHEMES, ontology_quads, quads, read_quads, to_store
from vmcgraph.reference import table
from vmcgraph.resources import resource
from vmcgraph.spelling import slug
from vmcgraph.validation import validate

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"
VMC = PREFIXES["vmc"]
SH = "http://www.w3.org/ns/shacl#"

# Names that queries of others rely on.
CLASSES = """ConferenceSeries Edition Session Participation Person Organisation Country Affiliation Instrument PolicyModel
    InstrumentRole Section Paragraph CollectiveVoice UnnamedParty Place Claim Topic Statement ReportedStatement Quotation
    Encounter Mention Evidence SourceDocument Tie""".split()
PROPERTIES = """inSeries inEdition editionNumber format date startTime endTime subsection venue page pageFrom pageTo participant
    inSession role listedAs online inNameOf honorific member organisation unit position country statedIn organisationType
    acronym partOf isoCode basedIn memberOf instrumentType status party instrument partyRole speaker inSection reportingVerb
    about stance person relationKind atEvent othersUnnamed mentions counts value found evidence source start end digest basis
    coAppearsWith conversedWith shownWith sharedStageWith sameSocialEventAs sameEditionAs spokeAbout heldPostAt represents
    between level context count observed expected pValue verdict""".split()
SLUGS = {
    "role": "speaker moderator keynote opening closing address respondent",
    "basis": "listed narrative quote caption speakers team contents imprint",
    "party-role": "party funder implementer proposer supporter organiser host operates-in chair founder",
    "stance": "supports critical mixed not-stated",
    "predicate": "party-to funds implements proposes supported-by organised-by hosted-by chairs founder-of member-of part-of operates-in headquartered-in",
    "verdict": "more-than-chance as-chance too-few-to-say",
    "organisation-type": "ministry government eu-institution eu-agency international-organisation ngo think-tank university company network parliament-council other",
    "instrument-type": "law treaty compact policy-framework strategy agreement partnership process-dialogue programme scheme centre-hub it-system fund platform report conference proposal",
    "action": "same set remove add keep",
    "level": "conversed shown-together shared-stage same-social-event same-edition",
}  # fmt: skip


def triples(*names: str) -> Store:
    """Return files of ontology/ as one graph."""
    store = Store()
    for name in names:
        store.extend(read_quads(ONTOLOGY / name))
    return store


VOCABULARY = triples("vmc.ttl")
SCHEMES = triples("schemes.ttl")
SHAPES = triples("shapes.ttl")


def subjects(store: Store, predicate: str, value: str) -> set[str]:
    return {quad.subject.value for quad in store.quads_for_pattern(None, node(predicate), node(value))}  # type: ignore[union-attr]


def texts(store: Store, subject: NamedNode, predicate: str) -> list[Literal]:
    return [
        quad.object
        for quad in store.quads_for_pattern(subject, node(predicate), None)
        if isinstance(quad.object, Literal)
    ]


def local(names: set[str]) -> set[str]:
    return {name.removeprefix(VMC) for name in names}


DEFINED_CLASSES = local(subjects(VOCABULARY, "rdf:type", "owl:Class"))
OBJECT_PROPERTIES = local(subjects(VOCABULARY, "rdf:type", "owl:ObjectProperty"))
DATATYPE_PROPERTIES = local(subjects(VOCABULARY, "rdf:type", "owl:DatatypeProperty"))
CONCEPTS = subjects(SCHEMES, "rdf:type", "skos:Concept")


def classes(kind: Kind) -> set[str]:
    """Return the classes that rows of a kind may have."""
    by_value = [names for column in columns(kind.type) for names in column.metadata["classes"].values()]
    return {name.removeprefix("vmc:") for name in (kind.term, *(name for names in by_value for name in names)) if name}


# ---------------------------------------------------------------- terms


@pytest.mark.parametrize("name", sorted(DEFINED_CLASSES | OBJECT_PROPERTIES | DATATYPE_PROPERTIES))
def test_every_term_has_a_label_a_definition_and_an_example(name: str) -> None:
    for predicate in ("rdfs:label", "skos:definition", "skos:example"):
        found = texts(VOCABULARY, node(f"vmc:{name}"), predicate)
        assert len(found) == 1 and found[0].value.strip() and found[0].language == "en", predicate
    (label,) = texts(VOCABULARY, node(f"vmc:{name}"), "rdfs:label")
    (definition,) = texts(VOCABULARY, node(f"vmc:{name}"), "skos:definition")
    assert definition.value.endswith(".") and definition.value.casefold() != label.value.casefold()


def test_every_subject_of_the_vocabulary_is_a_class_or_a_property() -> None:
    named = local({quad.subject.value for quad in VOCABULARY})  # type: ignore[union-attr]
    assert named == DEFINED_CLASSES | OBJECT_PROPERTIES | DATATYPE_PROPERTIES | {VMC.rstrip("#")}
    assert (
        not DEFINED_CLASSES & (OBJECT_PROPERTIES | DATATYPE_PROPERTIES) and not OBJECT_PROPERTIES & DATATYPE_PROPERTIES
    )


def test_the_names_that_queries_rely_on_are_defined() -> None:
    assert set(CLASSES) <= DEFINED_CLASSES
    assert set(PROPERTIES) <= OBJECT_PROPERTIES | DATATYPE_PROPERTIES


def test_what_the_vocabulary_refers_to_is_defined() -> None:
    for quad in VOCABULARY:
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(VMC):
            assert quad.object.value.removeprefix(VMC) in DEFINED_CLASSES | OBJECT_PROPERTIES | DATATYPE_PROPERTIES, (
                quad
            )


def test_every_term_that_the_model_uses_is_defined() -> None:
    assert set().union(*map(classes, KINDS.values())) <= DEFINED_CLASSES
    for kind in KINDS.values():
        for column in columns(kind.type):
            prefix, _, name = column.metadata["iri"].partition(":")
            if prefix == "vmc":
                refers = column.metadata["to"] or column.metadata["scheme"]
                assert name in (OBJECT_PROPERTIES if refers else DATATYPE_PROPERTIES), f"{kind.name}.{column.name}"


def test_every_term_that_data_use_is_defined() -> None:
    for quad in quads(FACTS):
        if quad.predicate.value.startswith(VMC):
            defined = DATATYPE_PROPERTIES if isinstance(quad.object, Literal) else OBJECT_PROPERTIES
            assert quad.predicate.value.removeprefix(VMC) in defined


def test_ranges_of_datatype_properties_fit_the_data() -> None:
    for quad in quads(FACTS):
        if isinstance(quad.object, Literal) and quad.predicate.value.startswith(VMC):
            (declared,) = VOCABULARY.quads_for_pattern(quad.predicate, node("rdfs:range"), None)
            assert quad.object.datatype == declared.object, quad


def test_no_two_classes_of_one_row_are_disjoint() -> None:
    for quad in VOCABULARY.quads_for_pattern(None, node("owl:disjointWith"), None):
        assert quad.subject != quad.object
        assert not list(VOCABULARY.quads_for_pattern(quad.subject, node("rdfs:subClassOf"), quad.object))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ONTOLOGY_FILES)
def test_what_the_graph_carries_has_no_blank_nodes(name: str) -> None:
    assert not [quad for quad in triples(name) if BlankNode in (type(quad.subject), type(quad.object))]


def test_the_files_travel_with_the_package() -> None:
    for name in (*ONTOLOGY_FILES, "shapes.ttl", "context.jsonld", "README.md"):
        assert resource("ontology", name).is_file()


# ---------------------------------------------------------------- alignments


def test_alignments_are_about_terms_that_are_defined() -> None:
    named = local({quad.subject.value for quad in triples("alignments.ttl")})  # type: ignore[union-attr]
    assert named <= DEFINED_CLASSES | OBJECT_PROPERTIES | DATATYPE_PROPERTIES


def test_alignments_lead_to_terms_that_exist() -> None:
    """Rdflib ships the terms of these vocabularies as closed lists; the few others are checked by hand."""
    from rdflib import DCTERMS, FOAF, ORG, PROV, SDO, SKOS, URIRef

    by_hand = {
        "http://www.w3.org/ns/oa#": {"SpecificResource", "TextPositionSelector", "Annotation", "hasBody", "hasSource", "start", "end"},
        "http://data.europa.eu/eli/ontology#": {"LegalResource"},
        "http://data.europa.eu/eli/eli-draft-legislation-ontology#": {"Participation"},
        "http://publications.europa.eu/resource/authority/": {"country"},
    }  # fmt: skip
    for quad in triples("alignments.ttl"):
        target = quad.object
        assert isinstance(target, NamedNode)
        listed = any(URIRef(target.value) in vocabulary for vocabulary in (DCTERMS, FOAF, ORG, PROV, SDO, SKOS))
        checked = any(target.value == base + name for base, names in by_hand.items() for name in names)
        assert listed or checked, target.value


def test_a_class_is_below_a_class_and_a_property_below_a_property() -> None:
    for quad in triples("alignments.ttl"):
        name = quad.subject.value.removeprefix(VMC)  # type: ignore[union-attr]
        if quad.predicate == node("rdfs:subClassOf"):
            assert name in DEFINED_CLASSES
        if quad.predicate == node("rdfs:subPropertyOf"):
            assert name in OBJECT_PROPERTIES | DATATYPE_PROPERTIES


# ---------------------------------------------------------------- schemes


def test_concepts_are_named_by_the_slug_of_their_label() -> None:
    for name in CONCEPTS:
        (label,) = texts(SCHEMES, NamedNode(name), "skos:prefLabel")
        (scheme,) = SCHEMES.quads_for_pattern(NamedNode(name), node("skos:inScheme"), None)
        assert concept(scheme.object.value.removeprefix(SCHEME), label.value).value == name  # type: ignore[union-attr]
        (definition,) = texts(SCHEMES, NamedNode(name), "skos:definition")
        assert definition.language == "en" and definition.value.endswith(".")


def test_schemes_have_a_label_and_a_definition() -> None:
    for name in subjects(SCHEMES, "rdf:type", "skos:ConceptScheme"):
        assert texts(SCHEMES, NamedNode(name), "rdfs:label") and texts(SCHEMES, NamedNode(name), "skos:definition")


@pytest.mark.parametrize("scheme", SLUGS)
def test_the_slugs_that_queries_rely_on(scheme: str) -> None:
    found = {name.removeprefix(f"{SCHEME}{scheme}/") for name in CONCEPTS if name.startswith(f"{SCHEME}{scheme}/")}
    assert found == set(SLUGS[scheme].split())


def test_every_scheme_that_the_model_uses_exists() -> None:
    used = {column.metadata["scheme"] for kind in KINDS.values() for column in columns(kind.type)} - {""}
    assert {SCHEME + scheme for scheme in used | OPEN_SCHEMES} <= subjects(SCHEMES, "rdf:type", "skos:ConceptScheme")


def test_every_level_has_a_concept() -> None:
    assert {concept("level", level.slug).value for level in LEVELS} == {name for name in CONCEPTS if "/level/" in name}


def test_the_kinds_of_sections_that_are_read_have_concepts() -> None:
    from vmcgraph.programme import HEADINGS

    for kind, _ in HEADINGS:
        assert concept("section", kind).value in CONCEPTS, kind


def test_the_formats_that_are_known_have_concepts() -> None:
    formats = resource("data", "reference", "session_formats.csv").read_text(encoding="utf-8").splitlines()[1:]
    known = {row.split(",")[1] for row in formats if row.split(",")[2] in ("session", "social")}
    assert {word for word in known if f"{SCHEME}format/{word}" not in CONCEPTS} == set()


# ---------------------------------------------------------------- shapes


def shape_of(kind_class: str) -> NamedNode:
    return NamedNode(f"https://w3id.org/vmcgraph/shape/{kind_class}")


def shacl(subject: object, name: str) -> list[object]:
    return [quad.object for quad in SHAPES.quads_for_pattern(subject, NamedNode(SH + name), None)]  # type: ignore[arg-type]


def paths(shape: NamedNode) -> set[str]:
    return {path.value for each in shacl(shape, "property") for path in shacl(each, "path")}  # type: ignore[attr-defined]


def listed(head: object) -> list[str]:
    found = []
    while isinstance(head, BlankNode):
        (first,) = SHAPES.quads_for_pattern(head, node("rdf:first"), None)
        (rest,) = SHAPES.quads_for_pattern(head, node("rdf:rest"), None)
        found.append(first.object.value)  # type: ignore[union-attr]
        head = rest.object
    return found


ALL_CLASSES = set().union(*map(classes, KINDS.values())) | {"Evidence", "Tie"}
#: Those that are no subclass of another: the shape of a class holds for its subclasses.
USED_CLASSES = {
    name
    for name in ALL_CLASSES
    if not any(VOCABULARY.quads_for_pattern(node(f"vmc:{name}"), node("rdfs:subClassOf"), None))
}
DERIVED_PROPERTIES = (
    {level.property for level in LEVELS}
    | {each.property for each in SHORTCUTS}
    | {
        "vmc:coAppearsWith",
        "vmc:represents",
        "vmc:spokeAbout",
    }
)
#: Properties that the vocabulary gives to things which reports name, too, and those of a place's pages.
GIVEN_PROPERTIES = {
    "Topic": {"rdfs:label", "skos:inScheme", "skos:broader"},
    "Paragraph": {"vmc:page", "vmc:pageFrom", "vmc:pageTo"},
}
#: The text, its pieces, and what was decided about its reading are no facts.
NO_FACTS = {"SourceDocument", "Paragraph", "Judgement"}


def test_every_class_that_data_use_has_a_shape_and_no_shape_is_orphaned() -> None:
    targets = {quad.object.value for quad in SHAPES.quads_for_pattern(None, NamedNode(SH + "targetClass"), None)}  # type: ignore[union-attr]
    assert local(targets - {node("skos:Concept").value}) == USED_CLASSES | {"ReportedStatement", "Quotation"}
    assert {"PolicyModel", "Statement"} <= USED_CLASSES and not {"Law", "Quotation"} & USED_CLASSES
    others = {"ReportedStatement", "Quotation", "Concept", "Described", "OnePage", "SomePages"}
    node_shapes = {
        quad.subject for quad in SHAPES.quads_for_pattern(None, node("rdf:type"), NamedNode(SH + "NodeShape"))
    }
    assert node_shapes == {shape_of(name) for name in USED_CLASSES | others}


def test_no_property_shape_is_orphaned() -> None:
    named = {quad.subject for quad in SHAPES.quads_for_pattern(None, node("rdf:type"), NamedNode(SH + "PropertyShape"))}
    used = {quad.object for quad in SHAPES.quads_for_pattern(None, NamedNode(SH + "property"), None)}
    assert named <= used


@pytest.mark.parametrize("kind_class", sorted(USED_CLASSES))
def test_every_shape_is_closed_and_names_its_nodes(kind_class: str) -> None:
    shape = shape_of(kind_class)
    assert shacl(shape, "closed") == [Literal(True)]
    assert [listed(head) for head in shacl(shape, "ignoredProperties")] == [[node("rdf:type").value]]
    assert shacl(shape, "nodeKind") == [NamedNode(SH + "IRI")]
    (pattern,) = shacl(shape, "pattern")
    base = "scheme/topic/" if kind_class == "Topic" else "id/"
    assert pattern.value.startswith(f"^https://w3id\\.org/vmcgraph/{base}") and pattern.value.endswith("$")  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind_class", sorted(USED_CLASSES - {"Evidence", "Tie"}))
def test_a_shape_has_the_properties_of_its_kinds_and_no_others(kind_class: str) -> None:
    kinds = [kind for kind in KINDS.values() if kind_class in classes(kind)]
    declared = {
        node(column.metadata["iri"]).value for kind in kinds for column in columns(kind.type) if column.metadata["iri"]
    }
    if kind_class not in NO_FACTS:
        declared.add(node("vmc:evidence").value)
    added = {node(name).value for name in DERIVED_PROPERTIES | GIVEN_PROPERTIES.get(kind_class, set()) | {"rdf:type"}}
    assert paths(shape_of(kind_class)) - added == declared - added
    assert declared <= paths(shape_of(kind_class))


def test_every_fact_needs_evidence() -> None:
    proven = NamedNode("https://w3id.org/vmcgraph/shape/proven")
    assert shacl(proven, "minCount") == [Literal(1)]
    for name in USED_CLASSES - NO_FACTS - {"Evidence", "Tie", "Topic"}:
        assert proven in shacl(shape_of(name), "property"), name


def test_an_instrument_has_the_class_of_its_type() -> None:
    types = {name.rpartition("/")[2] for name in CONCEPTS if "/instrument-type/" in name}
    assert {slug(word) for word in INSTRUMENT_CLASSES} == types
    below = {
        quad.subject.value
        for quad in VOCABULARY.quads_for_pattern(None, node("rdfs:subClassOf"), node("vmc:Instrument"))
    }  # type: ignore[union-attr]
    assert set(INSTRUMENT_CLASSES.values()) == local(below)


def test_every_predicate_has_a_concept_and_its_role_too() -> None:
    assert {concept("predicate", word).value for word in PREDICATES} < CONCEPTS
    assert {concept("party-role", each.role).value for each in PREDICATES.values()} == {
        name for name in CONCEPTS if "/party-role/" in name
    }
    assert {concept("predicate", each.predicate).value for each in SHORTCUTS} < CONCEPTS


def test_the_topics_are_those_of_the_reference_table() -> None:
    found = {
        (quad.subject, quad.predicate, quad.object)
        for quad in ontology_quads()
        if quad.subject.value.startswith(f"{SCHEME}topic/")  # type: ignore[union-attr]
    }
    for row in table("topics"):
        topic = concept("topic", row["topic"])
        assert (topic, node("rdf:type"), node("vmc:Topic")) in found
        assert (topic, node("skos:prefLabel"), Literal(row["topic"])) in found
        assert (topic, node("rdfs:label"), Literal(row["topic"])) in found
        assert not row["broader"] or (topic, node("skos:broader"), concept("topic", row["broader"])) in found
    named = {subject for subject, _, _ in found}
    assert len(named) == len(table("topics"))
    assert {value for _, predicate, value in found if predicate == node("skos:broader")} <= named


def test_value_sets_are_those_of_the_schemes() -> None:
    for quad in SHAPES.quads_for_pattern(None, NamedNode(SH + "in"), None):
        members = listed(quad.object)
        if members[0].startswith(SCHEME):
            scheme = members[0].rpartition("/")[0]
            assert set(members) == {name for name in CONCEPTS if name.rpartition("/")[0] == scheme}
            assert scheme.removeprefix(SCHEME) not in OPEN_SCHEMES


def test_every_scheme_of_the_model_is_in_a_value_set_or_open() -> None:
    closed = {listed(quad.object)[0] for quad in SHAPES.quads_for_pattern(None, NamedNode(SH + "in"), None)}
    for kind in KINDS.values():
        for column in columns(kind.type):
            scheme = column.metadata["scheme"]
            assert not scheme or scheme in OPEN_SCHEMES or any(name.startswith(f"{SCHEME}{scheme}/") for name in closed)


def test_described_nodes_are_of_the_classes_that_data_use() -> None:
    (property_shape,) = shacl(shape_of("Described"), "property")
    (head,) = shacl(property_shape, "in")
    assert set(listed(head)) == {VMC + name for name in ALL_CLASSES - {"Tie"}} | {
        node("skos:Concept").value,
        node("oa:TextQuoteSelector").value,
    }


def test_every_reference_leads_to_a_node_that_is_described() -> None:
    targets = {each.value for each in shacl(shape_of("Described"), "targetObjectsOf")}  # type: ignore[attr-defined]
    referring = {
        column.metadata["iri"] for kind in KINDS.values() for column in columns(kind.type) if column.metadata["to"]
    } - {""}
    assert {node(name).value for name in referring} <= targets


def test_the_ranges_of_references_fit_the_kinds() -> None:
    for quad in VOCABULARY.quads_for_pattern(None, node("rdfs:range"), None):
        used = {
            KINDS[name].term
            for kind in KINDS.values()
            for column in columns(kind.type)
            if column.metadata["iri"] and node(column.metadata["iri"]) == quad.subject
            for name in column.metadata["to"].split("|")
            if name
        }
        assert not used or used == {f"vmc:{quad.object.value.removeprefix(VMC)}"}, quad.subject  # type: ignore[union-attr]


# ---------------------------------------------------------------- JSON-LD and README

CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def test_the_context_has_every_term() -> None:
    for name in DEFINED_CLASSES:
        assert CONTEXT[name] == f"vmc:{name}"
    for name in OBJECT_PROPERTIES:
        assert CONTEXT[name] == {"@id": f"vmc:{name}", "@type": "@id"}
    for name in DATATYPE_PROPERTIES:
        (declared,) = VOCABULARY.quads_for_pattern(node(f"vmc:{name}"), node("rdfs:range"), None)
        datatype = declared.object.value.replace(PREFIXES["xsd"], "xsd:")  # type: ignore[union-attr]
        assert CONTEXT[name] == (
            f"vmc:{name}" if datatype == "xsd:string" else {"@id": f"vmc:{name}", "@type": datatype}
        )


def test_the_context_has_no_other_terms_of_ours() -> None:
    ours = {
        name
        for name, about in CONTEXT.items()
        if str(about if isinstance(about, str) else about["@id"] if isinstance(about, dict) else "").startswith("vmc:")
    }
    assert ours == DEFINED_CLASSES | OBJECT_PROPERTIES | DATATYPE_PROPERTIES


def test_the_context_has_the_prefixes_of_the_package() -> None:
    assert {prefix: CONTEXT[prefix] for prefix in PREFIXES} == PREFIXES


def test_the_context_reads_short_json() -> None:
    from rdflib import XSD, Dataset, Literal, URIRef

    document = {
        "@context": CONTEXT,
        "@id": "id:session/ff2031/s1",
        "type": "Session",
        "label": "Ferries",
        "inEdition": "id:edition/ff2031",
        "date": "2031-05-14",
        "pageFrom": "14",
    }
    rows = {
        (str(p).rpartition("#")[2], o)
        for _, p, o, _ in Dataset().parse(data=json.dumps(document), format="json-ld").quads()
    }
    assert rows == {
        ("type", URIRef(VMC + "Session")),
        ("label", Literal("Ferries")),
        ("inEdition", URIRef("https://w3id.org/vmcgraph/id/edition/ff2031")),
        ("date", Literal("2031-05-14", datatype=XSD.date)),
        ("pageFrom", Literal("14", datatype=XSD.integer)),
    }


def code(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ONTOLOGY / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_worked_example_conforms_and_answers(tmp_path: Path) -> None:
    path = tmp_path / "example.ttl"
    (turtle,), (*_, sparql) = code("turtle"), code("sparql")
    path.write_text(turtle, encoding="utf-8")
    store = Store()
    store.extend(read_quads(path))
    store.extend(read_quads(ONTOLOGY / "schemes.ttl"))
    assert validate(store).text == "The graph conforms."
    rows = [tuple(term.value for term in row) for row in store.query(sparql)]  # type: ignore[union-attr]
    assert rows == [("Ada Brook", "Chief Pilot", "14", "17")]
    shown = re.findall(r"^\| (.+) \|$", (ONTOLOGY / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert " | ".join(rows[0]) in shown


def test_the_query_about_what_was_decided_answers() -> None:
    head = ",".join(COLUMNS)
    judged = parse_judgements(f"{head}\nset,sections,section/ff2031/imprint,page_from,20,It is on the last page.,,\n")
    made = correct(FACTS, judged)
    store = to_store(made.facts, readings={FACTS.edition.id: FACTS}, decisions=made.decisions)
    rows = store.query(code("sparql")[1], use_default_graph_as_union=True)
    found = [tuple(term.value.rpartition("vmcgraph/")[2] for term in row) for row in rows]  # type: ignore[union-attr]
    assert found == [("id/section/ff2031/imprint", "20", "It is on the last page.")]


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (0, ("id/paragraph/ff2031/s1/2", "id/section/ff2031/s1")),
        (2, ("id/instrument/crew-register", "id/person/ada-brook", "scheme/stance/supports")),
    ],
)
def test_the_queries_in_between_answer(number: int, answer: tuple[str, ...]) -> None:
    store = Store()
    store.extend(quads(FACTS))
    rows = store.query(code("sparql")[number], use_default_graph_as_union=True)
    found = [tuple(term.value.rpartition("vmcgraph/")[2] for term in row) for row in rows]  # type: ignore[union-attr]
    assert found == [answer]


def test_the_readme_names_every_kind_and_level() -> None:
    text = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    patterns = {quad.object.value for quad in SHAPES.quads_for_pattern(None, NamedNode(SH + "pattern"), None)}  # type: ignore[union-attr]
    kinds = {
        name for pattern in patterns for part in re.findall(r"/id/\(?([a-z|-]+)", pattern) for name in part.split("|")
    }
    assert {name for name in kinds if f"`{name}`" not in text} == set()
    assert {level.slug for level in LEVELS[:-1] if f"`{level.slug}`" not in text} == set()
    assert slug("Ada Brook") in text
