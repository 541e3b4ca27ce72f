"""Pairs of a table of participations are those of networkx's projections, with numpy and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import pytest
from conftest import skip_or_fail
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from vmcgraph import projection
from vmcgraph.errors import QueryError
from vmcgraph.projection import Pairs, pairs

TABLES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7)), min_size=1, max_size=50)


@pytest.fixture(params=["with numpy", "with numpy, in small blocks", "without numpy"], scope="module", autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Let pairs be found in each way."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "without numpy":
            patch.setattr(projection, "find_spec", lambda name: None)
        else:
            projection.find_spec("numpy") or skip_or_fail("needs numpy, of the test extra")
        if request.param.endswith("blocks"):
            patch.setattr(projection, "_BLOCK", 3)
        yield request.param


def projected(table: list[tuple[int, int]], how: Callable[..., nx.Graph[Any]]) -> dict[tuple[int, int], float]:
    """Return the weights of networkx's projection of a table to its persons."""
    network: nx.Graph[Any] = nx.Graph((("person", person), ("session", session)) for person, session in table)
    found = how(network, [node for node in network if node[0] == "person"])
    return {(min(one, other)[1], max(one, other)[1]): each["weight"] for one, other, each in found.edges(data=True)}


def weights(found: Pairs, column: str) -> dict[tuple[Any, Any], float]:
    ends = zip(found.one, found.other, strict=True)
    named = [(found.names[one], found.names[other]) for one, other in ends]
    assert named == sorted(named)
    return dict(zip(named, getattr(found, column), strict=True))


@settings(deadline=None)
@given(TABLES)
def test_pairs_are_those_of_networkx(table: list[tuple[int, int]]) -> None:
    found = pairs([person for person, _ in table], [session for _, session in table])
    assert list(found.names) == sorted({person for person, _ in table})
    assert weights(found, "times") == projected(table, bipartite.weighted_projected_graph)
    by_company = projected(table, bipartite.collaboration_weighted_projected_graph)
    assert weights(found, "strength") == pytest.approx(by_company)


def test_by_hand() -> None:
    found = pairs(["tom", "ada", "mia", "ada", "tom", "una"], "aaabbc")
    assert list(found.names) == ["ada", "mia", "tom", "una"]
    assert weights(found, "times") == {("ada", "mia"): 1, ("ada", "tom"): 2, ("mia", "tom"): 1}
    assert weights(found, "strength") == {("ada", "mia"): 0.5, ("ada", "tom"): 1.5, ("mia", "tom"): 0.5}
    assert found.network.edges["ada", "tom"] == {"weight": 2, "strength": 1.5} and "una" in found.network


@pytest.mark.parametrize("kind", ["int64", "uint64", "object"])
@pytest.mark.parametrize("numbers", [[3, 1, 1, 3], [5, 70, 70, 5], [10**12, 4, 4, 10**12]])
def test_numbers_may_be_any(numbers: list[int], kind: str) -> None:
    numpy = pytest.importorskip("numpy")
    for column in (numbers, [-number for number in numbers], numpy.array(numbers, dtype=kind)):
        found = pairs(column, ["a", "a", "b", "b"])
        assert weights(found, "times") == {tuple(sorted({int(number) for number in column})): 2}
        assert {type(name) for name in found.names} == {int}


def test_nobody_and_nobody_together() -> None:
    assert (len(pairs([], [])), list(pairs([], []).names)) == (0, [])
    alone = pairs([1, 2, 1], [1, 2, 3])
    assert (len(alone), list(alone.names), alone.network.number_of_edges()) == (0, [1, 2], 0)


def test_what_is_no_table_is_told() -> None:
    with pytest.raises(QueryError, match="2 persons and 1 sessions"):
        pairs(["ada", "tom"], ["a"])
    with pytest.raises(QueryError, match="all names or all numbers"):
        pairs(["ada", None], ["a", "a"])
    with pytest.raises(QueryError, match="leave those lines out"):
        pairs([1.0, float("nan")], ["a", "a"])
