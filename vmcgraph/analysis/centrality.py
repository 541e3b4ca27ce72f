"""Who is central in a network: ties, strength, shortest ways, and what would fall apart.

References: Freeman, "Centrality in social networks", Social Networks 1 (1978) 215–239; Newman, Phys. Rev. E 64, 016132 (2001)
for the strength; Bonacich, J. Math. Sociology 2 (1972) 113–120 for the eigenvector; Brin and Page, Computer Networks 30 (1998)
107–117 for PageRank; Seidman, Social Networks 5 (1983) 269–287 for cores.
"""

from __future__ import annotations

import networkx as nx

from vmcgraph import measures
from vmcgraph.analysis.study import Ranking, Row, Study, Table, analysis

#: From so many nodes the shortest ways are followed in a large network; from all would take hours.
SAMPLE = 100

_FEW = "With one edition a single session more or less changes the order."


@analysis("degree", view="people", chart=Ranking("ties"))
def degree(study: Study) -> Table:
    """With how many others each is tied.

    Args:
        study: its view is looked at.

    Returns:
        who, ties, share (of all others), contexts (shared sessions and captions, counted for each tie).
    """
    network = study.network
    others = max(1, len(network) - 1)
    contexts = dict(network.degree(weight="weight"))
    rows = [(study.label(iri), ties, figure(ties / others), int(contexts[iri])) for iri, ties in network.degree]
    return Table(
        ("who", "ties", "share", "contexts"),
        study.ranked(rows, 1, 3),
        "The number of others with whom somebody is tied; one large panel gives many ties at once, so few large sessions "
        f"make a high figure. {_FEW}",
    )


@analysis("strength", view="people", chart=Ranking("strength"))
def strength(study: Study) -> Table:
    """How much company each had, when a session of n counts 1/(n−1) for each two.

    Args:
        study: its view is looked at.

    Returns:
        who, strength, ties, strongest tie.
    """
    network = study.network
    rows = []
    for iri, total in network.degree(weight="strength"):
        near = sorted(network[iri].items(), key=lambda item: (-item[1].get("strength", 1), study.label(item[0])))
        rows.append((study.label(iri), figure(total), len(near), study.label(near[0][0]) if near else ""))
    return Table(
        ("who", "strength", "ties", "strongest tie"),
        study.ranked(rows, 1, 2),
        "Each session or caption shared with others counts 1, split among them, so the sum is how many somebody shared with "
        f"anybody (Newman 2001); it says nothing of how much they talked. {_FEW}",
    )


@analysis("betweenness", view="people", chart=Ranking("betweenness"))
def betweenness(study: Study) -> Table:
    """On which share of the shortest ways between others each lies.

    Args:
        study: its view is looked at; in a large network, the ways from a sample that is drawn by the seed.

    Returns:
        who, betweenness (normalised, 0 to 1), ties.
    """
    sample = SAMPLE if measures.is_large(study.network) else None
    found = measures.betweenness(study.network, sample=sample, seed=study.seed)
    drawn = f" It is estimated from the ways from {SAMPLE} who are drawn by the seed." if sample else ""
    rows = [(study.label(iri), figure(value), study.network.degree[iri]) for iri, value in found.items()]
    return Table(
        ("who", "betweenness", "ties"),
        study.ranked(rows, 1, 2),
        "The share of pairs of others whose shortest ways go through somebody; a report lists who met on stage and in photos "
        f"only, and one tie that it leaves out can move the figure from nothing to the top.{drawn}",
    )


@analysis("closeness", view="people", chart=Ranking("closeness"))
def closeness(study: Study) -> Table:
    """How few steps lie between each and the others.

    Args:
        study: its view is looked at.

    Returns:
        who, closeness (0 to 1, scaled by the part of the network that is within reach), reach (others within reach).
    """
    network = study.network
    reach = {iri: len(part) - 1 for part in measures.components(network) for iri in part}
    found = nx.closeness_centrality(network)
    rows = [(study.label(iri), figure(value), reach[iri]) for iri, value in found.items()]
    return Table(
        ("who", "closeness", "reach"),
        study.ranked(rows, 1, 2),
        "The inverse of the mean number of steps to all within reach, times the share that is (Wasserman and Faust); compare "
        "it within one connected part only, and not between editions of different size.",
    )


