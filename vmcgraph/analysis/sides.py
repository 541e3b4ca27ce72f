"""Which groups a network falls into, who stands between them, and whether like meets like.

References: Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. (2008) P10008; Burt, "Structural
Holes and Good Ideas", American Journal of Sociology 110 (2004) 349–399; Gould and Fernandez, "Structures of Mediation",
Sociological Methodology 19 (1989) 89–126; Newman, "Mixing patterns in networks", Phys. Rev. E 67, 026126 (2003); Krackhardt
and Stern, "Informal networks and organizational crises", Social Psychology Quarterly 51 (1988) 123–140.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

import networkx as nx

from vmcgraph import measures
from vmcgraph.analysis.centrality import figure
from vmcgraph.analysis.study import Comparison, Ranking, Study, Table, analysis

#: How many runs of the method, each from a seed of its own, are compared.
RUNS = 20


@analysis("communities", view="people")
def communities(study: Study) -> Table:
    """Into which groups the network falls, and how sure that is.

    Args:
        study: its view is looked at, ties by their strength; its seed is the first of twenty.

    Returns:
        community (1 is the largest), who, size, stability (how alike the node's community is in the other runs: the mean
        Jaccard index, 1 where it is always the same).
    """
    order, runs, modularity = settled(study)
    alike = stability(order, runs)
    rows = [
        (number, study.label(iri), len(group), figure(alike[iri]))
        for number, group in enumerate(order, 1)
        for iri in sorted(group, key=study.label)
    ]
    made = f"{measures.method(study.network)}, the best of {RUNS} runs; modularity {modularity:.2f}"
    return Table(
        ("community", "who", "size", "stability"),
        tuple(rows),
        f"Groups with more ties inside than between ({made}); where "
        "stability is far below 1 the border is arbitrary, and one panel alone is already a group.",
    )


def settled(study: Study) -> tuple[list[frozenset[str]], list[list[frozenset[str]]], float]:
    """Return the communities of the best of all runs, the largest first; those of every run; and the modularity of the best.

    Args:
        study: its view is looked at; its seed is the first.

    Example:
        >>> from vmcgraph.store import open_store
        >>> order, runs, modularity = settled(Study(open_store(), given=nx.Graph([("a", "b")])))
        >>> [sorted(group) for group in order], len(runs), modularity
        ([['a', 'b']], 20, 0.0)
    """
    network = study.network
    runs = measures.partitions(network, range(study.seed, study.seed + RUNS)) if len(network) else [[]]
    modularity = [measures.modularity(network, run) for run in runs]
    best = runs[max(range(len(runs)), key=lambda number: (modularity[number], -number))]
    order = sorted(best, key=lambda group: (-len(group), min(map(study.label, group))))
    return order, runs, max(modularity)


def stability(groups: Iterable[frozenset[str]], runs: Collection[Iterable[frozenset[str]]]) -> dict[str, float]:
    """Return for each node how alike its community is in other runs: the mean Jaccard index.

    Args:
        groups: the communities.
        runs: those of the other runs, of the same nodes.

    Example:
        >>> stability([frozenset("ab")], [[frozenset("ab")], [frozenset("a"), frozenset("b")]])["a"]
        0.75
    """
    own = {iri: group for group in groups for iri in group}
    found = dict.fromkeys(own, 0.0)
    for run in runs:
        for group in run:
            shared = Counter(own[iri] for iri in group)
            alike = {mine: both / (len(mine) + len(group) - both) for mine, both in shared.items()}
            for iri in group:
                found[iri] += alike[own[iri]]
    return {iri: total / len(runs) for iri, total in found.items()}


# ---------------------------------------------------------------- brokers


@analysis("brokers", view="people", views=("people",), chart=Ranking("between"))
def brokers(study: Study) -> Table:
    """Who stands between others who are not tied, within and between sectors.

    Args:
        study: people, whose sectors are those of the bodies at which they hold their posts.

    Returns:
        who, sector, between (chances to broker between sectors), gatekeeper, consultant, liaison, coordinator, constraint.
    """
    network, sectors = study.network, study.sectors
    holes = constraint(network)
    rows = []
    for iri in network:
        roles = mediation(network, iri, sectors)
        between = roles["gatekeeper"] + roles["consultant"] + roles["liaison"]
        rows.append((study.label(iri), sectors.get(iri, ""), between, *(roles[role] for role in ROLES), holes[iri]))
    return Table(
        ("who", "sector", "between", *ROLES, "constraint"),
        study.ranked(rows, 2, 6),
        "Pairs of untied others whom somebody is tied to, by sector (Gould and Fernandez 1989: gatekeeper for one's own sector, "
        "consultant within another, liaison between two others, coordinator within one's own), and Burt's constraint, low for who "
        "spans holes; that nobody reports two as tied does not mean that they have not met, and who has no sector is not counted; the sector "
        "“other” is a group of its own, of bodies that have little in common.",
    )


ROLES = ("gatekeeper", "consultant", "liaison", "coordinator")


def mediation(network: nx.Graph[str], iri: str, sectors: Mapping[str, str]) -> Counter[str]:
    """Count in which roles a node stands between two of its neighbours who are not tied.

    Ties have no direction, so a gatekeeper is a representative as well and counts once.

    Args:
        network: the ties.
        iri: the node.
        sectors: by node; a node without one is left out.

    Example:
        >>> dict(mediation(nx.Graph([("a", "v"), ("v", "b")]), "v", {"a": "x", "v": "x", "b": "y"}))
        {'gatekeeper': 1}
    """
    found: Counter[str] = Counter()
    own = sectors.get(iri)
    near = [other for other in network[iri] if sectors.get(other)]
    for one, other in combinations(near, 2) if own else ():
        if network.has_edge(one, other):
            continue
        alike = {sectors[one], sectors[other]}
        if len(alike) == 1:
            found["coordinator" if own in alike else "consultant"] += 1
        else:
            found["gatekeeper" if own in alike else "liaison"] += 1
    return found


def constraint(network: nx.Graph[str]) -> dict[str, float | None]:
    """Return Burt's constraint of each node, with ties weighted by `strength`; None for one without a tie.

    networkx has it, but takes the shares of a node's ties anew for each use of them: minutes for some hundred people.

    Args:
        network: the ties.

    Example:
        >>> constraint(nx.Graph([("a", "b")]))
        {'a': 1.0, 'b': 1.0}
    """
    shares = {}
    for iri, near in network.adjacency():
        ties = {other: tie.get("strength", 1) for other, tie in near.items()}
        total = sum(ties.values())
        shares[iri] = {other: strength / total for other, strength in ties.items()} if total else {}
    return {iri: figure(_constrained(iri, shares)) if shares[iri] else None for iri in network}


def _constrained(iri: str, shares: Mapping[str, Mapping[str, float]]) -> float:
    """Return how far a node's company is tied up with the others of it."""
    invested = dict(shares[iri])
    for between, share in shares[iri].items():
        for other, onward in shares[between].items():
            if other in shares[iri]:
                invested[other] += share * onward
    return sum(value**2 for value in invested.values())


