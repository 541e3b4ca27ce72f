"""The figures of a large network are those of networkx, whatever computes them."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from conftest import ROOT, skip_or_fail, told_by_hash_seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from test_analysis import column, of, ten  # noqa: F401

from vmcgraph import measures
from vmcgraph.analysis import Study, participants
from vmcgraph.errors import QueryError
from vmcgraph.projection import Pairs, pairs

TABLES = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 9)), min_size=1, max_size=60)


@pytest.fixture
def large() -> Iterator[None]:
    """Let every network count as large, so that the extra "fast" computes it."""
    if not all(map(find_spec, ("numpy", "scipy", "networkit"))):
        skip_or_fail("needs numpy, scipy and networkit, of the test extra")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measures, "LARGE", 0)
        yield


def crowd(people: int, sessions: int, seed: int = 1) -> tuple[list[str], list[int]]:
    """Return a table of participations in which some come often, and sessions have two to nine people."""
    draw = random.Random(seed)
    table = []
    for session in range(sessions):
        who = {min(people - 1, int(people * draw.random() ** 2)) for _ in range(draw.randint(2, 9))}
        table += [(f"p{person:04}", session) for person in who]
    draw.shuffle(table)
    return [person for person, _ in table], [session for _, session in table]


def twice(table: list[tuple[int, int]]) -> tuple[Pairs, nx.Graph[Any]]:
    """Return a table's pairs, and the same network in another order of nodes."""
    found = pairs([person for person, _ in table], [session for _, session in table])
    other: nx.Graph[Any] = nx.Graph()
    other.add_nodes_from(reversed(list(found.network)))
    other.add_edges_from(found.network.edges(data=True))
    return found, other


# ---------------------------------------------------------------- the same figures


@pytest.mark.usefixtures("large")
@settings(deadline=None)
@given(TABLES)
def test_figures_are_those_of_networkx(table: list[tuple[int, int]]) -> None:
    for network in twice(table):
        graph = network.network if isinstance(network, Pairs) else network
        assert measures.degree(network) == dict(graph.degree)
        assert measures.degree(network, weight="strength") == pytest.approx(dict(graph.degree(weight="strength")))
        for weight in ("weight", "strength"):
            exact = nx.pagerank(graph, weight=weight, tol=1e-13, max_iter=1000)
            assert measures.pagerank(network, weight=weight) == pytest.approx(exact, abs=1e-10)
        parts = {frozenset(part) for part in nx.connected_components(graph)}
        assert set(measures.components(network)) == parts
        assert measures.betweenness(network) == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)
        groups = [*map(frozenset, combinations(graph, 3))][:1]
        groups += [frozenset(graph) - {node for group in groups for node in group}]
        ours = measures.modularity(network, groups)
        assert ours == (pytest.approx(nx.community.modularity(graph, groups, weight="strength")) if graph.edges else 0)


@pytest.mark.usefixtures("large")
def test_a_sample_is_that_of_networkx() -> None:
    found = pairs(*crowd(120, 90))
    graph = found.network
    for seed, sample in ((1, 20), (2, 50), (3, len(graph) - 1)):
        theirs = nx.betweenness_centrality(graph, k=sample, seed=seed)
        assert measures.betweenness(found, sample=sample, seed=seed) == pytest.approx(theirs, abs=1e-12)
        assert measures.betweenness(graph, sample=sample, seed=seed) == pytest.approx(theirs, abs=1e-12)
    exact = nx.betweenness_centrality(graph)
    for sample in (len(graph), 10**6):
        assert measures.betweenness(found, sample=sample) == pytest.approx(exact, abs=1e-12)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("seed", range(5))
def test_communities_are_no_worse_than_those_of_networkx(seed: int) -> None:
    found = pairs(*crowd(150, 100, seed))
    groups, again, other = measures.partitions(found, [seed, seed, seed + 1])
    assert sorted(node for group in groups for node in group) == found.names
    assert groups == again and measures.method(found).startswith("Leiden")
    theirs = nx.community.louvain_communities(found.network, weight="strength", seed=seed)
    for mine in (groups, other):
        assert measures.modularity(found, mine) > measures.modularity(found, theirs) - 0.02


def test_a_sample_of_one_says_nothing() -> None:
    with pytest.raises(QueryError, match="a sample of 1 says nothing"):
        measures.betweenness(nx.path_graph(3), sample=1)


def test_long_ways_are_followed_to_their_end(large: None) -> None:
    assert measures.betweenness(nx.path_graph(40)) == pytest.approx(nx.betweenness_centrality(nx.path_graph(40)))


