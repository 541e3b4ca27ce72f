"""Every analysis gives what was worked out by hand, or by igraph, on a network of ten nodes and on the fjord forum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import example_facts as fjord
import networkx as nx
import pytest
from conftest import Run, skip_or_fail, told_by_hash_seeds

from vmcgraph.analysis import ANALYSES, Study, Table, analyse, sides
from vmcgraph.errors import QueryError
from vmcgraph.home import shipped_graph
from vmcgraph.model import (
    Affiliation,
    ConferenceSeries,
    Edition,
    Facts,
    Organisation,
    Participation,
    Person,
    Session,
    SourceDocument,
)
from vmcgraph.network import VIEWS
from vmcgraph.questions import select
from vmcgraph.rdf import to_store
from vmcgraph.spelling import slug
from vmcgraph.store import Store, open_store

#: Two triangles and the tie between them, one more beyond, a pair apart, one alone.
TEN = "ab ac bc cd de df ef fj gh".split()
SECTORS = dict(zip("abcdefjg", "XXXYYZZX", strict=True))
STRENGTHS = {"ab": 2.0, "cd": 0.5, "fj": 3.0}


@pytest.fixture
def ten() -> Study:
    """Return the study of a network of ten nodes."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((name, {"label": name.upper(), "kind": "person"}) for name in "jihgfedcba")
    network.add_edges_from((pair[1], pair[0], {"weight": 1, "strength": STRENGTHS.get(pair, 1.0)}) for pair in TEN)
    study = Study(open_store(), given=network)
    study.sectors, study.countries = SECTORS, {}
    return study


@pytest.fixture(scope="module")
def graph() -> Iterator[Store]:
    """Return the graph of the fjord forum."""
    with open_store() as store:
        store.replace(to_store(fjord.FACTS))
        yield store


@pytest.fixture(scope="module")
def shipped() -> Iterator[Store]:
    """Return the shipped graph."""
    with open_store(shipped_graph()) as store:
        yield store


@pytest.fixture(scope="module")
def igraph() -> Any:
    """Return another library for networks."""
    try:
        import igraph
    except ImportError:
        skip_or_fail("needs igraph, of the test extra")
    return igraph


def of(name: str, study: Study) -> Table:
    return ANALYSES[name].function(study)


def column(table: Table, name: str, key: str = "who") -> dict[Any, Any]:
    return {row[key]: row[name] for row in table.records()}


def other(igraph: Any, study: Study) -> Any:
    """Return the same network as igraph has it."""
    nodes = sorted(study.network)
    made = igraph.Graph(n=len(nodes), edges=[(nodes.index(one), nodes.index(two)) for one, two in study.network.edges])
    made.vs["name"] = [name.upper() for name in nodes]
    made.es["strength"] = [tie["strength"] for *_, tie in study.network.edges(data=True)]
    return made


def named(made: Any, values: list[float]) -> dict[str, float]:
    return {name: pytest.approx(value, abs=1e-6) for name, value in zip(made.vs["name"], values, strict=True)}


# ---------------------------------------------------------------- ten nodes


def test_degree_and_strength(ten: Study) -> None:
    table = of("degree", ten)
    assert table.rows[0] == ("C", 3, round(3 / 9, 6), 3)
    assert column(table, "ties") == dict(zip("CDFABEGHJI", (3, 3, 3, 2, 2, 2, 1, 1, 1, 0), strict=True))
    table = of("strength", ten)
    assert table.rows[0] == ("F", 5.0, 3, "J")  # 1 + 1 + 3
    assert column(table, "strength")["C"] == 2.5 and column(table, "strongest tie")["I"] == ""


def test_betweenness_by_hand(ten: Study) -> None:
    found = column(of("betweenness", ten), "betweenness")
    # C lies between A, B and D, E, F, J; D between A, B, C and E, F, J; F between J and the five others. There are 36 pairs.
    assert {name: value for name, value in found.items() if value} == {
        "C": round(8 / 36, 6),
        "D": round(9 / 36, 6),
        "F": round(5 / 36, 6),
    }


def test_closeness_by_hand(ten: Study) -> None:
    found = column(of("closeness", ten), "closeness")
    assert found["C"] == round(6 / 10 * 6 / 9, 6)  # 1, 1, 1, 2, 2 and 3 steps to six of nine
    assert (found["G"], found["I"]) == (round(1 / 9, 6), 0)
    assert column(of("closeness", ten), "reach") == {**dict.fromkeys("ABCDEFJ", 6), "G": 1, "H": 1, "I": 0}


