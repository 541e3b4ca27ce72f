"""Facts become the quads that ontology/README.md describes, the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from example_facts import CONFERENCE, DECISIONS, FACTS, GOLDEN, TIES, at
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from vmcgraph.curation import correct
from vmcgraph.derivation import LEVELS, derived
from vmcgraph.document import Document
from vmcgraph.errors import ExportError, ExtractionError, OntologyError
from vmcgraph.judgements import COLUMNS, parse_judgements
from vmcgraph.model import (
    Country,
    Decision,
    Edition,
    Encounter,
    Facts,
    Mention,
    Organisation,
    Participation,
    Person,
    Session,
    SourceDocument,
    Topic,
)
from vmcgraph.namespaces import CURATED, DERIVED, GRAPH, ID, ONTOLOGY, PREFIXES, concept, iri, node
from vmcgraph.rdf import (
    edition_graph,
    ontology_quads,
    quads,
    read_quads,
    to_graph,
    to_store,
    without_decisions,
    write_graph,
)
from vmcgraph.validation import validate

ROOT = Path(__file__).resolve().parents[1]
TYPE = node("rdf:type")


@pytest.fixture(scope="module")
def store() -> Store:
    """Return the whole graph of the example."""
    return to_store(FACTS, decisions=DECISIONS)


def objects(store: Store, subject: NamedNode, predicate: str) -> set[NamedNode | Literal]:
    return {quad.object for quad in store.quads_for_pattern(subject, node(predicate), None)}  # type: ignore[misc]


def values(store: Store, subject: NamedNode, predicate: str) -> set[str]:
    return {each.value for each in objects(store, subject, predicate)}


def pairs(store: Store, predicate: str) -> set[tuple[str, str]]:
    start = len(ID + "person/")
    return {
        (quad.subject.value[start:], quad.object.value[start:])  # type: ignore[union-attr]
        for quad in store.quads_for_pattern(None, node(predicate), None)
    }


def both_ways(*some: tuple[str, str]) -> set[tuple[str, str]]:
    return {*some, *((b, a) for a, b in some)}


# ---------------------------------------------------------------- the graph as a whole


def test_the_graph_of_the_example_is_the_golden_one(store: Store) -> None:
    lines = {f"{quad} ." for quad in store if quad.graph_name != ONTOLOGY}
    assert lines == set(GOLDEN.read_text(encoding="utf-8").splitlines()), "run tests/example_facts.py if this is wanted"


def test_there_are_no_blank_nodes(store: Store) -> None:
    assert not [quad for quad in store if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_things_and_concepts_are_named_by_kind_and_slug(store: Store) -> None:
    form = re.compile(
        r"https://w3id\.org/vmcgraph/(id/[a-z-]+/[^/\s]+(/[^/\s]+)*|scheme/[a-z-]+(/[a-z-]+)?|ontology(#\w+)?)"
    )
    names = {quad.subject.value for quad in store}  # type: ignore[union-attr]
    assert [name for name in names if not form.fullmatch(name)] == []


def test_named_graphs(store: Store) -> None:
    graphs = {graph.value.removeprefix(GRAPH) for graph in store.named_graphs()}  # type: ignore[union-attr]
    assert graphs == {"ff2031", "ff2031/evidence", "curated", "derived", "ontology"}


def test_evidence_stands_in_its_own_graph(store: Store) -> None:
    asserted, evidence = edition_graph(FACTS), edition_graph(FACTS, "evidence")
    assert evidence.value == asserted.value + "/evidence"
    assert not list(store.quads_for_pattern(None, node("vmc:evidence"), None, asserted))
    named = {quad.subject for quad in store.quads_for_pattern(None, node("vmc:evidence"), None, evidence)}
    stated = {quad.subject for quad in store.quads_for_pattern(None, TYPE, None, asserted)}
    assert {thing for thing in stated - named if not thing.value.startswith(PREFIXES["scheme"])} == {
        iri("document/ff2031")
    }


def test_the_rdflib_graph_is_the_same_graph() -> None:
    from rdflib import Graph
    from rdflib.compare import isomorphic

    store, dataset = to_store(FACTS), to_graph(FACTS)
    lines = {line for line in dataset.serialize(format="nquads").splitlines() if line}
    assert lines == {f"{quad} ." for quad in store}
    union = Graph().parse(data="\n".join(f"{quad.triple} ." for quad in store), format="nt")
    own = Graph()
    own += dataset.triples((None, None, None))
    assert isomorphic(union, own)


def test_the_default_graph_of_the_dataset_is_the_union() -> None:
    rows = to_graph(FACTS).query(
        "SELECT ?page WHERE { ?part vmc:role ?role ; vmc:evidence ?place . ?role skos:prefLabel 'moderator' . ?place vmc:pageFrom ?page }"
    )
    assert [str(row[0]) for row in rows] == ["14"]  # type: ignore[index]


def test_prefixes_are_bound() -> None:
    bound = dict(to_graph(FACTS).namespaces())
    assert {prefix: str(bound[prefix]) for prefix in PREFIXES} == PREFIXES


# ---------------------------------------------------------------- the same bytes


@settings(max_examples=20, deadline=None)
@given(st.permutations(list(FACTS)))
def test_the_order_of_rows_does_not_matter(rows: list[object]) -> None:
    assert set(quads(Facts.of(rows))) == set(quads(FACTS))


def test_the_seed_of_hashes_does_not_matter(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from example_facts import FACTS; from vmcgraph.rdf import to_store, write_graph;"
        "write_graph(to_store(FACTS), Path(sys.argv[1]))"
    )
    digests = set()
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.nq.gz"
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
        subprocess.run([sys.executable, "-c", code, target], env=env, check=True)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_file_is_sorted_and_has_each_quad_once(tmp_path: Path, store: Store) -> None:
    write_graph([*store, *store], tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_text(encoding="utf-8").split("\n")
    assert lines == [*sorted(set(lines[:-1])), ""] and len(lines) == len(store) + 1


def test_a_compressed_file_has_no_name_and_no_time(tmp_path: Path, store: Store) -> None:
    write_graph(store, tmp_path / "graph.nq")
    write_graph(store, tmp_path / "one.nq.gz")
    write_graph(store, tmp_path / "two.nq.gz")
    content = (tmp_path / "one.nq.gz").read_bytes()
    assert content == (tmp_path / "two.nq.gz").read_bytes()
    assert content[:10] == bytes.fromhex("1f8b08000000000002ff")
    assert gzip.decompress(content) == (tmp_path / "graph.nq").read_bytes()


def test_what_is_written_is_read_back(tmp_path: Path, store: Store) -> None:
    for name in ("graph.nq", "graph.nq.gz"):
        write_graph(store, tmp_path / name)
        assert set(read_quads(tmp_path / name)) == set(store)


def test_a_failed_writing_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.nq"
    target.write_text("before", encoding="utf-8")

    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match=r"No space left on device"):
        write_graph([], target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"] and target.read_text(encoding="utf-8") == "before"


# ---------------------------------------------------------------- values


def test_literals_have_their_datatypes(store: Store) -> None:
    panel = iri("session/ff2031/s1")
    assert objects(store, panel, "vmc:startTime") == {Literal("09:30:00", datatype=node("xsd:time"))}
    assert objects(store, panel, "vmc:date") == {Literal("2031-05-14", datatype=node("xsd:date"))}
    assert objects(store, panel, "vmc:social") == {Literal(False)}
    assert objects(store, panel, "vmc:pageFrom") == {Literal(14)}
    assert objects(store, panel, "vmc:subsection") == {Literal("Crews"), Literal("Quays")}
    assert objects(store, panel, "rdfs:label") == {Literal("Ferries")}


def test_what_is_not_known_is_not_stated(store: Store) -> None:
    assert not objects(store, iri("session/ff2031/s2"), "vmc:date")
    assert not objects(store, iri("person/tom-vale"), "vmc:honorific")


def test_columns_without_a_term_and_kinds_without_a_class_stay_outside(store: Store) -> None:
    text = " ".join(quad.object.value for quad in store if quad.graph_name != ONTOLOGY)  # type: ignore[union-attr]
    assert "Icelandic" not in text and "nobody could read" not in text


def test_a_prefixed_name_with_an_unknown_prefix_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        node("nonsense:term")


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    facts = Facts.of([*CONFERENCE, Country(id="country/AUT", name="Aus\ud83dtria \U0001f600")])
    labels = {quad.object.value for quad in quads(facts) if quad.subject == iri("country/AUT")}  # type: ignore[union-attr]
    assert "Aus\ufffdtria \U0001f600" in labels


def test_a_word_that_an_open_scheme_lacks_becomes_a_concept(store: Store) -> None:
    talk = concept("format", "Quayside talk")
    assert objects(store, iri("session/ff2031/s2"), "vmc:format") == {talk}
    assert values(store, talk, "skos:prefLabel") == {"quayside talk"}
    assert values(store, talk, "skos:inScheme") == {"https://w3id.org/vmcgraph/scheme/format"}
    assert values(store, concept("encounter", "skipping stones"), "skos:prefLabel") == {"skipping stones"}


def test_a_word_that_a_scheme_has_stays_its_concept(store: Store) -> None:
    panel = concept("format", "Panel discussion")
    assert values(store, panel, "skos:prefLabel") == {"panel discussion"}
    assert {quad.graph_name for quad in store.quads_for_pattern(panel, None, None)} == {ONTOLOGY}


def test_facts_without_an_edition_are_refused() -> None:
    with pytest.raises(ExtractionError, match=r"these facts name no edition"):
        list(quads(Facts.of([Country(id="country/AUT", name="Austria")])))


# ---------------------------------------------------------------- instruments and relations


def types(store: Store, name: str) -> set[str]:
    return {value.rpartition("#")[2] for value in values(store, iri(name), "rdf:type")}


def test_an_instrument_has_the_class_of_its_type_and_a_model_is_none(store: Store) -> None:
    assert types(store, "instrument/crew-register") == {"Instrument", "ITSystem"}
    assert types(store, "instrument/ferry-compact") == {"Instrument", "Compact"}
    assert types(store, "instrument/floating-hubs") == {"PolicyModel"}


def test_the_parties_are_those_worked_out_by_hand(store: Store) -> None:
    found = {
        tuple(
            next(iter(values(store, quad.subject, name))).rpartition("vmcgraph/")[2].partition("/")[2]  # type: ignore[arg-type]
            for name in ("vmc:party", "vmc:partyRole", "vmc:instrument")
        )
        for quad in store.quads_for_pattern(None, TYPE, node("vmc:InstrumentRole"))
    }
    assert found == {
        ("country/ISL", "party-role/party", "instrument/crew-register"),
        ("organisation/harbour-council", "party-role/party", "instrument/crew-register"),
        ("country/NOR", "party-role/funder", "instrument/crew-register"),
        ("country/NOR", "party-role/operates-in", "instrument/crew-register"),
        ("country/ISL", "party-role/party", "instrument/ferry-compact"),
        ("organisation/harbour-council", "party-role/supporter", "instrument/ferry-compact"),
        ("person/ivo-past", "party-role/proposer", "instrument/floating-hubs"),
    }


def evidence(store: Store, name: str) -> set[str]:
    return {value.rpartition("/")[2] for value in values(store, iri(name), "vmc:evidence")}


def test_a_role_has_the_evidence_of_all_that_state_it_and_no_other(store: Store) -> None:
    role = "instrument-role/ff2031/crew-register"
    assert evidence(store, f"{role}/party/country/ISL") == {"212-232-narrative"}
    assert not evidence(store, f"{role}/party/country/NOR")  # which the table lists, and no relation makes a party
    assert evidence(store, f"{role}/funder/country/NOR") == {"214-234-narrative"}
    assert evidence(store, "instrument-role/ff2031/ferry-compact/party/country/ISL") == {"240-260-narrative"}


def test_a_relation_is_a_node_unless_it_is_a_role(store: Store) -> None:
    nodes = {quad.subject for quad in store.quads_for_pattern(None, TYPE, node("vmc:Relation"))}
    assert nodes == {iri(f"relation/ff2031/{start}") for start in (222, 224, 226, 228, 231, 233)}
    assert values(store, iri("relation/ff2031/226"), "vmc:predicate") == {
        f"{PREFIXES['scheme']}predicate/headquartered-in"
    }
    assert evidence(store, "relation/ff2031/226") == {"226-246-narrative"}


def test_properties_follow_from_relations(store: Store) -> None:
    found = {
        (quad.subject, predicate, quad.object)
        for predicate in ("vmc:partOf", "vmc:memberOf", "vmc:basedIn")
        for quad in store.quads_for_pattern(None, node(predicate), None, DERIVED)
    }
    council = iri("organisation/harbour-council")
    assert found == {
        (iri("instrument/crew-register"), "vmc:partOf", iri("instrument/ferry-compact")),
        (iri("country/NOR"), "vmc:memberOf", council),
        (iri("country/ISL"), "vmc:memberOf", council),  # from a membership
        (iri("organisation/ministry-of-ports"), "vmc:basedIn", iri("place/old-boathouse")),
    }  # not that Ole Lind, a person, is a member


# ---------------------------------------------------------------- what was said and named


def test_a_statement_is_reported_or_quoted(store: Store) -> None:
    assert types(store, "statement/ff2031/230-260") == {"Statement", "ReportedStatement"}
    assert types(store, "statement/ff2031/300-330") == {"Statement", "Quotation"}


def test_a_statement_says_who_and_about_what(store: Store) -> None:
    joint = iri("statement/ff2031/270-300")
    assert objects(store, joint, "vmc:speaker") == {iri("person/tom-vale"), iri("person/mia-holt")}
    assert objects(store, joint, "vmc:about") == {iri("country/ISL"), concept("topic", "night ferries")}
    assert objects(store, joint, "vmc:inSession") == {iri("session/ff2031/s1")}
    assert objects(store, joint, "vmc:stance") == {concept("stance", "not-stated")}
    common = iri("statement/ff2031/350-380")
    assert objects(store, common, "vmc:speaker") == {iri("voice/ff2031/panellists")}


def test_who_spoke_about_what(store: Store) -> None:
    found = {(quad.subject, quad.object) for quad in store.quads_for_pattern(None, node("vmc:spokeAbout"), None)}
    assert found == {
        (iri("person/ada-brook"), iri("instrument/crew-register")),
        (iri("person/ada-brook"), concept("topic", "labour migration")),
        (iri("person/ada-brook"), iri("organisation/harbour-council")),
        *(
            (iri(person), thing)
            for person in ("person/tom-vale", "person/mia-holt")
            for thing in (iri("country/ISL"), concept("topic", "night ferries"))
        ),
    }
    assert {quad.graph_name for quad in store.quads_for_pattern(None, node("vmc:spokeAbout"), None)} == {DERIVED}


def test_mentions_stand_with_the_evidence_and_share_it(store: Store) -> None:
    mention = iri("mention/ff2031/s1/instrument/crew-register")
    assert {quad.graph_name for quad in store.quads_for_pattern(mention, None, None)} == {
        edition_graph(FACTS, "evidence")
    }
    assert evidence(store, "mention/ff2031/s1/instrument/crew-register") < evidence(store, "instrument/crew-register")
    without = {quad.subject for quad in quads(Facts.of(row for row in FACTS if not isinstance(row, Mention)))}
    with_them = {quad.subject for quad in quads(FACTS)}
    assert with_them - without == {iri(row.id) for row in FACTS[Mention]} | {iri("evidence/ff2031/960-980-imprint")}


def test_a_topic_is_called_as_the_scheme_calls_it() -> None:
    facts = edition_with("x1")
    store = to_store(
        Facts.of([*facts, Topic(id="topic/labour-migration", name="Labour Migration", aliases=("crews",))])
    )
    topic = concept("topic", "labour migration")
    assert values(store, topic, "skos:prefLabel") == {"labour migration"}
    assert values(store, topic, "skos:altLabel") == {"Labour Migration", "crews"}


def test_a_topic_that_the_scheme_lacks_becomes_a_concept_of_it(store: Store) -> None:
    topic = concept("topic", "night ferries")
    assert values(store, topic, "skos:inScheme") == {f"{PREFIXES['scheme']}topic"}
    assert values(store, topic, "rdf:type") == {node("skos:Concept").value, node("vmc:Topic").value}
    assert evidence(store, "topic/night-ferries") == {"276-285-narrative"}


# ---------------------------------------------------------------- evidence and pages


def test_evidence_says_where_it_stands(store: Store) -> None:
    place = iri("evidence/ff2031/110-130-listed")
    assert place in objects(store, iri("person/ada-brook"), "vmc:evidence")
    assert place in objects(store, iri("participation/ff2031/s1/ada-brook/moderator"), "vmc:evidence")
    span = at(110, "listed")[0]
    assert {
        quad.predicate.value.partition("#")[2]: quad.object.value for quad in store.quads_for_pattern(place, None, None)
    } == {  # type: ignore[union-attr]
        "type": PREFIXES["vmc"] + "Evidence",
        "source": ID + "document/ff2031",
        "start": "110",
        "end": "130",
        "digest": span.digest,
        "basis": PREFIXES["scheme"] + "basis/listed",
        "pageFrom": "14",
        "pageTo": "17",
    }


def test_evidence_carries_its_words_where_they_are_given_and_its_digest_fits() -> None:
    document = Document("Ada Brook moderated. Tom Vale spoke.", name="report.txt")
    right, wrong = document.span(0, 9, "narrative"), replace(document.span(21, 29, "narrative"), digest="0" * 16)
    facts = Facts.of([*CONFERENCE, Person(id="person/x", name="X", evidence=(right, wrong))])
    found = {quad.subject: quad.object for quad in quads(facts, document) if quad.predicate == node("oa:exact")}
    assert found == {iri("evidence/ff2031/0-9-narrative"): Literal("Ada Brook")}
    assert not [quad for quad in quads(facts) if quad.predicate == node("oa:exact")]


def test_a_graph_with_words_conforms() -> None:
    document = Document("Fjord Forum, at the quay")
    facts = Facts.of(
        replace(row, evidence=(document.span(0, 5, "narrative"),)) if hasattr(row, "evidence") else row for row in FACTS
    )
    store = to_store(facts, wordings={"edition/ff2031": document})
    assert list(store.quads_for_pattern(None, node("oa:exact"), None))
    assert validate(store).text == "The graph conforms."


def test_pages_are_those_of_the_section_and_no_closer(store: Store) -> None:
    assert values(store, iri("evidence/ff2031/410-430-listed"), "vmc:pageFrom") == {"18"}
    assert not values(store, iri("evidence/ff2031/410-430-listed"), "vmc:pageTo")
    assert not values(store, iri("evidence/ff2031/110-130-listed"), "vmc:page")


def test_without_a_section_with_pages_there_is_no_page(store: Store) -> None:
    outside = iri("evidence/ff2031/900-920-team")
    assert not any(values(store, outside, name) for name in ("vmc:page", "vmc:pageFrom", "vmc:pageTo"))


def test_a_section_has_its_pages_from_its_first_character_to_its_last() -> None:
    imprint = next(row for row in CONFERENCE if row.id == "section/ff2031/imprint")
    printed = replace(imprint, page_from=20, page_to=21, start_offset=880, end_offset=1000, evidence=at(880))
    rows = [printed if row is imprint else row for row in CONFERENCE]
    facts = Facts.of([*rows, Country(id="country/AUT", name="Austria", evidence=at(960) + at(990))])
    found = {
        quad.subject.value.rpartition("/")[2]: quad.object.value  # type: ignore[union-attr]
        for quad in quads(facts)
        if quad.predicate == node("vmc:pageFrom") and "/evidence/" in quad.subject.value  # type: ignore[union-attr]
    }
    assert found["960-980-narrative"] == "20" and "990-1010-narrative" not in found


def test_a_span_across_the_end_of_a_section_has_no_page() -> None:
    rows = [*CONFERENCE, Country(id="country/AUT", name="Austria", evidence=at(390))]
    found = {
        quad.predicate for quad in quads(Facts.of(rows)) if quad.subject == iri("evidence/ff2031/390-410-narrative")
    }
    assert node("vmc:start") in found and node("vmc:pageFrom") not in found


@pytest.mark.parametrize(
    ("start", "expected"),
    [(5, {}), (30, {"page": "1"}), (95, {"pageFrom": "1", "pageTo": "2"}), (110, {"page": "2"}), (80, {"page": "1"})],
)
def test_where_a_source_marks_its_pages_they_are_exact(start: int, expected: dict[str, str]) -> None:
    marked = [replace(row, page_starts=(20, 100)) if isinstance(row, SourceDocument) else row for row in CONFERENCE]
    facts = Facts.of([*marked, Country(id="country/AUT", name="Austria", evidence=at(start, "quote"))])
    place = iri(f"evidence/ff2031/{start}-{start + 20}-quote")
    found = {
        quad.predicate.value.partition("#")[2]: quad.object.value for quad in quads(facts) if quad.subject == place
    }  # type: ignore[union-attr]
    assert {name: value for name, value in found.items() if name.startswith("page")} == expected


# ---------------------------------------------------------------- co-appearance


def test_ties_are_those_worked_out_by_hand(store: Store) -> None:
    found = {}
    for quad in store.quads_for_pattern(None, TYPE, node("vmc:Tie"), DERIVED):
        tie = quad.subject
        assert isinstance(tie, NamedNode)
        one, two = tie.value.removeprefix(f"{ID}tie/").split("--")
        assert objects(store, tie, "vmc:between") == {iri(f"person/{one}"), iri(f"person/{two}")}
        (level,) = values(store, tie, "vmc:level")
        (count,) = values(store, tie, "vmc:count")
        contexts = {each.removeprefix(ID) for each in values(store, tie, "vmc:context")}
        found[one, two] = (level.removeprefix(PREFIXES["scheme"] + "level/"), contexts, int(count))
    assert found == TIES


def test_a_tie_says_how_surprising_it_is(store: Store) -> None:
    """Ada, Tom and Mia on one stage, Mia and Una on another, Rex on that of the dinner; photos do not count.

    Mia appears twice: with two and one others (12 ways), with two while two are without her (6), or with one (4). Ada and Tom are
    together in 2 + 2 + 2 of these 22, Mia and Una in 9 + 3 + 1.
    """
    found = {}
    for name in ("ada-brook--tom-vale", "mia-holt--una-weir", "mia-holt--ole-lind", "rex-far--tom-vale"):
        tie = iri(f"tie/{name}")
        figures = (values(store, tie, f"vmc:{each}") for each in ("observed", "expected", "pValue", "verdict"))
        observed, expected, likely, verdict = (value for (value,) in figures)
        assert verdict == f"{PREFIXES['scheme']}verdict/too-few-to-say"
        found[name] = (float(observed), float(expected), float(likely))
    assert found == {
        "ada-brook--tom-vale": (1, 0.273, 0.273),
        "mia-holt--una-weir": (1, 0.591, 0.591),
        "mia-holt--ole-lind": (0, 0, 1),  # he was on no stage
        "rex-far--tom-vale": (0, 0.273, 1),
    }


def test_who_conversed_was_shown_and_shared_a_stage(store: Store) -> None:
    assert pairs(store, "vmc:conversedWith") == both_ways(("ada-brook", "tom-vale"))
    assert pairs(store, "vmc:shownWith") == both_ways(
        ("ada-brook", "tom-vale"), ("mia-holt", "ole-lind"), ("ole-lind", "tom-vale")
    )
    stage = [("ada-brook", "tom-vale"), ("ada-brook", "mia-holt"), ("mia-holt", "tom-vale"), ("mia-holt", "una-weir")]
    assert pairs(store, "vmc:sharedStageWith") == both_ways(*stage)


def test_who_was_at_the_dinner_and_at_the_edition(store: Store) -> None:
    guests = ["ada-brook", "mia-holt", "ole-lind", "rex-far", "tom-vale"]
    assert pairs(store, "vmc:sameSocialEventAs") == both_ways(*combinations(guests, 2))
    assert pairs(store, "vmc:sameEditionAs") == both_ways(*combinations([*guests, "una-weir"], 2))


def test_every_level_is_a_co_appearance(store: Store) -> None:
    union = set().union(*(pairs(store, level.property) for level in LEVELS))
    assert pairs(store, "vmc:coAppearsWith") == union


@pytest.mark.parametrize("name", ["person/ivo-past", "person/lena-moss", "unnamed/ff2031/iceland"])
def test_people_talked_about_the_team_and_the_unnamed_co_appear_with_nobody(store: Store, name: str) -> None:
    assert not list(store.quads_for_pattern(iri(name), node("vmc:coAppearsWith"), None))
    assert not list(store.quads_for_pattern(None, node("vmc:coAppearsWith"), iri(name)))


def test_co_appearance_stands_in_the_derived_graph_alone(store: Store) -> None:
    for level in LEVELS:
        assert {quad.graph_name for quad in store.quads_for_pattern(None, node(level.property), None)} == {DERIVED}


def test_people_of_two_editions_do_not_meet() -> None:
    first, second = edition_with("x1", "person/ada"), edition_with("x2", "person/tom")
    assert pairs(to_store([first, second]), "vmc:coAppearsWith") == set()
    both = to_store([first, edition_with("x1b", "person/ada", "person/tom")])
    assert pairs(both, "vmc:sharedStageWith") == both_ways(("ada", "tom"))


def test_those_who_meet_at_two_editions_have_one_tie_with_both_contexts() -> None:
    store = to_store(edition_with(slug, "person/ada", "person/tom") for slug in ("x1", "x2"))
    tie = iri("tie/ada--tom")
    assert {each.removeprefix(ID) for each in values(store, tie, "vmc:context")} == {"session/x1/s1", "session/x2/s1"}
    assert values(store, tie, "vmc:count") == {"2"}


def test_without_a_session_two_people_share_the_edition_only() -> None:
    facts = edition_with("x1", "person/ada", "person/tom", event="edition/x1")
    store = to_store(facts)
    assert pairs(store, "vmc:sameEditionAs") == both_ways(("ada", "tom")) == pairs(store, "vmc:coAppearsWith")
    assert not list(store.quads_for_pattern(None, TYPE, node("vmc:Tie")))


def test_guests_of_a_caption_at_the_edition_are_there() -> None:
    caption = Encounter(
        id="encounter/x1/1",
        persons=("person/ole", "person/una"),
        relation="with",
        event="conference",
        at_event="edition/x1",
    )
    people = [Person(id="person/ole", name="Ole"), Person(id="person/una", name="Una")]
    store = to_store(Facts.of([*edition_with("x1", "person/ada"), *people, caption]))
    assert pairs(store, "vmc:sameEditionAs") == both_ways(*combinations(["ada", "ole", "una"], 2))
    assert pairs(store, "vmc:sharedStageWith") == set()


def edition_with(slug: str, *persons: str, event: str = "") -> Facts:
    """Return an edition whose one session has the persons on stage."""
    event = event or f"session/{slug}/s1"
    return Facts.of(
        [
            Edition(id=f"edition/{slug}", name=slug.upper(), series="series/x", document=f"document/{slug}"),
            Session(id=f"session/{slug}/s1", title="Panel", edition=f"edition/{slug}"),
            *(Person(id=person, name=person.partition("/")[2].title()) for person in persons),
            *(
                Participation(
                    id=f"participation/{slug}/{number}", session=event, person=person, role="speaker", basis="listed"
                )
                for number, person in enumerate(persons)
            ),
        ]
    )


# ---------------------------------------------------------------- posts and countries


def test_who_held_a_post_where(store: Store) -> None:
    held = {(quad.subject, quad.object) for quad in store.quads_for_pattern(None, node("vmc:heldPostAt"), None)}
    assert held == {
        (iri("person/ada-brook"), iri("organisation/harbour-council")),
        (iri("person/mia-holt"), iri("organisation/ministry-of-ports")),
        (iri("person/una-weir"), iri("organisation/harbour-council")),  # chairs it
    }


def test_who_represents_a_country(store: Store) -> None:
    found = {(quad.subject, quad.object) for quad in store.quads_for_pattern(None, node("vmc:represents"), None)}
    # Not Ada Brook, who works in Norway for an international body; not Tom Vale, a former minister.
    assert found == {
        (iri("person/mia-holt"), iri("country/ISL")),
        (iri("person/una-weir"), iri("country/ISL")),
        (iri("person/rex-far"), iri("country/NOR")),
    }


def test_members_follow_from_memberships(store: Store) -> None:
    assert objects(store, iri("country/ISL"), "vmc:memberOf") == {iri("organisation/harbour-council")}


def test_deriving_leaves_the_store_as_it_is() -> None:
    store = Store()
    store.extend(quads(FACTS))
    before = set(store)
    assert list(derived(store)) and set(store) == before


# ---------------------------------------------------------------- several editions


def test_a_thing_has_one_label_in_all_editions() -> None:
    first, second = edition_with("x1"), edition_with("x2")
    editions = [
        Facts.of([*second, Organisation(id="organisation/iwm", name="INSTITUTE", aliases=("IWM",))]),
        Facts.of([*first, Organisation(id="organisation/iwm", name="Institute")]),
    ]
    store = to_store(editions)
    assert values(store, iri("organisation/iwm"), "rdfs:label") == {"Institute"}
    assert values(store, iri("organisation/iwm"), "skos:altLabel") == {"INSTITUTE", "IWM"}


def test_the_order_of_editions_does_not_matter() -> None:
    editions = [edition_with("x1", "person/ada"), FACTS, edition_with("x2", "person/ada")]
    assert set(to_store(editions)) == set(to_store(reversed(editions)))


def test_the_store_carries_the_vocabulary(store: Store) -> None:
    assert set(ontology_quads()) <= set(store)


# ---------------------------------------------------------------- reading files


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<https://x.y/a> <https://x.y/b> 1 .\n\n<https://x.y/a> <https://x.y/b> .\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"^{path} line 3: .*not a valid RDF object"):
        read_quads(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.txt", b"", r"unknown kind of file '\.txt'"),
        ("graph", b"", r"unknown kind of file ''"),
        ("graph.nq.gz", b"not compressed", r"cannot be read"),
        ("graph.nq.gz", gzip.compress(b"x" * 1000)[:-9], r"cannot be read"),
        ("graph.nq", b"\xff\xfe", r"graph.nq"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(OntologyError, match=message):
        read_quads(tmp_path / name)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(OntologyError, match=r"cannot be read \(Is a directory\)"):
        read_quads(tmp_path / "folder.ttl")


# ---------------------------------------------------------------- cost


def test_rdflib_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, vmcgraph.rdf, vmcgraph.validation; print([name for name in ('rdflib', 'pyshacl') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_size_of_what_is_derived_stays_within_bounds() -> None:
    """Seventy-five people at one edition, more than either report has: the shipped graph is loaded by every command."""
    persons = [f"person/p{number}" for number in range(75)]
    facts = edition_with("x1", *persons, event="edition/x1")
    graphs: dict[object, int] = defaultdict(int)
    for quad in to_store(facts):
        graphs[quad.graph_name] += 1
    assert graphs[DERIVED] == 75 * 74 * 2
    assert isinstance(next(quads(facts)), Quad)


# ---------------------------------------------------------------- what was decided


def decided(*lines: str) -> tuple[Facts, tuple[Decision, ...], Store]:
    """Return the example after judgements, what was decided, and its graph."""
    made = correct(FACTS, parse_judgements("\n".join([",".join(COLUMNS), *lines]) + "\n"))
    return made.facts, made.decisions, to_store(made.facts, readings={NAME: FACTS}, decisions=made.decisions)


NAME = FACTS.edition.id
JUDGED = (
    "same,persons,person/ada-brook,,person/ole-lind,the same office,110,130",
    "set,organisations,organisation/harbour-council,acronym,HaCo,as it signs,,",
    'add,persons,person/zed-nu,,"{""name"": ""Zed Nu""}",overlooked,820,840',
    "add,relations,relation/ff2031/900,,"
    '"{""subject"": ""country/ISL"", ""predicate"": ""funds"", ""object"": ""instrument/ferry-compact""}",stated,240,260',
    "remove,persons,person/lena-moss,,,took photographs only,,",
    "remove,notes,note/ff2031/1,,,settled,,",
    "keep,,,,,nothing there,490,590",
)


def curated(store: Store) -> dict[str, set[str]]:
    """Return the properties that the graph of what was decided states of each thing or fact."""
    found = defaultdict(set)
    for quad in store.quads_for_pattern(None, None, None, CURATED):
        found[quad.subject.value.removeprefix(ID)].add(quad.predicate.value.rpartition("#")[2])  # type: ignore[union-attr]
    return found


def test_what_was_decided_stands_in_a_graph_of_its_own() -> None:
    facts, _, store = decided(*JUDGED)
    found = curated(store)
    assert found["organisation/harbour-council"] == {"acronym"}
    assert found["person/ada-brook"] == {"altLabel", "evidence"}
    assert found["person/zed-nu"] == {"type", "label", "evidence"}
    assert found["encounter/ff2031/720"] == {"person"}  # names Ada Brook now
    role = "instrument-role/ff2031/ferry-compact/funder/country/ISL"
    assert found[role] == {"type", "party", "instrument", "partyRole", "evidence"}
    assert "person/lena-moss" not in found and "country/ISL" not in found
    # What was read and what was decided are the corrected facts, nothing twice.
    plain = to_store(facts)
    assert {quad.triple for quad in store} - {quad.triple for quad in plain} == {
        quad.triple
        for quad in store
        if quad.subject.value.startswith(f"{ID}judgement/")  # type: ignore[union-attr]
    }
    asserted = [quad.triple for quad in store if quad.graph_name not in (DERIVED, ONTOLOGY)]
    assert len(asserted) == len(set(asserted))
    assert validate(store).conforms


def test_a_judgement_says_what_it_did_and_why() -> None:
    _, decisions, store = decided(*JUDGED)
    by_reason = {each.reason: each for each in decisions}
    assert set(by_reason) == {
        "the same office",
        "as it signs",
        "overlooked",
        "stated",
        "took photographs only",
        "nothing there",
    }  # the note is in no graph
    same = by_reason["the same office"]
    assert same.removed == ("person/ole-lind",) and (same.start, same.end) == (110, 130)
    assert {"person/ada-brook", "encounter/ff2031/720", "encounter/ff2031/740"} <= set(same.concerns)
    gone = by_reason["took photographs only"]
    assert gone.removed == ("person/lena-moss", "team/ff2031/900") and gone.concerns == ()
    assert by_reason["nothing there"].concerns == ()
    role = iri("instrument-role/ff2031/ferry-compact/funder/country/ISL")
    assert objects(store, iri(by_reason["stated"].id), "vmc:concerns") == {role}
    assert values(store, iri(by_reason["as it signs"].id), "vmc:column") == {"acronym"}
    assert len({each.id for each in decisions}) == len(decisions)


def test_facts_without_judgements_leave_that_graph_empty(store: Store) -> None:
    assert not curated(to_store(FACTS, readings={NAME: FACTS}))


def test_the_label_of_an_earlier_edition_is_no_judgement() -> None:
    other = Facts.of(
        [
            SourceDocument(id="document/aa", title="A", sha256="cd" * 32, length=9, genre="report", language="en"),
            Edition(id="edition/aa2030", name="AA", series="series/ff", document="document/aa", evidence=at(0)),
            Country(id="country/ISL", name="Republic of Iceland", evidence=at(0)),
        ]
    )
    store = to_store([other, FACTS], readings={NAME: FACTS, other.edition.id: other})
    assert values(store, iri("country/ISL"), "rdfs:label") == {"Republic of Iceland"}
    assert not curated(store)


def test_what_was_decided_about_other_editions_stays() -> None:
    _, _, store = decided(*JUDGED)
    theirs = Quad(iri("judgement/aa2030/set-1"), node("vmc:concerns"), iri("person/ada-brook"), CURATED)
    left = set(without_decisions([*store, theirs], [FACTS.slug]))
    assert {quad for quad in left if quad.graph_name == CURATED} == {theirs} | set(
        store.quads_for_pattern(iri("person/ada-brook"), None, None, CURATED)
    )
    assert {quad for quad in left if quad.graph_name != CURATED} == {
        quad for quad in store if quad.graph_name != CURATED
    }