NAMES = ("pagerank", "betweenness", "communities", "closeness", "eigenvector")


def test_analyses_of_a_large_network_are_those_of_a_small_one(request: pytest.FixtureRequest, ten: Study) -> None:  # noqa: F811
    by_hand = {name: of(name, ten) for name in NAMES}
    request.getfixturevalue("large")
    tables = {name: of(name, ten) for name in NAMES}
    assert "Leiden, by networkit" in tables["communities"].note and "drawn by the seed" in tables["betweenness"].note
    for name, table in tables.items():
        small = by_hand[name]
        assert [row[0] for row in table.rows] == [row[0] for row in small.rows]
        for key in table.columns[1:]:
            assert column(table, key) == pytest.approx(column(small, key), abs=1e-6)


@pytest.mark.parametrize("network", [nx.path_graph(3), pairs(["a", "b"], [1, 1])])
def test_a_negative_seed_is_refused_whatever_draws(network: Any, request: pytest.FixtureRequest) -> None:
    for _ in ("networkx", "fast"):
        for asked in (
            lambda: measures.betweenness(network, sample=2, seed=-1),
            lambda: measures.partitions(network, [0, -1]),
            lambda: participants(["a", "b"], [1, 1], seed=-1),
        ):
            with pytest.raises(QueryError, match="the seed -1 is negative; seeds are whole numbers from 0"):
                asked()
        assert measures.partitions(network, [0])
        request.getfixturevalue("large")


# ---------------------------------------------------------------- which way


def test_a_network_of_just_so_many_ties_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "LARGE", 3)
    assert [measures.is_large(nx.path_graph(nodes)) for nodes in (3, 4, 5)] == [False, True, True]
    assert measures.is_large(pairs(["a", "b", "c"], [1, 1, 1]))  # three pairs


def test_a_small_network_is_left_to_networkx() -> None:
    assert measures.method(pairs(*crowd(50, 30))) == measures.method(nx.path_graph(3)) == "Louvain"


def test_without_the_extra_networkx_does_the_same(large: None) -> None:
    table = crowd(80, 60)
    fast = participants(*table)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measures, "find_spec", lambda name: None)
        slow = participants(*table)
    assert "Louvain" in slow.note
    for mine, theirs in zip(fast.rows, slow.rows, strict=True):
        assert mine[:-1] == (theirs[0], *(pytest.approx(value, rel=1e-4) for value in theirs[1:-1]))


# ---------------------------------------------------------------- a table of participants


def test_participants_by_hand() -> None:
    table = participants(["Ada", "Tom", "Mia", "Ada", "Una", "Ole"], ["a", "a", "a", "b", "b", "c"])
    rows = {row[0]: row[1:] for row in table.rows}
    assert {who: row[:2] for who, row in rows.items()} == {
        "Ada": (3, 2.0),
        "Tom": (2, 1.0),
        "Mia": (2, 1.0),
        "Una": (1, 1.0),
        "Ole": (0, 0.0),
    }
    # Ada lies between Una and Tom or Mia: two of six pairs.
    assert (rows["Ada"][3], rows["Tom"][3]) == (round(2 / 6, 6), 0)
    assert {who: row[4] for who, row in rows.items()} == {"Ada": 1, "Tom": 1, "Mia": 1, "Una": 1, "Ole": 2}
    assert "betweenness exact" in table.note and sum(row[2] for row in rows.values()) == pytest.approx(1, abs=1e-5)
    assert participants([], []).rows == ()


@pytest.mark.slow
def test_neither_the_hash_seed_nor_another_run_changes_a_large_table() -> None:
    script = (
        "from test_measures import crowd; from vmcgraph.analysis import participants\n"
        "table = participants(*crowd(1500, 1200), seed=3, sample=20)\n"
        "assert 'networkit' in table.note\n"
        "print(table)"
    )
    told = told_by_hash_seeds(script)
    assert len(told) == 1


@pytest.mark.slow
def test_the_benchmark_finds_the_same_in_each_way() -> None:
    if not all(map(find_spec, ("numpy", "scipy", "networkit"))):
        skip_or_fail("needs numpy, scipy and networkit, of the test extra")
    done = subprocess.run(
        [sys.executable, ROOT / "tests/benchmarks/networks.py", "1200", "--only", "projection"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-500:]
    lines = [line for line in done.stdout.splitlines() if "is not installed" not in line][3:]
    assert len(lines) >= 4 and all(line.endswith("the same") for line in lines)
