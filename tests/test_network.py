"""The views of the invented forum are those worked out by hand, and carry what the page needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest
from conference import forum, lf2031

from vmcgraph.derivation import LEVELS as RULES
from vmcgraph.errors import QueryError
from vmcgraph.explorer import network_page
from vmcgraph.home import shipped_graph
from vmcgraph.namespaces import DERIVED, ID, PREFIXES
from vmcgraph.network import LEGEND, VIEWS, project
from vmcgraph.questions import select
from vmcgraph.rdf import to_store
from vmcgraph.scene import LEVELS
from vmcgraph.store import Store, open_store


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of both holdings of the forum."""
    with open_store() as store:
        store.replace(to_store(forum()))
        yield store


def labels(network: nx.Graph[str]) -> dict[str, dict[str, Any]]:
    return {node["label"]: node for _, node in network.nodes(data=True)}


def ties(network: nx.Graph[str]) -> dict[tuple[str, str], tuple[str, int]]:
    found = {}
    for one, other, tie in network.edges(data=True):
        ends = sorted(network.nodes[end]["label"] for end in (one, other))
        found[ends[0], ends[1]] = (tie["level"], tie["weight"])
    return found


def test_the_people_of_the_forum(graph: Store) -> None:
    network = project(graph, "people")
    assert {name: (node["weight"], node["editions"]) for name, node in labels(network).items()} == {
        "Ada Brook": (4.0, ["lf2031", "lf2032"]),
        "Ben Low": (1.0, ["lf2032"]),
        "Ines Quay": (2.0, ["lf2031"]),
        "Mira Sund": (4.0, ["lf2031", "lf2032"]),
        "Olga Fell": (1.0, ["lf2031"]),
        "Otto Reed": (2.0, ["lf2031"]),
        "Tom Vale": (2.0, ["lf2031"]),
    }
    assert ties(network) == {
        ("Ines Quay", "Mira Sund"): ("conversed", 1),
        ("Ada Brook", "Mira Sund"): ("shown-together", 2),
        ("Ada Brook", "Ben Low"): ("shared-stage", 1),
        ("Ada Brook", "Ines Quay"): ("shared-stage", 1),
        ("Ada Brook", "Otto Reed"): ("shared-stage", 1),
        ("Ada Brook", "Tom Vale"): ("shared-stage", 1),
        ("Ben Low", "Mira Sund"): ("shared-stage", 1),
        ("Ines Quay", "Otto Reed"): ("shared-stage", 1),
        ("Mira Sund", "Otto Reed"): ("shared-stage", 1),
    }
    assert network.graph["note"] == (
        "Left out: 2 people of these editions without a part in this view. "
        "Read from: Report on LF2031; Report on LF2032."
    )


@pytest.mark.parametrize(
    ("view", "why"),
    [
        ("organisations", "organisations of these editions of which nobody has a part in this view. "),
        ("countries", "of these editions for which nobody has a part in this view. "),
        ("instruments", "of these editions without a tie or statement in this view. "),
    ],
)
def test_what_is_left_out_is_of_the_view(view: str, why: str) -> None:
    shipped = open_store(shipped_graph())
    network = project(shipped, view)
    kinds = {
        "organisations": ("Organisation",),
        "countries": ("Country",),
        "instruments": ("Instrument", "PolicyModel"),
    }
    named = {
        row.thing
        for kind in kinds[view]
        for row in select(shipped, f"SELECT ?thing {{ ?thing a vmc:{kind} ; vmc:evidence ?place }}")
    }
    assert network.graph["note"].startswith(f"Left out: {len(named - set(network))} ")
    assert why in network.graph["note"]


def test_an_edition_without_a_tie_is_not_in_the_title() -> None:
    network = project(open_store(shipped_graph()), "instruments")
    named = {edition for _, node in network.nodes(data=True) for edition in node["editions"]}
    assert named == {"vmc2024", "vmc2025"}, "an instrument is spoken about in 2025 too, but no two in one place"
    assert network.graph["title"] == "Which instruments were discussed together, VMC2024"
    assert "No tie in this view is of VMC2025. " in network.graph["note"]


def test_a_group_that_speaks_as_one_is_called_as_printed() -> None:
    network = project(open_store(shipped_graph()), "instruments")
    told = [context["roles"] for _, _, tie in network.edges(data=True) for context in tie["contexts"]]
    told += [place["role"] for _, node in network.nodes(data=True) for place in node["appearances"]]
    assert any("the panellists" in roles for roles in told)
    assert not any("voice/" in roles for roles in told)