def test_figures_of_igraph(ten: Study, igraph: Any) -> None:
    made = other(igraph, ten)
    assert column(of("pagerank", ten), "pagerank") == named(made, made.pagerank())
    assert column(of("betweenness", ten), "betweenness") == named(made, [b / 36 for b in made.betweenness()])
    assert column(of("core", ten), "core") == named(made, made.coreness())
    constraint = column(of("brokers", ten), "constraint")
    assert {**constraint, "I": 0} == {**named(made, made.constraint(weights="strength")), "I": 0}
    assert constraint["I"] is None  # nobody is tied to it
    part = made.induced_subgraph([name for name in range(10) if made.vs[name]["name"] in "ABCDEFJ"])
    values = column(of("eigenvector", ten), "eigenvector")
    assert {name: values[name] for name in "ABCDEFJ"} == named(part, part.eigenvector_centrality())
    assert (values["G"], values["H"], values["I"]) == (1, 1, 0)
    alike = made.induced_subgraph([name for name in range(10) if made.vs[name]["name"].lower() in SECTORS])
    kinds = ["XYZ".index(SECTORS[name.lower()]) for name in alike.vs["name"]]
    ((_, _, _, within, across, index, mixed), *_) = of("homophily", ten).rows
    assert mixed == pytest.approx(alike.assortativity_nominal(kinds, directed=False), abs=1e-6)
    assert (within, across, index) == (5, 3, -0.25)


def test_cores_by_hand(ten: Study) -> None:
    assert column(of("core", ten), "core") == {**dict.fromkeys("ABCDEF", 2), "G": 1, "H": 1, "J": 1, "I": 0}


def test_cut_points_and_bridges_by_hand(ten: Study) -> None:
    assert of("cuts", ten).rows == (
        ("cut point", "D", "", "3 + 3"),
        ("cut point", "C", "", "4 + 2"),
        ("cut point", "F", "", "5 + 1"),
        ("bridge", "C", "D", "4 + 3"),
        ("bridge", "F", "J", "6 + 1"),
        ("bridge", "G", "H", "1 + 1"),
    )


def test_communities_by_hand(ten: Study) -> None:
    # To join D and E with F and J gains 2/11.5 − 4.5·8/(2·11.5²) > 0; to join them with A, B and C would lose.
    assert of("communities", ten).rows == (
        *((1, name, 4, 1) for name in "DEFJ"),
        *((2, name, 3, 1) for name in "ABC"),
        *((3, name, 2, 1) for name in "GH"),
        (4, "I", 1, 1),
    )