# ---------------------------------------------------------------- like with like


@analysis("homophily", view="people", views=("people",), chart=Comparison(("group", "by"), ("within", "across")))
def homophily(study: Study) -> Table:
    """Whether people share stages and photos with those of their own sector or country.

    Args:
        study: people.

    Returns:
        by ("sector" or "country"), group ("all" first), people, within and across (ties), E-I index (−1 all within, 1 all
        across), assortativity (of all; 1 only like with like, 0 as at random).
    """
    rows = [*_mixing(study, "sector", study.sectors), *_mixing(study, "country", study.countries)]
    return Table(
        ("by", "group", "people", "within", "across", "E-I index", "assortativity"),
        tuple(rows),
        "Ties within a group against ties across groups (Krackhardt and Stern 1988), and how far like meets like (Newman 2003), "
        "among people whose group is known; organisers mix panels on purpose, so the figures describe the programme rather than "
        "anybody's wishes; the sector “other” is a group of its own, of bodies that have little in common.",
    )


def _mixing(study: Study, by: str, groups: Mapping[str, str]) -> Iterable[tuple[str | int | float | None, ...]]:
    known = [iri for iri in study.network if groups.get(iri)]
    ties = [(groups[one], groups[other]) for one, other in study.network.subgraph(known).edges]
    if not known:
        return
    within = Counter(one for one, other in ties if one == other)
    across = Counter(group for pair in ties if pair[0] != pair[1] for group in pair)
    yield _mixed(by, "all", len(known), within.total(), across.total() // 2, assortativity(ties))
    sizes = Counter(groups[iri] for iri in known)
    for group in sorted(sizes, key=lambda group: (-sizes[group], group)):
        yield _mixed(by, group, sizes[group], within[group], across[group], None)


def _mixed(
    by: str, group: str, people: int, within: int, across: int, mixed: float | None
) -> tuple[str | int | float | None, ...]:
    index = figure((across - within) / (across + within)) if across + within else None
    return by, group, people, within, across, index, mixed


def assortativity(ties: Iterable[tuple[str, str]]) -> float | None:
    """Return Newman's coefficient of ties between groups; None where all are of one group, or there are none.

    Args:
        ties: the groups of both ends.

    Example:
        >>> assortativity([("x", "x"), ("y", "y")]), assortativity([("x", "y")]), assortativity([("x", "x")])
        (1.0, -1.0, None)
    """
    ends: Counter[str] = Counter()
    same = total = 0
    for one, other in ties:
        ends.update((one, other))
        same += one == other
        total += 1
    chance = sum(count * count for count in ends.values())
    if chance == (2 * total) ** 2:
        return None
    at_random = chance / (2 * total) ** 2
    return figure((same / total - at_random) / (1 - at_random))