def test_a_person_is_shown_with_the_newest_title_and_all_appearances(graph: Store) -> None:
    people = labels(project(graph, "people"))
    assert people["Ada Brook"]["lines"] == ["Director, Ferry Workers' Union"]
    assert people["Mira Sund"]["lines"] == ["Minister of the Sea, Norway"]
    assert people["Olga Fell"]["lines"] == []
    assert labels(project(graph, "people", editions=["lf2031"]))["Ada Brook"]["lines"] == [
        "Chief Pilot, Pilots' Office, Nordic Harbour Council"  # the list of speakers goes before the programme
    ]
    assert [(each["where"], each["role"], each["pages"]) for each in people["Ada Brook"]["appearances"]] == [
        ("photo caption (with), LF2031", "photo caption (with)", ""),
        ("Casting off", "opening", "pp. 4–5"),
        ("Ferries and the people on them", "moderator (listed as speaker)", "pp. 6–9"),
        ("Low tide", "speaker", ""),
    ]


def test_every_tie_tells_where_it_comes_from(graph: Store) -> None:
    network = project(graph, "people")
    tie = network.edges[f"{ID}person/ada-brook", f"{ID}person/tom-vale"]
    (context,) = tie["contexts"]
    assert context.pop("iri") == f"{ID}session/lf2031/s01"
    span = context.pop("span")
    assert context == {
        "edition": "lf2031",
        "where": "Casting off",
        "date": "2031-05-14",
        "pages": "pp. 4–5",
        "level": "shared-stage",
        "roles": "opening – moderator",
        "basis": "programme",
    }
    assert span.startswith("characters ") and span.endswith(" of the text")
    assert [network.nodes[end]["label"] for end in tie["ends"]] == ["Ada Brook", "Tom Vale"]
    for view in VIEWS:
        for _, _, attributes in project(graph, view).edges(data=True):
            assert attributes["weight"] == len(attributes["contexts"]) >= 1


def test_with_the_report_at_hand_a_tie_has_its_words() -> None:
    facts, document = lf2031()
    with open_store() as store:
        store.replace(to_store(facts, wordings={facts.edition.id: document}))
        tie = project(store, "people").edges[f"{ID}person/ines-quay", f"{ID}person/mira-sund"]
    assert tie["contexts"][0]["span"] == "“Ines Quay speaking with Mira Sund”"


def test_people_and_the_sessions_they_took_part_in(graph: Store) -> None:
    network = project(graph, "people-sessions")
    kinds = [node["kind"] for _, node in network.nodes(data=True)]
    assert (kinds.count("person"), kinds.count("session")) == (6, 5)  # Olga was in no session
    assert network.number_of_edges() == 2 + 3 + 2 + 3 + 1  # of those at the dinner, one spoke
    assert network.graph["levels"] == [["took-part", "took part in the session", 1]]
    session = labels(network)["Who pays for quays?"]
    assert session["lines"] == ["panel discussion", "2031-05-15", "p. 10"]
    assert [each["role"] for each in session["appearances"]] == ["Mira Sund, keynote", "Otto Reed, speaker"]
    assert "Boathouse Dinner" in labels(project(graph, "people-sessions", level="same-social-event"))


def test_organisations_and_countries_are_tied_by_their_people(graph: Store) -> None:
    network = project(graph, "organisations")
    assert ties(network) == {
        ("Ferry Workers' Union", "Ministry of Ports (Iceland)"): ("shared-stage", 1),
        ("Ferry Workers' Union", "Nordic Harbour Council"): ("shared-stage", 1),
        ("Ministry of Ports (Iceland)", "Nordic Harbour Council"): ("shared-stage", 1),
    }
    union = labels(network)["Ferry Workers' Union"]
    assert [each["role"] for each in union["appearances"]] == [
        "Otto Reed, speaker (online)",
        "Otto Reed, speaker",
        "Ada Brook, speaker",
    ]
    network = project(graph, "countries")
    assert ties(network) == {("Iceland", "Norway"): ("conversed", 1)}
    ((_, _, tie),) = network.edges(data=True)
    assert tie["contexts"][0]["roles"] == "Ines Quay – Mira Sund"


def test_a_level_and_an_edition_are_kept_to(graph: Store) -> None:
    assert len(ties(project(graph, "people", level="conversed"))) == 1
    assert len(ties(project(graph, "people", level="same-social-event"))) == 9 + 5
    late = project(graph, "people", editions=["lf2032"])
    assert set(labels(late)) == {"Ada Brook", "Ben Low", "Mira Sund"}
    assert late.graph["editions"] == {"lf2032": "LF2032"}
    assert late.graph["title"].endswith(", LF2032")
    assert {name: node["weight"] for name, node in labels(late).items()} == dict.fromkeys(labels(late), 1.0)