def test_the_best_of_all_runs_settles_the_communities(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, halves = [frozenset("abcd")], [frozenset("ab"), frozenset("cd")]  # modularity 0 and 1/2
    monkeypatch.setattr(sides.measures, "partitions", lambda *_: [whole, halves, whole])
    order, runs, modularity = sides.settled(Study(open_store(), given=nx.Graph([("a", "b"), ("c", "d")])))
    assert (order, len(runs), modularity) == (halves, 3, 0.5)


def test_connected_parts_are_numbered_from_the_largest(ten: Study) -> None:
    parts = column(of("eigenvector", ten), "part")
    assert parts == {**dict.fromkeys("ABCDEFJ", 1), "G": 2, "H": 2, "I": 3}


def test_brokers_by_hand(ten: Study) -> None:
    rows = {row["who"]: row for row in of("brokers", ten).records()}
    roles = {name: tuple(row[role] for role in sides.ROLES) for name, row in rows.items()}
    assert {name: found for name, found in roles.items() if any(found)} == {
        "C": (2, 0, 0, 0),  # between A or B, of its sector, and D
        "D": (1, 0, 1, 0),  # between C and E, of its sector; and between C and F, neither of it
        "F": (2, 0, 0, 0),  # between J, of its sector, and D or E
    }
    assert [row[0] for row in of("brokers", ten).rows[:3]] == ["C", "D", "F"]
    star = nx.star_graph(3)
    assert sides.mediation(star, 0, {0: "X", 1: "Y", 2: "Y", 3: "X"}) == {"consultant": 1, "gatekeeper": 2}
    assert sides.mediation(star, 0, {0: "X", 1: "X", 2: "X"}) == {"coordinator": 1}


def test_constraint_is_that_of_networkx() -> None:
    network = nx.gnm_random_graph(30, 60, seed=5)
    for number, (one, other) in enumerate(network.edges):
        network.edges[one, other]["strength"] = 1 + number % 4
    expected = nx.constraint(network, weight="strength")
    for node, value in sides.constraint(network).items():
        assert value == pytest.approx(expected[node], abs=1e-6) if network.degree[node] else value is None


def test_like_with_like_by_hand(ten: Study) -> None:
    assert of("homophily", ten).rows == (
        ("sector", "all", 8, 5, 3, -0.25, 0.421687),  # ends are 7 X, 5 Y, 4 Z
        ("sector", "X", 4, 3, 1, -0.5, None),
        ("sector", "Y", 2, 1, 3, 0.5, None),
        ("sector", "Z", 2, 1, 2, round(1 / 3, 6), None),
    )


def test_who_is_with_whom_by_hand(ten: Study) -> None:
    assert [row[:5] for row in of("matrix", ten).rows] == [
        *((1, 1, *pair, 1) for pair in ("DE", "DF", "EF", "FJ")),
        (1, 2, "D", "C", 1),  # between two communities
        *((2, 2, *pair, 1) for pair in ("AB", "AC", "BC")),
        (3, 3, "G", "H", 1),
    ]
    assert {row[5] for row in of("matrix", ten).rows if row[2:4] == ("F", "J")} == {3}


def test_which_sectors_meet_by_hand(ten: Study) -> None:
    assert of("mixing", ten).rows == (  # of 8 ties, whose ends are 7 X, 5 Y, 4 Z
        ("X", "X", 3, 49 / 32),
        ("X", "Y", 1, round(35 / 16, 6)),
        ("X", "Z", 0, 28 / 16),
        ("Y", "Y", 1, 25 / 32),
        ("Y", "Z", 2, 20 / 16),
        ("Z", "Z", 1, 16 / 32),
    )


# ---------------------------------------------------------------- the fjord forum


def test_who_speaks_and_who_is_spoken_about(graph: Store) -> None:
    found = {row[0]: row[1:] for row in analyse("voices", graph).rows}
    assert found == {
        "Iceland": (
            "country",
            2,
            0,
            1,
            1,
            0,
            1,
        ),  # Una and Mia; Mia spoke of it, with Tom; a former minister is not its voice
        "Norway": ("country", 1, 0, 0, 0, 0, 0),  # Rex at the dinner
        "Harbour Council": ("organisation", 1, 0, 0, 2, 0, 1),
        "Pilots' Office": ("organisation", 1, 0, 0, 2, 0, 0),
        "Ministry of Ports": ("organisation", 1, 0, 0, 1, 0, 0),
    }


def test_whose_voice_the_statements_are(graph: Store) -> None:
    assert analyse("voice-accounting", graph).rows == (
        ("Ferries", "FF2031", 2, 1, 1, 0, 1, 4),
        ("all", "", 2, 1, 1, 0, 1, 4),
    )


def test_how_often_the_source_of_each_edition_names_something(graph: Store) -> None:
    table = analyse("editions", graph)
    assert (table.columns, table.rows) == (("who", "kind", "FF2031"), (("Iceland", "country", 1),))
    assert [row[0] for row in analyse("editions", graph, view="organisations").rows] == ["Harbour Council"]
    assert analyse("editions", graph, view="instruments").scope == "Instruments that are named, FF2031"


def test_what_a_source_does_not_name_is_no_nought(shipped: Store) -> None:
    for view in ANALYSES["editions"].views:
        table = analyse("editions", shipped, view=view)
        figures = [cell for row in table.rows for cell in row[2:]]
        assert table.columns[2:] == ("VMC2024", "VMC2025") and None in figures and 0 not in figures
        assert "VMC2025 is told by takeaways of" in table.note


def test_a_table_says_what_was_looked_at(graph: Store) -> None:
    table = analyse("degree", graph)
    assert (table.name, table.title, table.scope) == (
        "degree",
        "With how many others each is tied.",
        "Who appeared with whom, FF2031",
    )
    assert "not that they have a relationship" in table.sources and "Read from: " in table.sources
    assert analyse("voices", graph).scope == "FF2031" and analyse("voices", graph).sources.startswith("Read from: ")


def test_what_is_listed_and_what_is_told(graph: Store) -> None:
    rows = analyse("listed-narrated", graph).rows
    assert rows[0] == ("in another role", "Ada Brook", "Ferries (FF2031)", "moderator", "speaker")
    assert [row[0] for row in rows[1:]] == ["listed only"] * 6


def test_who_met_off_stage_only(graph: Store) -> None:
    assert [row[:4] for row in analyse("off-stage", graph).rows] == [
        ("Mia Holt", "Ole Lind", "shown together", 1),
        ("Ole Lind", "Tom Vale", "shown together", 1),
    ]
    assert len(analyse("off-stage", graph, level="same-social-event").rows) == 2 + 5


def test_instruments_by_speakers(graph: Store) -> None:
    assert analyse("instruments", graph).rows == (("Crew Register", "instrument", 1, 0, 1, "Ada Brook"),)


def test_the_organisers_reach(graph: Store) -> None:
    assert analyse("reach", graph).rows == (
        (0, 1, round(1 / 6, 6), 0, 1, "Ada Brook"),
        (1, 2, 0.5, 1, 1, "Mia Holt; Tom Vale"),
        (2, 2, round(5 / 6, 6), 1, 0, "Ole Lind; Una Weir"),
        (None, 1, None, 1, 0, "Rex Fär"),
    )


def test_how_surprising_ties_are(graph: Store) -> None:
    table = analyse("surprise", graph)
    assert {row[:3] for row in table.rows} == {
        ("Ada Brook", "Mia Holt", 1),
        ("Ada Brook", "Tom Vale", 1),
        ("Mia Holt", "Tom Vale", 1),
        ("Mia Holt", "Una Weir", 1),
    }
    assert {row[-2] for row in table.rows} == {None} and "too few events to say" in str(table.rows[0][-1])
    assert "of 4 of 4 pairs there are too few" in table.note


def test_the_graph_has_the_figures_of_the_analysis(graph: Store) -> None:
    asked = "SELECT ?e ?p { ?tie vmc:observed ?o ; vmc:expected ?e ; vmc:pValue ?p . FILTER(?o > 0) }"
    ties = sorted((float(row.e), float(row.p)) for row in select(graph, asked))
    ours = sorted((row["expected"], row["p-value"]) for row in analyse("surprise", graph).records())
    assert len(ties) == 4
    assert [pytest.approx(each, rel=0.01) for each in ties] == ours


def holdings(count: int, *stages: tuple[str, ...], ids: Callable[[str], str] = slug) -> Iterator[Any]:
    """Yield so many editions of an invented forum, with the same people on the stages of each."""
    yield ConferenceSeries(id="series/ff", name="Fjord Forum")
    names = {name for who in stages for name in who}
    yield from (Person(id=f"person/{ids(name)}", name=name, evidence=fjord.at(1)) for name in sorted(names))
    for number in range(count):
        edition = f"edition/ff{number:02}"
        yield SourceDocument(
            id=f"document/ff{number:02}", title="Notes", sha256="ab" * 32, length=9, genre="report", language="en"
        )
        yield Edition(id=edition, name=edition[8:].upper(), series="series/ff", document=f"document/ff{number:02}")
        for at, who in enumerate(stages):
            session = f"session/ff{number:02}/{at}"
            yield Session(id=session, title=f"Stage {at}", edition=edition, evidence=fjord.at(2, "listed"))
            for name in who:
                yield Participation(
                    id=f"participation/ff{number:02}/{at}/{slug(name)}",
                    session=session,
                    person=f"person/{ids(name)}",
                    role="speaker",
                    basis="listed",
                    evidence=fjord.at(3, "listed"),
                )


def test_a_small_p_value_is_never_nought_and_equal_ones_are_ordered_by_name() -> None:
    """At each edition the other two pairs fill the stages in three ways: one in three that two meet, so (1/3)^16 for all."""
    with open_store() as store:
        store.replace(
            to_store(Facts.of(holdings(16, ("Zoe", "Abe"), ("Yan", "Bea"), ids=lambda name: slug(name[::-1]))))
        )
        rows = analyse("surprise", store).records()
        assert [(row["who"], row["with"]) for row in rows] == [("Abe", "Zoe"), ("Bea", "Yan")]
        assert [row["p-value"] for row in rows] == [float(f"{3**-16:.3g}")] * 2
        # Each of the six pairs of four people can reach as little; two do.
        assert [row["corrected"] for row in rows] == [float(f"{6 * 3**-16 / 2:.3g}")] * 2
        assert {row["p-value"] for row in rows} == {
            float(row.p) for row in select(store, "SELECT ?p { ?tie vmc:pValue ?p ; vmc:observed ?o FILTER(?o = 16) }")
        }


@pytest.fixture
def two() -> Iterator[Store]:
    """Return the fjord forum with an older holding, at which Una and Ada were on stage, and spoke of nothing."""
    older = [row for row in holdings(1, ("Una Weir", "Ada Brook")) if not isinstance(row, ConferenceSeries)]
    ada, *_, una = fjord.AFFILIATIONS
    posts = [replace(post, id=f"{post.id}/ff00", edition="edition/ff00") for post in (ada, una)]
    with open_store() as store:
        store.replace(to_store([fjord.FACTS, Facts.of([*older, *posts])]))
        yield store


def test_an_edition_has_its_own_voices_only(two: Store) -> None:
    kept = analyse("voices", two, editions=["ff00"]).records()
    assert {row["who"]: row["on stage"] for row in kept} == {"Harbour Council": 1, "Iceland": 1, "Pilots' Office": 1}
    assert {(row["said"], row["about"], row["named"]) for row in kept} == {(0, 0, 0)}
    assert analyse("voice-accounting", two, editions=["ff00"]).rows == ()
    both, one = (analyse("voices", two, editions=names).records() for names in ((), ("ff2031",)))
    assert [row["said"] for row in both] == [row["said"] for row in one]


def test_listed_against_narrated_by_hand() -> None:
    """Tom is listed and told of, Mia told of only, Una listed as what she was."""
    _, tom, mia, _, una, *_ = fjord.PARTICIPATIONS
    parts = [
        replace(tom, evidence=fjord.at(130, "listed") + fjord.at(250)),
        replace(mia, evidence=fjord.at(260)),
        replace(una, listed_as="keynote"),
    ]
    with open_store() as store:
        other = [row for row in holdings(1, ("Zoe",)) if not isinstance(row, ConferenceSeries)]
        store.replace(to_store(Facts.of([*fjord.CONFERENCE, *fjord.PERSONS, *parts, *other])))
        assert analyse("listed-narrated", store, editions=["ff2031"]).rows == (
            ("narrated only", "Mia Holt", "Ferries (FF2031)", "speaker", ""),
            ("listed only", "Una Weir", "Tides (FF2031)", "keynote", "keynote"),
            ("both", "Tom Vale", "Ferries (FF2031)", "speaker", ""),
        )
        assert len(analyse("listed-narrated", store).rows) == 4


def test_the_organisers_people_are_those_of_its_units_too() -> None:
    rows = [row for row in fjord.FACTS if row != fjord.AFFILIATIONS[0]]
    with open_store() as store:
        store.replace(to_store(Facts.of([*rows, replace(fjord.AFFILIATIONS[0], organisation=None)])))
        assert [row[-1] for row in analyse("reach", store).rows][:2] == ["Ada Brook", "Mia Holt; Tom Vale"]


def test_sectors_are_those_of_the_newest_and_best_posts() -> None:
    """Posts of several sorts settle a sector by edition first, then by where they stand.

    Ada has a ministry in the list of speakers and a company in a caption; Mia was of a company at the older edition, of a
    ministry at the newer; Una is of a network; Tom has a country without a body.
    """
    types = {"firm": "company", "web": "network", "ministry": "ministry"}
    bodies = [
        Organisation(id=f"organisation/{name}", name=name, type=kind, evidence=fjord.at(5))
        for name, kind in types.items()
    ]
    posts = [
        Affiliation(
            id=f"affiliation/{edition}/{who}/{body}",
            person=f"person/{who}",
            organisation=f"organisation/{body}",
            edition=f"edition/{edition}",
            position="Head",
            evidence=fjord.at(6, basis),
        )
        for who, body, edition, basis in (
            ("ada-brook", "ministry", "ff2031", "speakers"),
            ("ada-brook", "firm", "ff2031", "caption"),
            ("mia-holt", "ministry", "ff2031", "caption"),
            ("mia-holt", "firm", "ff00", "speakers"),
            ("una-weir", "web", "ff2031", "listed"),
        )
    ]
    older = [row for row in holdings(1) if not isinstance(row, ConferenceSeries)]
    with open_store() as store:
        facts = [
            *fjord.CONFERENCE,
            *fjord.PERSONS,
            *fjord.PARTICIPATIONS,
            fjord.AFFILIATIONS[1],
            *bodies,
            *posts,
            *older,
        ]
        store.replace(to_store(Facts.of(facts)))
        assert Study(store).sectors == {
            "https://w3id.org/vmcgraph/id/person/ada-brook": "government",
            "https://w3id.org/vmcgraph/id/person/mia-holt": "government",
            "https://w3id.org/vmcgraph/id/person/tom-vale": "government",
            "https://w3id.org/vmcgraph/id/person/una-weir": "civil society",
        }
        assert Study(store, editions=["ff00"]).sectors == {"https://w3id.org/vmcgraph/id/person/mia-holt": "business"}


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_of_nothing_or_of_one_has_an_answer(name: str) -> None:
    with open_store() as store:
        assert analyse(name, store).rows == ()
        alone = (*fjord.CONFERENCE, fjord.PERSONS[3], fjord.PARTICIPATIONS[4])
        store.replace(to_store(Facts.of(alone)))
        table = analyse(name, store)
        assert "nan" not in str(table.rows).lower() and table.note.endswith(".") and ANALYSES[name].title.endswith(".")


@pytest.mark.parametrize("name", [name for name, each in ANALYSES.items() if len(each.views) == len(VIEWS)])
def test_an_analysis_takes_every_view_that_it_names(graph: Store, name: str) -> None:
    for view in ANALYSES[name].views:
        assert len(analyse(name, graph, view=view).columns) > 2


def test_what_does_not_exist_is_answered_with_what_does(graph: Store) -> None:
    with pytest.raises(QueryError, match="there are degree, strength"):
        analyse("fame", graph)
    with pytest.raises(QueryError, match=r"it looks at people$"):
        analyse("brokers", graph, view="countries")
    with pytest.raises(QueryError, match="it asks the graph itself"):
        analyse("voices", graph, view="people")
    with pytest.raises(QueryError, match="there are conversed"):
        analyse("degree", graph, level="met")
    with pytest.raises(QueryError, match="the graph has ff2031"):
        analyse("degree", graph, editions=["ff2030"])
    with pytest.raises(QueryError, match="the seed -1 is negative"):
        analyse("communities", graph, seed=-1)


def test_two_who_are_called_alike_are_told_apart() -> None:
    network: nx.Graph[str] = nx.Graph()
    base = "https://w3id.org/vmcgraph/id/person/"
    network.add_nodes_from([(f"{base}a", {"label": "Ada"}), (f"{base}b", {"label": "Ada"})])
    rows = of("degree", Study(open_store(), given=network)).rows
    assert [row[0] for row in rows] == ["Ada (person/a)", "Ada (person/b)"]


def test_the_hash_seed_changes_nothing() -> None:
    script = (
        "from vmcgraph.analysis import analyse; from vmcgraph.home import shipped_graph; from vmcgraph.store import open_store\n"
        "store = open_store(shipped_graph())\n"
        "for name in ('communities', 'brokers', 'cuts', 'strength', 'reach'): print(analyse(name, store).rows)"
    )
    told = told_by_hash_seeds(script)
    assert len(told) == 1


def test_a_table_shows_itself_without_what_a_page_would_run() -> None:
    shown = Table(("who",), (("<script>",), (None,)), "A & B")._repr_html_()
    assert "&lt;script&gt;" in shown and "<script" not in shown and "A &amp; B" in shown


# ---------------------------------------------------------------- the command


def test_the_command_lists_and_makes_analyses(run: Run) -> None:
    listed = run("analyse", "--list").stdout
    assert all(name in listed for name in ANALYSES)
    assert run("analyse", "voice-accounting", "--format", "csv").stdout.splitlines()[-1].startswith("all,,")
    done = run("analyse", "degree", "--limit", "1")
    assert done.stdout.startswith("who") and "on stage" not in done.stdout and "more (--limit 0" in done.stderr
    assert '"note"' in run("analyse", "cuts", "--format", "json").stdout
    assert "--list shows them" in run("analyse", exit_code=2).stderr
    assert "there are degree" in run("analyse", "fame", exit_code=2).stderr
    assert "-1 is not in the range x>=0" in run("analyse", "communities", "--seed", "-1", exit_code=2).stderr
    assert "it looks at people" in run("analyse", "brokers", "--view", "countries", exit_code=3).stderr
