"""Degree, PageRank, betweenness, connected parts and communities of a network, whatever computes them.

A network of fewer than LARGE ties is left to networkx, so that its figures are the same for everybody. A larger one is computed by
`vmcgraph.fast` where the extra "fast" is installed: the same figures to at least eight digits, except communities, which two methods
find differently; `method` says which found them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import networkx as nx

from vmcgraph.errors import QueryError
from vmcgraph.projection import Pairs

if TYPE_CHECKING:
    Network = nx.Graph[Any] | Pairs

#: From so many ties on a network is large.
LARGE = 10_000

_DAMPING = 0.85  # the share of PageRank's steps that follow ties
_PRECISE = 1e-12


def is_large(network: Network) -> bool:
    """Tell whether a network is large, and its figures better sampled where all take long.

    Args:
        network: a graph of networkx, or pairs.

    Example:
        >>> is_large(nx.path_graph(3))
        False
    """
    return _ties(network) >= LARGE


def is_fast(network: Network) -> bool:
    """Tell whether `vmcgraph.fast` computes the figures of a network: it is large, and the extra "fast" is installed.

    Args:
        network: a graph of networkx, or pairs.

    Example:
        >>> is_fast(nx.path_graph(3))
        False
    """
    return is_large(network) and all(map(find_spec, ("numpy", "scipy", "networkit")))


def method(network: Network) -> str:
    """Say how communities of a network are found.

    Args:
        network: a graph of networkx, or pairs.

    Example:
        >>> method(nx.path_graph(3))
        'Louvain'
    """
    return "Leiden, by networkit" if is_fast(network) else "Louvain"


def degree(network: Network, *, weight: str | None = None) -> dict[Any, float]:
    """Return how many ties each node has, or the sum of their weights.

    Args:
        network: a graph of networkx, undirected, or pairs.
        weight: what ties are weighted by: "weight" (of pairs, the times) or "strength"; default: each counts 1.

    Example:
        >>> degree(nx.star_graph(2))
        {0: 2, 1: 1, 2: 1}
    """
    if is_fast(network):
        from vmcgraph import fast

        nodes, ties = _columns(network, weight)
        sums = fast.degree(ties)
        return dict(zip(nodes, (sums if weight else sums.astype(int)).tolist(), strict=True))
    return dict(_graph(network).degree(weight=weight))


def pagerank(
    network: Network, *, weight: str = "weight", damping: float = _DAMPING, within: float = _PRECISE
) -> dict[Any, float]:
    """Return the PageRank of each node.

    Args:
        network: a graph of networkx, undirected, or pairs.
        weight: what ties are weighted by: "weight" (of pairs, the times) or "strength".
        damping: the share of steps along ties.
        within: by how much all figures together may move in the last step.

    Example:
        >>> {node: round(value, 3) for node, value in pagerank(nx.star_graph(2)).items()}
        {0: 0.486, 1: 0.257, 2: 0.257}
    """
    if is_fast(network):
        from vmcgraph import fast

        nodes, ties = _columns(network, weight)
        return dict(zip(nodes, fast.pagerank(ties, damping, within).tolist(), strict=True))
    return _walk(_graph(network), weight, damping, within)


def _walk(network: nx.Graph[Any], weight: str, damping: float, within: float) -> dict[Any, float]:
    """Return the PageRank by power iteration; networkx's own needs scipy."""
    size = max(1, len(network))
    total = dict(network.degree(weight=weight))
    share = dict.fromkeys(network, 1 / size)
    moved = 1.0
    while moved >= within:
        stuck = sum(share[node] for node in network if not total[node])
        rest = (1 - damping + damping * stuck) / size
        following = {
            node: rest
            + damping * sum(share[near] * tie.get(weight, 1) / total[near] for near, tie in network[node].items())
            for node in network
        }
        moved = sum(abs(following[node] - share[node]) for node in network)
        share = following
    return share


def betweenness(network: Network, *, sample: int | None = None, seed: int = 1) -> dict[Any, float]:
    """Return on which share of the shortest ways between others each node lies.

    Args:
        network: a graph of networkx, undirected, or pairs.
        sample: from so many nodes, at least two, the ways are followed; default: from all. From a sample follows an estimate.
        seed: by which they are drawn.

    Raises:
        QueryError: if the sample is too small, or the seed negative.

    Example:
        >>> betweenness(nx.star_graph(2))
        {0: 1.0, 1: 0.0, 2: 0.0}
    """
    if sample is not None and sample < 2:
        raise QueryError(f"a sample of {sample} says nothing; draw at least 2", value=sample)
    _check_seeds([seed])
    if is_fast(network):
        from vmcgraph import fast

        nodes, ties = _columns(network, None)
        everybody = range(len(nodes))
        # Drawn as networkx draws, so that both follow the same ways.
        drawn = random.Random(seed).sample(everybody, sample) if sample and sample < len(nodes) else everybody
        return dict(zip(nodes, fast.betweenness(ties, drawn).tolist(), strict=True))
    graph = _graph(network)
    few = sample if sample and sample < len(graph) else None
    return dict(nx.betweenness_centrality(graph, k=few, seed=seed))