def pairs(network: nx.Graph[str]) -> set[tuple[str, str]]:
    return {(min(edge), max(edge)) for edge in network.edges}


def derived_pairs(store: Store, level: str) -> set[tuple[str, str]]:
    """Return who co-appears with whom at a level or a stronger one, by the edges of the graph `derived`."""
    strong = [each.property for each in RULES[: list(LEVELS).index(level) + 1]]
    found = store.select(
        f"PREFIX vmc: <{PREFIXES['vmc']}> SELECT DISTINCT ?a ?b {{ GRAPH <{DERIVED.value}> "
        f"{{ VALUES ?shared {{ {' '.join(strong)} }} ?a ?shared ?b FILTER(STR(?a) < STR(?b)) }} }}"
    )
    return {(a.value, b.value) for a, b in found.rows}  # type: ignore[union-attr]


@pytest.mark.parametrize("level", LEVELS)
def test_the_network_of_people_has_the_edges_of_the_derived_graph(graph: Store, level: str) -> None:
    assert pairs(project(graph, "people", level=level)) == derived_pairs(graph, level)
    for facts in forum():
        with open_store() as alone:
            alone.replace(to_store(facts))
            expected = derived_pairs(alone, level)
        assert pairs(project(graph, "people", editions=[facts.slug], level=level)) == expected


@pytest.mark.parametrize("level", LEVELS)
def test_so_it_has_for_the_shipped_editions(level: str) -> None:
    with open_store(shipped_graph()) as store:
        expected = derived_pairs(store, level)
        assert expected
        assert pairs(project(store, "people", level=level)) == expected
        # The source of 2025 names no person: all edges are of 2024.
        assert pairs(project(store, "people", editions=["vmc2024"], level=level)) == expected
        assert not pairs(project(store, "people", editions=["vmc2025"], level=level))


def test_the_levels_of_the_network_are_those_of_the_derived_graph() -> None:
    assert [level.slug for level in RULES] == list(LEVELS)


def there(network: nx.Graph[str], context: str) -> set[str]:
    """Return who was in a context: by an appearance of their own or, at a dinner that captions show, by a tie."""
    found = {iri for iri, node in network.nodes(data=True) if any(a["iri"] == context for a in node["appearances"])}
    tied = (
        (one, other)
        for one, other, tie in network.edges(data=True)
        if any(c["iri"] == context for c in tie["contexts"])
    )
    return found.union(*tied)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("editions", [None, ["lf2031"], ["lf2032"]])
def test_every_tie_has_its_count_and_its_strength_and_the_graph_stays_as_it_is(
    graph: Store, view: str, editions: list[str] | None
) -> None:
    before = set(graph.quads())
    for level in LEVELS:
        network = project(graph, view, editions=editions, level=level)
        for one, other, tie in network.edges(data=True):
            shared = {context["iri"] for context in tie["contexts"]}
            assert tie["weight"] == len(tie["contexts"])
            assert {context["edition"] for context in tie["contexts"]} <= set(editions or ("lf2031", "lf2032"))
            if VIEWS[view].two_mode:
                assert tie["strength"] == len(shared)
            else:
                company = [len(there(network, each)) for each in shared]
                assert tie["strength"] == pytest.approx(sum(1 / (n - 1) for n in company)), (one, other)
    assert set(graph.quads()) == before


def test_what_does_not_exist_is_answered_with_what_does(graph: Store) -> None:
    with pytest.raises(QueryError, match="there are people, people-sessions, organisations, countries"):
        project(graph, "persons")
    with pytest.raises(QueryError, match="there are conversed, shown-together"):
        project(graph, "people", level="met")
    with pytest.raises(QueryError, match="the graph has lf2031, lf2032"):
        project(graph, "people", editions=["x"])


def test_the_legend_names_every_level() -> None:
    assert list(LEGEND) == list(LEVELS)


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_takes_every_view(graph: Store, view: str) -> None:
    network = project(graph, view)
    assert set(network.graph) >= {"view", "title", "lang", "caveat", "editions", "levels", "strength", "size", "note"}
    page = network_page(network)
    assert network.graph["caveat"] in page and network.graph["title"].split(",")[0] in page
    assert network_page(project(graph, view)) == page


def test_an_empty_graph_gives_an_empty_network() -> None:
    with open_store() as store:
        for view in VIEWS:
            assert len(project(store, view)) == 0
