"""Figures of large networks as columns of numbers, by numpy, scipy and networkit, the extra "fast".

A network is given as the upper triangle of its matrix (`triangle`), its nodes are numbers. What each figure is, `vmcgraph.measures`
tells, which names the nodes and calls this where a network is large. Everything runs on one thread, so that it comes out the
same each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import networkit
import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    Numbers = NDArray[np.int64]

#: From so many sources at once the shortest ways are followed.
_AT_ONCE = 16


def triangle(one: Any, other: Any, weight: Any, size: int) -> Any:
    """Return the upper triangle of the symmetric matrix of a network.

    Args:
        one: the numbers of the first nodes of its ties, each tie once and none from a node to itself.
        other: the numbers of the second nodes.
        weight: of each tie.
        size: how many nodes there are.

    Example:
        >>> triangle([1], [0], [2.0], 2).toarray().tolist()
        [[0.0, 2.0], [0.0, 0.0]]
    """
    one, other = np.asarray(one, np.int32), np.asarray(other, np.int32)
    weight = np.asarray(weight, np.float64)
    found = sparse.coo_array((weight, (np.minimum(one, other), np.maximum(one, other))), shape=(size, size))
    found.has_canonical_format = True  # no tie comes twice, so none need be looked for
    return found.tocsr()


def degree(ties: Any) -> Figures:
    """Return the sum of the weights of each node's ties."""
    found: Figures = ties.sum(axis=1) + ties.sum(axis=0)
    return found


def pagerank(ties: Any, damping: float, within: float) -> Figures:
    """Return the PageRank of each node, by power iteration until all together move by less than `within`."""
    below, size = ties.T, max(1, ties.shape[0])
    total = degree(ties)
    stuck = total == 0
    total[stuck] = np.inf
    share = np.full(ties.shape[0], 1 / size)
    moved = np.inf
    while moved >= within:
        sent = share / total
        following = damping * (ties @ sent + below @ sent) + (1 - damping + damping * share[stuck].sum()) / size
        moved = np.abs(following - share).sum()
        share = following
    return share


def components(ties: Any) -> Numbers:
    """Return for each node the number of its connected part."""
    _, part = csgraph.connected_components(ties, directed=False)
    return np.asarray(part, np.int64)


def communities(ties: Any, seed: int) -> Numbers:
    """Return for each node the number of its community, by Leiden's method.

    Nodes with more ties come first, by powers of two, and among those with about as many the seed decides.
    """
    number = _number(ties)
    order = np.lexsort((np.random.default_rng(seed).random(len(number)), -np.frexp(number)[1]))
    before = networkit.getMaxNumberOfThreads()
    networkit.setNumberOfThreads(1)
    try:
        graph = networkit.GraphFromCsr(_renumbered(ties, order), directed=False, weighted=True)
        found = networkit.community.ParallelLeiden(graph, randomize=False).run().getPartition()
    finally:
        networkit.setNumberOfThreads(before)
    group = np.empty(len(order), np.int64)
    group[order] = found.getVector()
    return group


def modularity(ties: Any, group: Numbers) -> float:
    """Return Newman's modularity of communities."""
    edges = ties.tocoo()
    whole = edges.data.sum()
    inside = edges.data[group[edges.row] == group[edges.col]].sum()
    share = np.bincount(group, degree(ties)) / (2 * whole)
    return float(inside / whole - share @ share)


def betweenness(ties: Any, sources: Sequence[int]) -> Figures:
    """Return on which share of the shortest ways from some nodes to all others each node lies, neither end counted.

    Brandes' method (J. Math. Sociology 25 (2001) 163–177), step by step from many sources at once as products of matrices, so
    that its time grows with the length of the longest shortest way.
    """
    order = np.argsort(-_number(ties), kind="stable")
    place = np.argsort(order)
    above = _renumbered(ties, order)
    matrix = (above + above.T).tocsr()
    matrix.data[:] = 1
    drawn = place[np.asarray(sources, np.int64)]
    passed = np.zeros(len(order))
    others = np.full(len(order), len(drawn))
    others[drawn] -= 1  # no way from a node to another passes through the node
    for start in range(0, len(drawn), _AT_ONCE):
        passed += _passed(matrix, drawn[start : start + _AT_ONCE])
    found: Figures = (passed / np.maximum(1, others * (len(order) - 2)))[place]
    return found


def _passed(matrix: Any, sources: Numbers) -> Figures:
    """Return how often each node is passed on the shortest ways from some sources."""
    each = np.arange(len(sources))
    ways = np.zeros((matrix.shape[0], len(sources)))
    step = np.full(ways.shape, -1, np.int32)
    ways[sources, each], step[sources, each] = 1, 0
    last, reached = 0, ways.copy()
    while reached.any():
        reached = matrix @ reached
        reached[step >= 0] = 0
        last += 1
        step[reached > 0] = last
        ways += reached
    passed = np.zeros(ways.shape)
    for number in range(last - 1, 1, -1):
        share = np.divide(1 + passed, ways, out=np.zeros(ways.shape), where=step == number)
        passed += np.where(step == number - 1, (matrix @ share) * ways, 0)
    found: Figures = passed.sum(axis=1)
    return found


def _number(ties: Any) -> Numbers:
    """Return how many ties each node has, whatever they weigh."""
    found: Numbers = np.diff(ties.indptr) + np.bincount(ties.indices, minlength=ties.shape[0])
    return found


def _renumbered(ties: Any, order: Numbers) -> Any:
    """Return the network with its nodes in another order; those next to each other in memory are then used together."""
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    edges = ties.tocoo()
    return triangle(place[edges.row], place[edges.col], edges.data, len(order))