@analysis("eigenvector", view="people", chart=Ranking("eigenvector"))
def eigenvector(study: Study) -> Table:
    """Who is tied to those who are well tied themselves.

    Args:
        study: its view is looked at; ties are weighted by their contexts.

    Returns:
        who, eigenvector (1 for the most central of each connected part), part (its number, the largest first), size.
    """
    network = study.network
    parts = sorted(measures.components(network), key=lambda part: (-len(part), min(map(study.label, part))))
    rows: list[Row] = []
    for number, part in enumerate(parts, 1):
        found = _scaled(network.subgraph(sorted(part)))
        in_part: list[Row] = [(study.label(iri), value, number, len(part)) for iri, value in found.items()]
        rows += study.ranked(in_part, 1)
    return Table(
        ("who", "eigenvector", "part", "size"),
        tuple(rows),
        "High for whoever is tied to others who are high, 1 for the highest of each connected part (Bonacich 1972); it follows "
        "the largest and densest panel, and cannot be compared between parts.",
    )


def _scaled(part: nx.Graph[str]) -> dict[str, float]:
    """Return the eigenvector of a connected part, its greatest entry 1."""
    if len(part) == 1:
        return dict.fromkeys(part, 0.0)
    found = nx.eigenvector_centrality(part, max_iter=100_000, tol=1e-10, weight="weight")
    most = max(found.values())
    return {iri: figure(value / most) for iri, value in found.items()}


@analysis("pagerank", view="people", chart=Ranking("pagerank"))
def pagerank(study: Study) -> Table:
    """Where one would be most often who walks along ties at random.

    Args:
        study: its view is looked at; ties are weighted by their contexts.

    Returns:
        who, pagerank (the sum is 1), ties.
    """
    found = measures.pagerank(study.network)
    rows = [(study.label(iri), small(value), study.network.degree[iri]) for iri, value in found.items()]
    return Table(
        ("who", "pagerank", "ties"),
        study.ranked(rows, 1, 2),
        "The share of time that a random walk along the ties spends with somebody, with a jump anywhere at 15 % of the steps "
        f"(Brin and Page 1998); without directions it is close to counting shared contexts. {_FEW}",
    )


@analysis("core", view="people", chart=Ranking("core"))
def core(study: Study) -> Table:
    """In how dense a core of the network each is.

    Args:
        study: its view is looked at.

    Returns:
        who, core (the largest k such that everybody of a group has k ties within it), ties.
    """
    network = study.network
    found = nx.core_number(network) if network.number_of_edges() else dict.fromkeys(network, 0)
    rows = [(study.label(iri), value, network.degree[iri]) for iri, value in found.items()]
    return Table(
        ("who", "core", "ties"),
        study.ranked(rows, 1, 2),
        "Everybody of a k-core has at least k ties within it (Seidman 1983); a panel of n alone makes an (n−1)-core, so a high "
        "core may be one session.",
    )


@analysis("cuts", view="people")
def cuts(study: Study) -> Table:
    """Who and which ties hold the network together: without one of them it falls apart.

    Args:
        study: its view is looked at.

    Returns:
        what ("cut point" or "bridge"), who, with, parts (how many nodes each part has that is left of the connected part).
    """
    network = study.network
    rows = [("cut point", study.label(iri), "", _parts(network, iri)) for iri in nx.articulation_points(network)]
    for pair in nx.bridges(network):
        one, other = sorted(pair, key=study.label)
        rows.append(("bridge", study.label(one), study.label(other), _parts(network, one, other)))
    return Table(
        ("what", "who", "with", "parts"),
        tuple(_told(rows)),
        "Without a cut point, or without a bridge, its part of the network falls into the parts given; they are so only as far "
        "as the report names who met, since one unreported meeting undoes them.",
    )


def _parts(network: nx.Graph[str], one: str, other: str | None = None) -> tuple[int, ...]:
    """Return the sizes of what is left of a connected part without a node, or without a tie; the largest first."""
    part = network.subgraph(nx.node_connected_component(network, one)).copy()
    if other is None:
        part.remove_node(one)
    else:
        part.remove_edge(one, other)
    return tuple(sorted(map(len, nx.connected_components(part)), reverse=True))


def _told(rows: list[tuple[str, str, str, tuple[int, ...]]]) -> list[tuple[str, str, str, str]]:
    """Return cuts, those first that part most from the largest part, with the sizes in words."""
    ordered = sorted(rows, key=lambda row: (row[0] != "cut point", -sum(row[3][1:]), row[1:3]))
    return [(what, who, other, " + ".join(map(str, sizes))) for what, who, other, sizes in ordered]


def figure(value: float) -> float:
    """Round a figure: what follows differs between machines."""
    return round(float(value), 6)


def small(value: float, digits: int = 6) -> float:
    """Round a share that is the smaller the more nodes there are, or a p-value, to so many digits that are not leading noughts."""
    return float(f"{value:.{digits}g}")
