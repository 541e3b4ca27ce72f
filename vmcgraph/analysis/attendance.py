"""The people of a large table of participations, without a graph: every figure of the network in one table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vmcgraph import measures
from vmcgraph.analysis.centrality import SAMPLE, figure, small
from vmcgraph.analysis.study import Row, Table
from vmcgraph.projection import pairs


def participants(persons: Iterable[Any], sessions: Iterable[Any], *, seed: int = 1, sample: int = SAMPLE) -> Table:
    """Tell how central everybody of a table of participations is, and to which part and community each belongs.

    The figures are those of the analyses "degree", "strength", "pagerank", "betweenness" and "communities", for a table of
    any size: with the extra "fast", a million participations are a matter of seconds.

    Args:
        persons: who took part, one entry for each participation: names, or numbers from 0.
        sessions: in which session, in the same order.
        seed: from which everything random is drawn; the same seed gives the same table.
        sample: from so many people, at least two, betweenness follows the shortest ways; if there are no more, it is exact.

    Returns:
        who, ties, strength, pagerank (the sum is 1), betweenness (0 to 1), part (the connected one, 1 is the largest), community
        (likewise); the greatest PageRank first.

    Raises:
        QueryError: if the columns differ in length, the entries of one cannot be sorted, the sample is too small, or the seed negative.

    Example:
        >>> table = participants(["Ada", "Tom", "Mia", "Ada", "Una", "Ole"], ["a", "a", "a", "b", "b", "c"])
        >>> table.rows[0]
        ('Ada', 3, 2.0, 0.35348, 0.333333, 1, 1)
    """
    found = pairs(persons, sessions)
    network = found if measures.is_fast(found) else found.network
    ties, strength = measures.degree(network), measures.degree(network, weight="strength")
    pagerank = measures.pagerank(network)
    betweenness = measures.betweenness(network, sample=sample, seed=seed)
    part = _numbers(measures.components(network))
    (groups,) = measures.partitions(network, [seed])
    community = _numbers(groups)
    rows: list[Row] = [
        (
            who,
            ties[who],
            figure(strength[who]),
            small(pagerank[who]),
            small(betweenness[who]),
            part[who],
            community[who],
        )
        for who in sorted(found.names, key=lambda who: -small(pagerank[who]))
    ]
    return Table(
        ("who", "ties", "strength", "pagerank", "betweenness", "part", "community"),
        tuple(rows),
        f"Communities by {measures.method(network)}, modularity {measures.modularity(network, groups):.2f}; betweenness "
        f"{_drawn(sample, len(rows))}. Sharing a session is all that the table says of two people, one entry that it leaves out may "
        "join two parts, and the borders of communities are arbitrary where another seed draws them elsewhere.",
    )


def _numbers(groups: list[frozenset[Any]]) -> dict[Any, int]:
    """Return the number of each one's group, the largest first."""
    order = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {who: number for number, group in enumerate(order, 1) for who in group}


def _drawn(sample: int, people: int) -> str:
    return f"estimated from the ways from {sample} who are drawn by the seed" if sample < people else "exact"