def components(network: Network) -> list[frozenset[Any]]:
    """Return the connected parts of a network.

    Args:
        network: a graph of networkx, undirected, or pairs.

    Example:
        >>> components(nx.Graph([("a", "b"), ("c", "d")])) == [{"a", "b"}, {"c", "d"}]
        True
    """
    if is_fast(network):
        from vmcgraph import fast

        nodes, ties = _columns(network, None)
        return _grouped(nodes, fast.components(ties).tolist())
    return [frozenset(part) for part in nx.connected_components(_graph(network))]


def partitions(network: Network, seeds: Iterable[int], *, weight: str = "strength") -> list[list[frozenset[Any]]]:
    """Return the communities that each seed gives, by Louvain's method or, of a large network, by Leiden's.

    Args:
        network: a graph of networkx, undirected, or pairs.
        seeds: of the runs.
        weight: what ties are weighted by: "weight" (of pairs, the times) or "strength".

    Raises:
        QueryError: if a seed is negative.

    Example:
        >>> len(partitions(nx.Graph([("a", "b"), ("c", "d")]), [1])[0])
        2
    """
    seeds = _check_seeds(seeds)
    if is_fast(network):
        from vmcgraph import fast

        nodes, ties = _columns(network, weight)
        return [_grouped(nodes, fast.communities(ties, seed).tolist()) for seed in seeds]
    graph = _graph(network)
    nodes = sorted(graph)
    # Numbers, whose sets have an order that does not depend on the hash seed as that of texts does.
    numbered = nx.relabel_nodes(graph, {node: number for number, node in enumerate(nodes)})
    found = []
    for seed in seeds:
        groups = nx.community.louvain_communities(numbered, weight=weight, seed=seed)
        found.append([frozenset(nodes[number] for number in group) for group in groups])
    return found


def modularity(network: Network, groups: Collection[Collection[Any]], *, weight: str = "strength") -> float:
    """Return how many more ties are inside communities than chance would bring, as a share of all.

    Args:
        network: a graph of networkx, undirected, or pairs.
        groups: its communities, each node in one.
        weight: what ties are weighted by: "weight" (of pairs, the times) or "strength".

    Example:
        >>> modularity(nx.Graph([("a", "b"), ("c", "d")]), [{"a", "b"}, {"c", "d"}])
        0.5
    """
    if not _ties(network):
        return 0.0
    if is_fast(network):
        import numpy as np

        from vmcgraph import fast

        nodes, ties = _columns(network, weight)
        number = {node: at for at, group in enumerate(groups) for node in group}
        return round(fast.modularity(ties, np.array([number[node] for node in nodes])), 12)
    return round(float(nx.community.modularity(_graph(network), map(set, groups), weight=weight)), 12)


# ---------------------------------------------------------------- which way


def _check_seeds(seeds: Iterable[int]) -> list[int]:
    """Return seeds, none of which is negative: not everything that draws takes such."""
    seeds = list(seeds)
    for seed in seeds:
        if seed < 0:
            raise QueryError(f"the seed {seed} is negative; seeds are whole numbers from 0", value=seed)
    return seeds


def _ties(network: Network) -> int:
    return len(network) if isinstance(network, Pairs) else network.number_of_edges()


def _graph(network: Network) -> nx.Graph[Any]:
    return network.network if isinstance(network, Pairs) else network


def _columns(network: Network, weight: str | None) -> tuple[list[Any], Any]:
    """Return the nodes of a network and the upper triangle of its matrix; without weights, every tie counts 1."""
    from vmcgraph import fast

    if isinstance(network, Pairs):
        columns = {None: [1.0] * len(network), "weight": network.times, "strength": network.strength}
        return list(network.names), fast.triangle(network.one, network.other, columns[weight], len(network.names))
    from scipy.sparse import triu

    return list(network), triu(nx.to_scipy_sparse_array(network, weight=weight).astype(float), 1, "csr")


def _grouped(nodes: Iterable[Any], numbers: Iterable[int]) -> list[frozenset[Any]]:
    found: dict[int, set[Any]] = defaultdict(set)
    for node, number in zip(nodes, numbers, strict=True):
        found[number].add(node)
    return [frozenset(group) for group in found.values()]
