"""The views of what was spoken about, and the weights of ties, are those worked out by hand for the fjord forum."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import example_facts as fjord
import networkx as nx
import pytest

from vmcgraph.model import Facts
from vmcgraph.namespaces import ID
from vmcgraph.network import project
from vmcgraph.rdf import to_store
from vmcgraph.store import Store, open_store

#: Besides what the example says: Una speaks in the other session about two instruments, Tom and Mia together about a model.
MORE = [
    fjord.statement(
        430, ("person/una-weir",), ("instrument/crew-register", "instrument/ferry-compact"), session="session/ff2031/s2"
    ),
    fjord.statement(380, ("person/tom-vale", "person/mia-holt"), ("instrument/floating-hubs",), verb="praised"),
]


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of the fjord forum with more said about instruments."""
    every = (fjord.CONFERENCE, fjord.PERSONS, fjord.PARTICIPATIONS, fjord.ENCOUNTERS, fjord.AFFILIATIONS, fjord.OTHERS)
    said = (fjord.INSTRUMENTS, fjord.RELATIONS, fjord.MENTIONS, fjord.SAID, MORE)
    with open_store() as store:
        store.replace(to_store(Facts.of(chain(*every, *said))))
        yield store


def ties(network: nx.Graph[str]) -> dict[tuple[str, str], tuple[str, int, float]]:
    found = {}
    for one, other, tie in network.edges(data=True):
        ends = sorted(network.nodes[end]["label"] for end in (one, other))
        found[ends[0], ends[1]] = (tie["level"], tie["weight"], tie["strength"])
    return found


def test_people_are_tied_to_what_they_spoke_about_and_groups_to_nothing(graph: Store) -> None:
    network = project(graph, "people-instruments")
    assert ties(network) == {
        ("Ada Brook", "Crew Register"): ("spoke-about", 1, 1.0),  # what the panellists agreed counts for nobody
        ("Crew Register", "Una Weir"): ("spoke-about", 1, 1.0),
        ("Ferry Compact", "Una Weir"): ("spoke-about", 1, 1.0),
        ("Tom Vale", "floating hubs"): ("spoke-about", 1, 1.0),
        ("Mia Holt", "floating hubs"): ("spoke-about", 1, 1.0),
    }
    kinds = {node["label"]: node["kind"] for _, node in network.nodes(data=True)}
    assert (kinds["Una Weir"], kinds["Crew Register"], kinds["floating hubs"]) == (
        "person",
        "instrument",
        "policy model",
    )
    (context,) = network.edges[f"{ID}person/tom-vale", f"{ID}instrument/floating-hubs"]["contexts"]
    assert context == {
        "iri": f"{ID}session/ff2031/s1",
        "edition": "ff2031",
        "where": "Ferries",
        "date": "2031-05-14",
        "pages": "pp. 14–17",
        "level": "spoke-about",
        "roles": "Mia Holt, Tom Vale: praised",
        "basis": "text",
        "span": "characters 380–410 of the text",
    }


def test_countries_are_tied_by_their_roles_and_by_who_speaks_for_them(graph: Store) -> None:
    assert ties(project(graph, "countries-instruments")) == {
        ("Crew Register", "Iceland"): ("party-role", 2, 2.0),  # a party to it; Una Weir, its minister, spoke about it
        ("Crew Register", "Norway"): (
            "party-role",
            2,
            1.0,
        ),  # funds it, is where it operates: both stated by the report
        ("Ferry Compact", "Iceland"): ("party-role", 2, 2.0),
        ("Iceland", "floating hubs"): ("spoke-about", 1, 1.0),  # Mia Holt of its ministry
    }


def test_instruments_are_tied_by_sessions_in_which_both_are_spoken_about(graph: Store) -> None:
    network = project(graph, "instruments")
    assert ties(network) == {
        ("Crew Register", "Ferry Compact"): ("same-statement", 1, 1.0),
        ("Crew Register", "floating hubs"): ("same-session", 1, 1.0),
    }
    assert network.graph["note"] == "Read from: The report."
    assert "connected" in network.graph["caveat"]


def test_a_stronger_level_than_the_stage_has_no_statements(graph: Store) -> None:
    assert not ties(project(graph, "people-instruments", level="shown-together"))
    assert not ties(project(graph, "instruments", level="conversed"))
    assert {tie[0] for tie in ties(project(graph, "countries-instruments", level="conversed")).values()} == {
        "party-role"
    }


def test_a_large_company_makes_weaker_ties(graph: Store) -> None:
    found = {ends: tie[1:] for ends, tie in ties(project(graph, "people")).items()}
    assert found == {
        ("Ada Brook", "Tom Vale"): (2, 1.5),  # three on a stage: 1/2 each; two in a caption: 1
        ("Ada Brook", "Mia Holt"): (1, 0.5),
        ("Mia Holt", "Tom Vale"): (1, 0.5),
        ("Mia Holt", "Una Weir"): (1, 1.0),
        ("Mia Holt", "Ole Lind"): (1, 1.0),
        ("Ole Lind", "Tom Vale"): (1, 1.0),
    }


def test_the_company_of_a_person_weighs_as_much_as_the_sessions_shared(graph: Store) -> None:
    """Newman: the strengths of somebody's ties sum to the number of contexts that they shared with anybody."""
    network = project(graph, "people")
    strength: dict[str, float] = {
        network.nodes[iri]["label"]: round(total, 6) for iri, total in network.degree(weight="strength")
    }
    assert strength == {"Ada Brook": 2, "Tom Vale": 3, "Mia Holt": 3, "Una Weir": 1, "Ole Lind": 2, "Rex Fär": 0}


def test_a_projection_leaves_the_graph_as_it_is(graph: Store) -> None:
    before = set(graph.quads())
    views: list[dict[str, Any]] = [dict(project(graph, view).nodes) for view in ("people-instruments", "instruments")]
    assert all(views) and set(graph.quads()) == before
